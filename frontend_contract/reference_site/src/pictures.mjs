// The only home of pictures: an `img` with its sizes, its placeholder and what of it stays in view.

import { imgAttributes } from "@helsinki-smart-region/client";

import { attributes, html } from "./html.mjs";

/** The picture; `sizes` and `loading` are those of the package. The `first` of a page is asked for before all else. */
export function picture(view, image, { first = false, ...options } = {}) {
  const { style, lang, ...rest } = imgAttributes(image, first ? { ...options, loading: "eager" } : options);
  const all = { ...rest, fetchpriority: first && "high", class: style && view.rule(style) };
  return html`<img${attributes(all)}${view.lang(lang)}>`;
}

/** The picture with who made it, as a figure. */
export function creditedPicture(view, image, { caption = "", ...options } = {}) {
  const made = [image.credit, image.licence].filter(Boolean).join(", ");
  return html`<figure class="picture">${picture(view, image, options)}${
    (caption || made) && html`<figcaption>${[caption, made].filter(Boolean).join(" · ")}</figcaption>`
  }</figure>`;
}
