import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { deviceNow, newDeviceId } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { formatClock } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { openWalk } from "../../api.ts";
import { words as walkWords } from "../../screens/words.ts";
import type { Heads } from "../../walk.ts";
import { correctHeads, finishWalk, type openWalkDesk } from "../api.ts";
import { isBeforeItsDay } from "../heads.ts";
import { headsSaid } from "./paper.ts";
import { HeadsFields, NOTHING_COUNTED } from "./heads-fields.tsx";
import { words } from "./words.ts";

type Count = OutputOf<typeof openWalkDesk>["counts"][number];
type Props = {
  readonly walk: OutputOf<typeof openWalk>["walk"];
  readonly counts: readonly Count[];
  readonly partnership: string;
  /** Whether the one who looks may finish the walk, and may put right what a group counted. */
  readonly finishes: boolean;
  readonly leads: boolean;
  readonly lang: Lang;
};

/** «Alla 9 · Kvinnor 5». */
export function tellHeads(heads: Heads | undefined, lang: Lang): string {
  return headsSaid(heads ?? {}, lang).join(" · ");
}

/** «Avsluta» at the desk, for a walk on paper or a group whose phone says nothing; and what each group counted, put right where it was wrong until the protocol stands. */
export function Counts({ walk, counts, partnership, finishes, leads, lang }: Props) {
  const [open, setOpen] = useState<Count | "new">();
  if (walk.state === "protocol" || walk.state === "cancelled") return null;
  if (isBeforeItsDay({ startsAt: walk.startsAt as Instant }, deviceNow())) return null;
  const isWalked = walk.state === "walked";
  // Closes what was done with, not what has been opened since.
  const close = () => setOpen((now) => (now === open ? undefined : now));
  const where = { walk, partnership, lang, onClose: close };
  return (
    <section className="stack">
      <SectionHeading heading={say(isWalked ? walkWords.heads : walkWords.finish, lang)} />
      {!isWalked && <p>{say(words.finishHere, lang)}</p>}
      <ul className="list">
        {counts.map((count, index) => (
          <li key={count.group}>
            <div>
              <b>{say(words.groupNumber, lang, { number: index + 1 })}</b>{" "}
              {tellHeads(count.heads, lang) || say(words.nobodyCounted, lang)}
              {count.weather !== "" && ` · ${count.weather}`}{" "}
              <span className="quiet">{formatClock(count.toldAt as Instant, lang)}</span>
            </div>
            {leads && (
              <Button small onPress={() => setOpen(count)} label={say(words.correctGroup, lang, { number: index + 1 })}>
                {say(words.correct, lang)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {finishes && open !== "new" && (
        <div>
          <Button onPress={() => setOpen("new")}>{say(isWalked ? words.addGroup : walkWords.finish, lang)}</Button>
        </div>
      )}
      {open !== undefined && <CountForm key={open === "new" ? "new" : open.group} {...where} count={open} />}
    </section>
  );
}

type Form = Pick<Props, "walk" | "partnership" | "lang"> & {
  readonly count: Count | "new";
  readonly onClose: () => void;
};
function CountForm({ walk, partnership, lang, count, onClose }: Form) {
  const finish = useCommand(finishWalk);
  const correct = useCommand(correctHeads);
  const [group] = useState(() => (count === "new" ? newDeviceId() : count.group));
  const [counting, setCounting] = useState(count === "new" ? NOTHING_COUNTED : count);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const { heads, weather } = counting;
    const functions = count === "new" ? walk.functions : count.functions;
    const input = { partnership, slug: walk.slug, group, heads, weather, functions: [...functions] };
    const result = await (count === "new" ? finish : correct).run(input);
    if (result.ok) onClose();
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
      <p className="quiet">{say(walkWords.headsNote, lang)}</p>
      <HeadsFields value={counting} onChange={({ heads, weather }) => setCounting({ heads, weather })} lang={lang} />
      <div className="row">
        <Button type="submit" kind="main" busy={finish.busy || correct.busy}>
          {say(words.saveCount, lang)}
        </Button>
        <Button onPress={onClose}>{say(words.leaveCount, lang)}</Button>
      </div>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}
