// The report on paper: seventeen chapters with figures and comments, as it stands. Markup is Typst's and holds no words: those come as data, so that what a
// person wrote is never read as a command.
import { sampleTypes } from "../../../collect/words.ts";
import type { Json } from "../../../ground/canonical.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { paragraphsOf } from "../../../ui/paragraphs.tsx";
import { formatDay, formatHash, formatNumber, formatPeriod } from "../../../ui/format.ts";
import { themeWarnings, warnings } from "../../words.ts";
import { CHAPTERS, lawPartOf, numberOf } from "../chapters.ts";
import { type Figure, isEstimate } from "../figure.ts";
import { pieceOf, type Report } from "../report.ts";
import { shownOf } from "../shown.ts";
import { nameOfArea, type Ring, ringsOf, ringsOnPaper } from "./frozen-rings.ts";
import { sayBasis, sayMethod } from "./figure-words.ts";
import { chapters, figureKinds, lawParts, states, voices, words } from "../words.ts";

/** A sheet for the typesetter. */
export type Paper = { readonly markup: string; readonly data: Json; readonly at: Instant };

/** One sheet for the report inside and the one that is told: `mark` stands on every page of what is not adopted. */
export const SITUATION_MARKUP = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10.5pt)
#set par(leading: 0.6em)
#set page(paper: "a4", margin: (x: 22mm, y: 22mm), header: align(right, text(size: 9pt, weight: "bold", data.mark)), footer: text(size: 8pt, context [#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)]))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 4pt))
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.8em)
#show heading.where(level: 3): set text(size: 11pt)
= #data.title
#if data.mark != "" [#par[*#data.mark*]]
#for fact in data.facts [*#fact.name:* #fact.value #linebreak()]
#for chapter in data.chapters [
  == #chapter.name
  #if chapter.law != "" [#text(size: 9pt, fill: luma(35%), chapter.law)]
  #for paragraph in chapter.text [#par(paragraph)]
  #for figure in chapter.figures [
    === #figure.caption
    #par[*#figure.value*#figure.basis]
    #if figure.rows.len() > 0 {
      table(columns: (1fr, auto), align: (left, right), table.header(..figure.heads.map(head => strong(head))), ..figure.rows.flatten())
    }
    #if figure.map != none {
      image(bytes(figure.map.svg), format: "svg", width: 95mm, alt: figure.map.alt)
    }
    #if figure.places.len() > 0 {
      table(columns: (1fr, auto), align: (left, right), table.header(..figure.placeHeads.map(head => strong(head))), ..figure.places.flatten())
    }
    #for line in figure.lines [#text(size: 9pt, line) #linebreak()]
  ]
  #for comment in chapter.comments [
    === #comment.who
    #for paragraph in comment.text [#par(paragraph)]
  ]
]
`;

/** A figure's lines: what it rests on and what must be known of it, and how it can be known again. */
function figureOn(figure: Figure, lang: Lang): Json {
  const shown = shownOf(figure);
  const unit = isEstimate(shown.kind)
    ? shown.unit
    : say(shown.kind === "coded" ? words.pieces : words.happenings, lang);
  const period = shown.from !== null && shown.to !== null ? `, ${formatPeriod(shown.from, shown.to, lang)}` : "";
  const basis = sayBasis(shown, lang);
  return {
    caption: shown.caption,
    value: `${formatNumber(shown.value, lang)} ${unit}`,
    basis: `${basis === "" ? "" : ` (${basis})`}${period}`,
    heads: [say(words.source, lang), say(words.count, lang)],
    rows: shown.sources.flatMap(({ count, ...source }) =>
      count === null ? [] : [[sourceSaid(source, lang), formatNumber(count, lang)]],
    ),
    ...placesOn(
      ringsOf(shown.byArea, lang),
      shown.byArea.map((area) => [nameOfArea(area, lang), formatNumber(area.count, lang)] as const),
      { sentence: `${shown.caption}: ${formatNumber(shown.value, lang)} ${unit}${period}`, lang },
    ),
    lines: [
      ...shown.sources.flatMap(({ count, ...source }) =>
        count === null ? [say(words.sourceIs, lang, { name: sourceSaid(source, lang) })] : [],
      ),
      ...(shown.few ? [say(words.few, lang)] : []),
      ...(isEstimate(shown.kind) ? [] : [say(words.noMargin, lang)]),
      ...shown.warnings.map((one) => say(warnings[one], lang)),
      ...shown.themeWarnings.map((one) => say(themeWarnings[one], lang)),
      ...shown.cautions.map((one) => one[lang]),
      ...shown.caveats,
      say(words.figureOf, lang, {
        kind: say(figureKinds[shown.kind], lang),
        day: formatDay(dayOf(shown.takenAt), lang),
      }),
      sayMethod(shown.method, lang),
      say(words.frozenHash, lang, { hash: shown.hash }),
    ],
  };
}

/** The map of it, said in words too, and the same as a table. */
export function placesOn(
  rings: readonly Ring[],
  rows: readonly (readonly [string, string])[],
  { sentence, lang }: { readonly sentence: string; readonly lang: Lang },
) {
  const places = rows.map((row) => [...row]);
  const said = rings.map(({ label }) => label).join(", ");
  return {
    map:
      rings.length === 0 ? null : { svg: ringsOnPaper(rings), alt: `${sentence}. ${say(words.mapOf, lang)} ${said}.` },
    placeHeads: [say(words.places, lang), say(words.count, lang)],
    places,
  };
}

/** A source, and how those it heard were chosen. */
function sourceSaid(
  { name, sampleType }: Pick<ReturnType<typeof shownOf>["sources"][number], "name" | "sampleType">,
  lang: Lang,
): string {
  return [name, sampleType === null ? "" : say(sampleTypes[sampleType], lang)].filter(Boolean).join(", ");
}

/** What stands on every page of what no body has adopted. */
function markOn(report: Report, lang: Lang, at: Instant): string {
  if (report.state === "adopted") return "";
  return report.state === "draft"
    ? say(words.workingPaper, lang, { day: formatDay(dayOf(at), lang) })
    : say(words.asidePaper, lang, { day: formatDay(dayOf(report.asideAt), lang) });
}

export function situationPaper(
  report: Report,
  {
    partnershipName,
    lang,
    nameOf,
    at,
  }: { partnershipName: string; lang: Lang; nameOf: (id: string) => string; at: Instant },
): Paper {
  const title = say(words.report, lang, { period: formatPeriod(report.from, report.to, lang) });
  const facts: readonly (readonly [typeof words.state, string])[] = [
    [words.state, say(states[report.state], lang)],
    ...(report.state === "adopted"
      ? ([
          [words.adopted, formatDay(report.adoptedOn, lang)],
          [words.body, report.adoptedBy],
          [words.registryNumber, report.registryNumber],
          [words.hash, formatHash(report.contentHash, 16)],
        ] as const)
      : []),
  ];
  return {
    markup: SITUATION_MARKUP,
    at: report.state === "adopted" ? report.adoptedAt : at,
    data: {
      lang,
      title: `${title}, ${partnershipName}`,
      mark: markOn(report, lang, at),
      footer: [partnershipName, title, report.example ? say(words.example, lang) : ""].filter(Boolean).join(" · "),
      facts: facts.map(([name, value]) => ({ name: say(name, lang), value })),
      chapters: CHAPTERS.map((chapter) => {
        const part = lawPartOf(chapter);
        const said = report.pieces.filter((piece) => piece.chapter === chapter && piece.text !== "");
        return {
          name: `${numberOf(chapter)} ${say(chapters[chapter], lang)}`,
          law: part === undefined ? "" : say(lawParts[part], lang),
          text: [...paragraphsOf(pieceOf(report.pieces, chapter, "text")?.text || say(words.nothingWritten, lang))],
          figures: report.figures.filter((figure) => figure.chapter === chapter).map((one) => figureOn(one, lang)),
          // What one party keeps to itself is never on paper.
          comments: said.flatMap(({ voice, organisationId, text }) =>
            voice === "party" || voice === "joint"
              ? [
                  {
                    who:
                      voice === "joint"
                        ? say(voices.joint, lang)
                        : say(words.commentFrom, lang, { name: nameOf(organisationId ?? "") }),
                    text: [...paragraphsOf(text)],
                  },
                ]
              : [],
          ),
        };
      }),
    },
  };
}
