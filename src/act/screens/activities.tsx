import { useState, type ReactNode } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { sayTarget } from "../../pledge/screens/said.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { correctOccasion, listActivities } from "../api.ts";
import { words as calendarWords } from "../calendar/words.ts";
import { words as forumWords } from "../forums/words.ts";
import { words as itemWords } from "../items/words.ts";
import { causes, words } from "../words.ts";
import { ActPhone } from "./act-phone.tsx";
import { ActivityCard, Standing } from "./activity-card.tsx";
import { sayCount } from "./said.ts";
import type { Listed } from "./waiting.ts";

/** /gora/<p>: everything that is promised now, whose it is, and how far it has come. */
export function ActivityListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const list = useAnswer(listActivities, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const { activities } = list.value;
  return (
    <>
      <PageHeading
        heading={say(words.doing, lang)}
        over={props.partnershipName}
        actions={
          <div className="row">
            <LinkButton href={`/gora/${partnership}/kalender`}>{say(calendarWords.heading, lang)}</LinkButton>
            <LinkButton href={`/gora/${partnership}/punkter`}>{say(itemWords.heading, lang)}</LinkButton>
            <LinkButton href={`/gora/${partnership}/forum`}>{say(forumWords.heading, lang)}</LinkButton>
          </div>
        }
      />
      {activities.length === 0 ? (
        <Empty heading={say(words.doingNothing, lang)} text={say(words.doingNothingText, lang)} level={2} />
      ) : (
        <section>
          <SectionHeading heading={say(words.all, lang)}>{activities.length}</SectionHeading>
          <ul className="list">
            {activities.map((row) => (
              <li key={row.id} className="list-row-acting">
                <div>
                  <a href={`/gora/${partnership}/aktivitet-${row.id}`} className="strong" lang="sv">
                    {`${row.number} ${row.text}`}
                  </a>
                  <p className="small quiet">
                    {[
                      row.unit,
                      row.occasions[0] === undefined
                        ? say(words.never, lang)
                        : say(words.latestOn, lang, { day: formatDay(row.occasions[0].on as Day, lang) }),
                    ].join(" · ")}
                  </p>
                </div>
                <div className="list-figures">
                  {row.expected !== null && <Standing activity={row} lang={lang} />}
                  <span>
                    <b>{sayCount(row.done, lang)}</b>{" "}
                    {row.expected !== null &&
                      say(words.ofDone, lang, {
                        expected: formatNumber(row.expected, lang),
                        unit: row.target?.unit ?? "",
                      })}
                  </span>
                  {row.expectedByNow !== null && (
                    <span className="small quiet">
                      {say(words.inAll, lang, {
                        done: sayCount(row.doneInAll, lang),
                        due: formatNumber(row.expectedByNow, lang),
                      })}
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** /gora/<p>/aktivitet-<id>: one activity with its whole history, struck lines too. */
export function ActivityScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const list = useAnswer(listActivities, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  const activity =
    list.state === "answered" ? list.value.activities.find(({ id }) => `aktivitet-${id}` === item) : undefined;
  if (activity === undefined)
    return (
      <Notice level={1} heading={say(words.notHere, lang)}>
        <p>
          <a href={`/gora/${partnership}`}>{say(words.all, lang)}</a>
        </p>
      </Notice>
    );
  return (
    <ActPhone personId={props.person.id} lang={lang}>
      <PageHeading
        heading={`${say(words.activity, lang)} ${activity.number}`}
        over={<a href={`/gora/${partnership}`}>{say(words.all, lang)}</a>}
        lead={sayTarget(activity.target ?? undefined, lang)}
      />
      <p className="quiet">{say(words.signedTarget, lang)}</p>
      <ActivityCard activity={activity} partnership={partnership} lang={lang} level={2} />
      <section>
        <SectionHeading heading={say(words.occasions, lang)}>{activity.occasions.length}</SectionHeading>
        {activity.occasions.length === 0 ? (
          <Empty heading={say(words.noOccasions, lang)} text={say(words.noOccasionsText, lang)} />
        ) : (
          <History {...props} activity={activity} />
        )}
      </section>
      {activity.deviations.length > 0 && (
        <section>
          <SectionHeading heading={say(words.deviations, lang)}>{activity.deviations.length}</SectionHeading>
          <ul className="list">
            {activity.deviations.map((deviation) => (
              <li key={deviation.id}>
                <div>
                  <Struck isStruck={deviation.struck !== null}>
                    <b>{formatDay(deviation.on as Day, lang)}</b> {say(causes[deviation.cause], lang)}.{" "}
                    {deviation.sentence}
                  </Struck>
                  <p className="quiet">
                    {deviation.newDay === null
                      ? deviation.because
                      : `${say(words.newTime, lang)}: ${formatDay(deviation.newDay as Day, lang)}`}
                  </p>
                  {deviation.struck !== null && (
                    <p className="quiet">{say(words.struck, lang, { reason: deviation.struck })}</p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ActPhone>
  );
}

type Row = OutputOf<typeof listActivities>["activities"][number]["occasions"][number];

function History({ partnership, lang, activity }: ScreenProps & { activity: Listed }) {
  const [wrong, setWrong] = useState<string>();
  return (
    <ul className="list">
      {activity.occasions.map((occasion) => (
        <li key={occasion.id}>
          <div>
            <Struck isStruck={occasion.struck !== null}>
              <Line occasion={occasion} lang={lang} />
            </Struck>
            {!occasion.towardTarget && <p className="quiet">{say(words.besidePromise, lang)}</p>}
            {occasion.struck !== null && (
              <p className="quiet">{say(words.struck, lang, { reason: occasion.struck })}</p>
            )}
            {occasion.struck === null && activity.mine && wrong !== occasion.id && (
              <Button kind="bare" onPress={() => setWrong(occasion.id)}>
                {say(words.withdraw, lang)}
              </Button>
            )}
            {wrong === occasion.id && (
              <StrikeForm
                partnership={partnership}
                activityId={activity.id}
                occasionId={occasion.id}
                lang={lang}
                close={() => setWrong(undefined)}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Struck({ isStruck, children }: { isStruck: boolean; children: ReactNode }) {
  return isStruck ? <s>{children}</s> : <span>{children}</span>;
}

function Line({ occasion, lang }: { occasion: Row; lang: ScreenProps["lang"] }) {
  return (
    <span>
      <b>{formatDay(occasion.on as Day, lang)}</b> {occasion.counted}: {sayCount(occasion.count, lang)}
      {occasion.place !== "" && `, ${occasion.place}`}
      {occasion.outputs.length > 0 &&
        `. ${say(words.ofWhich, lang)}: ${occasion.outputs
          .map(
            ({ what, count, depth }) =>
              `${depth === 0 ? what : say(words.part, lang, { what })} ${sayCount(count, lang)}`,
          )
          .join(", ")}`}
      {occasion.note !== "" && `. ${occasion.note}`}
    </span>
  );
}

function StrikeForm({
  partnership,
  activityId,
  occasionId,
  lang,
  close,
}: {
  partnership: string;
  activityId: string;
  occasionId: string;
  lang: ScreenProps["lang"];
  close: () => void;
}) {
  const correct = useCommand(correctOccasion);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void correct
          .run({ partnership, activityId, occasionId, reason })
          .then((result) => (result.ok ? close() : setRefusal(result.refusal.sentence)));
      }}
    >
      <TextField label={say(words.correctReason, lang)} value={reason} onChange={setReason} error={refusal} />
      <div className="row">
        <Button type="submit" busy={correct.busy}>
          {say(words.withdraw, lang)}
        </Button>
        <Button kind="bare" onPress={close}>
          {say(words.cancel, lang)}
        </Button>
      </div>
    </form>
  );
}
