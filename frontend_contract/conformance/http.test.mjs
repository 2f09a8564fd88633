// The only home of the audits of the specification of GraphQL over HTTP.

import assert from "node:assert/strict";
import test from "node:test";

import { serverAudits } from "graphql-http";

import { ENDPOINT } from "./server.mjs";

for (const audit of serverAudits({ url: ENDPOINT, fetchFn: fetch })) {
  test(`${audit.id} ${audit.name}`, async () => {
    const { status, reason } = await audit.fn();
    assert.equal(status, "ok", reason);
  });
}
