import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../test/house.ts";
import { insideDemo } from "../../test/stores.ts";
import { addCodings } from "../collect/campaigns/store-coding.ts";
import { addRule, approveRule } from "../collect/privacy/store-retention.ts";
import type { Day, Instant } from "../ground/time.ts";
import type { FrozenCounts } from "../prioritise/frozen-counts.ts";
import type { CodedSource } from "../prioritise/frozen-theme.ts";
import { measuredAmong } from "../prioritise/store-measured.ts";
import * as situation from "../prioritise/situation/api.ts";
import type { Chapter } from "../prioritise/situation/chapters.ts";
import type { Figure, Frozen } from "../prioritise/situation/figure.ts";
import * as store from "../prioritise/situation/store.ts";
import { makePages } from "./pages.tsx";
import { readSituations } from "./store-situations.ts";

onBothEngines("a situation report to strangers", (fresh) => {
  test("is there while both parties have said yes, and its chapters are as they were adopted", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const { settings, now } = house.house;
    const { origin, rpId } = settings;
    const means = { database, assets: {}, now, origin, rpId, demo: false, verifier: async () => "" };
    const page = async (path: string) => {
      await house.settle();
      return makePages(means)({ path, query: new URLSearchParams(), lang: "sv" });
    };
    const address = "/ockelbo/lagesbild/2024-11-28";
    const told = await page(address);
    expect(told.status).toBe(200);
    // An official statistic has its number, what was said on the walks is for both parties.
    expect(told.html).toContain("Metod: periodens siffra ur den fil som kom senast (official-figure, series-1)");
    expect(told.html).toMatch(/701.{0,40}anmälda brott per 100.000 invånare/);
    expect(told.html).toMatch(/Trafik på de fyra vandringarna hösten 2021<\/h3><p><b>visas inte<\/b><\/p>/);
    expect(told.html).toContain("har inte beslutat att det får publiceras");
    for (const words of ["KS 2024/00318", "12 Analys", "Farten förbi skolan", "Kommentar från Ockelbo kommun"])
      expect(told.html).toContain(words);
    expect((await page("/ockelbo")).html).toContain(address);
    expect(told.html).toContain(`href="${address}.pdf"`);
    const paper = await page(`${address}.pdf`);
    expect(paper.file).toEqual({ contentType: "application/pdf", name: "lagesbild-ockelbo-2024-11-28.pdf" });
    expect(new TextDecoder("latin1").decode(paper.bytes?.slice(0, 5))).toBe("%PDF-");
    expect((await page("/ockelbo/lagesbild/2023-11-28.pdf")).status).toBe(404);
    // What is in work is nobody else's.
    expect(told.html).not.toContain("Sedan 2025 räknas kontrollerna");
    const on = { partnership: "ockelbo", slug: "2024" };
    const karin = await house.as("Karin");
    expect((await karin.call(situation.takeBackSituation, on)).value).toEqual({ isTold: false });
    expect((await page(address)).status).toBe(404);
    expect((await page(`${address}.pdf`)).status).toBe(404);
    expect((await karin.call(situation.agreeToTellSituation, on)).value).toEqual({ isTold: true });
    expect((await page(address)).html).toContain("12 Analys");
  });

  test("has a number only where the owner has decided so, as that stands now", async () => {
    const database = await fresh({ demo: true });
    const inside = await insideDemo(database);
    const { partnershipId, organisations } = inside;
    const report = (await inside.as("system", (tx) => store.reportBySlug(tx, partnershipId, "2025-2026")))!;
    const counts: FrozenCounts = {
      address: "",
      from: "2025-01-01" as Day,
      to: "2025-12-31" as Day,
      total: 40,
      n: 38,
      byMonth: [{ key: "2025-05", count: 40 }],
      byCategory: [{ key: "traffic", count: 40 }],
      byArea: [{ key: "amot", name: "Åmot", middle: [16.47, 60.96], count: 40 }],
      sources: ["Veckorapporter från rapportörer", "Medborgardialog Trygghet & trivsel 2024"].map((name) => ({
        name,
        sampleType: "self-selected",
        caveat: `Förbehåll: ${name}`,
        count: 20,
      })),
      cautions: [{ sv: "40 valde det själva.", en: "40 chose to." }],
      method: "linked-counts",
      version: "picture-1",
      asOf: "2026-11-01" as Day,
    };
    const question = (address: string): Frozen => ({ kind: "question", frozen: { ...counts, address } });
    const themeId = idInDemo("theme amot farten på Åmotsvägen");
    const source = (slug: string, kind: CodedSource["kind"]): CodedSource => ({
      kind,
      source: slug,
      sourceId: idInDemo(`source ${slug}`),
      sampleType: "self-selected",
      pieces: 20,
      voices: 20,
    });
    const dialogue = source("trygghet-trivsel-2024", "dialogue");
    const press = source("polisens-handelser-exempel", "police-events");
    const hearing = source("lokala-aktorer-2024", "hearing");
    const weekly = source("veckorapport", "weekly-report");
    const coded = (...sources: readonly CodedSource[]): Frozen => ({
      kind: "coded",
      frozen: { themeId, theme: "farten på Åmotsvägen", category: "traffic.speeding", place: "Åmot", sources },
    });
    const frozen: Readonly<Record<string, Frozen>> = {
      shared: question("kategori=trafik&delning=gemensamt"),
      everything: question("kategori=trafik"),
      unclear: question("kategori=trafik&delning=alla"),
      public: question("kategori=trafik&delning=offentligt"),
      mixed: coded(dialogue, press, hearing, weekly),
      decided: coded(dialogue, press),
      heard: coded(hearing, weekly),
      series: await inside.as("system", async (tx) => {
        const former = await store.reportBySlug(tx, partnershipId, "2024");
        const { kind, frozen: figure } = former!.figures.find((one) => one.kind === "series")!;
        return { kind, frozen: figure };
      }),
      measured: await inside.as("system", async (tx) => {
        const [found] = await measuredAmong(tx, partnershipId, [idInDemo("measurement bruksvagen 2024")]);
        return { kind: "measurement" as const, frozen: found!.frozen };
      }),
    };
    const takenAt = "2026-11-01T09:00:00.000Z" as Instant;
    await inside.as("system", async (tx) => {
      const note = { kind: "observation" as const, id: idInDemo("observation press 1") };
      const facets = { place: "Åmot", time: "any" as const, concerns: "everybody" as const };
      await addCodings(tx, partnershipId, [{ id: idInDemo("coding of the press"), themeId, subject: note, ...facets }]);
      for (const [caption, one] of Object.entries(frozen)) {
        const more = { id: idInDemo(`figure ${caption}`), chapter: "traffic" as const, caption, hash: "a".repeat(64) };
        const figure: Figure = { ...one, ...more, takenAt, takenBy: organisations["municipality"]! };
        await store.addFigure(tx, { partnershipId, report }, figure);
      }
      const quoted = await tx
        .selectFrom("observation")
        .select("text")
        .where("id", "=", idInDemo("observation press 1"))
        .executeTakeFirstOrThrow();
      const outlook = { voice: "text" as const, version: 9, text: `Farten.\n${quoted.text}` };
      const piece = { id: idInDemo("piece quoting"), chapter: "outlook" as const, organisationId: undefined };
      const wrote = { carried: false, writtenAt: takenAt, writtenBy: organisations["municipality"]! };
      await store.addPiece(tx, { partnershipId, report }, { ...piece, ...outlook, ...wrote });
      const adoption = { adoptedOn: "2026-11-20" as Day, adoptedBy: "Kommunstyrelsen", registryNumber: "KS 2026/214" };
      const adopted = { ...report, state: "adopted" as const, ...adoption, contentHash: "b".repeat(64) };
      await store.saveAdopted(tx, { ...adopted, adoptedAt: takenAt });
      for (const kind of ["municipality", "police"])
        await store.addAgreed(tx, { partnershipId, report }, { organisationId: organisations[kind]!, at: takenAt });
    });
    const chapterOf = (named: Chapter) =>
      inside.as("system", async (tx) => {
        const one = (await readSituations(tx, partnershipId, [])).find(({ adoptedOn }) => adoptedOn === "2026-11-20");
        return one!.chapters.find(({ chapter }) => chapter === named)!;
      });
    const told = async () => {
      const { figures } = await chapterOf("traffic");
      return Object.fromEntries(figures.map((figure) => [figure.caption, figure]));
    };
    const nothing = { name: "", counted: null, parts: [], months: [], caveats: [], cautions: [], themeWarnings: [] };
    const part = ({ source: name }: CodedSource) => ({ name, heads: 20 });
    const first = await told();
    for (const caption of ["shared", "everything", "unclear", "heard"])
      expect(first[caption]).toMatchObject({ caption, ...nothing, method: "", from: null, to: null });
    // The two read it, and its owner has not decided more.
    expect(first["measured"]).toMatchObject({ ...nothing, figure: null, n: null });
    await inside.as("system", (tx) =>
      tx
        .updateTable("source")
        .set({ secrecy_class: "public" })
        .where("id", "=", idInDemo("source hastighetsmatningar"))
        .execute(),
    );
    expect((await told())["measured"]).toMatchObject({ figure: { value: 51, unit: "km/h" }, n: 9204 });
    expect(first["public"]).toMatchObject({
      counted: 40,
      n: 38,
      parts: [{ heads: 40 }],
      caveats: ["Förbehåll: Medborgardialog Trygghet & trivsel 2024"],
    });
    expect(first["public"]?.areas).toEqual([{ key: "amot", name: "Åmot", middle: [16.47, 60.96], heads: 40 }]);
    expect(first["series"]).toMatchObject({ figure: { value: 701 } });
    expect((await chapterOf("outlook")).text).not.toBe("Farten.");
    expect(first["mixed"]).toMatchObject({ counted: null, n: null, parts: [part(dialogue), part(press)] });
    expect(first["decided"]).toMatchObject({ counted: 40, n: 40, parts: [part(dialogue), part(press)] });

    // What the statistics' owner has not decided for outside has no number there.
    const seriesId = (frozen["series"] as { frozen: { seriesId: string } }).frozen.seriesId;
    await inside.as("system", async (tx) => {
      const { source_id: id } = await tx
        .selectFrom("series")
        .select("source_id")
        .where("id", "=", seriesId)
        .executeTakeFirstOrThrow();
      await tx.updateTable("source").set({ secrecy_class: "shared" }).where("id", "=", id).execute();
    });
    expect((await told())["series"]).toMatchObject({ ...nothing, figure: null, n: null });

    // The dialogue is taken back to the two, then the note that is coded is withdrawn.
    await inside.as("system", (tx) =>
      tx.updateTable("source").set({ secrecy_class: "shared" }).where("id", "=", dialogue.sourceId!).execute(),
    );
    const second = await told();
    for (const caption of ["mixed", "decided"])
      expect(second[caption]).toMatchObject({ counted: null, parts: [part(press)] });
    expect(second["public"]).toMatchObject({ counted: 40, caveats: [] });
    await inside.as("system", (tx) =>
      tx
        .updateTable("observation")
        .set({ withdrawn_at: takenAt, withdrawn_reason: "Fel" })
        .where("id", "=", idInDemo("observation press 1"))
        .execute(),
    );
    const third = await told();
    for (const caption of ["mixed", "decided"]) expect(third[caption]).toMatchObject(nothing);
    // Nor are its words told where the report quoted them, also as they were before the note was put right.
    await inside.as("system", async (tx) => {
      const id = idInDemo("observation press 1");
      await sql`insert into observation_revision (observation_id, partnership_id, revision, body, fingerprint, replaced_at, replaced_by)
        select id, partnership_id, 900, jsonb_build_object('text', text, 'consequence', '', 'proposal', '', 'sharing', sharing), 'earlier', received_at, noted_by
        from observation where id = ${id}`.execute(tx);
      await tx.updateTable("observation").set({ text: "Det var lugnt." }).where("id", "=", id).execute();
    });
    expect(await chapterOf("outlook")).toMatchObject({ text: "Farten.", leftOut: 1 });

    // Nor after the note's words are disposed of, when there is nothing left to find them by.
    await inside.as("system", async (tx) => {
      const { kind } = await tx
        .selectFrom("source")
        .select("kind")
        .where("slug", "=", "polisens-handelser-exempel")
        .executeTakeFirstOrThrow();
      const { owner_organisation_id: organisationId } = await tx
        .selectFrom("observation")
        .select("owner_organisation_id")
        .where("id", "=", idInDemo("observation press 1"))
        .executeTakeFirstOrThrow();
      const decision = { body: "Myndigheten", decidedOn: "2026-03-05" as Day, paragraph: "§ 31", writtenAt: takenAt };
      const rule = { id: idInDemo("rule"), sourceKind: kind, organisationId, months: 12, ...decision };
      await addRule(tx as unknown as Parameters<typeof addRule>[0], partnershipId, {
        ...rule,
        writtenBy: idInDemo("person Johan"),
        approvedBy: undefined,
        approvedAt: undefined,
      });
      await approveRule(tx as unknown as Parameters<typeof addRule>[0], {
        ...rule,
        writtenBy: idInDemo("person Johan"),
        approvedBy: idInDemo("person Sofia"),
        approvedAt: takenAt,
      });
    });
    const house = await openTestHouse(database, { at: "2029-01-01T09:00:00.000Z" as Instant });
    await house.dispose();
    await house.close();
    expect(
      await inside.as("system", (tx) =>
        tx
          .selectFrom("observation")
          .select("text")
          .where("id", "=", idInDemo("observation press 1"))
          .executeTakeFirst(),
      ),
    ).toEqual({ text: "" });
    expect(await chapterOf("outlook")).toMatchObject({ text: "Farten.", leftOut: 1 });
  });
});
