import { useState } from "react";
import { QUALIFIERS, type Qualifier } from "../../ground/count.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { PersonLine, PersonText } from "../privacy/screens/person-text.tsx";
import { listSources, recordDialogue, registerSource } from "../api.ts";
import { CATEGORIES, type Category } from "../category.ts";
import { DIALOGUE_GROUPS, LADDER_LEVELS, type DialogueCounts, type LadderLevel } from "../dialogue.ts";
import { RELIABILITIES, SAMPLE_TYPES, SECRECY_CLASSES, type NewSource } from "../source.ts";
import { categories, dialogueGroups, ladderLevels, reliabilities, sampleTypes, secrecyClasses } from "../words.ts";
import { words } from "./words.ts";

type Source = OutputOf<typeof listSources>["sources"][number];
type Theme = { theme: string; category: Category; value: number | undefined; qualifier: Qualifier; quote: string };
const NEW = "new";
const SURE = { exact: words.exactly, "at-least": words.fewest, approximately: words.roughly };
const noTheme: Theme = { theme: "", category: "other.other", value: undefined, qualifier: "exact", quote: "" };

/** /lyssna/<p>/ny-dialog: how people were asked, how many came, and what they said as themes with counts. No answer of a person is written. */
export function DialogueFormScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  const listed = useAnswer(listSources, { partnership });
  const record = useCommand(recordDialogue);
  const register = useCommand(registerSource);
  const [chosen, setChosen] = useState(NEW);
  const [about, setAbout] = useState({ title: "", method: "", canInfluence: "", cannotInfluence: "", caveat: "" });
  const [level, setLevel] = useState<LadderLevel>("consultation");
  const [made, setMade] = useState<Pick<NewSource, "sampleType" | "reliability" | "secrecyClass">>({
    sampleType: "self-selected",
    reliability: "fair",
    secrecyClass: "shared",
  });
  const [held, setHeld] = useState<{ from?: Day | undefined; to?: Day | undefined }>({});
  const [invited, setInvited] = useState<number>();
  const [answered, setAnswered] = useState<DialogueCounts>({});
  const [themes, setThemes] = useState<readonly Theme[]>([noTheme]);
  const [refusal, setRefusal] = useState<string>();
  const set = (field: keyof typeof about) => (text: string) => setAbout({ ...about, [field]: text });
  const sources = listed.state === "answered" ? listed.value.sources.filter(isHeard) : [];
  const source = sources.find(({ slug }) => slug === chosen);
  const sampleType = source?.sampleType ?? made.sampleType;

  const send = async () => {
    const said = themes.filter(({ theme }) => theme.trim() !== "");
    if (held.from === undefined || about.title.trim() === "" || said.length === 0)
      return setRefusal(say(words.dialogueIncomplete, lang));
    const from = source ?? (await registered());
    if (from === undefined) return;
    const result = await record.run({
      partnership,
      source: from.slug,
      title: about.title,
      heldFrom: held.from,
      heldTo: held.to ?? held.from,
      method: about.method,
      ladderLevel: level,
      sampleType,
      canInfluence: about.canInfluence,
      cannotInfluence: about.cannotInfluence,
      ...(invited === undefined ? {} : { invited }),
      answered,
      themes: said.map(({ theme, category, value, qualifier, quote }) => ({
        theme,
        category,
        // Said, but by how many nobody counted: at least one.
        count: value === undefined ? { value: 1, qualifier: "at-least" as const } : { value, qualifier },
        quote,
      })),
    });
    if (result.ok) go(`/lyssna/${partnership}/dialog-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };
  /** A dialogue nobody has described before is a source of its own. */
  const registered = async () => {
    const result = await register.run({
      partnership,
      kind: "dialogue",
      name: about.title,
      method: about.method,
      caveat: about.caveat,
      ...made,
    });
    if (result.ok) {
      setChosen(result.value.slug);
      return result.value;
    }
    setRefusal(result.refusal.sentence);
    return undefined;
  };

  return (
    <>
      <PageHeading
        heading={say(words.newDialogue, lang)}
        over={partnershipName}
        lead={say(words.newDialogueLead, lang)}
      />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.title, lang)}
          value={about.title}
          onChange={set("title")}
          required
        />
        <div className="split-even">
          <DateField
            label={say(words.firstDay, lang)}
            value={held.from ?? ""}
            onChange={(from) => setHeld({ ...held, from })}
            required
          />
          <DateField
            label={say(words.lastDay, lang)}
            value={held.to ?? ""}
            onChange={(to) => setHeld({ ...held, to })}
          />
        </div>
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.method, lang)}
          value={about.method}
          onChange={set("method")}
        />
        <Select
          label={say(words.source, lang)}
          value={chosen}
          onChange={setChosen}
          options={[
            { value: NEW, word: say(words.ownSource, lang) },
            ...sources.map(({ slug, name }) => ({ value: slug, word: name })),
          ]}
        />
        {source === undefined && (
          <>
            <div className="split-even">
              <Select
                label={say(words.sample, lang)}
                value={made.sampleType}
                options={SAMPLE_TYPES.map((value) => ({ value, word: say(sampleTypes[value], lang) }))}
                onChange={(value) => setMade({ ...made, sampleType: value as NewSource["sampleType"] })}
              />
              <Select
                label={say(words.reliability, lang)}
                value={made.reliability}
                options={RELIABILITIES.map((value) => ({ value, word: say(reliabilities[value], lang) }))}
                onChange={(value) => setMade({ ...made, reliability: value as NewSource["reliability"] })}
              />
              <Select
                label={say(words.secrecy, lang)}
                value={made.secrecyClass}
                options={SECRECY_CLASSES.map((value) => ({ value, word: say(secrecyClasses[value], lang) }))}
                onChange={(value) => setMade({ ...made, secrecyClass: value as NewSource["secrecyClass"] })}
              />
            </div>
            <PersonLine
              about="public"
              lang={lang}
              label={say(words.caveat, lang)}
              value={about.caveat}
              onChange={set("caveat")}
            />
          </>
        )}
        <Select
          label={say(words.ladder, lang)}
          value={level}
          options={LADDER_LEVELS.map((value) => ({ value, word: say(ladderLevels[value], lang) }))}
          onChange={(value) => setLevel(value as LadderLevel)}
        />
        <PersonText
          about="public"
          lang={lang}
          label={say(words.canInfluence, lang)}
          value={about.canInfluence}
          onChange={set("canInfluence")}
          rows={2}
        />
        <PersonText
          about="public"
          lang={lang}
          label={say(words.cannotInfluence, lang)}
          value={about.cannotInfluence}
          onChange={set("cannotInfluence")}
          rows={2}
        />
        <SectionHeading heading={say(words.howMany, lang)} />
        <NumberStepper label={say(words.invited, lang)} lang={lang} value={invited} min={0} onChange={setInvited} />
        <div className="split-even">
          {DIALOGUE_GROUPS.map((group) => (
            <NumberStepper
              key={group}
              label={say(dialogueGroups[group], lang)}
              lang={lang}
              value={answered[group]}
              min={0}
              onChange={(value) => setAnswered(withCount(answered, group, value))}
            />
          ))}
        </div>
        <SectionHeading heading={say(words.themes, lang)} />
        {themes.map((theme, place) => (
          <ThemeFields
            key={place}
            theme={theme}
            number={place + 1}
            lang={lang}
            onChange={(changed) => setThemes(themes.map((one, index) => (index === place ? changed : one)))}
          />
        ))}
        <Button onPress={() => setThemes([...themes, noTheme])}>{say(words.addTheme, lang)}</Button>
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <Button type="submit" kind="main" busy={record.busy || register.busy}>
          {say(words.saveDialogue, lang)}
        </Button>
      </form>
    </>
  );
}

const isHeard = ({ kind }: Source) => kind === "dialogue" || kind === "hearing" || kind === "survey";

function withCount(counts: DialogueCounts, group: keyof DialogueCounts, value: number | undefined): DialogueCounts {
  const { [group]: _old, ...rest } = counts;
  return value === undefined ? rest : { ...rest, [group]: value };
}

function ThemeFields({
  theme,
  number,
  lang,
  onChange,
}: {
  theme: Theme;
  number: number;
  lang: ScreenProps["lang"];
  onChange: (theme: Theme) => void;
}) {
  return (
    <fieldset className="stack-tight">
      <legend>{say(words.themeNumber, lang, { number })}</legend>
      <PersonLine
        about="note"
        lang={lang}
        label={say(words.theme, lang)}
        value={theme.theme}
        onChange={(said) => onChange({ ...theme, theme: said })}
      />
      <div className="split-even">
        <Select
          label={say(words.category, lang)}
          value={theme.category}
          options={CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }))}
          onChange={(category) => onChange({ ...theme, category: category as Category })}
        />
        <NumberStepper
          label={say(words.voices, lang)}
          lang={lang}
          value={theme.value}
          min={1}
          onChange={(value) => onChange({ ...theme, value })}
        />
        <Select
          label={say(words.howSure, lang)}
          value={theme.qualifier}
          options={QUALIFIERS.map((value) => ({ value, word: say(SURE[value], lang) }))}
          onChange={(qualifier) => onChange({ ...theme, qualifier: qualifier as Qualifier })}
        />
      </div>
      <PersonLine
        about="quote"
        lang={lang}
        label={say(words.quote, lang)}
        guide={say(words.quoteGuide, lang)}
        value={theme.quote}
        onChange={(quote) => onChange({ ...theme, quote })}
      />
    </fieldset>
  );
}
