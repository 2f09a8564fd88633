// The only home of urql with graphcache: every answer survives its normalised cache, beside all others.

import assert from "node:assert/strict";
import test from "node:test";

import introspection from "@helsinki-smart-region/client/introspection.json" with { type: "json" };
import keyless from "@helsinki-smart-region/client/keyless-types.json" with { type: "json" };
import * as nodes from "@helsinki-smart-region/client/nodes";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";

import { ENDPOINT, plain, plainAnswer, requests } from "./server.mjs";

test("answers survive, side by side", async (t) => {
  const warn = t.mock.method(console, "warn");
  const keys = Object.fromEntries(keyless.map((type) => [type, () => null]));
  const urql = new Client({
    url: ENDPOINT,
    exchanges: [cacheExchange({ schema: introspection, keys }), fetchExchange],
    preferGetMethod: false,
  });
  const all = await requests();
  for (const [name, variables] of all) {
    const { error } = await urql.query(nodes[name], variables);
    assert.equal(error, undefined, name);
  }
  for (const [name, variables] of all) {
    const { data } = await urql.query(nodes[name], variables, { requestPolicy: "cache-only" });
    assert.deepEqual(plain(data), await plainAnswer([name, variables]), name);
  }
  assert.deepEqual(warn.mock.calls.map((call) => call.arguments), []);
});
