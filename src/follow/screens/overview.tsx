import type { Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { whoAmI } from "../../partnership/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { today } from "../../platform/browser/device.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay, formatInstant } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { waiting } from "../api.ts";
import { words } from "../words.ts";
import { Clocks } from "./clocks.tsx";

const TURN_WORDS = {
  sign: [words.sign, words.signText],
  "second-key": [words.secondKey, words.secondKeyText],
  weigh: [words.weigh, words.weighText],
  "approve-report": [words.approveReport, words.approveReportText],
} as const;

/** /oversikt: what waits for me, over all my partnerships. */
export function OverviewScreen({ lang }: ScreenProps) {
  const me = useAnswer(whoAmI, {});
  return (
    <>
      <PageHeading heading={say(words.overview, lang)} over={formatDay(today(), lang)} />
      {me.state === "waiting" && <Loading text={say(words.loading, lang)} />}
      {me.state === "answered" &&
        me.value.partnerships.map(({ slug, name }) => (
          <Waiting key={slug} partnership={slug} name={name} lang={lang} />
        ))}
    </>
  );
}

function Waiting({ partnership, name, lang }: { partnership: string; name: string; lang: Lang }) {
  const answer = useAnswer(waiting, { partnership });
  if (answer.state !== "answered") return <Loading text={say(words.loading, lang)} />;
  const { turns, red, clocks, newest } = answer.value;
  return (
    <section className="stack">
      <SectionHeading heading={name}>
        <a href={`/lyssna/${partnership}`}>{say(words.open, lang)}</a>
      </SectionHeading>
      <div className="split">
        <div className="stack">
          <h3>{say(words.yourTurn, lang)}</h3>
          {turns.length === 0 ? (
            <Empty heading={say(words.nothingWaits, lang)} text={say(words.nothingWaitsText, lang)} />
          ) : (
            <ul className="list">
              {turns.map((turn, place) => {
                const [heading, text] = TURN_WORDS[turn.kind];
                return (
                  <li
                    key={turn.kind + turn.href}
                    className={place === 0 ? "list-turn list-row-acting" : "list-row-acting"}
                  >
                    <div>
                      <b>{say(heading, lang, { title: turn.title })}</b>
                      <p>{say(text, lang)}</p>
                    </div>
                    <LinkButton href={turn.href} kind={place === 0 ? "main" : "plain"}>
                      {say(words.open, lang)}
                    </LinkButton>
                  </li>
                );
              })}
            </ul>
          )}
          {red.length > 0 && (
            <>
              <h3>{say(words.redList, lang)}</h3>
              <ul className="list">
                {red.map((row) => (
                  <li key={row.href} className="list-row-acting">
                    <div>
                      <a href={row.href}>{row.title}</a>
                      <p className="quiet">{row.unit}</p>
                    </div>
                    <b>{say(words.behindRow, lang, { count: row.behind })}</b>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className="stack">
          <h3>{say(words.clocksHeading, lang)}</h3>
          <Clocks rows={clocks} lang={lang} />
        </div>
      </div>
      {newest.length > 0 && (
        <DataTable
          caption={say(words.newest, lang)}
          rows={newest}
          rowKey={(row) => row.id}
          columns={[
            {
              head: say(words.newest, lang),
              names: true,
              cell: (row) => (
                <>
                  <span lang="sv">{row.text}</span> {row.example && <ExampleMark lang={lang} />}
                </>
              ),
            },
            { head: say(words.where, lang), cell: (row) => <span lang="sv">{row.place}</span> },
            { head: say(words.source, lang), cell: (row) => row.source },
            {
              head: say(words.when, lang),
              cell: (row) => (row.at === null ? "" : formatInstant(row.at as Instant, lang)),
            },
          ]}
        />
      )}
    </section>
  );
}
