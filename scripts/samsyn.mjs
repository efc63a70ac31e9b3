#!/usr/bin/env node
// The command line `samsyn` (src/main/cli.ts), built first when it is not fresh.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkNode, prepareBuild, prepareDependencies, projectRoot } from "./prepare.mjs";

if (checkNode() && (await prepareDependencies()) && (await prepareBuild())) {
  process.env.NODE_ENV ??= "production";
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(projectRoot, "dist/cli.js")).href);
}
