import { useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Keys } from "../../../partnership/screens/settings.tsx";
import { answerWithKey } from "../../../pledge/screens/answer-with-key.ts";
import { parties, refusals as pledgeRefusals, words as pledgeWords } from "../../../pledge/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { SignatureBlock, type SignatureHalf } from "../../../ui/signature-block.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { askToPublishReport, freezeReport, publishPart, publishReport, reopenReport } from "../api.ts";
import { refusals, words } from "../words.ts";
import type { Opened } from "./opened.ts";

/** Closed, signed by both, let out by two keys: one step at a time, and who is waited for. */
export function ToSign(props: ScreenProps & { report: Opened }) {
  const { partnership, lang, person, report } = props;
  const freeze = useCommand(freezeReport);
  const [refusal, setRefusal] = useState<string>();
  const where = { partnership, slug: report.slug };
  const writes = person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
  return (
    <section className="stack">
      <SectionHeading heading={say(words.toSign, lang)} />
      {report.state === "draft" ? (
        writes && (
          <>
            <p>{say(words.freezeText, lang)}</p>
            {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
            <div className="row">
              <Button
                kind="turn"
                busy={freeze.busy}
                onPress={() =>
                  void freeze.run(where).then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence))
                }
              >
                {say(words.freeze, lang)}
              </Button>
            </div>
            <OwnPart {...props} />
          </>
        )
      ) : (
        <>
          {report.parties.some(({ signed }) => signed !== null) || report.state !== "published" ? (
            <ReportSignatures report={report} lang={lang} />
          ) : null}
          {report.cannotSign === null && (
            <p>
              <a className="button button-turn" href={`/signera/${partnership}/uppfoljning-${report.slug}`}>
                {say(words.goSign, lang)}
              </a>
            </p>
          )}
          {report.state === "signed" && writes && <Publishing {...props} />}
          {report.state !== "published" && writes && <Reopen {...where} lang={lang} />}
        </>
      )}
      {report.state === "published" && (
        <p>
          <a href={`/${partnership}/rapport/${report.slug}`}>{say(words.seePublic, lang)}</a>
        </p>
      )}
    </section>
  );
}

/** What can be let out alone after the promised day, while the other's is waited for. */
function OwnPart({ partnership, lang, person, report }: ScreenProps & { report: Opened }) {
  const send = useCommand(publishPart);
  const [refusal, setRefusal] = useState<string>();
  const own = report.parties.find(({ organisationId }) =>
    person.grants.some((grant) => grant.organisationId === organisationId),
  );
  const waitsFor = (party: "municipality" | "police") =>
    say(words[party === "police" ? "waitsmunicipality" : "waitspolice"], lang);
  const { heardBy, out } = report.part;
  if (out !== null) return <Notice heading={say(words.partIsOut, lang, { waits: waitsFor(out) })} />;
  if (own?.handedIn !== true || report.parties.every(({ handedIn }) => handedIn)) return null;
  return (
    <>
      <p>{say(words.publishPartText, lang, { day: formatDay(heardBy, lang), waits: waitsFor(own.party) })}</p>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        <Button
          busy={send.busy}
          onPress={() =>
            void send
              .run({ partnership, slug: report.slug })
              .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence))
          }
        >
          {say(words.publishPart, lang)}
        </Button>
      </div>
    </>
  );
}

/** Two hands, side by side; who is missing says so. */
export function ReportSignatures({ report, lang }: { report: Opened; lang: Lang }) {
  const half = (party: "municipality" | "police"): SignatureHalf => {
    const signed = report.parties.find((one) => one.party === party)?.signed ?? null;
    const name = say(parties[party], lang);
    if (signed === null)
      return { signed: false, heading: `${name} ${say(pledgeWords.missing, lang)}`, lines: [], own: false };
    return {
      signed: true,
      heading: name,
      lines: [
        signed.acting ? `tf. ${signed.office}` : signed.office,
        `${formatDay(dayOf(signed.at), lang)}, ${say(pledgeWords.signedByKey, lang)}`,
      ],
    };
  };
  return (
    <SignatureBlock municipality={half("municipality")} police={half("police")} whole={say(words.bothSigned, lang)} />
  );
}

function Publishing({ partnership, lang, report }: ScreenProps & { report: Opened }) {
  const ask = useCommand(askToPublishReport);
  const send = useCommand(publishReport);
  const [told, setTold] = useState<{ refusal?: string; done?: boolean }>({});
  const where = { partnership, slug: report.slug };
  const waits = report.publicationAskedBy !== null;
  const press = async () => {
    setTold({});
    const given = await answerWithKey(
      () => ask.run(where),
      (answer) => send.run({ ...where, ...answer }),
      { ...(report.frozen === null ? {} : { shown: report.frozen.contentHash }), lang },
    );
    setTold(given.ok ? { done: true } : { refusal: given.sentence });
  };
  const blocked =
    report.cannotPublish === null
      ? undefined
      : ({ ...pledgeRefusals, ...refusals } as Record<string, { sv: string; en: string }>)[report.cannotPublish];
  return (
    <>
      {waits && report.cannotPublish === null && <Notice heading={say(words.keyWaits, lang)} />}
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.done === true && <Notice kind="done" heading={say(words.keyGiven, lang)} live />}
      <div className="row">
        <Button
          kind="main"
          busy={ask.busy || send.busy}
          blocked={blocked && say(blocked, lang)}
          onPress={() => void press()}
        >
          {say(waits && report.cannotPublish === null ? words.publish : words.giveKey, lang)}
        </Button>
      </div>
      <Keys lang={lang} />
    </>
  );
}

function Reopen({ partnership, slug, lang }: { partnership: string; slug: string; lang: Lang }) {
  const reopen = useCommand(reopenReport);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  return (
    <details>
      <summary>{say(words.reopen, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void reopen
            .run({ partnership, slug, reason })
            .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence));
        }}
      >
        <p>{say(words.reopenText, lang)}</p>
        <TextField label={say(words.reopenWhy, lang)} value={reason} onChange={setReason} required />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div className="row">
          <Button type="submit" busy={reopen.busy}>
            {say(words.reopen, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
