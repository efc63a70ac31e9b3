// «Vem vet om löftet?»: what was told where during a report's period. Never who heard it: to whom in words, and how many as a band.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import { type CHANNELS, type REACHES } from "../../pledge/report-text.ts";
import { unfit, type WithReport, writesAs, WRITERS } from "./report.ts";

export type Channel = (typeof CHANNELS)[number];
export type Reach = (typeof REACHES)[number];
export type Telling = {
  readonly id: string;
  readonly on: Day;
  readonly channel: Channel;
  readonly audience: string;
  readonly reach: Reach;
  readonly organisationId: string;
  readonly notedAt: Instant;
  readonly struck: { readonly at: Instant; readonly reason: string } | undefined;
};

export type TellingWhy =
  | "not-yours"
  | "names-a-person"
  | "report-counts-few"
  | "reason-needed"
  | "not-your-text"
  | "report-is-frozen"
  | "told-day-to-come"
  | "told-outside-period"
  | "told-to-whom"
  | "telling-gone";

const allowed = (person: Person, _input: unknown, { partnershipId }: WithReport): Refusal<TellingWhy> | undefined =>
  grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined;

export const noteTelling = command({
  event: "report.telling-noted",
  may: allowed,
  decide: (
    input: Pick<Telling, "on" | "channel" | "audience" | "reach">,
    { report, partnershipId }: WithReport,
    moment,
  ): Result<Telling, Refusal<TellingWhy>> => {
    if (report.state !== "draft") return no("report-is-frozen");
    const own = writesAs(moment.by, partnershipId);
    if (own === undefined) return no("not-your-text");
    if (input.on > dayOf(moment.at)) return no("told-day-to-come", { field: "on" });
    if (input.on < report.from || input.on > report.to) return no("told-outside-period", { field: "on" });
    const audience = input.audience.trim();
    if (audience === "") return no("told-to-whom", { field: "audience" });
    const wrong = unfit({ audience });
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    const { organisationId } = own;
    return yes({ ...input, audience, id: moment.newId(), organisationId, notedAt: moment.at, struck: undefined });
  },
});

/** Takes a line back; it stays struck in the history, with its reason. */
export const strikeTelling = command({
  event: "report.telling-struck",
  may: allowed,
  decide: (
    { reason }: { readonly reason: string },
    { report, telling }: WithReport & { readonly telling: Telling | undefined },
    moment,
  ): Result<Telling, Refusal<TellingWhy>> => {
    if (report.state !== "draft") return no("report-is-frozen");
    if (telling === undefined || telling.struck !== undefined) return no("telling-gone");
    if (reason.trim() === "") return no("reason-needed", { field: "reason" });
    const wrong = unfit({ reason });
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    return yes({ ...telling, struck: { at: moment.at, reason: reason.trim() } });
  },
});
