// The draft's form covers what a promise may say: what is folded away is set, saved and comes back, and what cannot be saved is said at its field.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemsAtWidths } from "./looked.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
  page = (await comeIn(browser, served.origin, "Karin")).page;
  await page.evaluate(async () => {
    const text = "Löftet 2028–2030 bygger på vandringar.\nPolisen lovar lägre fart.\n• Tolv kontroller om året";
    const body = JSON.stringify({ slug: "2028-2030", text });
    const headers = { "content-type": "application/json" };
    await fetch("/api/pledge/ockelbo/documents", { method: "POST", headers, body });
  });
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const field = (label: string) => page.getByLabel(label, { exact: true });
const opened = async () => {
  await page.goto(`${served.origin}/lova/ockelbo/2028-2030`);
  await field("Vad ni lovar").waitFor();
  for (const name of ["Vilka som lovar och var det gäller", "Vem som lovar, hur det är nu och delar av löftet"])
    await page.getByText(name).press("Enter");
  for (const name of ["När, utgångsläge, vilka som hjälper till", "Annan takt, tid och plats"])
    await page.getByText(name).press("Enter");
};

describe("every field of a promise", { timeout: 60_000 }, () => {
  test("is set, saved and comes back; what cannot be saved is said at its field, and the way there opens it", async () => {
    await opened();
    await field("Fler som lovar").fill("Ockelbogårdar");
    await field("Var löftet gäller").fill("Ockelbo\nHofors\nStationsområdet");
    await page.getByText("Läses som kommunen Ockelbo, kommunen Hofors och området Stationsområdet.").waitFor();
    await field("Vem som lovar det här").selectOption("other");
    await field("Vem, när det är någon annan").fill("kommunen och fastighetsägarna");
    await field("Delar av löftet, för en grupp eller en plats").fill("Också vid skolan.");
    await field("Minst, högst eller exakt").selectOption("exactly");
    await field("Senast vid slutet av").selectOption({ label: "höstterminen 2028 (31 december 2028)" });
    await field("Annan takt").fill("varje helgfri torsdag");
    await field("Antalet gäller för varje").fill("skola");
    await page.getByRole("spinbutton", { name: "Utgångsläge, antal" }).fill("3");
    expect(await problemsAtWidths(page, "draft-fields")).toEqual([]);
    await page.getByText("När, utgångsläge, vilka som hjälper till").press("Enter");
    await page.getByRole("button", { name: "Spara utkastet" }).press("Enter");
    const fault = "Aktivitet 1.1: skriv «Varifrån ni vet utgångsläget».";
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(fault);
    await page.getByRole("link", { name: fault }).press("Enter");
    expect(await field("Varifrån ni vet utgångsläget").evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await problemsAtWidths(page, "draft-faults")).toEqual([]);
    await page.keyboard.type("kalendern");
    await page.getByRole("button", { name: "Spara utkastet" }).press("Enter");
    await page.getByText("Sparat", { exact: true }).waitFor();

    await opened();
    expect(await field("Fler som lovar").inputValue()).toBe("Ockelbogårdar");
    expect(await field("Var löftet gäller").inputValue()).toBe("Ockelbo\nHofors\nStationsområdet");
    expect(await field("Vem, när det är någon annan").inputValue()).toBe("kommunen och fastighetsägarna");
    expect(await field("Minst, högst eller exakt").inputValue()).toBe("exactly");
    expect(await field("Senast, med era ord").inputValue()).toBe("slutet av höstterminen 2028");
    expect(await field("Annan takt").inputValue()).toBe("varje helgfri torsdag");
    expect(await field("Varifrån ni vet utgångsläget").inputValue()).toBe("kalendern");
  });

  test("a resident chooses easy Swedish, by an address of its own, and the way back to the words that hold", async () => {
    await page.goto(`${served.origin}/ockelbo/medborgarlofte/2025-2027`);
    await page.getByRole("link", { name: "Lättläst" }).press("Enter");
    await page.getByText("Det är löftets ord som gäller.").waitFor();
    await page.getByText("Kommunen sätter upp fjorton nya lampor.").waitFor();
    expect(await problemsAtWidths(page, "easy-swedish")).toEqual([]);
    await page.getByRole("link", { name: "Löftets ord", exact: true }).press("Enter");
    await page.getByText("Gångvägen mellan stationen och skolan ska ha ljus hela vägen").first().waitFor();
  });
});
