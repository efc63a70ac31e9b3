// The points of one manager, as mail text or fault report and as a letter on paper: the same words in the same order.
import type { Json } from "../../../ground/canonical.ts";
import { dayOf, type Day, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import type { ProtocolRow, Walk } from "../../walk.ts";
import { managers } from "../../words.ts";
import type { Addressee } from "../letter.ts";
import { words } from "./words.ts";

type About = Pick<Walk, "title" | "village" | "startsAt">;
type Wish = { readonly partnershipName: string; readonly replyBy: Day; readonly lang: Lang };
type Point = Pick<ProtocolRow, "number" | "placeName" | "text" | "proposal">;

/** What stands over and under the points. */
function around(walk: About, { partnershipName, replyBy, lang }: Wish) {
  const on = formatDay(dayOf(walk.startsAt), lang);
  return {
    subject: say(words.letterSubject, lang, { title: walk.title }),
    greeting: say(words.letterGreeting, lang, { day: on, village: walk.village }),
    ask: say(words.letterAsk, lang, { day: formatDay(replyBy, lang) }),
    sign: say(words.letterSign, lang, { name: partnershipName }),
  };
}

/** Plain lines, so that they can be pasted into any form for fault reports. */
export function letterText(walk: About, points: readonly Point[], wish: Wish): { subject: string; text: string } {
  const { subject, greeting, ask, sign } = around(walk, wish);
  const lines = points.map(({ number, placeName, text, proposal }) =>
    [
      `${number}. ${placeName}: ${text}`,
      ...(proposal === "" ? [] : [`   ${say(words.letterProposal, wish.lang, { text: proposal })}`]),
    ].join("\n"),
  );
  return { subject, text: [greeting, ...lines, ask, sign].join("\n\n") };
}

const LETTER = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 11pt)
#set page(paper: "a4", margin: (x: 22mm, y: 24mm), footer: text(size: 8pt, data.footer))
#show heading.where(level: 1): set text(size: 18pt)
#text(weight: "bold", data.to)

= #data.title
#data.greeting
#table(
  columns: (auto, 1fr, 2fr, 1.6fr, 1.6fr),
  stroke: (x, y) => (bottom: if y == 0 { 1pt } else { 0.4pt + luma(55%) }),
  inset: (x: 4pt, y: 6pt),
  table.header(..data.heads.map(head => strong(head))),
  ..data.points.flatten()
)
#data.ask

#data.sign
`;

export function letterPaper(
  walk: Walk,
  points: readonly ProtocolRow[],
  wish: Wish & { readonly manager: Addressee; readonly at: Instant },
): { markup: string; data: Json; at: Instant } {
  const { lang } = wish;
  const { subject, greeting, ask, sign } = around(walk, wish);
  return {
    markup: LETTER,
    at: wish.at,
    data: {
      lang,
      title: subject,
      to: say(managers[wish.manager], lang),
      footer: [wish.partnershipName, walk.example ? say(words.example, lang) : ""].filter(Boolean).join(" · "),
      greeting,
      heads: [words.number, words.place, words.observation, words.proposal, words.letterAnswer].map((head) =>
        say(head, lang),
      ),
      points: points.map(({ number, placeName, text, proposal }) => [String(number), placeName, text, proposal, ""]),
      ask,
      sign,
    },
  };
}
