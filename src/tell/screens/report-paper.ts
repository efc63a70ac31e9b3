// A period report on paper: the same as the page, made of what both signed, with the evidence inside the file.
import { type Bundle, writeBundle } from "../../pledge/bundle.ts";
import { NAME_IN_PDF } from "../../pledge/bundle-file.ts";
import type { ReportBody } from "../../pledge/report-text.ts";
import { parties } from "../../pledge/words.ts";
import {
  sayCounted,
  sayDone,
  sayOutput,
  sayNext,
  sayReading,
  sayStatus,
  sayVerdict,
} from "../../follow/reports/screens/said.ts";
import { channels, partyViews, reaches, voices, words } from "../../follow/reports/words.ts";
import { statuses } from "../../follow/words.ts";
import type { Json } from "../../ground/canonical.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatDay, formatHash, formatPeriod } from "../../ui/format.ts";
import { paperWords } from "../paper-words.ts";
import { words as told } from "../words.ts";
import { sayDisputes } from "./said.ts";

const MARKUP = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10.5pt)
#set par(leading: 0.6em)
#set page(paper: "a4", margin: (x: 22mm, y: 22mm), footer: text(size: 8pt, context [#data.footer #h(1fr) #counter(page).display("1 (1)", both: true)]))
#set table(stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }), inset: (x: 4pt, y: 4pt))
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.8em)
#show heading.where(level: 3): set text(size: 11pt)
= #data.title
#for line in data.lead [#par(line)]
#for pledge in data.pledges [
  == #pledge.name
  #par(pledge.text)
  #for card in pledge.cards [
    === #card.name
    #par(card.text)
    #par[*#card.status*]
    #for line in card.lines [#par(line)]
  ]
  #if pledge.measured.len() > 0 {
    table(columns: (1fr, 2fr), align: left, table.header(..pledge.heads.map(head => strong(head))), ..pledge.measured.flatten())
  }
]
#for part in data.parts [
  == #part.name
  #for line in part.lines [#par(line)]
]
`;

type Paper = {
  readonly markup: string;
  readonly data: Json;
  readonly at: Instant;
  readonly attached: { name: string; text: string; contentType: string; description: string };
};

export function reportPaper(body: ReportBody, bundle: Bundle, partnershipName: string, lang: Lang): Paper {
  const title = say(words.reportOf, lang, { period: formatPeriod(body.from, body.to, lang) });
  const list = (head: string, text: string) => (text === "" ? [] : [`${head}: ${text}`]);
  return {
    markup: MARKUP,
    // The same report gives the same file, whoever asks and when.
    at: bundle.madeAt,
    data: {
      lang,
      title: `${title}, ${partnershipName}`,
      footer: [partnershipName, title, formatHash(bundle.document.contentHash, 4)].join(" · "),
      lead: [say(words.frozenOn, lang, { day: formatDay(dayOf(body.frozenAt), lang) })],
      pledges: body.pledges.map((pledge) => ({
        name: say(words.pledge, lang, { number: pledge.order }),
        text: pledge.text,
        cards: pledge.activities.map((card) => ({
          name: say(words.activity, lang, { number: card.number }),
          text: card.text,
          status: sayStatus(card, lang),
          lines: [
            ...(card.explanation === "" ? [] : [card.explanation]),
            ...(card.preset === card.status
              ? []
              : [say(words.logSays, lang, { status: say(statuses[card.preset], lang) })]),
            `${say(words.done, lang)}: ${sayDone(card, lang)}`,
            ...(card.span === null
              ? []
              : [say(words.partOf, lang, { period: formatPeriod(card.span.from, card.span.to, lang) })]),
            ...(card.beside.length === 0
              ? []
              : [
                  say(words.besides, lang, {
                    what: card.beside.map(({ count, counted }) => `${sayCounted(count, lang)} ${counted}`).join(", "),
                  }),
                ]),
            ...card.deviations.map(
              (one) =>
                `${say(words.missedOpen, lang, { day: formatDay(one.on, lang) })}: ${one.sentence} ${sayNext(one, lang)}`,
            ),
            ...list(say(words.ledTo, lang), card.outputs.map((one) => sayOutput(one, lang)).join(", ")),
            ...list(say(words.performance, lang), card.output),
            ...list(say(words.result, lang), card.outcome),
            ...list(say(words.felt, lang), card.experience),
            ...card.views.map(
              ({ party, status, explanation }) =>
                `${say(partyViews[party], lang)}: ${say(statuses[status], lang)}. ${explanation}`,
            ),
          ],
        })),
        heads: [say(words.measure, lang), say(words.assessment, lang)],
        measured: pledge.indicators.map((one) => [
          `${say(one.column === "outcome" ? words.result : words.felt, lang)}: ${one.name}`,
          [sayVerdict(one, lang), ...one.readings.map((reading) => sayReading(reading, one, lang)), one.caveat]
            .filter((part) => part !== "")
            .join(" · "),
        ]),
      })),
      parts: [
        ...(sayDisputes(body.disputes, lang) === ""
          ? []
          : [{ name: say(told.disputesHeading, lang), lines: [sayDisputes(body.disputes, lang)] }]),
        ...(body.itemsDone === 0
          ? []
          : [{ name: say(words.itemsHead, lang), lines: [say(words.itemsDone, lang, { count: body.itemsDone })] }]),
        ...body.texts.map(({ voice, text }) => ({ name: say(voices[voice], lang), lines: text.split(/\n+/) })),
        {
          name: say(words.whoKnows, lang),
          lines:
            body.told.length === 0
              ? [say(words.nothingTold, lang)]
              : body.told.map(
                  ({ on, channel, audience, reach }) =>
                    `${formatDay(on, lang)} · ${say(channels[channel], lang)} · ${audience} · ${say(reaches[reach], lang)}`,
                ),
        },
        {
          name: say(words.signatures, lang),
          lines: bundle.signatures.map(
            ({ party, mandate, signedAt }) =>
              `${say(parties[party], lang)}: ${say(words.signedBy, lang, {
                office: `${mandate.acting ? "tf. " : ""}${mandate.office}`,
                day: formatDay(dayOf(signedAt), lang),
              })}`,
          ),
        },
      ],
    },
    attached: {
      name: NAME_IN_PDF,
      text: writeBundle(bundle),
      contentType: "application/json",
      description: say(paperWords.attachment, lang),
    },
  };
}
