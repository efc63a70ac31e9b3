// «Klistra in text»: a promise as it stands on a page or in a press text, read into promises and activities. What is not read as either is told, so that
// nothing of it goes unseen; nothing is made up that the text does not say.
import { personIn } from "../collect/person-in-text.ts";
import type { Activity } from "./document.ts";

type Owner = Activity["owner"];
export type PastedPledge = {
  readonly text: string;
  readonly owner: Owner;
  readonly activities: readonly { readonly text: string; readonly owner: Owner }[];
};
export type Pasted = {
  readonly pledges: readonly PastedPledge[];
  /** First and last year, where the text says «2022–2024». */
  readonly years: { readonly from: string; readonly to: string } | undefined;
  /** «Löftet baseras på …», one source each. */
  readonly basis: readonly string[];
  /** What was read as neither, paragraph by paragraph. */
  readonly left: readonly string[];
};

const MARK = /^(?:[•·*▪◦‣–—−-]|\(?\d+(?:\.\d+)+\.?\)?|[a-zåäö][.)])\s+/iu;
const NUMBERED = /^(?:löfte\s*)?\d+\s*[.:)]\s+/iu;
const PROMISES = /(?<!\p{L})(?:lovar|åtar sig)(?!\p{L})/iu;
/** «Polisen lovar:»: the lines below are what is promised. */
const HEADS_A_LIST = /^[\p{L} ,&/-]{3,80}(?:lovar|åtar sig)(?: att)?\s*:$/iu;
/** «Det ska åstadkommas genom följande aktiviteter:» */
const LEADS_TO_ACTIVITIES = /^(?!.*(?:lovar|åtar sig)).*(?:aktivitet(?:er)?|åtgärd(?:er)?|genom att|insatser)\s*:$/iu;
const RESTS_ON = /(?:baseras|bygger|grundas|vilar) på (.+?)[.]?$/iu;
const OWNED_BY = /[.,;]?\s*Ansvarig(?:a)?\s*:\s*(.+?)[.]?$/iu;
const YEARS = /(?<!\d)(20\d\d)\s*[–—-]\s*(20\d\d)(?!\d)/u;
/** What somebody says is told of, not promised. */
const SPEECH = /,\s*(?:säger|menar|berättar|konstaterar)\s+\p{Lu}/u;
const LONGEST = 2000;
const LONGEST_SOURCE = 300;

/** Reads a pasted text. Answers no pledges where nothing in it looks like a promise; then the whole of it is `left`. */
export function readPasted(text: string): Pasted {
  const pledges: { text: string; owner: Owner; activities: { text: string; owner: Owner }[] }[] = [];
  const left: string[] = [];
  const basis: string[] = [];
  let listOwner: Owner | undefined;
  let inList = false;
  for (const line of linesOf(text)) {
    const isPoint = MARK.test(line) || (listOwner !== undefined && NUMBERED.test(line));
    const said = line
      .replace(isPoint ? MARK : NUMBERED, "")
      .replace(NUMBERED, "")
      .trim();
    if (HEADS_A_LIST.test(said)) {
      listOwner = ownerOf(said) ?? "joint";
      inList = true;
    } else if (LEADS_TO_ACTIVITIES.test(said) && pledges.length > 0) {
      inList = true;
    } else if (isPoint && inList && !SPEECH.test(said)) {
      const { text: own, owner = ownerOf(said) ?? listOwner ?? pledges.at(-1)?.owner ?? "joint" } = ownedIn(said);
      const point = { text: own.slice(0, LONGEST), owner };
      // Under «Polisen lovar:» each point is a promise of its own.
      if (listOwner !== undefined) pledges.push({ ...point, activities: [point] });
      else pledges.at(-1)!.activities.push(point);
    } else if (PROMISES.test(said) && !SPEECH.test(said)) {
      pledges.push({ text: said.slice(0, LONGEST), owner: ownerOf(said) ?? "joint", activities: [] });
      listOwner = undefined;
      inList = true;
    } else {
      const rests = RESTS_ON.exec(said)?.[1];
      if (rests === undefined || personIn(said) !== undefined) left.push(line);
      else
        basis.push(
          ...rests
            .split(/,\s+(?:och\s+)?|\s+och\s+/u)
            .filter((part) => part !== "")
            .map((part) => part.slice(0, LONGEST_SOURCE)),
        );
      // A new paragraph ends the list above it.
      inList = false;
    }
  }
  const years = YEARS.exec(text);
  return {
    pledges,
    years: years === null ? undefined : { from: years[1]!, to: years[2]! },
    basis: [...new Set(basis)].slice(0, 40),
    left,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.replaceAll(/\s+/gu, " ").trim())
    .filter((line) => line !== "");

/** Whose it is by how it begins; undefined where it names neither. */
function ownerOf(said: string): Owner | undefined {
  const start = said.slice(0, 80).toLowerCase();
  const [police, municipality] = [/(?<!\p{L})polis/u.test(start), /(?<!\p{L})kommun/u.test(start)];
  if (police && municipality) return "joint";
  if (police) return "police";
  return municipality ? "municipality" : undefined;
}

/** «… Ansvarig: kommunen» at the end of a point (P15). */
function ownedIn(said: string): { readonly text: string; readonly owner?: Owner } {
  const owned = OWNED_BY.exec(said);
  if (owned === null) return { text: said };
  const text = said.slice(0, owned.index).trim();
  const owner = /båda|gemensam/iu.test(owned[1]!) ? "joint" : ownerOf(owned[1]!);
  return owner === undefined || text === "" ? { text: said } : { text, owner };
}
