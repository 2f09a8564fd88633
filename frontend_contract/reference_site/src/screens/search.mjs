// The only home of the search page.

import { marked } from "../cards.mjs";
import { heading } from "../facts.mjs";
import { attributes, html } from "../html.mjs";
import { addressOf } from "../list-address.mjs";
import { pages, searchForm } from "./list-parts.mjs";

/** `found` is null before anything was asked; `kinds` are those that it may be narrowed to, with their counts. */
export function search(view, { query, kind, kinds, found, number }) {
  const { texts, path } = view;
  return html`<div class="opening"><div class="opening-text">
      <h1>${texts.search}</h1>
      ${searchForm(view, path, query)}
    </div></div>
    ${found && html`<div class="band search-results">
      ${narrowed(view, query, kind, kinds)}
      <div><p class="count" role="status">${found.totalCount > 0 ? texts.pagesFound(found.totalCount, query) : texts.noneFound}</p>
      <ol class="found">${found.edges.map((edge) => result(view, edge))}</ol>
      ${pages(view, path, { q: query, type: kind }, { number, totalCount: found.totalCount })}</div>
    </div>`}`;
}

function narrowed({ texts, path }, query, kind, kinds) {
  if (kinds.length < 2 && !kind) return false;
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  return html`<nav${attributes({ "aria-label": texts.filters })}><ul class="choices">${[[undefined, all], ...kinds].map(([one, count]) => html`<li><a${attributes({
    href: addressOf(path, { q: query, type: one }), "aria-current": one === kind && "true",
  })}>${one ? texts.searchTypes[one] : texts.allTypes} <span class="number">(${count})</span></a></li>`)}</ul></nav>`;
}

function result(view, { highlight, node: { __typename, title, path, locale, ingress } }) {
  const type = view.texts.types[__typename];
  return html`<li${view.lang(locale)}>
    ${heading(view, 2, html`<a${attributes({ href: path })}>${title}</a>`)}
    <p>${highlight ? marked(highlight) : ingress}</p>
    ${type && html`<p class="small"${view.inside(locale).own}>${type}</p>`}
  </li>`;
}
