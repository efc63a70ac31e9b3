import { useRef, useState } from "react";
import type { Month } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatMonth, formatMonthShort } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { pinPicture, takePictureDown } from "../api.ts";
import { words } from "../words.ts";
import { pictureSaid } from "./picture-said.ts";
import { type MeetingProps, type ReadItem, writes } from "./read-meeting.ts";

/** What is pinned to an item, on the wall, and where more is pinned. */
export function Pictures(props: MeetingProps & { item: ReadItem }) {
  const { item, lang, partnership, meeting } = props;
  const heading = useRef<HTMLDivElement>(null);
  const down = useCommand(takePictureDown);
  const [refusal, setRefusal] = useState<string>();
  const mayWrite = writes(props);
  if (item.pictures.length === 0 && !mayWrite) return null;
  const takeDown = async (pictureId: string) => {
    const result = await down.run({ partnership, on: meeting.on, pictureId: pictureId });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    // The button goes away with its picture.
    heading.current?.focus();
  };
  return (
    <section className="stack-tight">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.picture, lang)} level={3} />
      </div>
      {item.pictures.map((picture) => {
        const said = pictureSaid(picture, lang);
        const query = [picture.address, ...(picture.address.includes("delning=") ? [] : ["delning=gemensamt"])];
        return (
          <div key={picture.id} className="stack-tight">
            <BarChart
              lang={lang}
              sentence={said.sentence}
              heads={[say(words.month, lang), say(words.happenings, lang)]}
              bars={picture.byMonth.map(({ key, count }) => ({
                label: formatMonth(key as Month, lang),
                short: formatMonthShort(key as Month, lang),
                count,
              }))}
            />
            {said.notes.map((note) => (
              <p key={note} className="measure">
                {note}
              </p>
            ))}
            <p className="small quiet">{said.pinned}</p>
            <div className="row">
              <LinkButton small href={`/lagesbild/${partnership}?${query.filter(Boolean).join("&")}`}>
                {say(words.onMap, lang)}
              </LinkButton>
              {mayWrite && (
                <Button small kind="bare" busy={down.busy} onPress={() => void takeDown(picture.id)}>
                  {say(words.takeDown, lang)}
                </Button>
              )}
            </div>
          </div>
        );
      })}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {mayWrite && <PinForm {...props} />}
    </section>
  );
}

function PinForm({ partnership, lang, meeting, item }: MeetingProps & { item: ReadItem }) {
  const [address, setAddress] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const pin = useCommand(pinPicture);
  const hasSaved = item.question !== "" && item.pictures.length === 0;
  const send = async (question: string) => {
    if (question.trim() === "") return;
    const result = await pin.run({ partnership, on: meeting.on, itemId: item.id, question });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) setAddress("");
  };
  return (
    <div className="stack-tight">
      {hasSaved && (
        <Button busy={pin.busy} onPress={() => void send(item.question)}>
          {say(words.pinSaved, lang)}
        </Button>
      )}
      <details>
        <summary>{say(words.pin, lang)}</summary>
        <form
          className="stack measure"
          onSubmit={(event) => {
            event.preventDefault();
            void send(address);
          }}
        >
          <LinkButton small href={`/lagesbild/${partnership}?delning=gemensamt`}>
            {say(words.openPicture, lang)}
          </LinkButton>
          <TextField
            label={say(words.pictureAddress, lang)}
            guide={say(words.pictureGuide, lang)}
            value={address}
            onChange={setAddress}
            required
          />
          <Button type="submit" busy={pin.busy}>
            {say(words.pin, lang)}
          </Button>
        </form>
      </details>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
    </div>
  );
}
