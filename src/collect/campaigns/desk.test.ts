// A campaign at the desk: methods side by side, a series of years, answers typed in from paper, and what needs no reading.
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
import { codeOn, fillIn, press } from "../../../test/resident.ts";
import type { Instant } from "../../ground/time.ts";
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

onBothEngines("a campaign at the desk", (fresh) => {
  test("keeps those who chose to answer apart from a drawn sample, in figures and themes", async () => {
    const house = await openTestHouse(await fresh(), { at: AT });
    const karin = await house.as("Karin");
    const { slug } = (await karin.call(api.planCampaign, drawn)).value;
    await karin.call(api.openCampaign, { partnership, slug });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    let clock = Date.parse(AT);
    for (const [via, value] of [
      ["door", "ja"],
      ["door", "nej"],
      ["form", "nej"],
      ["form", "nej"],
    ] as const) {
      const address = `/svara/${slug}?via=${via}`;
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
    const house = await openTestHouse(await fresh(), { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const { slug } = (await karin.call(api.planCampaign, drawn)).value;
    await karin.call(api.openCampaign, { partnership, slug });
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    let clock = Date.parse(AT);
    const codes: string[] = [];
    for (const text of ["", "Mörkt", "Otryggt", "Reklam"]) {
      const address = `/svara/${slug}?via=door`;
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
});
