import { floorsOf } from "../../collect/store-floors.ts";
import { grantsIn } from "../../ground/party.ts";
import { no, yes } from "../../ground/result.ts";
import { dayOf } from "../../ground/time.ts";
import { partiesOf, partnershipFacts } from "../../partnership/store.ts";
import type { Asking } from "../../platform/server/house.ts";
import { command, here, question, type Route } from "../../platform/server/routes.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import { canonicalText } from "../../ground/canonical.ts";
import { publishesFor, publishingText, type PublishingKey } from "../../pledge/publication/publishing.ts";
import { readReportBody } from "../../pledge/report-text.ts";
import { type AnySignature, challengeText } from "../../pledge/signature.ts";
import { type Asked, answerOfKey, askKey } from "../../pledge/store-keys.ts";
import { type HeldMandate, mandateOf } from "../../pledge/store.ts";
import { faultOf, publishingFault } from "../../pledge/verify.ts";
import { disputesDuring } from "../store.ts";
import type { FollowDatabase } from "../tables.ts";
import * as api from "./api.ts";
import type { BodyOf, Counted } from "./counted.ts";
import * as part from "./part.ts";
import * as rule from "./report.ts";
import * as signing from "./signing.ts";
import { countedOver, disputedInAll, itemsDone, promiseOver, readInside, tellingsWith } from "./store-counted.ts";
import * as store from "./store.ts";
import * as telling from "./telling.ts";

type Ask = Asking<FollowDatabase>;
type Report = rule.PeriodReport;

const overOf = ({ from, to }: Pick<Report, "from" | "to">, ask: Ask) => ({ from, to, today: dayOf(ask.at) });

async function signingParties(ask: Ask) {
  return (await partiesOf(ask.tx, here(ask))).flatMap(({ organisationId, name, kind }) =>
    kind === "other" ? [] : [{ organisationId, name, party: kind }],
  );
}

function signaturesOf(report: Report): readonly AnySignature[] {
  switch (report.state) {
    case "half-signed":
    case "published":
      return report.signatures;
    case "signed":
      return [report.signatures.municipality, report.signatures.police];
    default:
      return [];
  }
}

/** One activity's card: what the log says as it is now, beside what people have judged. */
function cardOf(report: Report, says: Counted, last: rule.PeriodReport | undefined) {
  const judged = report.assessments.find(({ activityId }) => activityId === says.activityId);
  if (judged === undefined) return [];
  const isOpen = report.state === "draft";
  const now = isOpen ? rule.asItIs(judged, says) : judged;
  const { status, preset, figures } = now;
  const isOld = isOpen && judged.explanation !== "" && rule.hasChanged(judged.figures, says.figures);
  const before = last?.assessments.find(({ activityId }) => activityId === says.activityId);
  return [
    {
      activityId: says.activityId,
      number: says.number,
      text: says.text,
      unit: says.unit,
      status,
      preset,
      explanation: judged.explanation,
      output: judged.output,
      outcome: judged.outcome,
      experience: judged.experience,
      done: figures.done,
      expected: figures.expected ?? null,
      counted: figures.unit,
      span: says.span,
      outputs: outputsIn(says),
      beside: [...says.beside],
      deviations: [...says.deviations],
      judged: rule.isJudged(now) && !isOld,
      judgedOn: isOld ? { done: judged.figures.done, expected: judged.figures.expected ?? null } : null,
      views: report.views
        .filter(({ activityId }) => activityId === says.activityId)
        .map(({ party, status: own, explanation }) => ({ party, status: own, explanation })),
      last:
        before === undefined || last === undefined
          ? null
          : {
              slug: last.slug,
              status: before.status,
              explanation: before.explanation,
              output: before.output,
              outcome: before.outcome,
              experience: before.experience,
            },
    },
  ];
}

type Branch = Counted["done"][number]["outputs"][number];

/** What came of the occasions, added up thing by thing. */
function outputsIn({ done }: Pick<Counted, "done">) {
  const sums = new Map<
    string,
    { what: string; depth: number; value: number; qualifier: Branch["count"]["qualifier"] }
  >();
  const add = (branch: Branch, depth: number, under: string) => {
    const key = under === "" ? branch.what : `${under}\n${branch.what}`;
    const own = sums.get(key);
    const { value, qualifier } = branch.count;
    sums.set(key, {
      what: branch.what,
      depth,
      value: value + (own?.value ?? 0),
      qualifier: own === undefined || own.qualifier === "exact" ? qualifier : own.qualifier,
    });
    for (const part of branch.parts) add(part, depth + 1, key);
  };
  for (const { outputs } of done) for (const branch of outputs) add(branch, branch.relation === "part" ? 1 : 0, "");
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

const openReport = question(api.openReport, async (input, ask: Ask) => {
  const report = await store.reportBySlug(ask.tx, here(ask), input.slug);
  if (report === undefined || ask.person === undefined) return no("not-found");
  const today = dayOf(ask.at);
  const over = overOf(report, ask);
  const promise = await promiseOver(ask.tx, here(ask), report.documentId, over);
  const all = await store.reportsOf(ask.tx, here(ask));
  const last = all.find(({ state, to }) => state === "published" && to < report.from);
  const mandate = await mandateOf(ask.tx, here(ask), ask.person.id, today);
  const cannotSign = signing.mayAskToSign(report, mandate, today);
  const firstFell = await store.firstKeyFell(ask.tx, report);
  const cannotPublish = signing.mayPublish({ report, partnershipId: here(ask), firstFell }, ask.person);
  const signatures = signaturesOf(report);
  const parties = await signingParties(ask);
  const asked = report.state === "signed" && !firstFell ? report.asked?.organisationId : undefined;
  const frozen = "content" in report ? report : report.state === "published" ? report.frozen : undefined;
  const body = frozen && readReportBody(frozen.content);
  return yes({
    slug: report.slug,
    from: report.from,
    to: report.to,
    state: report.state,
    example: report.example,
    pledges: (promise?.pledges ?? []).map(({ order, text, disputes, indicators, activities }) => ({
      order,
      text,
      disputes,
      indicators: indicators.map((one) => ({
        ...one,
        readings: [...one.readings],
      })),
      cards: activities.flatMap((says) => cardOf(report, says, last)),
    })),
    itemsDone: await itemsDone(ask.tx, here(ask), report.from, report.to),
    texts: [...report.texts],
    last:
      last === undefined ? null : { slug: last.slug, texts: last.texts.map(({ voice, text }) => ({ voice, text })) },
    told: (await tellingsWith(ask.tx, here(ask), report.id)).map(
      ({ id, on, channel, audience, reach, party, struck }) => ({
        id,
        on,
        channel,
        audience,
        reach,
        party,
        struck: struck?.reason ?? null,
      }),
    ),
    disputes: await disputesDuring(ask.tx, here(ask), report.from, report.to),
    parties: parties.map((one) => {
      const signature = signatures.find(({ party }) => party === one.party);
      return {
        ...one,
        handedIn: report.texts.some(({ voice, handedIn }) => voice === one.party && handedIn),
        signed:
          signature === undefined
            ? null
            : { office: signature.mandate.office, acting: signature.mandate.acting, at: signature.signedAt },
      };
    }),
    frozen:
      frozen === undefined || body === undefined
        ? null
        : { at: frozen.frozenAt, contentHash: frozen.contentHash, body },
    mandate:
      mandate === undefined ? null : { party: mandate.party, office: mandate.office, decidedBy: mandate.decidedBy },
    cannotSign: cannotSign?.why ?? null,
    mandateDay: (cannotSign?.detail?.["day"] as typeof today | undefined) ?? null,
    cannotPublish: cannotPublish?.why ?? null,
    part: {
      heardBy: part.heardBy(report, (await partnershipFacts(ask.tx, here(ask)))?.feedback_days ?? 90),
      out: (await store.partOf(ask.tx, report.id))?.party ?? null,
    },
    publicationAskedBy: parties.find(({ organisationId }) => organisationId === asked)?.party ?? null,
  });
});

const draftReport = command(api.draftReport, {
  rule: rule.draft,
  load: async (input, ask: Ask) => {
    const log = await countedOver(ask.tx, here(ask), overOf(input, ask));
    const documentId = log[0]?.documentId;
    if (documentId === undefined) return undefined;
    const reports = await store.reportsOf(ask.tx, here(ask));
    return {
      partnershipId: here(ask),
      documentId,
      taken: reports.map(({ slug, from, to }) => ({ slug, from, to })),
      log: log.filter((row) => row.documentId === documentId),
    };
  },
  write: async (report, ask: Ask) => {
    await store.addReport(ask.tx, here(ask), report, ask.at);
    return { slug: report.slug };
  },
  subject: (report) => report.id,
});

const load = async ({ slug }: { slug: string }, ask: Ask) => {
  const report = await store.reportForDecision(ask.tx, here(ask), slug);
  return report && { partnershipId: here(ask), report };
};
const subject = (_outcome: unknown, _input: unknown) => undefined;
const said = (_outcome: unknown, { slug }: { slug: string }) => ({ slug });

const assessActivity = command(api.assessActivity, {
  rule: rule.assess,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined) return undefined;
    const log = await countedOver(ask.tx, here(ask), overOf(loaded.report, ask));
    return { ...loaded, says: log.find(({ activityId }) => activityId === input.activityId) };
  },
  write: async (
    { activityId, status, preset, explanation, figures, output, outcome, experience },
    ask: Ask,
    _input,
    { report },
  ) => {
    const judged = { activityId, status, preset, explanation, figures, output, outcome, experience };
    await store.saveAssessment(ask.tx, report, judged);
    return { status };
  },
  subject: (_outcome, input) => input.activityId,
});

const viewActivity = command(api.viewActivity, {
  rule: rule.view,
  load,
  write: async (outcome, ask: Ask, _input, { report }) => {
    await store.dropView(ask.tx, report, "set" in outcome ? outcome.set : outcome.taken);
    if (!("set" in outcome)) return { status: null };
    await store.saveView(ask.tx, here(ask), report, outcome.set);
    return { status: outcome.set.status };
  },
  subject: (_outcome, input) => input.activityId,
});

const writeText = command(api.writeText, {
  rule: rule.write,
  load,
  write: async (text, ask: Ask, _input, { report }) => {
    const grants = ask.person === undefined ? [] : grantsIn(ask.person, here(ask));
    const organisationId = grants.find(({ party }) => party === text.voice)?.organisationId ?? null;
    await store.saveText(ask.tx, here(ask), report, text, { organisationId, at: ask.at });
    return { voice: text.voice };
  },
  subject,
});

const handInText = command(api.handInText, {
  rule: rule.handIn,
  load,
  write: async ({ voice }, ask: Ask, _input, { report }) => {
    await store.handIn(ask.tx, report, voice, ask.at);
    return { voice };
  },
  subject,
  said,
});

const noteTelling = command(api.noteTelling, {
  rule: telling.noteTelling,
  load,
  write: async (one, ask: Ask, _input, { report }) => {
    await store.addTelling(ask.tx, here(ask), report, one);
    return { id: one.id };
  },
  subject: ({ id }) => id,
});

const strikeTelling = command(api.strikeTelling, {
  rule: telling.strikeTelling,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined) return undefined;
    const all = await store.tellingsOf(ask.tx, loaded.report.id);
    return { ...loaded, telling: all.find(({ id }) => id === input.tellingId) };
  },
  write: async (one, ask: Ask) => {
    await store.strikeTelling(ask.tx, one);
    return { id: one.id };
  },
  subject: ({ id }) => id,
});

const freezeReport = (bodyOf: BodyOf) =>
  command(api.freezeReport, {
    rule: rule.freeze,
    load: async (input, ask: Ask) => {
      const loaded = await load(input, ask);
      if (loaded === undefined || ask.partnership === undefined) return undefined;
      const { report } = loaded;
      const disputes = await disputedInAll(ask.tx, here(ask), report.from, report.to);
      const inside = await readInside(ask.tx, ask.partnership, report, { at: ask.at, disputes });
      if (inside === undefined) return undefined;
      const floors = await floorsOf(ask.tx, here(ask), dayOf(ask.at));
      const content = canonicalText(bodyOf(inside, floors));
      return {
        ...loaded,
        log: inside.pledges.flatMap(({ activities }) => activities),
        frozen: { content, contentHash: sha256Hex(content), frozenAt: ask.at },
      };
    },
    write: async (report, ask: Ask) => {
      for (const one of report.assessments) await store.saveAssessment(ask.tx, report, one);
      await store.saveState(ask.tx, report);
      return { contentHash: report.contentHash };
    },
    subject: ({ id }) => id,
    said: ({ slug, contentHash }) => ({ slug, contentHash }),
  });

/** The own part alone: the other organisation's words are none of it. */
const publishPart = (bodyOf: BodyOf) =>
  command(api.publishPart, {
    rule: part.publishPart,
    load: async (input, ask: Ask) => {
      const loaded = await load(input, ask);
      const own = ask.person && rule.writesAs(ask.person, here(ask));
      if (loaded === undefined || ask.partnership === undefined) return undefined;
      const { report } = loaded;
      const ours = {
        ...report,
        texts: report.texts.filter(({ voice }) => voice === own?.party),
        views: report.views.filter(({ party }) => party === own?.party),
        assessments: report.assessments.map((one) => part.alone(one, report.views, own?.party)),
      };
      const disputes = await disputedInAll(ask.tx, here(ask), report.from, report.to);
      const inside = await readInside(ask.tx, ask.partnership, ours, { at: ask.at, disputes });
      if (inside === undefined) return undefined;
      const floors = await floorsOf(ask.tx, here(ask), dayOf(ask.at));
      const told = inside.told.filter(({ party }) => party === own?.party);
      const content = canonicalText(bodyOf({ ...inside, told }, floors));
      const facts = await partnershipFacts(ask.tx, here(ask));
      return {
        ...loaded,
        log: inside.pledges.flatMap(({ activities }) => activities),
        frozen: { content, contentHash: sha256Hex(content), frozenAt: ask.at },
        feedbackDays: facts?.feedback_days ?? 90,
        begunOn: await store.begunOn(ask.tx, report.id),
        out: await store.partOf(ask.tx, report.id),
      };
    },
    write: async (given, ask: Ask, _input, { report }) => {
      await store.addPart(ask.tx, here(ask), report, given);
      return { party: given.party };
    },
    subject: () => undefined,
    said,
  });

const reopenReport = command(api.reopenReport, {
  rule: rule.reopen,
  load,
  write: async ({ version }, ask: Ask, _input, { report }) => {
    const { id, slug, documentId, from, to, assessments, views, texts, example } = report;
    const open = { id, slug, documentId, from, to, assessments, views, texts, example };
    await store.saveState(ask.tx, { ...open, version, state: "draft" });
    return { version };
  },
  subject,
  said: ({ reason }, { slug }) => ({ slug, reason }),
});

/** A question to a key is kept under the promise that is followed up; what it is of, its text says. */
const keyed = ({ documentId, version }: Report, contentHash: string) => ({
  id: documentId,
  revision: version,
  contentHash,
});

const askToSignReport = command(api.askToSignReport, {
  rule: signing.askToSign,
  load: async (input, ask: Ask) => {
    const loaded = await load(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const today = dayOf(ask.at);
    return { ...loaded, today, mandate: await mandateOf(ask.tx, here(ask), ask.person.id, today) };
  },
  write: async (report, ask: Ask, _input, { mandate }) => {
    // The rule has said yes to a mandate.
    if (mandate === undefined) throw new Error("Asked to sign without a mandate");
    const { version: revision, contentHash } = report;
    return askKey(ask, keyed(report, contentHash), (asked) => challengeText({ ...asked, revision, mandate }));
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

const hashOf = (report: Report) => ("contentHash" in report ? report.contentHash : "");

const signReport = command(api.signReport, {
  rule: signing.sign,
  load: async (input, ask: Ask): Promise<(signing.SigningState & { mandate: HeldMandate | undefined }) | undefined> => {
    const loaded = await load(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const { report } = loaded;
    const today = dayOf(ask.at);
    const mandate = await mandateOf(ask.tx, here(ask), ask.person.id, today);
    const { organisationId, ...held } = mandate ?? { organisationId: "" };
    const revision = report.version;
    const textOf =
      mandate && ((asked: Asked) => challengeText({ ...asked, revision, mandate: held as typeof mandate }));
    const { expired, answered } = await answerOfKey(ask, keyed(report, hashOf(report)), input, textOf);
    const base = { ...loaded, today, mandate, expired, verified: undefined };
    if (answered === undefined || mandate === undefined || !("content" in report)) return base;
    const verified = {
      id: ask.newId(),
      party: mandate.party,
      organisationId,
      mandate: held,
      contentHash: answered.contentHash,
      signedAt: ask.at,
      means: answered.means,
    } as AnySignature;
    const signed = { revision, contentHash: report.contentHash, text: report.content };
    const fault = faultOf(verified, signed, { at: ask.at, site: ask.site });
    return fault === undefined || fault === "signed-other-text" ? { ...base, verified } : base;
  },
  write: async (report, ask: Ask, _input, { verified }) => {
    if (verified === undefined) throw new Error("Signed without a signature");
    await store.addSignature(ask.tx, here(ask), report, verified);
    await store.saveState(ask.tx, report);
    return { state: report.state, signedAt: ask.at, missing: [...signing.missingFrom(report)] };
  },
  event: ({ state }) => (state === "signed" ? "report.signed" : "report.half-signed"),
  subject: ({ id }) => id,
  said: ({ slug, contentHash }) => ({ slug, contentHash }),
});

const withKeys = async (input: { slug: string }, ask: Ask): Promise<signing.PublishingWhere | undefined> => {
  const loaded = await load(input, ask);
  return loaded && { ...loaded, firstFell: await store.firstKeyFell(ask.tx, loaded.report) };
};

/** What the caller's key is asked about this text; nothing where they publish for no party. */
const publishingTextFor = ({ report, partnershipId }: signing.PublishingWhere, { person }: Ask) => {
  const own = person && publishesFor(person, partnershipId);
  return own && ((asked: Asked) => publishingText({ ...asked, revision: report.version, party: own.party }));
};

const askToPublishReport = command(api.askToPublishReport, {
  rule: signing.askToPublish,
  load: withKeys,
  write: async (report, ask: Ask, _input, state) => {
    const text = publishingTextFor(state, ask);
    // The rule has said yes to a party.
    if (text === undefined) throw new Error("Asked to publish for no party");
    return askKey(ask, keyed(report, report.contentHash), text);
  },
  subject: ({ id }) => id,
  quiet: () => true,
});

const publishReport = command(api.publishReport, {
  rule: signing.publish,
  load: async (input, ask: Ask): Promise<signing.PublishingState | undefined> => {
    const loaded = await withKeys(input, ask);
    if (loaded === undefined || ask.person === undefined) return undefined;
    const { report, partnershipId } = loaded;
    const text = publishingTextFor(loaded, ask);
    const { expired, answered } = await answerOfKey(ask, keyed(report, hashOf(report)), input, text);
    const own = publishesFor(ask.person, partnershipId);
    if (answered === undefined || own === undefined) return { ...loaded, expired, key: undefined };
    const key: PublishingKey = {
      id: ask.newId(),
      ...own,
      contentHash: answered.contentHash,
      pressedAt: ask.at,
      means: answered.means,
    };
    const fault = publishingFault(key, { hash: hashOf(report), revision: report.version });
    return { ...loaded, expired, key: fault === undefined ? key : undefined };
  },
  write: async ({ report, key, isOut, isAnew }, ask: Ask) => {
    if (isAnew) await store.dropPublishingKey(ask.tx, report, key.organisationId);
    await store.addPublishingKey(ask.tx, here(ask), report, key);
    if (!isOut) return { state: report.state };
    const { content, contentHash, frozenAt, signatures, asked: _asked, ...rest } = report;
    await store.saveState(ask.tx, {
      ...rest,
      state: "published",
      publishedAt: ask.at,
      frozen: { content, contentHash, frozenAt },
      signatures: [signatures.municipality, signatures.police],
      approvals: [],
    });
    return { state: "published" as const };
  },
  event: ({ isOut }) => (isOut ? "report.published" : "report.publishing-asked"),
  subject: ({ report }) => report.id,
  said: ({ report: { slug, contentHash } }) => ({ slug, contentHash }),
});

/** `bodyOf`: what of a report may be told; what both sign is that and nothing else. */
export const reportRoutes = (bodyOf: BodyOf): readonly Route[] => [
  openReport,
  draftReport,
  assessActivity,
  viewActivity,
  writeText,
  handInText,
  noteTelling,
  strikeTelling,
  freezeReport(bodyOf),
  publishPart(bodyOf),
  reopenReport,
  askToSignReport,
  signReport,
  askToPublishReport,
  publishReport,
];
