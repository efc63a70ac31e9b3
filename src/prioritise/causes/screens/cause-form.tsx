import { useEffect, useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { PersonLine, PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import {
  INFLUENCERS,
  type Influencer,
  PERSPECTIVES,
  type Perspective,
  STRENGTHS,
  type Strength,
} from "../../problem.ts";
import { influencers, perspectives, strengths, words as problemWords } from "../../words.ts";
import { changeCause, noteCause } from "../api.ts";
import { DEGREES, type Degree, HORIZONS, type Horizon } from "../cause.ts";
import { degrees, horizons, words } from "../words.ts";
import type { Analysed, Card } from "./read-analysis.ts";
import { Aside } from "./aside.tsx";

/** A new card, or one that is changed: two fields are enough, the rest can be judged later. */
export function CauseForm(props: ScreenProps & { problem: Analysed; card: Card | undefined; onDone: () => void }) {
  const { partnership, lang, problem, card, onDone } = props;
  const [text, setText] = useState(card?.text ?? "");
  const [perspective, setPerspective] = useState<Perspective>(card?.perspective ?? "situation");
  const [influenceableBy, setInfluence] = useState<Influencer>(card?.influenceableBy ?? "both");
  const [strength, setStrength] = useState<Strength | "">(card?.strength ?? "");
  const [degree, setDegree] = useState<Degree | "">(card?.degree ?? "");
  const [horizon, setHorizon] = useState<Horizon | "">(card?.horizon ?? "");
  const [unknown, setUnknown] = useState(card?.unknown ?? "");
  const [evidenceIds, setEvidence] = useState<readonly string[]>(card?.evidenceIds ?? []);
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const note = useCommand(noteCause);
  const change = useCommand(changeCause);
  const form = useRef<HTMLFormElement>(null);
  // Whoever pressed «Ändra» in the drawing is taken to the fields.
  useEffect(() => {
    if (card !== undefined) form.current?.focus();
  }, [card]);
  const send = async () => {
    const said = {
      partnership,
      id: problem.id,
      perspective,
      text,
      influenceableBy,
      unknown,
      evidenceIds: [...evidenceIds],
      ...(strength === "" ? {} : { strength }),
      // Nobody can influence it, so it is not asked how much.
      ...(degree === "" || influenceableBy === "nobody" ? {} : { degree }),
      ...(horizon === "" ? {} : { horizon }),
    };
    const result =
      card === undefined
        ? await note.run(said)
        : await change.run({ ...said, causeId: card.id, version: card.version });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setSaved(result.ok);
    if (!result.ok) return;
    if (card !== undefined) return onDone();
    setText("");
    setStrength("");
    setDegree("");
    setHorizon("");
    setUnknown("");
    setEvidence([]);
  };
  const choice = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, word: word(value) }));
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
      {card !== undefined && <h3>{say(words.changeCause, lang)}</h3>}
      <PersonLine
        label={say(problemWords.cause, lang)}
        about="matter"
        lang={lang}
        value={text}
        onChange={(value) => {
          setText(value);
          setSaved(false);
        }}
        required
      />
      <Select
        label={say(problemWords.perspective, lang)}
        value={perspective}
        onChange={(value) => setPerspective(value as Perspective)}
        options={choice(PERSPECTIVES, (value) => say(perspectives[value], lang))}
      />
      <Select
        label={say(problemWords.influence, lang)}
        value={influenceableBy}
        onChange={(value) => setInfluence(value as Influencer)}
        options={choice(INFLUENCERS, (value) => say(influencers[value], lang))}
      />
      <details open={card !== undefined}>
        <summary>{say(words.more, lang)}</summary>
        <div className="stack">
          <div className="split-even">
            <Select
              label={say(words.support, lang)}
              empty={say(words.notJudged, lang)}
              value={strength}
              onChange={(value) => setStrength(value as Strength | "")}
              options={choice(STRENGTHS, (value) => say(strengths[value], lang))}
            />
            <Select
              label={say(words.howMuch, lang)}
              empty={say(words.notJudged, lang)}
              value={influenceableBy === "nobody" ? "" : degree}
              onChange={(value) => setDegree(value as Degree | "")}
              options={influenceableBy === "nobody" ? [] : choice(DEGREES, (value) => say(degrees[value], lang))}
            />
          </div>
          <Select
            label={say(words.howSoon, lang)}
            empty={say(words.notJudged, lang)}
            value={horizon}
            onChange={(value) => setHorizon(value as Horizon | "")}
            options={choice(HORIZONS, (value) => say(horizons[value], lang))}
          />
          <ChoiceGroup
            many
            columns={1}
            label={say(words.restsOn, lang)}
            value={evidenceIds}
            onChange={setEvidence}
            options={problem.evidence
              .filter(({ caption }) => caption !== "")
              .map(({ id, caption }) => ({ value: id, word: caption }))}
          />
          <PersonText
            label={say(words.unknown, lang)}
            guide={say(words.unknownGuide, lang)}
            about="matter"
            lang={lang}
            rows={2}
            value={unknown}
            onChange={setUnknown}
          />
        </div>
      </details>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {saved && <Notice kind="done" level={3} heading={say(words.savedCause, lang)} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={note.busy || change.busy}>
          {say(card === undefined ? problemWords.addCause : words.save, lang)}
        </Button>
        {card !== undefined && <Button onPress={onDone}>{say(words.leave, lang)}</Button>}
      </div>
      {card !== undefined && <Aside {...props} card={card} kind="cause" onDone={onDone} />}
    </form>
  );
  return card === undefined ? (
    <details>
      <summary>{say(words.newCause, lang)}</summary>
      {fields}
    </details>
  ) : (
    fields
  );
}
