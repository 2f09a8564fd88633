/** An error of the answer, as GraphQL has it. */
export interface AnswerError {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: {
        readonly code?: string;
        readonly [key: string]: unknown;
    };
}
/**
 * Everything that a request can fail by, except being aborted by your own signal (which throws the signal's reason).
 *
 * `code` is the server's `extensions.code` where it answered with errors, else NETWORK_ERROR (no answer),
 * CLIENT_TIMEOUT (none yet), or HTTP_ERROR (an answer that is no GraphQL, such as a proxy's).
 */
export declare class ClientError extends Error {
    readonly name = "ClientError";
    readonly code: string;
    /** Of the HTTP answer; undefined where there was none. */
    readonly status: number | undefined;
    /** Empty where the server answered none. */
    readonly errors: readonly AnswerError[];
    /** What the answer has in spite of its errors. */
    readonly data: unknown;
    constructor(message: string, code: string, about?: {
        status?: number;
        errors?: readonly AnswerError[];
        data?: unknown;
        cause?: unknown;
    });
}
