// Loaded before dependency-cruiser (node --require): it parses with swc as if no file had JSX in it, and stops at the
// first screen. Version 17 is the last that runs on Node 20, so the option it leaves out is put in here.
const swc = require("@swc/core");

const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });
