// Every column of collect that can hold somebody's words goes by a disposal decision, or stands here with the reason why it stays. A new column is in neither
// list, and is told. What goes is tried: everything the demo has is given words in each such column, and after a night none of them is left anywhere.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RawBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import * as privacy from "../src/collect/privacy/api.ts";
import { takeInComplaint } from "../src/collect/traffic/api.ts";
import { SOURCE_KINDS } from "../src/collect/source.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { disposeEverywhere } from "../src/main/dispose.ts";
import { newId } from "../src/platform/server/secrets.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { onBothEngines } from "./databases.ts";
import { idInDemo, openTestHouse } from "./house.ts";

const src = fileURLToPath(new URL("../src/collect", import.meta.url));
const partnership = "ockelbo";
const PROBE = "provsträngen";
const LATER = "2048-12-01T03:00:00.000Z" as Instant;

/** The tables of collect, as their row types are gathered. */
const TABLES = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("tables.ts"))
  .flatMap((path) => [...readFileSync(join(src, path), "utf8").matchAll(/^ {2}(\w+): \w+Row;$/gm)])
  .map(([, name]) => name!);

const words = sql`${PROBE}::text`;
const said = (shape: unknown) => sql`${JSON.stringify(shape)}::jsonb`;
/** What goes, with words to put there. */
const GOES: Readonly<Record<string, RawBuilder<unknown>>> = {
  "campaign_answer.given": said({ "vad-behovs": { version: 1, value: [PROBE] } }),
  "campaign_contacts.entries": said([PROBE]),
  "campaign_contacts.waiting": said([PROBE]),
  "campaign_photo.jpeg": sql`convert_to(${PROBE}::text, 'UTF8')`,
  "dialogue_theme.quote": words,
  "hearing.themes": said([{ category: "vandalism.damage", text: PROBE }]),
  "hearing.does": sql`case form when 'actor' then ${PROBE}::text else '' end`,
  "hearing.wish_municipality": words,
  "hearing.wish_police": words,
  "hearing.promised": words,
  "hearing.texts": sql`case when form = 'staff' and answered >= 5 then array[${PROBE}::text] else texts end`,
  "hearing_passage_text.text": words,
  "hearing_revision.body": said({ does: PROBE }),
  "import_run.problems": said([{ line: 1, read: PROBE, expected: "a-time" }]),
  "observation.text": words,
  "observation.consequence": words,
  "observation.proposal": words,
  "observation.foreign": said({ text: PROBE }),
  "observation.withdrawn_reason": sql`case when withdrawn_at is null then null else ${PROBE}::text end`,
  "observation_revision.body": said({ text: PROBE }),
  "observation_revision.fingerprint": words,
  "person_review.reason": words,
  "photo.alt": words,
  "protocol_work.text": words,
  "protocol_work.proposal": words,
  "receipt_dispute.said": said([PROBE]),
  "sent_photo.jpeg": sql`convert_to(${PROBE}::text, 'UTF8')`,
  "traffic_complaint.direction": words,
  "traffic_complaint.effect": words,
  "traffic_complaint.points": said([PROBE]),
  "traffic_complaint.proposal": words,
  "traffic_handed_in.said": sql`case when state = 'waiting' then ${JSON.stringify({ effect: PROBE })}::jsonb end`,
  "traffic_measurement.odd": said([{ line: 1, what: "no-time", read: PROBE }]),
  "weekly_answer.text": words,
};

const WHERE = "where it was, as the desk or a list calls it; what it was of, where and when stays";
const OFFICE = "written by the office, told to those concerned or to the other party; no raw material";
const PLAN = "how the work was set up, known to everybody who took part";
const FIGURES = "official figures and what their source calls them";
const CHOSEN = "chosen from what there is to choose from";
const FILE = "of a file, and which column in it is what";
/** What stays, and why. */
const STAYS: Readonly<Record<string, string>> = {
  "campaign.method_key": "the server's own",
  "campaign.title": PLAN,
  "campaign.words": PLAN,
  "campaign.target_group": PLAN,
  "campaign.methods": CHOSEN,
  "campaign.villages": CHOSEN,
  "campaign.series": PLAN,
  "campaign_groups.counts": "counts by group, let out from five up",
  "campaign_item.words": PLAN,
  "campaign_item.question": PLAN,
  "campaign_item.shown_when": PLAN,
  "campaign_language.entries": PLAN,
  "campaign_typing.seal":
    "a seal over the latest paper's groups, opened by the screen it was typed in on; gone the next day",
  "campaign_results.not_asked": "told to strangers by a decision",
  "campaign_results.by_choice": "told to strangers by a decision, in the desk's own words",
  "campaign_results.themes": "told to strangers by a decision, in the desk's own words",
  "coding.place": WHERE,
  "dialogue.title": PLAN,
  "dialogue.method": PLAN,
  "dialogue.can_influence": PLAN,
  "dialogue.cannot_influence": PLAN,
  "dialogue.answered": "counts by group",
  "dialogue_theme.theme": "what was said by how many, in the desk's own words",
  "dialogue_theme.category": CHOSEN,
  "disposal_run.source_kind": CHOSEN,
  "hearing.actor_kind": CHOSEN,
  "hearing.area": WHERE,
  "hearing.passage_ids": "ids of what goes with it",
  "hearing.theme_ids": "which of its themes stand among the observations",
  "hearing_area.actor_kind": CHOSEN,
  "hearing_area.area": WHERE,
  "hearing_passage.actor_kind": CHOSEN,
  "hearing_passage.area": WHERE,
  "import_groups.counts": "counts by group, read by nobody",
  "import_file.file_name": "gone the second night",
  "import_file.wish": "gone the second night",
  "import_file.found": "gone the second night",
  "import_run.file_name": FILE,
  "import_run.mapping": FILE,
  "measurement.name": FIGURES,
  "measurement.unit": FIGURES,
  "measurement.h3": WHERE,
  "measurement.place_name": WHERE,
  "measurement.place_code": WHERE,
  "measurement.geometry": WHERE,
  "measurement.caveat": FIGURES,
  "measurement.withdrawn_reason": OFFICE,
  "observation.h3": WHERE,
  "observation.place_name": WHERE,
  "observation.place_code": WHERE,
  "observation.geometry": WHERE,
  "observation.recurrence": "when in the week",
  "observation.foreign_id": "the id an agency's file has for it, so that the same file twice is one",
  "observation.fingerprint": "a digest: the same file read again brings no words back",
  "open_door_key.secret": "the server's own",
  "person_review.kinds": CHOSEN,
  "photo_piece.bytes": "half a photo, gone after 14 days",
  "point_reply.text": OFFICE,
  "point_reply.unit": OFFICE,
  "population_file.source": FIGURES,
  "population_file.table_id": FIGURES,
  "population_file.contents": FIGURES,
  "population_file.licence": FIGURES,
  "population_group.source": FIGURES,
  "population_locality.name": FIGURES,
  "protocol_row.category": "of a protocol: a public document",
  "protocol_row.place_name": "of a protocol: a public document",
  "protocol_row.text": "of a protocol: a public document",
  "protocol_row.proposal": "of a protocol: a public document",
  "protocol_row.answer_reason": "of a protocol: a public document",
  "protocol_row.answer_when": "of a protocol: a public document",
  "protocol_work.place_name": WHERE,
  "receipt_dispute.reply_text": OFFICE,
  "floor_proposal.reason": OFFICE,
  "floor_proposal.answer": OFFICE,
  "retention_hold.reason": OFFICE,
  "retention_rule.body": OFFICE,
  "retention_rule.paragraph": OFFICE,
  "series.foreign_key": FIGURES,
  "series.name": FIGURES,
  "series.unit": FIGURES,
  "series.area_code": FIGURES,
  "series.area_name": FIGURES,
  "series.part_of": FIGURES,
  "series.caveat": FIGURES,
  "series.licence": FIGURES,
  "series_break.foreign_key": FIGURES,
  "series_break.why": FIGURES,
  "series_reading.file_name": FILE,
  "series_reading.problems": "lines of an agency's table of figures",
  "series_value.mark": FIGURES,
  "source.name": PLAN,
  "source.method": PLAN,
  "source.caveat": PLAN,
  "source.reference": PLAN,
  "source.registry_number": "the registrar's number",
  "source.secrecy_mark": "the registrar's mark",
  "theme.name": "what many have said, in the desk's own words",
  "theme.shown_words": "decided by the desk to be shown to everybody",
  "theme_step.text": OFFICE,
  "traffic_complaint.kind": CHOSEN,
  "traffic_complaint.weekdays": CHOSEN,
  "traffic_complaint.registry_number": "the registrar's number",
  "traffic_measurement.file_name": FILE,
  "traffic_measurement.meter_name": "the meter's name",
  "traffic_measurement.direction": "of the figures",
  "traffic_measurement.summary": "counts and figures",
  "traffic_measurement.flags": CHOSEN,
  "traffic_measurement.comparison_road": WHERE,
  "traffic_measurement.withdrawn_reason": OFFICE,
  "traffic_measurement.withdrawn_in": CHOSEN,
  "traffic_meter.name": "the meter's name",
  "traffic_meter.format_key": FILE,
  "traffic_meter.mapping": FILE,
  "traffic_proposal.action": CHOSEN,
  "traffic_proposal.what": OFFICE,
  "traffic_proposal.reply_reason": OFFICE,
  "traffic_published.complaints": "counts by kind, told to strangers by a decision",
  "traffic_thread.place_name": WHERE,
  "traffic_thread.geometry": WHERE,
  "traffic_thread.state": CHOSEN,
  "traffic_thread.passed_on": OFFICE,
  "traffic_thread.judgement_sentence": OFFICE,
  "traffic_thread.answer": OFFICE,
  "traffic_thread.taken_back": OFFICE,
  "walk.cancelled_reason": PLAN,
  "walk.title": PLAN,
  "walk.village": PLAN,
  "walk.series": PLAN,
  "walk.meeting_point": PLAN,
  "walk.weather": PLAN,
  "walk.route": PLAN,
  "walk.participants": "counts by group",
  "walk.functions": PLAN,
  "walk.registry_number": "the registrar's number",
  "walk_arrangement.meeting_place": PLAN,
  "walk_heads.heads": "counts by group",
  "walk_heads.weather": PLAN,
  "walk_heads.functions": PLAN,
  "walk_stop.name": PLAN,
  "walk_stop.question": PLAN,
  "weekly_reporter.role": PLAN,
  "weekly_reporter.area": PLAN,
  "weekly_reporter.places": PLAN,
  "weekly_tree.name": PLAN,
  "weekly_tree.branches": PLAN,
};

const owning = <T>(database: Database, work: (tx: AnyTransaction) => Promise<T>) =>
  database.asOwner((tx) => work(tx as unknown as AnyTransaction));

/** Columns that can hold words: text without a list of what may stand there, JSON, lists, bytes. */
async function columnsOf(database: Database): Promise<string[]> {
  return owning(database, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'bytea', 'character varying')
        and c.table_name in (${sql.join(TABLES)})
        and not exists (
          select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          where k.conrelid = ('public.' || quote_ident(c.table_name))::regclass and k.contype = 'c' and cardinality(k.conkey) = 1
            and a.attname = c.column_name and pg_get_constraintdef(k.oid) ~ '(= ANY \\(ARRAY\\[|~ ''\\^)')
      order by 1`.execute(tx);
    return rows.map(({ name }) => name);
  });
}

/** Rows where the demo has none. */
async function laidOut(database: Database): Promise<void> {
  await owning(database, async (tx) => {
    const at = sql`'2026-11-01T09:00:00Z'::timestamptz`;
    const one = sql`(select o.id from observation o join source s on s.id = o.source_id where s.kind = 'walk' order by o.id limit 1)`;
    const here = sql`(select id from partnership where slug = ${partnership})`;
    const answer = sql`(select id from campaign_answer order by id limit 1)`;
    const id = () => newId(Date.parse("2026-11-01"));
    await sql`insert into observation_revision (observation_id, partnership_id, revision, body, fingerprint, replaced_at)
      select o.id, o.partnership_id, 1, '{}', 'f', ${at} from observation o where o.id = ${one}`.execute(tx);
    await sql`insert into person_review (id, partnership_id, observation_id, owner_organisation_id, kinds, reason, overridden_by, overridden_at)
      select ${id()}, o.partnership_id, o.id, o.owner_organisation_id, '{name}', 'r', ${idInDemo("person Karin")}, ${at} from observation o where o.id = ${one}`.execute(
      tx,
    );
    await sql`insert into photo (id, partnership_id, observation_id, sha256, width, height, bytes, alt, taken_in_at)
      select ${id()}, o.partnership_id, o.id, ${"0".repeat(64)}, 1, 1, 1, '', ${at} from observation o where o.id = ${one}`.execute(
      tx,
    );
    await sql`insert into protocol_work (walk_id, observation_id, partnership_id, text, changed_at)
      select o.walk_id, o.id, o.partnership_id, 't', ${at} from observation o where o.id = ${one} and o.walk_id is not null`.execute(
      tx,
    );
    await sql`insert into import_run (id, partnership_id, source_id, kind, file_name, started_at, finished_at, read, added, changed, same, outside, unreadable, problems)
      select ${id()}, s.partnership_id, s.id, 'csv', 'f', ${at}, ${at}, 1, 0, 0, 0, 0, 1, '[]' from source s where s.kind = 'police-events' limit 1`.execute(
      tx,
    );
    await sql`insert into campaign_photo (id, partnership_id, answer_id, jpeg, width, height) values (${id()}, ${here}, ${answer}, '', 1, 1)`.execute(
      tx,
    );
    await sql`insert into campaign_contacts (campaign_id, partnership_id, entries) select id, partnership_id, '[]' from campaign`.execute(
      tx,
    );
    await sql`insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
      select ${id()}, c.partnership_id, c.id, t.id, ${"0".repeat(64)}, 'no', '[]', '2026-11-01' from campaign c join theme t on t.partnership_id = c.partnership_id limit 1`.execute(
      tx,
    );
    const photo = (kind: string, one: RawBuilder<unknown>) =>
      sql`insert into sent_photo (id, partnership_id, owner_organisation_id, ${sql.ref(kind)}, jpeg, width, height)
        select ${id()}, ${here}, o.owner, o.id, '', 1, 1 from (${one}) o`.execute(tx);
    const desk = sql`(select organisation_id from partnership_party where partnership_id = ${here} and standing = 'municipality')`;
    await photo("dispute_id", sql`select id, ${desk} as owner from receipt_dispute order by id limit 1`);
    for (const [kind, table] of [
      ["handed_in_id", "traffic_handed_in"],
      ["complaint_id", "traffic_complaint"],
    ] as const) {
      const still = kind === "handed_in_id" ? sql`state = 'waiting'` : sql`true`;
      await photo(
        kind,
        sql`select id, owner_organisation_id as owner from ${sql.table(table)} where partnership_id = ${here} and ${still} order by id limit 1`,
      );
    }
    await sql`insert into hearing_revision (hearing_id, partnership_id, owner_organisation_id, revision, body, replaced_at, replaced_by)
      select h.id, h.partnership_id, h.owner_organisation_id, 1, '{}', ${at}, p.id from hearing h, (select id from person limit 1) p`.execute(
      tx,
    );
    await sql`update hearing set promised = 'p', promised_by = '2026-11-20'`.execute(tx);
    // Everything that is over is closed, so that who wanted to be called goes too.
    await sql`update campaign set state = 'closed', closed_on = '2026-11-20'`.execute(tx);
  });
}

/** In which columns the words stand, and in how many rows. */
async function standing(database: Database): Promise<Readonly<Record<string, number>>> {
  return owning(database, async (tx) => {
    const found: Record<string, number> = {};
    for (const name of Object.keys(GOES)) {
      const [table, column] = name.split(".") as [string, string];
      const value = column === "jpeg" ? sql`convert_from(${sql.ref(column)}, 'UTF8')` : sql`${sql.ref(column)}::text`;
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from ${sql.table(table)} where ${value} like ${`%${PROBE}%`}`.execute(tx);
      if (rows[0]!.count > 0) found[name] = rows[0]!.count;
    }
    return found;
  });
}

onBothEngines("what is raw", (fresh) => {
  test("is under a disposal decision column by column, or says why it stays", async () => {
    const columns = await columnsOf(await fresh());
    expect(columns.filter((name) => GOES[name] === undefined && STAYS[name] === undefined)).toEqual([]);
    expect([...Object.keys(GOES), ...Object.keys(STAYS)].filter((name) => !columns.includes(name))).toEqual([]);
  });

  test("goes by decision wherever it stands, and not while a hold lasts", { timeout: 120_000 }, async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database);
    const [karin, goran] = [await house.as("Karin"), await house.as("Göran")];
    // What is counted of a complaint stands among the notes of all that residents have said.
    const complaint = { partnership, stretch: { kind: "area" as const, name: "Bruksvägen" }, kind: "speed" as const };
    const came = { cameBy: "phone" as const, receivedOn: "2026-11-20" as Day };
    expect((await karin.call(takeInComplaint, { ...complaint, ...came })).status).toBe(200);
    await laidOut(database);
    await owning(database, async (tx) => {
      for (const [name, value] of Object.entries(GOES)) {
        const [table, column] = name.split(".") as [string, string];
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}
          where partnership_id = (select id from partnership where slug = ${partnership})`.execute(tx);
      }
    });
    const before = await standing(database);
    expect(Object.keys(before).toSorted()).toEqual(
      Object.keys(GOES)
        .filter((name) => name !== "observation.withdrawn_reason")
        .toSorted(),
    );

    // Both organisations decide of every kind they have.
    for (const [who, second] of [
      [karin, goran],
      [await house.as("Johan"), await house.as("Sofia")],
    ] as const)
      for (const sourceKind of SOURCE_KINDS) {
        const decision = {
          partnership,
          sourceKind,
          months: 12,
          body: "KS",
          decidedOn: "2026-03-05",
          paragraph: "§ 31",
        };
        const { id } = (await who.call(privacy.decideRetention, decision)).value;
        expect((await second.call(privacy.approveRetention, { partnership, id })).status).toBe(200);
      }
    house.setClock(LATER);
    const kind = "resident-report" as const;
    expect((await karin.call(privacy.holdKind, { partnership, kind, reason: "begärd ut" })).status).toBe(200);
    await disposeEverywhere(house.house);
    const held = await standing(database);
    expect(Object.keys(held)).toEqual(
      expect.arrayContaining(["traffic_complaint.effect", "traffic_handed_in.said", "observation.text"]),
    );
    // Of the three that residents had sent, what came with the dispute is gone.
    expect([before["sent_photo.jpeg"], held["sent_photo.jpeg"]]).toEqual([3, 2]);
    expect((await karin.call(privacy.letGoKind, { partnership, kind })).status).toBe(200);
    await disposeEverywhere(house.house);
    expect(await standing(database)).toEqual({});
    await house.close();
  });
});
