import { type ReactNode, useEffect, useRef, useState } from "react";
import { sampleTypes } from "../../../collect/words.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { lockScores, saveScore } from "../api.ts";
import { anchors, asks } from "../criteria.ts";
import { type Given, lacking, needsMotive } from "../round.ts";
import { type Criterion, weighedBy } from "../weigh.ts";
import { partiesFor, refusals, words } from "../words.ts";
import { Beside } from "./beside.tsx";
import type { InRound, ReadRound } from "./read-round.ts";

/** So long after the last letter of a motive it is kept. */
const PAUSE = 700;
const isCell = (one: Pick<Given, "problemId" | "criterion">, problemId: string, criterion: Criterion) =>
  one.problemId === problemId && one.criterion === criterion;

/** «Poängsätt för kommunen»: every problem by every criterion, kept as one goes, for one's own organisation only. */
export function Scoring(props: InRound & { party: ReadRound["parties"][number] }) {
  const { partnership, lang, read, round, year, party } = props;
  const lock = useCommand(lockScores);
  const { given, set, keep, standing, refusal } = useDraft(props);
  const [lockRefusal, setLockRefusal] = useState<string>();
  const { cells, scores, motives } = lacking(round, given);
  const missing =
    scores > 0
      ? say(refusals["scores-missing"], lang, { count: scores })
      : motives > 0
        ? say(refusals["motive-needed"], lang, { count: motives })
        : undefined;
  const lockAll = async () => {
    if (!(await keep())) return;
    const result = await lock.run({ partnership, year });
    setLockRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack-loose">
      <div className="stack-tight">
        <SectionHeading heading={say(words.scoreFor, lang, { party: say(partiesFor[party.party], lang) })}>
          {say(words.howFar, lang, { done: cells - scores, cells })}
        </SectionHeading>
        <p className="measure">{say(words.scoreLead, lang)}</p>
      </div>
      {round.problemIds.map((id) => {
        const problem = read.problems.find((one) => one.id === id);
        if (problem === undefined) return undefined;
        return (
          <section key={id} className="stack">
            <SectionHeading
              heading={
                <a href={`/prioritera/${partnership}/${problem.slug}`} lang="sv">
                  {problem.what}
                </a>
              }
              level={3}
            />
            <Beside partnership={partnership} lang={lang} problem={problem} last={read.before} />
            {weighedBy(round.weights).map((criterion) => (
              <Cell
                key={criterion}
                lang={lang}
                criterion={criterion}
                given={given.find((one) => isCell(one, id, criterion))}
                beside={criterion === "support" && <Heard heard={problem.heard} lang={lang} />}
                onGive={(score, motive, now) => set({ problemId: id, criterion, score, motive }, now)}
              />
            ))}
          </section>
        );
      })}
      <div className="sheet-acting stack">
        <p className="measure">{say(words.lockGuide, lang)}</p>
        <p role="status" className="small quiet">
          {standing === undefined ? "" : say(words[standing], lang)}
        </p>
        {(refusal ?? lockRefusal) !== undefined && (
          <Notice kind="error" level={3} heading={refusal ?? lockRefusal ?? ""} live />
        )}
        <div className="row">
          <Button kind="turn" blocked={missing} busy={lock.busy} onPress={() => void lockAll()}>
            {say(words.lock, lang)}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Cell(props: {
  lang: InRound["lang"];
  criterion: Criterion;
  given: Given | undefined;
  /** What is known, before the question. */
  beside: ReactNode;
  onGive: (score: number, motive: string, now: boolean) => void;
}) {
  const { lang, criterion, given, beside, onGive } = props;
  const motive = given?.motive ?? "";
  return (
    <div className="stack-tight">
      {beside}
      <ChoiceGroup
        label={say(asks[criterion], lang)}
        columns={2}
        value={given === undefined ? "" : String(given.score)}
        onChange={(value) => onGive(Number(value), motive, true)}
        options={anchors[criterion].map((anchor, index) => ({
          value: String(index + 1),
          word: `${index + 1} ${say(anchor, lang)}`,
        }))}
      />
      {given !== undefined && (needsMotive(given.score) || motive !== "") && (
        <TextField
          label={say(words.motive, lang)}
          guide={say(words.motiveGuide, lang)}
          value={motive}
          maxLength={200}
          onChange={(text) => onGive(given.score, text, false)}
        />
      )}
    </div>
  );
}

/** What residents have said, source by source and never added up: a drawn sample and those who chose to answer are not the same people. */
function Heard({ heard, lang }: { heard: ReadRound["problems"][number]["heard"]; lang: InRound["lang"] }) {
  if (heard.length === 0) return <p className="small quiet">{say(words.heardNone, lang)}</p>;
  return (
    <div className="small">
      <p className="quiet">{say(words.heard, lang)}</p>
      <ul className="list">
        {heard.map(({ theme, source, sampleType, voices }) => (
          <li key={`${theme} ${source} ${sampleType}`}>
            {say(words.heardOf, lang, { theme, source, voices, sample: say(sampleTypes[sampleType], lang) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is given is on the screen at once and kept right after, in the order it was given: words when the hand rests. */
function useDraft({ partnership, read, year }: InRound) {
  const save = useCommand(saveScore);
  const [given, setGiven] = useState<readonly Given[]>(read.own);
  const [standing, setStanding] = useState<"saving" | "saved" | "notSaved">();
  const [refusal, setRefusal] = useState<string>();
  const waiting = useRef(new Map<string, Given>());
  const line = useRef<Promise<void>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** One at a time, and of each cell the latest only: whoever goes along a row with the arrows leaves one behind. */
  const sendAll = async () => {
    setStanding("saving");
    let refused: string | undefined;
    for (let [first] = waiting.current; first !== undefined && refused === undefined; [first] = waiting.current) {
      const [key, one] = first;
      waiting.current.delete(key);
      const result = await save.run({ partnership, year, ...one });
      if (result.ok) continue;
      refused = result.refusal.sentence;
      // It waits on, and goes with the next; unless something newer has been given there meanwhile.
      if (!waiting.current.has(key)) waiting.current.set(key, one);
    }
    setRefusal(refused);
    setStanding(refused === undefined ? "saved" : "notSaved");
    line.current = undefined;
  };
  /** Whether everything that was given is kept. */
  const keep = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (waiting.current.size > 0) line.current ??= sendAll();
    await line.current;
    return waiting.current.size === 0;
  };
  // Whoever leaves in the middle of a word leaves what was written.
  const leaving = useRef(keep);
  useEffect(() => {
    leaving.current = keep;
  });
  useEffect(() => () => void leaving.current(), []);
  const set = (one: Given, now: boolean) => {
    setGiven((before) => [...before.filter((other) => !isCell(other, one.problemId, one.criterion)), one]);
    waiting.current.set(`${one.problemId} ${one.criterion}`, one);
    clearTimeout(timer.current);
    if (now) void keep();
    else timer.current = setTimeout(() => void keep(), PAUSE);
  };
  return { given, set, keep, standing, refusal };
}
