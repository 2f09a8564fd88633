// The only home of strategies and their priorities.

import { cards } from "../cards.mjs";
import { addressOf, listOf } from "../list-address.mjs";
import { badge, coloured, heading } from "../facts.mjs";
import { period } from "../formats.mjs";
import { contents, reading } from "../reading.mjs";
import { grid } from "../grids.mjs";
import { attributes, html } from "../html.mjs";
import { richText } from "../rich-text.mjs";
import { opening, section, updated } from "./opening.mjs";

export function strategy(view, page) {
  const { texts } = view;
  const inner = view.inside(page.locale);
  const years = period(view, `${page.startYear}`, page.endYear && `${page.endYear}`);
  return html`${opening(view, page, { below: html`<p class="meta"><span>${texts.strategyPeriod}: ${years}</span></p>` })}
    ${page.mainTheme && html`<section class="theme"><div${view.lang(page.locale)}>
      <div><p class="overline"${inner.own}>${texts.mainTheme}</p>${heading(view, 2, page.mainTheme)}</div>
      <div class="text">${richText(inner, page.mainThemeText.document)}</div></div></section>`}
    ${page.priorities.length > 0 && section(view, texts.priorities, cards(view, page.priorities), { class: "band priorities" })}
    ${reading(view, page, { beside: contents(view, page) })}
    <div class="band ends">
      ${[["predecessor", page.predecessor], ["successor", page.successor]].map(([which, other]) => other && html`<p>${texts[which]}:
        <a${attributes({ href: other.path })}>${other.title}</a></p>`)}
      ${updated(view, page)}
    </div>`;
}

export function priority(view, page) {
  const { texts } = view;
  const { totalCount } = page.cases;
  const middle = reading(view, page, { beside: contents(view, page) });
  const nodes = view.once(page.cases.nodes);
  const isBelowStrategy = page.breadcrumbs.at(-1)?.path === page.strategy?.path;
  return html`<div${attributes({ class: `priority ${coloured(view, page)}` })}>
    ${opening(view, page, {
      above: page.strategy && !isBelowStrategy && html`<p class="overline">${texts.partOf} <a${attributes({ href: page.strategy.path })}>${page.strategy.title}</a></p>`,
      classes: "coloured",
    })}
    ${page.successor && html`<div class="band"><p class="continued">${texts.successorOf} ${badge(view, page.successor, { isLink: true })}</p></div>`}
    ${page.focusAreas.length > 0 && section(view, texts.focusAreas, grid("focus-areas", page.focusAreas.map(
      ({ name, text, lang }) => html`<li${view.lang(lang)}>${heading(view, 3, name)}<p>${text}</p></li>`)), { class: "band" })}
    ${middle}
    ${totalCount > 0 && section(view, texts.cases, html`${cards(view, nodes)}
      <p><a class="button"${attributes({ href: addressOf(listOf(page.cases.nodes[0]), { priority: [page.code] }) })}>${texts.casesOf(totalCount)}</a></p>`, { class: "band" })}
    <div class="band ends">${updated(view, page)}</div>
  </div>`;
}
