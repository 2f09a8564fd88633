// The only home of the list of cases, with what it is filtered by.

import { cards } from "../cards.mjs";
import { addressOf, FACETS } from "../case-address.mjs";
import { attributes, html } from "../html.mjs";
import { pages, searchField } from "./list-parts.mjs";
import { opening } from "./opening.mjs";

const OPEN = ["priority", "status", "year"];

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
 * has any more: by facet, then by value.
 */
export function caseIndex(view, page, { state = {}, list = page.cases, names = {} } = {}) {
  const { texts } = view;
  const facets = FACETS.map(({ name, single }) => ({ name, single, entries: entriesOf(view, name, state, list.facets, names) }));
  return html`${opening(view, page)}
    <form class="cases band" data-live${attributes({ action: page.path })}>
      <div class="filters">
        ${searchField(view, { name: "search", value: state.search })}
        <details class="filter-panel" id="filters" open>
          <summary>${texts.filters}</summary>
          <div id="facets">${facets.map((facet) => facetField(view, facet, state))}</div>
        </details>
        <button type="submit" class="button submit">${texts.show}</button>
      </div>
      <div class="results">
        <div class="results-head">
          <h2 class="count"><span role="status" id="count" tabindex="-1">${texts.casesFound(list.totalCount)}</span></h2>
          ${order(view, state)}
        </div>
        <div id="results">
          ${chosen(view, page.path, facets, state)}
          ${list.totalCount === 0 ? html`<p class="none">${texts.noneFound}</p>` : false}
          ${cards(view, list.edges.map(({ node }) => node), { highlights: list.edges.map(({ highlight }) => highlight) })}
          ${pages(view, page.path, { ...state, after: undefined, before: undefined }, list.pageInfo)}
        </div>
      </div>
    </form>`;
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

function facetField(view, { name, single, entries }, state) {
  const { texts } = view;
  if (entries.length === 0) return false;
  const picked = new Set(state[name]);
  if (single) {
    return html`<div class="facet"><label${attributes({ for: `facet-${name}` })}>${texts.facets[name]}</label>
      <select${attributes({ name, id: `facet-${name}` })}><option value="">${texts.allYears}</option>${entries.map(
        ([value, label, count]) => html`<option${attributes({ value, selected: picked.has(value) })}>${label} (${count})</option>`)}
      </select></div>`;
  }
  const open = OPEN.includes(name) || picked.size > 0;
  return html`<details class="facet"${attributes({ id: `facet-${name}`, open })}>
    <summary>${texts.facets[name]}${picked.size > 0 && html` <span class="picked">${picked.size}</span>`}</summary>
    <fieldset><legend class="unseen">${texts.facets[name]}</legend>${entries.map(([value, label, count, lang]) => html`<label>
      <input type="checkbox"${attributes({ name, value, checked: picked.has(value), id: `${name}-${value}` })}>
      <span${view.lang(lang)}>${label}</span> <span class="number">(${count})</span></label>`)}
    </fieldset>
  </details>`;
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

/** What is chosen, each with the address of the list without it. */
function chosen(view, path, facets, { after, before, ...state }) {
  const { texts } = view;
  const picked = facets.flatMap(({ name, entries }) => (state[name] ?? []).map((value) => {
    const [, label, , lang] = entries.find(([one]) => one === value);
    return { label, lang, without: { ...state, [name]: state[name].filter((other) => other !== value) } };
  }));
  if (state.search) picked.unshift({ label: `”${state.search}”`, without: { ...state, search: undefined } });
  return picked.length > 0 && html`<div class="chosen"><h3 class="unseen">${texts.chosen}</h3><ul>
    ${picked.map(({ label, lang, without }) => html`<li><a data-live${attributes({ href: addressOf(path, without), "aria-label": texts.remove(label) })}>
      <span${view.lang(lang)}>${label}</span> <span aria-hidden="true">×</span></a></li>`)}
    ${picked.length > 1 && html`<li><a data-live class="clear"${attributes({ href: path })}>${texts.clear}</a></li>`}
  </ul></div>`;
}
