// A campaign at the desk: methods side by side, a series of years, answers typed in from paper, and what needs no reading.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse } from "../../../test/house.ts";
import { codeOn, fillIn, press } from "../../../test/resident.ts";
import type { Id } from "../../ground/id.ts";
import type { Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const drawn = {
  partnership,
  words: {
    title: { sv: "Torget på kvällen" },
    canInfluence: { sv: "Ljuset" },
    cannotInfluence: { sv: "Öppettiderna" },
  },
  ladderLevel: "consultation" as const,
  targetGroup: "Alla",
  sampleType: "random" as const,
  methods: ["form" as const, "door" as const],
  invited: 20,
  from: "2026-11-24",
  to: "2026-12-01",
  items: [
    { kind: "one" as const, words: { sv: "Går du över torget?" }, options: [{ sv: "Ja" }, { sv: "Nej" }] },
    { kind: "text" as const, words: { sv: "Varför inte?" }, options: [] },
  ],
};
const key = "gar-du-over-torget";

/** The path that those who ask hand over, with its mark. */
async function linkOf(who: Caller, slug: string, method: string) {
  const { links, address } = (await who.call(api.followCampaign, { partnership, slug })).value;
  const { pathname, search } = new URL(links.find((one) => one.method === method)?.address ?? address);
  return pathname + search;
}

onBothEngines("a campaign at the desk", (fresh) => {
  test("keeps those who chose to answer apart from a drawn sample, in figures and themes", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const karin = await house.as("Karin");
    const { slug } = (await karin.call(api.planCampaign, drawn)).value;
    await karin.call(api.openCampaign, { partnership, slug });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    let clock = Date.parse(AT);
    const [door, form] = [await linkOf(karin, slug, "door"), `/svara/${slug}`];
    // Whoever makes a link of their own is counted among those who chose to answer.
    const forged = [`${form}?via=door`, door.replace(/.$/, (last) => (last === "0" ? "1" : "0"))];
    for (const [address, value] of [
      [door, "ja"],
      [door, "nej"],
      [forged[0]!, "nej"],
      [forged[1]!, "nej"],
    ] as const) {
      const last = await fillIn(ask, address, { [key]: value, "varfor-inte": "Mörkt på torget" });
      house.setClock(new Date((clock += 20_000)).toISOString() as Instant);
      expect(codeOn(await press(ask, address, last, [], "send"))).toBeDefined();
    }
    const follow = async () => (await karin.call(api.followCampaign, { partnership, slug })).value;
    for (const { id } of (await follow()).waiting) await karin.call(api.reviewAnswer, { partnership, id });
    const { rows } = (await karin.call(api.listUncoded, { partnership, limit: 200 })).value;
    const subjects = rows.filter(({ text }) => text === "Mörkt på torget").map(({ kind, id }) => ({ kind, id }));
    expect(subjects).toHaveLength(4);
    await karin.call(api.code, { partnership, subjects, theme: "mörkret på torget", category: "place.lighting" });

    const { tallies, methods } = await follow();
    const counted = tallies.map(({ option, method, count }) => `${option} ${method} ${count}`);
    expect(counted.toSorted()).toEqual(["ja door 1", "nej door 1", "nej form 2"]);
    expect(Object.fromEntries(methods.map(({ method, byChoice }) => [method, byChoice]))).toEqual({
      door: false,
      form: true,
    });
    const { themes } = (await karin.call(api.listThemes, { partnership })).value;
    const dark = themes.find(({ name }) => name === "mörkret på torget")!;
    expect(dark.sources.map(({ source, byChoice, voices }) => [source, byChoice, voices])).toEqual([
      ["Torget på kvällen", false, 2],
      ["Torget på kvällen", true, 2],
    ]);
    await house.close();
  });

  test("counts an answer without words at once, and reads several with words together, each with its own no", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { slug } = (await karin.call(api.planCampaign, drawn)).value;
    await karin.call(api.openCampaign, { partnership, slug });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    let clock = Date.parse(AT);
    const codes: string[] = [];
    for (const text of ["", "Mörkt", "Otryggt", "Reklam"]) {
      const address = await linkOf(karin, slug, "door");
      const last = await fillIn(ask, address, { [key]: "ja", ...(text === "" ? {} : { "varfor-inte": text }) });
      house.setClock(new Date((clock += 20_000)).toISOString() as Instant);
      codes.push(codeOn(await press(ask, address, last, [], "send"))!);
    }
    const follow = async (who = karin) => (await who.call(api.followCampaign, { partnership, slug })).value;
    const { waiting, counts, tallies } = await follow();
    expect(counts).toEqual({ waiting: 3, kept: 1, setAside: 0 });
    expect(tallies.map(({ option, count }) => `${option} ${count}`)).toEqual(["ja 1"]);
    // What nobody has read the other organisation sees nothing of, neither words nor numbers.
    expect(await follow(johan)).toMatchObject({ waiting: [], counts: { waiting: 0, kept: 1 } });
    const receipt = async (at: number) => (await ask(`/kvitto/${codes[at]!}`)).text();
    expect(await receipt(0)).toContain("Räknat");
    expect(await receipt(0)).not.toContain("Läst");

    const of = (text: string) => waiting.find(({ said }) => said.some((one) => one.text === text))!.id;
    const [first, second, third] = ["Mörkt", "Otryggt", "Reklam"].map(of) as [string, string, string];
    const review = (ids: readonly string[], reason?: "advertisement", who = karin) =>
      who.call(api.reviewAnswers, { partnership, ids: [...ids], ...(reason === undefined ? {} : { reason }) });
    expect((await review([])).problem.why).toBe("nothing-chosen");
    const unread = (id: string) => ({ id, why: "nothing-to-review" });
    expect((await review([first, second], undefined, johan)).value).toEqual({
      read: 0,
      refused: [unread(first), unread(second)],
    });
    expect((await review([third], "advertisement")).value).toEqual({ read: 1, refused: [] });
    expect((await review([first, second, third])).value).toEqual({ read: 2, refused: [unread(third)] });
    expect((await follow()).counts).toEqual({ waiting: 0, kept: 3, setAside: 1 });
    expect(await receipt(1)).toContain("Läst 24 november 2026");
    expect(await receipt(3)).toContain("Svaret var reklam.");
    await house.close();
  });

  test("takes a paper once, counts it as paper and its groups apart, and its own latest back again", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const [of, about] = [
      { partnership, slug: "amot" },
      { age: "65-up" as const, village: "amot" },
    ];
    const paper = (form: string, answers: { key: string; values: string[] }[], receipt = false) => ({
      ...of,
      form: form as Id<"form">,
      answers,
      about,
      receipt,
    });
    const [one, two] = ["0193a000-0000-7000-8000-000000000001", "0193a000-0000-7000-8000-000000000002"];
    const chosen = [{ key: "hur-trygg", values: ["mycket-trygg"] }];
    const words = [...chosen, { key: "vad-behovs", values: ["Mer ljus. Ring 070-123 45 67"] }];
    const follow = async () => (await karin.call(api.followCampaign, of)).value;
    const before = await follow();
    expect((await johan.call(api.typeAnswer, paper(one, chosen))).status).toBe(403);
    expect((await karin.call(api.typeAnswer, paper(one, []))).problem.why).toBe("nothing-typed-in");
    // Enter pressed twice: one answer.
    for (const _again of [1, 2])
      expect((await karin.call(api.typeAnswer, paper(one, chosen))).value).toEqual({ typedToday: 1, covered: [] });
    const wished = (await karin.call(api.typeAnswer, paper(two, words, true))).value;
    expect(wished).toMatchObject({ typedToday: 2, covered: ["phone"] });
    expect(await (await house.stranger.request(`/kvitto/${wished.code}`)).text()).toContain(
      "Mottaget 24 november 2026",
    );
    const after = await follow();
    expect(after.counts).toEqual({ ...before.counts, waiting: 1, kept: before.counts.kept + 1 });
    expect(after.methods.find(({ method }) => method === "paper")?.count).toBe(2);
    expect(after.typedToday).toBe(2);
    expect(after.waiting[0]!.said.at(-1)!.text).toBe("Mer ljus. Ring [telefonnummer]");

    const sheet = () =>
      database.asOwner(async (tx) => {
        const any = tx as unknown as AnyTransaction;
        return (await sql<{ counts: unknown }>`select counts from campaign_groups`.execute(any)).rows[0]?.counts;
      });
    expect(await sheet()).toEqual({ "age.65-up": 2, "village.amot": 2 });
    const latest = { ...of, form: two as Id<"form">, about };
    expect((await johan.call(api.undoTyped, latest)).status).toBe(403);
    // Nobody else's groups go with it: not another paper's, and no more than stood on this one.
    for (const wrong of [{ form: one as Id<"form"> }, { about: { ...about, sex: "woman" as const } }, { about: {} }]) {
      const refused = await karin.call(api.undoTyped, { ...latest, ...wrong });
      expect(refused).toMatchObject({ status: 409, problem: { why: "not-what-was-typed" } });
      expect(refused.problem.detail).toBe(
        "Det som skulle ångras är inte det papper du skrev in senast. Inget är ändrat.",
      );
    }
    expect(await sheet()).toEqual({ "age.65-up": 2, "village.amot": 2 });
    expect((await karin.call(api.undoTyped, latest)).value).toEqual({ typedToday: 1 });
    expect(await sheet()).toEqual({ "age.65-up": 1, "village.amot": 1 });
    expect((await karin.call(api.undoTyped, latest)).problem.why).toBe("nothing-to-undo");
    expect((await follow()).counts).toEqual({ ...before.counts, kept: before.counts.kept + 1 });
    expect((await house.stranger.request(`/kvitto/${wished.code}`)).status).toBe(404);
    // Whoever said nothing of themselves put nothing there.
    const three = "0193a000-0000-7000-8000-000000000003" as Id<"form">;
    await karin.call(api.typeAnswer, { ...paper(three, chosen), about: {} });
    expect((await karin.call(api.undoTyped, { ...of, form: three, about: {} })).value).toEqual({ typedToday: 1 });
    expect(await sheet()).toEqual({ "age.65-up": 1, "village.amot": 1 });
    // What has been read stands.
    await karin.call(api.typeAnswer, paper(two, words));
    const [{ id } = { id: "" }] = (await follow()).waiting;
    await karin.call(api.reviewAnswer, { partnership, id });
    expect((await karin.call(api.undoTyped, latest)).problem.why).toBe("typed-was-read");

    // In the database itself: whoever leads nothing here types nothing in, counts nothing, and takes nothing out.
    const asStaff = (name: string, work: (tx: AnyTransaction) => Promise<unknown>) =>
      database.transaction({ as: "staff", personId: idInDemo(`person ${name}`) }, (tx) => work(tx as AnyTransaction));
    for (const name of ["Johan", "Amina"]) {
      const typedIn = asStaff(name, (tx) =>
        sql`insert into campaign_answer (id, campaign_id, partnership_id, received_on, method, given, receipt_hash, state)
          select gen_random_uuid(), id, partnership_id, '2026-11-24', 'paper', '{}', encode(sha256('x'), 'hex'), 'kept' from campaign where slug = 'amot'`.execute(
          tx,
        ),
      );
      await expect(typedIn).rejects.toMatchObject({ code: "42501" });
      const counted = asStaff(name, (tx) =>
        sql`select samsyn_count_typed(id, ${two}::uuid, array['age.65-up']) from campaign where slug = 'amot'`.execute(
          tx,
        ),
      );
      await expect(counted).rejects.toMatchObject({ code: "42501" });
    }
    // And whoever does takes off what the own paper put there: nothing more, nothing twice, and writes no seal.
    const off = (groups: readonly string[], form = two) =>
      asStaff("Karin", (tx) =>
        sql`select samsyn_uncount_typed(id, ${form}::uuid, ${groups}::text[]) from campaign where slug = 'amot'`.execute(
          tx,
        ),
      );
    const put = ["age.65-up", "village.amot"];
    for (const groups of [[], [...put, "age.65-up"], ["age.65-up"]])
      await expect(off(groups)).rejects.toMatchObject({ code: "42501" });
    await expect(off(put, one)).rejects.toMatchObject({ code: "42501" });
    const sealed = asStaff("Karin", (tx) =>
      sql`update campaign_typing set seal = encode(sha256('x'), 'hex')`.execute(tx),
    );
    await expect(sealed).rejects.toMatchObject({ code: "42501" });
    const added = asStaff("Karin", (tx) =>
      sql`select samsyn_add_groups(id, array['age.65-up'], -1) from campaign where slug = 'amot'`.execute(tx),
    );
    await expect(added).rejects.toMatchObject({ code: "42501" });
    await off(put);
    await expect(off(put)).rejects.toMatchObject({ code: "42501" });
    await asStaff("Karin", (tx) => sql`delete from campaign_answer`.execute(tx));
    expect((await follow()).counts.kept).toBe(before.counts.kept + 2);
    for (const kind of ["form", "leaflets"] as const)
      expect((await karin.call(api.printCampaign, { ...of, paper: kind })).status).toBe(200);
    const named = await karin.call(api.printCampaign, { ...of, paper: "form" as const, handIn: "Hos Anna Karlsson" });
    expect(named.problem.why).toBe("text-has-name");
    await house.close();
  });
});
