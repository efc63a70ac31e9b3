import {
  browserSupportsWebAuthn,
  startAuthentication,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { InputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { sign } from "../api.ts";
import { noKey, type NoKey } from "../key-words.ts";
import { refusals } from "../words.ts";

type Refused = { readonly why: string; readonly status: number; readonly sentence: string };
type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refused };
type Asked = { readonly signingId: string; readonly contentHash: string; readonly options: object };
/** What a key is asked by: the question's id, and what the key answered. */
export type KeyAnswer = Pick<InputOf<typeof sign>, "signingId" | "answer">;
export type KeyAnswered<T> =
  | { readonly ok: true; readonly value: T }
  /** `why` is a word of `NoKey`, or of the rule that refused. */
  | { readonly ok: false; readonly why: string; readonly sentence: string };

/**
 * A person's key says yes to a text: the question is asked for, the key answers, the answer is handed in. `shown` is the checksum of what stands on the screen; if the
 * server holds another text by now, the key is asked nothing. Every no is a sentence.
 */
export async function answerWithKey<T>(
  ask: () => Promise<Reply<Asked>>,
  send: (given: KeyAnswer) => Promise<Reply<T>>,
  { shown, lang }: { readonly shown?: string; readonly lang: Lang },
): Promise<KeyAnswered<T>> {
  const without = (why: NoKey) => ({ ok: false as const, why, sentence: say(noKey[why], lang) });
  const refused = ({ why, sentence }: Refused) => ({ ok: false as const, why, sentence });
  const asked = await ask();
  if (!asked.ok) return asked.refusal.status === 0 ? without("no-network") : refused(asked.refusal);
  const { signingId, contentHash } = asked.value;
  const optionsJSON = asked.value.options as PublicKeyCredentialRequestOptionsJSON;
  if (shown !== undefined && contentHash !== shown)
    return { ok: false, why: "other-text", sentence: say(refusals["other-text"], lang) };
  if (!browserSupportsWebAuthn()) return without("no-keys-in-browser");
  if ((optionsJSON.allowCredentials ?? []).length === 0) return without("no-key-of-yours");
  let answer;
  try {
    answer = await startAuthentication({ optionsJSON });
  } catch {
    return without("no-answer");
  }
  const sent = await send({ signingId, answer: { ...answer, type: "public-key" } });
  if (sent.ok) return sent;
  return sent.refusal.status === 0 ? without("lost-on-the-way") : refused(sent.refusal);
}
