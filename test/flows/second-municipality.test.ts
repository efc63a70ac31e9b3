// Another municipality, from an empty installation to a published promise that is changed and lengthened: Storuman, whose promise of 2021–2022 began with traffic
// checks in the villages. Two organisations, by the keys alone, and what a person would spend is counted where a journey says how much it may be.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endConsultations } from "./calendar.ts";
import { Hand } from "./hand.ts";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, giveKey, handOutInvitation, inviteOperator, openBrowser, serveBuilt, type Served } from "./served.ts";

let folder: string;
let settings: Record<string, string>;
let served: Served;
let browser: Browser;
const people = new Map<string, Page>();
const as = (name: string): Page => people.get(name)!;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "samsyn-storuman-"));
  settings = { SAMSYN_DATA: folder, SAMSYN_DEMO: "0" };
  [served, browser] = await Promise.all([serveBuilt(settings), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** By the Swedish day, as the pages have it. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
const YEAR = Number(dayFromNow(0).slice(0, 4));
const SLUG = `${YEAR + 1}-${YEAR + 2}`;
const PROBLEM = "Bilarna kör för fort genom byarna";
const THEME = "Hög fart genom byarna";
const NOTE = "Bilarna saktar inte ner genom Stensele fast det är 40.";
const ACTIVITIES = [
  "Polisen kontrollerar hastigheten i byarna.",
  "Gatuenheten mäter hastigheten vid skolorna.",
] as const;
const COMMENT = "Mät vid bron också, där är det värst.";
const ANSWER = "Bron mäts av Trafikverket, som vi har skrivit till.";
const REASON = "Det bestäms i januari, när vägarnas ägare har svarat.";

/** Opens a one-time link with a phone that can hold a key, and makes one. */
async function enterBy(link: string, name: string): Promise<Page> {
  const { page } = await comeIn(browser, served.origin, undefined, { width: 390 });
  await giveKey(page);
  await page.goto(link);
  await page.getByRole("button", { name: "Skapa inloggning på den här datorn" }).press("Enter");
  await page.waitForURL(/oversikt/);
  people.set(name, page);
  return page;
}

const open = (page: Page, address: string) => page.goto(served.origin + address);

/** A link for somebody of one's own organisation. */
async function invite(page: Page, name: string, title: string, role?: string): Promise<string> {
  await open(page, "/installning/storuman");
  const form = page.locator("section").filter({ has: page.getByRole("heading", { name: "Bjud in", exact: true }) });
  await form.getByLabel("Namn").fill(name);
  await form.getByLabel("Befattning, som den får visas utåt").fill(title);
  if (role !== undefined) await form.getByLabel("Roll").selectOption({ label: role });
  await form.getByRole("button", { name: "Skapa inbjudan" }).press("Enter");
  return form.locator(".code").innerText();
}

/** The decision that lets somebody sign for one's own party. */
async function mandate(page: Page, who: RegExp, body: string): Promise<void> {
  await open(page, "/installning/storuman/uppdrag");
  await page.getByText("Registrera ett uppdrag").press("Enter");
  const person = page.getByLabel("Vem får skriva under");
  await person.selectOption((await person.locator("option").filter({ hasText: who }).getAttribute("value")) ?? "");
  await page.getByLabel("Beslutat av").fill(body);
  await page.getByLabel("Beslutsdag").fill(dayFromNow(-10));
  await page.getByLabel("Från och med").fill(dayFromNow(-10));
  await page.getByRole("button", { name: "Registrera uppdraget" }).press("Enter");
  await page.getByText("Uppdraget är registrerat.").waitFor();
}

/** Each with their own key: sixty seconds and four presses beyond the reading (journey 12). */
async function signedByBoth(slug: string): Promise<void> {
  for (const name of ["Ulf", "Britt"]) {
    const hand = new Hand(as(name), served.origin, { byKeys: true });
    await hand.opens(`/signera/storuman/${slug}`, /./);
    expect(await problemsAtWidths(hand.page, "second-sign")).toEqual([]);
    await hand.checks(hand.page.getByRole("checkbox"));
    await hand.presses(hand.page.getByRole("button", { name: "Skriv under med nyckel" }));
    await hand.page.getByText(/^Undertecknat /).waitFor();
    console.info(hand.told(`${name} signs ${slug}`));
    expect(hand.taps).toBeLessThanOrEqual(4);
    expect(hand.workSeconds).toBeLessThan(60);
  }
}

/** Each having seen the page as everybody will. */
async function publishedByBoth(slug: string): Promise<void> {
  for (const [name, button, told] of [
    ["Elin", "Ge vår nyckel", "Er nyckel är given. Den andra organisationens återstår."],
    ["Nils", "Publicera med nyckel", "Se den öppna sidan"],
  ] as const) {
    const page = as(name);
    await open(page, `/lova/storuman/publicera-${slug}`);
    await page.getByRole("region", { name: "Förhandsvisning" }).getByText(ACTIVITIES[0]).first().waitFor();
    expect(await problemsAtWidths(page, "second-publish")).toEqual([]);
    const read = page.getByRole("checkbox", { name: "Jag har läst sidan och vill att alla ska kunna läsa den" });
    await read.press("Space");
    await page.getByRole("button", { name: button }).press("Enter");
    await page.getByText(told).waitFor();
  }
}

/** A change that is written: locked, signed and published. */
async function inForce(slug: string): Promise<void> {
  const page = as("Elin");
  const ready = page.getByRole("button", { name: "Klart att skriva under" });
  await open(page, `/lova/storuman/${slug}`);
  await ready.press("Enter");
  await ready.waitFor({ state: "detached" });
  await signedByBoth(slug);
  await publishedByBoth(slug);
}

/** As Brå's search page gives it: ten years of the municipality, its county and the country. */
function searched(): Buffer {
  const counts = [61, 55, 48, 52, 41, 58, 64, 61, 68, 72];
  const rows = counts.flatMap((count, place) => {
    const year = YEAR - counts.length + place;
    return [
      `Storuman;Trafikbrott;År;${year};${count};${Math.round((count / 5850) * 100_000)};`,
      `Västerbottens län;Trafikbrott;År;${year};${3000 + place * 40};${1050 + place * 9};`,
      `Hela landet;Trafikbrott;År;${year};${101_000 - place * 500};${1000 - place * 6};`,
    ];
  });
  return Buffer.from(["Region;Brott;År;Period;Antal;/100 000 inv", ...rows].join("\r\n"), "latin1");
}

describe("Storuman", { timeout: 300_000 }, () => {
  test("is founded by two, each with one who may sign", async () => {
    const link = /https?:\/\/\S+\/start\/\S+/.exec(served.said())?.[0] ?? "";
    const elin = await enterBy(link, "Elin");
    await elin.getByRole("link", { name: "Nytt samarbete" }).press("Enter");
    await elin.getByLabel("Kommun").selectOption({ label: "Storuman" });
    await elin.getByLabel("Polisens lokalpolisområde").fill("Polismyndigheten, lokalpolisområde Södra Lappland");
    await elin.getByLabel("Din befattning").fill("samordnare");
    await elin.getByRole("button", { name: "Skapa samarbete" }).press("Enter");
    await elin.getByText("har inte tackat ja än").waitFor();
    const form = elin.locator("section").filter({ has: elin.getByRole("heading", { name: /^Bjud in Polism/ }) });
    await form.getByLabel("Namn").fill("Nils");
    await form.getByLabel("Befattning, som den får visas utåt").fill("kommunpolis");
    await form.getByRole("button", { name: "Be om inbjudan" }).press("Enter");
    await form.getByText("Väntar på att lämnas ut: Nils, kommunpolis").waitFor();
    const olga = await enterBy(inviteOperator(served, "Olga"), "Olga");
    const nils = await enterBy(await handOutInvitation(olga, served.origin), "Nils");
    await enterBy(await invite(elin, "Britt", "kommunstyrelsens ordförande", "undertecknare"), "Britt");
    await enterBy(await invite(nils, "Ulf", "lokalpolisområdeschef", "undertecknare"), "Ulf");
    await mandate(elin, /^Britt/, "kommunstyrelsen");
    await mandate(nils, /^Ulf/, "polisregionen");
    await expect.poll(async () => (await fetch(`${served.origin}/storuman`)).status, { timeout: 30_000 }).toBe(200);
  });

  test("what is seen on the road is gathered in a theme, and becomes a problem out of which sources say the same", async () => {
    for (const [name, text] of [
      ["Elin", NOTE],
      ["Nils", "Två av fem lastbilar körde mycket fort vid skolan."],
    ] as const) {
      const page = as(name);
      await open(page, "/falt");
      await page.getByRole("button", { name: "Anteckna utan vandring" }).press("Enter");
      await page.getByLabel("Vad ser du, och vad gör det med platsen?").fill(text);
      await page.getByLabel("Tema").selectOption({ label: "För hög fart" });
      await page.getByRole("button", { name: "Spara på telefonen" }).press("Enter");
      await page
        .getByText(/0 väntar|Allt är skickat|1 skickad/)
        .first()
        .waitFor({ timeout: 60_000 });
    }
    const elin = as("Elin");
    await open(elin, "/prioritera/storuman");
    await elin.getByText("Inget tema är kodat än").waitFor();
    await elin.getByRole("link", { name: "Samla det som sagts i teman" }).first().press("Enter");
    await elin.getByRole("checkbox", { name: NOTE }).press("Space");
    await elin.getByLabel("Tema", { exact: true }).fill(THEME);
    await elin.getByRole("button", { name: "Koda det markerade" }).press("Enter");
    await elin.getByText(`1 kodade till ${THEME}.`, { exact: false }).waitFor();
    await open(elin, "/prioritera/storuman");
    await elin.getByRole("rowheader", { name: THEME }).waitFor();
    expect(await problemsAtWidths(elin, "second-agreement")).toEqual([]);
    await elin.getByRole("link", { name: `Gör till problem: ${THEME}` }).press("Enter");
    await elin.getByLabel("Vad är problemet?").fill(PROBLEM);
    await elin.getByLabel("Sedan när").fill("i flera år");
    await elin.getByLabel("Vem berörs").fill("de som går längs vägen");
    await elin.getByRole("button", { name: "Gör till problem" }).press("Enter");
    await elin.getByRole("heading", { name: PROBLEM }).waitFor();

    // What is counted says the same: the county's own statistics, read in from a file.
    await open(elin, "/lyssna/storuman/statistik");
    await elin.getByRole("link", { name: "Läs in statistik" }).first().press("Enter");
    const file = { name: "trafik.csv", mimeType: "text/plain", buffer: searched() };
    await elin.getByLabel("Fil", { exact: true }).setInputFiles(file);
    await elin.getByRole("button", { name: "Visa vad filen ger" }).press("Enter");
    await elin.getByRole("button", { name: "Läs in", exact: true }).press("Enter");
    await elin.getByRole("heading", { name: "trafik.csv är inläst" }).waitFor();
    await open(elin, "/prioritera/storuman");
    await elin.getByRole("link", { name: PROBLEM }).last().press("Enter");
    await elin.getByText("Lägg till statistik som underlag").waitFor();
    await elin.getByText("Lägg till statistik som underlag").press("Enter");
    const series = elin.getByLabel("Serie", { exact: true });
    await expect.poll(() => series.locator("option").count()).toBeGreaterThan(1);
    await series.selectOption({ index: 1 });
    await elin.getByLabel("Period", { exact: true }).selectOption({ index: 1 });
    const cite = elin.locator("form", { has: series });
    await cite.getByLabel("Vad underlaget visar").fill("Anmälda trafikbrott i kommunen");
    await cite.getByRole("button", { name: "Lägg till underlag" }).press("Enter");
    await elin.getByRole("listitem").filter({ hasText: "Anmälda trafikbrott i kommunen" }).first().waitFor();
    await open(elin, "/prioritera/storuman");
    const row = elin.getByRole("row").filter({ has: elin.getByRole("rowheader", { name: THEME }) });
    await row.getByText("2 slag stämmer överens").waitFor();
    await row.getByRole("link", { name: PROBLEM }).waitFor();
    expect(await problemsAtWidths(elin, "second-problems")).toEqual([]);
  });

  test("the two weigh it, each apart, with what it rests on beside the scores", async () => {
    const [elin, nils] = [as("Elin"), as("Nils")];
    await open(elin, "/prioritera/storuman");
    await elin.getByRole("link", { name: `Öppna omgången ${YEAR}` }).press("Enter");
    await elin.getByLabel("Vikt för oro", { exact: true }).fill("2");
    for (const criterion of [
      "hur ofta",
      "hur allvarligt",
      "hur många berörs",
      "utveckling",
      "invånarnas stöd",
      "lag och uppdrag",
    ])
      await elin.getByLabel(`Vikt för ${criterion}`, { exact: true }).fill("0");
    await elin.getByRole("button", { name: "Föreslå och öppna omgången" }).press("Enter");
    await elin.getByText("Förslaget är ert.").waitFor();
    await open(nils, `/prioritera/storuman/${YEAR}`);
    await nils.getByRole("button", { name: "Säg ja och börja poängsätta" }).press("Enter");
    for (const [page, party, score] of [
      [elin, "kommunen", 3],
      [nils, "polisen", 1],
    ] as const) {
      await open(page, `/prioritera/storuman/${YEAR}`);
      await page.getByRole("heading", { name: `Poängsätt för ${party}` }).waitFor();
      await page.getByText("Vilka källor säger samma: 2 slag stämmer överens").waitFor();
      await page.getByText("(rimligt underlag)").first().waitFor();
      expect(await problemsAtWidths(page, `second-score-${party}`)).toEqual([]);
      const groups = page.getByRole("group").filter({ has: page.getByRole("radio") });
      for (const group of await groups.all()) {
        await group.getByRole("radio").first().focus();
        await page.keyboard.press("Space");
        for (let at = 1; at < score + 1; at++) await page.keyboard.press("ArrowRight");
      }
      await page.getByText("2 av 2 poäng satta").waitFor();
      await page.getByText("Sparat som utkast.").waitFor();
      await page.getByRole("button", { name: "Lås våra poäng" }).press("Enter");
      await page.getByRole("heading", { name: `Poängsätt för ${party}` }).waitFor({ state: "detached" });
    }
    await nils.getByText("Ni är oense om 2 av 2: börja där.").waitFor();
  });

  test("both choose it, and one promise with two activities is written until nothing stops", async () => {
    for (const [name, why] of [
      ["Elin", "Barnen går till skolan längs vägen."],
      ["Nils", "Här händer det allvarliga."],
    ] as const) {
      const page = as(name);
      await open(page, "/prioritera/storuman");
      await page.getByRole("link", { name: PROBLEM }).last().press("Enter");
      await page.getByLabel("Motiv").fill(why);
      await page.getByRole("button", { name: /^Välj för / }).press("Enter");
      await page.getByText(why).first().waitFor();
    }
    const elin = new Hand(as("Elin"), served.origin, { byKeys: true });
    const { page } = elin;
    const field = (label: string, place = 0) => page.getByLabel(label, { exact: true }).nth(place);
    const button = (name: string | RegExp) => page.getByRole("button", { name }).first();
    await elin.opens("/prioritera/storuman", /./);
    await elin.presses(page.getByRole("link", { name: PROBLEM }).last());
    // Why it is so, and what would hit it: taken over into the draft with a press each.
    await elin.presses(page.getByText("Skriv en orsak", { exact: true }));
    await elin.writes(field("Orsak"), "Vägen är rak och inget säger sakta ner");
    await elin.presses(button("Skriv orsaken"));
    await elin.isTold(page.getByText("1 orsak som går att påverka har ingen åtgärd."));
    await elin.presses(page.locator("summary").filter({ hasText: "Skriv en åtgärd" }));
    await elin.writes(field("Åtgärd"), ACTIVITIES[0]);
    await elin.checks(page.getByRole("group", { name: "Vilka orsaker träffar den?" }).getByRole("checkbox").first());
    await elin.selects("Sätt att förebygga", { label: "patrull, väktare, kontroll" });
    await elin.presses(button("Skriv en åtgärd"));
    await elin.presses(page.getByRole("link", { name: "Lägg in i löftet" }));
    await elin.writes("Period, t.ex. 2028-2030", SLUG);
    await elin.presses(button("Börja ett nytt löfte"));
    await elin.writes(elin.page.getByLabel("Första dag", { exact: true }), `${YEAR + 1}-01-01`);
    await elin.writes(elin.page.getByLabel("Sista dag", { exact: true }), `${YEAR + 2}-12-31`);
    await elin.writes(field("Hur och när det följs upp"), "Varje kvartal på kommunens sida, med siffrorna.");
    await elin.presses(button("Lägg till ett löfte"));
    await elin.writes(field("Vad ni lovar"), "Bilarna ska hålla hastigheten genom byarna.");
    await elin.presses(page.getByText("Orsaker och väntad effekt"));
    await elin.writes(field("Vad det ska leda till"), "Färre kör för fort förbi skolorna");
    await elin.selects("När det kan märkas", "short");
    await elin.presses(page.locator("summary").filter({ hasText: "Ur orsaksanalysen" }).first());
    await elin.presses(button(/^Ta med orsaken/));
    await elin.presses(button(/^Gör «.*» till aktivitet/));
    await elin.selects(field("Vems enhet"), { label: "Polismyndigheten, lokalpolisområde Södra Lappland" });
    await elin.writes(field("Ansvarig enhet"), "Trafikgruppen");
    await elin.writes(page.getByRole("spinbutton", { name: "Hur många" }).first(), "2");
    await elin.writes(field("Av vad, t.ex. hastighetskontroller"), "trafikkontroller");
    await elin.selects(field("Hur ofta"), "month");
    await elin.writes(field("Var"), "byarna längs E12");
    await elin.presses(page.getByText("När, utgångsläge, vilka som hjälper till"));
    await elin.writes(page.getByRole("spinbutton", { name: "Utgångsläge, antal" }).first(), "1");
    await elin.writes(field("Varifrån ni vet utgångsläget"), "polisens egen planering");
    await elin.presses(button("Lägg till en aktivitet"));
    await elin.writes(field("Vad ni gör", 1), ACTIVITIES[1]);
    await elin.selects(field("Vems enhet", 1), { label: "Storuman kommun" });
    await elin.writes(field("Ansvarig enhet", 1), "Gatuenheten");
    await elin.writes(page.getByRole("spinbutton", { name: "Hur många" }).nth(1), "1");
    await elin.writes(field("Av vad, t.ex. hastighetskontroller", 1), "mätningar");
    await elin.selects(field("Hur ofta", 1), "quarter");
    await elin.writes(field("Var", 1), "vid skolorna");
    await elin.presses(page.getByText("När, utgångsläge, vilka som hjälper till").nth(1));
    await elin.writes(page.getByRole("spinbutton", { name: "Utgångsläge, antal" }).nth(1), "0");
    await elin.writes(field("Varifrån ni vet utgångsläget", 1), "gatuenhetens loggbok");
    await elin.presses(button("Spara utkastet"));
    await elin.isTold(page.getByText("Sparat", { exact: true }));
    // The units answer: the kommunpolis for his, and she puts down what hers said.
    for (const unit of ["Trafikgruppen", "Gatuenheten"]) {
      await elin.presses(button(`Föreslå ägare: ${unit}`));
      await elin.isTold(page.getByText(new RegExp(`^${unit} fick frågan`)));
    }
    await elin.presses(button("Skriv in svaret från Gatuenheten"));
    await elin.presses(button("Tacka ja för Gatuenheten"));
    await elin.writes("Hur och när enheten svarade", "på arbetsmötet i förrgår");
    await elin.presses(page.getByRole("button", { name: "Tacka ja", exact: true }));
    await elin.isTold(page.getByText(/^Gatuenheten tackade ja/));
    const nils = as("Nils");
    await open(nils, `/lova/storuman/${SLUG}`);
    await nils.getByRole("button", { name: "Skriv in svaret från Trafikgruppen" }).press("Enter");
    await nils.getByRole("button", { name: "Tacka ja för Trafikgruppen" }).press("Enter");
    await nils.getByText(/^Trafikgruppen tackade ja/).waitFor();
    // One rule is left unmet, with a reason that everybody reads.
    await page.reload();
    await elin.presses(button(/^Behåll, skriv skäl/));
    await elin.writes("Skälet, så som alla får läsa det", REASON);
    await elin.presses(button("Behåll med skälet"));
    await elin.isTold(page.getByText(/^0 stoppar/));
    await elin.presses(button("Spara utkastet"));
    await elin.isTold(page.getByText("Sparat", { exact: true }));
    // The weighing ends when everything in it has an answer; this has one, and its cause is written.
    await elin.opens(`/prioritera/storuman/${YEAR}`, /./);
    await elin.presses(button("Stäng omgången"));
    await elin.isTold(page.getByText("Omgången är stängd."));
    await elin.opens(`/lova/storuman/${SLUG}`, /./);
    expect(elin.seconds).toBeLessThan(25 * 60);
    expect(await problemsAtWidths(page, "second-draft")).toEqual([]);
  });

  test("the public comments on the draft, and is answered", async () => {
    const [elin, nils] = [as("Elin"), as("Nils")];
    await open(elin, `/lova/storuman/${SLUG}`);
    await elin.getByRole("link", { name: "Synpunkter på utkastet" }).press("Enter");
    await elin.getByLabel("Första dagen").fill(dayFromNow(0));
    await elin.getByLabel("Det här kan du påverka").fill("Vad vi gör, var och när");
    await elin.getByLabel("Det här kan vi inte ändra").fill("Hur många poliser det finns");
    await elin.getByRole("button", { name: "Föreslå för den andra parten" }).press("Enter");
    await elin.getByRole("status").getByText("Ni har föreslagit.").waitFor();
    await open(nils, "/oversikt");
    await nils.getByRole("link", { name: /^Öppna: Säg ja till att öppna/ }).press("Enter");
    await nils.getByRole("button", { name: "Säg ja och öppna" }).press("Enter");
    await nils.getByRole("status").getByText("Öppet för synpunkter").waitFor();

    const phone = { width: 320, height: 640, javaScriptEnabled: false };
    const { page, context } = await comeIn(browser, served.origin, undefined, phone);
    const told = () => fetch(`${served.origin}/storuman/utkast/${SLUG}`).then((answer) => answer.text());
    await expect.poll(told, { timeout: 20_000 }).toContain("Det här är ett utkast. Ingen har skrivit under det.");
    await open(page, `/storuman/utkast/${SLUG}`);
    await page.getByRole("link", { name: "Kommentera: Löfte 1" }).press("Enter");
    const begun = performance.now();
    await page.getByLabel("Din kommentar").fill(COMMENT);
    // Nobody writes in less than three seconds, and the form knows.
    await expect.poll(() => performance.now() - begun, { timeout: 10_000 }).toBeGreaterThan(3100);
    await page.getByRole("button", { name: "Skicka" }).press("Enter");
    const code = (await page.locator(".receipt-code").innerText()).trim();

    await served.stop();
    await endConsultations(folder);
    served = await serveBuilt(settings);
    await open(elin, "/oversikt");
    await elin.getByRole("link", { name: /^Öppna: 1 synpunkt på utkastet väntar/ }).press("Enter");
    await elin.getByRole("button", { name: "Visa för alla" }).press("Enter");
    await elin.getByRole("status").getByText("Kommentaren visas för alla.").waitFor();
    await elin.getByRole("checkbox", { name: COMMENT }).press("Space");
    await elin.getByRole("radio", { name: "Inte" }).press("Space");
    await elin.getByLabel("Skälet").fill(ANSWER);
    await elin.getByRole("button", { name: "Svara på 1 vald" }).press("Enter");
    await elin.getByRole("status").getByText("Svaret är givet.").waitFor();
    await elin.getByRole("button", { name: "Stäng synpunkter" }).press("Enter");
    await elin.getByRole("status").getByText("Stängt och besvarat").first().waitFor();
    await open(page, `/kvitto/${code}`);
    await page.getByText(ANSWER).waitFor();
    await context.close();
  });

  test("it is signed by two and published by two, each in a minute and four presses", async () => {
    await open(as("Elin"), `/lova/storuman/${SLUG}`);
    const ready = as("Elin").getByRole("button", { name: "Klart att skriva under" });
    await ready.press("Enter");
    await ready.waitFor({ state: "detached" });
    await signedByBoth(SLUG);
    await publishedByBoth(SLUG);
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, javaScriptEnabled: false });
    await open(page, `/storuman/medborgarlofte/${SLUG}`);
    await expect.poll(() => page.getByText("med nyckel").count()).toBe(2);
    await page.getByText(`Parternas skäl: ${REASON}`).first().waitFor();
    await page.getByText(`Gäller ${YEAR + 1}–${YEAR + 2}`).waitFor();
    for (const said of ACTIVITIES) await page.getByText(said).first().waitFor();
    await context.close();
    // From the promise back to the cause and the measure it was made of.
    const file = await fetch(`${served.origin}/storuman/medborgarlofte/${SLUG}.json`);
    const made = { causeIds: [expect.any(String)], activities: [{ measureId: expect.any(String) }, {}] };
    expect(await file.json()).toMatchObject({ documents: [{ pledges: [made] }] });
    const looked = await comeIn(browser, served.origin);
    await open(looked.page, `/storuman/medborgarlofte/${SLUG}`);
    expect(await problemsAtWidths(looked.page, "second-municipality")).toEqual([]);
    await looked.context.close();
  });

  test("it is changed, and lengthened once, each signed anew; and a stranger reads what holds", async () => {
    const elin = as("Elin");
    await open(elin, `/lova/storuman/${SLUG}`);
    await elin.getByRole("button", { name: "Ändra löftet" }).press("Enter");
    await elin.getByLabel("Varför, så som alla får läsa det").fill("Det är fler som kör fort än vi trodde.");
    await elin.getByRole("button", { name: "Börja ändringen" }).press("Enter");
    const changed = `${SLUG}-andring-1`;
    await elin.waitForURL(`**/lova/storuman/${changed}`);
    await elin.getByRole("spinbutton", { name: "Hur många" }).nth(1).fill("2");
    await elin.getByRole("button", { name: "Spara utkastet" }).press("Enter");
    await elin.getByText("Sparat", { exact: true }).waitFor();
    await elin.getByRole("button", { name: "Föreslå ägare: Gatuenheten" }).press("Enter");
    await elin.getByText(/^Gatuenheten fick frågan/).waitFor();
    await elin.getByRole("button", { name: "Skriv in svaret från Gatuenheten" }).press("Enter");
    await elin.getByRole("button", { name: "Tacka ja för Gatuenheten" }).press("Enter");
    await elin.getByLabel("Hur och när enheten svarade").fill("på arbetsmötet i dag");
    await elin.getByRole("button", { name: "Tacka ja", exact: true }).press("Enter");
    await elin.getByText(/^Gatuenheten tackade ja/).waitFor();
    await inForce(changed);

    await open(elin, `/lova/storuman/${SLUG}`);
    await elin.getByRole("button", { name: "Förläng till …" }).press("Enter");
    await elin.getByLabel("Ny sista dag").fill(`${YEAR + 3}-06-30`);
    await elin.getByLabel("Varför, så som alla får läsa det").fill("Vägen byggs om till sommaren.");
    await elin.getByRole("button", { name: "Börja förlängningen" }).press("Enter");
    await elin.waitForURL((url) => !url.pathname.endsWith(SLUG));
    const lengthened = new URL(elin.url()).pathname.split("/").at(-1)!;
    await inForce(lengthened);
    await open(elin, `/lova/storuman/${SLUG}`);
    expect(await elin.getByRole("button", { name: "Förläng till …" }).count()).toBe(0);
    const { page, context } = await comeIn(browser, served.origin, undefined, { width: 320, javaScriptEnabled: false });
    await open(page, `/storuman/medborgarlofte/${SLUG}`);
    await page.getByText("Vägen byggs om till sommaren.").waitFor();
    await page.locator("dd").filter({ hasText: "minst 2 mätningar" }).first().waitFor();
    await page
      .getByText(`30 juni ${YEAR + 3}`)
      .first()
      .waitFor();
    await context.close();
    const looked = await comeIn(browser, served.origin);
    await open(looked.page, `/storuman/medborgarlofte/${SLUG}`);
    expect(await problemsAtWidths(looked.page, "second-municipality-changed")).toEqual([]);
    await looked.context.close();
  });
});
