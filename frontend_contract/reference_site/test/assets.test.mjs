// The only home of the claim that the site's style arrives in one small file that means what its sheets say.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { minified, readAssets } from "../src/assets.mjs";

test("minified style has no comment and no space to spare, and its texts as they were", () => {
  const css = '/* a { } */ a::after {\n  content: "  ; } /* no comment */ ";\n  margin: calc(1px + 2px) 0;\n}\n\n@media (a) and (b) {\n  b, i > u { top: 0; }\n}\n';
  assert.equal(minified(css), 'a::after{content: "  ; } /* no comment */ ";margin: calc(1px + 2px) 0}@media (a) and (b){b,i > u{top: 0}}');
});

test("every sheet is in the style, whose address changes with it", () => {
  const assets = readAssets();
  const { body, headers } = assets.answer(assets.address("site.css"));
  for (const name of readdirSync(new URL("../public/style/", import.meta.url))) {
    assert.ok(SAMPLES[name], `${name} is not known to this test`);
    assert.ok(body.includes(SAMPLES[name]), `${name} is not served`);
  }
  assert.match(assets.address("site.css"), /^\/assets\/site\.[\w-]{10}\.css$/);
  assert.match(headers["Cache-Control"], /immutable/);
  assert.equal(assets.answer("/favicon.ico").type, "image/x-icon");
});

const SAMPLES = {
  "base.css": ":root{",
  "blocks.css": ".quote{",
  "cards.css": ".card{",
  "controls.css": ".choices{",
  "facts.css": ".figures",
  "footer.css": ".site-footer{",
  "header.css": ".site-header{",
  "lists.css": ".facet{",
  "map.css": ".pin{",
  "media.css": "@media print{",
  "opening.css": ".opening{",
  "reading.css": ".columns{",
};
