// The only home of how a request fails.
/**
 * Everything that a request can fail by, except being aborted by your own signal (which throws the signal's reason).
 *
 * `code` is the server's `extensions.code` where it answered with errors, else NETWORK_ERROR (no answer),
 * CLIENT_TIMEOUT (none yet), or HTTP_ERROR (an answer that is no GraphQL, such as a proxy's).
 */
export class ClientError extends Error {
    name = "ClientError";
    code;
    /** Of the HTTP answer; undefined where there was none. */
    status;
    /** Empty where the server answered none. */
    errors;
    /** What the answer has in spite of its errors. */
    data;
    constructor(message, code, about = {}) {
        super(message, { cause: about.cause });
        this.code = code;
        this.status = about.status;
        this.errors = about.errors ?? [];
        this.data = about.data;
    }
}
