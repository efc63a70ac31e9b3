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
});
