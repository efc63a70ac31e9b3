import { DialoguePublishing } from "../../collect/screens/dialogue-publishing.tsx";
import { say } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { Asked } from "../../ui/asked.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { NotThere } from "../../ui/not-there.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { previewDialogue } from "../api.ts";
import { words } from "../words.ts";
import { DialogueTold, whenAndHowMany } from "./heard.tsx";

/** /beratta/<p>/dialog-<slug>: what strangers would read of a recorded dialogue and of what goes with it, and under it the decision. */
export function DialogueToTellScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^dialog-/, "");
  const asked = useAnswer(previewDialogue, { partnership, slug });
  if (asked.state === "refused" && asked.refusal.status === 404)
    return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {({ dialogue, beside }) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.tellDialogueAsk, lang)}
            over={<span lang="sv">{dialogue.title}</span>}
            lead={say(words.tellDialogueLead, lang)}
            actions={
              <LinkButton href={`/lyssna/${partnership}/dialog-${slug}`}>{say(words.toDialogue, lang)}</LinkButton>
            }
          />
          {[dialogue, ...beside].map((one) => (
            <section key={one.slug} className="stack">
              <SectionHeading
                heading={one === dialogue ? say(words.asRead, lang) : say(words.besideRead, lang, { title: one.title })}
              >
                {whenAndHowMany(one, lang)}
              </SectionHeading>
              <div className="sheet stack">
                {one.example && <ExampleMark lang={lang} />}
                <DialogueTold dialogue={one} lang={lang} />
              </div>
            </section>
          ))}
          <DialoguePublishing
            partnership={partnership}
            slug={slug}
            beside={beside.map(({ title }) => title)}
            lang={lang}
            isRead
          />
        </div>
      )}
    </Asked>
  );
}
