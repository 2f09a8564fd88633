// The only home of small facts: badges, goals, figures, people, partners, funding.

import { fileSize, languageName, money, partialDate } from "./formats.mjs";
import { grid } from "./grids.mjs";
import { attributes, html } from "./html.mjs";
import { anchor } from "./links.mjs";
import { picture } from "./pictures.mjs";
import { joined, longestPart, longestWord, typeset } from "./typography.mjs";

const HEX = /^#[0-9a-f]{6}$/i;
/** Of characters: what is longer than this shrinks where there is little room. */
const LONG_WORD = 11;
/** Of characters: a unit that is longer, or has a longer number before it, has a line of its own. */
const LONG_UNIT = 8;
const LONG_FIGURE = 18;

/** A class that gives its element the colours of a priority or a goal. */
export function coloured(view, { color, textColor }) {
  const isColour = HEX.test(color) && HEX.test(textColor);
  return isColour ? view.rule(`--colour:${color};--on-colour:${textColor}`) : "";
}

/** A PriorityBadge as a link, or as words where the card around it is the link. */
export function badge(view, priority, { isLink = false } = {}) {
  const of = { class: `badge ${coloured(view, priority)}` };
  return isLink
    ? html`<a${attributes({ ...of, href: priority.path })}${view.lang(priority.locale)}>${priority.label}</a>`
    : html`<span${attributes(of)}${view.lang(priority.locale)}>${priority.label}</span>`;
}

export function status(view, value) {
  const text = view.texts.statuses[value];
  return text && html`<span class="status status-${value}"${view.own}>${text}</span>`;
}

export function goal(view, { number, title, lang, ...colours }, href) {
  const content = html`<b class="number ${coloured(view, colours)}">${number}</b> <span${view.lang(lang)}>${title}</span>`;
  return href ? html`<a class="goal"${attributes({ href })}>${content}</a>` : html`<span class="goal">${content}</span>`;
}

export function figures(view, list) {
  if (list.length === 0) return false;
  const lines = list.map(({ value, unit }) => [longestPart(value), isBeside(value, unit) ? unit.length + 1 : 0]);
  // All are as large as the one that needs most room; a character of a unit is half as wide as one of a number.
  const [[number, unit]] = lines.sort((one, other) => 2 * other[0] + other[1] - 2 * one[0] - one[1]);
  return grid(`figures ${view.rule(`--number:${number};--unit:${unit}`)}`, list.map((one) => figure(view, one)));
}

function isBeside(value, unit) {
  return unit !== "" && unit.length <= LONG_UNIT && longestPart(value) + unit.length <= LONG_FIGURE;
}

function figure(view, { value, unit, caption, asOf, sourceUrl, lang }) {
  const inner = view.inside(lang);
  const source = sourceUrl && anchor(inner, sourceUrl, html`<span${inner.own}>${view.texts.source}</span>`);
  const isTogether = isBeside(value, unit);
  return html`<li${view.lang(lang)}>
    <p class="value">${pieces(value)}${unit && html`${isTogether ? "\u00a0" : " "}<span${attributes({ class: isTogether ? "unit" : "unit below" })}>${unit}</span>`}</p>
    <p>${caption}</p>
    <p class="small">${asOf && html`<span${inner.own}>${partialDate(view.locale, asOf)}</span>`}${asOf && source && ". "}${source}</p>
  </li>`;
}

/** A figure may be words: lines end between them, and nowhere else. */
function pieces(value) {
  return html`<strong>${typeset(value).split(" ").map((part, place) => html`${place > 0 && " "}<span class="whole">${part}</span>`)}</strong>`;
}

/** `level` is that of the names, which are headings. */
export function people(view, list, level = 3) {
  return list.length > 0 && grid("people", list.map((one) => person(view, one, level)));
}

function person(view, { name, jobTitle, email, phone, responsibilities, lang, image }, level) {
  const inner = view.inside(lang);
  const { texts } = view;
  const call = phone && `tel:${phone.replace(/[^+\d]/g, "")}`;
  return html`<li class="person"${view.lang(lang)}>
    ${image && picture(inner, image, { sizes: "6rem" })}
    <div>
      ${heading(view, level, name)}
      ${jobTitle && html`<p>${jobTitle}</p>`}
      ${responsibilities && html`<p class="small">${responsibilities}</p>`}
      ${email && html`<p><span class="unseen"${inner.own}>${texts.email}: </span>${anchor(inner, `mailto:${email}`, email)}</p>`}
      ${phone && html`<p><span class="unseen"${inner.own}>${texts.phone}: </span>${anchor(inner, call, joined(phone))}</p>`}
    </div>
  </li>`;
}

/** The text of a heading; its longest word decides how large it may be where there is little room. */
export function heading(view, level, content, more = {}) {
  const longest = longestWord(`${content}`.replace(/<[^>]*>/g, ""));
  const all = attributes({ ...more, class: longest > LONG_WORD ? view.rule(`--longest:${longest}`) : undefined });
  return [, html`<h1${all}>${content}</h1>`, html`<h2${all}>${content}</h2>`, html`<h3${all}>${content}</h3>`][level]
    ?? html`<h4${all}>${content}</h4>`;
}

/** The partners of one role, as names that lead to their sites. */
export function organisations(view, partners) {
  return html`<ul class="plain">${partners.map(({ organisation: { name, lang, website } }) => {
    const inner = view.inside(lang);
    return html`<li${view.lang(lang)}>${website ? anchor(inner, website, name) : name}</li>`;
  })}</ul>`;
}

/** `contentLang` is the language of the page that the names come from. */
export function funding(view, list, contentLang) {
  const { texts, locale } = view;
  return html`<ul class="plain">${list.map(({ programme, amount, currency, projectCode, statement }) => html`<li>
    <span${view.lang(contentLang)}>${programme}</span>${amount && currency && html`, ${money(locale, amount, currency)}`}
    ${projectCode && html`<br><span class="small">${texts.projectCode} ${projectCode}</span>`}
    ${statement && html`<br><span class="small"${view.lang(contentLang)}>${statement}</span>`}
  </li>`)}</ul>`;
}

export function download(view, { title, url, filename, size, lang }) {
  const about = `${filename.split(".").pop().toUpperCase()}, ${fileSize(view.locale, size)}, ${languageName(view.locale, lang)}`;
  return html`<a class="download"${attributes({ href: url, hreflang: lang })}>
    <span class="unseen"${view.own}>${view.texts.download}: </span><span${view.lang(lang)}>${title}</span>
    <span class="small"${view.own}>(${about})</span></a>`;
}
