// The only home of starting the mock server: `node server.mjs`, or `make mock`.

import { fileURLToPath } from "node:url";

import { mockServer } from "./mock.mjs";

const port = Number(process.env.MOCK_PORT ?? 4000);
mockServer(fileURLToPath(new URL("..", import.meta.url))).listen(port, "127.0.0.1", () => {
  console.log(`Golden answers on http://localhost:${port}/graphql/; what can be asked: http://localhost:${port}/`);
});
