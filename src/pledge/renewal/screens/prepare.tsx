import { useEffect, useRef, useState } from "react";
import { PersonLine, PersonText } from "../../../collect/privacy/screens/person-text.tsx";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Loading } from "../../../ui/loading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { Progress } from "../../../ui/progress.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { sayProposed } from "../../screens/proposed-time.ts";
import { words as documentWords } from "../../words.ts";
import { decideFate, readItem, readRenewal, startNext } from "../api.ts";
import { FATES, type Fate, goesOn } from "../formerly.ts";
import { fates, fatesTold, words } from "../words.ts";

type Read = OutputOf<typeof readRenewal>;
type Item = Read["items"][number];
type In = Pick<ScreenProps, "partnership" | "lang" | "go"> & { readonly slug: string; readonly read: Read };

/** /lova/<p>/nasta-<period>: everything that was promised, what each thing led to, and what becomes of it. */
export function PrepareNextScreen({ partnership, lang, item = "", go, query }: ScreenProps) {
  const slug = item.replace(/^nasta-/, "");
  const asked = useAnswer(readRenewal, { partnership, slug });
  if (asked.state === "waiting") return <Loading text={say(words.toPrepare, lang)} />;
  if (asked.state !== "answered")
    return (
      <Notice
        kind="error"
        level={1}
        heading={asked.state === "refused" ? asked.refusal.sentence : say(documentWords.noAnswer, lang)}
      />
    );
  const read = asked.value;
  const done = read.items.filter(({ fate }) => fate !== null).length;
  return (
    <>
      <PageHeading
        heading={say(words.toPrepare, lang)}
        over={
          <>
            <a href={`/lova/${partnership}/${slug}`} lang="sv">
              {read.title}
            </a>{" "}
            {read.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={say(words.prepareLead, lang)}
      />
      <Progress
        label={say(words.progress, lang)}
        done={done}
        of={read.items.length}
        words={say(words.decided, lang, { count: done, all: read.items.length })}
      />
      {!read.mayDecide && read.successor?.isDraft !== false && (
        <Notice heading={say(words.onlyWriters, lang)} level={2} />
      )}
      <ul className="list">
        {read.items.map((one) => (
          <li key={one.id}>
            <Row partnership={partnership} lang={lang} go={go} slug={slug} read={read} item={one} />
          </li>
        ))}
      </ul>
      <Begin partnership={partnership} lang={lang} go={go} slug={slug} read={read} problem={query.get("problem")} />
    </>
  );
}

const nameOf = ({ isActivity, number }: Item, lang: Lang) =>
  say(isActivity ? words.activity : words.pledge, lang, { number });

function Row(props: In & { item: Item }) {
  const { partnership, lang, slug, read, item } = props;
  const reading = useCommand(readItem);
  const [refusal, setRefusal] = useState<string>();
  const [isChanging, setIsChanging] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const told = useRef<HTMLHeadingElement>(null);
  const decided = useRef<HTMLParagraphElement>(null);
  // Where the button one pressed goes away, the eye and the keyboard stay with what came in its place.
  const [arriving, setArriving] = useState<{ readonly at: "told" | "decided" }>();
  useEffect(() => {
    if (arriving?.at === "told") told.current?.focus();
    if (arriving?.at === "decided") decided.current?.focus();
  }, [arriving]);
  const name = nameOf(item, lang);
  const shows = isOpen || item.read;
  const look = async () => {
    if (read.mayDecide) {
      const result = await reading.run({ partnership, slug, itemId: item.id });
      if (!result.ok) return setRefusal(result.refusal.sentence);
    }
    setIsOpen(true);
    setArriving({ at: "told" });
  };
  const { fate } = item;
  return (
    <div className="stack">
      <div className="stack-tight">
        <h2 className="row">
          {name} <Tag>{fate === null ? say(words.none, lang) : sayFate(fate, lang)}</Tag>
        </h2>
        <p className={item.isActivity ? "word" : "word promise-words"} lang="sv">
          {item.text}
        </p>
      </div>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {!shows && (
        <div className="row">
          <Button busy={reading.busy} label={`${say(words.read, lang)}: ${name}`} onPress={() => void look()}>
            {say(words.read, lang)}
          </Button>
        </div>
      )}
      {shows && <LedTo item={item} lang={lang} heading={told} />}
      {fate !== null && (
        <div className="stack-tight">
          <p className="small" tabIndex={-1} ref={decided}>
            {say(words.fateBy, lang, { name: fate.by })}
            {fate.reason !== "" && (
              <>
                {": "}
                <span lang="sv">{fate.reason}</span>
              </>
            )}
          </p>
          {read.mayDecide && !isChanging && (
            <div className="row">
              <Button
                label={`${say(words.changeFate, lang)}: ${name}`}
                onPress={() => (shows ? setIsChanging(true) : void look().then(() => setIsChanging(true)))}
              >
                {say(words.changeFate, lang)}
              </Button>
            </div>
          )}
        </div>
      )}
      {read.mayDecide && shows && (fate === null || isChanging) && (
        <FateForm
          {...props}
          name={name}
          onSaved={() => {
            setIsChanging(false);
            setArriving({ at: "decided" });
          }}
        />
      )}
    </div>
  );
}

function sayFate(fate: NonNullable<Item["fate"]>, lang: Lang): string {
  return fate.fate === "hand-over"
    ? say(fatesTold["hand-over"], lang, { to: fate.handedTo })
    : say(fates[fate.fate], lang);
}

function LedTo({
  item,
  lang,
  heading,
}: {
  item: Item;
  lang: Lang;
  heading: React.RefObject<HTMLHeadingElement | null>;
}) {
  const { told, quoted } = item.ledTo;
  return (
    <div className="stack-tight measure">
      <h3 tabIndex={-1} ref={heading}>
        {say(words.ledTo, lang)}
      </h3>
      {told.length === 0 && quoted.length === 0 && <p>{say(words.nothingTold, lang)}</p>}
      {told.length > 0 && (
        <ul className="stack-tight">
          {told.map((one) => (
            <li key={one.sv}>{say(one, lang)}</li>
          ))}
        </ul>
      )}
      {[...new Set(quoted)].map((text) => (
        <p key={text} className="quiet" lang="sv">
          {text}
        </p>
      ))}
      {item.stoodSince !== null && <p>{say(words.stood, lang, { year: item.stoodSince })}</p>}
    </div>
  );
}

function FateForm(props: In & { item: Item; name: string; onSaved: () => void }) {
  const { partnership, lang, slug, item, name } = props;
  const deciding = useCommand(decideFate);
  const [fate, setFate] = useState<Fate | undefined>(item.fate?.fate);
  const [reason, setReason] = useState(item.fate?.reason ?? "");
  const [handedTo, setHandedTo] = useState(item.fate?.handedTo ?? "");
  const [refusal, setRefusal] = useState<{ readonly sentence: string; readonly field?: string | undefined }>();
  const at = (field: string) => (refusal?.field === field ? refusal.sentence : undefined);
  const asksWhy = fate !== undefined && (!goesOn(fate) || (fate === "keep" && item.stoodSince !== null));
  const save = async () => {
    if (fate === undefined) return;
    const revision = item.fate?.revision ?? 0;
    const result = await deciding.run({ partnership, slug, itemId: item.id, fate, reason, handedTo, revision });
    if (result.ok) props.onSaved();
    else setRefusal(result.refusal);
  };
  return (
    <form
      className="stack measure"
      // What is missing is said in our own words, which say why.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ChoiceGroup
        label={say(words.fate, lang, { what: name.toLowerCase() })}
        value={fate}
        columns={2}
        onChange={(value) => setFate(FATES.find((one) => one === value))}
        options={FATES.map((value) => ({ value, word: say(fates[value], lang) }))}
      />
      {fate === "hand-over" && (
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.handedTo, lang)}
          guide={say(words.reasonGuide, lang)}
          value={handedTo}
          onChange={setHandedTo}
          error={at("handedTo")}
          required
        />
      )}
      {fate !== undefined && (
        <PersonText
          about="public"
          lang={lang}
          label={say(words.reason, lang)}
          guide={say(words.reasonGuide, lang)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={at("reason")}
          {...(asksWhy ? { required: true } : { optional: say(words.voluntary, lang) })}
        />
      )}
      {refusal !== undefined && refusal.field === undefined && (
        <Notice kind="error" level={3} heading={refusal.sentence} live />
      )}
      {fate !== undefined && (
        <div className="row">
          <Button type="submit" busy={deciding.busy} label={`${say(words.save, lang)}: ${name}`}>
            {say(words.save, lang)}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Stays pressable: the no says how many still lack a fate. */
function Begin({ partnership, lang, go, slug, read, problem }: In & { problem: string | null }) {
  const starting = useCommand(startNext);
  const [next, setNext] = useState(read.proposed?.slug ?? "");
  const [refusal, setRefusal] = useState<{ readonly sentence: string; readonly field?: string | undefined }>();
  const { successor } = read;
  if (successor !== null)
    return (
      <Notice
        heading={say(words.nextBegun, lang)}
        {...(successor.isDraft ? { text: say(words.nextBegunText, lang) } : {})}
      >
        <div className="row">
          <LinkButton kind="main" href={`/lova/${partnership}/${successor.slug}`}>
            {say(words.toDraft, lang, { slug: successor.slug })}
          </LinkButton>
        </div>
      </Notice>
    );
  if (!read.mayDecide) return null;
  const begin = async () => {
    const result = await starting.run({ partnership, slug, next });
    // The problem one came from goes along, so that nobody looks it up again.
    if (result.ok) go(`/lova/${partnership}/${result.value.slug}${problem === null ? "" : `?problem=${problem}`}`);
    else setRefusal(result.refusal);
  };
  return (
    <section className="sheet-acting stack">
      <SectionHeading heading={say(words.beginHeading, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label={say(words.period, lang)}
          guide={sayProposed(read.proposed, lang)}
          value={next}
          onChange={setNext}
          required
          short
          error={refusal?.field === undefined ? undefined : refusal.sentence}
        />
        {refusal !== undefined && refusal.field === undefined && (
          <Notice kind="error" level={3} heading={refusal.sentence} live />
        )}
        <div className="row">
          <Button type="submit" kind="turn" busy={starting.busy}>
            {say(words.begin, lang)}
          </Button>
        </div>
      </form>
    </section>
  );
}
