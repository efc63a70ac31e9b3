import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay } from "../../../ui/format.ts";
import { managers } from "../../words.ts";
import type { Addressee } from "../letter.ts";
import type { PointReplyKind } from "../point.ts";
import { words } from "./words.ts";

type Reply = {
  readonly kind: PointReplyKind;
  readonly text: string;
  readonly mayBe?: Addressee | undefined;
  readonly unit: string;
  readonly repliedAt: string;
};

const SAID = { received: words.receivedBy, "not-ours": words.notOursSays, question: words.asksSays };

/** «Mottagen av gatuenheten 12 november.» */
export function replySaid({ kind, text, mayBe, unit, repliedAt }: Reply, lang: Lang): string {
  const said = say(SAID[kind], lang, { unit, day: formatDay(dayOf(repliedAt as Instant), lang), text });
  return mayBe === undefined ? said : `${said} ${say(words.mayBe, lang, { name: say(managers[mayBe], lang) })}`;
}
