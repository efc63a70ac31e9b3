// A told situation report on paper: the same sheet as inside, with what has passed the gate and nothing else.
import type { PublicCount } from "../../ground/fewest.ts";
import { fromSwedishClock } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { lawPartOf, numberOf } from "../../prioritise/situation/chapters.ts";
import { type Paper, placesOn, SITUATION_MARKUP } from "../../prioritise/situation/screens/paper.ts";
import { chapters, lawParts, voices, words } from "../../prioritise/situation/words.ts";
import { formatDay, formatHash } from "../../ui/format.ts";
import { paragraphsOf } from "../../ui/paragraphs.tsx";
import type { ToldSituation } from "../site.ts";
import { words as tellWords } from "../words.ts";
import { sayCount } from "./frame.tsx";
import { officialLine, saidOf, situationHeading, toldAreas } from "./situation-said.ts";

export function toldSituationPaper(report: ToldSituation<PublicCount>, partnershipName: string, lang: Lang): Paper {
  const title = situationHeading(report, lang);
  return {
    markup: SITUATION_MARKUP,
    // The same report gives the same file, whoever asks and when.
    at: fromSwedishClock(report.adoptedOn, 0),
    data: {
      lang,
      title: `${title}, ${partnershipName}`,
      mark: "",
      footer: [partnershipName, title, report.example ? say(words.example, lang) : ""].filter(Boolean).join(" · "),
      facts: [
        { name: say(words.adopted, lang), value: formatDay(report.adoptedOn, lang) },
        { name: say(words.body, lang), value: officialLine(report.adoptedBy, lang) },
        { name: say(words.registryNumber, lang), value: officialLine(report.registryNumber, lang) },
        ...(report.contentHash === null
          ? []
          : [{ name: say(words.hash, lang), value: formatHash(report.contentHash, 16) }]),
      ],
      chapters: report.chapters
        .filter(
          ({ text, comments, figures, leftOut = 0 }) => text !== "" || comments.length + figures.length + leftOut > 0,
        )
        .map(({ chapter, text, comments, figures, leftOut = 0 }) => {
          const part = lawPartOf(chapter);
          return {
            name: `${numberOf(chapter)} ${say(chapters[chapter], lang)}`,
            law: part === undefined ? "" : say(lawParts[part], lang),
            text: [
              ...paragraphsOf(text),
              ...(leftOut > 0 ? [say(tellWords.paragraphsLeftOut, lang, { count: leftOut })] : []),
            ],
            figures: figures.map((figure) => {
              const said = saidOf(figure, lang);
              const areas = toldAreas(figure, lang);
              return {
                caption: figure.caption,
                value: said.value,
                basis: said.basis,
                heads: [said.head, say(words.count, lang)],
                ...placesOn(areas.rings, areas.rows, {
                  sentence: `${figure.caption}: ${said.value}${said.basis}`,
                  lang,
                }),
                rows: figure.parts.map(({ name, heads }) => [name, sayCount(heads, lang)]),
                lines: [
                  ...(figure.name === "" ? [] : [say(words.sourceIs, lang, { name: figure.name })]),
                  ...said.notes,
                  ...said.caveats,
                  said.origin,
                ],
              };
            }),
            comments: comments.map(({ by, text: comment }) => ({
              who: by === null ? say(voices.joint, lang) : say(words.commentFrom, lang, { name: by }),
              text: [...paragraphsOf(comment)],
            })),
          };
        }),
    },
  };
}
