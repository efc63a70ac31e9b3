// «Börja från: fil»: somebody else's promise, or an old one of one's own, as the beginning of a draft. Ids are made anew, the two who sign are the
// partnership's own, and what was true of that document only does not come along; which that is gets told before anything is begun.
import { command } from "../../ground/command.ts";
import type { Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Activity, Content, Pledge } from "../document.ts";
import { start, type Why } from "../lifecycle.ts";
import { type FileWhy, LEFT_BEHIND, type LeftBehind } from "./left.ts";
import type { ReadFile } from "./table.ts";

/** What a draft may be begun from. */
export const MOST_MEGABYTES = 2;

/** The draft that a document of a file becomes, and what of the document is not in it. */
export function beginFrom(
  given: Content,
  own: Content,
  newId: () => string,
): { readonly content: Content; readonly left: readonly LeftBehind[] } {
  const left = new Set<LeftBehind>();
  // What was told, and where, is true of that document and of no other.
  const { signedOn, signatories, exceptions, amends, formerly, toldResults, renderings, version, note, ...kept } =
    given;
  if (formerly !== undefined) left.add("continues");
  if ([toldResults, renderings, version, note].some((told) => told !== undefined)) left.add("told");
  if (amends !== undefined) left.add("amends");
  if (signedOn !== undefined || signatories !== undefined) left.add("signed");
  if (exceptions !== undefined) left.add("exceptions");
  // A unit points at its party: it comes along to the one of the same standing here.
  const standingOf = new Map(given.parties.map(({ organisationId, standing }) => [organisationId, standing]));
  const unitOf = ({ accountable, owner }: Activity): Pick<Activity, "accountable"> => {
    if (accountable === undefined) return {};
    const standing = standingOf.get(accountable.organisationId) ?? owner;
    const party = own.parties.find((one) => one.standing === standing);
    if (accountable.accepted) left.add("accepted");
    if (party?.organisationId === undefined) {
      left.add("parties");
      return {};
    }
    return { accountable: { organisationId: party.organisationId, unit: accountable.unit, accepted: false } };
  };
  const activityOf = (activity: Activity): Activity => {
    const { exceptions: reasons, accountable: _unit, continues, measureId, ...words } = activity;
    if (continues !== undefined) left.add("continues");
    if (measureId !== undefined) left.add("problems");
    if (reasons !== undefined) left.add("exceptions");
    return { ...words, ...unitOf(activity), id: newId() as Activity["id"] };
  };
  const pledges = given.pledges.map((pledge): Pledge => {
    const { exceptions: reasons, continues, problemIds, causeIds = [], expectedEffect, ...words } = pledge;
    if (reasons !== undefined) left.add("exceptions");
    if (continues !== undefined) left.add("continues");
    if (problemIds.length + causeIds.length > 0) left.add("problems");
    if (expectedEffect?.measured !== undefined) left.add("measured");
    const { measured: _measured, goal: _goal, ...effect } = expectedEffect ?? { text: "" };
    return {
      ...words,
      ...(expectedEffect === undefined ? {} : { expectedEffect: effect }),
      id: newId() as Pledge["id"],
      problemIds: [],
      activities: pledge.activities.map(activityOf),
    };
  });
  const third = given.parties
    .filter(({ standing }) => standing === "third")
    .map(({ organisationId: _id, ...party }) => party);
  const ownNames = new Set(own.parties.map(({ name }) => name));
  if (given.parties.some(({ standing, name }) => standing !== "third" && !ownNames.has(name))) left.add("parties");
  const ownCodes = codesOf(own);
  const isHere = codesOf(given).some((code) => ownCodes.includes(code));
  if (!isHere) left.add("area");
  return {
    content: {
      ...kept,
      parties: [...own.parties, ...third],
      area: isHere ? given.area : own.area,
      pledges,
    },
    left: LEFT_BEHIND.filter((one) => left.has(one)),
  };
}

const codesOf = ({ area }: Content): readonly string[] =>
  area.flatMap((place) => (place.kind === "municipality" ? [place.code] : []));

type Asked = {
  readonly partnershipId: string;
  readonly own: Content;
  readonly file: ReadFile;
  /** Larger than a draft may be begun from: then nothing of it was read. */
  readonly isLarge: boolean;
};
/** Whoever may begin a draft. */
const writes = (person: Person, _input: unknown, { partnershipId, own }: Asked) =>
  start.may(person, { slug: "", content: own }, { partnershipId, taken: false });
const tooLarge = () => no("too-large", { field: "file", detail: { megabytes: MOST_MEGABYTES } });
type Began = { readonly id: string; readonly slug: string; readonly content: Content };

/** The draft, from the document of the file that was chosen; nothing where the file has a fault. */
export const startFromFile = command({
  event: "draft.started",
  may: writes,
  decide: (
    input: { readonly slug: string; readonly document: number },
    state: Asked & { readonly taken: boolean },
    moment,
  ): Result<Began, Refusal<Why | FileWhy | "too-large">> => {
    if (state.isLarge) return tooLarge();
    const { faults, documents } = state.file;
    if (faults.length > 0) return no("file-has-faults", { field: "file", detail: { count: faults.length } });
    const given = documents[input.document];
    if (given === undefined) return no("not-in-file", { field: "document" });
    const { content } = beginFrom(given, state.own, moment.newId);
    const begun = start.decide({ slug: input.slug, content }, state, moment);
    return begun.ok ? yes({ id: begun.value.id, slug: begun.value.slug, content }) : begun;
  },
});

/** What a file holds, before anything is begun. */
export const lookInFile = command({
  event: "pledge.file-looked-in",
  may: writes,
  decide: (_input: unknown, state: Asked, moment) => {
    if (state.isLarge) return tooLarge();
    const { documents, faults, unknown } = state.file;
    return yes({
      faults: faults.slice(0, MOST_TOLD),
      faultsInAll: faults.length,
      unknown,
      documentsInAll: documents.length,
      documents: documents.slice(0, MOST_TOLD).map((document) => ({
        title: document.title,
        from: document.period.from.said,
        to: document.period.to?.said ?? "",
        pledges: document.pledges.map(({ text, activities }) => ({
          text,
          activities: activities.length,
        })),
        left: beginFrom(document, state.own, moment.newId).left,
      })),
    });
  },
});
const MOST_TOLD = 100;
