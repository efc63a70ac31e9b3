import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageAnswer, PageWish } from "../platform/server/pages.ts";
import { keepPages } from "./pages-kept.ts";

const wish = (path: string, query = ""): PageWish => ({ path, query: new URLSearchParams(query), lang: "sv" });

/** What is told is one text, and every page says it; each way of asking is counted. */
function house({ lasts = true } = {}) {
  const it = { told: "one", made: 0, asked: 0, at: 0, broken: undefined as Error | undefined };
  const make = async ({ path }: PageWish): Promise<PageAnswer> => {
    it.made += 1;
    if (it.broken !== undefined) throw it.broken;
    return {
      status: 200,
      html: `${path} ${it.told}`,
      etag: `"${it.told}"`,
      lang: "sv",
      ...(lasts ? { lasts: true } : {}),
    };
  };
  const version = async () => {
    it.asked += 1;
    if (it.broken !== undefined) throw it.broken;
    return it.told;
  };
  const pages = keepPages(make, version, () => it.at);
  const read = async (path = "/a", query = "") => (await pages.serve(wish(path, query))).html;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { it, pages, read, settled };
}

describe("a page that is kept", () => {
  test("is made once for all who ask while nothing is told anew, and once for each language and address", async () => {
    const { it, pages, read } = house();
    expect([await read(), await read(), await read("/b")]).toEqual(["/a one", "/a one", "/b one"]);
    await pages.serve({ ...wish("/a"), lang: "en" });
    expect(it).toMatchObject({ made: 3, asked: 1 });
  });

  test("is made anew at once when this process has told something", async () => {
    const { it, pages, read } = house();
    await read();
    it.told = "two";
    expect(await read()).toBe("/a one");
    pages.doubt();
    expect(await read()).toBe("/a two");
  });

  test("is handed out meanwhile when it is asked, each second, whether another process has told something", async () => {
    const { it, read, settled } = house();
    await read();
    it.told = "two";
    it.at = 1500;
    expect(await read()).toBe("/a one");
    await settled();
    expect(await read()).toBe("/a two");
  });

  test("is never handed out on a word that is older than ten seconds", async () => {
    const { it, read } = house();
    await read();
    [it.told, it.at] = ["two", 10_500];
    expect(await read()).toBe("/a two");
  });

  test("stays up when the database has gone; one that nobody has read before does not", async () => {
    const { it, pages, read } = house();
    await read();
    it.broken = new Error("gone");
    it.at = 60_000;
    pages.doubt();
    expect(await read()).toBe("/a one");
    await expect(read("/b")).rejects.toThrow("gone");
    [it.broken, it.told] = [undefined, "two"];
    expect(await read()).toBe("/a two");
  });

  test("is handed to all who ask at once when the database has gone, and the process goes on", async () => {
    const { it, read, settled } = house();
    await read();
    [it.broken, it.at] = [new Error("gone"), 5000];
    expect(await Promise.all([read(), read(), read()])).toEqual(["/a one", "/a one", "/a one"]);
    await settled();
    it.at = 60_000;
    expect(await Promise.all([read(), read()])).toEqual(["/a one", "/a one"]);
    expect(it.asked).toBe(3);
  });

  test("is asked for once, however many come at once", async () => {
    const { it, read } = house();
    await Promise.all(Array.from({ length: 100 }, () => read()));
    expect(it.asked).toBe(1);
  });

  test("is not what somebody searches for, nor what does not last", async () => {
    const { it, read } = house();
    await read("/a", "sok=väg");
    await read("/a", "sok=väg");
    expect(it.made).toBe(2);
    const other = house({ lasts: false });
    await other.read();
    await other.read();
    expect(other.it.made).toBe(2);
  });

  test("that was begun before something was told is not kept as it was", async () => {
    let tell = () => {};
    let told = "one";
    const pages = keepPages(
      async ({ path }) => {
        const html = `${path} ${told}`;
        await new Promise<void>((resolve) => (tell = resolve));
        return { status: 200, html, etag: '""', lang: "sv", lasts: true };
      },
      async () => told,
      () => 0,
    );
    const first = pages.serve(wish("/a"));
    await new Promise((resolve) => setTimeout(resolve, 0));
    told = "two";
    pages.doubt();
    tell();
    expect((await first).html).toBe("/a one");
    const next = pages.serve(wish("/a"));
    await new Promise((resolve) => setTimeout(resolve, 0));
    tell();
    expect((await next).html).toBe("/a two");
  });

  test("takes no more room than there is, however many there are", async () => {
    const long = "x".repeat(1_000_000);
    let made = 0;
    const pages = keepPages(
      async () => {
        made += 1;
        return { status: 200, html: long, etag: '""', lang: "sv", lasts: true };
      },
      async () => "one",
      () => 0,
    );
    const ask = (path: string) => pages.serve(wish(path));
    for (let at = 0; at < 32; at++) await ask(`/${at}`);
    // What is read stays longest.
    await ask("/0");
    for (let at = 32; at < 40; at++) await ask(`/${at}`);
    await ask("/0");
    await ask("/39");
    expect(made).toBe(40);
    await ask("/1");
    expect(made).toBe(41);
  });

  test("law: whoever tells in this process and doubts is read by the next who asks, whatever came between", async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant("read" as const), path: fc.constantFrom("/a", "/b", "/c") }),
      fc.record({ do: fc.constant("tell" as const) }),
      fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { it, pages, read } = house();
        let told = 0;
        const [were, are]: string[][] = [[], []];
        for (const one of steps) {
          if (one.do === "read") {
            were!.push(await read(one.path));
            are!.push(`${one.path} ${it.told}`);
          } else if (one.do === "wait") it.at += one.ms;
          else {
            it.told = `number ${++told}`;
            pages.doubt();
          }
        }
        expect(were).toEqual(are);
      }),
    );
  });
});
