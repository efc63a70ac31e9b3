import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ends, ENDS_TEST_MS } from "../../test/ends.ts";
import { covered, personIn, personRefused, personsIn } from "./person-in-text.ts";

describe("what points at a person", () => {
  test.each([
    ["ring 070-123 45 67 i kväll", "phone", "070-123 45 67"],
    ["0297-555 00", "phone", "0297-555 00"],
    ["+46 70 123 45 67", "phone", "+46 70 123 45 67"],
    ["det var 19800101-1234", "personal-number", "19800101-1234"],
    ["800161-1234 är ett samordningsnummer", "personal-number", "800161-1234"],
    ["8112189876 utan streck", "personal-number", "8112189876"],
    ["ABC 123 kör fort", "plate", "ABC 123"],
    ["epan abc12d", "plate", "abc12d"],
    ["skriv till kalle@exempel.se", "e-mail", "kalle@exempel.se"],
    ["han heter @kalle_x där", "account", "@kalle_x"],
  ])("%s", (text, kind, found) => {
    expect(personIn(text)).toMatchObject({ kind, found });
    expect(text.slice(personIn(text)!.at)).toContain(found);
  });

  test.each([
    "Mellan 0730-0830 och 18.00-20.30",
    "2021-11-08 eller 08-11-2021",
    "väg 272, riksväg 83, hus 112, E16",
    "Ring SOS 112 eller polisen 114 14",
    "Lagen (2023:196), SFS 2023:196",
    "816 95 Åmot, kl 07-08 varje dag",
    "62 procent av 4 812 fordon, V85 41 km/h",
    "8112189875 är inget personnummer",
    "",
  ])("not in: %s", (text) => expect(personIn(text)).toBeUndefined());

  test("is found whatever stands around it", () => {
    const around = fc.stringMatching(/^[a-zåäö ,]{0,40}$/);
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(personIn(`${before} 070-123 45 67 ${after}`)?.kind).toBe("phone");
      }),
    );
  });

  test.each([
    ["800161-1234", "text-has-personal-number"],
    ["070-123 45 67", "text-has-phone"],
    ["kalle@exempel.se", "text-has-e-mail"],
    ["ABC 123", "text-has-plate"],
    ["@kalle_x", "text-has-account"],
    ["hos någon på Storvägen 4 B", "text-has-address"],
    ["Kalle Svensson säljer", "text-has-name"],
  ])("%s is a %s", (text, why) => expect(personRefused({ text })?.why).toBe(why));

  test("is refused by field, with the words that were found", () =>
    expect(personRefused({ text: "lampan är trasig", proposal: "ring 070-123 45 67" })).toEqual({
      why: "text-has-phone",
      field: "proposal",
      detail: { found: "070-123 45 67" },
    }));

  test("says where each thing stands, and no two stand on the same letters", () => {
    const text = "Kalle Svensson, 070-123 45 67, kör ABC 123";
    expect(personsIn(text).map(({ kind, at, found }) => [kind, text.slice(at, at + found.length)])).toEqual([
      ["name", "Kalle Svensson"],
      ["phone", "070-123 45 67"],
      ["plate", "ABC 123"],
    ]);
  });

  test.each([
    ["Kalle Svensson ringde från 070-123 45 67", "[namn] ringde från [telefonnummer]"],
    ["bråk på Storvägen 4 B lgh 1201 i natt", "bråk på Storvägen [nummer] i natt"],
    ["han i lgh 1301 heter @kalle_x", "han i [bostad] heter [konto]"],
    ["850412-1236 kör ABC 123, kalle@exempel.se", "[personnummer] kör [registreringsnummer], [e-postadress]"],
    ["lampan är trasig", "lampan är trasig"],
  ])("is covered: %s", (text, after) => {
    expect(covered(text)).toBe(after);
    expect(personIn(covered(text))).toBeUndefined();
  });

  test("what is covered points at nobody any more, whatever stood there", () => {
    const bits = fc.constantFrom(
      "Kalle ",
      "Svensson ",
      "Anna-Karin ",
      "070-123 45 67 ",
      "Storvägen 4 ",
      "ABC 123 ",
      "@kalle_x ",
      "lampan ",
      "är ",
      "heter ",
      ". ",
      "850412-1236 ",
      "«",
      "» ",
      "parken ",
      "kör ",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        let text = parts.join("");
        for (let turn = 0; turn < 5 && personIn(text) !== undefined; turn++) text = covered(text);
        expect(personIn(text)).toBeUndefined();
      }),
    );
  });

  test("what is only said word for word is pointed out and not refused", () => {
    expect(personsIn("Hon sa «jag vågar inte gå där»")).toMatchObject([{ kind: "speech", sure: false }]);
    expect(personRefused({ text: "Hon sa «jag vågar inte gå där»" })).toBeUndefined();
  });
});

describe("a long text", () => {
  const speech = `«${"a".repeat(200)} b ${"c".repeat(1796)}`;
  test.each([
    ["a mark and long words after it", speech.repeat(200)],
    ["a mark and one long word", `«${"a".repeat(200)} b ${"c".repeat(400_000)}`],
    ["surnames", "Lind ".repeat(100_000)],
    ["letters and colons", "A:".repeat(200_000)],
    ["an account of dots", `@${".".repeat(400_000)}a`],
  ])(
    "of %s is gone through to its end",
    (_name, text) => {
      expect(ends(() => personsIn(text).every(({ found }) => text.includes(found)))).toBe(true);
    },
    ENDS_TEST_MS,
  );

  const PIECES =
    'a|A|0|07|-| |.|,|:|@|_|«|"|\n|–|(at)|[at]|#1234|Lind |Anna |Anna-|gatan |Kyrkogatan |väg|snap:|heter |abc 12|född 1 jan|mamman till ';
  const piece = fc.constantFrom(...PIECES.split("|"));
  test(
    "of whatever the patterns look for, over and over, is gone through to its end",
    () => {
      fc.assert(
        fc.property(piece, piece, piece, (first, one, other) => {
          const text = first + (one + other).repeat(30_000 / (one.length + other.length)) + first;
          expect(ends(() => personsIn(text)).every(({ at, found }) => text.startsWith(found, at))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
    ENDS_TEST_MS,
  );
});
