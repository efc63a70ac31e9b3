import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { readDay } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { refusals } from "../../words.ts";
import { handOut, listToHandOut } from "../api.ts";
import { words } from "../words.ts";

type Asked = OutputOf<typeof listToHandOut>["asked"][number];
type Given = { readonly name: string; readonly link: string };

/** What waits for whoever runs the installation: the first of an organisation, asked for by the other. */
export function HandOut({ lang }: { readonly lang: Lang }) {
  const list = useAnswer(listToHandOut, {});
  const [given, setGiven] = useState<Given>();
  const result = useRef<HTMLDivElement>(null);
  // The form that was sent goes away; whoever sent it is taken to the link.
  useEffect(() => {
    if (given !== undefined) result.current?.focus();
  }, [given]);
  if (list.state !== "answered" || (list.value.asked.length === 0 && given === undefined)) return null;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.toHandOut, lang)} />
      <p className="measure">{say(words.toHandOutWhy, lang)}</p>
      <div ref={result} tabIndex={-1}>
        {given !== undefined && (
          <Notice kind="done" heading={say(words.link, lang, { name: given.name })} live>
            <p className="code">{given.link}</p>
          </Notice>
        )}
      </div>
      {list.value.asked.map((asked) => (
        <One key={asked.id} asked={asked} lang={lang} onGiven={setGiven} />
      ))}
    </section>
  );
}

/** On the overview of whoever runs the installation: that somebody waits for them. */
export function WaitsToHandOut({ lang }: { readonly lang: Lang }) {
  const list = useAnswer(listToHandOut, {});
  const count = list.value?.asked.filter(({ cannot }) => cannot === null).length ?? 0;
  if (count === 0) return null;
  return (
    <Notice heading={say(words.waiting, lang, { count })}>
      <LinkButton href="/drift">{say(words.toOperations, lang)}</LinkButton>
    </Notice>
  );
}

function One({
  asked,
  lang,
  onGiven,
}: {
  readonly asked: Asked;
  readonly lang: Lang;
  readonly onGiven: (given: Given) => void;
}) {
  const give = useCommand(handOut);
  const [how, setHow] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const { id, name, title, organisation, asker, partnership } = asked;
  const send = async () => {
    const result = await give.run({ id, how });
    if (result.ok) onGiven({ name, link: result.value.link });
    else setRefusal(result.refusal.sentence);
  };
  return (
    <article className="stack measure">
      <h3>{say(words.waits, lang, { name, title, organisation })}</h3>
      <p>{say(words.askedIn, lang, { asker, partnership, day: formatDay(readDay(asked.askedOn)!, lang) })}</p>
      {asked.cannot === null ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <TextField
            label={say(words.how, lang)}
            guide={say(words.howGuide, lang)}
            value={how}
            onChange={setHow}
            maxLength={200}
            required
          />
          <Button type="submit" kind="main" busy={give.busy}>
            {say(words.handOut, lang)}
          </Button>
        </form>
      ) : (
        <>
          <p>{say(refusals[asked.cannot], lang)}</p>
          {asked.cannot === "hands-out-own" && (
            <>
              <p>{say(words.alone, lang)}</p>
              <p className="code">{asked.command}</p>
              <p className="code">samsyn operator --name '…' --reason '…'</p>
            </>
          )}
        </>
      )}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </article>
  );
}
