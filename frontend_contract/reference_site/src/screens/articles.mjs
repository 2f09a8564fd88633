// The only home of articles, one and many.

import { blocks } from "../blocks.mjs";
import { cards } from "../cards.mjs";
import { badge, people } from "../facts.mjs";
import { partialDate } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { pages } from "./list-parts.mjs";
import { opening, section, updated } from "./opening.mjs";

export function article(view, page) {
  const { texts, locale } = view;
  const inner = view.inside(page.locale);
  return html`<article>
    ${opening(view, page, {
      above: html`<p class="meta"><time${attributes({ datetime: page.date })}>${partialDate(locale, page.date)}</time>
        ${page.priorities.map((one) => badge(view, one, { isLink: true }))}</p>`,
      image: page.leadImage,
    })}
    <div class="body"${view.lang(page.locale)}>${blocks(inner, page.body)}</div>
    ${page.contacts.length > 0 && section(view, texts.contacts, people(view, page.contacts), { class: "band" })}
    ${page.related.length > 0 && section(view, texts.related, cards(view, page.related), { class: "band tinted" })}
    <div class="band ends">${updated(view, page)}</div>
  </article>`;
}

/** `list` is the part that the address asks for; the page itself has the first. */
export function articleIndex(view, page, { list = page.articles } = {}) {
  return html`${opening(view, page)}
    <div class="band">
      <p class="count" role="status">${view.texts.articlesFound(list.totalCount)}</p>
      ${cards(view, list.edges.map(({ node }) => node), { level: 2 })}
      ${pages(view, page.path, {}, list.pageInfo)}
    </div>`;
}
