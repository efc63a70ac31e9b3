import { useEffect, useRef, useState } from "react";
import { nameOfPlace } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { sayTarget } from "../../screens/said.ts";
import { ownersAsked } from "../api.ts";
import { words } from "../words.ts";
import { AnswerForm } from "./answer-form.tsx";

/** What one's own units are asked to own, each with its three answers. Nothing where nothing is asked. */
export function OwnersAsked({ partnership, lang }: { readonly partnership: string; readonly lang: Lang }) {
  const answer = useAnswer(ownersAsked, { partnership });
  const [done, setDone] = useState(0);
  const told = useRef<HTMLDivElement>(null);
  // The answered question goes: the hand goes on at what came of it.
  useEffect(() => {
    if (done > 0) told.current?.focus();
  }, [done]);
  const asked = answer.value?.asked ?? [];
  if (asked.length === 0 && done === 0) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.waitingHeading, lang)}>{asked.length > 0 && asked.length}</SectionHeading>
      {asked.length > 0 && <p className="quiet">{say(words.waitingLead, lang)}</p>}
      <div tabIndex={-1} ref={told}>
        {done > 0 && <Notice kind="done" heading={say(words.thanks, lang)} level={3} live />}
      </div>
      {asked.map(({ id, slug, title, unit, activity }) => (
        <article key={id} className="sheet-turn stack-tight">
          <p className="word large-word" lang="sv">
            {activity.text}
          </p>
          <p className="small quiet">
            {[
              sayTarget(activity.target, lang),
              (activity.target?.places ?? []).join(", ") || (activity.place && nameOfPlace(activity.place)),
              activity.deadline && say(words.lastDay, lang, { day: activity.deadline.said }),
              activity.season,
              activity.condition,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="small">
            <a href={`/lova/${partnership}/${slug}`}>{say(words.fromDraft, lang, { unit, title })}</a>
          </p>
          <AnswerForm
            partnership={partnership}
            id={id}
            unit={unit}
            vouching={false}
            lang={lang}
            onDone={() => setDone(done + 1)}
          />
        </article>
      ))}
    </section>
  );
}
