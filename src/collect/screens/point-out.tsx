import { useEffect, useMemo, useState } from "react";
import type { Position } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import { MapView } from "../../platform/browser/map/map.tsx";
import { boxAround, middleOf, type Seen } from "../../platform/browser/map/seen.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { type Ground, groundAlong } from "./along.ts";
import { fieldWords, mapWords } from "./field-words.ts";
import { stopMarks } from "../walks/screens/stop-marks.ts";
import type { Walk } from "./walk-row.ts";

type Props = {
  readonly partnership: string;
  readonly name: string;
  readonly phone: Phone;
  /** Its route and stops are on the map. */
  readonly walk: Walk | undefined;
  /** Where to look first. */
  readonly around: Position | undefined;
  readonly pointed: Position | undefined;
  readonly lang: Lang;
  readonly onPoint: (position: Position | undefined) => void;
};

/** Some hundred metres either way. */
const NEAR = 0.004;

/** «Peka på kartan»: where the phone is unsure of its place, or the place is not where one stands. Works from the ground that was taken along. */
export function PointOut({ partnership, name, phone, walk, around, pointed, lang, onPoint }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [ground, setGround] = useState<Ground>();
  const [first, setFirst] = useState<Position>();
  const [seen, setSeen] = useState<Seen>();
  const { storage, personId } = phone;
  // Where nobody knows where one stands, the whole of the walk.
  const walked = useMemo(() => positionsOf(walk), [walk]);
  const [stops, route] = useMemo(
    () => [
      walk === undefined ? [] : stopMarks(walk.stops),
      walk === undefined || walk.route.length < 2 ? [] : [walk.route],
    ],
    [walk],
  );
  useEffect(() => {
    if (isOpen) void groundAlong(storage, personId, partnership).then(setGround);
  }, [isOpen, storage, personId, partnership]);
  const open = () => {
    setFirst(around);
    setOpen(true);
  };
  if (!isOpen)
    return (
      <div className="row">
        <Button small onPress={open}>
          {say(fieldWords.pointOut, lang)}
        </Button>
        {pointed !== undefined && (
          <>
            <span role="status">{say(fieldWords.pointed, lang)}</span>
            <Button small onPress={() => onPoint(undefined)}>
              {say(fieldWords.pointAway, lang)}
            </Button>
          </>
        )}
      </div>
    );
  const choose = (position: Position) => {
    onPoint(position);
    setOpen(false);
  };
  const noMap = <p className="quiet">{say(fieldWords.noMap, lang)}</p>;
  if (ground === undefined) return noMap;
  const view = first === undefined ? walked : boxAround(first, NEAR);
  return (
    <div className="stack">
      <p className="quiet">{say(fieldWords.pointGuide, lang)}</p>
      <div className="point-map">
        <MapView
          words={mapWords(say(fieldWords.mapLabel, lang, { name }), lang)}
          basemap={ground.basemap}
          outline={ground.outline}
          marks={stops}
          outlined={route}
          view={view}
          onPoint={choose}
          onSeen={setSeen}
          fallback={noMap}
        />
      </div>
      {seen !== undefined && (
        <div className="row">
          <Button small onPress={() => choose(middleOf(seen))}>
            {say(fieldWords.pointMiddle, lang)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Undefined where no stop has a position. */
function positionsOf(walk: Walk | undefined): readonly Position[] | undefined {
  const known = (walk?.stops ?? []).flatMap(({ position }) => (position === undefined ? [] : [position]));
  return known.length === 0 ? undefined : known;
}
