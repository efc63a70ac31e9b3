// A safety walk as an XLSForm, both ways. A walk has stops with a question each, and a theme that says what to look for; every note on it says what was seen,
// a proposal and whose the spot is. So a form's stops and the questions at them become the walk's, its list of things to look for chooses the theme, and what
// more it asks is told.
import { slugOf, type Said } from "../../ground/words.ts";
import { CATEGORIES, type Category } from "../category.ts";
import { SPOT_MANAGERS } from "../observation.ts";
import { freeSlug } from "../source.ts";
import { type Stop, type Walk, WALK_THEMES, type WalkTheme } from "../walk.ts";
import { CHECKLISTS } from "../walks/checklist.ts";
import { categories, managers } from "../words.ts";
import { FORM_LANG_COLUMNS, inOrder, nameOfKey, settingsSheet } from "./campaign-form.ts";
import { type Fault, type FormQuestion, type FormRow, isQuestion, type Left, OWN, type ReadForm } from "./form.ts";
import { conditionsOf } from "./relevant.ts";
import type { SheetToWrite } from "./sheets.ts";

export type WalkForm = {
  readonly title: string;
  /** Undefined where the form says nothing of what to look for. */
  readonly theme: WalkTheme | undefined;
  readonly stops: readonly Pick<Stop, "name" | "question">[];
  readonly faults: readonly Fault[];
  readonly left: readonly Left[];
};

const STOP = /^(stopp?|station|plats|place)(?![a-z])/;

export function walkForm(form: ReadForm): WalkForm {
  const questions = form.rows.filter(isQuestion);
  const left = [...form.left];
  const chosen = questions.find(({ kind, name }) => kind === "one" && STOP.test(slugOf(name)));
  const looked = questions.filter((row) => row !== chosen && isOfCategories(row));
  const stops = chosen === undefined ? stopsOfGroups(form, looked) : stopsOfChoices(form, chosen);
  const used = new Set<FormRow | undefined>([chosen, ...looked, ...stops.flatMap(({ rows }) => rows)]);
  for (const row of form.rows) {
    if (used.has(row) || row.kind === "left-out") continue;
    const at = { sheet: "survey", row: row.row };
    const detail = { text: row.words?.sv ?? row.name };
    if (isQuestion(row)) left.push({ ...at, what: "walk-question", detail });
    else if (row.kind === "note") left.push({ ...at, what: "note-alone", detail });
  }
  for (const row of [...(chosen === undefined ? [] : [chosen]), ...looked])
    if (row.relevant !== "")
      left.push({ sheet: "survey", row: row.row, what: "walk-relevant", detail: { text: row.words.sv } });
  const { theme, missed } = themeOf(looked);
  return {
    title: form.title,
    theme,
    stops: stops.map(({ name, rows }) => ({
      name,
      question: rows.map(({ words }) => inOneLine(words?.sv ?? "")).join(" "),
    })),
    faults: [...form.faults].toSorted(inOrder),
    left: [...left, ...missed].toSorted(inOrder),
  };
}

type FoundStop = { readonly name: string; readonly rows: readonly FormRow[] };

/** A choice of stops; a note that is shown for one of them is its question. */
function stopsOfChoices(form: ReadForm, chosen: FormQuestion): readonly FoundStop[] {
  return chosen.choices.map(({ name, words }) => ({
    name: stopName(words.sv),
    rows: form.rows.filter((row) => {
      const [condition, ...more] = row.kind === "note" && row.relevant !== "" ? (conditionsOf(row.relevant) ?? []) : [];
      return more.length === 0 && condition?.name === chosen.name && condition.among.join() === name;
    }),
  }));
}

/** A group for each stop; what it asks there is the stop's question. */
function stopsOfGroups(form: ReadForm, looked: readonly FormRow[]): readonly FoundStop[] {
  return form.rows.flatMap((group) =>
    group.kind !== "group" || group.words === undefined
      ? []
      : {
          name: stopName(group.words.sv),
          rows: form.rows.filter(
            (row) =>
              (isQuestion(row) || row.kind === "note") &&
              !looked.includes(row) &&
              row.relevant === "" &&
              row.within.at(-1)?.row === group.row,
          ),
        },
  );
}

/** A stop is written before a colon where a walk is planned. */
function stopName(words: string): string {
  return inOneLine(words).replaceAll(":", " –");
}
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** What one looks for, known by our word for it in either language, or by its own name. */
const BY_WORD = new Map<string, Category>(
  CATEGORIES.flatMap((category) => {
    const said: Said = categories[category];
    return [category, said.sv, said.en].map((word) => [slugOf(word), category] as const);
  }),
);
function categoryOf({ name, words }: { readonly name: string; readonly words: { readonly sv: string } }) {
  return BY_WORD.get(slugOf(name)) ?? BY_WORD.get(slugOf(words.sv));
}

function isOfCategories({ kind, choices }: FormQuestion): boolean {
  return kind !== "text" && choices.filter((choice) => categoryOf(choice) !== undefined).length * 2 >= choices.length;
}

/** The theme whose checklist is most like the form's; what of the form's is not in it. */
function themeOf(looked: readonly FormQuestion[]): { theme: WalkTheme | undefined; missed: readonly Left[] } {
  const choices = [...new Map(looked.flatMap((row) => row.choices).map((choice) => [choice.row, choice])).values()];
  const wanted = choices.map((choice) => ({ choice, category: categoryOf(choice) }));
  const asked = new Set(wanted.flatMap(({ category }) => category ?? []));
  if (asked.size === 0) return { theme: undefined, missed: [] };
  const likeness = (theme: WalkTheme) => {
    const list = CHECKLISTS[theme];
    const both = list.filter((category) => asked.has(category)).length;
    return both / (list.length + asked.size - both);
  };
  const theme = WALK_THEMES.toSorted((a, b) => likeness(b) - likeness(a))[0]!;
  const missed = wanted.flatMap(({ choice, category }): Left[] => {
    const at = { sheet: "choices", row: choice.row, detail: { choice: choice.words.sv } };
    if (category === undefined) return [{ ...at, what: "walk-choice" }];
    return CHECKLISTS[theme].includes(category) ? [] : [{ ...at, what: "walk-category" }];
  });
  return { theme, missed };
}

// Out

const SAID = {
  stop: { sv: "Vid vilket stopp?", en: "At which stop?" },
  category: { sv: "Vad gäller det?", en: "What is it about?" },
  seen: { sv: "Vad ser ni? Skriv vad och var, inte vem.", en: "What do you see? Write what and where, not who." },
  proposal: { sv: "Vad skulle göra det bättre?", en: "What would make it better?" },
  manager: { sv: "Vem sköter platsen?", en: "Who looks after the spot?" },
  place: { sv: "Var?", en: "Where?" },
} satisfies Readonly<Record<string, Said>>;

export type WrittenWalk = Pick<Walk, "title" | "slug" | "theme"> & {
  readonly stops: readonly Pick<Stop, "name" | "question">[];
  readonly version: string;
};

export function walkSheets(walk: WrittenWalk): readonly SheetToWrite[] {
  const labels = [`label::${FORM_LANG_COLUMNS.sv}`, `label::${FORM_LANG_COLUMNS.en}`] as const;
  const worded = ({ sv, en }: Said) => ({ [labels[0]]: sv, [labels[1]]: en });
  const taken: string[] = [];
  const stops = walk.stops.map(({ name: sv, question }) => {
    const key = freeSlug(sv, taken) || `stopp-${taken.length + 1}`;
    taken.push(key);
    return { key, sv, question };
  });
  const questions = stops.filter(({ question }) => question !== "");
  const choice = (list: string, name: string, said: Said) => ({ list_name: list, name, ...worded(said) });
  return [
    {
      name: "survey",
      columns: ["type", "name", ...labels, "relevant", "required", "appearance"],
      rows: [
        { type: "select_one stopp", name: "stopp", ...worded(SAID.stop), required: "yes" },
        ...questions.map(({ key, question }) => ({
          type: "note",
          name: nameOfKey(`fraga-${key}`),
          ...worded({ sv: question, en: question }),
          relevant: `\${stopp} = '${key}'`,
        })),
        { type: "select_one kategori", name: "kategori", ...worded(SAID.category), required: "yes" },
        { type: "text", name: `${OWN}iakttagelse`, ...worded(SAID.seen), appearance: "multiline" },
        { type: "text", name: `${OWN}forslag`, ...worded(SAID.proposal) },
        { type: "select_one ansvarig", name: `${OWN}ansvarig`, ...worded(SAID.manager) },
        { type: "geopoint", name: `${OWN}plats`, ...worded(SAID.place) },
      ],
    },
    {
      name: "choices",
      columns: ["list_name", "name", ...labels],
      rows: [
        ...stops.map(({ key, sv }) => choice("stopp", key, { sv, en: sv })),
        ...CHECKLISTS[walk.theme].map((category) => choice("kategori", category, categories[category])),
        ...SPOT_MANAGERS.map((manager) => choice("ansvarig", manager, managers[manager])),
      ],
    },
    settingsSheet(walk),
  ];
}
