import { useState } from "react";
import type { Endpoint, OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { FileField } from "../../../ui/file-field.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { readCampaignForm, readWalkForm } from "../api.ts";
import { sayAt, screenWords } from "../words.ts";

type Door = typeof readCampaignForm | typeof readWalkForm;
type Read = Pick<OutputOf<Door>, "faults" | "left">;

/** «Läs in ett formulär (XLSForm)»: the draft is filled in from a file, and everything that did not come along is told before anything is saved. */
export function ReadForm<D extends Door & Endpoint>({
  door,
  partnership,
  lang,
  onRead,
  told,
}: {
  door: D;
  partnership: string;
  lang: Lang;
  onRead: (form: OutputOf<D>) => void;
  told: (form: OutputOf<D>) => string;
}) {
  const read = useCommand<Door>(door);
  const [found, setFound] = useState<OutputOf<D>>();
  const [refusal, setRefusal] = useState<string>();
  const handIn = async (file: File | undefined) => {
    setRefusal(undefined);
    setFound(undefined);
    if (file === undefined) return;
    const result = await read.run({ partnership }, file);
    if (!result.ok) return setRefusal(result.refusal.sentence);
    const form = result.value as OutputOf<D>;
    setFound(form);
    if ((form as Read).faults.length === 0) onRead(form);
  };
  return (
    <section className="stack measure">
      <FileField
        label={say(screenWords.file, lang)}
        guide={say(screenWords.fileGuide, lang)}
        accept=".xlsx"
        onChange={(files) => void handIn(files[0])}
      />
      {read.busy && <Loading text={say(screenWords.reading, lang)} />}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {found !== undefined && <Found read={found} told={told(found)} lang={lang} />}
    </section>
  );
}

function Found({ read: { faults, left }, told, lang }: { read: Read; told: string; lang: Lang }) {
  if (faults.length > 0)
    return (
      <Notice
        kind="error"
        level={2}
        heading={say(screenWords.faulty, lang, { count: faults.length })}
        safe={say(screenWords.faultySafe, lang)}
        live
      >
        <Sentences told={faults.map((fault) => sayAt(fault, lang))} />
      </Notice>
    );
  return (
    <Notice
      kind={left.length > 0 ? "advice" : "done"}
      level={2}
      heading={told}
      text={left.length > 0 ? say(screenWords.left, lang) : say(screenWords.nothingLeft, lang)}
      safe={say(screenWords.notSaved, lang)}
      live
    >
      {left.length > 0 && <Sentences told={left.map((one) => sayAt(one, lang))} />}
    </Notice>
  );
}

function Sentences({ told }: { told: readonly string[] }) {
  return (
    <ul className="list">
      {told.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
