import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { formatDay, formatList } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { listRed } from "../api.ts";
import { sayAges, sayTodo, sayWhat, sayWhen } from "../said.ts";
import { words } from "../words.ts";

type Row = OutputOf<typeof listRed>["rows"][number];

/** What waits, whose it is and what to do; at the end since when, and the way there. */
export function RedRows({ rows, lang }: { rows: readonly Row[]; lang: Lang }) {
  return (
    <ul className="list">
      {rows.map((row, place) => {
        const what = sayWhat(row, lang);
        return (
          <li key={`${row.kind}-${row.title}-${row.href}-${place}`} className="list-row-acting">
            <div className="stack-tight">
              <b lang={row.title === "" ? undefined : "sv"}>{what}</b>
              <div className="row">
                <Status
                  kind={row.state === "late" ? "behind" : "waiting"}
                  word={row.state === "late" ? `${say(words.late, lang)} ${sayWhen(row, lang)}` : sayWhen(row, lang)}
                />
                <span className="small quiet">{say(words.by, lang, { day: formatDay(row.due, lang) })}</span>
              </div>
              <p className="small">{sayTodo(row, lang)}</p>
              <p className="small quiet">
                {[waits(row, lang), sayAges(row, lang), alsoTold(row, lang)].filter((said) => said !== "").join(" · ")}
              </p>
            </div>
            <LinkButton href={row.href} label={`${say(words.open, lang)}: ${what}`}>
              {say(words.open, lang)}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}

function waits({ waitsFor, unit, kind }: Row, lang: Lang): string {
  const who = formatList(waitsFor, lang);
  const named = unit === "" || kind === "owner" ? who : `${unit}, ${who}`;
  return who === "" ? "" : say(words.waitsFor, lang, { who: named });
}

function alsoTold({ alsoTold: titles }: Row, lang: Lang): string {
  if (titles === null) return "";
  return titles.length === 0
    ? say(words.nobodyToTell, lang)
    : say(words.alsoTold, lang, { titles: formatList(titles, lang) });
}

const SHOWN = 5;

/** The beginning of the list on the overview: what waits for one's own organisation before the rest. Nothing where nothing is late or soon. */
export function RedOfOverview({ partnership, lang, level }: { partnership: string; lang: Lang; level: 2 | 3 }) {
  const answer = useAnswer(listRed, { partnership });
  const rows = answer.value?.rows ?? [];
  if (rows.length === 0) return null;
  const late = rows.filter(({ state }) => state === "late");
  const shown = (late.length === 0 ? rows : late).toSorted((a, b) => Number(b.mine) - Number(a.mine)).slice(0, SHOWN);
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.redList, lang)} level={level}>
        {rows.length}
      </SectionHeading>
      <RedRows rows={shown} lang={lang} />
      <p>
        <a href={`/folj-upp/${partnership}/klockor`}>{say(words.all, lang, { count: rows.length })}</a>
      </p>
    </section>
  );
}
