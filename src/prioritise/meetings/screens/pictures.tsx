import { useRef, useState } from "react";
import type { Month } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { BarChart } from "../../../ui/bar-chart.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { formatMonth, formatMonthShort } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { takePictureDown } from "../api.ts";
import { words } from "../words.ts";
import { pictureSaid } from "./picture-said.ts";
import { type MeetingProps, type ReadItem, wallAddress, writes } from "./read-meeting.ts";

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
              <LinkButton small href={wallAddress(props, item.id, picture.address)}>
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
      {mayWrite && <ToWall {...props} />}
    </section>
  );
}

/** Where what is pinned comes from: the picture on the wall, of what both see. */
function ToWall(props: MeetingProps & { item: ReadItem }) {
  const { item, lang } = props;
  return (
    <div className="row">
      <LinkButton href={wallAddress(props, item.id, item.question)}>{say(words.showPicture, lang)}</LinkButton>
    </div>
  );
}
