// What strangers read of a draft they may comment on: the text in its days and when all is answered, and of what was held no handful.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { SetAsideReason } from "../collect/open-form.ts";
import type { Day } from "../ground/time.ts";
import { disclose } from "./disclosure.ts";
import { AnsweredDraft, ConsultationPage, OpenDrafts } from "./screens/consultation.tsx";
import type { RawSite, ToldConsultation } from "./site.ts";

type Raw = ToldConsultation<number>;
const draft = (more: Partial<Raw> = {}): Raw => ({
  slug: "2028-2030",
  title: "Medborgarlöfte 2028–2030",
  phase: "open",
  from: "2026-12-01" as Day,
  to: "2026-12-20" as Day,
  closedOn: null,
  canInfluence: "Vad vi gör",
  cannotInfluence: "Hur många poliser det finns",
  contentHash: "a".repeat(64),
  passages: [
    {
      kind: "pledge",
      number: "1",
      text: "Det ska bli ljusare.",
      became: null,
      isChanged: false,
      isNew: false,
      comments: [{ sentence: "", text: "När då?", answer: null }],
    },
  ],
  held: [],
  heldInAll: 0,
  example: false,
  ...more,
});
const told = (raw: Raw) =>
  disclose({
    slug: "ockelbo",
    name: "Ockelbo",
    example: false,
    parties: [],
    feedbackDays: 120,
    lastWord: null,
    documents: [],
    current: [],
    walks: [],
    dialogues: [],
    answers: [],
    reports: [],
    consultations: [raw],
  } satisfies RawSite);
const pageOf = (raw: Raw, today: string) => {
  const site = told(raw);
  const props = { site, lang: "sv", today: today as Day, demo: false } as const;
  const page = renderToStaticMarkup(<ConsultationPage {...props} consultation={site.consultations![0]!} />);
  return { page, start: renderToStaticMarkup(<OpenDrafts {...props} />) };
};

describe("a draft's page", () => {
  test("is open through its last day and no longer, also when it was made the day before", () => {
    const last = pageOf(draft(), "2026-12-20");
    expect(last.page).toContain("Det ska bli ljusare.");
    expect(last.page).toContain("Kommentera: Löfte 1");
    expect(last.start).toContain("öppet för kommentarer till och med 20 december 2026");
    const after = pageOf(draft(), "2026-12-21");
    expect(after.page).not.toContain("Det ska bli ljusare.");
    expect(after.page).toContain("Nu besvaras de.");
    expect(after.start).toBe("");
  });

  test("is not shown while answers are given, whatever it was made of", () => {
    expect(told(draft({ phase: "answering" })).consultations![0]!.passages).toEqual([]);
  });

  test("tells when it is closed what it became, and each comment with its answer", () => {
    const [passage] = draft().passages;
    const answer = {
      kind: "partly",
      reason: "Vid stationen.",
      became: "",
      by: "Polisen",
      on: "2026-12-21" as Day,
    } as const;
    const became = [{ text: "Det ska bli " }, { text: "mycket ", change: "added" }, { text: "ljusare." }] as const;
    const comments = [{ sentence: "Det ska bli ljusare.", text: "När då?", answer }];
    const { page } = pageOf(
      draft({ phase: "closed", passages: [{ ...passage!, became, isChanged: true, comments }] }),
      "2027-01-05",
    );
    expect(page).toMatch(/<ins>.*mycket.*<\/ins>/);
    for (const words of ["När då?", "Delvis", "Vid stationen.", "Polisen", "Alla kommentarer visas."])
      expect(page).toContain(words);
    expect(page).not.toContain("Kommentera");
  });

  test.each<[readonly (readonly [SetAsideReason, number])[], readonly string[], string]>([
    [[["threat", 1]], ["fewer-than"], "fewer-than"],
    [[["threat", 12]], ["count"], "count"],
    [
      [
        ["threat", 3],
        ["off-topic", 30],
      ],
      ["withheld", "withheld"],
      "count",
    ],
  ])("of what was held %j leaves %j and in all %s", (held, shown, inAll) => {
    const raw = draft({
      phase: "closed",
      held: held.map(([reason, heads]) => ({ reason, heads })),
      heldInAll: held.reduce((sum, [, heads]) => sum + heads, 0),
    });
    const [one] = told(raw).consultations!;
    expect([one!.held.map(({ heads }) => heads.shown), one!.heldInAll.shown]).toEqual([shown, inAll]);
    // While they are looked through it would grow one by one.
    const [before] = told({ ...raw, phase: "answering" }).consultations!;
    expect([before!.held, before!.heldInAll.shown]).toEqual([[], "withheld"]);
  });
});

test("a promise leads to what was said of its own draft, not of one that was laid down at the same address", () => {
  const closed = draft({ phase: "closed", closedOn: "2027-01-10" as Day });
  const way = (raw: Raw) => renderToStaticMarkup(<AnsweredDraft site={told(raw)} lang="sv" slug="2028-2030" />);
  expect(way(closed)).toContain("/ockelbo/utkast/2028-2030");
  expect(way({ ...closed, isDropped: true })).toBe("");
});
