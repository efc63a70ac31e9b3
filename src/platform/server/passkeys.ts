import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";

/** Where keys belong: `rpId` is the domain they are bound to, `origin` the address the browser must have been on. */
export type Site = { readonly origin: string; readonly rpId: string };
export type StoredKey = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
};
/** EdDSA, ES256 and RS256 (COSE): the kinds of key that can be checked again by anybody, years later, without us. */
const KINDS = [-8, -7, -257];
type Transports = NonNullable<
  Parameters<typeof generateRegistrationOptions>[0]["excludeCredentials"]
>[number]["transports"];

/** The question to a new key. It must live on the device and check the person (fingerprint, PIN): a signature will hang on it. */
export async function askForNewKey(site: Site, person: { id: string; name: string }, have: readonly StoredKey[]) {
  return generateRegistrationOptions({
    rpName: "Samsyn",
    rpID: site.rpId,
    userName: person.name,
    userID: new Uint8Array(new TextEncoder().encode(person.id)),
    attestationType: "none",
    excludeCredentials: have.map((key) => ({
      id: key.credentialId,
      transports: key.transports as Transports & string[],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: KINDS,
  });
}

/** The new key, if its answer is genuine and to this very question; undefined for every kind of wrong. */
export async function readNewKey(site: Site, challenge: string, answer: unknown): Promise<StoredKey | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: KINDS,
    });
    if (!verified || registrationInfo === undefined) return undefined;
    const { credential } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
    };
  } catch {
    // The library throws on malformed answers: to us that is the same no.
    return undefined;
  }
}

/** The question to a key somebody already has. An empty `keys` lets the device offer whichever it holds for this site. */
export async function askForKey(site: Site, keys: readonly StoredKey[], challenge?: Uint8Array) {
  return generateAuthenticationOptions({
    rpID: site.rpId,
    userVerification: "required",
    allowCredentials: keys.map((key) => ({
      id: key.credentialId,
      transports: key.transports as Transports & string[],
    })),
    ...(challenge === undefined ? {} : { challenge: new Uint8Array(challenge) }),
  });
}

/**
 * The key's new counter, if the answer is genuine: to this question, from this site, by this key, with the person checked,
 * and with a counter that moved on (simplewebauthn refuses one that stood still, unless the key never counts).
 */
export async function verifyKey(
  site: Site,
  challenge: string,
  key: StoredKey,
  answer: unknown,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
        transports: key.transports as Transports & string[],
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}
