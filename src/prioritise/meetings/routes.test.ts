import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../../test/house.ts";
import { insideDemo, type Inside } from "../../../test/stores.ts";
import { noteObservation } from "../../collect/api.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { newId } from "../../platform/server/secrets.ts";
import { raiseProblem } from "../api.ts";
import * as api from "./api.ts";
import type { Decision, Meeting } from "./meeting.ts";
import * as store from "./store.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const partnershipId = idInDemo("partnership ockelbo");
const REFUSED =
  /row-level security|permission denied|do not change|Both parties approve|was held|is not in the minutes|is called off/;
const on = "2026-11-24" as Day;
const next = "2026-12-15" as Day;

onBothEngines("a work meeting through its doors", (fresh) => {
  let inside: Inside;
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let ingrid: Caller;
  let elin: Caller;
  beforeAll(async () => {
    const database = await fresh({ demo: true });
    inside = await insideDemo(database);
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    [ingrid, elin] = [await house.as("Ingrid"), await house.as("Elin")];
    await karin.call(raiseProblem, {
      partnership,
      what: "Farten förbi skolan",
      place: { kind: "unknown" },
      since: "i höst",
      affected: "skolbarn",
      category: "traffic.speeding",
      evidence: [{ kind: "question", question: "fran=2021-10&till=2021-11", caption: "Hösten 2021", strength: "fair" }],
    });
  });
  const read = async (who: Caller, day = on) => (await who.call(api.openMeeting, { partnership, on: day })).value;
  const itemOf = async (kind: string, day = on) => (await read(karin, day)).items.find((one) => one.kind === kind)!;
  const organisation = async (party: string) =>
    (await read(karin)).parties.find((one) => one.party === party)!.organisationId as never;
  const office = { partnership, on, office: "säkerhetssamordnare", number: 1 };

  test("its agenda is made from what is there, the same to both", async () => {
    expect((await ingrid.call(api.planMeeting, { partnership, on })).problem.why).toBe("not-yours");
    expect((await karin.call(api.planMeeting, { partnership, on })).value).toEqual({ on });
    expect((await johan.call(api.planMeeting, { partnership, on })).problem.why).toBe("meeting-day-taken");
    const kinds = new Set((await read(karin)).items.map(({ kind }) => kind));
    expect(kinds).toContain("problem");
    expect(kinds).toContain("behind");
    expect(await itemOf("problem")).toMatchObject({
      said: { sv: "Farten förbi skolan" },
      question: "fran=2021-10&till=2021-11",
    });
    expect(await read(johan)).toEqual(await read(karin));
    expect((await karin.call(api.gatherAgenda, { partnership, on })).problem.why).toBe("meeting-nothing-new");
    expect((await johan.call(api.gatherAgenda, { partnership, on })).problem.why).toBe("meeting-nothing-new");
    expect((await karin.call(api.listMeetings, { partnership })).value.meetings[0]).toMatchObject({
      on,
      state: "open",
    });
  });

  test("what somebody brings up is on it, and what is left out is not", async () => {
    expect((await ingrid.call(api.bringUp, { partnership, on, text: "Julmarknaden" })).problem.why).toBe("not-yours");
    expect(
      (await johan.call(api.bringUp, { partnership, on, text: "Ring Kalle Svensson 070-123 45 67" })).problem.why,
    ).toBe("names-a-person");
    expect((await johan.call(api.bringUp, { partnership, on, text: "Julmarknaden" })).status).toBe(200);
    const own = await itemOf("own");
    const out = { partnership, on, itemId: own.id as never };
    expect((await karin.call(api.leaveOut, { ...out, leftOut: true })).value).toEqual({ leftOut: true });
    expect((await itemOf("own")).leftOut).toBe(true);
    const outside = { partnership, on, itemId: own.id as never, kind: "closing" as const, text: "Klart", unit: "" };
    expect((await karin.call(api.noteDecision, outside)).problem.why).toBe("meeting-item-left-out");
    expect((await karin.call(api.leaveOut, { ...out, leftOut: false })).value).toEqual({ leftOut: false });
  });

  test("two who note at once both have noted, and neither writes over the other", async () => {
    const { id } = await itemOf("problem");
    const said = {
      partnership,
      on,
      itemId: id as never,
      kind: "decision" as const,
      unit: "gatuenheten",
      organisationId: await organisation("municipality"),
      by: next,
    };
    const [a, b] = await Promise.all([
      karin.call(api.noteDecision, { ...said, text: "Mäta farten" }),
      johan.call(api.noteDecision, { ...said, text: "Kontroll på genomfarten" }),
    ]);
    expect([a.status, b.status]).toEqual([200, 200]);
    const { decisions } = await itemOf("problem");
    expect(decisions.map(({ text }) => text).toSorted()).toEqual(["Kontroll på genomfarten", "Mäta farten"]);
    const { by: _by, ...noDay } = said;
    expect((await karin.call(api.noteDecision, { ...noDay, text: "Mäta" })).problem.why).toBe("meeting-day-needed");
    const { organisationId: _owner, ...noOwner } = said;
    expect((await karin.call(api.noteDecision, { ...noOwner, text: "Mäta" })).problem.why).toBe("meeting-owner-needed");
    expect((await karin.call(api.noteDecision, { ...said, text: "Mäta", by: "2026-01-01" })).problem.why).toBe(
      "meeting-day-before",
    );
    expect((await ingrid.call(api.noteDecision, { ...said, text: "Mäta" })).problem.why).toBe("not-yours");

    const measure = decisions.find(({ text }) => text === "Mäta farten")!;
    const { itemId: _item, ...rest } = said;
    const change = { ...rest, decisionId: measure.id as never, version: 1, struck: false };
    const both = await Promise.all([
      karin.call(api.reviseDecision, { ...change, text: "Mäta farten i en vecka" }),
      johan.call(api.reviseDecision, { ...change, text: "Mäta farten i två veckor" }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status !== 200)?.problem.why).toBe("meeting-changed-meanwhile");
    const out = { partnership, on, itemId: id as never, leftOut: true };
    expect((await karin.call(api.leaveOut, out)).problem.why).toBe("meeting-item-has-notes");
    expect((await karin.call(api.followUpDecision, { partnership, on, itemId: id, outcome: "done" })).problem.why).toBe(
      "meeting-nothing-to-follow-up",
    );
    // Struck stays, and is not read any more.
    const control = decisions.find(({ text }) => text !== "Mäta farten")!;
    const strike = { ...change, decisionId: control.id as never, text: control.text, struck: true };
    expect((await johan.call(api.reviseDecision, strike)).value).toEqual({ version: 2 });
    expect((await itemOf("problem")).decisions).toHaveLength(1);
  });

  test("a pinned picture has what both see, and nothing that one party has alone", async () => {
    const { id } = await itemOf("problem");
    const pin = { partnership, on, itemId: id as never };
    const address = `https://samsyn.example/lagesbild/${partnership}?fran=2021-10&till=2021-11`;
    expect(
      (await karin.call(api.pinPicture, { ...pin, question: "/lagesbild/ockelbo?kategori=enhorningar" })).problem.why,
    ).toBe("meeting-picture-unread");
    expect((await ingrid.call(api.pinPicture, { ...pin, question: address })).problem.why).toBe("not-yours");
    const pinned = async (who: Caller) => {
      const { value } = await who.call(api.pinPicture, { ...pin, question: address });
      const all = (await read(johan)).items.find((one) => one.id === id)!.pictures;
      return all.find((one) => one.id === value.id)!;
    };
    const before = await pinned(karin);
    expect(before.total).toBeGreaterThan(0);
    const note = (sharing: "own" | "shared") =>
      karin.call(noteObservation, {
        partnership,
        id: newId(Date.parse(AT)),
        notedAt: AT,
        kind: "problem",
        category: "traffic.speeding",
        text: "Fort förbi skolan",
        place: { kind: "unknown" },
        when: { kind: "instant", at: "2021-10-12T10:00:00.000Z" },
        sharing,
      });
    expect((await note("own")).status).toBe(200);
    // By either of them: to the byte the same, what is kept apart weighs nothing.
    for (const who of [karin, johan]) expect((await pinned(who)).hash).toBe(before.hash);
    expect((await note("shared")).status).toBe(200);
    expect((await pinned(johan)).total).toBe(before.total + 1);
    const down = { partnership, on, pictureId: before.id as never };
    expect((await karin.call(api.takePictureDown, down)).status).toBe(200);
    expect((await itemOf("problem")).pictures.map((one) => one.id)).not.toContain(before.id);
    // And the agenda is made of what both may read.
    await johan.call(api.planMeeting, { partnership, on: "2026-11-25" });
    const texts = JSON.stringify((await read(karin, "2026-11-25" as Day)).items);
    expect(texts).not.toContain("Fort förbi skolan");
  });

  test("is held, approved by both as it reads, and followed up at the next", async () => {
    expect((await karin.call(api.holdMeeting, { partnership, on })).problem.why).toBe("meeting-nobody-there");
    expect((await karin.call(api.notePresence, { ...office, office: "Kalle Svensson" })).problem.why).toBe(
      "names-a-person",
    );
    expect((await karin.call(api.notePresence, office)).value).toEqual({ number: 1 });
    expect((await johan.call(api.notePresence, { ...office, office: "kommunpolis", number: 2 })).status).toBe(200);
    expect((await johan.call(api.notePresence, { ...office, office: "rektor", number: 1 })).status).toBe(200);
    expect((await johan.call(api.notePresence, { ...office, office: "rektor", number: 0 })).status).toBe(200);
    expect((await read(karin)).presence).toEqual([
      { office: "kommunpolis", number: 2 },
      { office: "säkerhetssamordnare", number: 1 },
    ]);
    const early = (await read(karin)).contentHash;
    expect((await karin.call(api.approveMinutes, { partnership, on, contentHash: early })).problem.why).toBe(
      "meeting-not-held",
    );
    expect((await johan.call(api.holdMeeting, { partnership, on: "2026-11-25" })).problem.why).toBe("meeting-not-come");
    expect((await ingrid.call(api.holdMeeting, { partnership, on })).problem.why).toBe("not-yours");
    expect((await karin.call(api.holdMeeting, { partnership, on })).value).toEqual({ state: "held" });
    expect((await johan.call(api.holdMeeting, { partnership, on })).problem.why).toBe("meeting-held-already");

    const approve = async (who: Caller, contentHash?: string) =>
      who.call(api.approveMinutes, { partnership, on, contentHash: contentHash ?? (await read(who)).contentHash });
    expect((await approve(ingrid)).problem.why).toBe("not-yours");
    expect((await approve(karin, "old")).problem.why).toBe("meeting-changed-meanwhile");
    expect((await approve(karin)).value).toEqual({ state: "held" });
    expect((await approve(karin)).problem.why).toBe("meeting-approved-already");
    // Corrected after the municipality's yes: that was to other words.
    await johan.call(api.notePresence, { ...office, office: "kommunpolis", number: 1 });
    expect((await read(johan)).approved).toEqual([]);
    expect((await approve(johan)).value).toEqual({ state: "held" });
    expect((await approve(karin)).value).toEqual({ state: "approved" });
    expect((await karin.call(api.notePresence, office)).problem.why).toBe("meeting-is-approved");

    const paper = async () => {
      const answer = await johan.request(`/api/prioritise/${partnership}/meetings/${on}/paper`);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      return Buffer.from(await answer.arrayBuffer());
    };
    const first = await paper();
    expect(first.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    house.setClock("2026-12-01T09:00:00.000Z" as Instant);
    expect((await paper()).equals(first)).toBe(true);

    await karin.call(api.planMeeting, { partnership, on: next });
    const item = (await read(karin, next)).items.find(({ said }) => said.sv.startsWith("Mäta farten i"))!;
    expect(item.said.sv).toMatch(/^Mäta farten i (en vecka|två veckor)$/);
    expect(item.decided).toMatchObject({ unit: "gatuenheten", by: next });
    // Of this meeting: what the demo's own meeting decided waits beside it.
    const of = async (who: Caller) =>
      (await who.call(api.listMeetings, { partnership })).value.waiting.filter((one) => one.on === on);
    const waiting = () => of(johan);
    expect(await waiting()).toMatchObject([
      { text: item.said.sv, unit: "gatuenheten", by: next, late: false, mine: false, approved: true, on },
    ]);
    expect((await of(karin))[0]?.mine).toBe(true);
    house.setClock("2026-12-16T09:00:00.000Z" as Instant);
    expect((await waiting())[0]?.late).toBe(true);
    const followed = { partnership, on: next, itemId: item.id as never, outcome: "done" as const };
    expect((await johan.call(api.followUpDecision, followed)).value).toEqual({ outcome: "done" });
    expect((await johan.call(api.notePresence, { ...office, on: next })).status).toBe(200);
    // What is said at a meeting that is not held yet ends nothing.
    expect(await waiting()).toHaveLength(1);
    house.setClock(AT);
  });

  test("is called off with a reason both read, and its agenda comes back on the next", async () => {
    const off = { partnership, on: "2027-02-01" as Day };
    const reason = "Snöoväder";
    await karin.call(api.planMeeting, off);
    const brought = (await karin.call(api.bringUp, { ...off, text: "Valborg" })).value;
    expect((await ingrid.call(api.callMeetingOff, { ...off, reason })).problem.why).toBe("not-yours");
    expect((await johan.call(api.callMeetingOff, { ...off, reason: "" })).problem.why).toBe(
      "meeting-call-off-needs-reason",
    );
    expect((await johan.call(api.callMeetingOff, { ...off, reason })).value).toEqual({ state: "called-off" });
    expect(await read(karin, off.on)).toMatchObject({ state: "called-off", calledOff: { reason } });
    const { meetings } = (await karin.call(api.listMeetings, { partnership })).value;
    expect(meetings.find((one) => one.on === off.on)?.state).toBe("called-off");
    expect((await karin.call(api.bringUp, { ...off, text: "Mer" })).problem.why).toBe("meeting-is-called-off");
    expect((await karin.call(api.holdMeeting, off)).problem.why).toBe("meeting-is-called-off");
    expect((await johan.call(api.printMinutes, off)).problem.why).toBe("meeting-is-called-off");
    // Whoever asks: nothing is written in it, and it is not opened again.
    const meeting = (await inside.as("system", (tx) => store.meetingOn(tx, partnershipId, off.on)))!;
    for (const who of ["Karin", "system"]) {
      const presence = { office: "rektor", number: 1 };
      await expect(
        inside.as(who, (tx) => store.putPresence(tx, { partnershipId, meeting }, presence, AT)),
        who,
      ).rejects.toThrow(REFUSED);
      const bare = { called_off_at: null, called_off_reason: null, called_off_by_organisation_id: null };
      const opened = inside.as(who, (tx) =>
        tx
          .updateTable("work_meeting")
          .set({ state: "open", ...bare })
          .where("id", "=", meeting.id)
          .execute(),
      );
      await expect(opened, who).rejects.toThrow(REFUSED);
    }
    const after = "2027-02-08" as Day;
    await karin.call(api.planMeeting, { partnership, on: after });
    const items = (await read(johan, after)).items;
    expect(items.filter(({ said }) => said.sv === "Valborg")).toHaveLength(1);
    expect(items.map(({ id }) => id)).not.toContain(brought.id);
  });

  test("who is not of the partnership finds nothing, and a stranger no door", async () => {
    expect((await elin.call(api.openMeeting, { partnership, on })).status).toBe(404);
    expect((await house.stranger.call(api.openMeeting, { partnership, on })).status).toBe(401);
    expect((await karin.call(api.openMeeting, { partnership, on: "2020-01-01" })).status).toBe(404);
  });

  test("the database refuses what the rule refuses", async () => {
    const meetingOn = (day: Day, who = "system") => inside.as(who, (tx) => store.meetingOn(tx, partnershipId, day));
    const [approved, open] = [(await meetingOn(on))!, (await meetingOn(next))!];
    expect(await meetingOn(on, "Elin")).toBeUndefined();
    const municipality = inside.organisations["municipality"]!;
    const police = inside.organisations["police"]!;
    const decision = (more: Partial<Decision> = {}): Decision => ({
      id: newId(Date.parse(AT)),
      itemId: open.items[0]!.id,
      kind: "decision",
      text: "Mäta",
      organisationId: municipality,
      unit: "",
      by: next,
      struck: false,
      version: 1,
      notedAt: AT,
      notedBy: municipality,
      ...more,
    });
    const adds = (who: string, one: Decision, meeting: Meeting = open) =>
      inside.as(who, (tx) => store.addDecision(tx, { partnershipId, meeting }, one));
    // Who only reads, a stranger, who works elsewhere, and in the other's name.
    for (const who of ["Ingrid", "stranger", "Elin", "Johan"])
      await expect(adds(who, decision())).rejects.toThrow(REFUSED);
    await expect(adds("Karin", decision())).resolves.toBeUndefined();
    // And nobody decides for an organisation that works elsewhere.
    const elsewhere = idInDemo("organisation hofors-kommun");
    await expect(adds("Karin", decision({ organisationId: elsewhere }))).rejects.toThrow(/foreign key/);
    // Nor is anything noted under what is left out, whoever asks, or left out what is noted under.
    const [first, last] = [open.items[0]!, open.items.at(-1)!];
    const leaves = (who: string, item: typeof first) =>
      inside.as(who, (tx) => store.saveItem(tx, { ...item, leftOut: true }));
    await leaves("Karin", last);
    for (const who of ["Karin", "system"]) {
      await expect(adds(who, decision({ itemId: last.id }))).rejects.toThrow(REFUSED);
      await expect(leaves(who, first)).rejects.toThrow(REFUSED);
    }
    // What is approved changes for nobody.
    for (const who of ["Karin", "system"]) {
      const late = decision({ itemId: approved.items[0]!.id });
      await expect(adds(who, late, approved)).rejects.toThrow(REFUSED);
      await expect(
        inside.as(who, (tx) =>
          store.putPresence(tx, { partnershipId, meeting: approved }, { office: "rektor", number: 1 }, AT),
        ),
      ).rejects.toThrow(REFUSED);
    }
    await expect(
      inside.as("system", (tx) =>
        tx.updateTable("work_meeting").set({ state: "held" }).where("id", "=", approved.id).execute(),
      ),
    ).rejects.toThrow(REFUSED);
    await expect(
      inside.as("system", (tx) => tx.deleteFrom("meeting_decision").where("meeting_id", "=", approved.id).execute()),
    ).rejects.toThrow(REFUSED);
    // Nobody approves alone, for the other, or before it was held.
    const hash = "a".repeat(64);
    await expect(
      inside.as("Karin", (tx) => store.saveApproved(tx, { ...open, approvedAt: AT, contentHash: hash })),
    ).rejects.toThrow(/Both parties approve|check constraint/);
    const says = (who: string, organisationId: string) =>
      inside.as(who, (tx) =>
        store.putApproval(tx, { partnershipId, meeting: open }, { organisationId, contentHash: hash, at: AT }),
      );
    await expect(says("Karin", municipality)).rejects.toThrow(REFUSED);
    await inside.as("Karin", (tx) => store.saveHeld(tx, { ...open, heldAt: AT }));
    await expect(says("Karin", police)).rejects.toThrow(REFUSED);
    await expect(says("Ingrid", municipality)).rejects.toThrow(REFUSED);
    await expect(says("Karin", municipality)).resolves.toBeUndefined();
    await expect(
      inside.as("Karin", (tx) => store.saveApproved(tx, { ...open, approvedAt: AT, contentHash: hash })),
    ).rejects.toThrow(REFUSED);
    // A meeting is planned by who leads; two of a day are one.
    const another: Meeting = { ...open, id: newId(Date.parse(AT)), on: "2027-01-12" as Day, items: [] };
    await expect(inside.as("Ingrid", (tx) => store.addMeeting(tx, partnershipId, another))).rejects.toThrow(REFUSED);
    await expect(
      inside.as("Karin", (tx) => store.addMeeting(tx, partnershipId, { ...another, on: next })),
    ).rejects.toThrow(/unique|duplicate/i);
  });
});
