import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import type { openWalk } from "../../api.ts";
import { noteViewpoints } from "../api.ts";
import { isQuestion, viewpointsIn } from "../viewpoints.ts";
import { words } from "./words.ts";
import { PersonText } from "../../privacy/screens/person-text.tsx";

type Walk = OutputOf<typeof openWalk>["walk"];
const NEW_STOP = "";

/** «Förmöte»: what was said indoors, one line each; a line is a stop of its own until somebody says where the question is asked. */
export function Premeeting({ walk, partnership, lang }: { walk: Walk; partnership: string; lang: Lang }) {
  const note = useCommand(noteViewpoints);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<{ done?: string; refusal?: string }>({});
  const lines = viewpointsIn(text);
  const placeOf = (line: string) => chosen[line] ?? (isQuestion(line) ? (walk.stops[0]?.id ?? NEW_STOP) : NEW_STOP);
  const send = async () => {
    const viewpoints = lines.map((line) => {
      const stopId = placeOf(line);
      return stopId === NEW_STOP ? { text: line } : { text: line, stopId };
    });
    const result = await note.run({ partnership, slug: walk.slug, viewpoints });
    setTold(
      result.ok ? { done: say(words.viewpointsSaved, lang, result.value) } : { refusal: result.refusal.sentence },
    );
    if (result.ok) setText("");
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.premeeting, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <PersonText
          about="note"
          lang={lang}
          label={say(words.viewpoints, lang)}
          guide={say(words.viewpointsGuide, lang)}
          value={text}
          onChange={setText}
        />
        {lines.map((line, place) => (
          <Select
            key={`${place} ${line}`}
            label={line}
            value={placeOf(line)}
            onChange={(stopId) => setChosen({ ...chosen, [line]: stopId })}
            options={[
              { value: NEW_STOP, word: say(words.becomesStop, lang) },
              ...walk.stops.map(({ id, number, name }) => ({
                value: id,
                word: say(words.becomesQuestion, lang, { number, name }),
              })),
            ]}
          />
        ))}
        {lines.length > 0 && (
          <Button type="submit" kind="main" busy={note.busy}>
            {say(words.saveViewpoints, lang)}
          </Button>
        )}
        {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
        {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
      </form>
    </section>
  );
}
