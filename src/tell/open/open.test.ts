// Open data as rules: what a row says and does not, the files, the API's questions, and the catalogue read by parsers that others wrote.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { JsonLdParser } from "jsonld-streaming-parser";
import { Parser, Store, type Quad } from "n3";
import { RdfXmlParser } from "rdfxml-streaming-parser";
import SHACLValidator from "rdf-validate-shacl";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { disclose } from "../disclosure.ts";
import type { RawSite } from "../site.ts";
import { catalogueOf } from "./catalogue.ts";
import { columnsOf, type OpenRow } from "./dataset.ts";
import { DATASETS, fill } from "./datasets.ts";
import { answerApi, CONFORMS } from "./features.ts";
import { fileOf, formsOf } from "./files.ts";
import { makeOpenData } from "./pages.tsx";
import { jsonLdOf, rdfXmlOf, turtleOf } from "./rdf.ts";
import { SHAPES } from "../../../test/dcat-shapes.ts";
import { faults } from "./words.ts";

const day = (text: string) => text as Day;
const ORIGIN = "https://samsyn.example";
type Pledge = RawSite["current"][number];
const ID = "01890000-0000-7000-8000-000000000001" as Pledge["activities"][number]["id"];

type Given = {
  readonly found?: number;
  readonly walkers?: number;
  readonly notes?: number;
  readonly counted?: number;
  readonly vehicles?: number;
};

/** A partnership that has told one of everything, with so many behind each number. */
function siteOf({ found = 12, walkers = 14, notes = 0, counted = 20, vehicles = 400 }: Given = {}): RawSite {
  return {
    slug: "ockelbo",
    name: "Ockelbo",
    example: false,
    parties: [
      { kind: "municipality", name: "Ockelbo kommun" },
      { kind: "police", name: "Polisen" },
    ],
    feedbackDays: 90,
    lastWord: null,
    documents: [],
    current: [
      {
        slug: "1-trafik",
        order: 1,
        text: "Vi lovar.",
        documentSlug: "2025-2027",
        continues: false,
        causes: [],
        effect: "",
        seen: null,
        problems: [],
        activities: [
          {
            id: ID,
            number: "1.1",
            text: "Vi kontrollerar.",
            unit: "Trafikgruppen",
            owner: "police",
            target: null,
            done: { value: 1, qualifier: "at-least" },
            due: null,
            inAll: null,
            occasions: [
              {
                id: "0a0a",
                on: day("2026-05-04"),
                count: { value: 1, qualifier: "exact" },
                counted: "=kontroll",
                place: "E16",
                party: "Polisen",
                outputs: [{ what: "fordon utan lykta", heads: found, qualifier: "exact", depth: 0 }],
              },
            ],
            deviations: [],
            status: null,
          },
        ],
        indicators: [
          {
            id: "0b0b",
            name: "Anmälningar",
            unit: "anmälningar",
            column: "outcome",
            verdict: "cannot-be-known",
            source: "Polisen",
            caveat: "",
            measure: "count",
            readings: [
              {
                on: day("2025-12-31"),
                figure: { value: counted, low: null, high: null },
                n: counted,
                baseline: true,
                comparable: true,
              },
            ],
          },
        ],
        example: false,
      },
    ],
    walks: [
      {
        slug: "ockelbo-2021",
        title: "Trygghetsvandring",
        village: "Ockelbo",
        on: day("2021-10-26"),
        from: "18.00",
        to: "20.00",
        meetingPoint: "Biblioteket",
        reference: null,
        functions: [],
        walkers,
        rows: [1, 2, 3].map((number) => ({
          number,
          kind: "problem",
          place: `Plats ${number}`,
          ...(number === 3 ? {} : { position: [16.7 + number / 100, 60.89] as const }),
          text: "Det är mörkt; här.",
          proposal: "",
          manager: "municipality",
          answer: "declined",
          reason: "",
          when: "",
          example: false,
        })),
        example: false,
      },
    ],
    dialogues: [],
    roads: [
      {
        slug: "infarten-1",
        name: "Infarten",
        by: "Ockelbo kommun",
        publishedOn: day("2026-06-01"),
        limit: 40,
        roadKeeper: null,
        state: "answered",
        said: [],
        saidInAll: 0,
        passedOn: "",
        judgement: null,
        measurements: [
          {
            from: day("2026-05-04"),
            to: day("2026-05-10"),
            road: null,
            days: 7,
            method: "radar",
            direction: "",
            limit: 40,
            vehicles,
            withSpeed: vehicles,
            figures: { mean: 43.47, median: 43, over: [] },
            flags: [],
          },
        ],
        withdrawn: [],
        unsaid: [],
        restsOnTakenBack: false,
        compared: null,
        done: [],
        answer: null,
        example: false,
      },
    ],
    answers: [
      {
        id: "0c0c",
        said: "Gångvägen är mörk",
        voices: notes + 6,
        notes,
        answer: "chosen",
        reasons: [{ party: "Ockelbo kommun", reason: "Det är vår mark." }],
        on: day("2021-12-05"),
        pledge: { order: 1, documentSlug: "2025-2027" },
        example: false,
      },
    ],
    reports: [],
  };
}

const filledOf = (given?: Given) => fill([disclose(siteOf(given))], ORIGIN);
const rowsOf = (name: string, given?: Given): readonly OpenRow[] =>
  filledOf(given).find(({ dataset }) => dataset.name === name)!.rows;
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const everyFile = (given?: Given) =>
  filledOf(given).map(({ dataset, rows }) =>
    formsOf(dataset)
      .map((form) => textOf(fileOf(dataset, rows, form)))
      .join(""),
  );

describe("a row of open data", () => {
  test.each([
    ["resultat", { found: 3 }, "antal", "antal: färre än 5"],
    ["vandringar", { walkers: 4 }, "deltagare", "deltagare: färre än 5"],
    ["indikatorer", { counted: 2 }, "varde", "varde: vilar på för få | antal: färre än 5"],
    [
      "svar",
      { notes: 2 },
      "underlag",
      "underlag: kan räknas ut ur annat som visas | underlag_anteckningar: färre än 5",
    ],
    ["vagmatningar", { vehicles: 12 }, "medel", "medel, median, v85: vilar på för få fordon"],
  ] as const)("of %s with %j has nothing in %s and says why", (name, given, cell, why) => {
    const [row] = rowsOf(name, given);
    expect(row?.cells).toMatchObject({ [cell]: null, undanhallet: true, undanhallet_skal: why });
    expect(rowsOf(name)[0]?.cells).toMatchObject({ undanhallet: false, undanhallet_skal: "" });
  });

  test("is named the same year after year, once, and says which municipality it is of", () => {
    const rows = filledOf().flatMap(({ rows: own }) => own);
    expect(rows.map(({ id }) => id)).toContain("ockelbo.ockelbo-2021.002");
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ cells }) => cells["kommunkod"]))).toEqual(new Set(["2101"]));
  });

  test("has every column its dataset promises, and no other", () => {
    for (const { dataset, rows } of filledOf())
      for (const row of rows) expect(Object.keys(row.cells)).toEqual(columnsOf(dataset).map(({ name }) => name));
  });

  test.each([
    ["text", "aktivitet_text"],
    ["explanation", "motivering"],
    ["output", "prestation"],
    ["outcome", "resultat"],
    ["experience", "upplevelse"],
  ] as const)("of a follow-up whose %s points at somebody has nothing in %s and says why", (said, cell) => {
    const plain = { text: "Kontroll.", explanation: "Som väntat.", output: "En.", outcome: "", experience: "Lugnt." };
    const followed = (words: Partial<typeof plain>) => {
      const row = { number: "1.1", status: "met" as const, ...plain, ...words };
      const [from, to, on] = [day("2026-01-01"), day("2026-06-30"), day("2026-08-01")];
      const report = { slug: "2026-1", from, to, on, rows: [row], texts: [], approvals: [], example: false };
      return fill([disclose({ ...siteOf(), reports: [report] })], ORIGIN).find(
        ({ dataset }) => dataset.name === "uppfoljningar",
      )!.rows[0]?.cells;
    };
    const all = {
      aktivitet_text: plain.text,
      motivering: plain.explanation,
      prestation: plain.output,
      resultat: plain.outcome,
      upplevelse: plain.experience,
    };
    expect(followed({})).toMatchObject({ ...all, undanhallet: false, undanhallet_skal: "" });
    expect(followed({ [said]: "Ring 070-174 06 05." })).toMatchObject({
      ...all,
      [cell]: null,
      undanhallet: true,
      undanhallet_skal: `${cell}: kan peka ut en person`,
    });
  });

  // What a year of fetching could be differenced for: one more or less of what is hidden is the same bytes.
  test("does not move when somebody who is hidden comes or goes", () => {
    const few = fc.integer({ min: 1, max: 4 });
    const hidden = fc.record({ found: few, walkers: few, counted: few, vehicles: few });
    fc.assert(
      fc.property(hidden, hidden, (one, other) => {
        expect(everyFile(one)).toEqual(everyFile(other));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a file of open data", () => {
  test("says the same in every form", () => {
    for (const { dataset, rows } of filledOf()) {
      const table: string[][] = parse(textOf(fileOf(dataset, rows, "csv")), { bom: true, delimiter: ";" });
      const json = JSON.parse(textOf(fileOf(dataset, rows, "json"))) as { antal: number; rader: { id: string }[] };
      expect(json.antal).toBe(rows.length);
      expect(table.slice(1).map(([id]) => id)).toEqual(json.rader.map(({ id }) => id));
      expect(table[0]).toEqual(columnsOf(dataset).map(({ name }) => name));
    }
  });

  test("has words a spreadsheet would carry out as words, and separators inside quotes", () => {
    const [occasions, walks] = ["tillfallen", "vandringar"].map((name) => {
      const { dataset, rows } = filledOf().find((one) => one.dataset.name === name)!;
      return textOf(fileOf(dataset, rows, "csv"));
    });
    expect(occasions).toContain(`;"'=kontroll";`);
    expect(walks).toContain('"Det är mörkt; här."');
  });

  test("is on a map only where it has places, and a row without one is there without", () => {
    expect(DATASETS.filter((one) => formsOf(one).includes("geojson")).map(({ name }) => name)).toEqual([
      "loften",
      "vandringar",
    ]);
    const { dataset, rows } = filledOf().find((one) => one.dataset.name === "vandringar")!;
    const { features } = JSON.parse(textOf(fileOf(dataset, rows, "geojson"))) as { features: { geometry: unknown }[] };
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [16.71, 60.89] },
      { type: "Point", coordinates: [16.72, 60.89] },
      null,
    ]);
  });
});

describe("what is handed out", () => {
  const rows = Array.from({ length: 120 }, (_, at) => ({
    slug: `p${at}`,
    etag: "1",
    made_at: "2026-11-24T09:00:00.000Z" as Instant,
    content: { ...disclose(siteOf()), slug: `p${at}` },
  }));
  const tx = { selectFrom: () => ({ select: () => ({ orderBy: () => ({ execute: async () => rows }) }) }) };
  const database = {
    transaction: async (_scope: unknown, work: (tx: unknown) => unknown) => work(tx),
  } as unknown as Database;
  const handedOut = () => {
    const open = makeOpenData({ database, origin: ORIGIN, demo: false });
    return async (path: string) => {
      const answer = await open({ path: path.split("/"), query: new URLSearchParams(), lang: "sv" });
      return answer !== undefined && "etag" in answer ? answer : undefined;
    };
  };

  test.each(["allt.zip", "loften.csv", "vandringar/p7.geojson", "dcat.ttl", "dcat/p7.rdf"])(
    "of %s is made when it may be, and is then ready",
    async (path) => {
      const get = handedOut();
      const first = await get(path);
      expect([first?.bytes, first?.etag, first?.unmade?.refusal.why]).toEqual([undefined, "", "fetched-too-often"]);
      expect((await get(path))?.unmade).toBeDefined();
      const file = first!.unmade!.make();
      const again = await get(path);
      expect([again?.bytes, again?.etag, again?.unmade]).toEqual([file.bytes, file.etag, undefined]);
      expect(first!.unmade!.make().bytes).toBe(file.bytes);
    },
  );

  test("of the whole country stays ready, however many files of partnerships are asked for", async () => {
    const get = handedOut();
    const whole = ["allt.zip", "vandringar.csv", "dcat.rdf"];
    for (const path of [...whole, ...rows.map(({ slug }) => `resultat/${slug}.csv`)]) (await get(path))?.unmade?.make();
    for (const path of whole) expect((await get(path))?.unmade, path).toBeUndefined();
    expect((await get("resultat/p0.csv"))?.unmade).toBeDefined();
    expect((await get("resultat/p119.csv"))?.unmade).toBeUndefined();
  });

  test.each(["constructor", "toString", "__proto__"])("is nothing by the name of %s", async (name) => {
    const get = handedOut();
    for (const path of [
      `dcat.${name}`,
      `dcat/p7.${name}`,
      `dcat/${name}.rdf`,
      `loften.${name}`,
      `loften/${name}.csv`,
      `${name}.csv`,
      name,
    ])
      expect(await get(path), path).toBeUndefined();
    expect((await get(`api/collections/${name}`))?.status).toBe(404);
    expect((await get(`api/collections/loften/items/${name}`))?.status).toBe(404);
    expect((await get(`api/${name}`))?.status).toBe(404);
  });
});

type Features = { numberMatched: number; numberReturned: number; features: { id: string }[]; links: Link[] };
type Link = { rel: string; href: string };
const ask = (path: string, query = "", given?: Given) =>
  answerApi(filledOf(given), {
    path: path.split("/").filter(Boolean),
    query: new URLSearchParams(query),
    lang: "sv",
    origin: ORIGIN,
    version: "test",
  });
const items = (query: string, given?: Given, name = "vandringar") =>
  ask(`collections/${name}/items`, query, given).value as Features;

describe("the API", () => {
  test("leads from its first page to everything, each link answered", () => {
    const { links } = ask("").value as { links: Link[] };
    const own = links.filter(({ href }) => href.startsWith(`${ORIGIN}/oppna-data/api`));
    expect(own.map(({ rel }) => rel)).toEqual(["self", "service-desc", "conformance", "data"]);
    for (const { href } of own) expect(ask(href.slice(`${ORIGIN}/oppna-data/api`.length)).status, href).toBe(200);
    expect(ask("conformance").value).toEqual({ conformsTo: CONFORMS });
    const { collections } = ask("collections").value as { collections: { id: string; extent: object }[] };
    expect(collections.map(({ id }) => id)).toEqual(DATASETS.map(({ name }) => name));
    expect(collections.find(({ id }) => id === "vandringar")?.extent).toMatchObject({
      spatial: { bbox: [[16.71, 60.89, 16.72, 60.89]] },
      temporal: { interval: [["2021-10-26T00:00:00Z", "2021-10-26T23:59:59Z"]] },
    });
  });

  test("reckons what its collections span once for the rows as they are", () => {
    const filled = filledOf();
    const spans = () =>
      (
        answerApi(filled, {
          path: ["collections"],
          query: new URLSearchParams(),
          lang: "sv",
          origin: ORIGIN,
          version: "",
        }).value as { collections: { extent: object }[] }
      ).collections.map(({ extent }) => extent);
    const first = spans();
    for (const [at, extent] of spans().entries()) expect(extent).toBe(first[at]);
  });

  test.each([
    ["", 3],
    ["bbox=16.705,60.8,16.715,61", 1],
    ["bbox=16.7,60.7999999999999972,-100,16.8,61,100", 2],
    ["bbox=170,60,-170,61", 0],
    ["bbox=16.715,60,-170,61", 1],
    ["datetime=2021-10-26", 3],
    ["datetime=2021-10-26T18:00:00Z", 3],
    ["datetime=../2021-10-25", 0],
    ["datetime=2021-10-27/..", 0],
    ["datetime=2021-01-01/2021-12-31", 3],
    ["datetime=../..", 3],
    ["punkt=2", 1],
    ["samarbete=ockelbo&slag=problem", 3],
    ["samarbete=hofors", 0],
    ["undanhallet=false", 3],
    ["f=json&lang=en", 3],
  ])("asked «%s» finds %i", (query, count) => expect(items(query).numberMatched).toBe(count));

  test.each([
    ["collections/vandringar/items", "hej=1", 400, "unknown-parameter"],
    ["collections", "bbox=1,2,3,4", 400, "unknown-parameter"],
    ["collections/vandringar/items", "limit=1&limit=2", 400, "said-twice"],
    ["collections/vandringar/items", "limit=0", 400, "bad-limit"],
    ["collections/vandringar/items", "limit=alla", 400, "bad-limit"],
    ["collections/vandringar/items", "offset=-1", 400, "bad-offset"],
    ["collections/vandringar/items", "bbox=1,2,3", 400, "bad-bbox"],
    ["collections/vandringar/items", "bbox=1,4,3,2", 400, "bad-bbox"],
    ["collections/vandringar/items", "bbox=1,2,3,x", 400, "bad-bbox"],
    ["collections/vandringar/items", "datetime=igår", 400, "bad-datetime"],
    ["collections/vandringar/items", "datetime=2026-02-01/2026-01-01", 400, "bad-datetime"],
    ["collections/vandringar/items", "datetime=..", 400, "bad-datetime"],
    ["", "f=html", 400, "bad-format"],
    ["collections/hemligt", "", 404, "no-collection"],
    ["collections/vandringar/items/ockelbo.finns.inte", "", 404, "no-row"],
    ["collections/vandringar/rader", "", 404, "no-address"],
    ["annat", "", 404, "no-address"],
  ] as const)("refuses %s?%s with %i in a sentence", (path, query, status, why) => {
    const answer = ask(path, query);
    expect(answer).toMatchObject({ status, contentType: "application/problem+json; charset=utf-8" });
    expect(answer.value).toMatchObject({ why, status });
    // Each word the sentence has a place for is filled in.
    expect((answer.value as { detail: string }).detail).not.toMatch(/\{\w+\}/);
    expect((answer.value as { detail: string }).detail.slice(0, 8)).toBe(faults[why].sv.slice(0, 8));
  });

  test("gives every row once when its pages are followed", () => {
    const seen: string[] = [];
    let query: string | undefined = "limit=2";
    while (query !== undefined) {
      const page: Features = items(query);
      expect(page.numberReturned).toBe(page.features.length);
      seen.push(...page.features.map(({ id }) => id));
      query = page.links.find(({ rel }) => rel === "next")?.href.split("?")[1];
    }
    expect(seen).toEqual(rowsOf("vandringar").map(({ id }) => id));
  });

  test("a cunning question about what is hidden is answered as if there were nothing", () => {
    for (const found of [1, 2, 3, 4]) {
      const asked = (query: string) => items(query, { found }, "resultat");
      for (const guess of [1, 2, 3, 4]) expect(asked(`antal=${guess}`).numberMatched).toBe(0);
      expect(JSON.stringify(asked(""))).toBe(JSON.stringify(items("", { found: 1 }, "resultat")));
    }
  });

  test("is described so that every parameter it names is answered", () => {
    const description = ask("api").value as {
      openapi: string;
      paths: Record<string, { get: { parameters: { $ref?: string; name?: string; in?: string }[] } }>;
      components: { parameters: Record<string, { name: string }> };
    };
    expect(description.openapi).toBe("3.0.3");
    const { parameters } = description.paths["/collections/vandringar/items"]!.get;
    const names = parameters.map(({ $ref, name }) =>
      $ref === undefined ? name : description.components.parameters[$ref.split("/").at(-1)!]?.name,
    );
    expect(names).toContain("bbox");
    const samples: Record<string, string> = { limit: "1", offset: "0", bbox: "1,2,3,4", datetime: "../..", f: "json" };
    for (const name of names)
      expect(ask("collections/vandringar/items", `${name}=${samples[name!] ?? "x"}`).status, name).toBe(200);
  });
});

describe("the catalogue", () => {
  const graph = catalogueOf(filledOf(), { origin: ORIGIN, mail: "samordnare@ockelbo.se" });
  const fromTurtle = (text: string): Quad[] => new Parser().parse(text);
  const read = async (parser: NodeJS.ReadWriteStream, text: string): Promise<Quad[]> => {
    const quads: Quad[] = [];
    for await (const quad of Readable.from([text]).pipe(parser)) quads.push(quad as unknown as Quad);
    return quads;
  };
  const named = (quads: readonly Quad[]) =>
    quads
      .map(({ subject, predicate, object }) =>
        [
          subject.value,
          predicate.value,
          object.value,
          object.termType === "Literal" ? `${object.language} ${object.datatype.value}` : "",
        ].join(" "),
      )
      .toSorted();

  test("says the same as Turtle, RDF/XML and JSON-LD, to three parsers", async () => {
    const turtle = named(fromTurtle(turtleOf(graph)));
    expect(turtle.length).toBe(graph.length);
    const xml = await read(new RdfXmlParser(), rdfXmlOf(graph));
    const json = await read(new JsonLdParser(), jsonLdOf(graph));
    expect(named(xml)).toEqual(turtle);
    expect(named(json)).toEqual(turtle);
  });

  const conforms = async (statements: typeof graph) => {
    const validator = new SHACLValidator(new Store(fromTurtle(SHAPES)));
    return validator.validate(new Store(fromTurtle(turtleOf(statements))));
  };
  test("has what DCAT-AP-SE asks for, by SHACL", async () => {
    const { conforms: isWhole, results } = await conforms(graph);
    expect(results.map(({ focusNode, path }) => `${focusNode?.value} ${JSON.stringify(path)}`)).toEqual([]);
    expect(isWhole).toBe(true);
  });
  test.each(["dcterms:publisher", "dcterms:title", "dcat:accessURL", "vcard:fn", "foaf:name", "dcat:endpointURL"])(
    "without %s SHACL says so",
    async (predicate) => {
      const report = await conforms(graph.filter(([, own]) => own !== predicate));
      expect(report.conforms).toBe(false);
    },
  );

  test("escapes what a name may have in it, in every form", async () => {
    const partnership = { slug: "x", name: 'A & B <"\\\n', publisher: 'Ström & Å <"\\\n' };
    const own = catalogueOf(filledOf(), { origin: ORIGIN, mail: undefined, partnership });
    const turtle = named(fromTurtle(turtleOf(own)));
    expect(turtle.join("\n")).toContain(partnership.publisher);
    expect(named(await read(new RdfXmlParser(), rdfXmlOf(own)))).toEqual(turtle);
    expect(named(await read(new JsonLdParser(), jsonLdOf(own)))).toEqual(turtle);
  });
});
