// A note as it is written outdoors: what a half-written form holds, where it was, and what is sent when it is saved.
import type { Place, Position } from "../ground/place.ts";
import type { Instant } from "../ground/time.ts";
import type { Category } from "./category.ts";
import type { ObservationKind, SpotManager } from "./observation.ts";

/** A form being filled in; kept on the phone at every letter, so that a dead battery loses no sentence. */
export type NoteDraft = {
  readonly stopId: string;
  readonly kind: ObservationKind;
  readonly category: Category;
  readonly text: string;
  readonly proposal: string;
  readonly placeName: string;
  readonly spotManager: SpotManager;
  readonly agreed: number | undefined;
  readonly onlyUs: boolean;
};

export const EMPTY_DRAFT: NoteDraft = {
  stopId: "",
  kind: "problem",
  category: "place.lighting",
  text: "",
  proposal: "",
  placeName: "",
  spotManager: "unknown",
  agreed: undefined,
  onlyUs: false,
};

/** What the phone says about where it is. */
export type Fix = { readonly position: Position; readonly accuracyMetres: number };

/** Worse than this a position says less than the name of the stop. */
export const SURE_METRES = 50;

type FieldStop = { readonly id: string; readonly name: string; readonly position?: Position | undefined };

/**
 * Where a note belongs: the phone's position when it is sure of it, else the stop one stands at, else the place by its name. Never a position that
 * nobody knows.
 */
export function placeOfNote(
  draft: Pick<NoteDraft, "placeName">,
  fix: Fix | undefined,
  stop: FieldStop | undefined,
  village: string | undefined,
): Place {
  const written = draft.placeName.trim() || stop?.name || "";
  const name = written === "" ? {} : { name: written };
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
    sharing: draft.onlyUs ? ("own" as const) : ("shared" as const),
    ...(walkId === undefined ? {} : { walkId }),
    ...(draft.stopId === "" ? {} : { stopId: draft.stopId }),
    ...(draft.agreed === undefined ? {} : { agreed: draft.agreed }),
  };
}

/** The form again, from what was sent: for a note that was refused or is changed before it has gone. */
export function draftOf(input: Readonly<Record<string, unknown>>): NoteDraft {
  const text = (name: string) => (typeof input[name] === "string" ? input[name] : "");
  const place = input["place"] as { readonly name?: string } | undefined;
  return {
    stopId: text("stopId"),
    kind: (text("kind") || "problem") as ObservationKind,
    category: (text("category") || "other.other") as Category,
    text: text("text"),
    proposal: text("proposal"),
    placeName: place?.name ?? "",
    spotManager: (text("spotManager") || "unknown") as SpotManager,
    agreed: typeof input["agreed"] === "number" ? input["agreed"] : undefined,
    onlyUs: input["sharing"] === "own",
  };
}
