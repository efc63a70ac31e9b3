// What is shown of a text and of what differs: nothing that is signed is signed unseen.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Content, contentField } from "../../document.ts";
import { changesBetween } from "../passages.ts";
import { Changes } from "./changes.tsx";
import { EveryField } from "./every-field.tsx";

const CONTENT: Content = contentField.parse({
  title: "Medborgarlöfte Ockelbo",
  parties: [{ standing: "municipality", name: "Ockelbo kommun" }],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: { from: { said: "2028-01-01", on: "2028-01-01" }, to: { said: "2029-12-31", on: "2029-12-31" } },
  basis: ["trygghetsvandringar"],
  feedbackEvery: "year",
  agreement: "Överenskommelsen 2027",
  pledges: [
    {
      id: "018f0000-0000-7000-8000-000000000001",
      order: 1,
      text: "Det ska gå långsammare.",
      theme: "trafik",
      owner: "joint",
      openSlot: true,
      targetGroup: "barn",
      subPledges: ["Också på vintern."],
      problemIds: [],
      activities: [
        {
          id: "018f0000-0000-7000-8000-000000000002",
          number: "1.1",
          text: "Kommunen mäter.",
          owner: "municipality",
          supporting: ["Bostadsbolaget"],
          modality: "start",
          deadline: { said: "i höst" },
          season: "höst",
          target: {
            value: 2,
            unit: "besök",
            per: "term",
            perEntity: { name: "skola", count: 4 },
            time: "dagtid",
            places: ["Åmot"],
          },
          baseline: { value: { value: 2, qualifier: "exact" }, unit: "mätningar", source: "Gatuenheten" },
        },
      ],
    },
  ],
  sources: [],
});

test("every field that is signed is on the page where it is signed", () => {
  const html = renderToStaticMarkup(<EveryField content={CONTENT} lang="sv" />);
  for (const said of ["trygghetsvandringar", "Överenskommelsen 2027", "Också på vintern.", "barn", "Bostadsbolaget"])
    expect(html).toContain(said);
  for (const said of ["Det här lämnas öppet med avsikt", "ja", "börja med något nytt", "i höst", "per år"])
    expect(html).toContain(said);
  expect(html).toContain("2 mätningar, Gatuenheten");
  expect(html).toContain("minst 2 besök per termin för varje skola (4), dagtid, Åmot");
});

test("a change that reads the same in words is shown as it is signed", () => {
  const [pledge] = CONTENT.pledges;
  const [activity] = pledge!.activities;
  const dated = { ...activity!, deadline: { said: "i höst", on: "2028-11-30" } } as typeof activity;
  const after = { ...CONTENT, pledges: [{ ...pledge!, activities: [dated!] }] };
  const html = renderToStaticMarkup(<Changes changes={changesBetween(CONTENT, after)} lang="sv" level={4} />);
  expect(html).toContain("2028");
  expect(html).toContain("<ins>");
});
