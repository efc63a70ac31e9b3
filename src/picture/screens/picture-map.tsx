import { useMemo, useState } from "react";
import type { Position } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { Seen } from "../../platform/browser/map/seen.ts";
import { formatNumber } from "../../ui/format.ts";
import { KindShape } from "../../ui/kind.tsx";
import { LegendSign, type LegendRow } from "../../ui/map-frame.tsx";
import type { Mark } from "../../platform/browser/map/marks.ts";
import { FEW, foremost } from "../counts.ts";
import { boxWritten, type EventQuestion } from "../columns/question.ts";
import type { Question } from "../question.ts";
import { explorerWords, words } from "../words.ts";
import { areaShapes } from "./area-shapes.ts";
import { breaksOf, classesOf } from "./drawn-cells.ts";
import { type CountedAreas, ExplorerMap, type MapMode } from "./explorer-map.tsx";
import type { Answer, StoreFacts } from "./explorer-messages.ts";
import { PlainMap } from "./map.tsx";
import type { Picture } from "./picture-data.ts";
import { instrumentsOf, marksOf, villageView } from "./picture-marks.ts";
import type { Explorer } from "./use-explorer.ts";
import { useMapPicture } from "./use-map-picture.ts";

type Props = {
  lang: Lang;
  question: Question;
  asked: EventQuestion | undefined;
  mode: MapMode;
  answer: Answer;
  settled: Answer | undefined;
  isMoving: boolean;
  facts: StoreFacts;
  known: Picture | undefined;
  take: Explorer["take"];
  /** The box that moving the map made: the map stands there already. */
  made: string;
  onSeen: (seen: Seen, byReader: boolean) => void;
  onMode: (mode: MapMode) => void;
  onOnlySeen: (only: boolean) => void;
  onPick: (id: string) => void;
};

const NO_RINGS: readonly never[] = [];
const NO_MARKS: readonly never[] = [];

/** A partnership's map: cells under the roads, stretches and points above, and a counted card for what has no place. */
export function PictureMap(props: Props) {
  const { lang, question, mode, answer, facts, known, isMoving } = props;
  const { explored, cells } = answer;
  const entries = useMemo(() => new Map(known?.list.map((entry) => [entry.id, entry])), [known]);
  const seenMarks = useMemo(
    () => marksOf(answer.points, entries, facts.sources, known),
    [answer.points, entries, facts.sources, known],
  );
  const instruments = useMemo(() => instrumentsOf(known?.measurements ?? [], lang), [known, lang]);
  // Painted by area, one counts areas: marks on top would be counted once more by the eye.
  const marks = useMemo(
    () => (mode === "areas" ? NO_MARKS : [...seenMarks, ...instruments]),
    [mode, seenMarks, instruments],
  );
  const still = isMoving ? undefined : props.asked;
  const areas = useAreas(explored, facts, known);
  const picture = useMapPicture(props.take, still, mode, cells, question.sharing !== "public", areas);
  const view = useFitted(props);
  const name = known?.ground.name ?? "";
  const outline = known?.ground.outline ?? NO_RINGS;
  const unplaced = Math.round(explored.unplaced);
  const placed = Math.round(explored.total) - unplaced;
  const isPublic = question.sharing === "public";
  const isFew = isPublic && placed > 0 && placed < FEW;
  // Of the events, whether they are drawn one by one or by the cell.
  const label = say(words.mapLabel, lang, { name, count: placed });
  if (known === undefined) return null;
  return (
    <ExplorerMap
      lang={lang}
      label={label}
      sentence={isFew ? say(explorerWords.publicFew, lang) : mapSentence(explored, facts, known, lang)}
      cellsHeading={explorerWords.cellsHeading}
      areasHeading={explorerWords.areasHeading}
      picture={picture}
      isMoving={isMoving}
      marks={marks}
      outline={outline}
      basemap={`/basemap/${known.ground.code}.json`}
      view={view}
      legend={legendOf(
        marks,
        answer.points === undefined && placed > 0 && question.sharing !== "public" && mode !== "areas",
        lang,
      )}
      unplaced={isPublic && unplaced < FEW ? undefined : unplacedOf(unplaced, lang)}
      credit={say(words.credit, lang)}
      onMode={props.onMode}
      onlySeen={question.box !== undefined}
      onOnlySeen={props.onOnlySeen}
      onSeen={props.onSeen}
      onPick={props.onPick}
      fallback={
        <PlainMap
          label={label}
          outline={outline}
          villages={known.villages}
          drawn={marks.map(({ id, place, knowledge, name: said }) => ({ id, place, knowledge, name: said }))}
        />
      }
    />
  );
}

/** What is counted in each area, on the ground it is counted on. */
function useAreas({ areas }: Answer["explored"], facts: StoreFacts, known: Picture | undefined) {
  const shapes = useMemo(
    () => (known === undefined ? [] : areaShapes(known.villages, known.ground.outline ?? NO_RINGS)),
    [known],
  );
  return useMemo((): CountedAreas => {
    const counts = Float64Array.from(shapes, ({ code }) =>
      Math.round(areas[facts.areas.findIndex((area) => area.code === code)] ?? 0),
    );
    const breaks = breaksOf(counts);
    const classes = classesOf(counts, breaks);
    return { breaks, painted: shapes.map((shape, at) => ({ ...shape, painted: classes[at] ?? 0 })) };
  }, [shapes, areas, facts]);
}

/** Where the map goes when another place is asked for. It stays where the reader put it while all else changes. */
function useFitted({ question, known, made }: Props): readonly Position[] | undefined {
  const { area, box } = question;
  const written = box === undefined ? "" : boxWritten(box);
  const key = known === undefined ? "" : `${area ?? ""}/${written === made ? "" : written}`;
  const [fitted, setFitted] = useState<{ readonly key: string; readonly view: readonly Position[] | undefined }>();
  if (known !== undefined && fitted?.key !== key && !(written !== "" && written === made)) {
    const view: readonly Position[] | undefined =
      box === undefined
        ? villageView(
            known.villages.find(({ slug }) => slug === area),
            known,
          )
        : [
            [box.west, box.south],
            [box.east, box.north],
          ];
    setFitted({ key, view });
    return view;
  }
  return fitted?.view;
}

function mapSentence({ total, unplaced, areas }: Answer["explored"], facts: StoreFacts, known: Picture, lang: Lang) {
  const most = foremost(
    known.villages.map(({ slug }) => {
      const count = Math.round(areas[facts.areas.findIndex(({ code }) => code === slug)] ?? 0);
      return { key: slug, count, few: false };
    }),
  );
  const area = known.villages.find(({ slug }) => slug === most?.key)?.name;
  return [
    say(words.mapSentence, lang, {
      placed: formatNumber(Math.round(total) - Math.round(unplaced), lang),
      total: formatNumber(Math.round(total), lang),
    }),
    ...(most === undefined || area === undefined
      ? []
      : [say(words.mapForemost, lang, { area, count: formatNumber(most.count, lang) })]),
  ].join(" ");
}

function legendOf(marks: readonly Mark[], tooMany: boolean, lang: Lang): LegendRow[] {
  const kindWord = { felt: words.legendFelt, recorded: words.legendRecorded, measured: words.legendMeasured };
  const kinds = (["felt", "recorded", "measured"] as const).filter((knowledge) =>
    marks.some((mark) => mark.knowledge === knowledge && mark.place.kind === "point"),
  );
  return [
    ...kinds.map((knowledge) => ({ sign: <KindShape kind={knowledge} />, sentence: say(kindWord[knowledge], lang) })),
    ...(marks.some(({ place }) => place.kind === "segment")
      ? [{ sign: <LegendSign sign="stretch" />, sentence: say(words.legendStretch, lang) }]
      : []),
    ...(tooMany ? [{ sign: null, sentence: say(explorerWords.tooManyPoints, lang) }] : []),
  ];
}

function unplacedOf(count: number, lang: Lang) {
  return count === 0
    ? undefined
    : {
        heading: say(words.unplacedHeading, lang, { count: formatNumber(count, lang) }),
        text: say(words.unplacedText, lang),
      };
}
