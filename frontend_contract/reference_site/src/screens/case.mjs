// The only home of a case.

import { cards } from "../cards.mjs";
import { addressOf } from "../list-address.mjs";
import { badge, figures, funding, goal, organisations, status } from "../facts.mjs";
import { period } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { anchor } from "../links.mjs";
import { reading } from "../reading.mjs";
import { smallMap } from "./case-map.mjs";
import { opening, section, updated } from "./opening.mjs";

const ROLES = ["lead", "partner", "funder"];

export function casePage(view, page) {
  const { texts } = view;
  const middle = reading(view, page, {
    before: page.keyFigures.length > 0 && html`<section><h2 class="unseen">${texts.figures}</h2>${figures(view, page.keyFigures)}</section>`,
    beside: box(texts.facts, facts(view, page)),
    after: box(texts.topics, topics(view, page)),
  });
  const related = view.once(page.related);
  return html`<article>
    ${opening(view, page, {
      above: page.priorities.length > 0 && html`<p class="badges">${page.priorities.map((one) => badge(view, one, { isLink: true }))}</p>`,
      image: page.leadImage,
    })}
    ${middle}
    ${related.length > 0 && section(view, texts.related, cards(view, related), { class: "band tinted" })}
    <div class="band ends">${updated(view, page)}</div>
  </article>`;
}

function box(title, all) {
  const given = all.filter(([, value]) => value);
  return given.length > 0 && html`<aside class="facts"${attributes({ "aria-label": title })}><h2>${title}</h2>
    <dl>${given.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></aside>`;
}

/** The address of the list of cases with a filter, where the case is in a list. */
function listWith({ parent }) {
  return parent && ((filter) => addressOf(parent.path, filter));
}

/** What a reader asks first: they come before the text where there is one column. */
function facts(view, page) {
  const { texts } = view;
  const list = listWith(page);
  const among = (filter, content) => (list ? html`<a${attributes({ href: list(filter) })}>${content}</a>` : content);
  return [
    [texts.status, among({ status: [page.status] }, status(view, page.status))],
    [texts.time, (page.startDate || page.endDate) && html`<span class="sentence">${period(view, page.startDate, page.endDate)}</span>`],
    [texts.municipalities, municipalities(view, page, among)],
    ...ROLES.map((role) => [texts.roles[role], partners(view, page, role)]),
    [texts.funding, page.funding.length > 0 && funding(view, page.funding, page.locale)],
  ];
}

function topics(view, page) {
  const { texts } = view;
  const list = listWith(page);
  return [
    [texts.readiness, page.technologyReadinessLevel && texts.readinessOf(page.technologyReadinessLevel)],
    [texts.focusAreas, page.focusAreas.length > 0 && html`<ul class="plain">${page.focusAreas.map(
      ({ name, lang }) => html`<li${view.lang(lang)}>${name}</li>`)}</ul>`],
    [texts.goals, page.goals.length > 0 && html`<ul class="plain">${page.goals.map(
      (one) => html`<li>${goal(view, one, list?.({ goal: [`${one.number}`] }))}</li>`)}</ul>`],
    [texts.places, page.locations.length > 0 && html`${smallMap(view, page.locations)}<ul class="plain">${page.locations.map(place(view))}</ul>`],
    [texts.links, page.links.length > 0 && html`<ul class="plain">${page.links.map(
      ({ title, url }) => html`<li${view.lang(page.locale)}>${anchor(view.inside(page.locale), url, title)}</li>`)}</ul>`],
  ];
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
