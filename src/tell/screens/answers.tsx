import type { PublicCount } from "../../ground/fewest.ts";
import { say } from "../../ground/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import { Status, type StatusKind } from "../../ui/status.tsx";
import type { Site, ToldAnswer } from "../site.ts";
import { answers, counts, despite, words } from "../words.ts";
import { Frame, inLang, sayHeads, type PageProps } from "./frame.tsx";

export const ANSWER_KINDS: Readonly<Record<ToldAnswer<unknown>["answer"], StatusKind>> = {
  chosen: "running",
  declined: "missed",
  merged: "ended",
};

/** /ockelbo/du-sa: you said, we do, or cannot, because. A no is set as large as a yes. */
export function AnswersPage(props: PageProps) {
  const { site, lang } = props;
  return (
    <Frame {...props} address={`/${site.slug}/du-sa`} crumbs={[{ word: say(words.youSaid, lang) }]}>
      <PageHeading heading={say(words.youSaidWeDo, lang)} lead={say(words.youSaidLead, lang)} />
      <AnswerList {...props} level={2} />
    </Frame>
  );
}

/** What was said beside what each party answered; on a page of its own, or the newest few under a heading. */
export function AnswerList(props: PageProps & { shown?: Site["answers"]; level?: 2 | 3 }) {
  const { site, lang, shown = site.answers, level = 3 } = props;
  if (site.answers.length === 0)
    return <Empty heading={say(words.noAnswers, lang)} text={say(words.noAnswersText, lang)} level={level} />;
  const Heading = `h${level}` as const;
  return (
    <ul className={level === 2 ? "answers answers-wide" : "answers"}>
      {shown.map((answer) => (
        <li key={answer.said}>
          <div className="stack-tight">
            <Heading lang="sv">{answer.said}</Heading>
            <p className="small quiet">
              {answer.voices.shown !== "withheld" && sayHeads(counts.pieces, answer.voices, lang)}{" "}
              {answer.example && <ExampleMark lang={lang} />}
            </p>
          </div>
          <Reply {...props} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Reply({ site, lang, answer }: PageProps & { answer: ToldAnswer<PublicCount> }) {
  const pledge = site.current.find(
    ({ order, documentSlug }) => order === answer.pledge?.order && documentSlug === answer.pledge.documentSlug,
  );
  return (
    <div className="stack-tight">
      <p>
        <Status kind={ANSWER_KINDS[answer.answer]} word={say(answers[answer.answer], lang)} />
      </p>
      <Reasons site={site} reasons={answer.reasons} />
      {(answer.despite ?? []).map(({ kind, reason }) => (
        <p key={kind}>
          {say(despite[kind], lang)} <span lang="sv">{reason}</span>
        </p>
      ))}
      <p className="small quiet">
        {say(words.answeredOn, lang, { day: formatDay(answer.on, lang) })}
        {pledge !== undefined && (
          <>
            {" · "}
            <a href={inLang(`/${site.slug}/lofte/${pledge.slug}`, lang)}>
              {say(words.becamePledge, lang, { number: pledge.order })}
            </a>
          </>
        )}
      </p>
    </div>
  );
}

/** Two hands: each party's reason under its own name. */
export function Reasons({ site, reasons }: Pick<PageProps, "site"> & Pick<ToldAnswer<unknown>, "reasons">) {
  if (reasons.every(({ party }) => party === ""))
    return (
      <div lang="sv">
        {reasons.map(({ reason }) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
    );
  return (
    <dl className="stack-tight" lang="sv">
      {reasons.map(({ party, reason }) => (
        <div key={party}>
          <dt className="small quiet">
            <PartyName party={site.parties.find(({ name }) => name === party)?.kind ?? "other"}>{party}</PartyName>
          </dt>
          <dd>{reason}</dd>
        </div>
      ))}
    </dl>
  );
}
