// A situation report (lägesbild): the weighed, assessed picture of a period that both parties write, and that a body adopts. What is written is never written over:
// each wording is kept, and the newest stands. Adopted it changes no more; the next one is begun from it (lag 2023:196, 4 and 6 §§; domain.md 3.6).
import { personIn } from "../../collect/person-in-text.ts";
import type { Json } from "../../ground/canonical.ts";
import { command } from "../../ground/command.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { type Day, dayOf, type Instant } from "../../ground/time.ts";
import { RAISERS } from "../problem.ts";
import { allowed, LEADERS, organisationOf } from "../rights.ts";
import { type Chapter, CHAPTERS, lawMissing } from "./chapters.ts";
import type { Figure } from "./figure.ts";
import { notInWork } from "./report-state.ts";

/** The report's own words, what both say of them together, what one party says, and what one party keeps to itself. */
export const VOICES = ["text", "joint", "party", "note"] as const;
export type Voice = (typeof VOICES)[number];

/** A wording: the newest of its chapter and voice stands. */
export type Piece = {
  readonly id: string;
  readonly chapter: Chapter;
  readonly voice: Voice;
  /** Whose it is, where it is one party's. */
  readonly organisationId: string | undefined;
  readonly text: string;
  readonly version: number;
  readonly carried: boolean;
  readonly writtenAt: Instant;
  readonly writtenBy: string;
};

type Begun = {
  readonly id: string;
  readonly slug: string;
  readonly from: Day;
  readonly to: Day;
  readonly formerId: string | undefined;
  readonly begunAt: Instant;
  readonly pieces: readonly Piece[];
  readonly figures: readonly Figure[];
  readonly example: boolean;
};
export type Draft = Begun & { readonly state: "draft" };
/** What the body decided: on which day, under which number, and the hash of what it had before it. */
export type Adoption = {
  readonly adoptedOn: Day;
  readonly adoptedBy: string;
  readonly registryNumber: string;
  readonly contentHash: string;
  readonly adoptedAt: Instant;
};
export type Adopted = Begun & Adoption & { readonly state: "adopted" };
/** Laid aside: as it was written, and nothing is written in it. */
export type Aside = Begun & {
  readonly state: "aside";
  readonly asideAt: Instant;
  readonly asideReason: string;
  readonly asideBy: string;
};
export type Report = Draft | Aside | Adopted;

export type SituationWhy =
  | "not-yours"
  | "names-a-person"
  | "situation-period-backwards"
  | "situation-period-taken"
  | "situation-in-work"
  | "situation-is-adopted"
  | "situation-is-aside"
  | "situation-changed-meanwhile"
  | "situation-law-part-missing"
  | "situation-adopted-in-future"
  | "situation-adopted-before-former";

type Where = { readonly partnershipId: string };

/** What stands in a chapter in a voice; of one party's, that organisation's. */
export function pieceOf(
  pieces: readonly Piece[],
  chapter: Chapter,
  voice: Voice,
  organisationId?: string,
): Piece | undefined {
  return pieces.find(
    (piece) => piece.chapter === chapter && piece.voice === voice && piece.organisationId === organisationId,
  );
}

/** A whole year is its number, whole years the first and the last; else the days. */
export function slugOfPeriod(from: Day, to: Day): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return first === last ? first : `${first}-${last}`;
  return `${from}-${to}`;
}

export const begin = command({
  event: "situation.begun",
  may: allowed(LEADERS),
  decide: (
    input: { readonly from: Day; readonly to: Day },
    state: Where & {
      readonly reports: readonly { readonly slug: string; readonly state: Report["state"] }[];
      /** The latest that was adopted. */
      readonly former: Report | undefined;
    },
    moment,
  ): Result<Draft, Refusal<SituationWhy>> => {
    if (input.from > input.to) return no("situation-period-backwards", { field: "to" });
    if (state.reports.some((report) => report.state === "draft")) return no("situation-in-work");
    const slug = slugOfPeriod(input.from, input.to);
    if (state.reports.some((report) => report.slug === slug)) return no("situation-period-taken", { field: "from" });
    const writtenBy = organisationOf(moment.by, state, LEADERS);
    const carried = (state.former?.pieces ?? []).flatMap(({ voice, chapter, text }): Piece[] =>
      voice !== "text" || text === ""
        ? []
        : [
            {
              id: moment.newId(),
              chapter,
              voice,
              organisationId: undefined,
              text,
              version: 1,
              carried: true,
              writtenAt: moment.at,
              writtenBy,
            },
          ],
    );
    return yes({
      id: moment.newId(),
      slug,
      from: input.from,
      to: input.to,
      formerId: state.former?.id,
      begunAt: moment.at,
      pieces: carried,
      figures: [],
      example: false,
      state: "draft",
    });
  },
});

export type OnReport = Where & { readonly report: Report };

/** Whoever writes from an older wording than the newest is told, and nothing of either is lost. */
export const write = command({
  event: "situation.written",
  may: allowed(RAISERS),
  decide: (
    input: { readonly chapter: Chapter; readonly voice: Voice; readonly text: string; readonly version: number },
    state: OnReport,
    moment,
  ): Result<Piece, Refusal<SituationWhy>> => {
    const { chapter, voice, text, version } = input;
    if (state.report.state !== "draft") return no(notInWork(state.report));
    if (personIn(text)) return no("names-a-person", { field: "text" });
    const writtenBy = organisationOf(moment.by, state, RAISERS);
    const organisationId = voice === "party" || voice === "note" ? writtenBy : undefined;
    const before = pieceOf(state.report.pieces, chapter, voice, organisationId);
    if ((before?.version ?? 0) !== version) return no("situation-changed-meanwhile", { field: "text" });
    return yes({
      id: moment.newId(),
      chapter,
      voice,
      organisationId,
      text: text.trim(),
      version: version + 1,
      carried: false,
      writtenAt: moment.at,
      writtenBy,
    });
  },
});

/** A body has adopted it: what it had before it is what is adopted, so the hash of that is given. */
export const adopt = command({
  event: "situation.adopted",
  may: allowed(LEADERS),
  decide: (
    input: Omit<Adoption, "adoptedAt">,
    state: OnReport & { readonly contentHash: string; readonly former: Report | undefined },
    moment,
  ): Result<Adopted, Refusal<SituationWhy>> => {
    const { report, former } = state;
    if (report.state !== "draft") return no(notInWork(report));
    if (input.contentHash !== state.contentHash) return no("situation-changed-meanwhile");
    if (lawMissing(writtenIn(report.pieces)).length > 0) return no("situation-law-part-missing");
    const adoptedBy = input.adoptedBy.trim();
    const registryNumber = input.registryNumber.trim();
    if (personIn(adoptedBy)) return no("names-a-person", { field: "adoptedBy" });
    if (personIn(registryNumber)) return no("names-a-person", { field: "registryNumber" });
    if (input.adoptedOn > dayOf(moment.at)) return no("situation-adopted-in-future", { field: "adoptedOn" });
    if (former?.state === "adopted" && input.adoptedOn <= former.adoptedOn)
      return no("situation-adopted-before-former", { field: "adoptedOn" });
    const { adoptedOn, contentHash } = input;
    return yes({
      ...report,
      state: "adopted",
      adoptedOn,
      adoptedBy,
      registryNumber,
      contentHash,
      adoptedAt: moment.at,
    });
  },
});

/** The chapters that have a text of their own. */
export function writtenIn(pieces: readonly Piece[]): ReadonlySet<Chapter> {
  return new Set(pieces.flatMap(({ chapter, voice, text }) => (voice === "text" && text !== "" ? [chapter] : [])));
}

/** What is adopted, as plain JSON for the hash: all but what one party keeps to itself. */
export function contentOf({ from, to, pieces, figures }: Pick<Report, "from" | "to" | "pieces" | "figures">): Json {
  return {
    from,
    to,
    chapters: CHAPTERS.map((chapter) => ({
      chapter,
      text: pieceOf(pieces, chapter, "text")?.text ?? "",
      joint: pieceOf(pieces, chapter, "joint")?.text ?? "",
      parties: pieces
        .filter((piece) => piece.chapter === chapter && piece.voice === "party")
        .map(({ organisationId, text }) => ({ organisationId: organisationId ?? "", text }))
        .toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1)),
      figures: figures
        .filter((figure) => figure.chapter === chapter)
        .map(({ kind, caption, hash }) => ({ kind, caption, hash })),
    })),
  };
}
