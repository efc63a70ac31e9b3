import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../../test/databases.ts";
import { type Caller, openTestHouse, type TestHouse } from "../../../test/house.ts";
import * as api from "./api.ts";
import { writeFileSync } from "node:fs";

const partnership = "ockelbo";

onBothEngines("a brief through its doors", (fresh) => {
  let house: TestHouse;
  let [karin, johan]: Caller[] = [];
  beforeAll(async () => {
    house = await openTestHouse(await fresh({ demo: true }));
    [karin, johan] = await Promise.all(["Karin", "Johan"].map((name) => house.as(name)));
  });
  test("x", async () => {
    for (const [kind, length] of [
      ["council", 1],
      ["council", 2],
      ["council", 8],
      ["survey", 8],
      ["grant", 8],
    ] as const) {
      const begun = await karin!.call(api.beginBrief, { partnership, kind, length });
      expect(begun.status).toBe(200);
      const { value } = await karin!.call(api.openBrief, { partnership, briefId: begun.value.id });
      writeFileSync(`/tmp/council-${kind}-${length}.json`, JSON.stringify(value, null, 1));
      const pdf = await karin!.call(api.printBrief, { partnership, briefId: begun.value.id });
      const docx = await karin!.call(api.typeBrief, { partnership, briefId: begun.value.id });
      console.log(pdf.status, docx.status);
      writeFileSync(`/tmp/council-${kind}-${length}.pdf`, new Uint8Array(pdf.value as unknown as ArrayBuffer));
      writeFileSync(`/tmp/council-${kind}-${length}.docx`, new Uint8Array(docx.value as unknown as ArrayBuffer));
    }
  });
});
