// The only home of the claim that the site's own words are in every language, and that lists have one address.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fileSize, money, partialDate, period, years } from "../src/formats.mjs";
import { addressOf, ARTICLE_FACETS, filterOf, numberOf, stateOf } from "../src/list-address.mjs";
import { TEXTS } from "../src/texts/index.mjs";
import { View } from "../src/view.mjs";

function shape(value) {
  if (typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]));
}

for (const [language, texts] of Object.entries(TEXTS)) {
  test(`${language} has all that English has, and nothing empty`, () => {
    assert.deepEqual(shape(texts), shape(TEXTS.en));
    assert.doesNotMatch(JSON.stringify(texts), /""/);
  });
}

test("an address says what the list shows, and what it cannot mean is left out", () => {
  const state = stateOf(new URLSearchParams("goal=7&goal=x&goal=7&status=ongoing&status=no&year=2024&year=2025&search=+heat+&order=up&view=x&page=2"));
  assert.deepEqual(state, { goal: ["7"], status: ["ongoing"], year: ["2024"], search: "heat" });
  assert.deepEqual(filterOf(state), { search: "heat", goals: [7], status: ["ongoing"], year: 2024 });
  assert.deepEqual(stateOf(new URLSearchParams("goal=7&year=2024&order=title"), ARTICLE_FACETS), { year: ["2024"] });
  for (const [asked, number] of [["", 1], ["page=3", 3], ["page=0", 1], ["page=-2", 1], ["page=x", 1], ["page=99999", 1]]) {
    assert.equal(numberOf(new URLSearchParams(asked)), number, asked);
  }
  assert.equal(addressOf("/en/cases/", { goal: ["7", "13"], search: undefined, order: "title" }), "/en/cases/?goal=7&goal=13&order=title");
  assert.equal(addressOf("/en/cases/", {}), "/en/cases/");
});

test("dates, amounts and sizes are written as the language writes them", () => {
  const [en, fi, sv] = ["en", "fi", "sv"].map((locale) => new View({ locale }));
  const since = (view, start) => period(view, start, null, "2026-01-01").replaceAll("\u00a0", " ");
  assert.equal(period(en, "2019", "2021"), "2019–2021");
  assert.equal(period(en, "2019-09-01", "2021"), "1\u00a0September 2019 – 2021");
  assert.deepEqual(["2020", "2024-06", "2024-06-17", "2027"].map((start) => since(en, start)),
    ["since 2020", "since June 2024", "since 17 June 2024", "from 2027"]);
  assert.deepEqual(["2020", "2024-06", "2024-06-17"].map((start) => since(fi, start)),
    ["vuodesta 2020", "kesäkuusta 2024", "17. kesäkuuta 2024 alkaen"]);
  assert.deepEqual(["2020", "2024-06", "2024-06-17", "2027-01"].map((start) => since(sv, start)),
    ["sedan 2020", "sedan juni 2024", "sedan den 17 juni 2024", "från januari 2027"]);
  assert.deepEqual([en, fi, sv].map((view) => period(view, null, "2021")), ["until 2021", "vuoteen 2021 asti", "till 2021"]);
  assert.deepEqual(["2019-09-01", "2021", null].map((end) => years(en, "2019-04", end)), ["2019", "2019–2021", "since 2019"]);
  assert.equal(partialDate("fi", "2024-06-17"), "17.\u00a0kesäkuuta 2024");
  assert.equal(money("sv", "1200.00", "EUR").replace(/\s/g, " "), "1 200 €");
  assert.equal(fileSize("en", 1_234_567), "1.2 MB");
});
