import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useComing } from "../../ui/use-coming.ts";
import { endSending } from "../api.ts";
import { words } from "./words.ts";

type Props = { readonly partnership: string; readonly slug: string; readonly lang: Lang };

/** How many phones may send to the walk without their writers, and the way to take that back: for a phone that is lost. */
export function SendingRights({ count, leads, partnership, slug, lang }: Props & { count: number; leads: boolean }) {
  const end = useCommand(endSending);
  const [refusal, setRefusal] = useState<string>();
  const [isEnded, setEnded] = useState(false);
  const take = async () => {
    const ended = await end.run({ partnership, slug });
    setEnded(ended.ok);
    setRefusal(ended.ok ? undefined : ended.refusal.sentence);
  };
  return (
    <>
      {count > 0 && leads && (
        <div className="row">
          <p className="quiet">{say(words.phonesMaySend, lang, { count })}</p>
          <Button small busy={end.busy} onPress={() => void take()}>
            {say(words.endSending, lang)}
          </Button>
        </div>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {isEnded && <Ended lang={lang} />}
    </>
  );
}

/** The button has gone with what it took back, and the hand goes on here. */
function Ended({ lang }: { lang: Lang }) {
  const place = useComing<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="done" heading={say(words.sendingEnded, lang)} live />
    </div>
  );
}
