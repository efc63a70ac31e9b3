import type { FormEvent } from "react";
import { CATEGORY_GROUPS } from "../../collect/category.ts";
import { OBSERVATION_KINDS } from "../../collect/observation.ts";
import { kinds } from "../../collect/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { Month } from "../../ground/time.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { formatMonth } from "../../ui/format.ts";
import { Select, type Option } from "../../ui/select.tsx";
import type { askPicture } from "../api.ts";
import { ELSEWHERE, UNPLACED } from "../areas.ts";
import {
  addressOf,
  type Asked,
  CATEGORY_WORDS,
  KIND_WORDS,
  KNOWLEDGE_WORDS,
  readQuestion,
  SHARING_WORDS,
} from "../question.ts";
import { groups, knowledges, sharingsAsked, words } from "../words.ts";

type Props = {
  lang: Lang;
  partnership: string;
  asked: Asked;
  picture: OutputOf<typeof askPicture>;
  go: (address: string) => void;
};

/** The question as a form. Its fields carry the words of the address, so the same words travel either way. */
export function Filters({ lang, partnership, asked, picture, go }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Asked;
    go(`/lagesbild/${partnership}?${addressOf(readQuestion(given).question)}`);
  };
  const list = (key: keyof Asked, label: string, options: readonly Option[], empty: string | undefined) => (
    <Select
      label={label}
      name={key}
      empty={empty}
      defaultValue={asked[key] ?? ""}
      options={withSeveral(options, asked[key])}
    />
  );
  const all = say(words.all, lang);
  const months = picture.months.map((month) => ({ value: month, word: formatMonth(month as Month, lang) }));
  return (
    <form className="stack" onSubmit={submit} key={JSON.stringify(asked)} aria-label={say(words.filters, lang)}>
      <div className="filter-row">
        {list("fran", say(words.from, lang), months, say(words.fromStart, lang))}
        {list("till", say(words.to, lang), months, say(words.toNow, lang))}
        {list(
          "kategori",
          say(words.category, lang),
          CATEGORY_GROUPS.map((group) => ({ value: CATEGORY_WORDS[group], word: say(groups[group], lang) })),
          all,
        )}
        {list(
          "ort",
          say(words.area, lang),
          [
            ...picture.villages.map(({ slug, name }) => ({ value: slug, word: name })),
            { value: ELSEWHERE, word: say(words.elsewhere, lang) },
            { value: UNPLACED, word: say(words.unplaced, lang) },
          ],
          all,
        )}
        <div className="row">
          <Button type="submit" kind="main">
            {say(words.show, lang)}
          </Button>
          <LinkButton href={`/lagesbild/${partnership}`}>{say(words.clear, lang)}</LinkButton>
        </div>
      </div>
      <details open={[asked.slag, asked.kunskap, asked.kalla, asked.delning].some((value) => value !== undefined)}>
        <summary>{say(words.more, lang)}</summary>
        <div className="filter-row">
          {list(
            "slag",
            say(words.kind, lang),
            OBSERVATION_KINDS.map((kind) => ({ value: KIND_WORDS[kind], word: say(kinds[kind], lang) })),
            all,
          )}
          {list(
            "kunskap",
            say(words.knowledge, lang),
            (["felt", "recorded", "measured"] as const).map((knowledge) => ({
              value: KNOWLEDGE_WORDS[knowledge],
              word: say(knowledges[knowledge], lang),
            })),
            all,
          )}
          {list(
            "kalla",
            say(words.source, lang),
            picture.sources.map(({ slug, name }) => ({ value: slug, word: name })),
            all,
          )}
          {list(
            "delning",
            say(words.sharing, lang),
            (["all", "shared", "public"] as const).map((sharing) => ({
              value: SHARING_WORDS[sharing],
              word: say(sharingsAsked[sharing], lang),
            })),
            undefined,
          )}
        </div>
      </details>
    </form>
  );
}

/** A link may ask for several at once; the list then has them as one choice, so that showing again does not lose them. */
function withSeveral(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  const named = chosen.split(",").map((value) => options.find((option) => option.value === value)?.word ?? value);
  return [...options, { value: chosen, word: named.join(", ") }];
}
