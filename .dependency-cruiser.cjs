// Which room may know which: the table in docs/ARCHITECTURE.md, held by machine. Type-only imports count.

/** The line the data walks. A stage knows itself and what lies before it, never what comes after. */
const stages = ["partnership", "collect", "picture", "prioritise", "pledge", "act", "follow", "tell"];

const anyStage = `^src/(${stages.join("|")})/`;
const test = "[.]test[.]tsx?$";
/** A large store is several files: store.ts and store-<noun>.ts. */
const store = "(store|store-[a-z]+)";
/** The rooms of a stage that touch something; every other file directly in a stage's folder is a rule file. */
const touchingRooms = `(${store}|routes|reactions)`;
/** A stage with several fields of work has a folder for each, with the same rooms in it: collect/weekly/store.ts. */
const field =
  "((walks|campaigns|hearings|weekly|traffic|series|imports|privacy|heard|rounds|amendments|renewal|drafting|consultation|mandates|owners|specification|situation|causes|renderings|publication|paper|meetings|phases|first|items|calendar|clocks|letters|followers|indicators|reports|open|forums|briefs|webhooks|actionplans|handover|faults)/)?";
const room = `^src/[a-z]+/${field}`;
/** Rule files lie directly in a stage's folder or in a field's; the picture's engine is four folders of them. */
const ruleFile = [
  `^src/(ground|${stages.join("|")})/[^/]+[.]ts$`,
  "^src/(partnership|collect|prioritise|pledge|act|follow|tell)/(?!screens/)[a-z]+/[^/]+[.]ts$",
  "^src/(partnership|collect|prioritise|pledge|act|follow)/(?!screens/)[a-z]+/[^/]+[.]ts$",
  "^src/picture/(columns|answers|kernels)/[^/]+[.]ts$",
  "^src/picture/engine/[a-z]+/[^/]+[.]ts$",
];
/** pages.ts answers strangers in HTML as a routes.ts answers in JSON; where there is much of it, pages-<noun>.ts. */
const notRuleFile = [
  `/${touchingRooms}[.]ts$`,
  "/tables[.]ts$",
  "^src/(tell|collect/[a-z]+)/pages[.]ts$",
  "/pages-[a-z]+[.]ts$",
  test,
];

const lookBackOnly = stages.map((stage, position) => ({
  name: `${stage}-looks-back-only`,
  comment: `${stage} may import ground, itself and ${stages.slice(0, position).join(", ") || "no other stage"}; later stages listen to events.`,
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(${[...stages.slice(position + 1), "main"].join("|")})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...lookBackOnly,
    {
      name: "ground-knows-nothing",
      comment: "ground is the vocabulary of everything and imports nothing of ours but itself.",
      severity: "error",
      from: { path: "^src/ground/" },
      to: { path: "^(src|test|scripts|bench)/", pathNot: "^(src/ground/|test/)" },
    },
    {
      name: "platform-knows-no-stage",
      comment: "platform carries the stages without knowing what they are about.",
      severity: "error",
      from: { path: "^src/platform/", pathNot: test },
      to: { path: [anyStage, "^src/(main|ui)/"] },
    },
    {
      name: "ui-knows-no-stage",
      comment: "ui is buttons, fields, tables and charts; what they say comes from the stages.",
      severity: "error",
      from: { path: "^src/ui/", pathNot: test },
      to: { path: [anyStage, "^src/main/", "^src/platform/server/"] },
    },
    {
      name: "browser-and-server-are-two-machines",
      severity: "error",
      from: { path: "^src/platform/(browser|server)/" },
      to: { path: "^src/platform/(browser|server)/", pathNot: "^src/platform/$1/" },
    },
    {
      name: "main-is-imported-by-nobody",
      comment: "main wires and decides nothing; what others need belongs elsewhere.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main/" },
      to: { path: "^src/main/" },
    },
    {
      name: "rules-touch-nothing",
      comment:
        "Rule files, api and words know ground and rules of their own and earlier stages: no rows, no platform, no page.",
      severity: "error",
      from: { path: ruleFile, pathNot: notRuleFile },
      to: {
        path: ["^src/(platform|ui|main)/", `${room}${touchingRooms}[.]ts$`, `${room}tables[.]ts$`, "/screens/"],
      },
    },
    {
      name: "rules-know-no-machine",
      comment: "No node: module in a rule file: time, chance, files and network are handed in.",
      severity: "error",
      from: { path: ruleFile, pathNot: notRuleFile.filter((path) => path !== "/tables[.]ts$") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "rules-use-small-pure-libraries",
      comment: "zod, h3-js, csv-parse, saxes, canonicalize, diff and @noble; tables.ts may name Kysely's column types.",
      severity: "error",
      from: { path: ruleFile, pathNot: notRuleFile },
      to: { path: "node_modules/", pathNot: "node_modules/(zod|h3-js|csv-parse|saxes|canonicalize|diff|@noble)/" },
    },
    {
      name: "the-engine-stands-alone",
      comment: "An analyst uses the picture's engine without the rest: it knows ground, and itself.",
      severity: "error",
      from: { path: "^src/picture/(engine|columns|answers|kernels)/", pathNot: test },
      to: { path: "^src/", pathNot: "^src/(ground|picture/(engine|columns|answers|kernels))/" },
    },
    {
      name: "engine-methods-share-numbers-only",
      comment:
        "A method knows its own folder and engine/numbers; what two of them are asked together is for picture/answers.",
      severity: "error",
      from: { path: "^src/picture/engine/([a-z]+)/", pathNot: test },
      to: { path: "^src/picture/", pathNot: "^src/picture/(engine/($1|numbers)|kernels)/" },
    },
    {
      name: "columns-know-no-method",
      comment: "The store of columns is asked by the methods' answers, and asks none.",
      severity: "error",
      from: { path: "^src/picture/columns/", pathNot: test },
      to: { path: "^src/picture/(engine|answers)/" },
    },
    {
      name: "tables-are-row-types",
      severity: "error",
      from: { path: "/tables[.]ts$" },
      to: {
        path: ["node_modules/", "^src/(platform|ui|main)/", `${room}${touchingRooms}[.]ts$`, "/screens/"],
        pathNot: "node_modules/(kysely|zod)/",
      },
    },
    {
      name: "store-is-only-sql",
      severity: "error",
      from: { path: `${room}${store}[.]ts$` },
      to: { path: [`${room}(routes|reactions)[.]ts$`, "/screens/", "^src/(ui|main)/", "^src/platform/browser/"] },
    },
    {
      name: "routes-and-reactions-are-wired-by-main-only",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/main/", test] },
      to: { path: `${anyStage}${field}(routes|reactions)[.]ts$` },
    },
    {
      name: "screens-reach-the-server-by-its-api-only",
      comment: "A screen runs on somebody's phone: no SQL, no rows, no routes, no node.",
      severity: "error",
      from: { path: "/screens/", pathNot: test },
      to: {
        path: [
          `${room}${touchingRooms}[.]ts$`,
          `${room}tables[.]ts$`,
          "^src/platform/server/",
          "node_modules/(kysely|pg|hono|@hono|sharp|pino)/",
        ],
      },
    },
    {
      name: "browsers-have-no-node",
      severity: "error",
      from: { path: ["/screens/", "^src/ui/", "^src/platform/browser/"], pathNot: test },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-screens-draw",
      comment:
        "React and ui are for screens, ui itself, the browser's platform, main, and the pages that tell draws on the server.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["/screens/", "^src/(ui|main|tell|platform/browser)/", test],
      },
      to: { path: ["^src/ui/", "node_modules/(react|react-dom|react-aria-components|wouter|maplibre-gl|@tanstack)/"] },
    },
    {
      name: "strangers-read-what-tell-disclosed",
      comment: "Disclosed values are made in tell/disclosure.ts and used inside tell.",
      severity: "error",
      from: { path: "^(src|test)/", pathNot: "^src/tell/" },
      to: { path: "^src/tell/disclosure[.]ts$" },
    },
    {
      name: "no-barrels",
      comment: "Import the file that holds the thing.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/.*/index[.]tsx?$" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^(src|test)/" },
      to: { circular: true },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { path: ["^(test|scripts|bench)/", test] },
    },
    {
      name: "nothing-unresolvable",
      severity: "error",
      from: { path: "^(src|test)/" },
      to: { couldNotResolve: true, pathNot: "[?](worker|url|raw|inline)" },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      from: { path: "^src/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    // TypeScript 7 has no programming interface for parsers; without swc nothing is cruised and everything passes.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    // assembly/ is AssemblyScript: TypeScript to look at, and another language.
    exclude: { path: ["[.](css|svg|woff2|html)", "^src/picture/kernels/assembly/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
      mainFields: ["module", "main", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
