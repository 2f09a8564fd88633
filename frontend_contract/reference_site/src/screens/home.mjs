// The only home of the home page.

import { cards } from "../cards.mjs";
import { partialDate } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { listOf } from "../list-address.mjs";
import { reading } from "../reading.mjs";
import { opening, section } from "./opening.mjs";

/** `news` are the latest articles. */
export function home(view, page, { news = [] } = {}) {
  const { texts } = view;
  const { strategy } = page;
  const middle = reading(view, page, { after: news.length > 0 && latest(view, news) });
  const featured = view.once(page.featuredCases);
  return html`${opening(view, page, { image: page.heroImage, classes: "home" })}
    ${strategy && section(view, texts.priorities, html`
      <p class="lead"><a${attributes({ href: strategy.path })}>${strategy.title}</a></p>
      ${cards(view, strategy.priorities)}`, { class: "band priorities" })}
    ${middle}
    ${featured.length > 0 && section(view, texts.featured, html`${cards(view, featured)}
      <p><a class="button"${attributes({ href: listOf(featured[0]) })}>${texts.allCases}</a></p>`, { class: "band tinted" })}`;
}

function latest(view, news) {
  const { texts, locale } = view;
  return html`<section class="news"><h2>${texts.latestNews}</h2>
    <ul>${news.map(({ title, path, date, locale: lang }) => html`<li>
      <time class="small"${attributes({ datetime: date })}>${partialDate(locale, date)}</time>
      <a${attributes({ href: path })}${view.lang(lang)}>${title}</a></li>`)}</ul>
    <p><a${attributes({ href: listOf(news[0]) })}>${texts.allNews}</a></p></section>`;
}
