import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { ROLES, type Role } from "../../ground/party.ts";
import { readInstant, dayOf } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatDay } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { addKey, invitePerson, keyOptions, people, whoAmI } from "../api.ts";
import { AskFirst } from "../first/screens/ask-first.tsx";
import { SPOKESPEOPLE } from "../people.ts";
import { KeyTable, LostKey } from "./lost-key.tsx";
import { roles, words } from "../words.ts";

/** Who works here and as what; inviting into one's own organisation; one's own keys. */
export function SettingsScreen(props: ScreenProps) {
  const { partnership, lang, person } = props;
  const list = useAnswer(people, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.people, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const own = person.grants.find(
    (grant) =>
      SPOKESPEOPLE.includes(grant.role) &&
      list.value.parties.some(({ organisationId }) => organisationId === grant.organisationId),
  );
  return (
    <>
      <PageHeading
        heading={say(words.people, lang)}
        over={props.partnershipName}
        actions={
          <>
            <a href={`/installning/${partnership}/uppdrag`}>{say(words.toMandates, lang)}</a>
            {own !== undefined && <a href={`/installning/${partnership}/lamna-over`}>{say(words.toHandOver, lang)}</a>}
            <a href={`/installning/${partnership}/visning`}>{say(words.toFloors, lang)}</a>
          </>
        }
      />
      <DataTable
        caption={say(words.people, lang)}
        captionHidden
        rows={list.value.people}
        rowKey={(row) => row.grantId}
        columns={[
          { head: say(words.person, lang), cell: (row) => row.name, names: true },
          { head: say(words.role, lang), cell: (row) => say(roles[row.role], lang) },
          {
            head: say(words.organisation, lang),
            cell: (row) => <PartyName party={row.party}>{row.organisation}</PartyName>,
          },
          { head: say(words.officeTitle, lang), cell: (row) => row.title },
          { head: say(words.reason, lang), cell: (row) => row.reason },
          { head: say(words.since, lang), cell: (row) => formatDay(dayOf(readInstant(row.grantedAt)!), lang) },
        ]}
      />
      {list.value.parties
        .filter(({ accepted }) => !accepted)
        .map((party) => (
          <Notice
            key={party.organisationId}
            heading={say(words.notAccepted, lang, { party: party.name })}
            text={say(words.notAcceptedText, lang)}
          />
        ))}
      {own !== undefined &&
        list.value.parties
          .filter(({ spoken }) => spoken !== "here")
          .map((party) => <AskFirst key={party.organisationId} {...props} party={party} />)}
      {own !== undefined && <Invite {...props} organisationId={own.organisationId} />}
      <Keys {...props} />
      <LostKey {...props} list={list.value.people} />
    </>
  );
}

function Invite({ partnership, lang, organisationId }: ScreenProps & { organisationId: string }) {
  const invite = useCommand(invitePerson);
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [role, setRole] = useState<Role>("note-taker");
  const [told, setTold] = useState<{ link?: string; refusal?: string }>({});
  const send = async () => {
    const result = await invite.run({ partnership, organisationId, role, title, name });
    setTold(result.ok ? { link: result.value.link } : { refusal: result.refusal.sentence });
    if (result.ok) {
      setName("");
      setTitle("");
    }
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.inviteHeading, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label={say(words.inviteName, lang)} value={name} onChange={setName} required />
        <TextField label={say(words.officeTitle, lang)} value={title} onChange={setTitle} required />
        <Select
          label={say(words.role, lang)}
          value={role}
          onChange={(value) => setRole(value as Role)}
          options={ROLES.map((value) => ({ value, word: say(roles[value], lang) }))}
        />
        <Button type="submit" kind="main" busy={invite.busy}>
          {say(words.inviteButton, lang)}
        </Button>
      </form>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.link !== undefined && (
        <Notice kind="done" heading={say(words.inviteLink, lang)} live>
          <p className="code">{told.link}</p>
        </Notice>
      )}
    </section>
  );
}

/** A key for whoever is logged in: a reserve for those who have one, the first for the demo's people. */
export function Keys({ lang }: Pick<ScreenProps, "lang">) {
  const me = useAnswer(whoAmI, {});
  const ask = useCommand(keyOptions);
  const add = useCommand(addKey);
  const [sentence, setSentence] = useState<string>();
  const keys = me.state === "answered" ? (me.value.person?.keys ?? 0) : 0;
  const create = async () => {
    setSentence(undefined);
    const asked = await ask.run({});
    if (!asked.ok) return setSentence(asked.refusal.sentence);
    try {
      const answer = await startRegistration({
        optionsJSON: asked.value.options as unknown as PublicKeyCredentialCreationOptionsJSON,
      });
      const added = await add.run({
        challengeId: asked.value.challengeId,
        answer: { ...answer, type: "public-key" },
        label: say(words.keyLabel, lang, { number: keys + 1 }),
      });
      if (!added.ok) setSentence(added.refusal.sentence);
    } catch {
      setSentence(say(words.keyFailed, lang));
    }
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.yourKeys, lang)} />
      <p>{keys === 0 ? say(words.noKeys, lang) : say(words.someKeys, lang, { keys })}</p>
      <KeyTable lang={lang} />
      {sentence !== undefined && <Notice kind="error" heading={sentence} live />}
      <Button onPress={() => void create()} busy={ask.busy || add.busy}>
        {say(words.addKey, lang)}
      </Button>
    </section>
  );
}
