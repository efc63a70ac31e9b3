// What a stranger is not told, and why: everything on a partnership's pages that the gate showed coarsely or not at all, thing by thing. It is made of what has passed the gate and of
// nothing else, so it says no more than the pages do; whoever counts with them knows what is missing.
import { complaintKinds } from "../collect/traffic/words.ts";
import type { PublicCount } from "../ground/fewest.ts";
import type { Said } from "../ground/words.ts";
import type { Disclosed } from "./disclosure.ts";
import { heldKinds } from "../pledge/consultation/words.ts";
import { chapters as chapterNames } from "../prioritise/situation/words.ts";
import type { Site, ToldPledge, ToldSituation } from "./site.ts";

/** What of a page it is. */
export const HELD_BACK = [
  "voices",
  "notes",
  "pieces",
  "walkers",
  "answers",
  "disputes",
  "outputs",
  "complaints",
  "vehicles",
  "comments",
  "counted",
  "figure",
  "paragraph",
] as const;
export type HeldBackWhat = (typeof HELD_BACK)[number];

/**
 * few: so few that somebody could be known. beside: few, or hidden so that the few cannot be worked out; which of them is not told. grows: told in steps, since an exact number would
 * show when somebody came. rounded: to the nearest five, as the parties have agreed. thin: a figure that rests on too few answers or vehicles. named: a paragraph in which somebody could be known.
 */
export const HELD_BACK_WHY = ["few", "beside", "grows", "rounded", "thin", "named"] as const;
export type HeldBackWhy = (typeof HELD_BACK_WHY)[number];

export type HeldBack = {
  /** The page, below the partnership's own. */
  readonly path: string;
  readonly what: HeldBackWhat;
  /** Which of the page's: as it is called there. */
  readonly of: Said;
  readonly reason: HeldBackWhy;
  /** What is shown instead, where a number is: «färre än 5», «minst 10». */
  readonly shown: { readonly as: "fewer-than" | "at-least" | "about"; readonly number: number } | null;
};

const named = (text: string): Said => ({ sv: text, en: text });
const ALL: Said = { sv: "sammanlagt", en: "in all" };
const PLAN: Said = { sv: "åtgärdsplan", en: "action plan" };
const WAITING: Said = { sv: "väntar på svar", en: "waiting for an answer" };

/** In the order of the pages, and on each as it stands there. */
export function heldBackIn(site: Disclosed<Site>): readonly HeldBack[] {
  return [
    ...site.current.flatMap(ofPledge),
    ...site.answers.flatMap(({ said, voices, notes }) => [
      ...counted("/du-sa", "pieces", named(said), voices),
      ...counted("/du-sa", "notes", named(said), notes),
    ]),
    ...site.walks.flatMap(({ slug, title, walkers }) => counted(`/vandring/${slug}`, "walkers", named(title), walkers)),
    ...site.dialogues.flatMap(({ slug, answered, themes }) => {
      const path = `/dialog/${slug}`;
      return [
        ...counted(path, "answers", ALL, answered),
        ...themes.flatMap(({ theme, voices, dispute }) => [
          ...counted(path, "voices", named(theme), voices),
          ...counted(path, "disputes", named(theme), dispute?.voices),
        ]),
      ];
    }),
    ...(site.roads ?? []).flatMap(({ slug, said, saidInAll, measurements }) => {
      const path = `/vag/${slug}`;
      return [
        ...said.flatMap(({ kind, heads }) => counted(path, "complaints", complaintKinds[kind], heads)),
        ...(said.length === 0 ? [] : counted(path, "complaints", ALL, saidInAll)),
        ...measurements.flatMap(({ from, to, vehicles, withSpeed, figures }) => {
          const when = named(`${from} – ${to}`);
          const bands = (figures?.over ?? []).filter(({ told }) => told === null);
          return [
            ...counted(path, "vehicles", when, vehicles),
            ...counted(path, "vehicles", when, withSpeed),
            ...(figures === null ? [{ path, what: "figure", of: when, reason: "thin", shown: null } as const] : []),
            ...bands.map(({ above }) => ({
              path,
              what: "vehicles" as const,
              of: named(`${from} – ${to}, > ${above} km/h`),
              reason: "few" as const,
              shown: null,
            })),
          ];
        }),
      ];
    }),
    ...(site.situations ?? []).flatMap(ofSituation),
    ...(site.actionPlans ?? []).flatMap(({ slug, leftOut = 0 }) =>
      Array.from({ length: leftOut }, () => leftOutOf(`/atgardsplan/${slug}`, PLAN)),
    ),
    ...(site.consultations ?? [])
      .filter(({ phase }) => phase === "closed")
      .flatMap(({ slug, held, heldInAll }) => [
        ...held.flatMap(({ reason, heads }) => counted(`/utkast/${slug}`, "comments", heldKinds[reason], heads)),
        ...counted(`/utkast/${slug}`, "comments", ALL, heldInAll),
      ]),
    ...site.reports.flatMap(({ slug, disputes }) => [
      ...counted(`/rapport/${slug}`, "disputes", ALL, disputes?.inAll),
      ...counted(`/rapport/${slug}`, "disputes", WAITING, disputes?.open),
    ]),
  ];
}

function ofPledge({ slug, problems, activities, indicators }: ToldPledge<PublicCount>): readonly HeldBack[] {
  const path = `/lofte/${slug}`;
  return [
    ...problems.flatMap(({ title, evidence }) =>
      evidence.flatMap(({ pieces, voices }) => [
        ...counted(path, "pieces", named(title), pieces),
        ...counted(path, "voices", named(title), voices),
      ]),
    ),
    ...activities.flatMap(({ occasions }) =>
      occasions.flatMap(({ on, outputs }) =>
        outputs.flatMap(({ what, heads }) => counted(path, "outputs", named(`${on}: ${what}`), heads)),
      ),
    ),
    ...indicators.flatMap(({ name, readings }) =>
      readings.flatMap(({ on, figure, n }): readonly HeldBack[] => {
        const of = named(`${name}, ${on}`);
        // What rests on nothing has no figure; what rests on something and has none was held back.
        const isThin = figure === null && n !== null;
        return [
          ...(isThin ? [{ path, what: "figure", of, reason: "thin", shown: null } as const] : []),
          ...counted(path, "answers", of, n),
        ];
      }),
    ),
  ];
}

function ofSituation({ adoptedOn, chapters }: ToldSituation<PublicCount>): readonly HeldBack[] {
  const path = `/lagesbild/${adoptedOn}`;
  return chapters.flatMap(({ chapter, leftOut = 0, figures }) => [
    ...Array.from({ length: leftOut }, () => leftOutOf(path, chapterNames[chapter])),
    ...figures.flatMap(({ caption, counted: inAll, n, parts, months, areas = [] }) => [
      ...counted(path, "counted", named(caption), inAll),
      ...counted(path, "answers", named(caption), n),
      ...parts.flatMap(({ name, heads }) => counted(path, "counted", named(`${caption}: ${name}`), heads)),
      ...months.flatMap(({ month, heads }) => counted(path, "counted", named(`${caption}: ${month}`), heads)),
      ...areas.flatMap(({ name, heads }) =>
        counted(path, "counted", named(name === null ? caption : `${caption}: ${name}`), heads),
      ),
    ]),
  ]);
}

const leftOutOf = (path: string, of: Said): HeldBack => ({ path, what: "paragraph", of, reason: "named", shown: null });

function counted(
  path: string,
  what: HeldBackWhat,
  of: Said,
  count: PublicCount | null | undefined,
): readonly HeldBack[] {
  if (count === null || count === undefined || count.shown === "count") return [];
  if (count.shown === "withheld") return [{ path, what, of, reason: "beside", shown: null }];
  if (count.shown === "about")
    return [{ path, what, of, reason: "rounded", shown: { as: "about", number: count.value } }];
  return count.shown === "fewer-than"
    ? [{ path, what, of, reason: "few", shown: { as: "fewer-than", number: count.than } }]
    : [{ path, what, of, reason: "grows", shown: { as: "at-least", number: count.value } }];
}
