import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { noteStaffDialogue, reviseStaffDialogue } from "../api.ts";
import { saidIn, sayingOf, sayingOn, ThemeFields, WishFields } from "./said-fields.tsx";
import type { FormProps } from "./hearing-form.tsx";
import { words } from "./words.ts";

/** /lyssna/<p>/ny-medarbetardialog: what one's own people said, as counts and short texts. */
export function StaffFormScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  return (
    <>
      <PageHeading heading={say(words.staffHeading, lang)} over={partnershipName} lead={say(words.staffLead, lang)} />
      <StaffForm partnership={partnership} lang={lang} onDone={(id) => go(`/lyssna/${partnership}/samtal-${id}`)} />
    </>
  );
}

export function StaffForm({ partnership, lang, standing, onDone }: FormProps) {
  const note = useCommand(noteStaffDialogue);
  const revise = useCommand(reviseStaffDialogue);
  const [asked, setAsked] = useState(standing?.asked);
  const [answered, setAnswered] = useState(standing?.answered);
  const [texts, setTexts] = useState((standing?.texts ?? []).join("\n"));
  const [said, setSaid] = useState(() => (standing === undefined ? sayingOn(today()) : sayingOf(standing)));
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const sent = {
      partnership,
      asked: asked ?? 0,
      answered: answered ?? 0,
      texts: texts.split("\n").filter((line) => line.trim() !== ""),
      ...saidIn(said),
    };
    const result = await (standing === undefined ? note.run(sent) : revise.run({ ...sent, id: standing.id }));
    if (result.ok) onDone(result.value.id);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DateField
        label={say(words.day, lang)}
        value={said.heldOn}
        max={today()}
        onChange={(day) => setSaid({ ...said, heldOn: day ?? today() })}
      />
      <NumberStepper lang={lang} label={say(words.asked, lang)} value={asked} onChange={setAsked} />
      <NumberStepper lang={lang} label={say(words.answered, lang)} value={answered} onChange={setAnswered} />
      <ThemeFields said={said} lang={lang} counted onChange={setSaid} />
      <PersonText
        about="quote"
        lang={lang}
        label={say(words.texts, lang)}
        guide={say(words.textsGuide, lang)}
        optional={say(words.optional, lang)}
        value={texts}
        onChange={setTexts}
      />
      <WishFields said={said} lang={lang} onChange={setSaid} />
      <Button type="submit" kind="main" busy={note.busy || revise.busy}>
        {say(words.save, lang)}
      </Button>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}
