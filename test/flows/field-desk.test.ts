// What the desk does while a phone is out without network, and what the desk can do for a phone that cannot send: nothing is lost, nothing comes twice.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as phone from "./phone.ts";
import { allSent, deskOf, entry, mend, notes, openEvening, type Row, save } from "./phone.ts";
import { axeFinds } from "./looked.ts";
import { comeIn } from "./served.ts";

let evening: Awaited<ReturnType<typeof openEvening>>;
beforeAll(async () => {
  evening = await openEvening();
});
beforeEach(() => mend(evening.gate));
afterAll(() => evening.stop());

type Noted = Row & { stopId?: string; place: { kind: string; name?: string; position?: [number, number] } };
type Stop = { id: string; name: string; question: string; position: [number, number] };

test("the desk takes a stop away and changes another's question while the phone is away: each note comes once, at what it was about", async () => {
  const { browser, gate, karin } = evening;
  const { ask, planned, notesOf } = deskOf(karin);
  const walk = await planned("Mörkervandring vars rutt ändras");
  const { page, context } = await phone.outdoors(browser, gate, "Amina", walk);
  const stopsNow = async () => (await ask<{ walk: { stops: Stop[] } }>(`walks/${walk.slug}`)).walk.stops;
  const [tunnel, parking, bench] = await stopsNow();
  const stop = page.getByLabel("Stopp");

  await context.setOffline(true);
  await stop.selectOption({ label: "Stopp 2: Parkeringen" });
  await save(page, "Lampan vid parkeringen är släckt");
  await stop.selectOption({ label: "Stopp 1: Tunneln" });
  await save(page, "Det ekar i tunneln");
  const set = await ask<{ stops: number }>(`walks/${walk.slug}/stops`, {
    stops: [
      { ...tunnel, question: "Ser du den som kommer emot dig?" },
      { ...bench, question: bench!.question },
    ].map(({ id, name, question, position }) => ({ id, name, question, position })),
    removed: [parking!.id],
  });
  expect(set.stops).toBe(2);
  expect((await stopsNow()).map(({ name }) => name)).toEqual(["Tunneln", "Bänken vid ån"]);
  // The phone knows nothing of it yet, and goes on.
  await page.getByText("Hur känns det här i mörker?").waitFor();
  await stop.selectOption({ label: "Stopp 2: Parkeringen" });
  await save(page, "Rutan är krossad");

  await context.setOffline(false);
  await allSent(page);
  const found = (await notesOf(walk)) as Noted[];
  const told = found.map(({ text, stopId, place: { name, position } }) => ({ text, stopId, name, position }));
  const at = ({ id, name, position }: Stop) => ({ stopId: id, name, position });
  expect(told.toSorted((a, b) => a.text.localeCompare(b.text, "sv"))).toEqual([
    { text: "Det ekar i tunneln", ...at(tunnel!) },
    { text: "Lampan vid parkeringen är släckt", ...at(parking!) },
    { text: "Rutan är krossad", ...at(parking!) },
  ]);
  // The writer sees the route as it is now, and all that was written.
  await expect.poll(() => stop.locator("option", { hasText: "Parkeringen" }).count()).toBe(0);
  await stop.selectOption({ label: "Stopp 1: Tunneln" });
  await page.getByText("Ser du den som kommer emot dig?").waitFor();
  for (const { text } of told) await entry(page, text).waitFor();
  await context.close();

  // At the desk each is read with the place it was noted at.
  const { id } = found.find(({ text }) => text === "Lampan vid parkeringen är släckt")!;
  await karin.goto(`${gate.origin}/lyssna/ockelbo/iakttagelse-${id}`);
  await karin.getByText("Lampan vid parkeringen är släckt").first().waitFor();
  await karin.getByText("Parkeringen", { exact: true }).first().waitFor();
}, 180_000);

test("a phone that cannot send hands its file to the desk: taken in once, sent from there, and nothing is doubled when the phone sends too", async () => {
  const { browser, gate, karin, photo, folder } = evening;
  const { planned, notesOf } = deskOf(karin);
  const walk = await planned("Mörkervandring som kommer in vid skrivbordet");
  const { page, context } = await phone.outdoors(browser, gate, "Amina", walk);
  await context.setOffline(true);
  await phone.addPhoto(page, photo);
  await save(page, "Buskarna skymmer övergången");
  await save(page, "Klottret är kvar");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lämna över 3 som väntar" }).click(),
  ]);
  const file = join(folder, "till-skrivbordet.txt");
  await download.saveAs(file);
  const buffer = await readFile(file);

  // Another person at another machine, where nothing of this lies.
  const desk = await comeIn(browser, gate.origin, "Petra", { width: 1280, height: 900 });
  await desk.page.goto(`${gate.origin}/falt`);
  await desk.page.getByRole("button", { name: "Anteckna utan vandring" }).click();
  const takeIn = () =>
    desk.page.getByLabel("Ta emot en fil").setInputFiles({ name: "over.txt", mimeType: "text/plain", buffer });
  await takeIn();
  await desk.page.getByText(/3 togs emot från Amina.* och skickas härifrån/).waitFor();
  await allSent(desk.page);
  const came = async () =>
    ((await notesOf(walk)) as Noted[])
      .map(({ text, photos, revision }) => `${text}: ${photos.length}, ${revision}`)
      .toSorted();
  const once = ["Buskarna skymmer övergången: 1, 1", "Klottret är kvar: 0, 1"];
  expect(await came()).toEqual(once);
  await takeIn();
  await desk.page.getByText("Allt i filen fanns redan här.").waitFor();
  await allSent(desk.page);
  expect(await came()).toEqual(once);
  expect(await notes(desk.page).textContent()).not.toContain("Klottret är kvar");
  expect(await axeFinds(desk.page)).toEqual([]);

  // The phone that has network again sends what it holds, and nothing is doubled.
  await context.setOffline(false);
  await phone.reconnect(page, gate);
  await allSent(page);
  expect(await came()).toEqual(once);
  await desk.context.close();
  await context.close();
}, 180_000);
