import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import {
  bundleWith,
  changeBundle,
  changeOf,
  firstKindBundle,
  goodBundle,
  logWith,
  paperBundle,
  loggedPublication,
  partWith,
  publishedBundle,
  vouchedBundle,
} from "../../test/evidence.ts";
import { spoiledBundles, type Spoiled } from "../../test/spoiled-evidence.ts";
import { canonicalText, type Json } from "../ground/canonical.ts";
import { writeBundle, type Bundle } from "./bundle.ts";
import type { Fault, Statement } from "./verdict.ts";
import { faults, overalls, sayStatement } from "./verify-words.ts";
import { verify } from "./verify.ts";

const faultsOf = (statements: readonly Statement[]) => [
  ...new Set(statements.filter(({ ok }) => ok === "no").map(({ why }) => why)),
];
const check = (bundle: Bundle) => verify(writeBundle(bundle));

describe("a good bundle", () => {
  test.for(["ES256", "EdDSA", "RS256"] as const)("is genuine with keys of the kind %s", async (kind) => {
    const verdict = await check(goodBundle(kind));
    expect(faultsOf(verdict.statements)).toEqual([]);
    expect(verdict.overall).toBe("genuine");
    expect(verdict.statements.map(({ why }) => why)).toEqual([
      "text-same",
      "readable-same",
      "signed-by-key",
      "mandate-told",
      "signed-by-key",
      "mandate-told",
      "no-log",
      "whose-keys",
    ]);
  });

  test("whoever promises along has not signed, and it says so", async () => {
    const bundle = goodBundle();
    const content = JSON.parse(bundle.document.text) as { parties: object[] };
    const parties = [...content.parties, { standing: "third", name: "Ockelbogårdar" }];
    const named = { ...bundle.document, text: canonicalText({ ...content, parties } as Json) };
    const { statements } = await check({ ...bundle, document: named });
    const said = statements.find(({ why }) => why === "third-not-signed")!;
    expect(sayStatement(said, "sv").sentence).toBe(
      "Texten nämner fler som lovar: Ockelbogårdar. De har inte skrivit under.",
    );
  });

  test("says what it proves, by whom and when, and what it does not", async () => {
    const { statements } = await check(goodBundle());
    const said = statements.map((statement) => sayStatement(statement, "sv"));
    expect(overalls.genuine.sv).toBe("Äkta och oförändrad. Det bevisar inte att löftet hålls.");
    expect(said.map(({ heading }) => heading)).toContain("Kommunens underskrift stämmer");
    const sentences = said.map(({ sentence }) => sentence).join("\n");
    expect(sentences).toContain(
      "Lokalpolisområdeschef, 17 december 2024 kl 14.11, med nyckel på https://samsyn.ockelbo.se.",
    );
    expect(sentences).toContain("Kommunen: kommunstyrelsen, 2024-11-19 § 141, från 1 januari 2024.");
    expect(sentences).toContain("Inte i någon logg.");
    const english = statements.map((statement) => sayStatement(statement, "en").sentence).join("\n");
    expect(english).toContain("17 December 2024 at 14:11");
    expect(`${sentences}${english}`).not.toMatch(/[{}]|undefined/);
  });

  test("is told as weaker when it was signed on paper", async () => {
    const verdict = await check(paperBundle());
    expect(verdict.overall).toBe("weaker");
    expect(verdict.statements.map(({ why }) => why)).toContain("signed-on-paper");
  });

  test("says who vouches for a paper, and that the paper itself is not proven", async () => {
    const alone = await check(await vouchedBundle());
    expect(faultsOf(alone.statements)).toEqual([]);
    expect(alone.overall).toBe("weaker");
    expect(alone.statements.map(({ why }) => why)).toEqual(
      expect.arrayContaining(["signed-on-paper", "paper-vouched"]),
    );
    const said = alone.statements.filter(({ why }) => why === "paper-vouched").map((one) => sayStatement(one, "sv"));
    expect(said[0]!.sentence).toMatch(
      /^Polisens kommunpolis intygade med nyckel på https:\/\/samsyn[.]ockelbo[.]se, 17 december 2024 kl 15[.]00, att papperet är undertecknat[.]/,
    );
    const paper = (await vouchedBundle()).signatures.find(({ means }) => means.kind === "paper")!;
    const logged = await vouchedBundle({}, paper);
    expect((await check({ ...logged, signatures: [logged.signatures[0]!, paper] })).overall).toBe("weaker");
    const byOther = await check(await vouchedBundle({ by: "municipality" }));
    expect(byOther.statements.map(({ why }) => why)).toContain("vouched-by-other");
  });

  test("of the first kind is read, and what it did not bind is said", async () => {
    const verdict = await check(firstKindBundle());
    expect(verdict.overall).toBe("loosely-bound");
    expect(verdict.statements.filter(({ why }) => why === "first-kind")).toHaveLength(2);
  });

  test("tells who published, by which keys and when; older formats are read as before and say nothing of it", async () => {
    const alone = await check(publishedBundle());
    expect(alone.overall).toBe("genuine");
    const told = alone.statements.filter(({ why }) => why === "published-by-key");
    expect(told.map((one) => sayStatement(one, "sv").sentence)).toEqual([
      "Kommunen sade ja till att publicera exakt den här texten, 18 december 2024 kl 09.00, med nyckel på https://samsyn.ockelbo.se.",
      "Polisen sade ja till att publicera exakt den här texten, 18 december 2024 kl 09.00, med nyckel på https://samsyn.ockelbo.se.",
    ]);
    expect((await check(await loggedPublication())).overall).toBe("genuine");
    expect(goodBundle().format).toBe("samsyn-bundle-1");
    expect((await check(goodBundle())).statements.some(({ about }) => about === "publication")).toBe(false);
  });

  test("with a log tells its place in it", async () => {
    const verdict = await check(bundleWith(goodBundle().signatures, await logWith()));
    expect(verdict.overall).toBe("genuine");
    const told = verdict.statements
      .filter(({ about }) => about === "log")
      .map((one) => sayStatement(one, "sv").sentence);
    expect(told[0]).toBe(
      "Post 7, 8, 9 i loggen samsyn.ockelbo.se/logg, som hade 20 poster. Den senaste av dem lades in 17 december 2024 kl 14.12.",
    );
    expect(told[1]).toContain("12 poster");
  });
});

describe("a bundle of a change", () => {
  const about = async (bundle: Bundle) => {
    const { overall, statements } = await check(bundle);
    const told = statements.filter((one) => one.about === "change");
    return { overall, why: told.map(({ why }) => why), said: told.map((one) => sayStatement(one, "sv").sentence) };
  };
  const original = JSON.parse(goodBundle().document.text) as Parameters<typeof partWith>[0];

  test("says what it changes, and that the file has the proof of it", async () => {
    const hash = goodBundle().document.contentHash;
    const changed = changeBundle();
    const change = await about(changed);
    expect(change).toMatchObject({ overall: "genuine", why: ["changes"] });
    expect(change.said[0]).toContain(`Den ändrar texten med kontrollsumman ${hash}.`);
    expect(changed.readable).toContain(`Ändrar texten med kontrollsumman ${hash}`);
    expect(changed.readable).toContain("Skäl: Skolan har flyttat.");
    expect(await about(changeBundle(changeOf("extension")))).toMatchObject({ overall: "genuine", why: ["lengthens"] });
    const own = changed.document.contentHash;
    const logged = changeBundle(
      changeOf("amendment"),
      [partWith(original, await logWith({ changedBy: own }))],
      await logWith({ hash: own, index: 12 }),
    );
    expect(await about(logged)).toMatchObject({ overall: "genuine", why: ["changes"] });
  });

  test("goes back link by link, and says where a text is missing", async () => {
    const longer = changeOf("extension");
    const second = changeOf("amendment", { title: "Ändrat sedan" }, longer);
    expect(await about(changeBundle(second, [partWith(longer), partWith(original)]))).toMatchObject({
      why: ["changes"],
    });
    expect((await about(changeBundle(second, [partWith(longer)]))).why).toEqual(["changes", "changed-text-missing"]);
    const alone = await about(changeBundle(second, []));
    expect(alone.why).toEqual(["changed-text-missing"]);
    expect(alone.said[0]).toContain("ligger inte i filen");
  });

  test("and the promise's own file says that it was changed later, where the log does", async () => {
    const own = await about(bundleWith(goodBundle().signatures, await logWith({ changedBy: "a".repeat(64) })));
    expect(own).toMatchObject({ overall: "genuine", why: ["changed-later"] });
    expect(own.said[0]).toMatch(/^Löftet ändrades 7 januari 2025/);
    expect((await about(bundleWith(goodBundle().signatures, await logWith()))).why).toEqual([]);
  });
});

describe("a spoiled bundle", () => {
  let spoiled: Spoiled[] = [];
  beforeAll(async () => {
    spoiled = await spoiledBundles();
  });

  test("names its own fault, whatever was done to it", async () => {
    expect(spoiled.length).toBeGreaterThanOrEqual(35);
    const told = await Promise.all(
      spoiled.map(async ({ what, file }) => {
        const { overall, statements } = await verify(file);
        return { what, why: faultsOf(statements)[0], isTrusted: overall === "genuine" || overall === "weaker" };
      }),
    );
    expect(told).toEqual(spoiled.map(({ what, why }) => ({ what, why, isTrusted: false })));
  });

  test("every fault is shown by one of them, and has a sentence nobody else has", async () => {
    expect(new Set(spoiled.map(({ why }) => why))).toEqual(
      // Those of a PDF are in bundle-file.test.ts, those of a time stamp in time-stamp.test.ts.
      new Set(
        (Object.keys(faults) as Fault[]).filter((why) => why !== "log-head-other" && !/^(?:pdf|stamp)-/.test(why)),
      ),
    );
    expect(new Set(Object.values(faults).map(({ sv }) => sv)).size).toBe(Object.keys(faults).length);
    for (const { file, what } of spoiled)
      for (const statement of (await verify(file)).statements)
        for (const lang of ["sv", "en"] as const)
          expect(sayStatement(statement, lang).sentence, what).not.toMatch(/[{}]|undefined/);
  });

  test("the löfte that was changed is named", async () => {
    const sentences = await Promise.all(
      spoiled
        .filter(({ why }) => why === "text-changed-at")
        .map(async ({ file }) => sayStatement((await verify(file)).statements[0]!, "sv").sentence),
    );
    expect(sentences).toEqual([
      "Texten stämmer inte med underskriften. Något i löfte 2 har ändrats efter undertecknandet.",
      "Texten stämmer inte med underskriften. Något i löfte 1 har ändrats efter undertecknandet.",
      "Texten stämmer inte med underskriften. Något i rubriken, parterna, tiden eller ingressen har ändrats efter undertecknandet.",
    ]);
  });
});

describe("a single letter", () => {
  /** What the keys and the log have signed, or what a signed part is checked against. */
  const signedParts = (bundle: Bundle): string[] => [
    bundle.document.text,
    bundle.document.contentHash,
    ...bundle.readable,
    ...bundle.signatures.flatMap(({ mandate, contentHash, means }) => [
      mandate.office,
      mandate.decidedBy,
      mandate.from,
      contentHash,
      ...(means.kind === "paper"
        ? []
        : [
            means.publicKey,
            means.nonce,
            means.clientData,
            means.authenticatorData,
            means.signature,
            means.asked?.at ?? "",
            means.origin,
            means.rpId,
          ]),
    ]),
    ...(bundle.publication ?? []).flatMap(({ contentHash, means }) => [
      contentHash,
      means.publicKey,
      means.nonce,
      means.clientData,
      means.authenticatorData,
      means.signature,
      means.asked?.at ?? "",
    ]),
    ...(bundle.log === null
      ? []
      : [
          bundle.log.key,
          bundle.log.checkpoint,
          ...bundle.log.entries.flatMap(({ entry, proof }) => [entry, ...proof]),
          ...bundle.log.earlier.flatMap(({ checkpoint, proof }) => [checkpoint, ...proof]),
        ]),
  ];

  test("of what is signed cannot be changed without it being seen", { timeout: 60_000 }, async () => {
    const bundle = await loggedPublication();
    const file = writeBundle(bundle);
    const parts = signedParts(bundle).map((part) => JSON.stringify(part).slice(1, -1));
    const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-_+/=";
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: parts.length - 1 }),
        fc.nat(),
        fc.nat({ max: letters.length - 1 }),
        async (part, at, letter) => {
          const whole = parts[part] ?? "";
          // The last: the page’s address begins as the site’s, and nobody signs that.
          const start = file.lastIndexOf(whole);
          const place = start + (at % whole.length);
          const changed = file.slice(0, place) + letters.charAt(letter) + file.slice(place + 1);
          fc.pre(changed !== file);
          const { overall } = await verify(changed);
          return overall === "false" || overall === "unreadable";
        },
      ),
      { numRuns: 400 },
    );
  });
});

test("a promise in a log of a million entries is checked by as short a proof", async () => {
  const log = await logWith({ size: 2 ** 20, index: 777_777, before: 2 ** 19, isHollow: true });
  const file = writeBundle(bundleWith(goodBundle().signatures, log));
  expect((await verify(file)).overall).toBe("genuine");
});
