// /<partnership>/folj/brev and /brev/<key>: asking for letters, saying yes, changing and stopping. Without script, without account.
import type { ReactNode } from "react";
import { say } from "../../../ground/words.ts";
import { type At, type Hidden, htmlLang, pageHtml, Sending } from "../../../collect/screens/public-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { words } from "../words.ts";

/** What there is to follow: the promises in force and their themes. */
export type ToFollow = {
  readonly pledges: readonly { readonly slug: string; readonly order: number; readonly text: string }[];
  readonly themes: readonly { readonly slug: string; readonly name: string }[];
};

function About({ lang, toFollow, chosen }: Pick<At, "lang"> & { toFollow: ToFollow; chosen: string }) {
  const two = htmlLang(lang);
  return (
    <Select
      label={words.about[lang]}
      name="om"
      id="om"
      defaultValue={chosen}
      options={[
        { value: "allt", word: words.everything[lang] },
        ...toFollow.pledges.map(({ slug, order, text }) => ({
          value: `lofte=${slug}`,
          word: say(words.pledge, two, { number: order, text }),
        })),
        ...toFollow.themes.map(({ slug, name }) => ({
          value: `tema=${slug}`,
          word: say(words.theme, two, { theme: name }),
        })),
      ]}
    />
  );
}

type Problem = { readonly sentence: string; readonly field?: string | undefined };

/** The form; what was written stays in it when it is refused. */
export function askPage({
  hidden,
  written,
  chosen,
  toFollow,
  problem,
  ...at
}: At & {
  hidden: Hidden;
  written: string;
  chosen: string;
  toFollow: ToFollow;
  problem?: Problem | undefined;
}): string {
  const { lang } = at;
  return pageHtml(
    at,
    words.what,
    words.heading[lang],
    <>
      <PageHeading heading={words.heading[lang]} lead={words.lead[lang]} />
      {problem !== undefined && <Notice kind="error" live heading={problem.sentence} />}
      <Sending hidden={hidden} action={at.address.split("?")[0]}>
        <TextField
          label={words.address[lang]}
          guide={words.addressGuide[lang]}
          name="adress"
          id="adress"
          type="email"
          autoComplete="email"
          maxLength={254}
          defaultValue={written}
          error={problem?.field === "adress" ? problem.sentence : undefined}
        />
        <About lang={lang} toFollow={toFollow} chosen={chosen} />
        <div className="row">
          <Button type="submit" kind="turn" name="go" value="send">
            {words.send[lang]}
          </Button>
          <a href={`${at.home}/folj${lang === "en" ? "?lang=en" : ""}`}>{words.back[lang]}</a>
        </div>
      </Sending>
    </>,
  );
}

/** A page that says one thing, and where to go from it. */
export function plainPage(
  at: At,
  { heading, lead }: { readonly heading: string; readonly lead: string },
  more?: ReactNode,
): string {
  return pageHtml(
    at,
    words.what,
    heading,
    <>
      <PageHeading heading={heading} lead={lead} />
      {more}
    </>,
  );
}

/** One's own: a question until it has been said yes to, then what one follows. */
export function ownPage({
  hidden,
  isConfirmed,
  isSaved,
  chosen,
  toFollow,
  ...at
}: At & { hidden: Hidden; isConfirmed: boolean; isSaved: boolean; chosen: string; toFollow: ToFollow }): string {
  const { lang, place = "" } = at;
  const heading = say(isConfirmed ? words.yours : words.confirmHeading, htmlLang(lang), { place });
  return pageHtml(
    at,
    words.what,
    heading,
    <>
      <PageHeading heading={heading} lead={(isConfirmed ? words.yoursLead : words.lead)[lang]} />
      {isSaved && <Notice kind="done" live heading={words.saved[lang]} />}
      <Sending hidden={hidden} action={at.address}>
        <About lang={lang} toFollow={toFollow} chosen={chosen} />
        <div className="row">
          <Button type="submit" kind={isConfirmed ? "main" : "turn"} name="go" value="yes">
            {(isConfirmed ? words.change : words.confirm)[lang]}
          </Button>
          <Button type="submit" name="go" value="stop">
            {(isConfirmed ? words.stop : words.decline)[lang]}
          </Button>
        </div>
      </Sending>
    </>,
  );
}
