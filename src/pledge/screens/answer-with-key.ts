import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { InputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { sign } from "../api.ts";
import { refusals } from "../words.ts";

type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: { readonly sentence: string } };
type Asked = { readonly signingId: string; readonly contentHash: string; readonly options: object };
/** What a key is asked by: the question's id, and what the key answered. */
export type KeyAnswer = Pick<InputOf<typeof sign>, "signingId" | "answer">;

/**
 * A person's key says yes to a text: the question is asked for, the key answers, the answer is handed in. `shown` is the checksum of what stands on the screen; if the
 * server holds another text by now, the key is asked nothing. Every no is a sentence; `noAnswer` is the one for a key that gives none.
 */
export async function answerWithKey<T>(
  ask: () => Promise<Reply<Asked>>,
  send: (given: KeyAnswer) => Promise<Reply<T>>,
  { shown, noAnswer, lang }: { readonly shown?: string; readonly noAnswer: string; readonly lang: Lang },
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string }> {
  const asked = await ask();
  if (!asked.ok) return { ok: false, sentence: asked.refusal.sentence };
  const { signingId, contentHash, options } = asked.value;
  if (shown !== undefined && contentHash !== shown) return { ok: false, sentence: say(refusals["other-text"], lang) };
  try {
    const answer = await startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    });
    const sent = await send({
      signingId,
      answer: { ...answer, type: "public-key" },
    });
    return sent.ok ? sent : { ok: false, sentence: sent.refusal.sentence };
  } catch {
    return { ok: false, sentence: noAnswer };
  }
}
