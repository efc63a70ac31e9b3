import { expect, test } from "vitest";
import { onBothEngines } from "../../test/databases.ts";
import { openTestHouse } from "../../test/house.ts";
import { strike } from "../../test/runs-out.ts";
import { hasTimeStampAuthority, timeStampAuthority } from "../../test/time-stamps.ts";
import { makePages } from "../tell/pages.tsx";
import { sayStatement } from "../pledge/verify-words.ts";
import { verify } from "../pledge/verify.ts";
import { type AsksService, stampLog } from "./stamp-log.ts";

const isThere = hasTimeStampAuthority();
let made: ReturnType<typeof timeStampAuthority> | undefined;
const authority = () => (made ??= timeStampAuthority());

onBothEngines("the log's head stamped by somebody else", (fresh) => {
  test.skipIf(!isThere)("is part of the file of signatures from then on, and asked for once", async () => {
    const database = await fresh({ demo: true });
    const test = await openTestHouse(database);
    const house = { ...test.house, settings: { ...test.house.settings, timeStampUrl: "https://tsa.example.se/tsr" } };
    const { origin, rpId } = house.settings;
    const pages = makePages({
      database,
      assets: {},
      now: house.now,
      origin,
      rpId,
      demo: false,
      verifier: async () => "",
    });
    const verdict = async () => {
      const path = "/granska/ockelbo/2025-2027.samsyn";
      const { plain = "" } = await pages({ path, query: new URLSearchParams(), lang: "sv" });
      return { plain, ...(await verify(plain)) };
    };
    const before = await verdict();
    expect(before.statements.map(({ why }) => why)).not.toContain("stamped");
    const asked: string[] = [];
    const asks: AsksService = async (url, question) => {
      asked.push(url);
      return authority().answer(question);
    };
    await stampLog(test.house, asks);
    expect(asked).toEqual([]);
    for (const [answer, why] of [
      [new TextEncoder().encode("<html>"), /gave no stamp/],
      [
        authority().answer(before.plain === "" ? new Uint8Array() : await questionOf("another text")),
        /stamp-of-other-head/,
      ],
    ] as const)
      await expect(stampLog(house, async () => answer)).rejects.toThrow(why);
    await stampLog(house, asks);
    await stampLog(house, asks);
    expect(asked).toEqual(["https://tsa.example.se/tsr"]);

    const stamped = await verdict();
    expect(stamped.overall).toBe("genuine");
    const said = stamped.statements.map((one) => `${one.why}: ${sayStatement(one, "sv").sentence}`).join("\n");
    expect(said).toContain("enligt en tidsstämpel av Provtjänsten, Prov AB");
    expect(said).toMatch(/whose-stamp: .*kontrollsumman [0-9a-f]{64}/);

    // The log goes on, and what was stamped stays under it.
    await strike(test, "2028-01-01");
    const later = await verdict();
    expect(later.statements.filter(({ ok }) => ok === "no")).toEqual([]);
    expect(later.statements.map(({ why }) => why)).toContain("stamped");
    await test.close();
  });
});

async function questionOf(text: string) {
  const { sha256Bytes } = await import("../platform/server/secrets.ts");
  const { stampQuestion } = await import("../pledge/time-stamp.ts");
  return stampQuestion(sha256Bytes(text), Uint8Array.of(1));
}
