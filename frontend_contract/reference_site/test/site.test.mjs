// The only home of the claim that no spelling of an address leads a visitor to another host.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { test } from "node:test";

import { createSite } from "../src/site.mjs";

async function listening(t, answer) {
  const server = createServer(answer).listen(0, "localhost");
  t.after(() => server.close());
  await once(server, "listening");
  return `http://localhost:${server.address().port}`;
}

/** As it is written: `fetch` would set it right. */
async function posted(origin, path, body) {
  const { hostname, port } = new URL(origin);
  const sent = request({ hostname, port, path, method: "POST", agent: false });
  sent.end(body);
  const [response] = await once(sent, "response");
  response.resume();
  return response;
}

test("who opens a private page is led to a path of this site, whatever slashes the address begins with", async (t) => {
  const cms = await listening(t, (_, response) => {
    const unlockPage = { token: "t", expiresAt: "2099-01-01T00:00:00Z", errors: [] };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ data: { unlockPage } }));
  });
  const site = await listening(t, createSite({ cms }));
  for (const path of ["/en/a/", "//en/a/", "/\\en/a/", "/\\/en/a/", "/\\\\en/a/", "///\\en/a/", "/%2Fen/a/", "/%5Cen/a/", "/.//en/a/", "/x/..//en/a/", "/.//en/%zz/"]) {
    const { statusCode, headers } = await posted(site, path, "password=right");
    assert.equal(statusCode, 303, path);
    assert.equal(new URL(headers.location, site).origin, site, path);
  }
});
