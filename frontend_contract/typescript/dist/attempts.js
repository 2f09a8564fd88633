// The only home of trying again: after network errors, and after answers that say that it may help.
import { ClientError } from "./errors.js";
const WORTH_RETRYING = new Set([502, 503, 504]);
const FIRST_PAUSE = 200; // milliseconds; each further pause is twice as long
/** Ask until there is an answer, `retries` times more at most. */
export async function attempt(ask, retries, signal) {
    for (let tries = 0;; tries += 1) {
        const isLast = tries >= retries;
        try {
            const response = await ask();
            const answer = { status: response.status, etag: response.headers.get("etag"), text: await response.text() };
            if (isLast || !WORTH_RETRYING.has(answer.status))
                return answer;
        }
        catch (error) {
            if (signal.aborted)
                throw signal.reason;
            if (isLast)
                throw new ClientError("The server cannot be reached.", "NETWORK_ERROR", { cause: error });
        }
        // Clients that failed together do not come back together.
        await pause(FIRST_PAUSE * 2 ** tries * (0.5 + Math.random() / 2), signal);
    }
}
function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
        }, milliseconds);
        signal.addEventListener("abort", stop, { once: true });
    });
}
