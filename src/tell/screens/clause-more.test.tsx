// What a promise says beside its words is told as it was signed: whose, for whom, its parts, its conditions, from what it begins.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Content, contentField, signedText } from "../../pledge/document.ts";
import type { ToldDocument } from "../site.ts";
import { factsOfWhole, MoreOfActivityTold, MoreOfPledgeTold, signedActivity, signedPledge } from "./clause-more.tsx";

const CONTENT: Content = contentField.parse({
  title: "Medborgarlöfte Ockelbo",
  parties: [
    { standing: "municipality", name: "Ockelbo kommun" },
    { standing: "third", name: "Ockelbogårdar" },
  ],
  area: [
    { kind: "municipality", code: "2101", name: "Ockelbo" },
    { kind: "municipality", code: "2104", name: "Hofors" },
  ],
  period: { from: { said: "2028" } },
  basis: [],
  feedbackEvery: "quarter",
  pledges: [
    {
      id: "018f0000-0000-7000-8000-000000000001",
      order: 1,
      text: "Det ska vara ljust.",
      theme: "trygghet",
      owner: "other",
      ownerSaid: "kommunen och fastighetsägarna",
      openSlot: true,
      targetGroup: "barn",
      situation: "Tre lampor är släckta.",
      subPledges: ["Också vid skolan."],
      problemIds: [],
      activities: [
        {
          id: "018f0000-0000-7000-8000-000000000002",
          number: "1.1",
          text: "Kommunen byter lampor.",
          owner: "municipality",
          supporting: ["Ockelbogårdar"],
          modality: "start",
          target: { value: 2, unit: "lampor", time: "dagtid" },
          condition: "om marken är frusen",
          beyondOrdinary: "Fler än förut",
          baseline: {
            value: { value: 3, qualifier: "approximately" },
            unit: "lampor",
            on: "2027-10-01",
            source: "vandringen",
          },
        },
      ],
    },
  ],
  sources: [],
});
const told = (content: Content) => ({ evidence: { text: signedText(content) } }) as unknown as ToldDocument;
const without = { evidence: undefined } as unknown as ToldDocument;

test("under a löfte", () => {
  const html = renderToStaticMarkup(<MoreOfPledgeTold pledge={signedPledge(told(CONTENT), 1)} lang="sv" />);
  for (const said of ["kommunen och fastighetsägarna", "barn", "Tre lampor är släckta.", "Också vid skolan."])
    expect(html).toContain(said);
  expect(html).toContain("Det här lämnas öppet med avsikt.");
});

test("under an activity", () => {
  const html = renderToStaticMarkup(<MoreOfActivityTold activity={signedActivity(told(CONTENT), "1.1")} lang="sv" />);
  for (const said of ["dagtid", "om marken är frusen", "Ockelbogårdar", "Fler än förut"]) expect(html).toContain(said);
  expect(html).toContain("ungefär 3 lampor, 1 oktober 2027, vandringen");
});

test("of the whole: who else promises, where, and how often residents are told", () => {
  expect(factsOfWhole(told(CONTENT), "sv").map(({ name }) => name)).toEqual([
    "Fler som lovar",
    "Var löftet gäller",
    "Så ofta får invånarna veta",
  ]);
});

test("whoever promises along is told as not signing", () => {
  const [third] = factsOfWhole(told(CONTENT), "en");
  expect(renderToStaticMarkup(third!.value)).toContain("Ockelbogårdar.");
  expect(renderToStaticMarkup(third!.value)).toContain("They do not sign.");
});

test("nothing where nothing is said, and nothing of what was told before the signed text was", () => {
  const [pledge] = CONTENT.pledges;
  const { ownerSaid: _o, openSlot: _s, targetGroup: _t, situation: _n, subPledges: _p, ...bare } = pledge!;
  expect(renderToStaticMarkup(<MoreOfPledgeTold pledge={{ ...bare, owner: "joint" }} lang="sv" />)).toBe("");
  expect(factsOfWhole(without, "sv")).toEqual([]);
  expect(signedPledge(without, 1)).toBeUndefined();
  expect(signedActivity(without, "1.1")).toBeUndefined();
});
