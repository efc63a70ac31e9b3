// What has been heard in dialogues, for the gate: as somebody counted it afterwards, or as a campaign's answers were coded and their telling decided.
import type { Within } from "../partnership/tables.ts";
import type { RawSite } from "./site.ts";
import type { TellDatabase } from "./tables.ts";
import { readDisputes } from "./store-disputes.ts";
import { toldResults } from "./told-results.ts";

type Tx = Within<TellDatabase>;

/** As its owner has decided: what both read and no more is no page for strangers. */
export async function readDialogues(tx: Tx, partnershipId: string): Promise<RawSite["dialogues"]> {
  return asTold(tx, partnershipId, recorded(tx, partnershipId).where("source.secrecy_class", "=", "public"));
}

/** One that is recorded and those that are decided with it, in the same source: as strangers read them, or would if it were decided today. */
export async function readDecidedTogether(tx: Tx, partnershipId: string, slug: string): Promise<RawSite["dialogues"]> {
  const ofSlug = tx
    .selectFrom("dialogue")
    .select("source_id")
    .where("partnership_id", "=", partnershipId)
    .where("slug", "=", slug);
  return asTold(tx, partnershipId, recorded(tx, partnershipId).where("dialogue.source_id", "in", ofSlug));
}

const recorded = (tx: Tx, partnershipId: string) =>
  tx
    .selectFrom("dialogue")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .selectAll("dialogue")
    .select(["source.caveat as caveat", "source.reference as reference"])
    .where("dialogue.partnership_id", "=", partnershipId)
    .orderBy("held_to", "desc");

async function asTold(
  tx: Tx,
  partnershipId: string,
  which: ReturnType<typeof recorded>,
): Promise<RawSite["dialogues"]> {
  const dialogues = await which.execute();
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
