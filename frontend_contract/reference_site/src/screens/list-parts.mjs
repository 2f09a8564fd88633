// The only home of what all lists have: the field to search in, what they are filtered by, and their numbered pages.

import { attributes, html } from "../html.mjs";
import { addressOf } from "../list-address.mjs";
import { numbersOf } from "../numbered.mjs";

const SHOWN = 8; // values of a facet that are seen at once

/** The ways to the other pages of a list; `state` is what the address says besides its number. */
export function pages(view, path, state, { number, totalCount }) {
  const { texts } = view;
  const { all, last, offered } = numbersOf(totalCount, number);
  if (all < 2) return false;
  const to = (page) => addressOf(path, { ...state, page: page > 1 ? page : undefined });
  const step = (page, rel, text) => page >= 1 && page <= last && html`<a class="button quiet"${attributes({ href: to(page), rel })}>${text}</a>`;
  return html`<nav class="pages"${attributes({ "aria-label": texts.pages })}>
    ${step(number - 1, "prev", html`<span aria-hidden="true">← </span>${texts.previous}`)}
    <div><p class="small">${texts.page(number, all)}</p>
    <ol>${offered.map((page, place) => html`<li${attributes({ class: place > 0 && page - offered[place - 1] > 1 && "after-gap" })}><a${attributes({
      href: to(page), "aria-label": texts.toPage(page), "aria-current": page === number && "page" })}>${page}</a></li>`)}</ol></div>
    ${step(number + 1, "next", html`${texts.next}<span aria-hidden="true"> →</span>`)}
  </nav>`;
}

export function searchField(view, { name, value = "", label = view.texts.search }) {
  return html`<div class="search-field">
    <label${attributes({ for: `field-${name}` })}>${label}</label>
    <div><input type="search" maxlength="200"${attributes({ id: `field-${name}`, name, value, placeholder: view.texts.searchHelp })}>
    <button type="submit" class="button">${view.texts.find}</button></div>
  </div>`;
}

/** For a page that has nothing else to offer: search the whole site. */
export function searchForm(view, action, value) {
  return html`<form role="search" class="site-search"${attributes({ action })}>
    ${searchField(view, { name: "q", value, label: view.texts.searchSite })}
  </form>`;
}

/**
 * A list with what it is filtered by beside it. A facet has a name, entries (value, label, count, language; no count
 * where none is known), and may take a `single` value or be `open`; `head` and `results` are what the list shows.
 */
export function filtered(view, path, { state, facets, count, head, results }) {
  const { texts } = view;
  return html`<form class="filtered band" data-live${attributes({ action: path })}>
    <div class="filters">
      ${state.view && html`<input type="hidden" name="view"${attributes({ value: state.view })}>`}
      ${searchField(view, { name: "search", value: state.search })}
      <h2 class="filters-head">${texts.filters}</h2>
      <button type="button" class="quiet filters-button" aria-expanded="false" aria-controls="facets">${texts.filters}</button>
      <div class="facets" id="facets">${facets.map((facet) => facetField(view, facet, state))}</div>
      <button type="submit" class="button submit">${texts.show}</button>
    </div>
    <div class="results">
      <div class="results-head">
        <h2 class="count"><span role="status" id="count" tabindex="-1">${count}</span></h2>
        ${head}
      </div>
      <div id="results">${chosen(view, path, facets, state)}${results}</div>
    </div>
  </form>`;
}

function facetField(view, { name, single, open, entries }, state) {
  const { texts } = view;
  if (entries.length === 0) return false;
  const picked = new Set(state[name]);
  if (single) {
    return html`<div class="facet"><label${attributes({ for: `facet-${name}` })}>${texts.facets[name]}</label>
      <select${attributes({ name, id: `facet-${name}` })}><option value="">${texts.any[name]}</option>${entries.map(
        ([value, label, count]) => html`<option${attributes({ value, selected: picked.has(value) })}>${label}${count !== undefined && ` (${count})`}</option>`)}
      </select></div>`;
  }
  const box = ([value, label, count, lang]) => html`<label>
      <input type="checkbox"${attributes({ name, value, checked: picked.has(value), id: `${name}-${value}` })}>
      <span${view.lang(lang)}>${label}</span>${count !== undefined && html` <span class="number">(${count})</span>`}</label>`;
  const [seen, more] = entries.length > SHOWN + 2 ? [entries.slice(0, SHOWN), entries.slice(SHOWN)] : [entries, []];
  const isPickedBelow = more.some(([value]) => picked.has(value));
  return html`<details class="facet"${attributes({ id: `facet-${name}`, open: open || picked.size > 0 })}>
    <summary>${texts.facets[name]}${picked.size > 0 && html` <span class="picked">${picked.size}</span>`}</summary>
    <fieldset><legend class="unseen">${texts.facets[name]}</legend>${seen.map(box)}
      ${more.length > 0 && html`<details class="more"${attributes({ id: `more-${name}`, open: isPickedBelow })}>
        <summary>${texts.showMore(more.length)}</summary>${more.map(box)}</details>`}
    </fieldset>
  </details>`;
}

/** What is chosen, each with the address of the list without it. */
function chosen(view, path, facets, state) {
  const { texts } = view;
  const picked = facets.flatMap(({ name, entries }) => (state[name] ?? []).map((value) => {
    const [, label = value, , lang] = entries.find(([one]) => one === value) ?? [];
    return { label, lang, without: { ...state, [name]: state[name].filter((other) => other !== value) } };
  }));
  if (state.search) picked.unshift({ label: texts.quoted(state.search), without: { ...state, search: undefined } });
  return picked.length > 0 && html`<div class="chosen"><h3 class="unseen">${texts.chosen}</h3><ul>
    ${picked.map(({ label, lang, without }) => html`<li><a data-live${attributes({ href: addressOf(path, without), "aria-label": texts.remove(label) })}>
      <span${view.lang(lang)}>${label}</span> <span aria-hidden="true">×</span></a></li>`)}
    ${picked.length > 1 && html`<li><a data-live class="clear"${attributes({ href: addressOf(path, { view: state.view }) })}>${texts.clear}</a></li>`}
  </ul></div>`;
}
