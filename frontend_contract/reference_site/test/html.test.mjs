// The only home of the claim that nothing which the CMS says can become markup, a script or a rule.

import assert from "node:assert/strict";
import { test } from "node:test";

import { marked } from "../src/cards.mjs";
import { documentOf } from "../src/document.mjs";
import { attributes, html } from "../src/html.mjs";
import { anchor } from "../src/links.mjs";
import { richText } from "../src/rich-text.mjs";
import { View } from "../src/view.mjs";

const view = new View({ locale: "en" });
const HOSTILE = `"><script>alert('&')</script>`;
const ESCAPED = "&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;";

test("what is put into a template is escaped, in lists and attributes too", () => {
  const made = html`<p${attributes({ title: HOSTILE, hidden: true, lang: undefined })}>${[HOSTILE, html`<b>${0}</b>`]}${null}</p>`;
  assert.equal(`${made}`, `<p title="${ESCAPED}" hidden>${ESCAPED}<b>0</b></p>`);
});

test("a document's title is escaped, and has no hyphens that show where a line ends", () => {
  const made = documentOf(view, { title: `Saavutettavuusseloste ${HOSTILE}`, main: "" }, (name) => name).text;
  assert.match(made, /<title>Saavutettavuusseloste &quot;&gt;&lt;script&gt;/);
});

test("a text of rich text stays a text", () => {
  const document = { type: "document", children: [{ type: "paragraph", children: [{ type: "text", text: HOSTILE, bold: true }] }] };
  assert.equal(richText(view, document).join(""), `<p><strong>${ESCAPED}</strong></p>`);
});

test("an address that could run a script is not linked to", () => {
  for (const href of ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.org", null]) {
    assert.equal(`${anchor(view, href, "Go")}`, "Go");
  }
  assert.match(`${anchor(view, "https://example.org/", "Go")}`, /^<a href="https:\/\/example.org\/" rel="external noopener"/);
});

test("of a highlight only its marks are elements", () => {
  assert.equal(`${marked("a <mark>b</mark> &lt; <img src=x onerror=y>")}`, "a <mark>b</mark> &lt; &lt;img src=x onerror=y>");
});

test("a rule cannot end the style element", () => {
  const own = new View({ locale: "en" });
  own.rule('background: url("</style><script>")');
  assert.doesNotMatch(own.stylesheet, /</);
});

test("the language is named where it changes, and only there", () => {
  const inner = view.inside("fi");
  assert.equal(`${html`<p${view.lang("fi")}>${html`<b${inner.lang("fi")}${inner.own}></b>`}</p>`}`, '<p lang="fi"><b lang="en"></b></p>');
});
