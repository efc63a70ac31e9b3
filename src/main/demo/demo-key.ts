import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { Instant } from "../../ground/time.ts";
import { challengeText, type Mandate, type Means, type SigningParty } from "../../pledge/signature.ts";

/**
 * A real signature by a key made for the occasion and then forgotten: what an authenticator answers (WebAuthn level 3, §6.1 and §7.2), made in software, so that the demo's
 * signatures verify like everybody else's. The key is nobody's: demo people make their own when they want to sign.
 */
export function signWithDemoKey(
  personId: string,
  signed: { contentHash: string; revision: number; at: Instant; mandate: Mandate<SigningParty> },
  site: { origin: string; rpId: string },
): Extract<Means, { kind: "passkey" }> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const nonce = randomBytes(32).toString("base64url");
  const { contentHash, revision, at, mandate } = signed;
  const bound = { contentHash, revision, askedAt: at, nonce, mandate };
  const challenge = sha256(Buffer.from(challengeText(bound))).toString("base64url");
  const clientData = Buffer.from(
    JSON.stringify({ type: "webauthn.get", challenge, origin: site.origin, crossOrigin: false }),
  );
  const USER_PRESENT_AND_VERIFIED = 0x05;
  const authenticatorData = Buffer.concat([
    sha256(Buffer.from(site.rpId)),
    Buffer.from([USER_PRESENT_AND_VERIFIED, 0, 0, 0, 1]),
  ]);
  const signature = createSign("SHA256")
    .update(Buffer.concat([authenticatorData, sha256(clientData)]))
    .sign(privateKey);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  return {
    kind: "passkey",
    personId,
    credentialId: randomBytes(16).toString("base64url"),
    publicKey: coseKey(Buffer.from(x, "base64url"), Buffer.from(y, "base64url")).toString("base64url"),
    nonce,
    clientData: clientData.toString("base64url"),
    authenticatorData: authenticatorData.toString("base64url"),
    signature: signature.toString("base64url"),
    asked: { revision, at, origin: site.origin, rpId: site.rpId },
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** The key as COSE (RFC 9053): kty EC2, alg ES256, crv P-256, x, y, in CBOR's shortest form. */
function coseKey(x: Buffer, y: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    x,
    Buffer.from([0x22, 0x58, 0x20]),
    y,
  ]);
}
