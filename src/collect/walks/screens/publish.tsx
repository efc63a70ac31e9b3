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

/** «Publicera svaren?»: until then strangers read that the walk took place; afterwards every row, and each answer as it is given. */
export function Publishing(props: Shown & { partnership: string; leads: boolean; lang: Lang }) {
  const { walk, rows, partnership, leads, lang } = props;
  const publish = useCommand(publishProtocol);
  const [refusal, setRefusal] = useState<string>();
  const page = `/${partnership}/vandring/${walk.slug}`;
  if (walk.publishedAt !== undefined)
    return (
      <div className="row">
        <p className="quiet">{say(words.publishedOn, lang, { day: tellDay(walk.publishedAt, lang) })}</p>
        <LinkButton href={page}>{say(words.readAsAll, lang)}</LinkButton>
      </div>
    );
  if (!leads) return <p className="quiet">{say(words.notPublished, lang)}</p>;
  const send = async () => {
    const result = await publish.run({ partnership, slug: walk.slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.publishAsk, lang)} level={3} />
      <p className="measure">
        {sumSaid(rows, lang)} {say(words.publishText, lang, { page })}
      </p>
      <div>
        <Button kind="turn" busy={publish.busy} onPress={() => void send()}>
          {say(words.publish, lang)}
        </Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </section>
  );
}
