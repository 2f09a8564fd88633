// The only home of what a typed document is to clients that read syntax trees.

import type { DocumentNode } from "graphql";

/** A document as a syntax tree, for Apollo Client, urql and other clients that know TypedDocumentNode. */
export interface TypedNode<Data, Variables> extends DocumentNode {
  readonly __meta__: { readonly hash: string };
  /** Never there; it carries the types. */
  __apiType?: (variables: Variables) => Data;
}
