// The only home of what all lists have: the way to their other parts, and the field to search in.

import { addressOf } from "../case-address.mjs";
import { attributes, html } from "../html.mjs";

/** `state` is what the address says besides the place in the list. */
export function pages(view, path, state, { hasPreviousPage, hasNextPage, startCursor, endCursor }) {
  const { texts } = view;
  const link = (more, rel, text) => html`<a class="button quiet"${attributes({ href: addressOf(path, { ...state, ...more }), rel })}>${text}</a>`;
  return (hasPreviousPage || hasNextPage) && html`<nav class="pages"${attributes({ "aria-label": texts.pages })}>
    ${hasPreviousPage && link({ before: startCursor }, "prev", html`<span aria-hidden="true">← </span>${texts.previous}`)}
    ${hasNextPage && link({ after: endCursor }, "next", html`${texts.next}<span aria-hidden="true"> →</span>`)}
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
