// A figure that a chapter rests on, frozen the day it was taken in: what it said, of what, how much it carries. What is said today is told beside it and never put in its place.
import { personIn } from "../../collect/person-in-text.ts";
import { command, type Moment } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { FrozenCounts } from "../frozen-counts.ts";
import { type FrozenFigure, sinceThen } from "../frozen-figure.ts";
import type { FrozenMeasurement } from "../frozen-measurement.ts";
import { type FrozenTheme, themeSinceThen } from "../frozen-theme.ts";
import { RAISERS, type Sharing } from "../problem.ts";
import type { Chapter } from "./chapters.ts";
import { notInWork, type ReportState } from "./report-state.ts";

export const FIGURE_KINDS = ["series", "coded", "question", "measurement"] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** What somebody points at: a series and a period of it, a coded theme at a place, a question to the picture, a measurement. */
export type Asked =
  | { readonly kind: "series"; readonly slug: string; readonly from: string }
  | { readonly kind: "coded"; readonly themeId: string; readonly place: string }
  | { readonly kind: "question"; readonly question: string }
  | { readonly kind: "measurement"; readonly measurementId: string };

export type Frozen =
  | { readonly kind: "series"; readonly frozen: FrozenFigure }
  | { readonly kind: "coded"; readonly frozen: FrozenTheme }
  | { readonly kind: "question"; readonly frozen: FrozenCounts }
  | { readonly kind: "measurement"; readonly frozen: FrozenMeasurement };

export type Figure = Frozen & {
  readonly id: string;
  readonly chapter: Chapter;
  readonly caption: string;
  /** SHA-256 of what was frozen. */
  readonly hash: string;
  readonly takenAt: Instant;
  readonly takenBy: string;
};

/** Read off a source with its margin, where what is counted one by one has none. */
export function isEstimate(kind: FigureKind): boolean {
  return kind === "series" || kind === "measurement";
}

/** Its one number, and of what. */
export function headOf(figure: Frozen): { readonly value: number; readonly unit: string } {
  switch (figure.kind) {
    case "series":
    case "measurement":
      return { value: figure.frozen.value, unit: figure.frozen.unit };
    case "coded":
      return { value: figure.frozen.sources.reduce((sum, { pieces }) => sum + pieces, 0), unit: "" };
    case "question":
      return { value: figure.frozen.total, unit: "" };
  }
}

/** What is the same figure in the next report, of another time: the series, the theme at its place, the question without its days. */
export function keyOf(figure: Frozen): string {
  switch (figure.kind) {
    case "series":
      return `series ${figure.frozen.slug}`;
    case "coded":
      return `coded ${figure.frozen.themeId} ${figure.frozen.place}`;
    case "question":
      return `question ${figure.frozen.address
        .split("&")
        .filter((part) => !/^(fran|till)=/.test(part))
        .join("&")}`;
    case "measurement":
      return `measurement ${figure.frozen.name} ${figure.frozen.place}`;
  }
}

/** What a figure was asked by. */
export function askedBy(figure: Frozen): Asked {
  switch (figure.kind) {
    case "series":
      return { kind: "series", slug: figure.frozen.slug, from: figure.frozen.from };
    case "coded":
      return { kind: "coded", themeId: figure.frozen.themeId, place: figure.frozen.place };
    case "question":
      return { kind: "question", question: figure.frozen.address };
    case "measurement":
      return { kind: "measurement", measurementId: figure.frozen.measurementId };
  }
}

function sameAsked(a: Asked, b: Asked): boolean {
  if (a.kind === "series") return b.kind === "series" && a.slug === b.slug && a.from === b.from;
  if (a.kind === "coded") return b.kind === "coded" && a.themeId === b.themeId && a.place === b.place;
  if (a.kind === "measurement") return b.kind === "measurement" && a.measurementId === b.measurementId;
  return b.kind === "question" && a.question === b.question;
}

/** A caption that came along from a report of another time may say which year it is of: wrong beside what is asked of this one. */
export function namesOtherYear(caption: string, { from, to }: { readonly from: Day; readonly to: Day }): boolean {
  const years = caption.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  return years.some((year) => year < from.slice(0, 4) || year > to.slice(0, 4));
}

export type Since = { readonly state: "the-same" | "changed" | "gone"; readonly now: number | null };

/** Whether it says the same today; `gone` where it is not there any more for both. */
export function figureSince(figure: Frozen, now: Frozen | undefined): Since {
  if (now === undefined || now.kind !== figure.kind) return { state: "gone", now: null };
  const isSame = saysTheSame(figure, now);
  return isSame ? { state: "the-same", now: null } : { state: "changed", now: headOf(now).value };
}

function saysTheSame(figure: Frozen, now: Frozen): boolean {
  if (figure.kind === "series" && now.kind === "series")
    return sinceThen(figure.frozen, now.frozen).state === "the-same";
  if (figure.kind === "coded" && now.kind === "coded")
    return themeSinceThen(figure.frozen, now.frozen).state === "the-same";
  // It is not changed, only taken back.
  if (figure.kind === "measurement" && now.kind === "measurement") return true;
  if (figure.kind !== "question" || now.kind !== "question") return false;
  const told = ({ total, byMonth, byCategory }: FrozenCounts) => JSON.stringify([total, byMonth, byCategory]);
  return told(figure.frozen) === told(now.frozen);
}

export type FigureWhy =
  | "not-yours"
  | "names-a-person"
  | "situation-is-adopted"
  | "situation-is-aside"
  | "evidence-not-found"
  | "evidence-cited-already"
  | "situation-figure-must-be-shared";

/** The report as far as its figures go. */
export type OnReport = {
  readonly partnershipId: string;
  readonly report: { readonly state: ReportState; readonly figures: readonly Figure[] };
};
export const mayWrite = (
  person: Person,
  _input: unknown,
  { partnershipId }: OnReport,
): Refusal<"not-yours"> | undefined =>
  grantFor(person, partnershipId, RAISERS) === undefined ? { why: "not-yours" } : undefined;

/** What was found at what is pointed at: undefined where it is not there for this person, or has no figure. */
export type Found = Frozen & { readonly hash: string; readonly sharing: Sharing };

/** What was found, as it stands in a chapter from now on. */
export function takenIn(
  { sharing: _sharing, ...frozen }: Found,
  { chapter, caption }: { readonly chapter: Chapter; readonly caption: string },
  { partnershipId, moment }: { readonly partnershipId: string; readonly moment: Moment },
): Figure {
  const takenBy = grantFor(moment.by, partnershipId, RAISERS)?.organisationId ?? "";
  return { ...frozen, id: moment.newId(), chapter, caption: caption.trim(), takenAt: moment.at, takenBy };
}

export const takeIn = command({
  event: "situation.figure-taken-in",
  may: mayWrite,
  decide: (
    input: { readonly chapter: Chapter; readonly caption: string },
    state: OnReport & { readonly found: Found | undefined },
    moment,
  ): Result<Figure, Refusal<FigureWhy>> => {
    const { report, found, partnershipId } = state;
    if (report.state !== "draft") return no(notInWork(report));
    if (personIn(input.caption)) return no("names-a-person", { field: "caption" });
    if (found === undefined) return no("evidence-not-found");
    // What one party has alone cannot stand in what both stand behind.
    if (found.sharing === "own") return no("situation-figure-must-be-shared");
    const isThere = report.figures.some(
      (figure) => figure.chapter === input.chapter && sameAsked(askedBy(figure), askedBy(found)),
    );
    if (isThere) return no("evidence-cited-already");
    return yes(takenIn(found, input, { partnershipId, moment }));
  },
});

export const takeOut = command({
  event: "situation.figure-taken-out",
  may: mayWrite,
  decide: (
    _input: unknown,
    { report, figure }: OnReport & { readonly figure: Figure },
  ): Result<Figure, Refusal<FigureWhy>> => (report.state === "draft" ? yes(figure) : no(notInWork(report))),
});
