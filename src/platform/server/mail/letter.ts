// A letter as text and as simple HTML of the same words. It carries titles and links, never what they lead to.
import type { Lang } from "../../../ground/words.ts";

export type LetterRow = { readonly text: string; readonly note?: string | undefined; readonly href: string };
export type LetterPart = { readonly heading?: string | undefined; readonly rows: readonly LetterRow[] };
export type Written = {
  readonly lang: Lang;
  readonly heading: string;
  readonly lead: string;
  readonly parts: readonly LetterPart[];
  /** Why one gets the letter, and where that is changed. */
  readonly footer: string;
  readonly footerHref: string;
};

/** Both parts of a letter. `origin`: where the links lead. */
export function letterOf(written: Written, origin: string): { readonly text: string; readonly html: string } {
  return { text: textOf(written, origin), html: htmlOf(written, origin) };
}

function textOf({ heading, lead, parts, footer, footerHref }: Written, origin: string): string {
  const said = parts.map(({ heading: head, rows }) =>
    [
      ...(head === undefined ? [] : [head.toLocaleUpperCase("sv"), ""]),
      ...rows.flatMap(({ text, note, href }) => [
        `- ${text}`,
        ...(note === undefined ? [] : [`  ${note}`]),
        `  ${origin}${href}`,
      ]),
    ].join("\n"),
  );
  return `${[heading, lead, ...said, `--\n${footer}\n${origin}${footerHref}`].join("\n\n")}\n`;
}

const INK = "#12201D";
const QUIET = "#4A5753";
const LINE = "#D5DBD8";

/** One column that needs nothing fetched: no picture, no style sheet, nothing that tells anybody it was opened. */
function htmlOf({ lang, heading, lead, parts, footer, footerHref }: Written, origin: string): string {
  const link = (href: string, text: string) =>
    `<a href="${escape(origin + href)}" style="color:${INK}">${escape(text)}</a>`;
  const said = parts
    .map(
      ({ heading: head, rows }) =>
        `${head === undefined ? "" : `<h2 style="font-size:17px;margin:24px 0 8px">${escape(head)}</h2>`}<ul style="list-style:none;margin:0;padding:0">${rows
          .map(
            ({ text, note, href }) =>
              `<li style="border-top:1px solid ${LINE};padding:10px 0">${link(href, text)}${note === undefined ? "" : `<br><span style="color:${QUIET};font-size:14px">${escape(note)}</span>`}</li>`,
          )
          .join("")}</ul>`,
    )
    .join("");
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(heading)}</title></head><body style="margin:0;background:#fff;color:${INK};font:16px/1.5 system-ui,sans-serif"><div style="max-width:36em;margin:0 auto;padding:24px 16px"><h1 style="font-size:22px;line-height:1.25;margin:0 0 12px">${escape(heading)}</h1><p style="margin:0 0 16px">${escape(lead)}</p>${said}<p style="border-top:1px solid ${LINE};color:${QUIET};font-size:14px;margin:28px 0 0;padding-top:12px">${link(footerHref, footer)}</p></div></body></html>\n`;
}

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
