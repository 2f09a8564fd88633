// The only home of the server that the tests talk to: it notes what it is asked, and answers what it is told.

import { createServer } from "node:http";

/**
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: unknown, delay?: number, cut?: boolean }} Told
 * @typedef {{ method: string, url: URL, headers: import("node:http").IncomingHttpHeaders, body: any }} Asked
 */

/**
 * Answers the requests in turn; the last answer is for all further ones.
 *
 * @param {import("node:test").TestContext} test
 * @param {Told[]} answers
 */
export async function serve(test, ...answers) {
  /** @type {Asked[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const text = await read(request);
    const told = answers[Math.min(asked.length, answers.length - 1)] ?? {};
    asked.push({
      method: request.method ?? "",
      url: new URL(request.url ?? "", "http://localhost"),
      headers: request.headers,
      body: text && JSON.parse(text),
    });
    if (told.cut) return request.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, told.delay ?? 0));
    const body = typeof told.body === "string" ? told.body : JSON.stringify(told.body ?? { data: {} });
    response.writeHead(told.status ?? 200, { "Content-Type": "application/json", ...told.headers });
    response.end(told.status === 304 ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { asked, endpoint: `http://127.0.0.1:${port}/graphql/` };
}

/** @param {import("node:http").IncomingMessage} request */
async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
