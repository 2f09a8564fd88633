// The only home of pages in lists: cards that are one link each.

import { badge, coloured, heading, status } from "./facts.mjs";
import { partialDate, years } from "./formats.mjs";
import { grid } from "./grids.mjs";
import { attributes, html, raw } from "./html.mjs";
import { picture } from "./pictures.mjs";
import { typeset } from "./typography.mjs";

const SIZES = "(min-width: 64em) 30rem, (min-width: 40em) 50vw, 100vw";

/** Cards of any type; `level` is that of their titles, and the first `seen` are in view at once. */
export function cards(view, pages, { level = 3, highlights = [], seen = 0 } = {}) {
  if (pages.length === 0) return false;
  return grid("cards", pages.map((page, place) => card(view, page, { level, highlight: highlights[place], isSeen: place < seen })));
}

function card(view, page, { level, highlight, isSeen }) {
  const inner = view.inside(page.locale);
  const [first] = page.priorities ?? [];
  const classes = ["card", coloured(view, first ?? page)].filter(Boolean).join(" ");
  const link = html`<a${attributes({ href: page.path })}>${page.title}</a>`;
  return html`<li${attributes({ class: classes })}${view.lang(page.locale)}>
    ${page.cardImage ? picture(inner, page.cardImage, { sizes: SIZES, loading: isSeen ? "eager" : "lazy" }) : html`<span class="no-picture"></span>`}
    <div class="card-text">
      ${heading(view, level, link)}
      <p>${highlight ? marked(highlight) : page.ingress}</p>
      ${page.priorities?.length > 0 && html`<p class="badges"${inner.own}>${page.priorities.map((one) => badge(view, one))}</p>`}
      ${meta(inner, page)}
    </div>
  </li>`;
}

function meta(view, { status: value, startDate, endDate, municipalities, date }) {
  const facts = [
    value && status(view, value),
    date && html`<time${attributes({ datetime: date })}>${partialDate(view.locale, date)}</time>`,
    (startDate || endDate) && html`<span class="whole">${years(view, startDate, endDate)}</span>`,
    municipalities?.length > 0 && html`<span>${places(view, municipalities)}</span>`,
  ].filter(Boolean);
  return facts.length > 0 && html`<p class="meta"${view.own}>${facts}</p>`;
}

function places(view, municipalities) {
  const names = municipalities.map(({ name }) => name);
  return names.length > 3 ? `${names.slice(0, 2).join(", ")} +${names.length - 2}` : names.join(", ");
}

/** A `highlight` of the API: safe HTML whose only element is `mark`. */
export function marked(highlight) {
  return raw(typeset(highlight.replace(/<(?!\/?mark>)/g, "&lt;")));
}
