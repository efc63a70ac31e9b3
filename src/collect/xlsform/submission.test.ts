import { expect, test } from "vitest";
import { workbookOf } from "../../../test/workbook.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Campaign, Item } from "../campaigns/campaign.ts";
import type { Reading } from "../imports/importer.ts";
import { suggested } from "../imports/held-file.ts";
import { sayProblem } from "../imports/words.ts";
import { readyFor } from "../imports/ready-mapping.ts";
import { readEvents } from "../imports/event-rows.ts";
import { peekTable } from "../imports/table.ts";
import { bytesInMemory } from "../imports/zip.ts";
import { instanceColumn, questionsIn, readSubmissions, type Submission } from "./submission.ts";

const item = (
  key: string,
  kind: Item["question"]["kind"],
  options: readonly string[],
  more: Partial<Item> = {},
): Item => ({
  id: key,
  key,
  version: 1,
  words: { sv: key },
  question: kind === "text" ? { kind } : { kind, options: options.map((one) => ({ key: one, words: { sv: one } })) },
  ...more,
});
const campaign: Campaign = {
  state: "open",
  openedOn: "2026-11-01" as Day,
  id: "c",
  sourceId: "s",
  slug: "amot",
  title: "Åmot",
  words: { title: { sv: "Åmot" }, canInfluence: { sv: "a" }, cannotInfluence: { sv: "b" } },
  ladderLevel: "consultation",
  targetGroup: "",
  sampleType: "self-selected",
  methods: ["door"],
  villages: ["Åmot", "Lingbo"],
  from: "2026-11-01" as Day,
  to: "2026-12-01" as Day,
  series: "amot",
  example: false,
  items: [
    item("hur-trygg", "one", ["trygg", "otrygg"]),
    item("vad-gor-dig-otrygg", "several", ["morkt", "folk"], { shownWhen: { key: "hur-trygg", among: ["otrygg"] } }),
    item("plats", "place", ["skolan", "bron"]),
    item("mer", "text", []),
  ],
};

async function read(bytes: Uint8Array) {
  const readings: Reading<Submission>[] = [];
  for await (const reading of readSubmissions(bytesInMemory(bytes), campaign, "2026-11-24" as Day))
    readings.push(reading);
  return {
    taken: readings.flatMap(({ incident }) => incident ?? []),
    withheld: readings.filter(({ withheld }) => withheld).length,
    told: readings.flatMap(({ problems }) => problems.map((problem) => sayProblem(problem, "sv"))),
  };
}
const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"));

test("the export of ODK Central, with groups before the names", async () => {
  const { taken, withheld, told } = await read(
    csv(
      "SubmissionDate,start,kvall-hur_trygg,kvall-vad_gor_dig_otrygg,plats,plats_med_egna_ord,mer,samsyn_om_dig-samsyn_alder,samsyn_om_dig-samsyn_kon,samsyn_om_dig-samsyn_ort,bild,hus-Latitude,meta-instanceID,KEY,SubmitterName,ReviewState",
      '2026-11-20T17:05:00.000Z,x,otrygg,morkt folk,skolan,bakom cykelstället,"Laga lamporna, ring Karin Svensson 070-123 45 67",65-up,woman,Åmot,,,uuid:1,uuid:1,Kalle,',
      "2027-01-01T17:05:00.000Z,x,trygg,morkt,,,,,,,a.jpg,,uuid:2,uuid:2,Kalle,approved",
      "2026-11-20,x,kanske,,bron,,,,,,,,uuid:3,uuid:3,Kalle,",
      "2026-11-20,x,,,,,,18-29,,,,,uuid:4,uuid:4,Kalle,",
      "2026-11-20,x,trygg,,,,,,,,,,,,Kalle,",
      "2026-11-20,x,trygg,,,,,,,,,,uuid:6,uuid:6,Kalle,rejected",
    ),
  );
  expect(taken).toEqual([
    {
      foreignId: "uuid:1",
      given: {
        "hur-trygg": "otrygg",
        "vad-gor-dig-otrygg": ["morkt", "folk"],
        plats: ["skolan", "bakom cykelstället"],
        mer: expect.stringMatching(/^Laga lamporna, ring .*\[telefonnummer\]$/),
      },
      about: { age: "65-up", sex: "woman", village: "amot" },
      on: "2026-11-20",
      text: expect.stringContaining("bakom cykelstället"),
    },
    // A clock that goes ahead says nothing, and what was not asked is not answered.
    { foreignId: "uuid:2", given: { "hur-trygg": "trygg" }, about: {}, on: undefined, text: "" },
    { foreignId: "uuid:3", given: { plats: ["bron", ""] }, about: {}, on: "2026-11-20", text: "" },
  ]);
  expect(withheld).toBe(1);
  expect(told).toEqual([
    "Rad 1: där står «bild», väntade en fråga i dialogen; kolumnen läses inte.",
    "Rad 1: där står «hus-Latitude», väntade en fråga i dialogen; kolumnen läses inte.",
    "Rad 2, mer: där står «…», väntade ord som inte pekar ut någon; de är täckta, och svaret väntar på att läsas.",
    "Rad 4, kvall-hur_trygg: där står «kanske», väntade ett av frågans svar; resten av formuläret är läst.",
    "Rad 5: där står ingenting, väntade minst ett svar på dialogens frågor.",
    "Rad 6, meta-instanceID: där står ingenting, väntade formulärets nummer (KEY eller instanceID).",
  ]);
  expect(JSON.stringify(taken)).not.toMatch(/Kalle|070/);
});

test("several choices in columns of their own, as a workbook and with slashes", async () => {
  const rows = [
    ["kvall/hur_trygg", "kvall/vad_gor_dig_otrygg/morkt", "kvall/vad_gor_dig_otrygg/folk", "mer", "_uuid"],
    ["otrygg", 1, 0, "x".repeat(2001), "u1"],
    ["otrygg", "TRUE", "true", "kort", "u2"],
  ];
  const { taken, told } = await read(workbookOf([{ name: "data", rows }]));
  expect(taken.map(({ given }) => given["vad-gor-dig-otrygg"])).toEqual([["morkt"], ["morkt", "folk"]]);
  expect(told).toEqual(["Rad 2, mer: där står «…», väntade en kortare text; slutet är avklippt."]);
});

const ODATA = {
  value: [
    {
      __id: "uuid:7",
      __system: { submissionDate: "2026-11-20T17:05:00.000Z", submitterName: "Kalle", reviewState: null },
      kvall: { hur_trygg: "otrygg", vad_gor_dig_otrygg: "morkt folk" },
      hus: { type: "Point", coordinates: [16.7, 60.9, 0], properties: { accuracy: 5 } },
      meta: { instanceID: "uuid:7" },
    },
  ],
  "@odata.context": "x",
};

test("OData's answer, in JSON", async () => {
  const { taken } = await read(csv(JSON.stringify(ODATA)));
  expect(taken).toMatchObject([
    {
      foreignId: "uuid:7",
      given: { "hur-trygg": "otrygg", "vad-gor-dig-otrygg": ["morkt", "folk"] },
      on: "2026-11-20",
    },
  ]);
});

test("a file is known by its dialogue's questions, and else by the numbers of its forms", async () => {
  const asked = "SubmissionDate,hur_trygg,vad_gor_dig_otrygg,plats,mer,KEY".split(",");
  expect([instanceColumn(asked), questionsIn(asked, campaign.items)]).toEqual(["KEY", 4]);
  expect(questionsIn(["trygg", "otrygg", "mera"], campaign.items)).toBe(0);
  const peek = async (text: string) => {
    const peeked = await peekTable(bytesInMemory(csv(text, text.replaceAll(/[^,]+/g, "1"))));
    if (!peeked.ok) throw new Error(peeked.refusal.why);
    return suggested(peeked.value, [], [campaign]);
  };
  expect(await peek(asked.join())).toMatchObject({ kind: "odk", campaign: "amot" });
  expect(await peek("SubmissionDate,hur_trygg,en,annan,fraga,KEY")).toMatchObject({ kind: "csv", ready: "odk" });
});

test("what was noted with a walk's form becomes observations", async () => {
  const file = csv(
    "SubmissionDate,stopp,kategori,samsyn_iakttagelse,samsyn_forslag,samsyn_plats-Latitude,samsyn_plats-Longitude,samsyn_plats-Accuracy,meta-instanceID,KEY",
    "2026-11-20T17:05:00.000Z,skolan,place.lighting,Lampan är trasig,Byt den,60.9,16.7,5,uuid:1,uuid:1",
    "2026-11-20T17:06:00.000Z,bron,Klotter,Ring 070-123 45 67,,60.91,16.71,5,uuid:2,uuid:2",
  );
  const peeked = await peekTable(bytesInMemory(file));
  const ready = readyFor(peeked.ok ? peeked.value.heading : [])!;
  const found: unknown[] = [];
  for await (const { incident } of readEvents(bytesInMemory(file), ready.mapping)) found.push(incident);
  expect(found).toMatchObject([
    {
      foreignId: "uuid:1",
      category: "place.lighting",
      text: "Lampan är trasig. Byt den",
      place: { kind: "point", name: "skolan" },
      when: { kind: "instant", at: "2026-11-20T17:05:00.000Z" as Instant },
    },
    // A text that points at somebody is left out; the event is not.
    { foreignId: "uuid:2", category: "other.other", text: "Klotter" },
  ]);
  const json = await peekTable(bytesInMemory(csv(JSON.stringify(ODATA))));
  expect(readyFor(json.ok ? json.value.heading : [])?.mapping.place).toMatchObject({
    lon: "hus-longitude",
    lat: "hus-latitude",
  });
});
