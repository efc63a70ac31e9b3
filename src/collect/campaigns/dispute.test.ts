import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amina, by, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Day } from "../../ground/time.ts";
import { answerBy, answerDispute, type Dispute, type DisputeVerdict, disputed, isOpen, takesPhoto } from "./dispute.ts";

const on = "2026-10-06" as Day;
const said = (verdict: DisputeVerdict, left = "") => ({ verdict, left, on });

describe("«Stämmer det?»", () => {
  test("yes is one press, the others say what is left", () => {
    expect(must(disputed(undefined, said("yes")))).toMatchObject({ verdict: "yes", said: [] });
    for (const verdict of ["partly", "no"] as const) {
      expect(why(disputed(undefined, said(verdict, "  ")))).toBe("left-needed");
      expect(must(disputed(undefined, said(verdict, " En lampa är släckt ")))).toMatchObject({
        verdict,
        said: ["En lampa är släckt"],
        disputedOn: on,
      });
    }
  });
  test("what points at a person is covered before it is kept", () => {
    expect(must(disputed(undefined, said("no", "Ring 070-123 45 67"))).said).toEqual(["Ring [telefonnummer]"]);
  });
  test("one receipt says so often and no more, and an answer stands then", () => {
    const replied = { kind: "done" as const, text: "Alla lyser", on };
    const before: Dispute = { verdict: "no", said: ["1", "2", "3", "4", "5"], disputedOn: on, replied };
    expect(must(disputed(before, said("no", "6")))).toEqual(before);
  });
  test("said again it is added to the first, and waits for an answer again", () => {
    const replied = { kind: "done" as const, text: "Alla lyser", on };
    const before: Dispute = { verdict: "no", said: ["En lampa är släckt"], disputedOn: on, replied };
    expect(isOpen(before)).toBe(false);
    const again = must(disputed(before, said("no", "Två lampor är släckta")));
    expect(again.said).toEqual(["En lampa är släckt", "Två lampor är släckta"]);
    expect(isOpen(again)).toBe(true);
    expect(must(disputed(again, said("yes")))).toMatchObject({ said: [], replied: undefined });
  });
  test("pressed any number of times in a row it is said once", () => {
    const verdict = fc.constantFrom<DisputeVerdict>("partly", "no");
    fc.assert(
      fc.property(
        verdict,
        fc.constantFrom("Mörkt", "Fort", "Trasigt"),
        fc.integer({ min: 1, max: 5 }),
        (one, left, times) => {
          let dispute: Dispute | undefined;
          for (let press = 0; press < times; press++) dispute = must(disputed(dispute, said(one, left)));
          expect(dispute?.said).toEqual([left]);
        },
      ),
    );
  });
  test("a photo comes with each thing that is said, the same one once", () => {
    const photos = [1, 2, 3, 4, 5].map((byte) => new Uint8Array([byte, 0]));
    expect(takesPhoto([], photos[0]!)).toBe(true);
    expect(takesPhoto(photos.slice(0, 4), photos[4]!)).toBe(true);
    expect(takesPhoto(photos.slice(0, 2), new Uint8Array([2, 0]))).toBe(false);
    expect(takesPhoto(photos, new Uint8Array([6]))).toBe(false);
  });
  test("it is answered within fourteen days", () => expect(answerBy(on)).toBe("2026-10-20"));
});

describe("the answer", () => {
  const open: Dispute = { verdict: "partly", said: ["En lampa är släckt"], disputedOn: on, replied: undefined };
  const standing = { partnershipId: PARTNERSHIP, owner: "municipality", dispute: open, looks: ["covered" as const] };
  const wish = { reply: "again" as const, text: " Elektrikern kommer på tisdag " };
  test("is given by those who lead at the organisation that asked", () => {
    expect(must(answerDispute.decide(wish, standing, by(karin)))).toMatchObject({
      kind: "again",
      text: "Elektrikern kommer på tisdag",
      on: "2026-11-24",
    });
    expect(answerDispute.may(karin, wish, standing)).toBeUndefined();
    expect(answerDispute.may(karin, wish, { ...standing, owner: "police" })?.why).toBe("not-yours");
    expect(answerDispute.may(amina, wish, standing)?.why).toBe("not-yours");
  });
  test.each([
    ["without words", { ...wish, text: " " }, open, "reason-needed"],
    ["with a person's number", { ...wish, text: "Ring 070-123 45 67" }, open, "text-has-phone"],
    ["once more", wish, { ...open, replied: { kind: "done" as const, text: "Lyser", on } }, "dispute-answered"],
    ["where somebody said that it is right", wish, { ...open, verdict: "yes" as const }, "dispute-answered"],
  ])("is refused %s", (_how, input, dispute, expected) =>
    expect(why(answerDispute.decide(input, { ...standing, dispute }, by(karin)))).toBe(expected),
  );
  test("waits until somebody has looked at every photo that came with it", () => {
    const looks = ["covered", "unseen"] as const;
    expect(why(answerDispute.decide(wish, { ...standing, looks }, by(karin)))).toBe("photo-not-seen");
  });
});
