// The only home of the client: typed documents in, typed data out.
import { attempt } from "./attempts.js";
import { ClientError } from "./errors.js";
import { KeptAnswers } from "./kept.js";
import { address, body } from "./requests.js";
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";
const HASH_IS_NO_USE = new Set(["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"]);
export function createClient(options) {
    const { endpoint, persisted = "hash", retries = 2, timeout = 10_000 } = options;
    const kept = new KeptAnswers(options.kept ?? (typeof document === "undefined" ? 200 : 0));
    async function send(operation, variables, request) {
        const tooLate = new ClientError(`No answer within ${timeout} milliseconds.`, "CLIENT_TIMEOUT");
        const timer = new AbortController();
        const running = setTimeout(() => timer.abort(tooLate), timeout);
        const signal = request.signal ? AbortSignal.any([request.signal, timer.signal]) : timer.signal;
        try {
            signal.throwIfAborted();
            return dataOf(await ask(operation, variables, request, signal));
        }
        finally {
            clearTimeout(running);
        }
    }
    async function ask(operation, variables, request, signal) {
        const byHash = persisted === "hash" && operation.hash !== undefined;
        const isQuery = operation.operation === "query";
        const headers = headersFor(request);
        const call = options.fetch ?? fetch;
        const init = { ...request.init, signal };
        const url = isQuery && !operation.secret ? address(endpoint, operation, variables, byHash) : undefined;
        if (url !== undefined) {
            const key = `${headers.get("Authorization") ?? ""} ${url}`;
            const before = kept.get(key);
            if (before?.etag)
                headers.set("If-None-Match", before.etag);
            const answer = await attempt(() => call(url, { ...init, headers }), retries, signal);
            if (before && answer.status === 304)
                return parse(before);
            kept.set(key, answer);
            const parsed = parse(answer);
            if (!byHash || !HASH_IS_NO_USE.has(codeOf(parsed.errors)))
                return parsed;
            headers.delete("If-None-Match");
        }
        headers.set("Content-Type", "application/json");
        const post = { ...init, method: "POST", headers, body: body(operation, variables, byHash && isQuery) };
        return parse(await attempt(() => call(endpoint, post), isQuery ? retries : 0, signal));
    }
    function headersFor(request) {
        const headers = new Headers({ Accept: ACCEPT, ...options.headers, ...request.headers });
        const token = request.token ?? options.token;
        if (token)
            headers.set("Authorization", `Bearer ${token}`);
        return headers;
    }
    const operate = (operation, variables = {}, request = {}) => send(operation, variables, request);
    return {
        query: (operation, ...[variables, request]) => operate(operation, variables, request),
        mutate: (operation, ...[variables, request]) => operate(operation, variables, request),
    };
}
function parse({ status, text }) {
    try {
        const { data, errors = [] } = JSON.parse(text);
        if (data !== undefined || errors.length > 0)
            return { status, data, errors };
    }
    catch {
        // What is not JSON is no GraphQL either.
    }
    throw new ClientError(`The server answered ${status}, and no GraphQL.`, "HTTP_ERROR", { status });
}
function dataOf({ status, data, errors }) {
    if (errors.length === 0)
        return data;
    const message = errors.map((error) => error.message).join(" ");
    throw new ClientError(message, codeOf(errors), { status, errors, data });
}
function codeOf(errors) {
    return errors[0]?.extensions?.code ?? "UNKNOWN";
}
