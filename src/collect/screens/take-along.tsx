import { useEffect, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { endTrial, isTrial, type Missing, startTrial, takeAlong } from "./along.ts";
import { fieldWords } from "./field-words.ts";

type Props = { readonly phone: Phone; readonly partnership: string; readonly stops: number; readonly lang: Lang };
const MEGABYTE = 1024 * 1024;

/** What of the walk lies in the phone, with its size, and a start without network that shows that it is enough. */
export function TakeAlong({ phone, partnership, stops, lang }: Props) {
  const { storage, personId } = phone;
  const [bytes, setBytes] = useState<number | "missing">();
  const [trial, setTrial] = useState<"trying" | "ready" | Missing | undefined>(isTrial() ? "trying" : undefined);
  useEffect(() => {
    let left = false;
    const look = async () => {
      if (isTrial()) {
        const missing = await endTrial(storage, personId, partnership);
        if (!left) setTrial(missing ?? "ready");
      }
      const along = await takeAlong(storage, personId, partnership);
      if (!left) setBytes(along ?? "missing");
    };
    void look();
    return () => {
      left = true;
    };
  }, [storage, personId, partnership]);
  return (
    <div className="wrap stack">
      {bytes === "missing" && <Notice kind="advice" heading={say(fieldWords.notAlong, lang)} />}
      {typeof bytes === "number" && (
        <p className="quiet">
          {say(fieldWords.along, lang, {
            count: stops,
            size: formatNumber(Math.max(1, Math.round(bytes / MEGABYTE)), lang),
          })}
        </p>
      )}
      {trial === "trying" && <p role="status">{say(fieldWords.trying, lang)}</p>}
      {trial === "ready" && <Notice kind="done" heading={say(fieldWords.ready, lang)} live />}
      {trial !== undefined && trial !== "trying" && trial !== "ready" && (
        <Notice kind="error" heading={say(fieldWords.notReady, lang, { missing: say(fieldWords[trial], lang) })} live />
      )}
      {trial !== "trying" && (
        <div className="row">
          <Button small onPress={() => void startTrial()}>
            {say(fieldWords.tryWithoutNetwork, lang)}
          </Button>
        </div>
      )}
    </div>
  );
}
