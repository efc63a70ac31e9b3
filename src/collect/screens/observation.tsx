import { useState } from "react";
import { type OutputOf } from "../../ground/endpoint.ts";
import type { Id } from "../../ground/id.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { addressOf } from "../../platform/browser/client.ts";
import { Button } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatClock, formatInstant } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import type { Instant } from "../../ground/time.ts";
import { openObservation, showPhoto, withdrawObservation } from "../api.ts";
import { wrongClock } from "../field-note.ts";
import { categories, kinds, managers, sharings } from "../words.ts";
import { PersonLine } from "../privacy/screens/person-text.tsx";
import { ReviseForm } from "../privacy/screens/revise.tsx";
import { retentionWords, words as privacyWords } from "../privacy/words.ts";
import { Asked } from "../../ui/asked.tsx";
import { fieldWords } from "./field-words.ts";
import { tellPlace, tellWhen } from "./told.ts";
import { words } from "./words.ts";

type Opened = OutputOf<typeof openObservation>;

/** /lyssna/<p>/iakttagelse-<id>: everything known about one observation, and what it said before. */
export function ObservationScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const id = (props.item ?? "").replace(/^iakttagelse-/, "") as Id<"observation">;
  const opened = useAnswer(openObservation, { partnership, id });
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => <Shown {...props} {...value} />}
    </Asked>
  );
}

function Shown({ observation, heard, managersBefore, revisions, partnership, person, lang }: ScreenProps & Opened) {
  const own = person.grants.some(({ organisationId }) => organisationId === observation.ownerOrganisationId);
  const clock = wrongClock(observation);
  const instant = (at: string) => formatInstant(at as Instant, lang);
  const facts = [
    { name: say(words.where, lang), value: tellPlace(observation, lang) },
    { name: say(words.when, lang), value: tellWhen(observation.when, observation.precision, lang) },
    { name: say(words.consequence, lang), value: observation.consequence },
    { name: say(words.proposal, lang), value: observation.proposal },
    { name: say(words.manager, lang), value: say(managers[observation.spotManager], lang) },
    { name: say(words.agreed, lang), value: observation.agreed === undefined ? "" : String(observation.agreed) },
    { name: say(words.sharing, lang), value: say(sharings[observation.sharing], lang) },
    {
      name: say(words.published, lang),
      value: observation.publishedAt === undefined ? "" : instant(observation.publishedAt),
    },
    {
      name: say(fieldWords.phoneClock, lang),
      value:
        clock === undefined
          ? ""
          : say(fieldWords.clockShowed, lang, {
              showed: formatClock(clock.showed, lang),
              was: formatClock(clock.was, lang),
            }),
    },
    { name: say(words.noted, lang), value: observation.imported ? "" : instant(observation.notedAt) },
  ];
  return (
    <div className="stack-loose">
      <PageHeading
        heading={observation.text || say(retentionWords.disposedText, lang)}
        over={
          <>
            {say(kinds[observation.kind], lang)} · {say(categories[observation.category], lang)}{" "}
            {observation.bundle && `· ${say(words.bundle, lang)} `}
            {observation.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      {observation.wishedSharing !== undefined && (
        <Notice heading={say(privacyWords.waits, lang)} kind="advice">
          <a href={`/lyssna/${partnership}/granska-personuppgifter`}>{say(privacyWords.review, lang)}</a>
        </Notice>
      )}
      {observation.withdrawnAt !== undefined && <Notice heading={say(words.withdrawn, lang)} />}
      <Facts facts={facts.filter(({ value }) => value !== "")} />
      {observation.photos.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.photos, lang)} />
          {observation.photos.map((photo) => (
            <img
              key={photo.id}
              src={addressOf(showPhoto, { partnership, id: photo.id }, true)}
              width={photo.width}
              height={photo.height}
              alt={photo.alt || say(words.photoOf, lang)}
              className="photo"
              loading="lazy"
            />
          ))}
        </section>
      )}
      {revisions.length > 0 && (
        <section className="stack">
          <SectionHeading heading={say(words.revisions, lang)} />
          <ul className="list">
            {revisions.map((revision) => (
              <li key={`${revision.revision} ${revision.replacedAt}`}>
                {typeof revision.body["text"] === "string" && revision.body["text"]}
                <span className="small quiet">{instant(revision.replacedAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {own && !observation.imported && !heard && observation.withdrawnAt === undefined && observation.text !== "" && (
        <>
          <ReviseForm
            key={observation.revision}
            observation={observation}
            partnership={partnership}
            grants={person.grants}
            managersBefore={managersBefore}
            lang={lang}
          />
          <Withdraw partnership={partnership} id={observation.id as Id<"observation">} lang={lang} />
        </>
      )}
    </div>
  );
}

function Withdraw({ partnership, id, lang }: Pick<ScreenProps, "partnership" | "lang"> & { id: Id<"observation"> }) {
  const withdraw = useCommand(withdrawObservation);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await withdraw.run({ partnership, id, reason });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="quiet">{say(words.withdrawGuide, lang)}</p>
      <PersonLine
        label={say(words.withdrawReason, lang)}
        about="reason"
        lang={lang}
        value={reason}
        onChange={setReason}
        required
        {...(refusal === undefined ? {} : { error: refusal })}
      />
      <Button type="submit" busy={withdraw.busy}>
        {say(words.withdraw, lang)}
      </Button>
    </form>
  );
}
