// What is logged of a promise over a report's period, read under the asker's own role.
import { sql } from "kysely";
import { factsOf, standingOf } from "../../act/items/item.ts";
import { itemsOf } from "../../act/items/store.ts";
import { firstLogged } from "../../act/occasion.ts";
import { occasionsOf, standingDeviationsOf } from "../../act/store.ts";
import { isOpen } from "../../collect/campaigns/dispute.ts";
import { sumOfCounts } from "../../ground/count.ts";
import { addDays, type Day, dayOf, type Instant } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { asHeld } from "../../pledge/amendments/amendment.ts";
import { documentsOf, promisedActivities } from "../../pledge/store.ts";
import { expectedBetween, lastDayOf } from "../../pledge/target.ts";
import { type Followed, indicatorsOf } from "../indicators/store.ts";
import { words as indicatorWords } from "../indicators/words.ts";
import { disputesByProblem } from "../store-led.ts";
import type { FollowDatabase } from "../tables.ts";
import {
  type Counted,
  type CountedIndicator,
  type CountedItem,
  type CountedPledge,
  type Inside,
  statedOf,
} from "./counted.ts";
import type { PeriodReport } from "./report.ts";
import { tellingsOf } from "./store.ts";

type Tx = Within<FollowDatabase>;
export type Over = { readonly from: Day; readonly to: Day; readonly today: Day };

/** What the log says of every activity that was promised during the period. */
export async function countedOver(tx: Tx, partnershipId: string, { from, to, today }: Over): Promise<Counted[]> {
  const activities = (await promisedActivities(tx, partnershipId)).filter(
    (row) => row.valid_from <= to && row.valid_to >= from && (row.withdrawn_on === null || row.withdrawn_on > from),
  );
  const occasions = await occasionsOf(tx, partnershipId);
  const loggedFirst = firstLogged(occasions);
  const settledOn = (line: Parameters<typeof loggedFirst>[0]) => dayOf(loggedFirst(line));
  const deviations = await standingDeviationsOf(tx, partnershipId);
  const doneBefore = (activityId: string) =>
    occasions
      .filter((one) => one.activityId === activityId && one.state === "stands" && one.towardTarget && one.on < from)
      .reduce((sum, { count }) => sum + count.value, 0);
  const within = ({ on }: { readonly on: Day }) => on >= from && on <= to;
  return activities.map((row): Counted => {
    const all = occasions
      .filter((one) => one.activityId === row.id && one.state === "stands" && within(one))
      .toReversed();
    const done = all.filter(({ towardTarget }) => towardTarget);
    const missed = deviations.filter((one) => one.activityId === row.id && within(one)).toReversed();
    const span = {
      from: row.valid_from,
      to: row.valid_to,
      season: row.season ?? undefined,
      deadline: row.deadline ?? undefined,
    };
    const lastDay = lastDayOf(row.target ?? undefined, span);
    const isDueLater = lastDay !== undefined && lastDay > to;
    // What was taken out is owed for as long as it was promised.
    const last = row.withdrawn_on === null ? row.valid_to : addDays(row.withdrawn_on, -1);
    const due = (until: Day) => {
      const { target } = row;
      if (target === null) return undefined;
      if (isDueLater) return undefined;
      if (lastDay === undefined || lastDay > until)
        return expectedBetween(target, from, last < until ? last : until, span)?.count;
      // What has a last day is owed by then, all that was not done before; no share of it is.
      const whole = expectedBetween(target, row.valid_from, row.valid_to, span)?.count;
      return whole === undefined ? undefined : Math.max(0, whole - doneBefore(row.id));
    };
    const expected = due(to);
    const part = { from: row.valid_from > from ? row.valid_from : from, to: last < to ? last : to };
    return {
      activityId: row.id,
      documentId: row.document_id,
      pledgeId: row.pledge_id,
      number: row.number,
      text: row.text,
      unit: row.unit ?? "",
      span: part.from === from && part.to === to ? null : part,
      figures: {
        done: sumOfCounts(done.map(({ count }) => count)),
        ...(expected === undefined ? {} : { expected }),
        unit: row.target?.unit ?? "",
        missed: missed.length,
      },
      occasions: done.length,
      periodOver: today > to,
      dueByNow: due(today < to ? today : to),
      ...(row.target?.comparator === "at-most" ? { atMost: true } : {}),
      ...(isDueLater ? { isDueLater } : {}),
      done: done.map(({ on, count, outputs, ...one }) => ({ on, settledOn: settledOn(one), count, outputs })),
      beside: all
        .filter(({ towardTarget }) => !towardTarget)
        .map(({ on, count, counted, ...one }) => ({ on, settledOn: settledOn(one), count, counted })),
      deviations: missed.map(({ on, cause, sentence, next }) => ({
        on,
        cause,
        sentence,
        newDay: next.kind === "new-day" ? next.day : null,
        because: next.kind === "none" ? next.because : "",
      })),
    };
  });
}

/** The promise that is followed up, löfte by löfte, as its text holds. */
export async function promiseOver(tx: Tx, partnershipId: string, documentId: string, over: Over) {
  const { from, to } = over;
  const held = asHeld(await documentsOf(tx, partnershipId)).find(({ id }) => id === documentId);
  if (held === undefined) return undefined;
  const counted = (await countedOver(tx, partnershipId, over)).filter((one) => one.documentId === documentId);
  const indicators = await indicatorsOf(tx, partnershipId);
  const disputes = await disputesByProblem(tx, partnershipId);
  const pledges = held.content.pledges.map((pledge): CountedPledge => {
    const disputed = disputes(pledge.problemIds ?? []).filter(({ disputedOn: on }) => on >= from && on <= to);
    return {
      id: pledge.id,
      order: pledge.order,
      text: pledge.text,
      activities: counted
        .filter(({ pledgeId }) => pledgeId === pledge.id)
        .toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      indicators: indicators.filter(({ pledgeId }) => pledgeId === pledge.id).flatMap((one) => countedOf(one, to)),
      disputes: { inAll: disputed.length, open: disputed.filter(isOpen).length },
    };
  });
  return {
    document: { slug: held.slug, contentHash: held.contentHash },
    pledges: pledges.filter(({ activities }) => activities.length > 0),
  };
}

/** Nothing of what only the parties may read, and nothing that was measured later: that is the next report's. */
function countedOf({ column, secrecy, ...one }: Followed, to: Day): readonly CountedIndicator[] {
  if (column === "output" || secrecy !== "public") return [];
  const breaks = one.breaks.filter(({ on }) => on <= to);
  const caveats = [
    one.caveat,
    one.controlDependent ? `${indicatorWords.control.sv}.` : "",
    ...breaks.map(({ on, why }) => `${on}: ${say(indicatorWords.lineBroken, "sv", { why })}`),
  ];
  const readings = one.readings.filter(({ on }) => on <= to);
  const { measure, wanted } = one;
  return [
    {
      ...one,
      column,
      breaks,
      stated: statedOf({ readings, wanted, measure, breaks: breaks.map(({ on }) => on) }, one.effect, to),
      caveat: caveats.filter((part) => part !== "").join(" "),
      readings,
    },
  ];
}

/** Action items that were done during the period. */
export async function itemsDone(tx: Tx, partnershipId: string, from: Day, to: Day): Promise<CountedItem[]> {
  return (await itemsOf(tx, partnershipId)).flatMap(({ origin, steps, text, place }) => {
    const { done } = factsOf(standingOf(origin, steps));
    return done === undefined || done.on < from || done.on > to ? [] : [{ id: origin.id, text, place, on: done.on }];
  });
}

/** How often what is told as done was disputed during the period, also of what the other organisation has asked: numbers for the gate, which shows no few. */
export async function disputedInAll(tx: Tx, partnershipId: string, from: Day, to: Day) {
  const { rows } = await sql<{ inAll: number; open: number }>`
    select in_all as "inAll", open from samsyn_disputed(${partnershipId}, ${from}, ${to})`.execute(
    tx as AnyTransaction,
  );
  const [found = { inAll: 0, open: 0 }] = rows;
  return found;
}

/** The whole of a report as the log has it now, and as people have judged it. */
export async function readInside(
  tx: Tx,
  of: { readonly id: string; readonly slug: string },
  report: PeriodReport,
  { at, disputes }: { readonly at: Instant; readonly disputes: Inside["disputes"] },
): Promise<Inside | undefined> {
  const { slug, from, to, assessments, views, texts } = report;
  const promise = await promiseOver(tx, of.id, report.documentId, { from, to, today: dayOf(at) });
  if (promise === undefined) return undefined;
  return {
    partnership: of.slug,
    slug,
    ...promise,
    from,
    to,
    frozenAt: at,
    disputes,
    itemsDone: (await itemsDone(tx, of.id, from, to)).length,
    assessments,
    views,
    texts,
    told: (await tellingsWith(tx, of.id, report.id)).filter(({ struck }) => struck === undefined),
  };
}

/** What was told where, with which party did. */
export async function tellingsWith(tx: Tx, partnershipId: string, reportId: string) {
  const parties = await partiesOf(tx, partnershipId);
  return (await tellingsOf(tx, reportId)).flatMap((one) => {
    const kind = parties.find(({ organisationId }) => organisationId === one.organisationId)?.kind;
    return kind === "municipality" || kind === "police" ? [{ ...one, party: kind }] : [];
  });
}
