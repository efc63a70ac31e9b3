import { useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { publishRoad, takeBackRoad } from "../api.ts";
import { isTellable } from "../published.ts";
import type { Opened } from "./opened.ts";
import { words } from "./words.ts";

/** «Publicera vägens sida?»: what strangers will read of it, or that they do, and the way to take it back. */
export function RoadPublishing(props: { opened: Opened; partnership: string; leads: boolean; lang: Lang }) {
  const { opened, partnership, leads, lang } = props;
  const { thread, published } = opened;
  const publish = useCommand(publishRoad);
  const takeBack = useCommand(takeBackRoad);
  const [refusal, setRefusal] = useState<string>();
  const send = async (run: typeof publish.run | typeof takeBack.run) => {
    const result = await run({ partnership, number: thread.number });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  if (published === null && (!leads || !isTellable(thread))) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(published === null ? words.publishAsk : words.roadPublished, lang)} />
      {published === null ? (
        <>
          <p className="measure">{say(words.publishText, lang)}</p>
          <div>
            <Button kind="turn" busy={publish.busy} onPress={() => void send(publish.run)}>
              {say(words.publish, lang)}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="measure">{say(words.publishedOn, lang, { day: formatDay(published.on as Day, lang) })}</p>
          <div className="row">
            <LinkButton href={`/${partnership}/vag/${published.slug}`}>{say(words.readAsAll, lang)}</LinkButton>
            {leads && (
              <Button busy={takeBack.busy} onPress={() => void send(takeBack.run)}>
                {say(words.takeBackRoad, lang)}
              </Button>
            )}
          </div>
        </>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </section>
  );
}
