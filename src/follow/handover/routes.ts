import { no, yes } from "../../ground/result.ts";
import { type Day, dayOf, instantOf, millisecondsOf } from "../../ground/time.ts";
import { INVITATION_DAYS } from "../../partnership/people.ts";
import { addInvitation, partiesOf, partnershipFacts, peopleOf } from "../../partnership/store.ts";
import { blockPaper } from "../../platform/server/block-paper.ts";
import { docxOf } from "../../platform/server/docx.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, download, here, question, type Route } from "../../platform/server/routes.ts";
import { hashToken, newToken } from "../../platform/server/secrets.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import type { FollowDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./hand-over.ts";
import { aboutOf, dossierOf, earlierOf, firstWeeksOf, paperOf, type Row } from "./screens/written.ts";
import * as store from "./store.ts";
import { readFacts } from "./store-facts.ts";

type Ask = Asking<FollowDatabase>;

/** The dossier of the asker's own organisation; nothing for those who do not speak for it. */
async function dossier(ask: Ask) {
  const own = ask.person && rule.keeperIn(ask.person, here(ask));
  if (ask.person === undefined || own === undefined) return undefined;
  const facts = await readFacts(ask.tx, { id: here(ask), slug: ask.partnership!.slug }, ask.person, ask.at);
  const notes = await store.notesOf(ask.tx, here(ask), own.organisationId);
  return { own, facts, notes, sections: dossierOf(facts, ask.lang) };
}

/** The hand-over that has made the asker new here, while they are. */
const madeNew = (all: readonly store.HeldHandOver[], person: string, ask: Ask) =>
  all.find((one) => one.successorId === person && rule.isNew(one, dayOf(ask.at)));

/** While there is something to do with it or to know of it. */
function isShown(one: rule.HandOver, today: Day): boolean {
  const untaken = rule.untakenSince(one);
  // Longer than that the overview says it, of the role and with no name.
  if (untaken !== undefined) return rule.isRecent(untaken, today);
  return rule.isAhead(one) || rule.isOpen(one) || rule.isNew(one, today);
}

const openDossier = question(api.openDossier, async (_input, ask: Ask) => {
  const found = await dossier(ask);
  if (found === undefined) return no("not-yours");
  const { own, facts, notes, sections } = found;
  const today = dayOf(ask.at);
  const all = await store.handOversOf(ask.tx, here(ask));
  const mine = madeNew(all, ask.person!.id, ask);
  const weeks = mine === undefined ? [] : firstWeeksOf(facts, mine.id, ask.lang);
  const withNote = (row: Row) => {
    const note = notes.find(({ key }) => key === row.key);
    return {
      ...row,
      note: note?.note ?? "",
      goneThrough: note === undefined ? null : { on: note.on, office: note.office },
    };
  };
  const people = await peopleOf(ask.tx, here(ask));
  const colleagues = people.filter(({ organisationId }) => organisationId === own.organisationId);
  return yes({
    firstWeeks: weeks.map(withNote),
    sections: sections.map(({ key, heading, rows }) => ({ key, heading, rows: rows.map(withNote) })),
    earlier: earlierOf(sections, notes).map(({ key, about, note }) => ({ key, about, note })),
    handOvers: all
      .filter((one) => one.organisationId === own.organisationId && isShown(one, today))
      .map((one) => ({
        id: one.id,
        leaver: one.leaver,
        role: one.role,
        successor: one.successor,
        lastDay: one.lastDay,
        beginsOn: rule.beginsOn(one),
        state:
          one.takenAt === undefined
            ? one.endedAt === undefined
              ? ("ahead" as const)
              : ("ended" as const)
            : ("taken" as const),
        waits: rule.waitsForAdministrator(one, people),
        fallen: one.fallenAt !== undefined || rule.untakenSince(one) !== undefined,
        takenBy: rule.takenBy(one),
      })),
    confidential: facts.confidential,
    people: [...new Set(colleagues.map(({ personId }) => personId))].map((personId) => {
      const held = colleagues.filter((one) => one.personId === personId);
      return { personId, name: held[0]!.name, titles: [...new Set(held.map(({ title }) => title))].join(", ") };
    }),
  });
});

const goThroughRow = command(api.goThroughRow, {
  rule: rule.goThrough,
  load: async ({ key }, ask: Ask) => {
    const found = await dossier(ask);
    // Of those who may not the rule says why; of the others, only what is there is gone through.
    if (found === undefined) return { partnershipId: here(ask), about: "" };
    const mine = madeNew(await store.handOversOf(ask.tx, here(ask)), ask.person!.id, ask);
    const weeks = mine === undefined ? [] : firstWeeksOf(found.facts, mine.id, ask.lang);
    const row = [...weeks, ...found.sections.flatMap(({ rows }) => rows)].find((one) => one.key === key);
    return row && { partnershipId: here(ask), about: aboutOf(row, ask.lang) };
  },
  write: async (note, ask: Ask) => {
    await store.putNote(ask.tx, here(ask), note);
    return { on: note.on };
  },
  subject: () => undefined,
});

const load = async (_input: unknown, ask: Ask): Promise<rule.Here | undefined> => {
  if (ask.person === undefined || ask.partnership === undefined) return undefined;
  const own = rule.keeperIn(ask.person, here(ask));
  const parties = await partiesOf(ask.tx, here(ask));
  return {
    partnershipId: here(ask),
    organisation: parties.find(({ organisationId }) => organisationId === own?.organisationId)?.name ?? "",
    holders: await peopleOf(ask.tx, here(ask)),
    handOvers: await store.handOversOf(ask.tx, here(ask)),
  };
};

const planHandOver = command(
  api.planHandOver,
  {
    rule: rule.planHandOver,
    load,
    write: async ({ handOver, invited, turn }, ask: Ask) => {
      const token = newToken();
      if (invited !== undefined)
        await addInvitation(ask.tx, {
          ...invited,
          tokenHash: hashToken(token),
          partnershipId: here(ask),
          createdBy: ask.person?.id,
          at: ask.at,
          expiresAt: instantOf(millisecondsOf(ask.at) + INVITATION_DAYS * 86_400_000),
        });
      await store.addHandOver(ask.tx, here(ask), handOver);
      if (turn !== undefined) await store.makeTurn(ask.tx, handOver, here(ask), turn, ask);
      return {
        id: handOver.id,
        done: turn !== undefined,
        link: invited === undefined ? null : `${ask.site.origin}/start/${token}`,
      };
    },
    event: ({ turn }) => turn?.event ?? rule.planHandOver.event,
    subject: ({ handOver }) => handOver.id,
    said: ({ handOver: { role, organisationId, lastDay } }) => ({ role, organisationId, lastDay }),
  },
  { as: "system" },
);

const callOffHandOver = command(
  api.callOffHandOver,
  {
    rule: rule.callOffHandOver,
    load: async ({ id }, ask: Ask) => {
      // Held first: the clock may be ending the same one.
      await store.handOverForTurn(ask.tx, id);
      return load({}, ask);
    },
    write: async (handOver, ask: Ask) => {
      await store.callOff(ask.tx, handOver, ask.at);
      return { id: handOver.id };
    },
    subject: ({ id }) => id,
  },
  { as: "system" },
);

async function paper(ask: Ask) {
  const found = await dossier(ask);
  const facts = await partnershipFacts(ask.tx, here(ask));
  const { at, lang } = ask;
  return found && paperOf(found.sections, found.notes, { partnership: facts?.name ?? "", at, lang });
}
const nameOf = (ask: Ask) => `overlamning-${ask.partnership!.slug}-${dayOf(ask.at)}`;

const printDossier = download(api.printDossier, async (_input, ask: Ask) => {
  const written = await paper(ask);
  return written === undefined
    ? no("not-yours")
    : yes({ bytes: pdfOf(blockPaper(written)), contentType: "application/pdf", fileName: `${nameOf(ask)}.pdf` });
});

const typeDossier = download(api.typeDossier, async (_input, ask: Ask) => {
  const written = await paper(ask);
  const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return written === undefined
    ? no("not-yours")
    : yes({ bytes: docxOf(written), contentType, fileName: `${nameOf(ask)}.docx` });
});

export const handOverRoutes: readonly Route[] = [
  openDossier,
  goThroughRow,
  planHandOver,
  callOffHandOver,
  printDossier,
  typeDossier,
];
