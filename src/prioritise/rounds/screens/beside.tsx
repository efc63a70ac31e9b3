import { sourceKinds } from "../../../collect/words.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Facts } from "../../../ui/facts.tsx";
import { formatNumber } from "../../../ui/format.ts";
import {
  agreementWarnings,
  evidenceKinds,
  shortSamples,
  states,
  strengths,
  words as problemWords,
} from "../../words.ts";
import type { Speaker } from "../../agreement.ts";
import { words } from "../words.ts";
import type { ReadRound } from "./read-round.ts";

type Props = {
  readonly partnership: string;
  readonly lang: Lang;
  readonly problem: ReadRound["problems"][number];
  /** The round that was closed last; null where there is none. */
  readonly last: ReadRound["before"];
};

/** What is to be known before a score is given: what the problem rests on and how strongly, who says the same, and how it went the last time. */
export function Beside(props: Props) {
  const { lang, problem, last } = props;
  const { agreement } = problem;
  return (
    <Facts
      facts={[
        { name: say(words.restsOn, lang), value: <RestsOn {...props} /> },
        ...(agreement === null || agreement.words.length === 0
          ? []
          : [{ name: sayAgreement(agreement, lang), value: <Agreeing agreement={agreement} lang={lang} /> }]),
        ...(last === null && problem.promised.length === 0
          ? []
          : [{ name: say(words.lastTime, lang), value: <LastTime {...props} /> }]),
      ]}
    />
  );
}

function RestsOn({ lang, problem }: Props) {
  return (
    <ul className="stack-tight small">
      {problem.evidence.map(({ caption, strength, own }, place) => (
        <li key={place}>
          <span>
            <span lang="sv">{caption || say(words.keptApart, lang)}</span>{" "}
            <span className="quiet">
              {say(words.strengthOf, lang, { strength: say(strengths[strength], lang) })}
              {own && `, ${say(words.ownSource, lang)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const nameOf = (by: Speaker, lang: Lang) =>
  by === "question" || by === "situation" ? say(evidenceKinds[by], lang) : say(sourceKinds[by], lang);

type Agreement = NonNullable<Props["problem"]["agreement"]>;

function sayAgreement({ kinds }: Agreement, lang: Lang): string {
  const agreement =
    kinds > 1
      ? say(problemWords.severalKinds, lang, { count: kinds })
      : say(kinds === 1 ? problemWords.oneKindOnly : problemWords.noKind, lang);
  return say(words.agreementOf, lang, { agreement });
}

function Agreeing({ agreement: { words: said, warnings }, lang }: { agreement: Agreement; lang: Lang }) {
  return (
    <ul className="stack-tight small">
      {said.map(({ by, source, sampleType, n, own }, place) => (
        <li key={place}>
          <span>
            {nameOf(by, lang)}
            {source !== "" && source !== nameOf(by, "sv") && (
              <>
                , <span lang="sv">{source}</span>
              </>
            )}
            {n !== null && `: ${formatNumber(n, lang)}`}
            {(sampleType !== null || own) && (
              <span className="quiet">
                {" ("}
                {[
                  sampleType === null ? "" : say(shortSamples[sampleType], lang),
                  own ? say(problemWords.ownWord, lang) : "",
                ]
                  .filter(Boolean)
                  .join(", ")}
                {")"}
              </span>
            )}
          </span>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} className="quiet">
          {say(agreementWarnings[warning], lang)}
        </li>
      ))}
    </ul>
  );
}

function LastTime({ partnership, lang, last, problem: { former, formerOnTheme, promised } }: Props) {
  return (
    <ul className="stack-tight small">
      {former === null ? (
        last !== null && <li>{say(words.notWeighedBefore, lang)}</li>
      ) : (
        <li>
          <span>
            <a href={`/prioritera/${partnership}/${former.year}`}>{say(words.round, lang, { year: former.year })}</a>
            {`: ${say(words.placeThen, lang, { place: former.place, of: former.of })}`}
            {former.reason !== "" && (
              <>
                {" "}
                <span lang="sv">{former.reason}</span>
              </>
            )}
          </span>
        </li>
      )}
      {formerOnTheme.map(({ slug, what, state }) => (
        <li key={slug}>
          <span>
            {say(words.sameThemeThen, lang)}{" "}
            <a href={`/prioritera/${partnership}/${slug}`} lang="sv">
              {what}
            </a>{" "}
            <span className="quiet">({say(states[state], lang)})</span>
          </span>
        </li>
      ))}
      {promised.map(({ slug, order, text, told }) => (
        <li key={`${slug} ${order}`}>
          <div>
            {say(words.promisedThen, lang, { order, slug: slug.replace("-", "–") })}{" "}
            <a href={`/lova/${partnership}/${slug}`} lang="sv">
              {text}
            </a>
            {told.length === 0 ? (
              <p className="quiet">{say(words.nothingTold, lang)}</p>
            ) : (
              <details>
                <summary>{say(words.ledTo, lang)}</summary>
                <ul>
                  {told.map((one) => (
                    <li key={one.sv}>{one[lang]}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
