// The year's round: two people in a browser each agree on what is weighed, score apart by keyboard, lock, and only then see each other.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let karin: Page;
let johan: Page;
/** By the Swedish day, as the page has it. */
const YEAR = Number(new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" }).slice(0, 4));
const PROBLEMS = ["Gångtunneln är mörk på vägen hem", "Bilarna kör fort förbi skolan i Åmot"];

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  karin = (await comeIn(browser, served.origin, "Karin")).page;
  johan = (await comeIn(browser, served.origin, "Johan")).page;
  for (const what of PROBLEMS) await raise(karin, what);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** A problem on a question to the picture, as its door takes it. */
async function raise(page: Page, what: string): Promise<void> {
  const status = await page.evaluate(async (text) => {
    const body = {
      what: text,
      place: { kind: "unknown" },
      since: "i höst",
      affected: "de som går",
      category: "traffic.speeding",
      evidence: [
        {
          kind: "question",
          question: "fran=2021-10&kategori=trafik",
          caption: "Sagt på vandringarna",
          strength: "fair",
        },
      ],
    };
    const answer = await fetch("/api/prioritise/ockelbo/problems", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.status;
  }, what);
  expect(status).toBe(200);
}

const open = (page: Page) => page.goto(`${served.origin}/prioritera/ockelbo/${YEAR}`);
const groups = (page: Page) => page.getByRole("group").filter({ has: page.getByRole("radio") });

/** With the keys alone: into the group, and so far along it. */
async function choose(group: Locator, score: number): Promise<void> {
  const page = group.page();
  await group.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  for (let at = 1; at < score; at++) await page.keyboard.press("ArrowRight");
  await expect
    .poll(() =>
      group
        .getByRole("radio")
        .nth(score - 1)
        .isChecked(),
    )
    .toBe(true);
}

describe("the year's round", { timeout: 300_000 }, () => {
  test("Karin proposes what is weighed, and Johan agrees", async () => {
    await karin.goto(`${served.origin}/prioritera/ockelbo`);
    await karin.getByRole("link", { name: `Öppna omgången ${YEAR}` }).click();
    await karin.getByRole("heading", { name: `Omgång ${YEAR}` }).waitFor();
    await karin.getByLabel("Vikt för oro", { exact: true }).fill("2");
    for (const criterion of ["hur många berörs", "utveckling", "lag och uppdrag", "hur ofta", "hur allvarligt"])
      await karin.getByLabel(`Vikt för ${criterion}`, { exact: true }).fill("0");
    expect(await problemsAtWidths(karin, "round-propose")).toEqual([]);
    await karin.getByRole("button", { name: "Föreslå och öppna omgången" }).press("Enter");
    await karin.getByText("Förslaget är ert.").waitFor();
    await open(johan);
    await johan.getByText("Kommunen föreslår det här.").waitFor();
    expect(await problemsAtWidths(johan, "round-agree")).toEqual([]);
    await johan.getByRole("button", { name: "Säg ja och börja poängsätta" }).press("Enter");
    await johan.getByRole("heading", { name: "Poängsätt för polisen" }).waitFor();
  });

  test("each scores apart by keyboard, a one or a five with a line of why, and finds the draft again", async () => {
    await open(karin);
    await karin.getByRole("heading", { name: "Poängsätt för kommunen" }).waitFor();
    await expect.poll(() => groups(karin).count()).toBe(6);
    for (let place = 0; place < 6; place++) await choose(groups(karin).nth(place), place === 0 ? 5 : 4);
    await karin.getByText("6 av 6 poäng satta").waitFor();
    await karin.getByRole("button", { name: "Lås våra poäng" }).press("Enter");
    await karin.getByText("1 etta eller femma saknar motiv.").waitFor();
    const kept = karin.waitForResponse((response) => response.request().postData()?.includes("bilvägen") === true);
    await karin.getByLabel("Motiv").fill("Barn väljer bilvägen när det är mörkt.");
    await kept;
    await karin.getByText("Sparat som utkast.").waitFor();
    expect(await problemsAtWidths(karin, "round-score")).toEqual([]);
    await expect
      .poll(async () => {
        await open(karin);
        return karin.getByLabel("Motiv").inputValue();
      })
      .toBe("Barn väljer bilvägen när det är mörkt.");
    await karin.getByRole("button", { name: "Lås våra poäng" }).press("Enter");
    await karin.getByText("Polisen har inte låst sina poäng. Ni ser bara era egna.").waitFor();
    expect(await problemsAtWidths(karin, "round-locked")).toEqual([]);
  });

  test("Johan sees that she has locked and nothing of what she gave", async () => {
    const answers: string[] = [];
    johan.on("response", (response) => {
      if (response.url().includes("/rounds/"))
        void response.text().then(
          (text) => answers.push(text),
          () => {},
        );
    });
    await open(johan);
    await johan.getByText("Ockelbo kommun har låst sina poäng").waitFor();
    await johan.getByText("0 av 6 poäng satta").waitFor();
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer).not.toContain("bilvägen");
      expect(JSON.parse(answer)).toMatchObject({ own: [], together: null });
    }
    for (let place = 0; place < 6; place++) await choose(groups(johan).nth(place), place < 3 ? 2 : 4);
    await johan.getByText("Sparat som utkast.").waitFor();
    await johan.getByRole("button", { name: "Lås våra poäng" }).press("Enter");
    await johan.getByRole("heading", { name: "Tillsammans" }).waitFor();
  });

  test("both see the two together: where they disagree, the order of each, and what another weight would change", async () => {
    for (const page of [karin, johan]) {
      await open(page);
      await page.getByText("Ni är oense om 3 av 6: börja där.").waitFor();
    }
    expect(await problemsAtWidths(johan, "round-together")).toEqual([]);
    const first = johan.getByRole("listitem").filter({ hasText: "Barn väljer bilvägen när det är mörkt." }).first();
    await first.getByText(/Kommunen: 5/).waitFor();
    await johan.getByText("Tabell").first().click();
    await johan.getByRole("table", { name: /de ni är oense om först/ }).waitFor();
    expect(await problemsAtWidths(johan, "round-together-table")).toEqual([]);
    const order = johan.getByRole("table", { name: /Ordningen tillsammans/ });
    const before = await order.getByRole("rowheader").allTextContents();
    expect(before.toSorted()).toEqual(PROBLEMS.toSorted());
    await johan.getByText("Ordningen följer de vikter ni kom överens om.").waitFor();
    await johan.getByText("Vad händer om något väger tyngre?").press("Enter");
    await johan.getByLabel("Om oro vägde annorlunda").press("End");
    await johan.getByText("Ordningen på plats 1–2 står kvar.").waitFor();
    expect(await problemsAtWidths(johan, "round-what-if")).toEqual([]);
    await johan.getByRole("button", { name: "Tillbaka till era vikter" }).press("Enter");
    await johan.getByText("Ordningen följer de vikter ni kom överens om.").waitFor();
  });

  test("what a problem says is put right by either, and what it said before is read by both", async () => {
    const page = `${served.origin}/prioritera/ockelbo/gangtunneln-ar-mork-pa-vagen-hem`;
    for (const who of [karin, johan]) {
      await who.goto(page);
      await who.getByText("Ändra vad problemet säger").waitFor();
      await who.getByText("Ändra vad problemet säger").press("Enter");
    }
    await karin.getByLabel("Var", { exact: true }).fill("Gångtunneln vid stationen");
    await johan.getByLabel("När det händer").fill("efter klockan 17 i november");
    expect(await problemsAtWidths(karin, "problem-correct")).toEqual([]);
    await karin.getByRole("button", { name: "Spara ändringen" }).press("Enter");
    await karin.getByText(/^Ändrad .* av Ockelbo kommun$/).waitFor();
    await johan.getByRole("button", { name: "Spara ändringen" }).press("Enter");
    await johan.getByText(/Någon annan ändrade problemet medan du skrev/).waitFor();
    await johan.getByText("Gångtunneln vid stationen").waitFor();
    expect(await problemsAtWidths(johan, "problem-changed-meanwhile")).toEqual([]);
    await johan.getByRole("button", { name: "Spara ändringen" }).press("Enter");
    await johan.getByText("Sparat.").waitFor();
    await karin.reload();
    await karin.getByText(/^Ändrad .* av Polismyndigheten/).waitFor();
    await karin.getByText(/^Ändrad .* av Polismyndigheten/).press("Enter");
    await karin.getByRole("definition").filter({ hasText: "Ingen har sagt det" }).waitFor();
    expect(await problemsAtWidths(karin, "problem-corrected")).toEqual([]);
  });

  test("why a problem is there is drawn as a fishbone, by both, and what would hit it is tied to its cause", async () => {
    const page = `${served.origin}/prioritera/ockelbo/gangtunneln-ar-mork-pa-vagen-hem`;
    await karin.goto(page);
    await karin.getByText("Ingen orsak är skriven än").waitFor();
    await karin.getByText("Skriv en orsak", { exact: true }).press("Enter");
    await karin.getByLabel("Orsak", { exact: true }).fill("Häcken tar ljuset");
    await karin.getByRole("button", { name: "Skriv orsaken" }).press("Enter");
    const bone = (who: Page) => who.getByRole("figure", { name: "Orsakerna som fiskben" });
    await bone(karin).getByText("Häcken tar ljuset").waitFor();
    await karin.getByText("1 orsak som går att påverka har ingen åtgärd.").waitFor();
    await johan.goto(page);
    await bone(johan).getByRole("button", { name: "Ändra «Häcken tar ljuset»" }).press("Enter");
    await johan.getByLabel("Vad vet vi inte?").fill("Vem som äger häcken.");
    await johan.getByLabel("Stöd").selectOption("starkt");
    await johan.getByLabel("Sagt på vandringarna").check();
    await johan.getByRole("button", { name: "Spara" }).press("Enter");
    await bone(johan).getByText("Vet inte: Vem som äger häcken.").waitFor();
    expect(await johan.evaluate(() => document.activeElement?.textContent)).toContain("Orsaker");
    await johan.locator("summary").filter({ hasText: "Skriv en åtgärd" }).press("Enter");
    await johan.getByLabel("Åtgärd", { exact: true }).fill("Klipp häcken två gånger om året");
    await johan.getByRole("group", { name: "Vilka orsaker träffar den?" }).getByLabel("Häcken tar ljuset").check();
    await johan.getByLabel("Sätt att förebygga").selectOption("ljus, sikt, fönster");
    await johan.getByRole("button", { name: "Skriv en åtgärd" }).press("Enter");
    await bone(johan).getByText("Åtgärder: Klipp häcken två gånger om året").waitFor();
    expect(await problemsAtWidths(johan, "causes-fishbone")).toEqual([]);
    await johan.getByText("Tabell", { exact: true }).click();
    await johan.getByRole("table", { name: /Orsaker, hur säkra de är/ }).waitFor();
    expect(await problemsAtWidths(johan, "causes-table")).toEqual([]);
  });

  test("nothing is closed before everything has an answer, and then everybody reads it", async () => {
    await open(karin);
    const close = karin.getByRole("button", { name: "Stäng omgången" });
    await close.press("Enter");
    await karin.getByText(/saknar svar[.]/).waitFor();
    expect(await problemsAtWidths(karin, "round-answers")).toEqual([]);
    const leave = karin.getByRole("button", { name: "Lämna öppet till nästa omgång" });
    for (let left = await leave.count(); left > 0; left--) {
      await leave.first().press("Enter");
      await expect.poll(() => leave.count()).toBe(left - 1);
    }
    await close.press("Enter");
    await karin.getByText(/^Omgången är stängd[.] Varje problem/).waitFor();
    expect(await problemsAtWidths(karin, "round-closed")).toEqual([]);
    await karin.goto(`${served.origin}/prioritera/ockelbo`);
    await karin.getByRole("link", { name: `Omgång ${YEAR}` }).waitFor();
    expect(await problemsAtWidths(karin, "round-list")).toEqual([]);
  });
});
