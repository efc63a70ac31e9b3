import { useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { PhotoCover } from "../../screens/photo-cover.tsx";
import { drawable } from "../../screens/small-photo.ts";
import { coverResponsePhoto, removeResponsePhoto, showResponsePhoto } from "../api.ts";
import { words } from "./words.ts";

/** The photo that came with an answer, for whoever may see it. */
export function ResponsePhoto({ partnership, id, lang }: { partnership: string; id: string; lang: Lang }) {
  const src = addressOf(showResponsePhoto, { partnership, id }, true);
  return (
    <ul className="photo-row">
      <li>
        <img src={src} alt={say(words.photo, lang)} loading="lazy" />
      </li>
    </ul>
  );
}

/** Looked at before anybody else sees it: covered in black, or removed. What was sent is gone either way. */
export function PhotoToRead(props: { partnership: string; id: string; isSeen: boolean; lang: Lang }) {
  const { partnership, id, isSeen, lang } = props;
  const cover = useCommand(coverResponsePhoto);
  const remove = useCommand(removeResponsePhoto);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [refusal, setRefusal] = useState<string>();
  // A covered photo has the same address as what was sent.
  const [turn, setTurn] = useState(0);
  const open = async () => {
    const response = await fetch(addressOf(showResponsePhoto, { partnership, id }, true));
    const drawn = response.ok ? await drawable(await response.blob()) : undefined;
    setPicture(drawn);
    setRefusal(drawn === undefined ? say(words.photoNotThere, lang) : undefined);
  };
  const keep = async (photo: Blob) => {
    setPicture(undefined);
    const result = await cover.run({ partnership, id }, photo);
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    setTurn(turn + 1);
  };
  const drop = async () => {
    const result = await remove.run({ partnership, id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="stack-tight">
      <ResponsePhoto key={turn} partnership={partnership} id={id} lang={lang} />
      <p className="small quiet">{say(isSeen ? words.photoCovered : words.photoUnseen, lang)}</p>
      <div className="row">
        <Button small busy={cover.busy} onPress={() => void open()}>
          {say(words.photoCover, lang)}
        </Button>
        <Button small kind="bare" busy={remove.busy} onPress={() => void drop()}>
          {say(words.photoRemove, lang)}
        </Button>
      </div>
      {refusal !== undefined && <FormError text={refusal} />}
      {picture !== undefined && (
        <PhotoCover
          picture={picture}
          lang={lang}
          onDone={(photo) => void keep(photo)}
          onLeave={() => setPicture(undefined)}
        />
      )}
    </div>
  );
}
