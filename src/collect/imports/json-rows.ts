// Things in JSON as the rows of a table: one a line, a list of them, or the features of a map. What lies inside a thing gets a column of its own, named by
// the way in: "plats.namn". Read as it comes, so that size does not matter.

/** A row, or what stood where one was expected. */
export type JsonRow = { readonly line: number } & (
  | { readonly cells: string[] }
  | { readonly cells?: undefined; readonly raw: string }
);
type Thing = { readonly line: number; readonly text: string };

/** The columns are those of the first things; what first comes later than that has none. */
const LOOKED_AT = 50;
/** Longer than this is no thing but one that never ends. */
const THING_LIMIT = 1024 * 1024;
const DEEPEST = 4;
/** Where the list begins in a map, and in an answer of OData's. */
const FEATURES = /"features"\s*:\s*\[|^\s*\{\s*(?:"@odata[^"]*"\s*:\s*"[^"]*"\s*,\s*)*"value"\s*:\s*\[/;

/** Whether a text that begins so is JSON rather than a table of cells. */
export function isJson(start: string): boolean {
  return /^\s*(\[\s*[{\]]|\{\s*["}])/.test(start);
}

export async function* jsonRows(text: AsyncIterable<string>): AsyncIterable<JsonRow> {
  const held: { readonly line: number; readonly found: Found }[] = [];
  let heading: readonly string[] | undefined;
  const columns = () => [...new Set(held.flatMap(({ found }) => [...(found.cells?.keys() ?? [])]))];
  const row = (line: number, found: Found): JsonRow =>
    found.cells === undefined
      ? { line, raw: found.raw }
      : { line, cells: heading!.map((name) => found.cells.get(name) ?? "") };
  for await (const { line, text: one } of thingsIn(text)) {
    const found = cellsOf(one);
    if (heading !== undefined) {
      yield row(line, found);
      continue;
    }
    held.push({ line, found });
    if (held.length < LOOKED_AT) continue;
    heading = columns();
    yield { line: 1, cells: [...heading] };
    for (const { line: at, found: first } of held.splice(0)) yield row(at, first);
  }
  if (heading !== undefined || held.length === 0) return;
  heading = columns();
  yield { line: 1, cells: [...heading] };
  for (const { line, found } of held) yield row(line, found);
}

/** The texts of the things, with the line each begins on. */
async function* thingsIn(text: AsyncIterable<string>): AsyncIterable<Thing> {
  const pieces = text[Symbol.asyncIterator]();
  let start = "";
  let isOver = false;
  const more = async () => {
    const next = await pieces.next();
    if (next.done === true) isOver = true;
    else start += next.value;
  };
  while (!isOver && start.length < 64 * 1024 && !FEATURES.test(start)) await more();
  const features = FEATURES.exec(start);
  // A map's features begin where its list of them does; a line that is a thing of its own ends before the next begins.
  const begins = /^\s*\[/.exec(start) ?? (/^[^\n]*\}[^\S\n]*\n\s*\{/.test(start) ? null : features);
  const rest = (async function* () {
    yield start;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
  })();
  if (begins === null) yield* linesIn(rest);
  else yield* elementsIn(rest, begins.index + begins[0].length);
}

async function* linesIn(text: AsyncIterable<string>): AsyncIterable<Thing> {
  let line = 1;
  let held = "";
  for await (const piece of text) {
    for (const [place, part] of piece.split("\n").entries()) {
      if (place > 0) {
        if (held.trim() !== "") yield { line, text: held };
        line += 1;
        held = "";
      }
      if (held.length <= THING_LIMIT) held += part;
    }
  }
  if (held.trim() !== "") yield { line, text: held };
}

/** The elements of a list, from brace to brace; braces in a text are text. */
async function* elementsIn(text: AsyncIterable<string>, from: number): AsyncIterable<Thing> {
  let [line, depth, skip] = [1, 0, from];
  let [isText, isEscaped] = [false, false];
  let held = "";
  let begun = 1;
  for await (const piece of text) {
    let since = depth > 0 ? 0 : -1;
    for (let place = 0; place < piece.length; place++) {
      const character = piece[place]!;
      if (character === "\n") line += 1;
      if (skip > 0) skip -= 1;
      else if (isEscaped) isEscaped = false;
      else if (isText) {
        if (character === "\\") isEscaped = true;
        else if (character === '"') isText = false;
      } else if (character === '"') isText = true;
      else if (character === "{" || character === "[") {
        if (depth === 0) [since, begun] = [place, line];
        depth += 1;
      } else if (character === "}" || character === "]") {
        if (depth === 0) return;
        depth -= 1;
        if (depth > 0) continue;
        yield { line: begun, text: held + piece.slice(since, place + 1) };
        [held, since] = ["", -1];
      }
    }
    if (since >= 0) held += piece.slice(since);
    if (held.length > THING_LIMIT) break;
  }
  if (held !== "") yield { line: begun, text: held };
}

type Found = { readonly cells: ReadonlyMap<string, string> } | { readonly cells?: undefined; readonly raw: string };

function cellsOf(text: string): Found {
  let thing: unknown;
  try {
    thing = JSON.parse(text);
  } catch {
    return { raw: text };
  }
  if (typeof thing !== "object" || thing === null || Array.isArray(thing)) return { raw: text };
  const cells = new Map<string, string>();
  const { type, properties, geometry, id } = thing as Readonly<Record<string, unknown>>;
  if (type !== "Feature") lay(thing, "", 1, cells);
  else {
    if (id !== undefined) lay({ id }, "", 1, cells);
    lay(properties, "", 1, cells);
    layPosition(geometry, cells);
  }
  return { cells };
}

function lay(value: unknown, name: string, depth: number, cells: Map<string, string>): void {
  if (value === null || value === undefined) cells.set(name, "");
  else if (typeof value === "string") cells.set(name, value);
  else if (typeof value !== "object") cells.set(name, JSON.stringify(value));
  else if (Array.isArray(value) || depth > DEEPEST) cells.set(name, JSON.stringify(value));
  else if (isPoint(value)) layPosition(value, cells, `${name}-`);
  else
    for (const [key, inside] of Object.entries(value))
      lay(inside, name === "" ? key : `${name}.${key}`, depth + 1, cells);
}

function isPoint(value: object): boolean {
  return "type" in value && value.type === "Point" && "coordinates" in value;
}

/** A point's two columns. A line or an area has no point of its own, and is not given one. */
function layPosition(geometry: unknown, cells: Map<string, string>, before = ""): void {
  if (typeof geometry !== "object" || geometry === null) return;
  const { type, coordinates } = geometry as Readonly<Record<string, unknown>>;
  if (type !== "Point" || !Array.isArray(coordinates)) return;
  const [longitude, latitude] = coordinates as readonly unknown[];
  cells.set(`${before}longitude`, String(longitude));
  cells.set(`${before}latitude`, String(latitude));
}
