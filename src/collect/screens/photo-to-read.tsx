import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { addressOf } from "../../platform/browser/client.ts";
import { Button } from "../../ui/button.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { coverSentPhoto, removeSentPhoto, showSentPhoto } from "../api.ts";
import { coverResponsePhoto, removeResponsePhoto, showResponsePhoto } from "../campaigns/api.ts";
import type { Look } from "../sent-photo.ts";
import { PhotoCover } from "./photo-cover.tsx";
import { sentPhotoWords as words } from "./sent-photo-words.ts";
import { drawable } from "./small-photo.ts";

/** What it came with: an answer, which others read as well when it is kept; or what only its readers see. */
type Came = "with-answer" | "sent";
const DOORS = {
  "with-answer": { show: showResponsePhoto, cover: coverResponsePhoto, remove: removeResponsePhoto },
  sent: { show: showSentPhoto, cover: coverSentPhoto, remove: removeSentPhoto },
} as const;
type Props = { readonly came: Came; readonly partnership: string; readonly id: string; readonly lang: Lang };

/** The photo that a resident sent, for whoever may see it. */
export function ShownPhoto({ came, partnership, id, lang }: Props) {
  const src = addressOf(DOORS[came].show, { partnership, id }, true);
  return (
    <ul className="photo-row">
      <li>
        <img src={src} alt={say(words.photo, lang)} loading="lazy" />
      </li>
    </ul>
  );
}

/** Looked at before anybody goes on from it: covered in black, or removed. What was sent is gone either way. */
export function PhotoToRead(props: Props & { look: Look }) {
  const { came, partnership, id, look, lang } = props;
  const cover = useCommand(DOORS[came].cover);
  const remove = useCommand(DOORS[came].remove);
  const [picture, setPicture] = useState<ImageBitmap>();
  const [refusal, setRefusal] = useState<string>();
  // A covered photo has the same address as what was sent.
  const [turn, setTurn] = useState(0);
  const open = async () => {
    const response = await fetch(addressOf(DOORS[came].show, { partnership, id }, true));
    const drawn = response.ok ? await drawable(await response.blob()) : undefined;
    setPicture(drawn);
    setRefusal(drawn === undefined ? say(words.notThere, lang) : undefined);
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
      <ShownPhoto key={turn} came={came} partnership={partnership} id={id} lang={lang} />
      <p className="small quiet">{say(look === "covered" ? words.covered : words.unseen[came], lang)}</p>
      <div className="row">
        <Button small busy={cover.busy} onPress={() => void open()}>
          {say(words.cover, lang)}
        </Button>
        <Button small kind="bare" busy={remove.busy} onPress={() => void drop()}>
          {say(words.remove, lang)}
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
