import { describe, expect, test } from "vitest";
import { amina, by, johan, karin, must, PARTNERSHIP, why } from "../../../test/people.ts";
import type { Position } from "../../ground/place.ts";
import type { Day, Instant } from "../../ground/time.ts";
import { roughened } from "../pointed.ts";
import { observationOf } from "./complaint.ts";
import { complaintSteps, type Followed, readFilled, readHandedIn, type Reading, saidIn } from "./handed-in.ts";
import type { Thread } from "./thread.ts";

const fields = {
  stretch: ["Bruksvägen, Kyrkvägen till skolan"],
  kind: ["speed"],
  direction: ["mot skolan"],
  weekdays: ["1", "5", "9"],
  part: ["night"],
  effect: ["Det går för fort förbi skolan"],
  proposal: [""],
};
const OUTLINE: readonly Position[] = [
  [16, 60],
  [17, 60],
  [17, 61],
  [16, 61],
  [16, 60],
];
const read = (more: Partial<Record<keyof typeof fields | "known" | "stretch.points", string[]>> = {}) => {
  const all: Record<string, string[]> = { ...fields, ...more };
  return readFilled((name) => all[name] ?? [], [OUTLINE]);
};

describe("the open form", () => {
  test("is read as it was filled in; what is no answer is left out", () => {
    const { filled, covered } = read();
    expect(covered).toEqual([]);
    expect(must(saidIn(filled))).toEqual({
      stretch: "Bruksvägen, Kyrkvägen till skolan",
      kind: "speed",
      direction: "mot skolan",
      weekdays: [1, 5],
      fromHour: 22,
      toHour: 5,
      effect: "Det går för fort förbi skolan",
      proposal: "",
    });
  });

  test("takes a stretch that is known where none is written", () =>
    expect(read({ stretch: [""], known: ["Infarten"] }).filled.stretch).toBe("Infarten"));

  test("covers what points at somebody, and says of what kind the first was", () => {
    const { filled, covered } = read({ effect: ["En röd bil, ABC 123"], proposal: ["Ring 070-123 45 67"] });
    expect(covered).toEqual(["plate", "phone"]);
    expect([filled.effect, filled.proposal]).toEqual(["En röd bil, [registreringsnummer]", "Ring [telefonnummer]"]);
  });

  test.each<[string, Parameters<typeof read>[0], string]>([
    ["names its stretch", { stretch: [""] }, "stretch-needed"],
    ["is no door", { stretch: ["Bruksvägen 12"] }, "doorstep"],
    ["says of what", { kind: [""] }, "kind-needed"],
    ["points out where instead of naming it", { stretch: [""], "stretch.points": ["16.7 60.9;16.71 60.9"] }, "yes"],
    ["points out a door and names one", { stretch: ["Bruksvägen 12"], "stretch.points": ["16.7 60.9"] }, "doorstep"],
    [
      "points out where, and names somebody in other letters",
      { stretch: ["иван@почта.рф"], "stretch.points": ["16.7 60.9"] },
      "text-has-e-mail",
    ],
    ["says what happens", { effect: [" "] }, "happening-needed"],
  ])("%s", (_sentence, more, expected) => expect(why(saidIn(read(more).filled))).toBe(expected));
});

const said = must(saidIn(read().filled));
const state: Reading = {
  partnershipId: PARTNERSHIP,
  threads: [],
  lastNumber: 13,
  owner: "municipality",
  look: undefined,
  handedIn: { id: "h", receivedOn: "2026-11-20" as Day, state: "waiting", said },
};

describe("what is pointed out of a stretch", () => {
  test.each<[string, string[], string | undefined, number]>([
    ["one point", ["16.7 60.9"], undefined, 1],
    ["both ends", ["16.7 60.9;16.71 60.9"], undefined, 2],
    ["one of them in another municipality", ["16.7 60.9;18 60.9"], "point-outside", 0],
    ["three", ["16.7 60.9;16.71 60.9;16.72 60.9"], "point-unread", 0],
    ["without end", ["1e309 60"], "point-unread", 0],
    ["the field twice", ["16.7 60.9", "16.7 60.9"], "point-unread", 0],
  ])("%s", (_what, points, unmeant, many) => {
    const of = read({ "stretch.points": points });
    expect([of.unmeant, of.filled.points.length]).toEqual([unmeant, many]);
  });

  test("is kept as squares, goes with the complaint, and leaves nothing finer in the picture", () => {
    const pointed = must(saidIn(read({ stretch: [""], "stretch.points": ["16.70012 60.90034"] }).filled));
    expect(pointed.points).toEqual([roughened([16.70012, 60.90034], 50)]);
    const waiting = { ...state, handedIn: { ...state.handedIn, state: "waiting" as const, said: pointed } };
    expect(why(readHandedIn.decide({}, waiting, by(amina)))).toBe("stretch-needed");
    const kept = must(readHandedIn.decide({ stretch: "Bruksvägen" }, waiting, by(amina)));
    if (kept.state !== "kept") throw new Error("set aside");
    expect(kept.takenIn.complaint.points).toEqual(pointed.points);
    expect(kept.takenIn.thread.stretch).toEqual({ kind: "area", name: "Bruksvägen" });
    const about = { id: "o", sourceId: "s", word: "Fart", at: "2026-11-24T09:00:00.000Z" as Instant };
    expect(JSON.stringify(observationOf(kept.takenIn, about))).not.toMatch(/16[.]7/);
  });
});

describe("what was handed in", () => {
  test("is read into the thread of its stretch, as the desk calls it, on the day it came", () => {
    const kept = must(readHandedIn.decide({ stretch: "Bruksvägen, torget till skolan" }, state, by(amina)));
    expect(kept).toMatchObject({
      state: "kept",
      readOn: "2026-11-24",
      takenIn: {
        isNew: true,
        complaint: { cameBy: "form", receivedOn: "2026-11-20", effect: said.effect, registryNumber: "" },
        thread: { number: 14, stretch: { name: "Bruksvägen, torget till skolan" } },
      },
    });
  });

  test("is taken in when somebody has looked at its photo, and set aside without looking", () => {
    const unseen = { ...state, look: "unseen" as const };
    expect(why(readHandedIn.decide({}, unseen, by(karin)))).toBe("photo-not-seen");
    expect(must(readHandedIn.decide({ reason: "off-topic" }, unseen, by(karin))).state).toBe("set-aside");
    expect(must(readHandedIn.decide({}, { ...state, look: "covered" }, by(karin))).state).toBe("kept");
  });

  test("is set aside for an open reason, once, by those who took it in", () => {
    const aside = { reason: "advertisement" as const };
    expect(must(readHandedIn.decide(aside, state, by(karin)))).toMatchObject({ state: "set-aside", ...aside });
    const gone: Reading = { ...state, handedIn: { id: "h", receivedOn: "2026-11-20" as Day, state: "kept" } };
    expect(why(readHandedIn.decide(aside, gone, by(karin)))).toBe("nothing-to-review");
    expect(why(readHandedIn.decide({ stretch: "Bruksvägen 3" }, state, by(karin)))).toBe("doorstep");
    expect(readHandedIn.may(karin, aside, state)).toBeUndefined();
    expect(readHandedIn.may(johan, aside, state)?.why).toBe("not-yours");
  });

  test("stands in the picture as felt, by its stretch and hours, without a word of what was said", () => {
    const { takenIn } = must(readHandedIn.decide({}, state, by(amina))) as {
      takenIn: Parameters<typeof observationOf>[0];
    };
    const seen = observationOf(takenIn, { id: "o", sourceId: "s", word: "Synpunkt", at: takenIn.complaint.takenInAt });
    expect(seen).toMatchObject({
      category: "traffic.speeding",
      place: { kind: "area", name: said.stretch },
      when: { kind: "recurring", weekdays: [1, 5], fromHour: 22, toHour: 5 },
      sharing: "shared",
      notedBy: undefined,
    });
    expect(JSON.stringify(seen)).not.toContain(said.effect);
  });
});

describe("a receipt", () => {
  const thread: NonNullable<Followed["thread"]> = {
    stretch: "Bruksvägen",
    state: "measuring" satisfies Thread["state"],
    passedOn: undefined,
    judgement: undefined,
    answer: undefined,
    measured: [],
    proposals: [],
  };
  const kept: Followed = {
    receivedOn: "2026-11-20" as Day,
    state: "kept",
    disposed: undefined,
    readOn: "2026-11-21" as Day,
    reason: undefined,
    thread,
  };
  const kinds = (more: Partial<NonNullable<Followed["thread"]>> = {}) =>
    complaintSteps({ ...kept, thread: { ...thread, ...more } }).map(({ kind }) => kind);

  test("tells that it has come, and nothing more until somebody has read it", () =>
    expect(complaintSteps({ ...kept, state: "waiting", readOn: undefined, thread: undefined })).toEqual([
      { kind: "received", on: "2026-11-20" },
    ]));

  test("tells by which decision its words went where nobody had read it", () => {
    const disposed = { decidedOn: "2026-03-05" as Day, paragraph: "§ 31" };
    const unread = { ...kept, state: "disposed", readOn: undefined, thread: undefined, disposed } as const;
    expect(complaintSteps(unread)).toEqual([
      { kind: "received", on: "2026-11-20" },
      { kind: "disposed", ...disposed },
    ]);
  });

  test("follows the thread, and tells of controls when they have been made", () => {
    expect(kinds()).toEqual(["received", "read", "together", "to-be-measured"]);
    const [first, second] = [
      { from: "2026-08-24" as Day, to: "2026-08-31" as Day, isTakenBack: false },
      { from: "2026-09-14" as Day, to: "2026-09-21" as Day, isTakenBack: false },
    ];
    const judgement = { kind: "partly" as const, sentence: "Hög." };
    const control = { action: "control" as const, reply: undefined };
    const soFar = { state: "acting" as const, measured: [first], judgement, proposals: [control] };
    expect(kinds(soFar)).toEqual(["received", "read", "together", "measured", "judged"]);
    expect(
      kinds({
        ...soFar,
        state: "answered",
        measured: [first, second],
        proposals: [{ ...control, reply: "done" }],
        answer: { text: "V85 sjönk.", on: "2026-10-02" as Day },
      }),
    ).toEqual(["received", "read", "together", "measured", "judged", "acting", "measured", "answered"]);
    // What was measured wrongly is not passed over in silence.
    expect(kinds({ ...soFar, measured: [{ ...first, isTakenBack: true }] })).toContain("measurement-taken-back");
    expect(kinds({ state: "passed-on", passedOn: "Till Trafikverket" })).toEqual([
      "received",
      "read",
      "together",
      "passed-on",
    ]);
  });

  test("tells why it was set aside", () =>
    expect(
      complaintSteps({ ...kept, state: "set-aside", reason: "threat", thread: undefined }).map(({ kind }) => kind),
    ).toEqual(["received", "set-aside"]));
});
