import { say, type Lang } from "../../ground/words.ts";
import type { Entry } from "../../platform/browser/storage.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Status, type StatusKind } from "../../ui/status.tsx";
import { finishWalk, noteObservation } from "../api.ts";
import { tellClock } from "./told.ts";
import { words } from "./words.ts";

const SIGNS: Readonly<Record<Entry["state"], StatusKind>> = {
  waiting: "waiting",
  sending: "running",
  sent: "met",
  refused: "missed",
};

/** Everything noted on this phone, newest first: where each is, and undo for as long as it has not gone. */
export function FieldNotes({ phone, lang, onMend }: { phone: Phone; lang: Lang; onMend?: (entry: Entry) => void }) {
  const entries = phone.entries.toReversed();
  return (
    <section className="wrap page stack" id="mina-anteckningar">
      <SectionHeading heading={say(words.myNotes, lang)}>{entries.length}</SectionHeading>
      {entries.length === 0 && <p className="quiet">{say(words.emptyPhone, lang)}</p>}
      <ul className="list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <p>{tellEntry(entry, lang)}</p>
              <p className="row small">
                <Status kind={SIGNS[entry.state]} word={say(words[entry.state], lang)} as="text" />
                <span className="quiet">{tellClock(entry.savedAt, lang)}</span>
              </p>
              {entry.sentence !== undefined && <p role="status">{entry.sentence}</p>}
            </div>
            {(entry.state === "waiting" || entry.state === "refused") && (
              <div className="row">
                {onMend !== undefined && entry.endpoint === noteObservation.name && (
                  <Button small onPress={() => onMend(entry)}>
                    {say(words.mend, lang)}
                  </Button>
                )}
                <Button small onPress={() => void phone.outbox.drop(entry.id)}>
                  {say(words.undo, lang)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function tellEntry({ endpoint, input }: Entry, lang: Lang): string {
  if (endpoint === noteObservation.name) return String(input["text"]);
  return say(endpoint === finishWalk.name ? words.finish : words.photoField, lang);
}
