// The only home of what templates know besides their data: the reader's language, and what the page's head must have.

import { createHash } from "node:crypto";

import { attributes } from "./html.mjs";
import { textsOf } from "./texts/index.mjs";

export class View {
  /** `locale` is the reader's language; `layout` the answer of the operation, or null where there is none. */
  constructor({ locale, layout = null, tiles, outlines, path = `/${locale}/` }) {
    Object.assign(this, { locale, layout, tiles, outlines, path, around: locale, rules: new Map(), frames: new Set(), pictures: new Set(), shown: new Set() });
    this.texts = textsOf(locale);
  }

  /** The same view, inside an element of another language. */
  inside(lang) {
    return Object.assign(Object.create(View.prototype), this, { around: lang || this.around });
  }

  /** The attribute `lang`, where the language differs from the one around. */
  lang(code) {
    return code && code !== this.around ? attributes({ lang: code }) : [];
  }

  /** For the site's own words inside an element of another language. */
  get own() {
    return this.lang(this.locale);
  }

  /** Of cases or people, those that this page has not shown yet; now it has. */
  once(list) {
    return list.filter(({ id }) => !this.shown.has(id) && this.shown.add(id));
  }

  /**
   * A class with these declarations: the site's policy allows no `style` attributes. Its name depends on nothing else,
   * so that parts of one page may be shown in another.
   */
  rule(declarations) {
    const name = `r-${createHash("sha256").update(declarations).digest("hex").slice(0, 10)}`;
    this.rules.set(name, declarations);
    return name;
  }

  /** Of all rules together; the text of a style element, which nothing in it can end. */
  get stylesheet() {
    const rules = [...this.rules].map(([name, declarations]) => `.${name}{${declarations}}`);
    return rules.join("\n").replaceAll("<", "\\3c ");
  }
}
