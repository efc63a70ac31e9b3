import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { endSending } from "../api.ts";
import { words } from "./words.ts";

type Props = { readonly partnership: string; readonly slug: string; readonly lang: Lang };

/** How many phones may send to the walk without their writers, and the way to take that back: for a phone that is lost. */
export function SendingRights({ count, leads, partnership, slug, lang }: Props & { count: number; leads: boolean }) {
  const end = useCommand(endSending);
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly sentence: string }>();
  const take = async () => {
    const ended = await end.run({ partnership, slug });
    setTold(
      ended.ok
        ? { kind: "done", sentence: say(words.sendingEnded, lang) }
        : { kind: "error", sentence: ended.refusal.sentence },
    );
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
      {told !== undefined && <Notice kind={told.kind} heading={told.sentence} live />}
    </>
  );
}
