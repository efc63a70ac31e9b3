// A change in a bundle: whether it is of the text it says, whether that text is proven too, and whether it touches more than its kind may.
import { amendmentFault } from "./amendments/amendment.ts";
import type { BundleLog, BundlePart } from "./bundle.ts";
import type { Content } from "./document.ts";
import { readLeaf } from "./logged.ts";
import { proven, unproven, wrong, type Fault, type Statement } from "./verdict.ts";

/** A text of the chain, nearest first, as it was read and found. */
export type Link = Pick<BundlePart, "log"> & {
  readonly contentHash: string;
  /** Undefined where it cannot be read as a promise. */
  readonly content: Content | undefined;
  /** Something is wrong with its text, its signatures or its place in the log. */
  readonly isFalse: boolean;
};

/** What can be said of a change and of the texts before it; of a text that changes nothing, whether the log says that it was changed later. */
export function changeStatements(own: Link & { readonly content: Content }, before: readonly Link[]): Statement[] {
  if (own.content.amends === undefined) {
    if (before.length > 0) return [wrong("change", "changes-nothing")];
    const later = leavesOf(own.log).find(({ kind }) => kind === "amended");
    return later === undefined ? [] : [unproven("change", "changed-later", { at: later.at ?? later.logged })];
  }
  const chain = [own, ...before];
  for (const [place, link] of chain.entries()) {
    const amends = link.content?.amends;
    const former = chain[place + 1];
    if (former === undefined) {
      if (amends !== undefined)
        return [
          ...(place === 0 ? [] : [told(own.content)]),
          unproven("change", "changed-text-missing", { hash: amends.contentHash }),
        ];
      break;
    }
    const fault = wrongBetween(link, former);
    if (fault !== undefined) return [wrong("change", fault, { hash: amends?.contentHash ?? "" })];
  }
  const extensions = chain.filter(({ content }) => content?.amends?.kind === "extension").length;
  return [extensions > 1 ? wrong("change", "extended-twice") : told(own.content)];
}

function told({ amends }: Content): Statement {
  const why = amends?.kind === "extension" ? "lengthens" : "changes";
  return proven("change", why, { hash: amends?.contentHash ?? "" });
}

/** What is wrong with one text being the change of another. */
function wrongBetween(link: Link, former: Link): Fault | undefined {
  const { content } = link;
  if (content?.amends === undefined) return "changes-nothing";
  if (former.contentHash !== content.amends.contentHash) return "changes-other-text";
  if (former.isFalse || former.content === undefined) return "changed-text-false";
  switch (amendmentFault(content, content, former.content)?.why) {
    case undefined:
      break;
    case "amendment-keeps-frame":
      return "changes-parties-or-period";
    case "extension-not-later":
      return "lengthens-nothing";
    default:
      return "lengthens-and-changes";
  }
  const named = leavesOf(former.log).filter(({ kind }) => kind === "amended");
  if (named.length > 0 && named.every(({ amendmentHash }) => amendmentHash !== link.contentHash))
    return "changed-by-another";
  return isBefore(link.log, former.log) ? "change-logged-first" : undefined;
}

const leavesOf = (log: BundleLog | null) => (log?.entries ?? []).flatMap(({ entry }) => readLeaf(entry) ?? []);

/** Whether any of the one's entries came before the other was published. Two logs cannot be held against each other. */
function isBefore(one: BundleLog | null, other: BundleLog | null): boolean {
  if (one === null || other === null || one.key !== other.key) return false;
  const published = other.entries.find(({ entry }) => readLeaf(entry)?.kind === "published");
  return published !== undefined && one.entries.some(({ index }) => index < published.index);
}
