import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { LinkButton } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listWaiting } from "../api.ts";
import { mondayOf, weekNumber } from "../weekly/week.ts";
import { waitingKinds, waitingWords } from "../waiting-words.ts";

type Waits = OutputOf<typeof listWaiting>["waiting"][number];

/** What waits, and since when: «Läs 3 svar: Hur är det i Åmot?», «Äldst 20 november». */
export function tellWaits({ kind, title, count, since, by }: Waits, lang: Lang): { what: string; why: string } {
  const oldest = formatDay(since as Day, lang);
  const what = say(waitingKinds[kind], lang, { count, title });
  if (by === undefined) return { what, why: say(waitingWords.since, lang, { day: oldest }) };
  if (kind === "report") {
    const week = weekNumber(mondayOf(since as Day));
    return { what, why: say(waitingWords.week, lang, { week, day: formatDay(by as Day, lang) }) };
  }
  const word = by < today() ? waitingWords.late : waitingWords.by;
  return { what, why: say(word, lang, { day: formatDay(by as Day, lang), oldest }) };
}

/** «Väntar på dig»: stands on top of what was heard where something in it waits for the one who looks; nothing where nothing does. */
export function WaitsHere({ partnership, lang }: { partnership: string; lang: Lang }) {
  const answer = useAnswer(listWaiting, { partnership });
  if (answer.state !== "answered" || answer.value.waiting.length === 0) return null;
  const { waiting } = answer.value;
  return (
    <section>
      <SectionHeading heading={say(waitingWords.heading, lang)}>
        {waiting.reduce((sum, { count }) => sum + count, 0)}
      </SectionHeading>
      <ul className="list">
        {waiting.map((one) => {
          const { what, why } = tellWaits(one, lang);
          return (
            <li key={one.kind + one.href} className="list-row-acting">
              <div>
                <b>{what}</b>
                <p className="small quiet">{why}</p>
              </div>
              <LinkButton href={one.href} label={`${say(waitingWords.open, lang)}: ${what}`}>
                {say(waitingWords.open, lang)}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
