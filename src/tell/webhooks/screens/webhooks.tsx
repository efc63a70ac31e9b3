import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Id } from "../../../ground/id.ts";
import type { Instant } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { formatInstant } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import * as api from "../api.ts";
import { EVENT_KINDS, type EventKind } from "../webhook.ts";
import { deliveryStates, eventKinds, faults, words } from "../words.ts";

type Webhook = OutputOf<typeof api.listWebhooks>["webhooks"][number];
type Delivery = Webhook["deliveries"][number];

/** /beratta/<p>/webhookar: the systems that are told, how it goes, and a new one. Both parties see all of it. */
export function WebhooksScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const answer = useAnswer(api.listWebhooks, { partnership });
  const [secret, setSecret] = useState<string>();
  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.heading, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      {secret !== undefined && (
        <Notice kind="done" heading={say(words.secretHeading, lang)} text={say(words.secretText, lang)} live>
          <p className="code">{secret}</p>
        </Notice>
      )}
      <Asked answer={answer} lang={lang}>
        {({ mayAdd, schema, webhooks }) => (
          <>
            {webhooks.length === 0 && (
              <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} level={2} />
            )}
            {webhooks.map((webhook) => (
              <One key={webhook.id} {...{ partnership, lang, webhook, setSecret }} />
            ))}
            {mayAdd && <Adding {...{ partnership, lang, setSecret }} />}
            <p className="measure">
              {say(words.format, lang)} <a href={new URL(schema).pathname}>{say(words.schema, lang)}</a>
            </p>
          </>
        )}
      </Asked>
    </div>
  );
}

type Common = {
  readonly partnership: string;
  readonly lang: Lang;
  readonly setSecret: (secret: string | undefined) => void;
};

function One({ partnership, lang, webhook, setSecret }: Common & { readonly webhook: Webhook }) {
  const { address, paused, kinds, organisation, mine, deliveries } = webhook;
  return (
    <section className="sheet stack">
      <SectionHeading heading={address}>
        <Status
          kind={paused === null ? "running" : paused === "gone" ? "missed" : "waiting"}
          word={say(paused === null ? words.on : paused === "gone" ? words.pausedByGone : words.pausedByPerson, lang)}
        />
      </SectionHeading>
      <p className="measure small">
        {say(words.sends, lang, { kinds: kinds.map((kind) => say(eventKinds[kind], lang)).join(" · ") })}
      </p>
      <p className="small quiet">
        {mine ? say(words.keptBy, lang, { organisation }) : say(words.readOnly, lang, { organisation })}
      </p>
      {mine && <Keeping {...{ partnership, lang, webhook, setSecret }} />}
      {deliveries.length === 0 ? (
        <p className="quiet">{say(words.noDeliveries, lang)}</p>
      ) : (
        <DataTable
          caption={say(words.deliveries, lang, { address })}
          captionHidden
          rows={deliveries}
          rowKey={({ id }) => id}
          columns={[
            { head: say(words.event, lang), names: true, cell: ({ kind }) => sayKind(kind, lang) },
            { head: say(words.made, lang), cell: ({ madeAt }) => formatInstant(madeAt as Instant, lang) },
            { head: say(words.how, lang), cell: (delivery) => <How delivery={delivery} lang={lang} /> },
            {
              head: say(words.next, lang),
              cell: ({ nextTry }) => (nextTry === null ? "–" : formatInstant(nextTry as Instant, lang)),
            },
          ]}
        />
      )}
    </section>
  );
}

const sayKind = (kind: Delivery["kind"], lang: Lang) =>
  say(kind === "trial" ? words.trialKind : eventKinds[kind], lang);

const STATES: Readonly<Record<Delivery["state"], StatusKind>> = {
  waiting: "waiting",
  delivered: "met",
  "given-up": "missed",
};

function How({ delivery, lang }: { readonly delivery: Delivery; readonly lang: Lang }) {
  const { state, fault, status, attempts } = delivery;
  const more = [
    ...(fault === null ? [] : [say(faults[fault], lang)]),
    ...(status === null ? [] : [say(words.answered, lang, { status })]),
    ...(attempts === 0 ? [] : [say(words.attempts, lang, { count: attempts })]),
  ];
  return (
    <>
      <Status kind={STATES[state]} word={say(deliveryStates[state], lang)} as="text" />{" "}
      <span className="small quiet">{more.join(", ")}</span>
    </>
  );
}

function Keeping({ partnership, lang, webhook, setSecret }: Common & { readonly webhook: Webhook }) {
  const of = { partnership, id: webhook.id as Id<"webhook"> };
  const [pause, resume] = [useCommand(api.pauseWebhook), useCommand(api.resumeWebhook)];
  const [roll, trial, remove] = [
    useCommand(api.rollWebhookSecret),
    useCommand(api.tryWebhook),
    useCommand(api.removeWebhook),
  ];
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly said: string }>();
  const refused = (sentence: string) => setTold({ kind: "error", said: sentence });
  const press = async (command: typeof pause) => {
    const result = await command.run(of);
    if (result.ok) setTold(undefined);
    else refused(result.refusal.sentence);
    return result.ok;
  };
  const change = async () => {
    const result = await roll.run(of);
    if (result.ok) setSecret(result.value.secret);
    else refused(result.refusal.sentence);
  };
  const send = async () => {
    if (await press(trial)) setTold({ kind: "done", said: say(words.trialSent, lang) });
  };
  return (
    <>
      {told !== undefined && <Notice kind={told.kind} level={3} heading={told.said} live />}
      <div className="row">
        {webhook.paused === null ? (
          <>
            <Button small busy={trial.busy} onPress={() => void send()}>
              {say(words.trial, lang)}
            </Button>
            <Button small busy={pause.busy} onPress={() => void press(pause)}>
              {say(words.pause, lang)}
            </Button>
          </>
        ) : (
          <Button small busy={resume.busy} onPress={() => void press(resume)}>
            {say(words.resume, lang)}
          </Button>
        )}
        <Button small busy={roll.busy} onPress={() => void change()}>
          {say(words.roll, lang)}
        </Button>
        {asking ? (
          <Button small kind="main" busy={remove.busy} onPress={() => void press(remove)}>
            {say(words.removeSure, lang, { address: webhook.address })}
          </Button>
        ) : (
          <Button small onPress={() => setAsking(true)}>
            {say(words.remove, lang)}
          </Button>
        )}
      </div>
    </>
  );
}

function Adding({ partnership, lang, setSecret }: Common) {
  const add = useCommand(api.addWebhook);
  const [address, setAddress] = useState("");
  const [kinds, setKinds] = useState<readonly EventKind[]>(EVENT_KINDS);
  const [refusal, setRefusal] = useState<{ readonly field?: string | undefined; readonly sentence: string }>();
  const send = async () => {
    const result = await add.run({ partnership, address, kinds: [...kinds] });
    setRefusal(result.ok ? undefined : result.refusal);
    if (!result.ok) return;
    setAddress("");
    setSecret(result.value.secret);
  };
  const at = (field: string) => (refusal?.field === field ? refusal.sentence : undefined);
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SectionHeading heading={say(words.addHeading, lang)} />
      <TextField
        label={say(words.address, lang)}
        guide={say(words.addressGuide, lang)}
        value={address}
        onChange={setAddress}
        maxLength={500}
        error={at("address")}
      />
      <ChoiceGroup
        label={say(words.events, lang)}
        many
        columns={1}
        value={kinds}
        onChange={(chosen) => setKinds(EVENT_KINDS.filter((kind) => chosen.includes(kind)))}
        options={EVENT_KINDS.map((kind) => ({ value: kind, word: say(eventKinds[kind], lang) }))}
        error={at("kinds")}
      />
      {refusal !== undefined && refusal.field === undefined && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={add.busy}>
          {say(words.add, lang)}
        </Button>
      </div>
    </form>
  );
}
