import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveKey } from "./authenticator.ts";
import { strikeHandOver } from "./hand-overs.ts";
import { onBothEngines } from "./databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "./house.ts";
import { type MailSink, openMailSink } from "./mail-sink.ts";
import { pressKey } from "./publishing.ts";
import { renewed } from "./renewed.ts";
import { withReasons } from "./with-reasons.ts";
import { DISPUTE_SAID } from "../src/collect/campaigns/dispute.ts";
import { noteHearing, sharePassage } from "../src/collect/hearings/api.ts";
import { planHandOver } from "../src/follow/handover/api.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import { endRole, people } from "../src/partnership/api.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { enqueue } from "../src/platform/server/jobs/jobs.ts";
import { newId } from "../src/platform/server/secrets.ts";
import * as pledge from "../src/pledge/api.ts";
import { activitiesOf } from "../src/pledge/document.ts";
import { askOwner } from "../src/pledge/owners/api.ts";
import * as api from "../src/tell/letters/api.ts";

const partnership = "ockelbo";
const at = { partnership, slug: "2028-2030" };
const MONDAY = "2026-11-30T06:00:00.000Z" as Instant;

onBothEngines("letters", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let sink: MailSink;
  let karin: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    house = await openTestHouse(database);
    sink = await openMailSink();
    karin = await house.as("Karin");
    await renewed(karin, "2025-2027", at.slug);
  });
  afterAll(() => sink.close());
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  const own = async (name: string) =>
    (await (await house.as(name)).call(api.listLetters, { partnership })).value.letters.filter(({ mine }) => mine);
  /** Who has had a letter of a kind, by first name. */
  const had = (kind: string) =>
    inSystem(
      async (tx) =>
        (
          await sql<{ name: string; subject: string }>`select p.name, l.subject from letter l
            join person p on p.id = l.person_id where l.kind = ${kind} order by p.name`.execute(tx)
        ).rows,
    );
  const recur = (name: string) =>
    recurringJobs({
      ...house.house,
      settings: { ...house.house.settings, mail: { smtpUrl: sink.url, from: "samsyn@ockelbo.se" } },
    }).handlers[name]!({});

  test("a unit that is proposed as owner is written to, and not whoever asked", async () => {
    const { content } = (await karin.call(pledge.openDocument, at)).value;
    const { activity } = activitiesOf(content).find((one) => one.activity.accountable?.unit === "Gatuenheten")!;
    expect((await karin.call(askOwner, { ...at, activityId: activity.id })).status).toBe(200);
    await house.settle();
    const letters = await own("Petra");
    expect(letters).toMatchObject([
      { kind: "owner", state: "waiting", subject: `Gatuenheten föreslås äga «${activity.text}»` },
    ]);
    expect(letters[0]!.text).toContain("http://localhost:3000/min-manad");
    expect((await had("owner")).map(({ name }) => name)).not.toContain("Karin");
  });

  test("what is shared out of a talk writes to the other party, and says nothing of what it is", async () => {
    const heard = { partnership, actorKind: "trade" as const, area: "Ockelbo", actors: 7, heldOn: "2026-11-20" as Day };
    const themes = [{ category: "vandalism.damage" as const, text: "Fönster krossas på fredagsnätterna" }];
    const { id } = (await karin.call(noteHearing, { ...heard, themes, wishPolice: "Fotpatrull" })).value;
    const text = "Fönster krossas på fredagsnätterna";
    expect((await karin.call(sharePassage, { partnership, id, text })).status).toBe(200);
    await house.settle();
    expect(await had("passage")).toEqual([{ name: "Johan", subject: "En delad iakttagelse väntar på dig i Ockelbo" }]);
    expect(JSON.stringify(await own("Johan"))).not.toContain("Fönster");
  });

  test("whoever may sign is asked when the text is ready, and the other party when the first key is given", async () => {
    const { content, revision } = (await karin.call(pledge.openDocument, at)).value;
    await karin.call(pledge.saveDraft, { ...at, revision, content: withReasons(content) });
    expect((await karin.call(pledge.propose, at)).status).toBe(200);
    await house.settle();
    const asked = await had("sign");
    expect(asked.map(({ name }) => name)).toEqual(["Göran", "Sofia"]);
    expect(asked[0]!.subject).toBe(`Du ombeds skriva under ${content.title}`);
    for (const name of ["Sofia", "Göran"]) {
      const [person, key] = [await house.as(name), await giveKey(database, name)];
      const question = (await person.call(pledge.askToSign, at)).value;
      const answer = key.answer(question.options["challenge"] as string);
      expect((await person.call(pledge.sign, { ...at, signingId: question.signingId, answer })).status).toBe(200);
    }
    expect((await pressKey(karin, await giveKey(database, "Karin"), at)).status).toBe(200);
    await house.settle();
    expect(await had("second-key")).toEqual([{ name: "Johan", subject: `Andra nyckeln behövs: ${content.title}` }]);
  });

  test("a resident's «inte klart» writes to those who asked, while it waits for an answer", async () => {
    const found = await inSystem(
      async (tx) =>
        (
          await sql<{ id: string; partnership: string }>`
            insert into receipt_dispute (id, partnership_id, campaign_id, theme_id, receipt_key, verdict, said, disputed_on)
            select ${newId(Date.parse(MONDAY))}, t.partnership_id, c.id, t.id, encode(sha256('d'), 'hex'), 'no', '["Det är mörkt"]', '2026-11-24'
            from theme t join campaign c on c.partnership_id = t.partnership_id where c.slug = 'amot' limit 1
            returning id, partnership_id as partnership`.execute(tx)
        ).rows[0]!,
    );
    const said = async (subjectId: string) => {
      const runAt = house.house.now();
      const body = { name: DISPUTE_SAID, partnershipId: found.partnership, subjectId, at: runAt, body: {} };
      await inSystem((tx) => enqueue(tx, { id: newId(Date.parse(runAt)), name: DISPUTE_SAID, body, runAt }));
      await house.settle();
    };
    await said(found.id);
    await said(found.id);
    const letters = await had("dispute");
    expect(letters.map(({ name }) => name)).toEqual(["Karin"]);
    expect(letters[0]!.subject).toMatch(/^En invånare säger «inte klart»: /);
    expect(JSON.stringify(await own("Karin"))).not.toContain("mörkt");
    await inSystem((tx) =>
      sql`update receipt_dispute set reply = 'done', reply_text = 'Klart', replied_on = '2026-11-24', disputed_on = '2026-11-23' where id = ${found.id}`.execute(
        tx,
      ),
    );
    await said(found.id);
    expect(await had("dispute")).toHaveLength(1);
  });

  test("a clock of the law that turns red writes once to whoever leads the work, and after two weeks to those who lead the municipality", async () => {
    await recur("tell.write-of-law-clocks");
    expect(await had("law-clock")).toEqual([]);
    house.setClock("2026-11-29T06:05:00.000Z" as Instant);
    await recur("tell.write-of-law-clocks");
    await recur("tell.write-of-law-clocks");
    const subject = "Lagens två år har gått i Ockelbo: lägesbild";
    expect(await had("law-clock")).toEqual([{ name: "Karin", subject }]);
    house.setClock("2026-12-12T06:05:00.000Z" as Instant);
    await recur("tell.write-of-law-clocks");
    expect(await had("law-clock")).toEqual([
      { name: "Göran", subject },
      { name: "Karin", subject },
    ]);
  });

  test("where they go is said by oneself, seen by nobody else, and taken away again", async () => {
    const wish = { partnership, weekly: true, lang: "sv" } as const;
    expect((await karin.call(api.wishLetters, { ...wish, address: "karin" })).problem.why).toBe("not-an-address");
    expect((await karin.call(api.wishLetters, { ...wish, address: " karin@ockelbo.se " })).value).toEqual({
      address: "karin@ockelbo.se",
      weekly: true,
      lang: "sv",
    });
    expect((await karin.call(api.listLetters, { partnership })).value.wish.address).toBe("karin@ockelbo.se");
    const addresses = (who: string) =>
      database.transaction<Record<string, never>, number>(
        { as: "staff", personId: idInDemo(`person ${who}`) },
        async (tx) => (await sql`select address from letter_wish`.execute(tx)).rows.length,
      );
    expect([await addresses("Karin"), await addresses("Johan"), await addresses("Tomas")]).toEqual([1, 0, 0]);
    const others = (await karin.call(api.listLetters, { partnership })).value.letters.filter(({ mine }) => !mine);
    expect(others.map(({ to }) => to)).toContain("Petra");
    expect(others.map(({ to }) => to)).not.toContain("Johan");
    expect(others.every(({ text }) => text === null)).toBe(true);
  });

  test("Monday's letter comes once to each that something waits for, with what they would see themselves, and arrives", async () => {
    house.setClock(MONDAY);
    const johan = await house.as("Johan");
    await johan.call(api.wishLetters, { partnership, address: "", weekly: false, lang: "sv" });
    await Promise.all([recur("tell.write-weekly-letters"), recur("tell.write-weekly-letters")]);
    const weekly = await had("weekly");
    const names = weekly.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("Karin");
    for (const nobody of ["Johan", "Ingrid"]) expect(names).not.toContain(nobody);
    await recur("platform.send-letters");
    const arrived = sink.received.find(({ mail }) => mail.subject === "Din vecka i Samsyn");
    expect(arrived?.to).toEqual(["karin@ockelbo.se"]);
    expect(arrived?.mail.text).toContain("RÖDA LISTAN");
    expect(arrived?.mail.text).toMatch(/http:\/\/localhost:3000\/folj-upp\/ockelbo\/klockor/);
    expect(arrived?.mail.html).toContain('lang="sv"');
    expect(sink.received.every(({ to }) => to.join() === "karin@ockelbo.se")).toBe(true);
  });

  test("nobody who has left is written to: no letter is made, and what was made does not go", async () => {
    const petra = await house.as("Petra");
    await petra.call(api.wishLetters, { partnership, address: "petra@ockelbo.se", weekly: true, lang: "sv" });
    const grants = (await karin.call(people, { partnership })).value.people.filter(({ name }) => name === "Petra");
    for (const { grantId } of grants)
      expect((await karin.call(endRole, { partnership, grantId, reason: "slutat" })).status).toBe(200);
    house.setClock("2026-12-07T06:00:00.000Z" as Instant);
    const before = sink.received.length;
    await recur("tell.write-weekly-letters");
    await recur("platform.send-letters");
    expect(sink.received.slice(before).flatMap(({ to }) => to)).not.toContain("petra@ockelbo.se");
    const mondays = await inSystem(
      async (tx) =>
        (
          await sql<{ n: number }>`select count(*)::int as n from letter l join person p on p.id = l.person_id
            where p.name = 'Petra' and l.cause = 'weekly 2026-12-07'`.execute(tx)
        ).rows[0]!.n,
    );
    expect(mondays).toBe(0);
  });

  test("a closed account gets no reminder: what waits for the role goes to whoever has taken over, from that minute", async () => {
    const [tomas, amina] = [await house.as("Tomas"), await house.as("Amina")];
    const personId = (name: string) => idInDemo(`person ${name}`);
    await amina.call(api.wishLetters, { partnership, address: "amina@ockelbo.se", weekly: true, lang: "sv" });
    const successor = { kind: "here", personId: personId("Amina") } as const;
    const friday = { partnership, leaverId: personId("Karin"), lastDay: "2026-12-11" as Day, successor };
    expect((await tomas.call(planHandOver, friday)).status).toBe(200);
    await strikeHandOver(house, "2026-12-11T23:01:00.000Z");
    const before = sink.received.length;
    house.setClock("2026-12-14T06:00:00.000Z" as Instant);
    await recur("tell.write-weekly-letters");
    await recur("tell.write-of-law-clocks");
    await recur("platform.send-letters");
    const to = sink.received.slice(before).flatMap((one) => one.to);
    expect(to).not.toContain("karin@ockelbo.se");
    expect(to).toContain("amina@ockelbo.se");
    const made = await inSystem(
      async (tx) =>
        (
          await sql<{ n: number }>`select count(*)::int as n from letter
            where person_id = ${personId("Karin")} and made_at > '2026-12-11T23:01:00Z'`.execute(tx)
        ).rows[0]!.n,
    );
    expect(made).toBe(0);
  });
});
