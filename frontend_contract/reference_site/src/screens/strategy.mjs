// The only home of strategies and their priorities.

import { blocks } from "../blocks.mjs";
import { cards } from "../cards.mjs";
import { addressOf, listOf } from "../case-address.mjs";
import { badge, coloured, people } from "../facts.mjs";
import { period } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { richText } from "../rich-text.mjs";
import { opening, section, updated } from "./opening.mjs";

export function strategy(view, page) {
  const { texts, locale } = view;
  const inner = view.inside(page.locale);
  const years = period(locale, `${page.startYear}`, page.endYear && `${page.endYear}`);
  return html`${opening(view, page, { below: html`<p class="meta"><span>${texts.strategyPeriod} ${years}</span></p>` })}
    ${page.mainTheme && html`<section class="theme"><div${view.lang(page.locale)}>
      <p class="overline"${inner.own}>${texts.mainTheme}</p><h2>${page.mainTheme}</h2>
      <div class="text">${richText(inner, page.mainThemeText.document)}</div></div></section>`}
    ${page.priorities.length > 0 && section(view, texts.priorities, cards(view, page.priorities), { class: "band priorities" })}
    <div class="body"${view.lang(page.locale)}>${blocks(inner, page.body)}</div>
    <div class="band ends">
      ${[["predecessor", page.predecessor], ["successor", page.successor]].map(([which, other]) => other && html`<p>${texts[which]}:
        <a${attributes({ href: other.path })}>${other.title}</a></p>`)}
      ${updated(view, page)}
    </div>`;
}

export function priority(view, page) {
  const { texts } = view;
  const inner = view.inside(page.locale);
  const { totalCount, nodes } = page.cases;
  return html`<div${attributes({ class: `priority ${coloured(view, page)}` })}>
    ${opening(view, page, {
      above: page.strategy && html`<p class="overline">${texts.partOf} <a${attributes({ href: page.strategy.path })}>${page.strategy.title}</a></p>`,
      classes: "coloured",
    })}
    ${page.successor && html`<p class="body notice">${texts.successorOf} ${badge(view, page.successor, { isLink: true })}</p>`}
    ${page.focusAreas.length > 0 && section(view, texts.focusAreas, html`<ul class="focus-areas">${page.focusAreas.map(
      ({ name, text, lang }) => html`<li${view.lang(lang)}><h3>${name}</h3><p>${text}</p></li>`)}</ul>`, { class: "band" })}
    <div class="body"${view.lang(page.locale)}>${blocks(inner, page.body)}</div>
    ${nodes.length > 0 && section(view, texts.cases, html`${cards(view, nodes)}
      <p><a class="button"${attributes({ href: addressOf(listOf(nodes[0]), { priority: [page.code] }) })}>${texts.casesOf(totalCount)}</a></p>`, { class: "band" })}
    ${page.contacts.length > 0 && section(view, texts.contacts, people(view, page.contacts), { class: "band" })}
    <div class="band ends">${updated(view, page)}</div>
  </div>`;
}
