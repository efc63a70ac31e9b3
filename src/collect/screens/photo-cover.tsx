import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldWords } from "./field-words.ts";
import { type Box, burn, paint } from "./small-photo.ts";

type Props = {
  readonly picture: ImageBitmap;
  readonly lang: Lang;
  readonly onDone: (photo: Blob) => void;
  readonly onLeave: () => void;
};

/** A box from the keyboard begins here and moves by so much. */
const FIRST: Box = { x: 0.4, y: 0.35, width: 0.2, height: 0.15 };
const STEP = 0.03;
/** A tap is no box. */
const SMALLEST = 0.01;

/** «Täck över ansikten och nummerplåtar»: black boxes by finger, mouse or keyboard, burnt in before the photo is kept. Must be answered either way. */
export function PhotoCover({ picture, lang, onDone, onLeave }: Props) {
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [drawn, setDrawn] = useState<Box>();
  const [isNobody, setNobody] = useState(false);
  const [busy, setBusy] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) paint(canvas.current, picture, drawn === undefined ? boxes : [...boxes, drawn]);
  }, [picture, boxes, drawn]);
  const save = async () => {
    setBusy(true);
    const photo = await burn(picture, boxes);
    if (photo === undefined) onLeave();
    else onDone(photo);
  };
  const withLast = (change: (box: Box) => Box) =>
    setBoxes(boxes.map((box, at) => (at === boxes.length - 1 ? change(box) : box)));
  const isAnswered = boxes.length > 0 || isNobody;
  return (
    <Dialog
      lang={lang}
      heading={say(fieldWords.cover, lang)}
      open
      onClose={onLeave}
      actions={
        <>
          <Button onPress={onLeave}>{say(fieldWords.without, lang)}</Button>
          <Button
            kind="main"
            busy={busy}
            onPress={() => void save()}
            blocked={isAnswered ? undefined : say(fieldWords.coverFirst, lang)}
          >
            {say(fieldWords.savePhoto, lang)}
          </Button>
        </>
      }
    >
      <p className="quiet">{say(fieldWords.coverGuide, lang)}</p>
      <canvas
        ref={canvas}
        className="photo-cover"
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a ground to draw on has no role of its own, and these keys are its own
        role="application"
        tabIndex={0}
        aria-label={say(fieldWords.coverPicture, lang, { count: boxes.length })}
        onKeyDown={(event) => {
          if (boxes.length === 0) return;
          if (event.key === "Delete" || event.key === "Backspace") setBoxes(boxes.slice(0, -1));
          else if (event.key.startsWith("Arrow")) withLast((box) => moved(box, event));
          else return;
          event.preventDefault();
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const { x, y } = pointOf(event);
          setDrawn({ x, y, width: 0, height: 0 });
        }}
        onPointerMove={(event) => {
          if (drawn !== undefined) setDrawn(upTo(drawn, pointOf(event)));
        }}
        onPointerUp={() => {
          if (drawn === undefined) return;
          const box = upright(drawn);
          if (box.width > SMALLEST && box.height > SMALLEST) setBoxes([...boxes, box]);
          setDrawn(undefined);
        }}
        onPointerCancel={() => setDrawn(undefined)}
      />
      <div className="row">
        <Button
          small
          onPress={() => {
            setBoxes([...boxes, FIRST]);
            canvas.current?.focus();
          }}
        >
          {say(fieldWords.addBox, lang)}
        </Button>
        {boxes.length > 0 && (
          <Button small onPress={() => setBoxes(boxes.slice(0, -1))}>
            {say(fieldWords.removeBox, lang)}
          </Button>
        )}
      </div>
      {boxes.length === 0 && (
        <Checkbox label={say(fieldWords.nobodyInIt, lang)} checked={isNobody} onChange={setNobody} />
      )}
    </Dialog>
  );
}

type Point = { readonly x: number; readonly y: number };

/** Where in the picture, in parts of it; never outside. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

function upTo({ x, y }: Box, point: Point): Box {
  return { x, y, width: point.x - x, height: point.y - y };
}

/** However it was dragged: from its upper left corner. */
function upright({ x, y, width, height }: Box): Box {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

function moved(box: Box, { key, shiftKey }: KeyboardEvent): Box {
  const across = key === "ArrowLeft" ? -STEP : key === "ArrowRight" ? STEP : 0;
  const down = key === "ArrowUp" ? -STEP : key === "ArrowDown" ? STEP : 0;
  if (shiftKey) return { ...box, width: Math.max(STEP, box.width + across), height: Math.max(STEP, box.height + down) };
  return { ...box, x: within(box.x + across), y: within(box.y + down) };
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part));
}
