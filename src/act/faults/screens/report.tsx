import { type FormEvent, useState } from "react";
import { PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import * as api from "../api.ts";
import type { ReportState } from "../fault-report.ts";
import { faults, reportStates, words } from "../words.ts";

type Shown = OutputOf<typeof api.showFaultReport>;
type Report = NonNullable<Shown["report"]>;
type Of = { readonly partnership: string; readonly id: string; readonly lang: Lang };

export const asOptions = (types: Shown["types"]) =>
  types.map(({ code, name, group }) => ({ value: code, word: name, group: group === "" ? undefined : group }));

/** On an item's page: sent to the municipality's own fault reporting, and how it goes there. Nothing where there is none to send to. */
export function FaultReport({ said, ...of }: Of & { readonly said: string }) {
  const { value } = useAnswer(api.showFaultReport, { partnership: of.partnership, id: of.id });
  const [writing, setWriting] = useState(false);
  if (value === undefined || !value.isThere || (value.report === null && !value.may)) return null;
  const { lang } = of;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.section, lang)}>
        {value.report !== null && (
          <Status kind={KINDS[value.report.state]} word={say(reportStates[value.report.state], lang)} />
        )}
      </SectionHeading>
      {value.report !== null && <Sent report={value.report} lang={lang} />}
      {value.maySettle && <Settling {...of} />}
      {value.may &&
        (writing ? (
          <Sending {...of} shown={value} said={said} onClose={() => setWriting(false)} />
        ) : (
          <p>
            <Button onPress={() => setWriting(true)}>
              {say(value.report === null ? words.send : words.sendAgain, lang)}
            </Button>
          </p>
        ))}
    </section>
  );
}

const KINDS: Readonly<Record<ReportState, StatusKind>> = {
  waiting: "waiting",
  sending: "waiting",
  ticket: "running",
  filed: "running",
  closed: "met",
  unsure: "partly",
  refused: "missed",
};

function Sent({ report, lang }: { report: Report; lang: Lang }) {
  const { state, fault, status, nextTry, said, caseNumber, lookedAt } = report;
  const why = [
    ...(fault === null ? [] : [say(faults[fault], lang)]),
    ...(status === null || fault === null ? [] : [say(words.answered, lang, { status })]),
    ...(nextTry === null || fault === null
      ? []
      : [say(words.nextTry, lang, { at: formatInstant(nextTry as Instant, lang) })]),
  ].join(", ");
  const isOut = state === "filed" || state === "ticket";
  const facts = [
    { name: say(words.caseNumber, lang), value: caseNumber ?? "" },
    {
      name: say(words.sentBy, lang),
      value: `${say(words.byOffice, lang, { day: formatDay(dayOf(report.askedAt as Instant), lang), office: report.office })}, ${report.typeName}`,
    },
    { name: say(words.text, lang), value: report.text },
    { name: say(words.theySay, lang), value: said },
    { name: say(words.state, lang), value: state === "waiting" || state === "refused" ? why : "" },
    {
      name: say(words.lookedAt, lang),
      value: lookedAt === null ? "" : formatInstant(lookedAt as Instant, lang),
    },
  ].filter(({ value }) => value !== "");
  return (
    <>
      {state === "closed" && (
        <Notice kind="advice" level={3} heading={say(words.closedHeading, lang)} text={say(words.closedText, lang)} />
      )}
      {state === "unsure" && (
        <Notice
          kind="advice"
          level={3}
          heading={say(words.unsureHeading, lang)}
          text={say(words.unsureText, lang, { why, reference: report.reference })}
        />
      )}
      <Facts facts={facts} />
      {isOut && !report.isFollowed && <p className="small quiet">{say(words.notFollowed, lang)}</p>}
    </>
  );
}

function Settling({ partnership, id, lang }: Of) {
  const settle = useCommand(api.settleFaultReport);
  const [caseNumber, setCaseNumber] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const settleAs = async (found: "there" | "not-there") => {
    const result = await settle.run({ partnership, id, found, caseNumber });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="stack measure">
      <TextField
        label={say(words.caseNumber, lang)}
        value={caseNumber}
        onChange={setCaseNumber}
        maxLength={100}
        error={refusal}
      />
      <div className="row">
        <Button busy={settle.busy} onPress={() => void settleAs("there")}>
          {say(words.itIsThere, lang)}
        </Button>
        <Button busy={settle.busy} onPress={() => void settleAs("not-there")}>
          {say(words.notThere, lang)}
        </Button>
      </div>
    </div>
  );
}

/** Empty until somebody writes: what was said on a walk is sent only where somebody chooses its words. */
function Sending(props: Of & { readonly shown: Shown; readonly said: string; readonly onClose: () => void }) {
  const { partnership, id, lang, shown, said, onClose } = props;
  const send = useCommand(api.sendFaultReport);
  const [code, setCode] = useState(shown.suggested ?? "");
  const [text, setText] = useState("");
  const [withPosition, setWithPosition] = useState(shown.hasPosition);
  const [refusal, setRefusal] = useState<{ sentence: string; field?: string | undefined }>();
  const press = async (event: FormEvent) => {
    event.preventDefault();
    if (code === "") return setRefusal({ sentence: say(words.chooseType, lang), field: "code" });
    const result = await send.run({ partnership, id, code, text, withPosition });
    if (result.ok) onClose();
    else setRefusal(result.refusal);
  };
  const at = (field: string) => (refusal?.field === field ? refusal.sentence : undefined);
  return (
    <form className="stack measure" noValidate onSubmit={(event) => void press(event)}>
      <Select
        label={say(words.type, lang)}
        empty={say(words.chooseType, lang)}
        value={code}
        onChange={setCode}
        options={asOptions(shown.types)}
        error={at("code")}
      />
      <PersonText
        about="public"
        label={say(words.what, lang)}
        guide={say(words.whatGuide, lang)}
        value={text}
        onChange={setText}
        rows={3}
        error={at("text")}
        lang={lang}
      />
      <div className="row">
        <Button small onPress={() => setText(said)}>
          {say(words.ownWords, lang)}
        </Button>
      </div>
      {shown.hasPosition && (
        <Checkbox label={say(words.withPosition, lang)} checked={withPosition} onChange={setWithPosition} />
      )}
      <p className="small">
        {say(words.sentPlace, lang, { place: shown.place })}. {say(words.nothingElse, lang)}
      </p>
      {refusal !== undefined && at("code") === undefined && at("text") === undefined && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      <div className="row">
        <Button type="submit" kind="turn" busy={send.busy}>
          {say(words.doSend, lang)}
        </Button>
        <Button onPress={onClose}>{say(words.cancel, lang)}</Button>
      </div>
    </form>
  );
}
