// What a person spends on a piece of work (journeys.md, «How time is measured»): 0.28 s a letter, 1.3 s a tap or a press of a key, 1.4 s a new screen or
// choice, reading at 200 words a minute where something must be read, and the waiting there really was.
import type { Locator, Page } from "playwright-core";

const SECONDS = { letter: 0.28, tap: 1.3, choice: 1.4 };

export class Hand {
  readonly page: Page;
  readonly #origin: string;
  /** Works with the keys alone: what it presses it presses with Enter or the space bar, and nothing is clicked. */
  readonly #byKeys: boolean;
  taps = 0;
  letters = 0;
  #seconds = 0;
  #waits = 0;

  constructor(page: Page, origin: string, { byKeys = false } = {}) {
    this.page = page;
    this.#origin = origin;
    this.#byKeys = byKeys;
  }

  get seconds(): number {
    return Math.round(this.#seconds * 10) / 10;
  }

  /** The same without the waiting: what the work itself takes of a person, whatever machine it is done on. */
  get workSeconds(): number {
    return Math.round((this.#seconds - this.#waits) * 10) / 10;
  }

  /** What it took, as a walk prints it. */
  told(work: string): string {
    return `${work}: ${this.workSeconds} s of work, ${this.seconds} s with the waiting, ${this.taps} taps, ${this.letters} letters`;
  }

  async #waited(work: () => Promise<unknown>): Promise<void> {
    const from = performance.now();
    await work();
    const took = (performance.now() - from) / 1000;
    this.#seconds += took;
    this.#waits += took;
  }

  async opens(address: string, heading: string | RegExp): Promise<void> {
    this.taps += 1;
    this.#seconds += SECONDS.tap + SECONDS.choice;
    await this.#waited(async () => {
      await this.page.goto(this.#origin + address);
      await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    });
  }

  async presses(what: Locator): Promise<void> {
    this.taps += 1;
    this.#seconds += SECONDS.tap;
    // A key that is pressed on what is not shown yet is lost, and nobody does it.
    await this.#waited(() => (this.#byKeys ? what.waitFor().then(() => what.press("Enter")) : what.click()));
  }

  async checks(what: Locator): Promise<void> {
    this.taps += 1;
    this.#seconds += SECONDS.tap;
    await this.#waited(() => (this.#byKeys ? what.press("Space") : what.check()));
  }

  /** One of a group of buttons, by its words. */
  async chooses(group: string, choice: string): Promise<void> {
    this.#seconds += SECONDS.choice;
    await this.presses(this.page.getByRole("group", { name: group }).getByText(choice, { exact: true }));
  }

  /** In a list that folds out. */
  async selects(field: string | Locator, choice: string | { readonly label: string }): Promise<void> {
    this.taps += 1;
    this.#seconds += SECONDS.tap + SECONDS.choice;
    const list = typeof field === "string" ? this.page.getByLabel(field, { exact: true }) : field;
    await this.#waited(() => list.selectOption(choice));
  }

  async writes(field: string | Locator, text: string): Promise<void> {
    this.letters += text.length;
    this.#seconds += text.length * SECONDS.letter;
    const into = typeof field === "string" ? this.page.getByLabel(field) : field;
    this.taps += 1;
    this.#seconds += SECONDS.tap;
    await this.#waited(() => (this.#byKeys ? into.focus() : into.click()));
    await into.fill(text);
  }

  /** Letter by letter from another screen, as an address on a phone. */
  copies(text: string): void {
    this.letters += text.length;
    this.#seconds += text.length * SECONDS.letter;
  }

  reads(text: string): void {
    this.#seconds += (text.split(/\s+/).length / 200) * 60;
  }

  /** Until the screen has answered: read as well, and waited for. */
  async isTold(answer: Locator): Promise<void> {
    await this.#waited(() => answer.first().waitFor());
    this.reads(await answer.first().innerText());
  }
}
