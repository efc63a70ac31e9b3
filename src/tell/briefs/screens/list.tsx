import { useState } from "react";
import { dayOf } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { words as follow } from "../../../follow/words.ts";
import { beginBrief, listBriefs } from "../api.ts";
import { BRIEF_KINDS, type BriefKind, type Length, LENGTHS } from "../brief.ts";
import { kindGuides, kinds, lengths, states, words } from "../words.ts";

/** /folj-upp/<p>/handlingar: what is handed to those who ask how it goes, and a new one in one press. */
export function BriefListScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const answer = useAnswer(listBriefs, { partnership });
  return (
    <Asked answer={answer} lang={lang} page>
      {({ briefs, mayWrite }) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.heading, lang)}
            over={<a href={`/folj-upp/${partnership}`}>{say(follow.heading, lang)}</a>}
            lead={say(words.lead, lang)}
          />
          {mayWrite && <Begin {...props} />}
          {briefs.length === 0 ? (
            <Empty
              heading={say(words.none, lang)}
              text={say(mayWrite ? words.noneText : words.noneTextReader, lang)}
              level={2}
            />
          ) : (
            <section className="stack">
              <SectionHeading heading={say(words.all, lang)}>{briefs.length}</SectionHeading>
              <DataTable
                caption={say(words.all, lang)}
                captionHidden
                rows={briefs}
                rowKey={({ id }) => id}
                columns={[
                  {
                    head: say(words.name, lang),
                    names: true,
                    cell: ({ id, kind, example }) => (
                      <>
                        <a href={`/folj-upp/${partnership}/handling-${id}`}>{say(kinds[kind], lang)}</a>{" "}
                        {example && <ExampleMark lang={lang} />}
                      </>
                    ),
                  },
                  { head: say(words.figuresOf, lang), cell: ({ takenAt }) => formatDay(dayOf(takenAt), lang) },
                  { head: say(words.registryNumber, lang), cell: ({ registryNumber }) => registryNumber || "–" },
                  {
                    head: say(words.state, lang),
                    cell: ({ state, settledAs }) => (
                      <>
                        <Tag>{say(states[state], lang)}</Tag> <span lang="sv">{settledAs}</span>
                      </>
                    ),
                  },
                ]}
              />
            </section>
          )}
        </div>
      )}
    </Asked>
  );
}

function Begin({ partnership, lang, go }: ScreenProps) {
  const begin = useCommand(beginBrief);
  const [kind, setKind] = useState<BriefKind>("council");
  const [length, setLength] = useState<Length>(2);
  const [refusal, setRefusal] = useState<string>();
  const start = async () => {
    const result = await begin.run({ partnership, kind, length });
    if (result.ok) go(`/folj-upp/${partnership}/handling-${result.value.id}`);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.start, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <ChoiceGroup
          label={say(words.kind, lang)}
          value={kind}
          onChange={(value) => setKind(BRIEF_KINDS.find((one) => one === value) ?? kind)}
          options={BRIEF_KINDS.map((value) => ({
            value,
            word: say(kinds[value], lang),
            guide: say(kindGuides[value], lang),
          }))}
        />
        {kind === "council" && <LengthChoice lang={lang} value={length} onChange={setLength} />}
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <div className="row">
          <Button kind="turn" type="submit" busy={begin.busy}>
            {say(words.begin, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** How many pages the council gets. */
export function LengthChoice(
  props: Pick<ScreenProps, "lang"> & { readonly value: Length; readonly onChange: (length: Length) => void },
) {
  return (
    <ChoiceGroup
      label={say(words.length, props.lang)}
      value={String(props.value)}
      onChange={(value) => props.onChange(LENGTHS.find((one) => String(one) === value) ?? props.value)}
      options={LENGTHS.map((one) => ({ value: String(one), word: say(lengths[one], props.lang) }))}
    />
  );
}
