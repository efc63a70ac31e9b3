import { statuses } from "../../follow/words.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { Became, PledgeAt } from "../../pledge/renewal/lineage.ts";
import { fatesTold, kin as words, ordinals } from "../../pledge/renewal/words.ts";
import { formatList } from "../../ui/format.ts";
import { Lineage } from "../../ui/lineage.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { Site, ToldDocument } from "../site.ts";
import { inLang } from "./frame.tsx";

type Clause = ToldDocument["pledges"][number];
type About = { readonly site: Site; readonly document: ToldDocument; readonly pledge: Clause; readonly lang: Lang };

/** Where on a document's page a löfte stands. */
export const placeOf = (order: number): string => `lofte-${order}`;

const periodWord = (slug: string) => slug.replace("-", "–");

function AtPledge({ site, at, lang }: { site: Site; at: PledgeAt; lang: Lang }) {
  return (
    <a href={`${inLang(`/${site.slug}/medborgarlofte/${at.documentSlug}`, lang)}#${placeOf(at.order)}`}>
      {say(words.at, lang, { order: at.order, period: periodWord(at.documentSlug) })}
    </a>
  );
}

/** «Samma löfte tredje gången, 2 nya aktiviteter»; empty the first time. */
function sayTimes({ kin }: Clause, lang: Lang): string {
  if (kin === undefined || kin.times < 2) return "";
  const ordinal = ordinals[kin.times - 2];
  const time = ordinal === undefined ? String(kin.times) : say(ordinal, lang);
  const again = say(kin.sameWords ? words.same : words.goesOn, lang, { time });
  const fresh =
    kin.newActivities === 0 ? say(words.noneNew, lang) : say(words.someNew, lang, { count: kin.newActivities });
  return `${again}, ${fresh}.`;
}

/** What the follow-ups of those years judged its activities to be; what nobody has followed up is said to be that. */
function sayLedTo({ site, document, pledge, lang }: About): string {
  const numbers = new Set(pledge.activities.map(({ number }) => number));
  const report = site.reports.findLast(
    ({ from, to }) => document.from !== null && document.to !== null && from >= document.from && to <= document.to,
  );
  const rows = (report?.rows ?? []).filter(({ number }) => numbers.has(number));
  const elsewhere = document.resultsOf ?? [];
  if (report === undefined || rows.length === 0)
    return elsewhere.length === 0
      ? say(words.notFollowedUp, lang)
      : say(words.toldElsewhere, lang, { periods: formatList(elsewhere, lang) });
  const told = rows.map(({ number, status }) => `${number} ${say(statuses[status], lang).toLowerCase()}`).join(", ");
  return say(words.followedUp, lang, { report: report.slug, told });
}

/** «Avslutades: …»: its fate with the reason, as the next promise signed it. */
export function BecameTold({ became, lang }: { became: Became; lang: Lang }) {
  return (
    <>
      {say(fatesTold[became.fate], lang, { to: became.handedTo })}
      {became.reason !== "" && (
        <>
          {": "}
          <span lang="sv">{became.reason}</span>
        </>
      )}
    </>
  );
}

/** How a löfte hangs together with those before and after it, in both directions, and what it led to while it stood. */
export function KinTold(about: About) {
  const { site, document, pledge, lang } = about;
  const { kin } = pledge;
  if (kin === undefined) return null;
  const times = sayTimes(pledge, lang);
  const isOver = document.state === "closed";
  if (times === "" && kin.after === null && kin.became === null && !isOver) return null;
  return (
    <ul className="stack-tight small">
      {times !== "" && (
        <li>
          {times} {kin.before !== null && <AtPledge site={site} at={kin.before} lang={lang} />}
        </li>
      )}
      {isOver && (
        <li>
          {say(words.ledTo, lang)} {sayLedTo(about)}
        </li>
      )}
      {kin.became !== null && (
        <li>
          <BecameTold became={kin.became} lang={lang} />
        </li>
      )}
      {kin.after !== null && (
        <li>
          {say(isOver ? words.since : words.next, lang)} <AtPledge site={site} at={kin.after} lang={lang} />
        </li>
      )}
    </ul>
  );
}

/** 2018–2019 → 2022–2024 → 2025–2027: the same löfte through the years, each with what it led to. */
export function KinChain(about: About) {
  const { site, pledge, lang } = about;
  const chain: Omit<About, "site" | "lang">[] = [{ document: about.document, pledge }];
  for (
    let at = pledge.kin?.before ?? null;
    at !== null && chain.length < 40;
    at = chain[0]?.pledge.kin?.before ?? null
  ) {
    const { documentSlug, order } = at;
    const document = site.documents.find(({ slug }) => slug === documentSlug);
    const former = document?.pledges.find((one) => one.order === order);
    if (document === undefined || former === undefined) break;
    chain.unshift({ document, pledge: former });
  }
  if (chain.length < 2) return null;
  return (
    <section className="stack" id="forr">
      <SectionHeading heading={say(words.heading, lang)} />
      <p>{sayTimes(pledge, lang)}</p>
      <Lineage
        lang={lang}
        of={say(words.heading, lang)}
        steps={chain.map((one, place) => ({
          text: periodWord(one.document.slug),
          href: `${inLang(`/${site.slug}/medborgarlofte/${one.document.slug}`, lang)}#${placeOf(one.pledge.order)}`,
          note: place === chain.length - 1 ? undefined : sayLedTo({ ...one, site, lang }),
          here: place === chain.length - 1,
        }))}
      />
    </section>
  );
}
