import { expect, test } from "vitest";
import { otherwise, REASON, whoAmend } from "../../test/amending.ts";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../test/house.ts";
import type { Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import { activitiesOf } from "../pledge/document.ts";
import { verify } from "../pledge/verify.ts";
import { makePages } from "./pages.tsx";
import { refreshPartnership } from "./reactions.ts";
import { published } from "./store.ts";
import type { TellDatabase } from "./tables.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;

onBothEngines("a promise that has been changed is told", (fresh) => {
  test(
    "as it holds, when and why it was changed, and how it read when it was signed",
    { timeout: 60_000 },
    async () => {
      const database = await fresh({ demo: true });
      const house = await openTestHouse(database);
      const { begin, open, save, carryThrough } = await whoAmend(house, database);
      const before = await open("2025-2027");
      const { slug } = (await begin("amendment")).value;
      await save(slug, (content) => otherwise(content, newId(Date.parse(AT))));
      const told = async () => {
        const partnershipId = idInDemo("partnership ockelbo");
        await database.transaction<TellDatabase, void>({ as: "system" }, (tx) =>
          refreshPartnership(tx, partnershipId, AT),
        );
        return (await database.transaction<TellDatabase, Awaited<ReturnType<typeof published>>>(
          { as: "stranger" },
          (tx) => published(tx, "ockelbo"),
        ))!.site;
      };
      expect((await told()).documents.map((one) => one.slug)).not.toContain(slug);
      await carryThrough(slug);
      const after = await open(slug);
      const site = await told();
      const [original, change] = ["2025-2027", slug].map((one) =>
        site.documents.find((document) => document.slug === one),
      );
      expect(original).toMatchObject({ changes: [slug], contentHash: before.contentHash });
      expect(original).not.toHaveProperty("amends");
      expect(change).toMatchObject({
        publishedOn: "2026-11-24",
        amends: { kind: "amendment", reason: REASON, original: "2025-2027", changed: "2025-2027" },
        gap: null,
      });
      // What is done is counted under what holds now, at the promise's own address.
      expect(new Set(site.current.map(({ documentSlug }) => documentSlug))).toEqual(new Set(["2025-2027"]));
      expect(site.current.flatMap(({ activities }) => activities.map(({ text }) => text))).toEqual(
        activitiesOf(after.content).map(({ activity }) => activity.text),
      );

      const answer = makePages({
        database,
        assets: {},
        now: () => AT,
        origin: "http://localhost:3000",
        rpId: "localhost",
        demo: true,
        verifier: async () => "",
      });
      const page = async (name: string, lang: "sv" | "en" = "sv") =>
        (await answer({ path: `/ockelbo/medborgarlofte${name}`, query: new URLSearchParams(), lang })).html;
      const own = await page("/2025-2027");
      expect(own).toContain("Ändrat 24 november 2026");
      expect(own).toContain(REASON);
      expect(own).toContain(`href="/ockelbo/medborgarlofte/${slug}"`);
      expect(own).toContain("Så här löd det när det skrevs under");
      expect(own).toContain("Det gör en annan nu.");
      const gone = activitiesOf(before.content).at(-1)!.activity.text;
      const firstText = own.slice(own.indexOf('id="som-undertecknat"'));
      expect(own.slice(own.indexOf("clauses"), own.indexOf('id="som-undertecknat"'))).not.toContain(gone);
      expect(firstText).toContain(gone);
      const itself = await page(`/${slug}`);
      expect(itself).toContain("Det här är en ändring av");
      expect(itself).toContain('href="/ockelbo/medborgarlofte/2025-2027"');
      expect(itself).toMatch(/<ins>.*Vid den nya skolan\./);
      expect(await page("/2025-2027", "en")).toContain("Amended 24 November 2026");
      // The file of the change has both texts, each with its signatures and its place in the log.
      const { plain = "" } = await answer({
        path: `/granska/ockelbo/${slug}.samsyn`,
        query: new URLSearchParams(),
        lang: "sv",
      });
      const verdict = await verify(plain);
      expect(verdict.statements.filter(({ about }) => about === "change").map(({ why }) => why)).toEqual(["changes"]);
      expect(verdict.statements.filter(({ ok }) => ok === "no")).toEqual([]);
      const first = await answer({
        path: "/granska/ockelbo/2025-2027.samsyn",
        query: new URLSearchParams(),
        lang: "sv",
      });
      expect((await verify(first.plain ?? "")).statements.map(({ why }) => why)).toContain("changed-later");
      const list = await page("");
      expect(list).toContain("Ändrat 24 november 2026");
      await house.close();
    },
  );
});
