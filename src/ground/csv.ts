// A table as a file that Excel opens in Swedish: UTF-8 with a mark that says so, semicolons between, every line ended as RFC 4180 says.

/** Begins what a spreadsheet would carry out instead of showing (OWASP, CSV Injection). */
const COMMAND = /^[\t\r\n ]*[=+\-@＝＋－＠]/;

/** The first row is the heading. Text that a spreadsheet would take for a command is shown as text. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const text = rows.map((row) => row.map(cell).join(";")).join("\r\n");
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = COMMAND.test(value) ? `'${value}` : value;
  return /[";\r\n\t]|^'| $|^ /.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
