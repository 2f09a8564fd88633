// The only home of how the contract is read: the schema, and the operations with the fragments that each needs.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSchema, Kind, parse, print, validate, visit } from "graphql";

export const PACKAGE = fileURLToPath(new URL("..", import.meta.url));
export const CONTRACT = join(PACKAGE, "..");
const SCHEMA = join(CONTRACT, "schema.graphql");
const OPERATIONS = join(CONTRACT, "operations");

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

export function readContract() {
  const schema = buildSchema(readFileSync(SCHEMA, "utf8"));
  const definitions = readDefinitions();
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const operations = definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((definition) => operation(definition, fragments));
  const mistakes = operations.flatMap(({ name, document }) =>
    validate(schema, document).map(({ message }) => `${name}: ${message}`),
  );
  if (mistakes.length > 0) {
    throw new Error(`Operations do not match the schema.\n${mistakes.join("\n")}`);
  }
  return { schema, fragments, operations };
}

function operation(definition, fragments) {
  const needed = spreads(definition, fragments);
  const document = { kind: Kind.DOCUMENT, definitions: [definition, ...needed.map((name) => fragments.get(name))] };
  const text = print(document);
  return {
    name: definition.name.value,
    kind: definition.operation,
    definition,
    fragments: needed,
    document,
    text,
    hash: createHash("sha256").update(text).digest("hex"),
  };
}

// All fragments below a definition, each once, in the alphabet's order.
function spreads(definition, fragments, found = new Set()) {
  visit(definition, {
    FragmentSpread({ name }) {
      if (found.has(name.value)) return;
      if (!fragments.has(name.value)) throw new Error(`There is no fragment ${name.value}.`);
      found.add(name.value);
      spreads(fragments.get(name.value), fragments, found);
    },
  });
  return [...found].sort();
}

function readDefinitions() {
  return readdirSync(OPERATIONS, { recursive: true })
    .filter((path) => path.endsWith(".graphql"))
    .sort()
    .flatMap((path) => parse(readFileSync(join(OPERATIONS, path), "utf8"), { noLocation: true }).definitions)
    .map(withTypenames);
}

// Clients that normalise ask for __typename everywhere; so that the document that they send is the manifest's,
// it is there from the beginning.
function withTypenames(definition) {
  return visit(definition, {
    SelectionSet(node, _key, parent) {
      const isThere = node.selections.some(({ kind, name }) => kind === Kind.FIELD && name.value === "__typename");
      if (isThere || parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      return { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
}
