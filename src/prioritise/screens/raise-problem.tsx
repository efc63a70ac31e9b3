// «Gör till problem»: what has been seen, said, asked, or is told by official statistics becomes a problem of its own with that as its first evidence, or is laid
// to one that is there.
import { useState, type ReactNode } from "react";
import { listThemes } from "../../collect/campaigns/api.ts";
import { openSeries } from "../../collect/series/api.ts";
import type { SeriesArea } from "../../collect/series/area.ts";
import { sayArea, sayPeriod } from "../../collect/series/words.ts";
import type { InputOf, OutputOf } from "../../ground/endpoint.ts";
import type { Place } from "../../ground/place.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { askPicture, openEntry } from "../../picture/api.ts";
import { addressOf, askedIn, readQuestion } from "../../picture/question.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { asHeading, formatNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { listProblems, raiseProblem } from "../api.ts";
import { questionIn } from "../cited-question.ts";
import { STRENGTHS, type Strength } from "../problem.ts";
import { strengths, words } from "../words.ts";
import { CiteFields } from "./cite-form.tsx";
import { isOfProblem, ProblemFields, type Told, useProblemFields } from "./problem-fields.tsx";
import { Period } from "./series-evidence.tsx";
import { ThemePlace } from "./theme-evidence.tsx";

/** An observation becomes a problem: its words come along, so that nobody types them again. */
export function RaiseOnEntry(props: ScreenProps & { underlag: string }) {
  const { partnership, underlag } = props;
  const picture = useAnswer(openEntry, { partnership, entry: underlag });
  if (picture.state !== "answered") return null;
  const { id, place, category, text } = picture.value;
  const evidence = { kind: "observation", refId: id } as const;
  return <Becomes {...props} {...{ place, category, evidence }} caption={text.slice(0, 300)} />;
}

/** A series becomes a problem: its last figure unless another period is chosen, where the series is of. */
export function RaiseOnSeries(props: ScreenProps & { slug: string }) {
  const { partnership, lang, slug } = props;
  const opened = useAnswer(openSeries, { partnership, slug });
  const [chosen, setChosen] = useState<string>();
  if (opened.state === "refused") return <Notice kind="error" heading={opened.refusal.sentence} />;
  if (opened.state !== "answered") return null;
  const { series, values } = opened.value;
  const from = chosen ?? values.findLast(({ value }) => value !== undefined)?.from ?? "";
  const evidence = from === "" ? undefined : ({ kind: "series", slug, from: from as Day } as const);
  return (
    <Becomes
      {...props}
      place={placeOf(series.area)}
      evidence={evidence}
      caption={sayFigure(opened.value, from, lang)}
      about={
        <>
          <p>
            <a href={`/lyssna/${partnership}/statistik-${slug}`}>{series.name}</a>, {sayArea(series.area, lang)}
          </p>
          <Period {...{ partnership, lang, slug, from }} setFrom={setChosen} />
        </>
      }
    />
  );
}

/** A coded theme becomes a problem: its name is what is proposed, and where it is cited for is where the problem is. */
export function RaiseOnTheme(props: ScreenProps & { themeId: string }) {
  const { partnership, lang, themeId } = props;
  const list = useAnswer(listThemes, { partnership });
  const [place, setPlace] = useState("");
  if (list.state === "refused") return <Notice kind="error" heading={list.refusal.sentence} />;
  if (list.state !== "answered") return null;
  const theme = list.value.themes.find(({ id }) => id === themeId);
  if (theme === undefined) return <Notice kind="error" heading={say(words.themeNotHere, lang)} />;
  const { name, category } = theme;
  const said =
    place === "" ? say(words.themeSaid, lang, { theme: name }) : say(words.themeSaidAt, lang, { theme: name, place });
  return (
    <Becomes
      {...props}
      what={asHeading(name)}
      category={category}
      place={place === "" ? { kind: "unknown" } : { kind: "unknown", name: place }}
      evidence={{ kind: "coded", themeId: theme.id, place }}
      caption={said.slice(0, 300)}
      about={
        <>
          <p>
            <a href={`/lyssna/${partnership}/teman`}>{name}</a>
          </p>
          <ThemePlace facets={theme.facets} place={place} setPlace={setPlace} lang={lang} />
        </>
      }
    />
  );
}

/** A question to the picture becomes a problem: what it is about and where come out of the question, and its answer of today is what is proposed to be said of it. */
export function RaiseOnQuestion(props: ScreenProps & { address: string }) {
  const { partnership, lang, address } = props;
  const asked = questionIn(`?${address}`);
  const { question } = readQuestion(askedIn(new URLSearchParams(asked ?? "")));
  // Of what both see, whatever the one who asks may see: that is what the evidence will say.
  const shared = addressOf({
    ...question,
    compared: undefined,
    sharing: question.sharing === "public" ? "public" : "shared",
  });
  const picture = useAnswer(askPicture, { partnership, ...askedIn(new URLSearchParams(shared)) });
  if (asked === undefined) return <Notice kind="error" heading={say(words.questionNotHere, lang)} />;
  if (picture.state === "refused") return <Notice kind="error" heading={picture.refusal.sentence} />;
  if (picture.state !== "answered") return null;
  const { basis, villages, list } = picture.value;
  const village = villages.find(({ slug }) => slug === question.area)?.name;
  const categories = new Set(list.map(({ category }) => category));
  const [category] = categories.size === 1 ? categories : [];
  return (
    <Becomes
      {...props}
      place={village === undefined ? { kind: "unknown" } : { kind: "unknown", name: village }}
      {...(category === undefined ? {} : { category })}
      evidence={{ kind: "question", question: addressOf({ ...question, compared: undefined }) }}
      caption={basis.sentence[lang].slice(0, 300)}
      about={
        <p>
          <a href={`/lagesbild/${partnership}?${shared}`}>{say(words.openQuestion, lang)}</a>
        </p>
      }
    />
  );
}

/** «Otrygg sent på kvällen, 2023–2024: 19 procent». */
function sayFigure({ series, values }: OutputOf<typeof openSeries>, from: string, lang: Lang): string {
  const said = values.find((value) => value.from === from);
  if (said?.value === undefined) return "";
  const period = sayPeriod({ step: series.step, ...said }, lang);
  return `${series.name}, ${period}: ${formatNumber(said.value, lang)} ${series.unit}`.slice(0, 300);
}

/** What is known of the whole country is of no place here. */
function placeOf({ kind, code, name }: SeriesArea): Place {
  return kind === "country" ? { kind: "unknown", name } : kind === "area" ? { kind, name } : { kind, code, name };
}

type RaiseProps = ScreenProps & {
  readonly place: Place;
  readonly category?: string;
  /** What is proposed as the problem, where the evidence has a name of its own. */
  readonly what?: string;
  readonly evidence:
    | {
        readonly kind: "coded";
        readonly themeId: string;
        readonly place: string;
      }
    | { readonly kind: "observation" | "theme" | "measurement"; readonly refId: string }
    | { readonly kind: "question"; readonly question: string }
    | { readonly kind: "series"; readonly slug: string; readonly from: Day }
    | undefined;
  readonly caption: string;
  /** Evidence that goes along, each in its own words. */
  readonly beside?: InputOf<typeof raiseProblem>["evidence"];
  /** What the evidence is, where it can be chosen. */
  readonly about?: ReactNode;
};

/** The part of the address by which what was found is laid to a problem that is there: `?tema=…&som=underlag`. */
const AS = "som";
const EVIDENCE = "underlag";

/** A problem of its own, or evidence of one that is there already, where there is one: one form at a time, and a link to the other. */
export function Becomes(props: RaiseProps) {
  const { partnership, lang, query } = props;
  const list = useAnswer(listProblems, { partnership });
  // Several at once become a problem; they are laid to one that is there one by one.
  const problems = props.beside === undefined ? (list.value?.problems ?? []) : [];
  const open = problems.filter(({ state }) => state === "open" || state === "chosen");
  const isCited = open.length > 0 && query.get(AS) === EVIDENCE;
  const other = new URLSearchParams(query);
  if (isCited) other.delete(AS);
  else other.set(AS, EVIDENCE);
  const link = open.length > 0 && (
    <p>
      <a href={`/prioritera/${partnership}?${other}`}>{say(isCited ? words.raiseInstead : words.citeEntry, lang)}</a>
    </p>
  );
  return (
    <section className="sheet-acting stack">
      <SectionHeading heading={say(isCited ? words.citeHead : words.makeProblem, lang)} />
      {isCited ? <CiteOn {...props} open={open} /> : <RaiseForm {...props} />}
      {link}
    </section>
  );
}

/** What was seen, said, counted or asked is laid to a problem that is there already, instead of becoming one more. */
function CiteOn(
  props: RaiseProps & {
    open: readonly Pick<OutputOf<typeof listProblems>["problems"][number], "id" | "slug" | "what">[];
  },
) {
  const { partnership, lang, go, evidence, caption, about, open } = props;
  const [problemId, setProblem] = useState("");
  const slug = open.find(({ id }) => id === problemId)?.slug;
  const needed = slug === undefined ? words.problemNeeded : evidence === undefined ? words.seriesNeeded : undefined;
  return (
    <CiteFields
      {...{ partnership, lang, problemId, caption }}
      missing={needed && say(needed, lang)}
      evidence={(said) => ({ ...evidence!, ...said })}
      onCited={() => go(`/prioritera/${partnership}/${slug}`)}
    >
      {about}
      <Select
        label={say(words.problem, lang)}
        empty={say(words.chooseProblem, lang)}
        value={problemId}
        onChange={setProblem}
        options={open.map(({ id, what }) => ({ value: id, word: what }))}
      />
    </CiteFields>
  );
}

function RaiseForm(props: RaiseProps) {
  const { partnership, lang, go, place, category, what, evidence, caption, beside = [], about } = props;
  const raise = useCommand(raiseProblem);
  const form = useProblemFields({
    place,
    ...(what === undefined ? {} : { what }),
    ...(category === undefined ? {} : { category }),
  });
  // As it was typed, else what the evidence says: another period is said in other words.
  const [typed, setTyped] = useState<string>();
  const [strength, setStrength] = useState<Strength>("fair");
  const [told, setTold] = useState<Told>();
  const send = async () => {
    if (evidence === undefined) return setTold({ sentence: say(words.seriesNeeded, lang) });
    const cited = { ...evidence, caption: typed ?? caption, strength };
    const result = await raise.run({
      partnership,
      ...form.said,
      evidence: [cited, ...beside.map((one) => ({ ...one, strength }))],
    });
    if (result.ok) go(`/prioritera/${partnership}/${result.value.slug}`);
    else setTold(result.refusal);
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {about}
      <ProblemFields form={form} told={told} lang={lang} />
      <TextField
        label={say(words.caption, lang)}
        name="caption"
        value={typed ?? caption}
        onChange={setTyped}
        required
      />
      <Select
        label={say(words.strength, lang)}
        value={strength}
        onChange={(value) => setStrength(STRENGTHS.find((one) => one === value) ?? "fair")}
        options={STRENGTHS.map((value) => ({ value, word: say(strengths[value], lang) }))}
      />
      {told !== undefined && !isOfProblem(told) && <Notice kind="error" heading={told.sentence} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={raise.busy}>
          {say(words.makeProblem, lang)}
        </Button>
      </div>
    </form>
  );
}
