import { useEffect, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { knowsWifi, photosOnWifiOnly, setPhotosOnWifiOnly } from "../../platform/browser/device.ts";
import { newIdHere } from "../../platform/browser/outbox.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { attachPhoto } from "../api.ts";
import { PHOTO_LIMITS } from "../photo.ts";
import { fieldWords } from "./field-words.ts";
import { PhotoCover } from "./photo-cover.tsx";
import { drawable } from "./small-photo.ts";
import { words } from "./words.ts";

type Props = {
  readonly phone: Phone;
  readonly partnership: string;
  /** The note they belong to, which may not be saved yet. */
  readonly noteId: string;
  readonly isSaved: boolean;
  readonly lang: Lang;
};

/** Several photos a note, each covered where it must be and kept on the phone before the note itself is saved. */
export function NotePhotos({ phone, partnership, noteId, isSaved, lang }: Props) {
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [told, setTold] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const photos = phone.entries.filter(
    ({ after, endpoint, state }) => after === noteId && endpoint === attachPhoto.name && state !== "sent",
  );
  const next = async (files: readonly File[]) => {
    const [first, ...rest] = files;
    setWaiting(rest);
    setPicture(undefined);
    // A file field cannot be emptied from outside: a new one takes its place.
    if (first === undefined) return setChosen(chosen + 1);
    const drawn = await drawable(first);
    if (drawn !== undefined) return setPicture(drawn);
    setTold(say(fieldWords.cannotShow, lang));
    setChosen(chosen + 1);
  };
  const keep = async (bytes: Blob) => {
    const id = newIdHere();
    const input = { partnership, observationId: noteId, id, alt: "" };
    const put = await phone.outbox.put({ endpoint: attachPhoto, id, input, bytes, after: noteId, draft: !isSaved });
    if (!put.ok) setTold(say(fieldWords.nearlyFull, lang));
    await next(put.ok ? waiting : []);
  };
  const isFull = photos.length >= PHOTO_LIMITS.perObservation;
  return (
    <div className="stack">
      {photos.length > 0 && (
        <ul className="photo-row">
          {photos.map((entry, index) => (
            <li key={entry.id}>
              <Thumbnail entry={entry} alt={say(fieldWords.photoOf, lang, { number: index + 1 })} />
              {(entry.state === "draft" || entry.state === "waiting") && (
                <Button small onPress={() => void phone.outbox.drop(entry.id)}>
                  {say(fieldWords.removePhoto, lang, { number: index + 1 })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="quiet">{say(fieldWords.photoLimit, lang, { limit: PHOTO_LIMITS.perObservation })}</p>
      ) : (
        <FileField
          key={`field ${chosen}`}
          label={say(words.photoField, lang)}
          guide={say(words.photoGuide, lang)}
          accept="image/*"
          camera
          many
          onChange={(files) => {
            setTold(undefined);
            void next(files.slice(0, PHOTO_LIMITS.perObservation - photos.length));
          }}
        />
      )}
      {told !== undefined && <Notice kind="error" heading={told} live />}
      {knowsWifi() && <WifiOnly lang={lang} />}
      {picture !== undefined && (
        <PhotoCover
          key={`cover ${waiting.length}`}
          picture={picture}
          lang={lang}
          onDone={(bytes) => void keep(bytes)}
          onLeave={() => void next(waiting)}
        />
      )}
    </div>
  );
}

function WifiOnly({ lang }: { lang: Lang }) {
  const [only, setOnly] = useState(photosOnWifiOnly);
  return (
    <Checkbox
      label={say(fieldWords.wifiOnly, lang)}
      checked={only}
      onChange={(value) => {
        setPhotosOnWifiOnly(value);
        setOnly(value);
      }}
    />
  );
}

function Thumbnail({ entry, alt }: { entry: Entry; alt: string }) {
  const [address, setAddress] = useState<string>();
  const { bytes } = entry;
  useEffect(() => {
    if (bytes === undefined) return;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
    // The bytes are read anew with every look at the phone; the photo is the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [entry.id]);
  return address === undefined ? null : <img src={address} alt={alt} />;
}
