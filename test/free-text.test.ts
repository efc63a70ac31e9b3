// Every free text that a door of collect takes in is looked through for what points at a person, or stands here with the reason why not (domain.md 2.4, R1).
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { z } from "zod";
import { routes } from "../src/main/assemble.ts";

const src = fileURLToPath(new URL("../src/collect", import.meta.url));

/** Taken in as it is; the reason is one word away from the field. */
const LISTED: Readonly<Record<string, string>> = {
  "collect.decide-retention decidedOn": "a day",
  "collect.establish-protocol registryNumber": "the registrar's number",
  "collect.register-protocol registryNumber": "the registrar's number",
  "collect.import-file source": "an address of a source that is there",
  "collect.try-file source": "an address of a source that is there",
  "collect.try-file campaign": "an address of a dialogue that is there",
  "collect.read-file campaign": "an address of a dialogue that is there",
  "collect.read-file source": "an address of a source that is there",
  "collect.record-dialogue source": "an address of a source that is there",
  "collect.record-measurement source": "an address of a source that is there",
  "collect.record-population source": "the agency's table",
  "collect.note-observation override": "looked through where it is weighed, in privacy/held-back.ts",
  "collect.revise-observation override": "looked through where it is weighed, in privacy/held-back.ts",
  "collect.note-observation stopId": "an id of the walk",
  "collect.send-left-note override": "looked through where it is weighed, in privacy/held-back.ts",
  "collect.send-left-note stopId": "an id of the walk",
  "collect.plan-campaign again": "an address of an earlier campaign",
  "collect.plan-campaign address": "one word of an address; what is left of it is letters and hyphens",
  "collect.plan-walk after": "an address of an earlier walk",
  "collect.send-weekly-report events.place": "one of the reporter's own places; any other is refused",
};

/** Wherever it is: the name of a file, covered before it is kept, and columns by the names they have in a file. */
const OF_FILES = /^(?:fileName|mapping)\b/;

type Def = {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check: string; readonly format?: string } };
  }[];
};

/** The free texts in what a door takes in, by their way into it: «themes.text». Ids, days, addresses and choices are none. */
function freeTexts(schema: z.ZodType, way = ""): string[] {
  const def = schema._zod.def as unknown as Def;
  const within = (inner: z.ZodType | undefined) => (inner === undefined ? [] : freeTexts(inner, way));
  switch (def.type) {
    case "string": {
      const checks = (def.checks ?? []).map(({ _zod: { def: one } }) => one.format ?? one.check);
      const isPlain = def.format === undefined && !checks.some((check) => /regex|custom|url|uuid/.test(check));
      return isPlain && way !== "" ? [way] : [];
    }
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([key, inner]) =>
        freeTexts(inner, way === "" ? key : `${way}.${key}`),
      );
    case "array":
      return within(def.element);
    case "union":
      return (def.options ?? []).flatMap((option) => freeTexts(option, way));
    case "record":
      return within(def.valueType);
    case "pipe":
      return within(def.in);
    default:
      return within(def.innerType);
  }
}

/** The folder whose api.ts declares a door. */
function folderOf(name: string): string {
  const found = readdirSync(src, { recursive: true, encoding: "utf8" }).find(
    (path) => path.endsWith("api.ts") && readFileSync(join(src, path), "utf8").includes(`name: "${name}"`),
  );
  if (found === undefined) throw new Error(`No api.ts declares ${name}`);
  return join(src, dirname(found));
}

/** Where texts are handed to the detector, by itself or through a field's own sentence for it. */
const HANDED =
  /\b(?:personRefused|textRefused|refusedText|commonOf|coverPersons|heldBack|fieldsOf)\(|\bconst (?:fields|said) = [{[]/g;

/** The words of everything that a folder's rules hand to the detector. */
function looked(folder: string): ReadonlySet<string> {
  const texts = readdirSync(folder)
    .filter((name) => /[.]ts$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const words = new Set<string>();
  for (const text of texts)
    for (const { index } of text.matchAll(HANDED)) {
      let depth = 0;
      let end = text.slice(index).search(/[({[]/) + index;
      for (; end < text.length; end++) {
        if ("([{".includes(text[end]!)) depth++;
        else if (")]}".includes(text[end]!) && --depth === 0) break;
      }
      for (const [word] of text.slice(index, end).matchAll(/\w+/g)) words.add(word);
    }
  return words;
}

test("every free text is looked through before it is kept, or says why not", () => {
  const open: string[] = [];
  const seen: string[] = [];
  for (const { endpoint } of routes) {
    if (!endpoint.name.startsWith("collect.") || endpoint.kind === "question" || endpoint.kind === "download") continue;
    const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const words = looked(folderOf(endpoint.name));
    for (const way of new Set(freeTexts(endpoint.input))) {
      if (inPath.includes(way) || OF_FILES.test(way)) continue;
      const field = way.replace(/[.](?:sv|en|latt)$/, "");
      const name = `${endpoint.name} ${field}`;
      if (seen.includes(name)) continue;
      seen.push(name);
      if (!field.split(".").some((part) => words.has(part))) open.push(name);
    }
  }
  expect(seen.length).toBeGreaterThan(90);
  expect(open.toSorted()).toEqual(Object.keys(LISTED).toSorted());
});

/** Fields on the desk's screens that are not looked through while they are written: what is written in them is no words, or is looked through elsewhere. */
const PLAIN: Readonly<Record<string, string>> = {
  "series-list search": "words sought, kept nowhere",
  "typing name": "the number of an age, a sex or a village",
  "typing typeInSeveral": "the numbers of the answers that are crossed on a paper",
  "population group": "a number",
  "population year": "a year",
  "population source": "the agency's table",
  "mapping-form timeFormat": "how a time is written",
  "meter-columns timeFormat": "how a time is written",
  "import sourceName": "the name of an agency's file; rows that point at somebody are kept without their words",
  "sheet stop": "a number on the sheet",
  "sheet themeShort": "a code on the sheet",
  "sheet managerShort": "a code on the sheet",
  "sheet agreedShort": "a number on the sheet",
  "meetings premeetingAt": "a day and an hour",
  "meetings aftermeetingAt": "a day and an hour",
  "plan-fields from": "an hour",
  "plan-fields to": "an hour",
  "new-campaign address": "one word of an address; what is left of it is letters and hyphens",
  "complaint-form registryNumber": "the registrar's number",
  "walk registryNumber": "the registrar's number",
  "retention-forms registryNumber": "the registrar's number",
  "retention-forms secrecyMark": "the registrar's mark",
  "retention-forms paragraph": "a paragraph's number",
  "person-text setAsideReason": "the reason why a warning is set aside; looked through where it is weighed",
};

test("every field for words on a screen of the desk is looked through while they are written, or says why not", () => {
  const plain = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.includes("screens/") && /(?<!public|public-receipt)[.]tsx$/.test(path))
    .flatMap((path) => {
      const screen = path.split("/").at(-1)!.replace(".tsx", "");
      const text = readFileSync(join(src, path), "utf8");
      return [
        ...text.matchAll(
          /<Text(?:Field|Area)\b(?!\s*[{][.]{3}field[}]\s+guide=|\s*\n\s*[{][.]{3}field[}])([^]*?)[/]>/g,
        ),
      ].map(
        ([, props = ""]) =>
          `${screen} ${/(?:words|Words)[.](\w+)|field[(]"?(\w+)/.exec(props)?.slice(1).find(Boolean) ?? props}`,
      );
    });
  expect([...new Set(plain)].toSorted()).toEqual(Object.keys(PLAIN).toSorted());
});
