// The only home of what is shown where there is no page to show.

import { heading } from "../facts.mjs";
import { attributes, html } from "../html.mjs";
import { searchPath } from "../layout.mjs";
import { pageLink } from "../links.mjs";
import { searchForm } from "./list-parts.mjs";

function message(view, title, text, more) {
  return html`<div class="opening last"><div class="opening-text">${heading(view, 1, title)}<p class="ingress">${text}</p>${more}</div></div>`;
}

export function notFound(view, suggestions = []) {
  const { texts } = view;
  return message(view, texts.notFound, texts.notFoundText, html`
    ${suggestions.length > 0 && html`<section><h2>${texts.didYouMean}</h2><ul class="pages-below">${suggestions.map(
      (page) => html`<li>${pageLink(view, page)}</li>`)}</ul></section>`}
    ${waysOn(view)}`);
}

export function gone(view) {
  return message(view, view.texts.gone, view.texts.goneText, waysOn(view));
}

function waysOn(view) {
  return html`${searchForm(view, searchPath(view))}
    <p><a${attributes({ href: `/${view.locale}/` })}>${view.texts.toHome}</a></p>`;
}

/** `problem` is the code of an error of `unlockPage`, or null before anything was tried. */
export function locked(view, problem) {
  const { texts } = view;
  const said = problem && (problem === "RATE_LIMITED" ? texts.tooManyTries : texts.wrongPassword);
  return message(view, texts.locked, texts.lockedText, html`<form method="post" class="unlock">
    <label for="password">${texts.password}</label>
    <input type="password" id="password" name="password" required autocomplete="off"${attributes({
      "aria-invalid": said && "true",
      "aria-describedby": said && "problem",
      autofocus: Boolean(said),
    })}>
    ${said && html`<p class="problem" id="problem" role="alert">${said}</p>`}
    <button type="submit" class="button">${texts.unlock}</button>
  </form>`);
}

export function previewFailed(view, code) {
  return message(view, view.texts.preview, view.texts.previews[code] ?? view.texts.failedText);
}

export function failed(view) {
  return message(view, view.texts.failed, view.texts.failedText);
}

export function notAllowed(view) {
  return message(view, view.texts.notFound, view.texts.notAllowed);
}
