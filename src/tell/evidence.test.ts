import { expect, test } from "vitest";
import { giveKey } from "../../test/authenticator.ts";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse, type TestHouse } from "../../test/house.ts";
import { publishBoth } from "../../test/publishing.ts";
import { withReasons } from "../../test/with-reasons.ts";
import type { Day } from "../ground/time.ts";
import type { Lang } from "../ground/words.ts";
import type { Database } from "../platform/server/database/database.ts";
import * as pledge from "../pledge/api.ts";
import { verifyFile } from "../pledge/bundle-file.ts";
import { verify } from "../pledge/verify.ts";
import { policyOf, verifierPage } from "./evidence.ts";
import { makePages } from "./pages.tsx";
import { renewed } from "../../test/renewed.ts";

const BUILT = `<!doctype html><html lang="sv"><meta http-equiv="content-security-policy" content="default-src 'none'" />
  <script type="application/json" id="given">
    null
  </script></html>`;

function pagesOf({ house }: TestHouse, database: Database) {
  const { origin, rpId } = house.settings;
  const pages = makePages({
    database,
    assets: {},
    now: house.now,
    origin,
    rpId,
    demo: false,
    verifier: async () => BUILT,
  });
  return (path: string, lang: Lang = "sv") => pages({ path, query: new URLSearchParams(), lang });
}

onBothEngines("the file a promise is checked by", (fresh) => {
  test("proves what was signed by key and where it is in the log, and says of paper that it cannot", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const page = pagesOf(house, database);
    const { status, plain = "" } = await page("/granska/ockelbo/2025-2027.samsyn");
    expect(status).toBe(200);
    const { overall, statements } = await verify(plain);
    expect(statements.filter(({ ok }) => ok === "no")).toEqual([]);
    expect(overall).toBe("genuine");
    expect(statements.map(({ why }) => why)).toContain("in-log");
    const { bytes, file } = await page("/granska/ockelbo/2025-2027.pdf");
    expect(file).toEqual({ contentType: "application/pdf", name: "lofte-ockelbo-2025-2027.pdf" });
    const inPdf = await verifyFile(bytes!);
    expect(inPdf.overall).toBe("genuine");
    expect(inPdf.read!.bundle).toEqual(JSON.parse(plain));
    expect((await page("/granska/ockelbo/2031-2033.pdf")).status).toBe(404);
    // Whose key it is and which, and who vouched for a paper, stays inside.
    const paper = (await page("/granska/ockelbo/2018-2019.samsyn")).plain ?? "";
    expect((await verify(paper)).overall).toBe("weaker");
    expect(plain + paper).not.toMatch(/personId|credentialId|vouched/);
    await house.close();
  });

  test("comes of a promise that is signed and published through the doors, and of none before", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const page = pagesOf(house, database);
    const where = { partnership: "ockelbo", slug: "2028-2030" };
    const karin = await house.as("Karin");
    await renewed(karin, "2025-2027", where.slug);
    const { content, revision } = (await karin.call(pledge.openDocument, where)).value;
    const period = {
      from: { said: "2028", on: "2028-01-01" as Day },
      to: { said: "2030", on: "2030-12-31" as Day },
    };
    await karin.call(pledge.saveDraft, { ...where, revision, content: withReasons({ ...content, period }) });
    await karin.call(pledge.propose, where);
    for (const name of ["Sofia", "Göran"]) {
      const person = await house.as(name);
      const key = await giveKey(database, name);
      const asked = (await person.call(pledge.askToSign, where)).value;
      const answer = key.answer(asked.options["challenge"] as string);
      expect((await person.call(pledge.sign, { ...where, signingId: asked.signingId, answer })).status).toBe(200);
    }
    await house.settle();
    expect((await page("/granska/ockelbo/2028-2030.samsyn")).status).toBe(404);
    expect((await publishBoth(house, database, where)).value).toEqual({ state: "published" });
    await house.settle();
    const { plain = "" } = await page("/granska/ockelbo/2028-2030.samsyn");
    const { overall, statements } = await verify(plain);
    expect(statements.filter(({ ok }) => ok === "no")).toEqual([]);
    expect(overall).toBe("genuine");
    expect(statements.map(({ why }) => why)).not.toContain("first-kind");
    // By both keys, and the log names the same two.
    expect(statements.filter(({ why }) => why === "published-by-key")).toHaveLength(2);
    expect(JSON.parse(plain).log.entries.at(-1).entry).toMatch(
      /"municipalityKey":"[0-9a-f]{64}".*"policeKey":"[0-9a-f]{64}"/,
    );
    const tampered = await verify(plain.replace("minst tolv", "minst elva"));
    expect(tampered.overall).toBe("false");
    const { html, policy } = await page("/granska/ockelbo/2028-2030", "en");
    expect(html).toContain('<html lang="en"');
    expect(html).toContain("samsyn-bundle-3");
    expect(policy).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await page("/granska/ockelbo/2031-2033")).status).toBe(404);
    await house.close();
  });
});

test("no letter of a promise can end the element it stands in, and the page says its own policy", () => {
  const html = verifierPage(BUILT, "sv", { page: "</script><script>" } as never, "https://samsyn.example");
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(policyOf("<!doctype html>")).toBe("default-src 'none'; frame-ancestors 'none'");
});
