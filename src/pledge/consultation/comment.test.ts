import { describe, expect, test } from "vitest";
import { by, johan, karin, PARTNERSHIP, petra, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import type { Content } from "../document.ts";
import { answerComments, type Comment, heldOf, leftOf, lookThrough, readFilled, saidIn } from "./comment.ts";
import type { Consultation } from "./consultation.ts";
import { becameOf, passagesOf, sentencesOf } from "./passages.ts";

const content = {
  title: "Medborgarlöfte 2028–2030",
  area: [],
  period: { from: { said: "2028" }, to: { said: "2030" } },
  basis: [],
  preamble: "Det här lovar vi. Vi gör det tillsammans.",
  pledges: [
    {
      id: "11111111-1111-4111-8111-111111111111",
      order: 1,
      text: "Det ska bli ljusare vid stationen.",
      activities: [
        {
          id: "22222222-2222-4222-8222-222222222222",
          number: "1.1",
          text: "Kommunen byter lampor. Klart före oktober.",
        },
      ],
    },
  ],
} as unknown as Content;
const [pledge] = content.pledges;
const form = (fields: Readonly<Record<string, string>>) => readFilled(content, (name) => fields[name] ?? "");

describe("a draft by its passages", () => {
  test("is the whole, the preamble, the löften and their activities, in the order they are read", () => {
    expect(passagesOf(content).map(({ kind, number }) => `${kind} ${number}`.trim())).toEqual([
      "whole",
      "preamble",
      "pledge 1",
      "activity 1.1",
    ]);
  });

  test.each([
    ["Kommunen byter lampor. Klart före oktober.", ["Kommunen byter lampor.", "Klart före oktober."]],
    ["En enda mening, med kl. 18 i.", []],
    [
      "Minst 4 ggr per år, t.ex. i maj. Är det bra? «Ja.»",
      ["Minst 4 ggr per år, t.ex. i maj.", "Är det bra?", "«Ja.»"],
    ],
    ["", []],
  ])("«%s» has these sentences to point at", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test("a number, a place, a day or a unit that was changed is a change, and stands beside the sentence", () => {
    const withEight = (value: number) =>
      ({
        ...content,
        pledges: [
          {
            ...pledge!,
            activities: [
              {
                ...pledge!.activities[0]!,
                target: { comparator: "at-least", value, unit: "lampor", per: "year", places: ["Stationen"] },
                deadline: { said: "2028-10-01" },
              },
            ],
          },
        ],
      }) as unknown as Content;
    const [before, after] = [withEight(8), withEight(12)];
    const last = becameOf(before, after).at(-1)!;
    expect(last.inFull).toEqual(["Minst 8 lampor per år.", "Var: Stationen.", "Senast: 2028-10-01."]);
    expect(last.isChanged).toBe(true);
    expect(last.parts.filter(({ change }) => change !== undefined)).toEqual([
      { text: "8", change: "removed" },
      { text: "12", change: "added" },
    ]);
    expect(becameOf(before, before).some(({ isChanged }) => isChanged)).toBe(false);
  });

  test("is told as changed where the whole holds for another time", () => {
    const holding = (from: string, to?: string) => {
      const period = { from: { said: from }, ...(to === undefined ? {} : { to: { said: to } }) };
      return { ...content, period };
    };
    const [whole] = becameOf(holding("2028-01-01", "2030-12-31"), holding("2028-01-01", "2029-12-31"));
    expect([whole?.kind, whole?.isChanged]).toEqual(["whole", true]);
    expect(whole?.parts.flatMap(({ change, text }) => (change === undefined ? [] : [`${change} ${text}`]))).toEqual([
      "removed 2030",
      "added 2029",
    ]);
    const said = (of: Content) => passagesOf(of)[0]?.inFull[0];
    expect(said(holding("2028-01-01"))).toBe("Gäller: från 2028-01-01.");
    expect(said(holding("ej bestämt"))).toBe("Gäller: ej bestämt.");
  });

  test("becomes another, word by word: changed, taken away and added are told apart", () => {
    const [activity] = pledge!.activities;
    const after = {
      ...content,
      preamble: undefined,
      pledges: [
        {
          ...pledge!,
          activities: [
            { ...activity!, text: "Kommunen byter alla lampor. Klart före oktober." },
            { ...activity!, id: "33333333-3333-4333-8333-333333333333", number: "1.2", text: "Polisen går förbi." },
          ],
        },
      ],
    } as unknown as Content;
    const became = becameOf(content, after).map(({ kind, isChanged, isNew, parts }) => ({
      kind,
      isChanged,
      isNew,
      changes: parts.flatMap(({ change, text }) => (change === undefined ? [] : [`${change} ${text.trim()}`])),
    }));
    expect(became).toEqual([
      { kind: "whole", isChanged: false, isNew: false, changes: [] },
      {
        kind: "preamble",
        isChanged: true,
        isNew: false,
        changes: ["removed Det här lovar vi. Vi gör det tillsammans."],
      },
      { kind: "pledge", isChanged: false, isNew: false, changes: [] },
      { kind: "activity", isChanged: true, isNew: false, changes: ["added alla"] },
      { kind: "activity", isChanged: true, isNew: true, changes: ["added Polisen går förbi."] },
    ]);
  });
});

describe("what somebody says of a passage", () => {
  test("is of the passage that was pressed, or of one of its sentences", () => {
    const { filled, place } = form({ stycke: "3", mening: "2", text: " Oktober är för sent " });
    expect([place, filled.sentences.length]).toEqual([3, 2]);
    expect(saidIn(filled)).toEqual({
      ok: true,
      value: {
        passage: "22222222-2222-4222-8222-222222222222",
        sentence: "Klart före oktober.",
        text: "Oktober är för sent",
      },
    });
    expect(saidIn(form({ stycke: "3", mening: "0", text: "Bra" }).filled)).toMatchObject({
      value: { sentence: undefined },
    });
  });

  test.each(["", "99", "-1", "x"])("of passage «%s», which is not there, is of the whole", (stycke) => {
    expect(saidIn(form({ stycke, mening: "1", text: "Bra" }).filled)).toMatchObject({
      value: { passage: "whole", sentence: undefined },
    });
  });

  test("is something, and of nobody", () => {
    expect(why(saidIn(form({ stycke: "1", text: "  " }).filled))).toBe("comment-needed");
    const { filled, covered } = form({ stycke: "1", text: "Ring Anna Svensson på 070-123 45 67 i stället" });
    expect(covered).toEqual(expect.arrayContaining(["phone", "name"]));
    expect(filled.text).not.toMatch(/Svensson|070/);
  });
});

const day = "2026-12-05" as Day;
const known = { passage: "whole", sentence: undefined, receivedOn: day };
const waiting: Comment = { ...known, id: "w", state: "waiting", text: "t" };
const shown: Comment = { ...known, id: "s", state: "shown", text: "t", readOn: day, answer: undefined };
const held: Comment = { ...known, id: "h", state: "held", readOn: day, reason: "points-at-a-person" };
const here = { partnershipId: PARTNERSHIP, parties: [karin, johan].map(({ grants }) => grants[0]!.organisationId) };
const MOMENT = "2026-12-06T09:00:00.000Z";

describe("looking through", () => {
  const look = (comment: Comment, reason?: "threat") =>
    lookThrough.decide({ reason }, { ...here, comment }, by(karin, MOMENT));

  test.each([
    [waiting, undefined, "shown"],
    [waiting, "threat", "held"],
    // What slipped through is held when it is seen.
    [shown, "threat", "held"],
  ] as const)("%o with %s is %s", (comment, reason, state) => {
    expect(look(comment, reason)).toMatchObject({ ok: true, value: { state, readOn: "2026-12-06" } });
  });

  test("is done once, and by those who speak for one of the two", () => {
    expect(why(look(shown))).toBe("comment-is-read");
    expect(why(look(held))).toBe("comment-is-held");
    expect(why(look(held, "threat"))).toBe("comment-is-held");
    expect(lookThrough.may(petra, {}, { ...here, comment: waiting })?.why).toBe("not-yours");
  });
});

describe("answering", () => {
  const consultation = { state: "agreed", from: "2026-12-01" as Day, to: "2026-12-20" as Day } as Consultation;
  const other: Comment = { ...shown, id: "s2" };
  const answer = (more: object = {}, of: Consultation = consultation) =>
    answerComments.decide(
      { ids: ["s", "s2"], kind: "partly", reason: " Vi byter dem vid stationen. ", became: " ", ...more },
      { ...here, consultation: of, comments: [waiting, shown, other, held] },
      by(johan, MOMENT),
    );

  test("several by one text, in the name of the one who answers", () => {
    expect(answer()).toEqual({
      ok: true,
      value: {
        ids: ["s", "s2"],
        answer: {
          kind: "partly",
          reason: "Vi byter dem vid stationen.",
          became: undefined,
          on: "2026-12-06",
          organisationId: johan.grants[0]!.organisationId,
        },
      },
    });
    expect(answer({ ids: ["s", "s"], became: "Klart före juni." })).toMatchObject({
      value: { ids: ["s"], answer: { became: "Klart före juni." } },
    });
  });

  test.each([
    [{ ids: [] }, "no-comment-chosen"],
    [{ ids: ["w"] }, "comment-not-there"],
    [{ ids: ["s", "h"] }, "comment-not-there"],
    [{ ids: ["none"] }, "comment-not-there"],
    [{ reason: " " }, "answer-needs-reason"],
    [{ reason: "Fråga Anna Svensson" }, "names-a-person"],
    [{ became: "Ring 070-123 45 67" }, "names-a-person"],
  ])("with %o is refused: %s", (more, refused) => {
    expect(why(answer(more))).toBe(refused);
  });

  test("ends with the closing", () => {
    expect(why(answer({}, { ...consultation, state: "closed" }))).toBe("consultation-is-closed");
  });

  test("counts what is left, and what was held for what", () => {
    expect(leftOf([waiting, shown, other, held])).toEqual({ waiting: 1, unanswered: 2 });
    const done: Comment = {
      ...shown,
      answer: { kind: "not", reason: "r", became: undefined, on: day, organisationId: "o" },
    };
    expect(leftOf([done, held])).toEqual({ waiting: 0, unanswered: 0 });
    expect(heldOf([held, { ...held, id: "h2" }, { ...held, id: "h3", reason: "threat" }, shown])).toEqual([
      { reason: "points-at-a-person", count: 2 },
      { reason: "threat", count: 1 },
    ]);
  });
});
