import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { dayOf, type Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { formatClock, formatDay, formatInstant } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { SegmentedSwitch } from "../../../ui/segmented-switch.tsx";
import { Select } from "../../../ui/select.tsx";
import { saveDraft } from "../../api.ts";
import type { Opened } from "../../screens/opened.ts";
import { listVersions, readVersion } from "../api.ts";
import { asAnswered, type Change, changesBetween, restored } from "../passages.ts";
import { words } from "../words.ts";
import { Changes } from "./changes.tsx";
import { sayField, sayPlace } from "./said.ts";

type Version = OutputOf<typeof listVersions>["versions"][number];
type Props = ScreenProps & { readonly document: Opened };

/** /lova/<p>/<period>?vy=versioner: every wording there has been, and any two of them word by word. */
export function Versions(props: Props) {
  const { partnership, lang, document } = props;
  const answer = useAnswer(listVersions, { partnership, slug: document.slug });
  return (
    <>
      <PageHeading
        heading={say(words.versions, lang)}
        over={document.title}
        lead={say(words.versionsLead, lang)}
        actions={<a href={`/lova/${partnership}/${document.slug}`}>{say(words.backToDraft, lang)}</a>}
      />
      {answer.state === "waiting" ? (
        <Loading text={say(words.versions, lang)} />
      ) : answer.value === undefined ? (
        <Notice
          kind="error"
          heading={answer.state === "refused" ? answer.refusal.sentence : say(words.noAnswer, lang)}
        />
      ) : (
        <>
          {answer.value.versions.length < 2 ? (
            <p>{say(words.onlyOne, lang)}</p>
          ) : (
            <Compare {...props} versions={answer.value.versions} />
          )}
          <List versions={answer.value.versions} now={document.revision} lang={lang} />
        </>
      )}
    </>
  );
}

const nameOf = ({ aside, revision }: Version, lang: Lang) =>
  say(aside ? words.aside : words.revision, lang, { revision });

function Compare(props: Props & { readonly versions: readonly Version[] }) {
  const { partnership, lang, document, versions, person } = props;
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const [look, setLook] = useState<"text" | "sides">("text");
  const [told, setTold] = useState<{ readonly done?: string; readonly refusal?: string }>({});
  const saving = useCommand(saveDraft);
  const saved = versions.filter(({ aside }) => !aside);
  const from = chosen.from ?? saved[1]?.key ?? versions[1]?.key ?? "";
  const to = chosen.to ?? saved[0]?.key ?? "";
  const where = { partnership, slug: document.slug };
  const earlier = useAnswer(readVersion, { ...where, key: from });
  const later = useAnswer(readVersion, { ...where, key: to });
  const options = versions.map((version) => ({
    value: version.key,
    word: `${nameOf(version, lang)}, ${formatInstant(version.at as Instant, lang)}, ${version.organisation ?? say(words.byNobody, lang)}`,
  }));
  const writes = person.grants.some(({ role }) => role === "coordinator" || role === "liaison");
  const mayRestore = document.state === "draft" && writes;
  const said = (content: Opened["content"]) => asAnswered(content, document.content);
  const changes =
    earlier.value === undefined || later.value === undefined
      ? undefined
      : changesBetween(said(earlier.value.content), said(later.value.content));
  const restore = async (change: Change) => {
    const content = earlier.value && restored(document.content, earlier.value.content, change);
    if (content === undefined) return setTold({ refusal: say(words.nowhere, lang) });
    const result = await saving.run({ ...where, revision: document.revision, content });
    if (!result.ok) return setTold({ refusal: result.refusal.sentence });
    if (result.value.kept === "aside") return setTold({ refusal: say(words.restoredAside, lang) });
    setTold({ done: say(words.restored, lang) });
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.compare, lang)} />
      <div className="split-even">
        <Select
          label={say(words.from, lang)}
          options={options}
          value={from}
          onChange={(key) => setChosen({ from: key, to })}
        />
        <Select
          label={say(words.to, lang)}
          options={options}
          value={to}
          onChange={(key) => setChosen({ from, to: key })}
        />
      </div>
      <div className="row">
        <SegmentedSwitch
          label={say(words.showAs, lang)}
          value={look}
          onChange={setLook}
          segments={[
            { value: "text", word: say(words.inText, lang) },
            { value: "sides", word: say(words.sideBySide, lang) },
          ]}
        />
      </div>
      {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {changes !== undefined && (
        <>
          <p role="status">
            {changes.length === 0 ? say(words.noChanges, lang) : say(words.changes, lang, { count: changes.length })}
          </p>
          <Changes
            changes={changes}
            lang={lang}
            sideBySide={look === "sides"}
            action={(change) =>
              mayRestore &&
              (change.kind === "changed" || change.kind === "removed") && (
                <div className="row">
                  <Button kind="bare" small busy={saving.busy} onPress={() => void restore(change)}>
                    {say(words.restore, lang)}
                    <span className="visually-hidden">
                      {` ${say(words.restoreWhat, lang, { where: sayPlace(change, lang), field: sayField(change, lang) })}`}
                    </span>
                  </Button>
                </div>
              )
            }
          />
        </>
      )}
    </section>
  );
}

/** Day by day, and those that one organisation saved after each other in one line until it is opened. */
function List({
  versions,
  now,
  lang,
}: {
  readonly versions: readonly Version[];
  readonly now: number;
  readonly lang: Lang;
}) {
  return (
    <section>
      <SectionHeading heading={say(words.listed, lang)}>{versions.length}</SectionHeading>
      <ul className="list">
        {sittingsOf(versions).map((sitting) => {
          const [newest] = sitting;
          return (
            <li key={newest.key} className="stack-tight">
              <p>
                <b>{formatDay(dayOf(newest.at as Instant), lang)}</b>{" "}
                <PartyName party={newest.party ?? "other"}>
                  {newest.organisation ?? say(words.byNobody, lang)}
                </PartyName>
              </p>
              {sitting.length === 1 ? (
                <Line version={newest} now={now} lang={lang} />
              ) : (
                <details>
                  <summary>
                    {`${say(words.times, lang, { count: sitting.length })}: ${sitting.at(-1)?.revision}–${newest.revision}`}
                  </summary>
                  {sitting.map((version) => (
                    <Line key={version.key} version={version} now={now} lang={lang} />
                  ))}
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Line({ version, now, lang }: { readonly version: Version; readonly now: number; readonly lang: Lang }) {
  const isNow = !version.aside && version.revision === now;
  return (
    <p className="small quiet">
      {[
        nameOf(version, lang),
        formatClock(version.at as Instant, lang),
        isNow ? say(words.now, lang) : "",
        version.aside ? say(words.asideText, lang) : "",
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}

type Sitting = readonly [Version, ...Version[]];

/** Saved on one day by one organisation, one after the other. What was put aside stands by itself. */
function sittingsOf(versions: readonly Version[]): readonly Sitting[] {
  const sittings: [Version, ...Version[]][] = [];
  for (const version of versions) {
    const last = sittings.at(-1);
    const isSame =
      last !== undefined &&
      !version.aside &&
      !last[0].aside &&
      last[0].organisation === version.organisation &&
      dayOf(last[0].at as Instant) === dayOf(version.at as Instant);
    if (isSame) last.push(version);
    else sittings.push([version]);
  }
  return sittings;
}
