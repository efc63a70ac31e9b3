// The heading of a CSV file: its columns, and which character parts them, seen from the heading itself where nobody has said.

export type CsvHeading = { readonly columns: readonly string[]; readonly separator: string };

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** The heading of a text that begins like this. Without a separator it is the one that makes most columns. */
export function csvHeading(beginning: string, separator?: string): CsvHeading {
  const line = firstLine(beginning);
  const parted = (by: string) => cellsOf(line, by);
  const by = separator ?? SEPARATORS.reduce((best, one) => (parted(one).length > parted(best).length ? one : best));
  return { columns: parted(by), separator: by };
}

/** Up to the first line end that is not in quotes. */
function firstLine(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === "\n" && !quoted) return text.slice(0, at).replace(/\r$/, "");
  }
  return text;
}

function cellsOf(line: string, by: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === by && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
