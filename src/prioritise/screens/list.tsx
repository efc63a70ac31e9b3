import { say, type Lang } from "../../ground/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listProblems } from "../api.ts";
import { RoundsSection } from "../rounds/screens/rounds.tsx";
import { states, words } from "../words.ts";
import { Agreement } from "./agreement.tsx";
import { categoryWord } from "./problem-fields.tsx";
import { RaiseOnDialogue, RaiseOnMeasurement, RaiseOnNotes } from "./raise-heard.tsx";
import { RaiseOnEntry, RaiseOnQuestion, RaiseOnSeries, RaiseOnTheme } from "./raise-problem.tsx";

type Problems = OutputOf<typeof listProblems>;
type Listed = Problems["problems"][number];

/** /prioritera/<p>: which sources say the same, what is to be decided, what was chosen by whom and why, what is not taken up and why not. */
export function ProblemListScreen(props: ScreenProps) {
  const { partnership, lang, query } = props;
  const list = useAnswer(listProblems, { partnership });
  if (list.state === "waiting") return <Loading text={say(words.loading, lang)} />;
  if (list.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={list.state === "refused" ? list.refusal.sentence : say(words.notSaved, lang)}
      />
    );
  const { problems } = list.value;
  const [underlag, slug, tema] = [query.get("underlag"), query.get("serie"), query.get("tema")];
  const [fraga, sagt, matning] = [query.get("fraga"), query.get("sagt"), query.get("matning")];
  const open = problems.filter(({ state }) => state === "open");
  const chosen = problems.filter(({ state }) => state === "chosen");
  const answered = problems.filter(({ state }) => state === "declined" || state === "merged");
  return (
    <>
      <PageHeading
        heading={say(problems.length === 0 ? words.headingNone : words.heading, lang)}
        over={props.partnershipName}
        lead={say(words.lead, lang)}
      />
      {underlag !== null &&
        (underlag.includes(",") ? (
          <RaiseOnNotes key={underlag} {...props} noteIds={underlag} />
        ) : (
          <RaiseOnEntry key={underlag} {...props} underlag={underlag} />
        ))}
      {slug !== null && <RaiseOnSeries key={slug} {...props} slug={slug} />}
      {fraga !== null && <RaiseOnQuestion key={fraga} {...props} address={fraga} />}
      {tema !== null && <RaiseOnTheme key={tema} {...props} themeId={tema} />}
      {sagt !== null && <RaiseOnDialogue key={sagt} {...props} themeId={sagt} />}
      {matning !== null && <RaiseOnMeasurement key={matning} {...props} measurementId={matning} />}
      <Agreement partnership={partnership} lang={lang} />
      <section>
        <SectionHeading heading={say(words.open, lang)}>{open.length}</SectionHeading>
        {open.length === 0 ? (
          <Empty heading={say(words.openNone, lang)} text={say(words.openNoneText, lang)} />
        ) : (
          <Rows rows={open} lang={lang} partnership={partnership} />
        )}
      </section>
      <RoundsSection {...props} hasOpen={open.length > 0} />
      <section>
        <SectionHeading heading={say(words.chosen, lang)}>{chosen.length}</SectionHeading>
        {chosen.length === 0 ? (
          <p>{say(words.chosenNone, lang)}</p>
        ) : (
          <Rows rows={chosen} lang={lang} partnership={partnership} />
        )}
      </section>
      {answered.length > 0 && (
        <section>
          <SectionHeading heading={say(words.answered, lang)}>{answered.length}</SectionHeading>
          <Rows rows={answered} lang={lang} partnership={partnership} />
        </section>
      )}
    </>
  );
}

function Rows({ rows, lang, partnership }: { rows: readonly Listed[]; lang: Lang; partnership: string }) {
  return (
    <ul className="list">
      {rows.map((problem) => (
        <li key={problem.id}>
          <div>
            <a href={`/prioritera/${partnership}/${problem.slug}`} className="strong" lang="sv">
              {problem.what}
            </a>{" "}
            {problem.example && <ExampleMark lang={lang} />}
            <p className="small quiet">
              {say(states[problem.state], lang)} · {categoryWord(problem.category, lang)} · {problem.evidence.length}{" "}
              {say(words.evidence, lang).toLocaleLowerCase(lang)}
            </p>
            {problem.choices.map((choice) => (
              <p key={choice.organisationId} lang="sv" className="measure">
                <PartyName party={choice.party}>
                  {say(words.chosenBy, lang, { organisation: choice.organisation, reason: choice.reason })}
                </PartyName>
              </p>
            ))}
            {problem.publicReason !== null && (
              <p lang="sv" className="measure">
                {problem.publicReason}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
