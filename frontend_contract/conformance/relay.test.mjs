// The only home of relay-compiler, which is the strictest reader of schemas and operations.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";

import { print, printSchema, visit } from "graphql";
import compiler from "relay-compiler";

import { definitions, runningSchema } from "./schema.mjs";

const CONFIG = {
  src: "./src",
  schema: "./schema.graphql",
  language: "javascript",
  artifactDirectory: "./made",
  // Relay would have each fragment that may not match under a name of its own; the answer is the same without.
  featureFlags: { enforce_fragment_alias_where_ambiguous: { kind: "disabled" } },
};

test("relay-compiler compiles every operation against the running server's schema", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "relay-"));
  t.after(() => rmSync(directory, { recursive: true }));
  for (const name of ["src", "made"]) mkdirSync(join(directory, name));
  writeFileSync(join(directory, "schema.graphql"), printSchema(await runningSchema()));
  writeFileSync(join(directory, "relay.config.json"), JSON.stringify(CONFIG));
  const tags = definitions.map((definition) => `graphql\`\n${print(renamed(definition))}\n\`;\n`);
  writeFileSync(join(directory, "src", "contract.js"), tags.join("\n"));
  await promisify(execFile)(compiler, ["relay.config.json"], { cwd: directory }).catch(({ stdout, stderr }) => {
    assert.fail(stdout + stderr);
  });
  assert.equal(readdirSync(join(directory, "made")).length, definitions.length);
});

// Relay wants names to begin with their module's.
function renamed(definition) {
  const named = (node, value) => ({ ...node, name: { ...node.name, value } });
  return visit(definition, {
    OperationDefinition: (node) => named(node, `contract_${node.name.value}_${suffix(node)}`),
    FragmentDefinition: (node) => named(node, `contract_${node.name.value}`),
    FragmentSpread: (node) => named(node, `contract_${node.name.value}`),
  });
}

function suffix({ operation }) {
  return operation === "query" ? "Query" : "Mutation";
}
