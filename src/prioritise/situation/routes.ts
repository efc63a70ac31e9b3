import { canonicalText } from "../../ground/canonical.ts";
import { grantFor } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { RAISERS } from "../problem.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { CHAPTERS, type Looked, remarksOn } from "./chapters.ts";
import * as rule from "./report.ts";
import * as store from "./store.ts";

type Ask = Asking<PrioritiseDatabase>;
type At = { readonly slug: string };

export const hashOf = (report: rule.Report) => sha256Hex(canonicalText(rule.contentOf(report)));

const listSituationReports = question(api.listSituationReports, async (_input, ask: Ask) => {
  const rows = await store.reportsOf(ask.tx, here(ask));
  return yes({
    reports: rows.map(({ slug, from_day, to_day, state, adopted_on, adopted_by, example }) => ({
      slug,
      from: from_day,
      to: to_day,
      state,
      adoptedOn: adopted_on,
      adoptedBy: adopted_by,
      example,
    })),
  });
});

/** Names of those who write here, by id. */
async function namesIn(ask: Ask) {
  const parties = await partiesOf(ask.tx, here(ask));
  return { parties, nameOf: (id: string) => parties.find(({ organisationId }) => organisationId === id)?.name ?? "" };
}

const told = (
  { voice, organisationId, text, version, carried, writtenAt, writtenBy }: rule.Piece,
  nameOf: (id: string) => string,
) => ({
  voice,
  organisationId: organisationId ?? null,
  text,
  version,
  carried,
  writtenAt,
  writtenBy: nameOf(writtenBy),
});

/** What the check needs of each chapter. */
const lookedAt = ({ pieces }: rule.Report): readonly Looked[] =>
  CHAPTERS.map((chapter) => {
    const piece = rule.pieceOf(pieces, chapter, "text");
    return { chapter, text: piece?.text ?? "", carried: piece?.carried ?? false, figures: 0, changed: 0 };
  });

const openSituationReport = question(api.openSituationReport, async ({ slug }, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined || ask.person === undefined) return no("not-found");
  const former = report.formerId === undefined ? undefined : await store.reportById(ask.tx, here(ask), report.formerId);
  const { parties, nameOf } = await namesIn(ask);
  const isAdopted = report.state === "adopted";
  return yes({
    slug: report.slug,
    from: report.from,
    to: report.to,
    state: report.state,
    adoption: isAdopted
      ? {
          adoptedOn: report.adoptedOn,
          adoptedBy: report.adoptedBy,
          registryNumber: report.registryNumber,
          contentHash: report.contentHash,
        }
      : null,
    former: former === undefined ? null : { slug: former.slug, from: former.from, to: former.to },
    chapters: CHAPTERS.map((chapter) => ({
      chapter,
      pieces: report.pieces.filter((piece) => piece.chapter === chapter).map((piece) => told(piece, nameOf)),
    })),
    remarks: isAdopted ? [] : remarksOn(lookedAt(report)).map((remark) => ({ ...remark })),
    contentHash: hashOf(report),
    mine: grantFor(ask.person, here(ask), RAISERS)?.organisationId ?? null,
    parties: parties.map(({ organisationId, name, kind }) => ({ organisationId, name, party: kind })),
    example: report.example,
  });
});

const readSituationWordings = question(api.readSituationWordings, async ({ slug, chapter }, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined) return no("not-found");
  const { nameOf } = await namesIn(ask);
  const wordings = await store.wordingsOf(ask.tx, report.id, chapter);
  return yes({ wordings: wordings.map((piece) => told(piece, nameOf)) });
});

/** The report, held: what two write at once is written one after the other. */
const load = async ({ slug }: At, ask: Ask) => {
  await store.holdReport(ask.tx, here(ask), slug);
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  return report && { partnershipId: here(ask), report };
};

const beginSituationReport = command(api.beginSituationReport, {
  rule: rule.begin,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    reports: await store.reportsOf(ask.tx, here(ask)),
    former: await store.latestAdopted(ask.tx, here(ask)),
  }),
  write: async (report, ask: Ask) => {
    await store.addReport(ask.tx, here(ask), report);
    return { slug: report.slug };
  },
  subject: (report) => report.id,
});

const writeSituation = command(api.writeSituation, {
  rule: rule.write,
  load,
  write: async (piece, ask: Ask, _input, { report }) => {
    await store.addPiece(ask.tx, { partnershipId: here(ask), report }, piece);
    return { version: piece.version };
  },
  subject: (piece) => piece.id,
});

const adoptSituationReport = command(api.adoptSituationReport, {
  rule: rule.adopt,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return (
      loaded && { ...loaded, contentHash: hashOf(loaded.report), former: await store.latestAdopted(ask.tx, here(ask)) }
    );
  },
  write: async (report, ask: Ask) => {
    await store.saveAdopted(ask.tx, report);
    return { state: report.state };
  },
  subject: (report) => report.id,
});

export const situationRoutes: readonly Route[] = [
  listSituationReports,
  openSituationReport,
  readSituationWordings,
  beginSituationReport,
  writeSituation,
  adoptSituationReport,
];
