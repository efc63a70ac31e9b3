import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { type Lang, say } from "../../ground/words.ts";
import { takeBackResults, tellResults } from "../../collect/campaigns/api.ts";
import { Asked } from "../../ui/asked.tsx";
import { NotThere } from "../../ui/not-there.tsx";
import { PersonText } from "../../collect/privacy/screens/person-text.tsx";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { previewResults } from "../api.ts";
import { words } from "../words.ts";
import { DialogueTold, whenAndHowMany } from "./heard.tsx";

type Preview = OutputOf<typeof previewResults>;

/** /beratta/<p>/svar-<slug>: «Publicera svaren?», beside what strangers would read. */
export function ResultsScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^svar-/, "");
  const asked = useAnswer(previewResults, { partnership, slug });
  if (asked.state === "refused" && asked.refusal.status === 404)
    return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {(preview) => <Shown preview={preview} slug={slug} partnership={partnership} lang={lang} />}
    </Asked>
  );
}

type ShownProps = {
  readonly preview: Preview;
  readonly slug: string;
  readonly partnership: string;
  readonly lang: Lang;
};

function Shown({ preview, slug, partnership, lang }: ShownProps) {
  const { dialogue, byChoice, told, mine } = preview;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(told === null ? words.tellResultsAsk : words.resultsAreTold, lang)}
        over={<span lang="sv">{dialogue.title}</span>}
        lead={say(words.tellResultsLead, lang)}
        actions={<LinkButton href={`/lyssna/${partnership}/kampanj-${slug}`}>{say(words.toCampaign, lang)}</LinkButton>}
      />
      {told !== null && (
        <Notice kind="done" heading={say(words.toldBy, lang, { day: formatDay(told.on as Day, lang), who: told.by })}>
          <p>
            <a href={`/${partnership}/dialog/${dialogue.slug}`}>{say(words.seePublicPage, lang)}</a>
          </p>
        </Notice>
      )}
      {told === null && preview.state !== "closed" && (
        <Notice kind="advice" heading={say(words.closeFirst, lang)} text={say(words.closeFirstText, lang)} />
      )}
      {told === null && preview.unread > 0 && (
        <Notice kind="advice" heading={say(words.readFirst, lang, { count: preview.unread })} />
      )}
      <section className="stack">
        <SectionHeading heading={say(words.asRead, lang)}>{whenAndHowMany(dialogue, lang)}</SectionHeading>
        <div className="sheet stack">
          <DialogueTold dialogue={dialogue} lang={lang} />
        </div>
      </section>
      {byChoice !== null && (
        <section className="stack">
          <SectionHeading heading={say(words.byThemselves, lang)}>{whenAndHowMany(byChoice, lang)}</SectionHeading>
          <div className="sheet stack">
            <DialogueTold dialogue={byChoice} lang={lang} />
          </div>
        </section>
      )}
      {mine && told === null && preview.state === "closed" && preview.unread === 0 && (
        <Telling slug={slug} partnership={partnership} lang={lang} />
      )}
      {mine && told !== null && <TakingBack slug={slug} partnership={partnership} lang={lang} />}
    </div>
  );
}

type Props = Omit<ShownProps, "preview">;

function Telling({ slug, partnership, lang }: Props) {
  const tell = useCommand(tellResults);
  const [notAsked, setNotAsked] = useState("");
  const [refusal, setRefusal] = useState<string>();
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void tell.run({ partnership, slug, notAsked }).then((result) => {
          setRefusal(result.ok ? undefined : result.refusal.sentence);
        });
      }}
    >
      <PersonText
        label={say(words.notAsked, lang)}
        guide={say(words.notAskedGuide, lang)}
        about="told"
        value={notAsked}
        onChange={setNotAsked}
        lang={lang}
        rows={3}
      />
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        <Button type="submit" kind="turn" busy={tell.busy}>
          {say(words.tellResults, lang)}
        </Button>
      </div>
    </form>
  );
}

/** Asked once more: what somebody has read is not unread. */
function TakingBack({ slug, partnership, lang }: Props) {
  const takeBack = useCommand(takeBackResults);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await takeBack.run({ partnership, slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack measure">
      <p className="quiet">{say(words.takeBackText, lang)}</p>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      <div className="row">
        {asking ? (
          <Button kind="main" busy={takeBack.busy} onPress={() => void send()}>
            {say(words.takeBackSure, lang)}
          </Button>
        ) : (
          <Button onPress={() => setAsking(true)}>{say(words.takeBack, lang)}</Button>
        )}
      </div>
    </section>
  );
}
