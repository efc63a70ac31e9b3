import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatNumber, formatOutOf, formatPeriod } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listDialogues } from "../api.ts";
import { DIALOGUE_GROUPS, responseRate } from "../dialogue.ts";
import { categories, dialogueGroups, ladderLevels, sampleTypes } from "../words.ts";
import { Asked } from "../../ui/asked.tsx";
import { NotThere } from "../../ui/not-there.tsx";
import { DialoguePublishing } from "./dialogue-publishing.tsx";
import { tellCount } from "./told.ts";
import { words } from "./words.ts";

type Dialogue = OutputOf<typeof listDialogues>["dialogues"][number];

/** /lyssna/<p>/dialog-<slug>: who was asked and how, what they raised, and what that does not tell. */
export function DialogueScreen({ partnership, item, lang }: ScreenProps) {
  const asked = useAnswer(listDialogues, { partnership });
  const slug = (item ?? "").replace(/^dialog-/, "");
  return (
    <Asked answer={asked} lang={lang} page>
      {({ dialogues }) => {
        const dialogue = dialogues.find((one) => one.slug === slug);
        return dialogue === undefined ? (
          <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />
        ) : (
          <>
            <Shown {...dialogue} lang={lang} />
            <DialoguePublishing
              partnership={partnership}
              slug={slug}
              beside={dialogues.filter((one) => isBeside(dialogue, one)).map(({ title }) => title)}
              lang={lang}
            />
          </>
        );
      }}
    </Asked>
  );
}

const isBeside = (dialogue: Dialogue, other: Dialogue) =>
  other.sourceId === dialogue.sourceId && other.id !== dialogue.id;

function Shown({ lang, ...dialogue }: Dialogue & { lang: Lang }) {
  const rate = responseRate(dialogue);
  const groups = DIALOGUE_GROUPS.flatMap((group) => {
    const count = dialogue.answered[group];
    return count === undefined || group === "all"
      ? []
      : [`${say(dialogueGroups[group], lang)} ${formatNumber(count, lang)}`];
  });
  const { answered, invited } = dialogue;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={dialogue.title}
        over={dialogue.example ? <ExampleMark lang={lang} /> : undefined}
        lead={formatPeriod(dialogue.heldFrom as Day, dialogue.heldTo as Day, lang)}
      />
      <Notice heading={say(sampleTypes[dialogue.sampleType], lang)} />
      <Facts
        facts={[
          { name: say(words.method, lang), value: dialogue.method },
          { name: say(words.ladder, lang), value: say(ladderLevels[dialogue.ladderLevel], lang) },
          { name: say(words.canInfluence, lang), value: dialogue.canInfluence },
          { name: say(words.cannotInfluence, lang), value: dialogue.cannotInfluence },
          {
            name: say(words.answered, lang),
            value: answered.all === undefined ? say(words.groupsNone, lang) : formatNumber(answered.all, lang),
          },
          ...(rate === undefined || invited === undefined
            ? []
            : [{ name: say(words.responseRate, lang), value: formatOutOf(answered.all ?? 0, invited, lang) }]),
          {
            name: say(words.groups, lang),
            value: groups.length === 0 ? say(words.groupsNone, lang) : groups.join(" · "),
          },
        ]}
      />
      <section className="stack">
        <SectionHeading heading={say(words.themes, lang)}>{dialogue.themes.length}</SectionHeading>
        <DataTable
          caption={say(words.themes, lang)}
          captionHidden
          rows={dialogue.themes}
          rowKey={(theme) => theme.id}
          columns={[
            { head: say(words.theme, lang), cell: (theme) => theme.theme, names: true },
            { head: say(words.what, lang), cell: (theme) => say(categories[theme.category], lang) },
            { head: say(words.count, lang), cell: (theme) => tellCount(theme.count, lang), number: true },
            {
              head: say(words.quote, lang),
              cell: (theme) => theme.quote !== "" && <q className="word">{theme.quote}</q>,
            },
          ]}
        />
      </section>
    </div>
  );
}
