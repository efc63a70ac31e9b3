import { type FormEvent, type ReactNode, useState } from "react";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { layAside, noteBreak, noteReading } from "../api.ts";
import { words } from "../words.ts";
import type { Opened } from "./shown.ts";

type Props = {
  readonly opened: Opened;
  readonly partnership: string;
  readonly lang: Lang;
  readonly onDone: () => void;
};
type Sent = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly sentence: string } };

/** A form folded in under what it does; says why not, or that it is saved. */
function Folded(props: {
  readonly summary: string;
  readonly lang: Lang;
  readonly busy: boolean;
  readonly send: () => Promise<Sent | string>;
  readonly children: ReactNode;
}) {
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await props.send();
    const isSaved = typeof result !== "string" && result.ok;
    setSaved(isSaved);
    setRefusal(typeof result === "string" ? result : result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <details>
      <summary>{props.summary}</summary>
      <form className="stack sheet" onSubmit={(event) => void submit(event)}>
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        {saved && <Notice kind="done" level={3} heading={say(words.saved, props.lang)} live />}
        {props.children}
        <div className="row">
          <Button type="submit" busy={props.busy}>
            {say(words.save, props.lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}

const numberIn = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.replace(",", ".")));

/** One's own figure; its interval is reckoned where it can be. */
export function ReadingForm({ opened, partnership, lang, onDone }: Props) {
  const note = useCommand(noteReading);
  const { measure, slug, unit } = opened;
  const [on, setOn] = useState<Day>();
  const [from, setFrom] = useState<Day>();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [low, setLow] = useState("");
  const [high, setHigh] = useState("");
  const [method, setMethod] = useState("");
  const [baseline, setBaseline] = useState(false);
  const [correction, setCorrection] = useState("");
  const [one, other, least, most] = [numberIn(first), numberIn(second), numberIn(low), numberIn(high)];
  const send = async () => {
    if (on === undefined || Number.isNaN(one) || (measure !== "count" && Number.isNaN(other)))
      return say(words.numbersNeeded, lang);
    const figure =
      measure === "share"
        ? { kind: "part" as const, part: one, of: other }
        : measure === "count"
          ? { kind: "count" as const, count: one }
          : {
              kind: "value" as const,
              value: one,
              n: other,
              ...(Number.isNaN(least) ? {} : { low: least }),
              ...(Number.isNaN(most) ? {} : { high: most }),
            };
    const result = await note.run({
      partnership,
      slug,
      on,
      ...(from === undefined ? {} : { from }),
      method,
      baseline,
      correction,
      figure,
    });
    if (result.ok) onDone();
    return result;
  };
  const line = { about: "public" as const, lang, rows: 1 };
  return (
    <Folded summary={say(words.addReading, lang)} lang={lang} busy={note.busy} send={send}>
      {measure === "count" && (
        <DateField label={say(words.breakDay, lang)} value={from ?? ""} onChange={setFrom} max={today()} />
      )}
      <DateField label={say(words.day, lang)} value={on ?? ""} onChange={setOn} max={today()} />
      {measure === "share" && (
        <>
          <TextField label={say(words.part, lang)} value={first} onChange={setFirst} short />
          <TextField label={say(words.whole, lang)} value={second} onChange={setSecond} short />
        </>
      )}
      {measure === "count" && <TextField label={say(words.howMany, lang)} value={first} onChange={setFirst} short />}
      {(measure === "measured" || measure === "rate") && (
        <>
          <TextField label={`${say(words.value, lang)}, ${unit}`} value={first} onChange={setFirst} short />
          <TextField label={say(words.low, lang)} value={low} onChange={setLow} short />
          <TextField label={say(words.high, lang)} value={high} onChange={setHigh} short />
          <TextField label={say(words.basis, lang)} value={second} onChange={setSecond} short />
        </>
      )}
      <PersonLine {...line} label={say(words.howDone, lang)} value={method} onChange={setMethod} />
      {opened.baseline === null && (
        <Checkbox label={say(words.asBaseline, lang)} checked={baseline} onChange={setBaseline} />
      )}
      {opened.readings.length > 0 && (
        <PersonLine {...line} label={say(words.correction, lang)} value={correction} onChange={setCorrection} />
      )}
    </Folded>
  );
}

export function BreakForm({ opened, partnership, lang, onDone }: Props) {
  const note = useCommand(noteBreak);
  const [on, setOn] = useState<Day>();
  const [why, setWhy] = useState("");
  const send = async () => {
    if (on === undefined) return say(words.numbersNeeded, lang);
    const result = await note.run({ partnership, slug: opened.slug, on, why });
    if (result.ok) onDone();
    return result;
  };
  return (
    <Folded summary={say(words.markBreak, lang)} lang={lang} busy={note.busy} send={send}>
      <DateField label={say(words.breakDay, lang)} value={on ?? ""} onChange={setOn} />
      <PersonLine
        about="public"
        lang={lang}
        rows={1}
        label={say(words.breakWhy, lang)}
        guide={say(words.breakGuide, lang)}
        value={why}
        onChange={setWhy}
      />
    </Folded>
  );
}

export function AsideForm({ opened, partnership, lang, onDone }: Props) {
  const lay = useCommand(layAside);
  const [reason, setReason] = useState("");
  const send = async () => {
    const result = await lay.run({ partnership, slug: opened.slug, reason });
    if (result.ok) onDone();
    return result;
  };
  return (
    <Folded summary={say(words.layAside, lang)} lang={lang} busy={lay.busy} send={send}>
      <PersonLine
        about="public"
        lang={lang}
        rows={1}
        label={say(words.reason, lang)}
        value={reason}
        onChange={setReason}
      />
    </Folded>
  );
}
