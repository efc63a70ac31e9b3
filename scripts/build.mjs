// The production build: the staff app and the style sheets by vite, the server, the command line and their worker
// threads by esbuild. Built beside and then moved into place, so that nobody ever runs half a build.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build as bundle } from "esbuild";
import { build as buildWithVite } from "vite";
import { filesUnder, projectRoot, sourceHash } from "./prepare.mjs";
import { run } from "./run.mjs";

/**
 * Packages of many small files: read one by one they are two thirds of what the server opens before it answers.
 * The rest stay where npm laid them: what is compiled for a machine, and what finds its own files beside it.
 */
const BUNDLED = [
  "@noble/curves",
  "@noble/hashes",
  "@simplewebauthn/server",
  "diff",
  "hono",
  "kysely",
  "write-excel-file",
  "zod",
];

const madeOf = sourceHash();
const { dependencies } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
const building = mkdtempSync(join(projectRoot, ".building-"));
const browser = join(building, "browser");

try {
  await Promise.all([buildServer(), buildPicture(), buildVerifier(), buildBrowser().then(buildServiceWorker)]);
  await packAssets();
  writeFileSync(join(building, "made-of.txt"), madeOf);
  moveIntoPlace();
} finally {
  rmSync(building, { recursive: true, force: true });
}

/** dist/server.js, dist/cli.js and one file per worker thread, named as its source: dist/pglite-worker.js. */
async function buildServer() {
  // The service worker is the browser's.
  const workers = ["src/platform/server", "src/main"]
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => /(?<!service)-worker[.]ts$/.test(path));
  await bundle({
    absWorkingDir: projectRoot,
    entryPoints: ["src/main/server.ts", "src/main/cli.ts", ...workers],
    outdir: building,
    entryNames: "[name]",
    bundle: true,
    external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: true,
    // Components that are drawn on the server name their style sheets; those are vite's to build.
    loader: { ".css": "empty", ".woff2": "empty" },
    logLevel: "warning",
  });
}

/** dist/picture.js, what `import … from "samsyn/picture"` gives: every method, column and answer of the picture, which know nothing of the rest; and its types. */
async function buildPicture() {
  const parts = ["engine", "columns", "answers"].flatMap((folder) => filesUnder(`src/picture/${folder}`));
  const sources = parts.filter((path) => /(?<![.]test)[.]ts$/.test(path));
  await bundle({
    stdin: {
      contents: sources.map((path) => `export * from "./${path}";`).join("\n"),
      resolveDir: projectRoot,
      loader: "ts",
    },
    outfile: join(building, "picture.js"),
    bundle: true,
    packages: "external",
    platform: "neutral",
    format: "esm",
    target: "es2023",
    sourcemap: true,
    // A name that two files export would be nobody's.
    logOverride: { "ambiguous-reexport": "error" },
    logLevel: "warning",
  });
  const declared = await run(
    process.execPath,
    [
      join(projectRoot, "node_modules/typescript/bin/tsc"),
      "--project",
      "tsconfig.picture.json",
      "--outDir",
      join(building, "types"),
    ],
    { cwd: projectRoot },
  );
  if (declared.code !== 0) throw new Error(declared.output);
  writeFileSync(
    join(building, "types/picture.d.ts"),
    sources.map((path) => `export * from "./${path.slice("src/".length).replace(/ts$/, "js")}";\n`).join(""),
  );
}

/** Beside each text of the browser's, the same packed: once here, and not at every request. */
async function packAssets() {
  const texts = filesUnder(join(browser, "assets")).filter((path) => /[.](js|mjs|css|svg)$/.test(path));
  const pack = async (path) => {
    const bytes = readFileSync(path);
    const [small, smaller] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    ]);
    writeFileSync(`${path}.gz`, small);
    writeFileSync(`${path}.br`, smaller);
  };
  await Promise.all(texts.map(pack));
}

/** dist/browser/, and dist/assets.json that tells pages rendered on the server under which names its files are found. */
async function buildBrowser() {
  await buildWithVite({
    configFile: join(projectRoot, "vite.config.ts"),
    mode: "production",
    logLevel: "warn",
    build: { outDir: browser },
  });
  const manifestPath = join(browser, "manifest.json");
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  rmSync(manifestPath);
  const assets = {};
  for (const [source, { file, name, isEntry, css = [] }] of Object.entries(manifest)) {
    const isPage = source.endsWith(".html");
    if (!isEntry && !/[.](woff2|svg|png|webp)$/.test(source)) continue;
    assets[isPage ? `${name}.js` : basename(source)] = `/${file}`;
    if (isPage && css[0] !== undefined) assets[`${name}.css`] = `/${css[0]}`;
  }
  writeFileSync(join(building, "assets.json"), `${JSON.stringify(assets, undefined, 2)}\n`);
}

/**
 * dist/browser/service-worker.js, under a name that never changes, with the list of what it keeps for use without
 * network: __PRECACHE__, and __VERSION__ that changes whenever any of those files does.
 */
async function buildServiceWorker() {
  const paths = filesUnder(browser)
    .map((path) => path.slice(browser.length))
    .filter((path) => path.startsWith("/assets/") && !path.endsWith(".map"));
  const version = createHash("sha256");
  for (const path of paths) version.update(path).update(readFileSync(join(browser, path)));
  await bundle({
    absWorkingDir: projectRoot,
    entryPoints: ["src/main/service-worker.ts"],
    outfile: join(browser, "service-worker.js"),
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    define: {
      __PRECACHE__: JSON.stringify(paths),
      __VERSION__: JSON.stringify(version.digest("hex").slice(0, 16)),
    },
    logLevel: "warning",
  });
}

/**
 * dist/granska.html: the page that checks signatures, whole in one file that can be opened from a disk without network. Its policy lets through its own script
 * and its own styles, by their fingerprints, and nothing else from anywhere.
 */
async function buildVerifier() {
  const shared = {
    absWorkingDir: projectRoot,
    bundle: true,
    minify: true,
    write: false,
    target: "es2022",
    logLevel: "warning",
  };
  const [script, style] = await Promise.all([
    bundle({
      ...shared,
      entryPoints: ["src/pledge/screens/verifier-page.tsx"],
      format: "esm",
      jsx: "automatic",
      define: { "process.env.NODE_ENV": '"production"' },
    }),
    bundle({ ...shared, entryPoints: ["src/ui/styles/verifier.css"], loader: { ".woff2": "dataurl" } }),
  ]);
  // Where a script stands in a page, nothing in it may look like its end.
  const scriptText = script.outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const styleText = style.outputFiles[0].text;
  const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = `default-src 'none'; script-src ${sha256(scriptText)}; style-src ${sha256(styleText)}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const parts = { __POLICY__: policy, __STYLE__: styleText, __SCRIPT__: scriptText };
  const page = readFileSync(join(projectRoot, "src/pledge/screens/verifier.html"), "utf8");
  writeFileSync(
    join(building, "granska.html"),
    // The fingerprint is of every letter in the element, so none may stand around it.
    page.replaceAll(
      /\s*[/][*] (__(?:STYLE|SCRIPT)__) [*][/]\s*|(__POLICY__)/g,
      (_whole, inside, own) => parts[inside ?? own],
    ),
  );
}

function moveIntoPlace() {
  const dist = join(projectRoot, "dist");
  const former = `${building}-former`;
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(building, dist);
  rmSync(former, { recursive: true, force: true });
}
