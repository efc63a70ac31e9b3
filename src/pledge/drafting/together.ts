// Saving in a draft that another writes in too: nothing is overwritten and nothing is lost. What does not clash goes in together; what does is put aside, whole, for
// the one who wrote it to choose.
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { type Content, contentField } from "../document.ts";
import { type Draft, edit, type InPartnership, type PledgeDocument, type Why, writingIsOver } from "../lifecycle.ts";
import { type OwnerAsk, withAnswers } from "../owners/owner.ts";
import { merge } from "./merge.ts";
import { changesBetween } from "./passages.ts";

export type Saved =
  | {
      readonly kind: "saved" | "merged";
      readonly draft: Draft;
      /** Where the other has changed something that is now in it: "1.2", "" for the document. */
      readonly brought: readonly string[];
    }
  | { readonly kind: "aside"; readonly draft: PledgeDocument; readonly content: Content; readonly from: number };

export const saveTogether = command({
  event: "draft.changed",
  may: edit.may,
  decide: (
    input: { readonly content: Content; readonly revision: number },
    state: InPartnership & {
      /** The wording one began from; undefined where there was never such a revision. */
      readonly base: Content | undefined;
      /** What the units have answered: no form decides that, nor which of two forms. */
      readonly owners: readonly OwnerAsk[];
    },
    moment,
  ): Result<Saved, Refusal<Why>> => {
    const { document, base, owners } = state;
    const mine = withAnswers(input.content, owners, state.amended?.content);
    const save = (content: Content) => edit.decide({ content, revision: document.revision }, state, moment);
    // What is written after the last day is not put aside either: nobody could take it in.
    const over = writingIsOver(state.writtenBy, dayOf(moment.at));
    if (document.state === "draft" && over !== undefined) return { ok: false, refusal: over };
    if (document.state !== "draft" || document.revision === input.revision || base === undefined) {
      const plain = edit.decide({ ...input, content: mine }, state, moment);
      return plain.ok ? yes({ kind: "saved", draft: plain.value, brought: [] }) : plain;
    }
    const from = withAnswers(base, owners, state.amended?.content);
    const { content, clashes } = merge(from, document.content, mine);
    // Together they can be more than a document holds.
    if (clashes.length > 0 || !contentField.safeParse(content).success)
      return yes({ kind: "aside", draft: document, content: input.content, from: input.revision });
    const together = save(content);
    const brought = [...new Set(changesBetween(from, document.content).map(({ number }) => number))];
    return together.ok ? yes({ kind: "merged", draft: together.value, brought }) : together;
  },
});

/** What somebody has read of a draft: kept for themselves, so that they are told what has changed since. */
export const markRead = command({
  event: "draft.read",
  may: () => undefined,
  decide: (
    input: { readonly revision: number },
    { document }: { readonly document: PledgeDocument },
  ): Result<number, Refusal<Why>> =>
    input.revision > document.revision
      ? no("changed-meanwhile", { detail: { revision: document.revision } })
      : yes(input.revision),
});
