// Following by e-mail, from the form to the letter and back: asked, confirmed, told once, changed and gone.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "./databases.ts";
import { type Caller, idInDemo, openTestHouse, type TestHouse } from "./house.ts";
import { type MailSink, openMailSink } from "./mail-sink.ts";
import { begin, press, type Step } from "./resident.ts";
import type { Day, Instant } from "../src/ground/time.ts";
import { recurringJobs } from "../src/main/recurring.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { AnyTransaction } from "../src/platform/server/house.ts";
import { listActivities, logOccasion } from "../src/act/api.ts";
import { listLetters } from "../src/tell/letters/api.ts";

const DOOR = "/ockelbo/folj/brev";
const ADDRESS = "birgitta@exempel.se";

onBothEngines("letters of news", (fresh) => {
  let database: Database;
  let house: TestHouse;
  let sink: MailSink;
  let petra: Caller;
  beforeAll(async () => {
    database = await fresh({ demo: true });
    sink = await openMailSink();
    house = await openTestHouse(database, { mail: { smtpUrl: sink.url, from: "samsyn@ockelbo.se" } });
    petra = await house.as("Petra");
    await recur("tell.refresh-all");
    await house.settle();
  });
  afterAll(() => sink.close());
  const recur = (name: string) => recurringJobs(house.house).handlers[name]!({});
  const fetch = (path: string, init?: RequestInit) => house.stranger.request(path, init);
  const rows = <Row>(query: ReturnType<typeof sql<Row>>) =>
    database.transaction<Record<string, never>, Row[]>({ as: "system" }, async (tx) => (await query.execute(tx)).rows);
  const followers = () =>
    rows(sql<{ address: string; pledge: string | null; confirmed: boolean }>`
      select address, pledge, confirmed_at is not null as confirmed from follower order by address`);
  /** Nobody fills in quicker than a few seconds. */
  const ask = async (address: string, at: string, about = "allt"): Promise<Step> => {
    house.setClock(at as Instant);
    const form = await begin(fetch, DOOR);
    house.setClock(at.replace("00.000Z", "10.000Z") as Instant);
    return press(
      fetch,
      DOOR,
      form,
      [
        ["adress", address],
        ["om", about],
      ],
      "send",
    );
  };
  const letters = async () => {
    const before = sink.received.length;
    await recur("platform.send-letters");
    return sink.received.slice(before);
  };
  const keyIn = (text = "") => /\/brev\/[0-9a-f-]{36}\.[\w-]+/.exec(text)?.[0] ?? "";
  const answer = async (path: string, go: string, more: Readonly<Record<string, string>> = {}) =>
    (
      await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ go, ...more }),
      })
    ).text();
  const logged = async (on: Day) => {
    const { activities } = (await petra.call(listActivities, { partnership: "ockelbo" })).value;
    const { status } = await petra.call(logOccasion, {
      partnership: "ockelbo",
      activityId: activities.find(({ number, mine }) => mine && number === "1.2")!.id,
      occasion: {
        on,
        count: { value: 1, qualifier: "exact" },
        counted: "rondering",
        towardTarget: true,
        unitName: "Gatuenheten",
        place: { kind: "area", name: "Åmot" },
        note: "",
        outputs: [],
        source: "own-log",
        confirmed: false,
      },
    });
    expect(status).toBe(200);
    await house.settle();
  };
  let key = "";

  test.each([
    ["nothing", "", "Skriv din e-postadress."],
    ["no address", "birgitta", "Det är ingen e-postadress. Skriv hela adressen, till exempel birgitta@exempel.se."],
  ])("%s is refused in its own sentence, with what was written still there", async (_sentence, written, sentence) => {
    const refused = await ask(written, "2026-11-24T09:00:00.000Z");
    expect(refused.status).toBe(409);
    expect(refused.html).toContain(sentence);
    expect(refused.html).toContain(`value="${written}"`);
    expect(await followers()).toEqual([]);
  });

  test("one letter asks for a yes, however often it is asked for, and looking at its link says nothing", async () => {
    const first = await ask(ADDRESS, "2026-11-24T09:01:00.000Z", "lofte=1-trafik");
    expect(first.html).toContain("Titta i din e-post");
    const again = await ask("Birgitta@Exempel.se", "2026-11-24T09:02:00.000Z");
    expect(again.html).toBe(first.html);
    const sent = await letters();
    expect(sent.map(({ to, mail }) => [to, mail.subject])).toEqual([[[ADDRESS], "Bekräfta att du vill följa Ockelbo"]]);
    key = keyIn(sent[0]!.mail.text);
    const page = await (await fetch(key)).text();
    expect(page).toContain("Vill du ha brev från Ockelbo?");
    expect(page).not.toContain(ADDRESS);
    expect(await followers()).toMatchObject([{ address: ADDRESS, confirmed: false }]);
  });

  test("nobody gets news without having said yes, and nothing that was told before it", async () => {
    await logged("2026-11-24" as Day);
    await recur("tell.write-news");
    expect(await letters()).toEqual([]);
    expect(await answer(key, "yes", { om: "allt" })).toContain("Du får brev från Ockelbo");
    await recur("tell.write-news");
    expect(await letters()).toEqual([]);
  });

  test("what is told after it comes once, with a way out that a mail program can press", async () => {
    house.setClock("2026-11-25T08:00:00.000Z" as Instant);
    await logged("2026-11-25" as Day);
    await recur("tell.write-news");
    await recur("tell.write-news");
    const sent = await letters();
    expect(sent).toHaveLength(1);
    const [{ to, mail }] = sent as [(typeof sent)[number]];
    expect([to, mail.subject]).toEqual([[ADDRESS], expect.stringMatching(/^Nytt i Ockelbo: Gjort: /)]);
    expect(mail.text).toContain("http://localhost:3000/ockelbo/lofte/");
    expect(keyIn(mail.text)).toBe(key);
    const headers = Object.fromEntries(mail.headers.map(({ key: name, value }) => [name, value]));
    expect(headers["list-unsubscribe"]).toContain(key);
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  });

  test("whoever leads the work sees neither the address nor the letter", async () => {
    const karin = await house.as("Karin");
    const seen = await karin.call(listLetters, { partnership: "ockelbo" });
    expect(JSON.stringify(seen.value)).not.toMatch(/birgitta|Nytt i Ockelbo/);
    const scope = { as: "staff" as const, personId: idInDemo("person Karin") };
    await expect(
      database.trial<Record<string, never>, unknown>(scope, (tx) =>
        sql`select address from follower`.execute(tx as AnyTransaction),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test("what one follows is changed on one's own page, and who asks again is told where that is", async () => {
    expect(await answer(key, "yes", { om: "lofte=1-trafik" })).toContain("Sparat");
    await ask(ADDRESS, "2026-11-26T09:00:00.000Z");
    const sent = await letters();
    expect(sent.map(({ mail }) => mail.subject)).toEqual(["Du följer redan Ockelbo"]);
    expect(await followers()).toEqual([{ address: ADDRESS, pledge: null, confirmed: true }]);
  });

  test("another's key, or a changed one, opens nothing", async () => {
    const changed = key.replace(/[.](.)/, (_whole, first: string) => `.${first === "A" ? "B" : "A"}`);
    expect((await fetch(changed)).status).toBe(404);
    expect(await answer(changed, "stop")).toContain("Adressen finns inte här");
    expect(await followers()).toHaveLength(1);
  });

  test("what a mail program sends that says nothing is told it", async () => {
    const { status } = await fetch(key, { method: "POST", body: new URLSearchParams({ go: "?" }) });
    expect(status).toBe(400);
    expect(await followers()).toHaveLength(1);
  });

  test("one press takes the address away, with every letter that was on its way", async () => {
    house.setClock("2026-11-27T08:00:00.000Z" as Instant);
    expect(await answer(key, "yes", { om: "allt" })).toContain("Sparat");
    await logged("2026-11-27" as Day);
    await recur("tell.write-news");
    // As mail programs send it (RFC 8058).
    const press = new FormData();
    press.append("List-Unsubscribe", "One-Click");
    const page = await (await fetch(key, { method: "POST", headers: { origin: "null" }, body: press })).text();
    expect(page).toContain("Adressen är borttagen");
    expect(await letters()).toEqual([]);
    expect(await rows(sql`select 1 from letter where follower_id is not null`)).toEqual([]);
    expect((await fetch(key)).status).toBe(404);
  });

  test("an address that nobody said yes at is gone after two days, and is left in peace", async () => {
    await ask("olle@exempel.se", "2026-11-27T09:00:00.000Z");
    const opens = keyIn((await letters())[0]!.mail.text);
    house.setClock("2026-11-29T08:10:00.000Z" as Instant);
    await recur("tell.write-news");
    expect(await followers()).toHaveLength(1);
    house.setClock("2026-11-29T09:10:00.000Z" as Instant);
    expect((await fetch(opens)).status).toBe(404);
    await recur("tell.write-news");
    expect(await followers()).toEqual([]);
    expect((await ask("Olle+nytt@exempel.se", "2026-11-30T09:00:00.000Z")).html).toContain("Titta i din e-post");
    expect(await letters()).toEqual([]);
  });

  test("a no leaves an address in peace for a month, and of it nothing that can be read", async () => {
    await ask("vera@exempel.se", "2026-11-30T10:00:00.000Z");
    await answer(keyIn((await letters())[0]!.mail.text), "stop");
    await ask("vera@exempel.se", "2026-12-29T10:00:00.000Z");
    expect(await letters()).toEqual([]);
    expect(JSON.stringify(await rows(sql`select * from follower_rest`))).not.toMatch(/vera|exempel/);
    await ask("vera@exempel.se", "2026-12-31T10:00:00.000Z");
    expect(await letters()).toHaveLength(1);
  });

  test("ten who ask at once for one mailbox, in ten spellings, are three letters", async () => {
    house.setClock("2027-01-10T10:00:00.000Z" as Instant);
    const form = await begin(fetch, DOOR);
    house.setClock("2027-01-10T10:00:10.000Z" as Instant);
    const asked = Array.from({ length: 10 }, (_none, nth) =>
      press(fetch, DOOR, form, [["adress", `rut+${nth}@exempel.se`]], "send"),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await letters()).toHaveLength(3);
  });
});
