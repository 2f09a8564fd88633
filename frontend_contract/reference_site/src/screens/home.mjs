// The only home of the home page.

import { blocks } from "../blocks.mjs";
import { cards } from "../cards.mjs";
import { listOf } from "../case-address.mjs";
import { attributes, html } from "../html.mjs";
import { opening, section } from "./opening.mjs";

export function home(view, page) {
  const { texts } = view;
  const { strategy, featuredCases } = page;
  const inner = view.inside(page.locale);
  return html`${opening(view, page, { image: page.heroImage, classes: "home" })}
    ${strategy && section(view, texts.priorities, html`
      <p class="lead"><a${attributes({ href: strategy.path })}>${strategy.title}</a></p>
      ${cards(view, strategy.priorities)}`, { class: "band priorities" })}
    <div class="body"${view.lang(page.locale)}>${blocks(inner, page.body)}</div>
    ${featuredCases.length > 0 && section(view, texts.featured, html`${cards(view, featuredCases)}
      <p><a class="button"${attributes({ href: listOf(featuredCases[0]) })}>${texts.allCases}</a></p>`, { class: "band tinted" })}`;
}
