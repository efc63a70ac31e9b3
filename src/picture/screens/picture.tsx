import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TableTwin } from "../../ui/table-twin.tsx";
import { askPicture } from "../api.ts";
import { ELSEWHERE, UNPLACED } from "../areas.ts";
import { FEW, foremost } from "../counts.ts";
import { addressOf, type Asked, askedIn, askedOf, readQuestion } from "../question.ts";
import { groups, words } from "../words.ts";
import { EntryList, EntryTable, OpenedEntry } from "./entries.tsx";
import { Filters } from "./filters.tsx";
import { PictureMap } from "./picture-map.tsx";
import { Beside, ByCategory, ByMonth, Measured, Sources } from "./tallies.tsx";

type Picture = OutputOf<typeof askPicture>;

/** Beside the map; the rest is in the table. */
const BESIDE_MAP = 6;

/** /lagesbild/<p>: one map, one list, counts by month, category and village. The address is the question. */
export function PictureScreen(props: ScreenProps) {
  const { partnership, lang, query } = props;
  const asked = askedIn(query);
  const answer = useAnswer(askPicture, { partnership, ...asked });
  return (
    <>
      <PageHeading heading={say(words.heading, lang)} over={props.partnershipName} />
      {answer.state === "waiting" && <Loading text={say(words.heading, lang)} />}
      {(answer.state === "refused" || answer.state === "offline") && (
        <Notice
          kind="error"
          heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)}
        />
      )}
      {answer.state === "answered" && (
        <div className="stack-loose">
          <div className="stack">
            <Filters
              lang={lang}
              partnership={partnership}
              asked={askedOf(readQuestion(asked).question)}
              picture={answer.value}
              go={props.go}
            />
            {answer.value.unread.length > 0 && (
              <Notice
                heading={say(words.unread, lang)}
                text={say(words.unreadText, lang, { what: answer.value.unread.join(", ") })}
              />
            )}
            {isEmpty(answer.value) ? (
              <Empty heading={say(words.nothing, lang)} text={say(words.nothingText, lang)} level={2} />
            ) : (
              <Findings lang={lang} picture={answer.value} meeting={isMeeting(asked)} />
            )}
          </div>
          {!isEmpty(answer.value) && <Answered {...props} picture={answer.value} />}
        </div>
      )}
    </>
  );
}

const isEmpty = ({ list, measurements }: Picture) => list.length === 0 && measurements.length === 0;
const isMeeting = (asked: Asked) => readQuestion(asked).question.sharing === "shared";

function Answered({ partnership, lang, query, go, picture }: ScreenProps & { picture: Picture }) {
  const { counts, list } = picture;
  const { question } = readQuestion(askedIn(query));
  const entryId = query.get("post") || undefined;
  const address = (part: string) => `/lagesbild/${partnership}${part === "" ? "" : `?${part}`}`;
  const opened = (id: string | undefined) =>
    address([addressOf(question), ...(id === undefined ? [] : [`post=${id}`])].filter((part) => part !== "").join("&"));
  const areaName = (area: string) => {
    if (area === ELSEWHERE) return say(words.elsewhere, lang);
    if (area === UNPLACED) return say(words.unplaced, lang);
    return picture.villages.find(({ slug }) => slug === area)?.name ?? area;
  };
  const isObservation = (id: string) => list.some((entry) => entry.id === id);
  return (
    <>
      <div className="with-side map-beside">
        <TableTwin
          lang={lang}
          what="map"
          picture={
            <PictureMap
              lang={lang}
              picture={picture}
              area={question.area}
              areaName={areaName}
              onOpen={(id) => {
                if (isObservation(id)) go(opened(id));
              }}
            />
          }
          table={
            <>
              <EntryTable lang={lang} partnership={partnership} entries={list} opened={opened} />
              {list.length < counts.total + counts.summaries && (
                <p className="small quiet">
                  {say(words.listCut, lang, { shown: list.length, total: counts.total + counts.summaries })}
                </p>
              )}
            </>
          }
        />
        <aside className="stack" aria-label={say(words.entries, lang)}>
          {entryId !== undefined && <OpenedEntry lang={lang} partnership={partnership} id={entryId} opened={opened} />}
          <SectionHeading heading={say(words.latest, lang)}>
            {say(words.listed, lang, { shown: Math.min(BESIDE_MAP, list.length), total: list.length })}
          </SectionHeading>
          <EntryList lang={lang} partnership={partnership} entries={list.slice(0, BESIDE_MAP)} opened={opened} />
        </aside>
      </div>
      <ByMonth lang={lang} picture={picture} />
      <div className="split-even">
        <ByCategory
          lang={lang}
          picture={picture}
          narrowed={(word) =>
            address(addressOf({ ...question, categories: readQuestion({ kategori: word }).question.categories }))
          }
        />
        <Beside lang={lang} picture={picture} areaName={areaName} />
      </div>
      <Measured lang={lang} picture={picture} />
      <Sources lang={lang} picture={picture} />
    </>
  );
}

/** The sentences first, made of the same numbers as the pictures below them. */
function Findings({ lang, picture, meeting }: { lang: Lang; picture: Picture; meeting: boolean }) {
  const { counts, change } = picture;
  return (
    <div className="stack-tight measure">
      {meeting && <Notice heading={say(words.meeting, lang)} />}
      <h2>
        {sentenceOf(picture, lang)}
        {counts.total > 0 && counts.total < FEW && ` ${say(words.handful, lang)}`}
      </h2>
      {change !== null && (
        <p>
          {change.percent === undefined
            ? say(words.changeCounts, lang, { before: change.before, after: change.after })
            : say(words.changePercent, lang, {
                before: change.before,
                after: change.after,
                percent: `${change.percent > 0 ? "+" : ""}${change.percent}`,
              })}
        </p>
      )}
      {counts.pressSelection > 0 && (
        <p className="small quiet">{say(words.press, lang, { count: counts.pressSelection })}</p>
      )}
      {counts.summaries > 0 && <p className="small quiet">{say(words.summaries, lang, { count: counts.summaries })}</p>}
    </div>
  );
}

function sentenceOf({ counts }: Picture, lang: Lang): string {
  const most = foremost(counts.byCategory);
  if (counts.total === 1 || most === undefined) return say(words.sentencePlain, lang, { total: counts.total });
  const group = say(groups[most.key], lang).toLocaleLowerCase(lang);
  return say(words.sentence, lang, { total: counts.total, group, count: most.count });
}
