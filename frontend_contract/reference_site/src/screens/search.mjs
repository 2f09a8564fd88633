// The only home of the search page.

import { marked } from "../cards.mjs";
import { attributes, html } from "../html.mjs";
import { pages, searchForm } from "./list-parts.mjs";

/** `found` is null before anything was asked. */
export function search(view, { query, found }) {
  const { texts, path } = view;
  return html`<div class="opening"><div class="opening-text">
      <h1>${texts.search}</h1>
      ${searchForm(view, path, query)}
    </div></div>
    ${found && html`<div class="body">
      <p class="count" role="status">${found.totalCount > 0 ? texts.pagesFound(found.totalCount, query) : texts.noneFound}</p>
      <ol class="found">${found.edges.map((edge) => result(view, edge))}</ol>
      ${pages(view, path, { q: query }, found.pageInfo)}
    </div>`}`;
}

function result(view, { highlight, node: { __typename, title, path, locale, ingress } }) {
  const type = view.texts.types[__typename];
  return html`<li${view.lang(locale)}>
    <h2><a${attributes({ href: path })}>${title}</a></h2>
    <p>${highlight ? marked(highlight) : ingress}</p>
    ${type && html`<p class="small"${view.inside(locale).own}>${type}</p>`}
  </li>`;
}
