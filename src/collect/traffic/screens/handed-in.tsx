import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { SET_ASIDE_REASONS, type SetAsideReason } from "../../open-form.ts";
import { Asked } from "../../../ui/asked.tsx";
import { PhotoToRead } from "../../screens/photo-to-read.tsx";
import { PointedOut, squaresOf } from "../../screens/pointed-out.tsx";
import { listHandedIn, listThreads, readHandedIn } from "../api.ts";
import { complaintSetAside } from "../handed-in-words.ts";
import { complaintKinds } from "../words.ts";
import { weekdayWords, words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Waiting = OutputOf<typeof listHandedIn>["waiting"][number];

/** As many as the door tells of at a time. */
const AT_ONCE = 100;

/** What residents have handed in and nobody has read yet, and where they do it. */
export function HandedIn({ partnership, lang }: { partnership: string; lang: Lang }) {
  const [after, setAfter] = useState(0);
  const answer = useAnswer(listHandedIn, { partnership, after });
  const known = useAnswer(listThreads, { partnership });
  const open = known.state === "answered" ? known.value.threads.filter(({ state }) => state !== "answered") : [];
  const [kept, setKept] = useState<number>();
  return (
    <Asked answer={answer} lang={lang}>
      {({ waiting, total, address, qr }) => (
        <section className="stack">
          {kept !== undefined && <Notice kind="done" live heading={say(words.kept, lang, { number: kept })} />}
          {total > 0 && (
            <>
              <SectionHeading heading={say(words.waiting, lang)}>{total}</SectionHeading>
              <p className="quiet measure">{say(words.waitingText, lang)}</p>
              {waiting.map((one) => (
                <Reading
                  key={one.id}
                  one={one}
                  stretches={open.map(({ stretch }) => stretch.name)}
                  partnership={partnership}
                  lang={lang}
                  onKept={setKept}
                />
              ))}
              {total > waiting.length && (
                <nav className="row" aria-label={say(words.waiting, lang)}>
                  {waiting.length > 0 && (
                    <p>{say(words.shownOf, lang, { from: after + 1, to: after + waiting.length, total })}</p>
                  )}
                  {after > 0 && (
                    <Button small onPress={() => setAfter(Math.max(0, after - AT_ONCE))}>
                      {say(words.olderOnes, lang)}
                    </Button>
                  )}
                  {after + waiting.length < total && waiting.length > 0 && (
                    <Button small onPress={() => setAfter(after + AT_ONCE)}>
                      {say(words.nextOnes, lang, { count: Math.min(AT_ONCE, total - after - waiting.length) })}
                    </Button>
                  )}
                </nav>
              )}
            </>
          )}
          <details>
            <summary>{say(words.openForm, lang)}</summary>
            <div className="stack">
              <p>{say(words.openFormText, lang)}</p>
              <p>
                <a href={address}>{address.replace(/^https?:\/\//, "")}</a>
              </p>
              <img
                src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
                alt={say(words.qrOfForm, lang)}
                width="160"
                height="160"
              />
            </div>
          </details>
        </section>
      )}
    </Asked>
  );
}

type ReadingProps = {
  readonly one: Waiting;
  readonly stretches: readonly string[];
  readonly partnership: string;
  readonly lang: Lang;
  readonly onKept: (number: number | undefined) => void;
};

function Reading({ one, stretches, partnership, lang, onKept }: ReadingProps) {
  const read = useCommand(readHandedIn);
  const [stretch, setStretch] = useState(one.stretch);
  const [reason, setReason] = useState<SetAsideReason>("off-topic");
  const [refusal, setRefusal] = useState<string>();
  const send = async (how: { readonly stretch: string } | { readonly reason: SetAsideReason }) => {
    const result = await read.run({ partnership, id: one.id, ...how });
    if (!result.ok) return setRefusal(result.refusal.sentence);
    onKept(result.value.number);
  };
  return (
    <article className="stack sheet sheet-acting">
      <SectionHeading
        level={3}
        heading={`${say(complaintKinds[one.kind], lang)}: ${one.stretch || say(words.onTheMap, lang)}`}
      />
      <p className="quiet">
        {say(words.handedInOn, lang, { day: formatDay(one.receivedOn as Day, lang) })}{" "}
        {one.example && <ExampleMark lang={lang} />}
      </p>
      <Facts
        facts={[
          { name: say(words.happens, lang), value: one.effect },
          ...(one.proposal === "" ? [] : [{ name: say(words.proposal, lang), value: one.proposal }]),
          ...(one.direction === "" ? [] : [{ name: say(words.direction, lang), value: one.direction }]),
          { name: say(words.when, lang), value: tellWhen(one, lang) },
        ]}
      />
      <PointedOut points={squaresOf(one.points)} partnership={partnership} lang={lang} />
      {one.photo !== undefined && <PhotoToRead came="sent" partnership={partnership} {...one.photo} lang={lang} />}
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send({ stretch });
        }}
      >
        <PersonLine about="place" lang={lang} label={say(words.ourName, lang)} value={stretch} onChange={setStretch} />
        {stretches.length > 0 && (
          <Select
            label={say(words.knownStretch, lang)}
            empty={say(words.newStretch, lang)}
            value={stretches.includes(stretch) ? stretch : ""}
            onChange={(name) => setStretch(name === "" ? one.stretch : name)}
            options={stretches.map((name) => ({ value: name, word: name }))}
          />
        )}
        <div className="row">
          <Button type="submit" kind="main" busy={read.busy}>
            {say(words.keepIn, lang)}
          </Button>
        </div>
        <details>
          <summary>{say(words.setAside, lang)}</summary>
          <div className="stack">
            <Select
              label={say(words.setAsideWhy, lang)}
              value={reason}
              onChange={(value) => setReason(value as SetAsideReason)}
              options={SET_ASIDE_REASONS.map((value) => ({ value, word: say(complaintSetAside[value], lang) }))}
            />
            <Button onPress={() => void send({ reason })} busy={read.busy}>
              {say(words.setAside, lang)}
            </Button>
          </div>
        </details>
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      </form>
    </article>
  );
}

/** «Måndag, fredag, kl. 7–9». */
function tellWhen({ weekdays, fromHour, toHour }: Pick<Waiting, "weekdays" | "fromHour" | "toHour">, lang: Lang) {
  if (weekdays.join("") === "12345") return tellHours(say(words.workdays, lang), fromHour, toHour, lang);
  const named = weekdays.map((day) => say(weekdayWords[day - 1]!, lang).toLowerCase());
  const days = named.length === 0 || named.length === 7 ? say(words.everyDay, lang) : named.join(", ");
  return tellHours(days, fromHour, toHour, lang);
}

function tellHours(days: string, from: number, to: number, lang: Lang): string {
  return from === 0 && to === 24 ? days : say(words.whenIs, lang, { days, from, to });
}
