// Before each file of walks: one that fails says what its pages showed just then, which a machine that checks cannot be asked afterwards.
import { afterEach } from "vitest";
import { pagesOpened } from "./served.ts";

const LONGEST = 2000;

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const page of pagesOpened.filter((one) => !one.isClosed())) {
    const shown = await page
      .locator("body")
      .innerText({ timeout: 2000 })
      .catch((error: unknown) => String(error));
    // What a test says is shown for those that fail.
    console.error(`${page.url()} showed:\n${shown.slice(0, LONGEST)}\n`);
  }
});
