// The public site: an address to a page of static HTML, made of what has passed the gate. No script, no cookie, nothing from anywhere else.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { planHeading, planPaper } from "../follow/actionplans/screens/written.ts";
import { isKeepable } from "../ground/keepable.ts";
import { dayOf, type Day, type Instant, fromSwedishClock } from "../ground/time.ts";
import { say, type Lang } from "../ground/words.ts";
import { blockPaper } from "../platform/server/block-paper.ts";
import type { Database } from "../platform/server/database/database.ts";
import { docxOf } from "../platform/server/docx.ts";
import type { PageAnswer, PageWish, ServedPage } from "../platform/server/pages.ts";
import { qrSvg } from "../platform/server/qr.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import { type Paper, pdfOf } from "../platform/server/typst.ts";
import { type Bundle, REPORT_FORMAT, type Told, writeBundle } from "../pledge/bundle.ts";
import { AGAIN } from "../pledge/easy.ts";
import { writePromiseFile } from "../pledge/specification/file.ts";
import { tableOf } from "../pledge/specification/table.ts";
import type { Disclosed } from "./disclosure.ts";
import { bundleTold, changedBy, policyOf, reportBundle, verifierPage } from "./evidence.ts";
import { makeOpenData } from "./open/pages.tsx";
import { readOverviewWish } from "./overview.ts";
import { overviewWords } from "./overview-words.ts";
import { findPromises, overviewChoices } from "./store-overview.ts";
import { promisesTold } from "./promise-file.ts";
import { embeddedWords } from "./embedded-words.ts";
import { embeddedAt, SHOWING_POLICY } from "./pages-embedded.tsx";
import { followedAt } from "./pages-followed.ts";
import { ActionPlanPage } from "./screens/action-plan.tsx";
import { AnswersPage } from "./screens/answers.tsx";
import { CalendarPage } from "./screens/calendar.tsx";
import { ConsultationPage } from "./screens/consultation.tsx";
import { AGAIN_PATHS, saidAgainIn } from "./screens/again.tsx";
import { heldBy } from "./screens/changes.tsx";
import { DocumentPage, LineagePage } from "./screens/documents.tsx";
import { EmbedPage } from "./screens/embed.tsx";
import { FollowPage } from "./screens/follow.tsx";
import type { PageProps } from "./screens/frame.tsx";
import { HeldBackPage } from "./screens/held-back.tsx";
import { DialoguePage, WalkPage } from "./screens/heard.tsx";
import { PlannedWalkPage } from "./screens/planned-walk.tsx";
import { LogPage } from "./screens/log.tsx";
import { OverviewPage } from "./screens/overview.tsx";
import { PartnershipPage, partnershipHeading } from "./screens/partnership.tsx";
import { AboutPage, HandInPage, HomePage, NotFoundPage } from "./screens/plain.tsx";
import { PledgePage } from "./screens/pledge.tsx";
import { RoadPage } from "./screens/road.tsx";
import { promisePaper } from "./screens/promise-paper.ts";
import { SituationPage } from "./screens/situation.tsx";
import { toldSituationPaper } from "./screens/situation-paper.ts";
import { situationHeading } from "./screens/situation-said.ts";
import { reportPaper } from "./screens/report-paper.ts";
import { reportHeading, ReportPage, ReportsPage } from "./screens/report.tsx";
import { TourPage } from "./screens/tour.tsx";
import { reportTable } from "./screens/report-table.ts";
import type { Site, ToldDocument } from "./site.ts";
import { logOf } from "./pages-log.ts";
import { allPublished, published, publishedAs, publishedVersions } from "./store.ts";
import type { TellDatabase } from "./tables.ts";
import { heldBackWords } from "./held-back-words.ts";
import { followWords } from "./follow-words.ts";
import { eventSchema, SCHEMA_PATH } from "./webhooks/pages-event.ts";
import { ways, words } from "./words.ts";

export type PageMeans = {
  readonly database: Database;
  readonly assets: Readonly<Record<string, string>>;
  readonly now: () => Instant;
  /** The address people see: the log's name is made of it. */
  readonly origin: string;
  /** The domain that keys are bound to. */
  readonly rpId: string;
  readonly demo: boolean;
  /** Where letters come from: whom a data portal writes to. Where there is none, news cannot be had by letter. */
  readonly mail?: string | undefined;
  /** The program's own. */
  readonly version?: string;
  /** The page that checks signatures, as it was built. */
  readonly verifier: () => Promise<string>;
};

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** So many papers are kept ready, each some hundred kilobytes. */
const MOST_PAPERS = 16;
/** So many partnerships' publications are, some hundred kilobytes each. */
const MOST_KNOWN = 64;

/** `feed`: the address of the news that the page is a part of. */
type Shown = {
  readonly title: string;
  readonly body: ReactNode;
  readonly feed?: string;
  /** The same for programs, by its kind. */
  readonly data?: readonly { readonly type: string; readonly href: string }[];
  readonly policy?: string;
};

/** Answers any address a stranger may ask for. What is not there is a page too. */
export function makePages(means: PageMeans): ServedPage {
  const { database, assets, now, origin, rpId, demo, verifier } = means;
  const asStranger = <T,>(work: Parameters<typeof database.transaction<TellDatabase, T>>[1]) =>
    database.transaction<TellDatabase, T>({ as: "stranger" }, work);
  const log = logOf({ database, now, origin });
  const openData = makeOpenData(means);
  const html = (lang: Lang, path: string, { title, body, feed, data = [] }: Shown) =>
    `<!doctype html>${renderToStaticMarkup(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <meta name="description" content={say(words.siteLead, lang)} />
          <link rel="canonical" href={path} />
          <link
            rel="alternate"
            hrefLang={lang === "sv" ? "en" : "sv"}
            href={lang === "sv" ? `${path}?lang=en` : path}
          />
          {feed !== undefined && <link rel="alternate" type="application/atom+xml" title={title} href={feed} />}
          {data.map(({ type, href }) => (
            <link key={href} rel="alternate" type={type} href={href} />
          ))}
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={assets["public.css"] ?? "/public.css"} />
        </head>
        <body>{body}</body>
      </html>,
    )}`;

  // The same file gives the same pages: whoever asks again, or the next one, gets those that were set.
  const set = new Map<string, Uint8Array<ArrayBuffer>>();
  const setOnce = (key: string, paper: () => Paper) => {
    const pdf = set.get(key) ?? pdfOf(paper());
    set.delete(key);
    set.set(key, pdf);
    for (const oldest of set.keys()) if (set.size > MOST_PAPERS) set.delete(oldest);
    return pdf;
  };
  const paperOf = (bundle: Bundle, lang: Lang) =>
    setOnce(sha256Hex(`${lang} ${writeBundle(bundle)}`), () => promisePaper(bundle, lang, origin, qrSvg));

  // What is published is read out of the database when it is new to this process, and asked after each time.
  const known = new Map<string, Awaited<ReturnType<typeof published>> & {}>();
  const toldAt = (slug: string) =>
    asStranger(async (tx) => {
      const etag = await publishedAs(tx, slug);
      const before = known.get(slug);
      const found = etag !== undefined && before?.etag === etag ? before : await published(tx, slug);
      known.delete(slug);
      if (found !== undefined) known.set(slug, found);
      for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest);
      return found;
    });

  const bundleAt = async (slug: string, name: string) => {
    const told = await toldAt(slug);
    const document = told?.site.documents.find((one) => one.slug === name);
    const report = told?.site.reports.find((one) => `uppfoljning-${one.slug}` === name);
    if (told !== undefined && document === undefined && report?.evidence !== undefined)
      return reportBundle(told, report, await log.proofsOf(report.log ?? []), { origin, rpId });
    if (told === undefined || document === undefined) return undefined;
    // A follow-up is logged under the promise too, and is another text.
    const proofsOf = (one: ToldDocument) =>
      log.proofsOf((one.log ?? []).filter(({ kind }) => kind !== "report-signed" && kind !== "report-published"));
    const before: Told[] = [];
    for (const former of changedBy(told.site, document))
      if (former.evidence !== undefined)
        before.push({ evidence: former.evidence, example: former.example, log: await proofsOf(former) });
    return bundleTold(told, document, await proofsOf(document), { origin, rpId }, before);
  };

  return async ({ path, query, lang, accept }: PageWish): Promise<PageAnswer> => {
    const today = dayOf(now());
    // One slash at the beginning: two would send the reader to whatever place is named after them.
    const clean = `/${path.replace(/^[/\\]+|\/+$/g, "")}`;
    if (clean !== path) return { status: 301, html: "", etag: '"moved"', lang, location: clean };
    const [slug = "", ...rest] = clean.slice(1).split("/").map(decoded);
    const answer = (status: number, shown: Shown, made: string): PageAnswer => {
      const text = html(lang, clean, shown);
      return {
        status,
        html: text,
        etag: `"${sha256Hex(`${made}${text.length}${today}${lang}${text}`).slice(0, 24)}"`,
        lang,
        ...(made === "" ? {} : { lasts: true }),
        ...(shown.policy === undefined ? {} : { policy: shown.policy }),
      };
    };
    if (slug === "") {
      const { sites, etag } = await asStranger((tx) => allPublished(tx));
      return answer(
        200,
        {
          title: `${say(words.siteHeading, lang)} · ${say(words.siteTitle, lang)}`,
          body: <HomePage sites={sites} lang={lang} demo={demo} today={today} sought={query.get("sok") ?? ""} />,
        },
        etag,
      );
    }
    if (slug === "loften" && rest.length === 0) {
      const wish = readOverviewWish(query);
      const { found, choices } = await asStranger(async (tx) => ({
        found: await findPromises(tx, wish, today),
        choices: await overviewChoices(tx),
      }));
      const body = <OverviewPage wish={wish} found={found} choices={choices} lang={lang} today={today} demo={demo} />;
      return answer(200, { title: `${say(overviewWords.heading, lang)} · ${say(words.siteTitle, lang)}`, body }, "");
    }
    if (clean === SCHEMA_PATH) {
      const plain = JSON.stringify(eventSchema(origin), null, 2);
      const file = { contentType: "application/schema+json; charset=utf-8" };
      return { status: 200, html: "", plain, file, etag: `"${sha256Hex(plain).slice(0, 24)}"`, lang };
    }
    if (slug === "oppna-data") {
      const open = await openData({ path: rest, query, lang, accept });
      if (open !== undefined) return "etag" in open ? open : answer(200, open, "");
    }
    if (slug === "logg" && rest.length === 0)
      return answer(
        200,
        { title: say(words.logHeading, lang), body: <LogPage {...await log.told()} lang={lang} demo={demo} /> },
        "",
      );
    if (slug === "logg" && rest.length === 1 && rest[0] === "checkpoint") {
      const plain = await log.checkpoint();
      return { status: 200, html: "", plain, etag: `"${sha256Hex(plain).slice(0, 24)}"`, lang };
    }
    if (slug === "rundtur" && rest.length === 0) {
      const { sites, etag } = await asStranger((tx) => allPublished(tx));
      const site = sites.toSorted((a, b) => b.current.length + b.walks.length - a.current.length - a.walks.length)[0];
      if (site !== undefined)
        return answer(
          200,
          { title: say(words.tour, lang), body: <TourPage site={site} lang={lang} today={today} demo={demo} /> },
          etag,
        );
    }
    if (slug === "granska") {
      const [of, name = ""] = rest;
      const bundle =
        of !== undefined && isKeepable(of) ? await bundleAt(of, name.replace(/[.](?:samsyn|pdf)$/, "")) : undefined;
      const etag = (text: string) => `"${sha256Hex(text).slice(0, 24)}"`;
      if (rest.length === 2 && bundle !== undefined && name.endsWith(".samsyn")) {
        const plain = writeBundle(bundle);
        return { status: 200, html: "", plain, etag: etag(plain), lang };
      }
      if (rest.length === 2 && bundle !== undefined && bundle.format !== REPORT_FORMAT && name.endsWith(".pdf")) {
        const file = { contentType: "application/pdf", name: `lofte-${of}-${name}` };
        return {
          status: 200,
          html: "",
          bytes: paperOf(bundle, lang),
          file,
          etag: etag(`${writeBundle(bundle)} ${lang}`),
          lang,
        };
      }
      if (rest.length === 0 || (rest.length === 2 && bundle !== undefined)) {
        const built = await verifier();
        const text = verifierPage(built, lang, bundle, origin);
        return { status: 200, html: text, etag: etag(text), lang, policy: policyOf(built) };
      }
    }
    const found = isKeepable(slug) ? await toldAt(slug) : undefined;
    const asked = /^(.+)[.](json|csv)$/.exec(rest[0] === "medborgarlofte" && rest.length === 2 ? (rest[1] ?? "") : "");
    const promises = found === undefined || asked === null ? [] : promisesTold(found.site, asked[1]);
    if (promises.length > 0) {
      const isTable = asked?.[2] === "csv";
      const plain = isTable
        ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(tableOf(promises))
        : writePromiseFile(promises);
      const contentType = isTable ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";
      const file = { contentType, name: `lofte-${slug}-${rest[1]}` };
      return { status: 200, html: "", plain, file, etag: `"${sha256Hex(plain).slice(0, 24)}"`, lang };
    }
    const printed = /^lagesbild[/](.+)[.]pdf$/.exec(rest.join("/"))?.[1];
    const report = found?.site.situations?.find(({ adoptedOn }) => adoptedOn === printed);
    if (found !== undefined && report !== undefined) {
      const { name } = found.site;
      const key = sha256Hex(`${lang} ${name} ${JSON.stringify(report)}`);
      const file = { contentType: "application/pdf", name: `lagesbild-${slug}-${report.adoptedOn}.pdf` };
      const bytes = setOnce(key, () => toldSituationPaper(report, name, lang));
      return { status: 200, html: "", bytes, file, etag: `"${key.slice(0, 24)}"`, lang };
    }
    const planned = /^atgardsplan[/](.+)[.](pdf|docx)$/.exec(rest.join("/"));
    const plan = found?.site.actionPlans?.find((one) => one.slug === planned?.[1]);
    if (found !== undefined && plan !== undefined && planned !== null) {
      // Of what stands in it, and not of when the page was made: the same plan is the same file.
      const day = plan.followUps[0]?.followedOn ?? plan.decision?.decidedOn ?? today;
      const at = fromSwedishClock(day, 0);
      const written = planPaper(plan, { partnership: found.site.name, lang, at });
      const key = sha256Hex(`${lang} ${found.site.name} ${JSON.stringify(plan)}`);
      const isPdf = planned[2] === "pdf";
      const file = {
        contentType: isPdf ? "application/pdf" : DOCX,
        name: `atgardsplan-${slug}-${plan.slug}.${planned[2]}`,
      };
      const bytes = isPdf ? setOnce(key, () => blockPaper(written)) : docxOf(written);
      return { status: 200, html: "", bytes, file, etag: `"${sha256Hex(`${key} ${planned[2]}`).slice(0, 24)}"`, lang };
    }
    const followUp = /^rapport[/](.+)[.](pdf|csv)$/.exec(rest.join("/"));
    const body = found?.site.reports.find((one) => one.slug === followUp?.[1] && one.waitsFor === undefined)?.body;
    if (found !== undefined && body !== undefined) {
      const name = `uppfoljning-${slug}-${body.slug}`;
      if (followUp?.[2] === "csv") {
        const plain = new TextDecoder("utf-8", { ignoreBOM: true }).decode(reportTable(body, lang));
        const file = { contentType: "text/csv; charset=utf-8", name: `${name}.csv` };
        return { status: 200, html: "", plain, file, etag: `"${sha256Hex(plain).slice(0, 24)}"`, lang };
      }
      const bundle = await bundleAt(slug, `uppfoljning-${body.slug}`);
      if (bundle !== undefined) {
        const key = sha256Hex(`${lang} ${writeBundle(bundle)}`);
        const file = { contentType: "application/pdf", name: `${name}.pdf` };
        const bytes = setOnce(key, () => reportPaper(body, bundle, found.site.name, lang));
        return { status: 200, html: "", bytes, file, etag: `"${key.slice(0, 24)}"`, lang };
      }
    }
    if (found !== undefined) {
      const followed = followedAt(rest.join("/"), query, { ...found, origin, lang });
      if (followed !== undefined) return followed;
      const embedded = embeddedAt(rest.join("/"), { site: found.site, lang, today, demo, origin });
      if (embedded !== undefined) return embedded;
      const shown = pageOf(found.site, rest, lang, today, demo, { origin, mails: means.mail !== undefined });
      const feed = `/${slug}/folj.atom${rest[0] === "lofte" ? `?lofte=${rest[1]}` : ""}`;
      if (shown !== undefined)
        return answer(200, { ...shown, feed, title: `${shown.title} · ${found.site.name}` }, found.etag);
    }
    return answer(
      404,
      {
        title: say(words.notFound, lang),
        body: <NotFoundPage lang={lang} demo={demo} address={clean} site={found?.site} />,
      },
      "",
    );
  };
}

/** Names everything that the pages that last are made of. */
export async function versionOf({ database, now }: Pick<PageMeans, "database" | "now">): Promise<string> {
  const { key, changedAt } = await database.transaction<TellDatabase, Awaited<ReturnType<typeof publishedVersions>>>(
    { as: "stranger" },
    publishedVersions,
  );
  // With the time: what was told and taken back is the same as before, and a page may have been made in between.
  return `${dayOf(now())} ${changedAt ?? ""}\n${key}`;
}

/** A broken percent-sign in an address is an address that is not there, not an error. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function pageOf(
  site: Disclosed<Site>,
  [kind, item, way, ...more]: readonly string[],
  lang: Lang,
  today: Day,
  demo: boolean,
  { origin, mails }: { readonly origin: string; readonly mails: boolean },
): Shown | undefined {
  // One page has one address: only a promise has ways of being said under its own.
  if (more.length > 0 || (way !== undefined && kind !== "medborgarlofte")) return undefined;
  const props: PageProps = { site, lang, today, demo };
  if (kind === undefined) return { title: partnershipHeading(site, lang), body: <PartnershipPage {...props} /> };
  if (item === undefined) {
    switch (kind) {
      case "medborgarlofte":
        return { title: say(words.lineage, lang), body: <LineagePage {...props} /> };
      case "du-sa":
        return { title: say(words.youSaidWeDo, lang), body: <AnswersPage {...props} /> };
      case "rapport":
        return { title: say(words.howItGoes, lang), body: <ReportsPage {...props} /> };
      case "kalender":
        return { title: say(followWords.calendar, lang), body: <CalendarPage {...props} origin={origin} /> };
      case "folj":
        return { title: say(followWords.follow, lang), body: <FollowPage {...props} origin={origin} mails={mails} /> };
      case "dolt":
        return { title: say(heldBackWords.heading, lang), body: <HeldBackPage {...props} /> };
      case "om":
        return { title: say(words.aboutHeading, lang), body: <AboutPage {...props} /> };
      case "synpunkt":
        return { title: say(words.handIn, lang), body: <HandInPage {...props} /> };
      default:
        return undefined;
    }
  }
  switch (kind) {
    case "ruta": {
      if (item !== "om" || way !== undefined) return undefined;
      const body = <EmbedPage {...props} origin={origin} />;
      return { title: say(embeddedWords.heading, lang), body, policy: SHOWING_POLICY };
    }
    case "medborgarlofte": {
      const document = site.documents.find((one) => one.slug === item);
      const again = AGAIN.find((one) => AGAIN_PATHS[one] === way);
      if (document !== undefined && again !== undefined && saidAgainIn(heldBy(document, site)).includes(again))
        return {
          title: `${document.title} · ${say(ways[again], lang)}`,
          body: <DocumentPage {...props} document={document} again={again} />,
        };
      if (way !== undefined) return undefined;
      return document && { title: document.title, body: <DocumentPage {...props} document={document} /> };
    }
    case "lofte": {
      const pledge = site.current.find((one) => one.slug === item);
      return (
        pledge && {
          title: say(words.pledgeNumber, lang, { number: pledge.order }),
          body: <PledgePage {...props} pledge={pledge} />,
        }
      );
    }
    case "vandring": {
      const walk = site.walks.find((one) => one.slug === item);
      if (walk !== undefined) return { title: walk.title, body: <WalkPage {...props} walk={walk} /> };
      const planned = site.upcoming?.find((one) => one.slug === item);
      return planned && { title: planned.title, body: <PlannedWalkPage {...props} walk={planned} /> };
    }
    case "utkast": {
      const draft = site.consultations?.find((one) => one.slug === item);
      return draft && { title: draft.title, body: <ConsultationPage {...props} consultation={draft} /> };
    }
    case "dialog": {
      const dialogue = site.dialogues.find((one) => one.slug === item);
      return dialogue && { title: dialogue.title, body: <DialoguePage {...props} dialogue={dialogue} /> };
    }
    case "vag": {
      const road = site.roads?.find((one) => one.slug === item);
      return road && { title: road.name, body: <RoadPage {...props} road={road} /> };
    }
    case "lagesbild": {
      const report = site.situations?.find((one) => one.adoptedOn === item);
      return report && { title: situationHeading(report, lang), body: <SituationPage {...props} report={report} /> };
    }
    case "atgardsplan": {
      const plan = site.actionPlans?.find((one) => one.slug === item);
      return plan && { title: planHeading(plan, lang), body: <ActionPlanPage {...props} plan={plan} /> };
    }
    case "rapport": {
      const report = site.reports.find((one) => one.slug === item);
      return report && { title: reportHeading(report, lang), body: <ReportPage {...props} report={report} /> };
    }
    default:
      return undefined;
  }
}
