// What stands on other people's sites: small, whole, of the published alone, and nothing that tells of who reads it.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Day } from "../ground/time.ts";
import { disclose } from "./disclosure.ts";
import { embeddedOf, linesOf, progressOf } from "./embedded.ts";
import { embeddedAt } from "./pages-embedded.tsx";
import { COLOURS } from "./screens/embedded-look.ts";
import type { RawSite } from "./site.ts";

const day = (text: string) => text as Day;
const COUNTED = { value: 0, qualifier: "exact" } as const;
type Activity = RawSite["current"][number]["activities"][number];
const activity = (over: Partial<Activity>): Activity => ({
  id: "01890000-0000-7000-8000-000000000001" as Activity["id"],
  number: "1.1",
  text: "Vi mäter farten.",
  unit: "Gatuenheten",
  owner: "municipality",
  target: null,
  done: COUNTED,
  due: null,
  inAll: null,
  occasions: [],
  deviations: [],
  status: null,
  ...over,
});
const judged = (status: "met" | "running" | "behind") => ({ status, explanation: "", report: "2026" });
const pledge = (order: number, text: string, activities: readonly Activity[] = []): RawSite["current"][number] => ({
  slug: `${order}-trafik`,
  order,
  text,
  documentSlug: "2025-2027",
  continues: false,
  causes: [],
  effect: "",
  seen: null,
  problems: [],
  activities,
  indicators: [],
  example: false,
});
const answer = (said: string, on: string, kind: "chosen" | "declined"): RawSite["answers"][number] => ({
  said,
  voices: 3,
  notes: 3,
  answer: kind,
  reasons: [{ party: "", reason: "Därför." }],
  on: day(on),
  pledge: null,
  example: false,
});
const NOTHING = { preamble: "", basis: [], pledges: [], signatures: [], lacks: [], sources: [], note: "" };
const UNSAID = { agreement: "", situationReport: "", followUp: "", equality: "", renderings: [], contentHash: "" };

const RAW: RawSite = {
  slug: "ockelbo",
  name: "Ockelbo",
  example: false,
  parties: [
    { kind: "municipality", name: "Ockelbo kommun" },
    { kind: "police", name: "Polisen" },
  ],
  feedbackDays: 90,
  lastWord: { on: day("2026-03-05"), what: "report" },
  documents: [
    {
      ...NOTHING,
      ...UNSAID,
      slug: "2025-2027",
      title: "Medborgarlöfte 2025–2027",
      state: "published",
      closing: null,
      from: day("2025-01-01"),
      to: day("2027-12-31"),
      fromSaid: "",
      toSaid: "",
      example: false,
      gap: null,
    },
  ],
  current: [
    pledge(1, "Vi lovar en lugnare väg & fler <kontroller>.", [
      activity({ inAll: 2, done: { value: 2, qualifier: "exact" }, status: judged("behind") }),
      activity({ inAll: 4, done: { value: 1, qualifier: "exact" }, status: judged("met") }),
    ]),
    pledge(2, "Vi lovar ljus.", [activity({ status: judged("met") }), activity({ status: judged("running") })]),
  ],
  walks: [],
  dialogues: [],
  answers: [answer("Det är mörkt.", "2026-01-02", "chosen"), answer("Sätt upp kameror.", "2026-02-02", "declined")],
  reports: [],
};
const at = (address: string, raw: RawSite = RAW, lang: "sv" | "en" = "sv") =>
  embeddedAt(address, {
    site: disclose(raw),
    lang,
    today: day("2026-04-01"),
    demo: false,
    origin: "https://samsyn.example",
  });
const read = (html: string) => html.replace(/<style>.*<\/style>/s, "").replaceAll(/<[^>]*>/g, " ");

describe("how far it has come", () => {
  test.each([
    [
      "the promised number is reached, whatever was judged of a part of the time",
      { inAll: 3, value: 3 },
      "behind",
      1,
      0,
    ],
    ["a number is promised and not reached, though a year was judged met", { inAll: 3, value: 2 }, "met", 0, 1],
    ["no number is promised and both judged it met", { inAll: null, value: 0 }, "met", 1, 0],
    ["no number is promised and it goes on", { inAll: null, value: 1 }, "running", 0, 1],
    ["nothing has been done", { inAll: null, value: 0 }, "running", 0, 0],
    ["nothing is promised by a number of none", { inAll: 0, value: 0 }, "running", 0, 0],
  ] as const)("%s", (_case, { inAll, value }, status, done, begun) => {
    const one = activity({ inAll, done: { value, qualifier: "exact" }, status: judged(status) });
    expect(progressOf([one])).toEqual({ done, begun, all: 1 });
  });

  test("the newest answer is the one that is shown, a no as well", () =>
    expect(embeddedOf(disclose(RAW)).answer?.said).toBe("Sätt upp kameror."));

  test("words that there is no room for are left out whole, and the first never is", () => {
    const long = { ...RAW, current: [1, 2, 3].map((order) => pledge(order, "ö".repeat(2000))) };
    expect(embeddedOf(disclose(long))).toMatchObject({ pledges: [{ order: 1 }], more: 2 });
  });

  test.each([
    ["ett två tre", 8, 2, ["ett två", "tre"]],
    ["ett två tre", 4, 2, ["ett", "två…"]],
    ["samhällsbyggnadsförvaltningen", 10, 2, ["samhällsb…"]],
    ["", 10, 2, []],
  ])("«%s» in lines of %i", (text, letters, most, lines) => expect(linesOf(text, letters, most)).toEqual(lines));
});

describe("/ruta", () => {
  test("tells the promises, how far they have come and the last answer, and leads to the whole beside itself", () => {
    const { html = "" } = at("ruta") ?? {};
    const text = read(html);
    for (const told of [
      "Medborgarlöfte för Ockelbo 2025–2027",
      "2 av 4 aktiviteter är gjorda, 1 har börjat",
      "1 av 2 aktiviteter är gjorda",
      "Efter plan",
      "&amp; fler &lt;kontroller&gt;",
      "«Sätt upp kameror.»",
      "5 mars 2026",
    ])
      expect(text.toLowerCase()).toContain(told.toLowerCase());
    const links = html.match(/<a [^>]*>/g) ?? [];
    expect(
      links.filter(
        (link) => !/href="https:\/\/samsyn.example\/ockelbo.*target="_blank" rel="noopener noreferrer"/.test(link),
      ),
    ).toEqual([]);
    expect(links.length).toBeGreaterThan(4);
    expect(at("ruta", RAW, "en")?.html).toContain("2 of 4 activities are done, 1 has begun");
  });

  test("has no script, fetches nothing and is less than 20 kB however much is promised", () => {
    const current = Array.from({ length: 30 }, (_, place) =>
      pledge(place + 1, "åäö ".repeat(500), [activity({ status: judged("met") })]),
    );
    const answers = [answer("å".repeat(300), "2026-01-01", "chosen")];
    const { html = "" } = at("ruta", { ...RAW, current, answers }) ?? {};
    expect(new TextEncoder().encode(html).length).toBeLessThan(20_000);
    expect(html).toContain("Läs 29 löften till");
    expect(html).not.toMatch(/<script|<form|<img|src=|@import|url\(|rel="stylesheet"| style=/);
  });

  test("says when nothing is in force, and what is invented", () => {
    const { html = "" } = at("ruta", { ...RAW, current: [], example: true }) ?? {};
    expect(read(html)).toContain("Just nu gäller inget löfte");
    expect(read(html)).toContain("Exempel, påhittat");
  });

  test("has the looks that its own policy lets through, may stand in any frame, and is kept by its tag", () => {
    const [one, same, other] = [at("ruta"), at("ruta"), at("ruta", { ...RAW, answers: [] })];
    expect(one?.policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']{44}';.*frame-ancestors [*]$/);
    expect(one?.isEmbedded).toBe(true);
    expect(one?.etag).toBe(same?.etag);
    expect(one?.etag).not.toBe(other?.etag);
    expect(at("ruta/x")).toBeUndefined();
  });

  test("has the colours of the house", () => {
    const tokens = readFileSync(new URL("../ui/styles/tokens.css", import.meta.url), "utf8");
    const dark = tokens.slice(tokens.indexOf('[data-theme="dark"]'));
    const of = (css: string, name: string) => new RegExp(`\\s${name}: ([^;]+);`).exec(css)?.[1];
    for (const [name, colours] of Object.entries(COLOURS)) expect([of(tokens, name), of(dark, name)]).toEqual(colours);
  });
});

describe("/ruta.svg", () => {
  test("says the same in short, also to whoever hears it", () => {
    const { plain = "", file, policy } = at("ruta.svg") ?? {};
    expect(file).toEqual({ contentType: "image/svg+xml; charset=utf-8" });
    expect(policy).toContain("frame-ancestors *");
    expect(plain).toContain('<title id="t">Medborgarlöfte för Ockelbo 2025–2027</title>');
    expect(plain).toMatch(/<desc id="d">2 av 4 aktiviteter är gjorda, 1 har börjat.*Ockelbo kommun/);
    expect(plain).toMatch(/<text[^>]*>samsyn.example\/ockelbo<\/text>/);
    expect(plain).not.toMatch(/href|<image|url\(|<script/);
  });

  test("is whole with a long name, and with what may not stand in XML", () => {
    const name = `Norra\u0000 Samhällsbyggnadsområdet & ${"Långa ".repeat(20)}`;
    const { plain = "" } = at("ruta.svg", { ...RAW, name }) ?? {};
    expect(plain).not.toContain("\u0000");
    expect(plain.match(/fontWeight|font-weight="700"/g)).toHaveLength(2);
    expect(plain).toContain("…</text>");
  });
});
