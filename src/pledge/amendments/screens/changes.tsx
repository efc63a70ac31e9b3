import { useState } from "react";
import type { Day, Instant } from "../../../ground/time.ts";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Changes } from "../../drafting/screens/changes.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { saveDraft } from "../../api.ts";
import type { Content } from "../../document.ts";
import { words as drafting } from "../../drafting/words.ts";
import type { Opened } from "../../screens/opened.ts";
import { states, words as pledgeWords } from "../../words.ts";
import { type AmendmentKind, changedBy, takenOut } from "../amendment.ts";
import { readChanges, startAmendment } from "../api.ts";
import { kinds, refusals, words } from "../words.ts";

type Where = Pick<ScreenProps, "partnership" | "lang"> & { document: Opened };

/** On a promise in force: what it has been changed to, and the beginning of a change. On a change: what it changes, and why. */
export function Amendments(props: ScreenProps & { document: Opened; content: Content }) {
  const { document, content } = props;
  if (document.amends !== null)
    return document.state === "draft" ? null : <WhatIsChanged {...props} content={content} />;
  return document.state === "published" || document.state === "closed" ? <ChangesOfPromise {...props} /> : null;
}

/** The text a change changes, why, and word by word what differs: on top of what is read before it is signed. */
export function WhatIsChanged({ partnership, lang, document, content }: Where & { content: Content }) {
  const told = useAnswer(readChanges, { partnership, slug: document.slug });
  const { amends } = content;
  if (amends === undefined || told.state !== "answered" || told.value.amended === null) return null;
  const { slug, content: before } = told.value.amended;
  const changed = changedBy(before, content);
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(kinds[amends.kind], lang)} />
      <p>
        {`${say(words.amends, lang)} `}
        <a href={`/lova/${partnership}/${slug}`} lang="sv">
          {before.title}
        </a>
      </p>
      <p>
        {`${say(words.why, lang)}: `}
        <span className="word" lang="sv">
          {amends.reason}
        </span>
      </p>
      <div className="sheet stack-tight">
        <h3>{say(words.difference, lang)}</h3>
        {changed.length === 0 && <p>{say(words.sameWords, lang)}</p>}
        <Changes changes={changed} lang={lang} level={4} />
        {takenOut(content, before).map(({ activity, number, reason }) => (
          <p key={activity}>
            {`${say(words.out, lang, { number })}. `}
            <span className="word" lang="sv">
              {reason}
            </span>
          </p>
        ))}
      </div>
    </section>
  );
}

function ChangesOfPromise(props: ScreenProps & { document: Opened }) {
  const { partnership, lang, document, person } = props;
  const told = useAnswer(readChanges, { partnership, slug: document.slug });
  const [begun, setBegun] = useState<AmendmentKind>();
  if (told.state !== "answered") return null;
  const { changes, cannot, lastDay, holds } = told.value;
  const writes = person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
  return (
    <section className="stack">
      {changes.length > 0 && (
        <>
          <SectionHeading heading={say(words.changedBy, lang)} />
          <ul className="list">
            {changes.map(({ slug, kind, state, reason, publishedAt }) => (
              <li key={slug}>
                <a href={`/lova/${partnership}/${slug}`}>
                  {[
                    say(kinds[kind], lang),
                    ...(publishedAt === null ? [] : [formatDay(dayOf(publishedAt as Instant), lang)]),
                  ].join(" ")}
                </a>{" "}
                <Tag>{say(states[state], lang)}</Tag>
                <p className="word" lang="sv">
                  {reason}
                </p>
              </li>
            ))}
          </ul>
          {holds !== document.slug && (
            <p>
              {`${say(words.firstText, lang)} `}
              <a href={`/lova/${partnership}/${holds}`}>{holds}</a>
            </p>
          )}
        </>
      )}
      {writes && document.state === "published" && (
        <>
          <SectionHeading heading={say(words.heading, lang)} />
          <p className="measure">{say(words.lead, lang)}</p>
          <div className="row">
            {(["amendment", "extension"] as const).map((kind) => (
              <Button key={kind} onPress={() => setBegun(kind)} {...blockedBy(cannot[kind], lang)}>
                {say(kind === "amendment" ? words.amend : words.extend, lang)}
              </Button>
            ))}
          </div>
          {begun !== undefined && (
            <Begin {...props} kind={begun} lastDay={lastDay} onCancel={() => setBegun(undefined)} key={begun} />
          )}
        </>
      )}
    </section>
  );
}

/** The same word the server would refuse with. */
function blockedBy(cannot: { why: string; day: string } | null, lang: Lang): { blocked?: string } {
  if (cannot === null || !(cannot.why in refusals)) return {};
  const day = cannot.day === "" ? "" : formatDay(cannot.day as Day, lang);
  return { blocked: say(refusals[cannot.why as keyof typeof refusals], lang, { day }) };
}

function Begin({
  partnership,
  lang,
  go,
  document,
  kind,
  lastDay,
  onCancel,
}: ScreenProps & { document: Opened; kind: AmendmentKind; lastDay: string | null; onCancel: () => void }) {
  const starting = useCommand(startAmendment);
  const [reason, setReason] = useState("");
  const [to, setTo] = useState<Day>();
  const [refusal, setRefusal] = useState<{ readonly sentence: string; readonly field?: string | undefined }>();
  const begin = async () => {
    const wish = { partnership, slug: document.slug, kind, reason, ...(to === undefined ? {} : { to }) };
    const result = await starting.run(wish);
    if (result.ok) go(`/lova/${partnership}/${result.value.slug}`);
    else setRefusal(result.refusal);
  };
  return (
    <form
      className="stack measure"
      aria-label={say(kind === "amendment" ? words.amend : words.extend, lang)}
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      {kind === "extension" && (
        <DateField
          label={say(words.newLastDay, lang)}
          guide={lastDay === null ? undefined : say(words.lastDayNow, lang, { day: formatDay(lastDay as Day, lang) })}
          onChange={setTo}
          error={refusal?.field === "to" ? refusal.sentence : undefined}
          required
        />
      )}
      <TextArea
        label={say(words.reason, lang)}
        guide={say(words.reasonGuide, lang)}
        value={reason}
        onChange={setReason}
        maxLength={500}
        rows={3}
        error={refusal !== undefined && refusal.field !== "to" ? refusal.sentence : undefined}
        required
      />
      <div className="row">
        <Button type="submit" kind="main" busy={starting.busy}>
          {say(kind === "amendment" ? words.begin : words.beginExtension, lang)}
        </Button>
        <Button onPress={onCancel}>{say(pledgeWords.cancel, lang)}</Button>
      </div>
    </form>
  );
}

/** While a change is written: why, for everybody to read, and why each activity that is gone is gone. */
export function ChangeFields({
  partnership,
  lang,
  document,
  content,
  onType,
}: Where & { content: Content; onType: (content: Content) => void }) {
  const told = useAnswer(readChanges, { partnership, slug: document.slug });
  const { amends } = content;
  if (amends === undefined || told.state !== "answered" || told.value.amended === null) return null;
  const before = told.value.amended.content;
  const others = (id: string) => (amends.withdrawn ?? []).filter(({ activity }) => activity !== id);
  const setAmends = (withdrawn: NonNullable<typeof amends.withdrawn>) => {
    const { withdrawn: _former, ...rest } = amends;
    onType({ ...content, amends: withdrawn.length === 0 ? rest : { ...rest, withdrawn } });
  };
  return (
    <div className="stack">
      <TextArea
        label={say(words.reason, lang)}
        value={amends.reason}
        onChange={(reason) => onType({ ...content, amends: { ...amends, reason } })}
        maxLength={500}
        rows={3}
        required
      />
      {takenOut(content, before).map(({ activity, number, text, reason }) => (
        <TextField
          key={activity}
          label={say(words.whyOut, lang, { number })}
          guide={text}
          value={reason ?? ""}
          onChange={(why) =>
            setAmends([...others(activity), ...(why === "" ? [] : [{ activity, number, reason: why }])])
          }
          required
        />
      ))}
    </div>
  );
}

/** A lengthening has one day and one reason, and nothing else of the promise is written in. */
export function ExtensionForm({
  partnership,
  lang,
  document,
  content,
  saved,
  clashes,
  onType,
  onSaved,
}: Where & {
  content: Content;
  saved: boolean;
  /** How many places both have changed, and nobody has chosen yet. */
  clashes: number;
  onType: (content: Content) => void;
  onSaved: (saved: OutputOf<typeof saveDraft>) => void;
}) {
  const saving = useCommand(saveDraft);
  const [refusal, setRefusal] = useState<string>();
  const save = async () => {
    const result = await saving.run({ partnership, slug: document.slug, revision: document.revision, content });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onSaved(result.value);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (clashes === 0) void save();
      }}
    >
      <DateField
        label={say(words.newLastDay, lang)}
        value={content.period.to?.on ?? ""}
        onChange={(day) => {
          if (day !== undefined) onType({ ...content, period: { ...content.period, to: { said: day, on: day } } });
        }}
        required
      />
      <ChangeFields partnership={partnership} lang={lang} document={document} content={content} onType={onType} />
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {saved && <Notice kind="done" heading={say(pledgeWords.saved, lang)} live />}
      <div className="row">
        <Button
          type="submit"
          kind="main"
          busy={saving.busy}
          {...(clashes > 0 ? { blocked: say(drafting.chooseFirst, lang) } : {})}
        >
          {say(pledgeWords.save, lang)}
        </Button>
      </div>
    </form>
  );
}
