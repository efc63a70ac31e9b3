import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { FileField } from "../../../ui/file-field.tsx";
import { formatList } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { lookInFile } from "../api.ts";
import type { Fault } from "../fault.ts";
import { leftBehind, sayFault, sayUnknown, words } from "../words.ts";

export type ChosenFile = { readonly file: File; readonly document: number };
type Looked = OutputOf<typeof lookInFile>;

/** A file is chosen, and what is in it, what is wrong in it and what does not come along is told before anything is begun. */
export function FromFile(props: {
  partnership: string;
  lang: Lang;
  chosen: ChosenFile | undefined;
  error: string | undefined;
  onChange: (chosen: ChosenFile | undefined) => void;
}) {
  const { partnership, lang, chosen, onChange } = props;
  const look = useCommand(lookInFile);
  const [told, setTold] = useState<{ readonly looked?: Looked; readonly refusal?: string }>({});
  const choose = async (file: File | undefined) => {
    onChange(file && { file, document: 0 });
    setTold({});
    if (file === undefined) return;
    const result = await look.run({ partnership }, file);
    setTold(result.ok ? { looked: result.value } : { refusal: result.refusal.sentence });
  };
  const { looked } = told;
  const document = looked?.documents[chosen?.document ?? 0];
  return (
    <div className="stack-tight">
      <FileField
        label={say(words.file, lang)}
        guide={say(words.fileGuide, lang)}
        accept=".json,.csv"
        error={told.refusal ?? props.error}
        onChange={(files) => void choose(files[0])}
      />
      <div aria-live="polite" className="stack-tight">
        {look.busy && <p>{say(words.reading, lang)}</p>}
        {looked !== undefined && looked.faultsInAll > 0 && <Faults looked={looked} lang={lang} />}
        {looked !== undefined && looked.unknown.length > 0 && (
          <p className="small">{sayUnknown(looked.unknown, lang)}</p>
        )}
      </div>
      {looked !== undefined && looked.documents.length > 1 && chosen !== undefined && (
        <Select
          label={say(words.choose, lang)}
          value={String(chosen.document)}
          onChange={(at) => onChange({ ...chosen, document: Number(at) })}
          options={looked.documents.map(({ title, from, to }, at) => ({
            value: String(at),
            word: `${title} (${to === "" ? from : `${from}–${to}`})`,
          }))}
        />
      )}
      {document !== undefined && <Preview document={document} lang={lang} />}
    </div>
  );
}

function Faults({ looked, lang }: { looked: Looked; lang: Lang }) {
  const { faults, faultsInAll } = looked;
  return (
    <Notice kind="error" heading={say(words.faulty, lang, { count: faultsInAll })}>
      <ul>
        {faults.map((fault: Fault, at) => (
          // The same fault can stand in many rows.
          <li key={`${at} ${fault.kind}`}>{sayFault(fault, lang)}</li>
        ))}
      </ul>
      {faultsInAll > faults.length && <p>{say(words.faultsMore, lang, { count: faultsInAll - faults.length })}</p>}
    </Notice>
  );
}

function Preview({ document, lang }: { document: Looked["documents"][number]; lang: Lang }) {
  const { title, from, to, pledges, left } = document;
  const activities = pledges.reduce((sum, pledge) => sum + pledge.activities, 0);
  return (
    <>
      <p aria-live="polite">
        <b>{say(words.fileRead, lang, { title, from, to, pledges: pledges.length, activities })}</b>
      </p>
      <ol className="list" lang="sv">
        {pledges.map(({ text }, at) => (
          <li key={`${at} ${text}`} className="word">
            {text}
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <p className="small">
          {say(words.notAlong, lang, {
            what: formatList(
              left.map((one) => say(leftBehind[one], lang)),
              lang,
            ),
          })}
        </p>
      )}
    </>
  );
}
