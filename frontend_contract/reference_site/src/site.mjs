// The only home of HTTP: from a request to what is asked, and from an answer to the response.

import { createAnswers } from "./answers.mjs";
import { readAssets } from "./assets.mjs";
import { etagOf, headersOf } from "./headers.mjs";

const LONGEST_FORM = 4_096; // bytes

/** A listener for node:http. `cms` is the origin of the CMS; `tiles` and `outlines` are the owner's for the map, if any. */
export function createSite({ cms, tiles, outlines }) {
  const answer = createAnswers({ cms, tiles, outlines, assets: readAssets() });
  return async (request, response) => {
    try {
      if (!request.url.startsWith("/")) return void response.writeHead(400).end();
      const answered = await answer(await asked(request));
      send(request, response, answered, headersOf(cms, answered));
    } catch (error) {
      // Who left before the end needs no answer; what cannot be sent must not end the server.
      if (!request.socket.destroyed) console.error(error);
      response.destroy();
    }
  };
}

async function asked(request) {
  const { pathname, search, searchParams } = new URL(`http://site${request.url.replace(/^[/\\]+/, "/")}`);
  const { cookie = "", host = "", origin } = request.headers;
  return {
    method: request.method,
    path: decoded(pathname),
    target: pathname + search,
    parameters: searchParams,
    headers: request.headers,
    address: request.socket.remoteAddress,
    token: /(?:^|;\s*)unlocked=([\w.~:+/=-]+)/.exec(cookie)?.[1],
    isOwnForm: origin === undefined || origin === `http://${host}` || origin === `https://${host}`,
    isSecure: !/^(localhost|127\.0\.0\.1)(:|$)/.test(host),
    form: request.method === "POST" ? await form(request) : new URLSearchParams(),
  };
}

/** The path as the CMS has it. What begins with `//` would name a host. */
function decoded(path) {
  return textOf(path).replace(/^\/+/, "/");
}

/** One that is no text leads nowhere, as it is. */
function textOf(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function form(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= LONGEST_FORM) parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString());
}

function send(request, response, { status, body = "" }, headers) {
  const etag = status === 200 && etagOf(body);
  if (etag) headers.ETag = etag;
  const isKnown = etag && request.headers["if-none-match"]?.includes(etag);
  response.writeHead(isKnown ? 304 : status, headers);
  response.end(isKnown || request.method === "HEAD" ? undefined : body);
}
