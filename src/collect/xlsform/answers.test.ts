import { sql } from "kysely";
import { expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { openTestHouse } from "../../../test/house.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { AnyTransaction } from "../../platform/server/house.ts";
import { closeCampaign, code, followCampaign, openCampaign, planCampaign, reviewAnswer } from "../campaigns/api.ts";
import * as api from "../imports/api.ts";

const AT = "2026-11-24T09:00:00.000Z" as Instant;
const partnership = "ockelbo";
const HEADING =
  "SubmissionDate,grupp-q1,grupp-q2,q3,samsyn_om_dig-samsyn_alder,meta-instanceID,KEY,SubmitterName,ReviewState";
const row = (id: number, more = "2,mörkt ensamt,Laga lamporna,65-up") =>
  `2026-11-20T17:05:00.000Z,${more},uuid:${id},uuid:${id},Kalle Karlsson,`;
const csv = (...rows: readonly string[]) => new TextEncoder().encode([HEADING, ...rows].join("\n"));

onBothEngines("filled-in forms", (fresh) => {
  test("become answers once, wait to be read, and are taken back whole", async () => {
    const database = await fresh({ demo: true });
    const house = await openTestHouse(database, { at: AT });
    const [karin, johan] = [await house.as("Karin"), await house.as("Johan")];
    const wish = {
      partnership,
      words: { title: { sv: "Ute i mörkret" }, canInfluence: { sv: "Ljuset" }, cannotInfluence: { sv: "Vägen" } },
      ladderLevel: "consultation" as const,
      targetGroup: "",
      sampleType: "self-selected" as const,
      methods: ["form" as const, "door" as const],
      from: "2026-11-24" as Day,
      to: "2026-12-24" as Day,
      items: [
        {
          words: { sv: "Går du ut?" },
          kind: "one" as const,
          options: [{ sv: "Ja" }, { sv: "Nej" }],
          called: { key: "q1", options: ["1", "2"] },
        },
        {
          words: { sv: "Varför inte?" },
          kind: "several" as const,
          options: [{ sv: "Det är mörkt" }, { sv: "Det är ödsligt" }],
          shownWhen: { question: 0, answers: [1] },
          called: { key: "q2", options: ["mörkt", "ensamt"] },
        },
        { words: { sv: "Vad vore bättre?" }, kind: "text" as const, called: { key: "q3", options: [] } },
      ],
    };
    const { slug } = (await karin.call(planCampaign, wish)).value;
    const handIn = async (bytes: Uint8Array, who = karin) =>
      (await who.call(api.holdFile, { partnership, fileName: "svar.csv" }, bytes)).value.id as never;
    const file = csv(
      row(1),
      row(2, "1,mörkt,Ring mig på 070-123 45 67,65-up"),
      row(3, "kanske,,,"),
      ...[4, 5, 6, 7].map((id) => row(id)),
      row(1),
    );
    const id = await handIn(file);
    const asked = { partnership, id, kind: "odk" as const, campaign: slug, method: "door" as const };
    expect((await karin.call(api.tryFile, asked)).problem.why).toBe("campaign-not-open");
    await karin.call(openCampaign, { partnership, slug });
    expect((await karin.call(api.lookAtFile, { partnership, id })).value.suggested).toMatchObject({
      kind: "odk",
      campaign: slug,
    });
    expect((await karin.call(api.tryFile, { ...asked, campaign: undefined })).problem.why).toBe("dialogue-needed");
    const other = await handIn(new TextEncoder().encode("KEY,helt,annat\nuuid:1,a,b"));
    const wrong = await karin.call(api.tryFile, { ...asked, id: other });
    expect(wrong.problem.why).toBe("no-such-form");
    expect(wrong.problem.detail).toContain("Frågorna heter: q1, q2, q3. Filen har: KEY, helt, annat.");
    // Somebody else's dialogue is not for the other party to answer.
    const johans = await handIn(file, johan);
    expect((await johan.call(api.tryFile, { ...asked, id: johans })).status).toBe(403);

    const shown = async (which = id) => (await karin.call(api.showHeldFile, { partnership, id: which })).value;
    const follow = async () => (await karin.call(followCampaign, { partnership, slug })).value;
    await karin.call(api.tryFile, asked);
    await house.settle();
    expect((await shown()).found).toMatchObject({ read: 8, added: 6, same: 1, unreadable: 1 });
    expect((await follow()).counts.waiting).toBe(0);
    await karin.call(api.readFile, asked);
    await house.settle();
    const { run } = await shown();
    expect(run).toMatchObject({ kind: "odk", read: 8, added: 6, same: 1, unreadable: 1, state: "finished" });
    const { waiting, methods, counts } = await follow();
    expect([counts.waiting, methods]).toEqual([6, [{ method: "door", count: 6, byChoice: false }]]);
    expect(waiting.map(({ receivedOn }) => receivedOn)).toEqual(Array.from({ length: 6 }, () => "2026-11-20"));
    const said = waiting.map((answer) => answer.said.map(({ text }) => text));
    expect(said).toContainEqual(["Nej", "Det är mörkt · Det är ödsligt", "Laga lamporna"]);
    // What was not asked is not answered, and what points at somebody is covered and read before it counts.
    expect(said).toContainEqual(["Ja", "Ring mig på [telefonnummer]"]);
    expect((await johan.call(followCampaign, { partnership, slug })).value.counts.waiting).toBe(0);

    // The form's number is nowhere in the house, nor who filled it in.
    const everything = await database.asOwner(async (tx) => {
      const rows = [];
      for (const table of ["campaign_answer", "import_run", "import_groups", "campaign_groups", "event"])
        rows.push(...(await sql`select * from ${sql.table(table)}`.execute(tx)).rows);
      return JSON.stringify(rows);
    });
    expect(/uuid:\d|Kalle|070-123/.exec(everything)?.[0]).toBeUndefined();

    // The same file once more: nothing new.
    const again = await handIn(file);
    await karin.call(api.readFile, { ...asked, id: again });
    await house.settle();
    expect((await shown(again)).run).toMatchObject({ added: 0, same: 7 });
    // A few more: counted as answers, at once since nothing is written in them, their groups not told.
    const few = await handIn(csv(row(8, "1,,,18-29"), row(9, "1,,,18-29")));
    await karin.call(api.readFile, { ...asked, id: few });
    await house.settle();
    expect((await shown(few)).run).toMatchObject({ added: 2 });

    const sheet = () =>
      database.asOwner(
        async (tx) =>
          (
            await sql<{
              counts: unknown;
            }>`select counts from campaign_groups g join campaign c on c.id = g.campaign_id where c.slug = ${slug}`.execute(
              tx as unknown as AnyTransaction,
            )
          ).rows[0]?.counts,
      );
    expect(await sheet()).toEqual({ "age.65-up": 6 });
    const first = (await follow()).waiting.find((answer) => answer.said.some(({ text }) => text === "Laga lamporna"))!;
    await karin.call(reviewAnswer, { partnership, id: first.id });
    const coded = await karin.call(code, {
      partnership,
      subjects: [{ kind: "answer", id: first.id }],
      theme: "Lamporna",
      category: "place.lighting",
    });
    expect(coded.value.coded).toBe(1);
    expect((await johan.call(api.undoImport, { partnership, id: run!.id })).status).toBe(404);
    expect((await karin.call(api.undoImport, { partnership, id: run!.id })).value).toEqual({ state: "undoing" });
    await house.settle();
    const { runs } = (await karin.call(api.listImportRuns, { partnership })).value;
    expect(runs.find(({ id }) => id === run!.id)).toMatchObject({ state: "undone", removed: 6, putBack: 0 });
    expect(await follow()).toMatchObject({ counts: { waiting: 0, kept: 2 } });
    expect(await sheet()).toEqual({});
    expect((await karin.call(api.undoImport, { partnership, id: run!.id })).problem.why).toBe("import-already-undone");
    // Taken back, the file can be read once more.
    const third = await handIn(file);
    await karin.call(api.readFile, { ...asked, id: third });
    await house.settle();
    expect((await shown(third)).run).toMatchObject({ added: 6 });
    await karin.call(closeCampaign, { partnership, slug });
    expect((await follow()).groups).toEqual({ "age.65-up": 6 });
    await house.close();
  });
});
