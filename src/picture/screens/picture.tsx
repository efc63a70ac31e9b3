import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { comparisonOf, movedAlong, otherOf, withComparison } from "./compared.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { TableTwin } from "../../ui/table-twin.tsx";
import { askPicture } from "../api.ts";
import { UNPLACED } from "../areas.ts";
import { FEW } from "../counts.ts";
import {
  addressOf,
  askedIn,
  daysAsked,
  eventQuestionOf,
  type Question,
  readQuestion,
  SHARING_WORDS,
} from "../question.ts";
import { explorerWords, unopened, words } from "../words.ts";
import { Compare } from "./compare.tsx";
import type { Answer, StoreFacts } from "./explorer-messages.ts";
import { ExplorerTime } from "./explorer-time.tsx";
import { Filters } from "./filters.tsx";
import { Findings, sentenceOf, TotalSure } from "./findings.tsx";
import { News } from "./news.tsx";
import type { Picture } from "./picture-data.ts";
import { type MapMode, MAP_MODES, MODE_WORDS } from "./explorer-map.tsx";
import { PictureList } from "./picture-list.tsx";
import { PictureMap } from "./picture-map.tsx";
import { EntryTable } from "./entries.tsx";
import { Still } from "./still.tsx";
import { AreaTable, Beside, Measured, Sources, Tallies } from "./tallies.tsx";
import { dayOfNumber, periodSaid } from "./period.ts";
import { type Explorer, useExplorer } from "./use-explorer.ts";
import { useGesture } from "./use-gesture.ts";
import { useCalmly } from "./use-calmly.ts";
import { useMapView } from "./use-map-view.ts";
import { useUsual } from "./use-usual.ts";

/** What the address says: the question, and how the map shows it. */
type Looked = { readonly question: Question; readonly mode: MapMode };

function readLooked(said: string): Looked {
  const query = new URLSearchParams(said);
  const mode = MAP_MODES.find((one) => MODE_WORDS[one] === (query.get("karta") ?? ""));
  return { question: readQuestion(askedIn(query)).question, mode: mode ?? "cells" };
}

/** Where the picture stands: by itself, or on the wall of a meeting, where it is of what both see and nothing else can be chosen. */
export type PicturePlace = {
  readonly path: string;
  /** A part of the address that is not the question and stays as the question changes. */
  readonly kept: string;
  /** What the meeting says over it. */
  readonly onWall?: ReactNode;
};

/** /lagesbild/<p>: a map, a list, time and the week, what and from whom; all of them one question. The address is the question. */
export function PictureScreen(props: ScreenProps) {
  return <AskedPicture {...props} place={{ path: `/lagesbild/${props.partnership}`, kept: "" }} />;
}

export function AskedPicture(props: ScreenProps & { place: PicturePlace }) {
  const { partnership, lang, place } = props;
  const { path, kept, onWall } = place;
  const isOnWall = onWall !== undefined;
  const startOver = kept === "" ? path : `${path}?${kept}`;
  const said = useMemo(() => {
    const query = new URLSearchParams(props.query);
    if (isOnWall) query.set("delning", SHARING_WORDS.shared);
    return query.toString();
  }, [props.query, isOnWall]);
  const write = useCallback(({ question, mode }: Looked) => addressWith({ path, kept }, question, mode), [path, kept]);
  const { value, isMoving, move } = useGesture(said, readLooked, write);
  const settled = useMemo(() => readLooked(said), [said]);
  const looked = isMoving ? value : settled;
  // As it is written: what is not understood is told.
  const server = useAnswer(askPicture, { partnership, ...askedIn(new URLSearchParams(said)) });
  const known = useLast(server.state === "answered" ? server.value : undefined);
  // On the wall the browser holds what both see and nothing else: what is not there cannot come out.
  const from = useMemo(
    () => ({
      address: `/api/picture/${partnership}/columns${isOnWall ? `?delning=${SHARING_WORDS.shared}` : ""}`,
    }),
    [partnership, isOnWall],
  );
  const explorer = useExplorer(from);
  const { holding } = explorer;
  const facts = holding.state === "open" ? holding.facts : undefined;
  const change = useCallback(
    (changed: Partial<Question>, isSettled = true, byHand = false) =>
      move({ ...looked, question: movedAlong({ ...looked.question, ...changed }, looked.question) }, isSettled, byHand),
    [move, looked],
  );
  const refused = server.state === "refused" && known === undefined ? server.refusal.sentence : undefined;
  return (
    <div className="explorer">
      <Filters
        lang={lang}
        partnership={partnership}
        startOver={startOver}
        isOnWall={isOnWall}
        question={looked.question}
        sources={known?.sources ?? []}
        villages={known?.villages ?? []}
        span={facts?.days === undefined ? undefined : [dayOfNumber(facts.days[0]), dayOfNumber(facts.days[1])]}
        onChange={change}
      />
      <Said lang={lang} question={looked.question} unread={server.value?.unread ?? []} onWall={onWall} />
      {holding.state === "failed" && (
        <div className="explorer-said">
          <Notice
            kind="error"
            heading={say(unopened[holding.trouble], lang)}
            text={say(explorerWords.endedText, lang)}
            live
          >
            <Button onPress={explorer.again}>{say(explorerWords.tryAgain, lang)}</Button>
          </Notice>
        </div>
      )}
      {refused !== undefined && (
        <div className="explorer-said">
          <Notice kind="error" heading={refused} />
        </div>
      )}
      {holding.state === "opening" && refused === undefined && <Loading text={say(explorerWords.counting, lang)} />}
      {facts !== undefined && (
        <Explored
          {...props}
          startOver={startOver}
          looked={looked}
          isMoving={isMoving}
          explorer={explorer}
          facts={facts}
          known={known}
          heard={server.state === "answered" ? server.value : undefined}
          change={change}
          onMode={(mode) => move({ ...looked, mode }, true)}
        />
      )}
    </div>
  );
}

function addressWith({ path, kept }: PicturePlace, question: Question, mode: MapMode, entry?: string): string {
  const parts = [
    kept,
    addressOf(question),
    ...(MODE_WORDS[mode] === "" ? [] : [`karta=${MODE_WORDS[mode]}`]),
    ...(entry === undefined ? [] : [`post=${entry}`]),
  ].filter((part) => part !== "");
  return `${path}${parts.length === 0 ? "" : `?${parts.join("&")}`}`;
}

/** What was last told stays while the next is asked. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

/** Over everything: what the reader must know of what is shown. */
function Said(props: { lang: Lang; question: Question; unread: readonly string[]; onWall: ReactNode }) {
  const { lang, question, unread, onWall } = props;
  if (question.sharing === "all" && unread.length === 0) return null;
  return (
    <div className="explorer-said">
      {onWall}
      {question.sharing === "shared" && <Notice heading={say(words.meeting, lang)} />}
      {question.sharing === "public" && <Notice heading={say(explorerWords.publicNotice, lang)} />}
      {unread.length > 0 && (
        <Notice heading={say(words.unread, lang)} text={say(words.unreadText, lang, { what: unread.join(", ") })} />
      )}
    </div>
  );
}

type ExploredProps = ScreenProps & {
  place: PicturePlace;
  startOver: string;
  looked: Looked;
  isMoving: boolean;
  explorer: Explorer;
  facts: StoreFacts;
  /** What the server last told, and what it tells of just this question. */
  known: Picture | undefined;
  heard: Picture | undefined;
  change: (changed: Partial<Question>, settled?: boolean, byHand?: boolean) => void;
  onMode: (mode: MapMode) => void;
};

function Explored(props: ExploredProps) {
  const { partnership, lang, query, place, looked, isMoving, explorer, facts, known, heard, change } = props;
  const { question, mode } = looked;
  const { ask, answer, settled } = explorer;
  const onBox = useCallback(
    (box: NonNullable<Question["box"]>) => change({ box, area: undefined }, true, true),
    [change],
  );
  const map = useMapView(question.box === undefined ? undefined : onBox);
  const sources = known?.sources;
  const inWords = useMemo(() => ({ category: [...facts.categories], source: [...facts.sources] }), [facts]);
  const asked = useMemo(
    () => (sources === undefined ? undefined : eventQuestionOf(question, inWords, sources)),
    [question, inWords, sources],
  );
  const compared = useMemo(() => {
    const other = otherOf(question);
    return other === undefined || sources === undefined ? [] : [eventQuestionOf(other, inWords, sources)];
  }, [question, inWords, sources]);
  const breaks = isMoving ? settled?.cells?.breaks : undefined;
  useEffect(() => {
    if (asked === undefined) return;
    ask({
      question: asked,
      view: map.view,
      breaks,
      unplaced: question.area === UNPLACED,
      listed: isMoving ? 0 : 1,
      beside: compared,
    });
  }, [ask, asked, map.view, breaks, question.area, isMoving, compared]);
  // Drawn after what moves: tables never hold up a brush.
  const behind = useCalmly(answer, isMoving);
  const usual = useUsual(explorer.take, asked, isMoving);
  const post = query.get("post") || undefined;
  const opened = (id: string | undefined) => addressWith(place, question, mode, id);
  const days = daysAsked(question);
  const areaName = (area: string) => nameOfArea(area, known, lang);
  if (answer === undefined) return <Loading text={say(explorerWords.counting, lang)} />;
  const { explored } = answer;
  const sentence = sentenceOf(explored, facts, question, lang);
  const list = (heard ?? known)?.list ?? [];
  // On the wall nothing is opened that is not in the list: the list is of what both see.
  const entryId = place.onWall === undefined || list.some(({ id }) => id === post) ? post : undefined;
  const isEmpty = Math.round(explored.total) === 0 && heard !== undefined && heard.list.length === 0;
  const isPublic = question.sharing === "public";
  const askedFor = addressOf({ ...question, compared: undefined });
  const isFew = isPublic && Math.round(explored.total) > 0 && Math.round(explored.total) < FEW;
  const chosenDays = explored.days.counts.length === 0 ? undefined : periodOf(explored, days);
  return (
    <>
      <div className="explorer-map">
        <h2 className="visually-hidden">{say(explorerWords.map, lang)}</h2>
        <TableTwin
          lang={lang}
          what="map"
          picture={
            <Still isMoving={isMoving} of={answer}>
              <PictureMap
                lang={lang}
                question={question}
                asked={asked}
                mode={mode}
                answer={answer}
                settled={settled}
                isMoving={isMoving}
                facts={facts}
                known={known}
                take={explorer.take}
                made={map.made}
                onSeen={map.onSeen}
                onMode={props.onMode}
                onOnlySeen={(only) => change({ box: only ? map.take() : undefined, area: undefined })}
                onPick={(id) => {
                  if (list.some((entry) => entry.id === id)) props.go(opened(id));
                }}
              />
            </Still>
          }
          table={
            <Still isMoving={isMoving}>
              {mode === "areas" && (
                <div className="twin-part">
                  <AreaTable lang={lang} explored={explored} facts={facts} known={known} withheld={isPublic} />
                </div>
              )}
              <EntryTable
                lang={lang}
                partnership={partnership}
                entries={list}
                opened={opened}
                total={Math.round(explored.total)}
              />
            </Still>
          }
        />
      </div>
      <aside className="explorer-side" aria-label={say(words.entries, lang)}>
        <div className="stack-tight">
          {isEmpty ? (
            <Empty
              heading={say(words.nothing, lang)}
              text={say(words.nothingText, lang)}
              level={2}
              action={
                <LinkButton small href={props.startOver}>
                  {say(words.clear, lang)}
                </LinkButton>
              }
            />
          ) : (
            <h2>{sentence}</h2>
          )}
          <p className="visually-hidden" role="status">
            {isMoving ? "" : isEmpty ? say(words.nothing, lang) : sentence}
          </p>
          <Still isMoving={isMoving}>
            {heard !== undefined && !isFew && (
              <Findings lang={lang} picture={heard} isCompared={question.compared !== undefined} />
            )}
            {place.onWall === undefined && !isEmpty && !isFew && askedFor !== "" && (
              <LinkButton small href={`/prioritera/${partnership}?fraga=${encodeURIComponent(askedFor)}`}>
                {say(words.makeProblem, lang)}
              </LinkButton>
            )}
            {!isEmpty && !isFew && (
              <TotalSure
                lang={lang}
                explored={explored}
                period={chosenDays}
                leastTold={isPublic ? FEW : 1}
                sources={usedSources(explored, facts, question, known).map(({ name }) => name)}
              />
            )}
          </Still>
        </div>
        <Still isMoving={isMoving}>
          <News lang={lang} partnership={partnership} sharing={question.sharing} />
          <PictureList
            lang={lang}
            partnership={partnership}
            list={list}
            isOld={heard === undefined || isMoving}
            entryId={entryId}
            opened={opened}
            total={Math.round(explored.total)}
          />
          {known !== undefined && (
            <Beside
              lang={lang}
              byArea={known.counts.byArea}
              villages={known.villages}
              areaName={areaName}
              withheld={isPublic}
            />
          )}
        </Still>
      </aside>
      <ExplorerTime
        lang={lang}
        explored={explored}
        behind={(behind ?? answer).explored}
        isMoving={isMoving}
        isByMonth={facts.isByMonth}
        from={days.from}
        to={days.to}
        hours={question.hours}
        usual={usual}
        fewBelow={isPublic ? FEW : undefined}
        countHead={say(words.entries, lang)}
        onDays={(first, last, isSettled) => change({ from: first, to: last }, isSettled, true)}
        onHours={(hours, isSettled) => change({ hours }, isSettled, true)}
      />
      <div className="explorer-what">
        <h2 className="visually-hidden">{say(explorerWords.whatHeading, lang)}</h2>
        <Still isMoving={isMoving} of={behind}>
          <Tallies
            lang={lang}
            explored={behind?.explored ?? explored}
            facts={facts}
            question={question}
            known={known}
            onChange={change}
          />
        </Still>
      </div>
      <div className="explorer-more">
        <Still isMoving={isMoving}>
          <PictureCompare {...props} answer={answer} areaName={areaName} />
          {heard !== undefined && <Measured lang={lang} measurements={heard.measurements} />}
          <Sources lang={lang} used={usedSources(explored, facts, question, known)} />
        </Still>
      </div>
    </>
  );
}

function usedSources(
  { sources }: Answer["explored"],
  facts: StoreFacts,
  question: Question,
  known: Picture | undefined,
): Picture["sources"] {
  return (known?.sources ?? []).filter(
    ({ slug }) =>
      (sources[facts.sources.indexOf(slug)] ?? 0) > 0 &&
      (question.sources.length === 0 || question.sources.includes(slug)),
  );
}

function nameOfArea(area: string, known: Picture | undefined, lang: Lang): string {
  if (area === "ovriga") return say(words.elsewhere, lang);
  if (area === UNPLACED) return say(words.unplaced, lang);
  return known?.villages.find(({ slug }) => slug === area)?.name ?? area;
}

/** The days of the selection: what was asked for, else from the first to the last there is. */
function periodOf({ days }: Answer["explored"], asked: ReturnType<typeof daysAsked>) {
  const last = days.first + days.counts.length - 1;
  return { from: asked.from ?? dayOfNumber(days.first), to: asked.to ?? dayOfNumber(last) };
}

function PictureCompare(props: ExploredProps & { answer: Answer; areaName: (area: string) => string }) {
  const { lang, looked, known, answer, change, areaName } = props;
  const { question } = looked;
  const { compared } = question;
  const days = daysAsked(question);
  const hasTime = days.from !== undefined && days.to !== undefined;
  const chosen = comparisonOf(question);
  const here = question.area === undefined ? say(explorerWords.wholeMunicipality, lang) : areaName(question.area);
  const isPlace = compared !== undefined && "area" in compared;
  const nameOf = ({ from, to, area }: Question) =>
    isPlace
      ? area === undefined
        ? here
        : areaName(area)
      : periodSaid(daysAsked({ from, to }).from, daysAsked({ from, to }).to, lang);
  const other = otherOf(question);
  const [counted] = answer.beside;
  return (
    <Compare
      lang={lang}
      chosen={chosen}
      needsTime={!hasTime}
      options={[
        ...(hasTime
          ? [
              { value: "fore", word: say(explorerWords.compareBefore, lang) },
              { value: "ar", word: say(explorerWords.compareYear, lang) },
            ]
          : []),
        ...(chosen === "annan" && other !== undefined ? [{ value: "annan", word: nameOf(other) }] : []),
        ...(known?.villages ?? [])
          .filter(({ slug }) => slug !== question.area)
          .map(({ slug, name }) => ({ value: slug, word: name })),
      ]}
      now={{ name: nameOf(question), total: answer.explored.total }}
      other={
        other === undefined || counted === undefined
          ? undefined
          : { name: nameOf(other), total: counted.total, isPlace }
      }
      onChoose={(value) => change({ compared: withComparison(question, value) })}
    />
  );
}
