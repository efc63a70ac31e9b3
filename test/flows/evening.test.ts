// A whole autumn evening (journey 2): two phones, no network from a cold start, thirty notes and twelve photos, one phone killed in the middle of a sentence,
// one that is full, a hand-over, a reply that is lost; then the network, and the protocol with exactly what was written, once. And what a unit logs in its van
// (journey 13), without network, on a phone that dies.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../chromium.ts";
import { addDays, dayOf, instantOf } from "../../src/ground/time.ts";
import { formatDay } from "../../src/ui/format.ts";
import { Hand } from "./hand.ts";
import { problemsOf } from "./looked.ts";
import {
  addPhoto,
  box,
  deskOf,
  fill,
  mend,
  openEvening,
  outdoors,
  PHONE,
  reconnect,
  save,
  takeAlong,
} from "./phone.ts";

let evening: Awaited<ReturnType<typeof openEvening>>;
const dying: ChildProcess[] = [];
beforeAll(async () => {
  evening = await openEvening();
});
afterAll(async () => {
  await Promise.all(dying.map(die));
  await evening.stop();
});

/** A phone of its own: a browser on a profile that outlives it, in a process group that can be killed as a battery dies. */
async function deadlyPhone(
  profile: string,
): Promise<{ page: Page; child: ChildProcess; turnOff: () => Promise<void> }> {
  const found = await findChromium();
  if ("missing" in found) throw new Error(found.missing);
  const args = [...found.args, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=sv", "about:blank"];
  const child = spawn(found.path, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  dying.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const heard = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (heard !== undefined) resolve(heard);
    });
    child.once("exit", () => reject(new Error(`The phone did not start: ${said}`)));
  });
  const over = await chromium.connectOverCDP(address);
  const page = await over.contexts()[0]!.newPage();
  await page.setViewportSize(PHONE);
  page.setDefaultTimeout(40_000);
  /** As a person turns it off: what it has in mind is written down first. */
  const turnOff = async () => {
    const session = await over.newBrowserCDPSession();
    const ended = once(child, "exit");
    await session.send("Browser.close").catch(() => {});
    await ended;
    await die(child);
  };
  return { page, child, turnOff };
}

/** The whole group at once, so that no part of it holds the profile when it is started again. */
async function die(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  try {
    process.kill(-child.pid!, "SIGKILL");
  } catch {
    // It has ended already.
  }
  await ended;
}

/** What lies in the phone of the form that is being filled in. */
async function keptDraft(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("samsyn");
        opening.onsuccess = () => {
          const all = opening.result.transaction("kept").objectStore("kept").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
}

// What a person spends (journeys.md, "How time is measured"): a letter, a tap, a new choice; and the waiting, as long as it is.
const SECONDS = { letter: 0.28, tap: 1.3, choice: 1.4 };
type Spent = { readonly taps: number; readonly seconds: number; readonly photos: number };
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const SAID = [
  ["Två av fyra lampor är släckta", "Belysning"],
  ["Häcken skymmer utgången", "Sikt och insyn"],
  ["Halt på rampen när det fryser", "Gång- och cykelväg, tunnel, halka"],
  ["Papperskorgen är full", "Nedskräpning"],
  ["Buskarna tränger ut på vägen", "Växtlighet"],
] as const;

/** One note, as a thumb writes it: theme, words, who looks after the spot, one more who agreed, save. */
async function note(
  page: Page,
  said: string,
  { stop, photo }: { stop?: number; photo?: "covered" | "bare" },
): Promise<Spent> {
  let taps = 0;
  let seconds = 0;
  const tap = () => {
    taps += 1;
    seconds += SECONDS.tap;
  };
  const choose = async (label: string, option: { label: string } | { index: number }) => {
    await page.getByLabel(label).selectOption(option);
    tap();
    tap();
    seconds += SECONDS.choice;
  };
  // The stop is chosen where one comes to it, once.
  if (stop !== undefined) await page.getByLabel("Stopp").selectOption({ index: stop });
  const theme = SAID.find(([text]) => said.startsWith(text))![1];
  await choose("Tema", { label: theme });
  if (photo !== undefined) await addPhoto(page, evening.photo, { covers: photo === "covered" });
  await box(page).fill(said);
  seconds += SECONDS.tap + said.length * SECONDS.letter;
  await choose("Vem sköter platsen?", { index: 1 });
  await page.getByRole("button", { name: "Öka Hur många höll med?" }).click();
  tap();
  const from = performance.now();
  await save(page);
  tap();
  return { taps, seconds: seconds + (performance.now() - from) / 1000, photos: photo === undefined ? 0 : 1 };
}

async function finish(page: Page, said: Readonly<Record<string, string>>): Promise<void> {
  const form = page.locator("form", { hasText: "Avsluta vandringen" });
  for (const [label, value] of Object.entries(said))
    await form.getByRole(label === "Väder" ? "textbox" : "spinbutton", { name: label }).fill(value);
  await form.getByRole("button", { name: "Avsluta vandringen" }).click();
  await page.getByText("Vandringen är avslutad.").waitFor();
}

test("an autumn evening: what was written on two phones is in the protocol, once", async () => {
  const { gate, browser, karin } = evening;
  const desk = deskOf(karin);
  const walk = await desk.planned("Mörkervandring i Rabo");
  const profile = join(evening.folder, "phone");
  const cold = async (page: Page) => {
    await page.goto(`${gate.origin}/falt`);
    await box(page).waitFor({ timeout: 60_000 });
  };

  // At the desk, with network: both take the walk along. One phone is turned off, of the other the app is closed.
  let amina = await deadlyPhone(profile);
  await amina.page.goto(`${gate.origin}/logga-in`);
  await amina.page.getByRole("button", { name: "Logga in som Amina" }).click();
  await amina.page.waitForURL(/oversikt/);
  await takeAlong(amina.page, gate, walk);
  const other = await outdoors(browser, gate, "Petra", walk);
  await amina.turnOff();
  await other.page.close();
  gate.isCut = true;

  // Outdoors, from cold.
  amina = await deadlyPhone(profile);
  const petra = await other.context.newPage();
  petra.setDefaultTimeout(40_000);
  await petra.setViewportSize(PHONE);
  for (const page of [amina.page, petra]) await cold(page);
  const spent: Spent[] = [];
  const words = (who: string, nth: number) => `${SAID[nth % SAID.length]![0]}, ${who} ${nth + 1}`;
  const write = async (page: Page, who: string, from: number, to: number) => {
    for (let nth = from; nth < to; nth++) {
      // Five at each of the three stops; photos with the first six.
      const stop = nth % 5 === 0 || nth === from ? { stop: 1 + Math.floor(nth / 5) } : {};
      const photo = nth < 6 ? { photo: nth % 2 === 0 ? ("covered" as const) : ("bare" as const) } : {};
      spent.push(await note(page, words(who, nth), { ...stop, ...photo }));
    }
  };
  await write(amina.page, "ena", 0, 8);
  await box(amina.page).pressSequentially("Mitt i en men");
  await expect.poll(() => keptDraft(amina.page)).toContain("Mitt i en men");
  await die(amina.child);
  amina = await deadlyPhone(profile);
  await cold(amina.page);
  await expect.poll(() => box(amina.page).inputValue()).toBe("Mitt i en men");
  await write(amina.page, "ena", 8, 15);

  await write(petra, "andra", 0, 12);
  await fill(petra, evening.photo);
  await write(petra, "andra", 12, 15);
  // Each group counts its own: nine with Amina, who saw the weather, eight with Petra.
  await finish(amina.page, { Alla: "9", Kvinnor: "5", Väder: "regn" });
  await finish(petra, { Alla: "8" });

  // Before anybody drives home what lies in one phone lies in the other too.
  const [file] = await Promise.all([
    petra.waitForEvent("download"),
    petra.getByRole("button", { name: /^Lämna över \d+ som väntar$/ }).click(),
  ]);
  const carried = join(evening.folder, "over.txt");
  await file.saveAs(carried);
  const over = { name: "over.txt", mimeType: "text/plain", buffer: await readFile(carried) };
  await amina.page.getByLabel("Ta emot en fil").setInputFiles(over);
  await amina.page.getByText(/\d+ togs emot från Petra.* och skickas härifrån/).waitFor();

  for (const page of [amina.page, petra])
    await page
      .getByText(/\d+ väntar/)
      .first()
      .waitFor();
  expect(await desk.notesOf(walk).catch(() => [])).toEqual([]);

  // Coverage again, and one answer lost on its way.
  gate.repliesToLose = 1;
  for (const page of [amina.page, petra])
    await expect
      .poll(
        async () => {
          await reconnect(page, gate);
          // A phone that died may have forgotten its login; what was written has not.
          const logIn = page.getByRole("link", { name: "Logga in" });
          if (await logIn.isVisible()) {
            await logIn.click();
            await page.getByRole("button", { name: `Logga in som ${page === petra ? "Petra" : "Amina"}` }).click();
            await page.waitForURL(/falt/);
          }
          return page.getByText("Allt är skickat").count();
        },
        { timeout: 120_000, interval: 1000 },
      )
      .toBe(1);
  expect(gate.repliesToLose).toBe(0);
  const found = await desk.notesOf(walk);
  const written = ["ena", "andra"].flatMap((who) => Array.from({ length: 15 }, (_, nth) => words(who, nth))).toSorted();
  expect(found.map(({ text }) => text).toSorted()).toEqual(written);
  expect(found.map(({ photos }) => photos.length).reduce((sum, count) => sum + count, 0)).toBe(12);

  // The same evening, at the kitchen table.
  await karin.goto(`${gate.origin}/lyssna/ockelbo/vandring-${walk.slug}`);
  await karin.getByText("Alla 17 · Kvinnor 5", { exact: true }).waitFor();
  await karin.getByText("regn", { exact: true }).waitFor();
  await karin.getByText(`Alla anteckningar från ${walk.title} har kommit in.`).waitFor();
  await karin.getByRole("heading", { name: "Granska personuppgifter (0)" }).waitFor();
  await karin.getByRole("button", { name: "Upprätta protokoll" }).click();
  const table = karin.getByRole("link", { name: "Protokollet som tabell (CSV)" });
  await table.waitFor();
  const csv = await karin.evaluate(async (at) => (await fetch(at)).text(), (await table.getAttribute("href"))!);
  const inProtocol = csv.match(/[^;\r\n"]+, (?:ena|andra) \d+/g) ?? [];
  expect(inProtocol.toSorted()).toEqual(written);

  const typical = spent.filter(({ photos }) => photos === 0);
  const [taps, seconds] = [middle(typical.map((one) => one.taps)), middle(typical.map((one) => one.seconds))];
  console.info(`journey 2: a typical note ${taps} taps besides its text, ${seconds.toFixed(1)} s; 30 notes, 12 photos`);
  expect(taps).toBeLessThanOrEqual(6);
  expect(seconds).toBeLessThanOrEqual(25);
  await other.context.close();
}, 600_000);

test("a van without network: one evening done and one that was not, the phone dies, and the promise's page tells of each, once", async () => {
  const { gate, karin, browser } = evening;
  mend(gate);
  const profile = join(evening.folder, "van");
  const TARGET = "Aktivitet 3.2";
  const cardOn = (page: Page) => page.getByRole("article").filter({ hasText: TARGET });
  type Counted = { doneInAll: { value: number }; occasions: { on: string }[]; deviations: { sentence: string }[] };
  const counted = async () =>
    karin.evaluate(async () => {
      const answer = await fetch("/api/act/ockelbo/activities");
      const { activities } = (await answer.json()) as { activities: (Counted & { number: string })[] };
      return activities.find(({ number }) => number === "3.2")!;
    });
  const before = await counted();

  // At the desk the month is opened once: from then on it is in the phone.
  let van = await deadlyPhone(profile);
  await van.page.goto(`${gate.origin}/logga-in`);
  await van.page.getByRole("button", { name: "Logga in som Petra" }).click();
  await van.page.waitForURL(/oversikt/);
  await van.page.goto(`${gate.origin}/min-manad`);
  await cardOn(van.page).waitFor();
  await van.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect.poll(() => keptDraft(van.page)).toContain("act.list-activities");
  await van.turnOff();
  gate.isCut = true;

  van = await deadlyPhone(profile);
  const done = new Hand(van.page, gate.origin);
  await done.opens("/min-manad", /./);
  await done.presses(cardOn(van.page).getByRole("button", { name: "Det blev gjort" }));
  await done.chooses("Plats", "Torget");
  await done.presses(cardOn(van.page).getByRole("button", { name: "Spara" }));
  await done.isTold(cardOn(van.page).getByText(/^\d+ av \d+\. /));
  await done.isTold(cardOn(van.page).getByText(/^Sparat i telefonen \d\d[.:]\d\d/));
  console.info(done.told("journey 13, done"));
  expect(done.taps).toBeLessThanOrEqual(4);
  expect(done.workSeconds).toBeLessThanOrEqual(20);

  const day = addDays(dayOf(instantOf(Date.now())), 6);
  const missed = new Hand(van.page, gate.origin);
  await missed.presses(cardOn(van.page).getByRole("button", { name: "Blev inte av" }));
  await missed.chooses("Vad kom i vägen?", "utrustning");
  await missed.writes("En mening, som alla läser", "Bussen är på service.");
  await missed.chooses("Vad händer nu?", "Ny tid");
  await missed.writes("Vilken dag?", day);
  const told = `Bussen är på service. Ny tid: ${formatDay(day, "sv")}`;
  await missed.isTold(cardOn(van.page).getByText(told));
  expect(await problemsOf(van.page)).toEqual([]);
  await missed.presses(cardOn(van.page).getByRole("button", { name: "Spara" }));
  await missed.isTold(cardOn(van.page).getByText(/^Sparat i telefonen/));
  console.info(missed.told("journey 13, a deviation"));
  expect(missed.workSeconds).toBeLessThanOrEqual(45);
  // Undone at once, before it has gone anywhere.
  await cardOn(van.page).getByRole("button", { name: "Något annat vi gjorde" }).click();
  await cardOn(van.page).getByLabel("Vad räknade ni?").fill("samtal");
  await cardOn(van.page).getByRole("button", { name: "Spara" }).click();
  await van.page.getByText("3 väntar").waitFor();
  await cardOn(van.page).getByRole("button", { name: "Ångra" }).click();
  await van.page.getByText("2 väntar").waitFor();

  await die(van.child);
  van = await deadlyPhone(profile);
  await van.page.goto(`${gate.origin}/min-manad`);
  await van.page.getByText("2 väntar").waitFor();
  await expect.poll(() => cardOn(van.page).getByText("väntar", { exact: true }).count()).toBe(2);
  expect(await problemsOf(van.page)).toEqual([]);

  // The network is back; one answer is lost on its way, and the other page of this phone sends too.
  gate.repliesToLose = 1;
  gate.isCut = false;
  await van.page.goto(`${gate.origin}/falt`);
  await van.page.getByRole("heading", { level: 1 }).waitFor();
  await van.page.goto(`${gate.origin}/min-manad`);
  await expect
    .poll(
      async () => {
        await reconnect(van.page, gate);
        const logIn = van.page.getByRole("link", { name: "Logga in" });
        if (await logIn.isVisible()) {
          await logIn.click();
          await van.page.getByRole("button", { name: "Logga in som Petra" }).click();
          await van.page.waitForURL(/min-manad/);
        }
        // A page that is still being laid out says of nothing that it waits.
        await cardOn(van.page).waitFor();
        const { deviations } = await counted();
        return [
          await van.page.getByText(/^(\d+ )?väntar$|kom inte fram/).count(),
          deviations.filter(({ sentence }) => sentence === "Bussen är på service.").length,
        ];
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toEqual([0, 1]);
  expect(gate.repliesToLose).toBe(0);
  const after = await counted();
  expect(after.doneInAll.value).toBe(before.doneInAll.value + 1);
  expect(after.occasions.length).toBe(before.occasions.length + 1);
  expect(after.deviations.filter(({ sentence }) => sentence === "Bussen är på service.")).toHaveLength(1);

  const anyone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const meter = new RegExp(`Gjort: (minst |ca )?${after.doneInAll.value} av`);
  await expect
    .poll(async () => {
      await anyone.goto(`${gate.origin}/ockelbo/lofte/3-droger-och-unga`);
      return [await anyone.getByText(told).count(), meter.test(await anyone.content())];
    })
    .toEqual([1, true]);
  await anyone.context().close();
}, 300_000);
