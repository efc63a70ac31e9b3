// What a webhook sends, as other people's programs read it: CloudEvents 1.0 with a row of what everybody can read, and the schema of that row. Of the publication and nothing else.
import { addDays, type Day, type Instant } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import type { Disclosed } from "../disclosure.ts";
import { inLang } from "../screens/frame.tsx";
import { newsOf, type News, type NewsKind } from "../screens/news.ts";
import type { Site } from "../site.ts";
import { EVENT_KINDS, type EventKind, TRIAL } from "./webhook.ts";
import { words } from "./words.ts";

const KIND_OF: Readonly<Record<NewsKind, EventKind>> = {
  "promise-published": "promise.published",
  "promise-changed": "promise.changed",
  report: "report.published",
  "answer-chosen": "theme.answered",
  "answer-declined": "theme.answered",
  "answer-merged": "theme.answered",
  walk: "walk.told",
  dialogue: "dialogue.told",
  road: "road.told",
  "road-answered": "road.told",
  situation: "situation.published",
  "action-plan": "action-plan.published",
  "action-plan-followed": "action-plan.followed-up",
  "draft-opened": "consultation.opened",
  "draft-closed": "consultation.closed",
  done: "activity.done",
  "did-not": "activity.missed",
};

/** Where the schema of what is sent is read. */
export const SCHEMA_PATH = "/oppna-data/handelse.schema.json";

type Told = Pick<News, "key" | "on" | "what" | "text" | "path" | "pledge" | "theme"> & {
  readonly kind: EventKind | typeof TRIAL;
  readonly title: { readonly sv: string; readonly en: string };
};

/** Everything there is to send of a partnership as it stands, newest first. */
export function toldIn(site: Disclosed<Site>, today: Day): readonly Told[] {
  const english = new Map(newsOf(site, "en").map(({ key, title }) => [key, title]));
  const told = newsOf(site, "sv").map((one) => ({
    ...one,
    kind: KIND_OF[one.kind],
    title: { sv: one.title, en: english.get(one.key) ?? one.title },
  }));
  const ended = site.documents.flatMap(({ slug, title, amends, state, to }) => {
    // Ended by a decision it has no day of its own: it is told as it is found.
    const on = to !== null && to < today ? addDays(to, 1) : state === "closed" ? today : undefined;
    return on === undefined || amends !== undefined
      ? []
      : {
          kind: "promise.ended" as const,
          key: `slut-${slug}`,
          on,
          what: title,
          text: "",
          path: `/medborgarlofte/${slug}`,
          title: { sv: say(words.ended, "sv", { what: title }), en: say(words.ended, "en", { what: title }) },
        };
  });
  return [...ended, ...told];
}

/** What a trial says: that it is one, of the partnership's own page. */
export function trialOf(id: string, today: Day): Told {
  return { kind: TRIAL, key: `prov-${id}`, on: today, what: "", text: "", path: "", title: words.trialTitle };
}

type From = { readonly origin: string; readonly site: Pick<Site, "slug" | "name" | "example"> };

/** The body, byte for byte as it is signed and sent at every try. */
export function cloudEventOf(told: Told, { id, at, origin, site }: From & { id: string; at: Instant }): string {
  const home = `${origin}/${site.slug}`;
  const page = (path: string) => ({
    sv: `${home}${path}`,
    en: `${origin}${inLang(`/${site.slug}${path}`, "en")}`,
  });
  return JSON.stringify({
    specversion: "1.0",
    id,
    source: home,
    type: `se.samsyn.${told.kind}`,
    ...(told.path === "" ? {} : { subject: told.path.slice(1) }),
    time: at,
    datacontenttype: "application/json",
    dataschema: `${origin}${SCHEMA_PATH}`,
    data: {
      partnership: { slug: site.slug, name: site.name, address: home },
      title: told.title,
      what: told.what,
      text: told.text,
      on: told.on,
      page: page(told.path),
      promise: told.pledge === undefined ? null : `${home}/lofte/${told.pledge}`,
      theme: told.theme ?? null,
      example: site.example,
    },
  });
}

const text = (description: string) => ({ type: "string", description });
const both = (description: string, of: object = { type: "string" }) => ({
  type: "object",
  description,
  properties: { sv: of, en: of },
  required: ["sv", "en"],
});

/** JSON Schema of `data`; fields may be added, none is taken away or changed. */
export function eventSchema(origin: string): object {
  const address = { type: "string", format: "uri" };
  const properties = {
    partnership: {
      type: "object",
      properties: { slug: { type: "string" }, name: { type: "string" }, address },
      required: ["slug", "name", "address"],
    },
    title: both("A heading, in Swedish and in English"),
    what: text("The part of the heading that was published, in Swedish"),
    text: text("In the words it was published in; empty where the heading says all"),
    on: { type: "string", format: "date", description: "The day it happened; it may be told later" },
    page: both("Where everybody reads it", address),
    promise: { type: ["string", "null"], format: "uri", description: "The promise it is of" },
    theme: { type: ["string", "null"] },
    example: { type: "boolean", description: "Invented, to show how it looks" },
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${origin}${SCHEMA_PATH}`,
    title: "Samsyn: data of an event",
    description: `Data of a CloudEvent of one of the types ${[...EVENT_KINDS, TRIAL].map((kind) => `se.samsyn.${kind}`).join(", ")}.`,
    type: "object",
    properties,
    required: Object.keys(properties),
  };
}
