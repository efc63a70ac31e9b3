import { useEffect, useState } from "react";
import type { Grant } from "../../ground/party.ts";
import { say, type Lang } from "../../ground/words.ts";
import { deviceNow } from "../../platform/browser/device.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { Select } from "../../ui/select.tsx";
import { PersonLine, PersonText } from "../privacy/screens/person-text.tsx";
import { noteObservation } from "../api.ts";
import { WALK_CHECKLIST } from "../category.ts";
import { type Fix, noteInput, type NoteDraft, placeOfNote, SURE_METRES } from "../field-note.ts";
import { type ObservationKind, refusedNote, SPOT_MANAGERS } from "../observation.ts";
import { CHECKLISTS } from "../walks/checklist.ts";
import { categories, kinds, managers, refusals } from "../words.ts";
import { fieldWords } from "./field-words.ts";
import { sayManagersBefore } from "./managers-before.ts";
import { NotePhotos } from "./note-photos.tsx";
import { PointOut } from "./point-out.tsx";
import { SharingChoice } from "./sharing-choice.tsx";
import { changeNote } from "./threads.ts";
import { tellClock } from "./told.ts";
import type { Walk } from "./walk-row.ts";
import { words } from "./words.ts";

const NOTE_KINDS: readonly ObservationKind[] = ["problem", "positive", "idea", "question"];

type Props = {
  readonly phone: Phone;
  readonly walk: Walk | undefined;
  readonly partnership: string;
  readonly partnershipName: string;
  readonly draft: NoteDraft;
  readonly grants: readonly Grant[];
  readonly lang: Lang;
  readonly onChange: (draft: NoteDraft) => void;
  readonly onSaved: () => void;
  /** Leaves a note that was being changed as it was. */
  readonly onLeave: () => void;
};

/** «Ny iakttagelse»: kind, theme, text, who looks after the spot, how many agreed, photos; the act at the thumb. */
export function NoteForm(props: Props) {
  const { phone, walk, draft, lang, onChange } = props;
  const [told, setTold] = useState<{ saved?: string; refusal?: string; field?: string }>({});
  const fix = useFix();
  const stop = walk?.stops.find(({ id }) => id === draft.stopId);
  const isChange = draft.noted !== undefined;
  const set = <Field extends keyof NoteDraft>(field: Field, value: NoteDraft[Field]) =>
    onChange({ ...draft, [field]: value });

  const save = async () => {
    const place = placeOfNote(draft, fix, stop, walk?.village);
    const refused = refusedNote({ text: draft.text, proposal: draft.proposal, consequence: "", place });
    if (refused !== undefined) {
      const said = refusals[refused.why as keyof typeof refusals];
      document.getElementById(`note-${refused.field ?? ""}`)?.focus();
      return setTold({
        refusal: say(said, lang, refused.detail),
        ...(refused.field === undefined ? {} : { field: refused.field }),
      });
    }
    const now = deviceNow();
    const { partnership } = props;
    const at = draft.noted?.at ?? now;
    const input = noteInput({ partnership, id: draft.id, draft, place, walkId: walk?.id, at });
    const put = isChange
      ? await changeNote(phone.outbox, draft.id, input)
      : await phone.outbox.put({ endpoint: noteObservation, id: draft.id, input });
    if (!put.ok) return setTold({ refusal: say(words.phoneFull, lang) });
    setTold({ saved: now });
    props.onSaved();
    void phone.outbox.send();
  };

  return (
    <form
      className="wrap stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{say(isChange ? fieldWords.changing : words.newNote, lang)}</h2>
      {walk !== undefined && (
        <Select
          label={say(words.chooseStop, lang)}
          guide={stop?.question === "" ? undefined : stop?.question}
          empty={say(words.betweenStops, lang)}
          value={draft.stopId}
          onChange={(value) => set("stopId", value)}
          options={walk.stops.map(({ id, number, name }) => ({
            value: id,
            word: say(words.stop, lang, { number, name }),
          }))}
        />
      )}
      <ChoiceGroup
        label={say(words.whatIsIt, lang)}
        value={draft.kind}
        onChange={(value) => set("kind", value as ObservationKind)}
        columns={2}
        options={NOTE_KINDS.map((value) => ({ value, word: say(kinds[value], lang) }))}
      />
      <Select
        label={say(words.themeField, lang)}
        value={draft.category}
        onChange={(value) => set("category", value as NoteDraft["category"])}
        options={themesOn(walk).map((value) => ({ value, word: say(categories[value], lang) }))}
      />
      <PersonText
        about="note"
        lang={lang}
        id="note-text"
        label={say(words.textField, lang)}
        guide={say(words.textGuide, lang)}
        value={draft.text}
        onChange={(value) => set("text", value)}
        rows={5}
        required
        {...(told.field === "text" ? { error: told.refusal } : {})}
      />
      <PersonLine
        about="place"
        lang={lang}
        id="note-place"
        label={say(words.whereNow, lang)}
        guide={sayFix(fix, stop?.number, lang)}
        value={draft.placeName}
        onChange={(value) => set("placeName", value)}
        optional={say(words.optional, lang)}
        {...(told.field === "place" ? { error: told.refusal } : {})}
      />
      <PointOut
        partnership={props.partnership}
        name={props.partnershipName}
        phone={phone}
        walk={walk}
        around={draft.pointed ?? fix?.position ?? stop?.position}
        pointed={draft.pointed}
        lang={lang}
        onPoint={(pointed) => set("pointed", pointed)}
      />
      <PersonLine
        about="proposal"
        lang={lang}
        id="note-proposal"
        label={say(words.proposalField, lang)}
        value={draft.proposal}
        onChange={(value) => set("proposal", value)}
        optional={say(words.optional, lang)}
        {...(told.field === "proposal" ? { error: told.refusal } : {})}
      />
      <Select
        label={say(words.managerField, lang)}
        guide={sayManagersBefore(walk?.managersBefore?.[draft.stopId] ?? [], lang)}
        value={draft.spotManager}
        onChange={(value) => set("spotManager", value as NoteDraft["spotManager"])}
        options={SPOT_MANAGERS.map((value) => ({ value, word: say(managers[value], lang) }))}
      />
      <NumberStepper
        lang={lang}
        label={say(words.agreedField, lang)}
        value={draft.agreed}
        onChange={(value) => set("agreed", value)}
        max={500}
      />
      <NotePhotos
        key={draft.id}
        phone={phone}
        partnership={props.partnership}
        noteId={draft.id}
        isSaved={isChange}
        lang={lang}
      />
      <SharingChoice
        value={draft.sharing}
        grants={props.grants}
        lang={lang}
        onChange={(value) => set("sharing", value)}
      />
      {told.refusal !== undefined && told.field === undefined && <Notice kind="error" heading={told.refusal} live />}
      <div className="dock">
        {told.saved !== undefined && (
          <p role="status">{say(words.savedOnPhone, lang, { clock: tellClock(told.saved, lang) })}</p>
        )}
        <Button type="submit" kind="turn" wide>
          {say(words.saveOnPhone, lang)}
        </Button>
        {isChange && (
          <Button wide onPress={props.onLeave}>
            {say(fieldWords.stopChanging, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What this walk looks for first, then everything else. */
function themesOn(walk: Walk | undefined) {
  return walk === undefined ? WALK_CHECKLIST : [...new Set([...CHECKLISTS[walk.theme], ...WALK_CHECKLIST])];
}

function sayFix(fix: Fix | undefined, stopNumber: number | undefined, lang: Lang): string {
  if (fix === undefined) return say(words.positionNone, lang);
  const metres = Math.round(fix.accuracyMetres);
  if (metres <= SURE_METRES) return say(words.positionSure, lang, { metres });
  return stopNumber === undefined
    ? say(fieldWords.positionUnsureBetween, lang, { metres })
    : say(fieldWords.positionUnsure, lang, { metres, number: stopNumber });
}

/** Where the phone is, as it walks; undefined while it does not know or may not tell. */
function useFix(): Fix | undefined {
  const [fix, setFix] = useState<Fix>();
  useEffect(() => {
    if (!("geolocation" in navigator)) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => setFix({ position: [coords.longitude, coords.latitude], accuracyMetres: coords.accuracy }),
      () => setFix(undefined),
      { enableHighAccuracy: true, maximumAge: 10_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return fix;
}
