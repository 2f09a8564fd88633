// The only home of the claims about the mock server.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

import {
  CaseDocument,
  ClientError,
  createClient,
  LocalesDocument,
  RedirectsDocument,
} from "@helsinki-smart-region/client";

import { mockServer } from "../../mock/mock.mjs";

const RESPONSES = {
  "en/case.json": { variables: { path: "/en/cases/varanto/" }, response: { data: { page: { title: "Varanto" } } } },
  "fi/case.json": { variables: { path: "/fi/esimerkit/varanto/" }, response: { data: { page: { title: "Kallio" } } } },
  "en/locales.json": { variables: {}, response: { data: { locales: [] } } },
};

/** @param {import("node:test").TestContext} t */
async function mock(t) {
  const contract = mkdtempSync(join(tmpdir(), "mock-"));
  writeFileSync(join(contract, "manifest.json"), JSON.stringify({ [CaseDocument.hash ?? ""]: CaseDocument.text }));
  for (const [path, answer] of Object.entries(RESPONSES)) {
    mkdirSync(join(contract, "responses", path, ".."), { recursive: true });
    writeFileSync(join(contract, "responses", path), JSON.stringify(answer));
  }
  const server = mockServer(contract, () => undefined);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(contract, { recursive: true });
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}/graphql/`;
}

/**
 * @param {string} endpoint
 * @param {Record<string, string>} [headers]
 */
const ask = (endpoint, headers = {}, path = "/fi/esimerkit/varanto/") =>
  createClient({ endpoint, headers, retries: 0 }).query(CaseDocument, { path });

test("the answer is in the language of the path", async (t) => {
  assert.deepEqual(await ask(await mock(t)), { page: { title: "Kallio" } });
});

test("a switch chooses the language, as a header or in the address", async (t) => {
  const endpoint = await mock(t);
  const english = RESPONSES["en/case.json"].response.data;
  assert.deepEqual(await ask(endpoint, { "x-mock-locale": "en" }), english);
  assert.deepEqual(await ask(`${endpoint}?x-mock-locale=en`), english);
});

test("what knows no language has an answer all the same", async (t) => {
  assert.deepEqual(await createClient({ endpoint: await mock(t) }).query(LocalesDocument), { locales: [] });
});

test("the answer says whether it is of the same variables", async (t) => {
  const endpoint = await mock(t);
  const said = async (/** @type {string} */ path) => {
    const body = JSON.stringify({ query: CaseDocument.text, variables: { path } });
    return (await fetch(endpoint, { method: "POST", body })).headers.get("x-mock-variables");
  };
  assert.equal(await said("/fi/esimerkit/varanto/"), "same");
  assert.equal(await said("/fi/esimerkit/toinen/"), "other");
});

for (const [name, path, expected] of [
  ["of another language", "/sv/case/", /No golden answer of case in sv; there is one in en, fi/],
  ["that nobody wrote", undefined, /No golden answer of redirects in any language; there are answers of case, locales/],
]) {
  test(`an answer ${name} is missed clearly`, async (t) => {
    const client = createClient({ endpoint: await mock(t) });
    const asking = path ? client.query(CaseDocument, { path: String(path) }) : client.query(RedirectsDocument);
    await assert.rejects(asking, (error) => {
      assert.ok(error instanceof ClientError);
      assert.equal(error.code, "MOCK_NO_ANSWER");
      assert.match(error.message, /** @type {RegExp} */ (expected));
      return true;
    });
  });
}

test("errors come when asked for", async (t) => {
  const endpoint = await mock(t);
  await assert.rejects(ask(endpoint, { "x-mock-error": "RATE_LIMITED" }), { code: "RATE_LIMITED" });
  await assert.rejects(ask(endpoint, { "x-mock-error": "503" }), { code: "HTTP_ERROR", status: 503 });
});

test("answers are as late as asked for", async (t) => {
  const started = performance.now();
  await ask(await mock(t), { "x-mock-latency": "150" });
  assert.ok(performance.now() - started >= 150);
});

test("what is no request is refused clearly", async (t) => {
  const endpoint = await mock(t);
  for (const body of ["{", "{}"]) {
    const { errors } = await (await fetch(endpoint, { method: "POST", body })).json();
    assert.equal(errors[0].extensions.code, "BAD_REQUEST");
  }
});

test("a page of any origin may ask", async (t) => {
  const headers = { "Access-Control-Request-Headers": "x-mock-locale", Origin: "http://localhost:3000" };
  const answer = await fetch(await mock(t), { method: "OPTIONS", headers });
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("access-control-allow-headers"), "x-mock-locale");
});

test("the root tells what can be asked", async (t) => {
  const text = await (await fetch((await mock(t)).replace("/graphql/", "/"))).text();
  assert.match(text, /x-mock-latency/);
  assert.match(text, /fi: case/);
});
