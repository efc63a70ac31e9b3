import { expect, test } from "vitest";
import type { Day, Instant } from "../../ground/time.ts";
import { challengeText } from "../../pledge/signature.ts";
import { verifyKey } from "../../platform/server/passkeys.ts";
import { sha256Bytes } from "../../platform/server/secrets.ts";
import { signWithDemoKey } from "./demo-key.ts";

const site = { origin: "http://localhost:3000", rpId: "localhost" };

const at = "2024-12-17T13:07:00.000Z" as Instant;
const mandate = {
  party: "municipality",
  office: "kommunstyrelsens ordförande",
  acting: false,
  decidedBy: "kommunstyrelsen",
  from: "2024-12-17" as Day,
  to: undefined,
} as const;

test("the demo's signatures are genuine, and over nothing but their own text", async () => {
  const means = signWithDemoKey("p", { contentHash: "abc", revision: 1, at, mandate }, site);
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
  const challengeFor = (contentHash: string, more: object = {}) => {
    const bound = { contentHash, revision: 1, askedAt: at, nonce: means.nonce, mandate, ...more };
    return Buffer.from(sha256Bytes(challengeText(bound))).toString("base64url");
  };
  expect(await verifyKey(site, challengeFor("abc"), key, answer)).toBe(1);
  expect(await verifyKey(site, challengeFor("abd"), key, answer)).toBeUndefined();
  expect(await verifyKey(site, challengeFor("abc", { revision: 2 }), key, answer)).toBeUndefined();
  expect(
    await verifyKey(site, challengeFor("abc", { mandate: { ...mandate, acting: true } }), key, answer),
  ).toBeUndefined();
  expect(
    await verifyKey({ ...site, origin: "http://localhost:3001" }, challengeFor("abc"), key, answer),
  ).toBeUndefined();
});
