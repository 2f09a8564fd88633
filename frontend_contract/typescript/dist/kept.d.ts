import type { Answer } from "./attempts.js";
export declare class KeptAnswers {
    #private;
    constructor(most: number);
    get(key: string): Answer | undefined;
    /** Keep the answer; the one that was kept longest ago makes room. */
    set(key: string, answer: Answer): void;
}
