// «Gör till problem» from what was heard and has not been coded: notes about the same thing, what a dialogue gave, a measurement.
import { listDialogues, listMeasurements } from "../../collect/api.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { say } from "../../ground/words.ts";
import { tellEntries } from "../../picture/api.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { asHeading } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { words } from "../words.ts";
import { sayMeasured } from "./measured-evidence.tsx";
import { Becomes } from "./raise-problem.tsx";

/** As much of it as stands with a piece of evidence. */
const asCaption = (text: string) => text.slice(0, 300);

/** Several notes of the same: each is evidence in its own words. */
export function RaiseOnNotes(props: ScreenProps & { noteIds: string }) {
  const { partnership, lang, noteIds } = props;
  const notes = useAnswer(tellEntries, { partnership, ids: noteIds });
  if (notes.state === "refused") return <Notice kind="error" heading={notes.refusal.sentence} />;
  if (notes.state !== "answered") return null;
  const [first, ...rest] = notes.value;
  if (first === undefined) return <Notice kind="error" heading={say(words.heardNotHere, lang)} />;
  return (
    <Becomes
      {...props}
      place={
        rest.every(({ place }) => nameOfPlace(place) === nameOfPlace(first.place)) ? first.place : { kind: "unknown" }
      }
      category={first.category}
      evidence={{ kind: "observation", refId: first.id }}
      caption={asCaption(first.text)}
      {...(rest.length > 0 && {
        beside: rest.map(({ id, text }) => ({
          kind: "observation" as const,
          refId: id,
          caption: asCaption(text),
          strength: "fair" as const,
        })),
      })}
      about={
        rest.length > 0 && (
          <div>
            <p>{say(words.notesGoAlong, lang, { count: rest.length })}</p>
            <ul className="small" lang="sv">
              {rest.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        )
      }
    />
  );
}

/** What came out of a dialogue, with how many said it. */
export function RaiseOnDialogue(props: ScreenProps & { themeId: string }) {
  const { partnership, lang, themeId } = props;
  const list = useAnswer(listDialogues, { partnership });
  if (list.state === "refused") return <Notice kind="error" heading={list.refusal.sentence} />;
  if (list.state !== "answered") return null;
  const dialogue = list.value.dialogues.find(({ themes }) => themes.some(({ id }) => id === themeId));
  const theme = dialogue?.themes.find(({ id }) => id === themeId);
  if (dialogue === undefined || theme === undefined)
    return <Notice kind="error" heading={say(words.heardNotHere, lang)} />;
  return (
    <Becomes
      {...props}
      what={asHeading(theme.theme)}
      place={{ kind: "unknown" }}
      category={theme.category}
      evidence={{ kind: "theme", refId: theme.id }}
      caption={asCaption(`${dialogue.title}: ${theme.theme}`)}
      about={<p lang="sv">{dialogue.title}</p>}
    />
  );
}

/** A measurement, where it was made. What it is a problem of is for a person to say. */
export function RaiseOnMeasurement(props: ScreenProps & { measurementId: string }) {
  const { partnership, lang, measurementId } = props;
  const list = useAnswer(listMeasurements, { partnership });
  if (list.state === "refused") return <Notice kind="error" heading={list.refusal.sentence} />;
  if (list.state !== "answered") return null;
  const found = list.value.measurements.find(
    ({ id, withdrawnReason }) => id === measurementId && withdrawnReason === undefined,
  );
  if (found === undefined) return <Notice kind="error" heading={say(words.heardNotHere, lang)} />;
  return (
    <Becomes
      {...props}
      place={found.place}
      evidence={{ kind: "measurement", refId: found.id }}
      caption={asCaption(sayMeasured(found, lang))}
      about={<p lang="sv">{sayMeasured(found, lang)}</p>}
    />
  );
}
