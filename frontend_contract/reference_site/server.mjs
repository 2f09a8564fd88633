// The only home of starting the site: `node server.mjs`, with CMS_URL, PORT and what the map shows in the environment.

import { createServer } from "node:http";

import { readOutlines } from "./src/outlines.mjs";
import { createSite } from "./src/site.mjs";

const { CMS_URL: cms = "http://localhost:8000", PORT: port = "8001" } = process.env;
const { MAP_TILES: template, MAP_OUTLINES: file, MAP_ATTRIBUTION: attribution = "" } = process.env;
const tiles = template && { template, attribution, origin: new URL(template).origin };
const outlines = file && { paths: outlinesIn(file), attribution };

const server = createServer(createSite({ cms: new URL(cms).origin, tiles, outlines }));
server.on("error", (error) => {
  const isTaken = error.code === "EADDRINUSE";
  console.error(isTaken ? `Port ${port} is taken: the site is not served. Name another one.` : error.message);
  process.exitCode = 1;
});
server.listen(Number(port), () => console.log(`Site     http://localhost:${server.address().port}/`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}

function outlinesIn(file) {
  try {
    return readOutlines(file);
  } catch (error) {
    console.error(`MAP_OUTLINES: ${error.message}`);
    process.exit(1);
  }
}
