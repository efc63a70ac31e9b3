// What a brief is made of, as it was one day: what the public pages said, byte for byte through the same gate, and beside it what the law asks of the municipality. No figure of
// a brief is counted anywhere else.
import { type Clock, lawClock } from "../../follow/clock.ts";
import { type Decision, DECISION_KINDS, type DecisionKind, standing } from "../../follow/clocks/decision.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import type { Day } from "../../ground/time.ts";
import type { Disclosed } from "../disclosure.ts";
import type { Site, ToldActivity, ToldDispute, ToldPledge, ToldReport } from "../site.ts";

type Report = Pick<ToldReport, "slug" | "from" | "to" | "on" | "rows" | "texts"> & {
  readonly body: ToldReport["body"] | null;
};

/** What the public pages said: of the promises in force, what stands on them and nothing more. */
export type Told = {
  readonly parties: Site["parties"];
  readonly feedbackDays: number;
  readonly lastWord: Site["lastWord"];
  readonly documents: readonly Pick<
    Site["documents"][number],
    "slug" | "title" | "from" | "to" | "fromSaid" | "toSaid" | "agreement" | "followUp"
  >[];
  readonly pledges: readonly Pick<
    ToldPledge<PublicCount>,
    "order" | "text" | "documentSlug" | "problems" | "causes" | "effect" | "indicators" | "activities"
  >[];
  /** The latest that both have let out, and before it those that alone say something of an activity that is promised. */
  readonly reports: readonly Report[];
  readonly answers: Readonly<Record<Site["answers"][number]["answer"], number>>;
  readonly dialogues: readonly Pick<Site["dialogues"][number], "title" | "from" | "to" | "answered">[];
  readonly disputes: readonly (Pick<ToldDispute<PublicCount>, "since" | "open"> & {
    readonly theme: string;
  })[];
  readonly situation: Pick<
    NonNullable<Site["situations"]>[number],
    "adoptedOn" | "adoptedBy" | "registryNumber" | "from" | "to"
  > | null;
};

type LawClock = Clock & { readonly name: DecisionKind };

export type Facts = {
  readonly takenOn: Day;
  readonly partnership: string;
  /** Null where nothing has been published. */
  readonly told: Told | null;
  /** The offices that coordinate the municipality's work; never who. */
  readonly coordinators: readonly string[];
  readonly agreement: { readonly until: Day | null; readonly registryNumber: string };
  readonly decisions: readonly Pick<Decision, "kind" | "decidedOn" | "body" | "registryNumber">[];
  readonly clocks: readonly LawClock[];
  /** When the council last took up what was written to it. */
  readonly reportedOn: Day | null;
  /** Something that was heard waits for an answer. How much is not told on any page, and not here. */
  readonly isWaiting: boolean;
};

type Inside = Omit<Facts, "told" | "decisions" | "clocks"> & {
  readonly decisions: readonly Decision[];
  readonly countedFrom: ReadonlyMap<DecisionKind, Day>;
};

export function factsOf(site: Disclosed<Site> | undefined, { decisions, countedFrom, ...inside }: Inside): Facts {
  return {
    ...inside,
    told: site === undefined ? null : toldOf(site, inside.takenOn),
    decisions: standing(decisions).map(({ kind, decidedOn, body, registryNumber }) => ({
      kind,
      decidedOn,
      body,
      registryNumber,
    })),
    clocks: DECISION_KINDS.map((kind) => lawClock(kind, countedFrom.get(kind), inside.takenOn) as LawClock),
  };
}

function toldOf(site: Disclosed<Site>, today: Day): Told {
  const slugs = new Set(site.current.map(({ documentSlug }) => documentSlug));
  const count = (kind: Site["answers"][number]["answer"]) =>
    site.answers.filter(({ answer }) => answer === kind).length;
  const reports = latestOf(site, today);
  const situation = (site.situations ?? []).toSorted((a, b) => (a.adoptedOn < b.adoptedOn ? 1 : -1))[0];
  return {
    parties: site.parties,
    feedbackDays: site.feedbackDays,
    lastWord: site.lastWord,
    documents: site.documents
      .filter(({ slug }) => slugs.has(slug))
      .map(({ slug, title, from, to, fromSaid, toSaid, agreement, followUp }) => ({
        slug,
        title,
        from,
        to,
        fromSaid,
        toSaid,
        agreement,
        followUp,
      })),
    pledges: site.current.map(({ order, text, documentSlug, problems, causes, effect, indicators, activities }) => ({
      order,
      text,
      documentSlug,
      problems,
      causes,
      effect,
      indicators,
      activities,
    })),
    reports: reports.map(({ slug, from, to, on, rows, texts, body }) => ({
      slug,
      from,
      to,
      on,
      rows,
      texts,
      body: body ?? null,
    })),
    answers: { chosen: count("chosen"), declined: count("declined"), merged: count("merged") },
    dialogues: site.dialogues.map(({ title, from, to, answered }) => ({ title, from, to, answered })),
    disputes: site.dialogues.flatMap(({ themes }) =>
      themes.flatMap(({ theme, dispute }) =>
        dispute === undefined || dispute === null ? [] : [{ theme, since: dispute.since, open: dispute.open }],
      ),
    ),
    situation:
      situation === undefined
        ? null
        : {
            adoptedOn: situation.adoptedOn,
            adoptedBy: situation.adoptedBy,
            registryNumber: situation.registryNumber,
            from: situation.from,
            to: situation.to,
          },
  };
}

/** The decision that the law counts from, whole where it is told or noted; of one that is adopted and not let out only its day. */
export function decisionOf({ told, decisions, clocks }: Facts, kind: DecisionKind) {
  const clock = clocks.find(({ name }) => name === kind);
  if (clock === undefined || clock.state === "unset") return undefined;
  // The plan's clock runs from the day it was followed up last; what was decided is older.
  const decided = decisions
    .filter((one) => one.kind === kind && one.decidedOn <= clock.from)
    .toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0];
  const on = kind === "action-plan" && decided !== undefined ? decided.decidedOn : clock.from;
  const situation = kind === "situation-report" && told?.situation?.adoptedOn === on ? told.situation : undefined;
  const { body, registryNumber } = decisions.find((one) => one.kind === kind && one.decidedOn === on) ?? {
    body: situation?.adoptedBy ?? "",
    registryNumber: situation?.registryNumber ?? "",
  };
  return {
    on,
    due: clock.due,
    isLate: clock.state === "late",
    body: body || "–",
    registryNumber: registryNumber || "–",
  };
}

const cardsIn = ({ body }: Pick<ToldReport, "body"> | Report) =>
  (body?.pledges ?? []).flatMap(({ activities }) => activities);

/** Promises that are in force at the same time are followed up each by itself, so the latest of one says nothing of the other. */
function latestOf(site: Disclosed<Site>, today: Day): readonly ToldReport[] {
  const left = new Set(site.current.flatMap(({ activities }) => activities.map(({ id }): string => id)));
  return site.reports
    .filter((one) => one.waitsFor === undefined && one.on <= today)
    .toSorted((a, b) => (a.to < b.to ? 1 : -1))
    .filter((one, place) => {
      const news = cardsIn(one).filter(({ activityId }) => left.delete(activityId));
      return place === 0 || news.length > 0;
    });
}

/** What both signed of an activity, in the latest follow-up that has it. */
export function cardOf({ reports }: Told, { id }: Pick<ToldActivity<PublicCount>, "id">) {
  return reports.flatMap(cardsIn).find(({ activityId }) => activityId === id);
}

/** The follow-ups that say something of these activities. */
export const reportsOn = ({ reports }: Told, activities: readonly Pick<ToldActivity<PublicCount>, "id">[]) =>
  reports.filter((one) => cardsIn(one).some(({ activityId }) => activities.some(({ id }) => id === activityId)));

/** Every activity that is promised, in order. */
export const activitiesOf = (told: Told | null) => (told?.pledges ?? []).flatMap(({ activities }) => activities);
