import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import type { Day, Instant } from "../ground/time.ts";
import { newId } from "../platform/server/secrets.ts";
import * as api from "./api.ts";
import { noteHearing, openPassage, sharePassage } from "./hearings/api.ts";
import { reviewPersons } from "./privacy/api.ts";
import type { CollectDatabase } from "./tables.ts";
import { sendWeeklyReport } from "./weekly/api.ts";
import { tellWaits } from "./screens/waits.tsx";
import { inTurn } from "./waiting.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";

test("is said with every day there is, and no blank left open", () => {
  const row = { kind: "points" as const, title: "", count: 1, since: "2026-11-05", href: "/x" };
  expect(tellWaits({ ...row, by: "2099-12-01" }, "sv").why).toBe("Senast 1 december 2099 · äldst 5 november 2026");
  expect(tellWaits({ ...row, by: "2020-12-01" }, "sv").why).not.toContain("{");
  const report = { kind: "report" as const, title: "", count: 1, since: "2026-11-26", by: "2026-11-29", href: "/x" };
  expect(tellWaits(report, "sv")).toEqual({
    what: "Veckorapporten: två minuter i dag",
    why: "Vecka 48, till och med 29 november 2026",
  });
  expect(tellWaits(row, "sv")).toEqual({ what: "Ta emot 1 punkt", why: "Äldst 5 november 2026" });
});

test("what has a day to be done by stands first, then the oldest", () => {
  const row = (kind: "answers" | "promises" | "disputes", since: string, by?: string) => ({
    kind,
    title: "",
    count: 1,
    since: since as Day,
    at: "x",
    ...(by === undefined ? {} : { by: by as Day }),
  });
  const rows = [
    row("answers", "2026-11-03"),
    row("answers", "2026-11-01"),
    row("promises", "2026-11-20", "2026-11-25"),
    row("disputes", "2026-11-10"),
  ];
  expect(inTurn(rows, "p").map(({ since, by }) => [since, by])).toEqual([
    ["2026-11-10", "2026-11-24"],
    ["2026-11-20", "2026-11-25"],
    ["2026-11-01", undefined],
    ["2026-11-03", undefined],
  ]);
});

onBothEngines("what waits in what was heard", (fresh) => {
  test("is told to those whose turn it is, with how many and since when, and to nobody of the other organisation", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, johan, amina] = [await house.as("Karin"), await house.as("Johan"), await house.as("Amina")];
    type Who = typeof karin;
    const listed = async (who: Who) => (await who.call(api.listWaiting, { partnership })).value.waiting;
    const told = async (who: Who, kind: string) =>
      (await listed(who))
        .filter((one) => one.kind === kind)
        .map(({ count, since, by, href }) => [count, since, by, href]);
    const write = (work: (id: { m: string; p: string; at: string }) => ReturnType<typeof sql>) =>
      database.transaction<CollectDatabase, void>({ as: "system" }, async (tx) => {
        const { id } = await tx
          .selectFrom("partnership")
          .select("id")
          .where("slug", "=", partnership)
          .executeTakeFirstOrThrow();
        const of = async (kind: "municipality" | "police") =>
          (
            await tx
              .selectFrom("partnership_party")
              .innerJoin("organisation", "organisation.id", "partnership_party.organisation_id")
              .select("organisation.id")
              .where("partnership_id", "=", id)
              .where("kind", "=", kind)
              .executeTakeFirstOrThrow()
          ).id;
        await work({ m: await of("municipality"), p: await of("police"), at: id }).execute(tx);
      });
    const here = `/lyssna/${partnership}`;
    const overview = async (who: Who) => (await who.request(`/api/follow/${partnership}/waiting`)).text();
    const before = await overview(johan);

    // The municipality's own: Karin's and Amina's to do, and as if it were not there to Johan.
    await write(
      ({
        at,
      }) => sql`insert into campaign_answer (id, campaign_id, partnership_id, received_on, method, given, receipt_hash, state)
        select gen_random_uuid(), id, ${at}, '2026-11-19', 'form', '{}', encode(sha256('a'), 'hex'), 'waiting' from campaign where slug = 'amot'`,
    );
    await write(
      ({
        at,
      }) => sql`insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
        select gen_random_uuid(), ${at}, c.id, t.id, encode(sha256('d'), 'hex'), 'no', '["Släckt"]', '2026-11-20'
        from campaign c, theme t where c.slug = 'amot' and t.partnership_id = ${at} limit 1`,
    );
    const held = newId(Date.parse(AT));
    const note = { partnership, id: held, notedAt: AT, kind: "problem" as const, category: "place.lighting" as const };
    const where = { place: { kind: "unknown" as const }, when: { kind: "unknown" as const } };
    await amina.call(api.noteObservation, {
      ...note,
      ...where,
      text: "Mörkt vid Kalle Svensson",
      override: "en kiosk",
    });
    const heard = { partnership, actorKind: "trade" as const, area: "Ockelbo", actors: 7, heldOn: "2026-11-20" as Day };
    const themes = [{ category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" }];
    const promised = { promise: "Återkommer om belysningen", promiseBy: "2026-11-30" as Day };
    const hearing = await karin.call(noteHearing, { ...heard, themes, ...promised });
    expect(hearing.status).toBe(200);
    await write(
      ({ at }) => sql`insert into walk_letter (walk_id, partnership_id, spot_manager, points, sent_at, reply_by)
        select walk_id, ${at}, 'municipality', 1, '2026-11-12T09:00:00Z', '2026-12-01' from protocol_row
        where partnership_id = ${at} and spot_manager = 'municipality' and kind <> 'positive' and answer_kind is null
          and not exists (select 1 from walk_letter l where l.walk_id = protocol_row.walk_id and l.spot_manager = 'municipality') limit 1`,
    );
    const walked = sql`update walk set state = 'walked', walked_at = '2026-11-21T19:00:00Z' where state = 'planned' and slug like '%amot%'`;
    await write(() => walked);
    await write(
      ({ m, at }) => sql`update observation set walk_id = (select id from walk where walked_at = '2026-11-21T19:00:00Z')
        where id = (select id from observation where partnership_id = ${at} and owner_organisation_id = ${m} and sharing = 'shared' and walk_id is null
          order by id limit 1)`,
    );
    await write(
      ({ m, at }) => sql`insert into weekly_reporter (id, partnership_id, organisation_id, role, area, places, since)
        values ('019e0000-0000-7000-8000-0000000000aa', ${at}, ${m}, 'Badmästare', 'Badet', '[]', '2026-01-01')`,
    );
    await write(
      ({ at }) => sql`insert into weekly_report (id, partnership_id, reporter_id, week, events, written_at, received_at)
        values ('019e0000-0000-7000-8000-0000000000ab', ${at}, '019e0000-0000-7000-8000-0000000000aa', '2026-11-16', 1, '2026-11-17T09:00:00Z', '2026-11-17T09:00:00Z')`,
    );
    await write(
      ({ m, at }) => sql`insert into weekly_event (id, partnership_id, report_id, observation_id, part, severity)
        select gen_random_uuid(), ${at}, '019e0000-0000-7000-8000-0000000000ab', o.id, 'evening', 2 from observation o
        where o.partnership_id = ${at} and o.owner_organisation_id = ${m} and o.sharing = 'shared'
          and not exists (select 1 from weekly_answer a where a.observation_id = o.id) limit 1`,
    );
    expect(await told(karin, "answers")).toEqual([[1, "2026-11-19", undefined, `${here}/kampanj-amot`]]);
    expect(await told(karin, "disputes")).toEqual([[1, "2026-11-20", "2026-12-04", `${here}/teman`]]);
    expect(await told(karin, "complaints")).toEqual([[1, "2026-11-22", undefined, `${here}/trafik`]]);
    expect(await told(karin, "persons")).toEqual([[1, "2026-11-24", undefined, `${here}/granska-personuppgifter`]]);
    expect(await told(karin, "promises")).toEqual([[1, "2026-11-20", "2026-11-30", `${here}/samtal`]]);
    expect((await told(karin, "points")).map((one) => one.at(-1))).toEqual([`${here}/att-ta-emot`]);
    expect(await told(karin, "protocols")).toEqual([[1, "2026-11-21", undefined, `${here}/vandring-amot-2026`]]);
    expect(await told(karin, "weekly")).toEqual([[1, "2026-11-17", undefined, `${here}/veckorapporter`]]);
    // A second person looks; and who only takes notes neither leads the dialogue nor hears actors.
    expect(await told(amina, "persons")).toEqual([]);
    expect((await listed(amina)).map(({ kind }) => kind).toSorted()).toEqual(["answers", "complaints", "weekly"]);
    expect(await overview(johan)).toBe(before);
    expect(JSON.parse(await overview(karin)).heard).toEqual(await listed(karin));

    // What was sent to the police is theirs to do, and not the sender's.
    const shared = await karin.call(sharePassage, {
      partnership,
      id: hearing.value.id,
      text: themes[0]!.text,
    });
    await write(
      ({
        m,
        p,
        at,
      }) => sql`insert into traffic_proposal (id, partnership_id, thread_id, owner_organisation_id, to_organisation_id, to_party, action, what, proposed_at)
        select gen_random_uuid(), ${at}, id, ${m}, ${p}, 'police', 'control', 'Kontroll', '2026-11-18T09:00:00Z'
        from traffic_thread where partnership_id = ${at} and number = 9`,
    );
    expect(await told(johan, "passages")).toEqual([[1, "2026-11-24", undefined, `${here}/samtal`]]);
    expect(await told(johan, "proposals")).toEqual([[1, "2026-11-18", undefined, `${here}/trafik-9`]]);
    expect((await listed(johan)).map(({ kind }) => kind)).toEqual(["proposals", "passages"]);
    expect(await told(karin, "proposals")).toEqual([]);

    // On Thursday the reporter is asked for the week's report, until it is sent; nobody else is.
    expect(await told(amina, "report")).toEqual([]);
    house.setClock("2026-11-26T07:00:00.000Z" as Instant);
    expect(await told(amina, "report")).toEqual([[1, "2026-11-26", "2026-11-29", `/falt/${partnership}/vecka`]]);
    expect(JSON.parse(await overview(amina)).heard[0].kind).toBe("report");
    expect([...(await told(karin, "report")), ...(await told(johan, "report"))]).toEqual([]);
    const nothing = { partnership, id: newId(Date.parse(AT)), week: "2026-11-23" as Day, writtenAt: AT, events: [] };
    expect((await amina.call(sendWeeklyReport, nothing)).status).toBe(200);
    expect(await told(amina, "report")).toEqual([]);

    // Done, it waits no more.
    await johan.call(openPassage, { partnership, id: shared.value.id });
    expect(await told(johan, "passages")).toEqual([]);
    await karin.call(reviewPersons, { partnership, id: held, verdict: "released" });
    expect(await told(karin, "persons")).toEqual([]);
    expect((await house.stranger.call(api.listWaiting, { partnership })).status).toBe(401);
    await house.close();
  });
});
