import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Diff } from "../../../ui/diff.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { comparePublished, readPublished, type readRenderings } from "../api.ts";
import { PLACES, type Place } from "../drift.ts";
import { places, states, words } from "../words.ts";

type Check = OutputOf<typeof readRenderings>["checks"][number];
type Item = Check["items"][number];

/** «Stämmer det som är publicerat?»: a published text is pasted, and each item of the promise is told as it stands there. */
export function DriftCheck({
  partnership,
  slug,
  lang,
  checks,
  isWriter,
}: {
  readonly partnership: string;
  readonly slug: string;
  readonly lang: Lang;
  readonly checks: readonly Check[];
  readonly isWriter: boolean;
}) {
  const comparing = useCommand(comparePublished);
  const reading = useCommand(readPublished);
  const [place, setPlace] = useState<Place>("municipality-page");
  const [address, setAddress] = useState("");
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<{ readonly id: string; readonly added: readonly string[] }>();
  const result = useRef<HTMLDivElement>(null);
  const check = checks.find(({ id }) => id === done?.id);
  // What came of it stands above the list it goes into: whoever asked is taken to it.
  const shown = check?.id;
  useEffect(() => {
    if (shown !== undefined) result.current?.focus();
  }, [shown]);
  const compare = async () => {
    const at = { partnership, slug, place, address };
    const isRead = text.trim() === "" && address.trim() !== "";
    const answer = isRead ? await reading.run(at) : await comparing.run({ ...at, text });
    setError(answer.ok ? undefined : answer.refusal.sentence);
    if (answer.ok) setDone({ id: answer.value.id, added: answer.value.added });
  };
  return (
    <section className="stack-loose">
      <div className="stack">
        <SectionHeading heading={say(words.drift, lang)} />
        <p className="measure">{say(words.driftLead, lang)}</p>
        {isWriter && (
          <div className="stack measure">
            <Select
              label={say(words.place, lang)}
              options={PLACES.map((value) => ({ value, word: say(places[value], lang) }))}
              value={place}
              onChange={(value) => setPlace(PLACES.find((one) => one === value) ?? "elsewhere")}
            />
            <TextField
              label={say(words.address, lang)}
              guide={say(words.addressGuide, lang)}
              value={address}
              onChange={setAddress}
            />
            <TextArea label={say(words.text, lang)} rows={8} value={text} onChange={setText} error={error} />
            <div>
              <Button busy={comparing.busy || reading.busy} onPress={() => void compare()}>
                {say(words.compare, lang)}
              </Button>
            </div>
          </div>
        )}
      </div>
      {check !== undefined && (
        <div className="stack" ref={result} tabIndex={-1}>
          <Notice
            kind={check.changed + check.missing === 0 ? "done" : "advice"}
            level={3}
            heading={sayCheck(check, lang)}
          />
          <Items check={check} lang={lang} />
          {done !== undefined && done.added.length > 0 && (
            <>
              <p className="measure">{say(words.added, lang)}</p>
              <ul className="list" lang="sv">
                {done.added.map((paragraph) => (
                  <li key={paragraph}>{paragraph}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <section className="stack">
        <SectionHeading heading={say(words.checked, lang)} />
        {checks.length === 0 ? (
          <p>{say(words.notChecked, lang)}</p>
        ) : (
          <ul className="list">
            {checks.map((one) => (
              <li key={one.id} className="stack-tight">
                <p>
                  <b>
                    {say(words.checkedAt, lang, {
                      place: say(places[one.place], lang),
                      when: formatInstant(one.at as Instant, lang),
                    })}
                  </b>{" "}
                  <span className="quiet">
                    {say(words.byWhom, lang, { who: one.by })}
                    {one.ofOtherText && `, ${say(words.ofOtherText, lang)}`}
                  </span>
                </p>
                {one.address !== "" && (
                  <p className="small quiet rendering-address">
                    {one.fetched ? `${one.address} (${say(words.fetchedBySelf, lang)})` : one.address}
                  </p>
                )}
                <p>
                  <Status
                    kind={one.changed + one.missing === 0 ? "met" : "partly"}
                    word={sayCheck(one, lang)}
                    as="text"
                  />
                </p>
                {one.added > 0 && <p className="small quiet">{say(words.addedCount, lang, { count: one.added })}</p>}
                {one.changed + one.missing > 0 && one.id !== done?.id && (
                  <details className="stack">
                    <summary>{say(words.showItems, lang)}</summary>
                    <Items check={one} lang={lang} />
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </section>
  );
}

function sayCheck({ same, changed, missing }: Check, lang: Lang): string {
  const all = same + changed + missing;
  return changed + missing === 0
    ? say(words.allSame, lang, { same, all })
    : say(words.differs, lang, { same, all, changed, missing });
}

const KINDS: Readonly<Record<Item["state"], StatusKind>> = { same: "met", changed: "partly", missing: "missed" };

/** What differs, word by word; what stands word for word is only counted. */
function Items({ check, lang }: { readonly check: Check; readonly lang: Lang }) {
  const differing = check.items.filter(({ state }) => state !== "same");
  if (differing.length === 0) return null;
  return (
    <>
      {check.changed > 0 && <p className="small quiet">{say(words.marks, lang)}</p>}
      <ul className="list">
        {differing.map((item) => (
          <li key={`${item.kind} ${item.number}`} className="stack-tight">
            <p>
              <b>{sayItem(item, lang)}</b> <Status kind={KINDS[item.state]} word={say(states[item.state], lang)} />
            </p>
            {item.state === "missing" ? (
              <p className="word" lang="sv">
                {item.text}
              </p>
            ) : item.parts === null ? (
              <p className="quiet">{say(words.wordsNotKept, lang)}</p>
            ) : (
              <div lang="sv">
                <Diff lang={lang} parts={item.parts} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function sayItem({ kind, number }: Item, lang: Lang): string {
  return say(words[kind], lang, { number });
}
