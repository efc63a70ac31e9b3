// A period report through the gate: what both parties sign is what everybody reads, so it goes through before it is signed (docs/decisions/0031).
import type { Output } from "../act/occasion.ts";
import type { Count } from "../ground/count.ts";
import { type FloorsOver, HOUSE_OVER } from "../ground/fewest.ts";
import type { Counted, CountedIndicator, Inside } from "../follow/reports/counted.ts";
import { presetOf } from "../follow/reports/report.ts";
import { REPORT_TEXT, type ReportBody, type ReportCard, type ReportIndicator } from "../pledge/report-text.ts";
import { discloseDisputes, discloseIndicator, discloseOutputs, mayBeTold } from "./disclosure.ts";
import type { ToldIndicator, ToldOutput } from "./site.ts";

export function bodyTold(inside: Inside, floors: FloorsOver = HOUSE_OVER): ReportBody {
  const { assessments, views, texts } = inside;
  return {
    format: REPORT_TEXT,
    partnership: inside.partnership,
    slug: inside.slug,
    document: inside.document,
    from: inside.from,
    to: inside.to,
    frozenAt: inside.frozenAt,
    pledges: inside.pledges.map(({ order, text, activities, indicators }) => ({
      order,
      text,
      indicators: indicators.map((one) => indicatorTold(one, floors)),
      activities: activities.flatMap((says): ReportCard[] => {
        const judged = assessments.find(({ activityId }) => activityId === says.activityId);
        if (judged === undefined) return [];
        const { figures } = says;
        const preset = presetOf(says);
        return [
          {
            activityId: says.activityId,
            number: says.number,
            text: says.text,
            unit: says.unit,
            done: figures.done,
            counted: figures.unit,
            expected: figures.expected ?? null,
            span: says.span,
            outputs: outputsTold(says, floors),
            beside: besideTold(says, floors),
            // Why it did not happen is told in the sentence that was written for everybody, and its cause stays inside.
            deviations: says.deviations.map(({ on, sentence, newDay, because }) => ({ on, sentence, newDay, because })),
            // Where nobody has said anything, what the log says is what both sign.
            status: judged.explanation === "" ? preset : judged.status,
            preset,
            explanation: judged.explanation,
            output: judged.output,
            outcome: judged.outcome,
            experience: judged.experience,
            views: views
              .filter(({ activityId }) => activityId === says.activityId)
              .map(({ party, status, explanation }) => ({ party, status, explanation }))
              .toSorted((a, b) => (a.party < b.party ? -1 : 1)),
          },
        ];
      }),
    })),
    disputes: discloseDisputes(inside.disputes, floors.now),
    itemsDone: inside.itemsDone,
    texts: (["municipality", "police", "joint"] as const).flatMap((voice) =>
      texts.filter((one) => one.voice === voice && one.text !== "").map(({ text }) => ({ voice, text })),
    ),
    told: inside.told.map(({ on, channel, audience, reach, party }) => ({ on, channel, audience, reach, party })),
  };
}

/** In reading order: parts of the occasion itself first, then each thing that came of it with its own parts. */
function flat(outputs: readonly Output[], depth: number): ToldOutput<number>[] {
  return [
    ...outputs.filter(({ relation }) => relation === "part"),
    ...outputs.filter(({ relation }) => relation !== "part"),
  ].flatMap(({ what, count, relation, parts }) => {
    const own = depth + (relation === "part" && depth === 0 ? 1 : 0);
    return [{ what, heads: count.value, qualifier: count.qualifier, depth: own }, ...flat(parts, own + 1)];
  });
}

/**
 * Added up of what each occasion's own page tells and of nothing else: whatever is hidden there is in no sum here, and cannot be worked out from one. A sum that lacks
 * something says «minst».
 */
export function outputsTold({ done }: Pick<Counted, "done">, floors: FloorsOver = HOUSE_OVER): ReportCard["outputs"] {
  type Sum = {
    what: string;
    depth: number;
    shown: number;
    value: number;
    hidden: boolean;
    qualifier: Count["qualifier"];
  };
  const sums = new Map<string, Sum>();
  for (const { settledOn, count, outputs } of done) {
    const path: string[] = [];
    for (const { what, heads, qualifier, depth } of discloseOutputs(
      flat(outputs, 0),
      count.value,
      floors.on(settledOn),
    )) {
      path.length = depth;
      path[depth] = what;
      const key = Array.from({ length: depth + 1 }, (_, at) => path[at] ?? "").join("\n");
      const own = sums.get(key) ?? { what, depth, shown: 0, value: 0, hidden: false, qualifier: "exact" as const };
      const isShown = heads.shown === "count";
      sums.set(key, {
        ...own,
        shown: own.shown + (isShown ? 1 : 0),
        value: own.value + (isShown ? heads.value : 0),
        hidden: own.hidden || !isShown,
        qualifier:
          own.qualifier === "approximately" || qualifier === "approximately"
            ? "approximately"
            : own.qualifier === "at-least"
              ? own.qualifier
              : qualifier,
      });
    }
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { what, depth, shown, value, hidden, qualifier }]) => ({
      what,
      depth,
      heads: (shown === 0 || value === 0) && hidden ? { shown: "withheld" } : { shown: "count", value },
      qualifier: hidden && qualifier === "exact" ? "at-least" : qualifier,
    }));
}

/** What was done beside the promise, added up in the unit's own words; what is so few that somebody could be known is not told. */
function besideTold({ beside }: Pick<Counted, "beside">, floors: FloorsOver): ReportCard["beside"] {
  const sums = new Map<string, Count>();
  for (const { settledOn, count, counted } of beside) {
    if (!mayBeTold({ beside: true, count, counted }, floors.on(settledOn))) continue;
    const own = sums.get(counted);
    const qualifier = own === undefined || own.qualifier === "exact" ? count.qualifier : own.qualifier;
    sums.set(counted, { value: count.value + (own?.value ?? 0), qualifier });
  }
  return [...sums].map(([counted, count]) => ({ counted, count }));
}

function indicatorTold(
  { readings, settled, breaks: _breaks, stated, ...one }: CountedIndicator,
  floors: FloorsOver,
): ReportIndicator {
  const shown: ToldIndicator<number> = {
    ...one,
    verdict: stated.verdict,
    readings: readings.map(({ on, value, low, high, n, baseline, comparable }) => ({
      on,
      settledOn: settled?.get(on) ?? on,
      figure: { value, low, high },
      n,
      baseline,
      comparable,
    })),
  };
  const told = discloseIndicator(shown, floors);
  const { name, unit, source, caveat } = told;
  return {
    name,
    unit,
    column: one.column,
    ...stated,
    source,
    caveat,
    readings: told.readings.map(({ on, figure, n, baseline, comparable }) => ({ on, figure, n, baseline, comparable })),
  };
}
