// What a work meeting has before it of what was promised: late, did not happen, and what was heard without an answer. Only what both parties may read.
import { causes } from "../act/words.ts";
import { progressOf, promisedOf } from "../act/month.ts";
import { standingDeviationsOf, occasionsOf } from "../act/store.ts";
import { addDays, dayOf, type Day } from "../ground/time.ts";
import { say, type Said } from "../ground/words.ts";
import type { Within } from "../partnership/tables.ts";
import { promisedActivities } from "../pledge/store.ts";
import type { Candidate } from "../prioritise/meetings/agenda.ts";
import { isOwed, themeIsAnswered } from "../prioritise/rounds/answers.ts";
import { heardThemes } from "../prioritise/rounds/store.ts";
import type { FollowDatabase } from "./tables.ts";
import { agenda as words } from "./words.ts";

type Tx = Within<FollowDatabase>;
/** How far back the first meeting looks. */
const FIRST_DAYS = 90;

const both = (said: Said, detail: Record<string, string | number>): Said => ({
  sv: say(said, "sv", detail),
  en: say(said, "en", detail),
});

/** A sentence as the beginning of another. */
const opening = (text: string) => text.replace(/[.]$/, "");

/** What is in force and further behind than its number says by today. */
async function behindNow(tx: Tx, partnershipId: string, today: Day) {
  const occasions = await occasionsOf(tx, partnershipId);
  return (await promisedActivities(tx, partnershipId, today)).flatMap((row) => {
    const progress = progressOf(promisedOf(row), occasions, today);
    if (row.target?.comparator === "at-most") return [];
    const behind = (progress.expectedByNow ?? 0) - progress.doneInAll.value;
    return behind > 0 ? [{ id: row.id, title: `${row.number} ${row.text}`, unit: row.unit ?? "", behind }] : [];
  });
}

/** Candidates for an agenda: what did not happen since the last meeting, what is behind today, and themes that nobody has answered. */
export async function readAgenda(
  tx: Tx,
  { id, slug }: { readonly id: string; readonly slug: string },
  { since, today }: { readonly since: Day | undefined; readonly today: Day },
): Promise<Candidate[]> {
  const activities = await promisedActivities(tx, id);
  const from = since ?? addDays(today, -FIRST_DAYS);
  const titleOf = (activityId: string) => {
    const activity = activities.find((one) => one.id === activityId);
    return activity === undefined ? "" : `${activity.number} ${opening(activity.text)}`;
  };
  const deviations = (await standingDeviationsOf(tx, id)).filter(
    // Of a promise that has ended nothing is to be decided.
    ({ activityId, notedAt }) =>
      activities.some((one) => one.id === activityId && one.valid_to >= today) && dayOf(notedAt) >= from,
  );
  const behind = (await behindNow(tx, id, today)).toSorted((a, b) => b.behind - a.behind);
  const themes = (await heardThemes(tx, id)).filter((theme) => isOwed(theme) && !themeIsAnswered(theme, []));
  return [
    ...deviations.map((one): Candidate => ({
      kind: "deviation",
      about: `deviation:${one.id}`,
      said: {
        sv: say(words.deviation, "sv", { title: titleOf(one.activityId), cause: say(causes[one.cause], "sv") }),
        en: say(words.deviation, "en", { title: titleOf(one.activityId), cause: say(causes[one.cause], "en") }),
      },
      address: `gora/${slug}/aktivitet-${one.activityId}`,
      question: "",
    })),
    ...behind.map((one): Candidate => ({
      kind: "behind",
      about: `behind:${one.id}`,
      said: both(words.behind, { title: opening(one.title), behind: Math.ceil(one.behind) }),
      address: `gora/${slug}/aktivitet-${one.id}`,
      question: "",
    })),
    ...themes.map((theme): Candidate => ({
      kind: "theme",
      about: `theme:${theme.id}`,
      said: both(words.theme, { name: theme.name.charAt(0).toUpperCase() + theme.name.slice(1), voices: theme.voices }),
      address: `lyssna/${slug}/teman`,
      question: "",
    })),
  ];
}
