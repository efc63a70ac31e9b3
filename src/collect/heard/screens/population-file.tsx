import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { type Day, dayOf, instantOf } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { takeInPopulationFile, tryOutPopulationFile } from "../api.ts";
import { HEARD_GROUPS } from "../heard.ts";
import { fileRemarks, heardGroups, words } from "../words.ts";
import { capital } from "./population-said.tsx";

type Tried = OutputOf<typeof tryOutPopulationFile>;
type Told = { readonly tried?: Tried; readonly taken?: number; readonly refusal?: string };

/** Who lives here out of the source's own file: shown first, and taken in when it is what was meant. */
export function PopulationFileForm(props: { partnership: string; onTakenIn: () => void; lang: Lang }) {
  const { partnership, lang } = props;
  const tryOut = useCommand(tryOutPopulationFile);
  const takeIn = useCommand(takeInPopulationFile);
  const [file, setFile] = useState<File>();
  const [retrievedOn, setRetrievedOn] = useState<Day>();
  const [errors, setErrors] = useState<{ readonly file?: string; readonly day?: string }>({});
  const [told, setTold] = useState<Told>({});

  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setTold({});
    // When the browser saved it is when it was fetched; whoever knows better says so.
    if (chosen !== undefined) setRetrievedOn(dayOf(instantOf(chosen.lastModified)));
  };
  const send = async (keep: boolean) => {
    setErrors({
      ...(file === undefined ? { file: say(words.fileNeeded, lang) } : {}),
      ...(retrievedOn === undefined ? { day: say(words.dayNeeded, lang) } : {}),
    });
    if (file === undefined || retrievedOn === undefined) return;
    const input = { partnership, retrievedOn };
    if (!keep) {
      const result = await tryOut.run(input, file);
      return setTold(result.ok ? { tried: result.value } : { refusal: result.refusal.sentence });
    }
    const result = await takeIn.run(input, file);
    setTold(result.ok ? { taken: result.value.year } : { refusal: result.refusal.sentence });
    if (result.ok) props.onTakenIn();
  };
  return (
    <>
      <p className="measure">{say(words.fromFileSteps, lang)}</p>
      <form
        className="stack measure"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(false);
        }}
      >
        <FileField
          label={say(words.file, lang)}
          guide={say(words.fileGuide, lang)}
          accept=".json,.px,.xlsx,.csv,.txt,.gz"
          error={errors.file}
          onChange={(files) => choose(files[0])}
        />
        <DateField
          label={say(words.retrieved, lang)}
          guide={say(words.retrievedGuide, lang)}
          value={retrievedOn ?? ""}
          error={errors.day}
          onChange={(day) => {
            setRetrievedOn(day);
            setTold({});
          }}
        />
        <Button type="submit" kind={told.tried === undefined ? "main" : "plain"} busy={tryOut.busy}>
          {say(words.tryOut, lang)}
        </Button>
      </form>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} level={3} live />}
      {told.tried !== undefined && (
        <TriedOut tried={told.tried} busy={takeIn.busy} onTakeIn={() => void send(true)} lang={lang} />
      )}
      {told.taken !== undefined && (
        <Notice
          kind="done"
          heading={say(words.takenIn, lang, { year: told.taken })}
          text={say(words.takenInText, lang)}
          level={3}
          live
        />
      )}
    </>
  );
}

function TriedOut(props: { tried: Tried; busy: boolean; onTakeIn: () => void; lang: Lang }) {
  const { tried, lang } = props;
  const { file, counts, localities, remarks } = tried;
  const groups = HEARD_GROUPS.flatMap((group) => {
    const residents = counts[group];
    return residents === undefined ? [] : [{ group, residents }];
  });
  return (
    <div className="stack measure">
      <Notice
        kind={remarks.length === 0 ? "note" : "advice"}
        heading={say(words.tried, lang, { said: saySummary(tried, lang) })}
        level={3}
        live
      >
        {remarks.length > 0 && (
          <ul className="list">
            {remarks.map(({ what, detail }) => (
              <li key={what}>{say(fileRemarks[what], lang, detail)}</li>
            ))}
          </ul>
        )}
      </Notice>
      {groups.length > 0 && (
        <DataTable
          caption={say(words.triedGroups, lang)}
          rows={groups}
          rowKey={({ group }) => group}
          columns={[
            { head: say(words.group, lang), names: true, cell: ({ group }) => capital(say(heardGroups[group], lang)) },
            {
              head: say(words.residents, lang),
              number: true,
              cell: ({ residents }) => formatNumber(residents, lang),
            },
          ]}
        />
      )}
      {localities.length > 0 && (
        <DataTable
          caption={say(words.triedVillages, lang)}
          rows={localities}
          rowKey={({ name }) => name}
          columns={[
            { head: say(words.village, lang), names: true, cell: ({ name }) => name },
            {
              head: say(words.residentsBefore, lang),
              number: true,
              cell: ({ before }) => (before === undefined ? "–" : formatNumber(before, lang)),
            },
            {
              head: say(words.residentsNow, lang),
              number: true,
              cell: ({ residents }) => formatNumber(residents, lang),
            },
          ]}
        />
      )}
      <Facts
        facts={[
          { name: say(words.source, lang), value: `${file.source}, ${file.contents} ${file.year}` },
          { name: say(words.table, lang), value: file.tableId === "" ? say(words.notSaid, lang) : file.tableId },
          {
            name: say(words.updated, lang),
            value: file.updatedOn === undefined ? say(words.notSaid, lang) : formatDay(file.updatedOn as Day, lang),
          },
          { name: say(words.licence, lang), value: file.licence },
        ]}
      />
      <Button kind="main" onPress={props.onTakeIn} busy={props.busy}>
        {say(words.takeIn, lang)}
      </Button>
    </div>
  );
}

/** "2023: 5 826 invånare, 101 åldersgrupper, 2 kön, 3 orter". */
function saySummary({ file: { year }, total, ages, sexes, localities }: Tried, lang: Lang): string {
  const parts = [
    total === undefined ? `${year}` : say(words.triedTotal, lang, { year, total: formatNumber(total, lang) }),
    ...(ages === 0 ? [] : [say(words.triedAges, lang, { count: ages })]),
    ...(sexes === 0 ? [] : [say(words.triedSexes, lang, { count: sexes })]),
    ...(localities.length === 0 ? [] : [say(words.triedLocalities, lang, { count: localities.length })]),
  ];
  return parts.join(", ");
}
