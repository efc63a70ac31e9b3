import { useState } from "react";
import type { Grant } from "../../../ground/party.ts";
import { dayOf, daysBetween, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { newDeviceId, today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { PersonLine } from "../../privacy/screens/person-text.tsx";
import type { Category } from "../../category.ts";
import { fieldWords } from "../../screens/field-words.ts";
import { PhotoCover } from "../../screens/photo-cover.tsx";
import { SharingChoice } from "../../screens/sharing-choice.tsx";
import { drawable } from "../../screens/small-photo.ts";
import { categories, refusals } from "../../words.ts";
import { type NewEvent, PARTS, type Part, refusedEvent } from "../report.ts";
import { choicesOf } from "../tree.ts";
import { alreadyReported, EMPTY_EVENT, type EventDraft, eventOf, isUntouched, missingIn } from "../week-draft.ts";
import { parts } from "../words.ts";
import type { Mine } from "./opened.ts";
import { words } from "./words.ts";

export type KeptEvent = NewEvent & { readonly photo?: Blob | undefined };

type Props = {
  readonly mine: Mine;
  readonly events: readonly KeptEvent[];
  readonly draft: EventDraft;
  readonly grants: readonly Grant[];
  readonly lang: Lang;
  readonly onDraft: (draft: EventDraft) => void;
  /** The events as they are now, and the form emptied or not. */
  readonly onKeep: (events: readonly KeptEvent[], draft: EventDraft) => void;
  readonly onSend: (events: readonly KeptEvent[]) => void;
  readonly onBack: () => void;
};

const SEVERITIES = [1, 2, 3] as const;

/** One event at a time, four taps each; «En till» keeps it, «Skicka veckan» sends all. */
export function EventForm({ mine, grants, events, draft, lang, onDraft, onKeep, onSend, onBack }: Props) {
  const { reporter, tree } = mine;
  const [photo, setPhoto] = useState<Blob>();
  const [picture, setPicture] = useState<ImageBitmap>();
  const [chosen, setChosen] = useState(0);
  const [more, setMore] = useState(false);
  const [told, setTold] = useState<{ text?: string; field?: string }>({});
  const set = <Field extends keyof EventDraft>(field: Field, value: EventDraft[Field]) =>
    onDraft({ ...draft, [field]: value });
  const known = alreadyReported(draft, reporter.places, mine.recent);
  const all = choicesOf(tree);
  const wordOf = (category: Category) => {
    const own = all.find((choice) => choice.category === category);
    return own === undefined ? say(categories[category], lang) : own[lang];
  };

  /** The event in the form among the others; undefined when it cannot be taken as it is. */
  const taken = (): readonly KeptEvent[] | undefined => {
    const missing = missingIn(draft)[0];
    const event = eventOf(draft, newDeviceId());
    if (event === undefined) {
      setTold(missing === undefined ? {} : { text: say(words.missing, lang, { what: say(words[missing], lang) }) });
      return undefined;
    }
    const refused = refusedEvent(event, reporter);
    if (refused !== undefined) {
      const said = refusals[refused.why as keyof typeof refusals];
      setTold({ text: say(said, lang, refused.detail), field: "text" });
      document.getElementById("vecka-text")?.focus();
      return undefined;
    }
    return [...events, { ...event, ...(photo === undefined ? {} : { photo }) }];
  };
  /** What the phone cannot show cannot be covered, and goes no further. */
  const look = async (file: File | undefined) => {
    setPhoto(undefined);
    if (file === undefined) return;
    const drawn = await drawable(file);
    setPicture(drawn);
    if (drawn === undefined) left(say(fieldWords.cannotShow, lang));
  };
  /** A file field cannot be emptied from outside: a new one takes its place. */
  const left = (text?: string) => {
    setPicture(undefined);
    setChosen(chosen + 1);
    setTold(text === undefined ? {} : { text });
  };
  const again = () => {
    const next = taken();
    if (next === undefined) return;
    onKeep(next, EMPTY_EVENT);
    setPhoto(undefined);
    setMore(false);
    setTold({});
    scrollTo(0, 0);
  };
  const send = () => {
    const next = events.length > 0 && isUntouched(draft) ? events : taken();
    if (next !== undefined) onSend(next);
  };

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {events.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.inReport, lang)}>{events.length}</SectionHeading>
          <ul className="list">
            {events.map((event) => (
              <li key={event.id} className="row between">
                <span>
                  {wordOf(event.category)}, {event.place || reporter.area}
                  {event.joins !== undefined && <span className="quiet"> · {say(words.joined, lang)}</span>}
                </span>
                <Button
                  small
                  onPress={() =>
                    onKeep(
                      events.filter(({ id }) => id !== event.id),
                      draft,
                    )
                  }
                >
                  {say(words.takeAway, lang)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChoiceGroup
        key={`what ${events.length}`}
        label={say(words.whatHappened, lang)}
        value={draft.category}
        onChange={(value) => onDraft({ ...draft, category: value as Category, joins: undefined })}
        columns={2}
        options={all
          .filter(({ near, category }) => more || near || category === draft.category)
          .map((choice) => ({ value: choice.category, word: choice[lang] }))}
      />
      {!more && all.some(({ near }) => !near) && (
        <Button small onPress={() => setMore(true)}>
          {say(words.more, lang)}
        </Button>
      )}
      <ChoiceGroup
        label={say(words.where, lang)}
        value={draft.place ?? "–"}
        onChange={(place) => onDraft({ ...draft, place, joins: undefined })}
        columns={1}
        options={[
          ...reporter.places.map(({ name }) => ({ value: name, word: name })),
          { value: "", word: say(words.elsewhere, lang, { area: reporter.area }) },
        ]}
      />
      {known !== undefined && draft.joins === undefined && (
        <Notice
          heading={say(words.already, lang, { when: tellAgo(known.notedAt, lang) })}
          text={say(words.alreadyText, lang)}
          live
        >
          <div className="row">
            <Button kind="main" onPress={() => set("joins", known.id)}>
              {say(words.addMine, lang)}
            </Button>
            <Button onPress={() => set("joins", "none")}>{say(words.anotherEvent, lang)}</Button>
          </div>
        </Notice>
      )}
      <ChoiceGroup
        label={say(words.whenAbout, lang)}
        value={draft.part}
        onChange={(value) => set("part", value as Part)}
        columns={2}
        options={PARTS.map((value) => ({ value, word: say(parts[value], lang) }))}
      />
      <ChoiceGroup
        label={say(words.howUnsafe, lang)}
        value={String(draft.severity ?? "")}
        onChange={(value) => set("severity", Number(value) as 1 | 2 | 3)}
        columns={1}
        options={SEVERITIES.map((value) => ({ value: String(value), word: say(words[`unsafe${value}`], lang) }))}
      />
      <PersonLine
        about="note"
        lang={lang}
        id="vecka-text"
        label={say(words.inWords, lang)}
        guide={say(words.textGuide, lang)}
        optional={say(words.optional, lang)}
        value={draft.text}
        onChange={(text) => set("text", text)}
        error={told.field === "text" ? told.text : undefined}
      />
      {(draft.joins === undefined || draft.joins === "none") && (
        <>
          <FileField
            key={`photo ${events.length} ${chosen}`}
            label={say(words.photo, lang)}
            guide={say(words.photoGuide, lang)}
            accept="image/*"
            camera
            onChange={([file]) => void look(file)}
            optional={say(words.optional, lang)}
          />
          {photo !== undefined && <p role="status">{say(words.photoKept, lang)}</p>}
        </>
      )}
      {picture !== undefined && (
        <PhotoCover
          picture={picture}
          lang={lang}
          onDone={(covered) => {
            left();
            setPhoto(covered);
          }}
          onLeave={() => left()}
        />
      )}
      {(draft.joins === undefined || draft.joins === "none") && (
        <SharingChoice
          value={draft.sharing ?? "shared"}
          grants={grants}
          lang={lang}
          onChange={(sharing) => set("sharing", sharing)}
        />
      )}
      {told.text !== undefined && told.field === undefined && <Notice kind="error" heading={told.text} live />}
      <div className="dock">
        <Button wide onPress={again}>
          {say(words.oneMore, lang)}
        </Button>
        <Button kind="main" wide type="submit">
          {say(words.sendWeek, lang)}
        </Button>
      </div>
      <Button kind="bare" onPress={onBack}>
        {say(words.back, lang)}
      </Button>
    </form>
  );
}

/** «i dag», «i går», else the day. */
function tellAgo(at: string, lang: Lang): string {
  const day = dayOf(at as Instant);
  const days = daysBetween(day, today());
  if (days <= 0) return say(words.today, lang);
  return days === 1 ? say(words.yesterday, lang) : formatDay(day, lang);
}
