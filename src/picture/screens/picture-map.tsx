import { isDrawable, type Place, type Position } from "../../ground/place.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { MapView } from "../../platform/browser/map/map.tsx";
import type { Mark } from "../../platform/browser/map/marks.ts";
import { formatNumber } from "../../ui/format.ts";
import { KindShape } from "../../ui/kind.tsx";
import { LegendSign, MapFrame, type LegendRow } from "../../ui/map-frame.tsx";
import type { askPicture } from "../api.ts";
import { foremost } from "../counts.ts";
import { words } from "../words.ts";
import { PlainMap } from "./map.tsx";

type Picture = OutputOf<typeof askPicture>;
type Props = {
  lang: Lang;
  picture: Picture;
  /** The village that is asked for, if one is. */
  area: string | undefined;
  areaName: (area: string) => string;
  onOpen: (id: string) => void;
};

/** The one map: cells under the roads, stretches and points above, and a counted card for what has no place. */
export function PictureMap({ lang, picture, area, areaName, onOpen }: Props) {
  const { counts, ground } = picture;
  const marks = marksOf(picture, lang);
  const label = say(words.mapLabel, lang, { name: ground.name, count: marks.length });
  const most = foremost(counts.byArea.filter(({ key }) => picture.villages.some(({ slug }) => slug === key)));
  const sentence = [
    say(words.mapSentence, lang, { placed: counts.total - counts.unplaced, total: counts.total }),
    ...(most === undefined ? [] : [say(words.mapForemost, lang, { area: areaName(most.key), count: most.count })]),
  ].join(" ");
  const outline = ground.outline ?? [];
  return (
    <MapFrame
      lang={lang}
      sentence={sentence}
      credit={say(words.credit, lang)}
      legend={{ rows: legendOf(picture, marks, lang) }}
      unplaced={counts.unplaced === 0 ? undefined : unplacedOf(counts.unplaced, lang)}
    >
      <MapView
        words={{
          label,
          zoomIn: say(words.zoomIn, lang),
          zoomOut: say(words.zoomOut, lang),
          whole: say(words.whole, lang),
          scrollHint: say(words.scrollHint, lang),
          touchHint: say(words.touchHint, lang),
        }}
        basemap={`/basemap/${ground.code}.json`}
        outline={outline}
        view={viewOf(picture, area, marks)}
        marks={marks}
        cells={counts.byCell.map(({ key, count }) => ({ cell: key, count }))}
        onPick={onOpen}
        fallback={
          <PlainMap
            label={label}
            outline={outline}
            villages={picture.villages}
            drawn={marks.map(({ id, place, knowledge, name }) => ({ id, place, knowledge, name }))}
          />
        }
      />
    </MapFrame>
  );
}

/** A village fills the map with what is drawn there; where nothing is, with half its reach, which is generous. */
function viewOf({ villages }: Picture, area: string | undefined, marks: readonly Mark[]): Position[] | undefined {
  const village = villages.find(({ slug }) => slug === area);
  if (village === undefined) return undefined;
  const drawn = marks.flatMap(({ place }) => (place.kind === "point" ? [place.position] : place.line));
  if (drawn.length > 1) return drawn;
  const [lon, lat] = village.position;
  const north = village.radiusMetres / 2 / METRES_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [
    [lon - east, lat - north],
    [lon + east, lat + north],
  ];
}
const METRES_PER_DEGREE = 111_195;

function marksOf({ list, measurements }: Picture, lang: Lang): Mark[] {
  const seen = list.flatMap((one): Mark[] => {
    const place = one.place as Place;
    return isDrawable(place)
      ? [{ id: one.id, name: one.text, knowledge: one.knowledge, place, voices: one.agreed ?? 1 }]
      : [];
  });
  // Only the latest of several readings of the same thing on the same spot: two figures on one spot cannot be read.
  const newest = measurements.filter(
    ({ name }, index) => measurements.findIndex((earlier) => earlier.name === name) === index,
  );
  const measured = newest.flatMap(({ id, name, place, value, unit }): Mark[] =>
    place.kind === "point"
      ? [
          {
            id,
            name,
            knowledge: "measured",
            place: place,
            label: `${formatNumber(value, lang)} ${unit}`,
          },
        ]
      : [],
  );
  return [...seen, ...measured];
}

function legendOf({ counts }: Picture, marks: readonly Mark[], lang: Lang): LegendRow[] {
  const classes = [
    { sign: "class-2" as const, word: words.legendClass1, from: 5, to: 8 },
    { sign: "class-3" as const, word: words.legendClass2, from: 8, to: 12 },
    { sign: "class-4" as const, word: words.legendClass3, from: 12, to: 17 },
    { sign: "class-5" as const, word: words.legendClass4, from: 17, to: Number.POSITIVE_INFINITY },
  ].filter(({ from, to }) => counts.byCell.some(({ count }) => count >= from && count < to));
  const few = counts.byCell.some((cell) => cell.few);
  const kinds = (["felt", "recorded", "measured"] as const).filter((knowledge) =>
    marks.some((mark) => mark.knowledge === knowledge && mark.place.kind === "point"),
  );
  const kindWord = { felt: words.legendFelt, recorded: words.legendRecorded, measured: words.legendMeasured };
  return [
    ...(few ? [{ sign: <LegendSign sign="hatch" />, sentence: say(words.legendFew, lang) }] : []),
    ...classes.map(({ sign, word }) => ({ sign: <LegendSign sign={sign} />, sentence: say(word, lang) })),
    ...kinds.map((knowledge) => ({ sign: <KindShape kind={knowledge} />, sentence: say(kindWord[knowledge], lang) })),
    ...(marks.some(({ place }) => place.kind === "segment")
      ? [{ sign: <LegendSign sign="stretch" />, sentence: say(words.legendStretch, lang) }]
      : []),
  ];
}

function unplacedOf(count: number, lang: Lang) {
  return { heading: say(words.unplacedHeading, lang, { count }), text: say(words.unplacedText, lang) };
}
