import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatList } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { openWalk } from "../../api.ts";
import { type openWalkDesk, setStops } from "../api.ts";
import { draftOfStops, type RouteDraft } from "../draft-stops.ts";
import { routeKept } from "../route.ts";
import { RouteFields } from "./route-fields.tsx";
import { WalkMap } from "./walk-map.tsx";
import { words } from "./words.ts";

type Props = {
  readonly walk: OutputOf<typeof openWalk>["walk"];
  readonly before: OutputOf<typeof openWalkDesk>["before"];
  readonly partnership: string;
  readonly lang: Lang;
};

/** The route at the desk, until there is a protocol: what the meeting before added is placed, and what was placed wrongly is moved. */
export function RouteDesk({ walk, before, partnership, lang }: Props) {
  const save = useCommand(setStops);
  const [draft, setDraft] = useState<RouteDraft>();
  const [told, setTold] = useState<{ readonly done?: string; readonly refusal?: string }>({});
  const unplaced = walk.stops.filter(({ position }) => position === undefined);
  const send = async () => {
    if (draft === undefined) return;
    const result = await save.run({
      partnership,
      slug: walk.slug,
      stops: draft.stops.map(({ id, name, question, position }) => ({
        name,
        question,
        ...(id === undefined ? {} : { id }),
        ...(position === undefined ? {} : { position }),
      })),
      removed: walk.stops.map(({ id }) => id).filter((id) => !draft.stops.some((stop) => stop.id === id)),
      route: [...routeKept(draft.stops, walk)],
    });
    setTold(result.ok ? { done: say(words.routeSaved, lang, result.value) } : { refusal: result.refusal.sentence });
    if (result.ok) setDraft(undefined);
  };
  if (draft === undefined)
    return (
      <div className="stack">
        <WalkMap walk={walk} before={before} partnership={partnership} lang={lang} />
        {unplaced.length > 0 && (
          <Notice
            kind="advice"
            heading={say(words.unplaced, lang, { count: unplaced.length })}
            text={formatList(
              unplaced.map(({ name }) => name),
              lang,
            )}
          />
        )}
        {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
        <div className="row">
          <Button
            onPress={() => {
              setTold({});
              setDraft(draftOfStops(walk.stops, { isOwn: true }));
            }}
          >
            {say(words.changeRoute, lang)}
          </Button>
        </div>
      </div>
    );
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RouteFields
        value={draft}
        onChange={setDraft}
        kept={walk}
        before={before}
        partnership={partnership}
        village={walk.village}
        lang={lang}
      />
      <div className="row">
        <Button type="submit" kind="main" busy={save.busy}>
          {say(words.saveRoute, lang)}
        </Button>
        <Button onPress={() => setDraft(undefined)}>{say(words.leaveRoute, lang)}</Button>
      </div>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
    </form>
  );
}
