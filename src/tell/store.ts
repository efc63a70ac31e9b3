// Reads what the stages know, for the gate; writes what came through it. The only SQL of this stage.
import type { Day, Instant } from "../ground/time.ts";
import { addDays, dayOf } from "../ground/time.ts";
import type { Count } from "../ground/count.ts";
import { sumOfCounts } from "../ground/count.ts";
import { nameOfPlace } from "../ground/place.ts";
import { slugOf } from "../ground/words.ts";
import type { Within } from "../partnership/tables.ts";
import { fewestFor } from "../collect/category.ts";
import { verdictOf } from "../follow/outcome.ts";
import type { Activity, Content } from "../pledge/document.ts";
import { spanOf } from "../pledge/document.ts";
import { lint } from "../pledge/lint.ts";
import type { Mandate, Means, SigningParty } from "../pledge/signature.ts";
import { expectedBetween } from "../pledge/target.ts";
import { EVIDENCE_KINDS } from "../prioritise/problem.ts";
import type { Disclosed } from "./disclosure.ts";
import type {
  RawSite,
  Site,
  ToldActivity,
  ToldDocument,
  ToldIndicator,
  ToldOutput,
  ToldPledge,
  ToldReport,
} from "./site.ts";
import { readDialogues, readResults } from "./store-dialogues.ts";
import { readRoads } from "./store-roads.ts";
import { disputesDuring } from "../follow/store.ts";
import { readPlans } from "./store-plans.ts";
import type { TellDatabase } from "./tables.ts";
import { clockOf } from "./told-clock.ts";

type Tx = Within<TellDatabase>;

/** Everything there is to tell of a partnership, raw. Undefined until both parties have accepted, or where there is none. */
export async function readSite(tx: Tx, partnershipId: string, today: Day): Promise<RawSite | undefined> {
  const partnership = await tx.selectFrom("partnership").selectAll().where("id", "=", partnershipId).executeTakeFirst();
  if (partnership === undefined) return undefined;
  const parties = await tx
    .selectFrom("partnership_party")
    .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
    .where("partnership_id", "=", partnershipId)
    .orderBy("organisation.kind")
    .select(["organisation.id as id", "kind", "name", "accepted_at"])
    .execute();
  if (parties.some(({ accepted_at }) => accepted_at === null)) return undefined;
  const partyName = new Map(parties.map(({ id, name }) => [id, name]));
  const documents = await readDocuments(tx, partnershipId);
  const reports = await readReports(tx, partnershipId, partyName);
  const inForce = documents.filter(
    ({ state, from, to }) => state === "published" && (from ?? "") <= today && (to ?? "9999") >= today,
  );
  const answers = await readAnswers(tx, partnershipId);
  const words = [
    ...documents
      .filter(({ state }) => state === "published")
      .map(({ published }) => ({ on: dayOf(published), what: "pledge" as const })),
    ...reports.map(({ on }) => ({ on, what: "report" as const })),
    ...answers.map(({ on }) => ({ on, what: "answer" as const })),
  ].toSorted((a, b) => (a.on < b.on ? 1 : -1));
  return {
    slug: partnership.slug,
    name: partnership.name,
    example: partnership.example,
    parties: parties.map(({ kind, name }) => ({ kind, name })),
    feedbackDays: partnership.feedback_days,
    lastWord: words[0] ?? null,
    documents: documents.map(({ id: _id, published: _published, content: _content, ...told }) => told),
    current: await readAllPledges(tx, partnershipId, inForce, today, partyName, reports),
    walks: await readWalks(tx, partnershipId),
    upcoming: await readPlans(tx, partnershipId),
    roads: await readRoads(tx, partnershipId, partyName),
    dialogues: [...(await readDialogues(tx, partnershipId)), ...(await readResults(tx, partnershipId))],
    answers,
    reports: reports.map(({ statuses: _statuses, ...told }) => told),
  };
}

type ReadDocument = ToldDocument & { readonly id: string; readonly published: Instant; readonly content: Content };

async function readDocuments(tx: Tx, partnershipId: string): Promise<ReadDocument[]> {
  const rows = await tx
    .selectFrom("pledge_document")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "in", ["published", "closed"])
    .orderBy("valid_from")
    .execute();
  const signatures = await tx
    .selectFrom("pledge_signature")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("party")
    .execute();
  return rows.map((row, place): ReadDocument => {
    const { content } = row;
    const { from, to } = spanOf(content);
    const before = rows[place - 1]?.valid_to;
    const gap =
      before !== undefined && before !== null && row.valid_from !== null && addDays(before, 1) < row.valid_from
        ? { from: addDays(before, 1), to: addDays(row.valid_from, -1) }
        : null;
    return {
      id: row.id,
      published: row.published_at ?? row.changed_at,
      content,
      slug: row.slug,
      title: row.title,
      state: row.state === "closed" ? "closed" : "published",
      closing: row.closing,
      from: from ?? null,
      to: to ?? null,
      fromSaid: content.period.from.said,
      toSaid: content.period.to?.said ?? "",
      preamble: content.preamble ?? "",
      basis: content.basis,
      pledges: content.pledges.map((pledge) => ({
        order: pledge.order,
        text: pledge.text,
        activities: pledge.activities.map((activity) => ({
          number: activity.number,
          text: activity.text,
          unit: activity.accountable?.unit ?? "",
          target: activity.target ?? null,
          uncounted: activity.notCountableBecause ?? "",
          places: placesOf(activity),
          deadline: activity.deadline ?? null,
        })),
      })),
      signatures: signatures.filter(({ document_id }) => document_id === row.id).map(signatureTold),
      contentHash: row.content_hash,
      lacks: lint(content),
      sources: content.sources,
      note: content.note ?? "",
      agreement: content.agreement ?? "",
      situationReport: content.situationReport ?? "",
      followUp: [content.review, content.feedback].filter((said) => said !== undefined).join(" "),
      equality: content.equality ?? "",
      renderings: (content.renderings ?? []).map(({ channel, differs = "" }) => ({ channel, differs })),
      example: row.example,
      gap,
    };
  });
}

function placesOf({ place, target }: Activity): readonly string[] {
  if (target?.places !== undefined && target.places.length > 0) return target.places;
  const named = place === undefined ? "" : nameOfPlace(place);
  return named === "" ? [] : [named];
}

/** The office, never the person. On paper the day is the one on the paper, and only that. */
function signatureTold(row: { party: SigningParty; mandate: Mandate<SigningParty>; means: Means; signed_at: Instant }) {
  const { mandate, means } = row;
  return {
    party: row.party,
    office: mandate.acting ? `tf. ${mandate.office}` : mandate.office,
    on: means.kind === "paper" ? (means.on ?? null) : dayOf(row.signed_at),
    how: means.kind,
  };
}

type ReadReport = ToldReport<number> & {
  readonly statuses: ReadonlyMap<string, { status: ToldReport["rows"][number]["status"]; explanation: string }>;
};

async function readReports(
  tx: Tx,
  partnershipId: string,
  partyName: ReadonlyMap<string, string>,
): Promise<ReadReport[]> {
  const rows = await tx
    .selectFrom("period_report")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "=", "published")
    .orderBy("to_day")
    .execute();
  const reports: ReadReport[] = [];
  for (const row of rows) {
    const assessments = await tx
      .selectFrom("activity_assessment")
      .innerJoin("pledge_activity", "pledge_activity.id", "activity_assessment.activity_id")
      .where("pledge_activity.partnership_id", "=", partnershipId)
      .where("report_id", "=", row.id)
      .orderBy("pledge_order")
      .orderBy("number")
      .select(["activity_id", "number", "text", "status", "explanation", "output", "outcome", "experience"])
      .execute();
    const texts = await tx
      .selectFrom("report_text")
      .select(["voice", "text"])
      .where("report_id", "=", row.id)
      .execute();
    const approvals = await tx
      .selectFrom("report_approval")
      .select(["organisation_id", "title", "at"])
      .where("report_id", "=", row.id)
      .where("version", "=", row.version)
      .execute();
    reports.push({
      slug: row.slug,
      from: row.from_day,
      to: row.to_day,
      on: dayOf(row.published_at ?? row.drafted_at),
      rows: assessments.map(({ activity_id: _id, ...assessment }) => assessment),
      texts,
      approvals: approvals.map(({ organisation_id, title, at }) => ({
        party: partyName.get(organisation_id) ?? "",
        title,
        on: dayOf(at),
      })),
      disputes: await disputesDuring(tx, partnershipId, row.from_day, row.to_day),
      example: row.example,
      statuses: new Map(
        assessments.map(({ activity_id, status, explanation }) => [activity_id, { status, explanation }]),
      ),
    });
  }
  return reports;
}

/** Several promises can be in force at once; their addresses are kept apart by the document's where they would be the same. */
async function readAllPledges(
  tx: Tx,
  partnershipId: string,
  documents: readonly ReadDocument[],
  today: Day,
  partyName: ReadonlyMap<string, string>,
  reports: readonly ReadReport[],
): Promise<ToldPledge<number>[]> {
  const all: ToldPledge<number>[] = [];
  for (const document of documents)
    for (const pledge of await readPledges(tx, partnershipId, document, today, partyName, reports))
      all.push(
        all.some(({ slug }) => slug === pledge.slug) ? { ...pledge, slug: `${pledge.slug}-${document.slug}` } : pledge,
      );
  return all;
}

async function readPledges(
  tx: Tx,
  partnershipId: string,
  document: ReadDocument,
  today: Day,
  partyName: ReadonlyMap<string, string>,
  reports: readonly ReadReport[],
): Promise<ToldPledge<number>[]> {
  const indicators = await readIndicators(tx, partnershipId, document.id);
  const pledges: ToldPledge<number>[] = [];
  for (const pledge of document.content.pledges) {
    const activities: ToldActivity<number>[] = [];
    for (const activity of pledge.activities)
      activities.push(await readActivity(tx, partnershipId, document, pledge, activity, today, partyName, reports));
    pledges.push({
      slug: `${pledge.order}-${slugOf(pledge.theme)}`,
      order: pledge.order,
      text: pledge.text,
      documentSlug: document.slug,
      continues: pledge.continues !== undefined,
      causes: pledge.causes ?? [],
      effect: pledge.expectedEffect?.text ?? "",
      problems: await readProblems(tx, partnershipId, pledge.problemIds, partyName),
      activities,
      indicators: indicators
        .filter(({ pledgeId }) => pledgeId === pledge.id)
        .map(({ pledgeId: _pledgeId, ...told }) => told),
      example: document.example,
    });
  }
  return pledges;
}

type PledgeOf = Content["pledges"][number];

async function readActivity(
  tx: Tx,
  partnershipId: string,
  document: ReadDocument,
  pledge: PledgeOf,
  activity: PledgeOf["activities"][number],
  today: Day,
  partyName: ReadonlyMap<string, string>,
  reports: readonly ReadReport[],
): Promise<ToldActivity<number>> {
  const occasions = await tx
    .selectFrom("occasion")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("activity_id", "=", activity.id)
    .where("struck_at", "is", null)
    .orderBy("on_day", "desc")
    .execute();
  const outputs =
    occasions.length === 0
      ? []
      : await tx
          .selectFrom("occasion_output")
          .select(["id", "occasion_id", "parent_id", "what", "count_value", "count_qualifier", "relation"])
          .where(
            "occasion_id",
            "in",
            occasions.map(({ id }) => id),
          )
          .orderBy("position")
          .execute();
  const deviations = await tx
    .selectFrom("deviation")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("activity_id", "=", activity.id)
    .orderBy("on_day", "desc")
    .execute();
  const { from, to } = document;
  const span = from === null || to === null ? undefined : { from, to };
  const due =
    span === undefined || activity.target === undefined
      ? undefined
      : expectedBetween(activity.target, span.from, today < span.to ? today : span.to, span);
  const inAll =
    span === undefined || activity.target === undefined
      ? undefined
      : expectedBetween(activity.target, span.from, span.to, span);
  const report = reports.findLast(({ statuses }) => statuses.has(activity.id));
  const status = report?.statuses.get(activity.id);
  const counts: Count[] = occasions
    .filter(({ toward_target }) => toward_target)
    .map(({ count_value, count_qualifier }) => ({ value: count_value, qualifier: count_qualifier }));
  return {
    id: activity.id,
    number: activity.number,
    text: activity.text,
    unit: activity.accountable?.unit ?? "",
    owner: activity.owner ?? pledge.owner,
    target: activity.target ?? null,
    done: sumOfCounts(counts),
    due: due?.count ?? null,
    inAll: inAll?.count ?? null,
    occasions: occasions.map((occasion) => ({
      on: occasion.on_day,
      count: { value: occasion.count_value, qualifier: occasion.count_qualifier },
      counted: occasion.counted,
      place: occasion.place.name ?? "",
      party: partyName.get(occasion.organisation_id) ?? "",
      outputs: inReadingOrder(
        outputs.filter(({ occasion_id }) => occasion_id === occasion.id),
        null,
        0,
      ),
    })),
    deviations: deviations.map((deviation) => ({
      on: deviation.on_day,
      sentence: deviation.sentence,
      newDay: deviation.new_day,
      because: deviation.no_new_day_because ?? "",
    })),
    status: report === undefined || status === undefined ? null : { ...status, report: report.slug },
  };
}

type OutputRow = {
  readonly id: string;
  readonly parent_id: string | null;
  readonly what: string;
  readonly count_value: number;
  readonly count_qualifier: Count["qualifier"];
  readonly relation: "part" | "result";
};

/** Parts of the occasion itself first, then each thing that came of it, with its own parts straight after it. */
function inReadingOrder(rows: readonly OutputRow[], parent: string | null, depth: number): ToldOutput<number>[] {
  const here = rows.filter(({ parent_id }) => parent_id === parent);
  return [
    ...here.filter(({ relation }) => relation === "part"),
    ...here.filter(({ relation }) => relation !== "part"),
  ].flatMap((row) => {
    const own = depth + (row.relation === "part" && parent === null ? 1 : 0);
    const told = { what: row.what, heads: row.count_value, qualifier: row.count_qualifier, depth: own };
    return [told, ...inReadingOrder(rows, row.id, own + 1)];
  });
}

async function readIndicators(
  tx: Tx,
  partnershipId: string,
  documentId: string,
): Promise<(ToldIndicator<number> & { readonly pledgeId: string | null })[]> {
  const rows = await tx
    .selectFrom("indicator")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("document_id", "=", documentId)
    .execute();
  const readings =
    rows.length === 0
      ? []
      : await tx
          .selectFrom("indicator_reading")
          .selectAll()
          .where(
            "indicator_id",
            "in",
            rows.map(({ id }) => id),
          )
          .orderBy("on_day")
          .execute();
  return rows.map((row) => {
    const own = readings
      .filter(({ indicator_id }) => indicator_id === row.id)
      .map(({ on_day, value, low, high, n, method, baseline, comparable }) => ({
        on: on_day,
        value,
        low,
        high,
        n,
        method,
        baseline,
        comparable,
      }));
    return {
      pledgeId: row.pledge_id,
      name: row.name,
      unit: row.unit,
      column: row.column_kind,
      verdict: verdictOf({ readings: own, wanted: row.wanted }).kind,
      source: row.source,
      caveat: row.caveat,
      readings: own.map(({ on, value, low, high, n, baseline, comparable }) => ({
        on,
        figure: { value, low, high },
        n,
        baseline,
        comparable,
      })),
    };
  });
}

/** Only what both parties may see is told of: what one of them holds in confidence does not exist here, not even as a number. */
async function readProblems(
  tx: Tx,
  partnershipId: string,
  ids: readonly string[],
  partyName: ReadonlyMap<string, string>,
) {
  const problems: ToldPledge<number>["problems"][number][] = [];
  for (const id of ids) {
    const row = await tx
      .selectFrom("problem")
      .select(["id", "what"])
      .where("partnership_id", "=", partnershipId)
      .where("id", "=", id)
      .where("state", "=", "chosen")
      .executeTakeFirst();
    if (row === undefined) continue;
    const choices = await tx
      .selectFrom("problem_choice")
      .innerJoin("organisation", "organisation.id", "problem_choice.organisation_id")
      .select(["organisation_id", "reason"])
      .where("problem_id", "=", id)
      .orderBy("organisation.kind")
      .execute();
    const evidence = await tx
      .selectFrom("problem_evidence")
      .selectAll()
      .where("problem_id", "=", id)
      .where("sharing", "=", "shared")
      .execute();
    const allowed = await mayBeCounted(tx, partnershipId);
    const themes = await tx
      .selectFrom("dialogue_theme")
      .select(["id", "count", "category"])
      .where("partnership_id", "=", partnershipId)
      .execute();
    const points = await tx
      .selectFrom("problem_evidence")
      .innerJoin("protocol_row", "protocol_row.observation_id", "problem_evidence.ref_id")
      .innerJoin("walk", "walk.id", "protocol_row.walk_id")
      .where("problem_evidence.problem_id", "=", id)
      .where("walk.partnership_id", "=", partnershipId)
      .where("problem_evidence.kind", "=", "observation")
      .where("problem_evidence.sharing", "=", "shared")
      .where("walk.published_at", "is not", null)
      .orderBy("walk.starts_at")
      .orderBy("number")
      .select(["walk.slug as walk", "number", "ref_id"])
      .execute();
    const unpublished = evidence.filter(
      ({ kind, ref_id }) =>
        allowed(kind, ref_id) && (kind !== "observation" || !points.some((point) => point.ref_id === ref_id)),
    );
    const kinds = EVIDENCE_KINDS.filter((kind) => unpublished.some((one) => one.kind === kind));
    problems.push({
      title: row.what,
      reasons: choices.map(({ organisation_id, reason }) => ({ party: partyName.get(organisation_id) ?? "", reason })),
      points: points.map(({ walk, number }) => ({ walk, number })),
      evidence: kinds.map((kind) => {
        const own = unpublished.filter((one) => one.kind === kind);
        // Only what is shown by itself is added: from a sum and one part the other part could be worked out.
        const voices = themes
          .filter(
            ({ id: theme, count, category }) =>
              own.some(({ ref_id }) => ref_id === theme) && count >= fewestFor(category),
          )
          .reduce((sum, { count }) => sum + count, 0);
        return { kind, pieces: own.length, voices: kind === "theme" ? voices : null };
      }),
    });
  }
  return problems;
}

/**
 * What its owner has decided may be counted among what is published, as that stands now: a note by its own sharing, a theme by its dialogue's source. What
 * both read and no more is evidence inside, and no number outside; what was taken back is neither.
 */
async function mayBeCounted(tx: Tx, partnershipId: string) {
  const notes = await tx
    .selectFrom("observation")
    .innerJoin("problem_evidence", "problem_evidence.ref_id", "observation.id")
    .select("observation.id")
    .where("observation.partnership_id", "=", partnershipId)
    .where("observation.sharing", "=", "public")
    .where("withdrawn_at", "is", null)
    .execute();
  const themes = await tx
    .selectFrom("dialogue_theme")
    .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
    .innerJoin("source", "source.id", "dialogue.source_id")
    .select("dialogue_theme.id")
    .where("dialogue_theme.partnership_id", "=", partnershipId)
    .where("secrecy_class", "=", "public")
    .execute();
  const measured = await tx
    .selectFrom("measurement")
    .select("id")
    .where("partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .execute();
  const coded = tx.selectFrom("theme").select("id").where("partnership_id", "=", partnershipId);
  const shown = await coded.where("shown_on", "is not", null).execute();
  const ids = new Set<string | null>([...notes, ...themes, ...measured, ...shown].map(({ id }) => id));
  const isAsked = (kind: string) => kind !== "series" && kind !== "question";
  return (kind: string, refId: string | null) => !isAsked(kind) || ids.has(refId);
}

async function readWalks(tx: Tx, partnershipId: string): Promise<RawSite["walks"]> {
  const walks = await tx
    .selectFrom("walk")
    .innerJoin("source", "source.id", "walk.source_id")
    .selectAll("walk")
    .select(["source.reference as reference"])
    .where("walk.partnership_id", "=", partnershipId)
    .where("state", "in", ["walked", "protocol"])
    .orderBy("starts_at", "desc")
    .execute();
  const rows = await tx
    .selectFrom("protocol_row")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("number")
    .execute();
  return walks.map((walk) => ({
    slug: walk.slug,
    title: walk.title,
    village: walk.village,
    on: dayOf(walk.starts_at),
    from: clockOf(walk.starts_at),
    to: clockOf(walk.ends_at),
    meetingPoint: walk.meeting_point,
    functions: walk.functions,
    walkers: walk.participants.all ?? null,
    rows: rows
      // What is established is read by those who ask for it, what is published by everybody.
      .filter(({ walk_id }) => walk_id === walk.id && walk.published_at !== null)
      .map((row) => ({
        number: row.number,
        kind: row.kind,
        place: row.place_name,
        text: row.text,
        proposal: row.proposal,
        manager: row.spot_manager,
        answer: row.answer_kind ?? "",
        reason: row.answer_reason,
        when: row.answer_when,
        example: row.example,
      })),
    reference: walk.reference,
    example: walk.example,
  }));
}

async function readAnswers(tx: Tx, partnershipId: string): Promise<RawSite["answers"]> {
  const problems = await tx
    .selectFrom("problem")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("state", "<>", "open")
    .orderBy("raised_at")
    .execute();
  const choices = await tx
    .selectFrom("problem_choice")
    .innerJoin("organisation", "organisation.id", "problem_choice.organisation_id")
    .select(["problem_id", "reason", "at", "organisation.name as party"])
    .where("partnership_id", "=", partnershipId)
    .orderBy("organisation.kind")
    .execute();
  const evidence = await tx
    .selectFrom("problem_evidence")
    .select(["problem_id", "kind", "ref_id"])
    .where("partnership_id", "=", partnershipId)
    .where("sharing", "=", "shared")
    .execute();
  const published = new Set<string | null>(
    (
      await tx
        .selectFrom("protocol_row")
        .innerJoin("walk", "walk.id", "protocol_row.walk_id")
        .select("observation_id")
        .where("walk.partnership_id", "=", partnershipId)
        .where("walk.published_at", "is not", null)
        .execute()
    ).map(({ observation_id }) => observation_id),
  );
  const allowed = await mayBeCounted(tx, partnershipId);
  const documents = await tx
    .selectFrom("pledge_document")
    .select(["slug", "content"])
    .where("partnership_id", "=", partnershipId)
    .where("state", "in", ["published", "closed"])
    .orderBy("valid_from")
    .execute();
  const pledgeFor = (id: string) => {
    const found = documents
      .flatMap(({ slug, content }) => content.pledges.map((pledge) => ({ slug, pledge })))
      .findLast(({ pledge }) => pledge.problemIds.some((problem) => problem === id));
    return found === undefined ? null : { order: found.pledge.order, documentSlug: found.slug };
  };
  return problems.flatMap((problem) => {
    if (problem.state === "open") return [];
    const rests = evidence.filter(
      ({ problem_id, kind, ref_id }) =>
        problem_id === problem.id && (allowed(kind, ref_id) || (kind === "observation" && published.has(ref_id))),
    );
    const yeses = choices.filter(({ problem_id }) => problem_id === problem.id);
    const at =
      problem.closed_at ??
      yeses
        .map((choice) => choice.at)
        .toSorted()
        .at(-1) ??
      problem.raised_at;
    return [
      {
        said: problem.what,
        voices: rests.length,
        notes: rests.filter(({ kind, ref_id }) => kind === "observation" && !published.has(ref_id)).length,
        answer: problem.state,
        reasons:
          problem.public_reason === null
            ? yeses.map(({ party, reason }) => ({ party, reason }))
            : [{ party: "", reason: problem.public_reason }],
        on: dayOf(at),
        pledge: problem.state === "chosen" ? pledgeFor(problem.id) : null,
        example: problem.example,
      },
    ];
  });
}

export async function publish(
  tx: Tx,
  partnershipId: string,
  site: Disclosed<Site>,
  etag: string,
  at: Instant,
): Promise<void> {
  const row = { slug: site.slug, name: site.name, content: JSON.stringify(site), etag, made_at: at };
  await tx
    .insertInto("publication")
    .values({ partnership_id: partnershipId, ...row })
    .onConflict((conflict) => conflict.column("partnership_id").doUpdateSet(row))
    .execute();
}

export async function published(
  tx: Tx,
  slug: string,
): Promise<{ site: Disclosed<Site>; etag: string; madeAt: Instant } | undefined> {
  const row = await tx.selectFrom("publication").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row === undefined ? undefined : { site: row.content, etag: row.etag, madeAt: row.made_at };
}

export async function allPublished(tx: Tx): Promise<{ sites: Disclosed<Site>[]; etag: string }> {
  const rows = await tx.selectFrom("publication").select(["content", "etag"]).orderBy("name").execute();
  return { sites: rows.map(({ content }) => content), etag: rows.map(({ etag }) => etag).join("-") };
}
