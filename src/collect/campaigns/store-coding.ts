import { sql } from "kysely";
import type { Day } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import type { Category } from "../category.ts";
import type { SampleType, SourceKind } from "../source.ts";
import type { CollectDatabase } from "../tables.ts";
import type { Coding, HeardForm, Showing, Theme, ThemeStep } from "./coding.ts";
import type { Kept } from "./tables.ts";

type Tx = Within<CollectDatabase>;

/** A note `o` that its owner has decided may be published as a number, or that a published protocol tells already. */
const isToldNote = sql<boolean>`(o.withdrawn_at is null and (o.sharing = 'public' or (o.sharing = 'shared' and exists (
  select 1 from protocol_row r join walk w on w.id = r.walk_id where r.observation_id = o.id and w.published_at is not null and not r.waits))))`;

/**
 * How many have said it, as strangers may be told, through the threshold: answers that were read and kept, notes and dialogues, each where its owner has
 * decided that it may be published as a number, and notes that a published protocol tells already. Nothing that was heard in confidence. `but` is who is told,
 * `of` a part of it only.
 */
const voicesOf = (but = sql`null::uuid`, of = sql`true`) => sql<number>`(select count(*) from coding c
  left join (campaign_answer a join campaign k on k.id = a.campaign_id join source ks on ks.id = k.source_id) on a.id = c.answer_id
  left join (observation o join source s on s.id = o.source_id) on o.id = c.observation_id
  left join (dialogue_theme t join dialogue d on d.id = t.dialogue_id join source ds on ds.id = d.source_id) on t.id = c.dialogue_theme_id
  where c.theme_id = theme.id and ${of} and (c.answer_id is null or c.answer_id is distinct from ${but}) and case
    when a.id is not null then a.state = 'kept' and ks.secrecy_class = 'public'
    when o.id is not null then s.kind <> 'hearing' and ${isToldNote}
    when t.id is not null then ds.secrecy_class = 'public'
    else false end)`;

/** The answer a receipt belongs to, with its themes and what became of them. */
export async function followedBy(tx: Tx, receiptHash: string) {
  const answer = await tx
    .selectFrom("campaign_answer")
    .innerJoin("campaign", "campaign.id", "campaign_answer.campaign_id")
    .innerJoin("partnership", "partnership.id", "campaign.partnership_id")
    .innerJoin("source", "source.id", "campaign.source_id")
    .innerJoin("organisation", "organisation.id", "source.owner_organisation_id")
    .leftJoin("retention_rule", "retention_rule.id", "campaign_answer.disposed_under")
    .select([
      "campaign_answer.id",
      "received_on",
      "campaign_answer.state",
      "read_on",
      "reason",
      "campaign.words",
      "campaign.slug",
      "campaign.id as campaignId",
      "campaign.partnership_id as partnershipId",
      "organisation.kind as owner",
      "organisation.id as ownerOrganisationId",
      "disposed_on as disposedOn",
      "retention_rule.decided_on as decidedOn",
      "retention_rule.paragraph as paragraph",
      "partnership.municipality_name as place",
      "partnership.slug as home",
    ])
    .where("receipt_hash", "=", receiptHash)
    .executeTakeFirst();
  if (answer === undefined) return undefined;
  const themes = await tx
    .selectFrom("coding")
    .innerJoin("theme", "theme.id", "coding.theme_id")
    .select(["theme.id", "theme.name", "theme.category"])
    .select(voicesOf(sql`${answer.id}::uuid`).as("others"))
    .where("coding.answer_id", "=", answer.id)
    .orderBy("theme.name")
    .execute();
  const steps =
    themes.length === 0
      ? []
      : await tx
          .selectFrom("theme_step")
          .select(["theme_id", "kind", "on_day as on", "text"])
          .where(
            "theme_id",
            "in",
            themes.map(({ id }) => id),
          )
          .orderBy("on_day")
          .execute();
  return {
    title: answer.words.title,
    slug: answer.slug,
    place: answer.place,
    home: answer.home,
    campaignId: answer.campaignId,
    partnershipId: answer.partnershipId,
    owner: answer.owner,
    ownerOrganisationId: answer.ownerOrganisationId,
    disposed:
      answer.disposedOn === null || answer.decidedOn === null || answer.paragraph === null
        ? undefined
        : { on: answer.disposedOn, decidedOn: answer.decidedOn, paragraph: answer.paragraph },
    receivedOn: answer.received_on,
    state: answer.state,
    readOn: answer.read_on ?? undefined,
    reason: answer.reason ?? undefined,
    themes: themes.map(({ id, name, category, others }) => ({
      id,
      name,
      category: category as Category,
      others,
      steps: steps.filter(({ theme_id }) => theme_id === id).map(({ kind, on, text }) => ({ kind, on, text })),
    })),
  };
}

/** Every theme with the texts that were coded to it: what a new text is compared with at the desk. */
export async function themesWithTexts(tx: Tx, partnershipId: string) {
  const themes = await tx
    .selectFrom("theme")
    .select(["id", "name", "category"])
    .where("partnership_id", "=", partnershipId)
    .execute();
  const coded = await tx
    .selectFrom("coding")
    .leftJoin("campaign_answer", "campaign_answer.id", "coding.answer_id")
    .leftJoin("observation", "observation.id", "coding.observation_id")
    .select(["theme_id", "campaign_answer.given", "observation.text"])
    .where("coding.partnership_id", "=", partnershipId)
    // What one organisation keeps to itself is in no number that others read.
    .where((is) => is.or([is("observation.id", "is", null), is("observation.sharing", "<>", "own")]))
    .execute();
  return themes.map((theme) => {
    const mine = coded.filter(({ theme_id }) => theme_id === theme.id);
    return {
      id: theme.id,
      name: theme.name,
      category: theme.category as Category,
      texts: mine.flatMap(({ given, text }) => [
        ...(given === null ? [] : wordsIn(given)),
        ...((text ?? "") === "" ? [] : [text!]),
      ]),
    };
  });
}

/** The themes that may be shown to those who answer, by the words they are known again by; how many have said the same, without what is kept apart. */
export async function shownThemes(tx: Tx, partnershipId: string) {
  const rows = await tx
    .selectFrom("theme")
    .select(["id", "name", "category", "shown_words as words"])
    .select(voicesOf().as("voices"))
    .where("partnership_id", "=", partnershipId)
    .where("shown_on", "is not", null)
    .orderBy("name")
    .execute();
  return rows
    .filter(({ voices }) => voices > 0)
    .map(({ words, ...row }) => ({
      ...row,
      category: row.category as Category,
      texts: words.split("\n").filter((line) => line !== ""),
    }));
}

/** How many have said each of these, as strangers may be told, and how many of them in a note: a few of these would be solved from the whole. */
export async function toldThemes(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("theme")
    .select(["id", "name", "category"])
    .select([voicesOf().as("voices"), voicesOf(undefined, sql`c.observation_id is not null`).as("notes")])
    .where("id", "in", ids)
    .execute();
  return rows.map(({ category, voices, notes, ...row }) => ({
    ...row,
    category: category as Category,
    voices: Number(voices),
    notes: Number(notes),
  }));
}

export async function setShowing(tx: Tx, id: string, { on, words }: Showing): Promise<void> {
  await tx
    .updateTable("theme")
    .set({ shown_on: on ?? null, shown_words: words })
    .where("id", "=", id)
    .execute();
}

/** Everything somebody wrote in an answer; choices are no words. */
export function wordsIn(given: Readonly<Record<string, Kept>>): string[] {
  return Object.values(given).flatMap(({ value }) =>
    typeof value === "string"
      ? value.includes(" ")
        ? [value]
        : []
      : value[1]?.includes(" ") === true
        ? [value[1]]
        : [],
  );
}

/** What is coded to the same theme already stays as it was. */
export async function addCodings(tx: Tx, partnershipId: string, codings: readonly Coding[]): Promise<number> {
  if (codings.length === 0) return 0;
  const added = await tx
    .insertInto("coding")
    .values(
      codings.map(({ id, themeId, subject, place, time, concerns }) => ({
        id,
        partnership_id: partnershipId,
        theme_id: themeId,
        answer_id: subject.kind === "answer" ? subject.id : null,
        observation_id: subject.kind === "observation" ? subject.id : null,
        dialogue_theme_id: subject.kind === "dialogue-theme" ? subject.id : null,
        hearing_id: subject.kind === "hearing" ? subject.id : null,
        passage_id: subject.kind === "passage" ? subject.id : null,
        place,
        time,
        concerns,
      })),
    )
    .onConflict((is) => is.doNothing())
    .returning("id")
    .execute();
  return added.length;
}

export async function themeById(tx: Tx, partnershipId: string, id: string): Promise<Theme | undefined> {
  const row = await tx
    .selectFrom("theme")
    .select(["id", "name", "category"])
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...row, category: row.category as Category };
}

export async function themeByName(tx: Tx, partnershipId: string, name: string): Promise<Theme | undefined> {
  const row = await tx
    .selectFrom("theme")
    .select(["id", "name", "category"])
    .where("partnership_id", "=", partnershipId)
    .where(sql`lower(name)`, "=", name.trim().toLowerCase())
    .orderBy("id")
    .executeTakeFirst();
  return row && { ...row, category: row.category as Category };
}

export async function addTheme(
  tx: Tx,
  partnershipId: string,
  theme: Theme & { readonly example?: boolean },
): Promise<void> {
  await tx
    .insertInto("theme")
    .values({
      id: theme.id,
      partnership_id: partnershipId,
      name: theme.name,
      category: theme.category,
      example: theme.example ?? false,
    })
    .execute();
}

export async function removeCoding(tx: Tx, partnershipId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("coding")
    .where("partnership_id", "=", partnershipId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

export async function addStep(
  tx: Tx,
  partnershipId: string,
  { id, themeId, kind, on, text }: ThemeStep & { readonly id: string; readonly themeId: string },
): Promise<void> {
  await tx
    .insertInto("theme_step")
    .values({ id, partnership_id: partnershipId, theme_id: themeId, kind, on_day: on, text })
    .execute();
}

/** Which of these can be coded: what the reader sees, and of answers only what has been read and kept. */
export async function codableAmong(tx: Tx, partnershipId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const [answers, observations, themes, hearings, passages] = [
    await tx
      .selectFrom("campaign_answer")
      .select("id")
      .where("state", "=", "kept")
      .where("partnership_id", "=", partnershipId)
      .where("id", "in", ids)
      .execute(),
    await tx
      .selectFrom("observation")
      .select("id")
      .where("withdrawn_at", "is", null)
      .where("partnership_id", "=", partnershipId)
      .where("id", "in", ids)
      .execute(),
    await tx
      .selectFrom("dialogue_theme")
      .select("id")
      .where("partnership_id", "=", partnershipId)
      .where("id", "in", ids)
      .execute(),
    await tx
      .selectFrom("hearing")
      .select("id")
      .where("disposed_at", "is", null)
      .where("partnership_id", "=", partnershipId)
      .where("id", "in", ids)
      .execute(),
    await passagesHeld(tx, partnershipId).select("hearing_passage.id").where("hearing_passage.id", "in", ids).execute(),
  ];
  return [...answers, ...observations, ...themes, ...hearings, ...passages].map(({ id }) => id);
}

/** Passages that were released to the reader's organisation, and that it has opened. */
function passagesHeld(tx: Tx, partnershipId: string) {
  return tx
    .selectFrom("hearing_passage")
    .innerJoin("hearing_passage_text", "hearing_passage_text.passage_id", "hearing_passage.id")
    .where("hearing_passage.partnership_id", "=", partnershipId)
    .where("opened_at", "is not", null)
    .where(sql<boolean>`samsyn_speaks_for(hearing_passage.partnership_id, hearing_passage.to_organisation_id)`);
}

/** What was heard in confidence and nobody has coded: of an actor what they do and wish (their themes are notes of their own), of a staff dialogue all of it. */
async function uncodedHeard(tx: Tx, partnershipId: string, limit: number) {
  const hearings = await tx
    .selectFrom("hearing")
    .select(["id", "form", "area", "themes", "does", "wish_municipality", "wish_police", "texts"])
    .where("partnership_id", "=", partnershipId)
    .where("disposed_at", "is", null)
    .where((is) =>
      is.not(is.exists(is.selectFrom("coding").select("id").whereRef("coding.hearing_id", "=", "hearing.id"))),
    )
    .orderBy("held_on", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  const passages = await passagesHeld(tx, partnershipId)
    .select(["hearing_passage.id", "text", "area"])
    .where((is) =>
      is.not(is.exists(is.selectFrom("coding").select("id").whereRef("coding.passage_id", "=", "hearing_passage.id"))),
    )
    .orderBy("shared_at", "desc")
    .orderBy("hearing_passage.id")
    .limit(limit)
    .execute();
  const heard = (kind: "hearing" | "passage", form: HeardForm, id: string, said: readonly string[], place: string) => {
    const text = said.filter((part) => part !== "").join(" · ");
    return text === "" ? [] : [{ kind, id, text, from: "", heard: form, place, category: undefined }];
  };
  return [
    ...hearings.flatMap(({ id, form, area, themes, does, wish_municipality, wish_police, texts }) => {
      const themesSaid = form === "staff" ? themes.map(({ text }) => text) : [];
      return heard("hearing", form, id, [...themesSaid, does, wish_municipality, wish_police, ...texts], area);
    }),
    ...passages.flatMap(({ id, text, area }) => heard("passage", "passage", id, [text], area)),
  ];
}

/** What nobody has coded yet: kept answers with words in them or a point on the map, notes of people (files' rows are counted, not coded), and what dialogues gave. */
export async function uncoded(tx: Tx, partnershipId: string, limit: number) {
  const answers = await tx
    .selectFrom("campaign_answer")
    .innerJoin("campaign", "campaign.id", "campaign_answer.campaign_id")
    .select(["campaign_answer.id", "given", "campaign.title as from"])
    .select((is) =>
      is
        .exists(is.selectFrom("campaign_point").select("id").whereRef("answer_id", "=", "campaign_answer.id"))
        .as("isPointed"),
    )
    .where("campaign_answer.partnership_id", "=", partnershipId)
    .where("campaign_answer.state", "=", "kept")
    .where((is) =>
      is.not(is.exists(is.selectFrom("coding").select("id").whereRef("coding.answer_id", "=", "campaign_answer.id"))),
    )
    .orderBy("campaign_answer.received_on")
    .orderBy("campaign_answer.id")
    .limit(limit)
    .execute();
  const notes = await tx
    .selectFrom("observation")
    .innerJoin("source", "source.id", "observation.source_id")
    // The words of a complaint, where the reader's organisation took it in.
    .leftJoin("traffic_complaint", "traffic_complaint.observation_id", "observation.id")
    .select(["observation.id", "text", "observation.proposal", "category", "place_name", "source.name as from"])
    .select(["traffic_complaint.effect", "traffic_complaint.proposal as asked"])
    .where("observation.partnership_id", "=", partnershipId)
    .where("foreign_id", "is", null)
    .where("withdrawn_at", "is", null)
    .where((is) =>
      is.not(is.exists(is.selectFrom("coding").select("id").whereRef("coding.observation_id", "=", "observation.id"))),
    )
    .orderBy("noted_at", "desc")
    .orderBy("observation.id")
    .limit(limit)
    .execute();
  const themes = await tx
    .selectFrom("dialogue_theme")
    .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .select(["dialogue_theme.id", "theme", "quote", "category", "dialogue.title as from"])
    .where("dialogue_theme.partnership_id", "=", partnershipId)
    .where((is) =>
      is.not(
        is.exists(is.selectFrom("coding").select("id").whereRef("coding.dialogue_theme_id", "=", "dialogue_theme.id")),
      ),
    )
    .orderBy("dialogue.held_from", "desc")
    .orderBy("dialogue_theme.id")
    .limit(limit)
    .execute();
  return [
    ...answers.flatMap(({ id, given, from, isPointed }) => {
      const text = wordsIn(given).join(" · ");
      return text === "" && isPointed !== true
        ? []
        : [{ kind: "answer" as const, id, text, from, heard: undefined, place: "", category: undefined }];
    }),
    ...(await uncodedHeard(tx, partnershipId, limit)),
    ...notes.map((row) => ({
      kind: "observation" as const,
      id: row.id,
      text: [row.text, row.proposal, row.effect ?? "", row.asked ?? ""].filter((part) => part !== "").join(" · "),
      from: row.from,
      heard: undefined,
      place: row.place_name ?? "",
      category: row.category as Category,
    })),
    ...themes.map((row) => ({
      kind: "dialogue-theme" as const,
      id: row.id,
      text: row.quote === "" ? row.theme : `${row.theme} · ${row.quote}`,
      from: row.from,
      heard: undefined,
      place: "",
      category: row.category as Category,
    })),
  ].slice(0, limit);
}

/** Each theme with every source it stands on: what prioritising reads. Answers count as voices, notes as pieces, a dialogue's theme as what it counted. */
export async function themesWithSources(tx: Tx, partnershipId: string) {
  const themes = await tx
    .selectFrom("theme")
    .select(["id", "name", "category", "example", "shown_on as shownOn", "shown_words as shownWords"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("name")
    .execute();
  const { rows } = await sql<{
    theme_id: string;
    kind: string;
    source: string | null;
    heard: HeardForm | null;
    by_choice: boolean;
    pieces: number;
    voices: number;
    latest: Day | null;
  }>`
    select c.theme_id, coalesce(s.kind, case h.form when 'staff' then 'staff' else 'hearing' end) as kind, s.name as source,
      case when p.id is not null then 'passage' else h.form end as heard,
      coalesce(k.sample_type <> 'self-selected' and a.method = 'form', false) as by_choice, count(*) as pieces,
      coalesce(sum(coalesce(dt.count, 1)), 0)::float8 as voices,
      max(coalesce(a.received_on, (o.noted_at at time zone 'Europe/Stockholm')::date, d.held_to, h.held_on,
        (p.shared_at at time zone 'Europe/Stockholm')::date)) as latest
    from coding c
      left join campaign_answer a on a.id = c.answer_id left join campaign k on k.id = a.campaign_id
      left join observation o on o.id = c.observation_id
      left join dialogue_theme dt on dt.id = c.dialogue_theme_id left join dialogue d on d.id = dt.dialogue_id
      left join hearing h on h.id = c.hearing_id left join hearing_passage p on p.id = c.passage_id
      left join source s on s.id = coalesce(k.source_id, o.source_id, d.source_id)
    where c.partnership_id = ${partnershipId} and (a.id is null or a.state = 'kept') and num_nonnulls(s.id, h.id, p.id) = 1
    group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5`.execute(tx as AnyTransaction);
  const steps = await tx
    .selectFrom("theme_step")
    .select(["theme_id", "kind", "on_day as on", "text"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("on_day")
    .execute();
  const facets = await tx
    .selectFrom("coding")
    .select(["theme_id", "place", "time", "concerns", sql<number>`count(*)`.as("count")])
    .where("partnership_id", "=", partnershipId)
    .where((is) =>
      is.or([
        is("answer_id", "is", null),
        is("answer_id", "in", is.selectFrom("campaign_answer").select("id").where("state", "=", "kept")),
      ]),
    )
    .groupBy(["theme_id", "place", "time", "concerns"])
    .execute();
  return themes.map((theme) => ({
    ...theme,
    category: theme.category as Category,
    shownOn: theme.shownOn ?? undefined,
    sources: rows
      .filter(({ theme_id }) => theme_id === theme.id)
      .map(({ kind, source, heard, by_choice, pieces, voices, latest }) => ({
        kind: kind as SourceKind,
        source: source ?? "",
        heard: heard ?? undefined,
        byChoice: by_choice,
        pieces,
        voices,
        latest,
      })),
    facets: facets.filter(({ theme_id }) => theme_id === theme.id).map(({ theme_id: _id, ...facet }) => facet),
    steps: steps.filter(({ theme_id }) => theme_id === theme.id).map(({ theme_id: _id, ...step }) => step),
  }));
}

/** What a theme stands on at a place, or wherever where the place is empty, source by source: only what both parties may read, and nothing heard in confidence. */
export async function codedSources(tx: Tx, themeId: string, place: string) {
  const rows = await codedSourcesAmong(tx, [themeId], place);
  return rows.map(({ themeId: _theme, ...source }) => source);
}

/** The same of many themes at once. */
export async function codedSourcesAmong(tx: Tx, themeIds: readonly string[], place = "") {
  if (themeIds.length === 0) return [];
  const { rows } = await sql<{
    themeId: string;
    kind: SourceKind;
    source: string;
    sampleType: SampleType;
    sourceId: string;
    pieces: number;
    voices: number;
  }>`
    select c.theme_id as "themeId", s.kind, s.name as source,
      case when k.sample_type <> 'self-selected' and a.method = 'form' then 'self-selected' else coalesce(k.sample_type, s.sample_type) end as "sampleType", s.id as "sourceId",
      count(*)::int as pieces, coalesce(sum(coalesce(dt.count, 1)), 0)::int as voices
    from coding c
      left join campaign_answer a on a.id = c.answer_id left join campaign k on k.id = a.campaign_id
      left join observation o on o.id = c.observation_id
      left join dialogue_theme dt on dt.id = c.dialogue_theme_id left join dialogue d on d.id = dt.dialogue_id
      join source s on s.id = coalesce(k.source_id, o.source_id, d.source_id)
    where c.theme_id in (${sql.join(themeIds)}) and (${place} = '' or c.place = ${place}) and s.secrecy_class <> 'own'
      and (a.id is null or a.state = 'kept') and (o.id is null or (o.sharing <> 'own' and o.withdrawn_at is null))
    group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5`.execute(tx as AnyTransaction);
  return rows;
}

/**
 * The sources whose part of a theme strangers may be told as a number, as their owners have decided that now: public, nothing that was heard in confidence, and
 * no note coded to it that has been taken back or that only the parties read.
 */
export async function toldSources(tx: Tx, partnershipId: string, themeId: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from source s
    where s.partnership_id = ${partnershipId} and s.secrecy_class = 'public' and s.kind <> 'hearing' and not exists (
      select 1 from coding c join observation o on o.id = c.observation_id
      where c.theme_id = ${themeId} and o.source_id = s.id and not ${isToldNote})`.execute(tx as AnyTransaction);
  return rows;
}
