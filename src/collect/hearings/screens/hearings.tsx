import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { listHearings, openPassage } from "../api.ts";
import { type ActorKind, WHOLE_AREA } from "../hearing.ts";
import { actorKinds } from "../words.ts";
import { words } from "./words.ts";

type Listed = OutputOf<typeof listHearings>;
type Heard = Listed["hearings"][number];

export function tellKind(actorKind: ActorKind | undefined, lang: Lang): string {
  return say(actorKind === undefined ? words.staffPassage : actorKinds[actorKind], lang);
}
export function tellArea(area: string | undefined, lang: Lang): string {
  return area === WHOLE_AREA ? say(words.wholeArea, lang) : (area ?? "");
}
export const tellWhom = ({ actorKind, area }: Pick<Heard, "actorKind" | "area">, lang: Lang) =>
  [tellKind(actorKind, lang), tellArea(area, lang)].filter((word) => word !== "").join(", ");

/** /lyssna/<p>/samtal: what one's own organisation has heard in confidence, and what the other has released to it. */
export function HearingsScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const listed = useAnswer(listHearings, { partnership });
  const here = `/lyssna/${partnership}`;
  return (
    <>
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <>
            <LinkButton kind="main" href={`${here}/ny-horanderunda`}>
              {say(words.newHearing, lang)}
            </LinkButton>
            <LinkButton href={`${here}/ny-medarbetardialog`}>{say(words.newStaff, lang)}</LinkButton>
          </>
        }
      />
      <Asked answer={listed} lang={lang}>
        {(value) => (
          <div className="stack-loose">
            {value.hearings.map(
              (one) =>
                one.own &&
                one.promised !== undefined &&
                one.keptOn === undefined && (
                  <Notice
                    key={one.id}
                    heading={say(words.due, lang, {
                      kind: tellKind(one.actorKind, lang),
                      area: tellArea(one.area, lang),
                      text: one.promised.text,
                      day: formatDay(one.promised.by as Day, lang),
                    })}
                  >
                    <p>
                      <a href={`${here}/samtal-${one.id}`}>{tellWhom(one, lang)}</a>
                    </p>
                  </Notice>
                ),
            )}
            {value.received.length > 0 && (
              <section className="stack">
                <SectionHeading heading={say(words.received, lang)}>{value.received.length}</SectionHeading>
                {value.received.map((passage) => (
                  <Received key={passage.id} passage={passage} partnership={partnership} lang={lang} />
                ))}
              </section>
            )}
            <Table
              heading={say(words.own, lang)}
              rows={value.hearings.filter(({ own }) => own)}
              here={here}
              lang={lang}
            />
            {value.hearings.some(({ own }) => !own) && (
              <Table
                heading={say(words.others, lang)}
                rows={value.hearings.filter(({ own }) => !own)}
                here={here}
                lang={lang}
              />
            )}
            {value.heard.length > 0 && (
              <section className="stack">
                <SectionHeading heading={say(words.heard, lang)} />
                <p>
                  {value.heard
                    .map(({ actorKind, band }) => `${tellKind(actorKind, lang)} ${band.replace("-", "–")}`)
                    .join(", ")}
                </p>
              </section>
            )}
          </div>
        )}
      </Asked>
    </>
  );
}

function Table({ heading, rows, here, lang }: { heading: string; rows: readonly Heard[]; here: string; lang: Lang }) {
  return (
    <section className="stack">
      <SectionHeading heading={heading}>{rows.length}</SectionHeading>
      {rows.length === 0 ? (
        <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} />
      ) : (
        <DataTable
          caption={heading}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              head: say(words.talk, lang),
              names: true,
              cell: (one) => (
                <>
                  <a href={`${here}/samtal-${one.id}`}>{tellWhom(one, lang)}</a>{" "}
                  {one.example && <ExampleMark lang={lang} />}
                </>
              ),
            },
            { head: say(words.day, lang), cell: ({ heldOn }) => formatDay(heldOn as Day, lang) },
            { head: say(words.mostImportant, lang), cell: ({ themes }) => themes[0]?.text },
          ]}
        />
      )}
    </section>
  );
}

function Received({
  passage,
  partnership,
  lang,
}: {
  passage: Listed["received"][number];
  partnership: string;
  lang: Lang;
}) {
  const open = useCommand(openPassage);
  const [refusal, setRefusal] = useState<string>();
  const read = async () => {
    const result = await open.run({ partnership, id: passage.id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <Notice heading={tellWhom(passage, lang)} level={3} text={passage.text ?? say(words.openGuide, lang)}>
      {passage.example && <ExampleMark lang={lang} />}
      {passage.text === null && (
        <Button onPress={() => void read()} busy={open.busy}>
          {say(words.openIt, lang)}
        </Button>
      )}
      {refusal !== undefined && <p role="alert">{refusal}</p>}
    </Notice>
  );
}
