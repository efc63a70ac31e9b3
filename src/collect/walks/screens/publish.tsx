import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatList } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { useState } from "react";
import type { openWalk } from "../../api.ts";
import { tellDay } from "../../screens/told.ts";
import { publishProtocol } from "../api.ts";
import { pointsToAnswer, sumOf } from "../meeting.ts";
import { sums, words } from "./words.ts";

type Opened = OutputOf<typeof openWalk>;
type Shown = { readonly walk: Opened["walk"]; readonly rows: readonly Opened["rows"][number][] };

/** «23 punkter: 14 åtgärdas, 4 utreds, 3 vidarebefordrade, 2 avslås.» */
export function sumSaid(rows: Shown["rows"], lang: Lang): string {
  const points = pointsToAnswer(rows);
  const parts = formatList(
    sumOf(points).map(({ kind, count }) => say(sums[kind], lang, { count })),
    lang,
  );
  return say(words.sumOf, lang, { count: points.length, parts });
}

/** «Publicera svaren?»: until then strangers read that the walk took place; afterwards every row, and each answer as it is given. What is put in it later waits for its own yes. */
export function Publishing(props: Shown & { partnership: string; leads: boolean; lang: Lang }) {
  const { walk, rows, partnership, leads, lang } = props;
  const publish = useCommand(publishProtocol);
  const [refusal, setRefusal] = useState<string>();
  const page = `/${partnership}/vandring/${walk.slug}`;
  const late = rows.filter(({ waits }) => waits);
  const lateSaid = {
    count: late.length,
    list: formatList(
      late.map(({ number }) => String(number)),
      lang,
    ),
  };
  const isOut = walk.publishedAt !== undefined;
  const send = async () => {
    const result = await publish.run({ partnership, slug: walk.slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <>
      {walk.publishedAt !== undefined && (
        <div className="row">
          <p className="quiet">
            {say(words.publishedOn, lang, { day: tellDay(walk.publishedAt, lang) })}
            {walk.complementedAt !== undefined &&
              ` ${say(words.complementedOn, lang, { day: tellDay(walk.complementedAt, lang) })}`}
          </p>
          <LinkButton href={page}>{say(words.readAsAll, lang)}</LinkButton>
        </div>
      )}
      {!leads && !isOut && <p className="quiet">{say(words.notPublished, lang)}</p>}
      {!leads && late.length > 0 && <p className="quiet">{say(words.complementWaits, lang, lateSaid)}</p>}
      {leads && (!isOut || late.length > 0) && (
        <section className="stack">
          <SectionHeading heading={say(isOut ? words.complementAsk : words.publishAsk, lang)} level={3} />
          <p className="measure">
            {isOut
              ? say(words.complementText, lang, lateSaid)
              : `${sumSaid(rows, lang)} ${say(words.publishText, lang, { page })}`}
          </p>
          <div>
            <Button kind="turn" busy={publish.busy} onPress={() => void send()}>
              {say(isOut ? words.publishComplement : words.publish, lang)}
            </Button>
          </div>
          {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        </section>
      )}
    </>
  );
}
