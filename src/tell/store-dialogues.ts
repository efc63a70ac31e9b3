// What has been heard in dialogues, for the gate: as somebody counted it afterwards, or as a campaign's answers were coded and their telling decided.
import type { Within } from "../partnership/tables.ts";
import type { RawSite } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { readDisputes } from "./store-disputes.ts";
import { toldResults } from "./told-results.ts";

type Tx = Within<TellDatabase>;

export async function readDialogues(tx: Tx, partnershipId: string): Promise<RawSite["dialogues"]> {
  const dialogues = await tx
    .selectFrom("dialogue")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .selectAll("dialogue")
    .select(["source.caveat as caveat", "source.reference as reference"])
    .where("dialogue.partnership_id", "=", partnershipId)
    // As its owner has decided: what both read and no more is no page for strangers.
    .where("source.secrecy_class", "=", "public")
    .orderBy("held_to", "desc")
    .execute();
  const themes = await tx
    .selectFrom("dialogue_theme")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("count", "desc")
    .orderBy("theme")
    .execute();
  return dialogues.map((dialogue) => ({
    slug: dialogue.slug,
    title: dialogue.title,
    from: dialogue.held_from,
    to: dialogue.held_to,
    method: dialogue.method,
    sampleType: dialogue.sample_type,
    canInfluence: dialogue.can_influence,
    cannotInfluence: dialogue.cannot_influence,
    answered: dialogue.answered.all ?? null,
    themes: themes
      .filter(({ dialogue_id }) => dialogue_id === dialogue.id)
      .map(({ theme, category, count, qualifier, quote }) => ({
        theme,
        category,
        // «Minst en» says that it was said, not by how many: no number is made of it.
        voices: qualifier === "at-least" && count === 1 ? null : count,
        qualifier,
        quote,
      })),
    caveat: dialogue.caveat,
    reference: dialogue.reference,
    example: dialogue.example,
  }));
}

/** What has been decided to be told of campaigns, as it was then. */
export async function readResults(tx: Tx, partnershipId: string): Promise<RawSite["dialogues"]> {
  const rows = await tx
    .selectFrom("campaign_results")
    .innerJoin("campaign", "campaign.id", "campaign_results.campaign_id")
    .select([
      "slug",
      "title",
      "words",
      "methods",
      "sample_type as sampleType",
      "from_day as from",
      "to_day as to",
      "example",
    ])
    .select(["answered", "themes", "by_choice as byChoice", "not_asked as notAsked"])
    .where("campaign_results.partnership_id", "=", partnershipId)
    .orderBy("to_day", "desc")
    .orderBy("slug")
    .execute();
  const disputed = await readDisputes(tx, partnershipId);
  return rows
    .flatMap(({ answered, themes, byChoice, notAsked, ...asked }) =>
      toldResults(asked, { answered, themes, byChoice: byChoice ?? undefined }, notAsked),
    )
    .map((told) => ({
      ...told,
      themes: told.themes.map((theme) => ({ ...theme, dispute: disputed(theme.theme) })),
    }));
}
