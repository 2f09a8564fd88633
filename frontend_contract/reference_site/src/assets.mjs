// The only home of the files in public/: each has an address that changes with its content, so that it is kept for ever.

import { readdirSync, readFileSync } from "node:fs";

import { etagOf } from "./headers.mjs";

const FOLDER = new URL("../public/", import.meta.url);
const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" };
const PREFIX = "/assets/";

export function readAssets() {
  const files = readdirSync(FOLDER).map((name) => {
    const body = readFileSync(new URL(name, FOLDER));
    const [, stem, ending] = /^(.+)\.(\w+)$/.exec(name);
    const version = etagOf(body).slice(1, 11);
    return { name, path: `${PREFIX}${stem}.${version}.${ending}`, body, type: TYPES[ending] };
  });
  const byName = Object.fromEntries(files.map((file) => [file.name, file.path]));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    address: (name) => byName[name],
    /** The answer, or undefined where no file has this path. */
    answer(path) {
      const file = byPath.get(path);
      const headers = { "Cache-Control": "public, max-age=31536000, immutable" };
      return file && { status: 200, type: file.type, body: file.body, headers };
    },
  };
}
