import { useEffect, useMemo, useRef, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { qrPath } from "../../platform/browser/qr.ts";
import { canScan, scan } from "../../platform/browser/scan.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fieldWords } from "./field-words.ts";
import { gather, type Gathered, textOf } from "./hand-over-codes.ts";

/** Long enough for another phone to read, short enough to hold still for all of them. */
const EACH_MILLISECONDS = 900;

/** The codes one after the other, by themselves unless the phone is set to keep still; held back and turned by hand too. */
export function ShowCodes({ codes, lang, onClose }: { codes: readonly string[]; lang: Lang; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const [isMoving, setMoving] = useState(() => !matchMedia("(prefers-reduced-motion: reduce)").matches);
  useEffect(() => {
    if (!isMoving || codes.length < 2) return;
    const timer = setInterval(() => setAt((before) => (before + 1) % codes.length), EACH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isMoving, codes.length]);
  const turn = (by: number) => {
    setMoving(false);
    setAt((at + by + codes.length) % codes.length);
  };
  const { size, path } = useMemo(() => qrPath(codes[at] ?? ""), [codes, at]);
  const label = say(fieldWords.codeOf, lang, { number: at + 1, count: codes.length });
  return (
    <div className="stack">
      <p>{say(fieldWords.codeGuide, lang)}</p>
      <svg className="hand-over-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className="quiet">{label}</p>
      <div className="row">
        {codes.length > 1 && (
          <>
            <Button small onPress={() => turn(-1)}>
              {say(fieldWords.codeBefore, lang)}
            </Button>
            <Button small onPress={() => setMoving(!isMoving)}>
              {say(isMoving ? fieldWords.codeHold : fieldWords.codePlay, lang)}
            </Button>
            <Button small onPress={() => turn(1)}>
              {say(fieldWords.codeNext, lang)}
            </Button>
          </>
        )}
        <Button small onPress={onClose}>
          {say(fieldWords.codeClose, lang)}
        </Button>
      </div>
    </div>
  );
}

/** «Läs av med kameran», where the phone's browser reads codes; elsewhere there is the file. */
export function ReadCodes({ lang, onText }: { lang: Lang; onText: (text: string) => void }) {
  const [can, setCan] = useState(false);
  const [state, setState] = useState<"closed" | "open" | "refused">("closed");
  useEffect(() => {
    let left = false;
    void canScan().then((answer) => {
      if (!left) setCan(answer);
    });
    return () => {
      left = true;
    };
  }, []);
  if (!can) return null;
  if (state !== "open")
    return (
      <>
        <Button wide onPress={() => setState("open")}>
          {say(fieldWords.readCodes, lang)}
        </Button>
        {state === "refused" && <Notice kind="error" heading={say(fieldWords.noCamera, lang)} live />}
      </>
    );
  return (
    <Camera
      lang={lang}
      onClose={(isRefused) => setState(isRefused ? "refused" : "closed")}
      onText={(text) => {
        setState("closed");
        onText(text);
      }}
    />
  );
}

type Looking = {
  readonly lang: Lang;
  readonly onClose: (isRefused: boolean) => void;
  readonly onText: (text: string) => void;
};

function Camera({ lang, onClose, onText }: Looking) {
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<Gathered>();
  const latest = useRef({ onClose, onText });
  useEffect(() => {
    latest.current = { onClose, onText };
  });
  useEffect(() => {
    const place = video.current;
    if (place === null) return;
    let end = () => {};
    let left = false;
    let gathered: Gathered | undefined;
    const take = async (code: string) => {
      const more = gather(gathered, code);
      if (more === gathered || more === undefined) return;
      gathered = more;
      setSeen(more);
      const text = await textOf(more);
      if (text === undefined || left) return;
      left = true;
      end();
      latest.current.onText(text);
    };
    scan(place, (code) => void take(code)).then(
      (started) => {
        if (left) return started();
        end = started;
      },
      () => latest.current.onClose(true),
    );
    return () => {
      left = true;
      end();
    };
  }, []);
  return (
    <div className="stack">
      <video ref={video} className="hand-over-camera" muted playsInline aria-label={say(fieldWords.camera, lang)} />
      <p role="status">
        {seen === undefined
          ? say(fieldWords.aimCamera, lang)
          : say(fieldWords.codesRead, lang, { count: seen.pieces.size, all: seen.all })}
      </p>
      <div className="row">
        <Button small onPress={() => onClose(false)}>
          {say(fieldWords.codeClose, lang)}
        </Button>
      </div>
    </div>
  );
}
