import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { kindOf } from "../../act/items/screens/shown.ts";
import { sayPlan } from "../../act/items/said.ts";
import { answers as answerKinds, kinds, managers } from "../../collect/words.ts";
import { Status, type StatusKind } from "../../ui/status.tsx";
import { formatDay } from "../../ui/format.ts";
import { itemStates, words as itemWords } from "../item-words.ts";
import type { ToldItem, ToldWalk } from "../site.ts";
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

/** What came of a point: how far it has come since it was answered, else its answer. */
function outcomeOf({ answer, became }: Point, lang: Lang): { kind: StatusKind; word: string } {
  if (became !== undefined) {
    const state = became.restsOn ?? became.state;
    return { kind: kindOf({ state, restsOn: null, late: false }), word: say(itemStates[state], lang) };
  }
  const [, kind = "waiting"] = ANSWERS.find(([one]) => one === answer) ?? [];
  return { kind, word: answer === "" ? say(words.waitingForAnswer, lang) : wordOf(answerKinds, answer, lang) };
}

/** In which order a reader wants them: what has been done first, the noes and what waits last. */
const KIND_ORDER: readonly StatusKind[] = ["met", "partly", "running", "ended", "missed", "unmeasurable", "waiting"];

/** What came of a walk, outcome by outcome: never one number for all of them. */
export function WalkOutcome({ points: { good, asking }, lang }: { points: ReturnType<typeof pointsOf>; lang: Lang }) {
  if (good.length + asking.length === 0) return <p className="small quiet">{say(words.noProtocol, lang)}</p>;
  const outcomes = asking.map((point) => outcomeOf(point, lang));
  const told = [...new Map(outcomes.map((one) => [one.word, one])).values()].toSorted(
    (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
  );
  return (
    <ul className="row small">
      {told.map(({ word, kind }) => (
        <li key={word}>
          <Status kind={kind} word={`${word}: ${outcomes.filter((one) => one.word === word).length}`} as="text" />
        </li>
      ))}
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

/** What has become of a point since it was answered, with its days: planned, underway, done, and that somebody has looked. */
function PointBecame({ became, lang }: { became: ToldItem; lang: Lang }) {
  const { plan, done, look, notDone, reason, toldOn } = became;
  const told = [
    done && { word: itemWords.done, ...done },
    look && { word: look.onWalk ? itemWords.lookedOnWalk : itemWords.looked, ...look },
    notDone && { word: notDone.onWalk ? itemWords.notDoneOnWalk : itemWords.notDone, ...notDone },
    toldOn && { word: itemWords.told, on: toldOn, sentence: "" },
  ].filter((one) => one !== null);
  return (
    <>
      {plan !== null && (
        <p>{say(itemWords.by, lang, { day: plan.inSeason ? sayPlan(plan, lang) : formatDay(plan.by, lang) })}</p>
      )}
      {told.map(({ word, on, sentence }) => (
        <p key={word.sv}>
          {say(word, lang, { day: formatDay(on, lang) })} <span lang="sv">{sentence}</span>
        </p>
      ))}
      {reason !== "" && <p lang="sv">{reason}</p>}
    </>
  );
}

function PointAnswer({ point, lang }: { point: Point; lang: Lang }) {
  if (point.kind === "positive" && point.answer === "") return null;
  const { kind, word } = outcomeOf(point, lang);
  return (
    <div className="small">
      <p>
        <Status kind={kind} word={word} as="text" />
        {point.when !== "" && point.became === undefined && <span lang="sv"> {point.when}</span>}
      </p>
      {point.became === undefined ? (
        point.reason !== "" && <p lang="sv">{point.reason}</p>
      ) : (
        <PointBecame became={point.became} lang={lang} />
      )}
      <p className="quiet">
        {point.manager === "unknown"
          ? say(words.nobodyYet, lang)
          : `${say(words.manager, lang)}: ${wordOf(managers, point.manager, lang)}`}
      </p>
    </div>
  );
}
