// The six things that write at once. Each looks again whether it still waits when the letter is written, and nobody is written to twice of the same.
import { DISPUTE_SAID } from "../../collect/campaigns/dispute.ts";
import { CAMPAIGN_LEADERS } from "../../collect/campaigns/campaign.ts";
import { HEARERS } from "../../collect/hearings/hearing.ts";
import { lawClock } from "../../follow/clock.ts";
import { isForLeaders } from "../../follow/clocks/red.ts";
import { countedFrom } from "../../follow/clocks/store.ts";
import { DECISION_KINDS } from "../../follow/clocks/decision.ts";
import { decided } from "../../follow/clocks/words.ts";
import { reportsOf } from "../../follow/reports/store.ts";
import { type Lang, say } from "../../ground/words.ts";
import { type Day, dayOf } from "../../ground/time.ts";
import { formatPeriod } from "../../ui/format.ts";
import { partiesOf } from "../../partnership/store.ts";
import type { Reaction, ReactionMeans } from "../../platform/server/house.ts";
import { letterOf } from "../../platform/server/mail/letter.ts";
import { addLetter, wishOf } from "../../platform/server/mail/outbox.ts";
import { activitiesOf } from "../../pledge/document.ts";
import { documentsOf, mandateOf } from "../../pledge/store.ts";
import { type About, directLetter, type Letter, lettersAt } from "./letter.ts";
import type { LetterKind } from "./kind.ts";
import * as store from "./store.ts";
import { words } from "./words.ts";

export type Means = Pick<ReactionMeans, "tx" | "at" | "newId" | "origin">;
type Partnership = { readonly id: string; readonly slug: string; readonly name: string };
type Holder = { readonly personId: string; readonly organisationId: string };

/** Leaves a letter to one person, in their language. False where they have had it. */
export async function leave(
  { tx, at, newId, origin }: Means,
  to: Holder & { readonly partnership: Pick<Partnership, "id" | "slug"> },
  what: { readonly kind: LetterKind; readonly cause: string; readonly letter: (lang: Lang) => Letter | undefined },
): Promise<boolean> {
  const letter = what.letter((await wishOf(tx, to.personId)).lang);
  if (letter === undefined) return false;
  return addLetter(tx, {
    id: newId(),
    personId: to.personId,
    partnershipId: to.partnership.id,
    organisationId: to.organisationId,
    kind: what.kind,
    cause: what.cause,
    subject: letter.subject,
    ...letterOf(letter, origin),
    unsubscribe: what.kind === "weekly" ? `${origin}${lettersAt(to.partnership.slug)}` : undefined,
    at,
  });
}

async function leaveAll(
  means: Means,
  holders: readonly Holder[],
  partnership: Partnership,
  { cause, ...about }: Omit<About, "partnership"> & { readonly cause: string },
): Promise<void> {
  for (const holder of holders)
    await leave(
      means,
      { ...holder, partnership },
      {
        kind: about.kind,
        cause: `${about.kind} ${cause}`,
        letter: (lang) => directLetter({ ...about, partnership }, lang),
      },
    );
}

/** Only of a partnership, and of what is there. */
const inPartnership =
  (work: (subjectId: string, means: Means, partnership: Partnership) => Promise<void>): Reaction["work"] =>
  async ({ partnershipId, subjectId }, means) => {
    if (partnershipId === undefined || subjectId === undefined) return;
    const partnership = (await store.partnershipsThere(means.tx)).find(({ id }) => id === partnershipId);
    if (partnership !== undefined) await work(subjectId, means, partnership);
  };

/** Those who may sign today. */
async function signatories({ tx, at }: Means, partnershipId: string): Promise<readonly Holder[]> {
  const holders: Holder[] = [];
  for (const holder of await store.holdersIn(tx, partnershipId, ["signatory"]))
    if ((await mandateOf(tx, partnershipId, holder.personId, dayOf(at))) !== undefined) holders.push(holder);
  return holders;
}

const signature = inPartnership(async (documentId, means, partnership) => {
  const document = (await documentsOf(means.tx, partnership.id)).find(({ id }) => id === documentId);
  if (document?.state !== "proposed") return;
  await leaveAll(means, await signatories(means, partnership.id), partnership, {
    kind: "sign",
    cause: `${documentId} ${document.proposedAt}`,
    title: document.content.title,
    href: `/signera/${partnership.slug}/${document.slug}`,
  });
});

const secondKey = inPartnership(async (documentId, means, partnership) => {
  const document = (await documentsOf(means.tx, partnership.id)).find(({ id }) => id === documentId);
  const asked = document?.state === "signed" ? document.publication : undefined;
  if (document === undefined || asked === undefined) return;
  const holders = await store.holdersIn(means.tx, partnership.id, ["coordinator", "liaison"]);
  await leaveAll(
    means,
    holders.filter(({ organisationId }) => organisationId !== asked.organisationId),
    partnership,
    {
      kind: "second-key",
      cause: `${documentId} ${document.contentHash} ${asked.organisationId}`,
      title: document.content.title,
      href: `/lova/${partnership.slug}/publicera-${document.slug}`,
    },
  );
});

const titleOf = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
  say(words.theFollowUp, "sv", { period: formatPeriod(from, to, "sv") });

const reportSignature = inPartnership(async (reportId, means, partnership) => {
  const report = (await reportsOf(means.tx, partnership.id)).find(({ id }) => id === reportId);
  if (report?.state !== "ready") return;
  await leaveAll(means, await signatories(means, partnership.id), partnership, {
    kind: "sign",
    cause: `${reportId} ${report.contentHash}`,
    title: titleOf(report),
    href: `/signera/${partnership.slug}/uppfoljning-${report.slug}`,
  });
});

const reportKey = inPartnership(async (reportId, means, partnership) => {
  const report = (await reportsOf(means.tx, partnership.id)).find(({ id }) => id === reportId);
  const asked = report?.state === "signed" ? report.asked : undefined;
  if (report?.state !== "signed" || asked === undefined) return;
  const holders = await store.holdersIn(means.tx, partnership.id, ["coordinator", "liaison"]);
  await leaveAll(
    means,
    holders.filter(({ organisationId }) => organisationId !== asked.organisationId),
    partnership,
    {
      kind: "second-key",
      cause: `${reportId} ${report.contentHash} ${asked.organisationId}`,
      title: titleOf(report),
      href: `/folj-upp/${partnership.slug}/${report.slug}`,
    },
  );
});

const owner = inPartnership(async (activityId, means, partnership) => {
  const ask = await store.ownerWaits(means.tx, partnership.id, activityId);
  const document = (await documentsOf(means.tx, partnership.id)).find(({ id }) => id === ask?.documentId);
  if (ask === undefined || document === undefined) return;
  const activity = activitiesOf(document.content).find((one) => one.activity.id === activityId)?.activity;
  const roles = ["activity-owner", "coordinator", "liaison"] as const;
  const holders = await store.holdersIn(means.tx, partnership.id, roles, ask.organisationId);
  await leaveAll(
    means,
    // Whoever asked knows.
    holders.filter(({ personId }) => personId !== ask.askedBy),
    partnership,
    { kind: "owner", cause: ask.id, title: activity?.text ?? "", unit: ask.unit, href: "/min-manad" },
  );
});

const passage = inPartnership(async (passageId, means, partnership) => {
  const waits = await store.passageWaits(means.tx, passageId);
  if (waits === undefined) return;
  const holders = await store.holdersIn(means.tx, partnership.id, HEARERS, waits.to);
  await leaveAll(means, holders, partnership, {
    kind: "passage",
    cause: passageId,
    title: "",
    href: `/lyssna/${partnership.slug}/samtal`,
  });
});

const dispute = inPartnership(async (disputeId, means, partnership) => {
  const waits = await store.disputeWaits(means.tx, disputeId);
  if (waits === undefined) return;
  const holders = await store.holdersIn(means.tx, partnership.id, CAMPAIGN_LEADERS, waits.owner);
  await leaveAll(means, holders, partnership, {
    kind: "dispute",
    cause: `${disputeId} ${waits.on}`,
    title: waits.theme,
    href: `/lyssna/${partnership.slug}/teman`,
  });
});

export const letterReactions: readonly Reaction[] = [
  { name: "tell.letter-signature", on: ["pledge.proposed"], work: signature },
  { name: "tell.letter-second-key", on: ["publication.asked"], work: secondKey },
  { name: "tell.letter-report-signature", on: ["report.ready"], work: reportSignature },
  { name: "tell.letter-report-key", on: ["report.publishing-asked"], work: reportKey },
  { name: "tell.letter-owner", on: ["owner.asked"], work: owner },
  { name: "tell.letter-passage", on: ["passage.shared"], work: passage },
  // What a resident says is no event: nobody's log has when they said it.
  { name: DISPUTE_SAID, on: [], work: dispute },
];

/** Every day: a clock of the law that has turned red writes to whoever leads the municipality's work, and after two weeks to those who lead the municipality. */
export async function writeOfLawClocks(means: Means): Promise<void> {
  const today = dayOf(means.at);
  for (const partnership of await store.partnershipsThere(means.tx)) {
    const counted = await countedFrom(means.tx, partnership.id);
    const [municipality] = (await partiesOf(means.tx, partnership.id)).filter(({ kind }) => kind === "municipality");
    for (const kind of DECISION_KINDS) {
      const clock = lawClock(kind, counted.get(kind), today);
      if (clock.state !== "late" || municipality === undefined) continue;
      const leaders = isForLeaders({ state: clock.state, days: -clock.daysLeft }) ? (["signatory"] as const) : [];
      const holders = await store.holdersIn(
        means.tx,
        partnership.id,
        ["coordinator", ...leaders],
        municipality.organisationId,
      );
      for (const holder of holders)
        await leave(
          means,
          { ...holder, partnership },
          {
            kind: "law-clock",
            cause: `law-clock ${partnership.id} ${kind} ${clock.due}`,
            letter: (lang) =>
              directLetter(
                {
                  kind: "law-clock",
                  title: say(decided[kind], lang).toLowerCase(),
                  partnership,
                  href: `/folj-upp/${partnership.slug}/klockor`,
                },
                lang,
              ),
          },
        );
    }
  }
}
