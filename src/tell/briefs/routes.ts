import { noterIn } from "../../follow/clocks/decision.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { blockPaper } from "../../platform/server/block-paper.ts";
import { docxOf } from "../../platform/server/docx.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import type { TellDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./brief.ts";

import { written } from "./screens/written.ts";
import * as store from "./store.ts";

type Ask = Asking<TellDatabase>;
type Of = { readonly briefId: string };

const mayWrite = ({ person, partnership }: Ask) =>
  person !== undefined && partnership !== undefined && noterIn(person, partnership.id) !== undefined;
const where = (ask: Ask) => ({ id: here(ask), slug: ask.partnership?.slug ?? "" });

const asWritten = async (ask: Ask, briefId: string) => {
  const brief = await store.briefById(ask.tx, here(ask), briefId);
  return brief && { brief, written: written(brief, ask.lang) };
};

const settled = (brief: rule.Brief) => ({
  settledOn: brief.state === "settled" ? brief.settledOn : null,
  settledAs: brief.state === "settled" ? brief.settledAs : "",
});

const listBriefs = question(api.listBriefs, async (_input, ask: Ask) => {
  const briefs = await store.briefsOf(ask.tx, here(ask));
  return yes({
    briefs: briefs.map((brief) => {
      const { id, kind, length, state, takenAt, registryNumber, example } = brief;
      return { id, kind, length, state, takenAt, registryNumber, example, ...settled(brief) };
    }),
    mayWrite: mayWrite(ask),
  });
});

const openBrief = question(api.openBrief, async ({ briefId }, ask: Ask) => {
  const found = await asWritten(ask, briefId);
  if (found === undefined) return no("not-found");
  const { brief } = found;
  const { id, kind, length, state, takenAt, registryNumber, example } = brief;
  return yes({
    id,
    kind,
    length,
    state,
    takenAt,
    registryNumber,
    example,
    ...settled(brief),
    title: found.written.title,
    passages: rule.PASSAGES[kind].map((key) => ({
      key,
      written: brief.passages[key] ?? "",
      itself: found.written.itself[key] ?? "",
    })),
    blocks: [...found.written.blocks],
    reason: brief.state === "aside" ? brief.reason : "",
    mayWrite: mayWrite(ask),
  });
});

const beginBrief = command(api.beginBrief, {
  rule: rule.beginBrief,
  load: async (_input, ask: Ask) => ({
    partnershipId: here(ask),
    facts: await store.readFacts(ask.tx, where(ask), ask.at),
  }),
  write: async (brief, ask: Ask) => {
    await store.addBrief(ask.tx, here(ask), brief, ask.at);
    return { id: brief.id };
  },
  subject: ({ id }) => id,
  said: ({ kind }) => ({ kind }),
});

const load = async ({ briefId }: Of, ask: Ask) => {
  const brief = await store.briefForChange(ask.tx, here(ask), briefId);
  return brief && { partnershipId: here(ask), brief };
};
const save = async (brief: rule.Brief, ask: Ask) => {
  await store.saveBrief(ask.tx, brief);
  return { id: brief.id, state: brief.state, takenAt: brief.takenAt };
};
const subject = ({ id }: rule.Brief) => id;

const writeBrief = command(api.writeBrief, { rule: rule.writeBrief, load, write: save, subject });
const retakeFigures = command(api.retakeFigures, {
  rule: rule.retakeFigures,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    return loaded && { ...loaded, facts: await store.readFacts(ask.tx, where(ask), ask.at) };
  },
  write: save,
  subject,
});
const settleBrief = command(api.settleBrief, { rule: rule.settleBrief, load, write: save, subject });
const layBriefAside = command(api.layBriefAside, { rule: rule.layBriefAside, load, write: save, subject });

const nameOf = ({ kind, takenAt }: rule.Brief) =>
  `${{ council: "rapport-till-fullmaktige", survey: "svar-till-bra", grant: "underlag-for-bidrag" }[kind]}-${dayOf(takenAt)}`;

const printBrief = download(api.printBrief, async ({ briefId }, ask: Ask) => {
  const found = await asWritten(ask, briefId);
  if (found === undefined) return no("not-found");
  const bytes = pdfOf(blockPaper(found.written));
  return yes({ bytes, contentType: "application/pdf", fileName: `${nameOf(found.brief)}.pdf` });
});

const typeBrief = download(api.typeBrief, async ({ briefId }, ask: Ask) => {
  const found = await asWritten(ask, briefId);
  if (found === undefined) return no("not-found");
  const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return yes({ bytes: docxOf(found.written), contentType, fileName: `${nameOf(found.brief)}.docx` });
});

export const briefRoutes: readonly Route[] = [
  listBriefs,
  beginBrief,
  openBrief,
  writeBrief,
  retakeFigures,
  settleBrief,
  layBriefAside,
  printBrief,
  typeBrief,
];
