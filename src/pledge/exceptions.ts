// «Behåll, skriv skäl»: a question left unmet on purpose. The reason stands in the document, so it is signed and published with the rest, and it goes where
// its promise goes when the promises are numbered anew.
import type { Activity, Content, Exception, Pledge } from "./document.ts";
import type { Rule } from "./rules.ts";

/** `where` as in a remark: "" for the whole document, "1" for a pledge, "1.2" for an activity. */
type At = { readonly rule: Rule; readonly where: string };
type Part = Content | Pledge | Activity;

/** The reason given for leaving it as it is: at its own place, or for the whole document. */
export function exceptionTo(content: Content, { rule, where }: At): Exception | undefined {
  return [...exceptionsAt(content, where), ...(content.exceptions ?? [])].find((one) => one.rule === rule);
}

/** With a reason written at the place; with "" for every place of the document where the rule is unmet. An earlier reason there is replaced. */
export function withException(content: Content, { rule, where }: At, reason: string): Content {
  return changedAt(content, where, (list) => [...list.filter((one) => one.rule !== rule), { rule, reason }]);
}

/** Without the reason that holds there: the place's own, else the whole document's. */
export function withoutException(content: Content, { rule, where }: At): Content {
  const own = exceptionsAt(content, where).some((one) => one.rule === rule);
  return changedAt(content, own ? where : "", (list) => list.filter((one) => one.rule !== rule));
}

/** Every reason in the document: they are published, and so they are read like the rest. */
export function reasonsIn(content: Content): readonly string[] {
  const parts: readonly Part[] = [content, ...content.pledges.flatMap((pledge) => [pledge, ...pledge.activities])];
  return parts.flatMap(({ exceptions = [] }) => exceptions.map(({ reason }) => reason));
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
