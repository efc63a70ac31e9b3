import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Position } from "../../ground/place.ts";
import { monthOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { formatDay, formatMonth, formatNumber } from "../../ui/format.ts";
import { twoDigits } from "../../ui/hour-cells.ts";
import { KindShape } from "../../ui/kind.tsx";
import { Loading } from "../../ui/loading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TableTwin } from "../../ui/table-twin.tsx";
import { TallyList, type Tally } from "../../ui/tally-list.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FEW } from "../counts.ts";
import type { Box, EventQuestion } from "../columns/question.ts";
import { boxWritten } from "../columns/question.ts";
import { explorerWords, words } from "../words.ts";
import { Compare } from "./compare.tsx";
import { equallyLongBefore, sameTimeLastYear, dayOfNumber, periodSaid } from "./period.ts";
import { ExplorerMap, MOST_OUTLINED } from "./explorer-map.tsx";
import type { Answer, ListedRow, StoreFacts } from "./explorer-messages.ts";
import { ExplorerTime } from "./explorer-time.tsx";
import type { LookedAtFile } from "./file-question.ts";
import { severalSaid, TimePick } from "./filters.tsx";
import { TotalSure } from "./findings.tsx";
import { graticule } from "./graticule.ts";
import { PlainMap } from "./map.tsx";
import { Pick } from "./pick.tsx";
import { Still } from "./still.tsx";
import type { Explorer } from "./use-explorer.ts";
import { useCalmly } from "./use-calmly.ts";
import { useMapPicture } from "./use-map-picture.ts";
import { useMapView } from "./use-map-view.ts";
import { useUsual } from "./use-usual.ts";

const LISTED = 100;
const FIRST_ROWS = 8;
const NO_RINGS: readonly never[] = [];

type Props = {
  lang: Lang;
  name: string;
  looked: LookedAtFile;
  isMoving: boolean;
  explorer: Explorer;
  facts: StoreFacts;
  move: (looked: LookedAtFile, settled: boolean, byHand?: boolean) => void;
  close: ReactNode;
  about: ReactNode;
};

/** The explorer over a file: the same charts, with the file's own words, and a map of degrees. */
export function FileExplored(props: Props) {
  const { lang, looked, isMoving, explorer, facts, move } = props;
  const { question } = looked;
  const { ask, answer, settled } = explorer;
  const [against, setAgainst] = useState("");
  const change = useCallback(
    (changed: Partial<EventQuestion>, isSettled = true, byHand = false) =>
      move({ ...looked, question: { ...looked.question, ...changed } }, isSettled, byHand),
    [move, looked],
  );
  const onBox = useCallback((box: Box) => change({ where: { box } }, true, true), [change]);
  const map = useMapView(question.where === undefined ? undefined : onBox);
  const breaks = isMoving ? settled?.cells?.breaks : undefined;
  const other = useMemo(() => otherTime(question, against), [question, against]);
  useEffect(() => {
    ask({
      question,
      view: map.view,
      breaks,
      unplaced: false,
      listed: isMoving ? 0 : LISTED,
      beside: other === undefined ? [] : [other],
    });
  }, [ask, question, map.view, breaks, isMoving, other]);
  const usual = useUsual(explorer.take, question, isMoving);
  const span = facts.days && ([dayOfNumber(facts.days[0]), dayOfNumber(facts.days[1])] as const);
  // Drawn after what moves: tables never hold up a brush.
  const behind = useCalmly(answer, isMoving);
  const counted = (behind ?? answer)?.explored;
  const total = Math.round(answer?.explored.total ?? 0);
  const { categories } = question;
  const sentence = useMemo(
    () => (answer === undefined ? "" : fileSentence(answer.explored, facts, categories, lang)),
    [answer, facts, categories, lang],
  );
  return (
    <>
      <div className="explorer-bar" role="group" aria-label={say(words.filters, lang)}>
        <h1>{props.name}</h1>
        <TimePick
          lang={lang}
          from={question.from}
          to={question.to}
          hours={question.hours}
          span={span}
          onDays={(from, to) => change({ from, to })}
          onHours={(hours) => change({ hours })}
        />
        <Pick
          label={say(explorerWords.kindShort, lang)}
          value={severalSaid(question.categories, lang)}
          isSet={question.categories.length > 0}
        >
          <KindSearch lang={lang} facts={facts} answer={answer} question={question} onChange={change} />
        </Pick>
        {props.close}
      </div>
      <div className="explorer-said">
        <p className="small">
          <b>{say(explorerWords.fileStays, lang)}.</b>{" "}
          {say(explorerWords.fileRows, lang, { rows: formatNumber(facts.size, lang) })}
        </p>
        {props.about}
      </div>
      {answer === undefined || counted === undefined ? (
        <Loading text={say(explorerWords.counting, lang)} />
      ) : (
        <>
          <div className="explorer-map">
            <h2 className="visually-hidden">{say(explorerWords.map, lang)}</h2>
            <TableTwin
              lang={lang}
              what="map"
              picture={
                <Still isMoving={isMoving} of={answer}>
                  <FileMap
                    {...props}
                    answer={answer}
                    made={map.made}
                    onSeen={map.onSeen}
                    onOnlySeen={(only) => {
                      const box = only ? map.take() : undefined;
                      change({ where: box === undefined ? undefined : { box } });
                    }}
                  />
                </Still>
              }
              table={
                <Still isMoving={isMoving}>
                  <CellTable lang={lang} answer={settled ?? answer} />
                </Still>
              }
            />
          </div>
          <aside className="explorer-side" aria-label={say(words.entries, lang)}>
            <div className="stack-tight">
              {total === 0 ? (
                <Empty heading={say(words.nothing, lang)} text={say(words.nothingText, lang)} level={2} />
              ) : (
                <h2>{sentence}</h2>
              )}
              <p className="visually-hidden" role="status">
                {isMoving ? "" : sentence}
              </p>
              <Still isMoving={isMoving}>
                {total > 0 && <TotalSure lang={lang} explored={answer.explored} period={undefined} />}
              </Still>
            </div>
            <Still isMoving={isMoving}>
              <RowList lang={lang} facts={facts} rows={settled?.list ?? []} total={total} isOld={isMoving} />
            </Still>
          </aside>
          <ExplorerTime
            lang={lang}
            explored={answer.explored}
            behind={counted}
            isMoving={isMoving}
            isByMonth={facts.isByMonth}
            from={question.from}
            to={question.to}
            hours={question.hours}
            usual={usual}
            countHead={say(words.number, lang)}
            onDays={(from, to, isSettled) => change({ from, to }, isSettled, true)}
            onHours={(hours, isSettled) => change({ hours }, isSettled, true)}
          />
          <div className="explorer-what">
            <h2 className="visually-hidden">{say(explorerWords.whatHeading, lang)}</h2>
            <Still isMoving={isMoving} of={behind}>
              <div className="explorer-thirds">
                <TallyList
                  lang={lang}
                  caption={say(explorerWords.byKind, lang)}
                  heads={[say(explorerWords.kindShort, lang), say(words.number, lang)]}
                  tallies={talliesOf(facts.categories, counted.categories, question.categories, lang)}
                  chosen={question.categories}
                  onChoose={(categories) => change({ categories })}
                />
                {facts.sources.length > 1 && (
                  <TallyList
                    lang={lang}
                    caption={say(explorerWords.bySource, lang)}
                    heads={[say(words.source, lang), say(words.number, lang)]}
                    tallies={talliesOf(facts.sources, counted.sources, question.sources, lang)}
                    chosen={question.sources}
                    onChoose={(sources) => change({ sources })}
                  />
                )}
              </div>
            </Still>
          </div>
          <div className="explorer-more">
            <Still isMoving={isMoving}>
              <Compare
                lang={lang}
                chosen={against}
                needsTime={question.from === undefined || question.to === undefined}
                options={
                  question.from === undefined || question.to === undefined
                    ? []
                    : [
                        { value: "fore", word: say(explorerWords.compareBefore, lang) },
                        { value: "ar", word: say(explorerWords.compareYear, lang) },
                      ]
                }
                now={{ name: periodSaid(question.from, question.to, lang), total: answer.explored.total }}
                other={
                  other === undefined || answer.beside[0] === undefined
                    ? undefined
                    : { name: periodSaid(other.from, other.to, lang), total: answer.beside[0].total, isPlace: false }
                }
                onChoose={setAgainst}
              />
            </Still>
          </div>
        </>
      )}
    </>
  );
}

function otherTime(question: EventQuestion, against: string): EventQuestion | undefined {
  const { from, to } = question;
  if (from === undefined || to === undefined || to < from || against === "") return undefined;
  const period = against === "ar" ? sameTimeLastYear({ from, to }) : equallyLongBefore({ from, to });
  return { ...question, ...period };
}

function talliesOf(all: readonly string[], counts: Float64Array, chosen: readonly string[], lang: Lang): Tally[] {
  return all
    .flatMap((word, code): Tally[] => {
      const count = Math.round(counts[code] ?? 0);
      return count > 0 || chosen.includes(word)
        ? [{ key: word, word: word === "" ? say(explorerWords.fileNotSaid, lang) : word, count }]
        : [];
    })
    .toSorted((a, b) => a.word.localeCompare(b.word, "sv"));
}

function fileSentence(
  { total, categories }: Answer["explored"],
  facts: StoreFacts,
  chosen: readonly string[],
  lang: Lang,
): string {
  const sum = Math.round(total);
  const inIt = facts.categories.flatMap((word, code) =>
    word !== "" && (chosen.length === 0 || chosen.includes(word))
      ? [{ word, count: Math.round(categories[code] ?? 0) }]
      : [],
  );
  const [top, next] = inIt.toSorted((a, b) => b.count - a.count);
  const plain = say(explorerWords.fileSelection, lang, { total: formatNumber(sum, lang) });
  if (top === undefined || next === undefined || top.count < FEW || top.count === next.count) return plain;
  const most = say(explorerWords.mostKind, lang, {
    what: top.word,
    count: formatNumber(top.count, lang),
    total: formatNumber(sum, lang),
  });
  return `${plain} ${most}`;
}

/** Kinds of a file may be hundreds: they are searched for by a part of their name. */
function KindSearch(props: {
  lang: Lang;
  facts: StoreFacts;
  answer: Answer | undefined;
  question: EventQuestion;
  onChange: (changed: Partial<EventQuestion>) => void;
}) {
  const { lang, facts, question } = props;
  const [sought, setSought] = useState("");
  const needle = sought.toLocaleLowerCase(lang);
  const all = talliesOf(
    facts.categories,
    props.answer?.explored.categories ?? new Float64Array(0),
    facts.categories,
    lang,
  );
  const shown = all.filter(({ word }) => word.toLocaleLowerCase(lang).includes(needle)).slice(0, SHOWN_KINDS);
  return (
    <>
      <TextField label={say(explorerWords.fileSearch, lang)} value={sought} onChange={setSought} type="search" />
      <TallyList
        lang={lang}
        caption={say(explorerWords.byKind, lang)}
        captionHidden
        heads={[say(explorerWords.kindShort, lang), say(words.number, lang)]}
        tallies={shown}
        chosen={question.categories}
        // What is chosen and does not match what is sought stays chosen.
        onChoose={(keys) =>
          props.onChange({
            categories: facts.categories.filter((word) =>
              shown.some(({ key }) => key === word) ? keys.includes(word) : question.categories.includes(word),
            ),
          })
        }
      />
    </>
  );
}
const SHOWN_KINDS = 40;

function FileMap(
  props: Props & {
    answer: Answer;
    made: string;
    onSeen: ReturnType<typeof useMapView>["onSeen"];
    onOnlySeen: (only: boolean) => void;
  },
) {
  const { lang, looked, isMoving, explorer, facts, answer, move } = props;
  const { question, mode } = looked;
  const still = isMoving ? undefined : question;
  const outlined = answer.explored.total <= MOST_OUTLINED || "too-many";
  const picture = useMapPicture(explorer.take, still, mode, answer.cells, outlined);
  const marks = useMemo(
    () =>
      (answer.points ?? []).map(({ key, lon, lat, category }) => ({
        id: String(key),
        name: facts.categories[category] ?? "",
        knowledge: "recorded" as const,
        place: { kind: "point" as const, position: [lon, lat] as const },
      })),
    [answer.points, facts.categories],
  );
  const corners = useMemo(() => cornersOf(facts.extent), [facts.extent]);
  const lines = useMemo(() => (facts.extent === undefined ? NO_RINGS : graticule(facts.extent)), [facts.extent]);
  const { where } = question;
  const box = where !== undefined && "box" in where ? where.box : undefined;
  const written = box === undefined ? "" : boxWritten(box);
  const [begun] = useState(() => (box === undefined ? undefined : cornersOf(box)));
  const total = formatNumber(Math.round(answer.explored.total), lang);
  const label = say(explorerWords.fileMap, lang, { count: total });
  const placed = Math.round(answer.explored.total) - Math.round(answer.explored.unplaced);
  return (
    <ExplorerMap
      lang={lang}
      label={label}
      sentence={[
        say(explorerWords.fileMapSentence, lang, { placed: formatNumber(placed, lang), total }),
        ...(facts.outside === 0 ? [] : [outsideSaid(facts.outside, lang)]),
      ].join(" ")}
      cellsHeading={explorerWords.cellsHeadingFile}
      picture={picture}
      isMoving={isMoving}
      marks={marks}
      outline={NO_RINGS}
      lines={lines}
      view={written === "" || written === props.made ? corners : (begun ?? corners)}
      minZoom={1}
      legend={
        marks.length > 0
          ? [{ sign: <KindShape kind="recorded" />, sentence: say(words.legendRecorded, lang) }]
          : placed > 0
            ? [{ sign: null, sentence: say(explorerWords.tooManyPoints, lang) }]
            : []
      }
      onMode={(next) => move({ ...looked, mode: next }, true)}
      onlySeen={box !== undefined}
      onOnlySeen={props.onOnlySeen}
      onSeen={props.onSeen}
      fallback={
        <PlainMap
          label={label}
          outline={NO_RINGS}
          villages={NO_RINGS}
          drawn={marks.map(({ id, place, knowledge, name }) => ({ id, place, knowledge, name }))}
        />
      }
    />
  );
}

function outsideSaid(count: number, lang: Lang): string {
  return count === 1
    ? say(explorerWords.fileOutsideOne, lang)
    : say(explorerWords.fileOutside, lang, { count: formatNumber(count, lang) });
}

function cornersOf(extent: Box | undefined): Position[] | undefined {
  return extent === undefined
    ? undefined
    : [
        [extent.west, extent.south],
        [extent.east, extent.north],
      ];
}

/** The map's twin: the cells that can be seen, from the north-west. */
function CellTable({ lang, answer }: { lang: Lang; answer: Answer }) {
  const cells = answer.cells?.counted ?? [];
  if (cells.length === 0) return <p className="quiet">{say(explorerWords.tooManyPoints, lang)}</p>;
  return (
    <DataTable
      caption={say(explorerWords.cellTable, lang)}
      rows={cells}
      rowKey={({ box }) => `${box.west} ${box.north}`}
      columns={[
        { head: say(explorerWords.cellMiddle, lang), names: true, cell: ({ box }) => middleSaid(box, lang) },
        { head: say(words.number, lang), number: true, cell: ({ count }) => formatNumber(count, lang) },
      ]}
    />
  );
}

function middleSaid({ west, east, north, south }: Box, lang: Lang): string {
  return positionSaid([(east + west) / 2, (north + south) / 2], lang);
}

function positionSaid([lon, lat]: readonly [lon: number, lat: number], lang: Lang): string {
  const degrees = (value: number) => formatNumber(Math.abs(value), lang, 4);
  return `${degrees(lat)} ${lat < 0 ? "S" : "N"}, ${degrees(lon)} ${lon < 0 ? "W" : "E"}`;
}

function RowList(props: { lang: Lang; facts: StoreFacts; rows: readonly ListedRow[]; total: number; isOld: boolean }) {
  const { lang, facts } = props;
  const [shown, setShown] = useState(FIRST_ROWS);
  const rows = props.rows.slice(0, shown);
  return (
    <section className="stack-tight" aria-busy={props.isOld}>
      <SectionHeading heading={say(words.latest, lang)}>
        {say(explorerWords.listedRows, lang, {
          shown: formatNumber(rows.length, lang),
          total: formatNumber(props.total, lang),
        })}
      </SectionHeading>
      <ul className="list">
        {rows.map((row, place) => (
          // A file may say the same number of several rows.
          <li key={`${row.key} ${place}`}>
            <span className="strong">{facts.categories[row.category] || say(explorerWords.fileNotSaid, lang)}</span>
            <span className="row small quiet">
              <span>{whenSaid(row, lang)}</span>
              {facts.sources.length > 1 && <span>{facts.sources[row.source]}</span>}
              <span>
                {row.position === undefined ? say(words.unknownPlace, lang) : positionSaid(row.position, lang)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {props.rows.length > shown && (
        <Button kind="bare" small onPress={() => setShown(shown + 20)}>
          {say(explorerWords.showMore, lang)}
        </Button>
      )}
    </section>
  );
}

function whenSaid({ day, hour, coarse }: ListedRow, lang: Lang): string {
  if (day === undefined) return say(words.unknownTime, lang);
  const on = dayOfNumber(day);
  if (coarse === "year") return on.slice(0, 4);
  if (coarse === "month") return formatMonth(monthOf(on), lang);
  const said = formatDay(on, lang);
  return hour === undefined ? said : `${said}, ${twoDigits(hour)}–${twoDigits(hour + 1)}`;
}
