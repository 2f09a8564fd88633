// The only home of running content, and of pages whose type is not known yet.

import { blocks } from "../blocks.mjs";
import { html } from "../html.mjs";
import { pageLink } from "../links.mjs";
import { opening, section, updated } from "./opening.mjs";

export function content(view, page) {
  const { texts } = view;
  const { body = [], children = [] } = page;
  return html`${opening(view, page)}
    <div class="body"${view.lang(page.locale)}>${blocks(view.inside(page.locale), body)}</div>
    ${children.length > 0 && section(view, texts.below, html`<ul class="pages-below">${children.map(
      (child) => html`<li>${pageLink(view, child)}</li>`)}</ul>`, { class: "band" })}
    <div class="band ends">${updated(view, page)}</div>`;
}
