// The only home of the claims about rich text.

import assert from "node:assert/strict";
import test from "node:test";

import { renderRichText, walkRichText } from "@helsinki-smart-region/client";

/** @type {import("@helsinki-smart-region/client").RichTextDocument} */
const DOCUMENT = {
  type: "document",
  children: [
    {
      type: "paragraph",
      children: [
        { type: "text", text: "See " },
        {
          type: "link",
          href: "/en/cases/",
          translationKey: "k",
          children: [{ type: "text", text: "cases", bold: true }],
        },
        { type: "lineBreak" },
      ],
    },
    {
      type: "numberedList",
      children: [
        {
          type: "listItem",
          children: [
            { type: "text", text: "one" },
            { type: "bulletedList", children: [{ type: "listItem", children: [{ type: "text", text: "two" }] }] },
          ],
        },
      ],
    },
  ],
};

/** @type {import("@helsinki-smart-region/client").RichTextRenderers<string>} */
const HTML = {
  paragraph: (children) => `<p>${children.join("")}</p>`,
  bulletedList: (children) => `<ul>${children.join("")}</ul>`,
  numberedList: (children) => `<ol>${children.join("")}</ol>`,
  listItem: (children) => `<li>${children.join("")}</li>`,
  link: (children, { href }) => `<a href="${href}">${children.join("")}</a>`,
  lineBreak: () => "<br>",
  text: ({ text, bold }) => (bold ? `<b>${text}</b>` : text),
};

test("a document becomes one's own elements", () => {
  assert.deepEqual(renderRichText(DOCUMENT, HTML), [
    '<p>See <a href="/en/cases/"><b>cases</b></a><br></p>',
    "<ol><li>one<ul><li>two</li></ul></li></ol>",
  ]);
});

test("of a node that is not known yet, the children are shown", () => {
  const later = { type: "document", children: [{ type: "aside", children: DOCUMENT.children }, { type: "rule" }] };
  const document = /** @type {typeof DOCUMENT} */ (/** @type {unknown} */ (later));
  assert.deepEqual(renderRichText(document, HTML), renderRichText(DOCUMENT, HTML));
});

test("a walk visits every node before its children, and knows what it is in", () => {
  /** @type {string[]} */
  const seen = [];
  walkRichText(DOCUMENT, {
    link: ({ href }) => seen.push(href),
    text: ({ text }, ancestors) => seen.push(`${text} in ${ancestors.map(({ type }) => type).join(" ")}`),
  });
  assert.deepEqual(seen, [
    "See  in document paragraph",
    "/en/cases/",
    "cases in document paragraph link",
    "one in document numberedList listItem",
    "two in document numberedList listItem bulletedList listItem",
  ]);
});
