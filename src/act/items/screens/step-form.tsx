import { type FormEvent, useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import { managers } from "../../../collect/words.ts";
import { addMonths, type Day } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { termEndsIn } from "../../../pledge/terms.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { takeStep } from "../api.ts";
import { type NewStep, OUTSIDE, type Outside, type StepKind } from "../item.ts";
import { steps as stepWords, words } from "../words.ts";
import type { Opened } from "./shown.ts";

const SENTENCES = {
  done: words.doneSentence,
  verified: words.lookSentence,
  "not-done": words.lookSentence,
  "fed-back": words.toldSentence,
} as const;
/** How far ahead a season is offered. */
const MONTHS_AHEAD = 30;

/** What is asked for one step, and nothing else. */
export function StepForm(props: {
  readonly kind: StepKind;
  readonly item: Opened;
  readonly partnership: string;
  readonly lang: Lang;
  readonly onClose: (saved: boolean) => void;
}) {
  const { kind, item, partnership, lang, onClose } = props;
  const take = useCommand(takeStep);
  const [on, setOn] = useState<Day | undefined>(kind === "planned" ? undefined : today());
  const [season, setSeason] = useState("");
  const [text, setText] = useState("");
  const [to, setTo] = useState<Outside>(OUTSIDE.find((one) => one !== item.manager)!);
  const [of, setOf] = useState("");
  const [walkId, setWalkId] = useState("");
  const [refusal, setRefusal] = useState<{ sentence: string; field?: string | undefined }>();
  const ends = kind === "planned" ? termEndsIn(today(), addMonths(today(), MONTHS_AHEAD)) : [];
  const walk = item.walks.find(({ id }) => id === walkId);

  const stepSaid = (): NewStep | undefined => {
    switch (kind) {
      case "planned": {
        const by = season === "" ? on : (season as Day);
        return by && { kind, by, inSeason: season !== "" };
      }
      case "underway":
        return { kind };
      case "done":
      case "fed-back":
        return on && { kind, on, sentence: text };
      case "verified":
      case "not-done":
        if (walk !== undefined) return { kind, on: walk.on, sentence: text, walkId };
        return on && { kind, on, sentence: text };
      case "declined":
      case "taken-up":
        return { kind, reason: text };
      case "forwarded":
        return { kind, reason: text, to };
      case "duplicate":
        return of === "" ? undefined : { kind, of };
    }
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const step = stepSaid();
    if (step === undefined)
      return setRefusal({ sentence: say(kind === "duplicate" ? words.chooseItem : words.dayMissing, lang) });
    const result = await take.run({ partnership, id: item.id, step: step as never });
    if (result.ok) onClose(true);
    else setRefusal({ sentence: result.refusal.sentence, field: result.refusal.field });
  };

  const errorAt = (field: string) => (refusal?.field === field ? refusal.sentence : undefined);
  const isSaidAtField = ["sentence", "reason"].includes(refusal?.field ?? "");
  const looks = kind === "verified" || kind === "not-done";
  return (
    <form className="stack measure sheet" onSubmit={(event) => void send(event)}>
      <h3>{say(stepWords[kind], lang)}</h3>
      {refusal !== undefined && !isSaidAtField && <Notice kind="error" level={3} heading={refusal.sentence} live />}
      {ends.length > 0 && (
        <Select
          label={say(words.atLatest, lang)}
          empty={say(words.aDay, lang)}
          value={season}
          onChange={setSeason}
          options={ends.map((end) => ({
            value: end.day,
            word: `${say(end, lang)} (${say(words.by, lang, { day: formatDay(end.day, lang) })})`,
          }))}
        />
      )}
      {looks && item.walks.length > 0 && (
        <ChoiceGroup
          label={say(words.howLooked, lang)}
          columns={1}
          value={walkId}
          onChange={setWalkId}
          options={[
            { value: "", word: say(words.byGoing, lang) },
            ...item.walks.map(({ id, title, on: day }) => ({
              value: id,
              word: say(words.onWalk, lang, { title, day: formatDay(day, lang) }),
            })),
          ]}
        />
      )}
      {((kind === "planned" && season === "") || (kind in SENTENCES && walk === undefined)) && (
        <DateField
          label={say(kind === "planned" ? words.day : words.whichDay, lang)}
          value={on ?? ""}
          onChange={setOn}
          {...(kind === "planned" ? { min: today() } : { max: today() })}
        />
      )}
      {kind === "forwarded" && (
        <Select
          label={say(words.toWhom, lang)}
          value={to}
          onChange={(value) => setTo(value as Outside)}
          options={OUTSIDE.filter((one) => one !== item.manager).map((value) => ({
            value,
            word: say(managers[value], lang),
          }))}
        />
      )}
      {kind === "duplicate" && (
        <Select
          label={say(words.sameAs, lang)}
          empty={say(words.chooseItem, lang)}
          value={of}
          onChange={setOf}
          options={item.others.map(({ id, said }) => ({ value: id, word: said }))}
        />
      )}
      {kind in SENTENCES && (
        <PersonText
          about="public"
          lang={lang}
          label={say(SENTENCES[kind as keyof typeof SENTENCES], lang)}
          guide={say(words.sentenceGuide, lang)}
          value={text}
          onChange={setText}
          rows={2}
          error={errorAt("sentence")}
          {...(kind === "verified" ? { optional: say(words.optional, lang) } : {})}
        />
      )}
      {["declined", "forwarded", "taken-up"].includes(kind) && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.reason, lang)}
          guide={say(words.sentenceGuide, lang)}
          value={text}
          onChange={setText}
          rows={2}
          error={errorAt("reason")}
        />
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={take.busy}>
          {say(words.save, lang)}
        </Button>
        <Button kind="bare" onPress={() => onClose(false)}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}
