// A point of a protocol on its way to whoever looks after the spot (domain.md 4.4): registered, sent, then received, asked about or handed back, at last
// answered at the third meeting. The first part of the way that an action item goes.
import { command } from "../../ground/command.ts";
import { grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, daysBetween, type Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import type { ProtocolRow } from "../walk.ts";
import { type Addressee, pointsOf } from "./letter.ts";

export const POINT_REPLIES = ["received", "not-ours", "question"] as const;
export type PointReplyKind = (typeof POINT_REPLIES)[number];
export type PointReply = {
  readonly kind: PointReplyKind;
  /** Why it is not theirs, or what they ask. */
  readonly text: string;
  /** Whose it may be instead. */
  readonly mayBe?: Addressee | undefined;
  /** The office that said so, never the person. */
  readonly unit: string;
  readonly repliedAt: Instant;
};
export type PointState = "registered" | "sent" | PointReplyKind | "answered";

/** How far a point has come. What was decided at the meeting stands above what a unit said before it. */
export function stateOf(point: {
  readonly isSent: boolean;
  readonly reply?: Pick<PointReply, "kind"> | undefined;
  readonly isAnswered: boolean;
}): PointState {
  if (point.isAnswered) return "answered";
  if (!point.isSent) return "registered";
  return point.reply?.kind ?? "sent";
}

/** So long after it was sent, a point that nobody has said anything of is told as that. */
const SILENT_DAYS = 10;

/** The municipality's points that none of its units has taken, asked about or handed back in ten days, and how long ago they were sent. */
export function silentPoints(
  rows: readonly (Pick<ProtocolRow, "id" | "number" | "kind" | "spotManager"> & { readonly answer?: unknown })[],
  sent: { readonly sentAt: Instant } | undefined,
  replies: readonly { readonly rowId: string }[],
  today: Day,
): { readonly numbers: readonly number[]; readonly days: number } {
  const days = sent === undefined ? 0 : daysBetween(dayOf(sent.sentAt), today);
  const silent = pointsOf(rows, "municipality").filter(
    ({ id, answer }) => answer === undefined && !replies.some(({ rowId }) => rowId === id),
  );
  return { numbers: days < SILENT_DAYS ? [] : silent.map(({ number }) => number), days };
}

/** Those who can say for the municipality that one of its units takes a point. */
export const POINT_TAKERS: readonly Role[] = ["coordinator", "activity-owner"];
export type PointWhy =
  | "not-yours"
  | "point-not-sent"
  | "point-answered"
  | "reason-needed"
  | "asked-what-needed"
  | PersonWhy;

type Asked = {
  readonly partnershipId: string;
  /** The organisation that was sent the point. */
  readonly managerOrganisationId: string;
  readonly rowId: string;
  readonly isSent: boolean;
  /** What is to become of it is decided. */
  readonly isAnswered: boolean;
};
type Replying = { readonly kind: PointReplyKind; readonly text: string; readonly mayBe?: Addressee | undefined };
type Replied = { readonly rowId: string; readonly organisationId: string; readonly reply: PointReply };

export const replyToPoint = command({
  event: "point.replied",
  may: (person: Person, _input: unknown, state: Asked): Refusal<PointWhy> | undefined =>
    grantFor(person, state.partnershipId, POINT_TAKERS)?.organisationId === state.managerOrganisationId
      ? undefined
      : { why: "not-yours" },
  decide: ({ kind, text, mayBe }: Replying, state: Asked, moment): Result<Replied, Refusal<PointWhy>> => {
    if (!state.isSent) return no<PointWhy>("point-not-sent");
    if (state.isAnswered) return no<PointWhy>("point-answered");
    if (kind === "not-ours" && text === "") return no<PointWhy>("reason-needed", { field: "text" });
    if (kind === "question" && text === "") return no<PointWhy>("asked-what-needed", { field: "text" });
    const person = personRefused({ text });
    if (person !== undefined) return { ok: false, refusal: person };
    const reply = {
      kind,
      text: kind === "received" ? "" : text,
      mayBe: kind === "not-ours" ? mayBe : undefined,
      unit: grantFor(moment.by, state.partnershipId, POINT_TAKERS)?.title ?? "",
      repliedAt: moment.at,
    };
    return yes<Replied>({ rowId: state.rowId, organisationId: state.managerOrganisationId, reply });
  },
});
