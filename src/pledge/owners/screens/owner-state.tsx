import { useEffect, useRef, useState } from "react";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import type { Opened } from "../../screens/opened.ts";
import type { Activity } from "../../document.ts";
import { askOwner } from "../api.ts";
import { askedText, standingOf, type OwnerStanding } from "../owner.ts";
import { words } from "../words.ts";
import { AnswerForm } from "./answer-form.tsx";

type Ask = Opened["owners"][number];
type Standing = OwnerStanding<Ask>;

/** Amber until there is a yes to this very text. */
const KINDS: Readonly<Record<Standing["kind"], StatusKind>> = {
  "no-unit": "waiting",
  "not-asked": "partly",
  asked: "partly",
  changed: "partly",
  "wants-change": "partly",
  accepted: "met",
  held: "met",
  declined: "missed",
};

/** Where an activity's owner stands, with the way on: ask, ask again, or put down how the unit answered. */
export function OwnerState({
  partnership,
  slug,
  activity,
  saved,
  asks,
  id,
  lang,
}: {
  readonly partnership: string;
  readonly slug: string;
  /** As it is written now. */
  readonly activity: Activity;
  /** The same as it was saved last, where it was: that is what the unit reads. */
  readonly saved: Activity | undefined;
  readonly asks: readonly Ask[];
  readonly id: string;
  readonly lang: Lang;
}) {
  const asking = useCommand(askOwner);
  const [refusal, setRefusal] = useState<string>();
  const [putting, setPutting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const standing = standingOf(activity, asks, saved);
  // The button that was pressed goes when its answer comes: the hand goes on at what came of it.
  const isPressed = useRef(false);
  useEffect(() => {
    if (isPressed.current) box.current?.focus();
    isPressed.current = false;
  }, [standing.kind]);
  const unit = activity.accountable?.unit ?? "";
  const unsaved =
    saved === undefined ||
    askedText(saved) !== askedText(activity) ||
    saved.accountable?.unit !== unit ||
    saved.accountable.organisationId !== activity.accountable?.organisationId;
  const ask = async () => {
    isPressed.current = true;
    const result = await asking.run({ partnership, slug, activityId: activity.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  const mayAsk =
    standing.kind !== "no-unit" &&
    standing.kind !== "accepted" &&
    standing.kind !== "held" &&
    standing.kind !== "asked";
  return (
    <div className="stack-tight" id={id} ref={box} tabIndex={-1}>
      <p>
        <Status kind={KINDS[standing.kind]} word={sayStanding(standing, unit, lang)} as="text" />
      </p>
      {"ask" in standing && standing.ask.answer !== undefined && <Answered answer={standing.ask.answer} lang={lang} />}
      {mayAsk && (
        <div>
          <Button
            small
            busy={asking.busy}
            onPress={() => void ask()}
            {...(unsaved ? { blocked: say(words.saveFirst, lang) } : {})}
          >
            {say(standing.kind === "not-asked" ? words.propose : words.askAgain, lang, { unit })}
          </Button>
        </div>
      )}
      {standing.kind === "asked" &&
        standing.ask.answersAs !== "not" &&
        (putting ? (
          <AnswerForm
            partnership={partnership}
            id={standing.ask.id}
            unit={unit}
            vouching={standing.ask.answersAs === "vouching"}
            lang={lang}
            onDone={() => {
              isPressed.current = true;
              setPutting(false);
            }}
          />
        ) : (
          <div>
            <Button kind="bare" small label={say(words.putDownFor, lang, { unit })} onPress={() => setPutting(true)}>
              {say(words.putDown, lang)}
            </Button>
          </div>
        ))}
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
    </div>
  );
}

function Answered({ answer, lang }: { readonly answer: NonNullable<Ask["answer"]>; readonly lang: Lang }) {
  const { office, vouched, said } = answer;
  return (
    <>
      {said !== "" && (
        <p className="word" lang="sv">
          {said}
        </p>
      )}
      <p className="small quiet">
        {vouched === undefined
          ? say(words.byOffice, lang, { office })
          : say(words.vouchedBy, lang, { office, how: vouched })}
      </p>
    </>
  );
}

function sayStanding(standing: Standing, unit: string, lang: Lang): string {
  const on = (at: string) => formatDay(dayOf(at as Instant), lang);
  switch (standing.kind) {
    case "no-unit":
      return say(words.noUnit, lang);
    case "not-asked":
      return say(words.notAsked, lang, { unit });
    case "held":
      return say(words.held, lang, { unit });
    case "asked":
      return say(words.asked, lang, { unit, day: on(standing.ask.askedAt) });
    case "changed":
      return say(standing.ask.answer === undefined ? words.changedAfterAsking : words.changedAfterYes, lang, { unit });
    case "wants-change":
      return say(words.wantsChange, lang, { unit });
    case "accepted":
    case "declined":
      return say(words[standing.kind], lang, { unit, day: on(standing.ask.answer?.at ?? standing.ask.askedAt) });
  }
}
