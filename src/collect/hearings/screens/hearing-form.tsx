import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { listHearings, noteHearing } from "../api.ts";
import { ACTOR_KINDS, type ActorKind, type Reading, READINGS, WHOLE_AREA } from "../hearing.ts";
import { actorKinds, readings } from "../words.ts";
import { saidIn, sayingOn, ThemeFields, WishFields } from "./said-fields.tsx";
import { words } from "./words.ts";

const OTHER = "annat";

/** /lyssna/<p>/ny-horanderunda: five minutes after the talk; the kind of actor is chosen, who it was is not asked. */
export function HearingFormScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  const listed = useAnswer(listHearings, { partnership });
  const note = useCommand(noteHearing);
  const [actorKind, setActorKind] = useState<ActorKind>("trade");
  const [area, setArea] = useState(WHOLE_AREA);
  const [other, setOther] = useState("");
  const [actors, setActors] = useState<number>();
  const [does, setDoes] = useState("");
  const [reading, setReading] = useState<Reading>("own");
  const [said, setSaid] = useState(() => sayingOn(today()));
  const [refusal, setRefusal] = useState<{ why: string; sentence: string }>();
  const heard = listed.state === "answered" ? listed.value : undefined;
  const areas = [...new Set([...(heard?.villages ?? []), ...(heard?.areas ?? []).map((one) => one.area)])];
  const where = area === OTHER ? other.trim() : area;
  const known = heard?.areas.find((one) => one.actorKind === actorKind && one.area === where);
  const send = async (anyway = false) => {
    const result = await note.run({
      partnership,
      actorKind,
      area: where,
      does,
      reading,
      anyway,
      ...saidIn(said),
      ...(where === WHOLE_AREA || actors === undefined ? {} : { actors }),
    });
    if (result.ok) go(`/lyssna/${partnership}/samtal-${result.value.id}`);
    else setRefusal(result.refusal);
  };
  return (
    <>
      <PageHeading heading={say(words.newHearing, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      <form
        className="stack measure"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Select
          label={say(words.actor, lang)}
          guide={say(words.actorGuide, lang)}
          value={actorKind}
          onChange={(value) => setActorKind(value as ActorKind)}
          options={ACTOR_KINDS.map((value) => ({ value, word: say(actorKinds[value], lang) }))}
        />
        <Select
          label={say(words.area, lang)}
          guide={say(words.areaGuide, lang)}
          value={area}
          onChange={setArea}
          options={[
            { value: WHOLE_AREA, word: say(words.wholeArea, lang) },
            ...areas.map((value) => ({ value, word: value })),
            { value: OTHER, word: say(words.otherArea, lang) },
          ]}
        />
        {area === OTHER && (
          <PersonLine about="place" lang={lang} label={say(words.otherArea, lang)} value={other} onChange={setOther} />
        )}
        {where !== WHOLE_AREA && known === undefined && (
          <NumberStepper
            lang={lang}
            label={say(words.actors, lang)}
            value={actors}
            onChange={setActors}
            min={0}
            max={1000}
          />
        )}
        <DateField
          label={say(words.day, lang)}
          value={said.heldOn}
          max={today()}
          onChange={(day) => setSaid({ ...said, heldOn: day ?? today() })}
        />
        <ThemeFields said={said} lang={lang} onChange={setSaid} />
        <PersonText
          about="note"
          lang={lang}
          label={say(words.does, lang)}
          optional={say(words.optional, lang)}
          rows={2}
          value={does}
          onChange={setDoes}
        />
        <WishFields said={said} lang={lang} onChange={setSaid} />
        <ChoiceGroup
          label={say(words.who, lang)}
          value={reading}
          onChange={(value) => setReading(value as Reading)}
          options={READINGS.map((value) => ({ value, word: say(readings[value], lang) }))}
        />
        <Button type="submit" kind="main" busy={note.busy}>
          {say(words.save, lang)}
        </Button>
        {refusal !== undefined && <Notice kind="error" heading={refusal.sentence} live />}
        {refusal?.why === "hearing-points-out" && (
          <div className="row">
            <Button onPress={() => void send(true)} busy={note.busy}>
              {say(words.shareAnyway, lang)}
            </Button>
            <Button onPress={() => setRefusal(undefined)}>{say(words.rewrite, lang)}</Button>
          </div>
        )}
      </form>
    </>
  );
}
