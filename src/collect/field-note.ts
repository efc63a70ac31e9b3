// A note as it is written outdoors: what a half-written form holds, where it was, and what is sent when it is saved.
import { nameOfPlace, type Place, type Position } from "../ground/place.ts";
import { millisecondsOf, type Instant, type When } from "../ground/time.ts";
import { CATEGORIES, type Category } from "./category.ts";
import {
  OBSERVATION_KINDS,
  type ObservationKind,
  type Sharing,
  SHARINGS,
  SPOT_MANAGERS,
  type SpotManager,
} from "./observation.ts";

/** A form being filled in; kept on the phone at every letter, so that a dead battery loses no sentence. */
export type NoteDraft = {
  /** The note's own, from its first letter: photos hang on it before it is saved. */
  readonly id: string;
  readonly stopId: string;
  readonly kind: ObservationKind;
  readonly category: Category;
  readonly text: string;
  readonly proposal: string;
  readonly placeName: string;
  readonly spotManager: SpotManager;
  readonly agreed: number | undefined;
  /** Who may see it. */
  readonly sharing: Sharing;
  /** Pointed out on the map. */
  readonly pointed: Position | undefined;
  /** A note that is being changed was made there and then, wherever and whenever it is changed. */
  readonly noted: { readonly place: Place; readonly at: Instant } | undefined;
};

export const EMPTY_DRAFT: NoteDraft = {
  id: "",
  stopId: "",
  kind: "problem",
  category: "place.lighting",
  text: "",
  proposal: "",
  placeName: "",
  spotManager: "unknown",
  agreed: undefined,
  sharing: "shared",
  pointed: undefined,
  noted: undefined,
};

/** A form as it was kept on the phone, also by an earlier version that asked «Bara vår egen organisation» and nothing else. */
export function keptDraft({ onlyUs, ...kept }: Partial<NoteDraft> & { readonly onlyUs?: boolean }): Partial<NoteDraft> {
  return { ...kept, sharing: kept.sharing ?? (onlyUs === true ? "own" : "shared") };
}

/** What the phone says about where it is. */
export type Fix = { readonly position: Position; readonly accuracyMetres: number };

/** Worse than this a position says less than the name of the stop. */
export const SURE_METRES = 50;

type FieldStop = { readonly id: string; readonly name: string; readonly position?: Position | undefined };

/**
 * Where a note belongs: where somebody pointed, else the phone's position when it is sure of it, else the stop one stands at, else the place by its
 * name. Never a position that nobody knows. A note that is changed stays where it was, unless somebody points.
 */
export function placeOfNote(
  draft: Pick<NoteDraft, "placeName" | "pointed" | "noted">,
  fix: Fix | undefined,
  stop: FieldStop | undefined,
  village: string | undefined,
): Place {
  const written = draft.placeName.trim() || stop?.name || "";
  const name = written === "" ? {} : { name: written };
  if (draft.pointed !== undefined) return { kind: "point", position: draft.pointed, ...name };
  const before = draft.noted?.place;
  if (before !== undefined && (before.kind === "point" || nameOfPlace(before) === written))
    return before.kind === "point" ? { ...before, ...name } : before;
  if (fix !== undefined && fix.accuracyMetres <= SURE_METRES)
    return { kind: "point", position: fix.position, accuracyMetres: Math.round(fix.accuracyMetres), ...name };
  if (stop?.position !== undefined) return { kind: "point", position: stop.position, ...name };
  if (written !== "" && village !== undefined) return { kind: "area", name: `${written}, ${village}` };
  if (written !== "" || village !== undefined) return { kind: "area", name: written || (village ?? "") };
  return { kind: "unknown" };
}

/** What is sent: the input of `collect.note-observation`. */
export function noteInput(wish: {
  readonly partnership: string;
  readonly id: string;
  readonly draft: NoteDraft;
  readonly place: Place;
  readonly walkId: string | undefined;
  readonly at: Instant;
}) {
  const { draft, place, walkId, at } = wish;
  return {
    partnership: wish.partnership,
    id: wish.id,
    notedAt: at,
    kind: draft.kind,
    category: draft.category,
    text: draft.text.trim(),
    proposal: draft.proposal.trim(),
    spotManager: draft.spotManager,
    place,
    when: { kind: "instant" as const, at },
    sharing: draft.sharing,
    ...(walkId === undefined ? {} : { walkId }),
    ...(draft.stopId === "" ? {} : { stopId: draft.stopId }),
    ...(draft.agreed === undefined ? {} : { agreed: draft.agreed }),
  };
}

/** The form again, from what was kept: for a note that was refused or is changed. What the form no longer has is left for the person to choose anew. */
export function draftOf(input: Readonly<Record<string, unknown>>): NoteDraft {
  const text = (name: string) => (typeof input[name] === "string" ? input[name] : "");
  const place = input["place"] as (Place & { readonly name?: string }) | undefined;
  return {
    id: text("id"),
    stopId: text("stopId"),
    kind: OBSERVATION_KINDS.find((kind) => kind === input["kind"]) ?? "problem",
    category: CATEGORIES.find((category) => category === input["category"]) ?? "other.other",
    text: text("text"),
    proposal: text("proposal"),
    placeName: place?.name ?? "",
    spotManager: SPOT_MANAGERS.find((manager) => manager === input["spotManager"]) ?? "unknown",
    agreed: typeof input["agreed"] === "number" ? input["agreed"] : undefined,
    sharing: SHARINGS.find((sharing) => sharing === input["sharing"]) ?? "own",
    pointed: undefined,
    noted: place === undefined ? undefined : { place, at: text("notedAt") as Instant },
  };
}

type NoteInput = Readonly<Record<string, unknown>>;

/** A change of a note that has gone: the input of `collect.revise-observation`. */
export function revisionInput({ notedAt: _notedAt, walkId: _walkId, stopId: _stopId, ...words }: NoteInput): NoteInput {
  return words;
}

/** What is sent in place of a note that was undone while nobody knew whether it had gone: its words stay on the phone. */
export function undoneInput(input: NoteInput): NoteInput {
  return { ...input, text: "Ångrad i fält.", proposal: "", consequence: "", place: { kind: "unknown" } };
}

/** Less than this a clock goes right, as in observation.ts. */
const SLACK_MILLISECONDS = 120_000;

/** What a phone's clock showed, where it was wrong when a note was made on a walk; undefined where it was right. */
export function wrongClock(note: {
  readonly walkId?: string | undefined;
  readonly notedAt: string;
  readonly when: When;
}): { readonly showed: Instant; readonly was: Instant } | undefined {
  const { walkId, when } = note;
  if (walkId === undefined || when.kind !== "instant") return undefined;
  const showed = note.notedAt as Instant;
  const off = Math.abs(millisecondsOf(showed) - millisecondsOf(when.at));
  return off < SLACK_MILLISECONDS ? undefined : { showed, was: when.at };
}
