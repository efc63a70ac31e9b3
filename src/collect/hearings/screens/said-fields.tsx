import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { Select } from "../../../ui/select.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { CATEGORIES, type Category } from "../../category.ts";
import { categories } from "../../words.ts";
import type { HeardTheme } from "../hearing.ts";
import { words } from "./words.ts";

/** What a hearing and a staff dialogue both hold while they are written. */
export type Saying = {
  readonly heldOn: Day;
  readonly themes: readonly HeardTheme[];
  readonly wishMunicipality: string;
  readonly wishPolice: string;
  readonly promise: string;
  readonly promiseBy: Day | undefined;
};
const NOTHING: HeardTheme = { category: "other.other", text: "" };
export const sayingOn = (heldOn: Day): Saying => ({
  heldOn,
  themes: [NOTHING, NOTHING],
  wishMunicipality: "",
  wishPolice: "",
  promise: "",
  promiseBy: undefined,
});
/** As it stands, to be corrected. */
export const sayingOf = (standing: {
  readonly heldOn: string;
  readonly themes: readonly HeardTheme[];
  readonly wishMunicipality: string;
  readonly wishPolice: string;
  readonly promised?: { readonly text: string; readonly by: string } | undefined;
}): Saying => ({
  heldOn: standing.heldOn as Day,
  themes: standing.themes,
  wishMunicipality: standing.wishMunicipality,
  wishPolice: standing.wishPolice,
  promise: standing.promised?.text ?? "",
  promiseBy: standing.promised?.by as Day | undefined,
});
/** As it is sent. */
export const saidIn = ({ promiseBy, themes, ...said }: Saying) => ({
  ...said,
  themes: themes.filter(({ text }) => text.trim() !== ""),
  ...(promiseBy === undefined ? {} : { promiseBy }),
});

type Props = { said: Saying; lang: Lang; counted?: boolean; onChange: (said: Saying) => void };

/** «Vad ser ni?», the most important first. */
export function ThemeFields({ said, lang, counted = false, onChange }: Props) {
  const change = (place: number, more: Partial<HeardTheme>) =>
    onChange({ ...said, themes: said.themes.map((theme, index) => (index === place ? { ...theme, ...more } : theme)) });
  return (
    <fieldset className="field">
      <legend className="field-label">{say(words.sees, lang)}</legend>
      <p className="field-guide">{say(words.seesGuide, lang)}</p>
      <div className="stack">
        {said.themes.map((theme, place) => (
          <div key={place} className="stack-tight">
            <Select
              label={say(words.theme, lang, { number: place + 1 })}
              value={theme.category}
              onChange={(value) => change(place, { category: value as Category })}
              options={CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }))}
            />
            <PersonLine
              about="note"
              lang={lang}
              label={say(words.themeText, lang, { number: place + 1 })}
              value={theme.text}
              onChange={(text) => change(place, { text })}
            />
            {counted && (
              <NumberStepper
                lang={lang}
                label={say(words.voices, lang, { number: place + 1 })}
                value={theme.voices}
                onChange={(voices) => change(place, { voices })}
              />
            )}
          </div>
        ))}
        <div>
          <Button small onPress={() => onChange({ ...said, themes: [...said.themes, NOTHING] })}>
            {say(words.moreThemes, lang)}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

/** What they wish, and what was promised back. */
export function WishFields({ said, lang, onChange }: Props) {
  return (
    <>
      <PersonText
        about="note"
        lang={lang}
        label={say(words.wishMunicipality, lang)}
        optional={say(words.optional, lang)}
        rows={2}
        value={said.wishMunicipality}
        onChange={(wishMunicipality) => onChange({ ...said, wishMunicipality })}
      />
      <PersonText
        about="note"
        lang={lang}
        label={say(words.wishPolice, lang)}
        optional={say(words.optional, lang)}
        rows={2}
        value={said.wishPolice}
        onChange={(wishPolice) => onChange({ ...said, wishPolice })}
      />
      <PersonLine
        about="note"
        lang={lang}
        label={say(words.promise, lang)}
        optional={say(words.optional, lang)}
        value={said.promise}
        onChange={(promise) => onChange({ ...said, promise })}
      />
      <DateField
        label={say(words.promiseBy, lang)}
        optional={say(words.optional, lang)}
        value={said.promiseBy ?? ""}
        onChange={(promiseBy) => onChange({ ...said, promiseBy })}
      />
    </>
  );
}
