// The only home of things beside each other: a grid measures its own room, and leaves nothing alone in its last row.

import { attributes, html } from "./html.mjs";

/** `items` are the `li` elements; what the grid shows is its `name`, a class. */
export function grid(name, items) {
  return html`<div class="room"><ul${attributes({ class: `grid ${name}` })}>${items}</ul></div>`;
}
