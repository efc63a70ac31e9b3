import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bundleWith, goodBundle, logWith } from "../../test/evidence.ts";
import { fixedStamp, STAMP_NONCE, STAMPED_TEXT } from "../../test/time-stamp-fixture.ts";
import { hasTimeStampAuthority, timeStampAuthority } from "../../test/time-stamps.ts";
import { base64Of } from "../ground/bytes.ts";
import { writeBundle } from "./bundle.ts";
import { childrenOf, der, integer, oid, readDer } from "./der.ts";
import { readStamp, type Stamp, stampQuestion, tokenIn } from "./time-stamp.ts";
import { sayStatement } from "./verify-words.ts";
import { verify } from "./verify.ts";

const isThere = hasTimeStampAuthority();
const [TEXT, nonce] = [STAMPED_TEXT, STAMP_NONCE];
const question = stampQuestion(new Uint8Array(createHash("sha256").update(TEXT).digest()), nonce);
const KEYS = ["rsa", "ec"] as const;
const tokenOf = (which: Parameters<typeof fixedStamp>[0]) => tokenIn(fixedStamp(which))!.slice();

describe("a time stamp", () => {
  test.for(KEYS)("by a service with a key of the kind %s says when, and by whom", (key) => {
    const stamp = readStamp(tokenOf(key), TEXT) as Stamp;
    expect(stamp).toMatchObject({
      by: "Provtjänsten, Prov AB",
      nonce: "9a01020304050607",
      at: "2026-11-28T02:38:22.000Z",
    });
    expect(stamp.certificate).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is one of this text only, and by a certificate that is for nothing else", () => {
    const token = tokenOf("rsa");
    expect(readStamp(token, `${TEXT} `)).toBe("stamp-of-other-head");
    expect(readStamp(token.subarray(0, -1), TEXT)).toBe("stamp-unreadable");
    expect(readStamp(new Uint8Array(), TEXT)).toBe("stamp-unreadable");
    expect(readStamp(new TextEncoder().encode("{}"), TEXT)).toBe("stamp-unreadable");
  });

  test("with no certificate inside is not believed", () => {
    expect(readStamp(tokenOf("without certificate"), TEXT)).toBe("stamp-certificate-missing");
  });

  test("is no longer one when any byte of what is signed, or of the signature, is another", () => {
    const token = tokenOf("rsa");
    const wrong: number[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < token.length; at++) {
      const spoiled = token.slice();
      spoiled[at] = spoiled[at]! ^ 1;
      const read = readStamp(spoiled, TEXT);
      if (typeof read === "string") seen.add(read);
      else wrong.push(at);
    }
    // What no signature covers: the version and the list of digests, and parameters that say nothing.
    expect(wrong.length).toBeLessThan(60);
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining(["stamp-forged", "stamp-kind-unknown", "stamp-of-other-head", "stamp-unreadable"]),
    );
  });

  // A service that answers now, where there is one to be had: openssl says the same of its own answer.
  test.skipIf(!isThere).for(KEYS)(
    "by a service asked now, with a key of the kind %s, is read as openssl reads it",
    (key) => {
      const authority = timeStampAuthority({ key });
      const answer = authority.answer(question);
      expect(authority.agrees(question, answer)).toContain("OK");
      const stamp = readStamp(tokenIn(answer)!, TEXT) as Stamp;
      expect(stamp).toMatchObject({ by: "Provtjänsten, Prov AB", nonce: "9a01020304050607" });
      expect(Math.abs(Date.parse(stamp.at) - Date.now())).toBeLessThan(3_600_000);
    },
  );
});

describe.skipIf(!isThere)("a bundle", () => {
  let made: ReturnType<typeof timeStampAuthority> | undefined;
  const authority = () => (made ??= timeStampAuthority());
  const stampOf = (text: string, change: (question: Uint8Array<ArrayBuffer>) => Uint8Array = (same) => same) => {
    const asked = stampQuestion(new Uint8Array(createHash("sha256").update(text).digest()), nonce);
    return tokenIn(authority().answer(change(asked)))!.slice();
  };
  const withoutCertificate = (asked: Uint8Array) => {
    const bare = asked.slice(0, -3);
    bare[1] = bare[1]! - 3;
    return bare;
  };
  /** The same with other bytes wherever these stand. */
  const swapped = (token: Uint8Array, from: string, to: string) =>
    new Uint8Array(Buffer.from(Buffer.from(token).toString("hex").replaceAll(from, to), "hex"));
  /** Only where they stand last: how the token itself is signed. */
  const lastSwapped = (token: Uint8Array, from: string, to: string) => {
    const written = Buffer.from(token).toString("hex");
    const at = written.lastIndexOf(from);
    return new Uint8Array(Buffer.from(written.slice(0, at) + to + written.slice(at + from.length), "hex"));
  };
  const hex = (text: string) => Buffer.from(text).toString("hex");
  const verdictWith = async (stamp: (checkpoint: string) => Uint8Array, wish: Parameters<typeof logWith>[0] = {}) => {
    const log = await logWith(wish);
    const [{ checkpoint, proof }] = log.earlier as [(typeof log.earlier)[number]];
    const earlier = [{ checkpoint, proof, stamp: base64Of(stamp(checkpoint)) }];
    // The promise's own entries, told to be in the log since they are.
    const { overall, statements } = await verify(writeBundle(bundleWith(goodBundle().signatures, { ...log, earlier })));
    const said = statements.map((one) => sayStatement(one, "sv").sentence).join("\n");
    return { overall, why: statements.map((one) => one.why), said };
  };

  test("with a stamp says since when the log existed, by whose clock, and what that does not prove", async () => {
    const { overall, why, said } = await verdictWith((checkpoint) => stampOf(checkpoint));
    expect(overall).toBe("genuine");
    expect(why).toEqual(expect.arrayContaining(["log-grown", "stamped", "whose-stamp"]));
    expect(said).toMatch(/Loggens 12 första poster fanns .+, enligt en tidsstämpel av Provtjänsten, Prov AB[.]/);
    expect(said).not.toMatch(/[{}]|undefined/);
  });

  test("whose last entries came in after the stamp says so", async () => {
    const { overall, why, said } = await verdictWith((checkpoint) => stampOf(checkpoint), { index: 10 });
    expect([overall, why.includes("stamped-in-part")]).toEqual(["genuine", true]);
    expect(said).toContain("1 av löftets poster kom in efter den.");
  });

  // Its certificate begins today.
  const begins = new Date().toISOString().slice(2, 4);
  test.for([
    ["is cut off", (text: string) => stampOf(text).slice(0, -1), "stamp-unreadable"],
    ["is of another head", (text: string) => stampOf(`${text}x`), "stamp-of-other-head"],
    ["has no certificate", (text: string) => stampOf(text, withoutCertificate), "stamp-certificate-missing"],
    [
      "is by a key for web pages",
      (text: string) => swapped(stampOf(text), "2b06010505070308", "2b06010505070301"),
      "stamp-certificate-not-for-time",
    ],
    [
      "is by a certificate that had not begun",
      (text: string) => swapped(stampOf(text), `170d${hex(begins)}`, `170d${hex("49")}`),
      "stamp-outside-certificate",
    ],
    [
      "is by an unknown kind of key",
      (text: string) => lastSwapped(stampOf(text), "2a864886f70d010101", "2a864886f70d01010a"),
      "stamp-kind-unknown",
    ],
    [
      "is by a certificate in another name",
      (text: string) => swapped(stampOf(text), hex("Prov AB"), hex("Prov AG")),
      "stamp-forged",
    ],
    [
      "has another signature",
      (text: string) => stampOf(text).map((byte, at, all) => (at === all.length - 1 ? byte ^ 1 : byte)),
      "stamp-forged",
    ],
  ] as const)("whose stamp %s is false, with its own sentence", async ([, stamp, why]) => {
    const verdict = await verdictWith(stamp);
    expect([verdict.overall, verdict.why.includes(why)]).toEqual(["false", true]);
  });

  test("that says it came in after it was stamped is false", async () => {
    const verdict = await verdictWith((text) => stampOf(text), { logged: "2199-01-01T00:00:00.000Z" });
    expect([verdict.overall, verdict.why.includes("stamp-before-entry")]).toEqual(["false", true]);
  });
});

test("a service that says no has given no token", () => {
  const refused = der(0x30, der(0x30, integer(Uint8Array.of(2))));
  expect(tokenIn(refused)).toBeUndefined();
  expect(tokenIn(new TextEncoder().encode("<html>"))).toBeUndefined();
});

test("values are written and read the one way there is", () => {
  expect([...oid("1.2.840.113549.1.7.2")]).toEqual([6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 2]);
  expect([...integer(Uint8Array.of(0, 0, 128))]).toEqual([2, 2, 0, 128]);
  expect(readDer(der(0x30, new Uint8Array(300)))?.value.length).toBe(300);
  for (const bad of [[0x30], [0x30, 0x80, 0, 0], [0x1f, 1, 0], [0x30, 5, 0], [0x30, 0x84, 0, 0, 0, 0]])
    expect(childrenOf(Uint8Array.from(bad))).toBeUndefined();
});
