// From planned to open to closed: the turns of a campaign, and its last day, which closes the form by itself.
import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { closeCampaign, extendCampaign, type followCampaign, openCampaign } from "../api.ts";
import { formStates, words } from "./words.ts";

type Campaign = OutputOf<typeof followCampaign>["campaign"];
type Props = { readonly campaign: Campaign; readonly partnership: string; readonly lang: Lang };

/** «Öppen», or the day that says why nobody can answer. */
export function formState({ form, from, to }: Pick<Campaign, "form" | "from" | "to">, lang: Lang): string {
  return say(formStates[form], lang, { day: formatDay((form === "not-yet" ? from : to) as Day, lang) });
}

/** Open it, and close it after asking once more: a closed campaign is not opened again. */
export function Turning({ campaign, partnership, lang }: Props) {
  const open = useCommand(openCampaign);
  const close = useCommand(closeCampaign);
  const [asking, setAsking] = useState(false);
  const { slug } = campaign;
  if (campaign.state === "planned")
    return (
      <Button kind="turn" busy={open.busy} onPress={() => void open.run({ partnership, slug })}>
        {say(words.open, lang)}
      </Button>
    );
  if (campaign.state === "closed") return null;
  return asking ? (
    <Button kind="main" busy={close.busy} onPress={() => void close.run({ partnership, slug })}>
      {say(words.closeSure, lang)}
    </Button>
  ) : (
    <Button onPress={() => setAsking(true)}>
      {say(campaign.form === "past" ? words.closeDialogue : words.close, lang)}
    </Button>
  );
}

/** «Förläng»: when the last day has passed it says so, and what may still be typed in. */
export function Extending({ campaign, partnership, lang }: Props) {
  const extend = useCommand(extendCampaign);
  const [to, setTo] = useState<Day | undefined>(campaign.to as Day);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    if (to === undefined) return setRefusal(say(words.chooseDay, lang));
    const result = await extend.run({ partnership, slug: campaign.slug, to });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      {campaign.form === "past" && (
        <Notice kind="advice" heading={say(words.isPast, lang, { day: formatDay(campaign.to as Day, lang) })} />
      )}
      {campaign.mine && (
        <details>
          <summary>{say(words.extend, lang)}</summary>
          <div className="stack measure">
            <DateField label={say(words.newLastDay, lang)} value={to ?? ""} onChange={setTo} />
            {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
            <div>
              <Button busy={extend.busy} onPress={() => void send()}>
                {say(words.extend, lang)}
              </Button>
            </div>
          </div>
        </details>
      )}
    </section>
  );
}
