// What a problem says: the same fields where it is raised and where it is corrected.
import { useState } from "react";
import { CATEGORIES, type Category, isCategory } from "../../collect/category.ts";
import { PersonLine } from "../../collect/privacy/screens/person-text.tsx";
import { categories } from "../../collect/words.ts";
import { isDrawable, nameOfPlace, type Place } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Select } from "../../ui/select.tsx";
import type { ProblemSaid } from "../problem.ts";
import { words } from "../words.ts";

const TEXTS = ["what", "place", "since", "occurs", "affected"] as const;
type TextName = (typeof TEXTS)[number];
type Fields = Readonly<Record<TextName, string>> & {
  readonly category: Category | "";
  readonly isSpotKept: boolean;
};
/** Why a problem was not saved, and which of its fields that is about. */
export type Told = { readonly sentence: string; readonly field?: string | undefined };

export function categoryWord(category: string, lang: Lang): string {
  return isCategory(category) ? say(categories[category], lang) : category;
}

/** The same spot by another name, or another place that is known by its name alone. */
function placeSaid(place: Place, name: string, isSpotKept: boolean): Place {
  const said = name.trim();
  if (isDrawable(place) && isSpotKept) {
    const { name: _before, ...spot } = place;
    return said === "" ? spot : { ...spot, name: said };
  }
  if (said === nameOfPlace(place) && !isDrawable(place)) return place;
  return said === "" ? { kind: "unknown" } : { kind: "area", name: said };
}

/** As it was typed, else as it is proposed: what nobody has touched follows what it comes from. */
export function useProblemFields(proposed: Partial<Omit<ProblemSaid, "place">> & Pick<ProblemSaid, "place">) {
  const [typed, setTyped] = useState<Partial<Fields>>({});
  const fields: Fields = {
    what: proposed.what ?? "",
    place: nameOfPlace(proposed.place),
    since: proposed.since ?? "",
    occurs: proposed.occurs ?? "",
    affected: proposed.affected ?? "",
    category: CATEGORIES.find((one) => one === proposed.category) ?? "",
    isSpotKept: true,
    ...typed,
  };
  const { what, since, occurs, affected, category } = fields;
  return {
    fields,
    change: (more: Partial<Fields>) => setTyped({ ...typed, ...more }),
    forget: () => setTyped({}),
    hasSpot: isDrawable(proposed.place),
    said: {
      what,
      place: placeSaid(proposed.place, fields.place, fields.isSpotKept),
      since,
      ...(occurs.trim() === "" ? {} : { occurs }),
      affected,
      category: category === "" ? ("other.other" as const) : category,
    },
  };
}

/** Whether a refusal is told at one of these fields. */
export function isOfProblem(told: Told | undefined): boolean {
  return TEXTS.some((name) => name === told?.field);
}

export function ProblemFields({
  form: { fields, change, hasSpot },
  told,
  lang,
}: {
  form: ReturnType<typeof useProblemFields>;
  told: Told | undefined;
  lang: Lang;
}) {
  const text = (name: TextName) => ({
    name,
    lang,
    about: "matter" as const,
    value: fields[name],
    onChange: (value: string) => change({ [name]: value }),
    error: told?.field === name ? told.sentence : undefined,
  });
  return (
    <>
      <PersonLine label={say(words.what, lang)} guide={say(words.whatGuide, lang)} required {...text("what")} />
      <PersonLine label={say(words.where, lang)} guide={say(words.whereGuide, lang)} {...text("place")} />
      {hasSpot && (
        <Checkbox
          label={say(words.spotStands, lang)}
          checked={fields.isSpotKept}
          onChange={(isSpotKept) => change({ isSpotKept })}
        />
      )}
      <PersonLine label={say(words.since, lang)} guide={say(words.sinceGuide, lang)} required {...text("since")} />
      <PersonLine label={say(words.occurs, lang)} guide={say(words.occursGuide, lang)} {...text("occurs")} />
      <PersonLine
        label={say(words.affected, lang)}
        guide={say(words.affectedGuide, lang)}
        required
        {...text("affected")}
      />
      <Select
        label={say(words.category, lang)}
        name="category"
        value={fields.category}
        empty={fields.category === "" ? "–" : undefined}
        onChange={(value) => change({ category: CATEGORIES.find((one) => one === value) ?? "" })}
        options={CATEGORIES.map((value) => ({ value, word: categoryWord(value, lang) }))}
        required
      />
    </>
  );
}
