import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse } from "../../../test/house.ts";
import { workbookOf } from "../../../test/workbook.ts";
import type { InputOf, OutputOf } from "../../ground/endpoint.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { openWalk, planWalk } from "../api.ts";
import { followCampaign, openCampaign, planCampaign, reviseItem } from "../campaigns/api.ts";
import * as api from "./api.ts";
import { writeWorkbook } from "../../platform/server/workbook.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";

const FORM = [
  {
    name: "survey",
    columns: ["type", "name", "label::Svenska (sv)", "label::English (en)", "hint::Svenska (sv)", "relevant"],
    rows: [
      { type: "start", name: "start" },
      {
        type: "select_one ja_nej",
        name: "q1",
        "label::Svenska (sv)": "Går du ut efter mörkrets inbrott?",
        "label::English (en)": "Do you go out after dark?",
        "hint::Svenska (sv)": "Tänk på de senaste veckorna.",
      },
      {
        type: "select_multiple varfor",
        name: "q2",
        "label::Svenska (sv)": "Varför inte?",
        "label::English (en)": "Why not?",
        relevant: "${q1} = '2'",
      },
      { type: "text", name: "q3", "label::Svenska (sv)": "Vad skulle göra det bättre?" },
      { type: "audio", name: "ljud", "label::Svenska (sv)": "Spela in" },
    ],
  },
  {
    name: "choices",
    columns: ["list_name", "name", "label::Svenska (sv)", "label::English (en)"],
    rows: [
      ["ja_nej", "1", "Ja", "Yes"],
      ["ja_nej", "2", "Nej", "No"],
      ["varfor", "mörkt", "Det är mörkt", "It is dark"],
      ["varfor", "ensamt", "Det är ödsligt", "It is desolate"],
    ].map(([list_name = "", name = "", sv = "", en = ""]) => ({
      list_name,
      name,
      "label::Svenska (sv)": sv,
      "label::English (en)": en,
    })),
  },
  {
    name: "settings",
    columns: ["form_title", "form_id", "version", "default_language"],
    rows: [{ form_title: "Ute i mörkret", form_id: "morker", version: "1", default_language: "Svenska (sv)" }],
  },
];

const about = {
  partnership,
  ladderLevel: "consultation" as const,
  targetGroup: "Boende i Åmot",
  sampleType: "self-selected" as const,
  methods: ["form" as const, "door" as const],
  from: "2026-11-24" as Day,
  to: "2026-12-24" as Day,
};
const influence = { canInfluence: { sv: "Belysningen" }, cannotInfluence: { sv: "Skolskjutsen" } };

type New = InputOf<typeof planCampaign>["items"];
/** As the screen sends what was read, with nothing changed. */
const asNew = (items: OutputOf<typeof api.readCampaignForm>["items"]): New =>
  items.map(({ options, shownWhen, called, ...item }) => ({
    ...item,
    options: [...options],
    called: { key: called.key, options: [...called.options] },
    ...(shownWhen && { shownWhen: { ...shownWhen, answers: [...shownWhen.answers] } }),
  }));

async function fileFrom(who: Caller, of: string): Promise<Uint8Array> {
  const answer = await who.request(`/api/collect/${partnership}/${of}/form`);
  expect(answer.headers.get("content-type")).toContain("spreadsheetml");
  return new Uint8Array(await answer.arrayBuffer());
}

onBothEngines("forms", (fresh) => {
  test("a form becomes a dialogue, the dialogue a form, and that one the same dialogue", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const [karin, amina, elin] = [await house.as("Karin"), await house.as("Amina"), await house.as("Elin")];
    const bytes = await writeWorkbook(FORM);
    expect((await amina.call(api.readCampaignForm, { partnership }, bytes)).status).toBe(403);
    expect((await elin.call(api.readCampaignForm, { partnership }, bytes)).status).toBe(404);
    const read = (await karin.call(api.readCampaignForm, { partnership }, bytes)).value;
    expect(read.faults).toEqual([]);
    expect(read.left.map(({ row, what }) => [row, what])).toEqual([
      [2, "type-of-the-phone"],
      [6, "type-unknown"],
    ]);
    const plan = { ...about, words: { title: { sv: read.title }, ...influence } };
    const items = asNew(read.items);
    const { slug } = (await karin.call(planCampaign, { ...plan, items })).value;
    const follow = async () => (await karin.call(followCampaign, { partnership, slug })).value.campaign;
    const { items: first } = await follow();
    expect(first.map(({ key, question, shownWhen }) => [key, question.kind, shownWhen])).toEqual([
      ["q1", "one", undefined],
      ["q2", "several", { key: "q1", among: ["2"] }],
      ["q3", "text", undefined],
    ]);
    expect(first[0]!.question.help).toEqual({ sv: "Tänk på de senaste veckorna." });

    const file = await fileFrom(karin, `campaigns/${slug}`);
    const elins = await elin.request(`/api/collect/${partnership}/campaigns/${slug}/form`);
    expect(elins.status).toBe(404);
    expect((await karin.request(`/api/collect/${partnership}/campaigns/finns-inte/form`)).status).toBe(404);
    const again = (await karin.call(api.readCampaignForm, { partnership }, file)).value;
    expect([again.faults, again.left, again.title]).toEqual([[], [], "Ute i mörkret"]);
    expect([again.canInfluence, again.cannotInfluence]).toEqual([influence.canInfluence, influence.cannotInfluence]);
    const second = (await karin.call(planCampaign, { ...plan, items: asNew(again.items), again: slug })).value;
    const repeated = (await karin.call(followCampaign, { partnership, slug: second.slug })).value.campaign.items;
    const plain = (all: typeof first) => all.map(({ id: _id, ...item }) => item);
    expect(plain(repeated)).toEqual(plain(first));

    // In other words, an answer that is still there is called what it was, and what leads on from it leads on.
    await karin.call(openCampaign, { partnership, slug });
    const words = { sv: "Går du ut när det är mörkt?" };
    const options = [{ sv: "Nej" }, { sv: "Ibland" }, { sv: "Ja" }];
    await karin.call(reviseItem, { partnership, slug, key: "q1", kind: "one", words, options });
    const { question } = (await follow()).items[0]!;
    expect(question.kind === "text" ? [] : question.options.map(({ key }) => key)).toEqual(["2", "ibland", "1"]);
    expect(question.help).toEqual({ sv: "Tänk på de senaste veckorna." });
    expect((await house.stranger.request(`/svara/${slug}`)).status).toBe(200);
    await house.close();
  });

  test("a form that points at somebody is no dialogue", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const karin = await house.as("Karin");
    const bytes = workbookOf([
      {
        name: "survey",
        rows: [
          ["type", "name", "label", "hint"],
          ["text", "a", "Fråga", "Ring 070-123 45 67"],
        ],
      },
    ]);
    const read = (await karin.call(api.readCampaignForm, { partnership }, bytes)).value;
    const refused = await karin.call(planCampaign, {
      ...about,
      words: { title: { sv: "Ny" }, ...influence },
      items: asNew(read.items),
    });
    expect(refused.problem.why).toBe("text-has-phone");
    const none = await karin.call(api.readCampaignForm, { partnership }, new TextEncoder().encode("type;name;label"));
    expect(none.problem.detail).toContain("Filen är ingen Excel-bok (.xlsx).");
    const rows = Array.from({ length: 5002 }, (_, index) => [String(index)]);
    const long = await karin.call(api.readWalkForm, { partnership }, workbookOf([{ name: "choices", rows }]));
    expect(long.problem.detail).toContain("Bladet «choices» har fler än 5000 rader.");
    await house.close();
  });

  test("a walk becomes a form, and the form a walk with the same stops and theme", async () => {
    const house = await openTestHouse(await fresh({ demo: true }), { at: AT });
    const [karin, amina, johan] = [await house.as("Karin"), await house.as("Amina"), await house.as("Johan")];
    const { slug } = (
      await karin.call(planWalk, {
        partnership,
        title: "Höstvandring i Åmot",
        village: "Åmot",
        meetingPoint: "Skolan",
        startsAt: "2026-12-01T17:00:00.000Z",
        endsAt: "2026-12-01T19:00:00.000Z",
        theme: "traffic",
        route: [],
        functions: [],
        stops: [
          { name: "Skolan", question: "Hur är det här när skolan slutar?" },
          { name: "Bron", question: "" },
        ],
      })
    ).value;
    const file = await fileFrom(johan, `walks/${slug}`);
    expect((await amina.call(api.readWalkForm, { partnership }, file)).status).toBe(403);
    const read = (await karin.call(api.readWalkForm, { partnership }, file)).value;
    expect([read.faults, read.title, read.theme]).toEqual([[], "Höstvandring i Åmot", "traffic"]);
    const { walk } = (await karin.call(openWalk, { partnership, slug })).value;
    expect(read.stops).toEqual(walk.stops.map(({ name, question }) => ({ name, question })));
    expect((await karin.request(`/api/collect/${partnership}/walks/finns-inte/form`)).status).toBe(404);
    await house.close();
  });
});
