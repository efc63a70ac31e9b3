import { useState } from "react";
import { say } from "../../../ground/words.ts";
import { AskedPicture } from "../../../picture/screens/picture.tsx";
import { addressOf, askedIn, readQuestion } from "../../../picture/question.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { pinPicture } from "../api.ts";
import { words } from "../words.ts";
import { AtMeeting } from "./at-meeting.tsx";
import { type MeetingProps, takenUp, writes } from "./read-meeting.ts";

/** /lagesbild/<p>/motesbild-<day>?punkt=…: the picture on the wall, of what both see; what it answers is pinned to the item it was opened from. */
export function MeetingPictureScreen(props: ScreenProps) {
  return (
    <AtMeeting {...props} before="motesbild-">
      {(meeting) => <Wall {...props} meeting={meeting} />}
    </AtMeeting>
  );
}

function Wall(props: MeetingProps) {
  const { partnership, meeting, query } = props;
  const itemId = query.get("punkt") ?? "";
  return (
    <AskedPicture
      {...props}
      item={undefined}
      place={{
        path: `/lagesbild/${partnership}/motesbild-${meeting.on}`,
        kept: `punkt=${itemId}`,
        onWall: <Over {...props} itemId={itemId} />,
      }}
    />
  );
}

/** Over the picture: what it is looked at for, and that it is pinned there. */
function Over(props: MeetingProps & { itemId: string }) {
  const { partnership, lang, meeting, itemId } = props;
  const pin = useCommand(pinPicture);
  const [refusal, setRefusal] = useState<string>();
  const items = takenUp(meeting);
  const place = items.findIndex(({ id }) => id === itemId);
  const item = items[place];
  const back = `/lagesbild/${partnership}/moteslage-${meeting.on}?punkt=${itemId}`;
  const send = async () => {
    // As the address says it now: a hand that moves writes there, and not here.
    const { question } = readQuestion(askedIn(new URLSearchParams(location.search)));
    const result = await pin.run({
      partnership,
      on: meeting.on,
      itemId,
      question: addressOf({ ...question, sharing: "shared" }),
    });
    if (result.ok) props.go(back);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <div className="stack-tight">
      <div className="row between">
        <p>
          {item !== undefined && (
            <>
              <span className="quiet">{say(words.itemOf, lang, { place: place + 1, count: items.length })} · </span>
              <span className="strong">{say(item.said, lang)}</span>
            </>
          )}
        </p>
        <div className="row">
          {item !== undefined && writes(props) && (
            <Button kind="main" busy={pin.busy} onPress={() => void send()}>
              {say(words.pin, lang)}
            </Button>
          )}
          <LinkButton href={back}>{say(words.toItem, lang)}</LinkButton>
        </div>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </div>
  );
}
