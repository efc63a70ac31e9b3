import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { goodBundle, loggedPublication } from "../../test/evidence.ts";
import { writeBundle } from "./bundle.ts";
import { verifyFile } from "./bundle-file.ts";
import { verify } from "./verify.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const whyOf = async (file: Uint8Array) => {
  const { overall, statements } = await verifyFile(file);
  return { overall, why: statements.map(({ why }) => why) };
};

/** A PDF as another program may write it: what is attached, and nothing that is shown. */
const pdfWith = (...objects: readonly (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...objects.flatMap((object) => [Buffer.from(object as string), Buffer.from("\n")]),
    Buffer.from("%%EOF\n"),
  ]);
const attached = (bytes: Buffer, head: string) =>
  Buffer.concat([
    Buffer.from(`7 0 obj\n<< /Type /EmbeddedFile ${head} >>\nstream\r\n`),
    bytes,
    Buffer.from("\nendstream\nendobj"),
  ]);

describe("the file as it is", () => {
  test("is checked as ever", async () => {
    const file = writeBundle(goodBundle());
    expect(await verifyFile(bytesOf(file))).toEqual(await verify(file));
    expect((await whyOf(bytesOf("x"))).why).toEqual(["not-json"]);
  });
});

describe("a PDF of somebody else's", () => {
  const file = Buffer.from(writeBundle(goodBundle()));
  const packed = deflateSync(file);

  test.for([
    ["packed", attached(packed, `/Length ${packed.length} /Filter /FlateDecode`)],
    ["packed, said as a list", attached(packed, `/Length ${packed.length} /Filter [ /FlateDecode ]`)],
    ["not packed", attached(file, `/Length ${file.length}`)],
  ] as const)("is read where the file is %s", async ([, object]) => {
    expect(await whyOf(pdfWith(object))).toMatchObject({ overall: "genuine" });
  });

  test("is read where the length stands elsewhere", async () => {
    const object = attached(packed, "/Length 9 0 R /Filter /FlateDecode");
    expect(await whyOf(pdfWith(object, `9 0 obj\n${packed.length}\nendobj`))).toMatchObject({ overall: "genuine" });
  });

  test("is read where the file is of any format there is, and one of a format there will be says so", async () => {
    const latest = Buffer.from(writeBundle(await loggedPublication()));
    expect(await whyOf(pdfWith(attached(latest, `/Length ${latest.length}`)))).toMatchObject({ overall: "genuine" });
    const later = Buffer.from(latest.toString().replace("samsyn-bundle-3", "samsyn-bundle-9"));
    expect((await whyOf(pdfWith(attached(later, `/Length ${later.length}`)))).why).not.toContain("pdf-without-bundle");
    // An older one beside it, or blanks before its name, hide nothing.
    const blank = Buffer.from(`${" ".repeat(300)}${latest.toString()}`);
    expect(
      await whyOf(pdfWith(attached(blank, `/Length ${blank.length}`), attached(file, `/Length ${file.length}`))),
    ).toEqual({ overall: "unreadable", why: ["pdf-with-several"] });
  });

  const bomb = deflateSync(Buffer.alloc(60_000_000, 32));
  test.for([
    ["without any file", pdfWith("1 0 obj\n<< >>\nendobj"), "pdf-without-bundle"],
    ["with another file", pdfWith(attached(Buffer.from("{}"), "/Length 2")), "pdf-without-bundle"],
    [
      "cut off in the file",
      pdfWith(attached(packed, `/Length ${packed.length} /Filter /FlateDecode`)).subarray(0, 900),
      "pdf-without-bundle",
    ],
    ["that says the wrong length", pdfWith(attached(file, `/Length ${file.length - 40}`)), "pdf-without-bundle"],
    [
      "packed in a way no PDF needs",
      pdfWith(attached(packed, `/Length ${packed.length} /Filter /LZWDecode`)),
      "pdf-without-bundle",
    ],
    [
      "with a packed byte changed",
      pdfWith(attached(Buffer.from(packed).fill(255, 200, 260), `/Length ${packed.length} /Filter /FlateDecode`)),
      "pdf-without-bundle",
    ],
    [
      "that unpacks without end",
      pdfWith(attached(bomb, `/Length ${bomb.length} /Filter /FlateDecode`)),
      "pdf-without-bundle",
    ],
    [
      "with two promises",
      pdfWith(attached(file, `/Length ${file.length}`), attached(file, `/Length ${file.length}`)),
      "pdf-with-several",
    ],
    ["larger than any promise", Buffer.concat([pdfWith(), Buffer.alloc(20_000_001)]), "too-large"],
  ] as const)("%s is refused with a sentence", async ([, pdf, why]) => {
    expect(await whyOf(pdf)).toEqual({ overall: "unreadable", why: [why] });
  });

  test("with one letter of the promise changed says so", async () => {
    const spoiled = Buffer.from(file.toString().replace("fjorton", "fjarton"));
    expect(await whyOf(pdfWith(attached(spoiled, `/Length ${spoiled.length}`)))).toMatchObject({ overall: "false" });
  });
});
