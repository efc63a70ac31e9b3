import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { Opened } from "../../screens/opened.ts";
import { listComments } from "../api.ts";
import { COMMENTERS } from "../comments.ts";
import type { Place } from "../passages.ts";

export type ShownComment = OutputOf<typeof listComments>["comments"][number];
/** What a comment is begun on: a passage, its field, and the words that were marked. */
export type Begun = { readonly at: Place; readonly field: string; readonly quote: string; readonly from: string };

/** Where one lands when what one pressed has gone. */
export const COMMENTS = "draft-comments";

/** The comments on a draft, and the one that is being written. */
export function useCommenting(
  { partnership, person }: Pick<ScreenProps, "partnership" | "person">,
  document: Opened | undefined,
) {
  const slug = document?.slug ?? "";
  const answer = useAnswer(listComments, { partnership, slug }, { enabled: document !== undefined });
  const [begun, begin] = useState<Begun>();
  const comments = answer.value?.comments ?? [];
  const open = comments.filter(({ state }) => state === "open");
  return {
    mayWrite: person.grants.some(({ role }) => COMMENTERS.includes(role)),
    comments,
    open: open.length,
    openAt: (place: Place) => open.filter(({ at }) => at === place).length,
    begun,
    begin,
  };
}
export type Commenting = ReturnType<typeof useCommenting>;
