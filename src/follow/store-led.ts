// What a promise led to, in sentences, for whoever prepares the next one: counted, measured and judged, each for itself and never added up.
import { CAUSES, type Deviation } from "../act/deviation.ts";
import { progressOf } from "../act/month.ts";
import { standingDeviationsOf, occasionsOf } from "../act/store.ts";
import { causes } from "../act/words.ts";
import { isOpen } from "../collect/campaigns/dispute.ts";
import { disputesOfThemes } from "../collect/campaigns/store-disputes.ts";
import type { Count } from "../ground/count.ts";
import { addDays, type Day } from "../ground/time.ts";
import { say, type Said } from "../ground/words.ts";
import type { Within } from "../partnership/tables.ts";
import { asHeld } from "../pledge/amendments/amendment.ts";
import { spanOf, type Activity, type Content, type Pledge } from "../pledge/document.ts";
import { documentsOf } from "../pledge/store.ts";
import type { LedTo } from "../pledge/renewal/api.ts";
import { weighedThemes } from "../prioritise/rounds/store.ts";
import { type Followed, indicatorsOf } from "./indicators/store.ts";
import type { PeriodReport } from "./reports/report.ts";
import { reportsOf } from "./reports/store.ts";
import type { FollowDatabase } from "./tables.ts";
import { led as words, statuses, verdicts } from "./words.ts";

type Tx = Within<FollowDatabase>;
const both = (said: Said, detail: Record<string, string | number>): Said => ({
  sv: say(said, "sv", detail),
  en: say(said, "en", detail),
});

/** Of every löfte and activity in these promises. Only follow-ups that are published count: what is still being written is nobody's result. */
export async function readLedTo(
  tx: Tx,
  partnershipId: string,
  documents: readonly { readonly id: string; readonly content: Content }[],
  today: Day,
): Promise<LedTo[]> {
  const occasions = await occasionsOf(tx, partnershipId);
  const reports = (await reportsOf(tx, partnershipId)).filter(({ state }) => state === "published");
  // What was done is counted with its activity; what one party keeps to itself is told nobody.
  const indicators = (await indicatorsOf(tx, partnershipId)).filter(
    ({ column, secrecy }) => column !== "output" && secrecy !== "own",
  );
  const deviations = await standingDeviationsOf(tx, partnershipId);
  const disputes = await disputesByProblem(tx, partnershipId);
  return documents.flatMap(({ content }) => {
    const span = spanOf(content);
    return content.pledges.flatMap((pledge) => {
      const activities = pledge.activities.map((activity): LedTo => {
        const { id, target, season } = activity;
        const deadline = activity.deadline?.on;
        const { from, to } = span;
        const told =
          from === undefined || to === undefined
            ? { told: [], measured: false }
            : countedIn(progressOf({ id, target, season, deadline, from, to }, occasions, today), activity);
        const judged = judgedIn(activity.id, reports);
        return {
          itemId: activity.id,
          told: [
            ...told.told,
            ...missedIn(deviations.filter(({ activityId }) => activityId === activity.id)),
            ...judged.told,
          ],
          quoted: judged.quoted,
          measured: told.measured,
        };
      });
      const own = indicators.filter(({ pledgeId }) => pledgeId === pledge.id).map(changeIn);
      const published = toldOf(content, pledge);
      return [
        {
          itemId: pledge.id,
          told: [...own.map(({ told }) => told), ...disputedIn(disputes(pledge.problemIds ?? []), span)],
          quoted: published.quoted,
          measured:
            own.some(({ measured }) => measured) || activities.some(({ measured }) => measured) || published.measured,
        },
        ...activities,
      ];
    });
  });
}

/** What was promised for these problems in promises that are published or ended, the latest first, and what each led to. */
export async function readPromised(tx: Tx, partnershipId: string, problemIds: readonly string[], today: Day) {
  if (problemIds.length === 0) return [];
  // A promise that was changed is told once, as it holds.
  const documents = asHeld(await documentsOf(tx, partnershipId))
    .filter(({ state }) => state === "published" || state === "closed")
    .toReversed();
  const meant = documents.flatMap(({ slug, content }) =>
    content.pledges.flatMap((pledge) => {
      const ids = pledge.problemIds.filter((id) => problemIds.includes(id));
      return ids.length === 0 ? [] : [{ slug, pledge, problemIds: ids }];
    }),
  );
  if (meant.length === 0) return [];
  const led = await readLedTo(tx, partnershipId, documents, today);
  const toldOf = (id: string) => led.find(({ itemId }) => itemId === id)?.told ?? [];
  return meant.map(({ slug, pledge, problemIds: ids }) => ({
    problemIds: ids,
    slug,
    order: pledge.order,
    text: pledge.text,
    told: [
      ...toldOf(pledge.id),
      ...pledge.activities.flatMap(({ id, number }) =>
        toldOf(id).map(({ sv, en }) => ({ sv: `${number}: ${sv}`, en: `${number}: ${en}` })),
      ),
    ],
  }));
}

function countedIn({ doneInAll, expectedInAll }: ReturnType<typeof progressOf>, { target }: Activity) {
  if (doneInAll.value === 0 && target === undefined) return { told: [], measured: false };
  const unit = target?.unit ?? "";
  const done = counted(doneInAll);
  const said = (word: (typeof words)["done"], lang: "sv" | "en") =>
    say(word, lang, { done: done[lang], unit, of: expectedInAll ?? "" });
  const word = expectedInAll === undefined ? words.done : words.doneOf;
  return {
    told: [{ sv: said(word, "sv"), en: said(word, "en") }],
    measured: target !== undefined && doneInAll.value > 0,
  };
}

function counted({ value, qualifier }: Count): Said {
  const word = qualifier === "exact" ? undefined : words[qualifier];
  return word === undefined ? { sv: String(value), en: String(value) } : both(word, { value });
}

/** How often it did not happen, for which causes, and how often there was no new day for it. */
function missedIn(deviations: readonly Deviation[]): Said[] {
  if (deviations.length === 0) return [];
  const because = CAUSES.map((cause) => ({ cause, times: deviations.filter((one) => one.cause === cause).length }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times);
  const said = (lang: "sv" | "en") =>
    say(words.missed, lang, {
      times: deviations.length,
      causes: because.map(({ cause, times }) => `${causes[cause][lang]} ${times}`).join(", "),
      without: deviations.filter(({ next }) => next.kind === "none").length,
    });
  return [{ sv: said("sv"), en: said("en") }];
}

/** What is done by the last day is disputed in the months that follow; later it is about the next promise. */
const DISPUTED_AFTER = 180;

/** That those who had said it do not agree it is done: how often in the promise's time, and how many of them nobody has answered. Never in whose words. */
function disputedIn(
  disputes: Awaited<ReturnType<typeof disputesOfThemes>>,
  { from, to }: ReturnType<typeof spanOf>,
): Said[] {
  const until = to === undefined ? undefined : addDays(to, DISPUTED_AFTER);
  const since = disputes.filter(
    ({ disputedOn: on }) => (from === undefined || on >= from) && (until === undefined || on <= until),
  );
  if (since.length === 0) return [];
  return [both(words.disputed, { times: since.length, open: since.filter(isOpen).length })];
}

/** What is disputed of the themes that are evidence of these problems. */
export async function disputesByProblem(tx: Tx, partnershipId: string) {
  const themes = await tx.selectFrom("theme").select("id").where("partnership_id", "=", partnershipId).execute();
  const ids = themes.map(({ id }) => id);
  const weighed = await weighedThemes(tx, ids);
  const disputes = await disputesOfThemes(tx, ids);
  return (problemIds: readonly string[]) => {
    const own = new Set(weighed.flatMap(({ themeId, problemId }) => (problemIds.includes(problemId) ? [themeId] : [])));
    return disputes.filter(({ themeId }) => own.has(themeId));
  };
}

function judgedIn(activityId: string, reports: readonly PeriodReport[]): { told: Said[]; quoted: string[] } {
  const found = reports.flatMap(({ slug, assessments }) =>
    assessments.flatMap((one) => (one.activityId === activityId ? [{ slug, ...one }] : [])),
  );
  return {
    told: found.map(({ slug, status }) => ({
      sv: say(words.judged, "sv", { slug, status: statuses[status].sv }),
      en: say(words.judged, "en", { slug, status: statuses[status].en }),
    })),
    quoted: found
      .flatMap(({ explanation, outcome, experience }) => [explanation, outcome, experience])
      .filter((text) => text.trim() !== ""),
  };
}

/** What was told of promises made before Samsyn stands in them. */
function toldOf({ toldResults = [] }: Content, { order }: Pledge) {
  const results = toldResults.flatMap((one) => one.results.filter(({ pledge }) => pledge === order));
  return {
    quoted: results.flatMap(({ text }) => text ?? []),
    measured: results.some(({ actual, done }) => actual !== undefined || done !== undefined),
  };
}

/** From the baseline to the last reading since, which the verdict is of. */
function changeIn({ name, unit, baseline: first, latest: last, verdict }: Followed) {
  if (first === undefined || last === undefined) return { told: both(words.measuredOnce, { name }), measured: false };
  const said = verdicts[verdict?.kind ?? "cannot-be-known"];
  const numbers = (lang: "sv" | "en") => {
    const number = new Intl.NumberFormat(lang === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 });
    return { from: number.format(first.value), to: number.format(last.value), unit, name, verdict: said[lang] };
  };
  return {
    told: { sv: say(words.measured, "sv", numbers("sv")), en: say(words.measured, "en", numbers("en")) },
    measured: true,
  };
}
