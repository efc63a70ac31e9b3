import { say, type Lang } from "../../../ground/words.ts";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PersonLine } from "../../privacy/screens/person-text.tsx";
import { words as walkWords } from "../../screens/words.ts";
import { HEAD_GROUPS, type Heads } from "../../walk.ts";
import { headGroups } from "../../words.ts";

type Counting = { readonly heads: Heads; readonly weather: string };
export const NOTHING_COUNTED: Counting = { heads: {}, weather: "" };

/** Heads by group, never names, and the weather: the same outdoors and at the desk. */
export function HeadsFields(props: { value: Counting; onChange: (value: Counting) => void; lang: Lang }) {
  const { value, onChange, lang } = props;
  return (
    <>
      {HEAD_GROUPS.map((group) => (
        <NumberStepper
          key={group}
          lang={lang}
          label={say(headGroups[group], lang)}
          value={value.heads[group]}
          max={1000}
          onChange={(count) => {
            const { [group]: _before, ...others } = value.heads;
            onChange({ ...value, heads: count === undefined ? others : { ...others, [group]: count } });
          }}
        />
      ))}
      <PersonLine
        about="note"
        lang={lang}
        label={say(walkWords.weather, lang)}
        value={value.weather}
        onChange={(weather) => onChange({ ...value, weather })}
        optional={say(walkWords.optional, lang)}
      />
    </>
  );
}
