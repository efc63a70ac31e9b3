// «Ändra vad problemet säger», and what it said before.
import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { nameOfPlace } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { FormError } from "../../ui/form-error.tsx";
import { formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { correctProblem, type listProblems } from "../api.ts";
import { RAISERS } from "../problem.ts";
import { words } from "../words.ts";
import { categoryWord, isOfProblem, ProblemFields, type Told, useProblemFields } from "./problem-fields.tsx";

type Listed = OutputOf<typeof listProblems>["problems"][number];
type Said = Omit<Listed["corrections"][number], "organisation" | "on">;

/** What a problem says, name by name. */
export function factsOf(said: Said, lang: Lang) {
  return [
    { name: say(words.where, lang), value: nameOfPlace(said.place) || "–" },
    { name: say(words.since, lang), value: said.since },
    { name: say(words.occurs, lang), value: said.occurs || say(words.notSaid, lang) },
    { name: say(words.affected, lang), value: said.affected },
    { name: say(words.category, lang), value: categoryWord(said.category, lang) },
  ];
}

/** Each time it was changed: by whom, when, and what stood there instead of what differs. */
export function Corrections({ problem, lang }: { problem: Listed; lang: Lang }) {
  const all = (said: Said) => [{ name: say(words.problem, lang), value: said.what }, ...factsOf(said, lang)];
  return problem.corrections.map((before, place) => {
    const after = all(problem.corrections[place - 1] ?? problem);
    const differs = all(before).filter(({ name, value }) => value !== after.find((one) => one.name === name)?.value);
    const changed = say(words.correctedOn, lang, {
      day: formatDay(before.on, lang),
      organisation: before.organisation,
    });
    return (
      <details key={problem.corrections.length - place}>
        <summary>{changed}</summary>
        <div className="stack-tight">
          <p className="small quiet">{say(words.saidBefore, lang)}</p>
          <Facts facts={differs} />
        </div>
      </details>
    );
  });
}

/** Folded out by those who may, for as long as nobody has answered the problem. */
export function CorrectProblem({ partnership, lang, person, problem }: ScreenProps & { problem: Listed }) {
  const correct = useCommand(correctProblem);
  const form = useProblemFields(problem);
  // The version that was read when the first word was changed: what comes in between is told, not written over.
  const [begunAt, setBegunAt] = useState<number>();
  const [told, setTold] = useState<Told>();
  const [saved, setSaved] = useState(false);
  // Whether the other has said yes is for the rule to say: what one has written is not taken away meanwhile.
  if (problem.state !== "open" || !person.grants.some(({ role }) => RAISERS.includes(role))) return null;
  const change = (more: Parameters<typeof form.change>[0]) => {
    setBegunAt(begunAt ?? problem.version);
    setSaved(false);
    form.change(more);
  };
  const send = async () => {
    const version = begunAt ?? problem.version;
    const result = await correct.run({ partnership, id: problem.id, version, ...form.said });
    setSaved(result.ok);
    setTold(result.ok ? undefined : result.refusal);
    setBegunAt(undefined);
    if (result.ok) form.forget();
  };
  return (
    <details>
      <summary>{say(words.correctHead, lang)}</summary>
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{say(words.correctLead, lang)}</p>
        <ProblemFields form={{ ...form, change }} told={told} lang={lang} />
        {told !== undefined && !isOfProblem(told) && <FormError text={told.sentence} />}
        {saved && <Notice kind="done" heading={say(words.saved, lang)} live />}
        <div className="row">
          <Button type="submit" busy={correct.busy}>
            {say(words.correct, lang)}
          </Button>
        </div>
      </form>
    </details>
  );
}
