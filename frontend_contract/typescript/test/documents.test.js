// The only home of the claims about the generated documents.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import test from "node:test";

import * as nodes from "@helsinki-smart-region/client/nodes";
import { buildSchema, parse, print, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";

import { query as firstPage } from "../../snippets/plain-fetch.mjs";
import * as documents from "../generated/documents.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const all = Object.entries(documents);
const manifest = JSON.parse(read("../../manifest.json"));
const schema = buildSchema(read("../../schema.graphql"));

test("there is one file for each operation, of its name", () => {
  const files = readdirSync(new URL("../../operations", import.meta.url)).filter((name) => name.endsWith(".graphql"));
  assert.deepEqual(
    files.map((name) => basename(name, ".graphql")).sort(),
    all.map(([, { name }]) => name).sort(),
  );
});

test("the manifest has every document by the hash of its text", () => {
  assert.deepEqual(manifest, Object.fromEntries(all.map(([, { hash, text }]) => [hash, text])));
  for (const [hash, text] of Object.entries(manifest)) {
    assert.equal(createHash("sha256").update(text).digest("hex"), hash);
  }
});

for (const [exported, { name, hash, text }] of all) {
  const node = nodes[/** @type {keyof typeof nodes} */ (exported)];

  test(`${name} has one text, as a document and as nodes`, () => {
    assert.equal(print(node), text);
    assert.equal(node.__meta__.hash, hash);
  });

  test(`${name} is valid`, () => {
    assert.deepEqual(validate(schema, node), []);
  });
}

test("the first page that the README shows is valid", () => {
  assert.deepEqual(validate(schema, parse(firstPage)), []);
});

test("every type and every root field is used by an operation", () => {
  const used = new Set();
  const types = new TypeInfo(schema);
  const note = {
    Field() {
      used.add(`${types.getParentType()}.${types.getFieldDef()?.name}`);
      used.add(String(types.getParentType()));
    },
  };
  for (const node of Object.values(nodes)) visit(node, visitWithTypeInfo(types, note));
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).map((field) => `${root}.${field}`),
  );
  const objects = Object.values(schema.getTypeMap())
    .filter((type) => type.astNode?.kind === "ObjectTypeDefinition")
    .map(({ name }) => name)
    .filter((name) => !name.endsWith("Edge"));
  assert.deepEqual([...roots, ...objects].filter((name) => !used.has(name)), []);
});
