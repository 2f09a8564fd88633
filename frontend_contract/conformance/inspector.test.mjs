// The only home of GraphQL Inspector: the operations are valid on the running server, and cover what it has.

import assert from "node:assert/strict";
import test from "node:test";

import { coverage, validate } from "@graphql-inspector/core";
import { isObjectType, print, Source } from "graphql";

import { definitions, runningSchema } from "./schema.mjs";

const schema = await runningSchema();
const sources = definitions.map((definition) => new Source(print(definition), definition.name.value));

test("every operation is valid, and uses nothing deprecated", () => {
  const found = validate(schema, sources);
  assert.deepEqual(found.map(({ source, errors, deprecated }) => [source.name, errors, deprecated]), []);
});

test("every page type, every block and every root field is covered", () => {
  const { types } = coverage(schema, sources);
  const implementing = ["Page", "Block"].flatMap((name) => schema.getPossibleTypes(schema.getType(name)));
  const roots = [schema.getQueryType(), schema.getMutationType()].filter(isObjectType);
  const uncovered = [
    ...implementing.filter(({ name }) => types[name].hits === 0).map(({ name }) => name),
    ...roots.flatMap(({ name }) =>
      Object.entries(types[name].children).filter(([, { hits }]) => hits === 0).map(([field]) => `${name}.${field}`),
    ),
  ];
  assert.deepEqual(uncovered, []);
});
