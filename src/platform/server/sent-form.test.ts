import { expect, test } from "vitest";
import { readSentForm } from "./sent-form.ts";

const ROOM = { takesFile: true, mostLetters: 1000 };
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const multipart = (parts: string, type = "multipart/form-data; boundary=X") =>
  readSentForm({ contentType: type, bytes: bytesOf(`${parts}--X--\r\n`) }, ROOM);
const part = (name: string, value: string, more = "") =>
  `--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

test("what was filled in is read, and the file that was chosen", async () => {
  const browser = new FormData();
  browser.append("ord", "Mer ljus\r\noch bänkar");
  browser.append("photo", new Blob([bytesOf("\r\n--\r\n")]), "IMG.jpg");
  const sent = new Response(browser);
  const contentType = sent.headers.get("content-type")!;
  const read = await readSentForm({ contentType, bytes: new Uint8Array(await sent.arrayBuffer()) }, ROOM);
  expect([...read.form!]).toEqual([["ord", "Mer ljus\r\noch bänkar"]]);
  expect(read.file).toEqual(bytesOf("\r\n--\r\n"));
});

test("a form without a file, and one to a door that takes none", async () => {
  const plain = { contentType: "application/x-www-form-urlencoded", bytes: bytesOf("ord=Mer+ljus&go=send") };
  expect([...(await readSentForm(plain, ROOM)).form!]).toEqual([
    ["ord", "Mer ljus"],
    ["go", "send"],
  ]);
  const contentType = "multipart/form-data; boundary=X";
  const closed = { ...ROOM, takesFile: false };
  const withFile = `${part("go", "send")}--X\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nabc\r\n--X--\r\n`;
  const read = await readSentForm({ contentType, bytes: bytesOf(withFile) }, closed);
  expect([...read.form!]).toEqual([["go", "send"]]);
  expect(read.file).toBeUndefined();
});

test.each([
  ["empty parts that say they are files", part("a", "", '; filename="b"').repeat(400_000)],
  ["a part that never comes to say what stands in it", `--X\r\n${"a: b\r\n".repeat(2_000_000)}\r\n\r\n`],
  ["more words than a form holds", part("a", "ord ".repeat(300))],
])("too much is said of %s, before anything is made of it", async (_name, parts) => {
  expect(await multipart(parts)).toEqual({ tooMuch: true });
});

test("too much is said of a hundred thousand names without values", async () => {
  const contentType = "application/x-www-form-urlencoded";
  expect(await readSentForm({ contentType, bytes: bytesOf("a&".repeat(100_000)) }, ROOM)).toEqual({ tooMuch: true });
});

test.each([
  "multipart/form-data",
  "multipart/form-data; boundary=",
  'multipart/form-data; boundary="a b"',
  `multipart/form-data; boundary=${"X".repeat(71)}`,
  "text/plain; boundary=X",
])("nothing is read under «%s»", async (type) => {
  expect(await multipart(part("a", "b"), type)).toEqual({});
});

test("parts are counted by the mark they are read by, whatever other marks are named", async () => {
  const read = await multipart(part("a", "b"), "multipart/form-data; boundary=X; boundary=Y");
  expect([...read.form!]).toEqual([["a", "b"]]);
});
