import { fewPeopleIn } from "../../collect/few-people.ts";
import { canonicalText } from "../../ground/canonical.ts";
import { grantFor } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { holdAtMost } from "../../picture/held.ts";
import { stampOf } from "../../picture/store.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { RAISERS } from "../problem.ts";
import { hashOfFrozen } from "../store-picture.ts";
import type { PrioritiseDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { isFollowed, layAside, type Standing, takeUp } from "./aside.ts";
import { CHAPTERS, type Looked, remarksOn } from "./chapters.ts";
import { changesBetween } from "./changes.ts";
import * as figures from "./figure.ts";
import * as rule from "./report.ts";
import { situationPaper } from "./screens/paper.ts";
import { shownOf } from "./shown.ts";
import * as store from "./store.ts";
import { askedFor, askerOf } from "./store-figures.ts";
import { type Anew, notTakenOver, takeOver } from "./take-over.ts";
import * as telling from "./telling.ts";

type Ask = Asking<PrioritiseDatabase>;
type At = { readonly slug: string };

const hashOf = (report: rule.Report) => sha256Hex(canonicalText(rule.contentOf(report)));

const listSituationReports = question(api.listSituationReports, async (_input, ask: Ask) => {
  const rows = await store.reportsOf(ask.tx, here(ask));
  return yes({
    reports: rows.map(({ id, slug, from_day, to_day, state, adopted_on, adopted_by, example }) => ({
      id,
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

/** Those whose yes it takes. */
const tellers = (parties: Awaited<ReturnType<typeof partiesOf>>) =>
  parties.filter(({ kind }) => kind !== "other").map(({ organisationId }) => organisationId);

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

type Since = ReadonlyMap<string, ReturnType<typeof figures.figureSince>>;

/** What the check needs of each chapter. */
const lookedAt = (report: rule.Report, since: Since): readonly Looked[] =>
  CHAPTERS.map((chapter) => {
    const piece = rule.pieceOf(report.pieces, chapter, "text");
    const here = report.figures.filter((figure) => figure.chapter === chapter);
    const changed = here.filter(({ id }) => since.get(id)?.state !== "the-same").length;
    const few =
      here.some(({ caption }) => fewPeopleIn(caption) !== undefined) ||
      report.pieces.some(
        (one) => one.chapter === chapter && one.voice !== "note" && fewPeopleIn(one.text) !== undefined,
      );
    const otherYear = here.some((figure) => figures.namesOtherYear(figure.caption, report));
    const written = { text: piece?.text ?? "", carried: piece?.carried ?? false };
    return { chapter, ...written, figures: here.length, changed, few, otherYear };
  });

/** As long as nothing has happened in the partnership every figure says what it said when it was compared last. */
const compared = holdAtMost<Since>(4 * 1024 * 1024);
const BYTES_EACH = 200;

/** Whether each figure says the same today: compared anew only when something has happened since it was compared. */
async function sinceThen(ask: Ask, report: rule.Report): Promise<Since> {
  const happened = await stampOf(ask.tx, here(ask));
  const stamp = happened && [happened, ...report.figures.map(({ id }) => id)].join(" ");
  const holder = `${report.id} ${ask.person?.id ?? ""}`;
  const known = stamp === undefined ? undefined : compared.get(holder, stamp);
  if (known !== undefined) return known;
  const since = await compareAll(ask, report);
  if (stamp !== undefined) compared.keep(holder, stamp, since, BYTES_EACH * since.size);
  return since;
}

async function compareAll(ask: Ask, report: rule.Report): Promise<Since> {
  const now = askerOf(ask.tx, { partnershipId: here(ask), at: ask.at });
  const since = new Map<string, ReturnType<typeof figures.figureSince>>();
  for (const figure of report.figures)
    since.set(figure.id, figures.figureSince(figure, await now(figures.askedBy(figure))));
  return since;
}

const openSituationReport = question(api.openSituationReport, async ({ slug }, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined || ask.person === undefined) return no("not-found");
  const former = report.formerId === undefined ? undefined : await store.reportById(ask.tx, here(ask), report.formerId);
  const { parties, nameOf } = await namesIn(ask);
  const isAdopted = report.state === "adopted";
  const since = await sinceThen(ask, report);
  const agreed = await store.agreedOf(ask.tx, report.id);
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
    aside:
      report.state === "aside"
        ? {
            reason: report.asideReason,
            at: report.asideAt,
            by: nameOf(report.asideBy),
            isFollowed: isFollowed(report, await standingIn(ask)),
          }
        : null,
    former:
      former === undefined
        ? null
        : {
            slug: former.slug,
            from: former.from,
            to: former.to,
            figures: report.state !== "draft" ? 0 : notTakenOver(former, report).length,
          },
    chapters: CHAPTERS.map((chapter) => ({
      chapter,
      pieces: report.pieces.filter((piece) => piece.chapter === chapter).map((piece) => told(piece, nameOf)),
      figures: report.figures
        .filter((figure) => figure.chapter === chapter)
        .map((figure) => ({
          ...shownOf(figure),
          asked: figures.askedBy(figure) as never,
          since: since.get(figure.id) ?? null,
        })),
    })),
    remarks: report.state !== "draft" ? [] : remarksOn(lookedAt(report, since)).map((remark) => ({ ...remark })),
    contentHash: hashOf(report),
    agreed,
    isTold: telling.isToldBy({ parties: tellers(parties), agreed }),
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

const takeInFigure = command(api.takeInFigure, {
  rule: figures.takeIn,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const found = await askerOf(ask.tx, { partnershipId: here(ask), at: ask.at })(input.asked);
    return loaded && { ...loaded, found: found && { ...found, hash: hashOfFrozen(found.frozen) } };
  },
  write: async (figure, ask: Ask, _input, { report }) => {
    await store.addFigure(ask.tx, { partnershipId: here(ask), report }, figure);
    return { id: figure.id };
  },
  subject: (figure) => figure.id,
});

const takeOutFigure = command(api.takeOutFigure, {
  rule: figures.takeOut,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const figure = loaded?.report.figures.find(({ id }) => id === input.figureId);
    return loaded === undefined || figure === undefined ? undefined : { ...loaded, figure };
  },
  write: async ({ id }, ask: Ask) => {
    await store.removeFigure(ask.tx, id);
    return { id };
  },
  subject: ({ id }) => id,
});

const takeOverFigures = command(api.takeOverFigures, {
  rule: takeOver,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    const formerId = loaded?.report.formerId;
    const former = formerId === undefined ? undefined : await store.reportById(ask.tx, here(ask), formerId);
    const anew: Anew[] = [];
    const now = askerOf(ask.tx, { partnershipId: here(ask), at: ask.at });
    for (const figure of loaded === undefined ? [] : notTakenOver(former, loaded.report)) {
      const asked = await askedFor(ask.tx, here(ask), figure, loaded!.report);
      const found = asked && (await now(asked));
      anew.push({
        figure,
        found: found && { ...found, hash: hashOfFrozen(found.frozen) },
      });
    }
    return loaded && { ...loaded, anew };
  },
  write: async ({ figures: taken, left }, ask: Ask, _input, { report }) => {
    for (const figure of taken) await store.addFigure(ask.tx, { partnershipId: here(ask), report }, figure);
    return { taken: taken.length, left: left.map(({ chapter, caption }) => ({ chapter, caption })) };
  },
  subject: ({ figures: [first] }) => first?.id,
});

const readSituationChanges = question(api.readSituationChanges, async ({ slug }, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined) return no("not-found");
  const former = report.formerId === undefined ? undefined : await store.reportById(ask.tx, here(ask), report.formerId);
  const periodOf = (one: rule.Report) => ({ slug: one.slug, from: one.from, to: one.to });
  return yes({
    ...periodOf(report),
    former: former === undefined ? null : periodOf(former),
    chapters: (former === undefined ? [] : changesBetween(former, report)).map(({ figures: all, ...chapter }) => ({
      ...chapter,
      parts: chapter.parts.map((part) => ({ ...part })) as never,
      figures: all.map(({ before, after, ...one }) => ({ ...one, before: before ?? null, after: after ?? null })),
    })),
  });
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

/** How the reports here stand, for whether one that was laid aside is taken up. */
const standingIn = async (ask: Ask): Promise<readonly Standing[]> =>
  (await store.reportsOf(ask.tx, here(ask))).map(({ id, state, adopted_at }) => ({ id, state, adoptedAt: adopted_at }));

const layReportAside = command(api.layReportAside, {
  rule: layAside,
  load,
  write: async (report, ask: Ask) => {
    await store.saveAside(ask.tx, report);
    return { state: report.state };
  },
  subject: ({ id }) => id,
});

const takeReportUp = command(api.takeReportUp, {
  rule: takeUp,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, reports: await standingIn(ask) };
  },
  write: async (report, ask: Ask) => {
    await store.saveAside(ask.tx, report);
    return { state: report.state };
  },
  subject: ({ id }) => id,
});

const loadTold = async ({ slug }: At, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined) return undefined;
  const parties = tellers(await partiesOf(ask.tx, here(ask)));
  return { partnershipId: here(ask), report, parties, agreed: await store.agreedOf(ask.tx, report.id) };
};

const agreeToTellSituation = command(api.agreeToTellSituation, {
  rule: telling.agreeToTell,
  load: loadTold,
  write: async ({ organisationId, isTold }, ask: Ask, _input, { report }) => {
    await store.addAgreed(ask.tx, { partnershipId: here(ask), report }, { organisationId, at: ask.at });
    return { isTold };
  },
  // One party's yes alone is not told: only when both have said it does anybody else need to know.
  event: ({ isTold }) => (isTold ? "situation.told" : "situation.half-told"),
  subject: ({ reportId }) => reportId,
});

const takeBackSituation = command(api.takeBackSituation, {
  rule: telling.takeBackTelling,
  load: loadTold,
  write: async ({ organisationId, isTold }, ask: Ask, _input, { report }) => {
    await store.removeAgreed(ask.tx, report.id, organisationId);
    return { isTold };
  },
  subject: ({ reportId }) => reportId,
});

const printSituation = download(api.printSituation, async ({ slug }, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), slug);
  if (report === undefined) return no("not-found");
  const { nameOf } = await namesIn(ask);
  const facts = await partnershipFacts(ask.tx, here(ask));
  const names = { partnershipName: facts?.name ?? "", lang: ask.lang, nameOf, at: ask.at };
  const bytes = pdfOf(situationPaper(report, names));
  return yes({ bytes, contentType: "application/pdf", fileName: `lagesbild-${slug}.pdf` });
});

export const situationRoutes: readonly Route[] = [
  listSituationReports,
  openSituationReport,
  readSituationWordings,
  beginSituationReport,
  writeSituation,
  takeInFigure,
  takeOutFigure,
  takeOverFigures,
  readSituationChanges,
  adoptSituationReport,
  layReportAside,
  takeReportUp,
  agreeToTellSituation,
  takeBackSituation,
  printSituation,
];
