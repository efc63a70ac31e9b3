import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "../../test/house.ts";
import * as act from "../act/api.ts";
import * as collect from "../collect/api.ts";
import * as campaigns from "../collect/campaigns/api.ts";
import * as reports from "../follow/reports/api.ts";
import * as traffic from "../collect/traffic/api.ts";
import * as walks from "../collect/walks/api.ts";
import { addCodings, setShowing, shownThemes } from "../collect/campaigns/store-coding.ts";
import type { GroundToPointAt } from "../collect/pointed.ts";
import { groundToPointAt } from "../collect/store-doors.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import { type Day, dayOf, type Instant } from "../ground/time.ts";
import type { Database } from "../platform/server/database/database.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import * as prioritise from "../prioritise/api.ts";
import * as api from "./api.ts";
import { foundPartnership } from "../partnership/api.ts";
import { partnershipBySlug } from "../partnership/store.ts";
import type { Within } from "../partnership/tables.ts";
import { refreshPartnership } from "./reactions.ts";
import type { Site } from "./site.ts";
import { readBecame } from "./store-became.ts";
import { allPublished, publish, published, readSite } from "./store.ts";
import type { TellDatabase } from "./tables.ts";

const partnership = "ockelbo";

onBothEngines("what a stranger is told", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let karin: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    karin = await house.as("Karin");
  });
  const told = async () =>
    (await house.stranger.call(api.readPublication, { slug: partnership })).value as unknown as Site;
  const inside = <T>(as: "system" | "stranger", work: (tx: Within<TellDatabase>) => Promise<T>) =>
    database.transaction<TellDatabase, T>({ as }, work);
  /** Does it, lets what follows from it happen, and gives what a stranger read before and after. */
  const after = async (work: () => Promise<{ status: number }>) => {
    const before = await told();
    expect((await work()).status).toBe(200);
    await house.settle();
    return { before, now: await told() };
  };

  test("stands under the partnership's address, to whoever asks", async () => {
    const { value } = await house.stranger.call(api.listPartnerships, {});
    expect(value.partnerships.find(({ slug }) => slug === partnership)?.documents).toEqual([
      "2018-2019",
      "2022-2024",
      "2025-2027",
    ]);
    expect((await told()).name).toBe("Ockelbo");
    expect(await house.stranger.call(api.readPublication, { slug: "finns-inte" })).toMatchObject({
      status: 404,
      problem: { why: "nothing-published", detail: "Det finns inget publicerat för den adressen." },
    });
  });

  test("the forms for residents name the places that a public page names, and no other", async () => {
    const form = async () => {
      const ground = await database.transaction<CollectDatabase, GroundToPointAt>({ as: "system" }, async (tx) => {
        const found = tx.selectFrom("partnership").select("id").where("slug", "=", partnership);
        return groundToPointAt(tx, (await found.executeTakeFirstOrThrow()).id);
      });
      return ground.places.map(({ name }) => name);
    };
    const names = await form();
    const onPages = new Set((await told()).walks.flatMap(({ rows }) => rows.map(({ place }) => place)));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !onPages.has(name))).toEqual([]);
    // A stop that no row of the protocol stands under: nobody has read its name for strangers.
    await inside("system", async (tx) => {
      const known = tx.selectFrom("walk_stop").selectAll().where("name", "=", names[0]!).limit(1);
      const unread = { id: house.house.newId(), number: 99, name: "Bakom den gula villan" };
      const stop = { ...(await known.executeTakeFirstOrThrow()), ...unread };
      await tx.insertInto("walk_stop").values(stop).execute();
    });
    expect(await form()).toEqual(names);
  });

  test("the rows of a walk's protocol are read by everybody when somebody has published it", async () => {
    const slug = "jadraas-2021";
    await inside("system", async (tx) => {
      await tx.updateTable("walk").set({ published_at: null }).where("slug", "=", slug).execute();
      const here = tx.selectFrom("partnership").select("id").where("slug", "=", partnership);
      await refreshPartnership(tx, (await here.executeTakeFirstOrThrow()).id, house.house.now());
    });
    const { before, now } = await after(() => karin.call(walks.publishProtocol, { partnership, slug }));
    const rows = ({ walks: told }: Site) => told.find((one) => one.slug === slug)!.rows.length;
    expect(rows(before)).toBe(0);
    expect(rows(now)).toBeGreaterThan(0);
    // What is put in it afterwards is told when somebody has published that as well, and that it was.
    const late = { partnership, id: house.house.newId() as never, walkId: idInDemo(`walk ${slug}`) as never };
    const noted = await karin.call(collect.noteObservation, {
      ...late,
      notedAt: house.house.now(),
      kind: "problem",
      category: "place.lighting",
      text: "Lampan vid bron är trasig",
      place: { kind: "area", name: "Bron" },
      when: { kind: "unknown" },
    });
    expect(noted.status).toBe(200);
    const put = await after(() => karin.call(walks.complementProtocol, { partnership, slug }));
    expect(put.now).toEqual(put.before);
    expect(JSON.stringify(put.now)).not.toContain("Lampan vid bron");
    const out = await after(() => karin.call(walks.publishProtocol, { partnership, slug }));
    expect(rows(out.now)).toBe(rows(out.before) + 1);
    expect(out.now.walks.find((one) => one.slug === slug)?.complementedOn).toBe(dayOf(house.house.now()));
    expect(JSON.stringify(out.now)).toContain("Lampan vid bron");
  });

  test("a walk that is open to all is told before it is held, without its route; called off, that and why", async () => {
    const slug = "amot-2026";
    const plan = ({ upcoming }: Site) => upcoming?.find((one) => one.slug === slug);
    const { walk } = (await karin.call(collect.openWalk, { partnership, slug })).value;
    const { title, village, startsAt, endsAt, meetingPoint, theme, functions } = walk;
    const said = { title, village, startsAt, endsAt, meetingPoint, theme, functions: [...functions] };
    const change = (isOpen: boolean, revision: number) =>
      after(() => karin.call(walks.changePlan, { partnership, slug, ...said, isOpen, revision }));
    const closed = await change(false, walk.revision);
    expect(plan(closed.now)).toBeUndefined();
    const opened = plan((await change(true, walk.revision + 1)).now);
    expect(opened).toMatchObject({ meetingPoint, on: "2026-12-01", from: "18.00", cancelled: null });
    const told = JSON.stringify(opened);
    const ofTheRoute = walk.stops.flatMap(({ name, question }) => [name, question]).filter((words) => words !== "");
    expect(ofTheRoute.filter((words) => told.includes(words))).toEqual([]);
    const reason = "Det blir snöstorm på tisdag.";
    const { now } = await after(() => karin.call(walks.cancelWalk, { partnership, slug, reason }));
    expect(plan(now)?.cancelled).toMatchObject({ reason });
  });

  test("follows what happens: an answer to a walker is read when it has been given", async () => {
    const { value } = await karin.call(collect.openWalk, { partnership, slug: "ockelbo-2021" });
    const row = value.rows[0]!;
    const answer = {
      partnership,
      slug: "ockelbo-2021",
      number: row.number,
      kind: "done" as const,
      reason: "Lampan är bytt",
      when: "november",
    };
    const { now } = await after(() => karin.call(collect.answerRow, answer));
    const walk = now.walks.find(({ slug }) => slug === "ockelbo-2021");
    expect(walk?.rows.find(({ number }) => number === row.number)).toMatchObject({
      answer: "done",
      reason: "Lampan är bytt",
    });
  });

  test("an occasion and a deviation are read, and an answer to a problem", async () => {
    const petra = await house.as("Petra");
    const { value } = await petra.call(act.listActivities, { partnership });
    const { id } = value.activities.find(({ number }) => number === "1.2")!;
    const on = { partnership, activityId: id };
    const occasion = {
      on: "2026-11-23",
      count: { value: 3, qualifier: "exact" as const },
      counted: "rondering",
      towardTarget: true,
      unitName: "",
      place: { kind: "unknown" as const },
      note: "Hela Åmotsvägen",
      outputs: [],
      source: "own-log" as const,
      confirmed: true,
    };
    const activityIn = (site: Site) =>
      site.current.flatMap(({ activities }) => activities).find((one) => one.id === id)!;
    const logged = await after(() => petra.call(act.logOccasion, { ...on, occasion }));
    expect(activityIn(logged.now).done.value).toBe(activityIn(logged.before).done.value + 3);
    expect(activityIn(logged.now).occasions[0]).toMatchObject({ on: "2026-11-23", count: { value: 3 } });
    // What the unit noted for itself is a working note, and goes nowhere.
    expect(JSON.stringify(logged.now)).not.toContain("Hela Åmotsvägen");

    const talks = { ...occasion, counted: "samtal", towardTarget: false };
    const beside = await after(() => petra.call(act.logOccasion, { ...on, occasion: talks }));
    expect(activityIn(beside.now).done).toEqual(activityIn(logged.now).done);
    expect(activityIn(beside.now).occasions).toContainEqual(
      expect.objectContaining({ counted: "samtal", beside: true }),
    );

    const deviationId = crypto.randomUUID();
    const deviation = {
      id: deviationId,
      on: "2026-11-20",
      cause: "weather" as const,
      sentence: "Halka hela veckan",
      unitName: "",
      next: { kind: "none" as const, because: "Säsongen är slut" },
    };
    const missed = await after(() => petra.call(act.noteDeviation, { ...on, deviation }));
    expect(activityIn(missed.now).deviations[0]).toMatchObject({
      sentence: "Halka hela veckan",
      because: "Säsongen är slut",
    });
    const back = await after(() => petra.call(act.withdrawDeviation, { ...on, deviationId, reason: "Fel månad" }));
    expect(activityIn(back.now).deviations).toEqual(activityIn(missed.before).deviations);

    const evidence = [
      {
        kind: "observation" as const,
        refId: idInDemo("observation ockelbo-2021 9"),
        caption: "En arbetsanteckning",
        strength: "weak" as const,
      },
    ];
    const raised = await after(() =>
      karin.call(prioritise.raiseProblem, {
        partnership,
        what: "Skräp vid affären",
        place: { kind: "unknown" },
        since: "maj",
        affected: "alla",
        category: "place.litter",
        evidence,
      }),
    );
    expect(raised.now.answers).toEqual(raised.before.answers);
    const problem = (await karin.call(prioritise.listProblems, { partnership })).value.problems.find(
      ({ what }) => what === "Skräp vid affären",
    )!;
    const declined = await after(() =>
      karin.call(prioritise.declineProblem, { partnership, id: problem.id, publicReason: "Butikens mark" }),
    );
    expect(declined.now.answers).toContainEqual(
      expect.objectContaining({
        said: "Skräp vid affären",
        answer: "declined",
        reasons: [{ party: "", reason: "Butikens mark" }],
      }),
    );
    // What the evidence was said to show is for the parties.
    expect(JSON.stringify(declined.now)).not.toContain("En arbetsanteckning");
  });

  test("is one row for a partnership, made anew, and the only thing a stranger's role can read", async () => {
    const { id } = (await inside("system", (tx) => partnershipBySlug(tx, partnership)))!;
    const at = "2026-11-25T09:00:00.000Z" as Instant;
    const madeAt = async () => (await inside("stranger", (tx) => published(tx, partnership)))?.madeAt;
    const before = await madeAt();
    await inside("system", (tx) => refreshPartnership(tx, id, at));
    const row = await inside("stranger", (tx) => published(tx, partnership));
    // Made anew and the same, it is no newer.
    expect(row).toMatchObject({ madeAt: before, site: await told() });
    expect(before).not.toBe(at);
    await inside("system", (tx) => publish(tx, id, { ...row!.site, name: "Ockelbo igen" }, "annan", at));
    expect(await madeAt()).toBe(at);
    const { sites, etag } = await inside("stranger", (tx) => allPublished(tx));
    expect(sites.filter(({ slug }) => slug === partnership).map(({ name }) => name)).toEqual(["Ockelbo igen"]);
    expect(etag).toContain("annan");
    await expect(inside("stranger", (tx) => publish(tx, id, row!.site, "x", at))).rejects.toMatchObject({
      code: "42501",
    });
    await expect(inside("stranger", (tx) => readSite(tx, id, "2026-11-25" as Day))).rejects.toMatchObject({
      code: "42501",
    });
  });
  test("counts a note only where its owner has decided that it may be, as that stands now", async () => {
    const at = await inside("system", (tx) => partnershipBySlug(tx, partnership));
    const notes = async () => {
      const site = await inside("system", (tx) => readSite(tx, at!.id, "2026-11-25" as Day));
      return site!.answers.reduce((sum, answer) => sum + answer.notes, 0);
    };
    const write = (statement: ReturnType<typeof sql>) =>
      inside("system", (tx) => statement.execute(tx as unknown as AnyTransaction));
    const before = await notes();
    // A note that both read, cited where a problem has its answer: evidence to them, and no number to strangers.
    await write(sql`insert into problem_evidence (id, partnership_id, problem_id, kind, ref_id, caption, strength, sharing, owner_organisation_id, cited_at)
      select gen_random_uuid(), o.partnership_id, p.id, 'observation', o.id, 'Sedd', 'fair', 'shared', o.owner_organisation_id, now()
      from observation o, problem p where o.partnership_id = ${at!.id} and p.partnership_id = o.partnership_id and p.state = 'chosen'
        and o.sharing = 'shared' and o.walk_id is null and not exists (select 1 from problem_evidence e where e.ref_id = o.id)
      order by o.id, p.id limit 1`);
    expect(await notes()).toBe(before);
    const cited = sql`(select ref_id from problem_evidence where caption = 'Sedd')`;
    await write(sql`update observation set sharing = 'public' where id = ${cited}`);
    expect(await notes()).toBe(before + 1);
    await write(sql`update observation set sharing = 'own' where id = ${cited}`);
    expect(await notes()).toBe(before);
  });

  test("tells of a recorded dialogue, and counts it as a voice, only where its owner has decided that it may be published", async () => {
    const at = await inside("system", (tx) => partnershipBySlug(tx, partnership));
    const [first] = (await told()).dialogues.filter(({ slug }) => slug !== "svar-amot");
    const themeId = idInDemo("theme amot farten på Åmotsvägen");
    const decided = (secrecyClass: "own" | "shared" | "public") =>
      inside("system", async (tx) => {
        const its = tx.selectFrom("dialogue").select("source_id").where("slug", "=", first!.slug);
        await tx.updateTable("source").set({ secrecy_class: secrecyClass }).where("id", "=", its).execute();
        const site = await readSite(tx, at!.id, "2026-11-25" as Day);
        const theme = (await shownThemes(tx, at!.id)).find(({ id }) => id === themeId);
        return [site!.dialogues.some(({ slug }) => slug === first!.slug), theme?.voices];
      });
    await inside("system", async (tx) => {
      await setShowing(tx, themeId, { on: "2026-11-24" as Day, words: "" });
      const theme = await tx
        .selectFrom("dialogue_theme")
        .innerJoin("dialogue", "dialogue.id", "dialogue_theme.dialogue_id")
        .select("dialogue_theme.id")
        .where("slug", "=", first!.slug)
        .executeTakeFirstOrThrow();
      const coding = {
        id: house.house.newId(),
        themeId,
        place: "",
        time: "any" as const,
        concerns: "everybody" as const,
      };
      await addCodings(tx, at!.id, [{ ...coding, subject: { kind: "dialogue-theme", id: theme.id } }]);
    });
    const [isTold, voices] = await decided("public");
    expect([isTold, voices]).toEqual([true, expect.any(Number)]);
    for (const kept of ["shared", "own"] as const) expect(await decided(kept)).toEqual([false, Number(voices) - 1]);
    await decided("public");
    await inside("system", async (tx) => {
      await setShowing(tx, themeId, { on: undefined, words: "" });
      await tx
        .deleteFrom("coding")
        .where("dialogue_theme_id", "is not", null)
        .where("theme_id", "=", themeId)
        .execute();
    });
  });

  test("a road is read when its owner has published it, follows what is taken back, and goes when that is taken back", async () => {
    const at = { partnership, number: 9 };
    const [johan, amina] = [await house.as("Johan"), await house.as("Amina")];
    const road = ({ roads }: Site) => roads?.find(({ slug }) => slug.endsWith("-9"));
    for (const who of [johan, amina])
      for (const door of [traffic.publishRoad, traffic.takeBackRoad])
        expect((await who.call(door, at)).problem).toMatchObject({ why: "not-yours" });
    expect((await karin.call(traffic.publishRoad, at)).problem.why).toBe("road-published");
    const gone = await after(() => karin.call(traffic.takeBackRoad, at));
    expect(road(gone.before)).toMatchObject({
      name: "Infarten söderifrån, skylten till bron",
      by: "Ockelbo kommun",
      saidInAll: { shown: "withheld" },
      judgement: { kind: "justified" },
      compared: { stretch: { can: true, sure: true }, roads: [{ can: true }] },
      done: [{ action: "control", reply: "done", count: 8, month: "2026-09" }],
    });
    // Neither what anybody wrote, nor where and when a check stood, nor which file it was.
    const text = JSON.stringify(gone.before);
    for (const inside of ["Tunga bilar bromsar", "morgontrafiken", "juni till augusti", "infarten-v19", "SR4"])
      expect(text).not.toContain(inside);
    expect(road(gone.now)).toBeUndefined();
    expect((await karin.call(traffic.takeBackRoad, at)).problem.why).toBe("road-not-published");
    expect((await karin.call(traffic.publishRoad, { partnership, number: 14 })).problem.why).toBe("road-not-ready");

    await after(() => karin.call(traffic.publishRoad, at));
    const { measurements, published: open } = (await johan.call(traffic.openThread, at)).value;
    expect(open?.slug).toBe("infarten-soderifran-skylten-till-bron-9");
    const last = measurements.findLast(({ comparisonRoad }) => comparisonRoad === undefined)!;
    const wrong = { ...at, id: last.id, reason: "Radarn stod på fel väg" };
    const { now } = await after(() => karin.call(traffic.takeBackMeasurement, wrong));
    expect(road(now)).toMatchObject({ compared: null, restsOnTakenBack: true, withdrawn: [{ road: null }] });
    expect(JSON.stringify(now)).not.toContain("Radarn stod på fel väg");
  });

  test("a receipt's theme tells what was made of it, without anybody having written it there", async () => {
    const of = (theme: string) => idInDemo(`theme amot ${theme}`);
    const cited = async (slug: string) => {
      const { rows } = await inside("system", (tx) =>
        sql<{ id: string; partnership_id: string }>`
          select e.ref_id as id, e.partnership_id from problem_evidence e join problem p on p.id = e.problem_id
          where p.slug = ${slug} and e.kind = 'observation' and e.sharing = 'shared' order by e.ref_id limit 1`.execute(
          tx as unknown as AnyTransaction,
        ),
      );
      return rows[0]!;
    };
    for (const [theme, slug] of [
      ["belysningen vid skolan", "morkret-mellan-stationen-och-skolan"],
      ["busshållplatsen", "kameror-pa-torget"],
    ] as const) {
      const { id, partnership_id } = await cited(slug);
      const subject = { kind: "observation" as const, id };
      const coding = { id: house.house.newId(), themeId: of(theme), subject, place: "", time: "any" as const };
      await inside("system", (tx) => addCodings(tx, partnership_id, [{ ...coding, concerns: "everybody" }]));
    }
    const became = await inside("system", (tx) =>
      readBecame(tx, [of("belysningen vid skolan"), of("busshållplatsen"), of("farten på Åmotsvägen")]),
    );
    const light = became.get(of("belysningen vid skolan"))!;
    expect(light.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["weighed", "chosen", "promised"]));
    expect(light.map(({ on }) => on)).toEqual(light.map(({ on }) => on).toSorted());
    expect(light.filter(({ kind }) => kind === "chosen")).toHaveLength(1);
    expect(became.get(of("busshållplatsen"))!.at(-1)).toMatchObject({
      kind: "not-chosen",
      text: expect.stringMatching(/^det har hänt för lite/),
    });
    expect(became.get(of("farten på Åmotsvägen"))).toBeUndefined();
  });

  test("reads of a recorded dialogue what those who decide read before it, through the same gate", async () => {
    const recorded = {
      title: "Kafé vid ån",
      heldFrom: "2026-05-04",
      heldTo: "2026-05-04",
      method: "Samtal över kaffe",
      ladderLevel: "consultation" as const,
      sampleType: "self-selected" as const,
      canInfluence: "belysningen",
      cannotInfluence: "statens väg",
      answered: { all: 22 },
      themes: [9, 3].map((value) => ({
        theme: `Sagt av ${value}`,
        category: "place.lighting" as const,
        count: { value, qualifier: "exact" as const },
        quote: `Så sa en av ${value}`,
      })),
    };
    const { slug: source } = (
      await karin.call(collect.registerSource, {
        partnership,
        kind: "dialogue",
        name: "Kafé vid ån",
        method: "Samtal",
        sampleType: "self-selected",
        reliability: "fair",
        secrecyClass: "own",
        caveat: "Få var med",
      })
    ).value;
    const record = async (title: string) =>
      (await karin.call(collect.recordDialogue, { partnership, ...recorded, source, title })).value.slug;
    const [slug, other] = [await record("Kafé vid ån"), await record("Kafé igen")];
    const { dialogue, beside } = (await karin.call(api.previewDialogue, { partnership, slug })).value;
    expect(dialogue.themes.map(({ voices, quote }) => [voices, quote])).toEqual([
      [{ shown: "count", value: 9 }, "Så sa en av 9"],
      [{ shown: "fewer-than", than: 5 }, ""],
    ]);
    expect(beside.map((one) => one.slug)).toEqual([other]);
    // What is kept apart is nobody else's to look through.
    for (const [who, status] of [
      [await house.as("Johan"), 404],
      [house.stranger, 401],
    ] as const)
      expect((await who.call(api.previewDialogue, { partnership, slug })).status).toBe(status);
    const { now } = await after(() => karin.call(collect.publishDialogue, { partnership, slug, publish: true }));
    expect(now.dialogues.find((one) => one.slug === slug)).toMatchObject(dialogue);
    expect(now.dialogues.find((one) => one.slug === other)).toMatchObject(beside[0]!);
    // The other tests count what is told.
    await after(() => karin.call(collect.publishDialogue, { partnership, slug, publish: false }));
  });

  test("reads what was answered in a campaign when somebody has decided it, through the gate, until it is taken back", async () => {
    const { closeCampaign, followCampaign, tellResults, takeBackResults } = campaigns;
    const campaign = { partnership, slug: "amot" };
    const johan = await house.as("Johan");
    const preview = async () => (await johan.call(api.previewResults, campaign)).value;
    const found = async () => (await told()).dialogues.find(({ slug }) => slug === "svar-amot");
    expect((await preview()).dialogue.themes.find(({ theme }) => theme === "farten på Åmotsvägen")?.voices).toEqual({
      shown: "fewer-than",
      than: 5,
    });
    expect(await karin.call(tellResults, { ...campaign, notAsked: "Hemmet" })).toMatchObject({
      problem: { why: "campaign-still-open" },
    });
    expect((await karin.call(closeCampaign, campaign)).status).toBe(200);
    expect((await johan.call(tellResults, { ...campaign, notAsked: "Hemmet" })).problem).toMatchObject({
      why: "not-yours",
    });
    expect(await found()).toBeUndefined();

    await after(() => karin.call(tellResults, { ...campaign, notAsked: "Hur det är hemma" }));
    const read = await found();
    expect(read).toMatchObject({ answered: { shown: "count", value: 20 }, sampleType: "self-selected" });
    expect(read?.caveat).toBe("Det här frågade vi inte om: Hur det är hemma");
    expect(read?.themes.map(({ theme, voices }) => [theme, voices])).toEqual([
      ["belysningen vid skolan", { shown: "count", value: 14 }],
      ["busshållplatsen", { shown: "fewer-than", than: 5 }],
      ["farten på Åmotsvägen", { shown: "fewer-than", than: 5 }],
    ]);
    // Somebody with a receipt says that it is not so: since when and what was answered, not how many and not in their words.
    const themeId = idInDemo("theme amot belysningen vid skolan");
    await inside("system", (tx) =>
      sql`insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
        select ${house.house.newId()}, c.partnership_id, c.id, ${themeId}, repeat('a', 64), 'no', '["Lampan vid gaveln"]', '2025-10-06'
        from campaign c where c.slug = 'amot'`.execute(tx as unknown as AnyTransaction),
    );
    const [dispute] = (await karin.call(campaigns.listDisputes, { partnership })).value.disputes.filter(
      ({ disputedOn }) => disputedOn === "2025-10-06",
    );
    const reportOf = async () =>
      (await karin.call(reports.openReport, { partnership, slug: "2025" })).value.disputes.open;
    expect(await reportOf()).toBe(1);
    const reply = { partnership, id: dispute!.id, reply: "again" as const, text: "Elektrikern kommer på tisdag" };
    const { now } = await after(() => karin.call(campaigns.answerDispute, reply));
    expect((await found())?.themes[0]?.dispute).toMatchObject({
      voices: { shown: "fewer-than", than: 5 },
      since: "2025-10-06",
      open: false,
      answer: { kind: "again", text: "Elektrikern kommer på tisdag" },
    });
    expect(JSON.stringify(now)).not.toContain("Lampan vid gaveln");
    expect(await reportOf()).toBe(0);
    // What both signed stands as they signed it; what has been said since stands with the theme.
    expect(now.reports.find(({ slug }) => slug === "2025")?.body?.disputes).toEqual({
      inAll: { shown: "count", value: 0 },
      open: { shown: "count", value: 0 },
    });
    expect((await preview()).told?.by).toBe("Karin");
    expect((await karin.call(followCampaign, campaign)).value.told?.by).toBe("Karin");

    await after(() => karin.call(takeBackResults, campaign));
    expect(await found()).toBeUndefined();
    expect((await karin.call(takeBackResults, campaign)).problem).toMatchObject({ why: "results-not-told" });
  });

  test("begins when both parties have said yes to working together", async () => {
    const tomas = await house.as("Tomas");
    const founded = await tomas.call(foundPartnership, {
      slug: "sandviken",
      municipality: { code: "2181", name: "Sandviken" },
      county: { code: "21", name: "Gävleborg" },
      policeName: "Polisen Sandviken",
      centre: [16.77, 60.62],
      coordinatorTitle: "samordnare",
    });
    expect(founded.status).toBe(200);
    await house.settle();
    expect((await house.stranger.call(api.readPublication, { slug: "sandviken" })).status).toBe(404);
  });
});
