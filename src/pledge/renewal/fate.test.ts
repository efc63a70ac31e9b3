import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Content, Pledge } from "../document.ts";
import type { Closed, Draft, PledgeDocument, Published } from "../lifecycle.ts";
import * as rule from "./fate.ts";
import { type Fate, lostFrom } from "./formerly.ts";

const AT = "2027-10-02T08:00:00.000Z" as Instant;
const HERE = "p";
const person = (role: Role, organisationId = "kommun"): Person => ({
  id: `${role} ${organisationId}`,
  name: "",
  operator: false,
  grants: [{ partnershipId: HERE, organisationId, party: "municipality", role, title: "" }],
});
const karin = person("coordinator");

const activity = (id: string, number: string, more: object = {}) => ({
  id: id as Pledge["activities"][number]["id"],
  number,
  text: `Aktivitet ${number}`,
  owner: "joint" as const,
  modality: "do-count" as const,
  ...more,
});
const pledge = (id: string, order: number, activities: Pledge["activities"], more: object = {}): Pledge => ({
  id: id as Pledge["id"],
  order,
  text: `Löfte ${order}`,
  theme: "trafik",
  owner: "joint",
  problemIds: [],
  activities,
  ...more,
});
const content: Content = {
  title: "Medborgarlöfte",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [{ kind: "unknown" }],
  period: { from: { said: "2025-01-01" }, to: { said: "2027-12-31" } },
  basis: [],
  sources: [{ title: "Förra källan" }],
  note: "Om det förra",
  pledges: [
    pledge("l1", 1, [activity("a11", "1.1"), activity("a12", "1.2", { exceptions: [] })]),
    pledge("l2", 2, [activity("a21", "2.1")]),
  ],
};
const former = { id: "d1", slug: "2025-2027", state: "published", content } as unknown as Published;
const draft = (slug = "2028-2030") =>
  ({ id: slug, slug, state: "draft", content, predecessorId: "d1" }) as unknown as Draft;

const given = (itemId: string, fate: Fate, more: Partial<rule.Decided> = {}): rule.Decided => ({
  itemId,
  fate,
  reason: fate === "keep" || fate === "change" ? "" : "Det är gjort.",
  handedTo: fate === "hand-over" ? "vägföreningen" : "",
  organisationId: "polis",
  revision: 1,
  at: AT,
  ...more,
});
const ALL_READ = ["l1", "a11", "a12", "l2", "a21"].map((itemId) => ({ itemId, organisationId: "kommun" }));
const state = (more: Partial<rule.Preparing> = {}): rule.Preparing => ({
  partnershipId: HERE,
  document: former,
  reads: ALL_READ,
  decided: [],
  stood: new Map(),
  successors: [],
  ...more,
});
let ids = 0;
const moment = (by = karin) => ({ at: AT, by, newId: () => `ny-${(ids += 1)}` });
const wish = (more: Partial<Parameters<typeof rule.decideFate.decide>[0]> = {}) => ({
  itemId: "l2",
  fate: "keep" as Fate,
  reason: "",
  handedTo: "",
  revision: 0,
  ...more,
});
const why = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);

describe("a fate", () => {
  test.each<[string, ReturnType<typeof wish>, rule.Preparing, string]>([
    ["is given to what is kept, without a reason", wish(), state(), "yes"],
    ["and to what is changed", wish({ fate: "change" }), state(), "yes"],
    ["of what ends says why", wish({ fate: "end", reason: " " }), state(), "fate-needs-reason"],
    ["of what ends, with the reason", wish({ fate: "end", itemId: "a21", reason: "Klart." }), state(), "yes"],
    [
      "of what is handed over says to whom",
      wish({ fate: "hand-over", itemId: "a21", reason: "De sköter vägen." }),
      state(),
      "handed-over-to-whom",
    ],
    [
      "of what is handed over, to somebody",
      wish({ fate: "hand-over", itemId: "a21", reason: "De sköter vägen.", handedTo: "vägföreningen" }),
      state(),
      "yes",
    ],
    [
      "of what has stood without a result says why it is kept",
      wish(),
      state({ stood: new Map([["l2", { since: "2018" }]]) }),
      "keep-needs-reason",
    ],
    [
      "of what has stood without a result and is changed needs none",
      wish({ fate: "change" }),
      state({ stood: new Map([["l2", { since: "2018" }]]) }),
      "yes",
    ],
    ["is given when it has been read", wish(), state({ reads: [] }), "read-it-first"],
    [
      "is given by the organisation that has read",
      wish(),
      state({ reads: ALL_READ.map((read) => ({ ...read, organisationId: "polis" })) }),
      "read-it-first",
    ],
    ["is given to what is there", wish({ itemId: "x" }), state(), "item-not-there"],
    [
      "is not written over by who has not read it",
      wish(),
      state({ decided: [given("l2", "keep")] }),
      "fate-changed-meanwhile",
    ],
    ["is given anew by who has", wish({ revision: 1 }), state({ decided: [given("l2", "change")] }), "yes"],
    [
      "lets no activity stay where its löfte goes",
      wish({ itemId: "a21" }),
      state({ decided: [given("l2", "end")] }),
      "pledge-goes",
    ],
    [
      "lets no löfte go while an activity of it stays",
      wish({ fate: "end", reason: "Klart." }),
      state({ decided: [given("a21", "keep")] }),
      "activities-stay",
    ],
    ["names nobody in its reason", wish({ reason: "Ring 070-123 45 67" }), state(), "names-a-person"],
    [
      "is handed over to no person",
      wish({ fate: "hand-over", itemId: "a21", reason: "Klart.", handedTo: "anna@example.se" }),
      state(),
      "names-a-person",
    ],
    ["may be given while the next is a draft", wish(), state({ successors: [draft()] }), "yes"],
    [
      "stands when the next is locked for signing",
      wish(),
      state({ successors: [{ ...draft(), state: "proposed", proposedAt: AT }] }),
      "next-is-proposed",
    ],
    ["is of what is published", wish(), state({ document: draft() }), "nothing-to-renew"],
    [
      "is given to what is closed too",
      wish(),
      state({ document: { ...former, state: "closed" } as unknown as Closed }),
      "yes",
    ],
  ])("%s", (_sentence, input, at, expected) => expect(why(rule.decideFate.decide(input, at, moment()))).toBe(expected));

  test("is given by the coordinator and the liaison, and read by them", () => {
    for (const command of [rule.decideFate, rule.startNext, rule.readItem]) {
      const may = command.may as (by: Person, input: unknown, at: rule.Preparing) => { why: string } | undefined;
      expect(may(person("liaison", "polis"), {}, state())).toBeUndefined();
      expect(may(person("signatory"), {}, state())?.why).toBe("not-yours");
    }
    expect(why(rule.readItem.decide({ itemId: "x" }, state(), moment()))).toBe("item-not-there");
    expect(why(rule.readItem.decide({ itemId: "l1" }, state({ document: draft() }), moment()))).toBe(
      "nothing-to-renew",
    );
  });
});

describe("the next promise", () => {
  const all = [
    given("l1", "keep"),
    given("a11", "change"),
    given("a12", "end"),
    given("l2", "hand-over"),
    given("a21", "end"),
  ];
  const begin = (more: Partial<rule.Preparing> & { taken?: boolean } = {}) =>
    rule.startNext.decide(
      { next: "2028-2030" },
      { taken: false, ...state({ decided: all, ...more }), ...more },
      moment(),
    );

  test("begins when everything has a fate, once, and at an address of its own", () => {
    const refused = begin({ decided: all.slice(0, 2) });
    expect(refused).toMatchObject({ refusal: { why: "items-without-fate", detail: { count: 3, all: 5 } } });
    expect(begin({ successors: [draft("2028-2029")] })).toMatchObject({
      refusal: { why: "next-is-begun", detail: { slug: "2028-2029" } },
    });
    expect(why(begin({ taken: true }))).toBe("slug-taken");
    expect(why(begin({ document: draft() }))).toBe("nothing-to-renew");
    expect(why(begin())).toBe("yes");
  });

  test("carries on what is kept and changed, points back at it, and says of everything what became of it", () => {
    const next = rule.renewed(content, all, moment().newId);
    expect(next.pledges).toMatchObject([
      { order: 1, continues: "l1", activities: [{ number: "1.1", continues: "a11", text: "Aktivitet 1.1" }] },
    ]);
    expect(next.pledges[0]!.id).not.toBe("l1");
    expect(next.formerly).toEqual([
      { id: "l1", number: "1", text: "Löfte 1", fate: "keep" },
      { id: "a11", number: "1.1", text: "Aktivitet 1.1", fate: "change" },
      { id: "a12", number: "1.2", text: "Aktivitet 1.2", fate: "end", reason: "Det är gjort." },
      { id: "l2", number: "2", text: "Löfte 2", fate: "hand-over", reason: "Det är gjort.", handedTo: "vägföreningen" },
      { id: "a21", number: "2.1", text: "Aktivitet 2.1", fate: "end", reason: "Det är gjort." },
    ]);
    expect(next).not.toHaveProperty("note");
    expect(next.sources).toEqual([]);
  });

  test("asks anew how large a change must be to be seen", () => {
    const counted = {
      kind: "events",
      of: "kategori=trafik",
      name: "Trafik, Åmot",
      unit: "händelser",
      from: "2024-01-01" as Day,
      to: "2024-12-31" as Day,
      wanted: "down",
      months: 12,
      before: 40,
      seenAt: 24,
      level: 19,
    } as const;
    const [first, ...others] = content.pledges;
    const expectedEffect = { text: "Färre olyckor", horizon: "long", measured: counted, goal: 18 } as const;
    const former = { ...content, pledges: [{ ...first!, expectedEffect }, ...others] };
    expect(rule.renewed(former, all, moment().newId).pledges[0]!.expectedEffect).toEqual({
      text: "Färre olyckor",
      horizon: "long",
    });
  });

  test("follows when a fate is given anew: what is to go on comes back, what is to go leaves, and what was written stays", () => {
    const begun = rule.renewed(content, all, moment().newId);
    const written = { ...begun, title: "Nytt", pledges: begun.pledges.map((one) => ({ ...one, text: "Nya ord" })) };
    const later = [
      given("l1", "keep"),
      given("a11", "end"),
      given("a12", "keep"),
      given("l2", "keep"),
      given("a21", "keep"),
    ];
    const again = rule.renewedAgain(written, content, later, moment().newId);
    expect(again).toMatchObject({
      title: "Nytt",
      pledges: [
        { continues: "l1", text: "Nya ord", activities: [{ continues: "a12" }] },
        { continues: "l2", order: 2, activities: [{ continues: "a21", number: "2.1" }] },
      ],
    });
    expect(again.formerly).toEqual(rule.formerlyOf(content, later));
    expect(lostFrom(again)).toBeUndefined();
    expect(lostFrom({ ...again, pledges: again.pledges.slice(0, 1) })).toMatchObject({ number: "2" });
    expect(lostFrom({ ...again, pledges: again.pledges.map((one) => ({ ...one, activities: [] })) })).toMatchObject({
      number: "1.2",
    });
  });
});

test("a löfte has stood without a result when no promise it goes on from had one", () => {
  const of = (year: string, pledges: readonly Pledge[]) =>
    ({ content: { ...content, period: { from: { said: `${year}-01-01` } }, pledges } }) as unknown as PledgeDocument;
  const first = of("2018", [pledge("x1", 1, []), pledge("x2", 2, [])]);
  const second = of("2022", [pledge("y1", 1, [], { continues: "x1" }), pledge("y2", 2, [], { continues: "x2" })]);
  const third = of("2025", [
    pledge("z1", 1, [], { continues: "y1" }),
    pledge("z2", 2, [], { continues: "y2" }),
    pledge("z3", 3, []),
  ]);
  const measured = (ids_: readonly string[]) =>
    rule.stoodUnmeasured([first, second, third].map((document) => ({ document, measured: new Set(ids_) })));
  expect([...measured([])]).toEqual([
    ["z1", { since: "2018" }],
    ["z2", { since: "2018" }],
  ]);
  expect([...measured(["x2", "z1"])]).toEqual([]);
});
