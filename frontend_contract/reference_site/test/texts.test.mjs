// The only home of the claim that the site's own words are in every language, and that lists of cases have one address.

import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, stateOf, variablesOf } from "../src/case-address.mjs";
import { fileSize, money, period } from "../src/formats.mjs";
import { TEXTS } from "../src/texts/index.mjs";

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
  const state = stateOf(new URLSearchParams("goal=7&goal=x&goal=7&status=ongoing&status=no&year=2024&year=2025&search=+heat+&order=up&after=c"));
  assert.deepEqual(state, { goal: ["7"], status: ["ongoing"], year: ["2024"], search: "heat", after: "c" });
  assert.deepEqual(variablesOf(state, 12), {
    filter: { search: "heat", goals: [7], status: ["ongoing"], year: 2024 },
    order: undefined,
    first: 12,
    after: "c",
  });
  assert.equal(addressOf("/en/cases/", { goal: ["7", "13"], search: undefined, order: "title" }), "/en/cases/?goal=7&goal=13&order=title");
  assert.equal(addressOf("/en/cases/", {}), "/en/cases/");
});

test("dates, amounts and sizes are written as the language writes them", () => {
  assert.equal(period("en", "2019", "2021"), "2019–2021");
  assert.equal(period("fi", "2024-06", null), "kesäkuu 2024 –");
  assert.equal(money("sv", "1200.00", "EUR").replace(/\s/g, " "), "1 200 €");
  assert.equal(fileSize("en", 1_234_567), "1.2 MB");
});
