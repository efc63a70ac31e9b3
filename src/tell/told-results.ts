// A campaign's answers as a dialogue that is told: by method, theme by theme, with what was not asked beside them.
import type { Campaign } from "../collect/campaigns/campaign.ts";
import type { Results } from "../collect/campaigns/results.ts";
import { campaignMethods } from "../collect/campaigns/words.ts";
import type { ToldDialogue } from "./site.ts";

type Asked = Pick<Campaign, "slug" | "title" | "from" | "to" | "methods" | "sampleType" | "example"> & {
  readonly words: Pick<Campaign["words"], "canInfluence" | "cannotInfluence">;
};

/** Kept apart from dialogues by its first word. */
export const resultsSlug = (campaign: string): string => `svar-${campaign}`;

export function toldResults(asked: Asked, { answered, themes }: Results, notAsked: string): ToldDialogue<number> {
  return {
    slug: resultsSlug(asked.slug),
    title: asked.title,
    from: asked.from,
    to: asked.to,
    method: asked.methods.map((method) => campaignMethods[method].sv).join(", "),
    sampleType: asked.sampleType,
    canInfluence: asked.words.canInfluence.sv,
    cannotInfluence: asked.words.cannotInfluence.sv,
    answered,
    themes: themes.map((one) => ({ ...one, qualifier: "exact", quote: "" })),
    caveat: notAsked === "" ? "" : `Det här frågade vi inte om: ${notAsked}`,
    reference: null,
    example: asked.example,
  };
}
