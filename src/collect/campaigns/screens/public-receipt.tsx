// What whoever holds a receipt sees: what became of what they said, never their words, and the question whether it is so.
import type { ReactNode } from "react";
import type { Day } from "../../../ground/time.ts";
import type { PartyKind } from "../../../ground/party.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { OpenText } from "../../screens/open-text.tsx";
import { PhotoChoice } from "../../screens/photo-choice.tsx";
import {
  followedHtml,
  formDay,
  inFormAddress,
  InSwedish,
  langCode,
  pageHtml,
  Sending,
  type SpokenAt,
  told,
  toldInTwo,
} from "../../screens/public-page.tsx";
import type { Spoken } from "../../open-form.ts";
import { openForm } from "../../open-form-words.ts";
import type { ReceiptStep } from "../coding.ts";
import { DISPUTE_VERDICTS, type DisputeVerdict, LONGEST_LEFT } from "../dispute.ts";
import { disputeWords, doneWords, form, receiptWords, replyWords, setAsideReasons, verdictWords } from "../words.ts";

export function lookUpPage({
  problem,
  tried,
  asking,
  ...at
}: SpokenAt & {
  problem?: string | undefined;
  tried: string;
  /** The language that was asked for, which the receipt may be in. */
  asking: string;
}): string {
  const { lang } = at;
  return pageHtml(
    at,
    openForm.receipt,
    told(openForm.lookUp, lang),
    <>
      <PageHeading heading={told(openForm.lookUp, lang)} lead={told(form.lookUpLead, lang)} />
      <Sending hidden={[["lang", asking]]}>
        <TextField
          label={told(form.codeField, lang)}
          guide={told(form.codeFieldGuide, lang)}
          name="code"
          error={problem}
          defaultValue={tried}
          maxLength={40}
          autoComplete="off"
          short
        />
        <div className="row">
          <Button type="submit" kind="main">
            {told(form.show, lang)}
          </Button>
        </div>
      </Sending>
    </>,
  );
}

type ReceiptAt = SpokenAt & { readonly code: string; readonly owner: PartyKind };
/** A theme that is said to be done, and what this receipt has said of it. */
type Done = {
  readonly id: string;
  readonly name: string;
  readonly own: { readonly verdict: DisputeVerdict; readonly replied: boolean; readonly answerBy: Day } | undefined;
};

export function receiptPage({
  code,
  title,
  receivedOn,
  steps,
  done,
  owner,
  ...at
}: ReceiptAt & {
  title: string;
  receivedOn: Day;
  steps: readonly ReceiptStep[];
  done: readonly Done[];
}): string {
  return followedHtml(at, {
    code,
    title,
    receivedOn,
    steps: steps.map((step) => saidStep(step, owner, at.lang)),
    isWaiting: steps.length === 1,
    asked: done.map((theme) => <IsItSo key={theme.id} theme={theme} code={code} owner={owner} lang={at.lang} />),
  });
}

/** «Klart enligt kommunen. Stämmer det?» One press says yes; the others ask what is left. */
function IsItSo({ theme, code, owner, lang }: { theme: Done; code: string; owner: PartyKind; lang: Spoken }) {
  const { own } = theme;
  return (
    <section className="stack measure">
      <h2>{told(disputeWords.isItSo, lang, { done: told(doneWords[owner], lang) })}</h2>
      <p>{told(disputeWords.about, lang, { theme: theme.name })}</p>
      {own !== undefined && <Notice kind="done" live level={3} heading={saidOf(own, lang)} />}
      <Sending
        action="/kvitto"
        hidden={[
          ["lang", langCode(lang)],
          ["code", code],
          ["theme", theme.id],
        ]}
      >
        <div className="row">
          {DISPUTE_VERDICTS.map((verdict) => (
            <Button key={verdict} type="submit" name="verdict" value={verdict}>
              {told(verdictWords[verdict], lang)}
            </Button>
          ))}
        </div>
      </Sending>
    </section>
  );
}

function saidOf({ verdict, replied, answerBy }: NonNullable<Done["own"]>, lang: Spoken): string {
  if (verdict === "yes") return told(disputeWords.thanksRight, lang);
  return replied
    ? told(disputeWords.answered, lang)
    : told(disputeWords.thanksWrong, lang, { day: formDay(answerBy, lang) });
}

/** «Vad är kvar?», on one line. */
export function leftPage({
  code,
  theme,
  owner,
  verdict,
  left,
  problem,
  script,
  photoAgain,
  ...at
}: ReceiptAt & {
  theme: { readonly id: string; readonly name: string };
  verdict: DisputeVerdict;
  left: string;
  problem: string | undefined;
  script: string | undefined;
  photoAgain: boolean;
}): string {
  const { lang } = at;
  return pageHtml(
    at,
    openForm.receipt,
    told(disputeWords.left, lang),
    <>
      <PageHeading
        over={told(disputeWords.about, lang, { theme: theme.name })}
        heading={told(disputeWords.left, lang)}
        lead={told(disputeWords.isItSo, lang, { done: told(doneWords[owner], lang) })}
      />
      <Sending
        action="/kvitto"
        file
        hidden={[
          ["lang", langCode(lang)],
          ["code", code],
          ["theme", theme.id],
          ["verdict", verdict],
        ]}
      >
        <div className="asked-above">
          <OpenText sentence={openForm.seen} lang={lang}>
            <TextField
              label={told(disputeWords.left, lang)}
              guide={told(disputeWords.leftGuide, lang)}
              name="left"
              defaultValue={left}
              maxLength={LONGEST_LEFT}
              error={problem}
            />
          </OpenText>
        </div>
        <PhotoChoice sees="readers" again={photoAgain} lang={lang} />
        <div className="row">
          <Button type="submit" kind="turn" name="go" value="send">
            {told(form.send, lang)}
          </Button>
          <LinkButton kind="bare" href={inFormAddress(`/kvitto/${code}`, lang)}>
            {told(disputeWords.toReceipt, lang)}
          </LinkButton>
        </div>
      </Sending>
    </>,
    script === undefined ? [] : [script],
  );
}

function saidStep(
  step: ReceiptStep,
  owner: PartyKind,
  lang: Spoken,
): { readonly heading: string; readonly text?: ReactNode } {
  const day = (on: Day) => formDay(on, lang);
  const written = (text: string, on: Day) =>
    text === "" ? (
      day(on)
    ) : (
      <>
        <InSwedish text={text} lang={lang} /> · {day(on)}
      </>
    );
  switch (step.kind) {
    case "received":
    case "read":
      return { heading: `${told(receiptWords[step.kind], lang)} ${day(step.on)}` };
    case "counted":
      return { heading: told(receiptWords.counted, lang), text: told(receiptWords.countedText, lang) };
    case "set-aside":
      return {
        heading: `${told(receiptWords[step.kind], lang)} ${day(step.on)}`,
        text: toldInTwo(setAsideReasons[step.reason], lang),
      };
    case "together":
      return {
        heading:
          step.others === undefined
            ? told(receiptWords.alone, lang, { theme: step.theme })
            : told(receiptWords.together, lang, { theme: step.theme, others: step.others }),
      };
    case "not-chosen":
      return typeof lang === "string"
        ? { heading: `${told(receiptWords[step.kind], lang)} ${step.text}`, text: day(step.on) }
        : { heading: told(receiptWords[step.kind], lang), text: written(step.text, step.on) };
    case "done": {
      const done = told(doneWords[owner], lang);
      const { disputedOn } = step;
      return {
        heading: disputedOn === undefined ? done : told(disputeWords.disputed, lang, { done, day: day(disputedOn) }),
        text: written(step.text, step.on),
      };
    }
    case "disposed":
      return {
        heading: told(receiptWords.disposed, lang, { day: day(step.decidedOn), paragraph: step.paragraph }),
        text: day(step.on),
      };
    case "replied":
      return typeof lang === "string"
        ? { heading: `${told(replyWords[step.reply], lang)}: ${step.text}`, text: day(step.on) }
        : { heading: told(replyWords[step.reply], lang), text: written(step.text, step.on) };
    case "weighed":
    case "chosen":
    case "acting":
    case "left-open":
    case "too-few":
      return { heading: told(receiptWords[step.kind], lang), text: written(step.text, step.on) };
    case "promised":
    case "succeeded":
      return {
        heading: told(receiptWords[step.kind], lang),
        text:
          step.href === undefined ? (
            written(step.text, step.on)
          ) : (
            <>
              <a href={step.href}>
                <InSwedish text={step.text} lang={lang} />
              </a>{" "}
              · {day(step.on)}
            </>
          ),
      };
  }
}
