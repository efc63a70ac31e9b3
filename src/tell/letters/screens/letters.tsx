import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { listLetters, wishLetters } from "../api.ts";
import { kinds, reasons, states, words } from "../words.ts";

type Answer = OutputOf<typeof listLetters>;
type Letter = Answer["letters"][number];

/** /beratta/<p>/brev: one's own letters and where they go; for whoever leads the work, which have gone to others of their organisation. */
export function LettersScreen(props: ScreenProps) {
  const { partnership, partnershipName, lang } = props;
  const answer = useAnswer(listLetters, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.heading, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      <Asked answer={answer} lang={lang}>
        {({ wish, letters }) => {
          const own = letters.filter(({ mine }) => mine);
          const others = letters.filter(({ mine }) => !mine);
          return (
            <>
              <section className="stack">
                <SectionHeading heading={say(words.yours, lang)}>{own.length}</SectionHeading>
                {own.length === 0 ? (
                  <Empty heading={say(words.noneYours, lang)} text={say(words.noneYoursText, lang)} level={3} />
                ) : (
                  <ul className="list">
                    {own.map((letter) => (
                      <li key={letter.id}>
                        <div className="stack-tight">
                          <b>{letter.subject}</b>
                          <div className="row">
                            <State letter={letter} lang={lang} hasAddress={wish.address !== null} />
                            <span className="small quiet">{formatInstant(letter.madeAt as Instant, lang)}</span>
                          </div>
                          {letter.text === null ? (
                            <p className="small quiet">{say(words.gone, lang)}</p>
                          ) : (
                            <details>
                              <summary aria-label={`${say(words.read, lang)}: ${letter.subject}`}>
                                {say(words.read, lang)}
                              </summary>
                              <p className="measure" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                                {letter.text}
                              </p>
                            </details>
                          )}
                        </div>
                      </li>
                    ))}
                  </ul>
                )}
              </section>
              <Wish {...props} wish={wish} />
              {others.length > 0 && <Others letters={others} lang={lang} />}
            </>
          );
        }}
      </Asked>
    </div>
  );
}

const KINDS: Readonly<Record<Letter["state"], StatusKind>> = {
  waiting: "waiting",
  sending: "running",
  sent: "met",
  failed: "behind",
  "given-up": "missed",
};

function State({ letter, lang, hasAddress }: { letter: Letter; lang: Lang; hasAddress: boolean }) {
  const word = letter.state === "waiting" && !hasAddress ? say(words.seenHere, lang) : say(states[letter.state], lang);
  return (
    <>
      <Status kind={KINDS[letter.state]} word={word} />
      {letter.reason !== null && <span className="small quiet">{say(reasons[letter.reason], lang)}</span>}
    </>
  );
}

function Wish({ partnership, lang, wish }: ScreenProps & { readonly wish: Answer["wish"] }) {
  const save = useCommand(wishLetters);
  const [address, setAddress] = useState(wish.address ?? "");
  const [weekly, setWeekly] = useState(wish.weekly);
  const [told, setTold] = useState<{ kind: "done" | "error"; said: string }>();
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save
          .run({ partnership, address, weekly, lang })
          .then((result) =>
            setTold(
              result.ok
                ? { kind: "done", said: say(words.saved, lang) }
                : { kind: "error", said: result.refusal.sentence },
            ),
          );
      }}
    >
      <SectionHeading heading={say(words.settings, lang)} />
      <TextField
        label={say(words.address, lang)}
        guide={say(words.addressGuide, lang)}
        value={address}
        onChange={setAddress}
        maxLength={254}
      />
      <Checkbox label={say(words.weeklyOn, lang)} checked={weekly} onChange={setWeekly} />
      {told !== undefined && <Notice kind={told.kind} level={3} heading={told.said} live />}
      <div className="row">
        <Button type="submit" busy={save.busy}>
          {say(words.save, lang)}
        </Button>
      </div>
    </form>
  );
}

/** That they went, to whom and about what; never what they say. */
function Others({ letters, lang }: { letters: readonly Letter[]; lang: Lang }) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.others, lang)}>{letters.length}</SectionHeading>
      <p className="measure">{say(words.othersText, lang)}</p>
      <DataTable
        caption={say(words.others, lang)}
        captionHidden
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.letter, lang), names: true, cell: ({ subject }) => subject },
          {
            head: say(words.to, lang),
            cell: ({ to, kind }) => `${to}${to === "" ? "" : " · "}${say(kinds[kind], lang)}`,
          },
          { head: say(words.made, lang), cell: ({ madeAt }) => formatInstant(madeAt as Instant, lang) },
          { head: say(words.state, lang), cell: (letter) => <State letter={letter} lang={lang} hasAddress /> },
        ]}
      />
    </section>
  );
}
