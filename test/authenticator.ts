import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Instant } from "../src/ground/time.ts";
import { addPasskey } from "../src/partnership/store.ts";
import type { PartnershipDatabase } from "../src/partnership/tables.ts";
import type { Database } from "../src/platform/server/database/database.ts";

export type Answering = {
  /** Whether the device checked the person (finger, face, code). */
  readonly personChecked?: boolean;
  readonly counter?: number;
  readonly origin?: string;
  readonly credentialId?: string;
  /** As from inside a page of another site. */
  readonly crossOrigin?: boolean;
};

/** A key as a phone holds it, in software: it answers any question it is asked, honestly or as told. */
export type Authenticator = {
  readonly credentialId: string;
  /** The answer to a challenge (base64url), as the browser hands it over. Counts up by one each time. */
  answer(challenge: string, how?: Answering): AuthenticatorAnswer;
};
export type AuthenticatorAnswer = {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly clientExtensionResults: object;
  readonly response: { clientDataJSON: string; authenticatorData: string; signature: string };
};

const SITE = { origin: "http://localhost:3000", rpId: "localhost" };
const PRESENT = 0x01;
const CHECKED = 0x04;

/** Gives a demo person, by first name, a key of their own. */
export async function giveKey(database: Database, name: string): Promise<Authenticator> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(16).toString("base64url");
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  await database.transaction<PartnershipDatabase, void>({ as: "system" }, async (tx) => {
    const person = await tx.selectFrom("person").select("id").where("name", "=", name).executeTakeFirstOrThrow();
    await addPasskey(tx, {
      credential_id: credentialId,
      person_id: person.id,
      public_key: coseKey(x, y),
      counter: 0,
      transports: ["internal"],
      label: "telefon",
      created_at: "2026-01-01T00:00:00.000Z" as Instant,
    });
  });
  let counted = 0;
  return {
    credentialId,
    answer(
      challenge,
      {
        personChecked = true,
        counter,
        origin = SITE.origin,
        credentialId: named = credentialId,
        crossOrigin = false,
      } = {},
    ) {
      counted = counter ?? counted + 1;
      const clientData = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin, crossOrigin }));
      const count = Buffer.alloc(4);
      count.writeUInt32BE(counted);
      const flags = Buffer.from([PRESENT | (personChecked ? CHECKED : 0)]);
      const data = Buffer.concat([sha256(Buffer.from(SITE.rpId)), flags, count]);
      return {
        id: named,
        rawId: named,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: sign("sha256", Buffer.concat([data, sha256(clientData)]), privateKey).toString("base64url"),
        },
      };
    },
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** COSE (RFC 9053) in CBOR's shortest form: kty EC2, alg ES256, crv P-256, x, y. */
function coseKey(x: string, y: string): Buffer {
  const head = Buffer.from("a5010203262001215820", "hex");
  return Buffer.concat([head, Buffer.from(x, "base64url"), Buffer.from("225820", "hex"), Buffer.from(y, "base64url")]);
}
