// What a dossier is made of, read under the role of whoever opens it: what is kept to the other organisation is in nobody else's dossier.
import { entriesOf } from "../../act/calendar/store-entries.ts";
import { shownBetween } from "../../act/calendar/entry.ts";
import { forumsOf } from "../../act/forums/store.ts";
import { progressOf, promisedOf } from "../../act/month.ts";
import { occasionsOf } from "../../act/store.ts";
import { hearingsOf } from "../../collect/hearings/store.ts";
import { waitingFor } from "../../collect/store-waiting.ts";
import type { Person } from "../../ground/party.ts";
import { addMonths, dayOf, type Day, type Instant } from "../../ground/time.ts";
import { partiesOf, partnershipFacts, peopleOf } from "../../partnership/store.ts";
import type { Within } from "../../partnership/tables.ts";
import { asHeld } from "../../pledge/amendments/amendment.ts";
import { spanOf } from "../../pledge/document.ts";
import { papersOf } from "../../pledge/paper/store.ts";
import { documentsOf, promisedActivities } from "../../pledge/store.ts";
import { standing } from "../clocks/decision.ts";
import { clocksOf, decisionsOf, readRed } from "../clocks/store.ts";
import { reportsOf } from "../reports/store.ts";
import type { FollowDatabase } from "../tables.ts";
import type { Activity, Draft, Facts, Paper, Promise as Promised, Spot } from "./dossier.ts";

type Tx = Within<FollowDatabase>;
type Where = { readonly id: string; readonly slug: string };

const MONTHS_AHEAD = 6;

export async function readFacts(tx: Tx, where: Where, person: Person, at: Instant): Promise<Facts> {
  const today = dayOf(at);
  const activities = await activitiesOf(tx, where.id, today);
  const parties = await partiesOf(tx, where.id);
  const nameOf = (id: string) => parties.find(({ organisationId }) => organisationId === id)?.shortName ?? "";
  const hearings = await hearingsOf(tx, where.id);
  return {
    slug: where.slug,
    today,
    promises: await promises(tx, where.id, activities),
    activities,
    clocks: await clocksOf(tx, where.id, today),
    red: (await readRed(tx, where, today)).map((one) => ({ ...one, waitsFor: one.organisationIds.map(nameOf) })),
    heard: await waitingFor(tx, where, person, today),
    drafts: await drafts(tx, where.id),
    spot: [
      ...hearings.flatMap(({ id, promised, keptOn }): Spot[] =>
        promised === undefined || keptOn !== undefined
          ? []
          : [{ id, from: "hearing", ...promised, href: `/lyssna/${where.slug}/samtal-${id}` }],
      ),
      ...(await forumPromises(tx, where)),
    ].toSorted((a, b) => (a.by < b.by ? -1 : 1)),
    ahead: shownBetween(await entriesOf(tx, where, at), today, addMonths(today, MONTHS_AHEAD)).map(
      ({ kind, key, on, what, place, unit, path, cancelled }) => ({
        kind,
        key,
        on,
        what,
        place,
        unit,
        path,
        cancelled,
      }),
    ),
    contacts: (await peopleOf(tx, where.id)).map(({ personId, name, role, title, organisation, party }) => ({
      personId,
      name,
      role,
      title,
      organisation,
      party,
    })),
    papers: await papers(tx, where.id),
    confidential: hearings.length,
  };
}

type Held = Activity & { readonly slug: string };

async function activitiesOf(tx: Tx, partnershipId: string, today: Day): Promise<Held[]> {
  const occasions = await occasionsOf(tx, partnershipId);
  return (await promisedActivities(tx, partnershipId, today)).map((row) => {
    const { doneInAll, expectedInAll, expectedByNow } = progressOf(promisedOf(row), occasions, today);
    const owed = row.target?.comparator === "at-most" ? 0 : (expectedByNow ?? 0);
    return {
      id: row.id,
      slug: row.slug,
      number: row.number,
      text: row.text,
      unit: row.unit ?? "",
      done: doneInAll.value,
      expected: expectedInAll === undefined ? undefined : Math.ceil(expectedInAll),
      behind: Math.max(0, Math.ceil(owed - doneInAll.value)),
    };
  });
}

async function promises(tx: Tx, partnershipId: string, activities: readonly Held[]): Promise<Promised[]> {
  const reports = await reportsOf(tx, partnershipId);
  return asHeld(await documentsOf(tx, partnershipId))
    .filter(({ state }) => state === "published")
    .map(({ id, slug, content }) => {
      const own = activities.filter((one) => one.slug === slug);
      return {
        slug,
        title: content.title,
        to: spanOf(content).to,
        activities: own.length,
        behind: own.filter(({ behind }) => behind > 0).length,
        toldTo: reports
          .filter((report) => report.state === "published" && report.documentId === id)
          .map(({ to }) => to)
          .toSorted()
          .at(-1),
      };
    });
}

async function drafts(tx: Tx, partnershipId: string): Promise<Draft[]> {
  return (await documentsOf(tx, partnershipId)).flatMap((document): Draft[] => {
    const { slug, state, content } = document;
    if (state === "published" || state === "closed") return [];
    const signed = state === "half-signed" ? document.signatures.map(({ party }) => party) : [];
    const waits = state === "proposed" || state === "half-signed";
    const missing = waits ? (["municipality", "police"] as const).filter((party) => !signed.includes(party)) : [];
    return [{ slug, title: content.title, state, missing }];
  });
}

async function forumPromises(tx: Tx, { id, slug }: Where): Promise<Spot[]> {
  return (await forumsOf(tx, id)).flatMap(({ number, promises: back }) =>
    back.flatMap((one): Spot[] =>
      one.answered === undefined
        ? [{ id: one.id, from: "forum", text: one.text, by: one.by, href: `/gora/${slug}/forum-${number}` }]
        : [],
    ),
  );
}

async function papers(tx: Tx, partnershipId: string): Promise<Paper[]> {
  const facts = await partnershipFacts(tx, partnershipId);
  const found: Paper[] = [{ kind: "agreement", registryNumber: facts?.registry_number ?? "" }];
  for (const { kind: of, decidedOn: on, registryNumber } of standing(await decisionsOf(tx, partnershipId)))
    found.push({ kind: "decision", of, on, registryNumber });
  for (const { id, slug, content } of await documentsOf(tx, partnershipId)) {
    const scans = (await papersOf(tx, partnershipId, id)).length;
    if (scans > 0) found.push({ kind: "signed", title: content.title, slug, scans });
  }
  return found;
}
