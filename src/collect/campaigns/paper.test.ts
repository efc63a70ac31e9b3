// The campaign's papers can be set in every language (the standard refuses what a screen reader cannot read), and ask what the form on the web asks.
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEMO_CAMPAIGN } from "../../../test/resident.ts";
import type { Instant } from "../../ground/time.ts";
import { qrSvg } from "../../platform/server/qr.ts";
import { pdfOf } from "../../platform/server/typst.ts";
import { FORM_LANGS } from "../open-form.ts";
import { formPaper, leafletsPaper } from "./screens/paper.ts";

const wish = {
  campaign: DEMO_CAMPAIGN,
  partnershipName: "Ockelbo",
  at: "2026-11-24T09:00:00.000Z" as Instant,
  shortAddress: "samsyn.example.se/svara/amot",
  qr: qrSvg("https://samsyn.example.se/svara/amot"),
};
const folder = process.env["PICTURES"];

describe.each(FORM_LANGS)("on paper in %s", (lang) => {
  test("the form asks every question, with the numbers it is typed in by, and says where it goes", () => {
    const paper = formPaper({ ...wish, lang, handIn: "Biblioteket i Ockelbo" });
    const said = JSON.stringify(paper.data);
    for (const { words } of DEMO_CAMPAIGN.items) expect(said).toContain(words[lang] ?? words.sv);
    for (const words of ["Biblioteket i Ockelbo", wish.shortAddress, "112", "2027"]) expect(said).toContain(words);
    expect(said).toMatch(/2 {2}(Ganska trygg|Fairly safe)/);
    const bytes = pdfOf(paper);
    expect(bytes.length).toBeGreaterThan(10_000);
    if (folder !== undefined) writeFileSync(`${folder}/form-${lang}.pdf`, bytes);
  });

  test("leaflets are four on one page, also where much can be influenced", () => {
    const long = { sv: "Mycket. ".repeat(100) };
    const { words } = DEMO_CAMPAIGN;
    for (const canInfluence of [long, words.canInfluence]) {
      const campaign = { ...DEMO_CAMPAIGN, words: { ...words, canInfluence } };
      const bytes = pdfOf(leafletsPaper({ ...wish, campaign, lang }));
      const pages = Buffer.from(bytes)
        .toString("latin1")
        .match(/\/Type\s*\/Page\b/g);
      expect(pages ?? [1]).toHaveLength(1);
      if (folder !== undefined) writeFileSync(`${folder}/leaflets-${lang}.pdf`, bytes);
    }
  });
});

test("a question in another version says so, and one that not everybody is asked says who is", () => {
  const [first, second, ...rest] = DEMO_CAMPAIGN.items;
  const campaign = { ...DEMO_CAMPAIGN, items: [{ ...first!, version: 2 }, second!, ...rest] };
  const said = JSON.stringify(formPaper({ ...wish, campaign, lang: "sv", handIn: "" }).data);
  expect(said).toContain("1. Hur trygg känner du dig ute när det är mörkt? (version 2)");
  expect(said).toContain("Svara bara om du på fråga 1 kryssade för ”Ganska otrygg” eller ”Mycket otrygg”");
  expect(said).toContain("Lämna det till den du fick det av.");
});
