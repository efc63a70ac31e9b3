import { beforeAll, expect, test } from "vitest";
import sharp from "sharp";
import { type Authenticator, giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { publishBoth } from "../../../test/publishing.ts";
import { renewed } from "../../../test/renewed.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import * as pledge from "../api.ts";
import * as api from "./api.ts";

const at = { partnership: "ockelbo", slug: "2028-2030" };
const PDF = new TextEncoder().encode("%PDF-1.7\nundertecknat");
const ON = "2026-11-24" as Day;

onBothEngines("a signature on paper", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, sofia]: Caller[] = [];
  let keys: { johan: Authenticator; sofia: Authenticator };
  let mandateId: never;
  let recorded: object[];
  let paperId: never;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database, { seed: false });
    [karin, johan, sofia] = [await house.as("Karin"), await house.as("Johan"), await house.as("Sofia")];
    keys = { johan: await giveKey(database, "Johan"), sofia: await giveKey(database, "Sofia") };
    await renewed(karin, "2025-2027", at.slug);
    const { content, revision } = (await karin.call(pledge.openDocument, at)).value;
    const period = {
      from: { said: "2026", on: "2026-11-01" as Day },
      to: { said: "2030", on: "2030-12-31" as Day },
    };
    await karin.call(pledge.saveDraft, { ...at, revision, content: withReasons({ ...content, period }) });
    await karin.call(pledge.propose, at);
    const { mandates } = (await johan.call(api.readPaper, at)).value;
    mandateId = mandates[0]!.id as never;
    recorded = mandates;
  });
  const handIn = (who: Caller, bytes: Uint8Array, on: Day = ON) =>
    who.call(api.handInPaper, { ...at, mandateId, on }, bytes);
  const vouches = async (who: Caller, key: Authenticator) => {
    const asked = await who.call(api.askToVouch, { ...at, paperId });
    if (asked.status !== 200) return asked.problem.why;
    const answer = key.answer(asked.value.options["challenge"] as string);
    const sent = await who.call(api.vouch, { ...at, paperId, signingId: asked.value.signingId, answer });
    return sent.status === 200 ? sent.value.state : sent.problem.why;
  };

  test("is printed as a page with the text, its checksum and a line to sign on", async () => {
    expect(recorded).toMatchObject([{ party: "police", office: "lokalpolisområdeschef", acting: true }]);
    const printed = await johan!.call(api.printPaper, { ...at, mandateId });
    expect(printed.status).toBe(200);
    expect(
      new TextDecoder("latin1").decode(new Uint8Array(printed.value as unknown as ArrayBuffer)).startsWith("%PDF-"),
    ).toBe(true);
  });

  test("is handed in by its own party as a file that is what it says, of a day that has been", async () => {
    expect((await handIn(karin!, PDF)).problem.why).toBe("paper-not-yours");
    expect((await handIn(johan!, new TextEncoder().encode("<svg/>"))).problem.why).toBe("paper-not-readable");
    expect((await handIn(johan!, PDF, "2026-11-25" as Day)).problem.why).toBe("paper-day-ahead");
    expect((await handIn(johan!, PDF, "2026-11-23" as Day)).problem.why).toBe("paper-before-proposed");
    const camera = await sharp({ create: { width: 40, height: 60, channels: 3, background: "#fff" } })
      .withExif({ IFD0: { Make: "Kameran" } })
      .png()
      .toBuffer();
    paperId = (await handIn(johan!, new Uint8Array(camera))).value.paperId as never;
    const kept = await johan!.call(api.readScan, { ...at, paperId });
    const bytes = Buffer.from(kept.value as unknown as ArrayBuffer);
    expect((await sharp(bytes).metadata()).format).toBe("jpeg");
    expect(bytes.includes("Kameran")).toBe(false);
    expect((await house.stranger.call(api.readScan, { ...at, paperId })).status).toBe(401);
    expect((await (await house.as("Elin")).call(api.readScan, { ...at, paperId })).status).toBe(404);
  });

  test("counts when a colleague vouches with a key, and no other way", async () => {
    expect(await vouches(karin!, await giveKey(database, "Karin"))).toBe("paper-not-yours");
    expect(await vouches(sofia!, keys.sofia)).toBe("paper-own-signature");
    expect(await vouches(johan!, keys.sofia)).toBe("voucher-key-not-accepted");
    const { id, contentHash } = (await johan!.call(pledge.openDocument, at)).value;
    const { papers } = (await johan!.call(api.readPaper, at)).value;
    const row = {
      id: crypto.randomUUID(),
      partnership_id: inside.partnershipId,
      document_id: id,
      party: "police" as const,
      organisation_id: inside.organisations["police"]!,
      mandate: JSON.stringify({}),
      content_hash: contentHash,
      signed_at: "2026-11-24T09:00:00.000Z" as Instant,
      means: JSON.stringify({ kind: "paper", vouched: "x", on: ON, voucher: { scan: papers[0]!.scan } }),
    };
    const writes = (who: string, more: object = {}) =>
      inside.as(who, (tx) =>
        tx
          .insertInto("pledge_signature")
          .values({ ...row, ...more })
          .execute(),
      );
    // Whose party it is not, who signed it, another scan, no scan at all.
    await expect(writes("Karin")).rejects.toThrow(/row-level security/);
    await expect(writes("Sofia")).rejects.toThrow(/row-level security/);
    const other = { kind: "paper", vouched: "x", on: ON, voucher: { scan: "b".repeat(64) } };
    await expect(writes("Johan", { means: JSON.stringify(other) })).rejects.toThrow(/row-level security/);
    await expect(writes("Johan", { means: JSON.stringify({ kind: "paper", vouched: "x" }) })).rejects.toThrow(
      /row-level security/,
    );
    expect(await vouches(johan!, keys.johan)).toBe("half-signed");
    expect(await vouches(johan!, keys.johan)).toBe("party-has-signed");
    const { value } = await karin!.call(pledge.openDocument, at);
    expect(value).toMatchObject({
      missing: ["municipality"],
      signatures: [{ party: "police", acting: true, means: "paper", paperDay: ON }],
    });
  });

  test("is told as the weaker thing it is, with who vouches and never the scan", async () => {
    const goran = await house.as("Göran");
    const key = await giveKey(database, "Göran");
    const asked = (await goran.call(pledge.askToSign, at)).value;
    const answer = key.answer(asked.options["challenge"] as string);
    expect((await goran.call(pledge.sign, { ...at, signingId: asked.signingId, answer })).status).toBe(200);
    expect((await publishBoth(house, database, at)).value).toEqual({ state: "published" });
    await house.settle();
    const told = await (await house.stranger.request("/api/tell/publication?slug=ockelbo")).text();
    expect(told).toContain('"how":"paper"');
    expect(told).toMatch(/"scan":"[0-9a-f]{64}"/);
    expect(told).toContain('"vouchedAs":"kommunpolis"');
    const { leaf } = await inside.as("system", (tx) =>
      tx
        .selectFrom("pledge_log_entry")
        .select("leaf")
        .where("kind", "=", "signed")
        .where("leaf", "like", "%2028-2030%paper%")
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(leaf)).toMatchObject({
      means: "paper",
      on: ON,
      scan: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      voucherKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.parse(leaf)).not.toHaveProperty("at");
    await house.close();
  });
});
