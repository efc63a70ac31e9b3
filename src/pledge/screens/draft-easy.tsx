import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import type { Content, Pledge } from "../document.ts";
import { draft } from "../draft-words.ts";
import { AGAIN, type Again, isOlder, writtenFor } from "../easy.ts";
import { fieldId } from "./draft-fields.ts";
import { Line } from "./draft-line.tsx";
import { put } from "./put.ts";

const GUIDES = { plain: draft.plainGuide, easyRead: draft.easyReadGuide } as const satisfies Record<Again, unknown>;

/** The whole or one löfte said again in plain and in easy Swedish. What is written here is written from the words as they stand. */
export function AgainFields<T extends Content | Pledge>({
  part,
  where,
  lang,
  onChange,
}: {
  part: T;
  /** As in a remark: "" for the whole document, "1" for a löfte. */
  where: string;
  lang: Lang;
  onChange: (part: T) => void;
}) {
  const again: Content | Pledge = part;
  return (
    <details>
      <summary>{say(draft.saidAgain, lang)}</summary>
      <div className="stack-tight">
        <p className="small quiet">{say(draft.saidAgainLead, lang)}</p>
        {AGAIN.map((kind) => {
          const said = again[kind];
          const id = fieldId(where, kind);
          const write = (text: string) => onChange(put(part, kind, writtenFor(part, text) as T[Again]));
          return (
            <div key={kind} className="stack-tight">
              <Line
                id={id}
                label={say(draft[kind], lang)}
                guide={say(GUIDES[kind], lang)}
                value={said?.text}
                onChange={write}
                rows={3}
              />
              {said !== undefined && isOlder(part, said) && (
                <div className="row">
                  <p>{say(draft.againOld, lang)}</p>
                  <Button
                    small
                    label={say(draft.stillRightNamed, lang, { name: say(draft[kind], lang) })}
                    onPress={() => {
                      // The button goes when it is pressed: whoever pressed stands in the text it was about.
                      document.getElementById(id)?.focus();
                      write(said.text);
                    }}
                  >
                    {say(draft.stillRight, lang)}
                  </Button>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </details>
  );
}
