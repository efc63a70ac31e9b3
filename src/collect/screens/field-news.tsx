import { instantOf } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { type Phone, useClockOff } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fieldWords } from "./field-words.ts";
import { tellClock } from "./told.ts";
import { words } from "./words.ts";

const HOUR = 60;
/** From here an error is told in whole hours: a clock that was never set back, or a zone that is wrong. */
const NEARLY_AN_HOUR = 55;

/** What stands in the way, and that nothing is lost by it. Nothing when nothing does. */
export function FieldNews({ phone, isLoggedOut, lang }: { phone: Phone; isLoggedOut: boolean; lang: Lang }) {
  const off = Math.abs(useClockOff());
  const { trouble, room, entries, othersWaiting } = phone;
  const isWaiting = entries.some(({ state }) => state !== "sent" && state !== "draft");
  const mustLogIn = isLoggedOut || trouble?.status === 401;
  return (
    <div className="wrap stack">
      {mustLogIn && (
        <Notice kind="advice" heading={say(words.logInToSend, lang)} live>
          <p>
            <a href="/logga-in?till=/falt">{say(fieldWords.logIn, lang)}</a>
          </p>
        </Notice>
      )}
      {!mustLogIn && trouble !== undefined && trouble.status !== 0 && (
        <Notice
          kind="advice"
          heading={say(fieldWords.serverTrouble, lang, { clock: tellClock(instantOf(trouble.nextAt), lang) })}
          live
        >
          <Button small onPress={() => void phone.outbox.send()}>
            {say(fieldWords.tryNow, lang)}
          </Button>
        </Notice>
      )}
      {off > 0 && (
        <Notice
          kind="advice"
          heading={
            off >= NEARLY_AN_HOUR
              ? say(fieldWords.clockHours, lang, { count: Math.round(off / HOUR) })
              : say(fieldWords.clockMinutes, lang, { count: off })
          }
        />
      )}
      {room.isNearlyFull && <Notice kind="advice" heading={say(fieldWords.nearlyFull, lang)} />}
      {room.mayBeCleared && isWaiting && (
        <Notice heading={say(fieldWords.mayBeCleared, lang)} text={say(fieldWords.mayBeClearedText, lang)} />
      )}
      {othersWaiting.going > 0 && <Notice heading={say(words.othersGoing, lang, { count: othersWaiting.going })} />}
      {othersWaiting.locked > 0 && <Notice heading={say(words.othersWaiting, lang, { count: othersWaiting.locked })} />}
    </div>
  );
}
