import type { TypedDocument } from "../types/document.js";
/** The address to GET, or undefined where it would be too long. */
export declare function address(endpoint: string, document: TypedDocument<unknown, never>, variables: object, byHash: boolean): string | undefined;
/** The body to POST: the whole document and, where the server should remember it, its hash. */
export declare function body(document: TypedDocument<unknown, never>, variables: object, byHash: boolean): string;
