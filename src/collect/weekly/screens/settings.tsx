import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { people } from "../../../partnership/api.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { COLLECTORS } from "../../source.ts";
import { WALK_LEADERS } from "../../walk.ts";
import {
  changeWeeklyTree,
  endWeeklyReporter,
  printStickers,
  setWeeklyReporter,
  weeklyCoverage,
  weeklySettings,
} from "../api.ts";
import { placesAsText, placesIn } from "../reporter.ts";
import { PRESET_TREE, type Tree } from "../tree.ts";
import { words } from "./words.ts";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";

type Reporter = OutputOf<typeof weeklyCoverage>["reporters"][number];

/** /lyssna/<p>/veckorapporter-installning: who reports from where, and what they are asked about. */
export function WeeklySettingsScreen(props: ScreenProps) {
  const { partnership, partnershipName, person, lang } = props;
  const covered = useAnswer(weeklyCoverage, { partnership, weeks: 1 });
  const settings = useAnswer(weeklySettings, { partnership });
  const leads = person.grants.filter(({ role }) => WALK_LEADERS.includes(role)).map((grant) => grant.organisationId);
  const mine = (reporter: Reporter) => leads.includes(reporter.organisationId);
  return (
    <>
      <PageHeading
        heading={say(words.settingsHeading, lang)}
        over={partnershipName}
        lead={say(words.settingsLead, lang)}
        actions={<LinkButton href={`/lyssna/${partnership}/veckorapporter`}>{say(words.deskHeading, lang)}</LinkButton>}
      />
      <Asked answer={covered} lang={lang}>
        {({ reporters }) => (
          <section className="stack">
            <SectionHeading heading={say(words.reporters, lang)}>{reporters.length}</SectionHeading>
            {reporters.map((reporter) => (
              <details key={reporter.id}>
                <summary>
                  {reporter.area}, {reporter.role}
                  {reporter.ended && ` · ${say(words.ended, lang)}`}
                  {reporter.vacant && ` · ${say(words.vacant, lang)}`}
                </summary>
                {mine(reporter) ? (
                  <ReporterForm {...props} reporter={reporter} />
                ) : (
                  <p>{reporter.places.map(({ name }) => name).join(", ")}</p>
                )}
                <p>
                  <a href={addressOf(printStickers, { partnership, id: reporter.id }, true)} download>
                    {say(words.stickers, lang)}
                  </a>
                </p>
              </details>
            ))}
            {leads.length > 0 && (
              <details>
                <summary>{say(words.newReporter, lang)}</summary>
                <ReporterForm {...props} key={`new ${reporters.length}`} />
              </details>
            )}
          </section>
        )}
      </Asked>
      {leads.length > 0 && (
        <Asked answer={settings} lang={lang}>
          {({ tree }) => <TreeForm partnership={partnership} tree={tree} lang={lang} />}
        </Asked>
      )}
    </>
  );
}

function ReporterForm({ partnership, person, lang, reporter }: ScreenProps & { reporter?: Reporter }) {
  const known = useAnswer(people, { partnership });
  const set = useCommand(setWeeklyReporter);
  const end = useCommand(endWeeklyReporter);
  const [who, setWho] = useState("");
  const [role, setRole] = useState(reporter?.role ?? "");
  const [area, setArea] = useState(reporter?.area ?? "");
  const [places, setPlaces] = useState(placesAsText(reporter?.places ?? []));
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const own = reporter?.organisationId ?? person.grants.find((one) => WALK_LEADERS.includes(one.role))?.organisationId;
  const some = known.state === "answered" ? known.value.people : [];
  const candidates = some.filter((one) => one.organisationId === own && COLLECTORS.includes(one.role));
  const save = async () => {
    const read = placesIn(places);
    const [line] = read.unread;
    if (line !== undefined) return setTold({ refusal: say(words.unreadPlace, lang, { line }) });
    const result = await set.run({
      partnership,
      role,
      area,
      places: [...read.places],
      ...(who === "" ? {} : { personId: who }),
      ...(reporter === undefined ? {} : { id: reporter.id }),
    });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  const stop = async () => {
    const result = await end.run({ partnership, id: reporter!.id });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Select
        label={say(words.who, lang)}
        guide={say(words.whoGuide, lang)}
        empty={say(reporter === undefined ? words.nobodyNow : words.keepWho, lang)}
        value={who}
        onChange={setWho}
        options={candidates.map(({ personId, name, title }) => ({ value: personId, word: `${name}, ${title}` }))}
      />
      <PersonLine
        about="matter"
        lang={lang}
        label={say(words.role, lang)}
        guide={say(words.roleGuide, lang)}
        value={role}
        onChange={setRole}
      />
      <PersonLine
        about="place"
        lang={lang}
        label={say(words.area, lang)}
        guide={say(words.areaGuide, lang)}
        value={area}
        onChange={setArea}
      />
      <PersonText
        about="place"
        lang={lang}
        label={say(words.places, lang)}
        guide={say(words.placesGuide, lang)}
        value={places}
        onChange={setPlaces}
        rows={8}
        error={told.refusal}
      />
      <div className="row">
        <Button type="submit" kind="main" busy={set.busy}>
          {say(words.save, lang)}
        </Button>
        {reporter !== undefined && !reporter.ended && (
          <Button onPress={() => void stop()} busy={end.busy}>
            {say(words.end, lang, { area: reporter.area })}
          </Button>
        )}
      </div>
      {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
    </form>
  );
}

function TreeForm({ partnership, tree, lang }: { partnership: string; tree: Tree; lang: Lang }) {
  const change = useCommand(changeWeeklyTree);
  const [name, setName] = useState(tree.name);
  const standing = tree.branches.flatMap(({ choices }) => choices);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(standing.map(({ category }) => category)));
  const [near, setNear] = useState<ReadonlySet<string>>(
    new Set(standing.filter((choice) => choice.near).map(({ category }) => category)),
  );
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const all = mergedBranches(tree);
  const turn = (set: ReadonlySet<string>, category: string) =>
    new Set(set.has(category) ? [...set].filter((one) => one !== category) : [...set, category]);
  const save = async () => {
    const branches = all
      .map(({ choices, ...said }) => ({
        ...said,
        choices: choices
          .filter(({ category }) => kept.has(category))
          .map((choice) => ({ ...choice, near: near.has(choice.category) })),
      }))
      .filter(({ choices }) => choices.length > 0);
    const result = await change.run({ partnership, name, branches });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.tree, lang)}>{kept.size}</SectionHeading>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PersonLine
          about="matter"
          lang={lang}
          label={say(words.treeName, lang)}
          guide={say(words.treeNameGuide, lang)}
          value={name}
          onChange={setName}
        />
        {all.map((branch) => (
          <fieldset key={branch.sv} className="field">
            <legend className="field-label">{branch[lang]}</legend>
            {branch.choices.map((choice) => (
              <div key={choice.category} className="row">
                <Checkbox
                  label={say(words.kept, lang, { word: choice[lang] })}
                  checked={kept.has(choice.category)}
                  onChange={() => setKept(turn(kept, choice.category))}
                />
                {kept.has(choice.category) && (
                  <Checkbox
                    label={say(words.first, lang, { word: choice[lang] })}
                    checked={near.has(choice.category)}
                    onChange={() => setNear(turn(near, choice.category))}
                  />
                )}
              </div>
            ))}
          </fieldset>
        ))}
        <Button type="submit" kind="main" busy={change.busy}>
          {say(words.save, lang)}
        </Button>
        {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
        {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
      </form>
    </section>
  );
}

/** The partnership's own branches, and what the preset has beside them, so that what was taken away can come back. */
function mergedBranches(tree: Tree): Tree["branches"] {
  const own = new Set(tree.branches.flatMap(({ choices }) => choices.map(({ category }) => category)));
  const rest = PRESET_TREE.branches.map((branch) => ({
    ...branch,
    choices: branch.choices.filter(({ category }) => !own.has(category)),
  }));
  const merged = tree.branches.map((branch) => ({
    ...branch,
    choices: [...branch.choices, ...(rest.find(({ sv }) => sv === branch.sv)?.choices ?? [])],
  }));
  const gone = rest.filter(
    ({ sv, choices }) => choices.length > 0 && !tree.branches.some((branch) => branch.sv === sv),
  );
  return [...merged, ...gone];
}
