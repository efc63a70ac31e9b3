import { beforeAll, expect, test } from "vitest";
import sharp from "sharp";
import { type Authenticator, giveKey } from "../../../test/authenticator.ts";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { pressKey, publishBoth } from "../../../test/publishing.ts";
import { renewed } from "../../../test/renewed.ts";
import { insideDemo, type Inside, takeKeys, takeOn } from "../../../test/stores.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Database } from "../../platform/server/database/database.ts";
import * as pledge from "../api.ts";
import { keyHolderOf } from "../signature.ts";
import * as api from "./api.ts";

const at = { partnership: "ockelbo", slug: "2028-2030" };
const PDF = new TextEncoder().encode("%PDF-1.7\nundertecknat");
const ON = "2026-11-24" as Day;

onBothEngines("a signature on paper", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let inside: Inside;
  let [karin, johan, sofia]: Caller[] = [];
  let keys: { karin: Authenticator; johan: Authenticator };
  let mandateId: never;
  let recorded: object[];
  let paperId: never;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan, sofia] = [await house.as("Karin"), await house.as("Johan"), await house.as("Sofia")];
    keys = { karin: await giveKey(database, "Karin"), johan: await giveKey(database, "Johan") };
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

  test("is not taken in where its signatory has a key, nor read where it is for nobody", async () => {
    const key = await giveKey(database, "Sofia");
    const refused = await handIn(johan!, PDF);
    expect(refused.problem.why).toBe("paper-holder-has-key");
    expect(refused.problem.detail).toBe("Sofia har en nyckel: skriv under med den, eller återkalla den först.");
    expect((await johan!.call(api.readPaper, at)).value).toMatchObject({
      mandates: [{ holder: "Sofia", hasKey: true }],
      papers: [{ holder: "Sofia", cannotVouch: "paper-holder-has-key" }],
    });
    expect(await vouches(johan!, key)).toBe("paper-holder-has-key");
    const again = inside.as("Johan", async (tx) => {
      const row = await tx.selectFrom("pledge_paper").selectAll().executeTakeFirstOrThrow();
      await tx
        .insertInto("pledge_paper")
        .values({ ...row, id: crypto.randomUUID() })
        .execute();
    });
    await expect(again).rejects.toThrow(/row-level security/);
    await takeKeys(inside, "Sofia");
    const nobodys = { ...at, mandateId: crypto.randomUUID() as never, on: ON };
    const file = new TextEncoder().encode("<svg/>");
    expect((await (await house.as("Ingrid")).call(api.handInPaper, nobodys, file)).problem.why).toBe("paper-not-yours");
    expect((await johan!.call(api.handInPaper, nobodys, file)).problem.why).toBe("paper-mandate-missing");
  });

  test("counts when a colleague vouches with a key, and no other way", async () => {
    expect(await vouches(karin!, keys.karin)).toBe("paper-not-yours");
    expect(await vouches(sofia!, keys.karin)).toBe("paper-own-signature");
    // Nobody else of the police could: the one who handed it in is asked.
    expect(await vouches(johan!, keys.karin)).toBe("voucher-key-not-accepted");
    const { id, contentHash } = (await johan!.call(pledge.openDocument, at)).value;
    const { papers } = (await johan!.call(api.readPaper, at)).value;
    const people = await inside.as("system", (tx) => tx.selectFrom("person").select(["id", "name"]).execute());
    const by = (who: string, scan = papers[0]!.scan) => ({
      scan,
      key: { personId: people.find(({ name }) => name === who)!.id },
    });
    const row = {
      id: crypto.randomUUID(),
      partnership_id: inside.partnershipId,
      document_id: id,
      party: "police" as const,
      organisation_id: inside.organisations["police"]!,
      mandate: JSON.stringify({}),
      content_hash: contentHash,
      signed_at: "2026-11-24T09:00:00.000Z" as Instant,
      means: JSON.stringify({ kind: "paper", vouched: "x", on: ON, voucher: by("Johan") }),
    };
    const paper = (voucher: object) => ({ means: JSON.stringify({ kind: "paper", vouched: "x", on: ON, voucher }) });
    const writes = (who: string, more: object = {}) =>
      inside.as(who, (tx) =>
        tx
          .insertInto("pledge_signature")
          .values({ ...row, ...more })
          .execute(),
      );
    // Whose party it is not, who signed it, another scan, no scan at all.
    await expect(writes("Karin", paper(by("Karin")))).rejects.toThrow(/row-level security/);
    await expect(writes("Sofia", paper(by("Sofia")))).rejects.toThrow(/row-level security/);
    await expect(writes("Johan", paper(by("Johan", "b".repeat(64))))).rejects.toThrow(/row-level security/);
    // In somebody else's name.
    await expect(writes("Johan", paper(by("Sofia")))).rejects.toThrow(/row-level security/);
    await expect(writes("Johan", { means: JSON.stringify({ kind: "paper", vouched: "x" }) })).rejects.toThrow(
      /row-level security/,
    );
    const alone = inside.as("Johan", async (tx) => {
      await tx.insertInto("pledge_signature").values(row).execute();
      throw new Error("written, and taken back");
    });
    await expect(alone).rejects.toThrow("written, and taken back");
    await takeOn(inside, "Rut", { party: "police", role: "liaison", title: "kommunpolis" });
    // Now there is somebody else.
    expect(await vouches(johan!, keys.johan)).toBe("paper-handed-in-by-you");
    await expect(writes("Johan")).rejects.toThrow(/row-level security/);
    const [rut, key] = [await house.as("Rut"), await giveKey(database, "Rut")];
    expect(await vouches(rut, key)).toBe("half-signed");
    expect(await vouches(rut, key)).toBe("party-has-signed");
    // Nor does the same person carry the other party's, whatever roles and mandates they are given.
    const { municipality } = inside.organisations;
    for (const name of ["Rut", "Amina"])
      await inside.as("system", async (tx) => {
        const { id: person_id } = await tx
          .selectFrom("person")
          .select("id")
          .where("name", "=", name)
          .executeTakeFirstOrThrow();
        const grant = await tx.selectFrom("role_grant").selectAll().where("role", "=", "signatory").executeTakeFirst();
        const mandate = await tx.selectFrom("pledge_mandate").selectAll().executeTakeFirst();
        const more = {
          id: crypto.randomUUID(),
          person_id,
          organisation_id: municipality!,
          partnership_id: inside.partnershipId,
        };
        await tx
          .insertInto("role_grant")
          .values({ ...grant!, ...more })
          .execute();
        const held = { party: "municipality" as const, valid_from: "2026-01-01" as Day, valid_to: null };
        await tx
          .insertInto("pledge_mandate")
          .values({ ...mandate!, ...more, ...held })
          .execute();
      });
    inside = await insideDemo(database);
    const signs = (who: string) =>
      inside.as(who, async (tx) => {
        const means = JSON.stringify({ kind: "passkey" });
        const theirs = {
          ...row,
          id: crypto.randomUUID(),
          organisation_id: municipality!,
          party: "municipality" as const,
          means,
        };
        await tx.insertInto("pledge_signature").values(theirs).execute();
        throw new Error("written, and taken back");
      });
    await expect(signs("Amina")).rejects.toThrow("written, and taken back");
    await expect(signs("Rut")).rejects.toThrow(/row-level security/);
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
    const rut = await house.as("Rut");
    expect((await pressKey(rut, await giveKey(database, "Rut"), at)).problem.why).toBe("vouched-does-not-publish");
    const publishing = inside.as("Rut", async (tx) => {
      const { id, content_hash, means } = await tx
        .selectFrom("pledge_signature")
        .innerJoin("pledge_document", "pledge_document.id", "document_id")
        .select(["document_id as id", "pledge_document.content_hash", "means"])
        .where("slug", "=", at.slug)
        .where("party", "=", "police")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("pledge_publishing")
        .values({
          id: crypto.randomUUID(),
          partnership_id: inside.partnershipId,
          document_id: id,
          party: "police",
          organisation_id: inside.organisations["police"]!,
          person_id: keyHolderOf({ means })!,
          content_hash,
          pressed_at: "2026-11-24T09:00:00.000Z" as Instant,
          means: JSON.stringify({ kind: "passkey" }),
        })
        .execute();
    });
    await expect(publishing).rejects.toThrow(/vouched for a paper/);
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
