// The only home of rich text as HTML.

import { renderRichText } from "@helsinki-smart-region/client";

import { html } from "./html.mjs";
import { anchor } from "./links.mjs";

export function richText(view, document) {
  return renderRichText(document, {
    paragraph: (children) => html`<p>${children}</p>`,
    bulletedList: (children) => html`<ul>${children}</ul>`,
    numberedList: (children) => html`<ol>${children}</ol>`,
    listItem: (children) => html`<li>${children}</li>`,
    link: (children, { href }) => anchor(view, href, children),
    lineBreak: () => html`<br>`,
    text: ({ text, bold, italic }) => {
      const slanted = italic ? html`<em>${text}</em>` : html`${text}`;
      return bold ? html`<strong>${slanted}</strong>` : slanted;
    },
  });
}
