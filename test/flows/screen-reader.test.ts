// The short way as somebody walks it who sees nothing of it: by keyboard alone, going by what the browser tells a screen reader of the thing that has the
// focus (its role and its name) and by what is announced. From coming in, through a note in the field and a problem answered, to the public page.
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { words as field } from "../../src/collect/screens/words.ts";
import { say, type Said } from "../../src/ground/words.ts";
import { words as house } from "../../src/main/words.ts";
import { words as people } from "../../src/partnership/words.ts";
import { words as picture } from "../../src/picture/words.ts";
import { words as weighing } from "../../src/prioritise/words.ts";
import { words as told } from "../../src/tell/words.ts";
import { words as shared } from "../../src/ui/words.ts";
import { comeIn, openBrowser, serveBuilt, type Served } from "./served.ts";

const SEEN = "Rampen vid biblioteket är trasig så att rullstolar inte kommer upp.";
const PROBLEM = "Rampen vid biblioteket går inte att använda";
const ANSWER = "Fastighetsägaren har redan beställt en ny ramp.";
/** Further than any page is long: whoever has not found it by then has been lost. */
const FAR = 250;

const sv = (said: Said, detail: Record<string, string> = {}) => say(said, "sv", detail);

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveBuilt(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

type Heard = { readonly role: string; readonly name: string };

/** Somebody with a keyboard and ears. */
class Reader {
  readonly page: Page;
  readonly #tree: CDPSession;
  constructor(page: Page, tree: CDPSession) {
    this.page = page;
    this.#tree = tree;
  }

  static async on(page: Page): Promise<Reader> {
    return new Reader(page, await page.context().newCDPSession(page));
  }

  /** What is read out for the thing that has the focus. */
  async here(): Promise<Heard> {
    const { result } = await this.#tree.send("Runtime.evaluate", { expression: "document.activeElement" });
    const { nodes } = await this.#tree.send("Accessibility.getPartialAXTree", {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    });
    const [node] = nodes;
    return { role: String(node?.role?.value ?? ""), name: String(node?.name?.value ?? "") };
  }

  /** Goes on with the tab key until it hears this; waits for what is still on its way. */
  async find(role: string, name: string, back = false): Promise<void> {
    await this.page
      .getByRole(role as "button", { name })
      .first()
      .waitFor();
    const passed: string[] = [];
    for (let step = 0; step < FAR; step++) {
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
      const heard = await this.here();
      if (heard.role.toLowerCase() === role && heard.name === name) return;
      passed.push(`${heard.role} «${heard.name.slice(0, 40)}»`);
    }
    throw new Error(`The tab key never comes to ${role} «${name}»; it passes ${[...new Set(passed)].join(", ")}`);
  }

  async press(role: string, name: string): Promise<void> {
    await this.find(role, name);
    await this.page.keyboard.press("Enter");
  }

  async write(name: string, text: string): Promise<void> {
    await this.find("textbox", name);
    await this.page.keyboard.type(text);
  }

  /** Waits until this is announced by itself, without the focus going there. */
  async hears(text: RegExp): Promise<void> {
    await this.page.getByRole("status").or(this.page.getByRole("alert")).filter({ hasText: text }).first().waitFor();
  }

  async heading(name: string | RegExp, level = 1): Promise<void> {
    await this.page.getByRole("heading", { level, name }).waitFor();
  }
}

async function comesIn(name: string, width: number): Promise<Reader> {
  const { page } = await comeIn(browser, served.origin, undefined, { width });
  await page.goto(`${served.origin}/logga-in`);
  const reader = await Reader.on(page);
  await reader.heading(sv(people.logIn));
  await reader.press("button", sv(people.logInAs, { name }));
  await page.waitForURL(/oversikt/);
  return reader;
}

describe("by keyboard and ear", { timeout: 120_000 }, () => {
  test("Amina comes in, skips what she has heard before, and notes what she met in the field", async () => {
    const amina = await comesIn("Amina", 390);
    await amina.page.goto(`${served.origin}/min-manad`);
    await amina.page.getByRole("main").getByRole("heading").first().waitFor();
    await amina.press("link", sv(shared.skip));
    expect(await amina.page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await amina.find("link", sv(house.field), true);
    await amina.page.keyboard.press("Enter");
    await amina.press("button", sv(field.withoutWalk));
    await amina.heading(sv(field.newNote), 2);
    await amina.write(sv(field.textField), SEEN);
    await amina.press("button", sv(field.saveOnPhone));
    await amina.hears(/Sparat i telefonen \d/);
    await amina.hears(/1 skickade|Allt är skickat.*1/);
    await amina.page.context().close();
  });

  test("Karin finds it in the picture, makes it a problem, and answers it", async () => {
    const karin = await comesIn("Karin", 1280);
    await karin.page.goto(`${served.origin}/lagesbild/ockelbo`);
    await karin.press("link", SEEN);
    await karin.press("link", sv(picture.use));
    await karin.write(sv(weighing.what), PROBLEM);
    await karin.write(sv(weighing.since), "sedan i våras");
    await karin.write(sv(weighing.affected), "de som inte går i trappor");
    await karin.press("button", sv(weighing.makeProblem));
    await karin.heading(PROBLEM);
    await karin.write(sv(weighing.chooseReason), ANSWER);
    await karin.press("button", sv(weighing.decline));
    await karin.page.getByText(ANSWER).waitFor();
    // What has been answered cannot be answered again: the button goes.
    await expect.poll(() => karin.page.getByRole("button", { name: sv(weighing.decline) }).count()).toBe(0);
    await karin.page.context().close();
  });

  test("a stranger hears the answer on the public page, under its heading, with the menu on the way", async () => {
    const { page, context } = await comeIn(browser, served.origin, undefined, { javaScriptEnabled: false });
    const answered = async () => (await (await fetch(`${served.origin}/ockelbo/du-sa`)).text()).includes(ANSWER);
    await expect.poll(answered, { timeout: 20_000 }).toBe(true);
    await page.goto(`${served.origin}/ockelbo`);
    const stranger = await Reader.on(page);
    await stranger.press("link", sv(told.menuSaid));
    await stranger.heading(sv(told.youSaid));
    for (const landmark of ["banner", "navigation", "main", "contentinfo"] as const)
      expect(await page.getByRole(landmark).count(), landmark).toBeGreaterThan(0);
    await page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: PROBLEM })
      .filter({ hasText: ANSWER })
      .waitFor();
    await context.close();
  });
});
