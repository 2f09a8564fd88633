// The only home of the files in public/: each has an address that changes with its content, so that it is kept for ever.

import { readdirSync, readFileSync } from "node:fs";

import { etagOf } from "./headers.mjs";

const FOLDER = new URL("../public/", import.meta.url);
const TYPES = {
  css: "text/css; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
};
const PREFIX = "/assets/";
/** Asked for by browsers that read no page, at an address that everybody knows. */
const WELL_KNOWN = "/favicon.ico";
/** In the order in which they are laid over each other. */
const SHEETS = ["base", "controls", "header", "opening", "reading", "blocks", "facts", "cards", "lists", "map", "footer", "media"];

export function readAssets() {
  const names = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  const files = [{ name: "site.css", body: sheet() }, ...names.map((name) => ({ name, body: readFileSync(new URL(name, FOLDER)) }))]
    .map(({ name, body }) => {
      const [, stem, ending] = /^(.+)\.(\w+)$/.exec(name);
      const version = etagOf(body).slice(1, 11);
      return { name, path: `${PREFIX}${stem}.${version}.${ending}`, body, type: TYPES[ending] };
    });
  const byName = Object.fromEntries(files.map((file) => [file.name, file]));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    address: (name) => byName[name].path,
    /** The answer, or undefined where no file has this path. */
    answer(path) {
      const file = path === WELL_KNOWN ? byName[WELL_KNOWN.slice(1)] : byPath.get(path);
      const kept = path === WELL_KNOWN ? "max-age=86400" : "max-age=31536000, immutable";
      return file && { status: 200, type: file.type, body: file.body, headers: { "Cache-Control": `public, ${kept}` } };
    },
  };
}

/** One file of all style, so that a page waits for one answer before it is shown. */
function sheet() {
  return Buffer.from(minified(SHEETS.map((name) => readFileSync(new URL(`style/${name}.css`, FOLDER), "utf8")).join("\n")));
}

/** Without comments and spaces that mean nothing; what is in quotation marks stays as it is. */
export function minified(css) {
  return css
    .replace(/("(?:[^"\\]|\\.)*")|\/\*[^]*?\*\/|\s+/g, (_, quoted) => quoted ?? " ")
    .replace(/("(?:[^"\\]|\\.)*")|;? *(\}) *| *([{};,]) */g, (_, quoted, end, sign) => quoted ?? end ?? sign)
    .trim();
}
