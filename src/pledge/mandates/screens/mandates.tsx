import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay, formatPeriod } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { endMandate, listMandates, recordMandate } from "../api.ts";
import { lacking, lackingAfter, standings, words } from "../words.ts";

type Party = OutputOf<typeof listMandates>["parties"][number];
type Mandate = Party["mandates"][number];

/** /installning/<p>/uppdrag: who may sign for which party, and what is missing before anybody is to. */
export function MandatesScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const answer = useAnswer(listMandates, { partnership });
  if (answer.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (answer.value === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={answer.state === "refused" ? answer.refusal.sentence : say(words.notFetched, lang)}
      />
    );
  return (
    <>
      <PageHeading heading={say(words.heading, lang)} over={props.partnershipName} lead={say(words.lead, lang)} />
      {answer.value.parties.map((party) => (
        <section key={party.organisationId} className="stack">
          <SectionHeading heading={<PartyName party={party.party}>{party.name}</PartyName>} />
          <Lacking party={party} lang={lang} />
          <Held {...props} party={party} />
          {party.keeps && <Record {...props} party={party} />}
        </section>
      ))}
    </>
  );
}

/** «Polisen har ingen som får skriva under efter 31 december.» */
function Lacking({ party, lang }: { readonly party: Party; readonly lang: Lang }) {
  const { covered } = party;
  if (covered.kind === "always") return null;
  const heading =
    covered.day === null
      ? say(lacking[party.party], lang)
      : say(lackingAfter[party.party], lang, { day: formatDay(covered.day, lang) });
  return (
    <Notice
      kind="advice"
      level={3}
      heading={heading}
      text={say(party.keeps ? words.lackingText : words.lackingOther, lang)}
    />
  );
}

const KINDS: Readonly<Record<Mandate["standing"], StatusKind>> = { holds: "met", coming: "waiting", over: "ended" };

function Held({ partnership, lang, party }: ScreenProps & { readonly party: Party }) {
  const [ending, setEnding] = useState<string>();
  const [done, setDone] = useState(0);
  const told = useRef<HTMLDivElement>(null);
  // The form goes when it is saved, or left: the hand goes on where it was opened.
  useEffect(() => {
    if (done > 0) told.current?.focus();
  }, [done]);
  const one = party.mandates.find(({ id }) => id === ending);
  if (party.mandates.length === 0) return <p>{say(words.none, lang)}</p>;
  return (
    <>
      <DataTable
        caption={say(words.caption, lang, { party: party.name })}
        captionHidden
        rows={party.mandates}
        rowKey={({ id }) => id}
        columns={[
          {
            head: say(words.who, lang),
            names: true,
            cell: ({ name, example }) => (
              <>
                {name} {example && <ExampleMark lang={lang} />}
              </>
            ),
          },
          {
            head: say(words.asWhat, lang),
            cell: ({ office, acting }) => <span lang="sv">{acting ? `tf. ${office}` : office}</span>,
          },
          { head: say(words.decision, lang), cell: ({ decidedBy }) => <span lang="sv">{decidedBy}</span> },
          {
            head: say(words.days, lang),
            cell: ({ from, to }) =>
              to === null ? say(words.fromOn, lang, { day: formatDay(from, lang) }) : formatPeriod(from, to, lang),
          },
          {
            head: say(words.key, lang),
            cell: ({ hasKey, name, standing }) =>
              standing === "over" ? (
                "–"
              ) : hasKey ? (
                <Status kind="met" word={say(words.hasKey, lang)} />
              ) : (
                <>
                  <Status kind="partly" word={say(words.lacksKey, lang)} />
                  <p className="small">{say(words.lacksKeyText, lang, { name })}</p>
                </>
              ),
          },
          {
            head: say(words.standing, lang),
            cell: (row) => (
              <>
                <Status kind={KINDS[row.standing]} word={say(standings[row.standing], lang)} />
                {row.ended && <span className="small quiet">{` ${say(words.endedEarly, lang)}`}</span>}
                {party.keeps && row.standing !== "over" && !row.ended && (
                  <Button
                    kind="bare"
                    small
                    label={say(words.endOf, lang, { name: row.name })}
                    onPress={() => setEnding(row.id)}
                  >
                    {say(words.end, lang)}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      <div tabIndex={-1} ref={told}>
        {one !== undefined && (
          <End
            key={one.id}
            partnership={partnership}
            mandate={one}
            lang={lang}
            close={() => {
              setEnding(undefined);
              setDone(done + 1);
            }}
          />
        )}
        {one === undefined && done > 0 && party.mandates.some(({ ended }) => ended) && (
          <Notice kind="done" heading={say(words.ended, lang)} level={3} live />
        )}
      </div>
    </>
  );
}

function End({
  partnership,
  mandate,
  lang,
  close,
}: {
  readonly partnership: string;
  readonly mandate: Mandate;
  readonly lang: Lang;
  readonly close: () => void;
}) {
  const ending = useCommand(endMandate);
  const first = mandate.from > today() ? mandate.from : today();
  const [on, setOn] = useState<Day | undefined>(first);
  const [refusal, setRefusal] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const send = async () => {
    const result = await ending.run({ partnership, id: mandate.id, on: on ?? first });
    if (result.ok) close();
    else setRefusal(result.refusal.sentence);
  };
  return (
    <form
      ref={form}
      className="sheet stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{say(words.endOf, lang, { name: mandate.name })}</h3>
      <DateField label={say(words.lastDay, lang)} value={on ?? ""} min={first} onChange={setOn} required />
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={ending.busy}>
          {say(words.endNow, lang)}
        </Button>
        <Button kind="bare" onPress={close}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}

const EMPTY = { personId: "", office: "", acting: false, body: "", paragraph: "" };

function Record({ partnership, lang, party }: ScreenProps & { readonly party: Party }) {
  const recording = useCommand(recordMandate);
  const [typed, setTyped] = useState(EMPTY);
  const [days, setDays] = useState<{ decidedOn?: Day | undefined; from?: Day | undefined; to?: Day | undefined }>({});
  const [told, setTold] = useState<{ done?: true; refusal?: string; field?: string | undefined }>({});
  const put = (part: Partial<typeof EMPTY>) => {
    setTyped({ ...typed, ...part });
    setTold({});
  };
  const setDay = (name: keyof typeof days) => (day: Day | undefined) => {
    setDays({ ...days, [name]: day });
    setTold({});
  };
  const wrong = (field: string) => (told.field === field ? told.refusal : undefined);
  const send = async () => {
    const { decidedOn, from, to } = days;
    if (decidedOn === undefined || from === undefined)
      return setTold({ refusal: say(words.needsDays, lang), field: decidedOn === undefined ? "decidedOn" : "from" });
    const result = await recording.run({
      partnership,
      organisationId: party.organisationId,
      ...typed,
      decidedOn,
      from,
      ...(to === undefined ? {} : { to }),
    });
    if (!result.ok) return setTold({ refusal: result.refusal.sentence, field: result.refusal.field });
    setTyped(EMPTY);
    setDays({});
    setTold({ done: true });
  };
  if (party.signatories.length === 0)
    return (
      <p>
        {say(words.noSignatories, lang)} <a href={`/installning/${partnership}`}>{say(words.toSettings, lang)}</a>
      </p>
    );
  return (
    <details>
      <summary>{say(words.record, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Select
          label={say(words.person, lang)}
          value={typed.personId}
          empty="–"
          required
          error={wrong("personId")}
          options={party.signatories.map(({ personId, name, title }) => ({
            value: personId,
            word: `${name}, ${title}`,
          }))}
          onChange={(personId) =>
            put({ personId, office: party.signatories.find((one) => one.personId === personId)?.title ?? typed.office })
          }
        />
        <TextField
          label={say(words.office, lang)}
          value={typed.office}
          required
          maxLength={160}
          error={wrong("office")}
          onChange={(office) => put({ office })}
        />
        <Checkbox label={say(words.acting, lang)} checked={typed.acting} onChange={(acting) => put({ acting })} />
        <TextField
          label={say(words.body, lang)}
          guide={say(words.bodyGuide, lang)}
          value={typed.body}
          required
          maxLength={160}
          error={wrong("body")}
          onChange={(body) => put({ body })}
        />
        <div className="split-even">
          <DateField
            label={say(words.decidedOn, lang)}
            value={days.decidedOn ?? ""}
            error={wrong("decidedOn")}
            onChange={setDay("decidedOn")}
          />
          <TextField
            label={say(words.paragraph, lang)}
            optional={say(words.optional, lang)}
            value={typed.paragraph}
            maxLength={20}
            error={wrong("paragraph")}
            onChange={(paragraph) => put({ paragraph })}
          />
        </div>
        <div className="split-even">
          <DateField
            label={say(words.from, lang)}
            value={days.from ?? ""}
            error={wrong("from")}
            onChange={setDay("from")}
          />
          <DateField
            label={say(words.to, lang)}
            guide={say(words.toGuide, lang)}
            value={days.to ?? ""}
            error={wrong("to")}
            onChange={setDay("to")}
          />
        </div>
        {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} level={3} live />}
        {told.done === true && <Notice kind="done" heading={say(words.saved, lang)} level={3} live />}
        <div className="row">
          <Button type="submit" kind="main" busy={recording.busy}>
            {say(words.save, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
