import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse } from "../../../test/house.ts";
import type { InputOf, OutputOf } from "../../ground/endpoint.ts";
import type { Database } from "../../platform/server/database/database.ts";
import { published } from "../store.ts";
import type { TellDatabase } from "../tables.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
type Opened = OutputOf<typeof api.openBrief>;

/** The words of the file, part by part, without its markup. */
function textOf(docx: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(docx)["word/document.xml"]);
  return xml
    .replaceAll(/<\/w:p>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&");
}

/** Days, the law's sections and registry numbers are no figures; a figure keeps its decimals and loses the space between its thousands. */
function figuresIn(text: string): string[] {
  const plain = text
    .replaceAll(
      /\d{1,2}(?:–\d{1,2})? (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?:–\d{1,2} \p{L}+)? \d{4}/gu,
      "",
    )
    .replaceAll(/\(?2023:196\)?,?(?: \d+ (?:och \d+ )?§§?)?|\d+ §|(?:dnr|Diarienummer:) \S+ \S+/g, "")
    .replaceAll(/(\d)[\u00A0\u202F ](?=\d{3})/g, "$1");
  return [...plain.matchAll(/\d+(?:,\d+)?/g)].map(([figure]) => figure.replace(",", "."));
}

onBothEngines("a brief through its doors", (fresh) => {
  let database: Database;
  let [karin, johan, stranger]: Caller[] = [];
  beforeAll(async () => {
    database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    [karin, johan] = await Promise.all(["Karin", "Johan"].map((name) => house.as(name)));
    ({ stranger } = house);
  });
  const begin = async (input: Pick<InputOf<typeof api.beginBrief>, "kind" | "length">) => {
    const { value } = await karin!.call(api.beginBrief, { partnership, ...input });
    return { partnership, briefId: value.id };
  };
  const opened = async (at: { partnership: string; briefId: string }, who = karin!): Promise<Opened> =>
    (await who.call(api.openBrief, at)).value;
  const bytesOf = async (
    door: typeof api.typeBrief | typeof api.printBrief,
    at: { partnership: string; briefId: string },
  ) => new Uint8Array((await karin!.call(door, at)).value as unknown as ArrayBuffer);
  const heads = ({ blocks }: Opened) => blocks.flatMap((block) => (block.kind === "heading" ? block.text : []));

  test("one page, two and eight say more and more, of the same frozen figures", async () => {
    const [one, two, eight] = [
      await opened(await begin({ kind: "council", length: 1 })),
      await opened(await begin({ kind: "council", length: 2 })),
      await opened(await begin({ kind: "council", length: 8 })),
    ];
    expect(heads(one)).toEqual([
      "Ärendet",
      "Förslag till beslut",
      "Sammanfattning",
      "Löftena i korthet",
      "Underskrift",
    ]);
    expect(heads(two)).toEqual(expect.arrayContaining(["Löfte 1", "Lagens klockor", "Vad invånarna sagt"]));
    expect(heads(eight)).toEqual(
      expect.arrayContaining(["Löfte 3", "Det som inte blev av", "Mått", "Parternas egna ord", "Lagrum"]),
    );
    expect(JSON.stringify(one.blocks)).toContain("är ur uppföljningen 2025, som båda parterna har skrivit under");
    expect(one).toMatchObject({ state: "draft", title: "Rapport till fullmäktige, Ockelbo", mayWrite: true });
  });

  test("every number in the DOCX is on the public page", async () => {
    const site = await database.transaction<TellDatabase, string>({ as: "stranger" }, async (tx) =>
      JSON.stringify((await published(tx, partnership))?.site),
    );
    const told = new Set([...site.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure));
    const text = textOf(await bytesOf(api.typeBrief, await begin({ kind: "council", length: 8 })));
    const figures = figuresIn(text);
    expect(figures.length).toBeGreaterThan(50);
    // What is rounded on the page as well is found rounded.
    const isTold = (figure: string) =>
      told.has(figure) || [...told].some((one) => Number(one).toFixed(figure.split(".")[1]?.length ?? 0) === figure);
    expect(figures.filter((figure) => !isTold(figure))).toEqual([]);
    expect(text).toContain("visas inte");
  });

  test("the files carry the language, the title, headings and heads of tables, and are the same every time", async () => {
    const at = await begin({ kind: "council", length: 8 });
    const docx = await bytesOf(api.typeBrief, at);
    expect(await bytesOf(api.typeBrief, at)).toEqual(docx);
    const part = (name: string) => new TextDecoder().decode(unzipSync(docx)[name]);
    expect(part("docProps/core.xml")).toContain("<dc:title>Rapport till fullmäktige, Ockelbo</dc:title>");
    expect(part("word/styles.xml")).toContain('<w:lang w:val="sv-SE"');
    const xml = part("word/document.xml");
    const count = (mark: string) => xml.split(mark).length - 1;
    expect(count('<w:pStyle w:val="Heading1"/>')).toBe(1);
    expect(count("<w:tblHeader/>")).toBe(count("<w:tbl>"));
    expect(count("<w:tblCaption ")).toBe(count("<w:tbl>"));
    const pdf = await bytesOf(api.printBrief, await begin({ kind: "council", length: 1 }));
    const latin = new TextDecoder("latin1").decode(pdf);
    expect(latin.startsWith("%PDF-")).toBe(true);
    expect(latin.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test("the municipality writes around the figures, both read it, and what is dealt with does not change", async () => {
    const at = await begin({ kind: "council", length: 2 });
    const words = { ...at, length: 1 as const, registryNumber: "KS 2026/7", passages: { comment: "Vi fortsätter." } };
    expect((await johan!.call(api.writeBrief, words)).problem.why).toBe("not-yours");
    expect((await stranger!.call(api.openBrief, at)).status).toBe(401);
    expect(
      (await karin!.call(api.writeBrief, { ...words, passages: { comment: "Ring Anna på 070-123 45 67." } })).problem
        .why,
    ).toBe("names-a-person");
    expect((await karin!.call(api.writeBrief, words)).status).toBe(200);
    const read = await opened(at, johan);
    expect(read).toMatchObject({ length: 1, registryNumber: "KS 2026/7", mayWrite: false });
    expect(heads(read)).toContain("Kommunens kommentar");
    expect((await karin!.call(api.retakeFigures, at)).status).toBe(200);
    expect(heads(await opened(at))).toContain("Kommunens kommentar");
    const settling = { ...at, on: "2026-11-24", as: "KF § 14" };
    expect((await karin!.call(api.settleBrief, { ...settling, on: "2026-11-23" })).problem.why).toBe(
      "before-its-figures",
    );
    expect((await karin!.call(api.settleBrief, { ...settling, on: "2026-12-24" })).problem.why).toBe(
      "future-not-decided",
    );
    expect((await karin!.call(api.settleBrief, settling)).value).toEqual({ state: "settled" });
    expect((await karin!.call(api.writeBrief, words)).problem.why).toBe("brief-is-closed");
    const { value } = await karin!.call(api.listBriefs, { partnership });
    expect(value.briefs.find(({ id }) => id === at.briefId)).toMatchObject({ state: "settled", settledAs: "KF § 14" });
  });

  test("Brå is answered with what there is, its source and its day, and what is missing says what to do", async () => {
    const at = await begin({ kind: "survey", length: 8 });
    const text = JSON.stringify((await opened(at)).blocks);
    expect(text).toContain("8 av 10 frågor har ett svar här.");
    expect(text).toContain("Källa: rapporterna till fullmäktige i Samsyn, 24 november 2026.");
    expect(text).toContain("Saknas: vilken nämnd som leder finns inte i Samsyn. Skriv kommunens svar.");
    const passages = { "leads-answer": "Kommunstyrelsen." };
    await karin!.call(api.writeBrief, { ...at, length: 8, registryNumber: "", passages });
    expect(JSON.stringify((await opened(at)).blocks)).toContain("9 av 10 frågor har ett svar här.");
  });

  test("an application gets its problems, measures, baselines and parties; what only people know is said to be missing", async () => {
    const grant = await opened(await begin({ kind: "grant", length: 1 }));
    expect(heads(grant)).toEqual(expect.arrayContaining(["Problemet", "Läget", "Åtgärder", "Mått", "Parter"]));
    expect(grant.passages.map(({ key }) => key)).toEqual(["use", "plan", "costs", "evaluation"]);
    expect(JSON.stringify(grant.blocks)).toContain("Saknas: skriv kostnaderna och vilka andra bidrag som söks.");
    expect(JSON.stringify(grant.blocks)).toContain("Beror på hur mycket kontroll som görs");
  });
});
