// A campaign's answers as a dialogue that is told: by method, theme by theme, with what was not asked beside them. Those who chose to answer the open form
// beside a drawn sample are told by themselves: what they said is never added to what the sample said.
import { BY_CHOICE_CAVEAT, type Campaign, isByChoice } from "../collect/campaigns/campaign.ts";
import type { AllResults, Results } from "../collect/campaigns/results.ts";
import { campaignMethods } from "../collect/campaigns/words.ts";
import type { ToldDialogue } from "./site.ts";

type Asked = Pick<Campaign, "slug" | "title" | "from" | "to" | "methods" | "sampleType" | "example"> & {
  readonly words: Pick<Campaign["words"], "canInfluence" | "cannotInfluence">;
};

/** Kept apart from dialogues by its first word. */
export const resultsSlug = (campaign: string): string => `svar-${campaign}`;
export const byChoiceSlug = (campaign: string): string => `sjalvvalda-${campaign}`;

/** The sample's own first; then, where there are any, those who chose. */
export function toldResults(asked: Asked, results: AllResults, notAsked: string): ToldDialogue<number>[] {
  const { byChoice, ...own } = results;
  const missing = notAsked === "" ? "" : `Det här frågade vi inte om: ${notAsked}`;
  const chose = asked.methods.filter((method) => isByChoice(asked.sampleType, method));
  const others = asked.methods.filter((method) => !chose.includes(method));
  const named = (methods: Asked["methods"]) => methods.map((method) => campaignMethods[method].sv).join(", ");
  const drawn = { slug: resultsSlug(asked.slug), title: asked.title, sampleType: asked.sampleType };
  return [
    told(asked, own, { ...drawn, method: named(others.length === 0 ? asked.methods : others), caveat: missing }),
    ...(byChoice === undefined
      ? []
      : [
          told(asked, byChoice, {
            slug: byChoiceSlug(asked.slug),
            title: `${asked.title} De som själva valde att svara`,
            sampleType: "self-selected",
            method: named(chose),
            caveat: [BY_CHOICE_CAVEAT, missing].filter(Boolean).join(" "),
          }),
        ]),
  ];
}

type Part = Pick<ToldDialogue<number>, "slug" | "title" | "sampleType" | "method" | "caveat">;
function told(asked: Asked, { answered, themes }: Results, part: Part): ToldDialogue<number> {
  return {
    ...part,
    from: asked.from,
    to: asked.to,
    canInfluence: asked.words.canInfluence.sv,
    cannotInfluence: asked.words.cannotInfluence.sv,
    answered,
    themes: themes.map((one) => ({ ...one, qualifier: "exact", quote: "" })),
    reference: null,
    example: asked.example,
  };
}
