import { useState } from "react";
import { readDay } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { Spoken } from "../../people.ts";
import { askFirst, listAsked } from "../api.ts";
import { words } from "../words.ts";

type Party = { readonly organisationId: string; readonly name: string; readonly spoken: Spoken };

/** Asks for the first person of the other organisation, and says how far it has come. */
export function AskFirst({ partnership, lang, party }: ScreenProps & { readonly party: Party }) {
  const ask = useCommand(askFirst);
  const list = useAnswer(listAsked, { partnership });
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const { organisationId } = party;
  const send = async () => {
    const result = await ask.run({ partnership, organisationId, name, title });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) {
      setName("");
      setTitle("");
    }
  };
  const day = (text: string) => formatDay(readDay(text)!, lang);
  const standing = list.value?.asked.filter((one) => one.organisationId === organisationId) ?? [];
  return (
    <section className="stack">
      <SectionHeading heading={say(words.heading, lang, { party: party.name })} />
      {party.spoken === "elsewhere" ? (
        <p className="measure">{say(words.elsewhere, lang, { party: party.name })}</p>
      ) : (
        <>
          <p className="measure">{say(words.why, lang)}</p>
          <form
            className="stack measure"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <TextField label={say(words.name, lang)} value={name} onChange={setName} maxLength={120} required />
            <TextField label={say(words.office, lang)} value={title} onChange={setTitle} maxLength={120} required />
            <Button type="submit" kind="main" busy={ask.busy}>
              {say(words.ask, lang)}
            </Button>
          </form>
          {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
          {standing.map((one) =>
            one.handedOutOn === null ? (
              <Notice
                key={one.id}
                heading={say(words.asked, lang, { name: one.name, title: one.title })}
                text={say(words.askedBy, lang, { asker: one.asker, day: day(one.until) })}
                live
              />
            ) : (
              <Notice
                key={one.id}
                kind="done"
                heading={say(words.handedOut, lang, { day: day(one.handedOutOn), name: one.name, title: one.title })}
                text={say(words.handedOutText, lang, { day: day(one.until) })}
              />
            ),
          )}
        </>
      )}
    </section>
  );
}
