// A paper sheet typed in (journey 3): one row at a time, two letters for the theme, a ditto mark for what stands above. What cannot be read is marked
// and not guessed. A row goes the way a phone's note goes; only where it was written is known besides.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { Category } from "../category.ts";
import { EMPTY_DRAFT, noteInput, placeOfNote } from "../field-note.ts";
import type { Sharing, SpotManager } from "../observation.ts";
import { COLLECTORS } from "../source.ts";
import type { Stop, Walk } from "../walk.ts";
import { managerOf, themeOf } from "./checklist.ts";

/** Rows on a printed sheet; also where a new sheet is begun. */
export const ROWS_ON_SHEET = 12;

/** A row as its letters are typed. */
export type TypedRow = {
  /** The number of the stop, or nothing between the stops. */
  readonly stop: string;
  readonly theme: string;
  readonly text: string;
  readonly proposal: string;
  readonly manager: string;
  readonly agreed: string;
};
export const EMPTY_ROW: TypedRow = { stop: "", theme: "", text: "", proposal: "", manager: "", agreed: "" };

/** «Samma som raden ovan»: where it was, what it is about and who looks after the spot. What was seen is written anew. */
export function likeAbove(row: TypedRow, above: TypedRow): TypedRow {
  return { ...row, stop: above.stop, theme: above.theme, manager: above.manager };
}

/** The marks people write under a word to say it again: a double prime, two apostrophes, with or without strokes. */
const DITTO = /^[-–—]*\s*(?:["”“″]|'')\s*[-–—]*$/;

function withDittos(row: TypedRow, above: TypedRow | undefined): TypedRow {
  const say = (field: keyof TypedRow) => (DITTO.test(row[field].trim()) ? (above?.[field] ?? "") : row[field].trim());
  return {
    stop: say("stop"),
    theme: say("theme"),
    text: say("text"),
    proposal: say("proposal"),
    manager: say("manager"),
    agreed: say("agreed"),
  };
}

export type SheetWhy = "no-stop-with-number" | "no-such-theme" | "no-such-manager" | "not-a-count" | "nothing-said";
export type ReadRow = {
  readonly stop: Stop | undefined;
  readonly category: Category;
  readonly text: string;
  readonly proposal: string;
  readonly spotManager: SpotManager;
  readonly agreed: number | undefined;
  /** As it was typed, ditto marks written out: what the next row stands under. */
  readonly typed: TypedRow;
};

/** The stop whose number stands in the row, also where a ditto mark says it. */
export function stopOf(row: TypedRow, above: TypedRow | undefined, stops: readonly Stop[]): Stop | undefined {
  const typed = withDittos(row, above).stop;
  return stops.find(({ number }) => String(number) === typed);
}

/** A row as it is meant, or the field that says nothing. */
export function readRow(
  row: TypedRow,
  above: TypedRow | undefined,
  stops: readonly Stop[],
): Result<ReadRow, Refusal<SheetWhy>> {
  const typed = withDittos(row, above);
  const stop = stopOf(typed, undefined, stops);
  if (typed.stop !== "" && stop === undefined)
    return no("no-stop-with-number", { field: "stop", detail: { number: typed.stop, last: stops.length } });
  const category = themeOf(typed.theme);
  if (category === undefined) return no("no-such-theme", { field: "theme", detail: { letters: typed.theme } });
  if (typed.text === "") return no("nothing-said", { field: "text" });
  const spotManager = managerOf(typed.manager);
  if (spotManager === undefined) return no("no-such-manager", { field: "manager", detail: { letters: typed.manager } });
  const agreed = typed.agreed === "" ? undefined : Number(typed.agreed);
  if (agreed !== undefined && (!Number.isInteger(agreed) || agreed < 0 || agreed > 999))
    return no("not-a-count", { field: "agreed" });
  return yes({ stop, category, text: typed.text, proposal: typed.proposal, spotManager, agreed, typed });
}

/** What is sent: the same note a phone would have sent, seen at some time during the walk. */
export function noteOfRow(
  row: ReadRow,
  wish: {
    readonly partnership: string;
    readonly id: string;
    readonly walk: Pick<Walk, "id" | "village" | "startsAt" | "endsAt">;
    readonly at: Instant;
    readonly sharing: Sharing;
  },
) {
  const { walk, sharing } = wish;
  const draft = {
    ...EMPTY_DRAFT,
    sharing,
    stopId: row.stop?.id ?? "",
    kind: row.category === "place.good" ? ("positive" as const) : ("problem" as const),
    category: row.category,
    text: row.text,
    proposal: row.proposal,
    spotManager: row.spotManager,
    agreed: row.agreed,
  };
  const place = placeOfNote(draft, undefined, row.stop, walk.village);
  const note = noteInput({ partnership: wish.partnership, id: wish.id, draft, place, walkId: walk.id, at: wish.at });
  return { ...note, when: { kind: "interval" as const, from: walk.startsAt, to: walk.endsAt } };
}

type Alike = { readonly stopId?: string | undefined; readonly category: Category; readonly text: string };
/** Words shared, of the fewer: with the theme the same, and with another theme. */
const [ALIKE, ALIKE_ACROSS_THEMES] = [0.4, 0.7];

/** Whether two notes of one stop seem to say the same. Inflections are cut off: «lampan» is «lampa». */
export function seemsSame(a: Alike, b: Alike): boolean {
  if (a.stopId !== b.stopId) return false;
  const [some, others] = [stemsOf(a.text), stemsOf(b.text)];
  const fewest = Math.min(some.size, others.size);
  if (fewest === 0) return false;
  const shared = [...some].filter((stem) => others.has(stem)).length;
  return shared / fewest >= (a.category === b.category ? ALIKE : ALIKE_ACROSS_THEMES);
}

const EMPTY_WORDS = new Set(["inte", "finns", "mycket", "väldigt", "också", "här", "där", "vid", "som", "det", "den"]);
function stemsOf(text: string): ReadonlySet<string> {
  const found =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/\p{L}{3,}/gu) ?? [];
  return new Set(found.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.slice(0, 4)));
}

/** Which row of which sheet, and the note it became; none where it could not be read. */
export type SheetRow = { readonly sheet: number; readonly number: number; readonly observationId: string | undefined };
type Typing = {
  readonly partnershipId: string;
  readonly walkId: string;
  readonly earlier: SheetRow | undefined;
  /** The walk of the note, undefined where no note is meant. */
  readonly noteWalkId: string | undefined;
};
export type TypedWhy = "not-yours" | "no-such-note" | "sheet-row-typed";

/** A row is typed in once. One that could not be read is read later, by somebody who knows the hand. */
export const typeSheetRow = command({
  event: "sheet-row.typed",
  may: (person: Person, _input: unknown, { partnershipId }: Typing): Refusal<TypedWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
  decide: (
    input: { readonly sheet: number; readonly number: number; readonly observationId?: string | undefined },
    { walkId, earlier, noteWalkId }: Typing,
  ): Result<{ readonly row: SheetRow; readonly repeated: boolean }, Refusal<TypedWhy>> => {
    if (input.observationId !== undefined && noteWalkId !== walkId) return no("no-such-note");
    if (earlier?.observationId !== undefined && earlier.observationId !== input.observationId)
      return no("sheet-row-typed", { detail: { sheet: input.sheet, number: input.number } });
    const { sheet, number, observationId } = input;
    return yes({
      row: { sheet, number, observationId },
      repeated: earlier !== undefined && earlier.observationId === observationId,
    });
  },
});
