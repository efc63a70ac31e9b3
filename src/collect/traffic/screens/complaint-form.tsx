import { useState } from "react";
import type { Day, Weekday } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { covered, personsIn } from "../../person-in-text.ts";
import { listThreads, takeInComplaint } from "../api.ts";
import { CAME_BY, COMPLAINT_KINDS, type ComplaintKind } from "../complaint.ts";
import { cameBy, complaintKinds } from "../words.ts";
import { weekdayWords, words } from "./words.ts";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";

/** /lyssna/<p>/trafik-ny: what came by telephone, e-mail or over the counter, in two minutes. */
export function ComplaintFormScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  const known = useAnswer(listThreads, { partnership });
  const take = useCommand(takeInComplaint);
  const [draft, setDraft] = useState({ stretch: "", direction: "", effect: "", proposal: "", registryNumber: "" });
  const [kind, setKind] = useState<ComplaintKind>("speed");
  const [came, setCame] = useState<(typeof CAME_BY)[number]>("phone");
  const [day, setDay] = useState<Day>();
  const [weekdays, setWeekdays] = useState<readonly string[]>([]);
  const [hours, setHours] = useState<{ from: number | undefined; to: number | undefined }>({ from: 0, to: 24 });
  const [refusal, setRefusal] = useState<string>();
  const set = (field: keyof typeof draft) => (text: string) => setDraft({ ...draft, [field]: text });
  const open = known.state === "answered" ? known.value.threads.filter(({ state }) => state !== "answered") : [];

  const send = async () => {
    if (day === undefined) return setRefusal(say(words.dayNeeded, lang));
    const { stretch, ...said } = draft;
    const result = await take.run({
      partnership,
      ...said,
      stretch: { kind: "area", name: stretch },
      kind,
      cameBy: came,
      receivedOn: day,
      weekdays: weekdays.map((weekday) => Number(weekday) as Weekday),
      fromHour: hours.from ?? 0,
      toHour: hours.to ?? 24,
    });
    if (result.ok) return go(`/lyssna/${partnership}/trafik-${result.value.number}`);
    setRefusal(result.refusal.sentence);
    // The registration number is taken away here, as the sentence says.
    if (result.refusal.why === "plate-belongs-with-police")
      setDraft({ ...draft, effect: withoutPlate(draft.effect), proposal: withoutPlate(draft.proposal) });
  };

  return (
    <>
      <PageHeading heading={say(words.takeIn, lang)} over={partnershipName} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PersonLine
          about="place"
          lang={lang}
          label={say(words.stretch, lang)}
          guide={say(words.stretchGuide, lang)}
          value={draft.stretch}
          onChange={set("stretch")}
          required
        />
        {open.length > 0 && (
          <Select
            label={say(words.knownStretch, lang)}
            empty={say(words.newStretch, lang)}
            value={open.some(({ stretch }) => stretch.name === draft.stretch) ? draft.stretch : ""}
            onChange={set("stretch")}
            options={open.map(({ stretch }) => ({ value: stretch.name, word: stretch.name }))}
          />
        )}
        <Select
          label={say(words.what, lang)}
          value={kind}
          onChange={(value) => setKind(value as ComplaintKind)}
          options={COMPLAINT_KINDS.map((value) => ({ value, word: say(complaintKinds[value], lang) }))}
        />
        <PersonLine
          about="place"
          lang={lang}
          label={say(words.direction, lang)}
          guide={say(words.directionGuide, lang)}
          value={draft.direction}
          onChange={set("direction")}
        />
        <ChoiceGroup
          label={say(words.when, lang)}
          many
          columns={2}
          value={weekdays}
          onChange={setWeekdays}
          options={weekdayWords.map((word, place) => ({ value: String(place + 1), word: say(word, lang) }))}
        />
        <NumberStepper
          lang={lang}
          label={say(words.fromHour, lang)}
          value={hours.from}
          onChange={(from) => setHours({ ...hours, from })}
          max={23}
        />
        <NumberStepper
          lang={lang}
          label={say(words.toHour, lang)}
          value={hours.to}
          onChange={(to) => setHours({ ...hours, to })}
          min={1}
          max={24}
        />
        <PersonText
          about="note"
          lang={lang}
          label={say(words.effect, lang)}
          guide={say(words.effectGuide, lang)}
          value={draft.effect}
          onChange={set("effect")}
        />
        <PersonText
          about="proposal"
          lang={lang}
          label={say(words.proposal, lang)}
          optional={say(words.optional, lang)}
          value={draft.proposal}
          onChange={set("proposal")}
          rows={2}
        />
        <ChoiceGroup
          label={say(words.cameBy, lang)}
          columns={2}
          value={came}
          onChange={(value) => setCame(value as typeof came)}
          options={CAME_BY.map((value) => ({ value, word: say(cameBy[value], lang) }))}
        />
        <DateField label={say(words.receivedOn, lang)} value={day ?? ""} onChange={setDay} />
        <TextField
          label={say(words.registryNumber, lang)}
          guide={say(words.registryGuide, lang)}
          optional={say(words.optional, lang)}
          value={draft.registryNumber}
          onChange={set("registryNumber")}
        />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <Button type="submit" kind="main" busy={take.busy}>
          {say(words.save, lang)}
        </Button>
      </form>
    </>
  );
}

function withoutPlate(text: string): string {
  return covered(
    text,
    personsIn(text).filter(({ kind }) => kind === "plate"),
  );
}
