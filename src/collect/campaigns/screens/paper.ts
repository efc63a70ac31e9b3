// A campaign on paper: the form with its boxes to cross, and leaflets to cut apart. Markup is Typst's and holds no words: those come as data, so that what a
// person wrote is never read as a command.
import type { Json } from "../../../ground/canonical.ts";
import type { Instant } from "../../../ground/time.ts";
import { formatDay } from "../../../ui/format.ts";
import type { FormLang } from "../../open-form.ts";
import { htmlLang, told } from "../../screens/public-page.tsx";
import { AGE_BANDS, SEXES } from "../answer.ts";
import { type Campaign, inFormLang, type Item } from "../campaign.ts";
import { ageBands, form, ladder, sexes } from "../words.ts";
import { paper } from "./paper-words.ts";

type Paper = { readonly markup: string; readonly data: Json; readonly at: Instant };
export type PaperWish = {
  readonly campaign: Campaign;
  readonly partnershipName: string;
  readonly lang: FormLang;
  readonly at: Instant;
  /** Where the form is on the web, as it is read and typed. */
  readonly shortAddress: string;
  /** The square that opens it. */
  readonly qr: string;
};

const COMMON = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: data.size * 1pt)
#set par(leading: 0.6em)
#let qr(code, side) = image(bytes(code.svg), format: "svg", width: side, alt: code.alt)
`;

const FORM = String.raw`${COMMON}
#set page(paper: "a4", margin: (x: 18mm, y: 16mm), footer: text(size: 9pt, context [#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)]))
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 2): set text(size: data.size * 1pt + 2pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#let tick = box(width: 4.4mm, height: 4.4mm, stroke: 0.8pt, radius: 0.6mm, baseline: 0.9mm)
#let ticks(options) = list(marker: tick, body-indent: 2.5mm, spacing: 0.75em, ..options.map(option => [#option]))
#let lines(count) = for _ in range(count) { block(width: 100%, height: 9.5mm, above: 0pt, below: 0pt, stroke: (bottom: 0.5pt)) }
#grid(columns: (1fr, auto), gutter: 8mm, [
  = #data.title
  #data.lead
], qr(data.code, 30mm))
#for told in data.told [*#told.name.* #told.value #parbreak()]
*#data.how* #data.privacy
#for question in data.questions {
  block(breakable: false, width: 100%)[
    == #question.heading
    #for line in question.guide [#text(size: 0.9em, line) #linebreak()]
    #if question.options.len() > 0 { ticks(question.options) }
    #if question.words != "" [#question.words]
    #lines(question.lines)
  ]
}
#block(breakable: false, width: 100%)[
  == #data.about-heading
  #data.voluntary
  #grid(columns: (1fr,) * data.about.len(), gutter: 6mm, ..data.about.map(group => [*#group.name* #ticks(group.options)]))
]
#block(breakable: false, width: 100%)[
  == #data.hand-in-heading
  #for line in data.hand-in [#line #linebreak()]
  #v(0.4em)
  #ticks((data.receipt,))
]
`;

const LEAFLETS = String.raw`${COMMON}
#set page(paper: "a4", margin: 0mm)
#set par(leading: 0.55em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 17pt)
#let leaflet = block(width: 105mm, height: 148.5mm, inset: 9mm, stroke: (paint: luma(65%), thickness: 0.4pt, dash: "dashed"))[
  = #data.title
  #for line in data.lines [#line #parbreak()]
  #grid(columns: (auto, 1fr), gutter: 5mm, align: horizon, qr(data.code, 38mm), [
    #text(size: 13pt, weight: "bold", data.short-address) #parbreak()
    #data.last-day
  ])
  #v(1fr)
  #text(size: 8pt, data.footer)
]
#grid(columns: 2, ..range(4).map(_ => leaflet))
`;

/** On a leaflet there is room for a few lines; what is longer is read in the form. */
const LONGEST_ON_LEAFLET = 200;

function head({ campaign, partnershipName, lang, shortAddress, qr }: PaperWish) {
  return {
    lang: htmlLang(lang),
    title: inFormLang(campaign.words.title, lang),
    footer: [partnershipName, shortAddress, campaign.example ? paper.example[lang] : ""].filter(Boolean).join(" · "),
    code: { svg: qr, alt: told(paper.qr, lang, { address: shortAddress }) },
  };
}

/** The form as it is on the web, question by question; each answer has the number it is typed in by. */
export function formPaper(wish: PaperWish & { readonly handIn: string }): Paper {
  const { campaign, lang, shortAddress } = wish;
  const numbered = (list: readonly string[]) => list.map((word, place) => `${place + 1}  ${word}`);
  return {
    markup: FORM,
    at: wish.at,
    data: {
      ...head(wish),
      size: lang === "latt" ? 14 : 11.5,
      lead: ladder[campaign.ladderLevel][lang],
      told: [
        { name: form.canInfluence[lang], value: inFormLang(campaign.words.canInfluence, lang) },
        { name: form.cannotInfluence[lang], value: inFormLang(campaign.words.cannotInfluence, lang) },
      ],
      how: paper.how[lang],
      privacy: paper.privacy[lang],
      questions: campaign.items.map((item, place) => {
        const { question } = item;
        const options = question.kind === "text" ? [] : question.options.map(({ words }) => inFormLang(words, lang));
        const version = item.version > 1 ? ` ${told(paper.version, lang, { version: item.version })}` : "";
        const heading = told(paper.question, lang, { number: place + 1, question: inFormLang(item.words, lang) });
        return {
          heading: heading + version,
          guide: [
            onlyIf(item, campaign.items, lang),
            ...(question.help === undefined ? [] : inFormLang(question.help, lang).split("\n")),
            question.kind === "several" ? paper.several[lang] : "",
            question.kind === "one" || question.kind === "scale" ? paper.one[lang] : "",
          ].filter(Boolean),
          options: numbered(options),
          words: question.kind === "place" ? `${form.placeWords[lang]}:` : "",
          lines: question.kind === "text" ? 5 : question.kind === "place" ? 1 : 0,
        };
      }),
      "about-heading": form.aboutYou[lang],
      voluntary: form.voluntary[lang],
      about: [
        { name: form.age[lang], options: numbered(AGE_BANDS.map((one) => ageBands[one][lang])) },
        { name: form.sex[lang], options: numbered(SEXES.map((one) => sexes[one][lang])) },
        ...(campaign.villages.length === 0 ? [] : [{ name: form.village[lang], options: numbered(campaign.villages) }]),
      ],
      "hand-in-heading": paper.handIn[lang],
      "hand-in": [
        wish.handIn === "" ? paper.toWhoever[lang] : told(paper.where, lang, { place: wish.handIn }),
        lastDay(campaign, lang),
        told(paper.onWeb, lang, { address: shortAddress }),
      ],
      receipt: paper.receipt[lang],
    },
  };
}

/** Four on a sheet, to cut apart: what it is about, and the way to the form. */
export function leafletsPaper(wish: PaperWish): Paper {
  const { campaign, lang, shortAddress } = wish;
  const can = inFormLang(campaign.words.canInfluence, lang);
  return {
    markup: LEAFLETS,
    at: wish.at,
    data: {
      ...head(wish),
      size: lang === "latt" ? 11.5 : 11,
      lines: [
        ladder[campaign.ladderLevel][lang],
        ...(can.length > LONGEST_ON_LEAFLET ? [] : [`${form.canInfluence[lang]}: ${can}`]),
        form.noAccount[lang],
        paper.leaflet[lang],
      ],
      "short-address": shortAddress,
      "last-day": lastDay(campaign, lang),
    },
  };
}

function lastDay({ to }: Campaign, lang: FormLang): string {
  return told(paper.lastDay, lang, { day: formatDay(to, htmlLang(lang)) });
}

/** «Svara bara om du på fråga 1 kryssade för ”Mycket otrygg”»: on paper nobody turns the page for whoever answers. */
function onlyIf({ shownWhen }: Item, items: readonly Item[], lang: FormLang): string {
  const before = items.findIndex(({ key }) => key === shownWhen?.key);
  const question = items[before]?.question;
  if (shownWhen === undefined || question === undefined || question.kind === "text") return "";
  const answers = question.options
    .filter(({ key }) => shownWhen.among.includes(key))
    .map(({ words }) => `”${inFormLang(words, lang)}”`);
  return told(paper.onlyIf, lang, { number: before + 1, answers: answers.join(` ${paper.or[lang]} `) });
}
