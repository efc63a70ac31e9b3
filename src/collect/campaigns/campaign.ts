// A dialogue campaign: people are told what they can influence, asked the same questions by several methods side by side, and told what became of it
// (domain.md 5). Planned → open → closed; a question that is put in other words is another question, and the answers to the two are never added up.
import { command } from "../../ground/command.ts";
import { grantFor, type Person, type Role } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { slugOf } from "../../ground/words.ts";
import type { LadderLevel } from "../dialogue.ts";
import type { FormLang, Spoken } from "../open-form.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { freeSlug, type SampleType } from "../source.ts";

export const CAMPAIGN_METHODS = ["form", "square", "meeting", "door", "paper"] as const;
export type CampaignMethod = (typeof CAMPAIGN_METHODS)[number];
export const CAMPAIGN_SAMPLES = ["self-selected", "random", "panel", "total"] as const satisfies readonly SampleType[];
export type CampaignSample = (typeof CAMPAIGN_SAMPLES)[number];

export type Wording = { readonly sv: string } & Readonly<Partial<Record<Exclude<FormLang, "sv">, string>>>;

export function inFormLang(wording: Wording, lang: Spoken): string {
  return (typeof lang === "string" ? wording[lang] : lang.entries[wording.sv]) ?? wording.sv;
}

export type Option = { readonly key: string; readonly words: Wording };
export const QUESTION_KINDS = ["scale", "one", "several", "text", "place"] as const;
export const MAPS = ["on", "off"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
/** A scale has a word at every step, from the least to the most. A place is one of those named, or said in words. */
export type Question = (
  | { readonly kind: "scale" | "one" | "several"; readonly options: readonly Option[] }
  /** Pointed out on a map as well, where whoever made the dialogue has not turned it off. */
  | { readonly kind: "place"; readonly options: readonly Option[]; readonly map?: "off" | undefined }
  | { readonly kind: "text" }
) & {
  /** What stands under the question, to whoever wonders what is meant. */
  readonly help?: Wording | undefined;
};

export type Item = {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly words: Wording;
  readonly question: Question;
  /** Shown only to those who gave one of these answers to an earlier question. */
  readonly shownWhen?: { readonly key: string; readonly among: readonly string[] } | undefined;
  /** What was changed from the version before: figures are not compared across it. */
  readonly breaks?: "wording" | "answers" | undefined;
};
export type NewItem = {
  readonly words: Wording;
  readonly kind: QuestionKind;
  readonly options: readonly Wording[];
  readonly help?: Wording | undefined;
  /** Whether a question about places has a map to point on; not said is as before, and at first that it has. */
  readonly map?: (typeof MAPS)[number] | undefined;
  /** Which earlier question, and which of its answers, by their places in the list. */
  readonly shownWhen?: { readonly question: number; readonly answers: readonly number[] } | undefined;
  /** What it and its answers are called in the form they were read from, so that what was answered there is known again; "" for what was added here. */
  readonly called?: { readonly key: string; readonly options: readonly string[] } | undefined;
};

export type Influence = { readonly canInfluence: Wording; readonly cannotInfluence: Wording };
type Told = {
  readonly id: string;
  readonly sourceId: string;
  readonly slug: string;
  readonly title: string;
  readonly words: Influence & { readonly title: Wording };
  readonly ladderLevel: LadderLevel;
  readonly targetGroup: string;
  readonly sampleType: CampaignSample;
  readonly methods: readonly CampaignMethod[];
  readonly villages: readonly string[];
  readonly invited?: number | undefined;
  readonly from: Day;
  readonly to: Day;
  readonly series: string;
  readonly items: readonly Item[];
  readonly example: boolean;
};
export type Planned = Told & { readonly state: "planned" };
export type Open = Told & { readonly state: "open"; readonly openedOn: Day };
export type Closed = Told & { readonly state: "closed"; readonly openedOn: Day; readonly closedOn: Day };
export type Campaign = Planned | Open | Closed;

/** What the public form is on a day: residents answer from the first day through the last, staff until the campaign is closed by hand. */
export type FormState = "planned" | "not-yet" | "open" | "past" | "closed";

export function formOn({ state, from, to }: Pick<Campaign, "state" | "from" | "to">, day: Day): FormState {
  if (state !== "open") return state;
  if (day < from) return "not-yet";
  return day > to ? "past" : "open";
}

export type NewCampaign = Omit<Told, "id" | "sourceId" | "slug" | "series" | "items" | "example" | "title"> & {
  readonly items: readonly NewItem[];
  /** The word after /svara/ on the leaflet; else the title's own. */
  readonly address?: string | undefined;
  /** The slug of an earlier campaign whose questions are asked again. */
  readonly again?: string | undefined;
};

export const CAMPAIGN_LEADERS: readonly Role[] = ["coordinator", "liaison"];

export type CampaignWhy =
  | "not-yours"
  | "name-needed"
  | "ends-before-it-starts"
  | "influence-needed"
  | "question-needed"
  | "answers-needed"
  | "branch-leads-nowhere"
  | "campaign-not-planned"
  | "campaign-not-open"
  | "last-day-passed"
  | "no-such-question"
  | PersonWhy;

/** What the address is made of. */
export function addressOf({ address, words }: Pick<NewCampaign, "address" | "words">): string {
  return address === undefined || address.trim() === "" ? words.title.sv : address;
}

type Planning = {
  readonly partnershipId: string;
  /** Every slug in the house: the address /svara/<slug> names no partnership. */
  readonly slugs: readonly string[];
  readonly earlier: Campaign | undefined;
};

export const mayLead = (
  person: Person,
  _input: unknown,
  state: { readonly partnershipId: string; readonly owner?: string },
) => {
  const grant = grantFor(person, state.partnershipId, CAMPAIGN_LEADERS);
  return grant === undefined || (state.owner !== undefined && state.owner !== grant.organisationId)
    ? ({ why: "not-yours" } as Refusal<CampaignWhy>)
    : undefined;
};

export const planCampaign = command({
  event: "campaign.planned",
  may: (person: Person, input: NewCampaign, state: Planning) => mayLead(person, input, state),
  decide: (input: NewCampaign, state: Planning, moment): Result<Planned, Refusal<CampaignWhy>> => {
    const { items, again: _again, address: _address, ...about } = input;
    const slug = freeSlug(addressOf(input), state.slugs);
    if (slug === "") return no<CampaignWhy>("name-needed", { field: "title" });
    if (input.to < input.from) return no<CampaignWhy>("ends-before-it-starts", { field: "to" });
    const { canInfluence, cannotInfluence } = input.words;
    if (canInfluence.sv === "" || cannotInfluence.sv === "") return no<CampaignWhy>("influence-needed");
    const asked = itemsOf(items, state.earlier?.items ?? [], moment.newId);
    if (!asked.ok) return asked;
    const person = personRefused({
      title: Object.values(input.words.title).join("\n"),
      canInfluence: Object.values(canInfluence).join("\n"),
      cannotInfluence: Object.values(cannotInfluence).join("\n"),
      targetGroup: input.targetGroup,
      villages: input.villages.join("\n"),
      items: items
        .flatMap(({ words, options, help }) => [words, ...options, ...(help === undefined ? [] : [help])])
        .flatMap((one) => Object.values(one))
        .join("\n"),
    });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes<Planned>({
      ...about,
      state: "planned",
      id: moment.newId(),
      sourceId: moment.newId(),
      slug,
      title: input.words.title.sv,
      series: state.earlier?.series ?? slug,
      items: asked.value,
      example: false,
    });
  },
});

export type Standing = { readonly partnershipId: string; readonly owner: string; readonly campaign: Campaign };

export const openCampaign = command({
  event: "campaign.opened",
  may: (person: Person, input: unknown, state: Standing) => mayLead(person, input, state),
  decide: (_input: unknown, { campaign }: Standing, moment): Result<Open, Refusal<CampaignWhy>> =>
    campaign.state === "planned"
      ? yes<Open>({ ...campaign, state: "open", openedOn: dayOf(moment.at) })
      : no<CampaignWhy>("campaign-not-planned"),
});

export const closeCampaign = command({
  event: "campaign.closed",
  may: (person: Person, input: unknown, state: Standing) => mayLead(person, input, state),
  decide: (_input: unknown, { campaign }: Standing, moment): Result<Closed, Refusal<CampaignWhy>> =>
    campaign.state === "open"
      ? yes<Closed>({ ...campaign, state: "closed", closedOn: dayOf(moment.at) })
      : no<CampaignWhy>("campaign-not-open"),
});

/** «Förläng»: another last day, never one that has passed. */
export const extendCampaign = command({
  event: "campaign.extended",
  may: (person: Person, input: unknown, state: Standing) => mayLead(person, input, state),
  decide: ({ to }: { readonly to: Day }, { campaign }: Standing, moment): Result<Open, Refusal<CampaignWhy>> => {
    if (campaign.state !== "open") return no<CampaignWhy>("campaign-not-open");
    if (to < dayOf(moment.at)) return no<CampaignWhy>("last-day-passed", { field: "to" });
    if (to < campaign.from) return no<CampaignWhy>("ends-before-it-starts", { field: "to" });
    return yes<Open>({ ...campaign, to });
  },
});

/** What a changed question came to: the same version with its new words while nobody has answered, else a version that breaks the series. */
export type Revised = { readonly before: Item; readonly after: Item };

export const reviseItem = command({
  event: "campaign.question-changed",
  may: (person: Person, input: NewItem & { readonly key: string }, state: Standing) => mayLead(person, input, state),
  decide: (
    input: NewItem & { readonly key: string },
    { campaign }: Standing,
    moment,
  ): Result<Revised, Refusal<CampaignWhy>> => {
    if (campaign.state === "closed") return no<CampaignWhy>("campaign-not-open");
    const before = campaign.items.find(({ key }) => key === input.key);
    if (before === undefined) return no<CampaignWhy>("no-such-question");
    const person = personRefused({
      words: Object.values(input.words).join("\n"),
      options: input.options.flatMap((option) => Object.values(option)).join("\n"),
      help: Object.values(input.help ?? {}).join("\n"),
    });
    if (person !== undefined) return { ok: false, refusal: person };
    const question = questionOf({
      help: before.question.help,
      map: before.question.kind === "place" ? before.question.map : undefined,
      called: keptNames(before, input.options),
      ...input,
    });
    if (!question.ok) return question;
    const changed = { ...before, words: input.words, question: question.value };
    const breaks = broken(before, changed);
    if (campaign.state === "planned" || breaks === undefined) return yes<Revised>({ before, after: changed });
    return yes<Revised>({ before, after: { ...changed, id: moment.newId(), version: before.version + 1, breaks } });
  },
});

/** An answer that is still there is called what it was called: what leads on from it, and what comes from a form elsewhere, finds it. */
function keptNames({ key, question }: Item, options: readonly Wording[]): NewItem["called"] {
  const before = question.kind === "text" ? [] : question.options;
  return { key, options: options.map(({ sv }) => before.find(({ words }) => words.sv === sv)?.key ?? "") };
}

/** Why two versions cannot be compared: other words asked, or other answers to choose from. Added languages break nothing. */
export function broken(
  before: Pick<Item, "words" | "question">,
  after: Pick<Item, "words" | "question">,
): Item["breaks"] {
  if (answersOf(before.question) !== answersOf(after.question)) return "answers";
  return before.words.sv === after.words.sv ? undefined : "wording";
}

function answersOf(question: Question): string {
  return question.kind === "text"
    ? "text"
    : `${question.kind}${isPointedOut(question) ? " and map" : ""}\n${question.options.map(({ words }) => words.sv).join("\n")}`;
}

/** Whether it can be pointed out on a map: answered in words alone it is another question. */
export function isPointedOut(question: Question): boolean {
  return question.kind === "place" && question.map !== "off";
}

function questionOf({
  kind,
  options,
  help,
  map,
  called,
}: Pick<NewItem, "kind" | "options" | "help" | "map" | "called">): Result<Question, Refusal<CampaignWhy>> {
  const helped = help === undefined ? {} : { help };
  if (kind === "text") return yes<Question>({ kind, ...helped });
  const taken: string[] = [];
  const keyed = options.map((words, place) => {
    const key = freeSlug(called?.options[place] || words.sv, taken) || `svar-${taken.length + 1}`;
    taken.push(key);
    return { key, words };
  });
  if (keyed.length < (kind === "place" ? 1 : 2)) return no<CampaignWhy>("answers-needed", { field: "options" });
  if (kind !== "place") return yes<Question>({ kind, options: keyed, ...helped });
  return yes<Question>({ kind, options: keyed, ...(map === "off" ? { map } : {}), ...helped });
}

function itemsOf(
  items: readonly NewItem[],
  earlier: readonly Item[],
  newId: () => string,
): Result<readonly Item[], Refusal<CampaignWhy>> {
  const made: Item[] = [];
  for (const item of items) {
    const question = questionOf(item);
    if (!question.ok) return question;
    if (item.words.sv === "") return no<CampaignWhy>("question-needed", { field: "items" });
    const shownWhen = item.shownWhen && branchOf(made, item.shownWhen);
    if (item.shownWhen !== undefined && shownWhen === undefined)
      return no<CampaignWhy>("branch-leads-nowhere", { field: "items" });
    const key = freeSlug(
      item.called?.key || slugOf(item.words.sv).split("-").slice(0, 6).join("-"),
      made.map((one) => one.key),
    );
    const asked = {
      id: newId(),
      key: key || `fraga-${made.length + 1}`,
      words: item.words,
      question: question.value,
      shownWhen,
    };
    // The same question another year: found by its place among those of its kind, since its words are what may have changed.
    const before = earlier.find((one) => one.key === asked.key) ?? earlier[made.length];
    const breaks = before === undefined ? undefined : broken(before, asked);
    made.push(
      before === undefined || before.question.kind !== asked.question.kind
        ? { ...asked, version: 1 }
        : {
            ...asked,
            key: before.key,
            version: before.version + (breaks === undefined ? 0 : 1),
            breaks: breaks ?? before.breaks,
          },
    );
  }
  return made.length === 0 ? no<CampaignWhy>("question-needed", { field: "items" }) : yes(made);
}

function branchOf(before: readonly Item[], when: NonNullable<NewItem["shownWhen"]>): Item["shownWhen"] {
  const asked = before[when.question];
  if (asked === undefined || asked.question.kind === "text") return undefined;
  const { options } = asked.question;
  const among = when.answers.flatMap((place) => options[place]?.key ?? []);
  return among.length === 0 || among.length < when.answers.length ? undefined : { key: asked.key, among };
}

/** Whether those who answered this way chose to, beside a sample that was drawn: the form is on the open web. They are never counted with the sample. */
export function isByChoice(sample: CampaignSample, method: CampaignMethod): boolean {
  return sample !== "self-selected" && method === "form";
}

/** Travels with every figure made of the answers that are not the sample's own. */
export const BY_CHOICE_CAVEAT =
  "De här svarade i det öppna formuläret för att de själva ville. De hör inte till urvalet och räknas inte ihop med det.";

/** What must be known before the answers are believed; it follows every figure made of them. */
export function caveatOf(sample: CampaignSample): string {
  return sample === "self-selected"
    ? "De som ville svara svarade. Det säger inte hur alla har det."
    : "Alla som fick frågan svarade inte. Se svarsandelen.";
}
