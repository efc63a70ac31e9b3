// The minutes on paper: which offices were there, each item with what was noted, and the pictures that were on the screen. Markup is Typst's and holds no words: those come as
// data, so that what a person wrote is never read as a command.
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay, formatHash } from "../../../ui/format.ts";
import type { Paper } from "../../situation/screens/paper.ts";
import { approvalsOf, decisionsOn, inOrder, type Meeting, picturesOn } from "../meeting.ts";
import { decisionKinds, itemKinds, meetingStates, outcomes, words } from "../words.ts";
import { ownerSaid } from "./owner-said.ts";
import { pictureSaid } from "./picture-said.ts";

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
#for fact in data.facts [*#fact.name:* #fact.value #linebreak()]
== #data.present.heading
#if data.present.rows.len() > 0 {
  table(columns: (1fr, auto), align: (left, right), table.header(..data.present.heads.map(head => strong(head))), ..data.present.rows.flatten())
} else [#data.present.none]
== #data.heading
#for item in data.items [
  === #item.name
  #text(size: 9pt, fill: luma(35%), item.kind)
  #for line in item.pictures [#par(text(size: 9pt, line))]
  #if item.notes.len() == 0 [#par(data.nothing)]
  #for note in item.notes [
    #par[*#note.kind:* #note.text #if note.owner != "" [_#note.owner _]]
  ]
]
`;

export function minutesPaper(
  meeting: Meeting,
  {
    partnershipName,
    lang,
    nameOf,
    contentHash,
    at,
  }: {
    partnershipName: string;
    lang: Lang;
    nameOf: (id: string) => string;
    contentHash: string;
    at: Instant;
  },
): Paper {
  const title = say(words.meeting, lang, { day: formatDay(meeting.on, lang) });
  const isApproved = meeting.state === "approved";
  const facts: readonly (readonly [string, string])[] = [
    [say(words.state, lang), say(meetingStates[meeting.state], lang)],
    ...(meeting.approvedAt === undefined
      ? []
      : [[say(words.approvedOn, lang), formatDay(dayOf(meeting.approvedAt), lang)] as const]),
    ...approvalsOf(meeting, contentHash).map(
      (id) => [nameOf(id), say(words.hasApproved, lang, { name: nameOf(id) })] as const,
    ),
    [say(words.hash, lang), formatHash(contentHash, 16)],
  ];
  return {
    markup: MARKUP,
    // What is approved is the same file whenever it is fetched.
    at: meeting.approvedAt ?? at,
    data: {
      lang,
      title: `${title}, ${partnershipName}`,
      footer: [
        partnershipName,
        title,
        isApproved ? "" : say(words.working, lang),
        say(words.printedOn, lang, {
          day: formatDay(dayOf(meeting.approvedAt ?? at), lang),
          class: say(words.classShared, lang),
        }),
        meeting.example ? say(words.example, lang) : "",
      ]
        .filter(Boolean)
        .join(" · "),
      facts: facts.map(([name, value]) => ({ name, value })),
      present: {
        heading: say(words.present, lang),
        heads: [say(words.office, lang), say(words.number, lang)],
        rows: meeting.presence.filter(({ number }) => number > 0).map(({ office, number }) => [office, String(number)]),
        none: say(words.presentNone, lang),
      },
      heading: say(words.minutes, lang),
      nothing: say(words.nothingNoted, lang),
      items: inOrder(meeting.items)
        .filter(({ leftOut }) => !leftOut)
        .map((item, place) => ({
          name: `${place + 1}. ${item.said[lang]}`,
          kind:
            item.outcome === undefined
              ? say(itemKinds[item.kind], lang)
              : `${say(itemKinds[item.kind], lang)}: ${say(outcomes[item.outcome], lang)}`,
          pictures: picturesOn(meeting, item.id).flatMap(({ frozen, hash }) => {
            const said = pictureSaid({ ...frozen, hash }, lang);
            return [said.sentence, ...said.notes, said.pinned];
          }),
          notes: decisionsOn(meeting, item.id).map((one) => ({
            kind: say(decisionKinds[one.kind], lang),
            text: one.text,
            owner: ownerSaid(
              { unit: one.unit, organisationId: one.organisationId ?? null, by: one.by ?? null },
              nameOf,
              lang,
            ),
          })),
        })),
    },
  };
}
