// A question to the picture, out of the address somebody pastes: kept as what is asked, and asked again each time it is read.
import { addressOf, askedIn, readQuestion } from "../picture/question.ts";

/** The question of an address in the picture, in its own order; undefined where it asks nothing or something that the picture does not know. */
export function questionIn(address: string): string | undefined {
  const [, asked = ""] = /[?]([^#]*)/.exec(address.trim()) ?? [];
  const { question, unread } = readQuestion(askedIn(new URLSearchParams(asked)));
  const read = addressOf(question);
  return read === "" || unread.length > 0 ? undefined : read;
}
