import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
import { ROWS } from "../../../test/pledge-rows-data.ts";
import { convertRow } from "../../../test/pledge-rows.ts";
import * as pledge from "../api.ts";
import { contentField, type Content } from "../document.ts";
import * as api from "./api.ts";
import { beginFrom, MOST_MEGABYTES } from "./begin.ts";
import { writePromiseFile } from "./file.ts";
import { tableOf } from "./table.ts";

const OWN: Content = contentField.parse({
  title: "Medborgarlöfte Ockelbo",
  parties: [
    { standing: "municipality", name: "Ockelbo kommun", organisationId: "01900000-0000-7000-8000-00000000000a" },
    { standing: "police", name: "Polisen", organisationId: "01900000-0000-7000-8000-00000000000b" },
  ],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "ej bestämt" } },
  basis: [],
  pledges: [],
  sources: [],
});
let made = 0;
const newId = () => `01900000-0000-7000-8000-1${String((made += 1)).padStart(11, "0")}`;
const theirs = (): Content =>
  contentField.parse({
    ...OWN,
    title: "Löfte i Hofors",
    parties: [
      { standing: "municipality", name: "Hofors kommun", organisationId: "01900000-0000-7000-8000-00000000000c" },
      { standing: "third", name: "Hoforshus", organisationId: "01900000-0000-7000-8000-00000000000d" },
    ],
    area: [{ kind: "municipality", code: "2104", name: "Hofors" }],
    signedOn: { said: "2024" },
    note: "En uppgift saknas.",
    formerly: [
      {
        document: { title: "Löfte 2020", slug: "2020" },
        of: "pledge",
        id: "01900000-0000-7000-8000-000000000006",
        number: "1",
        text: "Ljus",
        fate: "end",
        reason: "Det är gjort.",
      },
    ],
    exceptions: [{ rule: "no-problem", reason: "Skäl" }],
    amends: {
      documentId: "01900000-0000-7000-8000-000000000007",
      contentHash: "a".repeat(64),
      kind: "extension",
      reason: "Skäl",
    },
    pledges: [
      {
        id: "01900000-0000-7000-8000-000000000001",
        order: 1,
        text: "Mer ljus",
        theme: "belysning",
        owner: "joint",
        problemIds: ["01900000-0000-7000-8000-000000000009"],
        causeIds: ["01900000-0000-7000-8000-000000000007"],
        continues: "01900000-0000-7000-8000-000000000008",
        activities: ["c", "d"].map((party, at) => ({
          id: `01900000-0000-7000-8000-00000000000${at + 2}`,
          number: `1.${at + 1}`,
          text: "Byt lampor",
          measureId: "01900000-0000-7000-8000-000000000006",
          owner: "municipality",
          modality: "do-count",
          accountable: {
            organisationId: `01900000-0000-7000-8000-00000000000${party}`,
            unit: "Gatukontoret",
            accepted: true,
          },
        })),
      },
    ],
  });

test("a draft begun from a file has new ids, the partnership's own parties and area, and no yes that was said elsewhere", () => {
  const { content, left } = beginFrom(theirs(), OWN, newId);
  expect(left).toEqual([
    "signed",
    "told",
    "amends",
    "exceptions",
    "problems",
    "continues",
    "accepted",
    "parties",
    "area",
  ]);
  expect(contentField.parse(content)).toEqual(content);
  expect(content.parties.map(({ name }) => name)).toEqual(["Ockelbo kommun", "Polisen", "Hoforshus"]);
  expect(content.area).toEqual(OWN.area);
  for (const gone of ["signedOn", "note", "formerly"]) expect(content).not.toHaveProperty(gone);
  expect(content).not.toHaveProperty("exceptions");
  const [first] = content.pledges;
  expect(first).toMatchObject({ text: "Mer ljus", problemIds: [] });
  expect(first).not.toHaveProperty("continues");
  // The municipality's unit comes along to the municipality here, unasked; a housing company's has nobody to belong to.
  expect(first!.activities.map(({ accountable }) => accountable)).toEqual([
    { organisationId: OWN.parties[0]!.organisationId, unit: "Gatukontoret", accepted: false },
    undefined,
  ]);
  expect(JSON.stringify(content)).not.toMatch(/00000000000[1-9cd]"/);
});

test("one's own document comes along whole, its area too", () => {
  const { content, left } = beginFrom({ ...OWN, area: [...OWN.area, { kind: "area", name: "Lingbo" }] }, OWN, newId);
  expect(left).toEqual([]);
  expect(content.area).toHaveLength(2);
});

onBothEngines("a draft begun from a file", (fresh) => {
  test("is how another municipality promises the same: fetched in one partnership, begun from in the next", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const [karin, elin] = [await house.as("Karin"), await house.as("Elin")];
    const given = { partnership: "ockelbo", slug: "2025-2027" };
    const file = await karin.request(`/api/pledge/ockelbo/documents/${given.slug}/file?form=json`);
    const begun = { partnership: "hofors", slug: "2031-2033" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect((await elin.call(api.startFromFile, { ...begun, document: 0 }, bytes)).value).toEqual({ slug: begun.slug });
    const theirs = (await karin.call(pledge.openDocument, given)).value.content;
    const own = (await elin.call(pledge.openDocument, begun)).value.content;
    expect(own.pledges.map(({ text }) => text)).toEqual(theirs.pledges.map(({ text }) => text));
    expect(own.area).toMatchObject([{ code: "2104" }]);
    expect(own.parties.find(({ standing }) => standing === "municipality")?.name).toBe("Hofors kommun");
    expect(JSON.stringify(own)).not.toContain('"accepted":true');
    await house.close();
  });

  test("is told of before, begun once, and refused with where and why", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, other] = [await house.as("Karin"), await house.as("Johan")];
    const partnership = "ockelbo";
    const bytes = (text: string) => new TextEncoder().encode(text);
    const documents = [convertRow(ROWS[0]!), convertRow(ROWS.find(({ id }) => id === "P4")!)];
    const [json, table] = [bytes(writePromiseFile(documents)), tableOf(documents)];
    for (const file of [json, table]) {
      const looked = (await karin.call(api.lookInFile, { partnership }, file)).value;
      expect(looked).toMatchObject({ faultsInAll: 0, unknown: [], documentsInAll: 2 });
      expect(looked.documents[1]?.title).toBe(documents[1]!.title);
      expect(looked.documents[1]?.left).toContain("area");
    }
    const start = { partnership, slug: "2031-2033" };
    expect((await karin.call(api.startFromFile, { ...start, document: 1 }, table)).value).toEqual({
      slug: "2031-2033",
    });
    const opened = (await other.call(pledge.openDocument, start)).value;
    expect(opened).toMatchObject({ state: "draft", title: documents[1]!.title });
    expect(opened.content.pledges.map(({ text }) => text)).toEqual(documents[1]!.pledges.map(({ text }) => text));
    expect(opened.content.area).toMatchObject([{ code: "2101" }]);

    const refused = async (input: object, file: Uint8Array) =>
      (await karin.call(api.startFromFile, { ...start, slug: "2034-2036", document: 0, ...input }, file)).problem;
    expect(await refused({ slug: "2031-2033" }, json)).toMatchObject({ why: "slug-taken" });
    expect(await refused({ document: 2 }, json)).toMatchObject({
      why: "not-in-file",
      detail: "Det löftet finns inte i filen. Välj ett av dem som visas.",
    });
    const faulty = bytes(writePromiseFile(documents).replaceAll('"owner": "joint"', '"owner": "alla"'));
    expect(await refused({}, faulty)).toMatchObject({ why: "file-has-faults" });
    expect((await karin.call(api.lookInFile, { partnership }, faulty)).value).toMatchObject({ documents: [] });
    const large = new Uint8Array(MOST_MEGABYTES * 1024 * 1024 + 1).fill(32);
    expect(await refused({}, large)).toMatchObject({ why: "too-large" });
    expect(await karin.call(api.lookInFile, { partnership }, large)).toMatchObject({ status: 413 });
    // Nothing of what was refused is there, and a stranger is asked who they are.
    const { value } = await karin.call(pledge.listDocuments, { partnership });
    expect(value.documents.map(({ slug }) => slug)).not.toContain("2034-2036");
    expect((await house.stranger.call(api.lookInFile, { partnership }, json)).status).toBe(401);
    await house.close();
  });
});
