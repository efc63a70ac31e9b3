import { expect, test } from "vitest";
import { type Authenticator, type Answering, giveKey } from "../../test/authenticator.ts";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../test/house.ts";
import { pressKey } from "../../test/publishing.ts";
import { withReasons } from "../../test/with-reasons.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { signedText, type Content } from "./document.ts";
import { writtenFor } from "./easy.ts";
import type { PledgeDatabase } from "./tables.ts";
import { renewed } from "../../test/renewed.ts";

const partnership = "ockelbo";
const slug = "2028-2030";
const at = { partnership, slug };

const changed = (content: Content, title: string): Content => ({
  ...content,
  title,
  period: {
    from: { said: "2028", on: "2028-01-01" as Day },
    to: { said: "2030", on: "2030-12-31" as Day },
  },
});
const ready = (content: Content): Content => withReasons(changed(content, "Medborgarlöfte 2028–2030"));

/** The next promise, started from the current one and ready to be signed. */
async function proposed(karin: Caller, as = slug): Promise<void> {
  const where = { partnership, slug: as };
  await renewed(karin, "2025-2027", as);
  const { content, revision } = (await karin.call(api.openDocument, where)).value;
  // What was told of the former promise, and who signed it when, stays with it.
  expect(content).not.toHaveProperty("signedOn");
  expect(content).not.toHaveProperty("note");
  await karin.call(api.saveDraft, { ...where, revision, content: ready(content) });
  expect((await karin.call(api.propose, where)).value).toEqual({ state: "proposed" });
}

/** Asks, lets the key answer, and hands the answer in. */
async function signs(person: Caller, key: Authenticator, how?: Answering, where = at) {
  const asked = (await person.call(api.askToSign, where)).value;
  const answer = key.answer(asked.options["challenge"] as string, how);
  return {
    asked,
    answer,
    reply: await person.call(api.sign, { ...where, signingId: asked.signingId, answer }),
  };
}

async function people(house: TestHouse, database: Database) {
  const [karin, johan, sofia, goran] = [
    await house.as("Karin"),
    await house.as("Johan"),
    await house.as("Sofia"),
    await house.as("Göran"),
  ];
  const keys = { sofia: await giveKey(database, "Sofia"), goran: await giveKey(database, "Göran") };
  return { karin, johan, sofia, goran, keys };
}

onBothEngines("a promise through its doors", (fresh) => {
  test("begins from a pasted text: its promises, activities, years and sources, and nothing where nothing is promised", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const karin = await house.as("Karin");
    const none = await karin.call(api.startDraft, { ...at, text: "Välkommen till kommunen." });
    expect(none.problem).toMatchObject({ why: "no-promise-in-text", field: "text" });
    expect((await karin.call(api.openDocument, at)).status).toBe(404);
    const text = "Löftet 2028–2030 bygger på vandringar.\nPolisen lovar lägre fart.\n• Tolv kontroller om året";
    expect((await karin.call(api.startDraft, { ...at, text })).value).toEqual({ slug });
    const { content } = (await karin.call(api.openDocument, at)).value;
    expect(content).toMatchObject({
      period: { from: { on: "2028-01-01" }, to: { on: "2030-12-31" } },
      basis: ["vandringar"],
      pledges: [
        {
          order: 1,
          text: "Polisen lovar lägre fart.",
          owner: "police",
          activities: [{ number: "1.1", text: "Tolv kontroller om året" }],
        },
      ],
    });
    expect(content.parties.map(({ standing }) => standing).toSorted()).toContain("police");
  });

  test("every field that may be set in a draft comes back as it was set", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    await karin.call(api.startDraft, { ...at, text: "Polisen lovar lägre fart.\n• Tolv kontroller om året" });
    const { content, revision } = (await karin.call(api.openDocument, at)).value;
    const [pledge] = content.pledges;
    const [activity] = pledge!.activities;
    const full: Content = {
      ...content,
      parties: [...content.parties, { standing: "third", name: "Ockelbogårdar" }],
      area: [...content.area, { kind: "area", name: "Åmot" }, { kind: "county", code: "21", name: "Gävleborgs län" }],
      feedbackEvery: "quarter",
      note: "Antalet är en uppskattning.",
      plain: writtenFor(content, "Vi lovar lägre fart.")!,
      sources: [{ title: "Lägesbilden", url: "https://exempel.se/lage" }],
      pledges: [
        {
          ...pledge!,
          owner: "other",
          ownerSaid: "kommunen och fastighetsägarna",
          openSlot: true,
          easyRead: writtenFor(pledge!, "Bilarna ska köra sakta.")!,
          subPledges: ["Också vid skolan."],
          situation: "Det kör fort.",
          expectedEffect: { text: "Lägre fart", indicator: "V85", wanted: "down", source: "mätningen" },
          activities: [
            {
              ...activity!,
              target: {
                comparator: "at-most",
                value: 2,
                unit: "besök",
                perText: "helgfri torsdag",
                perEntity: { name: "skola", count: 4 },
                placesBy: "där klagomål kommit in",
                time: "dagtid",
              },
              baseline: {
                value: { value: 3, qualifier: "approximately" },
                unit: "besök",
                on: "2027-10-01" as Day,
                source: "kalendern",
              },
              place: { kind: "area", name: "Stationen" },
              deadline: { said: "slutet av höstterminen 2028", on: "2028-12-31" as Day },
              season: "höstterminen",
              condition: "om medel beviljas",
              supporting: ["fritidsgården"],
              beyondOrdinary: "Fler än förut",
            },
          ],
        },
      ],
    };
    expect((await karin.call(api.saveDraft, { ...at, revision, content: full })).value.kept).toBe("saved");
    expect((await karin.call(api.openDocument, at)).value.content).toEqual(full);
    await house.close();
  });

  test("signed on paper: the day on the paper, or none, and an acting holder is told as acting", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    const signatures = async (which: string) =>
      (await karin.call(api.openDocument, { partnership, slug: which })).value.signatures.map(
        ({ party, acting, means, paperDay }) => [party, acting, means, paperDay],
      );
    expect(await signatures("2018-2019")).toEqual([
      ["municipality", false, "paper", null],
      ["police", false, "paper", null],
    ]);
    expect(await signatures("2022-2024")).toEqual([
      ["municipality", false, "paper", "2022-04-21"],
      ["police", true, "paper", "2022-04-21"],
    ]);
    expect((await signatures("2025-2027")).map(([, , means, paperDay]) => [means, paperDay])).toEqual([
      ["passkey", null],
      ["passkey", null],
    ]);
    await house.close();
  });

  test("two signatures by key, and two people to publish", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, johan, sofia, goran, keys } = await people(house, database);
    await proposed(karin);
    const first = await signs(sofia, keys.sofia);
    expect(first.reply.value).toMatchObject({ state: "half-signed", missing: ["municipality"] });
    const [hers, his] = [await giveKey(database, "Karin"), await giveKey(database, "Johan")];
    expect((await pressKey(karin, hers, at)).problem.why).toBe("not-fully-signed");
    expect((await signs(goran, keys.goran)).reply.value).toMatchObject({ state: "signed", missing: [] });

    expect((await pressKey(karin, hers, at)).value).toEqual({ state: "signed" });
    expect((await pressKey(karin, hers, at)).problem.why).toBe("same-person-twice");
    expect((await pressKey(johan, his, at)).value).toEqual({ state: "published" });

    const { value } = await johan.call(api.openDocument, at);
    expect(value.contentHash).toBe(sha256Hex(signedText(value.content)));
    expect(value.signatures).toMatchObject([
      { party: "municipality", office: "kommunstyrelsens ordförande", means: "passkey" },
      { party: "police", office: "lokalpolisområdeschef", acting: true, means: "passkey" },
    ]);
    expect(value.predecessorSlug).toBe("2025-2027");
    await house.close();
  });

  test("how large a change must be to be seen is in the text that is signed; and a handful is refused", async () => {
    const house = await openTestHouse(await fresh({ demo: true }));
    const karin = await house.as("Karin");
    await renewed(karin, "2025-2027", slug);
    const { content, revision } = (await karin.call(api.openDocument, at)).value;
    const counted = {
      kind: "events",
      of: "kategori=trafik",
      name: "Trafik, Åmot",
      unit: "händelser",
      from: "2027-01-01" as Day,
      to: "2027-12-31" as Day,
      wanted: "down",
      months: 12,
      before: 40,
      seenAt: 24,
      level: 19,
    } as const;
    const [first, ...others] = content.pledges;
    const withSeen = (
      measured: NonNullable<Content["pledges"][number]["expectedEffect"]>["measured"] & object,
    ): Content => ({
      ...content,
      pledges: [
        { ...first!, expectedEffect: { text: "Färre olyckor", horizon: "long", measured, goal: 18 } },
        ...others,
      ],
    });
    const save = (of: Content) => karin.call(api.saveDraft, { ...at, revision, content: of });
    expect((await save(withSeen({ ...counted, before: 3 }))).status).toBe(422);
    expect((await save(withSeen(counted))).status).toBe(200);
    const saved = (await karin.call(api.openDocument, at)).value;
    expect(saved.content.pledges[0]!.expectedEffect).toMatchObject({ measured: counted, goal: 18 });
    expect(signedText(saved.content)).toContain('"seenAt":24');
    expect(saved.contentHash).toBe(sha256Hex(signedText(saved.content)));
    await house.close();
  });

  test("an answer counts once, for one document, for ten minutes, and for the one who was asked", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, sofia, goran, keys } = await people(house, database);
    await proposed(karin);
    await proposed(karin, "2028-2031");
    const other = { partnership, slug: "2028-2031" };
    const { asked, answer, reply } = await signs(sofia, keys.sofia);
    expect(reply.status).toBe(200);
    const again = { signingId: asked.signingId as never, answer };
    expect((await sofia.call(api.sign, { ...at, ...again })).problem.why).toBe("party-has-signed");
    // The other document may hold the very same words: the question was another, so the answer is none.
    expect((await sofia.call(api.sign, { ...other, ...again })).problem.why).toBe("question-expired");
    const fresher = (await sofia.call(api.askToSign, other)).value.signingId as never;
    expect((await sofia.call(api.sign, { ...other, signingId: fresher, answer })).problem.why).toBe("key-not-accepted");
    // A refused answer has used up its question too.
    expect((await sofia.call(api.sign, { ...other, signingId: fresher, answer })).problem.why).toBe("question-expired");

    const hers = (await sofia.call(api.askToSign, other)).value;
    const stolen = keys.goran.answer(hers.options["challenge"] as string);
    const taken = { ...other, signingId: hers.signingId as never, answer: stolen };
    expect((await goran.call(api.sign, taken)).problem.why).toBe("question-expired");
    house.setClock("2026-11-24T09:10:00.000Z" as Instant);
    expect((await sofia.call(api.sign, taken)).problem.why).toBe("question-expired");
    expect((await sofia.call(api.openDocument, other)).value).toMatchObject({ state: "proposed", signatures: [] });
    await house.close();
  });

  test("a key signs only as its own person, on this site, with the person checked, counting forward, and until it is revoked", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, sofia, goran, keys } = await people(house, database);
    await proposed(karin);
    const why = async (person: Caller, key: Authenticator, how?: Answering) =>
      (await signs(person, key, how)).reply.problem.why;
    expect(await why(goran, keys.sofia)).toBe("key-not-accepted");
    expect(await why(goran, keys.sofia, { credentialId: keys.goran.credentialId })).toBe("key-not-accepted");
    expect(await why(sofia, keys.sofia, { personChecked: false })).toBe("key-not-accepted");
    expect(await why(sofia, keys.sofia, { origin: "http://localhost:3001" })).toBe("key-not-accepted");
    // What the file of signatures would call false later is not taken in now.
    expect(await why(sofia, keys.sofia, { crossOrigin: true })).toBe("key-not-accepted");
    const asked = (await sofia.call(api.askToSign, at)).value;
    const otherText = keys.sofia.answer(Buffer.from(sha256Hex("annan text"), "hex").toString("base64url"));
    const given = { ...at, signingId: asked.signingId as never, answer: otherText };
    expect((await sofia.call(api.sign, given)).problem.why).toBe("key-not-accepted");

    const used = (credential: string, set: object) =>
      database.transaction<PledgeDatabase, unknown>({ as: "system" }, (tx) =>
        tx.updateTable("passkey").set(set).where("credential_id", "=", credential).execute(),
      );
    await used(keys.sofia.credentialId, { counter: 40 });
    expect(await why(sofia, keys.sofia, { counter: 40 })).toBe("key-not-accepted");
    await used(keys.sofia.credentialId, { revoked_at: "2026-11-01T00:00:00.000Z" });
    expect(await why(sofia, keys.sofia, { counter: 41 })).toBe("key-not-accepted");
    expect((await sofia.call(api.openDocument, at)).value).toMatchObject({ state: "proposed", signatures: [] });
    expect((await signs(goran, keys.goran)).reply.status).toBe(200);
    await house.close();
  });

  test("only who holds a mandate that day is asked to sign; others are told why, and another partnership finds nothing", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, sofia, goran, keys } = await people(house, database);
    await proposed(karin);
    expect(await karin.call(api.askToSign, at)).toMatchObject({ status: 403, problem: { why: "not-yours" } });
    const ingrid = await (await house.as("Ingrid")).call(api.propose, at);
    expect(ingrid).toMatchObject({ status: 403, problem: { why: "not-yours" } });
    expect((await (await house.as("Elin")).call(api.openDocument, at)).status).toBe(404);
    expect((await house.stranger.call(api.openDocument, at)).status).toBe(401);

    house.setClock("2028-01-02T09:00:00.000Z" as Instant);
    const over = await sofia.call(api.askToSign, at);
    expect(over.problem).toMatchObject({
      why: "mandate-over",
      detail: expect.stringContaining("2027-12-31") as string,
    });
    house.setClock("2024-10-15T09:00:00.000Z" as Instant);
    const early = await goran.call(api.askToSign, at);
    expect(early.problem).toMatchObject({
      why: "mandate-not-begun",
      detail: expect.stringContaining("2024-11-19") as string,
    });

    // Who is chosen anew before the old mandate ends holds the old one until then.
    house.setClock("2026-11-24T09:00:00.000Z" as Instant);
    await database.transaction<PledgeDatabase, void>({ as: "system" }, async (tx) => {
      const held = await tx
        .selectFrom("pledge_mandate")
        .selectAll()
        .where("party", "=", "municipality")
        .executeTakeFirstOrThrow();
      const id = "01930000-0000-7000-8000-0000000000aa";
      await tx
        .insertInto("pledge_mandate")
        .values({ ...held, id, valid_from: "2028-01-01" as Day, valid_to: null })
        .execute();
    });
    expect((await goran.call(api.openDocument, at)).value.cannotSign).toBeNull();
    expect((await signs(goran, keys.goran)).reply.status).toBe(200);
    await house.close();
  });

  test("two who save the same at once: one stands, the other is put aside, and what is proposed is saved by nobody", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { karin, johan } = await people(house, database);
    await renewed(karin, "2025-2027", slug);
    expect((await johan.call(api.startDraft, at)).problem.why).toBe("slug-taken");
    const { content, revision } = (await karin.call(api.openDocument, at)).value;
    const [one, two] = await Promise.all([
      karin.call(api.saveDraft, { ...at, revision, content: withReasons(changed(content, "Kommunens rubrik")) }),
      johan.call(api.saveDraft, { ...at, revision, content: withReasons(changed(content, "Polisens rubrik")) }),
    ]);
    expect([one.value.kept, two.value.kept].toSorted()).toEqual(["aside", "saved"]);
    const kept = (await karin.call(api.openDocument, at)).value;
    expect(kept.title).toBe(one.value.kept === "saved" ? "Kommunens rubrik" : "Polisens rubrik");
    expect(kept.revision).toBe(revision + 1);

    await karin.call(api.propose, at);
    const late = await johan.call(api.saveDraft, { ...at, revision: kept.revision, content: kept.content });
    expect(late.problem.why).toBe("already-signed-cannot-change");
    await house.close();
  });
});
