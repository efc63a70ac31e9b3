import { describe, expect, test } from "vitest";
import type { Role } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import * as rule from "./letter.ts";

const partnership = { slug: "ockelbo", name: "Ockelbo" };
const about = { title: "Medborgarlöfte Ockelbo 2025–2027", unit: "Gatuenheten", partnership, href: "/min-manad" };

describe("a letter", () => {
  test.each<[rule.About["kind"], string]>([
    ["sign", "Du ombeds skriva under Medborgarlöfte Ockelbo 2025–2027"],
    ["second-key", "Andra nyckeln behövs: Medborgarlöfte Ockelbo 2025–2027"],
    ["dispute", "En invånare säger «inte klart»: Medborgarlöfte Ockelbo 2025–2027"],
    ["passage", "En delad iakttagelse väntar på dig i Ockelbo"],
    ["law-clock", "Lagens två år har gått i Ockelbo: Medborgarlöfte Ockelbo 2025–2027"],
    ["owner", "Gatuenheten föreslås äga «Medborgarlöfte Ockelbo 2025–2027»"],
  ])(
    "of %s says in its subject what is asked, has one link, and leads to where letters are changed",
    (kind, subject) => {
      const letter = rule.directLetter({ ...about, kind }, "sv");
      expect(letter).toMatchObject({ subject, heading: subject, footerHref: "/beratta/ockelbo/brev" });
      expect(letter.parts.flatMap(({ rows }) => rows.map(({ href }) => href))).toEqual(["/min-manad"]);
      for (const lang of ["sv", "en"] as const)
        expect(JSON.stringify(rule.directLetter({ ...about, kind }, lang))).not.toMatch(/[{]\w+[}]/);
    },
  );

  test("cuts a long title, which is no place for content", () => {
    const { subject } = rule.directLetter({ ...about, kind: "owner", title: "a".repeat(400) }, "sv");
    expect(subject).toHaveLength("Gatuenheten föreslås äga «»".length + 120);
  });

  test("of the week is none where nothing waits, and leaves out what is empty", () => {
    const empty = { heading: "Din tur", rows: [] };
    expect(rule.weeklyLetter([empty, empty], "ockelbo", "sv")).toBeUndefined();
    const full = { heading: "Röda listan", rows: [{ text: "1 punkt utan ansvarig", href: "/gora/ockelbo/punkter" }] };
    expect(rule.weeklyLetter([empty, full], "ockelbo", "sv")).toMatchObject({
      subject: "Din vecka i Samsyn",
      parts: [full],
    });
  });
});

describe("the red list of somebody's week", () => {
  const row = (kind: "activity" | "themes", days: number, mine = true) =>
    ({ kind, state: "late", days, mine }) as const;
  const rows = [row("activity", 3), row("themes", 3), row("themes", 20), row("activity", 20, false)];
  test.each<[string, Role[], number[]]>([
    ["has all of the own organisation's to whoever leads the work", ["coordinator"], [0, 1, 2]],
    ["has it to the police's as well", ["liaison"], [0, 1, 2]],
    ["has what units do to those who own activities", ["activity-owner"], [0]],
    ["has what has been red for two weeks to those who lead the organisation", ["signatory"], [2]],
    ["has nothing to those who only read", ["reader", "note-taker"], []],
  ])("%s", (_sentence, roles, expected) =>
    expect(rule.redFor(rows, roles)).toEqual(expected.map((place) => rows[place])),
  );
});

describe("where letters go", () => {
  const by = { id: "karin", name: "Karin", operator: false, grants: [] };
  const moment = { at: "2026-11-24T09:00:00.000Z" as Instant, by, newId: () => "" };
  const wish = (address: string) => rule.wishLetters.decide({ address, weekly: true, lang: "sv" }, {}, moment);
  test.each([
    [" karin@ockelbo.se ", "karin@ockelbo.se"],
    ["", null],
    ["  ", null],
  ])("is the address that was given, or nowhere: %j", (given, address) =>
    expect(wish(given)).toMatchObject({ ok: true, value: { address } }),
  );
  test.each(["karin", "karin@ockelbo", "Karin <karin@ockelbo.se>", "a@b.se, c@d.se", "a@b.se\nBcc: c@d.se"])(
    "is not %j",
    (given) => expect(wish(given)).toMatchObject({ ok: false, refusal: { why: "not-an-address", field: "address" } }),
  );
});
