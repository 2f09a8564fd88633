import type { TypedDocument } from "../types/document.js";
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
type Arguments<Variables> = Record<never, never> extends Variables ? [variables?: Variables, options?: RequestOptions] : [variables: Variables, options?: RequestOptions];
export interface Client {
    query<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: Arguments<Variables>): Promise<Data>;
    /** Sent once: what is sent twice may be done twice. */
    mutate<Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: Arguments<Variables>): Promise<Data>;
}
export declare function createClient(options: ClientOptions): Client;
export {};
