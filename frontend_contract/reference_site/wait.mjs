// The only home of waiting until the CMS at CMS_URL answers: `node --import ./wait.mjs server.mjs` starts the site then.

import { setTimeout as pause } from "node:timers/promises";

while (!(await fetch(process.env.CMS_URL).catch(() => false))) await pause(200);
