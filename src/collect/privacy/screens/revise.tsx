import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Grant, PartyKind } from "../../../ground/party.ts";
import { nameOfPlace, type Place } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { type openObservation, reviseObservation } from "../../api.ts";
import { CATEGORIES } from "../../category.ts";
import { isWider, OBSERVATION_KINDS, SPOT_MANAGERS, type SpotManager } from "../../observation.ts";
import { sayManagersBefore } from "../../screens/managers-before.ts";
import { SharingChoice } from "../../screens/sharing-choice.tsx";
import { words as collectWords } from "../../screens/words.ts";
import { categories, kinds, managers, shareAsks } from "../../words.ts";
import { words } from "../words.ts";
import { PersonLine, PersonText, SetAside } from "./person-text.tsx";

type Observation = OutputOf<typeof openObservation>["observation"];

const OTHER: Readonly<Record<PartyKind, PartyKind>> = {
  municipality: "police",
  police: "municipality",
  other: "other",
};

/** The same place by another name; a municipality and a county are called what they are called. */
function named(place: Place, name: string): Place {
  const said = name.trim();
  if (place.kind === "municipality" || place.kind === "county" || said === nameOfPlace(place)) return place;
  if (place.kind === "area") return said === "" ? place : { ...place, name: said };
  if (place.kind === "unknown") return said === "" ? { kind: "unknown" } : { kind: "area", name: said };
  const { name: _before, ...spot } = place;
  return said === "" ? spot : { ...spot, name: said };
}

/**
 * «Ändra iakttagelsen»: what it says, looked through while it is written, what it is of, where, whose spot it is and who may see it. What it said
 * before stays in the history. Before more may see it than did, one sees what they will read.
 */
export function ReviseForm({
  observation,
  partnership,
  grants,
  managersBefore,
  lang,
}: {
  observation: Observation;
  partnership: string;
  grants: readonly Grant[];
  managersBefore: readonly SpotManager[];
  lang: Lang;
}) {
  const revise = useCommand(reviseObservation);
  const shared = observation.wishedSharing ?? observation.sharing;
  const [said, setSaid] = useState({
    text: observation.text,
    consequence: observation.consequence,
    proposal: observation.proposal,
    place: nameOfPlace(observation.place) ?? "",
  });
  const { kind, category, spotManager } = observation;
  const [chosen, setChosen] = useState({ kind, category, spotManager, sharing: shared });
  const [asked, setAsked] = useState(false);
  const [override, setOverride] = useState("");
  const [told, setTold] = useState<{ saved?: string; refusal?: string; field?: string | undefined }>({});
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: (text: string) => setSaid({ ...said, [name]: text }),
    lang,
    ...(told.field === name && told.refusal !== undefined ? { error: told.refusal } : {}),
  });
  const choose = <Of extends keyof typeof chosen>(name: Of, values: readonly (typeof chosen)[Of][]) => ({
    value: chosen[name],
    onChange: (word: string) =>
      setChosen({ ...chosen, [name]: values.find((value) => value === word) ?? chosen[name] }),
  });
  const save = async () => {
    setAsked(false);
    const { agreed, severity, when } = observation;
    const { place, ...texts } = said;
    const result = await revise.run({
      partnership,
      id: observation.id,
      ...chosen,
      agreed,
      severity,
      place: named(observation.place, place),
      when,
      ...texts,
      ...(override.trim() === "" ? {} : { override }),
    });
    if (result.ok) setTold({ saved: say(override.trim() === "" ? words.saved : words.savedHeld, lang) });
    else setTold({ refusal: result.refusal.sentence, field: result.refusal.field });
  };
  const party = grants.find(({ organisationId }) => organisationId === observation.ownerOrganisationId)?.party;
  const isAtField = told.field !== undefined && (told.field in said || told.field === "override");
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWider(chosen.sharing, shared)) setAsked(true);
        else void save();
      }}
    >
      <SectionHeading heading={say(words.edit, lang)} />
      <PersonText label={say(collectWords.observation, lang)} about="note" required {...field("text")} />
      <PersonText label={say(collectWords.consequence, lang)} about="consequence" rows={2} {...field("consequence")} />
      <PersonText label={say(collectWords.proposal, lang)} about="proposal" rows={2} {...field("proposal")} />
      <ChoiceGroup
        label={say(collectWords.whatIsIt, lang)}
        columns={2}
        options={OBSERVATION_KINDS.map((value) => ({ value, word: say(kinds[value], lang) }))}
        {...choose("kind", OBSERVATION_KINDS)}
      />
      <Select
        label={say(collectWords.themeField, lang)}
        options={CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }))}
        {...choose("category", CATEGORIES)}
      />
      {observation.place.kind !== "municipality" && observation.place.kind !== "county" && (
        <PersonLine label={say(collectWords.where, lang)} about="place" {...field("place")} />
      )}
      <Select
        label={say(collectWords.managerField, lang)}
        guide={sayManagersBefore(managersBefore, lang)}
        options={SPOT_MANAGERS.map((value) => ({ value, word: say(managers[value], lang) }))}
        {...choose("spotManager", SPOT_MANAGERS)}
      />
      <SharingChoice
        value={chosen.sharing}
        grants={grants}
        lang={lang}
        onChange={(sharing) => setChosen({ ...chosen, sharing })}
      />
      <SetAside
        texts={[said.text, said.consequence, said.proposal, said.place]}
        value={override}
        onChange={setOverride}
        lang={lang}
        error={told.field === "override" ? told.refusal : undefined}
      />
      {told.refusal !== undefined && !isAtField && <Notice kind="error" heading={told.refusal} live />}
      {told.saved !== undefined && <Notice kind="done" heading={told.saved} live />}
      {asked && (
        <Notice
          heading={say(shared === "own" ? shareAsks[OTHER[party ?? "other"]] : collectWords.countAsk, lang)}
          kind="advice"
          live
        >
          <p className="word">{[said.text, said.consequence, said.proposal, said.place].filter(Boolean).join(" · ")}</p>
          <div className="row">
            <Button kind="main" busy={revise.busy} onPress={() => void save()}>
              {say(collectWords.share, lang)}
            </Button>
            <Button onPress={() => setAsked(false)}>{say(collectWords.shareNot, lang)}</Button>
          </div>
        </Notice>
      )}
      <div>
        <Button type="submit" kind="main" busy={revise.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}
