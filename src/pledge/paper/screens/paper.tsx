import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { type Lang, say } from "../../../ground/words.ts";
import { Keys } from "../../../partnership/screens/settings.tsx";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { formatDay, formatHash } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { answerWithKey } from "../../screens/answer-with-key.ts";
import { parties, refusals } from "../../words.ts";
import { askToVouch, handInPaper, printPaper, readPaper, readScan, vouch } from "../api.ts";
import { words } from "../words.ts";

type Papers = OutputOf<typeof readPaper>;
type Told = { readonly refusal?: string; readonly done?: string };

const officeOf = ({ office, acting }: { office: string; acting: boolean }, lang: Lang) =>
  acting ? say(words.acting, lang, { office }) : office;

/** /signera/<p>/papper-<period>: print, sign, hand in, and have it vouched for by somebody who has a key (journey 12). */
export function PaperScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^papper-/, "");
  const asked = useAnswer(readPaper, { partnership, slug });
  const [told, setTold] = useState<Told>({});
  const result = useRef<HTMLDivElement>(null);
  // What was pressed goes away with what it was about; whoever pressed it is taken to what came of it.
  useEffect(() => {
    if (told.done !== undefined) result.current?.focus();
  }, [told.done]);
  const here = { partnership, slug, lang, onTold: setTold };
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        lead={say(words.lead, lang)}
        actions={
          <>
            <LinkButton href={`/lova/${partnership}/${slug}`}>{say(words.toDocument, lang)}</LinkButton>
            <a href={`/signera/${partnership}/${slug}`}>{say(words.toSigning, lang)}</a>
          </>
        }
      />
      <div ref={result} tabIndex={-1}>
        {told.done !== undefined && <Notice kind="done" heading={told.done} live />}
        {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      </div>
      <Asked answer={asked} lang={lang}>
        {(value) => (
          <>
            {value.mandates.length === 0 ? (
              <Notice heading={say(words.nobody, lang)} text={say(words.nobodyText, lang)}>
                <p>
                  <a href={`/installning/${partnership}/uppdrag`}>{say(words.mandates, lang)}</a>
                </p>
              </Notice>
            ) : (
              <HandingIn {...here} mandates={value.mandates} />
            )}
            <section className="stack measure">
              <SectionHeading heading={say(words.stepVouch, lang)} />
              <p>{say(words.vouchText, lang)}</p>
              {value.papers.length === 0 && <p className="quiet">{say(words.noPapers, lang)}</p>}
              {value.papers.map((paper) => (
                <Vouching key={paper.id} {...here} paper={paper} />
              ))}
            </section>
            {value.papers.some(({ cannotVouch }) => cannotVouch === null) && <Keys lang={lang} />}
          </>
        )}
      </Asked>
    </div>
  );
}

type Here = {
  readonly partnership: string;
  readonly slug: string;
  readonly lang: Lang;
  readonly onTold: (told: Told) => void;
};

function HandingIn({ partnership, slug, lang, mandates, onTold }: Here & { mandates: Papers["mandates"] }) {
  const send = useCommand(handInPaper);
  const [chosen, setChosen] = useState(mandates.length === 1 ? (mandates[0]?.id ?? "") : "");
  const [file, setFile] = useState<File>();
  const [on, setOn] = useState<Day>();
  const mandateId = chosen as never;
  const keyed = mandates.find(({ id, hasKey }) => id === chosen && hasKey);
  const isReady = chosen !== "" && file !== undefined && on !== undefined;
  return (
    <>
      <section className="stack measure">
        <SectionHeading heading={say(words.stepPrint, lang)} />
        <Select
          label={say(words.who, lang)}
          empty={say(words.choose, lang)}
          value={chosen}
          onChange={setChosen}
          options={mandates.map((mandate) => ({
            value: mandate.id,
            word: say(words.person, lang, {
              office: officeOf(mandate, lang),
              organisation: mandate.organisation,
            }),
          }))}
        />
        <p>{say(words.printText, lang)}</p>
        {chosen === "" ? (
          <p className="quiet">{say(words.chooseFirst, lang)}</p>
        ) : (
          <p>
            <a href={addressOf(printPaper, { partnership, slug, mandateId }, true)} download>
              {say(words.print, lang)}
            </a>
          </p>
        )}
      </section>
      <form
        className="stack measure"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady || keyed !== undefined) return;
          void send.run({ partnership, slug, mandateId, on }, file).then((result) => {
            onTold(result.ok ? { done: say(words.handedIn, lang) } : { refusal: result.refusal.sentence });
          });
        }}
      >
        <SectionHeading heading={say(words.stepHandIn, lang)} />
        <FileField
          label={say(words.file, lang)}
          guide={say(words.fileGuide, lang)}
          accept=".pdf,.jpg,.jpeg,.png"
          onChange={(files) => setFile(files[0])}
        />
        <DateField label={say(words.on, lang)} value={on ?? ""} onChange={setOn} />
        <div className="row">
          <Button
            type="submit"
            kind="main"
            busy={send.busy}
            {...(keyed !== undefined
              ? { blocked: say(refusals["paper-holder-has-key"], lang, { name: keyed.holder }) }
              : isReady
                ? {}
                : { blocked: say(chosen === "" ? words.chooseFirst : words.fileFirst, lang) })}
          >
            {say(words.handIn, lang)}
          </Button>
        </div>
      </form>
    </>
  );
}

function Vouching({ partnership, slug, lang, paper, onTold }: Here & { paper: Papers["papers"][number] }) {
  const ask = useCommand(askToVouch);
  const send = useCommand(vouch);
  const [seen, setSeen] = useState(false);
  const at = { partnership, slug, paperId: paper.id as never };
  const party = say(parties[paper.party], lang);
  const press = async () => {
    onTold({});
    const sent = await answerWithKey(
      () => ask.run(at),
      (given) => send.run({ ...at, ...given }),
      { lang },
    );
    onTold(sent.ok ? { done: say(words.vouched, lang, { party }) } : { refusal: sent.sentence });
  };
  const { cannotVouch } = paper;
  const blocked =
    cannotVouch !== null && cannotVouch in refusals
      ? say(refusals[cannotVouch as keyof typeof refusals], lang, { name: paper.holder })
      : seen
        ? undefined
        : say(words.mustTick, lang);
  return (
    <article className="sheet stack-tight">
      <h3>{`${party}: ${officeOf(paper, lang)}, ${formatDay(paper.on, lang)}`}</h3>
      <p className="small">
        {say(words.scanHash, lang)}: <span className="code">{formatHash(paper.scan)}</span>
      </p>
      <p>
        <a href={addressOf(readScan, at, true)} download>
          {say(words.seeScan, lang)}
        </a>
      </p>
      {cannotVouch === null && <Checkbox label={say(words.iHaveSeen, lang)} checked={seen} onChange={setSeen} />}
      <Button
        kind="turn"
        busy={ask.busy || send.busy}
        onPress={() => void press()}
        {...(blocked === undefined ? {} : { blocked })}
      >
        {say(words.vouch, lang)}
      </Button>
    </article>
  );
}
