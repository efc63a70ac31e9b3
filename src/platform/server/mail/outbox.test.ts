import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { onBothEngines } from "../../../../test/databases.ts";
import { idInDemo } from "../../../../test/house.ts";
import { mailNo, type MailSink, openMailSink } from "../../../../test/mail-sink.ts";
import { instantOf } from "../../../ground/time.ts";
import type { Database, Scope } from "../database/database.ts";
import type { AnyTransaction } from "../house.ts";
import { newId } from "../secrets.ts";
import { letterOf } from "./letter.ts";
import * as outbox from "./outbox.ts";
import { type Mailer, smtpMailer } from "./smtp.ts";

const START = Date.parse("2026-11-24T09:00:00Z");
const [karin, johan, amina] = ["Karin", "Johan", "Amina"].map((name) => idInDemo(`person ${name}`)) as [
  string,
  string,
  string,
];
const partnershipId = idInDemo("partnership ockelbo");
const organisationId = idInDemo("organisation ockelbo-kommun");

onBothEngines("the letters that go out", (fresh) => {
  let sink: MailSink;
  let database: Database;
  let mailer: Mailer;
  let clock = START;
  const now = () => instantOf(clock);
  const as = <T>(scope: Scope, work: (tx: AnyTransaction) => Promise<T>) =>
    database.transaction<Record<string, never>, T>(scope, (tx) => work(tx));
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) => as({ as: "system" }, work);
  const sendDue = (by: Mailer = mailer) => outbox.sendDue({ database, now, mailer: by });
  const write = (cause: string, more: Partial<Extract<outbox.NewLetter, { personId: string }>> = {}) =>
    inSystem((tx) =>
      outbox.addLetter(tx, {
        id: newId(clock),
        personId: karin,
        partnershipId,
        organisationId,
        kind: "owner",
        cause,
        subject: "Ni föreslås äga «Mätning på Åbyvägen»",
        ...letterOf(
          {
            lang: "sv",
            heading: "Ni föreslås äga en åtgärd",
            lead: "Svara på din månad.",
            parts: [{ rows: [{ text: "Mätning <på> Åbyvägen & Ö", href: "/min-manad?a=1&b=2" }] }],
            footer: "Så här ändrar du dina brev",
            footerHref: "/beratta/ockelbo/brev",
          },
          "https://samsyn.ockelbo.se",
        ),
        at: now(),
        ...more,
      }),
    );
  const states = () =>
    inSystem(
      async (tx) =>
        (
          await sql<{ state: string; attempts: number; said: string | null }>`
            select state, attempts, last_error as said from letter order by cause`.execute(tx)
        ).rows,
    );

  beforeAll(async () => {
    sink = await openMailSink();
    mailer = smtpMailer({ smtpUrl: sink.url, from: "samsyn@ockelbo.se" }, "samsyn.ockelbo.se");
    database = await fresh({ demo: true });
    await inSystem((tx) => outbox.saveWish(tx, karin, { address: "karin@ockelbo.se", weekly: true, lang: "sv" }));
  });
  afterAll(() => sink.close());
  beforeEach(async () => {
    sink.refuse = undefined;
    (sink.received as unknown[]).length = 0;
    await inSystem(async (tx) => {
      await sql`delete from letter_body`.execute(tx);
      await sql`delete from letter`.execute(tx);
    });
    clock = START;
  });

  test("arrive in both parts, with every letter of the alphabet and links that lead home, known by their id, and of one cause once", async () => {
    expect(await write("owner 1", { unsubscribe: "https://samsyn.ockelbo.se/beratta/ockelbo/brev" })).toBe(true);
    expect(await write("owner 1")).toBe(false);
    expect(await sendDue()).toBe(1);
    expect(await sendDue()).toBe(0);
    expect(sink.received.map(({ to }) => to)).toEqual([["karin@ockelbo.se"]]);
    const { mail } = sink.received[0]!;
    expect(mail).toMatchObject({
      subject: "Ni föreslås äga «Mätning på Åbyvägen»",
      from: { address: "samsyn@ockelbo.se" },
      messageId: expect.stringMatching(/^<[0-9a-f-]{36}@samsyn[.]ockelbo[.]se>$/),
    });
    expect(mail.text).toContain("- Mätning <på> Åbyvägen & Ö\n  https://samsyn.ockelbo.se/min-manad?a=1&b=2\n");
    expect(mail.html).toContain(
      '<a href="https://samsyn.ockelbo.se/min-manad?a=1&amp;b=2" style="color:#12201D">Mätning &lt;på&gt; Åbyvägen &amp; Ö</a>',
    );
    // Nothing is fetched when it is opened, so nobody is told that it was.
    expect(mail.html).not.toMatch(/<img|src=|@import|url\(/);
    expect(mail.headers.find(({ key }) => key === "list-unsubscribe")?.value).toBe(
      "<https://samsyn.ockelbo.se/beratta/ockelbo/brev>",
    );
    expect(await states()).toEqual([{ state: "sent", attempts: 1, said: null }]);
  });

  test("that are refused for now wait longer each time and are given up after seven; the address is not in what is kept of it", async () => {
    sink.refuse = (to) => mailNo(451, `Try later, ${to}`);
    await write("owner 2");
    await sendDue();
    expect(await states()).toMatchObject([{ state: "failed", attempts: 1, said: expect.not.stringContaining("@") }]);
    await sendDue();
    expect(await states()).toMatchObject([{ attempts: 1 }]);
    for (const minutes of [1, 4, 16, 64, 256, 1024]) {
      clock += minutes * 60_000;
      await sendDue();
    }
    expect(await states()).toMatchObject([{ state: "given-up", attempts: 7 }]);
    expect(await inSystem(outbox.undelivered)).toEqual({ waiting: 0, failed: 0, givenUp: 1 });
    sink.refuse = undefined;
    expect(await inSystem((tx) => outbox.tryAgain(tx, now()))).toBe(1);
    expect(await sendDue()).toBe(1);
    expect(await inSystem(outbox.undelivered)).toEqual({ waiting: 0, failed: 0, givenUp: 0 });
  });

  test("that nobody will ever take are not tried again", async () => {
    sink.refuse = () => mailNo(550, "No such user");
    await write("owner 3");
    expect(await sendDue()).toBe(0);
    expect(await states()).toMatchObject([{ state: "given-up", attempts: 1 }]);
  });

  test("are not sent again when the process ended in the middle: nobody knows whether they arrived", async () => {
    await write("owner 4");
    const dies: Mailer = { ...mailer, send: () => Promise.reject(new Error("killed")) };
    await expect(sendDue(dies)).rejects.toThrow("killed");
    expect(await sendDue()).toBe(0);
    clock += 601_000;
    expect(await sendDue()).toBe(0);
    expect(await states()).toEqual([{ state: "given-up", attempts: 1, said: "interrupted" }]);
    expect(sink.received).toEqual([]);
  });

  test("are taken by one of two servers that send at the same time", async () => {
    for (const n of [1, 2, 3, 4, 5]) await write(`both ${n}`);
    const [one, other] = await Promise.all([sendDue(), sendDue()]);
    expect(one + other).toBe(5);
    expect(sink.received).toHaveLength(5);
  });

  test("do not go to a closed account, to whoever gave no address, to invented people out of the house, or when what they tell is over", async () => {
    await write("no address", { personId: johan });
    await inSystem((tx) => outbox.saveWish(tx, amina, { address: "amina@ockelbo.se", weekly: true, lang: "sv" }));
    await write("left", { personId: amina });
    await inSystem((tx) => sql`update role_grant set ended_at = ${now()} where person_id = ${amina}`.execute(tx));
    await write("invented");
    expect(await sendDue({ ...mailer, isLocal: false })).toBe(0);
    expect((await states()).map(({ state, said }) => said ?? state)).toEqual(["waiting", "left", "waiting"]);
    clock += 8 * 86_400_000;
    expect(await sendDue()).toBe(0);
    expect((await states()).map(({ said }) => said)).toEqual(["too-old", "left", "too-old"]);
    await inSystem((tx) => outbox.forgetLetters(tx, now()));
    expect(await inSystem((tx) => outbox.wishOf(tx, amina))).toMatchObject({ address: null });
  });

  test("are read by their own person; whoever leads the work of the organisation sees that they went, and nobody else anything", async () => {
    await write("to Karin");
    await write("to Amina", { personId: amina });
    const seen = (personId: string) =>
      as({ as: "staff", personId }, async (tx) =>
        (await outbox.lettersIn(tx, partnershipId)).map(({ personId: to, text }) => [to === karin, text !== null]),
      );
    expect(new Set((await seen(karin)).map(String))).toEqual(new Set(["true,true", "false,false"]));
    expect(await seen(johan)).toEqual([]);
    clock += 31 * 86_400_000;
    await inSystem((tx) => outbox.forgetLetters(tx, now()));
    expect((await seen(karin)).map(([, isRead]) => isRead)).toEqual([false, false]);
  });
});

test("what is sent out of the machine is sealed on the way, or is not sent", async () => {
  const sink = await openMailSink();
  // The same server by a name that is not this machine's, as far as anybody can tell.
  const url = sink.url.replace("127.0.0.1", "127.0.0.2");
  const elsewhere = smtpMailer({ smtpUrl: url, from: "samsyn@ockelbo.se" }, "samsyn.ockelbo.se");
  const message = { id: "1", to: "a@ockelbo.se", subject: "Å", text: "Ä", html: "Ö", unsubscribe: undefined };
  expect(elsewhere.isLocal).toBe(false);
  expect(await elsewhere.send(message)).toMatchObject({ kind: "again" });
  expect(sink.received).toEqual([]);
  await sink.close();
});
