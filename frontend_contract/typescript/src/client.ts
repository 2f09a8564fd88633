// The only home of the client: typed documents in, typed data out.

import { type Answer, attempt } from "./attempts.js";
import type { TypedDocument } from "../types/document.js";
import { type AnswerError, ClientError } from "./errors.js";
import { KeptAnswers } from "./kept.js";
import { address, body } from "./requests.js";

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";
const HASH_IS_NO_USE = new Set(["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"]);

export interface ClientOptions {
  /** Where the API is, such as https://cms.example.org/graphql/ */
  endpoint: string;
  /** Yours instead of the platform's. */
  fetch?: typeof fetch;
  /** What is sent first: a document's hash (which caches well, and is all that some servers accept), or its text. */
  persisted?: "hash" | "query";
  /** Sent as `Authorization: Bearer`. */
  token?: string;
  headers?: Record<string, string>;
  /** How often a query is asked again after a network error or an answer 502, 503 or 504. */
  retries?: number;
  /** How many milliseconds an answer may take, all tries together. */
  timeout?: number;
  /**
   * How many answers are kept with their ETag, to be asked for again more cheaply. By default 200 on a server, and
   * none in a browser, whose own cache does it.
   */
  kept?: number;
}

export interface RequestOptions {
  signal?: AbortSignal;
  /** Instead of the client's. */
  token?: string;
  /** Besides the client's. */
  headers?: Record<string, string>;
  /** What else `fetch` should be given, such as a framework's own caching options. */
  init?: RequestInit;
}

type Arguments<Variables> = Record<never, never> extends Variables
  ? [variables?: Variables, options?: RequestOptions]
  : [variables: Variables, options?: RequestOptions];

export interface Client {
  query<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: Arguments<Variables>): Promise<Data>;
  /** Sent once: what is sent twice may be done twice. */
  mutate<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: Arguments<Variables>): Promise<Data>;
}

export function createClient(options: ClientOptions): Client {
  const { endpoint, persisted = "hash", retries = 2, timeout = 10_000 } = options;
  const kept = new KeptAnswers(options.kept ?? (typeof document === "undefined" ? 200 : 0));

  async function send(operation: TypedDocument<unknown, never>, variables: object, request: RequestOptions) {
    const tooLate = new ClientError(`No answer within ${timeout} milliseconds.`, "CLIENT_TIMEOUT");
    const timer = new AbortController();
    const running = setTimeout(() => timer.abort(tooLate), timeout);
    const signal = request.signal ? AbortSignal.any([request.signal, timer.signal]) : timer.signal;
    try {
      signal.throwIfAborted();
      return dataOf(await ask(operation, variables, request, signal));
    } finally {
      clearTimeout(running);
    }
  }

  async function ask(
    operation: TypedDocument<unknown, never>,
    variables: object,
    request: RequestOptions,
    signal: AbortSignal,
  ): Promise<Parsed> {
    const byHash = persisted === "hash" && operation.hash !== undefined;
    const isQuery = operation.operation === "query";
    const headers = headersFor(request);
    const call = options.fetch ?? fetch;
    const init = { ...request.init, signal };
    const url = isQuery && !operation.secret ? address(endpoint, operation, variables, byHash) : undefined;
    if (url !== undefined) {
      const key = `${headers.get("Authorization") ?? ""} ${url}`;
      const before = kept.get(key);
      if (before?.etag) headers.set("If-None-Match", before.etag);
      const answer = await attempt(() => call(url, { ...init, headers }), retries, signal);
      if (before && answer.status === 304) return parse(before);
      kept.set(key, answer);
      const parsed = parse(answer);
      if (!byHash || !HASH_IS_NO_USE.has(codeOf(parsed.errors))) return parsed;
      headers.delete("If-None-Match");
    }
    headers.set("Content-Type", "application/json");
    const post = { ...init, method: "POST", headers, body: body(operation, variables, byHash && isQuery) };
    return parse(await attempt(() => call(endpoint, post), isQuery ? retries : 0, signal));
  }

  function headersFor(request: RequestOptions): Headers {
    const headers = new Headers({ Accept: ACCEPT, ...options.headers, ...request.headers });
    const token = request.token ?? options.token;
    if (token) headers.set("Authorization", `Bearer ${token}`);
    return headers;
  }

  const operate = <Data, Variables>(
    operation: TypedDocument<Data, Variables>,
    variables: object = {},
    request: RequestOptions = {},
  ) => send(operation as TypedDocument<unknown, never>, variables, request) as Promise<Data>;
  return {
    query: (operation, ...[variables, request]) => operate(operation, variables as object, request),
    mutate: (operation, ...[variables, request]) => operate(operation, variables as object, request),
  };
}

interface Parsed {
  readonly status: number;
  readonly data?: unknown;
  readonly errors: readonly AnswerError[];
}

function parse({ status, text }: Answer): Parsed {
  try {
    const { data, errors = [] } = JSON.parse(text);
    if (data !== undefined || errors.length > 0) return { status, data, errors };
  } catch {
    // What is not JSON is no GraphQL either.
  }
  throw new ClientError(`The server answered ${status}, and no GraphQL.`, "HTTP_ERROR", { status });
}

function dataOf({ status, data, errors }: Parsed): unknown {
  if (errors.length === 0) return data;
  const message = errors.map((error) => error.message).join(" ");
  throw new ClientError(message, codeOf(errors), { status, errors, data });
}

function codeOf(errors: readonly AnswerError[]): string {
  return errors[0]?.extensions?.code ?? "UNKNOWN";
}
