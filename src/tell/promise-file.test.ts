import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import * as pledge from "../pledge/api.ts";
import { signedText } from "../pledge/document.ts";
import { exportDocument } from "../pledge/specification/api.ts";
import { readPromiseFile } from "../pledge/specification/file.ts";
import { sha256Hex } from "../platform/server/secrets.ts";
import { makePages } from "./pages.tsx";
import { renewed } from "../../test/renewed.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const newId = () => "01900000-0000-7000-8000-000000000001";

onBothEngines("a promise as a file in the open format", (fresh) => {
  test("is what was signed, to a stranger; a draft is for those who write it", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { settings, now } = house.house;
    const { origin, rpId } = settings;
    const pages = makePages({
      database,
      assets: {},
      now,
      origin,
      rpId,
      demo: false,
      verifier: async () => "",
    });
    const page = (path: string) => pages({ path, query: new URLSearchParams(), lang: "sv" });

    const shown = await page("/ockelbo/medborgarlofte/2022-2024");
    for (const form of ["json", "csv"])
      expect(shown.html).toContain(`href="/ockelbo/medborgarlofte/2022-2024.${form}"`);
    const json = await page("/ockelbo/medborgarlofte/2022-2024.json");
    expect(json.file).toEqual({ contentType: "application/json; charset=utf-8", name: "lofte-ockelbo-2022-2024.json" });
    const [content] = readPromiseFile(bytes(json.plain ?? ""), newId).documents;
    const karin = await house.as("Karin");
    const inside = (await karin.call(pledge.openDocument, { partnership: "ockelbo", slug: "2022-2024" })).value;
    expect(sha256Hex(signedText(content!))).toBe(inside.contentHash);
    const table = await page("/ockelbo/medborgarlofte/2022-2024.csv");
    expect(readPromiseFile(bytes(table.plain ?? ""), newId)).toMatchObject({
      documents: [{ title: content!.title, pledges: [{ order: 1 }, { order: 2 }] }],
      faults: [],
    });

    // What is not published is nobody's file but theirs.
    await renewed(karin, "2025-2027", "2028-2030");
    for (const form of ["json", "csv"] as const) {
      expect((await page(`/ockelbo/medborgarlofte/2028-2030.${form}`)).status).toBe(404);
      const asked = { partnership: "ockelbo", slug: "2028-2030", form };
      expect((await karin.call(exportDocument, asked)).status).toBe(200);
      expect((await house.stranger.call(exportDocument, asked)).status).toBe(401);
    }
    expect((await karin.call(exportDocument, { partnership: "ockelbo", slug: "aldrig", form: "csv" })).status).toBe(
      404,
    );
    await house.close();
  });
});
