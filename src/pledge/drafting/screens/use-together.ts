import { useState } from "react";
import type { Json } from "../../../ground/canonical.ts";
import type { Content } from "../../document.ts";
import type { Opened } from "../../screens/opened.ts";
import { type Clash, merge, settled, type Side } from "../merge.ts";
import { asAnswered, changesBetween, isSame, withField } from "../passages.ts";

type Writing = {
  readonly revision: number;
  /** What one began from. */
  readonly base: Content;
  readonly content: Content;
  /** Still to be chosen. */
  readonly clashes: readonly Clash[];
  /** Where another has changed something meanwhile, which is in it. */
  readonly brought: readonly string[];
};

/** What is being written on a draft. When a newer revision comes, what is written goes on from that one: what does not clash is put together, the rest is asked. */
export function useTogether(document: Opened | undefined) {
  const [held, setHeld] = useState<Writing>();
  const writing = document === undefined ? held : carried(held, document);
  if (writing !== held) setHeld(writing);
  const change = (part: Partial<Writing>) => {
    if (document === undefined) return;
    const from = writing ?? { ...begun(document), content: document.content };
    setHeld({ ...from, ...part });
  };
  const without = (clash: Clash) => (writing?.clashes ?? []).filter((one) => one !== clash);
  return {
    content: writing?.content ?? document?.content,
    unsaved: writing !== undefined,
    clashes: writing?.clashes ?? [],
    brought: writing?.brought ?? [],
    type: (content: Content) => change({ content }),
    choose: (clash: Clash, take: Side) =>
      writing && change({ content: settled(writing.content, clash, take), clashes: without(clash) }),
    writeTogether: (clash: Clash, value: Json) =>
      writing &&
      change({
        content: withField(writing.content, clash.at, clash.field, value) ?? writing.content,
        clashes: without(clash),
      }),
    /** What was written is saved: what stands in the draft is what there is. */
    done: () => setHeld(undefined),
  };
}

const begun = (document: Opened) => ({
  revision: document.revision,
  base: document.content,
  clashes: [],
  brought: [],
});

function carried(held: Writing | undefined, document: Opened): Writing | undefined {
  if (held === undefined || held.revision === document.revision) return held;
  const { content, revision } = document;
  if (document.state !== "draft" || isSame(held.content, held.base)) return undefined;
  const base = asAnswered(held.base, content);
  const merged = merge(base, content, asAnswered(held.content, content));
  // Saved by oneself, or the same by another.
  if (isSame(merged.content, content) && merged.clashes.length + held.clashes.length === 0) return undefined;
  const isAsked = (at: string, field: string) => merged.clashes.some((one) => one.at === at && one.field === field);
  const where = changesBetween(base, content)
    .filter(({ at, field }) => !isAsked(at, field))
    .map(({ number }) => number);
  const brought = [...new Set([...held.brought, ...where])];
  // What was to be chosen before still is, unless the same has been changed once more.
  const before = held.clashes.filter(({ at, field }) => !isAsked(at, field));
  return { revision, base: content, content: merged.content, clashes: [...merged.clashes, ...before], brought };
}
