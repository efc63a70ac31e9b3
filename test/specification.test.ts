// The open specification under spec/: the schema, the lists of fields and columns and the examples are what the program reads and writes by. `npx vitest -u` writes them anew.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOCUMENT_2022 } from "../src/main/demo/historic-pledges.ts";
import { newId, sha256Hex } from "../src/platform/server/secrets.ts";
import { canonicalText } from "../src/ground/canonical.ts";
import { AMENDMENT_KINDS, type Content, contentField } from "../src/pledge/document.ts";
import { FATES } from "../src/pledge/renewal/formerly.ts";
import { RULES } from "../src/pledge/rules.ts";
import type { Cell } from "../src/pledge/specification/cells.ts";
import { COLUMNS, DOCUMENT_COLUMN } from "../src/pledge/specification/columns.ts";
import { jsonSchema, readPromiseFile, writePromiseFile } from "../src/pledge/specification/file.ts";
import { tableOf } from "../src/pledge/specification/table.ts";
import { sayFault } from "../src/pledge/specification/words.ts";
import { ROWS } from "./pledge-rows-data.ts";
import { convertRow } from "./pledge-rows.ts";
import { convert, factsIn, readTranscribed, withFactChanged } from "./real-documents.ts";
import { sharedData } from "./shared-data.ts";
import { fieldsOf, meaningOf, wayInDocumentation } from "./specification-fields.ts";

const folder = fileURLToPath(new URL("../spec/medborgarlofte/1.0/", import.meta.url));
const path = sharedData("texts/medborgarloften-dev.jsonl");
const real = path === undefined ? [] : readTranscribed(path).map(convert);
const published = ROWS.map(convertRow);

const validate = (() => {
  // The links are looked at by their form, which the schema says as a pattern would; the word "format" is only a note to the reader.
  const foreign = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, validateFormats: false });
  return foreign.compile(jsonSchema());
})();
const bytes = (text: string) => new TextEncoder().encode(text);
const anyId = () => newId(1_700_000_000_000);
const read = (text: string) => readPromiseFile(bytes(text), anyId);
const file = (documents: readonly unknown[]) => ({ format: "medborgarlofte", version: "1.0", documents });

const EXAMPLES: Readonly<Record<string, Content>> = {
  "ockelbo-2022-2024": DOCUMENT_2022.content,
  litet: numbered(convertRow(ROWS.find(({ id }) => id === "P4")!)),
  "med-tredje-part": numbered(published.find(({ parties }) => parties.some(({ standing }) => standing === "third"))!),
};

/** Ids are made when a row is read: here by counting, so that an example is the same every time; and the number of the row in our own list is nobody else's. */
function numbered({ title, sources, ...given }: Content): Content {
  const content = {
    ...given,
    title: title.replace(/ [(]P\d+[)]$/, ""),
    sources: sources.map((source) => ({
      ...source,
      title: source.url === undefined ? source.title : new URL(source.url).hostname,
    })),
  };
  const seen = new Map<string, string>();
  const text = JSON.stringify(content).replaceAll(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => {
      const number = String(seen.size + 1).padStart(12, "0");
      if (!seen.has(id)) seen.set(id, `018bcfe5-6800-7000-8000-${number}`);
      return seen.get(id)!;
    },
  );
  return contentField.parse(JSON.parse(text));
}

/** «: minst (`at-least`), exakt (`exactly`)», where there are words to choose among. */
function chosen({ choices }: Cell): string {
  if (choices === undefined) return "";
  return `: ${Object.entries(choices)
    .map(([code, word]) => `${word} (\`${code}\`)`)
    .join(", ")}`;
}

describe("what lies under spec/", () => {
  test("the schema is the one the program reads by", async () => {
    await expect(`${JSON.stringify(jsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
      join(folder, "medborgarlofte.schema.json"),
    );
  });

  test("every field is explained, with an example", async () => {
    const fields = fieldsOf().map((field) => ({ ...field, meaning: meaningOf(field.way) }));
    expect(fields.filter(({ meaning }) => meaning === undefined).map(({ way }) => way)).toEqual([]);
    const rows = new Map<string, string>();
    for (const { way, needed, meaning } of fields) {
      const { sv, en, example, column } = meaning!;
      const name = wayInDocumentation(way);
      if (!rows.has(name))
        rows.set(
          name,
          `| \`${name}\` | ${needed ? "ja" : ""} | ${sv} | *${en}* | ${example.replaceAll("|", "\\|")} | ${column === "" ? "" : `\`${column}\``} | 1.0 |`,
        );
    }
    const text = [
      "# Fälten / The fields",
      "",
      "`PLATS` är en plats, `DAG` en dag som den är sagd, `UNDANTAG` en fråga som lämnats obesvarad med avsikt och `DEL` en del av ett resultat: de står likadant på flera ställen. / *Shapes that stand in several places.*",
      "",
      "| Fält | Måste finnas | Vad det betyder | *Meaning* | Exempel | Kolumn i tabellen | Sedan |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...rows.values(),
      "",
    ].join("\n");
    await expect(text).toMatchFileSnapshot(join(folder, "fields.md"));
  });

  test("every column is explained, with an example that is read", async () => {
    const levels = { document: "dokument", pledge: "löfte", activity: "aktivitet" };
    const text = [
      "# Kolumnerna i tabellen / The columns of the table",
      "",
      "| Kolumn | Gäller | Måste finnas | Vad det betyder | *Meaning* | Exempel | Sedan |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      `| \`${DOCUMENT_COLUMN}\` | dokument |  | Vilka rader som hör till samma dokument, om flera har samma titel | *Which rows belong to the same document* | 1 | 1.0 |`,
      ...COLUMNS.map(
        ({ name, level, needed, meaning, example, cell }) =>
          `| \`${name}\` | ${levels[level]} | ${needed === true ? "ja" : ""} | ${meaning.sv}${chosen(cell)} | *${meaning.en}* | ${example.replaceAll("|", "\\|")} | 1.0 |`,
      ),
      "",
    ].join("\n");
    expect(COLUMNS.filter(({ cell, example }) => "fault" in cell.read(example)).map(({ name }) => name)).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(folder, "columns.md"));
  });

  test.each(Object.entries(EXAMPLES))(
    "the example %s is written and read, as JSON and as a table",
    async (name, content) => {
      const [json, table] = [
        writePromiseFile([content]),
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(tableOf([content])),
      ];
      await expect(json).toMatchFileSnapshot(join(folder, "examples", `${name}.json`));
      await expect(table).toMatchFileSnapshot(join(folder, "examples", `${name}.csv`));
      expect(validate(JSON.parse(json))).toBe(true);
      expect(read(json)).toEqual({ documents: [content], faults: [], unknown: [] });
      const { documents, ...rest } = read(table);
      expect(rest).toEqual({ faults: [], unknown: [] });
      expect(documents.map(heldByTable)).toEqual([heldByTable(content)]);
    },
  );

  test("every file of the folder is tried, and none is left over", () => {
    const there = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /[.]\w+$/.test(name));
    const examples = Object.keys(EXAMPLES).flatMap((name) => [`examples/${name}.csv`, `examples/${name}.json`]);
    expect(there.toSorted()).toEqual(
      [...examples, "README.md", "columns.md", "fields.md", "medborgarlofte.schema.json"].toSorted(),
    );
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    for (const name of ["columns.md", "fields.md", "medborgarlofte.schema.json"]) expect(readme).toContain(`(${name})`);
  });
});

describe("the real promises", () => {
  test.skipIf(path === undefined)("all 41 that were transcribed are valid, by a validator that is not ours too", () => {
    expect(real).toHaveLength(41);
    for (const content of real) {
      expect(validate(file([content])), content.title).toBe(true);
      expect(read(writePromiseFile([content])), content.title).toEqual({
        documents: [content],
        faults: [],
        unknown: [],
      });
    }
  });

  test("so are the rows of the field's own list, and what was signed keeps its checksum", () => {
    expect(validate(file(published)), JSON.stringify(validate.errors)).toBe(true);
    const [back] = read(writePromiseFile([DOCUMENT_2022.content])).documents;
    expect(sha256Hex(canonicalText(back!))).toBe(sha256Hex(canonicalText(DOCUMENT_2022.content)));
  });

  test("come back from a table with everything that a table holds", () => {
    const all = [...real, ...published];
    const { documents, faults } = read(new TextDecoder().decode(tableOf(all)));
    expect(faults.map((fault) => sayFault(fault, "sv"))).toEqual([]);
    expect(documents.map(heldByTable)).toEqual(all.map(heldByTable));
  });

  test("with one fact changed, the foreign validator and the program say the same", () => {
    const changed = published.slice(0, 12).flatMap((content) =>
      factsIn(content)
        .filter((_way, at) => at % 7 === 0)
        .map((way) => withFactChanged(content, way)),
    );
    expect(changed.length).toBeGreaterThan(50);
    const different = changed.filter(
      (content) => validate(file([content])) !== contentField.safeParse(content).success,
    );
    expect(different).toEqual([]);
  });
});

/** What a table holds of a document (spec/medborgarlofte/1.0/README.md): not the parties' ids, what is drawn on a map, told results, reckonings. */
function heldByTable(content: Content): unknown {
  const nameOf = new Map(content.parties.map(({ organisationId, name }) => [organisationId, name]));
  const { toldResults: _told, ...kept } = content;
  const nameAlone = ({ name }: { readonly name?: string }) =>
    name === undefined ? { kind: "unknown" } : { kind: "area", name };
  const place = (given: Content["area"][number]) =>
    given.kind === "point" || given.kind === "segment" || given.kind === "area" ? nameAlone(given) : given;
  const held = {
    ...kept,
    parties: content.parties.map(({ organisationId: _id, ...party }) => party),
    area: content.area.map(place),
    pledges: content.pledges.map(({ expectedEffect, ...pledge }) => {
      const { measured: _reckoned, ...effect } = expectedEffect ?? {};
      return {
        ...pledge,
        expectedEffect: expectedEffect && effect,
        activities: pledge.activities.map((activity) => ({
          ...activity,
          accountable: activity.accountable && {
            ...activity.accountable,
            organisationId: nameOf.get(activity.accountable.organisationId) ?? "?",
          },
          place: activity.place && (activity.place.kind === "point" ? activity.place : place(activity.place)),
        })),
      };
    }),
  };
  return JSON.parse(JSON.stringify(held, (_key, value: unknown) => (isNothing(value) ? undefined : value)));
}
/** An empty list and an empty target say nothing. */
const isNothing = (value: unknown) =>
  typeof value === "object" && value !== null && Object.values(value).every((one) => one === undefined);

const word = (max: number) =>
  fc
    .string({ unit: fc.constantFrom(..."aåä |;\"',=-+@~\\[]?:\n\r\t1209.".split("")), minLength: 1, maxLength: max })
    .map((text) => text.trim())
    .filter((text) => text !== "");
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const list = (max: number) => fc.uniqueArray(word(max), { maxLength: 4 });
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const saidDay = fc.record(
  {
    said: fc.oneof(word(20), day, fc.constantFrom("2019", "2019-02", "okt 2018", "31 december 2024", "20240131")),
    on: day,
  },
  { requiredKeys: ["said"] },
);
const place = fc.oneof(
  fc.record({ kind: fc.constant("municipality"), code: fc.constantFrom("2101", "0180"), name: word(20) }),
  fc.record({ kind: fc.constant("county"), code: fc.constantFrom("21", "01"), name: word(20) }),
  fc.record({
    kind: fc.constant("area"),
    name: fc.oneof(word(20), fc.constantFrom("Ockelbo", "21 x", "2101 x", "område: a", "? b")),
  }),
  fc.record({ kind: fc.constant("unknown"), name: word(20) }, { requiredKeys: ["kind"] }),
);
const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }).map((one) => one + 0),
  fc.double({ min: -90, max: 90, noNaN: true }).map((one) => one + 0),
);
/** Also what is drawn on a map, of which a table holds an activity's own point and otherwise the name. */
const anyPlace = fc.oneof(
  place,
  fc.record(
    { kind: fc.constant("point"), position, accuracyMetres: fc.integer({ min: 0, max: 900 }), name: word(20) },
    { requiredKeys: ["kind", "position"] },
  ),
  fc.record(
    { kind: fc.constant("segment"), line: fc.array(position, { minLength: 2, maxLength: 3 }), name: word(20) },
    { requiredKeys: ["kind", "line"] },
  ),
  fc.record({
    kind: fc.constant("area"),
    name: word(20),
    outline: fc.array(fc.array(position, { minLength: 4, maxLength: 5 }), { maxLength: 2 }),
  }),
);
const otherId = fc.uuid({ version: 7 });
const checksum = fc.string({ unit: fc.constantFrom(..."0123456789abcdef".split("")), minLength: 64, maxLength: 64 });
const again = some(fc.record({ text: word(60), of: checksum }));
const exceptions = some(
  fc.array(fc.record({ rule: fc.constantFrom(...RULES), said: some(word(20)), reason: word(20) }), { maxLength: 3 }),
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((one) => one + 0),
);
const owner = fc.constantFrom("joint", "municipality", "police", "other");
const target = fc.record({
  comparator: some(fc.constantFrom("at-least", "exactly", "at-most")),
  value: some(number),
  unit: some(word(20)),
  per: some(fc.constantFrom("total", "day", "week", "month", "quarter", "term", "year")),
  perText: some(word(20)),
  perEntity: some(fc.record({ name: word(20), count: some(fc.integer({ min: 1, max: 10_000 })) })),
  places: some(list(20)),
  placesBy: some(word(20)),
  time: some(word(20)),
});
const RECKONED = {
  kind: "count",
  of: "",
  name: "Händelser i trafiken",
  unit: "händelser",
  from: "2024-01-01",
  to: "2024-12-31",
  wanted: "down",
  before: 26,
  level: 13,
};
const anyActivity = fc.record({
  id: otherId,
  number: word(8),
  text: word(60),
  owner,
  accountable: some(
    fc.record({
      unit: word(20),
      accepted: fc.boolean(),
      organisationId: fc.constantFrom("01900000-0000-7000-8000-000000000001", "01900000-0000-7000-8000-000000000002"),
    }),
  ),
  supporting: some(list(20)),
  modality: fc.constantFrom("do-count", "do-recurring", "intent", "analyse-then-decide"),
  target: some(target),
  notCountableBecause: some(word(20)),
  baseline: some(
    fc.record({
      value: fc.record({ value: number, qualifier: fc.constantFrom("exact", "at-least", "approximately") }),
      unit: word(20),
      on: some(day),
      source: word(20),
    }),
  ),
  place: some(anyPlace),
  deadline: some(saidDay),
  season: some(word(20)),
  condition: some(word(20)),
  beyondOrdinary: some(word(20)),
  measureId: some(otherId),
  continues: some(otherId),
  exceptions,
});
const anyPledge = fc.record({
  id: otherId,
  text: word(60),
  theme: word(20),
  owner,
  ownerSaid: some(word(20)),
  targetGroup: some(word(20)),
  openSlot: some(fc.boolean()),
  subPledges: some(list(20)),
  plain: again,
  easyRead: again,
  problemIds: fc.array(otherId, { maxLength: 2 }),
  situation: some(word(20)),
  causes: some(list(20)),
  causeIds: some(fc.array(otherId, { minLength: 1, maxLength: 2 })),
  expectedEffect: some(
    fc.record({
      text: word(20),
      horizon: some(fc.constantFrom("short", "long")),
      indicator: some(word(20)),
      wanted: some(fc.constantFrom("up", "down")),
      source: some(word(20)),
      measured: some(fc.constant(RECKONED)),
      goal: some(number),
    }),
  ),
  continues: some(otherId),
  exceptions,
  activities: fc.array(anyActivity, { maxLength: 3 }),
});
const anyContent: fc.Arbitrary<Content> = fc
  .record({
    title: word(30),
    version: some(word(20)),
    parties: fc.uniqueArray(
      fc.record({ standing: fc.constantFrom("municipality", "police", "third"), name: word(20) }),
      { minLength: 2, maxLength: 4, selector: ({ name }) => name },
    ),
    area: fc.array(anyPlace, { minLength: 1, maxLength: 3 }),
    period: fc.record({ from: saidDay, to: some(saidDay) }),
    signedOn: some(saidDay),
    signatories: some(
      fc.array(
        fc.record({
          standing: fc.constantFrom("municipality", "police", "third"),
          office: word(20),
          acting: some(fc.boolean()),
          on: some(saidDay),
        }),
        { maxLength: 3 },
      ),
    ),
    preamble: some(word(60)),
    plain: again,
    easyRead: again,
    formerly: some(
      fc.array(
        fc.record({
          id: otherId,
          number: word(8),
          text: word(60),
          fate: fc.constantFrom(...FATES),
          reason: some(word(20)),
          handedTo: some(word(20)),
        }),
        { maxLength: 3 },
      ),
    ),
    toldResults: some(fc.constant([{ period: "2019", results: [{ actual: 43, parts: [{ what: "a", actual: 1 }] }] }])),
    renderings: some(
      fc.array(fc.record({ channel: word(20), on: some(saidDay), sha256: some(checksum), differs: some(word(20)) }), {
        maxLength: 3,
      }),
    ),
    exceptions,
    amends: some(
      fc.record({
        documentId: otherId,
        contentHash: checksum,
        kind: fc.constantFrom(...AMENDMENT_KINDS),
        reason: word(20),
        withdrawn: some(
          fc.array(fc.record({ activity: otherId, number: word(8), reason: word(20) }), { maxLength: 3 }),
        ),
      }),
    ),
    basis: list(20),
    pledges: fc
      .array(anyPledge, { maxLength: 3 })
      .map((pledges) => pledges.map((pledge, at) => ({ ...pledge, order: at * 2 + 1 }))),
    feedback: some(word(20)),
    feedbackEvery: some(fc.constantFrom("month", "year")),
    review: some(word(20)),
    note: some(word(20)),
    sources: fc.array(
      fc.record({
        title: word(20),
        url: some(fc.constantFrom("https://a.se/~x|y", "http://b.se/?a=1;2")),
        read: some(word(10)),
      }),
      { maxLength: 3 },
    ),
    equality: some(word(20)),
    agreement: some(word(20)),
    situationReport: some(word(20)),
  })
  .map((made) => {
    const parties = made.parties.map((party, at) => ({
      ...party,
      organisationId: `01900000-0000-7000-8000-00000000000${at + 1}`,
    }));
    return contentField.parse(JSON.parse(JSON.stringify({ ...made, parties })));
  });

test("whatever a document says that a table holds comes back from the table", () => {
  fc.assert(
    fc.property(fc.array(anyContent, { minLength: 1, maxLength: 3 }), (contents) => {
      const table = new TextDecoder().decode(tableOf(contents));
      const { documents, faults } = read(table);
      expect(faults.map((fault) => sayFault(fault, "sv"))).toEqual([]);
      expect(documents.map(heldByTable)).toEqual(contents.map(heldByTable));
    }),
    { numRuns: 150 },
  );
});

test("every field of the format is drawn, so that no field added later is left out of the law above", () => {
  const drawn = new Set<string>();
  const look = (value: unknown, way: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, way);
    else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        drawn.add(wayInDocumentation(`${way}.${name}`));
        look(inner, `${way}.${name}`);
      }
  };
  for (const content of fc.sample(anyContent, { numRuns: 400, seed: 5 })) look(content, "documents");
  // Of what a table does not hold, one of each is enough.
  const inner = /^documents\.(?:toldResults|pledges\.expectedEffect\.measured)\.|^DEL\./;
  const fields = fieldsOf().map(({ way }) => wayInDocumentation(way));
  expect(fields.filter((way) => /^(?:documents\.|[A-Z]+\.)/.test(way) && !inner.test(way) && !drawn.has(way))).toEqual(
    [],
  );
});
