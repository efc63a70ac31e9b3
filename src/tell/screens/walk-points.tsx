import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { answers as answerKinds, kinds, managers } from "../../collect/words.ts";
import { Status, type StatusKind } from "../../ui/status.tsx";
import type { ToldWalk } from "../site.ts";
import { counts, words } from "../words.ts";
import { sayMany } from "./frame.tsx";

type Point = ToldWalk<PublicCount>["rows"][number];

/** What may be answered, in the order a reader wants it. */
const ANSWERS: readonly (readonly [answer: string, kind: StatusKind])[] = [
  ["done", "met"],
  ["will-be-done", "running"],
  ["already-planned", "running"],
  ["investigated", "running"],
  ["passed-on", "ended"],
  ["declined", "missed"],
  ["", "waiting"],
];

/** A word of a closed vocabulary of an earlier stage; what has no word is shown as it is. */
function wordOf(vocabulary: Readonly<Record<string, { sv: string; en: string }>>, key: string, lang: Lang): string {
  const said = vocabulary[key];
  return said === undefined ? key : say(said, lang);
}

/** A good place asks for nothing, so it waits for no answer. */
export function pointsOf({ rows }: ToldWalk<PublicCount>): { good: Point[]; asking: Point[] } {
  const isGood = ({ kind, answer }: Point) => kind === "positive" && answer === "";
  return { good: rows.filter(isGood), asking: rows.filter((row) => !isGood(row)) };
}

/** What came of a walk, answer by answer: never one number for all of them. */
export function WalkOutcome({ points: { good, asking }, lang }: { points: ReturnType<typeof pointsOf>; lang: Lang }) {
  if (good.length + asking.length === 0) return <p className="small quiet">{say(words.noProtocol, lang)}</p>;
  return (
    <ul className="row small">
      {ANSWERS.map(([answer, kind]) => {
        const count = asking.filter((point) => point.answer === answer).length;
        if (count === 0) return null;
        const word = answer === "" ? say(words.waitingForAnswer, lang) : wordOf(answerKinds, answer, lang);
        return (
          <li key={answer}>
            <Status kind={kind} word={`${word}: ${count}`} as="text" />
          </li>
        );
      })}
      {good.length > 0 && <li>{sayMany(counts.goodPlaces, good.length, lang)}</li>}
    </ul>
  );
}

/** The points of one place, each with its number and what became of it. Where they are of several places each says its own. */
export function PointList({ points, lang, named }: { points: readonly Point[]; lang: Lang; named?: boolean }) {
  return (
    <ol className="points">
      {points.map((point) => (
        <li key={point.number} id={`punkt-${point.number}`}>
          <span className="quietest">
            <span className="visually-hidden">{say(words.pointNumber, lang)} </span>
            {point.number}
          </span>
          <div>
            <p>
              {named === true ? (
                <b lang="sv">{point.place}. </b>
              ) : (
                point.kind !== "problem" && <b>{wordOf(kinds, point.kind, lang)}. </b>
              )}
              <span lang="sv">{point.text}</span>
            </p>
            {point.proposal !== "" && (
              <p className="small quiet">
                {say(words.proposal, lang)}: <span lang="sv">{point.proposal}</span>
              </p>
            )}
          </div>
          <PointAnswer point={point} lang={lang} />
        </li>
      ))}
    </ol>
  );
}

function PointAnswer({ point, lang }: { point: Point; lang: Lang }) {
  if (point.kind === "positive" && point.answer === "") return null;
  const [, kind = "waiting"] = ANSWERS.find(([answer]) => answer === point.answer) ?? [];
  const word = point.answer === "" ? say(words.waitingForAnswer, lang) : wordOf(answerKinds, point.answer, lang);
  return (
    <div className="small">
      <p>
        <Status kind={kind} word={word} as="text" />
        {point.when !== "" && <span lang="sv"> {point.when}</span>}
      </p>
      {point.reason !== "" && <p lang="sv">{point.reason}</p>}
      <p className="quiet">
        {point.manager === "unknown"
          ? say(words.nobodyYet, lang)
          : `${say(words.manager, lang)}: ${wordOf(managers, point.manager, lang)}`}
      </p>
    </div>
  );
}
