import { useId } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { covered, type PersonFound, personsIn } from "../../person-in-text.ts";
import { guides, personKinds, words } from "../words.ts";

type Props = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly autoComplete?: "off" | undefined;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly lang: Lang;
  /** What may be written here, what not, and why: one sentence. */
  readonly about: keyof typeof guides;
  /** The field's own sentence, where it says more than that. */
  readonly guide?: string | undefined;
  readonly rows?: number | undefined;
  readonly error?: string | undefined;
  readonly optional?: string | undefined;
  readonly required?: boolean | undefined;
};

/** A free text that is looked through while it is written: what points at somebody is tinted, said below, and covered with one press. */
export function PersonText({ about, lang, guide, ...field }: Props) {
  const found = personsIn(field.value);
  return (
    <div className="stack">
      <TextArea
        {...field}
        guide={guide ?? say(guides[about], lang)}
        marks={found.map(({ at, found: { length } }) => ({ at, length }))}
      />
      <PersonFinds text={field.value} found={found} lang={lang} onChange={field.onChange} />
    </div>
  );
}

/** The same on one line, where there is no room to tint. */
export function PersonLine({ about, lang, guide, rows: _rows, ...field }: Props) {
  return (
    <div className="stack">
      <TextField {...field} guide={guide ?? say(guides[about], lang)} />
      <PersonFinds text={field.value} found={personsIn(field.value)} lang={lang} onChange={field.onChange} />
    </div>
  );
}

function PersonFinds({
  text,
  found,
  lang,
  onChange,
}: { text: string; found: readonly PersonFound[] } & Pick<Props, "lang" | "onChange">) {
  const explained = useId();
  return (
    <div role="status" className="person-finds">
      {found.length > 0 && (
        <>
          <ul>
            {found.map((one) => (
              <li key={`${one.at} ${one.kind}`}>
                <span>
                  {say(one.sure ? words.looksLike : words.couldBe, lang, {
                    kind: say(personKinds[one.kind], lang),
                    found: one.found,
                  })}
                </span>
                {one.kind === "speech" ? (
                  <span className="quiet">{say(words.speechAdvice, lang)}</span>
                ) : (
                  <Button small describedBy={explained} onPress={() => onChange(covered(text, [one]))}>
                    {say(words.cover, lang)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p className="small quiet" id={explained}>
            {say(words.why, lang)}
          </p>
        </>
      )}
    </div>
  );
}

/** Where something surely points at somebody and the writer says it does not: the reason, and what follows. Nothing where there is nothing to set aside. */
export function SetAside(props: {
  readonly texts: readonly string[];
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly lang: Lang;
  readonly error?: string | undefined;
}) {
  const { texts, value, onChange, lang } = props;
  if (!texts.some((text) => personsIn(text).some(({ sure }) => sure))) return null;
  return (
    <TextField
      id="set-aside"
      label={say(words.setAsideReason, lang)}
      guide={say(words.setAsideGuide, lang)}
      value={value}
      onChange={onChange}
      maxLength={300}
      {...(props.error === undefined ? {} : { error: props.error })}
    />
  );
}
