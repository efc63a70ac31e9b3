import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../test/shared-data.ts";
import { readPasted } from "./pasted.ts";

// The press text of 2022 that it all starts from lies beside the data.
const seed = sharedData("../seeds/000_7bb90b03567d60ae.txt");

describe("the press text of Ockelbo 2022–2024", () => {
  const read = seed === undefined ? undefined : readPasted(readFileSync(seed, "utf8"));

  test.skipIf(read === undefined)("has two promises with an activity each, and what it rests on", () => {
    expect(
      read?.pledges.map(({ text, owner, activities }) => [text, owner, activities.map((one) => one.text)]),
    ).toEqual([
      [
        "Polisen och kommunen lovar att tillsammans arbeta för att Ockelbo ska bli en tryggare plats att vistas på.",
        "joint",
        [expect.stringMatching(/^Polisen och kommunen ska tillsammans arbeta för att en bättre gemensam lägesbild/)],
      ],
      [
        "Polisen och kommunen lovar att tillsammans arbeta för att minska droganvändningen i kommunen, med ett särskilt fokus på unga.",
        "joint",
        [expect.stringMatching(/^Polisen och kommunen ska tillsammans på i förväg planerade forum möta unga/)],
      ],
    ]);
    expect(read?.years).toEqual({ from: "2022", to: "2024" });
    expect(read?.basis).toEqual([
      "trygghetsvandringar",
      "medborgardialoger",
      "dialoger med lokala aktörer",
      "den gemensamma lägesbilden",
    ]);
  });

  test.skipIf(read === undefined)("what was said to the press, and by whom, is in no promise", () => {
    const promised = JSON.stringify([read?.pledges, read?.basis]);
    expect(promised).not.toContain("säger");
    expect(promised).not.toContain("Jonsson");
    expect(read?.left.length).toBeGreaterThan(8);
  });
});

describe("other ways of writing it", () => {
  test("each party's own list: a point is a promise of its own, owned by who promises", () => {
    const { pledges } = readPasted(
      "Kommunen lovar:\n- Skyltning av cykelbanor\n- Hastighetsmätningar i Hällekis\n\nPolisen lovar att:\n1. Minst 6 trafikinsatser",
    );
    expect(pledges.map(({ text, owner }) => [text, owner])).toEqual([
      ["Skyltning av cykelbanor", "municipality"],
      ["Hastighetsmätningar i Hällekis", "municipality"],
      ["Minst 6 trafikinsatser", "police"],
    ]);
    expect(pledges[0]?.activities).toEqual([{ text: "Skyltning av cykelbanor", owner: "municipality" }]);
  });

  test("«Ansvarig:» after a point says whose it is", () => {
    const { pledges } = readPasted(
      "Vi lovar ett lugnare centrum.\nAktiviteter:\n• Nattvandra varje fredag. Ansvarig: kommunen.",
    );
    expect(pledges).toEqual([
      {
        text: "Vi lovar ett lugnare centrum.",
        owner: "joint",
        activities: [{ text: "Nattvandra varje fredag", owner: "municipality" }],
      },
    ]);
  });

  test.each([
    ["1. Vi lovar fler patruller.\n1.1 Patrullera torget varje fredag", "Patrullera torget varje fredag"],
    ["Löfte 1: Vi lovar fler patruller.\na) Patrullera torget varje fredag", "Patrullera torget varje fredag"],
  ])("numbers and letters before a line are not its words: %j", (text, activity) => {
    const [pledge] = readPasted(text).pledges;
    expect(pledge?.text).toBe("Vi lovar fler patruller.");
    expect(pledge?.activities.map((one) => one.text)).toEqual([activity]);
  });

  test("what looks like no promise is left, every word of it", () => {
    expect(readPasted("Välkommen till kommunen.\n\nÖppet 8–16.")).toEqual({
      pledges: [],
      years: undefined,
      basis: [],
      left: ["Välkommen till kommunen.", "Öppet 8–16."],
    });
  });

  test("every word is in a promise, an activity, a source, or left; save what only leads to a list", () => {
    const line = fc.constantFrom(
      "Polisen lovar fler kontroller.",
      "- Kontroll på genomfarten",
      "Det ska ske genom följande aktiviteter:",
      "Löftet bygger på vandringar och enkäter.",
      "En rad om något annat",
      "Kommunen lovar:",
      "",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { pledges, basis, left } = readPasted(lines.join("\n"));
        const kept = JSON.stringify([pledges, basis, left]);
        const read = lines.filter((one) => one !== "" && !one.endsWith(":"));
        for (const one of read)
          for (const word of one.match(/\p{L}{5,}/gu) ?? [])
            expect(["bygger", "Löftet"].includes(word) || kept.includes(word)).toBe(true);
      }),
    );
  });
});
