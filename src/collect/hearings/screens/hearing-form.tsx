import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
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
import { listHearings, noteHearing, type openHearing, reviseHearing } from "../api.ts";
import { ACTOR_KINDS, type ActorKind, type Reading, READINGS, WHOLE_AREA } from "../hearing.ts";
import { actorKinds, readings } from "../words.ts";
import { saidIn, sayingOf, sayingOn, ThemeFields, WishFields } from "./said-fields.tsx";
import { words } from "./words.ts";

const OTHER = "annat";

/** /lyssna/<p>/ny-horanderunda: five minutes after the talk; the kind of actor is chosen, who it was is not asked. */
export function HearingFormScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  return (
    <>
      <PageHeading heading={say(words.newHearing, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      <HearingForm partnership={partnership} lang={lang} onDone={(id) => go(`/lyssna/${partnership}/samtal-${id}`)} />
    </>
  );
}

type Standing = OutputOf<typeof openHearing>["hearing"];
export type FormProps = {
  readonly partnership: string;
  readonly lang: Lang;
  /** The one that is corrected; undefined when it is new. */
  readonly standing?: Standing | undefined;
  readonly onDone: (id: string) => void;
};

export function HearingForm({ partnership, lang, standing, onDone }: FormProps) {
  const listed = useAnswer(listHearings, { partnership });
  const note = useCommand(noteHearing);
  const revise = useCommand(reviseHearing);
  const [actorKind, setActorKind] = useState<ActorKind>(standing?.actorKind ?? "trade");
  const [area, setArea] = useState(standing?.area ?? WHOLE_AREA);
  const [other, setOther] = useState("");
  const [actors, setActors] = useState<number>();
  const [does, setDoes] = useState(standing?.does ?? "");
  const [reading, setReading] = useState<Reading>(standing?.reading ?? "own");
  const [said, setSaid] = useState(() => (standing === undefined ? sayingOn(today()) : sayingOf(standing)));
  const [refusal, setRefusal] = useState<{ why: string; sentence: string }>();
  const heard = listed.state === "answered" ? listed.value : undefined;
  const own = standing?.area === undefined || standing.area === WHOLE_AREA ? [] : [standing.area];
  const areas = [...new Set([...own, ...(heard?.villages ?? []), ...(heard?.areas ?? []).map((one) => one.area)])];
  const where = area === OTHER ? other.trim() : area;
  const known = heard?.areas.find((one) => one.actorKind === actorKind && one.area === where);
  const send = async (anyway = false) => {
    const sent = {
      partnership,
      actorKind,
      area: where,
      does,
      reading,
      anyway,
      ...saidIn(said),
      ...(where === WHOLE_AREA || actors === undefined ? {} : { actors }),
    };
    const result = await (standing === undefined ? note.run(sent) : revise.run({ ...sent, id: standing.id }));
    if (result.ok) onDone(result.value.id);
    else setRefusal(result.refusal);
  };
  const isAsItStood = standing?.area === where && standing.actorKind === actorKind;
  return (
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
      {where !== WHOLE_AREA && known === undefined && !isAsItStood && (
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
      <Button type="submit" kind="main" busy={note.busy || revise.busy}>
        {say(words.save, lang)}
      </Button>
      {refusal !== undefined && <Notice kind="error" heading={refusal.sentence} live />}
      {(refusal?.why === "hearing-points-out" || refusal?.why === "hearing-read-wider") && (
        <div className="row">
          <Button onPress={() => void send(true)} busy={note.busy || revise.busy}>
            {say(words.shareAnyway, lang)}
          </Button>
          <Button onPress={() => setRefusal(undefined)}>{say(words.rewrite, lang)}</Button>
        </div>
      )}
    </form>
  );
}
