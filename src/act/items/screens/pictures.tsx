import { useState } from "react";
import { showPhoto } from "../../../collect/api.ts";
import { fieldWords } from "../../../collect/screens/field-words.ts";
import { PhotoCover } from "../../../collect/screens/photo-cover.tsx";
import { drawable } from "../../../collect/screens/small-photo.ts";
import type { Id } from "../../../ground/id.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { newIdHere } from "../../../platform/browser/outbox.ts";
import { Button } from "../../../ui/button.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { addStepPhoto, showStepPhoto, takeAwayStepPhoto } from "../api.ts";
import { MOST_PHOTOS } from "../step-photo.ts";
import { taken, words } from "../words.ts";
import type { Opened } from "./shown.ts";

type Props = { readonly item: Opened; readonly partnership: string; readonly lang: Lang };
type Step = Opened["steps"][number];

/** The place as it was seen, and as it was when it was done or looked at. Nothing where nobody has a picture and the asker can add none. */
export function Pictures({ item, partnership, lang }: Props) {
  const takeAway = useCommand(takeAwayStepPhoto);
  const [refusal, setRefusal] = useState<string>();
  const shown = item.steps.filter(({ photos }) => photos.length > 0);
  // What came last is what is looked at now.
  const last = item.steps.findLast(({ mayShow }) => mayShow);
  if (item.before.length === 0 && shown.length === 0 && last === undefined) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.pictures, lang)} />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {item.before.length === 0 && shown.length === 0 && <p className="quiet">{say(words.noPictureYet, lang)}</p>}
      <ul className="pictures">
        {item.before.map(({ id, width, height, alt }) => (
          <li key={id}>
            <img
              src={addressOf(showPhoto, { partnership, id }, true)}
              {...{ width, height }}
              alt={alt || say(words.pictureBefore, lang)}
              loading="lazy"
            />
            <p className="small quiet">{say(words.before, lang)}</p>
          </li>
        ))}
        {shown.flatMap((step) =>
          step.photos.map(({ id, width, height }) => (
            <li key={id}>
              <img
                src={addressOf(showStepPhoto, { partnership, photoId: id }, true)}
                {...{ width, height }}
                alt={say(words.pictureAfter, lang, said(step, lang))}
                loading="lazy"
              />
              <p className="small quiet">{[said(step, lang).step, said(step, lang).day].join(", ")}</p>
              {step.mayShow && (
                <Button
                  small
                  kind="bare"
                  busy={takeAway.busy}
                  onPress={() =>
                    void takeAway
                      .run({ partnership, id: item.id, stepId: step.id, photoId: id })
                      .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence))
                  }
                >
                  {say(words.takeAwayPicture, lang)}
                </Button>
              )}
            </li>
          )),
        )}
      </ul>
      {last !== undefined && last.photos.length < MOST_PHOTOS && (
        <NewPicture key={last.photos.length} {...{ item, partnership, lang }} step={last} onRefused={setRefusal} />
      )}
    </section>
  );
}

function said(step: Step, lang: Lang) {
  return { step: say(taken[step.kind], lang), day: formatDay(step.on ?? step.notedOn, lang) };
}

function NewPicture(props: Props & { step: Step; onRefused: (sentence: string | undefined) => void }) {
  const { item, partnership, lang, step, onRefused } = props;
  const add = useCommand(addStepPhoto);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [chosen, setChosen] = useState(0);
  const again = () => {
    setPicture(undefined);
    setChosen(chosen + 1);
  };
  const choose = async (file: File | undefined) => {
    const drawn = file && (await drawable(file));
    setPicture(drawn);
    if (file !== undefined) onRefused(drawn === undefined ? say(fieldWords.cannotShow, lang) : undefined);
  };
  const send = async (bytes: Blob) => {
    setPicture(undefined);
    const photoId = newIdHere() as Id<"photo">;
    const result = await add.run({ partnership, id: item.id, stepId: step.id, photoId }, bytes);
    onRefused(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) again();
  };
  return (
    <div className="measure">
      <FileField
        key={chosen}
        label={say(words.addPicture, lang, { step: said(step, lang).step.toLowerCase() })}
        guide={say(words.pictureGuide, lang)}
        accept="image/*"
        onChange={(files) => void choose(files[0])}
      />
      {picture !== undefined && (
        <PhotoCover picture={picture} lang={lang} onDone={(photo) => void send(photo)} onLeave={again} />
      )}
    </div>
  );
}
