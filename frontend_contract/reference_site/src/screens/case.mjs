// The only home of a case.

import { blocks } from "../blocks.mjs";
import { cards } from "../cards.mjs";
import { addressOf } from "../case-address.mjs";
import { badge, figures, funding, goal, organisations, people, status } from "../facts.mjs";
import { period } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { anchor } from "../links.mjs";
import { opening, section, updated } from "./opening.mjs";

const ROLES = ["lead", "partner", "funder"];

export function casePage(view, page) {
  const { texts } = view;
  const inner = view.inside(page.locale);
  return html`<article>
    ${opening(view, page, {
      above: page.priorities.length > 0 && html`<p class="badges">${page.priorities.map((one) => badge(view, one, { isLink: true }))}</p>`,
      image: page.leadImage,
    })}
    <div class="columns">
      <div class="body">
        ${page.keyFigures.length > 0 && html`<section><h2 class="unseen">${texts.figures}</h2>${figures(view, page.keyFigures)}</section>`}
        <div${view.lang(page.locale)}>${blocks(inner, page.body)}</div>
      </div>
      <aside class="facts"${attributes({ "aria-label": texts.facts })}><h2>${texts.facts}</h2><dl>${facts(view, page)}</dl></aside>
    </div>
    ${page.contacts.length > 0 && section(view, texts.contacts, people(view, page.contacts), { class: "band" })}
    ${page.related.length > 0 && section(view, texts.related, cards(view, page.related), { class: "band tinted" })}
    <div class="band ends">${updated(view, page)}</div>
  </article>`;
}

function facts(view, page) {
  const { texts } = view;
  const list = page.parent && ((filter) => addressOf(page.parent.path, filter));
  const among = (filter, content) => (list ? html`<a${attributes({ href: list(filter) })}>${content}</a>` : content);
  const all = [
    [texts.status, among({ status: [page.status] }, status(view, page.status))],
    [texts.time, (page.startDate || page.endDate) && period(view.locale, page.startDate, page.endDate)],
    [texts.municipalities, municipalities(view, page, among)],
    ...ROLES.map((role) => [texts.roles[role], partners(view, page, role)]),
    [texts.funding, page.funding.length > 0 && funding(view, page.funding, page.locale)],
    [texts.readiness, page.technologyReadinessLevel && texts.readinessOf(page.technologyReadinessLevel)],
    [texts.focusAreas, page.focusAreas.length > 0 && html`<ul class="plain">${page.focusAreas.map(
      ({ name, lang }) => html`<li${view.lang(lang)}>${name}</li>`)}</ul>`],
    [texts.goals, page.goals.length > 0 && html`<ul class="plain">${page.goals.map(
      (one) => html`<li>${goal(view, one, list?.({ goal: [`${one.number}`] }))}</li>`)}</ul>`],
    [texts.places, page.locations.length > 0 && html`<ul class="plain">${page.locations.map(place(view))}</ul>`],
    [texts.links, page.links.length > 0 && html`<ul class="plain">${page.links.map(
      ({ title, url }) => html`<li${view.lang(page.locale)}>${anchor(view.inside(page.locale), url, title)}</li>`)}</ul>`],
  ];
  return all.map(([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
}

/** A case without municipalities concerns them all. */
function municipalities(view, { municipalities: list }, among) {
  if (list.length === 0) return view.texts.wholeRegion;
  return html`<ul class="plain">${list.map(({ code, name }) => html`<li>${among({ municipality: [code] }, name)}</li>`)}</ul>`;
}

function partners(view, page, role) {
  const list = page.partners.filter((partner) => partner.role === role);
  return list.length > 0 && organisations(view, list);
}

function place(view) {
  return ({ latitude, longitude }) => {
    const at = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=13/${latitude}/${longitude}`;
    return html`<li>${anchor(view, url, at)}</li>`;
  };
}
