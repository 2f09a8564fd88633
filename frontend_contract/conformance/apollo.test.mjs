// The only home of Apollo Client: every answer survives its normalised cache, beside all others.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";

import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import * as nodes from "@helsinki-smart-region/client/nodes";
import possibleTypes from "@helsinki-smart-region/client/possible-types.json" with { type: "json" };

import { ENDPOINT, plain, plainAnswer, requests } from "./server.mjs";

const manifest = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));

test("answers survive, side by side, and documents are sent as the manifest has them", async (t) => {
  const warn = t.mock.method(console, "warn");
  const error = t.mock.method(console, "error");
  const sent = new Set();
  const noting = (address, init) => {
    sent.add(JSON.parse(init.body).query);
    return fetch(address, init);
  };
  const cache = new InMemoryCache({ possibleTypes });
  const apollo = new ApolloClient({ cache, link: new HttpLink({ uri: ENDPOINT, fetch: noting }) });
  const all = await requests();
  for (const [name, variables] of all) await apollo.query({ query: nodes[name], variables });
  for (const [name, variables] of all) {
    const kept = cache.readQuery({ query: nodes[name], variables });
    assert.deepEqual(plain(kept), await plainAnswer([name, variables]), name);
  }
  for (const text of sent) assert.ok(createHash("sha256").update(text).digest("hex") in manifest, text);
  assert.deepEqual([...warn.mock.calls, ...error.mock.calls].map((call) => call.arguments), []);
});
