// A week as it is being filled in on the phone: kept at every tap, so that a dead battery loses nothing.
import type { Day, Instant } from "../../ground/time.ts";
import type { Category } from "../category.ts";
import type { Sharing } from "../observation.ts";
import { isSameEvent, type NewEvent, type Part, type Recent } from "./report.ts";
import type { ReporterPlace } from "./reporter.ts";

export type EventDraft = {
  readonly category: Category | "";
  /** Undefined until it is chosen; empty for somewhere else in the area. */
  readonly place: string | undefined;
  readonly part: Part | "";
  readonly severity: 1 | 2 | 3 | undefined;
  readonly text: string;
  /** Who may see it; a week kept by an earlier version says nothing of it. */
  readonly sharing?: Sharing | undefined;
  /** Whose event this is added to; "none" when the reporter has said that it is another. */
  readonly joins: string | undefined;
};
export const EMPTY_EVENT: EventDraft = {
  category: "",
  place: undefined,
  part: "",
  severity: undefined,
  text: "",
  joins: undefined,
};
export type Missing = "missingWhat" | "missingWhere" | "missingWhen" | "missingUnsafe";

/** What has not been chosen yet, in the order it is asked. */
export function missingIn(draft: EventDraft): readonly Missing[] {
  const missing: Missing[] = [];
  if (draft.category === "") missing.push("missingWhat");
  if (draft.place === undefined) missing.push("missingWhere");
  if (draft.part === "") missing.push("missingWhen");
  if (draft.severity === undefined) missing.push("missingUnsafe");
  return missing;
}

export function isUntouched(draft: EventDraft): boolean {
  return missingIn(draft).length === 4 && draft.text.trim() === "";
}

/** The event to be sent; undefined while something is missing. */
export function eventOf(draft: EventDraft, id: string): NewEvent | undefined {
  const { category, place, part, severity, text, sharing = "shared", joins } = draft;
  if (category === "" || place === undefined || part === "" || severity === undefined) return undefined;
  return {
    id,
    category,
    place,
    part,
    severity,
    text,
    sharing,
    ...(joins === undefined || joins === "none" ? {} : { joins }),
  };
}

type Reported = Recent & { readonly id: string; readonly notedAt: string };
/** What somebody else has reported of the same kind at the same place. */
export function alreadyReported(
  draft: EventDraft,
  places: readonly ReporterPlace[],
  recent: readonly Reported[],
): Reported | undefined {
  if (draft.category === "" || draft.place === undefined || draft.place === "") return undefined;
  const position = places.find(({ name }) => name === draft.place)?.position;
  const mine = { category: draft.category, placeName: draft.place, position };
  return recent.find((one) => isSameEvent(mine, one));
}

/** What is sent: the input of `collect.send-weekly-report`. */
export function reportInput(wish: {
  readonly partnership: string;
  readonly id: string;
  readonly week: Day;
  readonly at: Instant;
  readonly events: readonly NewEvent[];
}) {
  const { partnership, id, week, at, events } = wish;
  return { partnership, id, week, writtenAt: at, events };
}
