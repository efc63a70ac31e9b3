import { describe, expect, test } from "vitest";
import type { Moment } from "../../ground/command.ts";
import type { Person, Role } from "../../ground/party.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { FrozenCounts } from "../frozen-counts.ts";
import {
  broughtBack,
  type Candidate,
  followUps,
  gather,
  itemsFrom,
  newsCandidates,
  openDecisions,
  plan,
  problemCandidates,
  sinceOf,
} from "./agenda.ts";
import {
  approvalsOf,
  approve,
  attend,
  bringUp,
  callOff,
  type Decision,
  decisionsOn,
  followUp,
  hold,
  inOrder,
  type Item,
  leaveOut,
  type Meeting,
  minutesOf,
  note,
  pin,
  type Pinned,
  revise,
  takeDown,
  type ToNote,
} from "./meeting.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const ON = "2026-11-24" as Day;
const partnershipId = "p";
const parties = ["kommunen", "polisen"];
const person = (role: Role, organisationId = "kommunen"): Person =>
  ({ id: "x", name: "Karin", grants: [{ partnershipId, organisationId, role }] }) as unknown as Person;
let count = 0;
const moment = (by: Person = person("coordinator")): Moment => ({ at: AT, by, newId: () => `id-${(count += 1)}` });
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: "problem",
  about: `problem:${id}`,
  decisionId: undefined,
  said: { sv: "Farten förbi skolan", en: "Farten förbi skolan" },
  address: "",
  question: "",
  position: 1,
  leftOut: false,
  outcome: undefined,
  addedAt: AT,
  ...more,
});
const decision = (id: string, more: Partial<Decision> = {}): Decision => ({
  id,
  itemId: "a",
  kind: "decision",
  text: "Mäta farten",
  organisationId: "kommunen",
  unit: "gatuenheten",
  by: "2026-12-10" as Day,
  struck: false,
  version: 1,
  notedAt: AT,
  notedBy: "kommunen",
  ...more,
});
const frozen = { total: 9, cautions: [] } as unknown as FrozenCounts;
const pinned = (id: string, more: Partial<Pinned> = {}): Pinned => ({
  id,
  itemId: "a",
  frozen,
  hash: "h",
  takenDown: false,
  pinnedAt: AT,
  pinnedBy: "kommunen",
  ...more,
});
const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: "m",
  on: ON,
  state: "open",
  plannedAt: AT,
  heldAt: undefined,
  approvedAt: undefined,
  contentHash: undefined,
  calledOff: undefined,
  items: [item("a")],
  decisions: [],
  presence: [{ office: "säkerhetssamordnare", number: 1 }],
  pictures: [],
  approvals: [],
  example: false,
  ...more,
});
const why = (result: { ok: boolean; refusal?: { why: string } }) => (result.ok ? "yes" : result.refusal?.why);
const on = (more: Partial<Meeting> = {}) => ({ partnershipId, meeting: meeting(more), item: item("a"), parties });

describe("the agenda", () => {
  const candidate = (about: string, kind: Candidate["kind"] = "problem"): Candidate => ({
    kind,
    about,
    said: { sv: about, en: about },
    address: "",
    question: "",
  });

  test("is made of what is there, each once, what was decided last first", () => {
    const items = itemsFrom(
      [
        candidate("theme:1", "theme"),
        candidate("problem:1"),
        candidate("decision:1", "follow-up"),
        candidate("problem:1"),
      ],
      [],
      moment(),
    );
    expect(items.map(({ about, position }) => `${position} ${about}`)).toEqual([
      "1 decision:1",
      "2 problem:1",
      "3 theme:1",
    ]);
  });

  test("gets only what is new when it is gathered again, and what was left out stays out", () => {
    const candidates = [candidate("problem:a"), candidate("news:theft:2026-11-20", "news")];
    const state = { ...on({ items: [item("a", { about: "problem:a", position: 7, leftOut: true })] }), candidates };
    const result = gather.decide({}, state, moment());
    expect(result.ok && result.value.map(({ about, position }) => `${position} ${about}`)).toEqual([
      "8 news:theft:2026-11-20",
    ]);
    expect(why(gather.decide({}, { ...state, candidates: [candidate("problem:a")] }, moment()))).toBe(
      "meeting-nothing-new",
    );
    expect(why(gather.decide({}, { ...state, meeting: meeting({ state: "approved" }) }, moment()))).toBe(
      "meeting-is-approved",
    );
  });

  test("is taken by kind, then as it came", () => {
    const items = [item("own", { kind: "own" }), item("p2", { position: 2 }), item("p1"), item("n", { kind: "news" })];
    expect(inOrder(items).map(({ id }) => id)).toEqual(["n", "p1", "p2", "own"]);
  });

  test("has the problems that nobody has answered, with a question only where both may see it", () => {
    const problem = (id: string, state: string, sharing: string) =>
      ({ id, slug: id, what: id, state, evidence: [{ kind: "question", question: "fran=2026-01", sharing }] }) as never;
    expect(
      problemCandidates(
        [problem("a", "open", "shared"), problem("b", "open", "own"), problem("c", "declined", "shared")],
        "ockelbo",
      ).map(({ about, question, address }) => [about, question, address]),
    ).toEqual([
      ["problem:a", "fran=2026-01", "prioritera/ockelbo/a"],
      ["problem:b", "", "prioritera/ockelbo/b"],
    ]);
  });

  test("has the picture's news, the same four weeks once", () => {
    const news = { items: [{ key: "theft.bike", sentence: { sv: "Fler", en: "More" } }], to: "2026-11-20" } as never;
    expect(newsCandidates(news, "ockelbo")).toMatchObject([
      { kind: "news", about: "news:theft.bike:2026-11-20", said: { sv: "Fler", en: "More" } },
    ]);
  });

  test("follows up what was decided at meetings that were held, until it is done or dropped", () => {
    const former = meeting({
      on: "2026-10-01" as Day,
      state: "held",
      decisions: [
        decision("todo"),
        decision("asked", { kind: "question" }),
        decision("ended", { kind: "closing" }),
        decision("struck", { struck: true }),
        decision("done"),
        decision("goes-on"),
      ],
    });
    const later = meeting({
      on: "2026-11-01" as Day,
      state: "approved",
      items: [
        item("1", { kind: "follow-up", decisionId: "done", outcome: "done" }),
        item("2", { kind: "follow-up", decisionId: "goes-on", outcome: "goes-on" }),
      ],
    });
    const planned = meeting({ on: "2026-11-10" as Day, decisions: [decision("not-held")] });
    const all = [planned, later, former];
    expect(followUps(all, ON, "ockelbo").map(({ decisionId }) => decisionId)).toEqual(["todo", "asked", "goes-on"]);
    expect(followUps(all, "2026-09-01" as Day, "ockelbo")).toEqual([]);
    expect(openDecisions(all).map(({ on: day, decision: { id } }) => `${day} ${id}`)).toEqual([
      "2026-10-01 todo",
      "2026-10-01 asked",
      "2026-10-01 goes-on",
    ]);
    expect(openDecisions(all).map(({ approved }) => approved)).toEqual([false, false, false]);
    expect(followUps(all, ON, "ockelbo")[0]?.said.sv).toBe("Mäta farten (inte justerat av båda)");
    expect([sinceOf(all, ON), sinceOf(all, "2026-09-01" as Day)]).toEqual(["2026-11-01", undefined]);
  });

  test("counts nothing that is outside the minutes, and ends nothing that only one has approved", () => {
    const former = meeting({ on: "2026-10-01" as Day, state: "approved", decisions: [decision("d")] });
    const ends = (state: Meeting["state"], leftOut: boolean) =>
      meeting({
        on: "2026-11-01" as Day,
        state,
        items: [item("f", { kind: "follow-up", decisionId: "d", outcome: "done", leftOut })],
      });
    const open = (all: readonly Meeting[]) => openDecisions(all).map(({ decision: { id } }) => id);
    expect(open([former, ends("approved", false)])).toEqual([]);
    expect(open([former, ends("held", false)])).toEqual(["d"]);
    expect(open([former, ends("approved", true)])).toEqual(["d"]);
    expect(open([{ ...former, items: [item("a", { leftOut: true })] }])).toEqual([]);
    expect(openDecisions([former])[0]?.approved).toBe(true);
    expect(followUps([former], ON, "ockelbo")[0]?.said.sv).toBe("Mäta farten");
  });

  test("is planned by those who lead, one meeting a day", () => {
    const state = { partnershipId, days: [ON], candidates: [candidate("problem:1")] };
    expect(plan.may(person("note-taker"), { on: ON }, state)?.why).toBe("not-yours");
    expect(why(plan.decide({ on: ON }, state, moment()))).toBe("meeting-day-taken");
    const result = plan.decide({ on: "2026-12-15" as Day }, state, moment());
    expect(result.ok && result.value).toMatchObject({ state: "open", items: [{ about: "problem:1" }] });
  });

  test("takes what somebody brings up, about what and not whom", () => {
    const result = bringUp.decide({ text: " Julmarknaden " }, on(), moment());
    expect(result.ok && result.value).toMatchObject({ kind: "own", said: { sv: "Julmarknaden" }, position: 2 });
    expect(why(bringUp.decide({ text: "Ring Kalle Svensson 070-123 45 67" }, on(), moment()))).toBe("names-a-person");
    expect(why(bringUp.decide({ text: "Annat" }, on({ state: "approved" }), moment()))).toBe("meeting-is-approved");
    expect(bringUp.may(person("reader"), { text: "Annat" }, on())?.why).toBe("not-yours");
  });

  test("leaves out what nothing is noted of", () => {
    const out = { leftOut: true };
    expect(why(leaveOut.decide(out, on(), moment()))).toBe("yes");
    for (const more of [{ decisions: [decision("d")] }, { pictures: [pinned("b")] }])
      expect(why(leaveOut.decide(out, on(more), moment()))).toBe("meeting-item-has-notes");
    for (const more of [
      { decisions: [decision("d", { struck: true })] },
      { pictures: [pinned("b", { takenDown: true })] },
    ])
      expect(why(leaveOut.decide(out, on(more), moment()))).toBe("yes");
    const followed = { ...on(), item: item("a", { kind: "follow-up", outcome: "done" as const }) };
    expect(why(leaveOut.decide(out, followed, moment()))).toBe("meeting-item-has-notes");
    expect(why(leaveOut.decide({ leftOut: false }, on({ state: "approved" }), moment()))).toBe("meeting-is-approved");
  });
});

describe("what is noted", () => {
  const said: ToNote = {
    kind: "decision",
    text: "Mäta farten",
    unit: "gatuenheten",
    organisationId: "kommunen",
    by: "2026-12-10" as Day,
  };
  const without = (...keys: readonly (keyof ToNote)[]) =>
    Object.fromEntries(Object.entries(said).filter(([key]) => !keys.includes(key as keyof ToNote))) as ToNote;

  test.each<[string, ToNote, string]>([
    ["a decision with whose it is and by when", said, "yes"],
    ["a decision that is nobody's", without("organisationId"), "meeting-owner-needed"],
    ["one of somebody who is no party", { ...said, organisationId: "annan" }, "meeting-owner-needed"],
    ["a decision without a day", without("by"), "meeting-day-needed"],
    ["a question without a day", { ...without("by"), kind: "question" }, "yes"],
    ["a question that is nobody's", { ...without("organisationId"), kind: "question" }, "meeting-owner-needed"],
    ["that the matter ends", { ...without("by", "organisationId"), kind: "closing" }, "yes"],
    ["a day before the meeting", { ...said, by: "2026-11-23" as Day }, "meeting-day-before"],
    ["the day of the meeting", { ...said, by: ON }, "yes"],
    ["a text about somebody", { ...said, text: "Ring Kalle Svensson 070-123 45 67" }, "names-a-person"],
    ["a unit that is somebody", { ...said, unit: "kalle.svensson@ockelbo.se" }, "names-a-person"],
  ])("%s", (_what, input, expected) => {
    expect(why(note.decide(input, on(), moment()))).toBe(expected);
  });

  test("is not under what is left out: that is not in what both approve", () => {
    const out = item("a", { kind: "follow-up", decisionId: "x", leftOut: true });
    const state = { ...on({ items: [out] }), item: out };
    expect(why(note.decide(said, state, moment()))).toBe("meeting-item-left-out");
    expect(why(followUp.decide({ outcome: "done" }, state, moment()))).toBe("meeting-item-left-out");
    const found = { frozen, hash: "h" };
    expect(why(pin.decide({}, { ...state, found }, moment()))).toBe("meeting-item-left-out");
    const back = { ...said, version: 1, struck: false };
    const struck = { ...state, decision: decision("d", { struck: true }) };
    expect(why(revise.decide(back, struck, moment()))).toBe("meeting-item-left-out");
  });

  test("is a note of its own each time, and of the one who writes", () => {
    const result = note.decide(said, on(), moment(person("liaison", "polisen")));
    expect(result.ok && result.value).toMatchObject({ itemId: "a", version: 1, struck: false, notedBy: "polisen" });
    expect(why(note.decide(said, on({ state: "held" }), moment()))).toBe("yes");
    expect(why(note.decide(said, on({ state: "approved" }), moment()))).toBe("meeting-is-approved");
    expect(note.may(person("reader"), said, on())?.why).toBe("not-yours");
  });

  test("is nobody's to do where the matter ends", () => {
    const result = note.decide({ ...said, kind: "closing" }, on(), moment());
    expect(result.ok && result.value).toMatchObject({ organisationId: undefined, unit: "", by: undefined });
  });

  test("is not written over by whoever has not seen the newest", () => {
    const state = { ...on(), decision: decision("d", { version: 3 }) };
    const changed = { ...said, text: "Mäta om", version: 3, struck: false };
    const result = revise.decide(changed, state, moment());
    expect(result.ok && result.value).toMatchObject({ id: "d", text: "Mäta om", version: 4 });
    expect(why(revise.decide({ ...changed, version: 2 }, state, moment()))).toBe("meeting-changed-meanwhile");
    expect(why(revise.decide({ ...changed, ...without("by"), by: "2026-01-01" as Day }, state, moment()))).toBe(
      "meeting-day-before",
    );
    const approved = { ...state, meeting: meeting({ state: "approved" }) };
    expect(why(revise.decide(changed, approved, moment()))).toBe("meeting-is-approved");
  });

  test("that is struck stays, and is not in the minutes", () => {
    const decisions = [decision("d"), decision("s", { struck: true })];
    expect(decisionsOn({ decisions }, "a").map(({ id }) => id)).toEqual(["d"]);
    expect(JSON.stringify(minutesOf(meeting({ decisions })))).toBe(
      JSON.stringify(minutesOf(meeting({ decisions: [decision("d")] }))),
    );
  });

  test("is followed up only where it was decided before", () => {
    const earlier = { ...on(), item: item("a", { kind: "follow-up", decisionId: "d" }) };
    const result = followUp.decide({ outcome: "done" }, earlier, moment());
    expect(result.ok && result.value.outcome).toBe("done");
    expect(why(followUp.decide({ outcome: "done" }, on(), moment()))).toBe("meeting-nothing-to-follow-up");
    expect(
      why(followUp.decide({ outcome: "done" }, { ...earlier, meeting: meeting({ state: "approved" }) }, moment())),
    ).toBe("meeting-is-approved");
  });
});

test("who was there is offices and how many, never names", () => {
  const result = attend.decide({ office: " kommunpolis ", number: 2 }, on(), moment());
  expect(result.ok && result.value).toEqual({ office: "kommunpolis", number: 2 });
  expect(why(attend.decide({ office: "Kalle Svensson", number: 1 }, on(), moment()))).toBe("names-a-person");
  expect(why(attend.decide({ office: "rektor", number: 1 }, on({ state: "approved" }), moment()))).toBe(
    "meeting-is-approved",
  );
});

test("a picture is pinned as it was, and taken down without being lost", () => {
  const result = pin.decide({}, { ...on(), found: { frozen, hash: "h" } }, moment());
  expect(result.ok && result.value).toMatchObject({ itemId: "a", hash: "h", takenDown: false, pinnedBy: "kommunen" });
  expect(why(pin.decide({}, { ...on(), found: undefined }, moment()))).toBe("meeting-picture-unread");
  expect(why(pin.decide({}, { ...on({ state: "approved" }), found: undefined }, moment()))).toBe("meeting-is-approved");
  const down = takeDown.decide({}, { ...on(), picture: pinned("b") }, moment());
  expect(down.ok && down.value.takenDown).toBe(true);
  expect(why(takeDown.decide({}, { ...on({ state: "approved" }), picture: pinned("b") }, moment()))).toBe(
    "meeting-is-approved",
  );
});

describe("a meeting that is called off", () => {
  const said = { reason: " Snöoväder " };
  const off = { state: "called-off", calledOff: { reason: "Snö", at: AT, by: "kommunen" } } as const;

  test("is so with a reason, by those who lead", () => {
    const result = callOff.decide({ reason: " Snöoväder " }, on(), moment(person("liaison", "polisen")));
    expect(result.ok && result.value).toMatchObject({
      state: "called-off",
      calledOff: { reason: "Snöoväder", at: AT, by: "polisen" },
    });
    expect(callOff.may(person("note-taker"), said, on())?.why).toBe("not-yours");
  });

  test.each<[string, string, Partial<Meeting>]>([
    ["meeting-call-off-needs-reason", " ", {}],
    ["names-a-person", "Ring Kalle Svensson 070-123 45 67", {}],
    ["meeting-held-already", "Snö", { state: "held" }],
    ["meeting-is-approved", "Snö", { state: "approved" }],
    ["meeting-is-called-off", "Snö", off],
  ])("%s", (expected, reason, more) => {
    expect(why(callOff.decide({ reason }, on(more), moment()))).toBe(expected);
  });

  test("is not written in, held or approved", () => {
    const closed = on(off);
    expect(why(bringUp.decide({ text: "Annat" }, closed, moment()))).toBe("meeting-is-called-off");
    expect(why(takeDown.decide({}, { ...closed, picture: pinned("b") }, moment()))).toBe("meeting-is-called-off");
    expect(why(hold.decide({}, closed, moment()))).toBe("meeting-is-called-off");
    const approval = { ...closed, contentHash: "now" };
    expect(why(approve.decide({ contentHash: "now" }, approval, moment()))).toBe("meeting-is-called-off");
  });

  test("decided nothing, and what was to be brought up comes back once", () => {
    const own = item("o", { kind: "own", about: "own:o" });
    const items = [own, item("x", { kind: "own", about: "own:x", leftOut: true }), item("p")];
    const former = meeting({ ...off, on: "2026-11-01" as Day, items, decisions: [decision("d")] });
    expect(openDecisions([former])).toEqual([]);
    expect(sinceOf([former], ON)).toBeUndefined();
    expect(broughtBack([former]).map(({ about }) => about)).toEqual(["own:o"]);
    expect(broughtBack([former, meeting({ items: [own] })])).toEqual([]);
  });
});

test("an agenda and a wall have room for so many", () => {
  const many = Array.from({ length: 100 }, (_, place) => item(`i${place}`, { position: place + 1 }));
  const candidate = (about: string) =>
    ({ kind: "problem", about, said: { sv: about, en: about }, address: "", question: "" }) as const;
  expect(why(bringUp.decide({ text: "Annat" }, on({ items: many }), moment()))).toBe("meeting-too-many-items");
  const full = { ...on({ items: many }), candidates: [candidate("problem:new")] };
  expect(why(gather.decide({}, full, moment()))).toBe("meeting-too-many-items");
  const room = many.map((one, place) => (place < 2 ? { ...one, leftOut: true } : one));
  const three = [candidate("problem:1"), candidate("problem:2"), candidate("problem:3")];
  const some = gather.decide({}, { ...on({ items: room }), candidates: three }, moment());
  expect(some.ok && some.value).toHaveLength(2);
  const back = { ...on({ items: [...many, item("out", { leftOut: true })] }), item: item("out", { leftOut: true }) };
  expect(why(leaveOut.decide({ leftOut: false }, back, moment()))).toBe("meeting-too-many-items");
  const candidates = Array.from({ length: 130 }, (_, place) => candidate(`problem:${place}`));
  const planned = plan.decide({ on: ON }, { partnershipId, days: [], candidates }, moment());
  expect(planned.ok && planned.value.items).toHaveLength(100);
  const pictures = Array.from({ length: 30 }, (_, place) => pinned(`p${place}`));
  const found = { frozen, hash: "h" };
  expect(why(pin.decide({}, { ...on({ pictures }), found }, moment()))).toBe("meeting-too-many-pictures");
  const one = [pinned("down", { takenDown: true }), ...pictures.slice(1)];
  expect(why(pin.decide({}, { ...on({ pictures: one }), found }, moment()))).toBe("yes");
});

describe("the minutes", () => {
  test.each<[string, Partial<Meeting>, string]>([
    ["go out when it was held", {}, "yes"],
    ["not before its day", { on: "2026-11-25" as Day }, "meeting-not-come"],
    ["not when nobody was there", { presence: [{ office: "rektor", number: 0 }] }, "meeting-nobody-there"],
    ["not twice", { state: "held" }, "meeting-held-already"],
    ["not when they are approved", { state: "approved" }, "meeting-is-approved"],
  ])("%s", (_what, more, expected) => {
    expect(why(hold.decide({}, on(more), moment()))).toBe(expected);
    expect(hold.may(person("note-taker"), {}, on(more))?.why).toBe("not-yours");
  });

  const input = { contentHash: "now" };
  const held = (more: Partial<Meeting> = {}) => ({
    partnershipId,
    meeting: meeting({ state: "held", ...more }),
    contentHash: "now",
    parties,
  });
  const yes = (organisationId: string, contentHash = "now") => ({ organisationId, contentHash, at: AT });

  test("are approved when both have said yes to the same words", () => {
    const first = approve.decide(input, held(), moment());
    expect(first.ok && first.value.meeting.state).toBe("held");
    const police = moment(person("liaison", "polisen"));
    const second = approve.decide(input, held({ approvals: [yes("kommunen")] }), police);
    expect(second.ok && second.value.meeting).toMatchObject({ state: "approved", approvedAt: AT, contentHash: "now" });
    const stale = approve.decide(input, held({ approvals: [yes("kommunen", "before")] }), police);
    expect(stale.ok && stale.value.meeting.state).toBe("held");
    expect(approvalsOf({ approvals: [yes("kommunen", "before"), yes("polisen")] }, "now")).toEqual(["polisen"]);
  });

  test.each<[string, ReturnType<typeof held>, string]>([
    ["before it was held", held({ state: "open" }), "meeting-not-held"],
    ["after both", held({ state: "approved" }), "meeting-is-approved"],
    ["of other words", { ...held(), contentHash: "new" }, "meeting-changed-meanwhile"],
    ["twice", held({ approvals: [yes("kommunen")] }), "meeting-approved-already"],
  ])("are not approved %s", (_what, state, expected) => {
    expect(why(approve.decide(input, state, moment()))).toBe(expected);
  });

  test("are approved by the municipality and the police alone, each by who leads there", () => {
    for (const who of [person("note-taker"), person("coordinator", "bostadsbolaget"), person("signatory")])
      expect(approve.may(who, input, held())?.why).toBe("not-yours");
    expect(approve.may(person("liaison", "polisen"), input, held())).toBeUndefined();
  });

  test("change their hash with what they say, not with what was left out", () => {
    const text = (more: Partial<Meeting>) => JSON.stringify(minutesOf(meeting(more)));
    const same = text({});
    expect(text({ items: [item("a"), item("b", { leftOut: true })] })).toBe(same);
    expect(text({ presence: [{ office: "säkerhetssamordnare", number: 2 }] })).not.toBe(same);
    expect(text({ decisions: [decision("d")] })).not.toBe(same);
    expect(text({ pictures: [pinned("b")] })).not.toBe(same);
    expect(text({ items: [item("a", { kind: "follow-up", outcome: "done" })] })).not.toBe(same);
  });
});
