// An action plan in blocks: the public page, the PDF and the file for a word processor are all made of these.
import { sayCount } from "../../../act/screens/said.ts";
import type { Block, Written } from "../../../ground/block.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { chapters } from "../../../prioritise/situation/words.ts";
import { formatDay, formatHash, formatNumber, formatPeriod } from "../../../ui/format.ts";
import { paragraphsOf } from "../../../ui/paragraphs.tsx";
import type { Logged, Measure } from "../plan.ts";
import type { ShownFollowUp, ShownMeasure, ShownPlan } from "../shown.ts";
import { measureStatuses, planWords as words } from "../words.ts";

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: "heading", level, text });
const lines = (text: string): Block[] => paragraphsOf(text).map((line) => ({ kind: "paragraph", text: line }));

export function planHeading({ slug }: Pick<ShownPlan, "slug">, lang: Lang): string {
  return slug === "" ? say(words.draft, lang) : say(words.plan, lang, { slug });
}

export function planPaper(
  plan: ShownPlan,
  { partnership, lang, at }: { readonly partnership: string; readonly lang: Lang; readonly at: Instant },
): Written {
  const title = say(words.title, lang, { plan: planHeading(plan, lang), partnership });
  const number = plan.decision?.registryNumber ?? "";
  return {
    title,
    footer: number === "" ? title : `${title} · ${number}`,
    lang,
    at,
    blocks: planBlocks(plan, lang),
  };
}

export function planBlocks(plan: ShownPlan, lang: Lang): readonly Block[] {
  const { measures, followUps, leftOut = 0, contentHash } = plan;
  const head = [
    say(words.law, lang),
    decided(plan, lang),
    say(words.ground, lang, {
      period: formatPeriod(plan.ground.from, plan.ground.to, lang),
      day: formatDay(plan.ground.adoptedOn, lang),
    }),
    ...(plan.supersededBy === null
      ? []
      : [
          say(words.superseded, lang, {
            day: formatDay(plan.supersededBy.decidedOn, lang),
            plan: planHeading(plan.supersededBy, lang),
          }),
        ]),
    ...(leftOut > 0 ? [say(words.leftOut, lang, { count: leftOut })] : []),
  ];
  return [
    ...head.map((text): Block => ({ kind: "paragraph", text })),
    heading(say(words.measures, lang)),
    ...(measures.length === 0 ? lines(say(words.noMeasures, lang)) : []),
    ...measures.flatMap((measure, place) => measureBlocks(measure, place, lang)),
    ...followUps.flatMap((followUp) => followUpBlocks(followUp, plan, lang)),
    ...(plan.decision !== null && followUps.length === 0 ? lines(say(words.notFollowed, lang)) : []),
    ...(contentHash === null ? [] : lines(say(words.hash, lang, { hash: formatHash(contentHash) }))),
  ];
}

/** What was left out at the gate is said to be. */
const shown = (text: string, lang: Lang) => (text === "" ? say(words.notShown, lang) : text);

function decided({ decision }: ShownPlan, lang: Lang): string {
  if (decision === null) return say(words.notDecided, lang);
  const { section } = decision;
  return say(words.decided, lang, {
    day: formatDay(decision.decidedOn, lang),
    body: shown(decision.body, lang),
    section: section === "" ? "" : say(words.section, lang, { section }),
    number: shown(decision.registryNumber, lang),
  });
}

function measureBlocks(measure: ShownMeasure, place: number, lang: Lang): readonly Block[] {
  const { logged } = measure;
  return [
    heading(`${place + 1} ${shown(measure.what, lang)}`, 3),
    {
      kind: "list",
      items: [
        say(words.why, lang, { why: shown(measure.why, lang), chapter: say(chapters[measure.chapter], lang) }),
        say(words.who, lang, { office: shown(measure.office, lang) }),
        say(words.when, lang, { when: sayWhen(measure, lang) }),
        say(words.how, lang, { how: shown(measure.followUp, lang) }),
        ...(logged === null
          ? []
          : [
              say(words.promise, lang, {
                number: logged.number,
                document: logged.document,
                done: sayLogged(logged, lang),
              }),
            ]),
      ],
    },
  ];
}

/** «1 mars – 30 april 2027», «senast 30 april 2027», «löpande». */
export function sayWhen(
  { from, to }: { readonly from: Measure["from"] | null; readonly to: Measure["to"] | null },
  lang: Lang,
): string {
  if (from && to) return formatPeriod(from, to, lang);
  if (from) return say(words.fromDay, lang, { day: formatDay(from, lang) });
  return to ? say(words.toDay, lang, { day: formatDay(to, lang) }) : say(words.goesOn, lang);
}

export function sayLogged({ done, promised, unit }: Pick<Logged, "done" | "promised" | "unit">, lang: Lang): string {
  const said = { done: sayCount(done, lang), unit };
  const text =
    promised === null
      ? say(words.doneOnly, lang, said)
      : say(words.doneOf, lang, { ...said, promised: formatNumber(promised, lang) });
  return text.trim();
}

function followUpBlocks(followUp: ShownFollowUp, { measures }: ShownPlan, lang: Lang): readonly Block[] {
  const nameOf = (id: string) => {
    const place = measures.findIndex((one) => one.id === id);
    return `${place + 1} ${shown(measures[place]?.what ?? "", lang)}`;
  };
  const caption = say(words.followUp, lang, { day: formatDay(followUp.followedOn, lang) });
  return [
    heading(caption),
    ...lines(say(words.followedBy, lang, { office: shown(followUp.office, lang) })),
    {
      kind: "table",
      caption,
      heads: [words.measure, words.status, words.sentence, words.log].map((head) => say(head, lang)),
      rows: followUp.measures.map(({ measureId, status, sentence, logged }) => [
        nameOf(measureId),
        say(measureStatuses[status], lang),
        sentence || "–",
        logged === null ? "–" : sayLogged(logged, lang),
      ]),
    },
  ];
}
