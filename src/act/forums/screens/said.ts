import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Lang, say } from "../../../ground/words.ts";
import type { ScreenProps } from "../../../ui/screen.ts";
import type { Status } from "../../../ui/status.tsx";
import type { listForums, openForum } from "../api.ts";
import type { ForumState } from "../forum.ts";
import { bands, grades, themes as themeWords, words } from "../words.ts";

export type Listed = OutputOf<typeof listForums>["forums"][number];
export type Opened = OutputOf<typeof openForum>;
export type ForumProps = ScreenProps & { readonly forum: Opened };

export const KINDS: Readonly<Record<ForumState, Parameters<typeof Status>[0]["kind"]>> = {
  planned: "waiting",
  asking: "running",
  paused: "partly",
  shown: "running",
  closed: "met",
};

/** «20–39 elever i årskurs 8». */
export function sayGroup({ band, grade }: Pick<Listed, "band" | "grade">, lang: Lang): string {
  return say(words.line, lang, { band: say(bands[band], lang), grade: say(grades[grade], lang) });
}
/** «nikotin, A-traktor». */
export function sayThemes(themes: Listed["themes"], lang: Lang): string {
  return themes.map((theme) => say(themeWords[theme], lang)).join(", ");
}
