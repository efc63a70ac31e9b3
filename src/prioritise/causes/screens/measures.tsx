import { useEffect, useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { changeMeasure, noteMeasure } from "../api.ts";
import { HORIZONS, type Horizon } from "../cause.ts";
import { DOERS, type Doer, groupOf, TECHNIQUES, type Technique } from "../measure.ts";
import { doers, horizons, techniqueGroups, techniques, words } from "../words.ts";
import type { Analysed, Analysis } from "./read-analysis.ts";
import { Aside } from "./aside.tsx";

type Listed = Analysis["measures"][number];
type Props = ScreenProps & { problem: Analysed; analysis: Analysis; closed: boolean };

/** What would hit the causes, and where the chain is broken: a cause that nothing hits, a measure that hits nothing any more. */
export function Measures(props: Props) {
  const { lang, analysis, closed } = props;
  const [changed, setChanged] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  const standing = analysis.causes.filter(({ setAside }) => setAside === null);
  const thought = analysis.measures.filter(({ setAside }) => setAside === null);
  const aside = analysis.measures.filter(({ setAside }) => setAside !== null);
  const measure = thought.find(({ id }) => id === changed);
  const { ends } = analysis;
  const done = () => {
    setChanged(undefined);
    heading.current?.focus();
  };
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.measures, lang)}>{thought.length}</SectionHeading>
      </div>
      <p className="measure">{say(words.measuresLead, lang)}</p>
      {ends.causes.length > 0 && (
        <Notice level={3} heading={say(words.looseCauses, lang, { count: ends.causes.length })}>
          <p lang="sv">
            {standing
              .filter(({ id }) => ends.causes.includes(id))
              .map(({ text }) => text)
              .join("; ")}
          </p>
        </Notice>
      )}
      {ends.measures.length > 0 && (
        <Notice level={3} heading={say(words.looseMeasures, lang, { count: ends.measures.length })} />
      )}
      {thought.length === 0 && (
        <Empty
          heading={say(words.measuresNone, lang)}
          text={say(standing.length === 0 ? words.measuresNoCause : words.measuresNoneText, lang)}
        />
      )}
      <ul className="list">
        {thought.map((one) => (
          <li key={one.id}>
            <div className="stack-tight">
              <p className="strong" lang="sv">
                {one.text}
              </p>
              <p className="quiet">
                <Tag>{techniqueWord(one.technique, lang)}</Tag>{" "}
                {[say(doers[one.byWhom], lang), one.horizon && say(horizons[one.horizon], lang)]
                  .filter((part) => part !== undefined)
                  .join(", ")}
              </p>
              <p className="quiet">
                {`${say(words.hits, lang)}: `}
                <span lang="sv">
                  {analysis.causes
                    .filter(({ id }) => one.causeIds.includes(id))
                    .map(({ text }) => text)
                    .join("; ")}
                </span>
              </p>
            </div>
            {!closed && (
              <Button
                kind="bare"
                small
                label={say(words.changeNamed, lang, { text: one.text })}
                onPress={() => setChanged(one.id)}
              >
                {say(words.change, lang)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!closed && standing.length > 0 && (
        <MeasureForm
          key={measure === undefined ? "new" : `${measure.id} ${measure.version}`}
          {...props}
          measure={measure}
          onDone={done}
        />
      )}
      {aside.length > 0 && (
        <details>
          <summary>{`${say(words.setAside, lang)} (${aside.length})`}</summary>
          <ul className="list">
            {aside.map((one) => (
              <li key={one.id}>
                <div>
                  <span lang="sv">{one.text}</span>
                  <p className="quiet">{say(words.asideBecause, lang, { because: one.setAside ?? "" })}</p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** «Öka risken att upptäckas: ljus, sikt, fönster». */
function techniqueWord(technique: Technique, lang: ScreenProps["lang"]): string {
  const group = groupOf(technique);
  const word = say(techniques[technique], lang);
  return group === undefined ? word : `${say(techniqueGroups[group], lang)}: ${word}`;
}

function MeasureForm(props: Props & { measure: Listed | undefined; onDone: () => void }) {
  const { partnership, lang, problem, analysis, measure, onDone } = props;
  const [text, setText] = useState(measure?.text ?? "");
  const [technique, setTechnique] = useState<Technique | "">(measure?.technique ?? "");
  const [byWhom, setByWhom] = useState<Doer>(measure?.byWhom ?? "municipality");
  const [horizon, setHorizon] = useState<Horizon | "">(measure?.horizon ?? "");
  const standing = analysis.causes.filter(({ setAside }) => setAside === null);
  const [causeIds, setCauses] = useState<readonly string[]>(
    (measure?.causeIds ?? []).filter((id) => standing.some((cause) => cause.id === id)),
  );
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const note = useCommand(noteMeasure);
  const change = useCommand(changeMeasure);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (measure !== undefined) form.current?.focus();
  }, [measure]);
  const send = async () => {
    if (technique === "") return;
    const said = {
      partnership,
      id: problem.id,
      text,
      technique,
      byWhom,
      causeIds: [...causeIds],
      ...(horizon === "" ? {} : { horizon }),
    };
    const result =
      measure === undefined
        ? await note.run(said)
        : await change.run({ ...said, measureId: measure.id, version: measure.version });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaved(result.ok);
    if (!result.ok) return;
    if (measure !== undefined) return onDone();
    setText("");
    setTechnique("");
    setHorizon("");
    setCauses([]);
  };
  const fields = (
    <form
      ref={form}
      tabIndex={-1}
      className="stack measure sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {measure !== undefined && <h3>{say(words.changeMeasure, lang)}</h3>}
      <PersonLine
        label={say(words.measure, lang)}
        about="matter"
        lang={lang}
        value={text}
        onChange={(value) => {
          setText(value);
          setSaved(false);
        }}
        required
      />
      <ChoiceGroup
        many
        columns={1}
        label={say(words.hitsWhich, lang)}
        value={causeIds}
        onChange={setCauses}
        options={standing.map((cause) => ({ value: cause.id, word: cause.text }))}
      />
      <Select
        label={say(words.technique, lang)}
        empty={say(words.chooseTechnique, lang)}
        required
        value={technique}
        onChange={(value) => setTechnique(value as Technique | "")}
        options={TECHNIQUES.map((value) => {
          const group = groupOf(value);
          const word = say(techniques[value], lang);
          return group === undefined ? { value, word } : { value, word, group: say(techniqueGroups[group], lang) };
        })}
      />
      <div className="split-even">
        <Select
          label={say(words.byWhom, lang)}
          value={byWhom}
          onChange={(value) => setByWhom(value as Doer)}
          options={DOERS.map((value) => ({ value, word: say(doers[value], lang) }))}
        />
        <Select
          label={say(words.horizon, lang)}
          empty={say(words.notJudged, lang)}
          value={horizon}
          onChange={(value) => setHorizon(value as Horizon | "")}
          options={HORIZONS.map((value) => ({ value, word: say(horizons[value], lang) }))}
        />
      </div>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {saved && <Notice kind="done" level={3} heading={say(words.savedMeasure, lang)} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={note.busy || change.busy}>
          {say(measure === undefined ? words.newMeasure : words.save, lang)}
        </Button>
        {measure !== undefined && <Button onPress={onDone}>{say(words.leave, lang)}</Button>}
      </div>
      {measure !== undefined && <Aside {...props} card={measure} kind="measure" onDone={onDone} />}
    </form>
  );
  return measure === undefined ? (
    <details>
      <summary>{say(words.newMeasure, lang)}</summary>
      {fields}
    </details>
  ) : (
    fields
  );
}
