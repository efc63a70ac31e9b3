import { expect, test } from "vitest";
import type { Day, Month } from "../ground/time.ts";
import { disclose } from "./disclosure.ts";
import { toldSituationPaper } from "./screens/situation-paper.ts";
import { pdfOf } from "../platform/server/typst.ts";
import type { RawSite, ToldSituation, ToldSituationFigure } from "./site.ts";
import { quotesAny, sentencesOf, toldOf } from "./withdrawn-words.ts";

const figure = (more: Partial<ToldSituationFigure<number>> = {}): ToldSituationFigure<number> => ({
  caption: "Sagt om trafiken",
  kind: "question",
  name: "",
  from: null,
  to: null,
  figure: null,
  counted: 40,
  parts: [],
  months: [],
  caveats: [],
  cautions: [],
  warnings: [],
  themeWarnings: [],
  method: "linked-counts, picture-1",
  hash: "a".repeat(64),
  takenOn: "2026-11-20" as Day,
  ...more,
});
const report = (figures: readonly ToldSituationFigure<number>[], text = "Så är det"): ToldSituation<number> => ({
  adoptedOn: "2026-11-20" as Day,
  from: "2025-01-01" as Day,
  to: "2025-12-31" as Day,
  adoptedBy: "Kommunstyrelsen",
  registryNumber: "KS 2026/214",
  contentHash: "b".repeat(64),
  chapters: [{ chapter: "traffic", text, comments: [{ by: null, text }], figures }],
  example: false,
});
const wholly = (figures: readonly ToldSituationFigure<number>[], text?: string) => {
  const nothing = { current: [], walks: [], dialogues: [], answers: [], reports: [] };
  const site = disclose({ ...nothing, situations: [report(figures, text)] } as unknown as RawSite);
  return site.situations![0]!;
};
const told = (figures: readonly ToldSituationFigure<number>[], text?: string) => wholly(figures, text).chapters[0]!;

test("what is enough is told as it is", () => {
  const parts = [
    { name: "trafik", heads: 25 },
    { name: "plats", heads: 15 },
  ];
  const [shown] = told([figure({ parts })]).figures;
  expect(shown).toMatchObject({
    counted: { shown: "count", value: 40 },
    parts: [{ heads: { shown: "count", value: 25 } }, { heads: { shown: "count", value: 15 } }],
  });
});

test("a handful is not told, nor to be worked out from the sum, by matter or by month", () => {
  const parts = [
    { name: "trafik", heads: 36 },
    { name: "droger", heads: 4 },
  ];
  const [shown] = told([figure({ parts, months: [{ month: "2025-05" as Month, heads: 40 }] })]).figures;
  expect(JSON.stringify(shown?.parts)).not.toMatch(/36|"value":4/);
  const [few] = told([figure({ counted: 4, months: [{ month: "2025-05" as Month, heads: 4 }] })]).figures;
  expect(few).toMatchObject({ counted: { shown: "fewer-than", than: 10 }, months: [{ heads: { shown: "withheld" } }] });
});

test("the map has the coarse middles, no ring where few are, and gives no sum away", () => {
  const area = (key: string, heads: number, middle: readonly [number, number] | null = [16.7, 60.9]) => ({
    key,
    name: key,
    middle,
    heads,
  });
  const areas = [area("Ockelbo", 25), area("Åmot", 11), area("Lingbo", 4), area("unplaced", 0, null)];
  const shown = figure({ areas, n: 38, cautions: [{ sv: "40 valde det.", en: "40 chose." }] });
  const [map] = told([shown]).figures;
  // Which village is hidden beside the small one comes of its name, never of how many lie there, and the two look the same.
  expect(map?.areas?.map(({ key, heads }) => [key, heads])).toEqual([
    ["Åmot", { shown: "count", value: 11 }],
    ["Lingbo", { shown: "withheld" }],
    ["Ockelbo", { shown: "withheld" }],
    ["unplaced", { shown: "count", value: 0 }],
  ]);
  expect(map).toMatchObject({ counted: { shown: "count", value: 40 }, n: null });
  const { data } = toldSituationPaper(wholly([shown]), "Ockelbo", "sv");
  const paper = JSON.stringify(data);
  expect(paper).toContain("Karta, en ring för varje ort: Åmot: 11.");
  expect(paper).not.toMatch(/Ockelbo: |Lingbo: |16\.7/);
  expect(
    new TextDecoder("latin1").decode(pdfOf(toldSituationPaper(wholly([shown]), "Ockelbo", "sv")).slice(0, 5)),
  ).toBe("%PDF-");
  // Few in all: nothing of the map says how few.
  const [few] = told([figure({ counted: 4, areas: [area("Åmot", 4)] })]).figures;
  expect(few).toMatchObject({ counted: { shown: "fewer-than" }, areas: [{ heads: { shown: "withheld" } }] });
});

test("a statistic is told as its source has it, and not where it rests on few", () => {
  const statistic = { value: 41, unit: "antal", low: null, high: null };
  const series = figure({ kind: "series", counted: null, figure: statistic });
  expect(told([series]).figures[0]).toMatchObject({ figure: statistic, counted: null });
  expect(told([{ ...series, warnings: ["small-number"] }]).figures[0]?.figure).toBeNull();
});

test("a checksum that hidden numbers could be tried out against is not told, nor the report's own that covers it", () => {
  const statistic = { value: 41, unit: "antal", low: null, high: null };
  const series = figure({ kind: "series", counted: null, figure: statistic });
  expect(told([series]).figures[0]?.hash).toBe("a".repeat(64));
  expect(wholly([series]).contentHash).toBe("b".repeat(64));
  const few = { ...series, warnings: ["small-number" as const] };
  const parts = [
    { name: "trafik", heads: 36 },
    { name: "droger", heads: 4 },
  ];
  for (const hiding of [few, figure(), figure({ parts }), figure({ counted: null }), figure({ kind: "coded" })]) {
    expect(told([series, hiding]).figures.map(({ hash }) => hash)).toEqual(["a".repeat(64), null]);
    expect(wholly([series, hiding]).contentHash).toBeNull();
  }
});

test("a caution does not say how many where that is a part of what is hidden", () => {
  const said = (count: string) => ({ sv: `${count} kommer från dem som valt det.`, en: `${count} chose to.` });
  const cautions = (more: Partial<ToldSituationFigure<number>>, ...counts: readonly string[]) =>
    told([figure({ cautions: counts.map(said), ...more })]).figures[0]?.cautions;
  expect(cautions({}, "40", "25", "3", "37")).toEqual([said("40"), said("25")]);
  const months = [
    { month: "2025-05" as Month, heads: 36 },
    { month: "2025-06" as Month, heads: 4 },
  ];
  expect(cautions({ months }, "40", "25")).toEqual([said("40")]);
  expect(cautions({ counted: 1240 }, "1\u00a0240")).toEqual([said("1\u00a0240")]);
  expect(cautions({ counted: 4 }, "4")).toEqual([]);
  expect(cautions({ counted: null }, "40")).toEqual([]);
});

test("of how many is told beside a number that is told whole, and never beside one that is not", () => {
  const of = (more: Partial<ToldSituationFigure<number>>) => told([figure({ n: 38, ...more })]).figures[0]?.n;
  expect(of({})).toEqual({ shown: "count", value: 38 });
  expect(of({ n: 6 })).toEqual({ shown: "fewer-than", than: 10 });
  expect(of({ n: null })).toBeNull();
  for (const hiding of [{ counted: 4 }, { counted: null }, { parts: [{ name: "droger", heads: 4 }] }])
    expect(of(hiding)).toBeNull();
  const statistic = { value: 41, unit: "procent", low: 36, high: 46 };
  const series = { kind: "series", counted: null, figure: statistic } as const;
  expect(of(series)).toEqual({ shown: "count", value: 38 });
  expect(of({ ...series, warnings: ["small-number"] })).toBeNull();
});

test("a measurement of fewer than thirty, or of nobody knows how many, is no figure outside", () => {
  const statistic = { value: 51, unit: "km/h", low: 50, high: 52 };
  const measured = (n: number | null) =>
    told([figure({ kind: "measurement", name: "V85", counted: null, figure: statistic, n })]).figures[0];
  expect(measured(30)).toMatchObject({ figure: statistic, n: { shown: "count", value: 30 }, hash: "a".repeat(64) });
  for (const n of [29, null]) expect(measured(n)).toMatchObject({ figure: null, n: null, hash: null });
});

test("a paragraph where so few are counted that they can be known is left out, and it is said that it is", () => {
  const text = "Farten är störst vid skolan.\n\nTvå flickor i Åmot vågar inte cykla.\nVi mäter igen.";
  expect(told([], text)).toMatchObject({
    text: "Farten är störst vid skolan.\n\nVi mäter igen.",
    comments: [{ text: "Farten är störst vid skolan.\n\nVi mäter igen." }],
    leftOut: 2,
  });
  // What is left out could else be tried out against the checksum.
  expect(wholly([], text).contentHash).toBeNull();
  expect(told([figure({ caption: "Två flickor i Åmot" })])).toMatchObject({ figures: [], leftOut: 1 });
  const whole = "Först\nsedan";
  expect(told([], whole)).toMatchObject({ text: whole, leftOut: 0 });
  expect(wholly([], whole).contentHash).toBe("b".repeat(64));
});

test("a paragraph that names somebody is left out alone, and no checksum is told of what is not whole", () => {
  const text = "Farten är störst vid skolan.\nRing Kalle Svensson 070-123 45 67.";
  expect(told([], text)).toMatchObject({ text: "Farten är störst vid skolan.", leftOut: 2 });
  expect(wholly([], text).contentHash).toBeNull();
});

test("who adopted it and the number are read as the text is", () => {
  const named = { ...report([]), adoptedBy: "Kalle Svensson 070-123 45 67", registryNumber: "19121212-1212" };
  const nothing = { current: [], walks: [], dialogues: [], answers: [], reports: [] };
  const site = disclose({ ...nothing, situations: [named] } as unknown as RawSite);
  expect(site.situations![0]).toMatchObject({ adoptedBy: "", registryNumber: "" });
  const { data } = toldSituationPaper(site.situations![0]!, "Ockelbo", "sv");
  expect(JSON.stringify(data)).toContain('"value":"visas inte"');
});

test("the words of a note that has been taken back are left out where they are quoted", () => {
  const sentences = sentencesOf(["Fort här.", "De kör alldeles för fort förbi skolan. Mörkt!"]);
  const text = "Farten är störst vid skolan.\n\nEn boende säger: «de kör alldeles för fort, förbi skolan».\nFort här.";
  const toldWithout = (quoted: readonly string[]) => toldOf(text, (passage) => quotesAny(passage, quoted));
  expect(toldWithout(sentences)).toEqual({
    text: "Farten är störst vid skolan.\n\nFort här.",
    leftOut: 1,
  });
  expect(toldWithout(sentencesOf([]))).toEqual({ text, leftOut: 0 });
  expect(quotesAny("De kör alldeles för fort", sentences)).toBe(false);
});

test("on paper is what has passed the gate, and nothing that has not", () => {
  const parts = [
    { name: "trafik", heads: 36 },
    { name: "droger", heads: 4 },
  ];
  const text = "Farten är störst vid skolan.\n\nTvå flickor i Åmot vågar inte cykla.";
  const report = wholly([figure({ parts, n: 38 }), figure({ caption: "Sagt om ljuset", n: 38 })], text);
  const { data, markup } = toldSituationPaper(report, "Ockelbo", "sv");
  const words = JSON.stringify(data);
  for (const there of ["Lägesbild 2025, Ockelbo", "KS 2026/214", "ur 38 anteckningar", "Stycken som inte visas: 2"])
    expect(words).toContain(there);
  expect(words).toContain("Metod: händelser räknade ur lägesbilden (linked-counts, picture-1)");
  expect(words).not.toMatch(/flickor|"36"|"4"|bbbb/);
  expect(markup).not.toContain("Ockelbo");
});

test("what points at somebody is not told, if it got in all the same", () => {
  expect(told([], "Ring Kalle Svensson på 070-123 45 67")).toMatchObject({ text: "", comments: [] });
  expect(told([])).toMatchObject({ text: "Så är det", comments: [{ text: "Så är det" }] });
});
