import { useEffect, useMemo, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { metresBetween } from "../../../ground/earth.ts";
import type { Position } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { MapView } from "../../../platform/browser/map/map.tsx";
import { boxAround, middleOf, type Seen } from "../../../platform/browser/map/seen.ts";
import { Button } from "../../../ui/button.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { SURE_METRES } from "../../field-note.ts";
import { byDistance, distanceSaid, fiveDecimals, isWithin, type NamedPlace } from "../../pointed.ts";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { fieldWords, mapWords } from "../../screens/field-words.ts";
import { usePlaces } from "../../screens/use-places.ts";
import { words as walkWords } from "../../screens/words.ts";
import type { openWalkDesk } from "../api.ts";
import { type DraftStop, movedBy, type RouteDraft, stopsWritten, withStops } from "../draft-stops.ts";
import { lengthOf, minutesOf, routeKept } from "../route.ts";
import { flagsOf } from "./walk-map.tsx";
import { words } from "./words.ts";

type Before = OutputOf<typeof openWalkDesk>["before"];
type Props = {
  readonly value: RouteDraft;
  readonly onChange: (draft: RouteDraft) => void;
  /** The way it was drawn, for as long as the stops stand where they stood. */
  readonly kept:
    | { readonly stops: readonly { position?: Position | undefined }[]; readonly route: readonly Position[] }
    | undefined;
  /** What is left from last time lies there as grey flags. */
  readonly before: Before;
  readonly partnership: string;
  readonly village: string;
  readonly lang: Lang;
};
/** Some hundred metres either way. */
const NEAR = 0.006;
const IN_THE_LIST = 40;

/** «Rutt»: the stops one a line, the map they lie on, and the list that says the same. Every stop is placed by a press, by hand, by key, by name or by where one stands. */
export function RouteFields({ value, onChange, kept, before, partnership, village, lang }: Props) {
  const { stops } = value;
  const [chosenKey, setChosen] = useState<string>();
  const [told, setTold] = useState("");
  const [seen, setSeen] = useState<Seen>();
  const panel = useRef<HTMLDivElement>(null);
  const { places: known, basemap, outline } = usePlaces(partnership, { enabled: true });
  const flags = useMemo(() => flagsOf(before), [before]);
  const route = useMemo(() => routeKept(stops, kept), [stops, kept]);
  const lines = useMemo(() => (route.length < 2 ? [] : [route]), [route]);
  const view = useFirstView(stops, known, village);
  const number = stops.findIndex(({ key }) => key === chosenKey) + 1;
  const chosen = stops[number - 1];

  const whereIs = (place: number, among: readonly DraftStop[]) =>
    sayWhere(place, among, { places: known, outline, lang });
  const change = (next: readonly DraftStop[], about: string) => {
    onChange(withStops(next));
    setTold(about);
  };
  const put = (key: string, [lon, lat]: Position, more = "") => {
    const position: Position = [fiveDecimals(lon), fiveDecimals(lat)];
    const next = stops.map((stop) => (stop.key === key ? { ...stop, position } : stop));
    const place = next.findIndex((stop) => stop.key === key);
    const there = next[place];
    if (there === undefined) return;
    const isFirstTime = stops[place]?.position === undefined;
    const { name } = there;
    change(
      next,
      [say(words.stopIs, lang, { number: place + 1, name, where: whereIs(place, next) }), more]
        .filter(Boolean)
        .join(" "),
    );
    // The next that is on no map: stop after stop is placed by a press each.
    if (isFirstTime) setChosen(next.find((stop) => stop.position === undefined)?.key);
  };
  const choose = (key: string) => {
    setChosen(key);
    panel.current?.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
  };
  // The phone finds itself seconds later: what was written meanwhile stands, and a stop that has gone stays away.
  const latest = useRef<typeof put>(undefined);
  useEffect(() => {
    latest.current = put;
    return () => {
      latest.current = undefined;
    };
  });
  const standHere = (key: string) => {
    const notFound = () => setTold(say(words.noPosition, lang));
    if (!("geolocation" in navigator)) return notFound();
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        const metres = Math.round(accuracy);
        const unsure = metres > SURE_METRES ? say(words.stopUnsure, lang, { metres }) : "";
        latest.current?.(key, [longitude, latitude], unsure);
      },
      notFound,
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  const moved = useMemo(
    () =>
      stops.flatMap(({ key, name, position }, place) =>
        position === undefined
          ? []
          : [
              {
                id: key,
                name: say(words.stopHandle, lang, { number: place + 1, name }),
                label: String(place + 1),
                position,
                isChosen: key === chosenKey,
              },
            ],
      ),
    [stops, chosenKey, lang],
  );
  const near = chosen?.position ?? (seen && middleOf(seen));
  return (
    <div className="stack">
      <PersonText
        about="place"
        lang={lang}
        label={say(walkWords.stopsField, lang)}
        guide={say(walkWords.stopsGuide, lang)}
        value={value.text}
        onChange={(text) => onChange(stopsWritten(text, value))}
        rows={8}
        required
      />
      <section className="stack">
        <SectionHeading heading={say(words.routeField, lang)} />
        <p className="small quiet">{say(words.routeGuide, lang)}</p>
        {outline !== undefined && (
          <div className="point-map">
            <MapView
              words={mapWords(say(words.walkMap, lang, { name: village }), lang)}
              basemap={basemap}
              outline={outline}
              outlined={lines}
              marks={flags}
              moved={{ handles: moved, onMove: put, onChoose: setChosen }}
              view={view}
              onPoint={(position) => chosen !== undefined && put(chosen.key, position)}
              onSeen={setSeen}
              fallback={<p className="quiet">{say(words.noRouteMap, lang)}</p>}
            />
          </div>
        )}
        <p role="status">{told}</p>
        <p>{sayLength(route, lang)}</p>
        {flags.length > 0 && <p className="small quiet">{say(words.walkMapText, lang)}</p>}
        <div ref={panel} tabIndex={-1} className="stack">
          {chosen === undefined ? (
            <p className="quiet">{say(words.chooseStop, lang)}</p>
          ) : (
            <>
              <p>
                <b>{say(words.placing, lang, { number, name: chosen.name })}</b> {say(words.placingGuide, lang)}
              </p>
              <div className="row">
                {seen !== undefined && (
                  <Button small onPress={() => put(chosen.key, middleOf(seen))}>
                    {say(fieldWords.pointMiddle, lang)}
                  </Button>
                )}
                <Button small onPress={() => standHere(chosen.key)}>
                  {say(words.standHere, lang)}
                </Button>
              </div>
              <Select
                label={say(words.namedPlace, lang)}
                value=""
                onChange={(name) => {
                  const found = known.find((place) => place.name === name);
                  if (found !== undefined) put(chosen.key, found.position);
                }}
                options={[
                  { value: "", word: say(words.chooseNamed, lang) },
                  ...(near === undefined ? [] : byDistance(near, known))
                    .slice(0, IN_THE_LIST)
                    .map(({ name }) => ({ value: name, word: name })),
                ]}
              />
            </>
          )}
        </div>
        <ol className="list" aria-label={say(words.routeField, lang)}>
          {stops.map((stop, place) => (
            <StopRow
              key={stop.key}
              stop={stop}
              number={place + 1}
              where={whereIs(place, stops)}
              lang={lang}
              onPlace={() => choose(stop.key)}
              onStep={(by) => step(stop, place, by)}
              onTakeAway={() =>
                change(
                  stops.filter(({ key }) => key !== stop.key),
                  say(words.takenAway, lang, { name: stop.name }),
                )
              }
            />
          ))}
        </ol>
      </section>
    </div>
  );

  function step({ name }: DraftStop, place: number, by: 1 | -1) {
    const next = movedBy(stops, place, by);
    if (next !== stops) change(next, say(words.nowNumber, lang, { name, number: place + 1 + by, count: stops.length }));
  }
}

type RowProps = {
  readonly stop: DraftStop;
  readonly number: number;
  readonly where: string;
  readonly lang: Lang;
  readonly onPlace: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onTakeAway: () => void;
};

/** The list twin of a stop on the map. */
function StopRow({ stop, number, where, lang, onPlace, onStep, onTakeAway }: RowProps) {
  const acts = [
    ["placeOnMap", onPlace],
    ["up", () => onStep(-1)],
    ["down", () => onStep(1)],
    ["takeAway", onTakeAway],
  ] as const;
  return (
    <li>
      <p>
        <b>
          {number}. {stop.name}
        </b>{" "}
        <span className="quiet">{where}</span>
      </p>
      <div className="row">
        {acts.map(([word, act]) => (
          <Button key={word} small onPress={act} label={`${say(words[word], lang)}: ${stop.name}`}>
            {say(words[word], lang)}
          </Button>
        ))}
      </div>
    </li>
  );
}

/** What is placed already, else the village that was named, else the whole of the municipality; it does not move while somebody works. */
function useFirstView(
  stops: readonly DraftStop[],
  known: readonly NamedPlace[],
  village: string,
): readonly Position[] | undefined {
  const [placed] = useState(() => stops.flatMap(({ position }) => (position === undefined ? [] : [position])));
  const home = known.find(({ name }) => name.toLowerCase() === village.trim().toLowerCase())?.position;
  return useMemo(() => {
    if (placed.length > 0) return placed;
    if (home === undefined) return undefined;
    return boxAround(home, NEAR);
  }, [placed, home]);
}

type Knowing = {
  readonly places: readonly NamedPlace[];
  readonly outline: readonly (readonly Position[])[] | undefined;
  readonly lang: Lang;
};

/** «Närmast Skolan, 120 m. 210 m från stopp 1.» */
function sayWhere(place: number, stops: readonly DraftStop[], { places, outline = [], lang }: Knowing): string {
  const stop = stops[place];
  const position = stop?.position;
  if (stop === undefined || position === undefined) return say(words.notOnMap, lang);
  if (outline.length > 0 && !isWithin(position, outline)) return say(words.stopOutside, lang);
  const nearest = byDistance(position, places).find(({ name }) => name !== stop.name);
  const earlier = stops[place - 1]?.position;
  const said = [
    nearest && say(words.nearestTo, lang, { name: nearest.name, distance: distanceSaid(nearest.metres, lang) }),
    earlier &&
      say(words.fromStop, lang, { distance: distanceSaid(metresBetween(earlier, position), lang), number: place }),
  ].filter((one) => one !== undefined);
  return said.length === 0 ? say(words.onMap, lang) : said.join(" ");
}

function sayLength(route: readonly Position[], lang: Lang): string {
  if (route.length < 2) return say(words.noRouteYet, lang);
  const metres = lengthOf(route);
  return say(words.routeLength, lang, { distance: distanceSaid(metres, lang), minutes: minutesOf(metres) });
}
