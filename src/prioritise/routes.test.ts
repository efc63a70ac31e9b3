import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import { listMeasurements, noteObservation, withdrawObservation } from "../collect/api.ts";
import { code as codeText, listThemes } from "../collect/campaigns/api.ts";
import { withdrawFigures } from "../collect/store-measurements.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { InputOf } from "../ground/endpoint.ts";
import { askPicture } from "../picture/api.ts";
import { askedIn } from "../picture/question.ts";
import * as series from "../collect/series/api.ts";
import type { Day, Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
/** The example's survey: two years pooled, a break, a period without a figure. */
const UNSAFE = "otrygg-utomhus-sent-pa-kvallen-ockelbo";
const seen = (refId: string) => ({
  kind: "observation" as const,
  refId: refId,
  caption: "Mörkt",
  strength: "fair" as const,
});
const newProblem = (
  what: string,
  refId = idInDemo("observation ockelbo-2021 9"),
): InputOf<typeof api.raiseProblem> => ({
  partnership,
  what,
  place: { kind: "unknown" },
  since: "sedan i höstas",
  occurs: "fredagskvällar",
  affected: "de som går från tåget",
  category: "place.lighting",
  evidence: [seen(refId)],
});

onBothEngines("a problem through its doors", (fresh) => {
  let database: Awaited<ReturnType<typeof fresh>>;
  let house: TestHouse;
  let karin: Caller;
  let johan: Caller;
  let confidential: string;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const own = await database.transaction<CollectDatabase, { id: string }>({ as: "system" }, (tx) =>
      tx.selectFrom("observation").select("id").where("sharing", "=", "own").executeTakeFirstOrThrow(),
    );
    confidential = own.id;
  });

  const raised = async (what: string) => (await karin.call(api.raiseProblem, newProblem(what))).value;
  const listed = async (who: Caller, slug: string) =>
    (await who.call(api.listProblems, { partnership })).value.problems.find((one) => one.slug === slug);

  test("is raised on what was seen, cited further, and both read the same", async () => {
    const { id, slug } = await raised("Gångtunneln är mörk");
    expect(slug).toBe("gangtunneln-ar-mork");
    expect((await raised("Gångtunneln är mörk!")).slug).toBe("gangtunneln-ar-mork-2");
    const on = { partnership, id: id };
    const cited = "fran=2021-10&till=2021-11&tid=man-fre17-21&kategori=trafik&ruta=16.6,60.8,16.8,61&delning=gemensamt";
    const question = { kind: "question" as const, question: cited };
    expect(
      (await johan.call(api.citeEvidence, { ...on, evidence: { ...question, caption: "Se frågan", strength: "weak" } }))
        .status,
    ).toBe(200);
    expect(await listed(johan, slug)).toEqual(await listed(karin, slug));
    expect(await listed(johan, slug)).toMatchObject({
      state: "open",
      evidence: [
        { kind: "observation", question: null },
        { kind: "question", refId: null, question: cited },
      ],
    });
    // What was cited is asked again, and both are answered the same.
    const again = { partnership, ...askedIn(new URLSearchParams(cited)) };
    const [hers, his] = [await karin.call(askPicture, again), await johan.call(askPicture, again)];
    expect(hers.value).toMatchObject({ address: cited, unread: [] });
    expect(hers.value.counts.total).toBeGreaterThan(0);
    expect(his.value.counts).toEqual(hers.value.counts);
  });

  test("a measurement taken back after it was cited says so, and is cited by nobody else", async () => {
    const { id, slug } = await raised("Det går fort på infarten");
    const evidence = {
      kind: "measurement" as const,
      caption: "V85 51 km/h",
      strength: "strong" as const,
    };
    const { measurements } = (await karin.call(listMeasurements, { partnership })).value;
    const refId = measurements[0]!.id;
    expect((await karin.call(api.citeEvidence, { partnership, id, evidence: { ...evidence, refId } })).status).toBe(
      200,
    );
    expect((await listed(johan, slug))?.evidence.at(-1)).toMatchObject({ refId, takenBack: null });
    await database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
      withdrawFigures(tx, [refId], { at: "2026-11-24T09:00:00.000Z" as Instant, reason: "Radarn stod på fel väg" }),
    );
    expect((await listed(johan, slug))?.evidence.at(-1)).toMatchObject({
      caption: "V85 51 km/h",
      takenBack: { on: "2026-11-24", reason: "Radarn stod på fel väg" },
    });
    const other = await raised("Det går fort förbi skolan");
    const again = { partnership, id: other.id, evidence: { ...evidence, refId } };
    expect((await karin.call(api.citeEvidence, again)).problem.why).toBe("evidence-not-found");
  });

  test("what it rests on is told with how it came in, of how many, and what must be known, the same to both", async () => {
    const { id } = await raised("Det går fort söderifrån");
    // What a meter measured on a road stands among the measurements under the same id.
    const refId = idInDemo("traffic-measurement infarten-v19");
    const evidence = { kind: "measurement" as const, refId, caption: "V85 på infarten", strength: "strong" as const };
    expect((await karin.call(api.citeEvidence, { partnership, id, evidence })).status).toBe(200);
    const question = { kind: "question" as const, question: "fran=2021-10&till=2021-11&kategori=trafik" };
    const asked = { ...question, caption: "Sagt på vandringarna", strength: "fair" as const };
    expect((await johan.call(api.citeEvidence, { partnership, id, evidence: asked })).status).toBe(200);
    const weight = async (who: Caller) => (await who.call(api.weighEvidence, { partnership, id })).value.evidence;
    const hers = await weight(karin);
    expect(await weight(johan)).toEqual(hers);
    const [walked, measured, counted] = hers;
    expect(walked?.sources).toMatchObject([{ kind: "walk", sampleType: "self-selected" }]);
    expect(walked?.sources[0]?.caveat).not.toBe("");
    expect(measured?.measured?.frozen).toMatchObject({ measurementId: refId, unit: "km/h", method: "as-measured" });
    expect(measured?.measured?.frozen.n).toBeGreaterThan(1000);
    expect(measured?.measured?.frozen.low).toBeCloseTo(50);
    expect(measured?.measured?.frozen.caveats.join(" ")).toContain("40 km/h");
    expect(counted?.counted?.n).toBeGreaterThan(0);
    expect(counted?.counted?.cautions[0]?.sv).toBeTruthy();
    expect((await (await house.as("Elin")).call(api.weighEvidence, { partnership, id })).status).toBe(404);
    const nowhere = newId(Date.parse("2026-11-24T09:00:00.000Z"));
    expect((await karin.call(api.weighEvidence, { partnership, id: nowhere })).status).toBe(404);
  });

  test("a question to the picture is the first evidence of a problem", async () => {
    const question = "fran=2021-10&till=2021-11&kategori=trafik";
    const evidence = [{ kind: "question" as const, question, caption: "Trafik", strength: "fair" as const }];
    const { slug } = (await johan.call(api.raiseProblem, { ...newProblem("Trafiken i byarna"), evidence })).value;
    expect((await listed(karin, slug))?.evidence).toMatchObject([{ kind: "question", question, sharing: "shared" }]);
  });

  test("what the police keep to themselves is evidence to them, and was never there to the municipality", async () => {
    expect((await karin.call(api.raiseProblem, newProblem("Hemligt", confidential))).problem).toMatchObject({
      status: 409,
      why: "evidence-not-found",
      field: "evidence",
      detail: "Underlaget finns inte, eller är inte delat med er.",
    });
    expect((await johan.call(api.raiseProblem, newProblem("Hemligt", confidential))).problem.why).toBe(
      "evidence-must-be-shared",
    );
    const { id, slug } = await raised("Buskörning vid skolan");
    const evidence = { partnership, id: id, evidence: seen(confidential) };
    expect((await johan.call(api.citeEvidence, evidence)).status).toBe(200);
    expect((await johan.call(api.citeEvidence, evidence)).problem.why).toBe("evidence-cited-already");
    expect((await listed(johan, slug))?.evidence).toHaveLength(2);
    expect((await listed(karin, slug))?.evidence).toHaveLength(1);
  });

  test("what was copied out of a note is read by nobody who no longer reads the note", async () => {
    const { slug } = await raised("Mörkt vid planket");
    const captions = async (who: Caller) => (await listed(who, slug))?.evidence.map(({ caption }) => caption);
    expect(await captions(johan)).toEqual(["Mörkt"]);
    const share = (sharing: "own" | "shared") =>
      database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
        tx
          .updateTable("observation")
          .set({ sharing })
          .where("id", "=", idInDemo("observation ockelbo-2021 9"))
          .execute(),
      );
    await share("own");
    expect([await captions(karin), await captions(johan)]).toEqual([["Mörkt"], [""]]);
    await share("shared");
    expect(await captions(johan)).toEqual(["Mörkt"]);
  });

  const unsafe = { kind: "series" as const, slug: UNSAFE, from: "2023-01-01" as Day };
  const shown = { caption: "Var femte är otrygg", strength: "fair" as const };

  test("official statistics are evidence as they stood that day, with what must be known of them", async () => {
    const { id, slug } = await raised("Otrygg väg hem från tåget");
    const on = { partnership, id: id };
    const cite = (who: Caller, evidence: InputOf<typeof api.citeEvidence>["evidence"]) =>
      who.call(api.citeEvidence, { ...on, evidence });
    expect((await cite(johan, { ...unsafe, ...shown })).status).toBe(200);
    expect((await cite(karin, { ...unsafe, ...shown })).problem.why).toBe("evidence-cited-already");
    expect((await cite(karin, { ...unsafe, from: "2021-01-01", ...shown })).status).toBe(200);
    expect((await cite(karin, { ...unsafe, from: "2019-01-01", ...shown })).problem).toMatchObject({
      status: 409,
      why: "evidence-has-no-figure",
      detail: "Serien har inget värde för den perioden. Välj en period som har ett värde.",
    });
    expect((await cite(karin, { ...unsafe, slug: "ingen-serie", ...shown })).problem.why).toBe("evidence-not-found");
    expect((await cite(karin, { ...unsafe, ...shown, caption: "Ring 070-123 45 67" })).problem.why).toBe(
      "names-a-person",
    );
    expect((await listed(karin, slug))?.evidence.filter(({ kind }) => kind === "series")).toMatchObject([
      {
        caption: "Var femte är otrygg",
        refId: null,
        figure: {
          frozen: {
            value: 19,
            n: 111,
            from: "2023-01-01",
            to: "2024-12-31",
            fileName: "exempel-ockelbo.xlsx",
            checksum: "0".repeat(64),
            breaks: [{}],
          },
          warnings: ["pooled", "break"],
          since: { state: "the-same" },
          isPublic: true,
        },
      },
      { figure: { frozen: { value: 24, from: "2021-01-01" } } },
    ]);
    // What its owner no longer lets out is not to be put where everybody reads it, and is still cited.
    const letOut = (secrecy_class: "public" | "shared") =>
      database.transaction<CollectDatabase, unknown>({ as: "system" }, (tx) =>
        tx
          .updateTable("source")
          .set({ secrecy_class })
          .where("id", "in", (of) => of.selectFrom("series").select("source_id").where("slug", "=", unsafe.slug))
          .execute(),
      );
    await letOut("shared");
    const figures = (await listed(karin, slug))?.evidence.flatMap(({ figure }) => figure ?? []);
    expect(figures?.map(({ isPublic }) => isPublic)).toEqual([false, false]);
    await letOut("public");
    const { rows } = (await karin.call(api.listHeard, { partnership })).value;
    const its = rows.find(({ problems }) => problems.some((one) => one.slug === slug));
    expect(its?.words).toContainEqual(expect.objectContaining({ by: "statistics", n: 111 }));
    // Also what a problem is raised on.
    const onSeries = { ...newProblem("Fler otrygga än i länet"), evidence: [{ ...unsafe, ...shown }] };
    expect((await johan.call(api.raiseProblem, onSeries)).status).toBe(200);
  });

  test("a coded theme is cited with its sources, without what one party keeps, and tells what has changed since", async () => {
    const { id: problemId, slug } = await raised("Mörkt på skolvägen");
    const note = (text: string, sharing: "shared" | "own") =>
      karin.call(noteObservation, {
        partnership,
        id: newId(Date.parse("2026-11-24T09:00:00Z")),
        notedAt: "2026-11-24T09:00:00.000Z",
        kind: "problem",
        category: "place.lighting",
        text,
        place: { kind: "unknown" },
        when: { kind: "unknown" },
        sharing,
      });
    const [open, kept, late] = [
      await note("Lampan är släckt", "shared"),
      await note("Hemlig lampa", "own"),
      await note("En till är släckt", "shared"),
    ];
    const code = (who: Caller, theme: string, noteId: string, place: string) =>
      who.call(codeText, {
        partnership,
        subjects: [{ kind: "observation", id: noteId }],
        theme,
        category: "place.lighting",
        place,
        time: "any",
        concerns: "everybody",
      });
    const themeOf = async (name: string) =>
      (await karin.call(listThemes, { partnership })).value.themes.find((one) => one.name === name)!.id;
    await code(karin, "Släckt vid bron", open.value.id, "Bron");
    await code(karin, "Släckt vid bron", kept.value.id, "Hemlig plats");
    await code(karin, "Bara vårt", kept.value.id, "");
    const cite = (themeId: string, place: string, who = karin) =>
      who.call(api.citeEvidence, {
        partnership,
        id: problemId,
        evidence: { kind: "coded", themeId, place, caption: "Flera säger det", strength: "fair" },
      });
    const themeId = await themeOf("Släckt vid bron");
    // What only one of them reads is no evidence, and neither is where it was.
    expect((await cite(await themeOf("Bara vårt"), "")).problem.why).toBe("evidence-not-found");
    expect((await cite(themeId, "Hemlig plats")).problem.why).toBe("evidence-not-found");
    expect((await cite(themeId, "Bron")).status).toBe(200);
    expect((await cite(themeId, "Bron", johan)).problem.why).toBe("evidence-cited-already");
    expect((await cite(themeId, "", johan)).status).toBe(200);
    const coded = async (who: Caller) =>
      (await listed(who, slug))?.evidence.flatMap((one) => (one.coded === null ? [] : [one.coded]));
    const [atBridge, anywhere] = (await coded(johan))!;
    expect(atBridge).toMatchObject({
      frozen: { theme: "Släckt vid bron", place: "Bron", sources: [{ pieces: 1, voices: 1 }] },
      warnings: ["few", "one-kind", "not-drawn"],
      since: { state: "the-same" },
    });
    expect(anywhere).toMatchObject({ frozen: { place: "", sources: [{ pieces: 1 }] } });
    expect(await coded(karin)).toEqual([atBridge, anywhere]);

    await code(johan, "Släckt vid bron", late.value.id, "Bron");
    expect((await coded(karin))![0]).toMatchObject({
      frozen: { sources: [{ pieces: 1 }] },
      since: { state: "changed", before: 1, now: 2, sources: 1 },
    });
    for (const one of [open, late])
      await karin.call(withdrawObservation, { partnership, id: one.value.id, reason: "Fel plats" });
    expect((await coded(karin))![0]?.since).toEqual({ state: "gone" });
  });

  test("what was heard stands by source before it is a problem, as far as both read it and no further", async () => {
    const note = async (at: string, category: "place.lighting" | "place.stop", sharing: "shared" | "own") => {
      const id = newId(Date.parse(at));
      await karin.call(noteObservation, {
        partnership,
        id,
        notedAt: at,
        kind: "problem",
        category,
        text: "Det är mörkt vid bryggan",
        place: { kind: "unknown" },
        when: { kind: "unknown" },
        sharing,
      });
      return id;
    };
    const rowsOf = async (who: Caller) => (await who.call(api.listHeard, { partnership })).value.rows;
    const [before, own] = [await rowsOf(johan), await rowsOf(karin)];
    const kept = await note("2026-11-24T10:00:00.000Z", "place.lighting", "own");
    const coding = { category: "place.lighting", place: "", time: "any", concerns: "everybody" } as const;
    const code = (id: string, theme: string) =>
      karin.call(codeText, { partnership, subjects: [{ kind: "observation", id }], theme, ...coding });
    await code(kept, "Mörkt vid bryggan");
    // What one party keeps changes nothing of what the other reads, and is no row of its own either.
    expect(await rowsOf(johan)).toEqual(before);
    expect(await rowsOf(karin)).toEqual(own);

    const loose = await note("2026-11-24T10:05:00.000Z", "place.stop", "shared");
    const notesOn = async (category: string) =>
      (await rowsOf(johan)).find((row) => row.about === "notes" && row.category === category);
    expect((await notesOn("place.stop"))?.noteIds).toContain(loose);
    const open = await note("2026-11-24T10:10:00.000Z", "place.lighting", "shared");
    await code(open, "Mörkt vid bryggan");
    expect((await notesOn("place.lighting"))?.noteIds ?? []).not.toContain(open);
    const theme = async (who: Caller) => (await rowsOf(who)).find(({ name }) => name === "Mörkt vid bryggan")!;
    expect(await theme(johan)).toMatchObject({
      about: "theme",
      words: [{ by: "staff", n: 1, own: false }],
      problems: [],
      kinds: 1,
      warnings: ["few-said"],
    });
    const { slug } = (
      await johan.call(api.raiseProblem, {
        ...newProblem("Mörkt vid bryggan"),
        evidence: [{ kind: "coded", themeId: (await theme(johan)).id, place: "", caption: "Sagt", strength: "weak" }],
      })
    ).value;
    expect((await theme(karin)).problems).toEqual([{ slug, what: "Mörkt vid bryggan", state: "open" }]);
    const measured = (await rowsOf(karin)).filter(({ about }) => about === "measurement");
    expect(new Set(measured.map(({ name }) => name)).size).toBe(measured.length);
  });

  test("a problem is raised on a coded theme at its place; a source kept apart since leaves nothing of itself to the other", async () => {
    const noteId = newId(Date.parse("2026-11-24T09:30:00Z"));
    await karin.call(noteObservation, {
      partnership,
      id: noteId,
      notedAt: "2026-11-24T09:30:00.000Z",
      kind: "problem",
      category: "place.lighting",
      text: "Det är mörkt vid slussen",
      place: { kind: "unknown" },
      when: { kind: "unknown" },
      sharing: "shared",
    });
    const coding = { category: "place.lighting", place: "Slussen", time: "any", concerns: "everybody" } as const;
    const subjects = [{ kind: "observation" as const, id: noteId }];
    await karin.call(codeText, { partnership, subjects, theme: "Mörkt vid slussen", ...coding });
    const { themes } = (await karin.call(listThemes, { partnership })).value;
    const themeId = themes.find(({ name }) => name === "Mörkt vid slussen")!.id;
    const evidence = { kind: "coded" as const, themeId, place: "Slussen", caption: "Sagt om slussen" };
    const { slug } = (
      await karin.call(api.raiseProblem, {
        ...newProblem("Mörkt vid slussen"),
        place: { kind: "unknown", name: "Slussen" },
        evidence: [{ ...evidence, strength: "fair" }],
      })
    ).value;
    const seenBy = async (who: Caller) => (await listed(who, slug))!;
    const before = await seenBy(johan);
    expect(before).toMatchObject({ place: { name: "Slussen" }, evidence: [{ coded: { frozen: { sources: [{}] } } }] });
    const { source } = before.evidence[0]!.coded!.frozen.sources[0]!;
    await database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
      const its = tx.selectFrom("observation").select("source_id").where("id", "=", noteId);
      const change = tx.updateTable("source").set({ secrecy_class: "own", seen_when_shared: false });
      await change.where("id", "=", its).execute();
    });
    const after = await seenBy(johan);
    expect(JSON.stringify(after.evidence)).not.toContain(source);
    expect(after.evidence[0]!.coded).toMatchObject({ frozen: { sources: [], keptApart: 1 }, since: { state: "gone" } });
    expect((await seenBy(karin)).evidence[0]!.coded).toMatchObject({ frozen: { sources: [{ source, pieces: 1 }] } });
  });

  test("a series corrected or taken back afterwards is told beside what was cited", async () => {
    const file = (count: number) =>
      new TextEncoder().encode(
        `Region;Brott;År;Period;Antal;/100 000 inv\r\nOckelbo;Skadegörelsebrott;År;2024;${count};655;`,
      );
    const asked = { partnership, fileName: "brott.txt", retrievedOn: "2026-11-20" as Day };
    const first = (await karin.call(series.readSeriesFile, asked, file(38))).value;
    const { id, slug } = await raised("Skadegörelse på stationen");
    const damage = { kind: "series" as const, slug: first.first!, from: "2024-01-01" as Day };
    expect(
      (await johan.call(api.citeEvidence, { partnership, id: id, evidence: { ...damage, ...shown } })).status,
    ).toBe(200);
    const figure = async () => (await listed(johan, slug))?.evidence.find(({ kind }) => kind === "series")?.figure;
    const second = (await karin.call(series.readSeriesFile, asked, file(41))).value;
    expect(await figure()).toMatchObject({ frozen: { value: 38 }, since: { state: "changed", value: 41 } });
    for (const reading of [second, first])
      expect((await karin.call(series.undoSeriesReading, { partnership, id: reading.id })).status).toBe(200);
    expect(await figure()).toMatchObject({ frozen: { value: 38, fileName: "brott.txt" }, since: { state: "gone" } });
  });

  test("a series of a source that the police keep to themselves is evidence to them, and was never there to the municipality", async () => {
    const { id, slug } = await raised("Det polisen räknar");
    const on = { partnership, id: id };
    await database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
      const { source_id } = await tx
        .selectFrom("series")
        .select("source_id")
        .where("slug", "=", UNSAFE)
        .executeTakeFirstOrThrow();
      const police = await tx
        .selectFrom("organisation")
        .select("id")
        .where("kind", "=", "police")
        .executeTakeFirstOrThrow();
      await tx
        .updateTable("source")
        .set({ secrecy_class: "own", owner_organisation_id: police.id })
        .where("id", "=", source_id)
        .execute();
    });
    const evidence = { ...unsafe, ...shown };
    expect((await karin.call(api.citeEvidence, { ...on, evidence })).problem.why).toBe("evidence-not-found");
    expect((await johan.call(api.citeEvidence, { ...on, evidence })).status).toBe(200);
    expect((await listed(johan, slug))?.evidence).toMatchObject([{}, { kind: "series", sharing: "own" }]);
    expect((await listed(karin, slug))?.evidence).toHaveLength(1);
  });

  test("two who choose it at once have both chosen it", async () => {
    const { id, slug } = await raised("Farten förbi skolan");
    const on = { partnership, id: id };
    const answers = await Promise.all([
      karin.call(api.chooseProblem, { ...on, reason: "Vår gata" }),
      johan.call(api.chooseProblem, { ...on, reason: "Vår kontroll" }),
    ]);
    expect(answers.map(({ value }) => value.state).toSorted()).toEqual(["chosen", "open"]);
    expect(await listed(karin, slug)).toMatchObject({ state: "chosen", choices: [{}, {}] });
    expect((await karin.call(api.chooseProblem, { ...on, reason: "Igen" })).problem.why).toBe("you-have-chosen");
    expect((await johan.call(api.declineProblem, { ...on, publicReason: "Nej" })).problem.why).toBe(
      "problem-is-chosen",
    );
  });

  test("what it says is put right by either party, one at a time, and what it said before is read by both", async () => {
    const { id, slug } = await raised("Gångtuneln är mörk");
    const { evidence: _, ...said } = newProblem("Gångtunneln är mörk");
    const change = (who: Caller, more: object) => who.call(api.correctProblem, { ...said, id, version: 1, ...more });
    house.setClock("2026-11-24T09:01:00.000Z" as Instant);
    const answers = await Promise.all([
      change(karin, { place: { kind: "area", name: "Stationen" } }),
      change(johan, { affected: "de som går hem sent" }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 409)?.problem.why).toBe("problem-changed-meanwhile");
    await karin.call(api.chooseProblem, { partnership, id, reason: "Vår tunnel" });
    house.setClock("2026-11-24T09:02:00.000Z" as Instant);
    expect((await change(johan, { what: "En annan tunnel", version: 2 })).problem.why).toBe("other-has-said-yes");
    const old = { partnership, id, reason: "Vår kontroll", version: 1 };
    expect((await johan.call(api.chooseProblem, old)).problem.why).toBe("problem-changed-meanwhile");
    const occurs = await change(await house.as("Amina"), { what: "Tunneln är mörk", occurs: undefined, version: 2 });
    expect(occurs.value).toEqual({ version: 3 });
    expect((await change(karin, { what: "Ring 070-123 45 67", version: 3 })).problem).toMatchObject({
      why: "names-a-person",
      field: "what",
    });
    const read = await listed(johan, slug);
    expect(read).toEqual(await listed(karin, slug));
    expect(read).toMatchObject({
      what: "Tunneln är mörk",
      occurs: "",
      version: 3,
      corrections: [
        { what: "Gångtunneln är mörk", occurs: "fredagskvällar", organisation: "Ockelbo kommun" },
        { what: "Gångtuneln är mörk", place: { kind: "unknown" } },
      ],
      choices: [{ reason: "Vår tunnel", beforeCorrection: true }],
    });
    expect((await change(await house.as("Ingrid"), { version: 3 })).status).toBe(403);
    expect((await change(await house.as("Elin"), { version: 3 })).status).toBe(404);
    await karin.call(api.declineProblem, { partnership, id, publicReason: "Lampan är lagad" });
    expect((await change(karin, { version: 3 })).problem.why).toBe("problem-is-closed");
  });

  test("is answered once, with a reason, or goes on in another", async () => {
    const [first, second] = [await raised("Skräp vid affären"), await raised("Skräp vid stationen")];
    const on = { partnership, id: first.id };
    expect((await karin.call(api.mergeProblem, { ...on, into: first.id, publicReason: "Samma" })).problem.why).toBe(
      "merged-with-itself",
    );
    const into = { ...on, into: second.id, publicReason: "Samma sak" };
    expect((await karin.call(api.mergeProblem, { ...into, publicReason: " " })).problem.why).toBe(
      "answer-needs-reason",
    );
    expect((await karin.call(api.mergeProblem, into)).value).toEqual({ state: "merged" });
    expect(await listed(johan, first.slug)).toMatchObject({
      state: "merged",
      occurs: "fredagskvällar",
      into: { slug: second.slug, what: "Skräp vid stationen" },
    });
    expect(await listed(johan, second.slug)).toMatchObject({ into: null });
    expect((await karin.call(api.mergeProblem, into)).problem.why).toBe("problem-is-closed");
    expect(
      (await johan.call(api.declineProblem, { partnership, id: second.id, publicReason: "Fastighetsägarens" })).value,
    ).toEqual({ state: "declined" });
    expect(await listed(karin, second.slug)).toMatchObject({ state: "declined", publicReason: "Fastighetsägarens" });
  });

  test("who may is told by role; another partnership and a stranger find nothing", async () => {
    const { id } = await raised("Klotter");
    const on = { partnership, id: id };
    expect(await (await house.as("Amina")).call(api.chooseProblem, { ...on, reason: "Ja" })).toMatchObject({
      status: 403,
      problem: { why: "not-yours" },
    });
    expect(await (await house.as("Ingrid")).call(api.raiseProblem, newProblem("Nej"))).toMatchObject({
      status: 403,
      problem: { why: "not-yours" },
    });
    expect((await (await house.as("Elin")).call(api.listProblems, { partnership })).status).toBe(404);
    expect(
      (await (await house.as("Elin")).call(api.chooseProblem, { partnership: "hofors", id: id, reason: "Ja" })).status,
    ).toBe(404);
    expect(await house.stranger.call(api.listProblems, { partnership })).toMatchObject({
      status: 401,
      problem: { why: "not-logged-in" },
    });
  });
});
