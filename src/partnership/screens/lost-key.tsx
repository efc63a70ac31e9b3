import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { dayOf, type Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { qrPath } from "../../platform/browser/qr.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { formatClock, formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { askNewKey, askWitness, listKeys, newKeys, type people, revokeKey, witness } from "../api.ts";
import { refusals, words } from "../words.ts";

/** One's own keys, when each was used last, and a way to take back one that is lost. Nothing where there is none. */
export function KeyTable({ lang }: Pick<ScreenProps, "lang">) {
  const answer = useAnswer(listKeys, {});
  const revoking = useCommand(revokeKey);
  const [refusal, setRefusal] = useState<string>();
  const keys = answer.value?.keys ?? [];
  if (keys.length === 0) return null;
  const hold = keys.filter(({ revokedAt }) => revokedAt === null);
  const revoke = async (credentialId: string) => {
    const result = await revoking.run({ credentialId });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  const on = (at: string) => formatDay(dayOf(at as Instant), lang);
  return (
    <>
      <DataTable
        caption={say(words.yourKeys, lang)}
        captionHidden
        rows={keys}
        rowKey={({ credentialId }) => credentialId}
        columns={[
          { head: say(words.key, lang), names: true, cell: ({ label }) => label },
          { head: say(words.addedOn, lang), cell: ({ addedAt }) => on(addedAt) },
          {
            head: say(words.lastUsed, lang),
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? say(words.neverUsed, lang) : on(lastUsedAt)),
          },
          {
            head: say(words.keyState, lang),
            cell: ({ credentialId, label, revokedAt }) =>
              revokedAt === null ? (
                <>
                  {say(words.keyHolds, lang)}{" "}
                  <Button
                    kind="bare"
                    small
                    label={say(words.revokeKey, lang, { label })}
                    busy={revoking.busy}
                    onPress={() => void revoke(credentialId)}
                    {...(hold.length === 1 ? { blocked: say(refusals["last-key"], lang) } : {})}
                  >
                    {say(words.revoke, lang)}
                  </Button>
                </>
              ) : (
                say(words.keyRevoked, lang, { day: on(revokedAt) })
              ),
          },
        ]}
      />
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
      {hold.length === 1 && <p className="measure">{say(words.reserve, lang)}</p>}
    </>
  );
}

type Listed = OutputOf<typeof people>["people"];
type Asked = OutputOf<typeof newKeys>["asked"][number];

/** «Jag ser Göran framför mig»: two of one's own organisation, each with their own key, and then a link for the new phone. */
export function LostKey({ partnership, lang, person, list }: ScreenProps & { readonly list: Listed }) {
  const open = useAnswer(newKeys, { partnership });
  const asking = useCommand(askNewKey);
  const [who, setWho] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const [made, setMade] = useState<{ readonly name: string; readonly link: string }>();
  const told = useRef<HTMLDivElement>(null);
  // The question is gone when both have answered it: the hand goes on at the link.
  useEffect(() => {
    if (made !== undefined) told.current?.focus();
  }, [made]);
  const own = new Set(person.grants.map(({ organisationId }) => organisationId));
  const others = new Map(
    list
      .filter(({ organisationId, personId }) => own.has(organisationId) && personId !== person.id)
      .map((one) => [one.personId, `${one.name}, ${one.title}`]),
  );
  if (others.size === 0) return null;
  const ask = async () => {
    const personId = list.find((one) => one.personId === who)?.personId;
    if (personId === undefined) return setRefusal(say(words.lostPick, lang));
    const result = await asking.run({ partnership, personId });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.lostHeading, lang)} />
      <p className="measure">{say(words.lostLead, lang)}</p>
      {(open.value?.asked ?? []).map((one) => (
        <Witness
          key={one.id}
          partnership={partnership}
          asked={one}
          lang={lang}
          onLink={(link) => setMade({ name: one.name, link })}
        />
      ))}
      <div tabIndex={-1} ref={told}>
        {made !== undefined && (
          <Notice kind="done" heading={say(words.linkFor, lang, { name: made.name })} level={3} live>
            <Code text={made.link} label={say(words.linkFor, lang, { name: made.name })} />
            <p className="code">{made.link}</p>
          </Notice>
        )}
      </div>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Select
          label={say(words.lostWho, lang)}
          value={who}
          empty="–"
          options={[...others].map(([value, word]) => ({ value, word }))}
          onChange={(value) => {
            setWho(value);
            setRefusal(undefined);
          }}
        />
        {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
        <div className="row">
          <Button type="submit" busy={asking.busy}>
            {say(words.lostAsk, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Witness({
  partnership,
  asked,
  lang,
  onLink,
}: {
  readonly partnership: string;
  readonly asked: Asked;
  readonly lang: Lang;
  readonly onLink: (link: string) => void;
}) {
  const question = useCommand(askWitness);
  const saying = useCommand(witness);
  const [refusal, setRefusal] = useState<string>();
  const { id, name, cannot } = asked;
  const confirm = async () => {
    setRefusal(undefined);
    const given = await question.run({ partnership, id });
    if (!given.ok) return setRefusal(given.refusal.sentence);
    try {
      const answer = await startAuthentication({
        optionsJSON: given.value.options as unknown as PublicKeyCredentialRequestOptionsJSON,
      });
      const said = await saying.run({
        partnership,
        id,
        challengeId: given.value.challengeId,
        answer: { ...answer, type: "public-key" },
      });
      if (!said.ok) setRefusal(said.refusal.sentence);
      else if (said.value.link !== null) onLink(said.value.link);
    } catch {
      setRefusal(say(refusals["key-not-recognised"], lang));
    }
  };
  const clock = formatClock(asked.until as Instant, lang);
  return (
    <article className="sheet stack-tight">
      <p role="status">{say(words.lostStands, lang, { name, count: asked.witnesses, clock })}</p>
      <div>
        <Button
          kind="turn"
          busy={question.busy || saying.busy}
          onPress={() => void confirm()}
          {...(cannot !== null && cannot in refusals
            ? { blocked: say(refusals[cannot as keyof typeof refusals], lang) }
            : {})}
        >
          {say(words.iSee, lang, { name })}
        </Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
    </article>
  );
}

/** The link, to be read by the new phone's camera. */
function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg className="hand-over-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
