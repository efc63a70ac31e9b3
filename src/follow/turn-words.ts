// What waits for somebody and why, in words: on the overview and in the weekly letter.
import { turns as consultationTurns } from "../pledge/consultation/words.ts";
import { turns as scheduleTurns } from "../pledge/phases/words.ts";
import { words } from "./words.ts";

export const TURN_WORDS = {
  sign: [words.sign, words.signText],
  "second-key": [words.secondKey, words.secondKeyText],
  weigh: [words.weigh, words.weighText],
  "sign-report": [words.signReport, words.signReportText],
  "publish-report": [words.publishReport, words.publishReportText],
  "answer-owner": [words.answerOwner, words.answerOwnerText],
  "open-slot": [words.openSlot, words.openSlotText],
  ...consultationTurns,
  ...scheduleTurns,
} as const;
