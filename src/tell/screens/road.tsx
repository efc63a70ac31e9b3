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
        <section className="prose">
          <SectionHeading heading={say(roadWords.answer, lang)}>{formatDay(road.answer.on, lang)}</SectionHeading>
          <p lang="sv">{road.answer.text}</p>
        </section>
      )}
      <Said road={road} lang={lang} />
      <Measured road={road} lang={lang} />
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
        {saidInAll.shown === "count"
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
          {said.some(({ heads }) => heads.shown !== "count") && (
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

function Measured({ road, lang }: Shown) {
  return (
    <section className="stack">
      <SectionHeading heading={say(roadWords.measured, lang)} />
      {road.measurements.length === 0 ? (
        <p>{say(roadWords.notMeasured, lang)}</p>
      ) : (
        <p className="measure small quiet">{say(roadWords.means, lang)}</p>
      )}
      {road.measurements.map((one) => (
        <OneMeasured key={`${one.road} ${one.from} ${one.to} ${one.direction} ${one.method}`} one={one} lang={lang} />
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

function OneMeasured({ one, lang }: { one: ToldMeasurement<PublicCount>; lang: Lang }) {
  const { figures, road, withSpeed } = one;
  const period = formatPeriod(one.from, one.to, lang);
  return (
    <section className="stack-tight">
      <SectionHeading
        level={3}
        heading={
          road === null
            ? say(roadWords.measurementOf, lang, { period })
            : say(roadWords.measurementOfRoad, lang, { road, period })
        }
      />
      <p>
        {say(roadWords.rests, lang, {
          days: formatNumber(one.days, lang),
          vehicles: sayCount(one.vehicles, lang),
          method: say(meterMethods[one.method], lang).toLowerCase(),
        })}
      </p>
      {figures === null && <Notice kind="advice" level={3} heading={say(roadWords.tooFew, lang)} />}
      {figures !== null && withSpeed.shown === "count" && withSpeed.value < FEW_VEHICLES && (
        <Notice kind="advice" level={3} heading={say(roadWords.few, lang)} />
      )}
      {one.flags.map((flag) => (
        <Notice key={JSON.stringify(flag)} kind="advice" level={3} heading={sayFlag(flag, lang)} />
      ))}
      <Facts
        facts={[
          ...(one.direction === ""
            ? []
            : [{ name: say(roadWords.direction, lang), value: <span lang="sv">{one.direction}</span> }]),
          ...(figures === null ? [] : figureFacts(one, figures, lang)),
        ]}
      />
    </section>
  );
}

type Told = NonNullable<ToldMeasurement<PublicCount>["figures"]>;
function figureFacts(one: ToldMeasurement<PublicCount>, { v85, v85Within, mean, median, over }: Told, lang: Lang) {
  const kmh = (value: number) => say(roadWords.kmh, lang, { count: formatNumber(value, lang, 1) });
  const plain = (name: keyof typeof roadWords, value: number | undefined) =>
    value === undefined ? [] : [{ name: say(roadWords[name], lang), value: kmh(value) }];
  const atLeast =
    v85Within === undefined ? "–" : say(roadWords.v85AtLeast, lang, { from: formatNumber(v85Within.from, lang) });
  return [
    { name: say(roadWords.withSpeed, lang), value: sayCount(one.withSpeed, lang) },
    { name: say(roadWords.v85, lang), value: v85 === undefined ? atLeast : `${kmh(v85.value)}${between(v85, lang)}` },
    ...plain("mean", mean),
    ...plain("median", median),
    ...over.map(({ above, told }) => ({
      name: above === 0 ? say(roadWords.overLimit, lang, { limit: one.limit }) : say(roadWords.over, lang, { above }),
      value: told === null ? say(roadWords.fewDrivers, lang) : sayShare(told, lang),
    })),
  ];
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
