// What a weekly report asks about: the category tree of domain.md 3.4. The preset is the public form's five branches and good news; a partnership may
// change the words and take branches away, and calls the report what it likes (EST, VEST, EEST). What is chosen is always one of category.ts, so that
// the picture counts the same thing everywhere.
import { command } from "../../ground/command.ts";
import { grantsIn, type Person } from "../../ground/party.ts";
import { no, type Refusal, yes } from "../../ground/result.ts";
import type { Category } from "../category.ts";
import { personRefused, type PersonWhy } from "../person-in-text.ts";
import { WALK_LEADERS } from "../walk.ts";

export type Choice = {
  readonly category: Category;
  readonly sv: string;
  readonly en: string;
  /** Among the first a reporter sees; the rest lies one tap further in. */
  readonly near: boolean;
};
export type Branch = { readonly sv: string; readonly en: string; readonly choices: readonly Choice[] };
export type Tree = { readonly name: string; readonly branches: readonly Branch[] };

const near = (category: Category, sv: string, en: string): Choice => ({ category, sv, en, near: true });
const far = (category: Category, sv: string, en: string): Choice => ({ category, sv, en, near: false });

export const PRESET_TREE: Tree = {
  name: "Veckorapport",
  branches: [
    {
      sv: "Skadegörelse",
      en: "Damage",
      choices: [
        near("vandalism.graffiti", "Klotter", "Graffiti"),
        near("vandalism.damage", "Skadegörelse", "Damage"),
        far("vandalism.fire", "Anlagd brand", "Arson"),
      ],
    },
    {
      sv: "Samling som stör",
      en: "Disturbing gathering",
      choices: [
        near("disorder.gathering", "Samling", "Gathering"),
        far("disorder.alcohol", "Berusning", "Drunkenness"),
        far("disorder.noise", "Buller", "Noise"),
      ],
    },
    {
      sv: "Otrygg plats",
      en: "Unsafe place",
      choices: [
        near("place.litter", "Nedskräpning", "Litter"),
        near("place.lighting", "Belysning", "Lighting"),
        far("place.sight", "Insyn", "Sight"),
        far("place.vegetation", "Buskar och träd", "Bushes and trees"),
        far("place.desolate", "Ödsligt", "Desolate"),
        far("place.upkeep", "Skötsel", "Upkeep"),
      ],
    },
    {
      sv: "Annat som stör",
      en: "Other disorder",
      choices: [
        near("traffic.snowmobile", "Skoter", "Snowmobile"),
        far("traffic.moped", "Moped", "Moped"),
        far("traffic.atractor", "A-traktor", "A-tractor"),
        far("traffic.speeding", "Fortkörning", "Speeding"),
        far("traffic.reckless", "Buskörning", "Reckless driving"),
        far("violence.assault", "Bråk och våld", "Brawl and violence"),
        far("violence.threat", "Hot", "Threat"),
        far("violence.robbery", "Rån", "Robbery"),
        far("theft.burglary", "Inbrott", "Burglary"),
        far("drugs.dealing", "Misstänkt droghandel", "Suspected dealing"),
        far("drugs.traces", "Spår av droger", "Traces of drugs"),
        far("staff.incident", "Händelse mot personal", "Incident against staff"),
        far("rumour.online", "Rykte på nätet", "Rumour online"),
      ],
    },
    { sv: "Arrangemang", en: "Planned event", choices: [near("event.planned", "Arrangemang", "Planned event")] },
    { sv: "Något bra", en: "Something good", choices: [near("positive.change", "Något bra", "Something good")] },
  ],
};

export function choicesOf({ branches }: Tree): readonly Choice[] {
  return branches.flatMap(({ choices }) => choices);
}

export type TreeWhy = "not-yours" | "tree-is-empty" | "category-twice" | PersonWhy;

export const changeTree = command({
  event: "weekly-tree.changed",
  may: (person: Person, _input: Tree, state: { readonly partnershipId: string }): Refusal<TreeWhy> | undefined =>
    grantsIn(person, state.partnershipId, WALK_LEADERS).length > 0 ? undefined : { why: "not-yours" },
  decide: (input: Tree) => {
    const chosen = choicesOf(input).map(({ category }) => category);
    if (chosen.length === 0) return no<TreeWhy>("tree-is-empty", { field: "branches" });
    if (new Set(chosen).size < chosen.length) return no<TreeWhy>("category-twice", { field: "branches" });
    const said = [input.name, ...[...input.branches, ...choicesOf(input)].flatMap(({ sv, en }) => [sv, en])];
    const person = personRefused({ branches: said.join("\n") });
    if (person !== undefined) return { ok: false as const, refusal: person };
    return yes(input);
  },
});
