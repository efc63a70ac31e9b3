import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Day, dayOf, type Instant, monthOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay, formatMonth, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { Select } from "../../../ui/select.tsx";
import { layMeasurement, peekAtMeterFile } from "../api.ts";
import type { Measuring } from "../flags.ts";
import { METER_METHODS, type MeterMapping, type MeterMethod } from "../meter.ts";
import { meterMethods, oddities } from "../words.ts";
import { MeterColumns } from "./meter-columns.tsx";
import { words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Peeked = OutputOf<typeof peekAtMeterFile>;

/** A radar's file is dropped, the meter is known again, the odd rows are shown, and it is reckoned. */
export function FileForm(props: {
  partnership: string;
  number: number;
  direction: string;
  /** A road to compare with is measured, and not the stretch. */
  road?: { readonly name: string; readonly limit: number | undefined };
  lang: Lang;
}) {
  const { partnership, number, road, lang } = props;
  const peek = useCommand(peekAtMeterFile);
  const lay = useCommand(layMeasurement);
  const [file, setFile] = useState<File>();
  const [peeked, setPeeked] = useState<Peeked>();
  const [mapping, setMapping] = useState<MeterMapping>();
  const [name, setName] = useState("");
  const [method, setMethod] = useState<MeterMethod>("radar");
  const [isLit, setIsLit] = useState(false);
  const [direction, setDirection] = useState(props.direction);
  const [schoolBreak, setSchoolBreak] = useState<Measuring["schoolBreak"]>("as-usual");
  const [refusal, setRefusal] = useState<string>();
  const [roadName, setRoadName] = useState(road?.name ?? "");
  const [roadLimit, setRoadLimit] = useState(road?.limit);

  const look = async (chosen: File, by?: MeterMapping) => {
    const asked = by === undefined ? {} : { mapping: JSON.stringify(by) };
    const result = await peek.run({ partnership, number, ...asked }, chosen);
    if (!result.ok) return setRefusal(result.refusal.sentence);
    setPeeked(result.value);
    setMapping(result.value.mapping);
    const { meter } = result.value;
    if (by !== undefined || meter === undefined) return;
    setName(meter.name);
    setMethod(meter.method);
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPeeked(undefined);
    setRefusal(undefined);
    if (chosen !== undefined) void look(chosen);
  };
  const send = async () => {
    if (file === undefined || mapping === undefined) return;
    const beside = road === undefined ? {} : { comparisonRoad: roadName, comparisonLimit: roadLimit };
    const said = { fileName: file.name, meterName: name, method, direction, schoolBreak, ...beside };
    const display = isLit ? "lit" : "dark";
    const result = await lay.run({ partnership, number, ...said, display, mapping: JSON.stringify(mapping) }, file);
    if (!result.ok) setRefusal(result.refusal.sentence);
  };

  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {road !== undefined && (
        <>
          <p className="quiet">{say(words.layRoadText, lang)}</p>
          <PersonLine
            about="place"
            lang={lang}
            label={say(words.roadName, lang)}
            guide={say(words.stretchGuide, lang)}
            value={roadName}
            onChange={setRoadName}
            required
          />
          <NumberStepper
            lang={lang}
            label={say(words.roadLimit, lang)}
            value={roadLimit}
            onChange={setRoadLimit}
            min={5}
            max={120}
            step={5}
          />
        </>
      )}
      <FileField
        label={say(words.file, lang)}
        guide={say(words.fileGuide, lang)}
        accept=".csv,.txt,.tsv,.gz"
        onChange={(files) => choose(files[0])}
      />
      {peeked !== undefined && file !== undefined && (
        <>
          <Known peeked={peeked} lang={lang} />
          <Beginning peeked={peeked} lang={lang} />
          <MeterColumns
            heading={peeked.heading}
            how={peeked}
            mapping={mapping}
            isKnown={peeked.meter !== undefined}
            onChange={(changed) => {
              setMapping(changed);
              void look(file, changed);
            }}
            lang={lang}
          />
          <PersonLine
            about="matter"
            lang={lang}
            label={say(words.meterName, lang)}
            value={name}
            onChange={setName}
            required
          />
          <Select
            label={say(words.method, lang)}
            value={method}
            onChange={(value) => {
              setMethod(value as MeterMethod);
              setIsLit(value === "display");
            }}
            options={METER_METHODS.map((value) => ({ value, word: say(meterMethods[value], lang) }))}
          />
          <Checkbox label={say(words.displayLit, lang)} checked={isLit} onChange={setIsLit} />
          <PersonLine
            about="place"
            lang={lang}
            label={say(words.measuredDirection, lang)}
            guide={say(words.directionGuide, lang)}
            value={direction}
            onChange={setDirection}
          />
          <ChoiceGroup
            label={say(words.schoolBreak, lang)}
            value={schoolBreak}
            onChange={(value) => setSchoolBreak(value as Measuring["schoolBreak"])}
            options={[
              { value: "as-usual", word: say(words.asUsual, lang) },
              { value: "none", word: say(words.noBreak, lang) },
              { value: "yes", word: say(words.yesBreak, lang) },
            ]}
          />
        </>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {mapping !== undefined && peeked !== undefined && (
        <Button type="submit" kind="main" busy={lay.busy}>
          {say(words.reckon, lang)}
        </Button>
      )}
    </form>
  );
}

/** «Samma format som i maj», or that the meter is new. */
function Known({ peeked: { meter, mapping }, lang }: { peeked: Peeked; lang: Lang }) {
  if (meter !== undefined) {
    const month = formatMonth(monthOf(meter.lastUsedOn as Day), lang).replace(/ \d{4}$/, "");
    return <Notice kind="done" level={3} heading={say(words.sameFormat, lang, { month })} text={meter.name} live />;
  }
  const heading = say(mapping === undefined ? words.notGuessed : words.newFormat, lang);
  return <Notice kind="advice" level={3} heading={heading} live />;
}

function Beginning({ peeked, lang }: { peeked: Peeked; lang: Lang }) {
  const { read, mapping } = peeked;
  return (
    <>
      <DataTable<{ readonly cells: readonly string[]; readonly place: number }>
        caption={say(words.beginning, lang)}
        rows={peeked.rows.map((cells, place) => ({ cells, place }))}
        rowKey={({ place }) => String(place)}
        columns={peeked.heading.map((head, place) => ({ head, cell: (row) => row.cells[place] ?? "" }))}
      />
      {mapping?.rows.kind === "bins" && (
        <p>{say(words.binsHow, lang, { count: mapping.rows.bins.length, minutes: mapping.rows.minutes })}</p>
      )}
      {read !== undefined && <Read read={read} lang={lang} />}
    </>
  );
}

function Read({ read, lang }: { read: NonNullable<Peeked["read"]>; lang: Lang }) {
  if (read.from === undefined || read.to === undefined) return <p>{say(words.readNothing, lang)}</p>;
  const told = {
    rows: formatNumber(read.rows, lang),
    vehicles: formatNumber(read.vehicles, lang),
    from: formatDay(dayOf(read.from as Instant), lang),
    to: formatDay(dayOf(read.to as Instant), lang),
  };
  return (
    <>
      <p>{say(words.readHow, lang, told)}</p>
      {read.withoutSpeed > 0 && <p>{say(words.without, lang, { count: read.withoutSpeed })}</p>}
      {read.oddCount > 0 && (
        <>
          <p className="strong">{say(words.oddOnes, lang, { count: read.oddCount })}</p>
          <ul className="list">
            {read.odd.map(({ line, what, read: stood }) => (
              <li key={line}>{say(oddities[what], lang, { line, read: stood })}</li>
            ))}
            {read.oddCount > read.odd.length && (
              <li>{say(words.andMore, lang, { count: formatNumber(read.oddCount - read.odd.length, lang) })}</li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
