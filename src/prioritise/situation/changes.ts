// What a report says that the one before it did not: chapter by chapter, word by word, and each figure then and now.
import { wordsBetween, type WordPart } from "../../ground/word-diff.ts";
import { type Chapter, CHAPTERS } from "./chapters.ts";
import { type Figure, headOf, keyOf } from "./figure.ts";
import { pieceOf, type Report } from "./report.ts";

export type ChangedFigure = {
  readonly caption: string;
  readonly unit: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
};
export type ChangedChapter = {
  readonly chapter: Chapter;
  /** Empty where the text is the same. */
  readonly parts: readonly WordPart[];
  readonly figures: readonly ChangedFigure[];
};

/** The chapters in which something differs. */
export function changesBetween(former: Report, report: Report): readonly ChangedChapter[] {
  return CHAPTERS.flatMap((chapter) => {
    const textIn = (one: Report) => pieceOf(one.pieces, chapter, "text")?.text ?? "";
    const figuresIn = (one: Report) => one.figures.filter((figure) => figure.chapter === chapter);
    const parts = textIn(former) === textIn(report) ? [] : wordsBetween(textIn(former), textIn(report));
    const figures = figuresBetween(figuresIn(former), figuresIn(report));
    return parts.length === 0 && figures.length === 0 ? [] : [{ chapter, parts, figures }];
  });
}

/** Each figure that stands in either, once: of the same series, theme or question. */
function figuresBetween(before: readonly Figure[], after: readonly Figure[]): readonly ChangedFigure[] {
  const keys = [...new Set([...after, ...before].map(keyOf))];
  return keys.flatMap((key) => {
    const [old, now] = [before, after].map((all) => all.find((figure) => keyOf(figure) === key));
    if (old?.hash === now?.hash) return [];
    const heads = [old, now].map((figure) => figure && headOf(figure));
    return [
      {
        caption: (now ?? old)?.caption ?? "",
        unit: (heads[1] ?? heads[0])?.unit ?? "",
        before: heads[0]?.value,
        after: heads[1]?.value,
      },
    ];
  });
}
