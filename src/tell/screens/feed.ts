// News as a feed that anybody's reader takes in: Atom (RFC 4287).
import { type Day, fromSwedishClock } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import type { News } from "./news.ts";

/** More than this is history, and stands on the pages. */
export const MOST_NEWS = 100;

export type Feed = {
  readonly title: string;
  /** Where the pages are: "https://samsyn.example". */
  readonly origin: string;
  /** The partnership's own page below it: "/ockelbo". */
  readonly home: string;
  /** The feed itself: "/ockelbo/folj.atom?lofte=1-trafik". */
  readonly address: string;
  readonly author: string;
  readonly lang: Lang;
};

/** The feed as XML. Each entry keeps its id for ever, whatever address the pages have; nothing in it is of the moment it was made. */
export function atomOf(feed: Feed, news: readonly News[]): string {
  const { origin, home, address, lang } = feed;
  const shown = news.slice(0, MOST_NEWS);
  const page = (path: string) => `${origin}${home}${path}${lang === "en" ? "?lang=en" : ""}`;
  const id = (key: string) => `tag:${new URL(origin).hostname},2026:${home.slice(1)}/${key}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>${inXml(id(address.slice(home.length + 1)))}</id>`,
    `<title>${inXml(feed.title)}</title>`,
    `<updated>${toldAt(shown[0]?.on ?? ("1970-01-02" as Day))}</updated>`,
    `<author><name>${inXml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${inXml(`${origin}${address}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${inXml(page(""))}"/>`,
    ...shown.map((one) =>
      [
        "<entry>",
        `<id>${inXml(id(one.key))}</id>`,
        `<title>${inXml(one.title)}</title>`,
        `<updated>${toldAt(one.on)}</updated>`,
        `<link rel="alternate" type="text/html" href="${inXml(page(one.path))}"/>`,
        ...(one.theme === undefined ? [] : [`<category term="${inXml(one.theme)}"/>`]),
        `<summary>${inXml(one.text)}</summary>`,
        "</entry>",
      ].join(""),
    ),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

/** Of a day it is only known which: it begins at midnight in Sweden, so that no reader holds it back as something that is to come. */
function toldAt(on: Day): string {
  return fromSwedishClock(on, 0);
}

/** Signs that mean something in XML are written out; those that may not stand in it at all are left out. */
function inXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
