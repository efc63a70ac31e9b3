import fc from "fast-check";
import { expect, test } from "vitest";
import { readTranscribed, convert } from "../../test/real-documents.ts";
import { sharedData } from "../../test/shared-data.ts";
import { exceptionsIn, exceptionTo, withException, withoutException } from "./exceptions.ts";
import { lint, stopping, tidied } from "./lint.ts";
import { PERSONAL } from "./rules.ts";

const path = sharedData("texts/medborgarloften-dev.jsonl");
const documents = path === undefined ? [] : readTranscribed(path).map(convert);

test.skipIf(path === undefined)(
  "a reason at every place that stops lets any real promise be signed, and taken away again leaves it as it was",
  () => {
    for (const content of documents) {
      const stops = stopping(content);
      expect(stops.length).toBeGreaterThan(0);
      const reasoned = stops.reduce((so, remark) => withException(so, remark, "Så var det."), content);
      expect(stopping(reasoned)).toEqual([]);
      expect(exceptionsIn(reasoned)).toHaveLength(
        new Set(stops.map(({ rule, where, said }) => `${rule} ${where} ${PERSONAL.includes(rule) ? said : ""}`)).size,
      );
      expect(stops.reduce((so, remark) => withoutException(so, remark), reasoned)).toEqual(content);
    }
  },
);

test.skipIf(path === undefined)("a reason goes with its promise when another before it is taken away", () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents.filter(({ pledges }) => pledges.length > 1)), (content) => {
      const last = content.pledges.length;
      const reasoned = withException(content, { rule: "no-cause", where: String(last) }, "Den kommer.");
      const rest = reasoned.pledges.slice(1).map((pledge, at) => ({ ...pledge, order: at + 1 }));
      const fewer = { ...reasoned, pledges: rest };
      expect(exceptionTo(fewer, { rule: "no-cause", where: String(last - 1) })?.reason).toBe("Den kommer.");
    }),
  );
});

test.skipIf(path === undefined)(
  "one reason for the whole document holds at every place, and the place's own goes before it",
  () => {
    const content = documents[1]!;
    const whole = withException(content, { rule: "no-date", where: "" }, "Löpande.");
    expect(lint(content).filter(({ rule }) => rule === "no-date").length).toBeGreaterThan(1);
    expect(stopping(whole).filter(({ rule }) => rule === "no-date")).toEqual([]);
    const own = withException(whole, { rule: "no-date", where: "1.1" }, "Bestäms i mars.");
    expect(exceptionTo(own, { rule: "no-date", where: "1.1" })?.reason).toBe("Bestäms i mars.");
    expect(exceptionTo(own, { rule: "no-date", where: "2.1" })?.reason).toBe("Löpande.");
  },
);

test.skipIf(path === undefined)(
  "a reason for what has been met meanwhile is not signed; one for what has not stays, with the words it is about",
  () => {
    const content = documents[1]!;
    const reasoned = withException(content, { rule: "no-equality", where: "" }, "Tas upp i mars.");
    expect(tidied(reasoned)).toEqual(reasoned);
    expect(tidied({ ...reasoned, equality: "Barnen först" })).toEqual({ ...content, equality: "Barnen först" });
    const [remark] = lint(content).filter(({ rule }) => rule === "cannot-fail");
    const left = withException(content, remark!, "Så sade vi.");
    expect(exceptionsIn(tidied(left))).toEqual([
      { rule: "cannot-fail", where: remark!.where, said: remark!.said, reason: "Så sade vi." },
    ]);
  },
);
