import { type FormEvent, useState } from "react";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { beginIndicator, listFigures, type listIndicators } from "../api.ts";
import { FROM_KINDS, type FromKind, isControlDependent } from "../indicator.ts";
import { COLUMNS, type Column, type Measure, WANTED, type Wanted } from "../outcome.ts";
import { columns, columnTexts, fromWords, wantedWords, words } from "../words.ts";
import type { Proposed } from "./shown.ts";

type Promises = OutputOf<typeof listIndicators>["promises"];
type Known = OutputOf<typeof listFigures>;
type Props = ScreenProps & { readonly promises: Promises; readonly onClose: () => void };

/** What is asked for, once: which promise, from where. The rest is proposed from what was chosen. */
export function BeginForm(props: Props) {
  const known = useAnswer(listFigures, { partnership: props.partnership });
  return (
    <Asked answer={known} lang={props.lang}>
      {(value) => <Form {...props} known={value} />}
    </Asked>
  );
}

/** So many of a long list are shown before one has searched. */
const MOST = 60;
const keyOf = ({ kind, key }: Pick<Proposed, "kind" | "key">) => `${kind} ${key}`;

function Form({ promises, known, partnership, lang, go, onClose }: Props & { known: Known }) {
  const run = useCommand(beginIndicator);
  const [pledgeId, setPledgeId] = useState("");
  const [kind, setKind] = useState<FromKind | "promised">("promised");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState("");
  const [name, setName] = useState("");
  const [unit, setUnit] = useState("");
  const [column, setColumn] = useState<Column>("outcome");
  const [measure, setMeasure] = useState<Measure>("share");
  const [wanted, setWanted] = useState<Wanted>("down");
  const [baselineOn, setBaselineOn] = useState("");
  const [target, setTarget] = useState("");
  const [by, setBy] = useState<Day>();
  const [control, setControl] = useState(false);
  const [tell, setTell] = useState(true);
  const [beside, setBeside] = useState("");
  const [refusal, setRefusal] = useState<string>();

  const promised = known.promised.filter((one) => one.pledgeId === pledgeId);
  const all: readonly Proposed[] = kind === "promised" ? promised : known.figures.filter((one) => one.kind === kind);
  const sought = search.trim().toLowerCase().split(/\s+/);
  const shown = all.filter(({ name: one }) => sought.every((word) => one.toLowerCase().includes(word))).slice(0, MOST);
  const figures = all.find((one) => keyOf(one) === chosen);
  const standing = promises.flatMap(({ pledges }) => pledges.flatMap(({ indicators }) => indicators));

  const choose = (key: string) => {
    const found = all.find((one) => keyOf(one) === key);
    setChosen(key);
    if (found === undefined) return;
    const said = known.promised.find((one) => kind === "promised" && one.pledgeId === pledgeId && keyOf(one) === key);
    setName(found.name);
    setUnit(found.unit);
    setColumn(found.column);
    setMeasure(found.measure);
    setControl(found.controlDependent);
    setBaselineOn("");
    setTarget(found.goal === null ? "" : String(found.goal));
    if (found.kind === "log") setWanted("up");
    if (said !== undefined) {
      setWanted(said.wanted);
    }
  };
  const changeName = (text: string) => {
    setName(text);
    if (kind === "own") setControl(isControlDependent(text, column));
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (pledgeId === "") return setRefusal(say(words.choosePledge, lang));
    if (kind !== "own" && figures === undefined) return setRefusal(say(words.chooseFigures, lang));
    const value = Number(target.replace(",", "."));
    const from = figures === undefined ? { kind: "own" as const, key: "" } : { kind: figures.kind, key: figures.key };
    const result = await run.run({
      partnership,
      pledgeId,
      from,
      name,
      unit,
      column,
      measure,
      wanted,
      controlDependent: control,
      tell,
      ...(baselineOn === "" ? {} : { baselineOn }),
      ...(target.trim() === "" || Number.isNaN(value)
        ? {}
        : { target: { value, ...(by === undefined ? {} : { by }) } }),
      ...(beside === "" ? {} : { beside }),
    });
    if (result.ok) go(`/folj-upp/${partnership}/matt-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };

  const ready = kind === "own" || figures !== undefined;
  const asksFigures = kind === "own" || figures?.kind === "own";
  return (
    <form className="stack measure sheet" onSubmit={(event) => void send(event)}>
      <h2>{say(words.begin, lang)}</h2>
      <p>{say(words.beginText, lang)}</p>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <Select
        label={say(words.whichPledge, lang)}
        empty={say(words.choose, lang)}
        value={pledgeId}
        onChange={setPledgeId}
        options={promises.flatMap(({ title, pledges }) =>
          pledges.map(({ id, order, text }) => ({ value: id, word: `${order}. ${text}`, group: title })),
        )}
      />
      <Select
        label={say(words.fromWhere, lang)}
        value={kind}
        onChange={(value) => {
          setKind(value as FromKind | "promised");
          setChosen("");
          setSearch("");
        }}
        options={[
          { value: "promised", word: say(words.proposed, lang) },
          ...FROM_KINDS.filter((one) => one !== "events").map((value) => ({
            value,
            word: say(fromWords[value], lang),
          })),
        ]}
      />
      {kind !== "own" && (
        <>
          {all.length > 8 && (
            <TextField label={say(words.search, lang)} type="search" value={search} onChange={setSearch} />
          )}
          <Select
            label={say(words.chooseWhat, lang)}
            empty={say(words.choose, lang)}
            value={chosen}
            onChange={choose}
            options={shown.map((one) => ({
              value: keyOf(one),
              word: `${one.name} (${one.unit === "" ? "" : `${one.unit}, `}${say(words.figures, lang, { count: one.days.length })})`,
              group: kind === "promised" ? say(words.proposedText, lang) : one.source,
            }))}
          />
        </>
      )}
      {ready && (
        <>
          <PersonLine
            about="public"
            lang={lang}
            label={say(words.name, lang)}
            value={name}
            onChange={changeName}
            rows={1}
          />
          {asksFigures && (
            <>
              <TextField label={say(words.unit, lang)} value={unit} onChange={setUnit} short />
              <ChoiceGroup
                label={say(words.measureHow, lang)}
                columns={1}
                value={measure}
                onChange={(value) => setMeasure(value as Measure)}
                options={(["share", "count", "measured"] as const).map((value) => ({
                  value,
                  word: say(words[value], lang),
                }))}
              />
            </>
          )}
          <ChoiceGroup
            label={say(words.kind, lang)}
            columns={1}
            value={column}
            onChange={(value) => setColumn(value as Column)}
            options={COLUMNS.map((value) => ({
              value,
              word: `${say(columns[value], lang)}: ${say(columnTexts[value], lang).toLowerCase()}`,
            }))}
          />
          <ChoiceGroup
            label={say(words.whatWanted, lang)}
            columns={1}
            value={wanted}
            onChange={(value) => setWanted(value as Wanted)}
            options={WANTED.map((value) => ({ value, word: say(wantedWords[value], lang) }))}
          />
          {figures !== undefined && figures.days.length > 0 && (
            <Select
              label={say(words.baselineDay, lang)}
              guide={say(words.baselineGuide, lang)}
              empty={say(words.choose, lang)}
              value={baselineOn}
              onChange={setBaselineOn}
              options={figures.days.map(({ on, value }) => ({
                value: on,
                word: `${formatDay(on, lang)}: ${formatNumber(value, lang)} ${figures.unit}`,
              }))}
            />
          )}
          <TextField
            label={say(words.targetValue, lang)}
            optional={say(words.optional, lang)}
            value={target}
            onChange={setTarget}
            short
          />
          {target.trim() !== "" && (
            <DateField label={say(words.targetDay, lang)} value={by ?? ""} onChange={setBy} min={today()} />
          )}
          {standing.length > 0 && (
            <Select
              label={say(words.besideWhich, lang)}
              guide={say(words.besideGuide, lang)}
              empty={say(words.notMeasured, lang)}
              value={beside}
              onChange={setBeside}
              options={standing
                .filter((one) => one.column !== "output" && one.column !== column)
                .map(({ slug, name: word }) => ({ value: slug, word }))}
            />
          )}
          <Checkbox
            label={say(words.control, lang)}
            guide={say(words.controlText, lang)}
            checked={control}
            onChange={setControl}
          />
          <Checkbox
            label={say(words.tell, lang)}
            guide={say(words.tellGuide, lang)}
            checked={tell}
            onChange={setTell}
          />
        </>
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={run.busy}>
          {say(words.beginNow, lang)}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}
