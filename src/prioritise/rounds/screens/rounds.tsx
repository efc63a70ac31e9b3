import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { today } from "../../../platform/browser/device.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { listRounds } from "../api.ts";
import { states, words } from "../words.ts";

/** Year for year, and this year's where nobody has opened it and there is something to weigh. */
export function RoundsSection({ partnership, lang, hasOpen }: ScreenProps & { hasOpen: boolean }) {
  const answer = useAnswer(listRounds, { partnership });
  const rounds = answer.value?.rounds ?? [];
  const [year] = useState(() => Number(today().slice(0, 4)));
  const isToOpen = answer.value !== undefined && hasOpen && rounds.every((round) => round.year !== year);
  if (rounds.length === 0 && !isToOpen) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.rounds, lang)}>{rounds.length}</SectionHeading>
      <p className="measure">{say(words.roundsLead, lang)}</p>
      {rounds.length > 0 && (
        <ul className="list">
          {rounds.map((round) => (
            <li key={round.year}>
              <div>
                <a href={`/prioritera/${partnership}/${round.year}`} className="strong">
                  {say(words.round, lang, { year: round.year })}
                </a>{" "}
                {round.example && <ExampleMark lang={lang} />}
                <p className="small quiet">{say(states[round.state], lang)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isToOpen && (
        <LinkButton href={`/prioritera/${partnership}/${year}`}>{say(words.toRound, lang, { year })}</LinkButton>
      )}
    </section>
  );
}
