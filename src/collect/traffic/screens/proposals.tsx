import { useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { replyToProposal } from "../api.ts";
import { REPLIES, type Reply } from "../thread.ts";
import { actions, replies } from "../words.ts";
import type { Opened } from "./opened.ts";
import { words } from "./words.ts";

type Proposal = Opened["proposals"][number];
type Shown = { readonly partnership: string; readonly lang: Lang };

/** What was proposed to whom, and what they said: also a no, with its reason. */
export function Proposals(props: Shown & { proposals: readonly Proposal[]; theirs: readonly string[] }) {
  const { proposals, theirs, partnership, lang } = props;
  const parties = { municipality: words.toMunicipality, police: words.toPolice, other: words.toOther };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.proposals, lang)}>{proposals.length}</SectionHeading>
      <DataTable
        caption={say(words.proposals, lang)}
        captionHidden
        rows={proposals}
        rowKey={({ id }) => id}
        columns={[
          { head: say(words.action, lang), names: true, cell: ({ action }) => say(actions[action], lang) },
          { head: say(words.to, lang), cell: ({ to }) => <PartyName party={to}>{say(parties[to], lang)}</PartyName> },
          { head: say(words.actionWhat, lang), cell: ({ what }) => what || "–" },
          { head: say(words.reply, lang), cell: ({ reply }) => tellReply(reply, lang) },
        ]}
      />
      {proposals
        .filter(({ toOrganisationId, reply }) => theirs.includes(toOrganisationId) && !isLast(reply))
        .map((proposal) => (
          <ReplyForm key={proposal.id} proposal={proposal} partnership={partnership} lang={lang} />
        ))}
    </section>
  );
}

const isLast = (reply: Proposal["reply"]) => reply?.kind === "done" || reply?.kind === "declined";

function tellReply(reply: Proposal["reply"], lang: Lang): string {
  if (reply === undefined) return say(words.noReply, lang);
  const count = reply.count === undefined ? [] : [say(words.times, lang, { count: reply.count })];
  return [say(replies[reply.kind], lang), ...count, ...(reply.reason === "" ? [] : [reply.reason])].join(": ");
}

function ReplyForm({ proposal, partnership, lang }: Shown & { proposal: Proposal }) {
  const run = useCommand(replyToProposal);
  const [kind, setKind] = useState<Reply["kind"]>("will");
  const [reason, setReason] = useState("");
  const [count, setCount] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const counted = kind === "done" && count !== undefined ? { count } : {};
    const result = await run.run({ partnership, id: proposal.id, kind, reason, ...counted });
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
      <ChoiceGroup
        label={say(words.replyHeading, lang, { action: say(actions[proposal.action], lang) })}
        value={kind}
        onChange={(value) => setKind(value as Reply["kind"])}
        options={REPLIES.map((value) => ({ value, word: say(replies[value], lang) }))}
      />
      {kind === "done" && (
        <NumberStepper lang={lang} label={say(words.howMany, lang)} value={count} onChange={setCount} />
      )}
      <PersonText
        about="reason"
        lang={lang}
        label={say(words.reason, lang)}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <Button type="submit" busy={run.busy}>
        {say(words.sendReply, lang)}
      </Button>
    </form>
  );
}
