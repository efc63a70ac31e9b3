import type { Day } from "../../ground/time.ts";
import { inSwedishOrder, say, type Lang } from "../../ground/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatList, formatNumber } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { Tag } from "../../ui/tag.tsx";
import { TextField } from "../../ui/text-field.tsx";
import {
  type FoundPromise,
  type FoundPromises,
  overviewAddress,
  type OverviewWish,
  PAGE_OF_PROMISES,
} from "../overview.ts";
import { areaName, overviewWords as words } from "../overview-words.ts";
import { sayTime } from "./said.ts";
import { Frame, inLang, sayMany } from "./frame.tsx";

export type OverviewProps = {
  readonly wish: OverviewWish;
  readonly found: FoundPromises;
  readonly choices: { readonly themes: readonly string[]; readonly areas: readonly string[] };
  readonly lang: Lang;
  readonly today: Day;
  readonly demo: boolean;
};

/** /loften: every promise there is, of this server's partnerships and of files, searched without script. */
export function OverviewPage(props: OverviewProps) {
  const { wish, found, lang, demo } = props;
  const pages = Math.max(1, Math.ceil(found.total / PAGE_OF_PROMISES));
  return (
    <Frame lang={lang} demo={demo} address="/loften">
      <PageHeading heading={say(words.heading, lang)} lead={say(words.lead, lang)} />
      <Asked {...props} />
      <section className="stack" aria-labelledby="traffar">
        <SectionHeading id="traffar" heading={sayMany(words.found, found.total, lang)} />
        {found.fromFiles > 0 && (
          <p className="small quiet">
            {sayMany(words.foundInFiles, found.fromFiles, lang, { all: formatNumber(found.total, lang) })}
          </p>
        )}
        {found.undated > 0 && <p className="small quiet">{sayMany(words.undated, found.undated, lang)}</p>}
        {found.promises.length === 0 ? (
          <Empty
            heading={say(words.nothing, lang)}
            text={say(found.total > 0 ? words.noSuchPage : words.nothingText, lang)}
          />
        ) : (
          <ol className="answers answers-wide" start={(wish.page - 1) * PAGE_OF_PROMISES + 1}>
            {found.promises.map((promise, at) => (
              // Two files may say the same of the same promise.
              <Found key={`${at} ${promise.title}`} promise={promise} lang={lang} today={props.today} />
            ))}
          </ol>
        )}
        {pages > 1 && (
          <nav className="row" aria-label={say(words.pages, lang)}>
            {wish.page > 1 && (
              <LinkButton href={inLang(overviewAddress(wish, wish.page - 1), lang)}>
                {say(words.former, lang)}
              </LinkButton>
            )}
            <span>
              {say(words.pageOf, lang, { page: formatNumber(wish.page, lang), pages: formatNumber(pages, lang) })}
            </span>
            {wish.page < pages && (
              <LinkButton href={inLang(overviewAddress(wish, wish.page + 1), lang)}>{say(words.next, lang)}</LinkButton>
            )}
          </nav>
        )}
      </section>
    </Frame>
  );
}

function Asked({ wish, choices, lang }: OverviewProps) {
  const areas = choices.areas
    .map((value) => ({ value, word: areaName(value) }))
    .toSorted((a, b) => inSwedishOrder(a.word, b.word));
  const { theme, area, from, to, notFrom, notTo, measurable, expiredAlone } = wish;
  const asksTime = from !== undefined || to !== undefined || notFrom !== "" || notTo !== "";
  const isChosen = theme !== "" || area !== "" || asksTime || measurable !== "any" || expiredAlone;
  const wrong = (read: string) => (read === "" ? undefined : say(words.notADay, lang, { read }));
  const themes = [...new Set([...choices.themes, ...(wish.theme === "" ? [] : [wish.theme])])].toSorted(inSwedishOrder);
  return (
    <search>
      <form method="get" action="/loften" className="stack">
        {lang === "en" && <input type="hidden" name="lang" value="en" />}
        <div className="measure">
          <TextField
            label={say(words.words, lang)}
            guide={say(words.wordsGuide, lang)}
            name="sok"
            type="search"
            defaultValue={wish.words}
          />
        </div>
        <details open={isChosen}>
          <summary>{say(words.more, lang)}</summary>
          <div className="stack">
            <div className="filter-row">
              <Select
                label={say(words.theme, lang)}
                name="tema"
                empty={say(words.every, lang)}
                defaultValue={wish.theme}
                options={themes.map((value) => ({ value, word: value }))}
              />
              <Select
                label={say(words.area, lang)}
                name="omrade"
                empty={say(words.every, lang)}
                defaultValue={wish.area}
                options={areas}
              />
              <DateField label={say(words.from, lang)} name="fran" defaultValue={from} error={wrong(notFrom)} />
              <DateField label={say(words.to, lang)} name="till" defaultValue={to} error={wrong(notTo)} />
              <Select
                label={say(words.measurable, lang)}
                name="tal"
                empty={say(words.every, lang)}
                defaultValue={wish.measurable === "any" ? "" : wish.measurable === "yes" ? "ja" : "nej"}
                options={[
                  { value: "ja", word: say(words.withNumber, lang) },
                  { value: "nej", word: say(words.withoutNumber, lang) },
                ]}
              />
            </div>
            <Checkbox
              name="utgangna"
              value="ja"
              label={say(words.expiredAlone, lang)}
              guide={say(words.expiredAloneGuide, lang)}
              defaultChecked={wish.expiredAlone}
            />
          </div>
        </details>
        <div className="row">
          <Button type="submit" kind="main">
            {say(words.show, lang)}
          </Button>
          <a href={inLang("/loften", lang)}>{say(words.showAll, lang)}</a>
        </div>
      </form>
    </search>
  );
}

const SHOWN = 3;

function Found({ promise, lang, today }: { promise: FoundPromise; lang: Lang; today: Day }) {
  const { file, pledges, activities, numbered } = promise;
  const [first, rest] = [pledges.slice(0, SHOWN), pledges.slice(SHOWN)];
  const own = file === null;
  return (
    <li>
      <div className="stack-tight">
        <h3 lang="sv">
          {promise.address === null ? (
            promise.title
          ) : (
            <a href={own ? inLang(promise.address, lang) : promise.address} rel={own ? undefined : "noopener"}>
              {promise.title}
            </a>
          )}
        </h3>
        <p className="row small">
          {promise.places.length > 0 && <span lang="sv">{formatList(promise.places, "sv")}</span>}
          <span>{sayTime(promise, lang)}</span>
          <Tag>{stateOf(promise, today, lang)}</Tag>
          {promise.example && <ExampleMark lang={lang} />}
        </p>
        <p className="small quiet" lang="sv">
          {formatList(promise.parties, "sv")}
        </p>
        {file !== null && (
          <p className="small">
            {say(words.fromFile, lang, { source: file.source, day: formatDay(file.retrievedOn, lang) })}
          </p>
        )}
      </div>
      <div className="stack-tight measure">
        <Words pledges={first} lang={lang} />
        {rest.length > 0 && (
          <details>
            <summary>{sayMany(words.morePromises, rest.length, lang)}</summary>
            <Words pledges={rest} lang={lang} />
          </details>
        )}
        <p className="small quiet">
          {activities === 0
            ? say(words.noActivities, lang)
            : sayMany(words.numbered, activities, lang, { numbered: formatNumber(numbered, lang) })}
        </p>
      </div>
    </li>
  );
}

function Words({ pledges, lang }: { pledges: FoundPromise["pledges"]; lang: Lang }) {
  return (
    <ul className="stack-tight">
      {pledges.map((text, at) => (
        <li
          key={`${at} ${text ?? ""}`}
          className={text === null ? "quiet" : "word"}
          lang={text === null ? undefined : "sv"}
        >
          {text ?? say(words.withheld, lang)}
        </li>
      ))}
    </ul>
  );
}

/** By the calendar, and never more than is known. */
function stateOf({ from, to, withdrawn, expiredAlone }: FoundPromise, today: Day, lang: Lang): string {
  if (withdrawn) return say(words.withdrawn, lang);
  if (expiredAlone) return say(words.isExpiredAlone, lang);
  if (to !== null && to < today) return say(words.isExpired, lang);
  if (from === null) return say(words.timeUnknown, lang);
  if (to === null) return say(words.noLastDay, lang);
  return say(from > today ? words.notBegun : words.inForce, lang);
}
