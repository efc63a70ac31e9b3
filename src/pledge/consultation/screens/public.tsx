// /<partnership>/synpunkt/utkast: one passage of a draft, and a form under it that works without script; and the receipt.
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { openForm } from "../../../collect/open-form-words.ts";
import { OpenText } from "../../../collect/screens/open-text.tsx";
import {
  type At,
  followedHtml,
  type Hidden,
  htmlLang,
  inFormAddress,
  pageHtml,
  Sending,
  told,
} from "../../../collect/screens/public-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { type Comment, type Filled, LONGEST_COMMENT } from "../comment.ts";
import type { Phase } from "../consultation.ts";
import { answers, form, heldReasons, passageName, receiptSteps } from "../words.ts";

type FormPage = At & {
  readonly hidden: Hidden;
  readonly filled: Filled;
  /** Where the passage stands on the page for everybody. */
  readonly draft: string;
  readonly scripts: readonly string[];
  /** Why it was not sent, and at which field where there is one. */
  readonly problem?: { readonly sentence: string; readonly field?: string | undefined } | undefined;
};

export function commentPage({ hidden, filled, draft, scripts, problem, ...at }: FormPage): string {
  const { lang } = at;
  const { passage, sentences, chosen, text } = filled;
  return pageHtml(
    at,
    form.what,
    form.heading[lang],
    <>
      <PageHeading
        heading={form.heading[lang]}
        over={say(passageName(passage), htmlLang(lang), { number: passage.number })}
        lead={form.lead[lang]}
      />
      {problem !== undefined && <Notice kind="error" live heading={problem.sentence} />}
      {sentences.length === 0 && (
        <p className="word large-word measure" lang="sv">
          {passage.text}
        </p>
      )}
      <Sending hidden={hidden} action={at.address.split("?")[0]}>
        {sentences.length > 0 && (
          <ChoiceGroup
            label={form.which[lang]}
            name="mening"
            columns={1}
            options={[
              { value: "0", word: form.all[lang] },
              ...sentences.map((sentence, place) => ({ value: String(place + 1), word: sentence })),
            ]}
            defaultValue={String(chosen)}
          />
        )}
        <OpenText sentence={openForm.seen} lang={lang}>
          <TextArea
            label={form.text[lang]}
            guide={form.textGuide[lang]}
            name="text"
            id="text"
            defaultValue={text}
            maxLength={LONGEST_COMMENT}
            rows={6}
            error={problem?.field === "text" ? problem.sentence : undefined}
          />
        </OpenText>
        <div className="row">
          <Button type="submit" kind="turn" name="go" value="send">
            {form.send[lang]}
          </Button>
          <a href={lang === "en" ? draft.replace("#", "?lang=en#") : draft}>{form.back[lang]}</a>
        </div>
      </Sending>
      <p className="small quiet measure">{form.noAccount[lang]}</p>
    </>,
    scripts,
  );
}

export function nowherePage(at: At): string {
  const { lang } = at;
  return pageHtml(
    at,
    form.what,
    form.notThere[lang],
    <PageHeading heading={form.notThere[lang]} lead={form.notThereText[lang]} />,
  );
}

type Followed = {
  readonly code: string;
  readonly phase: Phase;
  readonly comment: Comment;
  readonly home: string;
  readonly period: string;
  /** Who answered. */
  readonly by: string;
  readonly window: { readonly to: Day };
};

/** The receipt: that it came, that it is shown or why it is not, and the answer; never the words that were written. */
export function commentReceiptPage(at: At, followed: Followed): string {
  const { lang } = at;
  const { code, comment, phase, by, window, home, period } = followed;
  const two = htmlLang(lang);
  const day = (on: Day) => formatDay(on, two);
  const answer = comment.state === "shown" ? comment.answer : undefined;
  const isOpen = phase === "open";
  const steps = [
    { heading: told(receiptSteps.received, lang, { on: day(comment.receivedOn) }) },
    ...(comment.state === "shown"
      ? [
          {
            heading: told(isOpen ? receiptSteps.shownOpen : receiptSteps.shown, lang, {
              on: day(comment.readOn),
              to: day(window.to),
            }),
          },
        ]
      : []),
    ...(comment.state === "held"
      ? [
          {
            heading: told(receiptSteps.held, lang, { on: day(comment.readOn) }),
            text: (
              <>
                {say(heldReasons[comment.reason], two)}
                {isOpen && comment.reason === "points-at-a-person" && (
                  <>
                    {" "}
                    <a href={inFormAddress(`/${home}/utkast/${period}`, two)}>{form.back[lang]}</a>
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    ...(answer === undefined
      ? []
      : [
          {
            heading: told(receiptSteps.answered, lang, {
              by,
              on: day(answer.on),
              kind: say(answers[answer.kind], two),
            }),
            text: (
              <>
                <span lang="sv">{answer.reason}</span>
                {answer.became !== undefined && (
                  <>
                    <br />
                    {told(receiptSteps.becomes, lang, { text: answer.became })}
                  </>
                )}
              </>
            ),
          },
        ]),
  ];
  return followedHtml(at, {
    code,
    title: form.receiptTitle[lang],
    receivedOn: comment.receivedOn,
    steps,
    isWaiting: comment.state === "waiting",
    asked:
      isOpen || phase === "closed" ? (
        <p>
          <a href={inFormAddress(`/${home}/utkast/${period}`, two)}>{form.back[lang]}</a>
        </p>
      ) : undefined,
  });
}
