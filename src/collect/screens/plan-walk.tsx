import { useMemo, useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { listWalks, openWalk, planWalk } from "../api.ts";
import { LeftFromLast } from "../walks/screens/left.tsx";
import { draftOfPlan, EMPTY_PLAN, PlanFields, planSaid } from "../walks/screens/plan-fields.tsx";
import { RouteFields } from "../walks/screens/route-fields.tsx";
import { draftOfStops, withStops } from "../walks/draft-stops.ts";
import { routeKept } from "../walks/route.ts";
import { lastOfEach } from "../walks/series.ts";
import { readWalkForm } from "../xlsform/api.ts";
import { ReadForm } from "../xlsform/screens/read-form.tsx";
import { screenWords as formWords } from "../xlsform/words.ts";
import { Asked } from "../../ui/asked.tsx";
import { words } from "./words.ts";

type Earlier = OutputOf<typeof listWalks>["walks"][number];

/** /lyssna/<p>/ny-vandring: ten minutes at a desk; what an earlier walk knew is not typed again. */
export function PlanWalkScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  const walks = useAnswer(listWalks, { partnership });
  const plan = useCommand(planWalk);
  const [draft, setDraft] = useState(EMPTY_PLAN);
  const [route, setRoute] = useState(withStops([]));
  const [earlier, setEarlier] = useState<Earlier>();
  const [refusal, setRefusal] = useState<string>();
  const known = walks.state === "answered" ? walks.value.walks : [];
  const last = useAnswer(openWalk, { partnership, slug: earlier?.slug ?? "" }, { enabled: earlier !== undefined });

  const latest = lastOfEach(known);
  const heard = last.value;
  const before = useMemo(() => heard && asBefore(heard), [heard]);

  const startFrom = (walk: Earlier) => {
    setEarlier(walk);
    setDraft({ ...draftOfPlan(walk), day: draft.day });
    setRoute(draftOfStops(walk.stops, { isOwn: false }));
  };
  // «Planera en ny likadan»: begun from the walk that was called off.
  const alike = new URLSearchParams(location.search).get("likadan");
  const wanted = earlier === undefined ? known.find(({ slug }) => slug === alike) : undefined;
  if (wanted !== undefined) startFrom(wanted);
  const takeForm = ({ title, theme, stops }: OutputOf<typeof readWalkForm>) => {
    setDraft({ ...draft, title: title === "" ? draft.title : title, theme: theme ?? draft.theme });
    if (stops.length > 0) setRoute(draftOfStops(stops, { isOwn: false }));
  };
  const send = async () => {
    const said = planSaid(draft);
    const stops = route.stops.map(({ name, question, position }) => ({
      name,
      question,
      ...(position === undefined ? {} : { position }),
    }));
    if (said === undefined || stops.length === 0 || draft.village.trim() === "")
      return setRefusal(say(words.planIncomplete, lang));
    const result = await plan.run({
      partnership,
      ...said,
      stops,
      route: [...routeKept(stops, earlier)],
      ...(earlier === undefined ? {} : { after: earlier.slug }),
    });
    if (result.ok) go(`/lyssna/${partnership}/vandring-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };

  return (
    <>
      <PageHeading heading={say(words.planHeading, lang)} over={partnershipName} lead={say(words.planLead, lang)} />
      <ReadForm
        door={readWalkForm}
        partnership={partnership}
        lang={lang}
        onRead={takeForm}
        told={(form) => say(formWords.readStops, lang, { count: form.stops.length })}
      />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {latest.length > 0 && (
          <div className="row">
            {latest.map((walk) => (
              <Button key={walk.id} onPress={() => startFrom(walk)}>
                {say(words.basedOnLast, lang, { village: walk.village })}
              </Button>
            ))}
          </div>
        )}
        {earlier !== undefined && (
          <>
            <Notice heading={say(words.basedOn, lang, { title: earlier.title })} live />
            <Asked answer={last} lang={lang}>
              {(value) => <LeftFromLast rows={value.rows} lang={lang} />}
            </Asked>
          </>
        )}
        <PlanFields value={draft} onChange={setDraft} partnership={partnership} lang={lang}>
          <RouteFields
            key={earlier?.id ?? ""}
            value={route}
            onChange={setRoute}
            kept={earlier}
            before={before}
            partnership={partnership}
            village={draft.village}
            lang={lang}
          />
        </PlanFields>
        <Button type="submit" kind="main" busy={plan.busy}>
          {say(words.plan, lang)}
        </Button>
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      </form>
    </>
  );
}

/** The earlier walk as the one before the next: each point at the stop where it was said. */
function asBefore({ walk, rows, notes }: OutputOf<typeof openWalk>) {
  const stopOf = (noteId: string) => notes.find(({ id }) => id === noteId)?.stopId;
  return { ...walk, rows: rows.map((row) => ({ ...row, stopId: stopOf(row.observationId) })) };
}
