// «Fler språk» at a campaign's desk: the file to translate, what was wrong in the one that came back, and what residents may choose.
import { type ReactNode, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay } from "../../../ui/format.ts";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { closeLanguage, downloadLanguage, keepLanguage, listLanguages, openLanguage } from "../api.ts";
import { TONGUE_CODES, type TongueCode, tongueOf, TONGUES } from "../tongue.ts";
import { faultWords, words } from "../words.ts";

type Kept = OutputOf<typeof listLanguages>["languages"][number];
type Read = OutputOf<typeof keepLanguage>;
type Props = { readonly partnership: string; readonly slug: string; readonly lang: Lang };

export function Languages({ partnership, slug, lang }: Props) {
  const asked = useAnswer(listLanguages, { partnership, slug });
  return (
    <section className="stack">
      <SectionHeading heading={say(words.languages, lang)} />
      <p className="measure">{say(words.lead, lang)}</p>
      <Asked answer={asked} lang={lang}>
        {({ languages }) => (
          <>
            {languages.map((kept) => (
              <OneLanguage key={kept.code} kept={kept} partnership={partnership} slug={slug} lang={lang} />
            ))}
          </>
        )}
      </Asked>
      <FileOfOne partnership={partnership} slug={slug} lang={lang} />
    </section>
  );
}

function OneLanguage({ kept, partnership, slug, lang }: Props & { kept: Kept }) {
  const open = useCommand(openLanguage);
  const close = useCommand(closeLanguage);
  const [refusal, setRefusal] = useState<string>();
  const language = nameOf(kept.code, lang);
  const turn = async (turning: typeof open | typeof close) => {
    const result = await turning.run({ partnership, slug, language: kept.code });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  const state =
    kept.missing > 0
      ? say(words.lacks, lang, { count: kept.missing })
      : say(kept.state === "open" ? words.shown : words.draft, lang);
  return (
    <div className="stack-tight">
      <h3>
        <OwnName code={kept.code} /> · {language}
      </h3>
      <p>
        {state} · {say(words.changed, lang, { day: formatDay(kept.keptOn as Day, lang) })}
      </p>
      {refusal !== undefined && <Notice kind="error" heading={refusal} level={3} live />}
      <div className="row">
        <LinkButton href={kept.preview}>{say(words.preview, lang, { language })}</LinkButton>
        {kept.state === "open" ? (
          <Button busy={close.busy} onPress={() => void turn(close)}>
            {say(words.close, lang, { language })}
          </Button>
        ) : (
          kept.missing === 0 && (
            <Button kind="turn" busy={open.busy} onPress={() => void turn(open)}>
              {say(words.open, lang, { language })}
            </Button>
          )
        )}
      </div>
    </div>
  );
}

function OwnName({ code }: { code: TongueCode }) {
  const { name, dir } = tongueOf({ code, entries: {} });
  return (
    <bdi lang={code} dir={dir}>
      {name}
    </bdi>
  );
}

/** «arabiska»: as the reader's language calls it, else as it calls itself. */
function nameOf(code: TongueCode, lang: Lang): string {
  const name = new Intl.DisplayNames([lang], { type: "language", fallback: "none" }).of(code);
  return name ?? TONGUES[code];
}

/** The file out and the file in, of the language that is chosen. */
function FileOfOne({ partnership, slug, lang }: Props) {
  const keep = useCommand(keepLanguage);
  const [language, setLanguage] = useState<TongueCode>("ar");
  const [read, setRead] = useState<Read>();
  const [refusal, setRefusal] = useState<string>();
  const choose = (value: string) => {
    setLanguage(TONGUE_CODES.find((code) => code === value) ?? language);
    setRead(undefined);
    setRefusal(undefined);
  };
  const handIn = async (file: File | undefined) => {
    setRead(undefined);
    setRefusal(undefined);
    if (file === undefined) return;
    const result = await keep.run({ partnership, slug, language }, file);
    if (result.ok) setRead(result.value);
    else setRefusal(result.refusal.sentence);
  };
  return (
    <div className="stack measure">
      <Select
        label={say(words.language, lang)}
        value={language}
        onChange={choose}
        options={TONGUE_CODES.map((value) => ({ value, word: `${nameOf(value, lang)} · ${TONGUES[value]}` }))}
      />
      <div className="row">
        <LinkButton href={addressOf(downloadLanguage, { partnership, slug, language }, true)} download>
          {say(words.download, lang)}
        </LinkButton>
      </div>
      <FileField
        label={say(words.file, lang)}
        guide={say(words.fileGuide, lang)}
        accept=".csv"
        onChange={(files) => void handIn(files[0])}
      />
      {keep.busy && <Loading text={say(words.reading, lang)} />}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      {read !== undefined && <Found read={read} lang={lang} />}
    </div>
  );
}

function Found({ read: { kept, translated, faults, unknown, missing }, lang }: { read: Read; lang: Lang }) {
  if (!kept)
    return (
      <Notice
        kind="error"
        heading={say(words.faulty, lang, { count: faults.length })}
        safe={say(words.faultySafe, lang)}
        live
      >
        <Sentences told={faults.map(({ line, why, sv }) => say(faultWords[why], lang, { line, sentence: sv }))} />
      </Notice>
    );
  return (
    <Notice
      kind={missing.length > 0 ? "advice" : "done"}
      heading={
        missing.length > 0
          ? say(words.incomplete, lang, { count: missing.length })
          : say(words.complete, lang, { count: translated })
      }
      live
    >
      {missing.length > 0 && (
        <Sentences
          told={missing.map((sentence) => (
            <span key={sentence} lang="sv">
              {sentence}
            </span>
          ))}
        />
      )}
      {unknown.length > 0 && (
        <>
          <p>{say(words.unknown, lang, { count: unknown.length })}</p>
          <Sentences told={unknown.map(({ line, sv }) => say(words.unknownLine, lang, { line, sentence: sv }))} />
        </>
      )}
    </Notice>
  );
}

function Sentences({ told }: { told: readonly ReactNode[] }) {
  return (
    <ul className="list">
      {told.map((sentence, place) => (
        <li key={place}>{sentence}</li>
      ))}
    </ul>
  );
}
