import { useMemo } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Position } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { MapView } from "../../../platform/browser/map/map.tsx";
import type { Mark } from "../../../platform/browser/map/marks.ts";
import { type openWalk, showGround } from "../../api.ts";
import { mapWords } from "../../screens/field-words.ts";
import type { openWalkDesk } from "../api.ts";
import { isUnfinished } from "../series.ts";
import { stopMarks } from "./stop-marks.ts";
import { words } from "./words.ts";

type Walk = OutputOf<typeof openWalk>["walk"];
type Before = OutputOf<typeof openWalkDesk>["before"];
type Props = { readonly walk: Walk; readonly before: Before; readonly partnership: string; readonly lang: Lang };

/** The route with its stops, and grey flags where something is left from last time. The lists beside say the same. */
export function WalkMap({ walk, before, partnership, lang }: Props) {
  const ground = useAnswer(showGround, { partnership });
  const marks = useMemo(() => [...flagsOf(before), ...stopMarks(walk.stops)], [walk.stops, before]);
  const route = useMemo(() => (walk.route.length < 2 ? [] : [walk.route]), [walk.route]);
  const view = useMemo(() => [...positionsOf(marks), ...walk.route], [marks, walk.route]);
  if (ground.state !== "answered" || marks.length === 0) return null;
  return (
    <div className="stack-tight">
      <div className="point-map">
        <MapView
          words={mapWords(say(words.walkMap, lang, { name: walk.village }), lang)}
          basemap={`/basemap/${ground.value.code}.json`}
          outline={ground.value.outline}
          outlined={route}
          marks={marks}
          view={view}
          fallback={null}
        />
      </div>
      <p className="small quiet">{say(words.walkMapText, lang)}</p>
    </div>
  );
}

/** One flag a spot, however much is left there. */
export function flagsOf(before: Before): readonly Mark[] {
  const left = (before?.rows ?? []).filter(isUnfinished);
  return (before?.stops ?? []).flatMap(({ id, name, position }): Mark[] =>
    position === undefined || !left.some(({ stopId }) => stopId === id)
      ? []
      : [{ id: `left ${id}`, name, knowledge: "recorded", isFlag: true, place: { kind: "point", position } }],
  );
}

function positionsOf(marks: readonly Mark[]): readonly Position[] {
  return marks.flatMap(({ place }) => (place.kind === "point" ? [place.position] : []));
}
