// What has been coded to themes of what the example was told: the same few matters come back on walks, in weekly reports and in dialogues. Every coding is invented.
import type { Coding, Subject } from "../../collect/campaigns/coding.ts";
import type { Category } from "../../collect/category.ts";
import { SPEED_AMOT, STOP_AMOT, themeOf } from "./campaigns.ts";
import { DIALOGUES } from "./dialogues.ts";
import { demoId } from "./ids.ts";
import { NOTES_OCKELBO } from "./notes-ockelbo.ts";
import { NOTES_AMOT } from "./notes-villages.ts";
import type { Line } from "./observe.ts";
import { WEEKLY_REPORTS } from "./weekly-reports.ts";

const DARK = themeOf("mörka gångvägar i tätorten", "place.lighting");
const FAST = themeOf("farten vid skolan och på infarterna", "traffic.speeding");
const GATHERING = themeOf("samlingar vid stationen och torget", "disorder.gathering");
export const THEMES_OCKELBO = [DARK, FAST, GATHERING];

type Facets = Pick<Coding, "place" | "time" | "concerns">;
type Coded = readonly (readonly [themeId: string, subject: Subject, facets: Facets])[];

const noteIds = (walk: string, lines: readonly Line[], category: Category): readonly string[] =>
  lines.flatMap((line, index) => (line.about === category ? [demoId(`observation ${walk} ${index + 1}`)] : []));
const notes = (ids: readonly string[]): readonly Subject[] => ids.map((id) => ({ kind: "observation", id }));
const said = (category: Category): readonly Subject[] =>
  DIALOGUES.flatMap(({ themes }) => themes.filter((one) => one.category === category)).map(({ id }) => ({
    kind: "dialogue-theme",
    id,
  }));
const reported = (category: Category): readonly Subject[] =>
  notes(WEEKLY_REPORTS.filter((one) => one.category === category).map(({ id }) => id));
const coded = (themeId: string, subjects: readonly Subject[], facets: Facets): Coded =>
  subjects.map((subject) => [themeId, subject, facets]);

const CODED: Coded = [
  ...coded(
    DARK.id,
    [
      ...notes(noteIds("ockelbo-2021", NOTES_OCKELBO, DARK.category)),
      ...reported(DARK.category),
      ...said(DARK.category),
    ],
    { place: "Ockelbo", time: "evening", concerns: "everybody" },
  ),
  ...coded(
    FAST.id,
    [
      ...notes(noteIds("ockelbo-2021", NOTES_OCKELBO, FAST.category)),
      ...reported(FAST.category),
      ...said(FAST.category),
    ],
    { place: "Ockelbo", time: "school", concerns: "children" },
  ),
  ...coded(GATHERING.id, [...reported(GATHERING.category), ...said(GATHERING.category)], {
    place: "Ockelbo",
    time: "weekend",
    concerns: "young",
  }),
  ...coded(SPEED_AMOT.id, notes(noteIds("amot-2021", NOTES_AMOT, "traffic.speeding").slice(0, 1)), {
    place: "Åmot",
    time: "any",
    concerns: "road-users",
  }),
  ...coded(STOP_AMOT.id, notes(noteIds("amot-2021", NOTES_AMOT, "place.stop")), {
    place: "Åmot",
    time: "school",
    concerns: "children",
  }),
];

export const THEME_CODINGS: readonly Coding[] = CODED.map(([themeId, subject, facets]) => ({
  id: demoId(`coding ${themeId} ${subject.id}`),
  themeId,
  subject,
  ...facets,
}));
