import { say, type Lang } from "../ground/words.ts";
import { words } from "./words.ts";

/** On everything invented: one calm word that cannot be taken for a status. */
export function ExampleMark({ lang }: { lang: Lang }) {
  return (
    <span className="example-mark">
      {say(words.example, lang)}
      <span className="visually-hidden">, {say(words.exampleMeaning, lang)}</span>
    </span>
  );
}
