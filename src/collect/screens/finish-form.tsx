import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { finishWalk } from "../api.ts";
import { HEAD_GROUPS, type HeadGroup } from "../walk.ts";
import { headGroups } from "../words.ts";
import type { Walk } from "./walk-row.ts";
import { words } from "./words.ts";
import { PersonLine } from "../privacy/screens/person-text.tsx";

/** «Avsluta»: heads by group, and it goes the same way as the notes. */
export function FinishForm(props: { phone: Phone; walk: Walk; partnership: string; lang: Lang }) {
  const { phone, walk, partnership, lang } = props;
  const [heads, setHeads] = useState<Partial<Record<HeadGroup, number>>>({});
  const [weather, setWeather] = useState("");
  const [told, setTold] = useState<"saved" | "full">();
  const save = async () => {
    const input = { partnership, slug: walk.slug, heads, weather, functions: [...walk.functions] };
    const put = await phone.outbox.put({ endpoint: finishWalk, input });
    setTold(put.ok ? "saved" : "full");
    void phone.outbox.send();
  };
  return (
    <form
      className="wrap page stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SectionHeading heading={say(words.finish, lang)} />
      <p className="quiet">{say(words.headsNote, lang)}</p>
      {HEAD_GROUPS.map((group) => (
        <NumberStepper
          key={group}
          lang={lang}
          label={say(headGroups[group], lang)}
          value={heads[group]}
          max={1000}
          onChange={(value) => {
            const { [group]: _before, ...others } = heads;
            setHeads(value === undefined ? others : { ...others, [group]: value });
          }}
        />
      ))}
      <PersonLine
        about="matter"
        lang={lang}
        label={say(words.weather, lang)}
        value={weather}
        onChange={setWeather}
        optional={say(words.optional, lang)}
      />
      <Button type="submit" kind="main" wide>
        {say(words.finish, lang)}
      </Button>
      {told === "saved" && <Notice kind="done" heading={say(words.finished, lang)} live />}
      {told === "full" && <Notice kind="error" heading={say(words.phoneFull, lang)} live />}
    </form>
  );
}
