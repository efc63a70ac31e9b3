import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import {
  actions,
  complaintKinds,
  incomparable,
  judgements,
  meterMethods,
  replies,
  roadKeepers,
  sayComparison,
  sayFlag,
  sayRoad,
  threadStates,
} from "../../collect/traffic/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatMonth, formatNumber, formatPeriod } from "../../ui/format.ts";
import { IntervalDots } from "../../ui/interval-dots.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { roadWords, unsaidWords, whoWords } from "../road-words.ts";
import type { ToldMeasurement, ToldRoad } from "../site.ts";
import { samples, words } from "../words.ts";
import { Frame, inLang, sayCount, sayMany, type PageProps } from "./frame.tsx";

type Road = ToldRoad<PublicCount>;
type Measured = ToldMeasurement<PublicCount>;
type Shown = { readonly road: Road; readonly lang: Lang };
/** Fewer vehicles than this and the figures are said to be unsure. */
const FEW_VEHICLES = 200;

/** /ockelbo/vag/…: one stretch of road, from what was said to what was answered. */
export function RoadPage(props: PageProps & { road: Road }) {
  const { site, lang, road } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/vag/${road.slug}`}
      crumbs={[{ word: say(roadWords.roads, lang), href: `/${site.slug}#vagar` }, { word: road.name }]}
    >
      <PageHeading
        heading={<span lang="sv">{road.name}</span>}
        over={road.example ? <ExampleMark lang={lang} /> : undefined}
      />
      <Facts
        facts={[
          { name: say(roadWords.state, lang), value: say(threadStates[road.state], lang) },
          ...(road.roadKeeper === null
            ? []
            : [{ name: say(roadWords.keeper, lang), value: say(roadKeepers[road.roadKeeper], lang) }]),
          ...(road.limit === null
            ? []
            : [{ name: say(roadWords.limit, lang), value: say(roadWords.kmh, lang, { count: road.limit }) }]),
          {
            name: say(roadWords.toldBy, lang),
            value: say(roadWords.since, lang, { by: road.by, day: formatDay(road.publishedOn, lang) }),
          },
        ]}
      />
      {road.answer !== null && (
        <section className="stack">
          <SectionHeading heading={say(roadWords.answer, lang)}>{formatDay(road.answer.on, lang)}</SectionHeading>
          <p lang="sv" className="measure">
            {road.answer.text}
          </p>
        </section>
      )}
      <Said road={road} lang={lang} />
      <Measurements road={road} lang={lang} />
      {road.compared !== null && <Beside road={road} compared={road.compared} lang={lang} />}
      <Judged road={road} lang={lang} />
      <Done road={road} lang={lang} />
    </Frame>
  );
}

/** How many and of what, never in whose words. */
function Said({ road, lang }: Shown) {
  const { saidInAll, said } = road;
  const day = formatDay(road.publishedOn, lang);
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.said, lang)} />
      <p className="measure">
        {saidInAll.shown === "count" || saidInAll.shown === "at-least"
          ? say(roadWords.saidInAll, lang, { count: sayCount(saidInAll, lang), day })
          : say(roadWords.saidFew, lang, { day })}{" "}
        {say(samples["self-selected"], lang)}
      </p>
      {said.length > 0 && (
        <div className="measure stack-tight">
          <DataTable
            caption={say(roadWords.said, lang)}
            captionHidden
            rows={said}
            rowKey={({ kind }) => kind}
            columns={[
              { head: say(roadWords.about, lang), names: true, cell: ({ kind }) => say(complaintKinds[kind], lang) },
              { head: say(roadWords.howMany, lang), number: true, cell: ({ heads }) => sayCount(heads, lang) },
            ]}
          />
          {said.some(({ heads }) => heads.shown === "fewer-than" || heads.shown === "withheld") && (
            <p className="small quiet">{say(words.smallNumbers, lang)}</p>
          )}
        </div>
      )}
      {road.passedOn !== "" && (
        <Notice heading={say(roadWords.passedOn, lang)} level={3}>
          <p lang="sv">{road.passedOn}</p>
        </Notice>
      )}
    </section>
  );
}

function Measurements({ road, lang }: Shown) {
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.measured, lang)} />
      {road.measurements.length === 0 ? (
        <p>{say(roadWords.notMeasured, lang)}</p>
      ) : (
        <p className="measure small quiet">{say(roadWords.means, lang)}</p>
      )}
      {road.measurements.length > 0 && <Figures road={road} lang={lang} />}
      {road.measurements.map((one) => (
        <Cautions key={keyOf(one)} one={one} lang={lang} />
      ))}
      {road.withdrawn.map(({ from, to, road: other, on }) => {
        const detail = { period: formatPeriod(from, to, lang), day: formatDay(on, lang) };
        return (
          <p key={`${other} ${from} ${to} ${on}`}>
            {other === null
              ? say(roadWords.withdrawn, lang, detail)
              : say(roadWords.withdrawnRoad, lang, { ...detail, road: other })}
          </p>
        );
      })}
    </section>
  );
}

const keyOf = (one: Measured) => `${one.road} ${one.from} ${one.to} ${one.direction} ${one.method}`;

/** «4–10 maj 2026, 7 dygn, radar», with the road where it is the one to compare with and the direction where it is one. */
function sayWhich(one: Measured, lang: Lang): string {
  const period = formatPeriod(one.from, one.to, lang);
  const which =
    one.road === null
      ? say(roadWords.measurementOf, lang, { period })
      : say(roadWords.measurementOfRoad, lang, { road: one.road, period });
  return one.direction === "" ? which : `${which}, ${one.direction}`;
}

/** Every measurement on a line of its own, the figures under each other. */
function Figures({ road, lang }: Shown) {
  const { measurements } = road;
  const kmh = (value: number | undefined) => (value === undefined ? "–" : formatNumber(value, lang, 1));
  const limits = new Set(measurements.map(({ limit }) => limit));
  const aboves = measurements.flatMap(({ figures }) => figures?.over.map(({ above }) => above) ?? []);
  return (
    <DataTable
      caption={say(roadWords.measured, lang)}
      captionHidden
      rows={measurements}
      rowKey={keyOf}
      columns={[
        { head: say(roadWords.measurement, lang), names: true, cell: (one) => sayWhich(one, lang) },
        {
          head: say(roadWords.how, lang),
          cell: ({ days, method }) =>
            say(roadWords.rests, lang, {
              days: formatNumber(days, lang),
              method: say(meterMethods[method], lang).toLowerCase(),
            }),
        },
        { head: say(roadWords.vehicles, lang), number: true, cell: ({ vehicles }) => sayCount(vehicles, lang) },
        { head: say(roadWords.withSpeed, lang), number: true, cell: ({ withSpeed }) => sayCount(withSpeed, lang) },
        { head: say(roadWords.v85, lang), number: true, cell: ({ figures }) => sayV85(figures, lang) },
        { head: say(roadWords.mean, lang), number: true, cell: ({ figures }) => kmh(figures?.mean) },
        { head: say(roadWords.median, lang), number: true, cell: ({ figures }) => kmh(figures?.median) },
        ...[...new Set(aboves)].map((above) => ({
          head:
            above > 0
              ? say(roadWords.over, lang, { above })
              : limits.size === 1
                ? say(roadWords.overLimit, lang, { limit: measurements[0]!.limit })
                : say(roadWords.overEachLimit, lang),
          number: true,
          cell: ({ figures }: Measured) => {
            const share = figures?.over.find((one) => one.above === above);
            if (share === undefined) return "–";
            return share.told === null ? say(roadWords.fewDrivers, lang) : sayShare(share.told, lang);
          },
        })),
      ]}
    />
  );
}

/** What must be known before a measurement is believed. */
function Cautions({ one, lang }: { one: Measured; lang: Lang }) {
  const { figures, withSpeed, flags } = one;
  const heading = (text: string) => `${sayWhich(one, lang)}: ${text}`;
  const isFew = figures !== null && withSpeed.shown === "count" && withSpeed.value < FEW_VEHICLES;
  return (
    <>
      {figures === null && <Notice kind="advice" level={3} heading={heading(say(roadWords.tooFew, lang))} />}
      {isFew && <Notice kind="advice" level={3} heading={heading(say(roadWords.few, lang))} />}
      {flags.map((flag) => (
        <Notice key={JSON.stringify(flag)} kind="advice" level={3} heading={heading(sayFlag(flag, lang))} />
      ))}
    </>
  );
}

type Told = NonNullable<Measured["figures"]>;
function sayV85(figures: Told | null, lang: Lang): string {
  if (figures === null) return "–";
  const { v85, v85Within } = figures;
  if (v85 !== undefined) return `${formatNumber(v85.value, lang, 1)}${between(v85, lang)}`;
  return v85Within === undefined ? "–" : say(roadWords.v85AtLeast, lang, { from: formatNumber(v85Within.from, lang) });
}

function between({ low, high }: NonNullable<Told["v85"]>, lang: Lang): string {
  if (low === undefined || high === undefined) return "";
  return ` (${formatNumber(low, lang, 1)}–${formatNumber(high, lang, 1)})`;
}

function sayShare({ value, low, high }: NonNullable<Told["over"][number]["told"]>, lang: Lang): string {
  const percent = (part: number) => formatNumber(part * 100, lang, 1);
  const ends = { low: percent(low), high: percent(high) };
  return value === undefined
    ? say(roadWords.shareBetween, lang, ends)
    : say(roadWords.share, lang, { ...ends, share: percent(value) });
}

/** V85 before and after, and beside a road where nothing was done; what it came of is said only as far as that can say it. */
function Beside({ road, compared, lang }: Shown & { compared: NonNullable<Road["compared"]> }) {
  const { stretch, roads } = compared;
  const controlled = road.done.some(({ action }) => action === "control");
  const dots = (name: string, { before, after }: { before: { value: number }; after: Told["v85"] & object }) => {
    const { value, low = value, high = value } = after;
    return { name, before: before.value, now: { value, low, high } };
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.beside, lang)} />
      {stretch.can ? (
        <IntervalDots
          lang={lang}
          both
          decimals={1}
          axisFrom="least"
          tableName={say(roadWords.beforeAndNow, lang)}
          sentence={sayComparison(stretch, controlled ? "controls" : "anything", lang)}
          nameHead={say(roadWords.stretch, lang)}
          unit={say(roadWords.unit, lang)}
          rows={[
            dots(`V85 ${road.name}`, stretch),
            ...roads.flatMap((other) => (other.can ? [dots(`V85 ${other.road}`, other)] : [])),
          ]}
        />
      ) : (
        <p>{say(incomparable[stretch.because], lang)}</p>
      )}
      {roads.length === 0 ? (
        <p className="measure">{say(roadWords.noRoad, lang)}</p>
      ) : (
        roads.map((other) => (
          <p key={other.road} className="measure">
            {sayRoad(other, lang)}
          </p>
        ))
      )}
    </section>
  );
}

function Judged({ road, lang }: Shown) {
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.judged, lang)} />
      {road.judgement === null ? (
        <p>{say(roadWords.notJudged, lang)}</p>
      ) : (
        <p className="measure">
          <b>{say(judgements[road.judgement.kind], lang)}.</b> <span lang="sv">{road.judgement.sentence}</span>
        </p>
      )}
      {road.restsOnTakenBack && <Notice kind="advice" level={3} heading={say(roadWords.restsOnTakenBack, lang)} />}
      {road.unsaid.map(({ what, on }, place) => (
        <p key={`${what} ${on} ${place}`}>{say(unsaidWords[what], lang, { day: formatDay(on, lang) })}</p>
      ))}
    </section>
  );
}

function Done({ road, lang }: Shown) {
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.done, lang)} />
      {road.done.length === 0 ? (
        <p>{say(roadWords.nothingDone, lang)}</p>
      ) : (
        <ul className="list">
          {road.done.map(({ action, to, reply, count, month }, place) => (
            <li key={`${action} ${to} ${place}`}>
              <div>
                <b>{say(actions[action], lang)}</b>, {say(whoWords[to], lang)}:{" "}
                {say(reply === null ? roadWords.waiting : replies[reply], lang).toLowerCase()}
                {count !== null && ` ${sayMany(roadWords.times, count, lang)}`}
                {month !== null && `, ${say(roadWords.toldIn, lang, { month: formatMonth(month, lang) })}`}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="small quiet">{say(roadWords.controlsAfter, lang)}</p>
    </section>
  );
}

/** The roads on the partnership's first page, each with where it stands. */
export function RoadList({ site, roads, lang }: Pick<PageProps, "site" | "lang"> & { roads: readonly Road[] }) {
  if (roads.length === 0) return null;
  return (
    <div id="vagar">
      <h3>{say(roadWords.roads, lang)}</h3>
      <ul className="list">
        {roads.map((road) => (
          <li key={road.slug}>
            <p>
              <a className="strong" href={inLang(`/${site.slug}/vag/${road.slug}`, lang)} lang="sv">
                {road.name}
              </a>{" "}
              · {say(threadStates[road.state], lang)} {road.example && <ExampleMark lang={lang} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
