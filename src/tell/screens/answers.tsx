import { say } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Status, type StatusKind } from "../../ui/status.tsx";
import type { ToldAnswer } from "../site.ts";
import { answers, words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";

const KINDS: Readonly<Record<ToldAnswer<unknown>["answer"], StatusKind>> = {
  chosen: "running",
  declined: "missed",
  merged: "ended",
};

/** /ockelbo/du-sa: you said, we do, or cannot, because. A no is set as large as a yes. */
export function AnswersPage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.youSaid, lang);
  return (
    <Frame {...props} address={`/${site.slug}/du-sa`} crumbs={[{ word }]}>
      <PageHeading heading={word} lead={say(words.youSaidLead, lang)} />
      <AnswerList {...props} />
    </Frame>
  );
}

export function AnswerList({ site, lang, most }: PageProps & { most?: number }) {
  if (site.answers.length === 0)
    return (
      <Empty
        heading={say(words.noAnswers, lang)}
        text={say(words.noAnswersText, lang)}
        level={most === undefined ? 2 : 3}
      />
    );
  return (
    <ul className="list">
      {site.answers.slice(0, most).map((answer) => {
        const pledge = site.current.find(
          ({ order, documentSlug }) => order === answer.pledge?.order && documentSlug === answer.pledge.documentSlug,
        );
        return (
          <li key={answer.said}>
            <div>
              <p className="serif-quote" lang="sv">
                {answer.said} {answer.example && <ExampleMark lang={lang} />}
              </p>
              <p>
                <Status kind={KINDS[answer.answer]} word={say(answers[answer.answer], lang)} />{" "}
                <span lang="sv">{answer.words}</span>
              </p>
              <p className="quiet">
                {formatDay(answer.on, lang)}
                {pledge !== undefined && (
                  <>
                    {" · "}
                    <a href={inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)}>
                      {say(words.pledgeNumber, lang, { number: pledge.order })}
                    </a>
                  </>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
