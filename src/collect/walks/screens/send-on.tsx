import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { addDays, type Day, dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay, formatList } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { openWalk } from "../../api.ts";
import { managers } from "../../words.ts";
import { type openWalkDesk, printLetter, sendPoints } from "../api.ts";
import { type Addressee, ADDRESSEES, pointsOf } from "../letter.ts";
import { silentPoints } from "../point.ts";
import { letterText } from "./letter-paper.ts";
import { words } from "./words.ts";

type Opened = OutputOf<typeof openWalk>;
type Props = {
  readonly walk: Opened["walk"];
  readonly rows: Opened["rows"];
  readonly letters: OutputOf<typeof openWalkDesk>["letters"];
  readonly replies: OutputOf<typeof openWalkDesk>["replies"];
  readonly partnership: string;
  readonly partnershipName: string;
  readonly leads: boolean;
  readonly lang: Lang;
};
/** The closing meeting is two to three weeks after the walk. */
const DAYS_TO_ANSWER = 14;

/** «Skicka till ansvariga»: for each who looks after spots the points of those, ready to be mailed, pasted or printed. */
export function SendOn(props: Props) {
  const { walk, rows, letters, replies, lang, leads } = props;
  const [replyBy, setReplyBy] = useState<Day | undefined>(addDays(today(), DAYS_TO_ANSWER));
  const [refusal, setRefusal] = useState<string>();
  const unowned = pointsOf(rows, "unknown").length;
  const those = ADDRESSEES.filter((manager) => pointsOf(rows, manager).length > 0);
  if (those.length === 0 && unowned === 0) return null;
  const sent = letters.find(({ manager }) => manager === "municipality") as { sentAt: Instant } | undefined;
  const silent = silentPoints(rows, sent, replies, today());
  return (
    <section className="stack">
      <SectionHeading heading={say(words.sendOn, lang)} level={3}>
        {those.length}
      </SectionHeading>
      {leads && <p className="quiet">{say(words.sendOnText, lang)}</p>}
      {unowned > 0 && <Notice kind="advice" level={3} heading={say(words.pointsUnowned, lang, { count: unowned })} />}
      {silent.numbers.length > 0 && (
        <Notice
          kind="advice"
          level={3}
          heading={say(walk.publishedAt === undefined ? words.silentUntold : words.silent, lang, {
            count: silent.numbers.length,
            points: formatList(silent.numbers.map(String), lang),
            days: silent.days,
          })}
        />
      )}
      {leads && those.length > 0 && (
        <DateField label={say(words.replyBy, lang)} value={replyBy ?? ""} onChange={setReplyBy} />
      )}
      <ul className="list">
        {those.map((manager) => (
          <ToManager key={manager} {...props} manager={manager} replyBy={replyBy} onRefused={setRefusal} />
        ))}
      </ul>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </section>
  );
}

type ToOne = Props & {
  readonly manager: Addressee;
  readonly replyBy: Day | undefined;
  readonly onRefused: (sentence: string | undefined) => void;
};

function ToManager({ manager, walk, rows, letters, partnership, partnershipName, replyBy, leads, lang, ...on }: ToOne) {
  const send = useCommand(sendPoints);
  const [isCopied, setCopied] = useState(false);
  const points = pointsOf(rows, manager);
  const name = say(managers[manager], lang);
  const sent = letters.find((letter) => letter.manager === manager);
  const note = async (by: Day) => {
    const result = await send.run({ partnership, slug: walk.slug, manager, replyBy: by });
    on.onRefused(result.ok ? undefined : result.refusal.sentence);
  };
  const isLate = sent !== undefined && sent.replyBy < today() && points.some(({ answer }) => answer === undefined);
  return (
    <li>
      <div className="stack-tight">
        <p>
          <b>{say(words.pointsFor, lang, { name, count: points.length })}</b>{" "}
          {sent !== undefined && (
            <span className="quiet">
              {say(words.sentOn, lang, {
                day: formatDay(dayOf(sent.sentAt as Instant), lang),
                by: formatDay(sent.replyBy as Day, lang),
              })}
            </span>
          )}
        </p>
        {isLate && <p>{say(words.replyLate, lang, { by: formatDay(sent.replyBy as Day, lang) })}</p>}
        {leads && replyBy !== undefined && (
          <div className="row">
            <LinkButton
              small
              href={mailTo(letterText(asWalk(walk), points, { partnershipName, replyBy, lang }))}
              label={say(words.openMailTo, lang, { name })}
            >
              {say(words.openMail, lang)}
            </LinkButton>
            <Button
              small
              label={say(words.copyTextFor, lang, { name })}
              onPress={() => {
                const { text } = letterText(asWalk(walk), points, { partnershipName, replyBy, lang });
                void navigator.clipboard.writeText(text).then(() => setCopied(true));
              }}
            >
              {say(words.copyText, lang)}
            </Button>
            <LinkButton
              small
              href={addressOf(printLetter, { partnership, slug: walk.slug, manager, replyBy }, true)}
              label={say(words.makeLetterTo, lang, { name })}
              download
            >
              {say(words.makeLetter, lang)}
            </LinkButton>
            <Button
              small
              busy={send.busy}
              label={say(words.noteSentTo, lang, { name })}
              onPress={() => void note(replyBy)}
            >
              {say(words.noteSent, lang)}
            </Button>
          </div>
        )}
        {isCopied && <p role="status">{say(words.copied, lang)}</p>}
      </div>
    </li>
  );
}

function asWalk({ title, village, startsAt }: Opened["walk"]) {
  return { title, village, startsAt: startsAt as Instant };
}

/** The house does not know their addresses: whoever sends fills in to whom. */
function mailTo({ subject, text }: { subject: string; text: string }): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
