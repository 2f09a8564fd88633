// The only home of what tools compare: the running server's schema, and each definition of the contract once.

import * as nodes from "@helsinki-smart-region/client/nodes";
import { buildClientSchema, getIntrospectionQuery } from "graphql";

import { ENDPOINT } from "./server.mjs";

export async function runningSchema() {
  const body = JSON.stringify({ query: getIntrospectionQuery() });
  const answer = await fetch(ENDPOINT, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  return buildClientSchema((await answer.json()).data);
}

export const definitions = [
  ...new Map(
    Object.values(nodes).flatMap((node) => node.definitions.map((definition) => [definition.name.value, definition])),
  ).values(),
];
