// Which language a resident's page is said in, and which it is offered in, where its campaign has some by file.
import type { OpenWish } from "../../platform/server/pages.ts";
import type { Within } from "../../partnership/tables.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import type { FormLang, Spoken, Tongue } from "../open-form.ts";
import type { CollectDatabase } from "../tables.ts";
import { sentencesOf } from "./sentences.ts";
import { tonguesOf } from "./store.ts";
import { lacking, tongueOf } from "./tongue.ts";

export type SpokenIn = {
  readonly lang: Spoken;
  readonly tongues: readonly Tongue[];
  /** The mark of a preview, where the page is one: it shows a draft, also before the campaign is open, and sends nothing. */
  readonly preview: string | undefined;
};

/** What is asked for if it may be shown, else `otherwise`: a language that lacks a sentence is not there, rather than half in Swedish. */
export async function spokenIn(
  tx: Within<CollectDatabase>,
  campaign: Pick<Campaign, "id" | "words" | "ladderLevel" | "items">,
  { form, query }: Pick<OpenWish, "form" | "query">,
  otherwise: FormLang,
): Promise<SpokenIn> {
  const asked = (name: string) => form?.get(name) ?? query.get(name) ?? "";
  const kept = await tonguesOf(tx, campaign.id);
  const sentences = sentencesOf(campaign);
  const offered = kept.filter(({ state, entries }) => state === "open" && lacking(entries, sentences).length === 0);
  const previewed = kept.find(({ code, mark }) => code === asked("lang") && mark === asked("visa"));
  const chosen = previewed ?? offered.find(({ code }) => code === asked("lang"));
  return {
    lang: chosen === undefined ? otherwise : tongueOf(chosen),
    tongues: offered.map(tongueOf),
    preview: previewed?.mark,
  };
}
