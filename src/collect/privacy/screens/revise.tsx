import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { nameOfPlace } from "../../../ground/place.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { type openObservation, reviseObservation } from "../../api.ts";
import { words as collectWords } from "../../screens/words.ts";
import { words } from "../words.ts";
import { PersonText, SetAside } from "./person-text.tsx";

type Observation = OutputOf<typeof openObservation>["observation"];

/** «Ändra iakttagelsen»: its three texts, looked through while they are written. What it said before stays in the history. */
export function ReviseForm({
  observation,
  partnership,
  lang,
}: {
  observation: Observation;
  partnership: string;
  lang: Lang;
}) {
  const revise = useCommand(reviseObservation);
  const [said, setSaid] = useState({
    text: observation.text,
    consequence: observation.consequence,
    proposal: observation.proposal,
  });
  const [override, setOverride] = useState("");
  const [told, setTold] = useState<{ saved?: string; refusal?: string; field?: string | undefined }>({});
  const field = (name: keyof typeof said) => ({
    value: said[name],
    onChange: (text: string) => setSaid({ ...said, [name]: text }),
    lang,
    ...(told.field === name && told.refusal !== undefined ? { error: told.refusal } : {}),
  });
  const save = async () => {
    const { kind, category, spotManager, agreed, severity, place, when } = observation;
    const result = await revise.run({
      partnership,
      id: observation.id,
      kind,
      category,
      spotManager,
      agreed,
      severity,
      place,
      when,
      ...said,
      sharing: observation.wishedSharing ?? observation.sharing,
      ...(override.trim() === "" ? {} : { override }),
    });
    if (result.ok) setTold({ saved: say(override.trim() === "" ? words.saved : words.savedHeld, lang) });
    else setTold({ refusal: result.refusal.sentence, field: result.refusal.field });
  };
  const isAtField = told.field !== undefined && (told.field in said || told.field === "override");
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SectionHeading heading={say(words.edit, lang)} />
      <PersonText label={say(collectWords.observation, lang)} about="note" required {...field("text")} />
      <PersonText label={say(collectWords.consequence, lang)} about="consequence" rows={2} {...field("consequence")} />
      <PersonText label={say(collectWords.proposal, lang)} about="proposal" rows={2} {...field("proposal")} />
      <SetAside
        texts={[said.text, said.consequence, said.proposal, nameOfPlace(observation.place) ?? ""]}
        value={override}
        onChange={setOverride}
        lang={lang}
        error={told.field === "override" ? told.refusal : undefined}
      />
      {told.refusal !== undefined && !isAtField && <Notice kind="error" heading={told.refusal} live />}
      {told.saved !== undefined && <Notice kind="done" heading={told.saved} live />}
      <div>
        <Button type="submit" kind="main" busy={revise.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}
