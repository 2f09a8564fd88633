// The only home of the claims about the client.

import assert from "node:assert/strict";
import test from "node:test";

import {
  CaseListDocument,
  ClientError,
  createClient,
  LocalesDocument,
  PreviewDocument,
  UnlockPageDocument,
} from "@helsinki-smart-region/client";

import { serve } from "./server.js";

const LOCALES = { data: { locales: [{ code: "fi" }] } };
const PASSWORD = { input: { path: "/en/secret/", password: "word" } };

/**
 * @param {string} code
 * @param {(error: ClientError) => boolean} [also]
 */
const fails = (code, also = () => true) => (/** @type {unknown} */ error) =>
  error instanceof ClientError && error.code === code && also(error);

test("a query is a GET by hash, with its variables", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: { cases: { totalCount: 3 } } } });
  const data = await createClient({ endpoint }).query(CaseListDocument, { locale: "fi", first: 12, after: undefined });
  assert.equal(data.cases.totalCount, 3);
  const [{ method, url, headers } = /** @type {never} */ (undefined)] = asked;
  assert.equal(method, "GET");
  assert.equal(url.searchParams.get("query"), null);
  assert.equal(url.searchParams.get("operationName"), "caseList");
  assert.equal(url.searchParams.get("variables"), '{"first":12,"locale":"fi"}');
  assert.deepEqual(JSON.parse(url.searchParams.get("extensions") ?? ""), {
    persistedQuery: { version: 1, sha256Hash: CaseListDocument.hash },
  });
  assert.equal(headers.accept, "application/graphql-response+json, application/json;q=0.9");
});

for (const code of ["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"]) {
  test(`after ${code} the whole document is sent, with its hash`, async (t) => {
    const refused = { status: 400, body: { errors: [{ message: "?", extensions: { code } }] } };
    const { asked, endpoint } = await serve(t, refused, { body: LOCALES });
    assert.deepEqual(await createClient({ endpoint }).query(LocalesDocument), LOCALES.data);
    assert.equal(asked[1]?.method, "POST");
    assert.equal(asked[1]?.body.query, LocalesDocument.text);
    assert.equal(asked[1]?.body.extensions.persistedQuery.sha256Hash, LocalesDocument.hash);
  });
}

test("a query whose address would be too long is sent by POST", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: {} } });
  await createClient({ endpoint }).query(CaseListDocument, { locale: "fi", filter: { search: "x".repeat(5000) } });
  assert.deepEqual(asked.map(({ method }) => method), ["POST"]);
  assert.equal(asked[0]?.body.variables.filter.search.length, 5000);
});

test("a token is never part of an address", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: { preview: null } } });
  await createClient({ endpoint }).query(PreviewDocument, { token: "secret" });
  assert.deepEqual(asked.map(({ method, url }) => [method, url.search]), [["POST", ""]]);
});

test("a document can be sent as text instead of its hash", async (t) => {
  const { asked, endpoint } = await serve(t, { body: LOCALES });
  await createClient({ endpoint, persisted: "query" }).query(LocalesDocument);
  assert.equal(asked[0]?.url.searchParams.get("query"), LocalesDocument.text);
  assert.equal(asked[0]?.url.searchParams.get("extensions"), null);
});

test("a document of one's own needs no hash", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: { __typename: "Query" } } });
  const own = /** @type {import("@helsinki-smart-region/client").TypedDocument<{ __typename: string }, {}>} */ ({
    name: "own",
    operation: "query",
    text: "query own { __typename }",
  });
  assert.equal((await createClient({ endpoint }).query(own)).__typename, "Query");
  assert.equal(asked[0]?.url.searchParams.get("query"), own.text);
});

test("a kept answer is asked for by its ETag, and holds after 304", async (t) => {
  const { asked, endpoint } = await serve(t, { body: LOCALES, headers: { ETag: '"7"' } }, { status: 304 });
  const client = createClient({ endpoint });
  const first = await client.query(LocalesDocument);
  first.locales.pop();
  assert.deepEqual(await client.query(LocalesDocument), LOCALES.data);
  assert.equal(asked[0]?.headers["if-none-match"], undefined);
  assert.equal(asked[1]?.headers["if-none-match"], '"7"');
});

test("a kept answer is kept for one token", async (t) => {
  const { asked, endpoint } = await serve(t, { body: LOCALES, headers: { ETag: '"7"' } });
  const client = createClient({ endpoint, token: "one" });
  await client.query(LocalesDocument);
  await client.query(LocalesDocument, {}, { token: "two" });
  assert.deepEqual(asked.map(({ headers }) => headers.authorization), ["Bearer one", "Bearer two"]);
  assert.equal(asked[1]?.headers["if-none-match"], undefined);
});

test("no more answers are kept than asked for", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: {} }, headers: { ETag: '"7"' } });
  const client = createClient({ endpoint, kept: 1 });
  for (const locale of /** @type {const} */ (["fi", "sv", "fi"])) await client.query(CaseListDocument, { locale });
  assert.deepEqual(asked.map(({ headers }) => headers["if-none-match"]), [undefined, undefined, undefined]);
});

for (const status of [502, 503, 504]) {
  test(`a query is asked again after ${status}`, async (t) => {
    const { asked, endpoint } = await serve(t, { status, body: "busy" }, { body: LOCALES });
    assert.deepEqual(await createClient({ endpoint }).query(LocalesDocument), LOCALES.data);
    assert.equal(asked.length, 2);
  });
}

test("a query is asked again when the connection breaks", async (t) => {
  const { asked, endpoint } = await serve(t, { cut: true }, { body: LOCALES });
  assert.deepEqual(await createClient({ endpoint }).query(LocalesDocument), LOCALES.data);
  assert.equal(asked.length, 2);
});

test("a query is not asked again after other answers", async (t) => {
  const { asked, endpoint } = await serve(t, { status: 500, body: "<h1>Server error</h1>" });
  await assert.rejects(createClient({ endpoint }).query(LocalesDocument), fails("HTTP_ERROR", (e) => e.status === 500));
  assert.equal(asked.length, 1);
});

test("retries end", async (t) => {
  const { asked, endpoint } = await serve(t, { cut: true });
  await assert.rejects(createClient({ endpoint, retries: 1 }).query(LocalesDocument), fails("NETWORK_ERROR"));
  assert.equal(asked.length, 2);
});

test("a mutation is a POST of the whole document", async (t) => {
  const { asked, endpoint } = await serve(t, { body: { data: { unlockPage: { token: "t" } } } });
  const { unlockPage } = await createClient({ endpoint }).mutate(UnlockPageDocument, PASSWORD);
  assert.equal(unlockPage.token, "t");
  assert.equal(asked[0]?.method, "POST");
  const { name: operationName, text: query } = UnlockPageDocument;
  assert.deepEqual(asked[0]?.body, { operationName, query, variables: PASSWORD });
});

for (const answer of [{ status: 503, body: "busy" }, { cut: true }]) {
  test(`a mutation is never sent twice: ${JSON.stringify(answer)}`, async (t) => {
    const { asked, endpoint } = await serve(t, answer);
    await assert.rejects(createClient({ endpoint }).mutate(UnlockPageDocument, PASSWORD), ClientError);
    assert.equal(asked.length, 1);
  });
}

test("errors are thrown with their code, and with what was answered in spite of them", async (t) => {
  const errors = [{ message: "No such width.", path: ["locales"], extensions: { code: "BAD_USER_INPUT" } }];
  const { endpoint } = await serve(t, { body: { data: { locales: null }, errors } });
  await assert.rejects(
    createClient({ endpoint }).query(LocalesDocument),
    fails("BAD_USER_INPUT", (error) => {
      assert.equal(error.message, "No such width.");
      assert.deepEqual([error.status, error.errors, error.data], [200, errors, { locales: null }]);
      return true;
    }),
  );
});

for (const body of ["<h1>Hello</h1>", "null", "[]", "{}"]) {
  test(`an answer that is no GraphQL is an HTTP_ERROR: ${body}`, async (t) => {
    const { endpoint } = await serve(t, { body });
    await assert.rejects(createClient({ endpoint }).query(LocalesDocument), fails("HTTP_ERROR"));
  });
}

test("a signal ends the request with its own reason", async (t) => {
  const { endpoint } = await serve(t, { delay: 5000 });
  const asking = createClient({ endpoint }).query(LocalesDocument, {}, { signal: AbortSignal.timeout(50) });
  await assert.rejects(asking, { name: "TimeoutError" });
});

test("a signal ends the pause before the next try", async (t) => {
  const { asked, endpoint } = await serve(t, { status: 503 });
  const controller = new AbortController();
  const asking = createClient({ endpoint, retries: 100 }).query(LocalesDocument, {}, { signal: controller.signal });
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort(new Error("The visitor left."));
  await assert.rejects(asking, { message: "The visitor left." });
});

test("what takes too long is a CLIENT_TIMEOUT", async (t) => {
  const { endpoint } = await serve(t, { delay: 5000 });
  await assert.rejects(createClient({ endpoint, timeout: 50 }).query(LocalesDocument), fails("CLIENT_TIMEOUT"));
});

test("a fetch of one's own is used, with the framework's options", async () => {
  /** @type {unknown[]} */
  const given = [];
  const own = /** @type {typeof fetch} */ (
    async (_input, init) => {
      given.push(init?.cache, new Headers(init?.headers).get("x-own"));
      return Response.json(LOCALES);
    }
  );
  const client = createClient({ endpoint: "/graphql/", fetch: own, headers: { "x-own": "yes" } });
  assert.deepEqual(await client.query(LocalesDocument, {}, { init: { cache: "no-store" } }), LOCALES.data);
  assert.deepEqual(given, ["no-store", "yes"]);
});
