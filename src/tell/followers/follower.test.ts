import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day, Instant } from "../../ground/time.ts";
import { addDays } from "../../ground/time.ts";
import { isOver, mailboxOf, mayAsk, readFollower, readFollows, untold, wantedBy } from "./follower.ts";

const NOW = "2026-11-24T09:00:00.000Z" as Instant;
const news = (key: string, on = "2026-11-20") => ({ key, on: on as Day });
const ALL = { pledge: undefined, theme: undefined };

describe("who asks for letters", () => {
  test.each<[string, string, object]>([
    [
      "an address is kept in small letters without what stands round it",
      " Birgitta@Exempel.SE ",
      { address: "birgitta@exempel.se" },
    ],
    ["nothing is asked for again", "  ", { why: "address-needed" }],
    ["no address is told so", "birgitta@exempel", { why: "address-unread" }],
    ["nor two of them", "a@exempel.se, b@exempel.se", { why: "address-unread" }],
    ["nor one with a line break in it", "a@exempel.se\nBcc: b@exempel.se", { why: "address-unread" }],
    ["nor one that is longer than any", `${"a".repeat(250)}@exempel.se`, { why: "address-unread" }],
  ])("%s", (_sentence, said, read) => expect(readFollower(said)).toEqual(read));

  test.each([
    ["one promise", "lofte=1-trafik", { pledge: "1-trafik", theme: undefined }],
    ["one theme", "tema=trafik", { pledge: undefined, theme: "trafik" }],
    ["everything", "allt", ALL],
    ["everything where it is not there", "lofte=9-borta", ALL],
    ["everything where nothing is said", "", ALL],
  ])("chooses %s", (_sentence, said, follows) =>
    expect(readFollows(said, { pledges: ["1-trafik"], themes: ["trafik"] })).toEqual(follows),
  );

  test.each([
    ["the first time", {}, true],
    ["not while it is left in peace", { rests: true }, false],
    ["not when the mailbox has had three in a day", { ofMailbox: 3 }, false],
    ["not when all the world asks at once", { ofAll: 120 }, false],
  ])("gets the letter that asks for a yes %s", (_sentence, more, may) =>
    expect(mayAsk({ rests: false, ofMailbox: 0, ofAll: 0, ...more })).toBe(may),
  );

  test.each([
    ["a@exempel.se", "a@exempel.se"],
    ["a+1@exempel.se", "a@exempel.se"],
    ["a+b+c@exempel.se", "a@exempel.se"],
  ])("%s is the mailbox of %s", (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));

  test.each([
    ["two days without a yes is too late", "2026-11-22T08:59:59.000Z", undefined, true],
    ["within them is not", "2026-11-22T09:00:01.000Z", undefined, false],
    ["nor ever after a yes", "2025-01-01T09:00:00.000Z", "2025-01-01T10:00:00.000Z", false],
  ])("%s", (_sentence, askedAt, confirmedAt, over) =>
    expect(isOver({ askedAt: askedAt as Instant, confirmedAt: confirmedAt as Instant | undefined }, NOW)).toBe(over),
  );
});

describe("what a letter of news tells", () => {
  const all = [news("new"), news("other"), news("report"), news("history", "2026-08-01")];
  test.each([
    ["all that is new", [], ["new", "other", "report"]],
    ["nothing twice", ["new", "report"], ["other"]],
    ["nothing where all is told", ["new", "other", "report"], []],
  ])("%s, and nothing of long ago", (_sentence, told, keys) =>
    expect(untold(all, told, NOW).map(({ key }) => key)).toEqual(keys),
  );

  test.each([
    ["everything", ALL, {}],
    ["a promise", { pledge: "1-trafik", theme: undefined }, { lofte: "1-trafik" }],
    ["a theme", { pledge: undefined, theme: "ljus" }, { tema: "ljus" }],
  ])("is of %s as its feed is", (_sentence, follows, wanted) => expect(wantedBy(follows)).toEqual(wanted));

  test("in whatever order and on whatever days things are told, each is told once", () => {
    const days = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, (added) => {
        const there: ReturnType<typeof news>[] = [];
        const sent: string[] = [];
        let told: readonly string[] = [];
        added.forEach((keys, day) => {
          const on = addDays("2026-11-24" as Day, day);
          for (const key of keys)
            if (!there.some((one) => one.key === String(key))) there.unshift(news(String(key), on));
          sent.push(...untold(there, told, `${on}T07:00:00.000Z` as Instant).map(({ key }) => key));
          told = there.map(({ key }) => key);
        });
        expect(sent.toSorted()).toEqual(there.map(({ key }) => key).toSorted());
      }),
    );
  });
});
