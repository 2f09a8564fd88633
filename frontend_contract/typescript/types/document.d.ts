// The only home of what a typed document is.

/** An operation of the contract, or one of your own: its text, and the types of its answer and its variables. */
export interface TypedDocument<Data, Variables> {
  readonly name: string;
  readonly operation: "query" | "mutation";
  readonly text: string;
  /** SHA-256 of `text`, in hex: its key in manifest.json. */
  readonly hash?: string;
  /** Its variables must not stand in an address, which ends up in logs: the query is sent by POST. */
  readonly secret?: true;
  /** Never there; it carries the types. */
  readonly __types?: (variables: Variables) => Data;
}

export type DataOf<Document> = Document extends TypedDocument<infer Data, never> ? Data : never;
export type VariablesOf<Document> = Document extends { __types?: (variables: infer Variables) => unknown }
  ? Variables
  : never;
