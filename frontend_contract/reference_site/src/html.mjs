// The only home of HTML made of templates: what is put into one is escaped and typeset, unless it came out of one.

import { typeset } from "./typography.mjs";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** Lists are put in one after the other; null, undefined and false are nothing. Attributes must be in quotation marks. */
export function html(strings, ...values) {
  return new Html(String.raw({ raw: strings }, ...values.map(written)));
}

/** A text as it is, for where nothing is set in lines. */
export function plain(text) {
  return raw(escaped(text));
}

/** What is HTML already. */
export function raw(text) {
  return new Html(text);
}

/** The attributes of an element, each with a space before it; true stands for one without a value. */
export function attributes(all) {
  const given = Object.entries(all).filter(([, value]) => value !== undefined && value !== null && value !== false);
  return given.map(([name, value]) => (raw(value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`)));
}

function written(value) {
  if (Array.isArray(value)) return value.map(written).join("");
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return "";
  return escaped(typeset(String(value)));
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
