import { describe, expect, test } from "vitest";
import { goodBundle } from "../../../test/evidence.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import type { Content } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import { CHANNELS, type Channel, handOut, htmlOf, type Made, renderingOf, signedOn, textOf } from "./rendering.ts";
import { posterPaper } from "./screens/poster.ts";
import { frameOf } from "./words.ts";

const content = JSON.parse(goodBundle().document.text) as Content;
const made: Made = {
  content,
  contentHash: goodBundle().document.contentHash,
  signedOn: "2024-12-17" as Day,
  example: false,
  page: "https://samsyn.ockelbo.se/ockelbo/medborgarlofte/2025-2027",
};
const of = (channel: Channel, lang: Lang = "sv", change: Partial<Content> = {}) => {
  const changed = { ...made, content: { ...content, ...change } };
  return renderingOf(channel, changed, frameOf(changed, lang));
};

describe("a text to put up", () => {
  test.for(["municipality-page", "police-page"] as const)(
    "for %s has every word that was promised, in order",
    (channel) => {
      const text = textOf(of(channel));
      const places = content.pledges
        .flatMap((pledge) => [pledge.text, ...pledge.activities.map((one) => one.text)])
        .map((words) => text.indexOf(words));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(text).toContain(content.preamble);
    },
  );

  test.for(CHANNELS)("for %s says which text it is, when it was signed and where it can be checked", (channel) => {
    for (const lang of ["sv", "en"] as const) {
      const text = textOf(of(channel, lang));
      expect(text).toContain(made.page);
      expect(text).toContain(made.contentHash.slice(0, 4));
      expect(text).toContain(lang === "sv" ? "17 december 2024" : "17 December 2024");
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  test.for(CHANNELS)("for %s says that an example is one", (channel) => {
    expect(textOf(of(channel))).not.toContain("Ett påhittat exempel.");
    expect(textOf(renderingOf(channel, { ...made, example: true }, frameOf(made, "sv")))).toContain(
      "Ett påhittat exempel.",
    );
  });

  test("has the same words on both organisations' pages", () => {
    const own = (channel: Channel) => of(channel).pieces.filter((piece) => "own" in piece);
    expect(own("police-page")).toEqual(own("municipality-page"));
  });

  test("is the same text as markup, and nothing that was written becomes markup", () => {
    const html = htmlOf(of("municipality-page", "en", { title: `<img src=x onerror="x"> & 'så'` }));
    expect(html).toContain('<h1 lang="sv">&lt;img src=x onerror=&quot;x&quot;&gt; &amp; &#39;så&#39;</h1>');
    expect(html).toContain("<h2>Pledge 1</h2>");
    expect(html.match(/<(?!\/?(?:h1|h2|p|ul|li|a|br)\b)/g)).toBeNull();
    expect(html).not.toMatch(/style=|class=|<script/);
  });

  test("tells who answers for what, by when, and how it is followed up", () => {
    const [first, ...rest] = content.pledges;
    const activity = {
      ...first!.activities[0]!,
      accountable: { organisationId: "x" as never, unit: "Gatuenheten", accepted: true },
      deadline: { said: "hösten 2026" },
    };
    const pledges = [{ ...first!, activities: [activity] }, ...rest];
    const text = textOf(of("police-page", "sv", { pledges, feedback: "En gång om året." }));
    expect(text).toContain("Ansvarig: Gatuenheten. Senast: hösten 2026.");
    expect(text).toContain("Så följs löftet upp: En gång om året.");
  });

  test("is the same bytes as a poster every time, with words for its square", () => {
    const poster = () => pdfOf(posterPaper(of("poster"), made, "2024-12-17T13:11:20.000Z" as Instant, qrSvg));
    expect(Buffer.compare(poster(), poster())).toBe(0);
  });
});

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const signature = (party: string, signedAt: string, on?: string) => ({
  party,
  signedAt,
  means: on === undefined ? { kind: "passkey" } : { kind: "paper", on },
});
const document = (state: string, signatures = {}) =>
  ({
    id: "d",
    slug: "2025-2027",
    state,
    content,
    contentHash: made.contentHash,
    signedAt: "2024-12-17T13:11:20.000Z",
    signatures,
  }) as unknown as PledgeDocument;
const person = (role: string) =>
  ({ id: "karin", grants: [{ partnershipId: "p", organisationId: "o", role }] }) as never;

describe("handing out", () => {
  const state = (one: PledgeDocument, changedBy?: string) => ({ partnershipId: "p", document: one, changedBy });
  const decide = (input: { channel: Channel; form: "text" | "html" | "pdf" }, one: ReturnType<typeof state>) =>
    handOut.decide({ ...input, language: "sv" }, one, { at: AT, by: person("coordinator"), newId: () => "new" });

  test.for([
    ["draft", "not-signed-yet"],
    ["proposed", "not-signed-yet"],
    ["half-signed", "not-signed-yet"],
    ["signed", "not-published-yet"],
  ] as const)("a promise that is %s is refused: %s", ([of, why]) => {
    expect(decide({ channel: "press", form: "text" }, state(document(of)))).toMatchObject({ refusal: { why } });
  });

  test("what has been changed since is taken from the change", () => {
    expect(decide({ channel: "press", form: "text" }, state(document("published"), "andring-1"))).toMatchObject({
      refusal: { why: "text-is-changed", detail: { slug: "andring-1" } },
    });
  });

  test("a poster is paper, and nothing else is", () => {
    const published = state(document("published"));
    for (const wish of [
      { channel: "poster", form: "html" },
      { channel: "press", form: "pdf" },
    ] as const)
      expect(decide(wish, published)).toMatchObject({ refusal: { why: "form-not-of-channel", field: "form" } });
    expect(decide({ channel: "poster", form: "pdf" }, published)).toMatchObject({ ok: true, value: { id: "new" } });
  });

  test("only those who write may", () => {
    expect(handOut.may(person("signatory"), {} as never, state(document("published")))).toEqual({ why: "not-yours" });
    expect(handOut.may(person("liaison"), {} as never, state(document("published")))).toBeUndefined();
  });
});

test.for([
  [
    signature("municipality", "2024-12-17T13:07:00.000Z"),
    signature("police", "2024-12-18T13:07:00.000Z"),
    "2024-12-18",
  ],
  [
    signature("municipality", "2026-01-01T13:07:00.000Z", "2018-10-26"),
    signature("police", "2026-01-01T13:07:00.000Z", "2018-10-20"),
    "2018-10-26",
  ],
] as const)("it was signed on the day of the last signature", ([municipality, police, day]) => {
  expect(signedOn(document("published", { municipality, police }) as never)).toBe(day);
});
