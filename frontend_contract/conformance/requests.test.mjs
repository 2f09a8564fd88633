// The only home of the claim that the tests of this directory ask for every document of the contract.

import assert from "node:assert/strict";
import test from "node:test";

import * as nodes from "@helsinki-smart-region/client/nodes";

import { requests } from "./server.mjs";

test("every document is asked for, but those that need a secret", async () => {
  const asked = new Set((await requests()).map(([name]) => name));
  const left = Object.keys(nodes).filter((name) => !asked.has(name));
  assert.deepEqual(left, ["PreviewDocument", "UnlockPageDocument"]);
});
