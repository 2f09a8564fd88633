// The only home of the list of cases, with what it is filtered by.

import { cards } from "../cards.mjs";
import { attributes, html } from "../html.mjs";
import { addressOf, CASE_FACETS } from "../list-address.mjs";
import { caseMap } from "./case-map.mjs";
import { filtered, pages } from "./list-parts.mjs";
import { opening } from "./opening.mjs";

const OPEN = ["priority", "status", "year"];
const SEEN = 2; // cards that are in view at once

/** How each facet's entries are read: the value as the address has it, its label, and the label's language. */
const ENTRIES = {
  priority: ({ priorities }) =>
    priorities.map(({ priority: { code, label, locale }, count }) => [code, label, count, locale]),
  goal: ({ goals }) => goals.map(({ goal, count }) => [`${goal.number}`, `${goal.number}. ${goal.title}`, count, goal.lang]),
  municipality: ({ municipalities }) => municipalities.map(({ municipality, count }) => [municipality.code, municipality.name, count]),
  status: ({ status }, texts) => status.map(({ status: value, count }) => [value, texts.statuses[value] ?? value, count]),
  year: ({ years }) => years.map(({ year, count }) => [`${year}`, `${year}`, count]),
  sector: ({ sectors }, texts) => sectors.map(({ sector, count }) => [sector, texts.sectors[sector] ?? sector, count]),
  organisation: ({ organisations }) =>
    organisations.map(({ organisation: { translationKey, name, lang }, count }) => [translationKey, name, count, lang]),
  funding: ({ funding }) => funding.map(({ programme, count }) => [programme, programme, count]),
};

/**
 * `state` is what the address says, `list` the part that it asks for, and `names` what values are called that no case
 * has any more: by facet, then by value. With a `map`, the list is that of its places.
 */
export function caseIndex(view, page, { state = {}, number = 1, list = page.cases, names = {}, map } = {}) {
  const { texts } = view;
  const facets = CASE_FACETS.map(({ name, single }) =>
    ({ name, single, open: OPEN.includes(name), entries: entriesOf(view, name, state, list.facets, names) }));
  const { totalCount, edges } = list;
  return html`${opening(view, page)}${filtered(view, page.path, {
    state,
    facets,
    count: texts.casesFound(totalCount),
    head: html`<div class="results-tools" id="tools">${views(view, page.path, state)}${!map && order(view, state)}</div>`,
    results: html`
      ${totalCount === 0 && html`<p class="none">${texts.noneFound}</p>`}
      ${map && caseMap(view, page.path, state, { ...map, totalCount })}
      ${!map && cards(view, edges.map(({ node }) => node), { highlights: edges.map(({ highlight }) => highlight), seen: SEEN })}
      ${!map && pages(view, page.path, state, { number, totalCount })}`,
  })}`;
}

function views({ texts }, path, state) {
  const link = (name, text) => html`<li><a${attributes({
    href: addressOf(path, { ...state, view: name }),
    "aria-current": Boolean(name) === Boolean(state.view) && "true",
  })}>${text}</a></li>`;
  return html`<nav${attributes({ "aria-label": texts.view })}><ul class="choices">${link(undefined, texts.asList)}${link("map", texts.asMap)}</ul></nav>`;
}

/** Whether something is chosen that only the reference data can name. */
export function unnamed(state, facets) {
  return ["priority", "goal", "municipality"].some((name) => {
    const there = new Set(ENTRIES[name](facets).map(([value]) => value));
    return state[name]?.some((value) => !there.has(value));
  });
}

/** What is chosen stays to be unchosen, though no case has it. */
function entriesOf({ texts }, name, state, facets, names) {
  const entries = ENTRIES[name](facets, texts);
  const there = new Set(entries.map(([value]) => value));
  const missing = (state[name] ?? []).filter((value) => !there.has(value));
  const nameOf = (value) => names[name]?.[value] ?? texts.statuses[value] ?? texts.sectors[value] ?? value;
  return [...entries, ...missing.map((value) => [value, nameOf(value), 0])];
}

function order(view, state) {
  const { texts } = view;
  const standard = state.search ? "relevance" : "newest";
  const offered = Object.keys(texts.orders).filter((name) => state.search || name !== "relevance");
  return html`<div class="order"><label for="order">${texts.order}</label><select id="order" name="order">${offered.map((name) => {
    const all = { value: name === standard ? "" : name, selected: name === (state.order ?? standard) };
    return html`<option${attributes(all)}>${texts.orders[name]}</option>`;
  })}</select></div>`;
}
