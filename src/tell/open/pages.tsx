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
  readonly files: Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string }>;
};

/** So many files are kept ready. */
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
      kept = { key, changedAt, sites, filled: fill(sites, origin), files: new Map() };
      return kept;
    });
  const home = `${origin}/oppna-data`;
  const counted = (as: "file" | "all") => ({
    as,
    refusal: { why: "fetched-too-often", detail: { address: `${home}/allt.zip` } },
  });

  const file = (
    now: Release,
    address: string,
    make: () => Uint8Array,
    more: Pick<PageAnswer, "counted" | "isChosen" | "lang"> & { readonly contentType: string; readonly name?: string },
  ): PageAnswer => {
    const { contentType, name, ...rest } = more;
    const known = now.files.get(address) ?? made(make());
    now.files.delete(address);
    now.files.set(address, known);
    for (const oldest of now.files.keys()) if (now.files.size > MOST_FILES) now.files.delete(oldest);
    return {
      status: 200,
      html: "",
      bytes: known.bytes,
      etag: known.etag,
      file: { contentType, ...(name === undefined ? {} : { name }) },
      ...(now.changedAt === undefined ? {} : { modified: now.changedAt }),
      ...rest,
    };
  };

  const graphAt = (now: Release, form: string, slug: string | undefined, wish: Wish, isChosen?: true) => {
    const graph = GRAPHS[form];
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
    return file(now, `dcat/${slug ?? ""}.${form}`, bytes, {
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
      return file(now, first, () => packed(now.filled, origin), {
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
    const found = ofPartnership(now.filled, slug).find(({ dataset }) => dataset.name === name);
    const isThere = slug === undefined || now.sites.some((site) => site.slug === slug);
    if (found === undefined || !isThere || !formsOf(found.dataset).includes(form as Form)) return undefined;
    return file(now, path.join("/"), () => fileOf(found.dataset, found.rows, form as Form), {
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
  if (slug === undefined) return filled;
  return filled.map(({ dataset, rows }) => ({ dataset, rows: rows.filter(({ partnership }) => partnership === slug) }));
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
