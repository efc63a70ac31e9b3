import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { Diff } from "../../ui/diff.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { formatHash, formatList } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Mark } from "../../ui/mark.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SkipLink } from "../../ui/skip-link.tsx";
import { StatusDiamond } from "../../ui/status.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { verifyFile } from "../bundle-file.ts";
import { readableText } from "../bundle.ts";
import { compareTexts, type Compared } from "../compare.ts";
import type { Content } from "../document.ts";
import type { Statement } from "../verdict.ts";
import { overalls, partsSaid, sayStatement, verifierWords as words } from "../verify-words.ts";
import type { Verdict } from "../verify.ts";

type Checked = { readonly verdict: Verdict; readonly fileName: string };
export type Given = {
  /** A verdict there is already: of the file that came with the page. */
  readonly checked: Checked | undefined;
  /** Where the page came from; undefined when it was opened from disk. */
  readonly home: string | undefined;
};

/** /granska, and the same page from disk: a file of signatures is chosen or dropped, and what it proves is said. Nothing leaves the page. */
export function Verifier({ given, startLang }: { given: Given; startLang: Lang }) {
  const [lang, setLang] = useState(startLang);
  const [checked, setChecked] = useState(given.checked);
  const heading = useRef<HTMLHeadingElement>(null);
  const check = async (file: File | undefined) => {
    if (file === undefined) return;
    setChecked(undefined);
    const verdict = await verifyFile(new Uint8Array(await file.arrayBuffer()));
    setChecked({ verdict, fileName: file.name });
  };
  // The verdict stands above the field it was asked for at: whoever asked is taken to it.
  useEffect(() => {
    if (checked !== given.checked) heading.current?.focus();
  }, [checked, given.checked]);
  const turn = () => {
    const other = lang === "sv" ? "en" : "sv";
    document.documentElement.lang = other;
    document.title = say(words.title, other);
    setLang(other);
  };
  return (
    <>
      <SkipLink lang={lang} />
      <header className="header header-public">
        <div className="wrap header-row">
          <span className="brand">
            <Mark />
            Samsyn
            <small>{say(words.check, lang)}</small>
          </span>
          <div className="header-end">
            <button type="button" className="button button-bare" lang={lang === "sv" ? "en" : "sv"} onClick={turn}>
              {say(words.otherLanguage, lang)}
            </button>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className="wrap page stack-loose verifier">
          <div className="stack">
            {checked === undefined ? (
              <div className="page-heading">
                <h1 ref={heading} tabIndex={-1}>
                  {say(words.title, lang)}
                </h1>
                <p className="page-heading-lead">{say(words.lead, lang)}</p>
              </div>
            ) : (
              <Overall checked={checked} lang={lang} heading={heading} />
            )}
          </div>
          {checked !== undefined && <Statements checked={checked} lang={lang} />}
          <Choose lang={lang} again={checked !== undefined} onFile={(file) => void check(file)} />
          {checked?.verdict.read !== undefined && (
            <Compare
              key={checked.verdict.read.bundle.document.text}
              content={checked.verdict.read.content}
              lang={lang}
            />
          )}
          {checked?.verdict.read !== undefined && (
            <Readable lines={readableText(checked.verdict.read.content)} lang={lang} />
          )}
          {checked?.verdict.report !== undefined && <Readable lines={checked.verdict.report} lang={lang} />}
          <Own lang={lang} home={given.home} />
        </div>
      </main>
    </>
  );
}

function Overall({ checked, lang, heading }: { checked: Checked; lang: Lang; heading: React.Ref<HTMLHeadingElement> }) {
  const { verdict, fileName } = checked;
  const isWell = verdict.overall === "genuine";
  return (
    <section className={classes("verdict", !isWell && `verdict-${verdict.overall}`)}>
      {isWell ? (
        <Mark large />
      ) : (
        <span className="verdict-sign">
          <StatusDiamond
            kind={verdict.overall === "weaker" || verdict.overall === "loosely-bound" ? "partly" : "missed"}
          />
        </span>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {say(overalls[verdict.overall], lang)}
      </h1>
      <p>
        {say(words.checkedFile, lang)} <b>{fileName}</b>. {say(words.nothingSent, lang)}
      </p>
    </section>
  );
}

const signs: Readonly<Record<Statement["ok"], ReactNode>> = {
  yes: <Icon name="check" />,
  no: <StatusDiamond kind="missed" />,
  note: <StatusDiamond kind="partly" />,
};

/** Wrong first, then what is proven, then what no file can prove. */
function Statements({ checked, lang }: { checked: Checked; lang: Lang }) {
  const { statements, read } = checked.verdict;
  const of = (ok: Statement["ok"]) => statements.filter((statement) => statement.ok === ok);
  const list = (these: readonly Statement[]) => (
    <ul className="verdict-list">
      {these.map((statement) => {
        const { heading, sentence } = sayStatement(statement, lang);
        return (
          <li key={`${statement.about} ${statement.why} ${sentence}`} className={`verdict-${statement.ok}`}>
            <span className="verdict-mark">{signs[statement.ok]}</span>
            <h3>{heading}</h3>
            <p>{sentence}</p>
          </li>
        );
      })}
    </ul>
  );
  const [wrong, proven, notProven] = [of("no"), of("yes"), of("note")];
  return (
    <>
      {wrong.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.wrong, lang)} />
          {list(wrong)}
        </section>
      )}
      {proven.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.proven, lang)} />
          {list(proven)}
        </section>
      )}
      {notProven.length > 0 && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.notProven, lang)} />
          {list(notProven)}
        </section>
      )}
      {read !== undefined && (
        <section className="stack-tight">
          <SectionHeading heading={say(words.checksum, lang)} />
          <p>
            <code>{formatHash(read.bundle.document.contentHash)}</code>
          </p>
        </section>
      )}
    </>
  );
}

/** By button, by keyboard, or dropped anywhere on the field. */
function Choose({ lang, again, onFile }: { lang: Lang; again: boolean; onFile: (file: File | undefined) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={classes("sheet", "verifier-choose", over && "verifier-over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileField
        label={say(again ? words.chooseAnother : words.choose, lang)}
        guide={say(words.chooseGuide, lang)}
        accept=".samsyn,.json,.pdf,application/json,application/pdf"
        onChange={([file]) => onFile(file)}
      />
    </section>
  );
}

function Compare({ content, lang }: { content: Content; lang: Lang }) {
  const [text, setText] = useState("");
  const [compared, setCompared] = useState<Compared>();
  const [blank, setBlank] = useState(false);
  const compare = () => {
    setBlank(text.trim() === "");
    setCompared(text.trim() === "" ? undefined : compareTexts(content, text));
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.compare, lang)} />
      <TextArea
        label={say(words.compareLabel, lang)}
        guide={say(words.compareGuide, lang)}
        rows={6}
        value={text}
        onChange={setText}
        error={blank ? say(words.compareBlank, lang) : undefined}
      />
      <Button onPress={compare}>{say(words.compareButton, lang)}</Button>
      <p role="status" className="verdict-compared">
        {compared === undefined ? "" : sayCompared(compared, lang)}
      </p>
      {compared !== undefined && compared.words > 0 && (
        <div className="sheet" lang="sv">
          <Diff lang={lang} parts={compared.parts} />
        </div>
      )}
    </section>
  );
}

/** "3 ord skiljer, i rubriken eller ingressen." */
function sayCompared({ words: count, where }: Compared, lang: Lang): string {
  if (count === 0) return say(words.sameText, lang);
  const places = where.map((number) =>
    number === 0 ? say(words.inHead, lang) : say(partsSaid.pledge, lang, { number }),
  );
  return say(words.differs, lang, { count, where: formatList(places, lang) });
}

function Readable({ lines, lang }: { lines: readonly string[]; lang: Lang }) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.text, lang)} />
      <div className="sheet stack-tight word" lang="sv">
        {lines.map((line, place) => (
          <p key={`${place} ${line}`}>{line}</p>
        ))}
      </div>
    </section>
  );
}

/** From a server: take the page home, so that it can be used without it. From disk it says that it is. */
function Own({ lang, home }: { lang: Lang; home: string | undefined }) {
  const id = useId();
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <SectionHeading id={id} heading={say(words.withoutUs, lang)} />
      <p className="measure">{say(home === undefined ? words.fromDisk : words.takeHome, lang)}</p>
      {home !== undefined && (
        <p>
          <a href="/granska" download="samsyn-granska.html">
            {say(words.fetchPage, lang)}
          </a>
        </p>
      )}
    </section>
  );
}
