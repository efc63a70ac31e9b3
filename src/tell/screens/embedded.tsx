import { STATUS_KINDS } from "../../follow/screens/status-kinds.ts";
import { statuses } from "../../follow/words.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { formatDay } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { Status } from "../../ui/status.tsx";
import { embeddedOf, linesOf, type Progress, progressOf } from "../embedded.ts";
import { embeddedWords } from "../embedded-words.ts";
import type { ToldPledge } from "../site.ts";
import { answers, words } from "../words.ts";
import { ANSWER_KINDS } from "./answers.tsx";
import { COLOURS, PICTURE_STYLE } from "./embedded-look.ts";
import { inLang, sayMany, type PageProps } from "./frame.tsx";
import { partnershipHeading } from "./partnership.tsx";
import { worstStatus } from "./pledge-card.tsx";

type Props = PageProps & { readonly origin: string };

/** /ockelbo/ruta: what stands in a frame on somebody else's site. Every way out opens beside it, since the page around it is not ours. */
export function EmbeddedBox(props: Props) {
  const { site, lang, origin } = props;
  const { pledges, more, progress, answer } = embeddedOf(site);
  const at = (path: string) => `${origin}${inLang(`/${site.slug}${path}`, lang)}`;
  return (
    <main>
      <h1>
        <Mark />
        <Out href={at("")}>{partnershipHeading(site, lang)}</Out>
      </h1>
      <p className="small" lang="sv">
        {site.parties.map(({ name }) => name).join(", ")}
      </p>
      {isExample(props) && <p className="example">{say(embeddedWords.example, lang)}</p>}
      {pledges.length > 0 && (
        <>
          <Track progress={progress} />
          <p>{sayProgress(progress, lang)}</p>
          <ul>
            {pledges.map((pledge) => (
              <Promised key={pledge.slug} pledge={pledge} href={at(`/lofte/${pledge.slug}`)} lang={lang} />
            ))}
          </ul>
          {more > 0 && (
            <p>
              <Out href={at("/medborgarlofte")}>{sayMany(embeddedWords.more, more, lang, { more: String(more) })}</Out>
            </p>
          )}
        </>
      )}
      {answer !== undefined && (
        <section className="part">
          <h2>{say(embeddedWords.lastAnswer, lang)}</h2>
          <p lang="sv">«{answer.said}»</p>
          <p>
            <Status kind={ANSWER_KINDS[answer.answer]} word={say(answers[answer.answer], lang)} as="text" />
          </p>
          <p className="small">
            {say(words.answeredOn, lang, { day: formatDay(answer.on, lang) })} ·{" "}
            <Out href={at("/du-sa")}>{say(embeddedWords.readAnswer, lang)}</Out>
          </p>
        </section>
      )}
      <p className="part">
        <Out href={at("")}>{say(embeddedWords.readAll, lang)}</Out>
      </p>
      {site.lastWord !== null && (
        <p className="small">{say(embeddedWords.lastWord, lang, { day: formatDay(site.lastWord.on, lang) })}</p>
      )}
      <p className="small">{say(embeddedWords.newTab, lang)}</p>
    </main>
  );
}

function Promised({ pledge, href, lang }: { pledge: ToldPledge<PublicCount>; href: string; lang: Lang }) {
  const worst = worstStatus(pledge.activities);
  return (
    <li className="part">
      <p className="small">{say(words.pledgeNumber, lang, { number: pledge.order })}</p>
      <p className="word" lang="sv">
        <Out href={href}>{pledge.text}</Out>
      </p>
      <p className="small">{sayProgress(progressOf(pledge.activities), lang)}</p>
      {worst !== undefined && (
        <p className="small">
          <Status kind={STATUS_KINDS[worst.status]} word={say(statuses[worst.status], lang)} as="text" />{" "}
          {say(words.judgedIn, lang, { name: worst.report })}
        </p>
      )}
    </li>
  );
}

function Out({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The sentence beside it says the same. */
function Track({ progress }: { progress: Progress }) {
  if (progress.all === 0) return null;
  return (
    <svg className="track" aria-hidden="true">
      <rect className="track-bed" width="100%" height="10" />
      <rect className="track-done" width={`${shareOf(progress)}%`} height="10" />
    </svg>
  );
}

const shareOf = ({ done, all }: Progress) => (all === 0 ? 0 : Math.round((100 * done) / all));
const isExample = ({ site, demo }: PageProps) => site.example || (demo && site.current.some(({ example }) => example));

/** "3 av 5 aktiviteter är gjorda, 1 har börjat". */
function sayProgress({ done, begun, all }: Progress, lang: Lang): string {
  if (all === 0) return say(embeddedWords.noActivities, lang);
  const told = say(embeddedWords.progress, lang, { done, all });
  return begun === 0 ? told : `${told}, ${say(embeddedWords.begun, lang, { begun })}`;
}

export const PICTURE = { width: 480, height: 220 } as const;
/** A heading of so many letters a line is within the picture in any of the letters it may be set in. */
const HEADING = { letters: 31, lines: 2 } as const;
const LINE = 56;
const day = (colour: keyof typeof COLOURS) => COLOURS[colour][0];

/** /ockelbo/ruta.svg: the same in short, for sites that take no frames. Letters are whatever the reader's machine has. */
export function EmbeddedPicture(props: Props) {
  const { site, lang, origin } = props;
  const { document, progress } = embeddedOf(site);
  const heading = partnershipHeading(site, lang);
  const title = plain(heading);
  const last =
    site.lastWord === null ? "" : say(embeddedWords.lastWord, lang, { day: formatDay(site.lastWord.on, lang) });
  const told = [
    ...(document === undefined ? [] : [sayProgress(progress, lang)]),
    ...(last === "" ? [] : [last]),
    ...(isExample(props) ? [say(embeddedWords.example, lang)] : []),
  ].map(plain);
  const address = plain(`${origin.replace(/^https?:\/\//, "")}/${site.slug}`);
  const { width, height } = PICTURE;
  const headings = linesOf(title, HEADING.letters, HEADING.lines);
  const track = 58 + headings.length * 26;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      lang={lang}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="t d"
      fontFamily="'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif"
    >
      <title id="t">{title}</title>
      <desc id="d">{[...told, ...site.parties.map(({ name }) => plain(name))].join(". ")}</desc>
      <style>{PICTURE_STYLE}</style>
      <rect
        className="paper edge"
        x="0.5"
        y="0.5"
        width={width - 1}
        height={height - 1}
        fill={day("--color-paper")}
        stroke={day("--color-line")}
      />
      <g className="ink" fill={day("--color-ink")} transform="translate(20 18) scale(.75)">
        <path d="M2 45 19.4 15.6 24.6 24.4 12.4 45Z" />
        <path d="M46 45 28.6 15.6 23.4 24.4 35.6 45Z" />
        <path d="M24 2.5 31.6 15.3 24 28.1 16.4 15.3Z" fill="#e4f03c" stroke="#12201d" strokeWidth="2.6" />
      </g>
      <text className="quiet" x="68" y="30" fontSize="13" fill={day("--color-ink-2")}>
        {linesOf(plain(site.parties.map(({ name }) => name).join(", ")), LINE, 1)[0]}
      </text>
      {headings.map((line, place) => (
        <text
          key={line}
          className="ink"
          x="68"
          y={56 + place * 26}
          fontSize="21"
          fontWeight="700"
          fill={day("--color-ink")}
        >
          {line}
        </text>
      ))}
      {document !== undefined && progress.all > 0 && (
        <>
          <rect className="bed" x="20" y={track} width="440" height="10" fill={day("--color-sunk")} />
          <rect
            className="ink"
            x="20"
            y={track}
            width={(440 * shareOf(progress)) / 100}
            height="10"
            fill={day("--color-ink")}
          />
        </>
      )}
      {told.map((line, place) => (
        <text
          key={line}
          className={place === 0 ? "ink" : "quiet"}
          x="20"
          y={track + 30 + place * 18}
          fontSize={place === 0 ? 16 : 13}
          fill={day(place === 0 ? "--color-ink" : "--color-ink-2")}
        >
          {line}
        </text>
      ))}
      <text className="link" x="20" y={height - 12} fontSize="13" fill={day("--color-link")}>
        {linesOf(address, LINE, 1)[0]}
      </text>
    </svg>
  );
}

/** What may not stand in XML at all is left out. */
function plain(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

/** How long the box is likely to be where it is narrow: what is longer is scrolled to. */
export function likelyHeight({ site }: Pick<PageProps, "site">): number {
  const { pledges, answer } = embeddedOf(site);
  const lines = (letters: number, text: string) => Math.ceil(text.length / letters);
  const promised = pledges.reduce((sum, { text }) => sum + 100 + 27 * lines(30, text), 0);
  const answered = answer === undefined ? 0 : 110 + 24 * lines(36, answer.said);
  return Math.ceil((230 + promised + answered) / 20) * 20;
}
