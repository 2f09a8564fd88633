// The only home of starting the site: `node server.mjs`, with CMS_URL, PORT and the map's tiles in the environment.

import { createServer } from "node:http";

import { createSite } from "./src/site.mjs";

const { CMS_URL: cms = "http://localhost:8000", PORT: port = "8001" } = process.env;
const { MAP_TILES: template, MAP_ATTRIBUTION: attribution = "" } = process.env;
const tiles = template && { template, attribution, origin: new URL(template).origin };

const server = createServer(createSite({ cms: new URL(cms).origin, tiles }));
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
