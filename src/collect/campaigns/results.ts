// «Publicera svaren?»: what strangers are told of a dialogue is decided by somebody who leads it, once it is closed and read, with what was not asked beside it.
// It is told as it was then. Which of the numbers may be shown is for tell/disclosure.ts.
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import type { Category } from "../category.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { type Campaign, CAMPAIGN_LEADERS } from "./campaign.ts";

/** What there is to tell: how many answers were kept, and how many of them were coded to each theme. */
export type Results = {
  readonly answered: number;
  readonly themes: readonly { readonly theme: string; readonly category: Category; readonly voices: number }[];
};
/** Beside a drawn sample stand, by themselves, those who chose to answer the open form. */
export type AllResults = Results & { readonly byChoice?: Results | undefined };
export type ToldResults = AllResults & { readonly campaignId: string; readonly notAsked: string; readonly toldOn: Day };

export type ResultsWhy =
  | "not-yours"
  | "not-for-publishing"
  | "campaign-still-open"
  | "answers-unread"
  | "nothing-coded"
  | "not-asked-needed"
  | "results-told"
  | "results-not-told"
  | PersonWhy;

type Standing = {
  readonly partnershipId: string;
  readonly owner: string;
  readonly campaign: Campaign;
  readonly results: AllResults;
  readonly unread: number;
  /** It was decided as the campaign was planned. */
  readonly mayPublish: boolean;
  readonly isTold: boolean;
};

const mayTell = (person: Person, _input: unknown, { partnershipId, owner }: Standing) =>
  grantFor(person, partnershipId, CAMPAIGN_LEADERS)?.organisationId === owner
    ? undefined
    : ({ why: "not-yours" } as Refusal<ResultsWhy>);

export const tellResults = command({
  event: "campaign.results-told",
  may: mayTell,
  decide: (
    { notAsked }: { readonly notAsked: string },
    { campaign, results, unread, mayPublish, isTold }: Standing,
    moment,
  ): Result<ToldResults, Refusal<ResultsWhy>> => {
    if (isTold) return no<ResultsWhy>("results-told");
    if (!mayPublish) return no<ResultsWhy>("not-for-publishing");
    // While answers come in, two readings of a number a day apart tell what the one between them said.
    if (campaign.state !== "closed") return no<ResultsWhy>("campaign-still-open");
    if (unread > 0) return no<ResultsWhy>("answers-unread", { detail: { count: unread } });
    if (results.themes.length + (results.byChoice?.themes.length ?? 0) === 0) return no<ResultsWhy>("nothing-coded");
    if (notAsked === "") return no<ResultsWhy>("not-asked-needed", { field: "notAsked" });
    const person = personRefused({ notAsked });
    if (person !== undefined) return { ok: false, refusal: person };
    return yes<ToldResults>({ ...results, campaignId: campaign.id, notAsked, toldOn: dayOf(moment.at) });
  },
});

export const takeBackResults = command({
  event: "campaign.results-taken-back",
  may: mayTell,
  decide: (_input: unknown, { campaign, isTold }: Standing): Result<{ readonly id: string }, Refusal<ResultsWhy>> =>
    isTold ? yes({ id: campaign.id }) : no<ResultsWhy>("results-not-told"),
});
