import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { spanOf } from "../document.ts";
import { addDraft, documentForDecision, documentsOf } from "../store.ts";
import type { PledgeDatabase } from "../tables.ts";
import * as api from "./api.ts";
import { chainOf, mayAmend, startAmendment } from "./start.ts";

type Ask = Asking<PledgeDatabase>;

const readChanges = question(api.readChanges, async ({ slug }, ask: Ask) => {
  const all = await documentsOf(ask.tx, here(ask));
  const document = all.find((one) => one.slug === slug);
  if (document === undefined) return no("not-found");
  const chain = chainOf(here(ask), document, all);
  const amended = all.find(({ id }) => id === document.content.amends?.documentId);
  const cannot = (kind: "amendment" | "extension") => {
    const refused = mayAmend(chain, kind, dayOf(ask.at));
    return refused === undefined ? null : { why: refused.why, day: String(refused.detail?.["day"] ?? "") };
  };
  return yes({
    original: chain.original.slug,
    holds: chain.holds.slug,
    lastDay: spanOf(chain.holds.content).to ?? null,
    amended: amended === undefined ? null : { slug: amended.slug, content: amended.content },
    changes: chain.changes.flatMap((one) =>
      one.content.amends === undefined
        ? []
        : [
            {
              slug: one.slug,
              kind: one.content.amends.kind,
              state: one.state,
              reason: one.content.amends.reason,
              publishedAt: "publishedAt" in one ? one.publishedAt : null,
            },
          ],
    ),
    cannot: { amendment: cannot("amendment"), extension: cannot("extension") },
  });
});

const startRoute = command(api.startAmendment, {
  rule: startAmendment,
  load: async ({ slug }, ask: Ask) => {
    const all = await documentsOf(ask.tx, here(ask));
    const document = all.find((one) => one.slug === slug);
    if (document === undefined) return undefined;
    // The promise itself is held, so that two who begin a change at once begin one after the other.
    await documentForDecision(ask.tx, here(ask), chainOf(here(ask), document, all).original.slug);
    return chainOf(here(ask), document, await documentsOf(ask.tx, here(ask)));
  },
  write: async (started, ask: Ask, _input, { original }) => {
    await addDraft(
      ask.tx,
      {
        ...started,
        partnershipId: here(ask),
        predecessorId: undefined,
        at: ask.at,
        organisationId:
          ask.person?.grants.find(({ partnershipId }) => partnershipId === here(ask))?.organisationId ?? null,
        example: original.example,
      },
      sha256Hex,
    );
    return { slug: started.slug };
  },
  subject: ({ id }) => id,
  said: ({ slug, content }) => ({ slug, kind: content.amends?.kind ?? "" }),
});

export const amendmentRoutes: readonly Route[] = [readChanges, startRoute];
