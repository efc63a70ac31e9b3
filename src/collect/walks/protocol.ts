// From notes to protocol (domain.md 4.4, journey 3): doubles are laid together, rows are rewritten where they need it, somebody looks for persons in
// them, and then they are numbered and frozen. The notes stay as they were written; all that is decided here lies beside them.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import type { Observation, SpotManager } from "../observation.ts";
import { type PersonFound, personRefused, personsIn, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS } from "../source.ts";
import {
  inProtocolOrder,
  mayOnWalk,
  type Protocol,
  type ProtocolRow,
  type Stop,
  type Walk,
  WALK_LEADERS,
} from "../walk.ts";
import { isBeforeItsDay } from "./heads.ts";

/** What the desk decided of one note. */
export type NoteWork = {
  readonly observationId: string;
  /** It says the same as this one, and is not a row of its own. */
  readonly mergedInto: string | undefined;
  readonly text: string | undefined;
  readonly proposal: string | undefined;
  readonly placeName: string | undefined;
  readonly spotManager: SpotManager | undefined;
  /** Somebody has read the note as it stood in this revision and found no person in it. */
  readonly reviewedRevision: number | undefined;
};

type Note = Pick<
  Observation,
  | "id"
  | "kind"
  | "category"
  | "text"
  | "proposal"
  | "spotManager"
  | "place"
  | "stopId"
  | "sharing"
  | "revision"
  | "withdrawnAt"
  | "notedAt"
  | "notedBy"
  | "reviewedRevision"
  | "wishedSharing"
>;

/** A row as it would stand in the protocol if it were established now. */
export type DraftRow = Omit<ProtocolRow, "id" | "answer"> & {
  readonly stopId: string | undefined;
  /** Notes that say the same, kept as history. */
  readonly doubles: readonly string[];
  readonly rewritten: boolean;
  /** What may point at a person and has not been looked at. */
  readonly hints: readonly PersonFound[];
};

/**
 * What was shared, in the order of the stops, numbered without gaps: what an organisation kept to itself leaves none. A note laid together with one
 * that has since been withdrawn or kept apart stands on its own again.
 */
export function draftProtocol(
  notes: readonly Note[],
  work: readonly NoteWork[],
  { stops, village }: { readonly stops: readonly Stop[]; readonly village: string },
): readonly DraftRow[] {
  const kept = inProtocolOrder(notes, stops);
  const decided = new Map(work.map((one) => [one.observationId, one]));
  const there = new Set(kept.map(({ id }) => id));
  const rootOf = (id: string) => rootIn(decided, there, id);
  const places = [village, ...stops.map(({ name }) => name)];
  return kept
    .filter(({ id }) => rootOf(id) === id)
    .map((note, index) => {
      const own = decided.get(note.id);
      const doubles = kept.filter(({ id }) => id !== note.id && rootOf(id) === note.id);
      const stop = stops.find(({ id }) => id === note.stopId);
      const first = <T>(of: (one: Note) => T, isEmpty: (value: T) => boolean) =>
        [note, ...doubles].map(of).find((value) => !isEmpty(value)) ?? of(note);
      const text = own?.text ?? note.text;
      const proposal =
        own?.proposal ??
        first(
          (one) => one.proposal,
          (value) => value === "",
        );
      const placeName = own?.placeName ?? (nameOfPlace(note.place) || (stop?.name ?? ""));
      const spotManager =
        own?.spotManager ??
        first(
          (one) => one.spotManager,
          (value) => value === "unknown",
        );
      return {
        number: index + 1,
        observationId: note.id,
        stopId: note.stopId,
        kind: note.kind,
        category: note.category,
        placeName,
        text,
        proposal,
        spotManager,
        doubles: doubles.map(({ id }) => id),
        rewritten: own?.text !== undefined,
        hints: isRead(note, own) ? [] : signsIn({ text, proposal, placeName }, places),
      };
    });
}

/** Somebody has read it as it stands: here at the desk, or a colleague who looked at the note before it was shared. */
function isRead(note: Note, own: NoteWork | undefined): boolean {
  if (own?.reviewedRevision === note.revision) return true;
  return note.reviewedRevision === note.revision && own?.text === undefined;
}

/** What points at a person in a row, surely or perhaps. Names of the walk's own places are nobody's. */
function signsIn(
  { text, proposal, placeName }: Pick<DraftRow, "text" | "proposal" | "placeName">,
  places: readonly string[],
): readonly PersonFound[] {
  const isPlace = (found: string) => places.some((place) => place.toLowerCase().includes(found.toLowerCase()));
  return [text, proposal, placeName].flatMap(personsIn).filter(({ found }) => !isPlace(found));
}

/** The note that one laid together with others ends up in. */
function rootIn(decided: ReadonlyMap<string, NoteWork>, there: ReadonlySet<string>, id: string): string {
  const seen = new Set([id]);
  let at = id;
  for (;;) {
    const next = decided.get(at)?.mergedInto;
    if (next === undefined || seen.has(next) || !there.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

/** What somebody has to read before the protocol can be established: «Granska personuppgifter (2)». */
export function toReview(rows: readonly DraftRow[]): readonly DraftRow[] {
  return rows.filter(({ hints }) => hints.length > 0);
}

export type ProtocolWhy =
  | "not-yours"
  | "walk-cancelled"
  | "not-walked-yet"
  | "not-its-day-yet"
  | "protocol-established"
  | "protocol-not-established"
  | "protocol-published"
  | "nothing-to-put-in-protocol"
  | "nothing-to-complement"
  | "persons-to-review"
  | "nothing-said"
  | "no-such-note"
  | "note-in-itself"
  | "row-stands-in-protocol"
  | "reviewed-by-another"
  | "person-review-waits"
  | PersonWhy;
type Answer<T> = Result<T, Refusal<ProtocolWhy>>;

export type Desk = {
  readonly partnershipId: string;
  readonly walk: Walk;
  /** Whose walk it is: they make its protocol. */
  readonly ownerOrganisationId: string;
  readonly notes: readonly Note[];
  readonly work: readonly NoteWork[];
  readonly rows: readonly ProtocolRow[];
};

/** Which rows would be numbered now: of a walk without protocol all, else what has come in since. */
export function rowsToCome(desk: Pick<Desk, "walk" | "notes" | "work" | "rows">): readonly DraftRow[] {
  const draft = draftProtocol(desk.notes, desk.work, desk.walk);
  const numbered = new Set(desk.rows.map(({ observationId }) => observationId));
  return draft
    .filter(({ observationId, doubles }) => !numbered.has(observationId) && !doubles.some((id) => numbered.has(id)))
    .map((row, index) => ({ ...row, number: desk.rows.length + index + 1 }));
}

type Established = { readonly walk: Protocol; readonly rows: readonly ProtocolRow[] };

/** «Upprätta protokoll»: numbered and frozen. */
export const establishProtocol = command({
  event: "protocol.established",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: (
    { registryNumber }: { readonly registryNumber?: string | undefined },
    desk: Desk,
    moment,
  ): Answer<Established> => {
    const { walk } = desk;
    if (walk.state === "planned") return no("not-walked-yet");
    if (walk.state === "cancelled") return no("walk-cancelled");
    if (walk.state === "protocol") return no("protocol-established");
    if (isBeforeItsDay(walk, moment.at)) return no("not-its-day-yet", { detail: { day: dayOf(walk.startsAt) } });
    const rows = numbered(desk, "nothing-to-put-in-protocol", moment.newId);
    if (!rows.ok) return rows;
    return yes({
      walk: { ...walk, state: "protocol", protocolAt: moment.at, publishedAt: undefined, registryNumber },
      rows: rows.value,
    });
  },
});

/**
 * What came in late is put after what was numbered: a number once given never means anything else. Where strangers read the protocol already, the new rows
 * wait for somebody to publish them as well.
 */
export const complementProtocol = command({
  event: "protocol.complemented",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: (_input: unknown, desk: Desk, moment): Answer<Established> => {
    const { walk } = desk;
    if (walk.state !== "protocol") return no("protocol-not-established");
    const rows = numbered(desk, "nothing-to-complement", moment.newId);
    if (!rows.ok || walk.publishedAt === undefined) return rows.ok ? yes({ walk, rows: rows.value }) : rows;
    return yes({ walk, rows: rows.value.map((row) => ({ ...row, waits: true })) });
  },
});

function numbered(
  desk: Desk,
  empty: "nothing-to-put-in-protocol" | "nothing-to-complement",
  newId: () => string,
): Answer<readonly ProtocolRow[]> {
  const waiting = desk.notes.filter(
    ({ wishedSharing, withdrawnAt }) => wishedSharing !== undefined && withdrawnAt === undefined,
  );
  if (waiting.length > 0) return no("person-review-waits", { detail: { count: waiting.length } });
  const rows = rowsToCome(desk);
  if (rows.length === 0) return no(empty);
  const unread = toReview(rows).length;
  if (unread > 0) return no("persons-to-review", { detail: { count: unread } });
  return yes(
    rows.map(({ number, observationId, kind, category, placeName, text, proposal, spotManager }) => ({
      id: newId(),
      number,
      observationId,
      kind,
      category,
      placeName,
      text,
      proposal,
      spotManager,
      answer: undefined,
    })),
  );
}

/** «Publicera svaren?»: from now on everybody reads its rows, and each answer as it is given. Once more for what has been put in it since. */
export const publishProtocol = command({
  event: "protocol.published",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: (_input: unknown, { walk, rows }: Desk, moment): Answer<Protocol> => {
    if (walk.state !== "protocol") return no("protocol-not-established");
    if (walk.publishedAt === undefined) return yes({ ...walk, publishedAt: moment.at });
    return rows.some(({ waits }) => waits) ? yes({ ...walk, complementedAt: moment.at }) : no("protocol-published");
  },
});

/** The registry number may come later than the protocol: it is the registrar's. */
export const registerProtocol = command({
  event: "protocol.registered",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: ({ registryNumber }: { readonly registryNumber: string }, { walk }: Desk): Answer<Protocol> =>
    walk.state === "protocol" ? yes({ ...walk, registryNumber }) : no("protocol-not-established"),
});

/** «Slå ihop» and «Behåll båda»: `into` undefined takes a double out again. Whoever types a sheet may do it as well. */
export const mergeNote = command({
  event: "protocol.note-merged",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, COLLECTORS),
  decide: ({ id, into }: { readonly id: string; readonly into?: string | undefined }, desk: Desk): Answer<NoteWork> => {
    const shared = new Set(inProtocolOrder(desk.notes, desk.walk.stops).map((note) => note.id));
    if (!shared.has(id) || (into !== undefined && !shared.has(into))) return no("no-such-note", { field: "into" });
    if (desk.rows.some(({ observationId }) => observationId === id)) return no("row-stands-in-protocol");
    const decided = new Map(desk.work.map((one) => [one.observationId, one]));
    const root = into === undefined ? undefined : rootIn(decided, shared, into);
    if (root === id) return no("note-in-itself", { field: "into" });
    return yes({ ...workOn(desk, id), mergedInto: root });
  },
});

/** Rewritten for the public: what the note said stays with the note. It has to be read again, since it says something else. */
export const rewriteNote = command({
  event: "protocol.note-rewritten",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: (
    input: {
      readonly id: string;
      readonly text: string;
      readonly proposal: string;
      readonly placeName: string;
      readonly spotManager: SpotManager;
    },
    desk: Desk,
  ): Answer<NoteWork> => {
    const open = openNote(desk, input.id);
    if (!open.ok) return open;
    const { text, proposal, placeName, spotManager } = input;
    if (text.trim() === "") return no("nothing-said", { field: "text" });
    const person = personRefused({ text, proposal, placeName });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes({
      ...workOn(desk, input.id),
      text: text.trim(),
      proposal: proposal.trim(),
      placeName: placeName.trim(),
      spotManager,
      reviewedRevision: undefined,
    });
  },
});

/** Somebody has read it: there is no person in it. Of what surely looks like one that is for another to say than who wrote it. */
export const reviewNote = command({
  event: "protocol.note-reviewed",
  may: (person: Person, _input: unknown, desk: Desk) => mayOnWalk(person, desk, WALK_LEADERS),
  decide: ({ id }: { readonly id: string }, desk: Desk, moment): Answer<NoteWork> => {
    const open = openNote(desk, id);
    if (!open.ok) return open;
    const row = rowsToCome(desk).find(({ observationId }) => observationId === id);
    const isSure = row?.hints.some(({ sure }) => sure) ?? false;
    if (isSure && open.value.notedBy === moment.by.id) return no("reviewed-by-another");
    return yes({ ...workOn(desk, id), reviewedRevision: open.value.revision });
  },
});

function openNote(desk: Desk, id: string): Answer<Note> {
  const note = inProtocolOrder(desk.notes, desk.walk.stops).find((one) => one.id === id);
  if (note === undefined) return no("no-such-note", { field: "id" });
  return desk.rows.some(({ observationId }) => observationId === id) ? no("row-stands-in-protocol") : yes(note);
}

function workOn(desk: Desk, observationId: string): NoteWork {
  return (
    desk.work.find((one) => one.observationId === observationId) ?? {
      observationId,
      mergedInto: undefined,
      text: undefined,
      proposal: undefined,
      placeName: undefined,
      spotManager: undefined,
      reviewedRevision: undefined,
    }
  );
}

/** Good places first in a list of their own; the rest as they are numbered, or by who looks after the spot. */
export function inSections<Row extends Pick<ProtocolRow, "kind" | "number" | "spotManager">>(
  rows: readonly Row[],
  order: "number" | "manager",
  managers: readonly SpotManager[],
): { readonly good: readonly Row[]; readonly rest: readonly Row[] } {
  const place = ({ spotManager }: Row) => (order === "number" ? 0 : managers.indexOf(spotManager));
  const sorted = rows.toSorted((a, b) => place(a) - place(b) || a.number - b.number);
  return {
    good: sorted.filter(({ kind }) => kind === "positive"),
    rest: sorted.filter(({ kind }) => kind !== "positive"),
  };
}
