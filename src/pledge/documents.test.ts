import { sql, type Transaction } from "kysely";
import { describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import { ROWS } from "../../test/pledge-rows-data.ts";
import { convertRow, rowBack, type PublishedRow } from "../../test/pledge-rows.ts";
import {
  convert,
  factsIn,
  freeTextIn,
  readBack,
  readTranscribed,
  withFactChanged,
  type Transcribed,
} from "../../test/real-documents.ts";
import { sharedData } from "../../test/shared-data.ts";
import type { Instant } from "../ground/time.ts";
import type { Scope } from "../platform/server/database/database.ts";
import { newId, sha256Hex } from "../platform/server/secrets.ts";
import { activitiesOf, contentField, readSaidDay, signedText, spanOf, type Content } from "./document.ts";
import * as store from "./store.ts";
import type { PledgeDatabase } from "./tables.ts";

const path = sharedData("texts/medborgarloften-dev.jsonl");
const documents = path === undefined ? [] : readTranscribed(path);

/**
 * The transcription says some things in two ways: null or nothing, one place or a list of one, one date or a list of one.
 * Both sides are written one way before they are compared; nothing else is changed.
 */
function inOneWay(given: Transcribed): unknown {
  const listed = {
    ...given,
    promises: given.promises.map(({ measure, ...promise }) => {
      if (measure === null) return promise;
      const { place, places, ...rest } = measure;
      return {
        ...promise,
        measure: { ...rest, places: places ?? (place === null || place === undefined ? undefined : [place]) },
      };
    }),
    followup: given.followup.map((told) => ({
      ...told,
      results: told.results.map(({ date, dates, ...result }) => ({
        ...result,
        dates: date === undefined ? dates : [date],
      })),
    })),
  };
  return JSON.parse(JSON.stringify(listed, (_key, value: unknown) => value ?? undefined));
}

/** A real promise: as transcribed, how it becomes a document, and how it is read out of one. */
type Real = {
  readonly name: string;
  readonly given: unknown;
  readonly made: (given: unknown) => Content;
  readonly back: (content: Content) => unknown;
  readonly same: (given: unknown) => unknown;
};
const REAL: readonly Real[] = [
  ...documents.map((document): Real => ({
    name: `${document.municipality} ${document.from ?? ""}`,
    given: document,
    made: (given) => convert(given as Transcribed),
    back: (content) => inOneWay(readBack(content)),
    same: (given) => inOneWay(given as Transcribed),
  })),
  ...ROWS.map((row): Real => ({
    name: `${row.id} ${row.kommun}`,
    given: row,
    made: (given) => convertRow(given as PublishedRow),
    back: (content) => JSON.parse(JSON.stringify(rowBack(content))) as unknown,
    same: (given) => given,
  })),
];

const AT = "2026-11-24T09:00:00.000Z" as Instant;

onBothEngines("the real promises", (fresh) => {
  test("are written by one party, read by the other, and say field by field what was transcribed", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const inside = <T>(scope: Scope, work: (tx: Transaction<PledgeDatabase>) => Promise<T>): Promise<T> =>
      database.transaction<PledgeDatabase, T>(scope, work);
    const { partnershipId, karin, johan } = await inside({ as: "system" }, async (tx) => {
      const partnership = await tx
        .selectFrom("partnership")
        .select("id")
        .where("slug", "=", "ockelbo")
        .executeTakeFirstOrThrow();
      const people = await tx.selectFrom("person").select(["id", "name"]).execute();
      const as = (name: string): Scope => ({
        as: "staff",
        personId: people.find((person) => person.name === name)!.id,
      });
      return { partnershipId: partnership.id, karin: as("Karin"), johan: as("Johan") };
    });
    let laidOut = 0;
    for (const [place, { name, given, made, back, same }] of REAL.entries()) {
      const content = made(given);
      const slug = `verkligt-${place}`;
      const draft = { id: newId(Date.parse(AT)), slug, content, predecessorId: undefined, example: true };
      await inside(karin, (tx) =>
        store.addDraft(tx, { ...draft, partnershipId, at: AT, organisationId: null }, sha256Hex),
      );
      const kept = (await inside(johan, (tx) => store.documentBySlug(tx, partnershipId, slug)))!;
      expect(kept.contentHash, name).toBe(sha256Hex(signedText(content)));
      expect(signedText(kept.content), name).toBe(signedText(content));
      expect(back(kept.content), name).toEqual(same(given));
      // The bytes that would be signed are kept as text, and say the same.
      const bytes = await inside(johan, (tx) =>
        tx.selectFrom("pledge_document").select("content_text").where("slug", "=", slug).executeTakeFirstOrThrow(),
      );
      expect(back(JSON.parse(bytes.content_text) as Content), name).toEqual(same(given));
      const { from, to } = spanOf(content);
      if (from === undefined || to === undefined) continue;
      const base = { ...draft, contentHash: kept.contentHash, revision: 1 };
      await inside(karin, (tx) =>
        store.saveState(tx, partnershipId, { ...base, state: "proposed", proposedAt: AT }, AT),
      );
      const rows = await inside(johan, (tx) =>
        tx
          .selectFrom("pledge_activity")
          .select(["id", "number", "text", "owner", "target", "pledge_order"])
          .where("document_id", "=", draft.id)
          .orderBy(sql`id`)
          .execute(),
      );
      const promised = activitiesOf(content).map(({ pledge, activity }) => ({
        id: activity.id,
        number: activity.number,
        text: activity.text,
        owner: activity.owner,
        target: activity.target ?? null,
        pledge_order: pledge.order,
      }));
      expect(rows, name).toEqual(promised.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      laidOut += rows.length;
    }
    expect(laidOut).toBeGreaterThan(REAL.length);
    await house.close();
  });
});

describe("nothing of a real promise is left out", () => {
  test("there are 41 documents, and 29 rows in 31 texts", () => {
    expect(documents).toHaveLength(path === undefined ? 0 : 41);
    expect(ROWS).toHaveLength(31);
    expect(new Set(ROWS.map(({ id }) => id.split(" ")[0])).size).toBe(29);
  });

  test.each(REAL.map((real) => [real.name, real] as const))(
    "%s: whichever fact is changed, what is read back is changed",
    (_name, { given, made, back }) => {
      const before = JSON.stringify(back(made(given)));
      const facts = factsIn(given);
      const lost = facts.filter((way) => {
        const other = withFactChanged(given, way);
        try {
          return JSON.stringify(back(made(other))) === before;
        } catch {
          return false; // refused, so not lost
        }
      });
      expect(facts.length).toBeGreaterThan(5);
      expect(lost).toEqual([]);
    },
  );

  test("a fact without a place in the model is refused, not dropped", () => {
    const [row] = ROWS;
    expect(() => convertRow({ ...row!, budget: 40_000 } as PublishedRow)).toThrow("No place in the model for «budget»");
  });

  test.skipIf(path === undefined)("what had to stand as free text is known, field by field", () => {
    const told = REAL.flatMap(({ name, given, made }) => freeTextIn(made(given)).map((one) => ({ name, ...one })));
    const counts: Record<string, number> = {};
    for (const { field } of told) counts[field] = (counts[field] ?? 0) + 1;
    const facts = REAL.reduce((sum, { given }) => sum + factsIn(given).length, 0);
    console.log(
      `${told.length} of ${facts} facts in ${REAL.length} texts stand as free text:\n${told.map(({ name, field, text }) => `${name}, ${field}: ${text}`).join("\n")}`,
    );
    expect(counts).toEqual({
      agreement: 2,
      communicated: 3,
      condition: 2,
      "deadline (ej i kalendern)": 2,
      differs: 1,
      equality: 1,
      feedback: 1,
      "from (ej i kalendern)": 1,
      note: 23,
      ownerSaid: 2,
      perText: 4,
      placesBy: 4,
      review: 7,
      "signedOn (ej i kalendern)": 6,
      situation: 2,
      status: 6,
      text: 11,
      time: 1,
      version: 2,
    });
  });
});

describe("what is odd in each row has a field of its own", () => {
  const row = (id: string) => convertRow(ROWS.find((one) => one.id === id)!);
  const target = (id: string, pledge: number, activity: number) =>
    row(id).pledges[pledge]?.activities[activity]?.target;
  const result = (id: string, place: number) => row(id).toldResults?.[0]?.results[place];

  test.each([
    [
      "P2: an acting holder, and another text elsewhere",
      () => [row("P2").signatories?.[0]?.acting, row("P2").renderings?.length],
      [true, 1],
    ],
    [
      "P4: a season as deadline, a beginning as deed",
      () => [row("P4").pledges[0]!.activities[1]!.deadline, row("P4").pledges[0]!.activities[1]!.modality],
      [{ said: "hösten 2024" }, "start"],
    ],
    [
      "P5: split by party, a place for each target",
      () => [row("P5").pledges.map(({ owner }) => owner), target("P5", 1, 1)?.places],
      [["municipality", "police"], ["Hällekis"]],
    ],
    [
      "P6: each party reports for itself",
      () => row("P6").toldResults?.[0]?.results.map(({ by }) => by),
      ["police", "police", "joint", "joint", "joint", "municipality"],
    ],
    [
      "P7: a baseline, and an answer every quarter",
      () => [row("P7").pledges[0]!.activities[0]!.baseline?.value, row("P7").feedbackEvery],
      [{ value: 6, qualifier: "approximately" }, "quarter"],
    ],
    [
      "P8: at least, and of which",
      () => [result("P8", 0)?.qualifier, result("P8", 3)?.parts?.map(({ actual }) => actual)],
      ["at-least", [6, 2]],
    ],
    [
      "P9: places chosen as it goes, about so many",
      () => [target("P9", 0, 0)?.placesBy !== undefined, result("P9", 0)?.qualifier],
      [true, "approximately"],
    ],
    ["P10: only at events", () => row("P10").pledges[0]!.activities[1]!.condition, "vid marknaden och andra evenemang"],
    ["P11: how residents were told", () => row("P11").toldResults?.[0]?.communicated?.length, 3],
    [
      "P12: more than promised, and a figure where none was",
      () => [result("P12", 0)?.actual, target("P12", 0, 2)?.value, result("P12", 4)?.done],
      [20, undefined, true],
    ],
    [
      "P13: a part of town, from May to May",
      () => [row("P13").area[0]?.kind, spanOf(row("P13"))],
      ["area", { from: "2024-05-01", to: "2025-05-31" }],
    ],
    ["P14: twice a week", () => [target("P14", 0, 0)?.value, target("P14", 0, 0)?.per], [2, "week"]],
    [
      "P15: an owner for each activity",
      () => row("P15").pledges[0]!.activities.map(({ owner }) => owner),
      ["municipality", "police", "joint"],
    ],
    [
      "P17: two versions, four signatories, only if asked",
      () => [
        row("P17 a").version,
        row("P17 b").version,
        row("P17 b").signatories?.length,
        row("P17 a").pledges[0]!.activities[4]!.modality,
      ],
      ["sidan om medborgarlöften", "nyheten i februari 2024", 4, "on-demand"],
    ],
    [
      "P18: a slot left open, four years",
      () => [row("P18").pledges[3]?.openSlot, spanOf(row("P18")).to],
      [true, "2027-12-31"],
    ],
    [
      "P19: intent only, one of them the municipality’s",
      () => row("P19").pledges.map((pledge) => [pledge.owner, pledge.activities[0]!.modality]),
      [
        ["joint", "intent"],
        ["joint", "intent"],
        ["municipality", "intent"],
      ],
    ],
    [
      "P20: the police alone, with how it is and what should come",
      () => [
        row("P20").parties.map(({ standing }) => standing),
        row("P20").pledges[0]!.situation !== undefined,
        row("P20").pledges[0]!.expectedEffect?.horizon,
        row("P20").area.length,
      ],
      [["police"], true, "short", 11],
    ],
    ["P21: an analysis as deed", () => row("P21").pledges[0]!.activities[0]!.modality, "analyse-then-decide"],
    [
      "P22: one square, others help",
      () => [target("P22", 0, 0)?.places, row("P22").pledges[0]!.activities[0]!.supporting],
      [["Hjalmar Brantingsplatsen"], ["stadsdelen"]],
    ],
    ["P23: a promise to children within it", () => row("P23").pledges[0]!.subPledges?.length, 1],
    [
      "P24: for each school, chosen by inventory",
      () => [target("P24", 1, 0)?.perEntity?.name, target("P24", 1, 0)?.placesBy],
      ["högstadieskola", "väljs genom inventering"],
    ],
    [
      "P25: for each school and term",
      () => [target("P25", 0, 0)?.per, target("P25", 0, 0)?.perEntity?.name],
      ["term", "högstadieskola"],
    ],
    ["P26: somebody else does it", () => row("P26").pledges[0]!.activities[3]!.owner, "other"],
    ["P28: an outcome that should rise", () => row("P28").pledges[0]!.expectedEffect?.wanted, "up"],
    [
      "P29: begun before it was signed",
      () => [spanOf(row("P29 a")).from, row("P29 a").signedOn],
      ["2025-01-01", { said: "våren 2025" }],
    ],
  ] satisfies [string, () => unknown, unknown][])("%s", (_name, held, expected) => expect(held()).toEqual(expected));

  test("what people say of a date goes into the calendar as far as it can", () => {
    expect(readSaidDay("2024-02", true)).toEqual({ said: "2024-02", on: "2024-02-29" });
    expect(readSaidDay("2024-02", false)).toEqual({ said: "2024-02", on: "2024-02-01" });
    expect(readSaidDay("2024", true)).toEqual({ said: "2024", on: "2024-12-31" });
    expect(readSaidDay("2024-13", true)).toEqual({ said: "2024-13" });
    expect(readSaidDay("hösten 2015", true)).toEqual({ said: "hösten 2015" });
  });
});

test.each(["javascript:alert(1)", "data:text/html,<script>1</script>", "file:///etc/passwd", "ftp://a.se"])(
  "a source's link does not lead to %s",
  (url) => {
    const { sources } = contentField.shape;
    expect(sources.safeParse([{ title: "t", url }]).success).toBe(false);
    expect(sources.safeParse([{ title: "t", url: "https://ockelbo.se/lofte" }]).success).toBe(true);
  },
);
