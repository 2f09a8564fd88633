// The only home of what is generated from the contract: `node build/generate.mjs [directory]`.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { minifyIntrospectionQuery } from "@urql/introspection";
import { introspectionFromSchema, isAbstractType, isObjectType, parse, print, printSchema } from "graphql";

import { CONTRACT, PACKAGE, readContract } from "./contract.mjs";

const HEAD = "// Generated from the schema and the operations by `npm run build`. Do not edit.\n";
const SECRET = new Set(["preview"]); // operations whose variables hold a token
const CONFIG = {
  arrayInputCoercion: false,
  enumType: "string-literal",
  inlineFragmentTypes: "combine",
  namingConvention: { typeNames: "change-case-all#pascalCase", enumValues: "keep" },
  scalars: {
    Date: "string",
    DateTime: "string",
    Decimal: "string",
    ID: "string",
    JSON: "unknown",
    PartialDate: "string",
    RichTextDocument: "RichTextDocument",
  },
  skipTypename: true,
};

/** Every generated file, by its path below the package (and the manifest's, which is beside it). */
export async function generate() {
  const contract = readContract();
  return {
    [join(CONTRACT, "manifest.json")]: json(manifest(contract)),
    [join(PACKAGE, "generated", "documents.d.ts")]: documentTypes(contract),
    [join(PACKAGE, "generated", "documents.js")]: documents(contract),
    [join(PACKAGE, "generated", "introspection.json")]: `${JSON.stringify(introspection(contract))}\n`,
    [join(PACKAGE, "generated", "keyless-types.json")]: json(keylessTypes(contract)),
    [join(PACKAGE, "generated", "nodes.d.ts")]: nodeTypes(contract),
    [join(PACKAGE, "generated", "nodes.js")]: nodes(contract),
    [join(PACKAGE, "generated", "possible-types.json")]: json(possibleTypes(contract)),
    [join(PACKAGE, "generated", "types.d.ts")]: await types(contract),
  };
}

function manifest({ operations }) {
  return Object.fromEntries(operations.map(({ hash, text }) => [hash, text]));
}

async function types({ schema, fragments, operations }) {
  const definitions = [...fragments.values(), ...operations.map(({ definition }) => definition)];
  const generated = await codegen({
    filename: "types.d.ts",
    schema: parse(printSchema(schema)),
    documents: [{ location: "operations", document: { kind: "Document", definitions } }],
    config: CONFIG,
    plugins: [{ "typescript-operations": {} }],
    pluginMap: { "typescript-operations": typescriptOperations },
    skipDocumentsValidation: true,
  });
  return `${HEAD}import type { RichTextDocument } from "../types/rich-text.js";\n\n${generated.trim()}\n`;
}

// A fragment's text is written once, however many operations need it.
function documents({ fragments, operations }) {
  const parts = [...fragments].map(([name, node]) => `const ${name} = ${literal(print(node))};\n`);
  for (const { name, kind, hash, definition, fragments: needed } of operations) {
    const text = [literal(print(definition)), ...needed].join(" + JOINT + ");
    parts.push(
      `export const ${exported(name)} = /* @__PURE__ */ Object.freeze({\n` +
        `  name: "${name}",\n  operation: "${kind}",\n  hash: "${hash}",\n` +
        `${SECRET.has(name) ? "  secret: true,\n" : ""}  text: ${text},\n});\n`,
    );
  }
  return [HEAD, 'const JOINT = "\\n\\n";\n', ...parts].join("\n");
}

function documentTypes(contract) {
  return declarations(contract, "TypedDocument", "../types/document.js");
}

function declarations({ operations }, type, from) {
  const lines = operations.map(({ name, kind }) => {
    const data = `types.${typeOf(name, kind)}`;
    return `export declare const ${exported(name)}: ${type}<${data}, ${data}Variables>;\n`;
  });
  const imports = `import type { ${type} } from "${from}";\nimport type * as types from "./types.js";\n`;
  return [HEAD, imports, lines.join("")].join("\n");
}

function nodes({ fragments, operations }) {
  const parts = [...fragments].map(([name, node]) => `const ${name} = ${JSON.stringify(node)};\n`);
  for (const { name, hash, definition, fragments: needed } of operations) {
    parts.push(
      `export const ${exported(name)} = { kind: "Document", __meta__: { hash: "${hash}" }, definitions: [` +
        `${[JSON.stringify(definition), ...needed].join(", ")}] };\n`,
    );
  }
  return [HEAD, ...parts].join("\n");
}

function nodeTypes(contract) {
  return declarations(contract, "TypedNode", "../types/node.js");
}

/** For Apollo Client's InMemoryCache. */
function possibleTypes({ schema }) {
  const abstract = Object.values(schema.getTypeMap()).filter(
    (type) => isAbstractType(type) && !type.name.startsWith("__"),
  );
  return Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]).sort(),
  );
}

/** What a normalised cache keeps with its parent; urql's graphcache wants to be told. */
function keylessTypes({ schema }) {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !roots.includes(type))
    .filter((type) => !("id" in type.getFields()))
    .map(({ name }) => name)
    .sort();
}

/** For urql's graphcache. */
function introspection({ schema }) {
  return minifyIntrospectionQuery(introspectionFromSchema(schema, { descriptions: false }));
}

function exported(name) {
  return `${name[0].toUpperCase()}${name.slice(1)}Document`;
}

function typeOf(name, kind) {
  return `${name[0].toUpperCase()}${name.slice(1)}${kind[0].toUpperCase()}${kind.slice(1)}`;
}

function literal(text) {
  return `\`${text}\``;
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(PACKAGE, "generated"), { recursive: true });
  for (const [path, text] of Object.entries(await generate())) {
    writeFileSync(path, text);
  }
}
