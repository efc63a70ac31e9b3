// npm start: from a fresh clone to a running Samsyn. The server itself (src/main/server.ts) opens the database, migrates,
// seeds the demo, serves, prints its address and closes on Ctrl-C and SIGTERM.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkNode, prepareBuild, prepareDependencies, projectRoot } from "./prepare.mjs";

if (checkNode() && (await prepareDependencies()) && (await prepareBuild())) {
  process.env.NODE_ENV ??= "production";
  // In this same process: one less to start, and signals reach the server with nobody in between.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(projectRoot, "dist/server.js")).href);
}
