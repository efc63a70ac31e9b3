import { useRef, useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { listProblems, weighEvidence } from "../../prioritise/api.ts";
import { Button } from "../../ui/button.tsx";
import { formatNumber } from "../../ui/format.ts";
import { type Baseline, baselineOfFigure, baselineOfFound } from "../baselines.ts";
import type { Pledge } from "../document.ts";
import { draft } from "../draft-words.ts";

type Props = {
  readonly partnership: string;
  readonly pledge: Pledge;
  readonly lang: Lang;
  readonly onTake: (baseline: Baseline) => void;
};

/** What has been measured already of what this löfte is about, each to be taken as the baseline. Nothing where nothing is tied to it. */
export function BaselineFrom(props: Props) {
  const { pledge, lang } = props;
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  const measured = pledge.expectedEffect?.measured;
  const own = measured === undefined ? undefined : baselineOfFound(measured);
  if (own === undefined && pledge.problemIds.length === 0) return null;
  // The list folds in when one is taken: whoever pressed goes on from its heading.
  const onTake = (baseline: Baseline) => {
    props.onTake(baseline);
    setOpen(false);
    summary.current?.focus();
  };
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{say(draft.baselineFrom, lang)}</summary>
      {isOpen && (
        <>
          <p className="small quiet">{say(draft.baselineFromGuide, lang)}</p>
          <ul className="list">
            {own !== undefined && <Choice baseline={own} lang={lang} onTake={onTake} />}
            {pledge.problemIds.map((id) => (
              <OfProblem key={id} {...props} problemId={id} onTake={onTake} />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function OfProblem({ partnership, lang, problemId, onTake }: Props & { problemId: Pledge["problemIds"][number] }) {
  const known = useAnswer(listProblems, { partnership }).value;
  const weighed = useAnswer(weighEvidence, { partnership, id: problemId }).value;
  if (known === undefined || weighed === undefined) return null;
  // What only one organisation knows of is put in nothing that both sign; what has been taken back is worth nothing.
  const cited = (known.problems.find(({ id }) => id === problemId)?.evidence ?? []).filter(
    ({ sharing, takenBack }) => sharing === "shared" && takenBack === null,
  );
  const baselines = cited.flatMap(({ id, figure }) => {
    const found = weighed.evidence.find(({ evidenceId }) => evidenceId === id)?.measured ?? figure ?? undefined;
    const baseline = found && baselineOfFigure(found.frozen);
    return baseline === undefined || found === undefined ? [] : [{ baseline, isPublic: found.isPublic }];
  });
  if (baselines.length === 0) return <li className="quiet">{say(draft.baselineNothing, lang)}</li>;
  return baselines.map(({ baseline, isPublic }) =>
    isPublic ? (
      <Choice key={baseline.source} baseline={baseline} lang={lang} onTake={onTake} />
    ) : (
      // A promise is public: what its owner has not decided to publish does not get there by a press.
      <li key={baseline.source} className="small quiet">
        {say(draft.baselineNotPublic, lang, { source: baseline.source })}
      </li>
    ),
  );
}

function Choice({ baseline, lang, onTake }: { baseline: Baseline } & Pick<Props, "lang" | "onTake">) {
  const said = `${formatNumber(baseline.value.value, lang)} ${baseline.unit}`;
  return (
    <li className="list-row-acting">
      <div lang="sv">
        <b>{said}</b>
        <p className="small quiet">{baseline.source}</p>
      </div>
      <Button
        small
        label={say(draft.takeBaselineNamed, lang, { said, source: baseline.source })}
        onPress={() => onTake(baseline)}
      >
        {say(draft.takeBaseline, lang)}
      </Button>
    </li>
  );
}
