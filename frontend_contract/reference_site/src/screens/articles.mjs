// The only home of articles, one and many.

import { cards } from "../cards.mjs";
import { badge } from "../facts.mjs";
import { partialDate } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { ARTICLE_FACETS } from "../list-address.mjs";
import { contents, reading } from "../reading.mjs";
import { filtered, pages } from "./list-parts.mjs";
import { opening, section, updated } from "./opening.mjs";

export function article(view, page) {
  const { texts, locale } = view;
  const middle = reading(view, page, { beside: contents(view, page) });
  const related = view.once(page.related);
  return html`<article>
    ${opening(view, page, {
      above: html`<p class="meta"><time${attributes({ datetime: page.date })}>${partialDate(locale, page.date)}</time>
        ${page.priorities.map((one) => badge(view, one, { isLink: true }))}</p>`,
      image: page.leadImage,
    })}
    ${middle}
    ${related.length > 0 && section(view, texts.related, cards(view, related), { class: "band tinted" })}
    <div class="band ends">${updated(view, page)}</div>
  </article>`;
}

/** `list` is the part that the address asks for, and `facets` what it may be filtered by; the page itself has the first. */
export function articleIndex(view, page, { state = {}, number = 1, list = page.articles, facets = {} } = {}) {
  const { texts } = view;
  const { totalCount, edges } = list;
  return html`${opening(view, page)}${filtered(view, page.path, {
    state,
    facets: ARTICLE_FACETS.map(({ name, single }) => ({ name, single, open: true, entries: facets[name] ?? [] })),
    count: texts.articlesFound(totalCount),
    results: html`
      ${totalCount === 0 && html`<p class="none">${texts.noneFound}</p>`}
      ${cards(view, edges.map(({ node }) => node), { highlights: edges.map(({ highlight }) => highlight), seen: 2 })}
      ${pages(view, page.path, state, { number, totalCount })}`,
  })}`;
}
