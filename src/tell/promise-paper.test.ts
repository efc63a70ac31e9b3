import { describe, expect, test } from "vitest";
import { bundleWith, changeBundle, goodBundle, logWith } from "../../test/evidence.ts";
import { qrSvg } from "../platform/server/qr.ts";
import { pdfOf } from "../platform/server/typst.ts";
import type { Bundle } from "../pledge/bundle.ts";
import { NAME_IN_PDF, verifyFile } from "../pledge/bundle-file.ts";
import { sayStatement } from "../pledge/verify-words.ts";
import { promisePaper } from "./screens/promise-paper.ts";

const ORIGIN = "https://samsyn.ockelbo.se";
const paperOf = (bundle: Bundle, lang: "sv" | "en" = "sv") => pdfOf(promisePaper(bundle, lang, ORIGIN, qrSvg));
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

describe("a promise's PDF", () => {
  test.for(["sv", "en"] as const)(
    "has the file inside, letter for letter, and what is checked is that (%s)",
    async (lang) => {
      const bundle = bundleWith(goodBundle().signatures, await logWith());
      const { overall, statements, read } = await verifyFile(paperOf(bundle, lang));
      expect(overall).toBe("genuine");
      expect(read!.bundle).toEqual(bundle);
      expect(sayStatement(statements.at(-1)!, "sv").sentence).toContain("PDF:ens egna sidor är inte undertecknat");
    },
  );

  test("of a change carries the texts it goes back to", async () => {
    expect((await verifyFile(paperOf(changeBundle()))).overall).toBe("genuine");
  });

  test("is archival, tagged and in its language, and the same file gives the same bytes", () => {
    const bundle = goodBundle();
    const pdf = paperOf(bundle);
    const text = latin1(pdf);
    for (const sign of [
      "pdfaid:part>3",
      "pdfaid:conformance>A",
      "/StructTreeRoot",
      "/Lang (sv)",
      "/AFRelationship /Source",
      `(${NAME_IN_PDF})`,
    ])
      expect(text).toContain(sign);
    expect(Buffer.compare(paperOf(bundle), pdf)).toBe(0);
    expect(Buffer.compare(paperOf(goodBundle()), pdf)).not.toBe(0);
  });
});
