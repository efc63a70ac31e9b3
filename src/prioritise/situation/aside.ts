// A report that is not gone on with is laid aside by one who leads the work, with a reason that both read. It is read as it was, another can be begun, and where none was it is taken up again.
import { personIn } from "../../collect/person-in-text.ts";
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import { allowed, LEADERS, organisationOf } from "../rights.ts";
import type { Aside, Draft, OnReport } from "./report.ts";
import { notInWork, type ReportState } from "./report-state.ts";

export type AsideWhy =
  | "not-yours"
  | "names-a-person"
  | "situation-is-adopted"
  | "situation-is-aside"
  | "situation-not-aside"
  | "situation-another-begun"
  | "situation-aside-needs-reason";

/** What is not gone on with now, with a reason that both read. */
export const layAside = command({
  event: "situation.laid-aside",
  may: allowed(LEADERS),
  decide: (input: { readonly reason: string }, state: OnReport, moment): Result<Aside, Refusal<AsideWhy>> => {
    const { report } = state;
    if (report.state !== "draft") return no(notInWork(report));
    const reason = input.reason.trim();
    if (reason === "") return no("situation-aside-needs-reason", { field: "reason" });
    if (personIn(reason)) return no("names-a-person", { field: "reason" });
    const asideBy = organisationOf(moment.by, state, LEADERS);
    return yes({ ...report, state: "aside", asideAt: moment.at, asideReason: reason, asideBy });
  },
});

/** The others of the partnership, as far as where they stand goes. */
export type Standing = { readonly id: string; readonly state: ReportState; readonly adoptedAt: Instant | null };

/** Whether another has come in its place since: one that is in work, or that was adopted after it was laid aside. */
export function isFollowed({ id, asideAt }: Aside, reports: readonly Standing[]): boolean {
  return reports.some(
    (one) => one.id !== id && (one.state === "draft" || (one.adoptedAt !== null && one.adoptedAt > asideAt)),
  );
}

/** Gone on with as it stood. */
export const takeUp = command({
  event: "situation.taken-up",
  may: allowed(LEADERS),
  decide: (
    _input: unknown,
    { report, reports }: OnReport & { readonly reports: readonly Standing[] },
  ): Result<Draft, Refusal<AsideWhy>> => {
    if (report.state !== "aside") return no("situation-not-aside");
    if (isFollowed(report, reports)) return no("situation-another-begun");
    const { asideAt: _at, asideReason: _reason, asideBy: _by, ...begun } = report;
    return yes({ ...begun, state: "draft" });
  },
});
