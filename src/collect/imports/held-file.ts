// A file that lies here until it has been read in: looked at, tried, then read. It is the one's who handed it in, and goes when it has been read, or after a day.
import { command, type Moment } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { coverPersons } from "../person-in-text.ts";
import type { Instant } from "../../ground/time.ts";
import type { Campaign, CampaignMethod } from "../campaigns/campaign.ts";
import { COLLECTORS, ownerOf } from "../source.ts";
import { instanceColumn, questionsIn } from "../xlsform/submission.ts";
import { type Begun, importFile, type Importing, type ImportWhy } from "./import.ts";
import type { FileState, ImportKind, ImportReport } from "./import-report.ts";
import { columnsOf, type Mapping } from "./mapping.ts";
import { type Ready, readyFor } from "./ready-mapping.ts";
import { headingOf, type Peeked } from "./table.ts";

/** What is asked for when a file is tried or read. */
export type FileWish = {
  readonly kind: ImportKind;
  readonly area: "county" | "country";
  readonly mapping?: Mapping | undefined;
  /** The address part of a source that is there. */
  readonly source?: string | undefined;
  readonly sourceName?: string | undefined;
  /** The address part of the dialogue that answers are read into, and how those who answered were met. */
  readonly campaign?: string | undefined;
  readonly method?: CampaignMethod | undefined;
};

/** What a try found: the report there would be, and the words the file has for categories, the most frequent first. */
export type Found = ImportReport & { readonly words: readonly { readonly word: string; readonly rows: number }[] };

export type HeldFile = {
  readonly id: string;
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly heldBy: string;
  readonly heldAt: Instant;
  readonly hash: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: FileState;
  readonly wish: FileWish | undefined;
  readonly triedRows: number;
  readonly found: Found | undefined;
  readonly importId: string | undefined;
};

export type HeldWhy =
  | ImportWhy
  | "too-many-files"
  | "too-much-waits"
  | "file-is-being-read"
  | "file-already-read"
  | "file-is-gone";

/** What one person can have lying here, everywhere they work; the database counts the same. */
export const MOST_FILES = 10;
export const MOST_MEGABYTES = 100;
const MEGABYTE = 1024 * 1024;

type Holding = {
  readonly partnershipId: string;
  readonly bytes: number;
  /** What the same person has waiting already. */
  readonly waiting: { readonly files: number; readonly bytes: number };
};
export const holdFile = command({
  event: "file.handed-in",
  may: (person: Person, _input: unknown, { partnershipId }: Holding): Refusal<HeldWhy> | undefined =>
    grantsIn(person, partnershipId, COLLECTORS).length > 0 ? undefined : { why: "not-yours" },
  decide: (
    { fileName }: { readonly fileName: string },
    { partnershipId, bytes, waiting }: Holding,
    moment,
  ): Result<Omit<HeldFile, "hash">, Refusal<HeldWhy>> => {
    if (bytes === 0) return no("file-is-empty");
    if (waiting.files >= MOST_FILES) return no("too-many-files", { field: "file", detail: { most: MOST_FILES } });
    if (waiting.bytes + bytes > MOST_MEGABYTES * MEGABYTE)
      return no("too-much-waits", { field: "file", detail: { most: MOST_MEGABYTES } });
    return yes({
      id: moment.newId(),
      partnershipId,
      organisationId: ownerOf(moment.by, partnershipId),
      heldBy: moment.by.id,
      heldAt: moment.at,
      fileName: coverPersons(fileName).text,
      bytes,
      state: "held",
      wish: undefined,
      triedRows: 0,
      found: undefined,
      importId: undefined,
    });
  },
});

/** Taken away by the one who handed it in, before it has been read in. */
export const letFileGo = command({
  event: "file.let-go",
  may: (person: Person, _input: unknown, { file }: { readonly file: HeldFile }): Refusal<HeldWhy> | undefined =>
    person.id === file.heldBy ? undefined : { why: "not-yours" },
  decide: (_input: unknown, { file }: { readonly file: HeldFile }): Result<HeldFile, Refusal<HeldWhy>> =>
    file.state === "trying" || file.state === "reading" ? no("file-is-being-read") : yes(file),
});

export type Asked = Importing & { readonly file: HeldFile };
export type Begin = Begun & { readonly file: HeldFile };

/** Whether something can be asked of a file now, and of these columns into this source. */
function askedOf(wish: FileWish, state: Asked, moment: Moment): Result<Begin, Refusal<HeldWhy>> {
  const { file } = state;
  if (file.state === "trying" || file.state === "reading") return no("file-is-being-read");
  if (file.state === "read") return no("file-already-read");
  if (file.state === "gone") return no("file-is-gone");
  const begun = importFile.decide({ ...wish, fileName: file.fileName }, state, moment);
  return begun.ok ? yes({ ...begun.value, file }) : begun;
}

/** What was asked for, without what it came with. */
function plain({ kind, area, mapping, source, sourceName, campaign, method }: FileWish): FileWish {
  return { kind, area, mapping, source, sourceName, campaign, method };
}

/** A source that whoever asks cannot see is one that is not there. */
function tried(wish: FileWish, { source }: Asked): FileWish {
  return { ...plain(wish), source: source?.slug };
}

/** Nothing is written but what was found. */
export const tryFile = command({
  event: "import.tried",
  may: (person: Person, wish: FileWish, state: Asked) => importFile.may(person, { ...wish, fileName: "" }, state),
  decide: (wish: FileWish, state: Asked, moment): Result<Begin, Refusal<HeldWhy>> => {
    const asked = askedOf(wish, state, moment);
    if (!asked.ok) return asked;
    return yes({
      ...asked.value,
      file: { ...state.file, state: "trying", wish: tried(wish, state), triedRows: 0, found: undefined },
    });
  },
});

export const readFile = command({
  event: "import.begun",
  may: (person: Person, wish: FileWish, state: Asked) => importFile.may(person, { ...wish, fileName: "" }, state),
  decide: (wish: FileWish, state: Asked, moment): Result<Begin, Refusal<HeldWhy>> => {
    const asked = askedOf(wish, state, moment);
    if (!asked.ok) return asked;
    const { source } = asked.value;
    const settled = { ...plain(wish), source: source.slug };
    return yes({
      ...asked.value,
      file: { ...state.file, state: "reading", wish: settled, importId: moment.newId() },
    });
  },
});

/** How the columns of a file are probably to be taken, and how that is known. */
export type Suggested = {
  readonly kind: ImportKind;
  readonly mapping: Mapping | undefined;
  /** The source whose last file had these columns. */
  readonly source: string | undefined;
  /** The make the file is known by. */
  readonly ready: Ready["name"] | undefined;
  readonly sourceName: string | undefined;
  /** The dialogue whose form it was. */
  readonly campaign: string | undefined;
  /** Where the heading stands that was known again. */
  readonly headingLine: number;
};
export type Kept = { readonly source: string | undefined; readonly mapping: Mapping };

/** Columns that every answer of the police's API has. */
const POLICE_COLUMNS = ["id", "datetime", "name", "summary", "type"];

/** The mapping of a source whose last file had the same columns goes before a make that is known by its heading. */
export function suggested(peeked: Peeked, kept: readonly Kept[], dialogues: readonly Campaign[] = []): Suggested {
  const none = {
    source: undefined,
    ready: undefined,
    sourceName: undefined,
    campaign: undefined,
    headingLine: peeked.headingLine,
  };
  const campaign = dialogueOf(peeked.heading, dialogues);
  if (campaign !== undefined) return { ...none, kind: "odk", mapping: undefined, campaign: campaign.slug };
  if (POLICE_COLUMNS.every((column) => peeked.heading.includes(column)) && peeked.form === "json")
    return { ...none, kind: "polisen", mapping: undefined };
  for (const { source, mapping } of kept) {
    const columns = columnsOf(mapping);
    const at = peeked.top.find(({ cells }) => {
      const names = headingOf(cells);
      return columns.length > 0 && columns.every((column) => names.includes(column));
    });
    if (at !== undefined) return { ...none, kind: "csv", mapping, source, headingLine: at.line };
  }
  const ready = readyFor(peeked.heading);
  return { ...none, kind: "csv", mapping: ready?.mapping, ready: ready?.name, sourceName: ready?.source.name };
}

/** The dialogue most of whose questions these forms have, if it is more than half of them. */
function dialogueOf(heading: readonly string[], dialogues: readonly Campaign[]): Campaign | undefined {
  if (instanceColumn(heading) === undefined) return undefined;
  const [best] = dialogues
    .map((campaign) => ({ campaign, asked: questionsIn(heading, campaign.items) }))
    .filter(({ campaign, asked }) => asked * 2 > campaign.items.length)
    .toSorted((a, b) => b.asked - a.asked);
  return best?.campaign;
}

/** How many words of its own a file may have for categories before they are no categories. */
const WORDS_TOLD = 60;

/** Counts the words a file has for categories. */
export function wordsSeen() {
  const rows = new Map<string, number>();
  return {
    see(word: unknown): void {
      if (typeof word !== "string" || word === "") return;
      const before = rows.get(word);
      if (before !== undefined || rows.size < WORDS_TOLD) rows.set(word, (before ?? 0) + 1);
    },
    seen: (): Found["words"] =>
      [...rows].map(([word, count]) => ({ word, rows: count })).toSorted((a, b) => b.rows - a.rows),
  };
}
