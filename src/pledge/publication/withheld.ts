// What a promise holds that no stranger may read: who somebody is, so few that they are known, and when a check takes place. Looked for in every word of it, also where
// the fifteen questions do not ask, before it is signed and again before it is published (docs/decisions/0022).
import { personsIn, type PersonKind } from "../../collect/person-in-text.ts";
import type { Content } from "../document.ts";
import { exceptionTo } from "../exceptions.ts";
import { lint } from "../lint.ts";
import { PERSONAL, type Rule } from "../rules.ts";

const SECRET: readonly Rule[] = [...PERSONAL, "gives-control-away"];

/** `where` as in a remark: "" for the whole document, "1" for a pledge, "1.2" for an activity. */
export type Withheld = {
  readonly kind: "person" | "few-people" | "control";
  readonly where: string;
  readonly said: string;
  /** Why the parties let it stand, as they signed it; undefined where nothing lets it out. */
  readonly reason: string | undefined;
};

/** Numbers and addresses that lead to somebody: no reason lets them out. A name may be a street's, and has a reason that is published where it is. */
const NEVER: readonly PersonKind[] = ["e-mail", "account", "personal-number", "phone", "plate"];
/** What no reader takes for words: what things are called inside, and links. */
const NOT_WORDS = /^(?:id|.*Ids?|continues|url|sha256|contentHash|on|code|rule|kind)$/;

/** Everything in the text that is kept from strangers, or that has been let out for a reason. */
export function withheldIn(content: Content): readonly Withheld[] {
  const remarked = lint(content)
    .filter(({ rule }) => SECRET.includes(rule))
    .map((remark): Withheld => {
      const kind =
        remark.rule === "names-a-person" ? "person" : remark.rule === "few-people" ? "few-people" : "control";
      const reason = exceptionTo(content, remark)?.reason;
      return { kind, where: remark.where, said: remark.said ?? "", reason };
    });
  const never = textsOf(content).flatMap(({ text, where }) =>
    personsIn(text)
      .filter((one) => one.sure && NEVER.includes(one.kind))
      .map(({ found }): Withheld => ({ kind: "person", where, said: found, reason: undefined })),
  );
  const isNever = ({ where, said }: Withheld) => never.some((one) => one.where === where && one.said === said);
  return [...never, ...remarked.filter((one) => !isNever(one))];
}

/** The first thing that keeps the text from being published. */
export function firstWithheld(content: Content): Withheld | undefined {
  return withheldIn(content).find(({ reason }) => reason === undefined);
}

function textsOf(content: Content): readonly { readonly text: string; readonly where: string }[] {
  const { pledges, ...whole } = content;
  return [
    ...wordsIn(whole).map((text) => ({ text, where: "" })),
    ...pledges.flatMap(({ activities, ...pledge }) => [
      ...wordsIn(pledge).map((text) => ({ text, where: String(pledge.order) })),
      ...activities.flatMap((activity) => wordsIn(activity).map((text) => ({ text, where: activity.number }))),
    ]),
  ];
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (NOT_WORDS.test(name) ? [] : wordsIn(part)));
}
