import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { openWalk } from "../../api.ts";
import { PersonText } from "../../privacy/screens/person-text.tsx";
import { tellDay } from "../../screens/told.ts";
import { cancelWalk, changePlan, walkCalendar } from "../api.ts";
import { draftOfPlan, type PlanDraft, PlanFields, planSaid } from "./plan-fields.tsx";
import { words } from "./words.ts";

type Walk = OutputOf<typeof openWalk>["walk"];
type Props = { readonly walk: Walk; readonly partnership: string; readonly leads: boolean; readonly lang: Lang };

/** What is said of a walk until it is held: whether strangers read it, and for whoever leads it how it is changed or called off. */
export function PlanDesk({ walk, partnership, leads, lang }: Props) {
  const [doing, setDoing] = useState<"changing" | "cancelling">();
  const [done, setDone] = useState(false);
  if (walk.state === "cancelled") return <CalledOff walk={walk} partnership={partnership} leads={leads} lang={lang} />;
  if (walk.state !== "planned") return null;
  const leave = (isDone: boolean) => {
    setDone(isDone);
    setDoing(undefined);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.thePlan, lang)} />
      {walk.isOpen ? (
        <p>
          {say(words.isOpenToAll, lang)}{" "}
          <a href={`/${partnership}/vandring/${walk.slug}`}>{say(words.publicPage, lang)}</a>
        </p>
      ) : (
        <p className="quiet">{say(words.isNotOpen, lang)}</p>
      )}
      {done && <Notice kind="done" heading={say(words.planSaved, lang)} live />}
      {leads && doing === undefined && (
        <div className="row">
          <Button onPress={() => setDoing("changing")}>{say(words.changePlan, lang)}</Button>
          <Button onPress={() => setDoing("cancelling")}>{say(words.cancelWalk, lang)}</Button>
        </div>
      )}
      {leads && doing === "changing" && (
        <ChangeForm walk={walk} partnership={partnership} lang={lang} onLeave={leave} />
      )}
      {leads && doing === "cancelling" && (
        <CancelForm walk={walk} partnership={partnership} lang={lang} onLeave={leave} />
      )}
    </section>
  );
}

function CalledOff({ walk, partnership, leads, lang }: Props) {
  return (
    <div className="stack">
      <Notice
        kind="advice"
        heading={say(words.calledOffOn, lang, { day: tellDay(walk.cancelledAt ?? "", lang) })}
        text={walk.reason}
      />
      <p className="quiet">{say(words.calledOffKept, lang)}</p>
      <p>
        <a href={addressOf(walkCalendar, { partnership, slug: walk.slug }, true)} download>
          {say(words.calendarStruckOut, lang)}
        </a>
      </p>
      {leads && (
        <div>
          <LinkButton href={`/lyssna/${partnership}/ny-vandring?likadan=${walk.slug}`}>
            {say(words.planAnew, lang)}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

type Form = Omit<Props, "leads"> & { readonly onLeave: (done: boolean) => void };

/** What was read when the form was opened is what is changed: the revision of then goes along. */
function ChangeForm({ walk, partnership, lang, onLeave }: Form) {
  const change = useCommand(changePlan);
  const [revision] = useState(walk.revision);
  const [draft, setDraft] = useState<PlanDraft>(() => ({
    ...draftOfPlan(walk),
    day: dayOf(walk.startsAt as Instant),
  }));
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const said = planSaid(draft);
    if (said === undefined || draft.village.trim() === "") return setRefusal(say(words.planNeeds, lang));
    const result = await change.run({ partnership, slug: walk.slug, ...said, revision });
    if (result.ok) onLeave(true);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PlanFields value={draft} onChange={setDraft} partnership={partnership} lang={lang} />
      <div className="row">
        <Button type="submit" kind="main" busy={change.busy}>
          {say(words.savePlan, lang)}
        </Button>
        <Button onPress={() => onLeave(false)}>{say(words.leavePlan, lang)}</Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}

function CancelForm({ walk, partnership, lang, onLeave }: Form) {
  const cancel = useCommand(cancelWalk);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await cancel.run({ partnership, slug: walk.slug, reason });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="sheet-acting stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{say(words.cancelWarning, lang)}</p>
      <PersonText
        about="public"
        lang={lang}
        label={say(words.cancelReason, lang)}
        guide={say(walk.isOpen ? words.cancelReasonOpen : words.cancelReasonGuide, lang)}
        value={reason}
        onChange={setReason}
        rows={3}
        required
      />
      <div className="row">
        <Button type="submit" kind="main" busy={cancel.busy}>
          {say(words.cancelNow, lang)}
        </Button>
        <Button onPress={() => onLeave(false)}>{say(words.leavePlan, lang)}</Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}
