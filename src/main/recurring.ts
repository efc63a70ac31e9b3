// What Samsyn does by itself, by the clock.
import { neverTwice, speakWithFaultSystems } from "../act/faults/reactions.ts";
import { closeForgotten } from "../act/forums/reactions.ts";
import { mixAnswers } from "../collect/campaigns/pages.ts";
import { forgetExpired } from "../collect/store-left.ts";
import type { CollectDatabase } from "../collect/tables.ts";
import type { AnyTransaction, House } from "../platform/server/house.ts";
import type { JobHandler, Recurring } from "../platform/server/jobs/jobs.ts";
import { forgetLetters, sendDue } from "../platform/server/mail/outbox.ts";
import { smtpMailer } from "../platform/server/mail/smtp.ts";
import { disposeEverywhere } from "./dispose.ts";
import { writeOfLawClocks } from "../tell/letters/reactions.ts";
import { writeNewsLetters } from "../tell/followers/reactions.ts";
import { refreshAll } from "../tell/reactions.ts";
import type { TellDatabase } from "../tell/tables.ts";
import { sendDeliveries, writeDeliveries } from "../tell/webhooks/reactions.ts";
import { callOut } from "../platform/server/call-out.ts";
import { postWebhook } from "../platform/server/webhook-post.ts";
import { handOverEverywhere } from "./hand-overs.ts";
import { stampLog } from "./stamp-log.ts";
import { runOutEverywhere } from "./runs-out.ts";
import { writeWeeklyLetters } from "./weekly-letters.ts";
import { letHeldFilesGo } from "./work-on-file.ts";

/** Nightly care of the database, the answers that lose their order, forums that nobody closed, promises that run out, and the public pages that turn at midnight. Times are Swedish. */
export function recurringJobs(house: House): { handlers: Record<string, JobHandler>; schedule: readonly Recurring[] } {
  const { mail, rpId } = house.settings;
  const mailer = mail && smtpMailer(mail, rpId);
  return {
    handlers: {
      ...(mailer === undefined
        ? {}
        : { "platform.send-letters": async () => void (await sendDue({ ...house, mailer })) }),
      "tell.write-weekly-letters": () => writeWeeklyLetters(house),
      "tell.write-of-law-clocks": () =>
        house.database.transaction({ as: "system" }, (tx) =>
          writeOfLawClocks({
            tx: tx as AnyTransaction,
            at: house.now(),
            newId: house.newId,
            origin: house.settings.origin,
          }),
        ),
      "tell.write-news": () => writeNewsLetters({ ...house, origin: house.settings.origin }),
      "tell.write-deliveries": () => writeDeliveries({ ...house, origin: house.settings.origin }),
      "tell.send-deliveries": async () => void (await sendDeliveries({ ...house, post: postWebhook })),
      "platform.forget-letters": () =>
        house.database.transaction({ as: "system" }, (tx) => forgetLetters(tx as AnyTransaction, house.now())),
      "collect.dispose": () => disposeEverywhere(house),
      "platform.vacuum": () => house.database.vacuum(),
      "collect.let-files-go": () => letHeldFilesGo(house),
      "collect.mix-answers": () => mixAnswers(house),
      "act.close-forums": () => closeForgotten(house),
      "act.speak-with-fault-systems": neverTwice(() =>
        speakWithFaultSystems({
          ...house,
          call: (address, message) => callOut(address, message, { milliseconds: 10_000, bytes: 512_000 }),
        }),
      ),
      "collect.forget-sending-rights": () =>
        house.database.transaction<CollectDatabase, void>({ as: "system" }, (tx) => forgetExpired(tx, house.now())),
      "follow.hand-over": () => handOverEverywhere(house),
      "pledge.stamp-log": () => stampLog(house),
      "pledge.run-out": () => runOutEverywhere(house),
      "tell.refresh-all": () =>
        house.database.transaction<TellDatabase, void>({ as: "system" }, (tx) => refreshAll(tx, house.now())),
    },
    schedule: [
      // Before the vacuum, which takes away what was written in the old order.
      { name: "collect.mix-answers", cron: "10 3 * * *" },
      { name: "collect.dispose", cron: "40 2 * * *" },
      { name: "collect.let-files-go", cron: "50 2 * * *" },
      { name: "collect.forget-sending-rights", cron: "0 3 * * *" },
      // Before the vacuum as well: what each page sent is gone in dead rows too.
      { name: "act.close-forums", cron: "15 3 * * *" },
      { name: "platform.vacuum", cron: "20 3 * * *" },
      // First at a minute past midnight, so that a page says by ten past that its promise has run out (journeys.md 16).
      { name: "pledge.run-out", cron: "1 * * * *" },
      // The same minute: whoever has left reads nothing the day after.
      { name: "follow.hand-over", cron: "1 * * * *" },
      ...(house.settings.timeStampUrl === undefined ? [] : [{ name: "pledge.stamp-log", cron: "25 * * * *" }]),
      { name: "tell.refresh-all", cron: "2 0 * * *" },
      // Monday at seven; again within the hour for a server that was starting then. Nobody gets two.
      { name: "tell.write-weekly-letters", cron: "0,20,40 7 * * 1" },
      { name: "tell.write-of-law-clocks", cron: "5 7 * * *" },
      // By day: what is told at night is read in the morning. Also takes away the addresses that nobody said yes at.
      { name: "tell.write-news", cron: "10 8 * * *" },
      // Every minute: what is told at once is known elsewhere at once.
      { name: "tell.write-deliveries", cron: "0 * * * * *" },
      { name: "tell.send-deliveries", cron: "10,40 * * * * *" },
      // Often: a fault is sent when somebody presses; what was sent is looked for every six hours.
      { name: "act.speak-with-fault-systems", cron: "5,25,45 * * * * *" },
      { name: "platform.forget-letters", cron: "30 2 * * *" },
      // Every quarter of a minute: what is written at once is sent at once.
      ...(mailer === undefined ? [] : [{ name: "platform.send-letters", cron: "*/15 * * * * *" }]),
    ],
  };
}
