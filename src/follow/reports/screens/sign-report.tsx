import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { Keys } from "../../../partnership/screens/settings.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { answerWithKey } from "../../../pledge/screens/answer-with-key.ts";
import { parties, refusals as pledgeRefusals, words as pledgeWords } from "../../../pledge/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { formatClock, formatDay, formatList, formatPeriod } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { words as followWords } from "../../words.ts";
import { askToSignReport, openReport, signReport } from "../api.ts";
import { refusals, words } from "../words.ts";
import { ReportBodyText } from "./report-body.tsx";
import { ReportSignatures } from "./to-sign.tsx";

/** /signera/<p>/uppfoljning-<year>: all of it as everybody will read it, whose hand, one button. */
export function SignReportScreen({ partnership, lang, item = "" }: ScreenProps) {
  const slug = item.replace(/^uppfoljning-/, "");
  const opened = useAnswer(openReport, { partnership, slug });
  const ask = useCommand(askToSignReport);
  const send = useCommand(signReport);
  const [read, setRead] = useState(false);
  const [told, setTold] = useState<{ refusal?: string; done?: string }>({});
  // What was read stays while the network is away.
  const report = opened.value;
  if (opened.state === "waiting") return <Loading text={say(followWords.loading, lang)} />;
  if (report === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={opened.state === "refused" ? opened.refusal.sentence : say(followWords.noAnswer, lang)}
      />
    );
  const { mandate, frozen, cannotSign } = report;
  const party = report.parties.find((one) => one.party === mandate?.party);
  const signNow = async () => {
    setTold({});
    const signed = await answerWithKey(
      () => ask.run({ partnership, slug }),
      (given) => send.run({ partnership, slug, ...given }),
      { ...(frozen === null ? {} : { shown: frozen.contentHash }), lang },
    );
    if (!signed.ok) return setTold({ refusal: signed.sentence });
    const clock = say(words.signed1, lang, { clock: formatClock(signed.value.signedAt, lang) });
    const left = signed.value.missing.map((one) => say(parties[one], lang));
    const next =
      left.length === 0 ? say(words.bothSigned, lang) : say(words.remains, lang, { party: formatList(left, lang) });
    setTold({ done: `${clock} ${next}` });
  };
  const sentence =
    cannotSign === null
      ? undefined
      : ({ ...pledgeRefusals, ...refusals } as Record<string, { sv: string; en: string }>)[cannotSign];
  const blocked =
    sentence !== undefined
      ? say(sentence, lang, { day: report.mandateDay === null ? "" : formatDay(report.mandateDay, lang) })
      : read
        ? undefined
        : say(pledgeWords.mustTick, lang);
  return (
    <>
      <PageHeading
        heading={say(words.signHeading, lang)}
        over={say(words.reportOf, lang, { period: formatPeriod(report.from, report.to, lang) })}
        lead={party === undefined ? undefined : say(pledgeWords.signExactly, lang, { party: party.name })}
      />
      {mandate !== null && (
        <p>{say(pledgeWords.signMandate, lang, { office: mandate.office, decision: mandate.decidedBy })}</p>
      )}
      {frozen === null ? (
        <Notice heading={say(refusals["report-not-ready"], lang)} />
      ) : (
        <>
          <ReportBodyText body={frozen.body} lang={lang} />
          <ReportSignatures report={report} lang={lang} />
        </>
      )}
      {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.done === undefined && party !== undefined && frozen !== null && (
        <div className="stack measure">
          <Checkbox label={say(words.readAndMay, lang, { party: party.name })} checked={read} onChange={setRead} />
          <Button kind="turn" wide busy={ask.busy || send.busy} onPress={() => void signNow()} blocked={blocked}>
            {say(words.signButton, lang)}
          </Button>
        </div>
      )}
      {mandate === null && <Notice heading={say(pledgeRefusals["no-mandate"], lang)} />}
      <p>
        <a href={`/folj-upp/${partnership}/${slug}`}>{say(words.toReport, lang)}</a>
      </p>
      <Keys lang={lang} />
    </>
  );
}
