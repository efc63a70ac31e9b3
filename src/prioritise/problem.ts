// A problem: something residents live with, that the parties look at together. It rests on at least one thing somebody saw, said or measured,
// and it is never left without an answer: chosen by both with reasons, or turned down with a reason everybody can read (journeys.md, journey 10).
import { personIn } from "../collect/person-in-text.ts";
import { canonicalText } from "../ground/canonical.ts";
import { command } from "../ground/command.ts";
import { grantFor, type Person, type Role } from "../ground/party.ts";
import { nameOfPlace, type Place } from "../ground/place.ts";
import { no, type Refusal, type Result, type Some, some, yes } from "../ground/result.ts";
import type { Instant } from "../ground/time.ts";
import { slugOf } from "../ground/words.ts";
import { addressOf, askedIn, readQuestion } from "../picture/question.ts";
import type { FrozenFigure } from "./frozen-figure.ts";
import type { FrozenTheme } from "./frozen-theme.ts";

export const EVIDENCE_KINDS = [
  "observation",
  "theme",
  "coded",
  "measurement",
  "series",
  "question",
  "situation",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const STRENGTHS = ["weak", "fair", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What somebody points at. A question is a saved question to the picture: its address part with filters, "fran=2021-10&kategori=trafik". */
export type Cited =
  | { readonly kind: Exclude<EvidenceKind, "question" | "series" | "coded">; readonly refId: string }
  /** A series of official statistics and the first day of the period that is meant. */
  | { readonly kind: "series"; readonly slug: string; readonly from: string }
  /** A coded theme, at the place it was coded to; wherever it was said where the place is empty. */
  | { readonly kind: "coded"; readonly themeId: string; readonly place: string }
  | { readonly kind: "question"; readonly question: string };
/** What a person says when citing. */
export type NewEvidence = Cited & { readonly caption: string; readonly strength: Strength };
/** What is kept of what was cited: of a series what it said that day, of a coded theme what it stood on. */
type Kept =
  | Exclude<Cited, { kind: "series" | "coded" }>
  | { readonly kind: "series"; readonly frozen: FrozenFigure }
  | { readonly kind: "coded"; readonly frozen: FrozenTheme };
/** `own`: only the organisation that cited it knows that it exists (product.md, pain 8). */
export type Sharing = "shared" | "own";
export type Evidence = Kept & {
  readonly id: string;
  readonly caption: string;
  readonly strength: Strength;
  readonly sharing: Sharing;
  readonly ownerId: string;
  readonly citedAt: Instant;
};

/** One organisation's yes, with its reason. Both are shown side by side and neither is rewritten by the other. */
export type Choice = { readonly organisationId: string; readonly reason: string; readonly at: Instant };

/** Why it happens, from three sides (domain.md 3.3): the place and time, those who are exposed, those who act. */
export const PERSPECTIVES = ["situation", "exposed", "acting"] as const;
export type Perspective = (typeof PERSPECTIVES)[number];
export const INFLUENCERS = ["municipality", "police", "both", "other", "nobody"] as const;
export type Influencer = (typeof INFLUENCERS)[number];
export type NewCause = {
  readonly perspective: Perspective;
  readonly text: string;
  readonly influenceableBy: Influencer;
};
/** A cause that stands. The whole card, with how well it is supported and what is not known, is in causes/cause.ts. */
export type Cause = NewCause & { readonly id: string };

/** What a problem says: the same when it is raised and when it is corrected. */
export type ProblemSaid = {
  readonly what: string;
  readonly place: Place;
  /** Since when, in the words of those who know: "sedan hösten 2020". */
  readonly since: string;
  /** When it happens, of the day, the week or the year: "fredagskvällar på hösten". */
  readonly occurs?: string;
  readonly affected: string;
  readonly category: string;
};
/** What it said before, and who put other words in its place. */
export type SaidBefore = ProblemSaid & {
  readonly version: number;
  readonly organisationId: string;
  readonly replacedAt: Instant;
};

type Described = ProblemSaid & {
  readonly id: string;
  readonly slug: string;
  /** One more each time it is corrected. */
  readonly version: number;
  readonly raisedAt: Instant;
  readonly raisedBy: string;
  readonly evidence: Some<Evidence>;
  readonly causes: readonly Cause[];
  readonly example: boolean;
};
/** Nobody or one of the parties has said yes. */
export type Open = Described & { readonly state: "open"; readonly choices: readonly Choice[] };
export type Chosen = Described & {
  readonly state: "chosen";
  readonly choices: Some<Choice>;
  readonly chosenAt: Instant;
};
export type Declined = Described & {
  readonly state: "declined";
  readonly publicReason: string;
  readonly closedAt: Instant;
};
export type Merged = Described & {
  readonly state: "merged";
  readonly publicReason: string;
  readonly closedAt: Instant;
  readonly into: string;
};
export type Problem = Open | Chosen | Declined | Merged;

export type NewProblem = ProblemSaid & { readonly evidence: readonly NewEvidence[] };

/**
 * What is known about a cited source: whether it is there for this person to see, and whether both parties may. Of a series what it says of the period,
 * undefined where it has no figure of it.
 */
export type Source = { readonly sharing: Sharing } & (
  | Exclude<Cited, { kind: "series" | "coded" }>
  | { readonly kind: "coded"; readonly themeId: string; readonly place: string; readonly frozen: FrozenTheme }
  | { readonly kind: "series"; readonly slug: string; readonly from: string; readonly frozen: FrozenFigure | undefined }
);

export type Why =
  | "not-yours"
  | "evidence-needed"
  | "evidence-must-be-shared"
  | "evidence-not-found"
  | "evidence-cited-already"
  | "evidence-has-no-figure"
  | "answer-needs-reason"
  | "names-a-person"
  | "problem-is-closed"
  | "problem-is-chosen"
  | "other-has-said-yes"
  | "problem-changed-meanwhile"
  | "problem-says-so-already"
  | "you-have-chosen"
  | "other-party-has-chosen"
  | "merged-with-itself";

/** Those who may write down a problem, and those who may say yes or no to it for their organisation. */
export const RAISERS: readonly Role[] = ["coordinator", "liaison", "note-taker", "activity-owner"];
export const CHOOSERS: readonly Role[] = ["coordinator", "liaison", "signatory"];

type Where = { readonly partnershipId: string };
const allowed =
  (roles: readonly Role[]) =>
  (person: Person, _input: unknown, { partnershipId }: Where): Refusal<Why> | undefined =>
    grantFor(person, partnershipId, roles) === undefined ? { why: "not-yours" } : undefined;

/** The organisation a person speaks for here. Asked only after `allowed` has said yes. */
function organisationOf(person: Person, partnershipId: string, roles: readonly Role[]): string {
  const grant = grantFor(person, partnershipId, roles);
  if (grant === undefined) throw new Error("Asked for whom before asking whether");
  return grant.organisationId;
}

export const raise = command({
  event: "problem.raised",
  may: allowed(RAISERS),
  decide: (
    input: NewProblem,
    state: Where & { readonly takenSlugs: readonly string[]; readonly sources: readonly Source[] },
    moment,
  ): Result<Open, Refusal<Why>> => {
    const by = organisationOf(moment.by, state.partnershipId, RAISERS);
    const named = firstNaming([
      ...textsOf(input),
      ...input.evidence.map(({ caption }) => ["caption", caption] as const),
    ]);
    if (named !== undefined) return no("names-a-person", { field: named });
    if (input.evidence.length === 0) return no("evidence-needed", { field: "evidence" });
    const read: Evidence[] = [];
    for (const cited of input.evidence) {
      const source = state.sources.find((candidate) => sameSource(candidate, cited));
      const kept = keptOf(cited, source, read);
      if (!kept.ok) return kept;
      read.push({ ...kept.value, id: moment.newId(), ownerId: by, citedAt: moment.at });
    }
    // The other party must be able to see why: a problem that only rests on what one of them has in confidence cannot be weighed together.
    if (read.every(({ sharing }) => sharing === "own")) return no("evidence-must-be-shared", { field: "evidence" });
    const evidence = some(read);
    if (evidence === undefined) return no("evidence-needed", { field: "evidence" });
    return yes({
      ...saidOf(input),
      id: moment.newId(),
      version: 1,
      slug: freeSlug(input.what, state.takenSlugs),
      evidence,
      causes: [],
      raisedAt: moment.at,
      raisedBy: by,
      example: false,
      state: "open",
      choices: [],
    });
  },
});

/** What is kept of a piece of evidence, once it is there and stands here once. */
function keptOf(
  cited: NewEvidence,
  source: Source | undefined,
  earlier: readonly Evidence[],
): Result<Kept & Pick<Evidence, "caption" | "strength" | "sharing">, Refusal<Why>> {
  if (source === undefined) return no("evidence-not-found", { field: "evidence" });
  if (earlier.some((one) => sameSource(citedBy(one), cited)))
    return no("evidence-cited-already", { field: "evidence" });
  const { caption, strength } = cited;
  const said = { caption, strength, sharing: source.sharing };
  if (cited.kind === "coded")
    return source.kind === "coded"
      ? yes({ kind: "coded", frozen: source.frozen, ...said })
      : no("evidence-not-found", { field: "evidence" });
  if (cited.kind !== "series") return yes({ ...cited, ...said });
  const frozen = source.kind === "series" ? source.frozen : undefined;
  if (frozen === undefined) return no("evidence-has-no-figure", { field: "evidence" });
  return yes({ kind: "series", frozen, ...said });
}

type WithProblem = Where & { readonly problem: Problem };

export type Corrected = { readonly problem: Open | Chosen; readonly before: SaidBefore };

/** Either party puts it right until the other has said yes to it. Its address stands; what it said before is kept beside it. */
export const correct = command({
  event: "problem.corrected",
  may: allowed(RAISERS),
  decide: (
    input: ProblemSaid & { readonly version: number },
    { problem, partnershipId }: WithProblem,
    moment,
  ): Result<Corrected, Refusal<Why>> => {
    if (isClosed(problem)) return no("problem-is-closed");
    const organisationId = organisationOf(moment.by, partnershipId, RAISERS);
    // A yes is to the words that were read.
    if (problem.choices.some((choice) => choice.organisationId !== organisationId)) return no("other-has-said-yes");
    if (input.version !== problem.version) return no("problem-changed-meanwhile");
    const named = firstNaming(textsOf(input));
    if (named !== undefined) return no("names-a-person", { field: named });
    const [said, earlier] = [saidOf(input), saidOf(problem)];
    if (canonicalText(said) === canonicalText(earlier)) return no("problem-says-so-already");
    const { version } = problem;
    // Left out is said by nobody: what was said of it before does not stay.
    const { occurs: _occurs, ...rest } = problem;
    return yes({
      problem: { ...rest, ...said, version: version + 1 },
      before: { ...earlier, version, organisationId, replacedAt: moment.at },
    });
  },
});

export const cite = command({
  event: "problem.cited",
  may: allowed(RAISERS),
  decide: (
    input: NewEvidence,
    { problem, partnershipId, source }: WithProblem & { readonly source: Source | undefined },
    moment,
  ): Result<Evidence, Refusal<Why>> => {
    if (isClosed(problem)) return no("problem-is-closed");
    if (personIn(input.caption)) return no("names-a-person", { field: "caption" });
    const kept = keptOf(input, source, problem.evidence);
    if (!kept.ok) return kept;
    const ownerId = organisationOf(moment.by, partnershipId, RAISERS);
    return yes({ ...kept.value, id: moment.newId(), ownerId, citedAt: moment.at });
  },
});

export type Chose = { readonly problem: Open | Chosen; readonly choice: Choice };

/** A yes for one's own organisation. Chosen when the municipality and the police have both said it, each with a reason of its own. */
export const choose = command({
  event: "problem.chosen",
  may: allowed(CHOOSERS),
  decide: (
    input: { readonly reason: string; readonly version?: number | undefined },
    state: WithProblem & { readonly parties: readonly string[] },
    moment,
  ): Result<Chose, Refusal<Why>> => {
    const { problem, partnershipId, parties } = state;
    if (isClosed(problem)) return no("problem-is-closed");
    const organisationId = organisationOf(moment.by, partnershipId, CHOOSERS);
    if (problem.choices.some((choice) => choice.organisationId === organisationId)) return no("you-have-chosen");
    // Put right while it was read: nobody says yes to words they have not seen.
    if (input.version !== undefined && input.version !== problem.version) return no("problem-changed-meanwhile");
    const badReason = publicReasonRefused(input.reason, "reason");
    if (badReason !== undefined) return badReason;
    const choice: Choice = { organisationId, reason: input.reason.trim(), at: moment.at };
    const choices: Some<Choice> = [...problem.choices, choice] as unknown as Some<Choice>;
    const agreed = parties.every((party) => choices.some((given) => given.organisationId === party));
    const next: Open | Chosen = agreed
      ? { ...described(problem), state: "chosen", choices, chosenAt: moment.at }
      : { ...described(problem), state: "open", choices };
    return yes({ problem: next, choice });
  },
});

/** "Tas inte upp, därför att …": the reason is for those who were heard, so it is never optional. */
export const decline = command({
  event: "problem.declined",
  may: allowed(CHOOSERS),
  decide: (input: { readonly publicReason: string }, state: WithProblem, moment): Result<Declined, Refusal<Why>> => {
    const refused = closingRefused(input.publicReason, state, moment.by);
    return (
      refused ??
      yes({
        ...described(state.problem),
        state: "declined",
        publicReason: input.publicReason.trim(),
        closedAt: moment.at,
      })
    );
  },
});

/** The same thing raised twice: one of them goes on, the other says where. */
export const merge = command({
  event: "problem.merged",
  may: allowed(CHOOSERS),
  decide: (
    input: { readonly publicReason: string },
    state: WithProblem & { readonly into: Problem },
    moment,
  ): Result<Merged, Refusal<Why>> => {
    if (state.into.id === state.problem.id) return no("merged-with-itself", { field: "into" });
    if (isClosed(state.into)) return no("problem-is-closed", { field: "into" });
    const refused = closingRefused(input.publicReason, state, moment.by);
    return (
      refused ??
      yes({
        ...described(state.problem),
        state: "merged",
        publicReason: input.publicReason.trim(),
        closedAt: moment.at,
        into: state.into.id,
      })
    );
  },
});

function closingRefused(reason: string, { problem, partnershipId }: WithProblem, by: Person) {
  if (isClosed(problem)) return no("problem-is-closed");
  if (problem.state === "chosen") return no("problem-is-chosen");
  const own = organisationOf(by, partnershipId, CHOOSERS);
  if (problem.choices.some(({ organisationId }) => organisationId !== own)) return no("other-party-has-chosen");
  return publicReasonRefused(reason, "publicReason");
}

function publicReasonRefused(reason: string, field: string) {
  if (reason.trim() === "") return no("answer-needs-reason", { field });
  return personIn(reason) ? no("names-a-person", { field }) : undefined;
}

/** Declined and merged problems are answered: they take nothing more. */
export function isClosed(problem: Problem): problem is Declined | Merged {
  return problem.state === "declined" || problem.state === "merged";
}

function described(problem: Problem): Described {
  const { id, slug, version, raisedAt, raisedBy, evidence, causes, example } = problem;
  return { id, slug, version, ...saidOf(problem), raisedAt, raisedBy, evidence, causes, example };
}

function saidOf({ what, place, since, occurs, affected, category }: ProblemSaid): ProblemSaid {
  return { what, place, since, ...(occurs === undefined ? {} : { occurs }), affected, category };
}

/** Every free text of it, by its field. */
function textsOf({ what, place, since, occurs = "", affected }: ProblemSaid) {
  return [
    ["what", what],
    ["place", nameOfPlace(place)],
    ["since", since],
    ["occurs", occurs],
    ["affected", affected],
  ] as const;
}

export function sameSource(a: Cited, b: Cited): boolean {
  if (a.kind === "question") return b.kind === "question" && sameQuestion(a.question, b.question);
  if (a.kind === "series") return b.kind === "series" && b.slug === a.slug && b.from === a.from;
  if (a.kind === "coded") return b.kind === "coded" && b.themeId === a.themeId && b.place === a.place;
  return b.kind === a.kind && b.refId === a.refId;
}

/** What a piece of evidence points at. */
export function citedBy(evidence: Evidence): Cited {
  if (evidence.kind === "series") return { kind: "series", slug: evidence.frozen.slug, from: evidence.frozen.from };
  if (evidence.kind === "coded")
    return { kind: "coded", themeId: evidence.frozen.themeId, place: evidence.frozen.place };
  return evidence;
}

/** Two addresses may say the same in other words or in another order. What the picture does not understand is never the same. */
function sameQuestion(a: string, b: string): boolean {
  if (a === b) return true;
  const [readA, readB] = [a, b].map((address) => readQuestion(askedIn(new URLSearchParams(address))));
  return readA!.unread.length + readB!.unread.length === 0 && addressOf(readA!.question) === addressOf(readB!.question);
}

function firstNaming(texts: readonly (readonly [field: string, text: string])[]): string | undefined {
  return texts.find(([, text]) => personIn(text))?.[0];
}

/** An address part nobody has: the words of the problem, a number after when they are taken. */
export function freeSlug(what: string, taken: readonly string[]): string {
  const words = slugOf(what).slice(0, 60).replace(/-+$/, "") || "problem";
  // A year is the address of that year's round.
  const base = /^\d{4}$/.test(words) ? `problem-${words}` : words;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number++) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}
