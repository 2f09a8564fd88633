export interface Answer {
    readonly status: number;
    readonly etag: string | null;
    readonly text: string;
}
/** Ask until there is an answer, `retries` times more at most. */
export declare function attempt(ask: () => Promise<Response>, retries: number, signal: AbortSignal): Promise<Answer>;
