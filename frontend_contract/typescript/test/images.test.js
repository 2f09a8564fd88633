// The only home of the claims about images.

import assert from "node:assert/strict";
import test from "node:test";

import { imgAttributes, imgProps } from "@helsinki-smart-region/client";

const IMAGE = {
  alt: "Talo",
  altLang: "fi",
  decorative: false,
  focalPoint: { x: 0.25, y: 0.3333 },
  placeholder: "data:image/webp;base64,AA==",
  rendition: { url: "https://cms.example.org/a.webp", width: 800, height: 533 },
  srcSet: "https://cms.example.org/a-400.webp 400w, https://cms.example.org/a.webp 800w",
};

test("an img element gets its sources, its size, its text and its style", () => {
  assert.deepEqual(imgAttributes(IMAGE, { sizes: "50vw", loading: "eager" }), {
    src: "https://cms.example.org/a.webp",
    srcset: IMAGE.srcSet,
    sizes: "50vw",
    width: 800,
    height: 533,
    alt: "Talo",
    lang: "fi",
    loading: "eager",
    decoding: "async",
    style:
      'background-image: url("data:image/webp;base64,AA=="); background-position: 25% 33.3%; background-size: cover; ' +
      "object-position: 25% 33.3%",
  });
});

test("a decorative image has an empty text, in no language", () => {
  const attributes = imgAttributes({ ...IMAGE, decorative: true });
  assert.equal(attributes.alt, "");
  assert.ok(!("lang" in attributes));
});

test("an image without focal point and placeholder has no style", () => {
  assert.ok(!("style" in imgAttributes({ ...IMAGE, focalPoint: null, placeholder: null })));
  assert.ok(!("style" in imgProps({ ...IMAGE, focalPoint: null, placeholder: null })));
});

test("a placeholder cannot leave its style", () => {
  const { style } = imgAttributes({ ...IMAGE, placeholder: 'data:,"); color: red; x: url("' });
  assert.equal(style?.match(/"/g)?.length, 2);
});

test("React gets its own names", () => {
  const { srcSet, style, ...rest } = imgProps(IMAGE);
  assert.equal(srcSet, IMAGE.srcSet);
  assert.equal(style?.objectPosition, "25% 33.3%");
  assert.ok(!("srcset" in rest));
});
