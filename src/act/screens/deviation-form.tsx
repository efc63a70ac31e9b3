import { useState } from "react";
import type { Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { newDeviceId, today } from "../../platform/browser/device.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { noteDeviation } from "../api.ts";
import { CAUSES, type Cause, type NewDeviation, type Next, refusedDeviation } from "../deviation.ts";
import { causes, words } from "../words.ts";
import { useKeeping } from "./act-phone.tsx";
import { type FormProps, sentenceOf } from "./log-form.tsx";
import { sayDeviation } from "./said.ts";
import { deviationIn } from "./waiting.ts";

type Kind = Next["kind"];

/** What did not happen: the cause, one sentence that everybody reads, and what comes now. `moves`: there is a new time. */
export function DeviationForm({ activity, partnership, lang, mending, close, moves }: FormProps & { moves: boolean }) {
  const before: Partial<NewDeviation> = mending === undefined ? {} : deviationIn(mending);
  const [on, setOn] = useState<Day | undefined>(before.on ?? today());
  const [cause, setCause] = useState<Cause | undefined>(before.cause);
  const [sentence, setSentence] = useState(before.sentence ?? "");
  const [kind, setKind] = useState<Kind | undefined>(before.next?.kind ?? (moves ? "new-day" : undefined));
  const [newDay, setNewDay] = useState<Day | undefined>(before.next?.kind === "new-day" ? before.next.day : undefined);
  const [because, setBecause] = useState(before.next?.kind === "none" ? before.next.because : "");
  const [refused, setRefused] = useState<string>();
  const { keepOnPhone, busy } = useKeeping(mending);
  const next: Next | undefined =
    kind === "none"
      ? { kind, because }
      : kind === "new-day" && newDay !== undefined
        ? { kind, day: newDay }
        : undefined;
  const save = async () => {
    if (busy) return;
    if (cause === undefined) return setRefused(say(words.chooseCause, lang));
    if (next === undefined) return setRefused(say(kind === undefined ? words.chooseNext : words.chooseNewDay, lang));
    const id = mending?.id ?? newDeviceId();
    const deviation = { id, on: on ?? today(), cause, sentence, unitName: activity.unit, next };
    const no = refusedDeviation(deviation, today());
    if (no !== undefined) return setRefused(sentenceOf(no, lang));
    const input = { partnership, activityId: activity.id, deviation };
    if (!(await keepOnPhone({ endpoint: noteDeviation, id, input }))) return setRefused(say(words.phoneFull, lang));
    close(id);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ChoiceGroup
        label={say(words.whyNot, lang)}
        value={cause ?? ""}
        onChange={(value) => setCause(value as Cause)}
        options={CAUSES.map((value) => ({ value, word: say(causes[value], lang) }))}
        columns={2}
      />
      <TextField label={say(words.sentence, lang)} value={sentence} onChange={setSentence} required />
      <ChoiceGroup
        label={say(words.next, lang)}
        value={kind ?? ""}
        onChange={(value) => setKind(value as Kind)}
        options={[
          { value: "new-day", word: say(words.newTime, lang) },
          { value: "none", word: say(words.noneNewTime, lang) },
        ]}
        columns={2}
      />
      {kind === "new-day" && (
        <DateField label={say(words.newDay, lang)} value={newDay ?? ""} onChange={setNewDay} min={today()} />
      )}
      {kind === "none" && <TextField label={say(words.because, lang)} value={because} onChange={setBecause} />}
      <DateField label={say(words.dayMissed, lang)} value={on ?? ""} onChange={setOn} max={today()} />
      <div aria-live="polite" className="stack-tight">
        <p className="strong">{say(words.preview, lang)}</p>
        <p className="word" lang="sv">
          {sentence.trim() === "" ? "…" : sayDeviation({ on: on ?? today(), sentence, next }, "sv")}
        </p>
      </div>
      {refused !== undefined && <Notice kind="error" heading={refused} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={busy}>
          {say(words.save, lang)}
        </Button>
        <Button kind="bare" onPress={() => close()}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}
