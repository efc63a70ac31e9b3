// What was promised and what has come of it, for the gate: documents, period reports, and each promise with its activities and indicators.
import { forumsTold } from "../act/forums/store.ts";
import { firstLogged } from "../act/occasion.ts";
import type { Selectable } from "kysely";
import type { Day, Instant } from "../ground/time.ts";
import { addDays, dayOf } from "../ground/time.ts";
import type { Count } from "../ground/count.ts";
import { sumOfCounts } from "../ground/count.ts";
import { nameOfPlace } from "../ground/place.ts";
import { slugOf } from "../ground/words.ts";
import type { Within } from "../partnership/tables.ts";
import { indicatorsOf } from "../follow/indicators/store.ts";
import { asHeld, headOf, originalOf } from "../pledge/amendments/amendment.ts";
import { type Evidence, evidenceOf, publishingEvidence } from "../pledge/bundle.ts";
import type { Activity, Content } from "../pledge/document.ts";
import { exceptionsIn, exceptionTo } from "../pledge/exceptions.ts";
import { lint } from "../pledge/lint.ts";
import type { Mandate, Means, SigningParty } from "../pledge/signature.ts";
import { publicExpiry } from "../pledge/renewal/expiry.ts";
import type { PledgePublishingRow } from "../pledge/publication/tables.ts";
import { becameIn, type Kin, kinOf } from "../pledge/renewal/lineage.ts";
import { nextBy } from "../pledge/renewal/store.ts";
import { entriesOf } from "../pledge/store-log.ts";
import { expectedBetween } from "../pledge/target.ts";
import type { ToldActivity, ToldDocument, ToldIndicator, ToldOutput, ToldPledge, ToldReport } from "./site.ts";
import { disputesDuring } from "../follow/store.ts";
import type { PeriodReportRow } from "../follow/reports/tables.ts";
import { readLeaf } from "../pledge/logged.ts";
import { readReportBody } from "../pledge/report-text.ts";
import type { TellDatabase } from "./tables.ts";
import { readProblems } from "./store-answers.ts";
import { toldId } from "./told-id.ts";

type Tx = Within<TellDatabase>;

type ReadDocument = ToldDocument & { readonly id: string; readonly published: Instant; readonly content: Content };

/** Every document that is or was published, with who signed and in what order it follows another. */
export async function readDocuments(
  tx: Tx,
  partnershipId: string,
  today: Day,
  asPublished?: string,
): Promise<ReadDocument[]> {
  const found = await tx
    .selectFrom("pledge_document")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where((it) =>
      it.or([
        it("state", "in", ["published", "closed"]),
        ...(asPublished === undefined ? [] : [it.and([it("id", "=", asPublished), it("state", "=", "signed")])]),
      ]),
    )
    .orderBy("valid_from")
    .orderBy("published_at")
    .execute();
  const rows = found.map((row) => (row.id === asPublished ? { ...row, state: "published" as const } : row));
  const originals = rows.filter(({ amends_id }) => amends_id === null);
  const signatures = await tx
    .selectFrom("pledge_signature")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("party")
    .execute();
  const keys = await tx
    .selectFrom("pledge_publishing")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .orderBy("pressed_at")
    .execute();
  const logged = await entriesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const next = await nextBy(tx, partnershipId);
  const held = asHeld(rows);
  const kin = kinOf(held);
  const became = becameIn(held);
  return rows.map((row): ReadDocument => {
    const { content } = row;
    const original = originalOf(row, rows);
    // A change ends with the promise it changes.
    const state = original.state === "closed" ? ("closed" as const) : ("published" as const);
    // As long as it holds: a promise that was lengthened is not over on the day that was signed first.
    const { period } = row === original ? headOf(row, rows).content : content;
    const [from, to] = [period.from.on, period.to?.on];
    const before = row === original ? originals[originals.indexOf(row) - 1]?.valid_to : undefined;
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
      state,
      closing: original.closing,
      publishedOn: dayOf(row.published_at ?? row.changed_at),
      ...changeTold(row, rows),
      from: from ?? null,
      to: to ?? null,
      fromSaid: period.from.said,
      toSaid: period.to?.said ?? "",
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
          became: became.get(activity.id) ?? null,
        })),
        ...kinOfPledge(kin, pledge.id),
      })),
      signatures: signatures.filter(({ document_id }) => document_id === row.id).map(signatureTold),
      contentHash: row.content_hash,
      log: logged
        .filter(({ documentId }) => documentId === row.id)
        .map(({ index, kind, leaf }) => ({ index, kind, leaf })),
      evidence: {
        revision: row.revision,
        contentHash: row.content_hash,
        text: row.content_text,
        signatures: signatures
          .filter(({ document_id }) => document_id === row.id)
          .map(({ party, mandate, content_hash: contentHash, signed_at: signedAt, means }) =>
            evidenceOf({ party, mandate, contentHash, signedAt, means }),
          ),
        ...publishedBy(keys.filter(({ document_id }) => document_id === row.id)),
      },
      lacks: lint(content).filter((remark) => exceptionTo(content, remark) === undefined),
      left: exceptionsIn(content),
      sources: content.sources,
      note: content.note ?? "",
      agreement: content.agreement ?? "",
      situationReport: content.situationReport ?? "",
      followUp: [content.review, content.feedback].filter((said) => said !== undefined).join(" "),
      equality: content.equality ?? "",
      renderings: (content.renderings ?? []).map(({ channel, differs = "" }) => ({ channel, differs })),
      example: row.example,
      resultsOf: (content.toldResults ?? []).map(({ period }) => period),
      expiry:
        row === original
          ? (publicExpiry({ to, state, closing: row.closing }, next.get(row.id) ?? "none", today) ?? null)
          : null,
      gap,
    };
  });
}

/** By which keys; nothing for what was published before that took keys. */
function publishedBy(
  rows: readonly Pick<Selectable<PledgePublishingRow>, "party" | "content_hash" | "pressed_at" | "means">[],
): Pick<Evidence, "publication"> {
  if (rows.length === 0) return {};
  return {
    publication: rows.map(({ party, content_hash: contentHash, pressed_at: pressedAt, means }) =>
      publishingEvidence({ party, contentHash, pressedAt, means }),
    ),
  };
}

type Row = { readonly id: string; readonly slug: string; readonly state: string; readonly content: Content };

/** Of a change, what it changes and why; of a promise, its changes in order. */
function changeTold<R extends Row>(row: R, all: readonly R[]): Pick<ToldDocument, "amends" | "changes"> {
  const { amends } = row.content;
  if (amends === undefined) {
    const changes = all.filter((one) => one !== row && originalOf(one, all) === row);
    return changes.length === 0 ? {} : { changes: changes.map(({ slug }) => slug) };
  }
  return {
    amends: {
      kind: amends.kind,
      reason: amends.reason,
      withdrawn: (amends.withdrawn ?? []).map(({ number, reason }) => ({ number, reason })),
      original: originalOf(row, all).slug,
      changed: all.find(({ id }) => id === amends.documentId)?.slug ?? "",
    },
  };
}

function kinOfPledge(all: ReadonlyMap<string, Kin>, id: string): { kin?: Kin } {
  const kin = all.get(id);
  return kin === undefined ? {} : { kin };
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
    ...(means.kind === "paper" && means.voucher !== undefined ? { vouchedAs: means.voucher.as } : {}),
  };
}

type ReadReport = ToldReport<number> & {
  readonly statuses: ReadonlyMap<string, { status: ToldReport["rows"][number]["status"]; explanation: string }>;
};

/** The published follow-ups, each with what it said of every activity. */
export async function readReports(
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
      ...(await signedTold(tx, partnershipId, row)),
      example: row.example,
      statuses: new Map(
        assessments.map(({ activity_id, status, explanation }) => [activity_id, { status, explanation }]),
      ),
    });
  }
  return [...reports, ...(await readParts(tx, partnershipId))].toSorted((a, b) => (a.to < b.to ? -1 : 1));
}

/** One party's part of a report that the other's is waited for: nobody has signed it, and no promise's status rests on it. */
async function readParts(tx: Tx, partnershipId: string): Promise<ReadReport[]> {
  const rows = await tx
    .selectFrom("report_part")
    .innerJoin("period_report", "period_report.id", "report_part.report_id")
    .where("report_part.partnership_id", "=", partnershipId)
    .where("period_report.state", "<>", "published")
    .select([
      "slug",
      "from_day",
      "to_day",
      "report_part.content_text as text",
      "party",
      "report_part.published_at as at",
    ])
    .select("period_report.example as example")
    .execute();
  return rows.flatMap(({ slug, from_day: from, to_day: to, text, party, at, example }) => {
    const body = readReportBody(text);
    if (body === undefined) return [];
    const told = body.pledges.flatMap(({ activities }) => activities);
    return [
      {
        slug,
        from,
        to,
        on: dayOf(at),
        example,
        body,
        rows: told.map(({ number, text: said, status, explanation, output, outcome, experience }) => ({
          number,
          text: said,
          status,
          explanation,
          output,
          outcome,
          experience,
        })),
        texts: body.texts,
        approvals: [],
        waitsFor: party === "police" ? ("municipality" as const) : ("police" as const),
        statuses: new Map(),
      },
    ];
  });
}

/** What both signed, with who did and the evidence of it; of what was approved by a click, what there was. */
async function signedTold(
  tx: Tx,
  partnershipId: string,
  row: Selectable<PeriodReportRow>,
): Promise<Partial<ToldReport<number>>> {
  const { content_text: text, content_hash: hash } = row;
  const body = text === null ? undefined : readReportBody(text);
  if (text === null || hash === null || body === undefined)
    return {
      disputes: await disputesDuring(tx, partnershipId, row.from_day, row.to_day),
      ...(text === null ? {} : { contentText: text }),
    };
  const signatures = await tx
    .selectFrom("report_signature")
    .selectAll()
    .where("report_id", "=", row.id)
    .where("version", "=", row.version)
    .orderBy("party")
    .execute();
  const keys = await tx
    .selectFrom("report_publishing")
    .selectAll()
    .where("report_id", "=", row.id)
    .where("version", "=", row.version)
    .orderBy("pressed_at")
    .execute();
  const logged = (await entriesOf(tx, [row.document_id])).filter(({ leaf }) => readLeaf(leaf)?.hash === hash);
  return {
    contentText: text,
    body,
    evidence: {
      revision: row.version,
      contentHash: hash,
      text,
      signatures: signatures.map(({ party, mandate, content_hash: contentHash, signed_at: signedAt, means }) =>
        evidenceOf({ party, mandate, contentHash, signedAt, means }),
      ),
      ...publishedBy(keys),
    },
    log: logged.map(({ index, kind, leaf }) => ({ index, kind, leaf })),
    signatures: signatures.map(signatureTold),
  };
}

/** Several promises can be in force at once; their addresses are kept apart by the document's where they would be the same. */
export async function readAllPledges(
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
  const indicators = await readIndicators(tx, partnershipId);
  const pledges: ToldPledge<number>[] = [];
  for (const pledge of document.content.pledges) {
    const activities: ToldActivity<number>[] = [];
    for (const activity of pledge.activities)
      activities.push(await readActivity(tx, partnershipId, document, pledge, activity, today, partyName, reports));
    pledges.push({
      slug: `${pledge.order}-${slugOf(pledge.theme)}`,
      order: pledge.order,
      theme: pledge.theme,
      text: pledge.text,
      documentSlug: document.slug,
      continues: pledge.continues !== undefined,
      causes: pledge.causes ?? [],
      effect: pledge.expectedEffect?.text ?? "",
      seen: seenIn(pledge),
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

function seenIn({ expectedEffect }: PledgeOf): ToldPledge<number>["seen"] {
  if (expectedEffect?.measured === undefined) return null;
  return { found: expectedEffect.measured, goal: expectedEffect.goal ?? null };
}

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
  const lines = await tx
    .selectFrom("occasion")
    .select(["id", "corrects", "logged_at as loggedAt"])
    .where("partnership_id", "=", partnershipId)
    .where("activity_id", "=", activity.id)
    .execute();
  const loggedFirst = firstLogged(lines.map((line) => ({ ...line, corrects: line.corrects ?? undefined })));
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
  const forums = occasions.length === 0 ? [] : await forumsTold(tx, partnershipId);
  const deviations = await tx
    .selectFrom("deviation")
    .selectAll()
    .where("partnership_id", "=", partnershipId)
    .where("activity_id", "=", activity.id)
    .where("struck_at", "is", null)
    .orderBy("on_day", "desc")
    .execute();
  const { from, to } = document;
  const span =
    from === null || to === null ? undefined : { from, to, season: activity.season, deadline: activity.deadline?.on };
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
      id: toldId(occasion.id),
      on: occasion.on_day,
      settledOn: dayOf(loggedFirst({ corrects: occasion.corrects ?? undefined, loggedAt: occasion.logged_at })),
      count: { value: occasion.count_value, qualifier: occasion.count_qualifier },
      counted: occasion.counted,
      ...(occasion.toward_target ? {} : { beside: true as const }),
      place: occasion.place.name ?? "",
      party: partyName.get(occasion.organisation_id) ?? "",
      outputs: inReadingOrder(
        outputs.filter(({ occasion_id }) => occasion_id === occasion.id),
        null,
        0,
      ),
      ...forumIn(forums, occasion.id),
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

function forumIn(forums: Awaited<ReturnType<typeof forumsTold>>, occasionId: string) {
  const found = forums.find(({ id }) => id === occasionId);
  return found === undefined ? {} : { forum: { band: found.band, grade: found.grade, themes: found.themes } };
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

/** Of every promise; what only the parties may read is not told. */
async function readIndicators(
  tx: Tx,
  partnershipId: string,
): Promise<(ToldIndicator<number> & { readonly pledgeId: string | undefined })[]> {
  return (await indicatorsOf(tx, partnershipId))
    .filter(({ secrecy }) => secrecy === "public")
    .map(({ pledgeId, target, beside, verdict, effect, ...one }) => ({
      pledgeId,
      id: toldId(one.id),
      name: one.name,
      unit: one.unit,
      column: one.column,
      measure: one.measure,
      controlDependent: one.controlDependent,
      verdict: verdict?.kind ?? null,
      source: one.source,
      caveat: one.caveat,
      target: target === undefined ? null : { value: target.value, by: target.by ?? null },
      breaks: one.breaks.map(({ on, why }) => ({ on, why })),
      beside: beside?.secrecy === "public" ? beside.name : null,
      effect: effect ?? null,
      readings: one.readings.map(({ on, value, low, high, n, baseline, comparable }) => ({
        on,
        settledOn: one.settled.get(on) ?? on,
        figure: { value, low, high },
        n,
        baseline,
        comparable,
      })),
    }));
}
