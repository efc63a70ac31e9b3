// The form that a resident answers. Every step is a page; what was answered travels along in the page itself, and nowhere else, until «Skicka».
import type { ReactNode } from "react";
import type { PublicCount } from "../../../ground/fewest.ts";
import type { Day } from "../../../ground/time.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import {
  formDay,
  type Hidden,
  inFormAddress,
  pageHtml,
  Sending,
  type SpokenAt,
  told,
} from "../../screens/public-page.tsx";
import type { Category } from "../../category.ts";
import type { GroundToPointAt } from "../../pointed.ts";
import { OpenText, saidKinds } from "../../screens/open-text.tsx";
import { PhotoChoice } from "../../screens/photo-choice.tsx";
import { PointField } from "../../screens/point-field.tsx";
import { AGE_BANDS, type Given, grainField, type ItemPoint, LONGEST_TEXT, pointField, SEXES } from "../answer.ts";
import type { FormSaid, Spoken } from "../../open-form.ts";
import { openForm } from "../../open-form-words.ts";
import { type Campaign, inFormLang, isPointedOut, type Item } from "../campaign.ts";
import { ageBands, form, ladder, sexes } from "../words.ts";

type Page = SpokenAt & { readonly campaign: Campaign; readonly hidden: Hidden };

export function introPage({ campaign, hidden, ...at }: Page): string {
  const { lang } = at;
  const { words } = campaign;
  const title = inFormLang(words.title, lang);
  return pageHtml(
    at,
    form.answer,
    title,
    <>
      <PageHeading heading={title} lead={told(ladder[campaign.ladderLevel], lang)} />
      <section className="stack-tight measure">
        <h2>{told(form.canInfluence, lang)}</h2>
        <p>{inFormLang(words.canInfluence, lang)}</p>
        <h2>{told(form.cannotInfluence, lang)}</h2>
        <p>{inFormLang(words.cannotInfluence, lang)}</p>
      </section>
      <Sending hidden={hidden}>
        <Button type="submit" kind="turn" name="go" value="next" wide>
          {told(form.begin, lang)}
        </Button>
      </Sending>
      <p className="small quiet measure">{told(form.noAccount, lang)}</p>
    </>,
  );
}

type StepPage = Page & {
  readonly step: number;
  readonly steps: number;
  /** What was covered on the step before: its kinds. */
  readonly covered?: readonly string[] | undefined;
  readonly problem?: string | undefined;
  readonly help?: string | undefined;
};

/** How one goes on from a step: «Nästa», «Skicka», or by what is pressed in it. */
type Onwards = { readonly by: "next" | "send" | "own"; readonly scripts?: readonly string[] | undefined };

function stepHtml(
  page: StepPage,
  heading: string,
  fields: ReactNode,
  { by, scripts }: Onwards = { by: "next" },
): string {
  const { lang, step, steps, covered, problem, help } = page;
  return pageHtml(
    page,
    form.answer,
    heading,
    <>
      <PageHeading over={told(form.step, lang, { step, steps })} heading={heading} />
      {help?.split("\n").map((line) => (
        <p key={line} className="measure">
          {line}
        </p>
      ))}
      {covered !== undefined && (
        <Notice kind="advice" live heading={told(form.covered, lang, { kind: saidKinds(covered, lang) })} />
      )}
      {problem !== undefined && <Notice kind="error" live heading={problem} />}
      <Sending hidden={page.hidden} file={by === "send"}>
        {fields}
        <div className="row">
          {by !== "own" && (
            <Button type="submit" kind={by === "send" ? "turn" : "main"} name="go" value={by}>
              {told(form[by], lang)}
            </Button>
          )}
          <Button type="submit" kind="bare" name="go" value="back">
            {told(form.back, lang)}
          </Button>
        </div>
      </Sending>
    </>,
    scripts,
  );
}

export function questionPage(
  asked: StepPage & {
    item: Item;
    value: Given | undefined;
    said: Said;
    pointing: Pointing;
    scripts: readonly string[];
  },
): string {
  const { item, lang, value, said, pointing, scripts } = asked;
  const heading = inFormLang(item.words, lang);
  const { question } = item;
  const page = { ...asked, help: question.help && inFormLang(question.help, lang) };
  const one = typeof value === "string" ? value : (value?.[0] ?? "");
  if (question.kind === "text")
    return stepHtml(
      page,
      heading,
      <>
        <div className="asked-above">
          <OpenText sentence={form.covered} lang={lang}>
            <TextArea
              label={heading}
              name={item.key}
              guide={told(form.textGuide, lang)}
              defaultValue={one}
              rows={6}
              maxLength={LONGEST_TEXT}
            />
          </OpenText>
        </div>
        <SaidWhileWriting said={said} lang={lang} />
      </>,
      { by: "next", scripts },
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
          guide={told(form.several, lang)}
          options={options}
          defaultValue={typeof value === "string" ? [value] : (value ?? [])}
        />
      </div>,
    );
  const choices = (
    <div className="asked-above">
      <ChoiceGroup label={heading} name={item.key} options={options} defaultValue={one} />
    </div>
  );
  if (question.kind !== "place") return stepHtml(page, heading, choices);
  const [, words = ""] = typeof value === "string" ? [] : (value ?? []);
  return stepHtml(
    page,
    heading,
    <>
      {choices}
      <OpenText sentence={form.covered} lang={lang}>
        <TextField
          label={told(form.placeWords, lang)}
          guide={told(form.textGuide, lang)}
          name={`${item.key}.words`}
          defaultValue={words}
          maxLength={200}
        />
      </OpenText>
      {isPointedOut(question) && (
        <PointField
          name={pointField(item.key)}
          most={1}
          points={pointing.point === undefined ? [] : [pointing.point.position]}
          grain={{ name: grainField(item.key), value: pointing.point?.grain ?? "around" }}
          ground={pointing.ground}
          place={page.place ?? ""}
          start={pointing.start}
          lang={lang}
        />
      )}
    </>,
    { by: "next", scripts },
  );
}

/** Where one can point, where one has, and where to look first. */
type Pointing = {
  readonly ground: GroundToPointAt;
  readonly point: ItemPoint | undefined;
  readonly start: string;
};

export type SaidTheme = {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly voices: PublicCount;
  /** The words it is known again by. */
  readonly texts: readonly string[];
};
type Said = { readonly themes: readonly SaidTheme[]; readonly agreed: string };
/** The field of what was agreed with while the text was written. */
export const AGREED_WRITING = "agree.writing";

const sayHowMany = ({ name, voices }: SaidTheme, lang: Spoken) =>
  voices.shown === "at-least"
    ? told(form.manySaid, lang, { theme: name, count: voices.value })
    : told(form.someSaid, lang, { theme: name });

/** Hidden until answer-island.ts finds that somebody writes of the same; without script the step after the questions asks. */
function SaidWhileWriting({ said: { themes, agreed }, lang }: { said: Said; lang: Spoken }) {
  if (themes.length === 0) return null;
  return (
    <div aria-live="polite">
      <input type="hidden" name={AGREED_WRITING} defaultValue={agreed} data-agreed="" />
      <div data-said="" hidden>
        <div className="stack">
          <h2>{told(form.saidAlready, lang)}</h2>
          <p className="small quiet">{told(form.agreeCounts, lang)}</p>
          {themes.map((theme) => (
            <div
              key={theme.id}
              data-theme={theme.id}
              data-name={theme.name}
              data-category={theme.category}
              data-words={theme.texts.join("\n")}
              hidden
            >
              <div className="stack-tight">
                <p>{sayHowMany(theme, lang)}</p>
                <div>
                  <Button>{told(form.agree, lang, { theme: theme.name })}</Button>
                </div>
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** «Någon har redan sagt detta?»: themes only, never anybody's words. */
export function saidPage(page: StepPage & { themes: readonly SaidTheme[] }): string {
  const { lang, themes } = page;
  return stepHtml(
    page,
    told(form.saidAlready, lang),
    <>
      <p>{told(form.agreeOrElse, lang)}</p>
      {themes.map((theme) => (
        <div key={theme.id} className="stack-tight">
          <p>{sayHowMany(theme, lang)}</p>
          <Button type="submit" kind="main" name="agree" value={theme.id} wide>
            {told(form.agree, lang, { theme: theme.name })}
          </Button>
        </div>
      ))}
      <Button type="submit" name="agree" value="other" wide>
        {told(form.else, lang)}
      </Button>
    </>,
    { by: "own" },
  );
}

export type AboutFields = {
  readonly age: string;
  readonly sex: string;
  readonly village: string;
  readonly contact: string;
};

export function aboutPage(
  page: StepPage & {
    about: AboutFields;
    villages: readonly { value: string; word: string }[];
    photoAgain: boolean;
  },
): string {
  const { lang, about } = page;
  const asOptions = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, FormSaid>>) =>
    keys.map((key) => ({ value: key, word: told(words[key], lang) }));
  return stepHtml(
    page,
    told(form.aboutYou, lang),
    <>
      <PhotoChoice sees="others-later" again={page.photoAgain} lang={lang} />
      <p className="quiet">{told(form.voluntary, lang)}</p>
      <Select
        label={told(form.age, lang)}
        name="age"
        empty={told(form.dontSay, lang)}
        options={asOptions(AGE_BANDS, ageBands)}
        defaultValue={about.age}
      />
      <Select
        label={told(form.sex, lang)}
        name="sex"
        empty={told(form.dontSay, lang)}
        options={asOptions(SEXES, sexes)}
        defaultValue={about.sex}
      />
      {page.villages.length > 0 && (
        <Select
          label={told(form.village, lang)}
          name="village"
          empty={told(form.dontSay, lang)}
          options={page.villages}
          defaultValue={about.village}
        />
      )}
      <TextField
        label={told(form.contact, lang)}
        guide={told(form.contactGuide, lang)}
        name="contact"
        defaultValue={about.contact}
        maxLength={200}
      />
    </>,
    { by: "send" },
  );
}

export function closedPage({ campaign, today, ...at }: SpokenAt & { campaign: Campaign; today: Day }): string {
  const { lang } = at;
  const text = whyNotOpen(campaign, today, lang);
  return pageHtml(
    at,
    form.answer,
    told(form.notOpen, lang),
    <>
      <PageHeading over={inFormLang(campaign.words.title, lang)} heading={told(form.notOpen, lang)} lead={text} />
      <LinkButton href={inFormAddress("/kvitto", lang)}>{told(openForm.toReceipt, lang)}</LinkButton>
    </>,
  );
}

function whyNotOpen(campaign: Campaign, today: Day, lang: Spoken): string {
  const said = (words: FormSaid, day: Day) => told(words, lang, { day: formDay(day, lang) });
  // Closed by hand after the last day: it is the last day that residents were told of.
  if (campaign.state === "closed" && campaign.closedOn <= campaign.to) return said(form.closedText, campaign.closedOn);
  if (campaign.state === "closed" || today > campaign.to) return said(form.past, campaign.to);
  return today < campaign.from ? said(form.opens, campaign.from) : told(form.opensLater, lang);
}

export function missingPage(at: SpokenAt): string {
  return pageHtml(
    at,
    form.answer,
    told(form.notThere, at.lang),
    <PageHeading heading={told(form.notThere, at.lang)} lead={told(form.notThereText, at.lang)} />,
  );
}
