// Open data to whoever asks: pages to read, files, the API and the catalogue, all made of the publications and of nothing else.
import { zipSync } from "fflate";
import type { ReactNode } from "react";
import type { Instant } from "../../ground/time.ts";
import { type Lang, say } from "../../ground/words.ts";
import type { Database } from "../../platform/server/database/database.ts";
import type { PageAnswer } from "../../platform/server/pages.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import type { Disclosed } from "../disclosure.ts";
import type { Site } from "../site.ts";
import { allPublished, publishedVersions } from "../store.ts";
import type { TellDatabase } from "../tables.ts";
import { catalogueOf } from "./catalogue.ts";
import { DATASETS, fill, type Filled } from "./datasets.ts";
import { answerApi } from "./features.ts";
import { fileOf, type Form, formsOf, MEDIA, readMe } from "./files.ts";
import { jsonLdOf, rdfXmlOf, type Statement, turtleOf } from "./rdf.ts";
import { CataloguePage } from "./screens/catalogue.tsx";
import { DatasetPage } from "./screens/dataset.tsx";
import { words } from "./words.ts";

type Means = {
  readonly database: Database;
  readonly origin: string;
  readonly demo: boolean;
  readonly mail?: string | undefined;
  readonly version?: string;
};
/** `path` is what stands after /oppna-data. */
type Wish = {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly lang: Lang;
  readonly accept?: string | undefined;
};
type Shown = {
  readonly title: string;
  readonly body: ReactNode;
  readonly data: readonly { readonly type: string; readonly href: string }[];
};

/** All of it as it was when the publications were last made. */
type Release = {
  readonly key: string;
  readonly changedAt: Instant | undefined;
  readonly sites: readonly Disclosed<Site>[];
  readonly filled: readonly Filled[];
  /** Of the whole country: few, and the dearest to make. They stay. */
  readonly whole: Map<string, Made>;
  /** Of one partnership, the latest that were asked for. */
  readonly own: Map<string, Made>;
};
type Made = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };

/** So many files of single partnerships are kept ready. */
const MOST_FILES = 100;
/** The same bytes each time, wherever the clock stands. */
const ALWAYS = new Date(2000, 0, 1);

const GRAPHS: Readonly<
  Record<string, { readonly type: string; readonly write: (graph: readonly Statement[]) => string }>
> = {
  rdf: { type: "application/rdf+xml", write: rdfXmlOf },
  ttl: { type: "text/turtle", write: turtleOf },
  jsonld: { type: "application/ld+json", write: jsonLdOf },
};

/** Answers what stands under /oppna-data; undefined where nothing does. */
export function makeOpenData({ database, origin, demo, mail, version = "" }: Means) {
  let kept: Release | undefined;
  const release = () =>
    database.transaction<TellDatabase, Release>({ as: "stranger" }, async (tx) => {
      const { key, changedAt } = await publishedVersions(tx);
      if (kept?.key === key) return kept;
      const { sites } = await allPublished(tx);
      kept = { key, changedAt, sites, filled: fill(sites, origin), whole: new Map(), own: new Map() };
      return kept;
    });
  const home = `${origin}/oppna-data`;
  const refusal = { why: "fetched-too-often", detail: { address: `${home}/allt.zip` } };
  const counted = (as: "file" | "all") => ({ as, refusal });

  const file = (
    now: Release,
    { address, isWhole }: { readonly address: string; readonly isWhole: boolean },
    write: () => Uint8Array,
    more: Pick<PageAnswer, "counted" | "isChosen" | "lang"> & { readonly contentType: string; readonly name?: string },
  ): PageAnswer => {
    const { contentType, name, ...rest } = more;
    const ready = isWhole ? now.whole : now.own;
    const keep = (one: Made) => {
      ready.delete(address);
      ready.set(address, one);
      if (!isWhole) for (const oldest of ready.keys()) if (ready.size > MOST_FILES) ready.delete(oldest);
      return one;
    };
    const known = ready.get(address);
    // Somebody else may have had it made in the meantime.
    const make = () => keep(ready.get(address) ?? made(write()));
    return {
      status: 200,
      html: "",
      ...(known === undefined ? { etag: "", unmade: { refusal, make } } : keep(known)),
      file: { contentType, ...(name === undefined ? {} : { name }) },
      ...(now.changedAt === undefined ? {} : { modified: now.changedAt }),
      ...rest,
    };
  };

  const graphAt = (now: Release, form: string, slug: string | undefined, wish: Wish, isChosen?: true) => {
    const graph = Object.hasOwn(GRAPHS, form) ? GRAPHS[form] : undefined;
    const site = now.sites.find((one) => one.slug === slug);
    if (graph === undefined || (slug !== undefined && site === undefined)) return undefined;
    const own = site && {
      slug: site.slug,
      name: site.name,
      publisher: site.parties.find(({ kind }) => kind === "municipality")?.name ?? site.name,
    };
    const statements = () =>
      catalogueOf(ofPartnership(now.filled, slug), {
        origin,
        mail,
        ...(own === undefined ? {} : { partnership: own }),
      });
    const contentType = `${graph.type}; charset=utf-8`;
    const bytes = () => new TextEncoder().encode(graph.write(statements()));
    return file(now, { address: `dcat/${slug ?? ""}.${form}`, isWhole: slug === undefined }, bytes, {
      contentType,
      lang: wish.lang,
      ...(isChosen === undefined ? {} : { isChosen }),
    });
  };

  return async (wish: Wish): Promise<PageAnswer | Shown | undefined> => {
    const { path, lang } = wish;
    const now = await release();
    const [first = "", second, ...more] = path;
    if (first === "api") {
      const { status, contentType, value } = answerApi(now.filled, { ...wish, path: path.slice(1), origin, version });
      const plain = JSON.stringify(value);
      const modified = status === 200 && now.changedAt !== undefined ? { modified: now.changedAt } : {};
      return { status, html: "", plain, file: { contentType }, etag: etagOf(plain), lang, ...modified };
    }
    if (more.length > 0) return undefined;
    if (path.length === 0)
      return {
        title: say(words.heading, lang),
        body: <CataloguePage filled={now.filled} sites={now.sites} origin={origin} lang={lang} demo={demo} />,
        data: Object.entries(GRAPHS).map(([form, { type }]) => ({ type, href: `/oppna-data/dcat.${form}` })),
      };
    if (first === "allt.zip" && second === undefined)
      return file(now, { address: first, isWhole: true }, () => packed(now.filled, origin), {
        contentType: "application/zip",
        name: "oppna-data.zip",
        counted: counted("all"),
        lang,
      });
    if (first === "dcat" && second === undefined) return graphAt(now, chosen(wish.accept), undefined, wish, true);
    const asked = /^([^.]+)[.]([a-z]+)$/.exec(second ?? first);
    if (second === undefined && asked === null) {
      const found = now.filled.find(({ dataset }) => dataset.name === first);
      return (
        found && {
          title: `${say(found.dataset.title, lang)} · ${say(words.heading, lang)}`,
          body: <DatasetPage found={found} sites={now.sites} origin={origin} lang={lang} demo={demo} />,
          data: formsOf(found.dataset).map((form) => ({
            type: MEDIA[form].split(";")[0] ?? "",
            href: `/oppna-data/${found.dataset.name}.${form}`,
          })),
        }
      );
    }
    const [, stem = "", form = ""] = asked ?? [];
    const [name, slug] = second === undefined ? [stem, undefined] : [first, stem];
    if (name === "dcat") return graphAt(now, form, slug, wish);
    const found = now.filled.find(({ dataset }) => dataset.name === name);
    const isThere = slug === undefined || now.sites.some((site) => site.slug === slug);
    if (found === undefined || !isThere || !formsOf(found.dataset).includes(form as Form)) return undefined;
    const bytes = () => fileOf(found.dataset, rowsOf(found, slug), form as Form);
    return file(now, { address: path.join("/"), isWhole: slug === undefined }, bytes, {
      contentType: MEDIA[form as Form],
      name: slug === undefined ? `${name}.${form}` : `${name}-${slug}.${form}`,
      counted: counted("file"),
      lang,
    });
  };
}

const etagOf = (text: string | Uint8Array) => `"${sha256Hex(text).slice(0, 24)}"`;
const made = (bytes: Uint8Array) => ({ bytes: new Uint8Array(bytes), etag: etagOf(bytes) });

function ofPartnership(filled: readonly Filled[], slug: string | undefined): readonly Filled[] {
  return slug === undefined ? filled : filled.map((one) => ({ dataset: one.dataset, rows: rowsOf(one, slug) }));
}

function rowsOf({ rows }: Filled, slug: string | undefined): Filled["rows"] {
  return slug === undefined ? rows : rows.filter(({ partnership }) => partnership === slug);
}

/** Every file there is, with what the columns mean beside them. */
function packed(filled: readonly Filled[], origin: string): Uint8Array {
  const files = filled.flatMap(({ dataset, rows }) =>
    formsOf(dataset).map((form) => [`${dataset.name}.${form}`, fileOf(dataset, rows, form)] as const),
  );
  const about = new TextEncoder().encode(readMe(DATASETS, origin));
  return zipSync({ "LÄS-MIG.txt": about, ...Object.fromEntries(files) }, { mtime: ALWAYS });
}

/** The kind that is liked best; RDF/XML to whoever does not say, since portals read that. */
function chosen(accept = ""): string {
  const liked = accept
    .split(",")
    .map((part) => {
      const [type = "", ...details] = part.split(";").map((word) => word.trim().toLowerCase());
      const weight = details.find((detail) => detail.startsWith("q="))?.slice(2);
      return { form: Object.keys(GRAPHS).find((form) => GRAPHS[form]?.type === type), weight: Number(weight ?? 1) };
    })
    .filter(({ form, weight }) => form !== undefined && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return liked[0]?.form ?? "rdf";
}
