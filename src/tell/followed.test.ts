// What is published, as other people's programs read it: two calendars' and a feed reader's, none of them ours.
import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, test } from "vitest";
import { type Day, fromSwedishClock, type Instant } from "../ground/time.ts";
import { datesOf } from "./calendar.ts";
import { disclose } from "./disclosure.ts";
import { followedAt } from "./pages-followed.ts";
import { atomOf } from "./screens/feed.ts";
import { newsOf, wantedNews } from "./screens/news.ts";
import type { RawSite } from "./site.ts";

const day = (text: string) => text as Day;
const activityId = (text: string) => text as RawSite["current"][number]["activities"][number]["id"];
const NOTHING = { fromSaid: "", toSaid: "", preamble: "", basis: [], signatures: [], lacks: [], sources: [], note: "" };
const UNSAID = { agreement: "", situationReport: "", followUp: "", equality: "", renderings: [], contentHash: "" };
const PLAN = { theme: "general", light: "dark", functions: [], by: "Ockelbo kommun", example: false } as const;

const RAW: RawSite = {
  slug: "ockelbo",
  name: "Ockelbo",
  example: false,
  parties: [
    { kind: "municipality", name: "Ockelbo kommun" },
    { kind: "police", name: "Polisen" },
  ],
  feedbackDays: 90,
  lastWord: { on: day("2027-03-05"), what: "report" },
  documents: [
    {
      ...NOTHING,
      ...UNSAID,
      slug: "2025-2027",
      title: "Medborgarlöfte 2025–2027",
      state: "published",
      closing: null,
      publishedOn: day("2025-05-20"),
      from: day("2025-05-15"),
      to: day("2027-12-31"),
      pledges: [
        {
          order: 1,
          text: "Vi lovar en lugnare väg.",
          activities: [
            {
              number: "1.1",
              text: "Vi bygger ett övergångsställe.",
              unit: "Gatuenheten",
              target: null,
              uncounted: "",
              places: [],
              deadline: { said: "september 2027", on: day("2027-09-30") },
            },
          ],
        },
      ],
      example: false,
      gap: null,
    },
  ],
  current: [
    {
      slug: "1-trafiksakerhet",
      order: 1,
      theme: "Trafiksäkerhet",
      text: "Vi lovar en lugnare väg.",
      documentSlug: "2025-2027",
      continues: false,
      causes: [],
      effect: "",
      seen: null,
      problems: [],
      activities: [
        {
          id: activityId("01890000-0000-7000-8000-000000000001"),
          number: "1.2",
          text: "Vi mäter farten.",
          unit: "Gatuenheten",
          owner: "municipality",
          target: { value: 2, unit: "mätningar", per: "quarter", places: ["Åmot"] },
          done: { value: 2, qualifier: "exact" },
          due: 2,
          inAll: 22,
          occasions: [
            {
              on: day("2027-03-02"),
              count: { value: 1, qualifier: "exact" },
              counted: "mätningar",
              place: "Bruksvägen & torget",
              party: "Ockelbo kommun",
              outputs: [{ what: "varav nattetid", heads: 2, qualifier: "exact", depth: 0 }],
            },
          ],
          deviations: [
            { on: day("2027-03-10"), sentence: "Utrustningen var på service.", newDay: day("2027-04-07"), because: "" },
            { on: day("2027-02-10"), sentence: "Det var för halt.", newDay: null, because: "våren räcker" },
          ],
          status: null,
        },
      ],
      indicators: [],
      example: false,
    },
  ],
  walks: [],
  upcoming: [
    {
      ...PLAN,
      slug: "amot-2027",
      title: "Vandring i Åmot; skolan, södra",
      village: "Åmot",
      on: day("2027-11-08"),
      from: "18.00",
      to: "20.30",
      meetingPoint: "Utanför skolan",
      cancelled: null,
    },
    {
      ...PLAN,
      slug: "lingbo-2027",
      title: "Vandring i Lingbo",
      village: "Lingbo",
      on: day("2027-06-08"),
      from: "18.00",
      to: "20.00",
      meetingPoint: "Bygdegården",
      cancelled: { on: day("2027-06-01"), reason: "För få kunde gå med." },
    },
  ],
  dialogues: [
    {
      slug: "trygghet-2027",
      title: "Hur har du det?",
      from: day("2027-04-01"),
      to: day("2027-04-30"),
      method: "",
      sampleType: "self-selected",
      canInfluence: "",
      cannotInfluence: "",
      answered: 3,
      themes: [
        { theme: "Belysning", category: "lighting-missing", voices: 3, qualifier: "exact", quote: "Det är mörkt." },
      ],
      caveat: "",
      reference: null,
      example: false,
    },
  ],
  answers: [
    {
      said: "Gångvägen är <mörk>",
      voices: 2,
      notes: 2,
      answer: "declined",
      reasons: [{ party: "", reason: "Det är inte vår mark." }],
      on: day("2027-01-15"),
      pledge: null,
      example: false,
    },
  ],
  reports: [],
};
const site = disclose(RAW);
const origin = "https://samsyn.example";
const followed = { site, madeAt: "2027-03-11T08:00:00.000Z" as Instant, origin, lang: "sv" as const };
const fileAt = (address: string, query = "", lang: "sv" | "en" = "sv") =>
  followedAt(address, new URLSearchParams(query), { ...followed, lang })?.plain ?? "";

describe("the public calendar", () => {
  test("has every day that is promised, in order", () => {
    expect(datesOf(site).map(({ from, kind }) => `${from} ${kind}`)).toEqual([
      "2025-05-15 promise-begins",
      "2027-04-01 dialogue",
      "2027-04-07 new-day",
      "2027-06-03 next-word",
      "2027-06-08 walk",
      "2027-09-30 deadline",
      "2027-11-08 walk",
      "2027-12-31 promise-ends",
    ]);
  });

  test("has no day that the police have ahead of them, and strikes out a draft that was laid down", () => {
    const [pledge] = RAW.current;
    const [activity] = pledge!.activities;
    const draft = {
      slug: "2028-2030",
      title: "Medborgarlöfte 2028–2030",
      phase: "closed",
      from: day("2027-10-01"),
      to: day("2027-10-31"),
      closedOn: day("2027-10-05"),
      isDropped: true,
      canInfluence: "",
      cannotInfluence: "",
      contentHash: "",
      passages: [],
      held: [],
      heldInAll: 0,
      example: false,
    } as const;
    const owned = (owner: "police" | "joint" | "municipality") =>
      datesOf(
        disclose({
          ...RAW,
          current: [{ ...pledge!, activities: [{ ...activity!, owner }] }],
          consultations: [draft],
        }),
      );
    const days = (owner: Parameters<typeof owned>[0]) => owned(owner).filter(({ kind }) => kind === "new-day").length;
    expect([days("police"), days("joint"), days("municipality")]).toEqual([0, 0, 1]);
    expect(owned("police").find(({ kind }) => kind === "draft")?.cancelled).toBe(true);
  });

  test.each([
    [
      "what was done beside the promise is told as that",
      "samtal",
      3,
      true,
      ["Gjort: samtal (räknas inte mot löftet): 3"],
    ],
    ["so few people that they could be known are not", "ungdomar", 2, true, []],
    ["nor are so few of what is sensitive", "omhändertagna för narkotika", 4, true, []],
    ["what was promised is told in the words that were signed", "elever", 2, undefined, ["Gjort: elever: 2"]],
  ])("of a unit's own words %s", (_what, counted, value, beside, told) => {
    const [pledge] = RAW.current;
    const [activity] = pledge!.activities;
    const occasion = {
      ...activity!.occasions[0]!,
      counted,
      count: { value, qualifier: "exact" as const },
      ...(beside === undefined ? {} : { beside: true as const }),
    };
    const activities = [{ ...activity!, deviations: [], occasions: [occasion] }];
    const done = newsOf(disclose({ ...RAW, current: [{ ...pledge!, activities }] }), "sv");
    expect(done.flatMap(({ kind, title }) => (kind === "done" ? [title] : []))).toEqual(told);
  });

  test("is read by Mozilla's calendar: Swedish time summer and winter, whole days, what is called off", () => {
    const calendar = new ICAL.Component(ICAL.parse(fileAt("kalender.ics")) as string);
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Ockelbo: medborgarlöftet");
    expect(events).toHaveLength(8);
    const of = (title: string) => events.find(({ summary }) => summary === title)!;
    expect(of("Vandring i Åmot; skolan, södra").startDate.toJSDate()).toEqual(new Date("2027-11-08T17:00:00Z"));
    expect(of("Vandring i Åmot; skolan, södra").location).toBe("Utanför skolan");
    const called = of("Inställt: Vandring i Lingbo");
    expect(called.startDate.toJSDate()).toEqual(new Date("2027-06-08T16:00:00Z"));
    expect(called.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    const dialogue = of("Dialog: Hur har du det?");
    expect([dialogue.startDate.isDate, dialogue.startDate.toString(), dialogue.endDate.toString()]).toEqual([
      true,
      "2027-04-01",
      "2027-05-01",
    ]);
  });

  test("is read by another, whose events lead to their pages", () => {
    const { events = [], version } = convertIcsCalendar(undefined, fileAt("kalender.ics", "", "en"));
    expect(version).toBe("2.0");
    expect(events.map(({ uid, url }) => [uid, url])).toContainEqual([
      "vandring-amot-2027.ockelbo@samsyn",
      "https://samsyn.example/ockelbo/vandring/amot-2027?lang=en",
    ]);
    expect(events.find(({ uid }) => uid.startsWith("berattar"))?.start).toMatchObject({
      type: "DATE",
      date: new Date("2027-06-03T00:00:00Z"),
    });
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(8);
  });

  test("is the same file until something else is published", () => {
    expect(fileAt("kalender.ics")).toBe(fileAt("kalender.ics"));
    expect(fileAt("kalender.ics")).toContain("DTSTAMP:20270311T080000Z");
  });
});

describe("the feeds", () => {
  /** As that reader has it, with the words of each text by themselves. */
  const read = (query = "", text = fileAt("folj.atom", query)) => {
    const { title, entries = [], ...feed } = parseAtomFeed(text);
    return {
      ...feed,
      title: title?.value,
      entries: entries.map((entry) => ({ ...entry, title: entry.title?.value, summary: entry.summary?.value })),
    };
  };

  test("are read by a feed reader that is not ours, newest first", () => {
    const feed = read();
    expect(feed).toMatchObject({ title: "Ockelbo: medborgarlöftet", id: "tag:samsyn.example,2026:ockelbo/folj.atom" });
    expect(feed.entries.map(({ title }) => title)).toEqual([
      "Det här sa ni: Hur har du det?",
      "Blev inte av: Vi mäter farten.",
      "Gjort: mätningar: 1",
      "Blev inte av: Vi mäter farten.",
      "Ni sa, vi kan inte: Gångvägen är <mörk>",
      "Nytt medborgarlöfte: Medborgarlöfte 2025–2027",
    ]);
    expect(feed.entries[1]).toMatchObject({
      summary: "Utrustningen var på service.\nNy dag: 7 april 2027",
      updated: fromSwedishClock(day("2027-03-10"), 0),
      links: [{ rel: "alternate", href: "https://samsyn.example/ockelbo/lofte/1-trafiksakerhet" }],
      categories: [{ term: "Trafiksäkerhet" }],
    });
    expect(feed.entries[3]?.summary).toContain("Därför: våren räcker");
  });

  test.each<[string, string, string, number]>([
    [
      "of a promise has what is of it, and what is of all",
      "lofte=1-trafiksakerhet",
      "Ockelbo: Vi lovar en lugnare väg.",
      4,
    ],
    ["of a theme", "tema=trafiksakerhet", "Ockelbo: Trafiksäkerhet", 4],
    ["of a place has what names it", "plats=amot", "Ockelbo: Åmot", 3],
    ["of a place has what lies in it", "plats=bruksvagen", "Ockelbo: medborgarlöftet", 1],
    ["of a place that is written in capitals and with its own letters", "plats=ÅMOT", "Ockelbo: Åmot", 3],
  ])("one %s", (_what, query, title, entries) => {
    expect(read(query)).toMatchObject({ title });
    expect(read(query).entries).toHaveLength(entries);
  });

  test("whoever follows a promise that is no more hears of the next", () => {
    const feed = read("lofte=9-borta");
    expect(feed.title).toBe("Ockelbo: medborgarlöftet");
    expect(feed.entries.map(({ title }) => title)).toEqual(["Nytt medborgarlöfte: Medborgarlöfte 2025–2027"]);
  });

  test("have what passed the gate and nothing else: no quote, no number of voices", () => {
    expect(fileAt("folj.atom")).not.toMatch(/Det är mörkt|lighting|voices/);
  });

  test("each entry has an id of its own, and is in no promise's feed that it is not in the whole", () => {
    const all = newsOf(site, "sv");
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const some = wantedNews(all, { lofte: "1-trafiksakerhet", tema: "trafiksakerhet" });
    expect(all).toEqual(expect.arrayContaining([...some]));
  });

  test("whatever is told, the feed can be read and says the same", () => {
    const feed = { title: "t", origin, home: "/o", address: "/o/folj.atom", author: "a", lang: "sv" as const };
    const told = { ...newsOf(site, "sv")[0]!, text: "" };
    fc.assert(
      fc.property(fc.array(fc.constantFrom("å", "<", "&", '"', "]]>", "\u0007", "😀", "&amp;", "x")), (signs) => {
        const title = `a${signs.join("")}z`;
        expect(read("", atomOf(feed, [{ ...told, title }])).entries[0]?.title).toBe(title.replaceAll("\u0007", ""));
      }),
    );
  });
});
