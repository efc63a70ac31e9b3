// A promise said in full, in Swedish as it was signed: besides its sentences the numbers, places, days and conditions that it was signed with. One telling for
// whatever is read away from the screen: the paper one signs, the texts others put up, the file of signatures. Frozen: a file that was made years ago must read the same today.
import type { Activity, Content, Pledge } from "./document.ts";
import type { Target } from "./target.ts";

const COMPARED = { "at-least": "minst", exactly: "exakt", "at-most": "högst" } as const;
const PACES = {
  total: "sammanlagt",
  day: "per dag",
  week: "per vecka",
  month: "per månad",
  quarter: "per kvartal",
  term: "per termin",
  year: "per år",
} as const;
const SURE = { exact: "", "at-least": "minst ", approximately: "ungefär " } as const;

/** With a comma, and no thousands parted: what Intl writes changes with its version. */
const numeral = (value: number) => String(value).replace(".", ",");
/** So that what follows is a sentence of its own. */
export const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const sentence = (text: string) => ended(text.charAt(0).toUpperCase() + text.slice(1));
const part = (name: string, text: string | undefined) => (text === undefined ? [] : [`${name}: ${ended(text)}`]);

/** "Minst 2 trafikkontroller per månad, för varje skola (4)."; undefined where no number was promised. */
export function targetInFull(target: Target | undefined): string | undefined {
  if (target === undefined) return undefined;
  const { value, comparator = "at-least", unit, per, perText, perEntity } = target;
  const amount = [value === undefined ? undefined : `${COMPARED[comparator]} ${numeral(value)}`, unit];
  const pace = per === undefined ? perText : PACES[per];
  const each =
    perEntity === undefined
      ? undefined
      : `för varje ${perEntity.name}${perEntity.count === undefined ? "" : ` (${perEntity.count})`}`;
  const said = [...amount, pace].filter((one) => one !== undefined).join(" ");
  const whole = [said, each].filter((one) => one !== undefined && one !== "").join(", ");
  return whole === "" ? undefined : sentence(whole);
}

/** What an activity was signed with besides its sentence, a sentence each; who answers for it and by when come last. */
export function activityInFull(activity: Activity): readonly string[] {
  const { target, place, condition, season, baseline, supporting = [], accountable, deadline } = activity;
  const places = [...(target?.places ?? []), ...(place !== undefined && "name" in place ? [place.name ?? ""] : [])];
  const where = [places.filter((one) => one !== "").join(", "), target?.placesBy ?? ""].filter((one) => one !== "");
  return [
    ...[targetInFull(target)].filter((one) => one !== undefined),
    ...part("Går inte att räkna", activity.notCountableBecause),
    ...part("Var", where.length === 0 ? undefined : where.join("; ")),
    ...part("När", target?.time),
    ...part("Säsong", season),
    ...part("Bara om", condition),
    ...part("Utöver det vanliga", activity.beyondOrdinary),
    ...part(
      "Utgångsläge",
      baseline &&
        `${SURE[baseline.value.qualifier]}${numeral(baseline.value.value)} ${baseline.unit}, enligt ${baseline.source}`,
    ),
    ...part("Hjälper till", supporting.length === 0 ? undefined : supporting.join(", ")),
    ...part("Ansvarig", accountable?.unit),
    ...part("Senast", deadline?.said),
    ...reasons(activity),
  ];
}

/** The same of a löfte. */
export function pledgeInFull(pledge: Pledge): readonly string[] {
  const { ownerSaid, targetGroup, subPledges = [], situation, causes = [], expectedEffect } = pledge;
  return [
    ...part("Vem som lovar", ownerSaid),
    ...part("För", targetGroup),
    ...subPledges.map((text) => `Del: ${ended(text)}`),
    ...part("Så är det nu", situation),
    ...part("Orsaker", causes.length === 0 ? undefined : causes.join("; ")),
    ...part("Ska leda till", expectedEffect?.text),
    ...(pledge.openSlot === true ? ["Lämnat öppet, att fyllas medan löftet gäller."] : []),
    ...reasons(pledge),
  ];
}

/** And of the whole. */
export function wholeInFull(content: Content): readonly string[] {
  const { area, basis, agreement, review, feedback, feedbackEvery, equality } = content;
  const places = area.flatMap((place) => ("name" in place && place.name !== undefined ? [place.name] : []));
  return [
    ...part("Var", places.length === 0 ? undefined : places.join(", ")),
    ...part("Underlag", basis.length === 0 ? undefined : basis.join("; ")),
    ...part("Överenskommelse", agreement),
    ...part("Följs upp", review),
    ...part(
      "Invånarna får veta",
      [feedback, feedbackEvery && PACES[feedbackEvery]].filter(Boolean).join(", ") || undefined,
    ),
    ...part("Olika för", equality),
    ...reasons(content),
  ];
}

/** The same said again, which is signed with the rest: in plain Swedish and in easy Swedish. */
export function againInFull({ plain, easyRead }: Pick<Content, "plain" | "easyRead">): readonly string[] {
  const lines = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`${name}: ${text.split(/\s*\n\s*/).join(" ")}`];
  return [...lines("Klarspråk", plain?.text), ...lines("Lättläst", easyRead?.text)];
}

/** Why something was signed that one of the fifteen questions says no to. */
function reasons({ exceptions = [] }: Pick<Content, "exceptions">): readonly string[] {
  return exceptions.flatMap(({ reason }) => part("Parternas skäl", reason));
}
