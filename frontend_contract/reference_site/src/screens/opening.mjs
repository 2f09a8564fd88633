// The only home of how every page opens: where the visitor is, which language this is, title and ingress.

import { day } from "../formats.mjs";
import { attributes, html } from "../html.mjs";
import { pageLink } from "../links.mjs";
import { creditedPicture } from "../pictures.mjs";
import { heading } from "../facts.mjs";

/** `above` and `below` stand around the title; `image` is a HeroImage. */
export function opening(view, page, { above, below, image, classes = "" } = {}) {
  const inner = view.inside(page.locale);
  return html`<div${attributes({ class: `opening ${classes} ${image ? "with-picture" : ""}`.trim() })}>
    <div class="opening-text">
      ${breadcrumbs(view, page.breadcrumbs)}
      ${page.isFallback && html`<p class="fallback" role="note">${fallbackNotice(view, page.locale)}</p>`}
      ${above}
      ${heading(view, 1, page.title || view.texts.untitled, { lang: page.title && page.locale !== view.around ? page.locale : undefined })}
      ${page.ingress && html`<p class="ingress"${view.lang(page.locale)}>${page.ingress}</p>`}
      ${below}
    </div>
    ${image && html`<div class="opening-picture"${view.lang(page.locale)}>${creditedPicture(inner, image, { first: true, sizes: "(min-width: 64em) 60vw, 100vw" })}</div>`}
  </div>`;
}

function breadcrumbs(view, pages) {
  return pages.length > 0 && html`<nav class="breadcrumbs"${attributes({ "aria-label": view.texts.breadcrumbs })}>
    <ol>${pages.map((page) => html`<li>${pageLink(view, page)}</li>`)}</ol>
  </nav>`;
}

function fallbackNotice({ texts }, locale) {
  return texts.fallback(texts.languageOf[locale] ?? locale);
}

/** When the page was last published; a draft has not been. */
export function updated({ texts, locale }, { lastPublishedAt }) {
  return lastPublishedAt && html`<p class="updated small">${texts.updated} <time${attributes({ datetime: lastPublishedAt })}>${day(locale, lastPublishedAt)}</time></p>`;
}

/** A section of the page's own, with a heading of the site's. */
export function section(view, title, content, more = {}) {
  return content && html`<section${attributes(more)}><h2>${title}</h2>${content}</section>`;
}
