// A break in a series that somebody knows of: from a day on it counts something else, or in another way, and the two sides are not compared.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { COLLECTORS, ownerOf } from "../source.ts";
import type { SeriesBreak } from "./found.ts";
import type { Series } from "./series.ts";

/** Of every series of the measure: what changed at the source changed everywhere. */
export type NotedBreak = SeriesBreak & {
  readonly id: string;
  readonly sourceId: string;
  readonly key: string;
  /** The reading whose file said so, or undefined where a person did. */
  readonly readingId: string | undefined;
  readonly organisationId: string;
  readonly notedAt: Instant;
};
export type NewBreak = { readonly on: Day; readonly why: string };
export type BreakWhy = "not-yours" | "break-reason-needed" | "break-noted-already" | "break-outside" | PersonWhy;

type Noting = {
  readonly partnershipId: string;
  readonly series: Pick<Series, "sourceId" | "key">;
  readonly breaks: readonly NotedBreak[];
  /** The first and the last day the series says something of. */
  readonly span: { readonly from: Day; readonly to: Day } | undefined;
};

export const noteBreak = command({
  event: "series.break-noted",
  may: (person: Person, _input: NewBreak, { partnershipId }: Noting): Refusal<BreakWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
  decide: (
    { on, why }: NewBreak,
    { partnershipId, series, breaks, span }: Noting,
    moment,
  ): Result<NotedBreak, Refusal<BreakWhy>> => {
    if (why.trim() === "") return no("break-reason-needed", { field: "why" });
    const person = personRefused({ why });
    if (person !== undefined) return { ok: false, refusal: person };
    if (span === undefined || on <= span.from || on > span.to) return no("break-outside", { field: "on" });
    if (breaks.some((one) => one.on === on)) return no("break-noted-already", { field: "on" });
    const by = { organisationId: ownerOf(moment.by, partnershipId), notedAt: moment.at };
    return yes({
      id: moment.newId(),
      sourceId: series.sourceId,
      key: series.key,
      on,
      why: why.trim(),
      readingId: undefined,
      ...by,
    });
  },
});

type TakingBack = { readonly partnershipId: string; readonly noted: NotedBreak };

/** What a file said of itself goes with its reading; what a person noted, its organisation takes back. */
export const takeBackBreak = command({
  event: "series.break-taken-back",
  may: (person: Person, _input: unknown, { partnershipId, noted }: TakingBack): Refusal<BreakWhy> | undefined =>
    noted.readingId === undefined &&
    grantsIn(person, partnershipId, COLLECTORS).some(({ organisationId }) => organisationId === noted.organisationId)
      ? undefined
      : { why: "not-yours" },
  decide: (_input: unknown, { noted }: TakingBack): Result<NotedBreak, Refusal<BreakWhy>> => yes(noted),
});
