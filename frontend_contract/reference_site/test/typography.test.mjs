// The only home of the claim that no line of the site ends inside a number, or between it and what it counts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { figures } from "../src/facts.mjs";
import { html } from "../src/html.mjs";
import { longestPart, longestWord, typeset } from "../src/typography.mjs";
import { View } from "../src/view.mjs";

const seen = (text) => typeset(text).replaceAll("\u00a0", "_");

test("a number stays whole, and with its unit, as each language writes it", () => {
  const cases = {
    "asukkaita on 1 733 033": "asukkaita on 1_733_033",
    "noin 2 000 asukasta": "noin 2_000 asukasta",
    "1,1 miljoonaa m³ vettä": "1,1_miljoonaa_m³ vettä",
    "19 miljoner euro": "19_miljoner_euro",
    "135 million euros": "135_million_euros",
    "5 % och 90 GWh": "5_% och 90_GWh",
    "20 × 300 × 40 m": "20_×_300_×_40_m",
    "vid 140 °C": "vid 140_°C",
    "100 000 MWh/a": "100_000_MWh/a",
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(seen(text), expected);
});

test("what only stands beside a number is no part of it", () => {
  for (const text of ["in 2020 300 people came", "3 months", "2 hours", "5 towns", "vuonna 2030 me", "no numbers at all"]) {
    assert.equal(seen(text), text);
  }
});

test("for every number and group: typesetting changes spaces alone, and twice is as once", () => {
  for (let number = 1; number < 1e9; number = number * 7 + 13) {
    for (const locale of ["fi-FI", "sv-SE", "en-GB"]) {
      const written = new Intl.NumberFormat(locale).format(number).replace(/\s/g, " ");
      const text = `on ${written} kpl ja ${written} MW`;
      assert.equal(typeset(text).replaceAll("\u00a0", " "), text);
      assert.equal(typeset(typeset(text)), typeset(text));
      assert.ok(!seen(text).split(" ").some((part) => /^\d+$/.test(part)), seen(text));
    }
  }
});

test("a very long word may end a line after a syllable, and an address is left alone", () => {
  const parts = typeset("vaatimustenmukaisuudenarviointi").split("\u00ad");
  assert.equal(parts.join(""), "vaatimustenmukaisuudenarviointi");
  assert.ok(parts.length > 5 && parts.every((part) => /^\p{L}{2,}$/u.test(part) && part.length < 9), parts.join("-"));
  for (const text of ["ilmastoneutraalius", "https://example.org/vaatimustenmukaisuudenarviointi", "x@vaatimustenmukaisuudenarviointi.fi"]) {
    assert.equal(typeset(text), text);
  }
});

test("templates typeset texts and leave attributes as they are", () => {
  assert.equal(`${html`<p title="x">${"2 000 & 3 m"}</p>`}`, '<p title="x">2\u00a0000 &amp; 3\u00a0m</p>');
});

test("a figure's size follows from the longest of its list, and a long unit has a line of its own", () => {
  const view = new View({ locale: "fi" });
  const figure = { caption: "", lang: "fi" };
  const made = `${figures(view, [{ ...figure, value: "1 733 033", unit: "asukasta" }, { ...figure, value: "1.", unit: "sija 238 alueen joukossa" }])}`;
  assert.match(view.stylesheet, /--number:9;--unit:9/);
  assert.match(made, /1\u00a0733\u00a0033<\/span><\/strong>\u00a0<span class="unit">asukasta/);
  assert.match(made, /<span class="unit below">sija/);
});

test("the longest word is looked for between spaces and hyphens", () => {
  assert.equal(longestWord("Ilmastoneutraalius ja S3-alusta"), 18);
  assert.equal(longestPart("Lähes 100 000"), 7);
});
