// Two write in one draft at the same time: what each has changed since both began from the same wording is put together, field by field. Only where both changed the
// same is there something to choose, and then both wordings are kept (journeys.md, journey 11).
import { canonicalText, type Json } from "../../ground/canonical.ts";
import type { Content } from "../document.ts";
import { contentOf, type Fields, isSame, type Part, type Parts, partsOf, type Place, withField } from "./passages.ts";

/** Whose: what has been saved meanwhile, or what one is about to save. */
export type Side = "theirs" | "mine";
export type Clash = {
  readonly kind: "both-changed" | "removed-by-them" | "removed-by-you" | "order";
  readonly at: Place;
  readonly of: Part["kind"];
  readonly number: string;
  readonly field: string;
  readonly base?: Json | undefined;
  readonly theirs?: Json | undefined;
  readonly mine?: Json | undefined;
};
export type Merged = {
  /** With what is one's own where both changed the same, and with everything that only one of them took away. */
  readonly content: Content;
  readonly clashes: readonly Clash[];
};

type Three = { readonly base: Parts; readonly theirs: Parts; readonly mine: Parts };

/** What both have written since `base`. */
export function merge(base: Content, theirs: Content, mine: Content): Merged {
  // Numbers too are as one of them has them, when the other has done nothing.
  if (isSame(theirs, base) || isSame(theirs, mine)) return { content: mine, clashes: [] };
  if (isSame(mine, base)) return { content: theirs, clashes: [] };
  const three = { base: partsOf(base), theirs: partsOf(theirs), mine: partsOf(mine) };
  const clashes: Clash[] = [];
  const kept = keptOf(three, clashes);
  const parts = new Map<Place, Part>();
  for (const at of kept) parts.set(at, mergedPart(at, three, clashes));
  const homes = new Map([...parts].map(([at, { within }]) => [at, within]));
  for (const [at, part] of parts) {
    const held = [...parts.keys()].filter((id) => id !== "" && homes.get(id) === at);
    parts.set(at, { ...part, holds: inOrder(at, part, held, three, clashes) });
  }
  const number = numbersOf(parts, three);
  return { content: contentOf(parts, number), clashes };
}

/** Everything about a passage but its number: of a löfte also what stands in it. */
function essence(parts: Parts, at: Place): string {
  const part = parts.get(at);
  if (part === undefined) return "";
  return canonicalText([part.within, part.fields, part.holds.map((id) => essence(parts, id))]);
}

/** What is in the document afterwards: gone is what one took away and the other left as it was. */
function keptOf(three: Three, clashes: Clash[]): readonly Place[] {
  const { base, theirs, mine } = three;
  const all = [...new Set([...theirs.keys(), ...mine.keys()])];
  /** Taken away by one, changed by the other: whole as the other has it. */
  const whole = new Set<Place>();
  const keeps = (at: Place): boolean => {
    const [inTheirs, inMine] = [theirs.get(at), mine.get(at)];
    const left = inTheirs ?? inMine;
    if (left === undefined) return false;
    if ((inTheirs !== undefined && inMine !== undefined) || !base.has(at)) return true;
    if (left.kind === "activity" && whole.has(left.within)) return true;
    if (essence(inTheirs === undefined ? mine : theirs, at) === essence(base, at)) return false;
    whole.add(at);
    clashes.push({
      kind: inTheirs === undefined ? "removed-by-them" : "removed-by-you",
      at,
      of: left.kind,
      number: left.number,
      field: "text",
      base: base.get(at)?.fields["text"],
      theirs: inTheirs?.fields["text"],
      mine: inMine?.fields["text"],
    });
    return true;
  };
  const isActivity = (at: Place) => (theirs.get(at) ?? mine.get(at))?.kind === "activity";
  return [...all.filter((at) => !isActivity(at)), ...all.filter(isActivity)].filter(keeps);
}

function mergedPart(at: Place, { base, theirs, mine }: Three, clashes: Clash[]): Part {
  const [was, their, own] = [base.get(at), theirs.get(at), mine.get(at)];
  const only = own ?? their;
  if (only === undefined) throw new Error("A passage is kept that nobody has");
  if (own === undefined || their === undefined) return only;
  const fields: Record<string, Json> = {};
  const none: Fields = {};
  const clash = (field: string, values: Pick<Clash, "base" | "theirs" | "mine">) =>
    clashes.push({ kind: "both-changed", at, of: own.kind, number: own.number, field, ...values });
  for (const field of new Set([...Object.keys(their.fields), ...Object.keys(own.fields)])) {
    const [b, t, m] = [(was?.fields ?? none)[field], their.fields[field], own.fields[field]];
    const value = isSame(t, b) ? m : isSame(m, b) || isSame(t, m) ? t : m;
    if (value !== undefined) fields[field] = value;
    if (!isSame(t, b) && !isSame(m, b) && !isSame(t, m)) clash(field, { base: b, theirs: t, mine: m });
  }
  const within = own.within === was?.within ? their.within : own.within;
  if (within !== their.within && their.within !== was?.within)
    clashes.push({
      kind: "order",
      at,
      of: own.kind,
      number: own.number,
      field: "within",
      theirs: their.within,
      mine: own.within,
    });
  return { ...own, fields, within };
}

/** The order of what stands in a passage: as the one who changed it has it, with what each has put in after what it stood after. */
function inOrder(at: Place, part: Part, held: readonly Place[], three: Three, clashes: Clash[]): readonly Place[] {
  const among = (parts: Parts, places: readonly Place[]) =>
    (parts.get(at)?.holds ?? []).filter((id) => places.includes(id));
  const [theirs, mine] = [among(three.theirs, held), among(three.mine, held)];
  const both = held.filter((id) => theirs.includes(id) && mine.includes(id));
  const old = among(three.base, both);
  const [t, m] = [among(three.theirs, both), among(three.mine, both)];
  const isOld = (list: readonly Place[]) =>
    isSame(
      list.filter((id) => old.includes(id)),
      old,
    );
  const chosen = isSame(t, m)
    ? m
    : isOld(t) && isOld(m)
      ? [t, m].toSorted(byText)[0]!
      : isOld(t)
        ? m
        : isOld(m)
          ? t
          : m;
  if (!isOld(t) && !isOld(m) && !isSame(t, m))
    clashes.push({
      kind: "order",
      at,
      of: part.kind,
      number: part.number,
      field: "order",
      base: old,
      theirs: t,
      mine: m,
    });
  const order: Place[] = [];
  for (const anchor of ["", ...chosen]) {
    if (anchor !== "") order.push(anchor);
    const put = [theirs, mine].map((list) => putAfter(list, anchor, chosen)).filter((ids) => ids.length > 0);
    order.push(...put.toSorted(byText).flat());
  }
  // Moved here by one, and in neither's list of what stands here.
  return [...order, ...held.filter((id) => !order.includes(id)).toSorted()];
}

const byText = (a: readonly string[], b: readonly string[]) => (a.join() < b.join() ? -1 : 1);

/** What stands between this one and the next of those that both have; before the first of them after "". */
function putAfter(list: readonly Place[], anchor: Place, chosen: readonly Place[]): readonly Place[] {
  const from = anchor === "" ? 0 : list.indexOf(anchor) + 1;
  const rest = list.slice(from);
  const end = rest.findIndex((id) => chosen.includes(id));
  return end === -1 ? rest : rest.slice(0, end);
}

/** As the one numbered them whose promises and activities these are; anew where they are neither's. */
function numbersOf(parts: Parts, { base, theirs, mine }: Three): (at: Place) => string | undefined {
  const structure = (of: Parts) => canonicalText((of.get("")?.holds ?? []).map((id) => [id, of.get(id)?.holds ?? []]));
  const whole = structure(parts);
  const [asTheirs, asMine] = [structure(theirs) === whole, structure(mine) === whole];
  if (asTheirs && asMine)
    return (at) => {
      const their = theirs.get(at)?.number;
      return their === base.get(at)?.number ? mine.get(at)?.number : their;
    };
  if (asTheirs) return (at) => theirs.get(at)?.number;
  return asMine ? (at) => mine.get(at)?.number : () => undefined;
}

/** With one clash settled by taking one side's. What both wrote together is put in its field as anything else is. */
export function settled(content: Content, clash: Clash, take: Side): Content {
  const { kind, at, field } = clash;
  if (kind === "both-changed") return withField(content, at, field, clash[take]) ?? content;
  const parts = new Map(partsOf(content));
  const part = parts.get(at);
  if (part === undefined) return content;
  const moveTo = (home: Place | undefined) => {
    for (const [place, { holds, ...rest }] of parts) {
      const others = holds.filter((id) => id !== at);
      parts.set(place, { ...rest, holds: place === home ? [...others, at] : others });
    }
    return contentOf(parts, () => undefined);
  };
  if (field === "within") return part.within === clash[take] ? content : moveTo(clash[take] as Place);
  if (kind === "order") {
    const wanted = clash[take] as readonly Place[];
    const rest = part.holds.filter((id) => !wanted.includes(id));
    parts.set(at, { ...part, holds: [...wanted.filter((id) => part.holds.includes(id)), ...rest] });
    return contentOf(parts, () => undefined);
  }
  const remover: Side = kind === "removed-by-them" ? "theirs" : "mine";
  if (take !== remover) return content;
  return moveTo(undefined);
}
