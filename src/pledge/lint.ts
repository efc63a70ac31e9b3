// What a careful reader misses in a promise: the fifteen questions of domain.md 1.6, each as one rule or a few. It names what real promises lack instead of hiding it.
import { everyFewIn } from "../collect/few-people.ts";
import { personsIn } from "../collect/person-in-text.ts";
import { nameOfPlace } from "../ground/place.ts";
import { isOutOfSight } from "../picture/found.ts";
import { activityGivesAway, pledgeGivesAway, wholeGivesAway } from "./control.ts";
import type { Activity, Content, Pledge } from "./document.ts";
import { AGAIN, type Again, isOlder, LONGEST_AGAIN } from "./easy.ts";
import { exceptionsIn, exceptionTo, isAbout, withoutIdle } from "./exceptions.ts";
import { ADVICE, QUESTIONS, type Rule } from "./rules.ts";
import { longestSentence } from "./sentence.ts";
import { readWording, type Wording } from "./wording.ts";

/** `where` is the number of the pledge or activity ("1", "1.2"), or "" for the whole document; `said` the words it is about and `at` where in its text they stand. */
export type Remark = { readonly rule: Rule; readonly where: string; readonly said?: string; readonly at?: number };

const LONGEST_SENTENCE = 30;

/** What stops the promise from being signed: unmet, and no reason written. */
export function stopping(content: Content, remarks: readonly Remark[] = lint(content)): readonly Remark[] {
  return remarks.filter((remark) => !ADVICE.includes(remark.rule) && exceptionTo(content, remark) === undefined);
}

/** The same without reasons for what has been met meanwhile. */
export function tidied(content: Content): Content {
  const remarks = lint(content);
  return withoutIdle(content, (left) =>
    remarks.some((remark) => isAbout(left, remark) && (left.where === "" || remark.where === left.where)),
  );
}

export type Answered = { readonly met: number; readonly excepted: number };

/** How many of the fifteen nothing is remarked on, and how many more are left unmet with a reason each. A draft without a promise answers none of them. */
export function questionsAnswered(content: Content, remarks: readonly Remark[]): Answered {
  if (content.pledges.length === 0) return { met: 0, excepted: 0 };
  const asking = (among: readonly Remark[]) => {
    const asked = new Set(among.map(({ rule }) => rule));
    return QUESTIONS.filter((rules: readonly Rule[]) => rules.some((rule) => asked.has(rule))).length;
  };
  const unexcepted = remarks.filter((remark) => exceptionTo(content, remark) === undefined);
  const open = asking(unexcepted);
  const met = QUESTIONS.length - asking(remarks);
  return { met, excepted: QUESTIONS.length - met - open };
}

export function lint(content: Content): readonly Remark[] {
  const whole: Remark[] = [];
  // What has been told of an old promise was a follow-up, also where nobody had said that there would be one.
  const followedUp = [content.review, content.feedback, content.feedbackEvery, content.toldResults?.[0]];
  if (followedUp.every((said) => said === undefined)) whole.push({ rule: "no-follow-up", where: "" });
  if (content.equality === undefined) whole.push({ rule: "no-equality", where: "" });
  whole.push(...saidAgain(content, ""));
  whole.push(
    ...aboutPeople(
      [
        content.title,
        content.preamble,
        content.note,
        content.review,
        content.feedback,
        content.equality,
        content.agreement,
        content.plain?.text,
        content.easyRead?.text,
        ...content.basis,
        ...content.parties.filter(({ standing }) => standing === "third").map(({ name }) => name),
        ...(content.renderings ?? []).flatMap(({ channel, differs }) => [channel, differs]),
        ...(content.toldResults ?? []).flatMap(({ results, communicated = [] }) => [
          ...results.map((told) => told.text),
          ...communicated,
        ]),
        ...(content.signatories ?? []).map(({ office }) => besideOwnName(office)),
        ...content.area.map(nameOfPlace),
        ...content.sources.map(({ title }) => title),
        content.amends?.reason,
        ...(content.amends?.withdrawn ?? []).map(({ reason }) => reason),
        ...exceptionsIn(content).map(({ reason }) => reason),
      ],
      "",
    ),
  );
  if (wholeGivesAway(content)) whole.push({ rule: "gives-control-away", where: "" });
  return [...whole, ...content.pledges.flatMap(lintPledge)];
}

function lintPledge(pledge: Pledge): Remark[] {
  const where = String(pledge.order);
  const { activities } = pledge;
  // A promise may be a hope, since its activities say what is done; one that only repeats its activity is read there.
  const repeats = activities.some(({ text }) => text === pledge.text);
  const read = readWording(pledge.text, { countable: false, hope: true });
  const remarks = repeats ? [] : wording(read, pledge.text, where);
  remarks.push(...saidAgain(pledge, where));
  remarks.push(
    ...aboutPeople(
      [
        repeats ? undefined : pledge.text,
        pledge.situation,
        pledge.targetGroup,
        pledge.ownerSaid,
        pledge.plain?.text,
        pledge.easyRead?.text,
        ...(pledge.subPledges ?? []),
        pledge.expectedEffect?.indicator,
        pledge.expectedEffect?.source,
        pledge.expectedEffect?.text,
        ...(pledge.causes ?? []),
      ],
      where,
    ),
  );
  if (pledgeGivesAway(pledge, repeats)) remarks.push({ rule: "gives-control-away", where });
  if (pledge.problemIds.length === 0) remarks.push({ rule: "no-problem", where });
  if ((pledge.causes ?? []).length === 0) remarks.push({ rule: "no-cause", where });
  if (pledge.expectedEffect === undefined) remarks.push({ rule: "no-effect", where });
  else if (pledge.expectedEffect.horizon === undefined) remarks.push({ rule: "no-horizon", where });
  const { measured, goal } = pledge.expectedEffect ?? {};
  if (measured !== undefined && isOutOfSight(measured, goal)) remarks.push({ rule: "change-out-of-sight", where });
  if (activities.length === 0) remarks.push({ rule: "no-activity", where });
  return [...remarks, ...activities.flatMap(lintActivity)];
}

function lintActivity(activity: Activity): Remark[] {
  const where = activity.number;
  const { target, text, notCountableBecause } = activity;
  const countable = target?.value !== undefined || target?.perText !== undefined;
  const read = readWording(text, { countable, hope: false });
  const remarks: Remark[] = wording(read, text, where);
  if (activity.accountable === undefined) remarks.push({ rule: "no-owner", where });
  else if (!activity.accountable.accepted)
    remarks.push({ rule: "owner-not-accepted", where, said: activity.accountable.unit });
  const once = read.once || activity.modality === "do-once" || activity.modality === "start";
  // «Om önskemål finns»: how often is not for those who promise to say.
  const asked = activity.modality === "on-demand" && activity.condition !== undefined;
  if (!countable && !read.number && !once && !asked && notCountableBecause === undefined)
    remarks.push({ rule: "no-number", where });
  const places = (target?.places ?? []).length > 0 || target?.placesBy !== undefined || target?.perEntity !== undefined;
  if (activity.place === undefined && !places && !read.place) remarks.push({ rule: "no-place", where });
  const day = activity.deadline !== undefined || activity.season !== undefined;
  // «Sammanlagt» is the document's own period: nobody is late before it is over.
  const paced = (target?.per !== undefined && target.per !== "total") || target?.perText !== undefined;
  if (!day && !paced && !read.date) remarks.push({ rule: "no-date", where });
  if (activity.baseline === undefined && notCountableBecause === undefined)
    remarks.push({ rule: "no-baseline", where });
  if (read.duty !== undefined && activity.beyondOrdinary === undefined)
    remarks.push({ rule: "a-duty-already", where, ...read.duty });
  remarks.push(
    ...aboutPeople(
      [
        text,
        activity.condition,
        activity.notCountableBecause,
        activity.beyondOrdinary,
        activity.season,
        activity.deadline?.said,
        activity.baseline?.source,
        activity.baseline?.unit,
        activity.accountable?.unit,
        activity.place && nameOfPlace(activity.place),
        ...(activity.supporting ?? []),
        ...(target?.places ?? []),
        target?.placesBy,
        target?.perText,
        target?.perEntity?.name,
        target?.time,
        target?.unit,
      ],
      where,
    ),
  );
  if (activityGivesAway(activity)) remarks.push({ rule: "gives-control-away", where });
  return remarks;
}

/** What stands in an office beside the name of whoever holds it: office holders are known, their telephones and others beside them are not to be. */
function besideOwnName(office: string): string {
  const own = personsIn(office).find(({ kind }) => kind === "name");
  return own === undefined ? office : office.slice(0, own.at) + office.slice(own.at + own.found.length);
}

/** Whoever can be known by what is written: by name or number, or by being one of a few. One remark for each of them: a reason is for one, and lets no other by. */
function aboutPeople(texts: readonly (string | undefined)[], where: string): Remark[] {
  const written = texts.filter((text) => text !== undefined);
  const named = written.flatMap((text) => personsIn(text).flatMap(({ sure, found }) => (sure ? [found] : [])));
  const few = written.flatMap(everyFewIn);
  return [
    ...[...new Set(named)].map((said) => ({ rule: "names-a-person", where, said }) as const),
    ...[...new Set(few)].map((said) => ({ rule: "few-people", where, said }) as const),
  ];
}

function wording({ hollow, office }: Wording, text: string, where: string): Remark[] {
  const remarks: Remark[] = [];
  for (const words of hollow) remarks.push({ rule: "cannot-fail", where, ...words });
  const longest = longestSentence(text);
  if (longest > LONGEST_SENTENCE) remarks.push({ rule: "long-sentence", where, said: String(longest) });
  for (const words of office) remarks.push({ rule: "officialese", where, ...words });
  return remarks;
}

const OLD = { plain: "plain-old", easyRead: "easy-old" } as const satisfies Record<Again, Rule>;
const LONG = { plain: "plain-long", easyRead: "easy-long" } as const satisfies Record<Again, Rule>;

/** What is said again in plain and easy Swedish: older than what it says again, or harder than it may be. */
function saidAgain(part: Pledge | Content, where: string): Remark[] {
  return AGAIN.flatMap((kind): Remark[] => {
    const again = part[kind];
    if (again === undefined) return [];
    const longest = longestSentence(again.text);
    return [
      ...(isOlder(part, again) ? [{ rule: OLD[kind], where }] : []),
      ...(longest > LONGEST_AGAIN[kind] ? [{ rule: LONG[kind], where, said: String(longest) }] : []),
    ];
  });
}
