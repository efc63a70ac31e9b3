// What every walk asks of a screen it comes by: nothing that axe finds, nothing that scrolls sideways, small and large.
import axe from "axe-core";
import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";

/** What axe finds on the page as it stands, each with the first place; not within `except`, a selector. */
export async function axeFinds(page: Page, except?: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (left) => {
    const { axe: here } = globalThis as unknown as {
      axe: {
        run: (where: object, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await here.run(left === undefined ? document : { exclude: [[left]] }, {
      // What passes is only counted, and not described node by node.
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
  }, except);
}

/** The same, and how far it scrolls sideways. */
export async function problemsOf(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []), ...(await axeFinds(page))];
}

/** Small and large. Where PICTURES names a folder, a picture of each is laid there by its name. */
export async function problemsAtWidths(page: Page, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    problems.push(...(await problemsOf(page)).map((problem) => `${width} ${problem}`));
    const folder = process.env["PICTURES"];
    if (folder === undefined) continue;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/${name}-${pictures++}-${width}.png`, fullPage: true });
  }
  return problems;
}
let pictures = 0;

/** The photo a resident sent, with the words it came with: looked at, covered by keyboard, and told so. */
export async function coverByKeyboard(page: Page, row: Locator): Promise<void> {
  const shown = row.getByRole("img", { name: "Bild som en invånare skickade" });
  await shown.scrollIntoViewIfNeeded();
  await shown.evaluate((image: HTMLImageElement) => image.decode());
  await row.getByRole("button", { name: "Titta och täck över" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Lägg till en svart ruta" }).press("Enter");
  await page.keyboard.press("ArrowLeft");
  const problems = await axeFinds(page);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  await dialog.getByRole("button", { name: "Spara fotot" }).press("Enter");
  await row.getByText("Tittad på. Det som skickades finns inte kvar.").waitFor();
}
