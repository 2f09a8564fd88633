// The only home of kept answers, for which the server need only say that they still hold.
export class KeptAnswers {
    #answers = new Map();
    #most;
    constructor(most) {
        this.#most = most;
    }
    get(key) {
        return this.#answers.get(key);
    }
    /** Keep the answer; the one that was kept longest ago makes room. */
    set(key, answer) {
        if (this.#most === 0 || answer.etag === null || answer.status !== 200)
            return;
        this.#answers.delete(key);
        this.#answers.set(key, answer);
        if (this.#answers.size > this.#most) {
            const [oldest] = this.#answers.keys();
            this.#answers.delete(oldest);
        }
    }
}
