import { useState } from "react";
import { CATEGORIES, type Category } from "../../../collect/category.ts";
import { categories } from "../../../collect/words.ts";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { words as itemWords } from "../../items/words.ts";
import * as api from "../api.ts";
import { faults, words } from "../words.ts";
import { asOptions } from "./report.tsx";

type System = NonNullable<OutputOf<typeof api.showFaultSystem>["system"]>;
type Refused = { readonly field?: string | undefined; readonly sentence: string };

/** /gora/<p>/felanmalan: where the municipality's fault reporting is, and what our categories are called there. */
export function FaultSystemScreen({ partnership, lang }: ScreenProps) {
  const answer = useAnswer(api.showFaultSystem, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={<a href={`/gora/${partnership}/punkter`}>{say(itemWords.toItems, lang)}</a>}
        lead={say(words.lead, lang)}
      />
      <Asked answer={answer} lang={lang}>
        {({ mine, system }) => (
          <>
            {system === null && <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} level={2} />}
            {system !== null && <Standing system={system} lang={lang} again={answer.again} />}
            {mine && <Setting key={system?.address} partnership={partnership} system={system} lang={lang} />}
            {system !== null && mine && system.types.length > 0 && (
              <Choosing partnership={partnership} system={system} lang={lang} />
            )}
            {system !== null && mine && <Removing partnership={partnership} lang={lang} />}
            {!mine && system !== null && <p className="quiet measure">{say(words.readOnly, lang)}</p>}
          </>
        )}
      </Asked>
    </div>
  );
}

function Standing(props: { system: System; lang: Lang; again: () => void }) {
  const { system, lang, again } = props;
  const { types, typesAt, isAsked, fault } = system;
  const unusable = types.filter(({ way }) => way !== "followed").map(({ name }) => name);
  return (
    <section className="stack">
      {isAsked && (
        <Notice heading={say(words.fetching, lang)} live>
          <Button small onPress={again}>
            {say(words.readAgain, lang)}
          </Button>
        </Notice>
      )}
      {fault !== null && (
        <Notice kind="error" heading={say(words.notFetched, lang, { why: say(faults[fault], lang) })} live />
      )}
      <Facts
        facts={[
          { name: say(words.address, lang), value: <span className="code">{system.address}</span> },
          { name: say(words.jurisdiction, lang), value: system.jurisdiction === "" ? "–" : system.jurisdiction },
          { name: say(words.key, lang), value: say(system.hasKey ? words.hasKey : words.hasNoKey, lang) },
        ]}
      />
      {typesAt !== null && (
        <p className="small quiet">
          {say(words.fetchedAt, lang, { count: types.length, at: formatInstant(typesAt as Instant, lang) })}
        </p>
      )}
      {unusable.length > 0 && (
        <p className="small quiet measure">{say(words.notUsable, lang, { names: unusable.join(", ") })}</p>
      )}
    </section>
  );
}

function Setting({ partnership, system, lang }: { partnership: string; system: System | null; lang: Lang }) {
  const set = useCommand(api.setFaultSystem);
  const [address, setAddress] = useState(system?.address ?? "");
  const [jurisdiction, setJurisdiction] = useState(system?.jurisdiction ?? "");
  const [key, setKey] = useState("");
  const [refusal, setRefusal] = useState<Refused>();
  const save = async () => {
    const result = await set.run({ partnership, address, jurisdiction, key });
    setRefusal(result.ok ? undefined : result.refusal);
    if (result.ok) setKey("");
  };
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={say(words.address, lang)}
        guide={say(words.addressGuide, lang)}
        value={address}
        onChange={setAddress}
        maxLength={500}
        error={refusal?.field === "address" ? refusal.sentence : undefined}
      />
      <TextField
        label={say(words.jurisdiction, lang)}
        guide={say(words.jurisdictionGuide, lang)}
        value={jurisdiction}
        onChange={setJurisdiction}
        maxLength={200}
      />
      <TextField
        label={say(words.key, lang)}
        guide={say(system?.hasKey === true ? words.keyGuide : words.keyNone, lang)}
        value={key}
        onChange={setKey}
        maxLength={500}
      />
      {refusal !== undefined && refusal.field === undefined && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={set.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}

function Choosing({ partnership, system, lang }: { partnership: string; system: System; lang: Lang }) {
  const choose = useCommand(api.chooseFaultTypes);
  const [category, setCategory] = useState("");
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const keep = async (chosen: System["chosen"]) => {
    const result = await choose.run({ partnership, chosen });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) {
      setCategory("");
      setCode("");
    }
  };
  const nameOf = (of: string) => system.types.find((type) => type.code === of)?.name ?? of;
  const free = CATEGORIES.filter((one) => !system.chosen.some((chosen) => chosen.category === one));
  return (
    <section className="stack">
      <SectionHeading heading={say(words.types, lang)} />
      <p className="measure">{say(words.typesText, lang)}</p>
      {system.chosen.length === 0 ? (
        <p className="quiet">{say(words.noneChosen, lang)}</p>
      ) : (
        <ul className="list">
          {system.chosen.map((one) => (
            <li key={one.category} className="list-row-acting">
              <span>
                {say(categories[one.category], lang)}: <span className="strong">{nameOf(one.code)}</span>
              </span>
              <Button
                small
                label={say(words.takeAway, lang, { category: say(categories[one.category], lang) })}
                onPress={() => void keep(system.chosen.filter((other) => other !== one))}
              >
                {say(words.drop, lang)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="stack measure"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (category !== "" && code !== "") void keep([...system.chosen, { category: category as Category, code }]);
        }}
      >
        <Select
          label={say(words.category, lang)}
          empty={say(words.chooseCategory, lang)}
          value={category}
          onChange={setCategory}
          options={free.map((one) => ({ value: one, word: say(categories[one], lang) }))}
        />
        <Select
          label={say(words.type, lang)}
          empty={say(words.chooseType, lang)}
          value={code}
          onChange={setCode}
          options={asOptions(system.types.filter(({ way }) => way === "followed"))}
        />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <div className="row">
          <Button type="submit" busy={choose.busy}>
            {say(words.addChosen, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Removing({ partnership, lang }: { partnership: string; lang: Lang }) {
  const remove = useCommand(api.removeFaultSystem);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const press = async () => {
    const result = await remove.run({ partnership });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="row">
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {asking ? (
        <Button small kind="main" busy={remove.busy} onPress={() => void press()}>
          {say(words.removeSure, lang)}
        </Button>
      ) : (
        <Button small onPress={() => setAsking(true)}>
          {say(words.remove, lang)}
        </Button>
      )}
    </div>
  );
}
