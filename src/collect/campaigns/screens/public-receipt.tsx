// What whoever holds a receipt sees: what became of what they said, never their words, and the question whether it is so.
import type { Day } from "../../../ground/time.ts";
import type { PartyKind } from "../../../ground/party.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { OpenText } from "../../screens/open-text.tsx";
import { PhotoChoice } from "../../screens/photo-choice.tsx";
import { type At, followedHtml, htmlLang, inFormAddress, pageHtml, Sending, told } from "../../screens/public-page.tsx";
import type { FormLang } from "../../open-form.ts";
import { openForm } from "../../open-form-words.ts";
import type { ReceiptStep } from "../coding.ts";
import { DISPUTE_VERDICTS, type DisputeVerdict, LONGEST_LEFT } from "../dispute.ts";
import { disputeWords, doneWords, form, receiptWords, replyWords, setAsideReasons, verdictWords } from "../words.ts";

export function lookUpPage({ problem, tried, ...at }: At & { problem?: string | undefined; tried: string }): string {
  const { lang } = at;
  return pageHtml(
    at,
    openForm.receipt,
    openForm.lookUp[lang],
    <>
      <PageHeading heading={openForm.lookUp[lang]} lead={form.lookUpLead[lang]} />
      <Sending hidden={[["lang", lang]]}>
        <TextField
          label={form.codeField[lang]}
          guide={form.codeFieldGuide[lang]}
          name="code"
          error={problem}
          defaultValue={tried}
          maxLength={40}
          autoComplete="off"
          short
        />
        <div className="row">
          <Button type="submit" kind="main">
            {form.show[lang]}
          </Button>
        </div>
      </Sending>
    </>,
  );
}

type ReceiptAt = At & { readonly code: string; readonly owner: PartyKind };
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
function IsItSo({ theme, code, owner, lang }: { theme: Done; code: string; owner: PartyKind; lang: FormLang }) {
  const { own } = theme;
  return (
    <section className="stack measure">
      <h2>{told(disputeWords.isItSo, lang, { done: doneWords[owner][lang] })}</h2>
      <p>{told(disputeWords.about, lang, { theme: theme.name })}</p>
      {own !== undefined && <Notice kind="done" live level={3} heading={saidOf(own, lang)} />}
      <Sending
        action="/kvitto"
        hidden={[
          ["lang", lang],
          ["code", code],
          ["theme", theme.id],
        ]}
      >
        <div className="row">
          {DISPUTE_VERDICTS.map((verdict) => (
            <Button key={verdict} type="submit" name="verdict" value={verdict}>
              {verdictWords[verdict][lang]}
            </Button>
          ))}
        </div>
      </Sending>
    </section>
  );
}

function saidOf({ verdict, replied, answerBy }: NonNullable<Done["own"]>, lang: FormLang): string {
  if (verdict === "yes") return disputeWords.thanksRight[lang];
  return replied
    ? disputeWords.answered[lang]
    : told(disputeWords.thanksWrong, lang, { day: formatDay(answerBy, htmlLang(lang)) });
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
    disputeWords.left[lang],
    <>
      <PageHeading
        over={told(disputeWords.about, lang, { theme: theme.name })}
        heading={disputeWords.left[lang]}
        lead={told(disputeWords.isItSo, lang, { done: doneWords[owner][lang] })}
      />
      <Sending
        action="/kvitto"
        file
        hidden={[
          ["lang", lang],
          ["code", code],
          ["theme", theme.id],
          ["verdict", verdict],
        ]}
      >
        <div className="asked-above">
          <OpenText sentence={openForm.seen} lang={lang}>
            <TextField
              label={disputeWords.left[lang]}
              guide={disputeWords.leftGuide[lang]}
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
            {form.send[lang]}
          </Button>
          <LinkButton kind="bare" href={inFormAddress(`/kvitto/${code}`, lang)}>
            {disputeWords.toReceipt[lang]}
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
  lang: FormLang,
): { readonly heading: string; readonly text?: string } {
  const day = (on: Day) => formatDay(on, htmlLang(lang));
  switch (step.kind) {
    case "received":
    case "read":
      return { heading: `${receiptWords[step.kind][lang]} ${day(step.on)}` };
    case "counted":
      return { heading: receiptWords.counted[lang], text: receiptWords.countedText[lang] };
    case "set-aside":
      return {
        heading: `${receiptWords[step.kind][lang]} ${day(step.on)}`,
        text: setAsideReasons[step.reason][htmlLang(lang)],
      };
    case "together":
      return {
        heading:
          step.others.shown === "count" && step.others.value > 0
            ? told(receiptWords.together, lang, { theme: step.theme, others: step.others.value })
            : told(receiptWords.alone, lang, { theme: step.theme }),
      };
    case "not-chosen":
      return { heading: `${receiptWords[step.kind][lang]} ${step.text}`, text: day(step.on) };
    case "done": {
      const done = doneWords[owner][lang];
      const { disputedOn } = step;
      return {
        heading: disputedOn === undefined ? done : told(disputeWords.disputed, lang, { done, day: day(disputedOn) }),
        text: [step.text, day(step.on)].filter(Boolean).join(" · "),
      };
    }
    case "disposed":
      return {
        heading: told(receiptWords.disposed, lang, { day: day(step.decidedOn), paragraph: step.paragraph }),
        text: day(step.on),
      };
    case "replied":
      return { heading: `${replyWords[step.reply][lang]}: ${step.text}`, text: day(step.on) };
    case "weighed":
    case "chosen":
    case "promised":
    case "acting":
      return { heading: receiptWords[step.kind][lang], text: [step.text, day(step.on)].filter(Boolean).join(" · ") };
  }
}
