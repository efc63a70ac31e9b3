import { useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { takeOverFigures } from "../api.ts";
import { numberOf } from "../chapters.ts";
import { chapters, words } from "../words.ts";
import type { ReportProps } from "./read-report.ts";

/** The former's figures asked of the new time in one press, and what was not there. */
export function TakeOver({ partnership, lang, report }: ReportProps) {
  const over = useCommand(takeOverFigures);
  const [done, setDone] = useState<OutputOf<typeof takeOverFigures>>();
  const [refusal, setRefusal] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  const missing = report.former?.figures ?? 0;
  if (missing === 0 && done === undefined) return null;
  const take = async () => {
    const result = await over.run({ partnership, slug: report.slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setDone(result.value);
    // The button may go away with what it was for.
    heading.current?.focus();
  };
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.overHeading, lang)} />
      </div>
      {done !== undefined && (
        <div role="status" className="stack-tight measure">
          <p>
            {say(words.overTaken, lang, { count: formatNumber(done.taken, lang) })}{" "}
            <a href={`/lagesbild/${partnership}/andrat-${report.slug}`}>{say(words.overCompare, lang)}</a>
          </p>
          {done.left.length > 0 && (
            <>
              <p>{say(words.overLeft, lang)}</p>
              <ul>
                {done.left.map(({ chapter, caption }) => (
                  <li key={`${chapter} ${caption}`}>
                    {numberOf(chapter)} {say(chapters[chapter], lang)}: <span lang="sv">{caption}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {missing > 0 && done === undefined && (
        <>
          <p className="measure">{say(words.overLead, lang, { count: formatNumber(missing, lang) })}</p>
          <div>
            <Button busy={over.busy} onPress={() => void take()}>
              {say(words.over, lang)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
