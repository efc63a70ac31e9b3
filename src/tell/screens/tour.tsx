import type { ReactNode } from "react";
import { STATUS_KINDS } from "../../follow/screens/status-kinds.ts";
import { statuses } from "../../follow/words.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SerifQuote } from "../../ui/serif-quote.tsx";
import { STAGE_KEYS, StageLine, type StageKey } from "../../ui/stage-line.tsx";
import { Status } from "../../ui/status.tsx";
import { words as stages } from "../../ui/words.ts";
import type { Site, ToldPledge } from "../site.ts";
import { tour, words } from "../words.ts";
import { Reasons } from "./answers.tsx";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { tourStages } from "./plain.tsx";
import { movedOf, sayEvidence } from "./pledge-card.tsx";
import { sayOccasion } from "./said.ts";

type Stage = {
  /** What there is of it in the open; a stage that has nothing yet says so. */
  readonly body: ReactNode;
  readonly see: string;
  readonly work: string;
  readonly example?: boolean | undefined;
};

/** /rundtur: one observation through the seven stages in two minutes, each with what really lies in the database and the way to it. */
export function TourPage(props: PageProps) {
  const { lang } = props;
  const told = stagesOf(props);
  return (
    <Frame
      {...props}
      address="/rundtur"
      site={undefined}
      hero={
        <>
          <div className="hero">
            <div className="wrap">
              <PageHeading heading={say(words.tour, lang)} lead={say(words.tourLead, lang)} document />
            </div>
          </div>
          <StageLine lang={lang} stages={tourStages(lang, "")} as="folded" />
        </>
      }
    >
      <ol className="way">
        {STAGE_KEYS.map((key, place) => (
          <li key={key} className="way-stage" id={key}>
            <div className="stack-tight">
              <p className="small quiet">
                {say(words.step, lang, { number: place + 1 })} · {say(stages[key], lang)}
              </p>
              <h2>{say(tour[key].heading, lang)}</h2>
              {told[key].example === true && (
                <p>
                  <ExampleMark lang={lang} />
                </p>
              )}
            </div>
            <div>
              {told[key].body ?? <p className="quiet">{say(words.stageEmpty, lang)}</p>}
              <ul className="row">
                <li>
                  <LinkButton href={inPart(told[key].see, lang)}>{say(tour[key].see, lang)}</LinkButton>
                </li>
                <li>
                  <a className="small" href={told[key].work}>
                    {say(words.tourWork, lang, { stage: say(stages[key], lang) })}
                  </a>
                </li>
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </Frame>
  );
}

/** The reader's language goes before the part of the page. */
function inPart(address: string, lang: Lang): string {
  const [path = "", part] = address.split("#");
  return part === undefined ? inLang(path, lang) : `${inLang(path, lang)}#${part}`;
}

/** The promise that shows most of the way: heard on a walk, done, followed up, asked about again. */
export function tourPledge({ current }: Site): ToldPledge<PublicCount> | undefined {
  const shown = ({ problems, activities, indicators }: ToldPledge<PublicCount>) =>
    [
      problems.some(({ points }) => points.length > 0),
      activities.some(({ occasions }) => occasions.length > 0),
      activities.some(({ status }) => status !== null),
      indicators.some(({ readings }) => readings.length > 1),
      indicators.some(({ column }) => column === "experience"),
    ].filter(Boolean).length;
  return current.toSorted((a, b) => shown(b) - shown(a))[0];
}

function stagesOf(props: PageProps): Readonly<Record<StageKey, Stage>> {
  const { site, lang } = props;
  const home = `/${site.slug}`;
  const pledge = tourPledge(site);
  const problem = pledge?.problems[0];
  const point = problem?.points[0];
  const walk = site.walks.find(({ slug }) => slug === point?.walk) ?? site.walks[0];
  const report = pledge?.activities.find(({ status }) => status !== null)?.status?.report ?? site.reports.at(-1)?.slug;
  const own = pledge === undefined ? home : `${home}/lofte/${pledge.slug}`;
  const document = site.documents.find(({ slug }) => slug === pledge?.documentSlug);
  const signed = document?.signatures.flatMap(({ on }) => (on === null ? [] : [on])).at(-1);
  const example = pledge?.example;
  return {
    collect: {
      body: heard(props, walk, point?.number),
      see:
        walk === undefined
          ? home
          : `${home}/vandring/${walk.slug}${point === undefined ? "" : `#punkt-${point.number}`}`,
      work: `/lyssna${home}`,
      example: walk?.rows.some((row) => row.example),
    },
    picture: {
      body: problem !== undefined && (
        <>
          <p>{say(words.tourPicture, lang)}</p>
          <ul className="bullets">
            {sayEvidence(problem, lang).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="small quiet">{say(words.tourPictureHow, lang)}</p>
        </>
      ),
      see: `${own}#varfor`,
      work: `/lagesbild${home}`,
      example,
    },
    prioritise: {
      body: problem !== undefined && (
        <>
          <p className="strong" lang="sv">
            {problem.title}
          </p>
          <Reasons site={site} reasons={problem.reasons} />
        </>
      ),
      see: `${home}/du-sa`,
      work: `/prioritera${home}`,
      example,
    },
    pledge: {
      body: pledge !== undefined && (
        <>
          <p className="word" lang="sv">
            {pledge.text}
          </p>
          {signed !== undefined && (
            <p className="small quiet">{say(words.tourSigned, lang, { day: formatDay(signed, lang) })}</p>
          )}
        </>
      ),
      see: `${home}/medborgarlofte/${pledge?.documentSlug ?? ""}`,
      work: `/lova${home}`,
      example,
    },
    act: { body: pledge !== undefined && done(pledge, lang), see: `${own}#gor`, work: `/gora${home}`, example },
    follow: {
      body: pledge !== undefined && followed(pledge, lang),
      see: report === undefined ? `${home}/rapport` : `${home}/rapport/${report}`,
      work: `/folj-upp${home}`,
      example,
    },
    tell: {
      body: <p>{say(words.tourTold, lang)}</p>,
      see: home,
      work: `/beratta${home}`,
    },
  };
}

function heard({ lang }: PageProps, walk: Site["walks"][number] | undefined, number: number | undefined): ReactNode {
  const row = walk?.rows.find((one) => one.number === number) ?? walk?.rows[0];
  if (walk === undefined || row === undefined) return undefined;
  return (
    <SerifQuote
      text={row.text}
      textLang="sv"
      from={
        <>
          <span lang="sv">{row.place}</span> ·{" "}
          {say(words.pointOfWalk, lang, { number: row.number, day: formatDay(walk.on, lang) })}
        </>
      }
    />
  );
}

function done({ activities }: ToldPledge<PublicCount>, lang: PageProps["lang"]): ReactNode {
  const activity = activities.find(({ occasions }) => occasions.length > 0);
  if (activity === undefined) return undefined;
  return (
    <>
      <p lang="sv">{activity.text}</p>
      <ul className="bullets">
        {activity.occasions.slice(0, 3).map((occasion) => (
          <li key={occasion.on + occasion.place}>
            {formatDay(occasion.on, lang)}: <span lang="sv">{sayOccasion(occasion, "sv")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function followed(pledge: ToldPledge<PublicCount>, lang: PageProps["lang"]): ReactNode {
  const { activities } = pledge;
  const activity = activities.find(({ status }) => status !== null);
  const moved = movedOf(pledge, lang);
  if (activity?.status === undefined || activity.status === null) return undefined;
  return (
    <>
      <p>
        <Status kind={STATUS_KINDS[activity.status.status]} word={say(statuses[activity.status.status], lang)} />{" "}
        <span lang="sv">{activity.status.explanation}</span>
      </p>
      {moved !== undefined && (
        <p>
          <span lang="sv">{moved.indicator.name}:</span> {moved.fromTo}. <span lang="sv">{moved.indicator.caveat}</span>
        </p>
      )}
    </>
  );
}
