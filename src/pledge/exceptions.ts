// «Behåll, skriv skäl»: a question left unmet on purpose. The reason stands in the document, so it is signed and published with the rest, and it goes where
// its promise goes when the promises are numbered anew.
import type { Activity, Content, Exception, Pledge } from "./document.ts";
import { PERSONAL, type Rule } from "./rules.ts";

/** `where` as in a remark: "" for the whole document, "1" for a pledge, "1.2" for an activity. */
type At = About & { readonly where: string };
type About = { readonly rule: Rule; readonly said?: string | undefined };
const LONGEST_SAID = 300;
type Part = Content | Pledge | Activity;

/** Whether two are about the same. A person is let by alone: what is written of one says nothing of another who stands there, or comes to stand there. */
export function isAbout(one: About, other: About): boolean {
  if (one.rule !== other.rule) return false;
  return !PERSONAL.includes(one.rule) || one.said?.slice(0, LONGEST_SAID) === other.said?.slice(0, LONGEST_SAID);
}

/** The reason given for leaving it as it is: at its own place, or for the whole document. */
export function exceptionTo(content: Content, remark: At): Exception | undefined {
  const { rule, where } = remark;
  const own = where === "" ? (content.exceptions ?? []) : exceptionsAt(content, where);
  const whole = PERSONAL.includes(rule) ? [] : (content.exceptions ?? []);
  return [...own, ...whole].find((one) => isAbout(one, remark));
}

/** Everything left on purpose, in the order of the text: what is signed is shown, whatever the linter would say of it today. */
export function exceptionsIn(content: Content): readonly (Exception & { readonly where: string })[] {
  const at = (where: string, { exceptions: left = [] }: Part) => left.map((one) => ({ ...one, where }));
  return [
    ...at("", content),
    ...content.pledges.flatMap((pledge) => [
      ...at(String(pledge.order), pledge),
      ...pledge.activities.flatMap((activity) => at(activity.number, activity)),
    ]),
  ];
}

/**
 * With a reason written at the place; with "" for every place of the document where the rule is unmet. `said`: the words it is about. An earlier reason
 * there of the same is replaced.
 */
export function withException(content: Content, { rule, where, said }: At, reason: string): Content {
  const written = { rule, ...(said === undefined ? {} : { said: said.slice(0, LONGEST_SAID) }), reason };
  return changedAt(content, where, (list) => [...list.filter((one) => !isAbout(one, written)), written]);
}

/** Without the reasons that nothing asks for any longer: a question that has been met needs no excuse, and none is signed. */
export function withoutIdle(content: Content, isAsked: (at: At) => boolean): Content {
  const idle = exceptionsIn(content).filter((one) => !isAsked(one));
  const drop = (so: Content, left: At) =>
    changedAt(so, left.where, (list) => list.filter((one) => !isAbout(one, left)));
  return idle.reduce(drop, content);
}

/** Without the reason that holds there: the place's own, else the whole document's. */
export function withoutException(content: Content, remark: At): Content {
  const own = exceptionsAt(content, remark.where).some((one) => isAbout(one, remark));
  return changedAt(content, own ? remark.where : "", (list) => list.filter((one) => !isAbout(one, remark)));
}

function exceptionsAt({ pledges }: Content, where: string): readonly Exception[] {
  const parts = pledges.flatMap((pledge) => [
    ...(String(pledge.order) === where ? [pledge] : []),
    ...pledge.activities.filter(({ number }) => number === where),
  ]);
  return parts.flatMap(({ exceptions = [] }) => exceptions);
}

function changedAt(content: Content, where: string, change: (list: readonly Exception[]) => Exception[]): Content {
  const changed = <T extends Part>(part: T): T => {
    const { exceptions = [], ...rest } = part;
    const list = change(exceptions);
    // An empty list would be in the text that is signed.
    return (list.length === 0 ? rest : { ...rest, exceptions: list }) as T;
  };
  if (where === "") return changed(content);
  const pledges = content.pledges.map((pledge) => {
    const activities = pledge.activities.map((one) => (one.number === where ? changed(one) : one));
    return String(pledge.order) === where ? changed({ ...pledge, activities }) : { ...pledge, activities };
  });
  return { ...content, pledges };
}
