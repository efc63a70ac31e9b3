import { useState } from "react";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { recordPopulation } from "../api.ts";
import { HEARD_GROUPS, type GroupCounts, type HeardGroup } from "../heard.ts";
import { heardGroups, words } from "../words.ts";
import { PopulationFileForm } from "./population-file.tsx";
import { capital, type Known, PopulationSaid } from "./population-said.tsx";

/** What the comparison is made with, and the two ways of filling it in: the source's own file, or by hand. */
export function PopulationSection(props: {
  partnership: string;
  known: Known;
  /** Whether the reader may fill it in. */
  isKeeper: boolean;
  lang: Lang;
}) {
  const { partnership, known, isKeeper, lang } = props;
  const [taken, setTaken] = useState(0);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.population, lang)} />
      <PopulationSaid known={known} lang={lang} />
      {isKeeper ? (
        <>
          <p className="measure">{say(words.populationText, lang)}</p>
          <SectionHeading heading={say(words.fromFile, lang)} level={3} />
          <PopulationFileForm partnership={partnership} onTakenIn={() => setTaken(taken + 1)} lang={lang} />
          <details>
            <summary>{say(words.byHand, lang)}</summary>
            {/* What is known is what the fields begin with, also when a file has just been taken in. */}
            <TypedForm key={taken} partnership={partnership} known={known} lang={lang} />
          </details>
        </>
      ) : (
        <p className="measure">{say(words.onlyKeepers, lang)}</p>
      )}
    </section>
  );
}

type Draft = Readonly<Record<HeardGroup | "year" | "source", string>>;

function TypedForm(props: { partnership: string; known: Known; lang: Lang }) {
  const { lang, known } = props;
  const record = useCommand(recordPopulation);
  const [draft, setDraft] = useState<Draft>(() => draftOf(known));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly heading: string }>();
  const field = (name: keyof Draft, label: string) => ({
    label,
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
    error: wrong.has(name) ? say(words.wholeNumber, lang) : undefined,
  });
  const send = async () => {
    const unread = ["year", ...HEARD_GROUPS].filter(
      (name) =>
        numberIn(draft[name as keyof Draft]) === undefined &&
        (name === "year" || draft[name as keyof Draft].trim() !== ""),
    );
    setWrong(new Set(unread));
    const year = numberIn(draft.year);
    if (unread.length > 0 || year === undefined) return setTold(undefined);
    const counts: GroupCounts = Object.fromEntries(
      HEARD_GROUPS.flatMap((group) => (draft[group].trim() === "" ? [] : [[group, numberIn(draft[group])]])),
    );
    const result = await record.run({ partnership: props.partnership, year, counts, source: draft.source });
    setTold(
      result.ok
        ? { kind: "done", heading: say(words.saved, lang) }
        : { kind: "error", heading: result.refusal.sentence },
    );
  };
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="split-even">
        {HEARD_GROUPS.map((group) => (
          <TextField key={group} short {...field(group, capital(say(heardGroups[group], lang)))} />
        ))}
      </div>
      <TextField short {...field("year", say(words.year, lang))} />
      <TextField {...field("source", say(words.source, lang))} />
      <Button type="submit" kind="main" busy={record.busy}>
        {say(words.save, lang)}
      </Button>
      {told !== undefined && <Notice kind={told.kind} heading={told.heading} live />}
    </form>
  );
}

function draftOf(known: Known): Draft {
  const said = (group: HeardGroup) => String(known?.counts[group] ?? "");
  return {
    women: said("women"),
    men: said("men"),
    "under-18": said("under-18"),
    "18-29": said("18-29"),
    "30-64": said("30-64"),
    "65-up": said("65-up"),
    year: known === undefined ? "" : String(known.year),
    source: known?.source ?? "",
  };
}

/** "2 984" is a number; undefined for what is none. */
function numberIn(text: string): number | undefined {
  const digits = text.replaceAll(/\s/g, "");
  return /^\d{1,8}$/.test(digits) ? Number(digits) : undefined;
}
