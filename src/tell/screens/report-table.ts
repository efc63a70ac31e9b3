// A period report as a table, a line for each activity: the same figures in the same words as the page and the paper, all of them made of what was signed.
import { csvOf } from "../../ground/csv.ts";
import { say, type Lang } from "../../ground/words.ts";
import { sayCounted, sayNext, sayOutput } from "../../follow/reports/screens/said.ts";
import { partyViews, words } from "../../follow/reports/words.ts";
import { statuses } from "../../follow/words.ts";
import type { ReportBody } from "../../pledge/report-text.ts";

export function reportTable(body: ReportBody, lang: Lang): Uint8Array {
  const heads = [
    say(words.reportOf, lang, { period: "" }).trim(),
    say(words.pledge, lang, { number: "" }).trim(),
    say(words.activity, lang, { number: "" }).trim(),
    say(words.promised, lang),
    say(words.done, lang),
    say(words.expectedHead, lang),
    say(words.unitHead, lang),
    say(words.assessment, lang),
    say(words.explanation, lang),
    say(words.ledTo, lang),
    say(words.missedHead, lang),
    say(words.output, lang),
    say(words.outcome, lang),
    say(words.experience, lang),
    say(partyViews.municipality, lang),
    say(partyViews.police, lang),
  ];
  const rows = body.pledges.flatMap(({ order, activities }) =>
    activities.map((card) => {
      const viewOf = (party: "municipality" | "police") => {
        const view = card.views.find((one) => one.party === party);
        return view === undefined ? "" : `${say(statuses[view.status], lang)}: ${view.explanation}`;
      };
      return [
        `${body.from}–${body.to}`,
        order,
        card.number,
        card.text,
        sayCounted(card.done, lang),
        card.expected ?? "",
        card.counted,
        say(statuses[card.status], lang),
        card.explanation,
        card.outputs.map((one) => sayOutput(one, lang)).join(", "),
        card.deviations.map((one) => `${one.on}: ${one.sentence} ${sayNext(one, lang)}`.trimEnd()).join(" | "),
        card.output,
        card.outcome,
        card.experience,
        viewOf("municipality"),
        viewOf("police"),
      ];
    }),
  );
  return csvOf([heads, ...rows]);
}
