import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang, type Said } from "../../../ground/words.ts";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { peekAtMeterFile } from "../api.ts";
import { binsOf, type MeterMapping } from "../meter.ts";
import { words } from "./words.ts";

/** Which column is what. Folded away where the meter is known; once said it is kept with the meter. */
export function MeterColumns(props: {
  heading: readonly string[];
  how: Pick<OutputOf<typeof peekAtMeterFile>, "separator" | "headingRow">;
  mapping: MeterMapping | undefined;
  isKnown: boolean;
  onChange: (mapping: MeterMapping) => void;
  lang: Lang;
}) {
  const { heading, mapping, lang, onChange } = props;
  const base = mapping ?? begun(heading, props.how);
  const { rows, time } = base;
  const column = (label: Said, value: string, set: (column: string) => MeterMapping, empty?: string) => (
    <Select
      label={say(label, lang)}
      empty={empty}
      value={value}
      onChange={(chosen) => onChange(set(chosen))}
      options={heading.map((name) => ({ value: name, word: name }))}
    />
  );
  const none = say(words.noColumn, lang);
  return (
    <details open={!props.isKnown}>
      <summary>{say(words.whichColumn, lang)}</summary>
      <div className="stack">
        {column(words.timeColumn, time.column, (name) => ({ ...base, time: { ...time, column: name } }))}
        {column(words.clockColumn, time.clockColumn ?? "", (name) => withClock(base, name), none)}
        <TextField
          label={say(words.timeFormat, lang)}
          guide="yyyy-MM-dd HH:mm:ss"
          value={time.format}
          onChange={(format) => format.trim() !== "" && onChange({ ...base, time: { ...time, format } })}
          short
        />
        {rows.kind === "vehicles" &&
          column(words.speedColumn, rows.speed, (speed) => ({ ...base, rows: { kind: "vehicles", speed } }))}
        {column(words.directionColumn, base.direction ?? "", (name) => withDirection(base, name), none)}
      </div>
    </details>
  );
}

/** Where nothing could be told, something to change. */
function begun(
  heading: readonly string[],
  how: { readonly separator: string; readonly headingRow: number },
): MeterMapping {
  const bins = binsOf(heading);
  return {
    separator: how.separator as MeterMapping["separator"],
    headingRow: how.headingRow,
    time: { column: heading[0]!, format: "yyyy-MM-dd HH:mm:ss" },
    rows:
      bins.length >= 2 ? { kind: "bins", minutes: 60, bins: [...bins] } : { kind: "vehicles", speed: heading.at(-1)! },
  };
}

function withClock(mapping: MeterMapping, clockColumn: string): MeterMapping {
  const { column, format } = mapping.time;
  return { ...mapping, time: { column, format, ...(clockColumn === "" ? {} : { clockColumn }) } };
}

function withDirection({ direction: _direction, ...rest }: MeterMapping, name: string): MeterMapping {
  return name === "" ? rest : { ...rest, direction: name };
}
