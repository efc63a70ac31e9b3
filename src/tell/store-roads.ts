// The roads whose page somebody has decided to publish, for the gate: what was said as counts, measured, judged, done and answered, as it stands now. What
// was taken back is told as that, without its figures and words; why was written for colleagues, and stays inside.
import { repliesNow } from "../act/items/store.ts";
import { comparedIn } from "../collect/traffic/comparison.ts";
import type { TrafficMeasurement } from "../collect/traffic/measured.ts";
import { type PublishedRoad, roadSlug } from "../collect/traffic/published.ts";
import { publishedRoads } from "../collect/traffic/store-published.ts";
import { measurementsOf, proposalsOf, threadById } from "../collect/traffic/store.ts";
import { saidBefore, standingOf } from "../collect/traffic/taken-back.ts";
import type { Proposal, Reply, Thread } from "../collect/traffic/thread.ts";
import { type Day, dayOf, monthOf } from "../ground/time.ts";
import type { Within } from "../partnership/tables.ts";
import type { ToldRoad } from "./site.ts";
import type { TellDatabase } from "./tables.ts";

type Tx = Within<TellDatabase>;

/** Every road that is published, the latest decision first. */
export async function readRoads(
  tx: Tx,
  partnershipId: string,
  partyName: ReadonlyMap<string, string>,
): Promise<ToldRoad<number>[]> {
  const roads: ToldRoad<number>[] = [];
  const now = await repliesNow(tx, partnershipId);
  for (const published of await publishedRoads(tx, partnershipId)) {
    const thread = await threadById(tx, published.threadId);
    if (thread === undefined) continue;
    const measurements = await measurementsOf(tx, thread.id);
    const proposals = await proposalsOf(tx, thread.id);
    const by = partyName.get(thread.ownerOrganisationId) ?? "";
    roads.push(toldRoad({ published, thread, measurements, proposals, now, by }));
  }
  return roads;
}

type Of = {
  readonly published: PublishedRoad;
  readonly thread: Thread;
  readonly measurements: readonly TrafficMeasurement[];
  readonly proposals: readonly Proposal[];
  /** What it has come to with them since. */
  readonly now: Awaited<ReturnType<typeof repliesNow>>;
  readonly by: string;
};

/** A thread as its page may tell it, before the gate. */
export function toldRoad({ published, thread, measurements, proposals, now, by }: Of): ToldRoad<number> {
  const standing = standingOf(measurements);
  const compared = comparedIn(standing);
  return {
    slug: roadSlug(thread),
    name: thread.stretch.name ?? "",
    by,
    publishedOn: published.publishedOn,
    limit: thread.limit ?? null,
    roadKeeper: thread.roadKeeper ?? null,
    state: thread.state,
    said: published.complaints.map(({ kind, count }) => ({ kind, heads: count })),
    saidInAll: published.complaints.reduce((sum, { count }) => sum + count, 0),
    passedOn: "passedOn" in thread ? (thread.passedOn ?? "") : "",
    judgement: "judgement" in thread ? (thread.judgement ?? null) : null,
    measurements: standing.map(toldMeasurement),
    withdrawn: measurements.flatMap(({ withdrawn, ...one }) =>
      withdrawn === undefined ? [] : [{ ...measured(one), on: dayOf(withdrawn.at) }],
    ),
    unsaid: thread.takenBack.map(({ state, at }) => ({ what: state, on: dayOf(at) })),
    restsOnTakenBack: saidBefore(measurements),
    compared: compared === undefined ? null : { stretch: compared.stretch, roads: compared.roads },
    done: proposals.flatMap((proposal) => toldAction(proposal, now.get(proposal.id))),
    answer: thread.state === "answered" ? { text: thread.answer, on: dayOf(thread.answeredAt) } : null,
    example: thread.example,
  };
}

function measured({ summary, comparisonRoad }: Pick<TrafficMeasurement, "summary" | "comparisonRoad">) {
  return { from: dayOf(summary.from), to: dayOf(summary.to), road: comparisonRoad ?? null };
}

/** Hour by hour a single vehicle could be known again: only the whole measurement is told. */
function toldMeasurement(one: TrafficMeasurement): ToldRoad<number>["measurements"][number] {
  const { summary, method, direction, flags } = one;
  const { mean, median, v85, v85Within, over } = summary;
  return {
    ...measured(one),
    days: summary.days,
    method,
    direction,
    limit: summary.limit,
    vehicles: summary.n,
    withSpeed: summary.withSpeed,
    figures: {
      mean,
      median,
      v85,
      v85Within,
      over: over.map(({ above, count, value, low, high }) => ({ above, count, told: { value, low, high } })),
    },
    flags,
  };
}

/** Checks are told when they have been made, by month, and never that none will come; everything else as it stands. */
function toldAction(
  { action, to, reply }: Proposal,
  now: { readonly kind: Reply["kind"]; readonly on: Day } | undefined,
): ToldRoad<number>["done"] {
  const said = now ?? (reply && { kind: reply.kind, on: dayOf(reply.repliedAt) });
  if (action === "control" && said?.kind !== "done") return [];
  const month = said?.kind === "done" ? monthOf(said.on) : null;
  return [{ action, to, reply: said?.kind ?? null, count: reply?.count ?? null, month }];
}
