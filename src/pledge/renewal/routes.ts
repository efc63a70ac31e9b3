import { grantFor } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf, type Day } from "../../ground/time.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { asHeld } from "../amendments/amendment.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { frozenSince } from "../phases/schedule.ts";
import { schedulesIn } from "../phases/store.ts";
import { timeProposed } from "../store-time.ts";
import { addDraft, documentForDecision, documentsOf, saveDraft } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import * as rule from "./fate.ts";
import * as store from "./store.ts";

type Ask = Asking<PledgeDatabase>;
type At = { readonly slug: string };

/** What became of these promises, asked of the stage that follows them up: it comes later on the line, so main hands it in. */
export type ReadLedTo = (
  tx: Ask["tx"],
  partnershipId: string,
  documents: readonly PledgeDocument[],
  today: Day,
) => Promise<readonly api.LedTo[]>;

/** The promises, each with the text that holds: what a change of it has put in is prepared too. */
const heldIn = async (ask: Ask) => asHeld(await documentsOf(ask.tx, here(ask)));

/** The doors of «Förbered nästa». */
export function renewalRoutes(readLedTo: ReadLedTo): readonly Route[] {
  /** The promise and those it goes on from, earliest first, with what each led to. */
  const chainOf = async (ask: Ask, document: PledgeDocument) => {
    const all = await heldIn(ask);
    const chain: PledgeDocument[] = [];
    for (
      let one: PledgeDocument | undefined = document;
      one !== undefined && !chain.includes(one);
      one = all.find(({ id }) => id === one?.predecessorId)
    )
      chain.unshift(one);
    const led = await readLedTo(ask.tx, here(ask), chain, dayOf(ask.at));
    const measured = new Set(led.flatMap(({ itemId, measured: is }) => (is ? [itemId] : [])));
    const successors = all.filter((one) => one.predecessorId === document.id);
    return {
      led,
      successors,
      stood: rule.stoodUnmeasured(chain.map((one) => ({ document: one, measured }))),
    };
  };

  const readRenewal = question(api.readRenewal, async ({ slug }, ask: Ask) => {
    const document = (await heldIn(ask)).find((one) => one.slug === slug);
    if (document === undefined) return no("not-found");
    if (document.state !== "published" && document.state !== "closed") return no("nothing-to-renew");
    const { led, stood, successors } = await chainOf(ask, document);
    const decided = await store.fatesOf(ask.tx, document.id);
    const reads = await store.readsOf(ask.tx, document.id);
    const parties = await partiesOf(ask.tx, here(ask));
    const own = ask.person?.grants.find(({ partnershipId }) => partnershipId === here(ask))?.organisationId;
    const next = successors.findLast(({ state }) => state !== "draft") ?? successors.at(-1);
    return yes({
      title: document.content.title,
      example: document.example,
      mayDecide:
        ask.person !== undefined &&
        grantFor(ask.person, here(ask), ["coordinator", "liaison"]) !== undefined &&
        successors.every(({ state }) => state === "draft"),
      items: rule.itemsOf(document.content).map((item) => {
        const { told, quoted, measured } = led.find(({ itemId }) => itemId === item.id) ?? NOTHING;
        const given = decided.find(({ itemId }) => itemId === item.id);
        return {
          id: item.id,
          number: item.number,
          text: item.text,
          isActivity: item.pledgeId !== undefined,
          stoodSince: stood.get(item.id)?.since ?? null,
          read: reads.some((read) => read.itemId === item.id && read.organisationId === own),
          ledTo: { told, quoted, measured },
          fate:
            given === undefined
              ? null
              : {
                  fate: given.fate,
                  reason: given.reason,
                  handedTo: given.handedTo,
                  by: parties.find(({ organisationId }) => organisationId === given.organisationId)?.name ?? "",
                  revision: given.revision,
                },
        };
      }),
      successor: next === undefined ? null : { slug: next.slug, isDraft: next.state === "draft" },
      proposed: (await timeProposed(ask.tx, here(ask), await documentsOf(ask.tx, here(ask)), dayOf(ask.at))) ?? null,
    });
  });

  /** The promise, held: what is decided at once is decided one after the other. */
  const held = async ({ slug }: At, ask: Ask) => {
    await documentForDecision(ask.tx, here(ask), slug);
    const document = (await heldIn(ask)).find((one) => one.slug === slug);
    return document && { partnershipId: here(ask), document };
  };
  const of = ({ document, partnershipId }: { document: PledgeDocument; partnershipId: string }) => ({
    partnershipId,
    documentId: document.id,
  });

  const preparing = async (input: At, ask: Ask) => {
    const loaded = await held(input, ask);
    if (loaded === undefined) return undefined;
    const chain = await chainOf(ask, loaded.document);
    // What has been begun is held as well, as it is now: another may be saving it.
    const successors: PledgeDocument[] = [];
    for (const { slug } of chain.successors) {
      const one = await documentForDecision(ask.tx, here(ask), slug);
      if (one !== undefined) successors.push(one);
    }
    const schedules = await schedulesIn(ask.tx, here(ask));
    const frozen = successors.map((one) => frozenSince(one, schedules.get(one.id), dayOf(ask.at)));
    const { stood } = chain;
    return {
      ...loaded,
      frozenSince: frozen.find((day) => day !== undefined),
      stood,
      successors,
      reads: await store.readsOf(ask.tx, loaded.document.id),
      decided: await store.fatesOf(ask.tx, loaded.document.id),
    };
  };

  const readItem = command(api.readItem, {
    rule: rule.readItem,
    load: held,
    write: async (read, ask: Ask, _input, state) => {
      await store.noteRead(ask.tx, of(state), read);
      return {};
    },
    subject: ({ itemId }) => itemId,
    // The fate that comes of it is in the log.
    quiet: () => true,
  });

  const decideFate = command(api.decideFate, {
    rule: rule.decideFate,
    load: preparing,
    write: async (given, ask: Ask, _input, state) => {
      await store.putFate(ask.tx, of(state), given);
      const decided = [...state.decided.filter(({ itemId }) => itemId !== given.itemId), given];
      // What has been begun already follows, so that it and the fates never say different things.
      for (const draft of state.successors)
        await saveDraft(
          ask.tx,
          {
            ...draft,
            content: rule.renewedAgain(draft.content, state.document.content, decided, ask.newId),
            revision: draft.revision + 1,
          },
          { at: ask.at, organisationId: given.organisationId },
          sha256Hex,
        );
      return { revision: given.revision };
    },
    subject: ({ itemId }) => itemId,
    said: ({ fate }) => ({ fate }),
  });

  const startNext = command(api.startNext, {
    rule: rule.startNext,
    load: async (input, ask: Ask) => {
      const loaded = await preparing(input, ask);
      const all = await documentsOf(ask.tx, here(ask));
      const proposed = await timeProposed(ask.tx, here(ask), all, dayOf(ask.at));
      return loaded && { ...loaded, taken: all.some(({ slug }) => slug === input.next), proposed };
    },
    write: async (draft, ask: Ask, _input, { document, partnershipId }) => {
      const organisationId = ask.person?.grants.find((grant) => grant.partnershipId === partnershipId)?.organisationId;
      await addDraft(
        ask.tx,
        { ...draft, partnershipId, predecessorId: document.id, at: ask.at, organisationId: organisationId ?? null },
        sha256Hex,
      );
      return { slug: draft.slug };
    },
    subject: ({ id }) => id,
  });

  return [readRenewal, readItem, decideFate, startNext];
}

const NOTHING = { told: [], quoted: [], measured: false };
