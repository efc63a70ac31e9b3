// The beginning of a change: «Ändra löftet» and «Förläng till …» (journey 16).
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import type { Amends, Content } from "../document.ts";
import { spanOf } from "../document.ts";
import { type PledgeDocument, WRITERS } from "../lifecycle.ts";
import { type AmendmentKind, type AmendWhy, headOf, originalOf, tooLate } from "./amendment.ts";

export type StartWhy =
  | AmendWhy
  | "not-yours"
  | "not-in-force"
  | "amendment-open"
  | "extended-already"
  | "period-missing";

export type Chain = {
  readonly partnershipId: string;
  /** The promise as it was signed first. */
  readonly original: PledgeDocument;
  /** Its latest published change, or itself. */
  readonly holds: PledgeDocument;
  /** Every change of it, whatever its state. */
  readonly changes: readonly PledgeDocument[];
};

/** The chain a document belongs to, among all of its partnership's. */
export function chainOf(partnershipId: string, document: PledgeDocument, all: readonly PledgeDocument[]): Chain {
  const original = originalOf(document, all);
  const changes = all.filter((one) => one.id !== original.id && originalOf(one, all).id === original.id);
  return { partnershipId, original, holds: headOf(original, all), changes };
}

/** Why a change cannot be begun now: greys the button, explains, and refuses on the server. */
export function mayAmend(chain: Chain, kind: AmendmentKind, today: Day): Refusal<StartWhy> | undefined {
  const { original, holds, changes } = chain;
  if (original.state === "closed") return { why: "amended-is-closed" };
  if (original.state !== "published") return { why: "not-in-force" };
  if (changes.some(({ state }) => state !== "published" && state !== "closed")) return { why: "amendment-open" };
  if (kind === "extension" && changes.some(({ content }) => content.amends?.kind === "extension"))
    return { why: "extended-already" };
  if (kind === "extension" && spanOf(holds.content).to === undefined) return { why: "period-missing", field: "period" };
  return tooLate(holds.content, today);
}

type Wish = { readonly kind: AmendmentKind; readonly reason: string; readonly to?: Day | undefined };
export type Started = {
  readonly id: string;
  readonly slug: string;
  readonly content: Content;
  readonly originalId: string;
};

export const startAmendment = command({
  event: "amendment.started",
  may: (person: Person, _input: Wish, { partnershipId }: Chain): Refusal<StartWhy> | undefined =>
    grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined,
  decide: ({ kind, reason, to }: Wish, chain: Chain, moment): Result<Started, Refusal<StartWhy>> => {
    const refused = mayAmend(chain, kind, dayOf(moment.at));
    if (refused !== undefined) return { ok: false, refusal: refused };
    const { original, holds, changes } = chain;
    const last = spanOf(holds.content).to;
    if (kind === "extension" && (to === undefined || (last !== undefined && to <= last)))
      return no("extension-not-later", { field: "to" });
    const { amends: _former, ...content } = holds.content;
    const amends: Amends = {
      documentId: holds.id as Amends["documentId"],
      contentHash: holds.contentHash,
      kind,
      reason,
    };
    return yes({
      id: moment.newId(),
      slug: slugOf(original.slug, kind, changes),
      content: {
        ...content,
        ...(kind === "extension" && to !== undefined
          ? { period: { ...content.period, to: { said: to, on: to } } }
          : {}),
        amends,
      },
      originalId: original.id,
    });
  },
});

const LONGEST_OF_ORIGINAL = 40;

/** "2025-2027-andring-1", "2025-2027-forlangning": what it is stands in its address. */
function slugOf(original: string, kind: AmendmentKind, changes: readonly PledgeDocument[]): string {
  const whose = original.slice(0, LONGEST_OF_ORIGINAL).replace(/-+$/, "");
  if (kind === "extension") return `${whose}-forlangning`;
  const earlier = changes.filter(({ content }) => content.amends?.kind === "amendment").length;
  return `${whose}-andring-${earlier + 1}`;
}
