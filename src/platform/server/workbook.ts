// Excel workbooks out (.xlsx, by write-excel-file: docs/decisions/0009). Texts only: what is written is what is read.
import { unzipSync, zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";

/** A sheet as it is to be written: a heading, and the cells of each row under it. */
type Sheet = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};

/** The same sheets are the same bytes, whenever they are asked for: a file tells nothing but what stands in it. */
const ALWAYS = new Date(2000, 0, 1);

/** An .xlsx of these sheets, a heading row each. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: 1,
      data: [
        columns.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
        ...rows.map((row) => columns.map((column) => cellOf(row[column] ?? ""))),
      ],
    })),
  );
  return zipSync(unzipSync(new Uint8Array(await made.toBuffer())), { mtime: ALWAYS });
}

/** Always a text, so that «1» stays a name and «=…» no formula; what looks like Excel's way of writing a character is written as what it is. */
function cellOf(value: string) {
  const written = value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return written === "" ? null : { value: written, type: String, wrap: true };
}

function widthOf(column: string): number {
  return /^(label|hint)/.test(column) ? 48 : column === "relevant" ? 36 : 22;
}
