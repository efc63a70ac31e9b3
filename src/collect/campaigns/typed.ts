// A paper answer typed in: the numbers that were crossed, and the words. It goes the way an answer on the web goes, with the same validation and the same
// reading; only who typed the latest one is known besides, that it can be undone at once.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import { type About, AGE_BANDS, type Givens, groupsOf, LONGEST_TEXT, onlyAsked, readGiven, SEXES } from "./answer.ts";
import { CAMPAIGN_LEADERS, type Campaign, type Item, type Standing } from "./campaign.ts";

/** What stands in the fields, each by its name: numbers for choices, words for the rest. */
export type TypedForm = Readonly<Record<string, string>>;
/** The field of the words beside the named places of a question. */
export const wordsField = (key: string) => `${key}.words`;
export const ABOUT_FIELDS = ["about.age", "about.sex", "about.village"] as const;

export type TypedWhy =
  | "no-such-number"
  | "one-number"
  | "nothing-typed-in"
  | "nothing-to-undo"
  | "typed-was-read"
  | "not-what-was-typed"
  | "campaign-not-open"
  | "not-yours";

/** «1 3», «1,3» or, where no number has two figures, «13»: which of the answers were crossed. */
function readNumbers(typed: string, last: number, field: string): Result<readonly number[], Refusal<TypedWhy>> {
  const parts = typed.split(/[\s,.;+]+/).filter((part) => part !== "");
  const single = parts.flatMap((part) => (last < 10 && /^\d+$/.test(part) ? [...part] : [part]));
  const wrong = single.find((part) => !/^\d{1,2}$/.test(part) || Number(part) < 1 || Number(part) > last);
  if (wrong !== undefined) return no("no-such-number", { field, detail: { typed: wrong.slice(0, 10), last } });
  return yes([...new Set(single.map(Number))]);
}

function readOneNumber(typed: string, last: number, field: string): Result<number | undefined, Refusal<TypedWhy>> {
  const read = readNumbers(typed, last, field);
  if (!read.ok) return read;
  return read.value.length > 1 ? no("one-number", { field }) : yes(read.value[0]);
}

export type ReadTyped = {
  /** As a form on the web hands it in. */
  readonly answers: readonly { readonly key: string; readonly values: readonly string[] }[];
  readonly about: About;
};

/** A paper as it is meant, or the first field that says nothing. */
export function readTyped(
  { items, villages }: Pick<Campaign, "items" | "villages">,
  typed: TypedForm,
): Result<ReadTyped, Refusal<TypedWhy>> {
  const answers: { key: string; values: readonly string[] }[] = [];
  for (const { key, question } of items) {
    const text = (typed[key] ?? "").trim();
    if (question.kind === "text") {
      if (text !== "") answers.push({ key, values: [text.slice(0, LONGEST_TEXT)] });
      continue;
    }
    const { options } = question;
    const read =
      question.kind === "several"
        ? readNumbers(text, options.length, key)
        : oneOf(readOneNumber(text, options.length, key));
    if (!read.ok) return read;
    if (read.value.length > 0) answers.push({ key, values: read.value.map((number) => options[number - 1]!.key) });
    const words = (typed[wordsField(key)] ?? "").trim();
    if (question.kind === "place" && words !== "") answers.push({ key: wordsField(key), values: [words] });
  }
  const [age, sex, village] = ABOUT_FIELDS.map((field, place) => {
    const last = [AGE_BANDS.length, SEXES.length, villages.length][place]!;
    return readOneNumber(typed[field] ?? "", last, field);
  });
  for (const one of [age, sex, village]) if (one?.ok === false) return one;
  const at = (one: typeof age) => (one?.ok === true && one.value !== undefined ? one.value - 1 : -1);
  const name = villages[at(village)];
  return yes({
    answers,
    about: {
      age: AGE_BANDS[at(age)],
      sex: SEXES[at(sex)],
      village: name === undefined ? undefined : slugOf(name),
    },
  });
}

const oneOf = (read: Result<number | undefined, Refusal<TypedWhy>>): Result<readonly number[], Refusal<TypedWhy>> =>
  read.ok ? yes(read.value === undefined ? [] : [read.value]) : read;

export type TypedIn = {
  readonly campaign: Campaign;
  readonly on: Day;
  readonly given: Givens;
  /** The kinds of what was covered, whichever question it stood at. */
  readonly covered: readonly string[];
  readonly groups: readonly string[];
};
type TypedInput = ReadTyped;

const mayType = (
  person: Person,
  _input: unknown,
  { partnershipId, owner }: Pick<Standing, "partnershipId" | "owner">,
) =>
  grantFor(person, partnershipId, CAMPAIGN_LEADERS)?.organisationId === owner
    ? undefined
    : ({ why: "not-yours" } satisfies Refusal<TypedWhy>);

/** Until the dialogue is closed by hand: a paper that was handed in on the last day is typed in later. */
export const typeAnswer = command({
  event: "response.typed-in",
  may: mayType,
  decide: (input: TypedInput, { campaign }: Standing, moment): Result<TypedIn, Refusal<TypedWhy>> => {
    if (campaign.state !== "open") return no("campaign-not-open");
    const values = (key: string) => input.answers.find((one) => one.key === key)?.values ?? [];
    const { given, covered } = readGiven(campaign.items, values);
    const kept = onlyAsked(campaign.items, given);
    if (Object.keys(kept).length === 0) return no("nothing-typed-in");
    return yes({
      campaign,
      on: dayOf(moment.at),
      given: kept,
      covered: [...new Set(Object.values(covered).flat())],
      groups: groupsTyped(campaign, input.about),
    });
  },
});

/** What a paper with this on it puts on the sheet of counts. */
export function groupsTyped(campaign: Campaign, about: About): readonly string[] {
  return groupsOf(heardFrom(campaign, about));
}

/** Only villages that can be chosen. */
function heardFrom({ villages }: Campaign, { village, ...about }: About): About {
  return { ...about, village: villages.map((name) => slugOf(name)).find((one) => one === village) };
}

type Undoing = Standing & {
  /** The latest that the person typed in on the day, where it is still there. */
  readonly latest:
    | {
        readonly id: string;
        readonly on: Day;
        readonly isRead: boolean;
        /** The paper and its groups that are to be undone are the ones that were typed in: the seal over them says so. */
        readonly isSame: boolean;
      }
    | undefined;
};

/** «Ångra den senaste»: one's own, on the day it was typed, and before anybody has read it. Off the counts goes what it put there and nothing else. */
export const undoTyped = command({
  event: "response.typed-in-undone",
  may: mayType,
  decide: (
    { about }: { readonly about: About },
    { campaign, latest }: Undoing,
    moment,
  ): Result<{ readonly id: string; readonly groups: readonly string[] }, Refusal<TypedWhy>> => {
    if (campaign.state !== "open") return no("campaign-not-open");
    if (latest === undefined || latest.on !== dayOf(moment.at)) return no("nothing-to-undo");
    if (latest.isRead) return no("typed-was-read");
    if (!latest.isSame) return no("not-what-was-typed");
    return yes({ id: latest.id, groups: groupsTyped(campaign, about) });
  },
});

/** The questions that somebody who has crossed this far is asked: the others have no field to type in. */
export function askedOnPaper(campaign: Pick<Campaign, "items" | "villages">, typed: TypedForm): readonly Item[] {
  const asked: Item[] = [];
  for (const item of campaign.items) {
    const when = item.shownWhen;
    const before = asked.find(({ key }) => key === when?.key);
    const read = before === undefined ? undefined : readTyped({ items: [before], villages: [] }, typed);
    const crossed = read?.ok === true ? (read.value.answers[0]?.values ?? []) : [];
    if (when === undefined || when.among.some((key) => crossed.includes(key))) asked.push(item);
  }
  return asked;
}
