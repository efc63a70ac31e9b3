import { say, type Lang } from "../ground/words.ts";
import { Icon } from "./icon.tsx";
import { StatusDiamond } from "./status.tsx";
import { words } from "./words.ts";

/** What the phone still holds: waiting for coverage, all sent, or one refused. */
export type OutboxState =
  | { readonly state: "waiting"; readonly waiting: number; readonly sent: number; readonly offline: boolean }
  | { readonly state: "sent"; readonly sent: number; /** "19.40" */ readonly at?: string | undefined }
  | { readonly state: "refused"; readonly refused: number; readonly href: string };

/** "3 väntar · 14 skickade". Always visible on a walk; read out when it changes. */
export function OfflineBar({ lang, outbox }: { lang: Lang; outbox: OutboxState }) {
  return (
    <div className={`offline-bar offline-bar-${outbox.state}`} role="status">
      {outbox.state === "waiting" && (
        <>
          <Icon name={outbox.offline ? "no-coverage" : "clock"} />
          <span>
            <b>{say(words.waitingSent, lang, { waiting: outbox.waiting })}</b> ·{" "}
            {say(words.sent, lang, { sent: outbox.sent })}
          </span>
          {outbox.offline && <span>{say(words.noCoverage, lang)}</span>}
        </>
      )}
      {outbox.state === "sent" && (
        <>
          <Icon name="check" />
          <span>
            <b>{say(words.allSent, lang)}</b> · {outbox.sent}
          </span>
          {outbox.at !== undefined && <span>{outbox.at}</span>}
        </>
      )}
      {outbox.state === "refused" && (
        <>
          <StatusDiamond kind="missed" />
          <span>
            <b>{say(words.refused, lang, { refused: outbox.refused })}</b>
          </span>
          <a href={outbox.href}>{say(words.seeWhy, lang)}</a>
        </>
      )}
    </div>
  );
}
