import type { FormEvent } from "react";
import { CATEGORY_GROUPS } from "../../collect/category.ts";
import { isDrawable, nameOfPlace, type Place } from "../../ground/place.ts";
import type { Instant, Month } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { BarChart } from "../../ui/bar-chart.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatInstant, formatMonth, formatMonthShort } from "../../ui/format.ts";
import { KindChip } from "../../ui/kind.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { askPicture } from "../api.ts";
import { HANDFUL } from "../counts.ts";
import { fromAddress, questionField, toAddress, type Question } from "../question.ts";
import { groups, words } from "../words.ts";
import { PlainMap, type Drawn } from "./map.tsx";

type Picture = OutputOf<typeof askPicture>;

/** /lagesbild/<p>: one map, one list, counts by month, category and village. The address is the question. */
export function PictureScreen(props: ScreenProps) {
  const { partnership, lang, query } = props;
  const question = fromAddress(query);
  const asked = useAnswer(askPicture, { partnership, ...question });
  return (
    <>
      <PageHeading heading={say(words.heading, lang)} over={props.partnershipName} lead={say(words.lead, lang)} />
      {asked.state === "waiting" && <Loading text={say(words.heading, lang)} />}
      {(asked.state === "refused" || asked.state === "offline") && (
        <Notice kind="error" heading={asked.state === "refused" ? asked.refusal.sentence : say(words.noAnswer, lang)} />
      )}
      {asked.state === "answered" && (
        <>
          <Filters {...props} question={question} picture={asked.value} />
          <Answer {...props} picture={asked.value} />
        </>
      )}
    </>
  );
}

function Filters({ partnership, lang, go, question, picture }: ScreenProps & { question: Question; picture: Picture }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => value !== ""));
    const read = questionField.safeParse(given);
    if (read.success) go(`/lagesbild/${partnership}?${toAddress(read.data)}`);
  };
  return (
    <form className="split-even" onSubmit={submit} key={toAddress(question)}>
      <TextField label={say(words.from, lang)} name="from" type="month" defaultValue={question.from ?? ""} />
      <TextField label={say(words.to, lang)} name="to" type="month" defaultValue={question.to ?? ""} />
      <Select
        label={say(words.category, lang)}
        name="group"
        empty={say(words.all, lang)}
        defaultValue={question.group ?? ""}
        options={CATEGORY_GROUPS.map((value) => ({ value, word: say(groups[value], lang) }))}
      />
      <Select
        label={say(words.source, lang)}
        name="source"
        empty={say(words.all, lang)}
        defaultValue={question.source ?? ""}
        options={picture.sources.map(({ id, name }) => ({ value: id, word: name }))}
      />
      <Select
        label={say(words.village, lang)}
        name="village"
        empty={say(words.all, lang)}
        defaultValue={question.village ?? ""}
        options={picture.villages.map(({ name }) => ({ value: name, word: name }))}
      />
      <div className="row">
        <Button type="submit" kind="main">
          {say(words.show, lang)}
        </Button>
        <LinkButton href={`/lagesbild/${partnership}`}>{say(words.clear, lang)}</LinkButton>
      </div>
    </form>
  );
}

/** The sentence first, made of the same numbers as the pictures below it. */
function sentenceOf(picture: Picture, lang: Lang): string {
  const [most] = picture.byGroup;
  if (most === undefined || picture.total < HANDFUL) return say(words.handful, lang, { total: picture.total });
  return say(words.sentence, lang, {
    total: picture.total,
    group: say(groups[most.key], lang).toLocaleLowerCase(lang),
    count: most.count,
  });
}

function Answer({ partnership, lang, picture }: ScreenProps & { picture: Picture }) {
  if (picture.total === 0 && picture.bundles === 0)
    return <Empty heading={say(words.nothing, lang)} text={say(words.nothingText, lang)} level={2} />;
  const drawn = picture.list.flatMap((one): Drawn[] => {
    const place = one.place as Place;
    return isDrawable(place) ? [{ id: one.id, place, knowledge: one.knowledge, name: one.text.slice(0, 80) }] : [];
  });
  const police = picture.bySource.some(({ kind }) => kind === "police-events");
  const head = [say(words.month, lang), say(words.number, lang)] as const;
  return (
    <>
      <p className="measure">
        <b>{sentenceOf(picture, lang)}</b>
      </p>
      <section>
        <SectionHeading heading={say(words.map, lang)} />
        <PlainMap
          label={say(words.mapLabel, lang, { count: drawn.length })}
          outline={picture.outline}
          villages={picture.villages}
          drawn={drawn}
        />
        <p className="quiet">{say(words.attribution, lang)}</p>
        {picture.notPlaced > 0 && <Notice heading={say(words.notPlaced, lang, { count: picture.notPlaced })} />}
        {picture.bundles > 0 && <p>{say(words.bundles, lang, { count: picture.bundles })}</p>}
        {police && <p>{say(words.policeSelection, lang)}</p>}
      </section>
      <section>
        <SectionHeading heading={say(words.byMonth, lang)} />
        <BarChart
          lang={lang}
          sentence={sentenceOf(picture, lang)}
          heads={head}
          bars={picture.byMonth.map(({ key, count }) => ({
            label: formatMonth(key as Month, lang),
            short: formatMonthShort(key as Month, lang),
            count,
          }))}
        />
      </section>
      <div className="split-even">
        <Tally
          lang={lang}
          heading={say(words.byCategory, lang)}
          rows={picture.byGroup.map(({ key, count }) => ({ name: say(groups[key], lang), count }))}
        />
        <Tally
          lang={lang}
          heading={say(words.byVillage, lang)}
          rows={picture.byVillage.map(({ key, count }) => ({ name: key, count }))}
        />
      </div>
      <section>
        <SectionHeading heading={say(words.bySource, lang)} />
        <DataTable
          caption={say(words.bySource, lang)}
          captionHidden
          rows={picture.bySource}
          rowKey={(row) => row.key}
          columns={[
            { head: say(words.source, lang), cell: (row) => row.name, names: true },
            {
              head: say(words.kind, lang),
              cell: (row) => <KindChip kind={row.knowledge} lang={lang} />,
            },
            { head: say(words.number, lang), cell: (row) => row.count, number: true },
          ]}
        />
      </section>
      <section>
        <SectionHeading heading={say(words.list, lang)}>{picture.list.length}</SectionHeading>
        <DataTable
          caption={say(words.list, lang)}
          captionHidden
          rows={picture.list}
          rowKey={(row) => row.id}
          columns={[
            {
              head: say(words.when, lang),
              cell: (row) => (row.at === null ? say(words.unknownTime, lang) : formatInstant(row.at as Instant, lang)),
            },
            {
              head: say(words.what, lang),
              names: true,
              cell: (row) => (
                <>
                  <span lang="sv">{row.text}</span> {row.example && <ExampleMark lang={lang} />}
                </>
              ),
            },
            { head: say(words.where, lang), cell: (row) => <span lang="sv">{nameOfPlace(row.place as Place)}</span> },
            { head: say(words.source, lang), cell: (row) => row.source },
            {
              head: "",
              cell: (row) => <a href={`/prioritera/${partnership}?underlag=${row.id}`}>{say(words.use, lang)}</a>,
            },
          ]}
        />
      </section>
    </>
  );
}

function Tally({
  lang,
  heading,
  rows,
}: {
  lang: Lang;
  heading: string;
  rows: readonly { name: string; count: number }[];
}) {
  return (
    <section>
      <SectionHeading heading={heading} />
      <DataTable
        caption={heading}
        captionHidden
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { head: heading, cell: (row) => row.name, names: true },
          { head: say(words.number, lang), cell: (row) => row.count, number: true },
        ]}
      />
    </section>
  );
}
