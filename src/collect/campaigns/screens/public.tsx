// What a resident sees: static HTML that works on an old phone without script, in every language the form has. Every step is a page; what was answered
// travels along in the page itself, and nowhere else, until «Skicka».
import type { ReactNode } from "react";
import type { Day } from "../../../ground/time.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import {
  type At,
  followedHtml,
  type Hidden,
  htmlLang,
  inFormAddress,
  pageHtml,
  Sending,
  told,
} from "../../screens/public-page.tsx";
import { AGE_BANDS, type Given, LONGEST_TEXT, SEXES, toldCount } from "../answer.ts";
import { type Campaign, type FormLang, inFormLang, type Item } from "../campaign.ts";
import { type ReceiptStep } from "../coding.ts";
import { ageBands, coveredKinds, form, type FormSaid, ladder, receiptWords, setAsideReasons, sexes } from "../words.ts";

type Page = At & { readonly campaign: Campaign; readonly hidden: Hidden };

export function introPage({ campaign, hidden, ...at }: Page): string {
  const { lang } = at;
  const { words } = campaign;
  const title = inFormLang(words.title, lang);
  return pageHtml(
    at,
    form.answer,
    title,
    <>
      <PageHeading heading={title} lead={ladder[campaign.ladderLevel][lang]} />
      <section className="stack-tight measure">
        <h2>{form.canInfluence[lang]}</h2>
        <p>{inFormLang(words.canInfluence, lang)}</p>
        <h2>{form.cannotInfluence[lang]}</h2>
        <p>{inFormLang(words.cannotInfluence, lang)}</p>
      </section>
      <Sending hidden={hidden}>
        <Button type="submit" kind="turn" name="go" value="next" wide>
          {form.begin[lang]}
        </Button>
      </Sending>
      <p className="small quiet measure">{form.noAccount[lang]}</p>
    </>,
  );
}

type StepPage = Page & {
  readonly step: number;
  readonly steps: number;
  /** What was covered on the step before: its kind. */
  readonly covered?: string | undefined;
  readonly problem?: string | undefined;
};

function stepHtml(page: StepPage, heading: string, fields: ReactNode, last: boolean): string {
  const { lang, step, steps, covered, problem } = page;
  return pageHtml(
    page,
    form.answer,
    heading,
    <>
      <PageHeading over={told(form.step, lang, { step, steps })} heading={heading} />
      {covered !== undefined && (
        <Notice
          kind="advice"
          live
          heading={told(form.covered, lang, { kind: coveredKinds[covered]?.[lang] ?? covered })}
        />
      )}
      {problem !== undefined && <Notice kind="error" live heading={problem} />}
      <Sending hidden={page.hidden}>
        {fields}
        <div className="row">
          <Button type="submit" kind={last ? "turn" : "main"} name="go" value={last ? "send" : "next"}>
            {last ? form.send[lang] : form.next[lang]}
          </Button>
          <Button type="submit" kind="bare" name="go" value="back">
            {form.back[lang]}
          </Button>
        </div>
      </Sending>
    </>,
  );
}

export function questionPage(
  page: StepPage & {
    item: Item;
    value: Given | undefined;
  },
): string {
  const { item, lang, value } = page;
  const heading = inFormLang(item.words, lang);
  const { question } = item;
  const one = typeof value === "string" ? value : (value?.[0] ?? "");
  if (question.kind === "text")
    return stepHtml(
      page,
      heading,
      <div className="asked-above">
        <TextArea
          label={heading}
          name={item.key}
          guide={form.textGuide[lang]}
          defaultValue={one}
          rows={6}
          maxLength={LONGEST_TEXT}
        />
      </div>,
      false,
    );
  const options = question.options.map((option) => ({ value: option.key, word: inFormLang(option.words, lang) }));
  if (question.kind === "several")
    return stepHtml(
      page,
      heading,
      <div className="asked-above">
        <ChoiceGroup
          many
          label={heading}
          name={item.key}
          guide={form.several[lang]}
          options={options}
          defaultValue={typeof value === "string" ? [value] : (value ?? [])}
        />
      </div>,
      false,
    );
  const choices = (
    <div className="asked-above">
      <ChoiceGroup label={heading} name={item.key} options={options} defaultValue={one} />
    </div>
  );
  if (question.kind !== "place") return stepHtml(page, heading, choices, false);
  const [, words = ""] = typeof value === "string" ? [] : (value ?? []);
  return stepHtml(
    page,
    heading,
    <>
      {choices}
      <TextField
        label={form.placeWords[lang]}
        guide={form.textGuide[lang]}
        name={`${item.key}.words`}
        defaultValue={words}
        maxLength={200}
      />
    </>,
    false,
  );
}

export type SaidTheme = { readonly id: string; readonly name: string; readonly voices: number };

/** «Någon har redan sagt detta?»: themes only, never anybody's words, and a number only from five up. */
export function saidPage(page: StepPage & { themes: readonly SaidTheme[]; agreed: string }): string {
  const { lang, themes } = page;
  const sayHowMany = ({ name, voices }: SaidTheme) => {
    const count = toldCount(voices);
    return count === undefined
      ? told(form.someSaid, lang, { theme: name })
      : told(form.manySaid, lang, { theme: name, count });
  };
  return stepHtml(
    page,
    form.saidAlready[lang],
    <>
      {themes.map((theme) => (
        <p key={theme.id}>{sayHowMany(theme)}</p>
      ))}
      <ChoiceGroup
        label={form.agreeOrElse[lang]}
        name="agree"
        defaultValue={page.agreed}
        options={[
          ...themes.map(({ id, name }) => ({ value: id, word: told(form.agree, lang, { theme: name }) })),
          { value: "other", word: form.else[lang] },
        ]}
      />
    </>,
    false,
  );
}

export type AboutFields = {
  readonly age: string;
  readonly sex: string;
  readonly village: string;
  readonly contact: string;
};

export function aboutPage(
  page: StepPage & { about: AboutFields; villages: readonly { value: string; word: string }[] },
): string {
  const { lang, about } = page;
  const asOptions = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, FormSaid>>) =>
    keys.map((key) => ({ value: key, word: words[key][lang] }));
  return stepHtml(
    page,
    form.aboutYou[lang],
    <>
      <p className="quiet">{form.voluntary[lang]}</p>
      <Select
        label={form.age[lang]}
        name="age"
        empty={form.dontSay[lang]}
        options={asOptions(AGE_BANDS, ageBands)}
        defaultValue={about.age}
      />
      <Select
        label={form.sex[lang]}
        name="sex"
        empty={form.dontSay[lang]}
        options={asOptions(SEXES, sexes)}
        defaultValue={about.sex}
      />
      {page.villages.length > 0 && (
        <Select
          label={form.village[lang]}
          name="village"
          empty={form.dontSay[lang]}
          options={page.villages}
          defaultValue={about.village}
        />
      )}
      <TextField
        label={form.contact[lang]}
        guide={form.contactGuide[lang]}
        name="contact"
        defaultValue={about.contact}
        maxLength={200}
      />
    </>,
    true,
  );
}

export function lookUpPage({ problem, tried, ...at }: At & { problem?: string | undefined; tried: string }): string {
  const { lang } = at;
  return pageHtml(
    at,
    form.receipt,
    form.lookUp[lang],
    <>
      <PageHeading heading={form.lookUp[lang]} lead={form.lookUpLead[lang]} />
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

export function receiptPage({
  code,
  title,
  steps,
  receivedOn,
  ...at
}: At & { code: string; title: string; steps: readonly ReceiptStep[]; receivedOn: Day }): string {
  const said = steps.map((step) => saidStep(step, at.lang));
  return followedHtml(at, { code, title, receivedOn, steps: said, isWaiting: steps.length === 1 });
}

function saidStep(step: ReceiptStep, lang: FormLang): { readonly heading: string; readonly text?: string } {
  const day = (on: Day) => formatDay(on, htmlLang(lang));
  switch (step.kind) {
    case "received":
    case "read":
      return { heading: `${receiptWords[step.kind][lang]} ${day(step.on)}` };
    case "set-aside":
      return {
        heading: `${receiptWords[step.kind][lang]} ${day(step.on)}`,
        text: setAsideReasons[step.reason][htmlLang(lang)],
      };
    case "together":
      return {
        heading:
          step.others === undefined
            ? told(receiptWords.alone, lang, { theme: step.theme })
            : told(receiptWords.together, lang, { theme: step.theme, others: step.others }),
      };
    case "not-chosen":
      return { heading: `${receiptWords[step.kind][lang]} ${step.text}`, text: day(step.on) };
    case "chosen":
    case "promised":
    case "acting":
    case "done":
      return { heading: receiptWords[step.kind][lang], text: [step.text, day(step.on)].filter(Boolean).join(" · ") };
  }
}

export function closedPage({ campaign, ...at }: At & { campaign: Campaign }): string {
  const { lang } = at;
  const text =
    campaign.state === "closed"
      ? told(form.closedText, lang, { day: formatDay(campaign.closedOn, htmlLang(lang)) })
      : told(form.opens, lang, { day: formatDay(campaign.from, htmlLang(lang)) });
  return pageHtml(
    at,
    form.answer,
    form.notOpen[lang],
    <>
      <PageHeading over={inFormLang(campaign.words.title, lang)} heading={form.notOpen[lang]} lead={text} />
      <LinkButton href={inFormAddress("/kvitto", lang)}>{form.toReceipt[lang]}</LinkButton>
    </>,
  );
}

export function missingPage(at: At): string {
  return pageHtml(
    at,
    form.answer,
    form.notThere[at.lang],
    <PageHeading heading={form.notThere[at.lang]} lead={form.notThereText[at.lang]} />,
  );
}
