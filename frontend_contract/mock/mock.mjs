// The only home of the mock server: golden answers over HTTP, with the faults that a developer asks for.

import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

import { Answers, NoAnswer } from "./answers.mjs";

const HELP = `Ask at /graphql/, as on the real server: by GET or POST, with a document or with its hash.

Switches, as headers or as parameters of the address:
  x-mock-locale: sv          the answer in this language, whatever the variables say
  x-mock-error: RATE_LIMITED an error of this code; a number, such as 503, is answered as HTTP status
  x-mock-latency: 800        the answer after so many milliseconds

The answer's header x-mock-variables says whether it is of the variables that were sent (same) or of others (other).
`;

/**
 * @param {string} contract the directory of the contract
 * @param {(line: string) => void} log
 */
export function mockServer(contract, log = console.log) {
  const answers = new Answers(contract);
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const given = (/** @type {string} */ name) => url.searchParams.get(name) ?? header(request, name);
    for (const [name, value] of Object.entries(cors(request))) response.setHeader(name, value);
    if (request.method === "OPTIONS") return response.writeHead(204).end();
    if (!/^\/graphql\/?$/.test(url.pathname)) {
      return response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" }).end(help(answers));
    }
    await wait(Number(given("x-mock-latency")) || 0);
    const fault = given("x-mock-error");
    if (fault && /^\d{3}$/.test(fault)) {
      return response.writeHead(Number(fault)).end(`The mock was asked for ${fault}.`);
    }
    try {
      if (fault) throw new NoAnswer("The mock was asked for this error.", fault);
      const asked = await read(request, url);
      const found = answers.find(asked, given("x-mock-locale"));
      const note = found.isExact ? "" : ` (the answer is of ${JSON.stringify(found.variables)})`;
      log(`${found.operation} in ${found.locale}: ${JSON.stringify(asked.variables ?? {})}${note}`);
      response.setHeader("x-mock-variables", found.isExact ? "same" : "other");
      send(response, found.response);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      log(error.message);
      send(response, { errors: [{ message: error.message, extensions: { code: error.code } }] });
    }
  });
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {URL} url
 * @returns {Promise<import("./answers.mjs").Asked>}
 */
async function read(request, { searchParams }) {
  try {
    const sent = request.method === "POST" ? JSON.parse(await body(request)) : Object.fromEntries(searchParams);
    const { operationName, query, variables, extensions } = sent;
    const hash = json(extensions)?.persistedQuery?.sha256Hash ?? sent.documentId?.replace(/^sha256:/, "");
    return { operationName, query, variables: json(variables), hash };
  } catch {
    throw new NoAnswer("The request is not JSON.", "BAD_REQUEST");
  }
}

/** @param {import("node:http").IncomingMessage} request */
async function body(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** @param {any} value what a POST has as an object, and a GET as text */
function json(value) {
  return typeof value === "string" ? JSON.parse(value) : (value ?? undefined);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {unknown} answer
 */
function send(response, answer) {
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(JSON.stringify(answer));
}

/** @param {import("node:http").IncomingMessage} request */
function cors(request) {
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": header(request, "access-control-request-headers") ?? "*",
    "Access-Control-Expose-Headers": "x-mock-variables",
    "Access-Control-Max-Age": "600",
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {string} name
 */
function header(request, name) {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** @param {Answers} answers */
function help(answers) {
  const lines = Object.entries(answers.all()).map(([locale, operations]) => `  ${locale}: ${operations.join(", ")}`);
  return `${HELP}\nAnswers:\n${lines.join("\n") || "  none yet"}\n`;
}
