import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { addPicture } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "samsyn-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
let files = 0;
function fileOf(text: string): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, text);
  return path;
}

/** What is written, what is told, and the code it would end with; a refusal is thrown to whoever runs the command line. */
async function asked(...args: readonly string[]) {
  let [out, said] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((said += String(text)), true));
  const program = new Command("samsyn").exitOverride();
  addPicture(program);
  const error: unknown = await program
    .parseAsync(["picture", ...args], { from: "user" })
    .catch((caught: unknown) => caught);
  const code = process.exitCode;
  vi.restoreAllMocks();
  process.exitCode = undefined;
  return { out, said: error instanceof Error ? error.message : said, code };
}

const TABLE = fileOf("id,ort,svar,antal\n1,A,ja,3\n2,A,nej,20\n3,B,ja,12\n4,B,nej,30\n");
const SERIES = fileOf(`tid,antal\n${Array.from({ length: 40 }, (_, i) => `${i + 1},9`).join("\n")}\n`);
const PANEL = fileOf("ort,tid,utfall,började\na,0,1,1\na,1,2,2\n");
const SECRET = fileOf("en hemlighet som är lång nog");

describe("a question typed to samsyn picture", () => {
  test.each([
    ["effect of nothing", ["effect"], "Ange ett av --treated"],
    ["effect of two things", ["effect", "--treated", "1,2", "--series", SERIES], "Ange ett av --treated"],
    ["effect beside nothing", ["effect", "--treated", "1,2"], "utan jämförelse vet ingen"],
    ["a series without a break", ["effect", "--series", SERIES, "--count", "antal"], "--begins TID"],
    ["places without an outcome", ["effect", "--staggered", PANEL, "--place", "ort"], "--outcome och --began"],
    ["power of nothing", ["power"], "Ange --baseline"],
    ["power of a survey of nobody knows whom", ["power", "--survey", "60"], "--survey behöver --answering"],
    ["codes above in no file", ["suppress", "--in", TABLE, "--by", "ort", "--above", "ort"], "skrivs KOLUMN=FIL.csv"],
    [
      "noise that cannot be",
      ["cell-key", "--in", TABLE, "--by", "ort", "--id", "id", "--secret", SECRET, "--none-up-to", "9"],
      "Bruset går inte ihop",
    ],
    ["an answer that is none", ["schema", "allt"], "Det finns inget svar som heter"],
  ])("%s is told what it lacks, and ends with 2", async (_name, args, sentence) => {
    const { said, code, out } = await asked(...args);
    expect(said).toContain(sentence);
    expect(said).toContain(" / ");
    expect([code, out]).toEqual([2, ""]);
  });

  test.each([
    [
      "a pool with half a person",
      ["effect", "--treated", "1,2", "--pool", fileOf("before,after\n1,2.5\n")],
      "rad 2, after: «2.5» ska vara ett helt tal från 0",
    ],
    ["a pool of nobody", ["effect", "--treated", "1,2", "--pool", fileOf("before,after\n")], "har inga rader"],
    [
      "a break at no time",
      ["effect", "--series", SERIES, "--count", "antal", "--time", "tid", "--begins", "2025-01"],
      "är ingen av tiderna efter den första. I tid står 1 … 40.",
    ],
    [
      "a break before the series",
      ["effect", "--series", SERIES, "--count", "antal", "--begins", "1"],
      "Ange radens nummer, 2–40",
    ],
    [
      "a place that began twice",
      ["effect", "--staggered", PANEL, "--place", "ort", "--time", "tid", "--outcome", "utfall", "--began", "började"],
      "rad 3: a började 1 längre upp och 2 här",
    ],
    ["a table by what is not there", ["suppress", "--in", TABLE, "--by", "kön"], "har ingen kolumn «kön»"],
    ["a table of what is no count", ["suppress", "--in", TABLE, "--by", "ort", "--count", "svar"], "är inget antal"],
    [
      "a secret that is soon guessed",
      ["cell-key", "--in", TABLE, "--by", "ort", "--id", "id", "--secret", fileOf("hemlig")],
      "minst 16 tecken",
    ],
    [
      "more than the budget",
      ["extract", "--in", TABLE, "--by", "ort", "--epsilon", "200", "--spent", "900"],
      "Det som är kvar räcker inte",
    ],
    [
      "residents that are none",
      ["rate", "--in", TABLE, "--category", "ort", "--population", fileOf("ort,folk\nA,0\n")],
      "rad 2, folk: «0» ska vara ett tal över noll",
    ],
    [
      "residents of nowhere",
      ["rate", "--in", TABLE, "--category", "ort", "--population", fileOf("ort,folk\n")],
      "en rad per område",
    ],
    [
      "residents of one place in two lines",
      ["rate", "--in", TABLE, "--category", "ort", "--population", fileOf("ort,folk\nA,10\nB,20\nA,30\n")],
      "rad 4: området «A» står redan längre upp",
    ],
    [
      "a quotation mark too many",
      ["suppress", "--in", fileOf('ort,svar\n"A,ja\n'), "--by", "ort"],
      "citattecken för mycket",
    ],
    ["a saved picture nowhere", ["snapshot", "--in", TABLE, "--out", join(folder, "borta", "x.samsyn")], "finns inte"],
  ])("%s is refused by a sentence", async (_name, args, sentence) => {
    const { said, out } = await asked(...args);
    expect(said).toContain(sentence);
    expect(out).toBe("");
  });

  test("is answered with what strangers may see only, unless the inside is asked for", async () => {
    const suppress = ["suppress", "--in", TABLE, "--by", "ort,svar", "--count", "antal", "--json"];
    expect(JSON.parse((await asked(...suppress)).out)).not.toHaveProperty("inside");
    expect(JSON.parse((await asked(...suppress, "--inside-too")).out)).toHaveProperty("inside.n", 65);
    expect((await asked(...suppress.slice(0, -1))).out).toMatch(/A +ja +< 5/);
  });

  test("counts earlier publications in, and the totals that are shown", async () => {
    const suppress = ["suppress", "--in", TABLE, "--by", "ort,svar", "--count", "antal", "--json"];
    const earlier = fileOf("ort,svar,lower,upper\nA,ja,3,3\n");
    expect(JSON.parse((await asked(...suppress, "--earlier", earlier)).out)).toMatchObject({ mayBeShown: false });
    const { cells } = JSON.parse((await asked(...suppress, "--totals", "ort;")).out) as {
      cells: { codes: string[] }[];
    };
    expect(cells.some(({ codes }) => codes.join() === ",ja")).toBe(false);
    expect(cells.some(({ codes }) => codes.join() === "A,")).toBe(true);
  });

  test("has the same noise for the same records and secret, and other noise with another", async () => {
    const records = fileOf(`id,ort\n${Array.from({ length: 400 }, (_, i) => `${i},o${i % 40}`).join("\n")}\n`);
    const noised = async (secret: string) =>
      (await asked("cell-key", "--in", records, "--by", "ort", "--id", "id", "--secret", secret, "--json")).out;
    expect(await noised(SECRET)).toBe(await noised(SECRET));
    expect(await noised(SECRET)).not.toBe(await noised(fileOf("en annan hemlighet, lika lång")));
  });

  test("says what is wrong as JSON too, where JSON was asked for", async () => {
    expect(JSON.parse((await asked("power", "--json")).out)).toHaveProperty("error");
  });
});
