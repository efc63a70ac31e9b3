import { expect, test } from "vitest";
import { convert, readTranscribed } from "../../../test/real-documents.ts";
import { sharedData } from "../../../test/shared-data.ts";
import { withReasons } from "../../../test/with-reasons.ts";
import type { Content } from "../document.ts";
import { firstWithheld, withheldIn } from "./withheld.ts";

const content = {
  title: "Medborgarlöfte 2028",
  parties: [
    { standing: "municipality", name: "Ockelbo kommun" },
    { standing: "police", name: "Polisen Gästrikland" },
  ],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028", on: "2028-01-01" } },
  basis: ["trygghetsvandringar"],
  pledges: [
    {
      id: "018f0000-0000-7000-8000-000000000001",
      order: 1,
      text: "Farten ska sjunka förbi skolan.",
      theme: "trafik",
      owner: "joint",
      problemIds: ["018f0000-0000-7000-8000-000000000009"],
      subPledges: [],
      activities: [
        {
          id: "018f0000-0000-7000-8000-000000000002",
          number: "1.1",
          text: "Polisen kontrollerar farten.",
          owner: "police",
          modality: "do-count",
        },
      ],
    },
  ],
  sources: [{ title: "Lägesbild", url: "https://www.ockelbo.se/070-1234567", read: "2026-01-01" }],
} as unknown as Content;
const [pledge] = content.pledges;
const [activity] = pledge!.activities;
const inPledge = (more: object): Content => ({ ...content, pledges: [{ ...pledge!, ...more }] });
const inActivity = (more: object) => inPledge({ activities: [{ ...activity!, ...more }] });

test("what is promised in plain words is told: links, ids and checksums are no words", () => {
  expect(withheldIn(content)).toEqual([]);
});

test.each<[string, Content, object]>([
  [
    "a telephone number in an agreement",
    { ...content, agreement: "Ring 070-123 45 67" },
    { kind: "person", where: "" },
  ],
  [
    "an address of e-mail in a part of a promise",
    inPledge({ subPledges: ["Skriv till anna.lind@gmail.com"] }),
    { kind: "person", where: "1" },
  ],
  [
    "a personal number among those who help",
    inActivity({ supporting: ["19121212-1212"] }),
    { kind: "person", where: "1.1" },
  ],
  [
    "a telephone number in an office",
    { ...content, signatories: [{ standing: "police", office: "kommunpolis, 070-123 45 67" }] },
    { kind: "person", where: "" },
  ],
  [
    "another's name beside the one who holds an office",
    { ...content, signatories: [{ standing: "police", office: "Anna Lindh, kommunpolis, genom Per Ekström" }] },
    { kind: "person", where: "", said: "Per Ekström" },
  ],
  [
    "a name in how another text differs",
    { ...content, renderings: [{ channel: "webben", differs: "Där står att Anna Lindh leder arbetet." }] },
    { kind: "person", where: "", said: "Anna" },
  ],
  [
    "a name in what was told of the result",
    { ...content, toldResults: [{ period: "2027", results: [{ text: "Anna Lindh mätte på vägen." }] }] },
    { kind: "person", where: "", said: "Anna" },
  ],
  ["a name in a note", { ...content, note: "Anna Lindh ska kontaktas." }, { kind: "person", where: "" }],
  [
    "so few that they are known",
    inPledge({ situation: "Två flickor i åttan blev hotade." }),
    { kind: "few-people", where: "1" },
  ],
  [
    "the hour of a check",
    inActivity({ text: "Polisen gör kontroller kl. 16 vid bron." }),
    { kind: "control", where: "1.1" },
  ],
])("%s is withheld, with its place", (_what, text, expected) => {
  expect(firstWithheld(text)).toMatchObject({ ...expected, reason: undefined });
});

test("the name of who holds an office is told with the office", () =>
  expect(
    withheldIn({ ...content, signatories: [{ standing: "police", office: "Anna Lindh, lokalpolisområdeschef" }] }),
  ).toEqual([]));

test("a reason that is signed lets a name out, never a number", () => {
  const named = withReasons({ ...content, note: "Anna Lindh ska kontaktas." });
  expect(firstWithheld(named)).toBeUndefined();
  expect(withheldIn(named)).toMatchObject([{ kind: "person", where: "", reason: expect.any(String) as string }]);
  expect(firstWithheld(withReasons({ ...content, note: "Ring 070-123 45 67" }))).toMatchObject({ kind: "person" });
});

test("a reason for one name lets no other out", () => {
  const named = withReasons({ ...content, title: "Anna Lindh bjuder in" });
  const both = { ...named, note: "Göran Svensson ska kontaktas." };
  expect(firstWithheld(named)).toBeUndefined();
  expect(firstWithheld(both)).toMatchObject({ kind: "person", where: "", said: "Göran Svensson" });
});

test("no real promise holds a number that leads to somebody", () => {
  const path = sharedData("texts/medborgarloften-dev.jsonl");
  const real = path === undefined ? [] : readTranscribed(path).map(convert);
  const withoutWay = real.map((one) => withReasons(one)).flatMap((one) => firstWithheld(one) ?? []);
  expect(withoutWay).toEqual([]);
});
