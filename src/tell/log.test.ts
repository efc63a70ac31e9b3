import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import { bytesOfBase64, hexOf } from "../ground/bytes.ts";
import type { Lang } from "../ground/words.ts";
import { readCheckpoint, readKeyText, type Verifies } from "../pledge/checkpoint.ts";
import { readLeaf } from "../pledge/logged.ts";
import { append, EMPTY, leafHash, rootOf, verifyConsistency, verifyInclusion } from "../pledge/merkle.ts";
import type { Database } from "../platform/server/database/database.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { makePages } from "./pages.tsx";
import type { Site } from "./site.ts";

const bytes = (text: string) => bytesOfBase64(text)!;
const verifies: Verifies = (key, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      key: Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]),
      format: "der",
      type: "spki",
    }),
    signature,
  );

async function opened(database: Database) {
  const house = await openTestHouse(database);
  const pages = makePages({
    database,
    assets: {},
    now: house.house.now,
    origin: "https://samsyn.example:8443",
    rpId: "samsyn.example",
    verifier: async () => "",
    demo: false,
  });
  const page = (path: string, lang: Lang = "sv") => pages({ path, query: new URLSearchParams(), lang });
  return { house, page };
}

onBothEngines("the promises' log to a stranger", (fresh) => {
  test("is a signed head, and whoever kept an earlier one can check everything alone", async () => {
    const { house, page } = await opened(await fresh({ demo: true }));
    const shown = await page("/logg");
    const key = readKeyText(/samsyn[.]example:8443\/logg[+][0-9a-f]{8}[+][A-Za-z0-9+/=]+/.exec(shown.html)![0])!;
    const { plain = "" } = await page("/logg/checkpoint");
    const head = await readCheckpoint(plain, key, verifies);
    if (typeof head === "string") throw new Error(head);
    expect(head.origin).toBe("samsyn.example:8443/logg");
    expect(head.size).toBeGreaterThan(10);
    expect(plain).toBe((await page("/logg/checkpoint", "en")).plain);

    // All hashes make the root.
    const { hashes, size } = (await house.stranger.call(api.listLogHashes, { from: 0 })).value;
    expect(size).toBe(head.size);
    const trees = [EMPTY];
    for (const hash of hashes) trees.push(append(trees.at(-1)!, bytes(hash)).tree);
    expect(rootOf(trees.at(-1)!)).toEqual(head.root);

    // Every entry that is told of a published document is in it, and says what the page says.
    const { value } = await house.stranger.call(api.readPublication, { slug: "ockelbo" });
    const documents = (value as unknown as Site).documents;
    // The one in force is followed up too, in a report that both have signed.
    expect(documents.map(({ log }) => log?.length)).toEqual([5, 5, 7]);
    const reports = (value as unknown as Site).reports;
    for (const { log = [], contentHash, slug } of documents)
      for (const { index, kind, leaf } of log) {
        const said = readLeaf(leaf);
        const text = reports.find((report) => report.slug === said?.report)?.contentText;
        const hash = kind.startsWith("report-") ? sha256Hex(text!) : contentHash;
        expect(said).toMatchObject({ kind, hash, document: slug, partnership: "ockelbo" });
        const proved = (await house.stranger.call(api.proveInLog, { index })).value;
        const claim = { index, size: proved.size, root: bytes(proved.root), proof: proved.proof.map(bytes) };
        expect(claim.root).toEqual(head.root);
        expect(verifyInclusion({ ...claim, leaf: leafHash(new TextEncoder().encode(leaf)) })).toBe(true);
      }

    // It has only grown.
    for (const before of [0, 1, 3, 8, size]) {
      const { proof } = (await house.stranger.call(api.proveLogGrown, { before, size })).value;
      const earlier = { size: before, root: rootOf(trees[before]!) };
      expect(verifyConsistency({ before: earlier, after: head, proof: proof.map(bytes) })).toBe(true);
    }
    const then = (await house.stranger.call(api.proveInLog, { index: 2, size: 7 })).value;
    expect(bytes(then.root)).toEqual(rootOf(trees[7]!));
    await house.close();
  });

  test("has a page in both languages, with the root, and the document's page says which entries are its own", async () => {
    const { house, page } = await opened(await fresh({ demo: true }));
    const [swedish, english] = [await page("/logg"), await page("/logg", "en")];
    expect(swedish.status).toBe(200);
    expect(swedish.html).toContain("Ingen kan ändra eller ta bort något utan att det syns.");
    expect(english.html).toContain("Nobody can change or remove anything without it showing.");
    const { root } = (await house.stranger.call(api.proveLogGrown, { before: 0 })).value;
    expect(swedish.html).toContain(hexOf(bytes(root)).slice(0, 4));
    const document = (await page("/ockelbo/medborgarlofte/2025-2027")).html;
    expect(document).toContain("undertecknat: Polisen, inlagt");
    expect(document).toMatch(/href="\/api\/tell\/log\/entry\?index=\d+"/);
    expect((await page("/logg/annat")).status).toBe(404);
    await house.close();
  });

  test("is asked only for what there is", async () => {
    const { house } = await opened(await fresh({ demo: true }));
    const { size } = (await house.stranger.call(api.listLogHashes, { from: 0 })).value;
    for (const [endpoint, input] of [
      [api.proveInLog, { index: size }],
      [api.proveInLog, { index: 3, size: 3 }],
      [api.proveInLog, { index: 0, size: size + 1 }],
      [api.proveLogGrown, { before: size + 1 }],
      [api.proveLogGrown, { before: 5, size: 4 }],
      [api.proveLogGrown, { before: 0, size: size + 1 }],
    ] as const)
      expect(await house.stranger.call(endpoint as typeof api.proveInLog, input as never)).toMatchObject({
        status: 409,
        problem: { why: "log-not-that-long" },
      });
    expect((await house.stranger.call(api.listLogHashes, { from: size })).value.hashes).toEqual([]);
    expect((await house.stranger.call(api.proveInLog, { index: -1 })).status).toBe(422);
    // A person who is logged in reads the same as a stranger.
    const karin = await house.as("Karin");
    expect((await karin.call(api.proveInLog, { index: 0 })).status).toBe(200);
    await house.close();
  });
});
