import { useState } from "react";
import type { Day } from "../../ground/time.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { say } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { TextArea, type TextMark } from "../../ui/text-area.tsx";
import { saveDraft } from "../api.ts";
import { activitiesOf, type Content, type Pledge } from "../document.ts";
import { draft } from "../draft-words.ts";
import { Beside } from "../drafting/screens/comment-form.tsx";
import type { Commenting } from "../drafting/screens/use-commenting.ts";
import { words as drafting } from "../drafting/words.ts";
import { lint, type Remark } from "../lint.ts";
import { OwnerState } from "../owners/screens/owner-state.tsx";
import { words } from "../words.ts";
import { ActivityFields } from "./draft-activity.tsx";
import { MoreOfDocument, PartiesAndArea } from "./draft-around.tsx";
import { AgainFields } from "./draft-easy.tsx";
import { type Fault, Faults, faultsOf } from "./draft-faults.ts";
import { fieldId, goToField } from "./draft-fields.ts";
import { Line } from "./draft-line.tsx";
import { MoreOfPledge, WhoseAndParts } from "./draft-more.tsx";
import { put } from "./put.ts";
import { newPledge, newActivity } from "./new-parts.ts";
import type { Opened } from "./opened.ts";

/** The draft in a plain outline. Saved on an older revision it goes together with what another has saved, and nothing typed is lost. What is typed is told to whoever holds it, and read against the fifteen questions there. */
export function DraftForm(
  props: ScreenProps & {
    document: Opened;
    content: Content;
    /** What stands here is what was saved last. */
    saved: boolean;
    onType: (content: Content) => void;
    /** How many places both have changed, and nobody has chosen yet. */
    clashes: number;
    commenting: Commenting;
    onSaved: (saved: OutputOf<typeof saveDraft>) => void;
  },
) {
  const {
    partnership,
    lang,
    document,
    query,
    content,
    saved,
    clashes,
    commenting,
    onType: setContent,
    onSaved,
  } = props;
  const [refusal, setRefusal] = useState<string>();
  /** As it was when somebody last tried to save: what has been put right meanwhile is no longer said at its field. */
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const left = faultsLeft(faults, content, lang);
  const saving = useCommand(saveDraft);
  const setWhole = (changed: Content) => {
    setContent(changed);
    setRefusal(undefined);
  };
  const change = (part: Partial<Content>) => setWhole({ ...content, ...part });
  const changePledge = (id: string, changed: Pledge) =>
    change({ pledges: content.pledges.map((pledge) => (pledge.id === id ? changed : pledge)) });
  const save = async () => {
    const found = faultsOf(content, lang);
    setFaults(found);
    if (found.length > 0) return;
    const result = await saving.run({ partnership, slug: document.slug, revision: document.revision, content });
    if (result.ok) onSaved(result.value);
    else setRefusal(result.refusal.sentence);
  };
  const setDay = (end: "from" | "to") => (day: Day | undefined) => {
    if (day !== undefined) change({ period: { ...content.period, [end]: { said: day, on: day } } });
  };
  const problem = query.get("problem");
  const remarks = lint(content);
  return (
    <Faults value={left}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (clashes === 0) void save();
        }}
      >
        <ErrorSummary heading={say(draft.faultsHead, lang)} errors={faults} onGo={goToField} />
        <Line
          id={fieldId("", "title")}
          label={say(words.title, lang)}
          value={content.title}
          onChange={(title) => change({ title })}
        />
        <div className="split-even">
          <DateField
            id={fieldId("", "from")}
            label={say(words.firstDay, lang)}
            value={content.period.from.on ?? ""}
            onChange={setDay("from")}
          />
          <DateField
            id={fieldId("", "to")}
            label={say(words.lastDay, lang)}
            value={content.period.to?.on ?? ""}
            onChange={setDay("to")}
          />
        </div>
        <Line
          id={fieldId("", "review")}
          label={say(words.review, lang)}
          value={content.review}
          onChange={(review) => setWhole(put(content, "review", review))}
        />
        <PartiesAndArea content={content} lang={lang} onChange={setWhole} />
        <MoreOfDocument content={content} lang={lang} onChange={setWhole} />
        <AgainFields part={content} where="" lang={lang} onChange={setWhole} />
        {content.pledges.map((pledge) => (
          <section key={pledge.id} className="stack draft-part">
            <SectionHeading heading={say(words.pledge, lang, { number: pledge.order })}>
              <Button
                kind="bare"
                onPress={() => change({ pledges: renumbered(content.pledges.filter(({ id }) => id !== pledge.id)) })}
              >
                {say(words.remove, lang)}
              </Button>
            </SectionHeading>
            <TextArea
              id={fieldId(String(pledge.order), "text")}
              label={say(words.pledgeText, lang)}
              value={pledge.text}
              error={left.get(fieldId(String(pledge.order), "text"))}
              marks={marksAt(remarks, String(pledge.order))}
              onChange={(text) => changePledge(pledge.id, { ...pledge, text })}
              word
              rows={3}
            />
            <Beside
              commenting={commenting}
              document={document}
              at={pledge.id}
              field={fieldId(String(pledge.order), "text")}
              name={say(words.pledge, lang, { number: pledge.order })}
              lang={lang}
            />
            <MoreOfPledge
              partnership={partnership}
              pledge={pledge}
              lang={lang}
              onChange={(changed) => changePledge(pledge.id, changed)}
            />
            <WhoseAndParts pledge={pledge} lang={lang} onChange={(changed) => changePledge(pledge.id, changed)} />
            <AgainFields
              part={pledge}
              where={String(pledge.order)}
              lang={lang}
              onChange={(changed) => changePledge(pledge.id, changed)}
            />
            {pledge.activities.map((activity) => (
              <ActivityFields
                key={activity.id}
                partnership={partnership}
                activity={activity}
                marks={marksAt(remarks, activity.number)}
                lang={lang}
                content={content}
                owner={
                  <OwnerState
                    partnership={partnership}
                    slug={document.slug}
                    activity={activity}
                    saved={activitiesOf(document.content).find((one) => one.activity.id === activity.id)?.activity}
                    asks={document.owners}
                    id={fieldId(activity.number, "accepted")}
                    lang={lang}
                  />
                }
                beside={
                  <Beside
                    commenting={commenting}
                    document={document}
                    at={activity.id}
                    field={fieldId(activity.number, "text")}
                    name={say(words.activity, lang, { number: activity.number })}
                    lang={lang}
                  />
                }
                onChange={(changed) =>
                  changePledge(pledge.id, {
                    ...pledge,
                    activities: pledge.activities.map((one) => (one.id === activity.id ? changed : one)),
                  })
                }
              />
            ))}
            <Button
              small
              onPress={() =>
                changePledge(pledge.id, {
                  ...pledge,
                  activities: [...pledge.activities, newActivity(`${pledge.order}.${pledge.activities.length + 1}`)],
                })
              }
            >
              {say(words.addActivity, lang)}
            </Button>
          </section>
        ))}
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        {saved && <Notice kind="done" heading={say(words.saved, lang)} live />}
        <div className="row dock">
          <Button
            onPress={() => change({ pledges: [...content.pledges, newPledge(content.pledges.length + 1, problem)] })}
          >
            {say(words.addPledge, lang)}
          </Button>
          <Button
            type="submit"
            kind="main"
            busy={saving.busy}
            {...(clashes > 0 ? { blocked: say(drafting.chooseFirst, lang) } : {})}
          >
            {say(words.save, lang)}
          </Button>
        </div>
      </form>
    </Faults>
  );
}

/** Of what was said when somebody tried to save, what is still so, by its field. */
function faultsLeft(
  faults: readonly Fault[],
  content: Content,
  lang: ScreenProps["lang"],
): ReadonlyMap<string, string> {
  if (faults.length === 0) return new Map();
  const said = new Set(faults.map(({ fieldId }) => fieldId));
  return new Map(faultsOf(content, lang).flatMap((one) => (said.has(one.fieldId) ? [[one.fieldId, one.text]] : [])));
}

/** The words a remark is about, tinted where they stand. */
function marksAt(remarks: readonly Remark[], place: string): readonly TextMark[] {
  return remarks.flatMap(({ where, said, at }) =>
    where === place && said !== undefined && at !== undefined ? [{ at, length: said.length }] : [],
  );
}

const renumbered = (pledges: readonly Pledge[]): Pledge[] =>
  pledges.map((pledge, place) => ({
    ...pledge,
    order: place + 1,
    activities: pledge.activities.map((activity, index) => ({ ...activity, number: `${place + 1}.${index + 1}` })),
  }));
