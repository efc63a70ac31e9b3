import { useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { CHANNELS, REACHES } from "../../../pledge/report-text.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { noteTelling, strikeTelling } from "../api.ts";
import type { Channel, Reach } from "../telling.ts";
import { channels, reaches, words } from "../words.ts";
import type { Opened } from "./opened.ts";

/** «Vem vet om löftet?» */
export function Tellings({ partnership, lang, report }: ScreenProps & { report: Opened }) {
  const note = useCommand(noteTelling);
  const [on, setOn] = useState<Day>();
  const [channel, setChannel] = useState<Channel>("website");
  const [audience, setAudience] = useState("");
  const [reach, setReach] = useState<Reach>("unknown");
  const [told, setTold] = useState<{ refusal?: string; saved?: boolean }>({});
  const where = { partnership, slug: report.slug };
  const add = async () => {
    if (on === undefined) return;
    const result = await note.run({ ...where, on, channel, audience, reach });
    setTold(result.ok ? { saved: true } : { refusal: result.refusal.sentence });
    if (result.ok) setAudience("");
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.whoKnows, lang)}>{report.told.length}</SectionHeading>
      <p>{say(words.whoKnowsText, lang)}</p>
      {report.told.length === 0 ? (
        <p className="quiet">{say(words.nothingTold, lang)}</p>
      ) : (
        <ul className="list">
          {report.told.map((one) => (
            <li key={one.id} className="stack-tight">
              <PartyName party={one.party}>
                {formatDay(one.on, lang)} · {say(channels[one.channel], lang)} · <span lang="sv">{one.audience}</span> ·{" "}
                {say(reaches[one.reach], lang)}
              </PartyName>
              {one.struck === null ? (
                report.state === "draft" && <Strike {...where} lang={lang} tellingId={one.id} />
              ) : (
                <p className="small quiet" lang="sv">
                  {say(words.struck, lang, { reason: one.struck })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {report.state === "draft" && (
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <div className="split-even">
            <DateField label={say(words.day, lang)} value={on ?? ""} onChange={setOn} required />
            <Select
              label={say(words.channel, lang)}
              value={channel}
              onChange={(value) => setChannel(value as Channel)}
              options={CHANNELS.map((value) => ({ value, word: say(channels[value], lang) }))}
            />
          </div>
          <TextField label={say(words.audience, lang)} value={audience} onChange={setAudience} required />
          <Select
            label={say(words.reach, lang)}
            value={reach}
            onChange={(value) => setReach(value as Reach)}
            options={REACHES.map((value) => ({ value, word: say(reaches[value], lang) }))}
          />
          {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
          {told.saved === true && <Notice kind="done" heading={say(words.saved, lang)} live />}
          <div className="row">
            <Button type="submit" busy={note.busy}>
              {say(words.addTelling, lang)}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

function Strike({
  partnership,
  slug,
  tellingId,
  lang,
}: { partnership: string; slug: string; tellingId: string } & Pick<ScreenProps, "lang">) {
  const strike = useCommand(strikeTelling);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  return (
    <details>
      <summary>{say(words.strike, lang)}</summary>
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          void strike
            .run({ partnership, slug, tellingId, reason })
            .then((result) => setRefusal(result.ok ? undefined : result.refusal.sentence));
        }}
      >
        <TextField label={say(words.strikeWhy, lang)} value={reason} onChange={setReason} required />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div className="row">
          <Button type="submit" small busy={strike.busy}>
            {say(words.strike, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
