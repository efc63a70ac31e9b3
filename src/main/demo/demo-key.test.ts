import { expect, test } from "vitest";
import { challengeText } from "../../pledge/signature.ts";
import { verifyKey } from "../../platform/server/passkeys.ts";
import { sha256Bytes } from "../../platform/server/secrets.ts";
import { signWithDemoKey } from "./demo-key.ts";

const site = { origin: "http://localhost:3000", rpId: "localhost" };

test("the demo's signatures are genuine, and over nothing but their own text", async () => {
  const means = signWithDemoKey("p", "abc", site);
  const key = {
    credentialId: means.credentialId,
    publicKey: new Uint8Array(Buffer.from(means.publicKey, "base64url")),
    counter: 0,
    transports: [],
  };
  const answer = {
    id: means.credentialId,
    rawId: means.credentialId,
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON: means.clientData,
      authenticatorData: means.authenticatorData,
      signature: means.signature,
    },
  };
  const challengeFor = (hash: string) =>
    Buffer.from(sha256Bytes(challengeText(hash, means.nonce))).toString("base64url");
  expect(await verifyKey(site, challengeFor("abc"), key, answer)).toBe(1);
  expect(await verifyKey(site, challengeFor("abd"), key, answer)).toBeUndefined();
  expect(
    await verifyKey({ ...site, origin: "http://localhost:3001" }, challengeFor("abc"), key, answer),
  ).toBeUndefined();
});
