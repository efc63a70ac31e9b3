import { useState } from "react";
import type { InputOf, OutputOf } from "../../../ground/endpoint.ts";
import { type Floors, HOUSE_FLOORS, SPANS, type Span } from "../../../ground/fewest.ts";
import { dayOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { words as partnershipWords } from "../../../partnership/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { FLOOR_CHOICES } from "../../floor.ts";
import { floorWords as words, proposalStates, spans } from "../../floor-words.ts";
import { floorRows, sayFloors } from "../../screens/floors-said.ts";
import { agreeFloors, declineFloors, listFloors, proposeFloors } from "../api.ts";
import { PersonLine } from "./person-text.tsx";

type Listed = OutputOf<typeof listFloors>;
type Proposal = Listed["proposals"][number];

/** /installning/<p>/visning: the rules for what strangers are shown, what one party asks for and the other answers. */
export function FloorsScreen({ partnership, lang }: ScreenProps) {
  const answer = useAnswer(listFloors, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {(listed) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.heading, lang)}
            over={<a href={`/installning/${partnership}`}>{say(partnershipWords.people, lang)}</a>}
            lead={say(words.lead, lang)}
            actions={<a href={`/${partnership}/dolt`}>{say(words.toPublic, lang)}</a>}
          />
          <section className="stack">
            <SectionHeading heading={say(words.inForce, lang)} />
            <DataTable
              caption={say(words.inForce, lang)}
              captionHidden
              rows={floorRows(lang)}
              rowKey={({ name }) => name}
              columns={[
                { head: say(words.rule, lang), names: true, cell: ({ name }) => name },
                { head: say(words.now, lang), cell: ({ value }) => value(listed.now) },
                { head: say(words.default, lang), cell: ({ value }) => value(HOUSE_FLOORS) },
              ]}
            />
            {listed.coming !== null && (
              <Notice
                heading={say(words.coming, lang, {
                  day: formatDay(listed.coming.from, lang),
                  rules: sayFloors(listed.coming, lang),
                })}
              />
            )}
          </section>
          <Waiting listed={listed} partnership={partnership} lang={lang} />
          <History proposals={listed.proposals} lang={lang} />
        </div>
      )}
    </Asked>
  );
}

type Props = { readonly listed: Listed; readonly partnership: string; readonly lang: Lang };

/** What waits for an answer, or the form to ask with: one at a time. */
function Waiting({ listed, partnership, lang }: Props) {
  const waiting = listed.proposals.find(({ state }) => state === "asked");
  if (waiting !== undefined)
    return (
      <section className="stack">
        <Notice
          kind="advice"
          heading={say(words.waiting, lang, { party: waiting.party, rules: sayFloors(waiting, lang) })}
          text={say(words.because, lang, { reason: waiting.reason })}
        />
        {listed.mayAgree && <Answer proposal={waiting} partnership={partnership} lang={lang} />}
      </section>
    );
  return listed.mayAgree ? <Propose listed={listed} partnership={partnership} lang={lang} /> : null;
}

function Answer({ proposal, partnership, lang }: Omit<Props, "listed"> & { readonly proposal: Proposal }) {
  const agree = useCommand(agreeFloors);
  const decline = useCommand(declineFloors);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const give = async (command: typeof agree | typeof decline) => {
    const result = await command.run({ partnership, id: proposal.id, reason });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="stack measure">
      {proposal.mine && <p className="quiet">{say(words.waitsForOther, lang)}</p>}
      <PersonLine
        about="matter"
        lang={lang}
        label={say(words.answer, lang)}
        value={reason}
        onChange={setReason}
        required
      />
      {refusal !== undefined && <FormError text={refusal} />}
      <div className="row">
        {!proposal.mine && (
          <Button kind="main" busy={agree.busy} onPress={() => void give(agree)}>
            {say(words.agree, lang)}
          </Button>
        )}
        <Button busy={decline.busy} onPress={() => void give(decline)}>
          {say(proposal.mine ? words.takeBack : words.decline, lang)}
        </Button>
      </div>
    </div>
  );
}

function Propose({ listed: { latest }, partnership, lang }: Props) {
  const propose = useCommand(proposeFloors);
  const [floors, setFloors] = useState<Floors>(latest);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await propose.run({ partnership, ...floors, reason } as InputOf<typeof proposeFloors>);
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  // Nothing lower than what is agreed can be chosen, and the server refuses it too.
  const choice = (kind: keyof typeof FLOOR_CHOICES, guide?: string) => (
    <Select
      label={say(words[kind], lang)}
      {...(guide === undefined ? {} : { guide })}
      value={String(floors[kind])}
      onChange={(value) => setFloors({ ...floors, [kind]: Number(value) })}
      options={FLOOR_CHOICES[kind]
        .filter((one) => one >= latest[kind])
        .map((one) => ({ value: String(one), word: String(one) }))}
    />
  );
  return (
    <section className="stack">
      <SectionHeading heading={say(words.propose, lang)} />
      <p className="measure">{say(words.proposeText, lang)}</p>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {choice("few")}
        {choice("sensitive", say(words.sensitiveGuide, lang))}
        {choice("answers")}
        <Select
          label={say(words.span, lang)}
          value={floors.span}
          onChange={(value) => setFloors({ ...floors, span: value as Span })}
          options={SPANS.filter((one) => SPANS.indexOf(one) >= SPANS.indexOf(latest.span)).map((value) => ({
            value,
            word: say(spans[value], lang),
          }))}
        />
        <Checkbox
          label={say(words.rounded, lang)}
          guide={say(words.roundedGuide, lang)}
          checked={floors.rounded}
          onChange={(rounded) => setFloors({ ...floors, rounded })}
        />
        <PersonLine
          about="matter"
          lang={lang}
          label={say(words.reason, lang)}
          guide={say(words.reasonGuide, lang)}
          value={reason}
          onChange={setReason}
          required
        />
        {refusal !== undefined && <FormError text={refusal} />}
        <div>
          <Button type="submit" kind="main" busy={propose.busy}>
            {say(words.send, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}

function History({ proposals, lang }: { readonly proposals: Listed["proposals"]; readonly lang: Lang }) {
  const done = proposals.filter(({ state }) => state !== "asked");
  return (
    <section className="stack">
      <SectionHeading heading={say(words.history, lang)} />
      {done.length === 0 ? (
        <p>{say(words.noHistory, lang)}</p>
      ) : (
        <DataTable
          caption={say(words.history, lang)}
          captionHidden
          rows={done}
          rowKey={({ id }) => id}
          columns={[
            { head: say(words.day, lang), cell: ({ askedAt }) => formatDay(dayOf(askedAt), lang) },
            { head: say(words.asked, lang), names: true, cell: (row) => `${row.party}: ${sayFloors(row, lang)}` },
            { head: say(words.reason, lang), cell: ({ reason }) => <span lang="sv">{reason}</span> },
            {
              head: say(words.state, lang),
              cell: ({ state, answer }) => (
                <>
                  {say(proposalStates[state], lang)}. <span lang="sv">{answer}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
