import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { Content } from "../document.ts";
import { lint, QUESTIONS, questionsAnswered, type Remark } from "../lint.ts";
import { advice } from "../lint-advice.ts";
import { rules, words } from "../words.ts";
import { fieldOf, goToField } from "./draft-fields.ts";

/** What a careful reader misses, in the order of the text. While it is written: why, how a better one reads, and the way to the field. */
export function Remarks({ content, isDraft, lang }: { content: Content; isDraft: boolean; lang: Lang }) {
  const remarks = lint(content);
  const answered = questionsAnswered(content, remarks);
  return (
    <section>
      <SectionHeading heading={say(words.remarks, lang)}>{remarks.length}</SectionHeading>
      <p className="small quiet" aria-live={isDraft ? "polite" : undefined}>
        {say(words.answered, lang, { count: answered, of: QUESTIONS.length })}
      </p>
      {remarks.length === 0 ? (
        <p>{say(words.noRemarks, lang)}</p>
      ) : (
        <ol className="list">
          {remarks.map((remark) => (
            <li key={`${remark.rule}-${remark.where}`}>
              <b>{placeOf(remark, lang)}</b>
              <p>{say(rules[remark.rule], lang, remark.said === undefined ? {} : { said: remark.said })}</p>
              {isDraft && <Help remark={remark} lang={lang} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Help({ remark, lang }: { remark: Remark; lang: Lang }) {
  const { why, better } = advice[remark.rule];
  const field = fieldOf(remark);
  return (
    <>
      <details className="small">
        <summary>{say(words.betterExample, lang)}</summary>
        <p>{say(why, lang)}</p>
        <p className="word">{say(better, lang)}</p>
      </details>
      {field !== undefined && (
        <Button kind="bare" small onPress={() => goToField(field)}>
          {say(words.goToField, lang)}
          <span className="visually-hidden">{` ${placeOf(remark, lang)}, ${say(rules[remark.rule], lang, { said: remark.said ?? "" })}`}</span>
        </Button>
      )}
    </>
  );
}

function placeOf({ where }: Remark, lang: Lang): string {
  if (where === "") return say(words.whole, lang);
  return say(where.includes(".") ? words.activity : words.pledge, lang, { number: where });
}
