// The only home of the check that what is generated and compiled is up to date.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { generate } from "./generate.mjs";
import { CONTRACT, PACKAGE } from "./contract.mjs";

const stale = Object.entries(await generate())
  .filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text)
  .map(([path]) => path);

const compiled = mkdtempSync(join(tmpdir(), "contract-"));
try {
  const tsc = join(PACKAGE, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "--project", join(PACKAGE, "tsconfig.json"), "--outDir", compiled], {
    stdio: "inherit",
  });
  const dist = join(PACKAGE, "dist");
  const names = new Set([...readdirSync(compiled), ...readdirSync(dist)]);
  const differing = [...names].filter((name) => !same(join(dist, name), join(compiled, name)));
  stale.push(...differing.map((name) => join(dist, name)));
} finally {
  rmSync(compiled, { recursive: true });
}

if (stale.length > 0) {
  console.error(`Out of date: ${stale.map((path) => relative(CONTRACT, path)).join(", ")}. Run \`make contract\`.`);
  process.exitCode = 1;
}

function same(one, other) {
  return existsSync(one) && existsSync(other) && readFileSync(one, "utf8") === readFileSync(other, "utf8");
}
