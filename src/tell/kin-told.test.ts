// The same promise over the years, as strangers read it: on its pages, and from a receipt of an old period to the last in one press.
import { sql } from "kysely";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo } from "../../test/house.ts";
import { insideDemo } from "../../test/stores.ts";
import { addCodings } from "../collect/campaigns/store-coding.ts";
import type { Day, Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import { disclose } from "./disclosure.ts";
import { DocumentPage } from "./screens/documents.tsx";
import { PledgePage } from "./screens/pledge.tsx";
import { readSite } from "./store.ts";
import { readBecame } from "./store-became.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;

onBothEngines("a promise over the years", (fresh) => {
  test("leads from the first to the last and back, and says which time it is", async () => {
    const inside = await insideDemo(await fresh({ demo: true }));
    const raw = await inside.as("system", (tx) => readSite(tx, inside.partnershipId, "2026-11-24" as Day));
    const site = disclose(raw!);
    const kin = (slug: string, order: number) =>
      site.documents.find((one) => one.slug === slug)!.pledges.find((one) => one.order === order)!.kin;
    expect(kin("2018-2019", 1)).toMatchObject({
      times: 1,
      before: null,
      after: { documentSlug: "2022-2024", order: 1 },
    });
    expect(kin("2022-2024", 1)).toMatchObject({ times: 2, after: { documentSlug: "2025-2027", order: 1 } });
    expect(kin("2025-2027", 1)).toMatchObject({
      times: 3,
      before: { documentSlug: "2022-2024", order: 1 },
      after: null,
    });
    // No fate is invented for what was signed before there were any.
    expect(kin("2022-2024", 1)!.became).toBeNull();

    const page = { site, lang: "sv" as const, today: "2026-11-24" as Day, demo: false };
    const first = site.documents.find(({ slug }) => slug === "2018-2019")!;
    const old = renderToStaticMarkup(createElement(DocumentPage, { ...page, document: first }));
    expect(old).toContain("Löftet avslutades. Det här hände sedan:");
    expect(old).toContain("Ingen uppföljning är publicerad.");
    expect(old).toContain('href="/ockelbo/medborgarlofte/2022-2024#lofte-1"');
    const current = renderToStaticMarkup(createElement(PledgePage, { ...page, pledge: site.current[0]! }));
    expect(current).toContain("Löftet genom åren");
    expect(current).toMatch(/2018–2019.*2022–2024.*2025–2027/s);
  });

  test("is told on a receipt of an old period: which promises have gone on with it, each one press away", async () => {
    const database = await fresh({ demo: true });
    const inside = await insideDemo(database);
    const theme = idInDemo("theme amot belysningen vid skolan");
    const cited = await inside.as("system", (tx) =>
      tx
        .selectFrom("problem_evidence")
        .innerJoin("problem", "problem.id", "problem_id")
        .select(["ref_id as id", "problem.id as problemId", "problem.partnership_id as partnershipId"])
        .where("slug", "=", "morkret-mellan-stationen-och-skolan")
        .where("kind", "=", "observation")
        .where("sharing", "=", "shared")
        .orderBy("ref_id")
        .executeTakeFirstOrThrow(),
    );
    // As if the promise of 2018 had been given for that problem: what is signed is changed by nobody but the owner of the database.
    await database.asOwner(async (tx) => {
      await sql`alter table pledge_document disable trigger all`.execute(tx);
      const ids = JSON.stringify([cited.problemId]);
      await sql`update pledge_document set content = jsonb_set(content, '{pledges,0,problemIds}', ${ids}::jsonb)
        where slug = '2018-2019'`.execute(tx);
    });
    const steps = await inside.as("system", async (tx) => {
      const subject = { kind: "observation" as const, id: cited.id! };
      const coding = { id: newId(Date.parse(AT)), themeId: theme, subject, place: "", time: "any" as const };
      await addCodings(tx, cited.partnershipId, [{ ...coding, concerns: "everybody" }]);
      return (await readBecame(tx, [theme])).get(theme)!;
    });
    expect(steps.flatMap(({ kind, href }) => (href === undefined ? [] : [[kind, href]]))).toEqual(
      expect.arrayContaining([
        ["promised", "/ockelbo/medborgarlofte/2018-2019#lofte-1"],
        ["succeeded", "/ockelbo/medborgarlofte/2022-2024#lofte-1"],
        ["succeeded", "/ockelbo/medborgarlofte/2025-2027#lofte-1"],
      ]),
    );
  });
});
