// A campaign's form in Arabic by file: handed in, looked over, opened, answered in, and gone when a question changes.
import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { idInDemo, openTestHouse } from "../../../test/house.ts";
import { codeOn, DEMO_CAMPAIGN, fillIn, press } from "../../../test/resident.ts";
import { arabicFile, inArabicLetters } from "../../../test/tongue.ts";
import type { Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { reviseItem } from "../campaigns/api.ts";
import { refusals } from "../campaigns/words.ts";
import * as api from "./api.ts";

const partnership = "ockelbo";
const AT = "2026-11-24T09:00:00.000Z" as Instant;
const of = { partnership, slug: "amot", language: "ar" as const };
const whole = arabicFile(DEMO_CAMPAIGN);

onBothEngines("a language by file", (fresh) => {
  test("is a draft until it is opened, is answered in through the receipt, and is gone when a question changes", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const karin = await house.as("Karin");
    const ask = (path: string, init?: RequestInit) => house.stranger.request(path, init);
    const page = async (path: string) => (await ask(path)).text();
    const listed = async () => (await karin.call(api.listLanguages, { partnership, slug: "amot" })).value.languages;

    const empty = await karin.call(api.downloadLanguage, of);
    expect(new TextDecoder().decode(empty.value as unknown as ArrayBuffer)).toContain(
      "Svenska;Översättning\r\nHur har du det i Åmot?;\r\n",
    );
    const kept = (await karin.call(api.keepLanguage, of, whole)).value;
    expect(kept).toMatchObject({ kept: true, faults: [], unknown: [], missing: [] });
    expect(await page("/svara/amot")).not.toContain("العربية");
    expect(await page("/svara/amot?lang=ar")).toContain('<html lang="sv"');

    // Whoever has the link of the preview looks the draft over, and sends nothing.
    const [draft] = await listed();
    expect(draft).toMatchObject({ code: "ar", state: "draft", missing: 0, keptOn: "2026-11-24" });
    const { pathname, search } = new URL(draft!.preview);
    const last = await fillIn(ask, pathname + search, { "hur-trygg": "mycket-trygg" });
    expect(last.html).toContain('<html lang="ar" dir="rtl"');
    const unsent = await press(ask, pathname, last, [], "send");
    expect([unsent.status, codeOn(unsent)]).toEqual([409, undefined]);
    expect(unsent.html).toContain(refusals["only-a-preview"].sv);
    expect(await page(`${pathname}?lang=ar&visa=0123456789ab`)).toContain('<html lang="sv"');

    expect((await karin.call(api.openLanguage, of)).value.state).toBe("open");
    expect((await karin.call(api.openLanguage, of)).problem.why).toBe("language-is-open");
    const first = await page("/svara/amot");
    expect(first).toMatch(/<a href="\/svara\/amot\?lang=ar" lang="ar" dir="rtl" hrefLang="ar">العربية</);
    const asked = await fillIn(ask, "/svara/amot?lang=ar", {
      "hur-trygg": "mycket-trygg",
      "vad-behovs": "Ljus. 070-123 45 67",
    });
    expect(asked.html).toContain(inArabicLetters("Frivilligt. Sparas skilt från ditt svar."));
    const quick = await press(ask, "/svara/amot", asked, [], "send");
    expect(quick.html).toContain(
      inArabicLetters("Det gick väldigt fort. Svaret är inte skickat än. Tryck Skicka igen."),
    );
    house.setClock("2026-11-24T09:01:00.000Z" as Instant);
    const sent = await press(ask, "/svara/amot", asked, [], "send");
    const code = codeOn(sent)!;
    expect(code).toBeDefined();
    expect(sent.html).toContain("24 نوفمبر 2026");
    expect(sent.html).toContain(`/kvitto/${code}?lang=ar`);
    const receipt = await page(`/kvitto/${code}?lang=ar`);
    expect(receipt).toContain('<html lang="ar" dir="rtl"');
    expect(receipt).toContain(inArabicLetters("Det här har hänt"));
    expect(await page("/kvitto?lang=ar")).toContain('name="lang" value="ar"');

    // Which language it was is kept nowhere.
    const rows = await database.asOwner(async (tx) => {
      const any = tx as unknown as AnyTransaction;
      return (
        await sql<{
          row: string;
        }>`select to_jsonb(a)::text as row from campaign_answer a where received_on = '2026-11-24'`.execute(any)
      ).rows;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => /"ar"|\p{Script=Arabic}/u.test(row))).toEqual([]);

    const item = DEMO_CAMPAIGN.items.find(({ key }) => key === "vad-behovs")!;
    const words = { sv: "Vad behövs mest av allt?" };
    await karin.call(reviseItem, { partnership, slug: "amot", key: item.key, words, kind: "text", options: [] });
    expect((await listed())[0]).toMatchObject({ state: "open", missing: 1 });
    expect(await page("/svara/amot?lang=ar")).toContain('<html lang="sv"');
    expect(await page("/svara/amot")).not.toContain("العربية");
    expect((await karin.call(api.closeLanguage, of)).value.state).toBe("draft");
    expect((await karin.call(api.openLanguage, of)).problem.why).toBe("translation-incomplete");
    expect((await karin.call(api.closeLanguage, of)).problem.why).toBe("language-not-open");
    await house.close();
  });

  test("with a fault in the file keeps nothing, with a gap keeps a draft, and only those who lead the campaign may", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const [karin, amina] = [await house.as("Karin"), await house.as("Amina")];
    await karin.call(api.keepLanguage, of, whole);
    await karin.call(api.openLanguage, of);
    const faulty = arabicFile(DEMO_CAMPAIGN, (sv) =>
      sv === "Steg {step} av {steps}" ? "{step}" : inArabicLetters(sv),
    );
    const refused = (await karin.call(api.keepLanguage, of, faulty)).value;
    expect(refused.kept).toBe(false);
    expect(refused.faults.map(({ why, sv }) => [why, sv])).toEqual([["blanks-differ", "Steg {step} av {steps}"]]);
    const listed = async () => (await karin.call(api.listLanguages, { partnership, slug: "amot" })).value.languages;
    expect((await listed())[0]).toMatchObject({ state: "open", missing: 0 });

    const gap = arabicFile(DEMO_CAMPAIGN, (sv) => (sv === "Nästa" ? undefined : inArabicLetters(sv)));
    expect((await karin.call(api.keepLanguage, of, gap)).value).toMatchObject({ kept: true, missing: ["Nästa"] });
    expect((await listed())[0]).toMatchObject({ state: "draft", missing: 1 });
    const nothing = arabicFile(DEMO_CAMPAIGN, () => undefined);
    expect((await karin.call(api.keepLanguage, of, nothing)).problem.why).toBe("nothing-translated");

    expect((await amina.call(api.keepLanguage, of, whole)).status).toBe(403);
    expect((await amina.call(api.openLanguage, of)).status).toBe(403);
    const elin = await house.as("Elin");
    expect((await elin.call(api.downloadLanguage, of)).status).toBe(404);

    // The database refuses the same, also one in whose organisation it is not.
    const as = <T>(name: string, work: (tx: AnyTransaction) => Promise<T>) =>
      database.transaction({ as: "staff", personId: idInDemo(`person ${name}`) }, (tx) => work(tx as AnyTransaction));
    const rename = (tx: AnyTransaction) => sql`update campaign_language set version = 9`.execute(tx);
    for (const name of ["Amina", "Johan", "Elin"])
      expect((await as(name, rename)).numAffectedRows ?? 0n, name).toBe(0n);
    const add = (tx: AnyTransaction) =>
      sql`insert into campaign_language select campaign_id, partnership_id, 'so', entries, state, version, kept_on from campaign_language`.execute(
        tx,
      );
    await expect(as("Amina", add)).rejects.toThrow("row-level security");
    await expect(as("Johan", add)).rejects.toThrow("row-level security");
    expect((await as("Karin", rename)).numAffectedRows).toBe(1n);
    await house.close();
  });
});
