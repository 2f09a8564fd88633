// The only home of running content, and of pages whose type is not known yet.

import { html } from "../html.mjs";
import { pageLink } from "../links.mjs";
import { contents, reading } from "../reading.mjs";
import { opening, section, updated } from "./opening.mjs";

export function content(view, page) {
  const { texts } = view;
  const { body = [], children = [] } = page;
  return html`${opening(view, page)}
    ${reading(view, { ...page, body }, { beside: contents(view, { ...page, body }) })}
    ${children.length > 0 && section(view, texts.below, html`<ul class="pages-below">${children.map(
      (child) => html`<li>${pageLink(view, child)}</li>`)}</ul>`, { class: "band" })}
    <div class="band ends">${updated(view, page)}</div>`;
}
