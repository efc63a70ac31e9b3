import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { asHeading, formatDay, formatNumber } from "../../../ui/format.ts";
import { KindChip } from "../../../ui/kind.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Steps } from "../../../ui/steps.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { knowledgeOf } from "../../source.ts";
import { categories, sourceKinds } from "../../words.ts";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { listThemes, showTheme, tellStep } from "../api.ts";
import { STEP_KINDS, type StepKind } from "../coding.ts";
import { Disputes } from "./disputes.tsx";
import { codedGroups, codedTimes, stepKinds, words } from "./words.ts";

type Theme = OutputOf<typeof listThemes>["themes"][number];

/** /lyssna/<p>/teman: every theme with every source it stands on, and what those with a receipt are told of it. */
export function ThemesScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const asked = useAnswer(listThemes, { partnership });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.themes, lang)}
        over={partnershipName}
        lead={say(words.themesLead, lang)}
        actions={<LinkButton href={`/lyssna/${partnership}/koda`}>{say(words.code, lang)}</LinkButton>}
      />
      <Disputes partnership={partnership} lang={lang} />
      <Asked answer={asked} lang={lang}>
        {({ themes }) =>
          themes.length === 0 ? (
            <Empty heading={say(words.noThemes, lang)} text={say(words.noThemesText, lang)} />
          ) : (
            [...themes]
              .toSorted((a, b) => b.sources.length - a.sources.length)
              .map((theme) => <OneTheme key={theme.id} theme={theme} partnership={partnership} lang={lang} />)
          )
        }
      </Asked>
    </div>
  );
}

function OneTheme({ theme, partnership, lang }: { theme: Theme; partnership: string; lang: Lang }) {
  const kinds = new Set(theme.sources.map(({ kind }) => kind)).size;
  return (
    <section className="stack">
      <SectionHeading heading={asHeading(theme.name)}>{say(words.sourceKinds, lang, { count: kinds })}</SectionHeading>
      <p className="small quiet">
        {say(categories[theme.category], lang)} {theme.example && <ExampleMark lang={lang} />}
      </p>
      <DataTable
        caption={theme.name}
        captionHidden
        rows={theme.sources}
        rowKey={({ source, byChoice }) => `${source} ${byChoice}`}
        columns={[
          {
            head: say(words.source, lang),
            names: true,
            cell: ({ source, byChoice }) => (byChoice ? say(words.byChoiceOf, lang, { name: source }) : source),
          },
          {
            head: say(words.kind, lang),
            cell: ({ kind }) => <KindChip kind={knowledgeOf(kind)} lang={lang} word={say(sourceKinds[kind], lang)} />,
          },
          { head: say(words.pieces, lang), number: true, cell: ({ pieces }) => formatNumber(pieces, lang) },
          { head: say(words.voices, lang), number: true, cell: ({ voices }) => formatNumber(voices, lang) },
          {
            head: say(words.latest, lang),
            cell: ({ latest }) => (latest === null ? "–" : formatDay(latest as Day, lang)),
          },
        ]}
      />
      {theme.sources.some(({ byChoice }) => byChoice) && (
        <p className="small quiet measure">{say(words.byChoiceText, lang)}</p>
      )}
      <p className="small">
        <span className="quiet">{say(words.facets, lang)}: </span>
        {theme.facets
          .map(({ place, time, concerns, count }) =>
            [place, say(codedTimes[time], lang), say(codedGroups[concerns], lang), formatNumber(count, lang)]
              .filter(Boolean)
              .join(", "),
          )
          .join(" · ")}
      </p>
      {theme.steps.length > 0 && (
        <Steps
          steps={theme.steps.map(({ kind, on, text }) => ({
            heading: `${say(stepKinds[kind], lang)} ${formatDay(on as Day, lang)}`,
            ...(text === "" ? {} : { text }),
          }))}
        />
      )}
      <div className="row">
        <LinkButton href={`/prioritera/${partnership}?tema=${theme.id}`}>{say(words.makeProblem, lang)}</LinkButton>
        <LinkButton
          href={`/prioritera/${partnership}?tema=${theme.id}&som=underlag`}
          label={`${say(words.citeOnProblem, lang)}: ${theme.name}`}
        >
          {say(words.citeOnProblem, lang)}
        </LinkButton>
      </div>
      <Showing theme={theme} partnership={partnership} lang={lang} />
      <Telling theme={theme} partnership={partnership} lang={lang} />
    </section>
  );
}

/** «Har någon redan sagt det här?»: whether those who answer may see the theme, and by which words it is known again. */
function Showing({ theme, partnership, lang }: { theme: Theme; partnership: string; lang: Lang }) {
  const show = useCommand(showTheme);
  const [known, setKnown] = useState(theme.shownWords);
  const [refusal, setRefusal] = useState<string>();
  const isShown = theme.shownOn !== undefined;
  const send = async (shown: boolean) => {
    const result = await show.run({ partnership, id: theme.id, shown, words: known });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <details>
      <summary>
        {isShown
          ? say(words.shownSince, lang, { day: formatDay(theme.shownOn as Day, lang) })
          : say(words.notShown, lang)}
      </summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <p>{say(words.showText, lang)}</p>
        <PersonText
          label={say(words.shownWords, lang)}
          about="theme"
          value={known}
          onChange={setKnown}
          lang={lang}
          rows={3}
        />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div className="row">
          <Button type="submit" busy={show.busy}>
            {say(isShown ? words.saveShown : words.show, lang)}
          </Button>
          {isShown && (
            <Button kind="bare" busy={show.busy} onPress={() => void send(false)}>
              {say(words.hide, lang)}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}

function Telling({ theme, partnership, lang }: { theme: Theme; partnership: string; lang: Lang }) {
  const tell = useCommand(tellStep);
  const [kind, setKind] = useState<StepKind>("chosen");
  const [on, setOn] = useState<Day>();
  const [text, setText] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    if (on === undefined) return;
    const result = await tell.run({ partnership, id: theme.id, kind, on, text });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) setText("");
  };
  return (
    <details>
      <summary>{say(words.tell, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="split-even">
          <Select
            label={say(words.tellStep, lang)}
            value={kind}
            options={STEP_KINDS.map((value) => ({ value, word: say(stepKinds[value], lang) }))}
            onChange={(value) => setKind(value as StepKind)}
          />
          <DateField label={say(words.when, lang)} value={on ?? ""} onChange={setOn} required />
        </div>
        <PersonLine label={say(words.tellText, lang)} about="told" value={text} onChange={setText} lang={lang} />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div>
          <Button type="submit" busy={tell.busy}>
            {say(words.tellSave, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
