// The only home of GraphQL Inspector: the operations are valid on the running server, and cover what it has.

import assert from "node:assert/strict";
import test from "node:test";

import { coverage, validate } from "@graphql-inspector/core";
import * as nodes from "@helsinki-smart-region/client/nodes";
import { buildClientSchema, getIntrospectionQuery, isObjectType, print, Source } from "graphql";

import { ENDPOINT } from "./server.mjs";

const body = JSON.stringify({ query: getIntrospectionQuery() });
const answer = await fetch(ENDPOINT, { method: "POST", headers: { "Content-Type": "application/json" }, body });
const schema = buildClientSchema((await answer.json()).data);
const sources = Object.entries(nodes).map(([name, node]) => new Source(print(node), name));

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
