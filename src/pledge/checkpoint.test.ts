import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { base64Of } from "../ground/bytes.ts";
import {
  type Checkpoint,
  checkpointText,
  keyText,
  openNote,
  readCheckpoint,
  readKeyText,
  signedCheckpoint,
  type Verifies,
} from "./checkpoint.ts";

const spki = Buffer.from("302a300506032b6570032100", "hex");
const verifies: Verifies = (key, message, signature) =>
  verify(null, message, createPublicKey({ key: Buffer.concat([spki, key]), format: "der", type: "spki" }), signature);
const webVerifies: Verifies = async (key, message, signature) => {
  const imported = await crypto.subtle.importKey("raw", Uint8Array.from(key), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, Uint8Array.from(signature), Uint8Array.from(message));
};
function aKey(name: string) {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = Uint8Array.from(pair.publicKey.export({ format: "der", type: "spki" }).subarray(spki.length));
  return { key: { name, publicKey }, signs: (message: Uint8Array) => sign(null, message, pair.privateKey) };
}
const root = Uint8Array.from({ length: 32 }, (_, at) => at);

describe("the published example of a signed note", () => {
  const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const NOTE =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  test.each([
    ["Node", verifies],
    ["Web Crypto", webVerifies],
  ])("is read, and believed, with %s", async (_, checks) => {
    const key = readKeyText(PETER)!;
    expect(keyText(key)).toBe(PETER);
    expect(await openNote(NOTE, key, checks)).toEqual({ text: NOTE.slice(0, NOTE.indexOf("\n\n") + 1) });
    expect(await openNote(NOTE.replace("answer", "reply"), key, checks)).toBe("forged");
    expect(await readCheckpoint(NOTE, key, checks)).toBe("unreadable");
  });
});

describe("a checkpoint", () => {
  const { key, signs } = aKey("samsyn.example/logg");
  const checkpoint: Checkpoint = { origin: key.name, size: 20_852_163, root };

  test("is three lines, an empty one, and one signed line", async () => {
    expect(checkpointText(checkpoint)).toBe(
      "samsyn.example/logg\n20852163\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
    );
    const note = await signedCheckpoint(checkpoint, key, signs);
    expect(note.split("\n")).toHaveLength(6);
    expect(note).toMatch(/\n\n— samsyn[.]example\/logg [A-Za-z0-9+/]+=*\n$/);
    expect(await readCheckpoint(note, key, verifies)).toEqual(checkpoint);
    expect(await readCheckpoint(note, readKeyText(keyText(key))!, webVerifies)).toEqual(checkpoint);
  });

  test("of an empty log says nought", async () => {
    const empty = { ...checkpoint, size: 0 };
    expect(await readCheckpoint(await signedCheckpoint(empty, key, signs), key, verifies)).toEqual(empty);
  });

  test("is believed with a witness's line beside, and lines added by a later format", async () => {
    const note = await signedCheckpoint(checkpoint, key, signs);
    const witness = aKey("witness.example");
    const line = (await signedCheckpoint(checkpoint, witness.key, witness.signs)).split("\n").at(-2);
    expect(await readCheckpoint(`${note}${line}\n`, key, verifies)).toEqual(checkpoint);
    expect(await readCheckpoint(`${note}${line}\n`, witness.key, verifies)).toBe("other-log");
  });

  test("is not believed if it is changed, or signed by nobody known", async () => {
    const note = await signedCheckpoint(checkpoint, key, signs);
    const said = async (text: string) => readCheckpoint(text, key, verifies);
    expect(await said(note.replace("20852163", "20852164"))).toBe("forged");
    expect(await said(note.replace("AAEC", "AAED"))).toBe("forged");
    expect(await readCheckpoint(note, aKey(key.name).key, verifies)).toBe("unsigned");
    expect(await readCheckpoint(note, { ...key, name: "other.example" }, verifies)).toBe("unsigned");
    for (const text of ["", "\n\n", note.trimEnd(), note.replace("\n\n", "\n"), `${note}x\n`, note.replace("—", "-")])
      expect(await said(text)).toBe("unreadable");
  });

  test.each(["020852163", "-1", "1.5", "1e3", "99999999999999999", ""])("does not count «%s» entries", async (size) => {
    const text = `${key.name}\n${size}\n${base64Of(root)}\n`;
    const signature = (await signedCheckpoint(checkpoint, key, (_) => signs(new TextEncoder().encode(text)))).split(
      "\n",
    );
    expect(await readCheckpoint(`${text}\n${signature.at(-2)}\n`, key, verifies)).toBe("unreadable");
  });
});

describe("a key in one line", () => {
  const { key } = aKey("samsyn.example/logg");
  test.each([
    ["another's id", keyText(key).replace(/[+][0-9a-f]{8}[+]/, "+00000000+")],
    [
      "another kind of key",
      keyText(key).replace(/(?<=[+][0-9a-f]{8}[+]).+$/, base64Of(Uint8Array.of(2, ...key.publicKey))),
    ],
    ["a name with a space", keyText(key).replace("samsyn", "sam syn")],
    ["nothing", ""],
  ])("is not read with %s", (_, text) => expect(readKeyText(text)).toBeUndefined());
});
