import { type ReactNode, useState } from "react";
import { listThemes } from "../../../collect/campaigns/api.ts";
import { PersonLine } from "../../../collect/privacy/screens/person-text.tsx";
import { listSeries } from "../../../collect/series/api.ts";
import { sayArea } from "../../../collect/series/words.ts";
import type { InputOf } from "../../../ground/endpoint.ts";
import { readDay } from "../../../ground/time.ts";
import { say } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { Period } from "../../screens/series-evidence.tsx";
import { MeasurementPick, useStanding } from "../../screens/measured-evidence.tsx";
import { ThemePlace } from "../../screens/theme-evidence.tsx";
import { questionIn } from "../../cited-question.ts";
import { words as problemWords } from "../../words.ts";
import { takeInFigure } from "../api.ts";
import type { Chapter } from "../chapters.ts";
import { words } from "../words.ts";
import type { ReportProps } from "./read-report.ts";

type Props = ReportProps & { readonly chapter: Chapter };
type Asked = InputOf<typeof takeInFigure>["asked"];

/** Four ways in: official statistics, a question to the picture, a measurement, a coded theme. */
export function TakeIn(props: Props) {
  return (
    <div className="stack-tight">
      <FromSeries {...props} />
      <FromPicture {...props} />
      <FromMeasurement {...props} />
      <FromTheme {...props} />
    </div>
  );
}

function TakeInForm(
  props: Props & {
    summary: string;
    asked: Asked | undefined;
    /** What is to be done where nothing is asked for yet. */
    missing?: string;
    onTaken: () => void;
    children: ReactNode;
  },
) {
  const { partnership, lang, report, chapter, asked } = props;
  const [caption, setCaption] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const take = useCommand(takeInFigure);
  const send = async () => {
    if (asked === undefined || caption.trim() === "")
      return setRefusal(
        asked === undefined && props.missing !== undefined ? props.missing : say(words.chooseAll, lang),
      );
    const result = await take.run({ partnership, slug: report.slug, chapter, caption, asked });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (!result.ok) return;
    setCaption("");
    props.onTaken();
  };
  return (
    <details>
      <summary>{props.summary}</summary>
      <form
        className="stack measure sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {props.children}
        <PersonLine
          label={say(words.caption, lang)}
          guide={say(words.captionGuide, lang)}
          about="matter"
          lang={lang}
          value={caption}
          onChange={setCaption}
        />
        {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
        <Button type="submit" kind="main" busy={take.busy}>
          {say(words.takeIn, lang)}
        </Button>
      </form>
    </details>
  );
}

function FromSeries(props: Props) {
  const { partnership, lang } = props;
  const [slug, setSlug] = useState("");
  const [from, setFrom] = useState("");
  const list = useAnswer(listSeries, { partnership });
  const first = readDay(from);
  return (
    <TakeInForm
      {...props}
      summary={say(words.takeInSeries, lang)}
      asked={slug === "" || first === undefined ? undefined : { kind: "series", slug, from: first }}
      onTaken={() => setSlug("")}
    >
      <Select
        label={say(words.series, lang)}
        empty="–"
        value={slug}
        onChange={(value) => {
          setSlug(value);
          setFrom("");
        }}
        options={(list.value?.series ?? []).map((one) => ({
          value: one.slug,
          word: `${one.name}, ${one.unit}, ${sayArea(one.area, lang)}`,
        }))}
      />
      {slug !== "" && <Period {...{ partnership, lang, slug, from, setFrom }} />}
    </TakeInForm>
  );
}

function FromPicture(props: Props) {
  const { lang } = props;
  const [address, setAddress] = useState("");
  const question = questionIn(address);
  return (
    <TakeInForm
      {...props}
      summary={say(words.takeInQuestion, lang)}
      asked={question === undefined ? undefined : { kind: "question", question }}
      missing={say(problemWords.questionNeeded, lang)}
      onTaken={() => setAddress("")}
    >
      <TextField
        label={say(words.questionAddress, lang)}
        guide={say(words.questionGuide, lang)}
        value={address}
        onChange={setAddress}
      />
    </TakeInForm>
  );
}

function FromMeasurement(props: Props) {
  const { partnership, lang } = props;
  const [id, setId] = useState("");
  const standing = useStanding(partnership);
  if (standing.length === 0) return null;
  return (
    <TakeInForm
      {...props}
      summary={say(words.takeInMeasurement, lang)}
      asked={id === "" ? undefined : { kind: "measurement", measurementId: id }}
      onTaken={() => setId("")}
    >
      <MeasurementPick {...{ standing, id, setId, lang }} />
    </TakeInForm>
  );
}

function FromTheme(props: Props) {
  const { partnership, lang } = props;
  const list = useAnswer(listThemes, { partnership });
  const [themeId, setTheme] = useState("");
  const [place, setPlace] = useState("");
  const themes = list.value?.themes ?? [];
  const facets = themes.find(({ id }) => id === themeId)?.facets ?? [];
  if (themes.length === 0) return null;
  return (
    <TakeInForm
      {...props}
      summary={say(words.takeInTheme, lang)}
      asked={themeId === "" ? undefined : { kind: "coded", themeId, place }}
      onTaken={() => setTheme("")}
    >
      <Select
        label={say(words.theme, lang)}
        empty="–"
        value={themeId}
        onChange={(value) => {
          setTheme(value);
          setPlace("");
        }}
        options={themes.map(({ id, name }) => ({ value: id, word: name }))}
      />
      <ThemePlace facets={facets} place={place} setPlace={setPlace} lang={lang} />
    </TakeInForm>
  );
}
