// What figures there are to follow, read under the asker's own role from where they lie: series of statistics, measurements, closed dialogues, logs and the picture.
import { occasionsOf } from "../../act/store.ts";
import * as campaigns from "../../collect/campaigns/store.ts";
import { measureOf, type Series } from "../../collect/series/series.ts";
import { breaksOf, seriesOf } from "../../collect/series/store.ts";
import { knowledgeOf } from "../../collect/source.ts";
import { sourcesOf } from "../../collect/store.ts";
import { addDays, type Day } from "../../ground/time.ts";
import { villagesOf } from "../../partnership/store-villages.ts";
import type { Within } from "../../partnership/tables.ts";
import { exploreAsked, monthsBetween } from "../../picture/counts.ts";
import { askedIn, daysAsked, type Question, readQuestion } from "../../picture/question.ts";
import * as picture from "../../picture/store.ts";
import { asHeld } from "../../pledge/amendments/amendment.ts";
import { spanOf } from "../../pledge/document.ts";
import { documentsOf, promisedActivities } from "../../pledge/store.ts";
import type { FollowDatabase } from "../tables.ts";
import type { Point } from "./effect.ts";
import { type AskedRow, ofAsked, ofEvents, ofLog, ofMeasured, ofSeries, pointsOf } from "./figures.ts";
import type { FromKind, Indicator, Sourced } from "./indicator.ts";
import { words } from "./words.ts";

type Tx = Within<FollowDatabase>;
type From = { readonly kind: FromKind; readonly key: string };

/** The promises that are published or over, as they hold, with what each says of how it is to be seen. */
export async function promisesIn(tx: Tx, partnershipId: string) {
  return asHeld(await documentsOf(tx, partnershipId))
    .filter(({ state }) => state === "published" || state === "closed")
    .map(({ id, slug, content, example }) => ({
      id,
      slug,
      title: content.title,
      span: spanOf(content),
      pledges: content.pledges,
      example,
    }))
    .toReversed();
}

/** Everything there is to choose among, but what the picture counts: that follows from a promise. */
export async function everySource(tx: Tx, partnershipId: string, today: Day): Promise<Sourced[]> {
  return [
    ...(await fromLogs(tx, partnershipId, today)),
    ...(await fromMeasurements(tx, partnershipId)),
    ...(await fromDialogues(tx, partnershipId)),
    ...(await fromSeries(tx, partnershipId)),
  ];
}

/** One of them; undefined where it is not there for whoever asks. */
export async function sourceOf(tx: Tx, partnershipId: string, from: From, today: Day): Promise<Sourced | undefined> {
  const among = async () => {
    switch (from.kind) {
      case "series":
        return fromSeries(tx, partnershipId);
      case "measurement":
        return fromMeasurements(tx, partnershipId);
      case "campaign":
        return fromDialogues(tx, partnershipId);
      case "log":
        return fromLogs(tx, partnershipId, today);
      case "events": {
        const found = await countedIn(tx, partnershipId, from.key, today);
        return found === undefined ? [] : [found.own];
      }
      case "own":
        return [];
    }
  };
  return (await among()).find(({ key }) => key === from.key);
}

/** The source of an indicator as it is now, unless it has become one party's own since. */
export async function sourcedNow(
  tx: Tx,
  partnershipId: string,
  indicator: Indicator,
  today: Day,
): Promise<Sourced | undefined> {
  if (indicator.from.kind === "own") return undefined;
  const sourced = await sourceOf(tx, partnershipId, indicator.from, today);
  if (sourced?.secrecy !== "own") return sourced;
  return indicator.secrecy === "own" && indicator.organisationId === sourced.organisationId ? sourced : undefined;
}

type Known = Awaited<ReturnType<typeof sourcesOf>>[number];

async function fromSeries(tx: Tx, partnershipId: string): Promise<Sourced[]> {
  const sources = new Map((await sourcesOf(tx, partnershipId)).map((source) => [source.id, source]));
  const breaks = await breaksOf(tx, partnershipId);
  return (await seriesOf(tx, partnershipId)).flatMap((series) => {
    const source = sources.get(series.sourceId);
    const noted = breaks.filter(({ sourceId, key }) => sourceId === series.sourceId && key === series.key);
    return source === undefined ? [] : [ofSeries(series, about(source), noted)];
  });
}

function about(source: Known) {
  return {
    source: source.name,
    caveat: source.caveat,
    felt:
      knowledgeOf(source.kind) === "felt" || source.sampleType === "self-selected" || source.sampleType === "random",
    secrecy: source.secrecyClass,
    organisationId: source.ownerOrganisationId,
  };
}

async function fromMeasurements(tx: Tx, partnershipId: string): Promise<readonly Sourced[]> {
  const rows = await tx
    .selectFrom("measurement")
    .innerJoin("source", "source.id", "measurement.source_id")
    .select([
      "measurement.name",
      "unit",
      "value",
      "low",
      "high",
      "n",
      "from_day",
      "to_day",
      "place_name",
      "measurement.caveat",
    ])
    .select(["source.name as source", "source.slug", "source.kind", "secrecy_class", "owner_organisation_id"])
    .where("measurement.partnership_id", "=", partnershipId)
    .where("withdrawn_at", "is", null)
    .orderBy("measurement.name")
    .orderBy("to_day")
    .execute();
  return ofMeasured(
    rows.map((row) => ({
      sourceSlug: row.slug,
      name: row.name,
      place: row.place_name ?? "",
      unit: row.unit,
      value: row.value,
      low: row.low,
      high: row.high,
      n: row.n,
      from: row.from_day,
      to: row.to_day,
      caveat: row.caveat,
      source: row.source,
      felt: knowledgeOf(row.kind) === "felt",
      secrecy: row.secrecy_class,
      organisationId: row.owner_organisation_id,
    })),
  );
}

/** Fewer than so many answers are not counted even inside (statistics.md 5.2). */
const FEWEST_INSIDE = 10;

async function fromDialogues(tx: Tx, partnershipId: string): Promise<readonly Sourced[]> {
  const sources = new Map((await sourcesOf(tx, partnershipId)).map((source) => [source.id, source]));
  const closed = (await campaigns.campaignsOf(tx, partnershipId))
    .filter(({ state }) => state === "closed")
    .toReversed();
  const asked: AskedRow[] = [];
  for (const campaign of closed) {
    const source = sources.get(campaign.sourceId);
    if (source === undefined) continue;
    const answers = await tx
      .selectFrom("campaign_answer")
      .select("given")
      .where("campaign_id", "=", campaign.id)
      .where("state", "=", "kept")
      .execute();
    for (const { key, version, words: said, question } of campaign.items) {
      if (question.kind === "text" || question.kind === "place") continue;
      const given = answers.flatMap(({ given: all }) => (all[key]?.version === version ? [all[key].value] : []));
      if (given.length < FEWEST_INSIDE) continue;
      for (const option of question.options)
        asked.push({
          question: said.sv,
          option: option.words.sv,
          on: campaign.to,
          chose: given.filter((value) => (Array.isArray(value) ? value : [value]).includes(option.key)).length,
          answered: given.length,
          ...about(source),
          // What was answered is told by its owner when all of it has been read, and by nobody before (collect/campaigns/results.ts).
          secrecy: source.secrecyClass === "public" ? "shared" : source.secrecyClass,
        });
    }
  }
  return ofAsked(asked);
}

async function fromLogs(tx: Tx, partnershipId: string, today: Day): Promise<Sourced[]> {
  const occasions = await occasionsOf(tx, partnershipId);
  const owner = await tx
    .selectFrom("partnership_party")
    .select("organisation_id")
    .where("partnership_id", "=", partnershipId)
    .where("standing", "=", "municipality")
    .executeTakeFirst();
  const promises = await promisesIn(tx, partnershipId);
  const activities = promises.flatMap(({ pledges }) => pledges.flatMap(({ activities: all }) => all));
  const baselines = new Map<string, (typeof activities)[number]["baseline"]>(
    activities.map(({ id, baseline }) => [id, baseline]),
  );
  return (await promisedActivities(tx, partnershipId)).map((row) =>
    ofLog(
      {
        id: row.id,
        text: row.text,
        unit: row.target?.unit ?? words.count.sv.toLowerCase(),
        from: row.valid_from,
        to: row.valid_to,
        target: row.target ?? undefined,
        baseline: baselines.get(row.id),
        secrecy: "public",
        organisationId: row.organisation_id ?? owner?.organisation_id ?? "",
      },
      occasions
        .filter(({ activityId, state, towardTarget }) => activityId === row.id && state === "stands" && towardTarget)
        .map(({ on, count }) => ({ on, count: count.value })),
      today,
      words.logSource.sv.replace("{unit}", row.unit ?? ""),
    ),
  );
}

/** Months that are counted, at most: the town is not what it was so long ago. */
const MOST_MONTHS = 180;

/** What the picture counts of a question month by month, beside what the question is held against and what lies round its place. Only what both parties see. */
async function countedIn(tx: Tx, partnershipId: string, address: string, today: Day) {
  const { question, unread } = readQuestion(askedIn(new URLSearchParams(address)));
  const ground = await picture.groundOf(tx, partnershipId);
  const { from } = daysAsked(question);
  if (unread.length > 0 || ground === undefined || from === undefined || from.slice(0, 7) >= today.slice(0, 7))
    return undefined;
  const villages = await villagesOf(tx, partnershipId);
  const columns = await picture.columnsOf(
    tx,
    partnershipId,
    villages,
    {
      municipality: { code: ground.code, name: ground.name },
      county: { code: ground.countyCode, name: ground.countyName },
    },
    { sharing: "shared" },
  );
  const sources = await picture.sourcesOf(tx, partnershipId);
  const asked: Question = { ...question, knowledge: ["recorded"], sharing: "shared", compared: undefined };
  const lastMonth = addDays(`${today.slice(0, 7)}-01` as Day, -1).slice(0, 7);
  const months = monthsBetween([from.slice(0, 7), lastMonth] as never).slice(-MOST_MONTHS);
  const pointsIn = (part: Partial<Question>): Point[] =>
    months.map((month) => {
      const days = daysAsked({ from: month, to: month });
      const { total } = exploreAsked(columns.events, { ...asked, ...part, from: month, to: month }, sources).explored;
      return { from: days.from!, to: days.to!, count: Math.round(total) };
    });
  const own = pointsIn({});
  const area = question.compared !== undefined && "area" in question.compared ? question.compared.area : undefined;
  const nameOf = (slug: string) => villages.find((village) => village.slug === slug)?.name ?? slug;
  const wide = question.box === undefined ? undefined : pointsIn({ box: widened(question.box) });
  const owner = await tx
    .selectFrom("partnership_party")
    .select("organisation_id")
    .where("partnership_id", "=", partnershipId)
    .where("standing", "=", "municipality")
    .executeTakeFirst();
  return {
    own: ofEvents(
      {
        of: address,
        name: address,
        unit: "händelser",
        secrecy: "shared",
        organisationId: owner?.organisation_id ?? "",
      },
      own,
      words.pictureCaveat.sv,
      words.pictureSource.sv,
    ),
    others: area === undefined ? [] : [{ name: nameOf(area), points: pointsIn({ area, box: undefined }) }],
    around:
      wide === undefined
        ? null
        : wide.map((point, place) => ({ ...point, count: Math.max(0, point.count - own[place]!.count) })),
  };
}

/** As far again on every side. */
function widened({ west, south, east, north }: NonNullable<Question["box"]>): NonNullable<Question["box"]> {
  const [wide, high] = [east - west, north - south];
  return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** What the design needs beside the indicator's own readings, and whether those who wished to answered. */
export async function besideOf(tx: Tx, partnershipId: string, indicator: Indicator, today: Day) {
  const { kind, key } = indicator.from;
  if (kind === "events") {
    const found = await countedIn(tx, partnershipId, key, today);
    return { others: found?.others ?? [], around: found?.around ?? null, selfSelected: false };
  }
  const sources = await sourcesOf(tx, partnershipId);
  const isChosen = sources.some(({ name, sampleType }) => name === indicator.source && sampleType === "self-selected");
  const selfSelected = isChosen || (indicator.column === "experience" && kind === "own");
  if (kind !== "series") return { others: [], around: null, selfSelected };
  const all = await seriesOf(tx, partnershipId);
  const own = all.find(({ slug }) => slug === key);
  if (own === undefined) return { others: [], around: null, selfSelected };
  const source = sources.find(({ id }) => id === own.sourceId);
  const others =
    source === undefined
      ? []
      : nearest(
          all.filter((one) => one.id !== own.id && measureOf(one) === measureOf(own)),
          indicator.comparison,
        );
  return {
    others: others
      .map((series) => {
        const { measure, readings } = ofSeries(series, about(source!), []);
        return { name: series.area.name, points: pointsOf(measure, readings) };
      })
      .filter(({ points }) => points.length > 0),
    around: null,
    selfSelected,
  };
}

/** What the promise names; else the other municipalities there are, else the county, else the country. */
function nearest<S extends Series>(series: readonly S[], named: string): readonly S[] {
  const promised = series.filter(({ area }) => named !== "" && area.name === named);
  if (promised.length > 0) return promised;
  const beside = series.filter(({ area }) => area.kind === "municipality" || area.kind === "area");
  if (beside.length > 0) return beside;
  const wider = series.find(({ area }) => area.kind === "county") ?? series.find(({ area }) => area.kind === "country");
  return wider === undefined ? [] : [wider];
}
