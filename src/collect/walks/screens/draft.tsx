import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";
import { SPOT_MANAGERS, type SpotManager } from "../../observation.ts";
import { sayManagersBefore } from "../../screens/managers-before.ts";
import { managers } from "../../words.ts";
import { mergeNote, type openWalkDesk, reviewNote, rewriteNote } from "../api.ts";
import { seemsSame } from "../sheet.ts";
import { hints } from "../words.ts";
import { words } from "./words.ts";

export type Draft = OutputOf<typeof openWalkDesk>["toCome"][number];
type Props = {
  readonly rows: readonly Draft[];
  readonly partnership: string;
  readonly slug: string;
  readonly lang: Lang;
};
type Rewriting = Props & {
  /** Who looked after the spot of each stop the last time. */
  readonly before: Readonly<Record<string, readonly SpotManager[]>>;
};

/** Doubles laid together: those that seem to say the same first, then any two. A double is kept and can be taken out again. */
export function Doubles({ rows, partnership, slug, lang }: Props) {
  const merge = useCommand(mergeNote);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState("");
  const [into, setInto] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const pairs = rows.flatMap((row, place) =>
    rows
      .slice(0, place)
      .filter((earlier) => seemsSame(earlier, row) && !kept.has(`${earlier.observationId} ${row.observationId}`))
      .map((earlier) => ({ earlier, row })),
  );
  const run = async (id: string, target: string | undefined) => {
    const where = { partnership, slug, id };
    const result = await merge.run(target === undefined ? where : { ...where, into: target });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) {
      setFrom("");
      setInto("");
    }
  };
  const options = rows.map(({ observationId, number, placeName, text }) => ({
    value: observationId,
    word: `${number}. ${placeName}: ${text}`,
  }));
  return (
    <section className="stack">
      <SectionHeading heading={say(words.doubles, lang)} level={3} />
      <p className="quiet">{say(words.dragGuide, lang)}</p>
      {pairs.map(({ earlier, row }) => (
        <div className="sheet-acting stack-tight" key={`${earlier.observationId} ${row.observationId}`}>
          <p>
            <b>{say(words.sameAs, lang, { number: earlier.number })}</b> {row.number}. {row.text}
          </p>
          <p className="quiet">
            {earlier.number}. {earlier.text}
          </p>
          <div className="row">
            <Button
              onPress={() => void run(row.observationId, earlier.observationId)}
              busy={merge.busy}
              label={say(words.mergeThese, lang, { a: row.number, b: earlier.number })}
            >
              {say(words.merge, lang)}
            </Button>
            <Button
              onPress={() => setKept(new Set([...kept, `${earlier.observationId} ${row.observationId}`]))}
              label={say(words.keepThese, lang, { a: row.number, b: earlier.number })}
            >
              {say(words.keepBoth, lang)}
            </Button>
          </div>
        </div>
      ))}
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== "" && into !== "") void run(from, into);
        }}
      >
        <Select
          label={say(words.mergeRow, lang)}
          empty={say(words.chooseRow, lang)}
          value={from}
          onChange={setFrom}
          options={options}
        />
        <Select
          label={say(words.mergeInto, lang)}
          empty={say(words.chooseRow, lang)}
          value={into}
          onChange={setInto}
          options={options.filter(({ value }) => value !== from)}
        />
        <Button
          type="submit"
          busy={merge.busy}
          blocked={from === "" || into === "" ? say(words.chooseTwo, lang) : undefined}
        >
          {say(words.merge, lang)}
        </Button>
      </form>
      {rows
        .filter(({ doubles }) => doubles.length > 0)
        .map((row) => (
          <p className="row" key={row.observationId}>
            {say(words.hasDoubles, lang, { number: row.number, count: row.doubles.length })}
            <Button
              small
              onPress={() =>
                void row.doubles.reduce((before, id) => before.then(() => run(id, undefined)), Promise.resolve())
              }
              label={say(words.splitRow, lang, { number: row.number })}
            >
              {say(words.split, lang)}
            </Button>
          </p>
        ))}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </section>
  );
}

/** «Granska personuppgifter (2)»: each row that may point at a person is read, and rewritten where it does. */
export function PersonReview({ rows, partnership, slug, before, lang }: Rewriting) {
  const review = useCommand(reviewNote);
  const [refusal, setRefusal] = useState<string>();
  const suspect = rows.filter((row) => row.hints.length > 0);
  const clear = async (id: string) => {
    const result = await review.run({ partnership, slug, id });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.reviewPersons, lang, { count: suspect.length })} level={3} />
      {suspect.length === 0 && <p className="quiet">{say(words.nothingToReview, lang)}</p>}
      {suspect.map((row) => (
        <div className="sheet-acting stack-tight" key={row.observationId}>
          <p>
            <b>{row.number}.</b> {row.placeName}: {row.text} {row.proposal}
          </p>
          <ul>
            {row.hints.map((hint) => (
              <li key={hint.found}>
                «{hint.found}» {say(hints[hint.kind], lang)}.
              </li>
            ))}
          </ul>
          <Rewrite row={row} partnership={partnership} slug={slug} before={before} lang={lang} />
          <Button
            onPress={() => void clear(row.observationId)}
            busy={review.busy}
            label={say(words.noPersonIn, lang, { number: row.number })}
          >
            {say(words.noPerson, lang)}
          </Button>
        </div>
      ))}
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </section>
  );
}

/** Any row, as the public will read it. What the note said stays with the note. */
export function RewriteAny(props: Rewriting) {
  const [id, setId] = useState("");
  const row = props.rows.find(({ observationId }) => observationId === id);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.rewriteRow, props.lang)} level={3} />
      <div className="measure">
        <Select
          label={say(words.row, props.lang)}
          empty={say(words.chooseRow, props.lang)}
          value={id}
          onChange={setId}
          options={props.rows.map(({ observationId, number, text }) => ({
            value: observationId,
            word: `${number}. ${text}`,
          }))}
        />
      </div>
      {row !== undefined && <Rewrite key={id} {...props} row={row} />}
    </section>
  );
}

function Rewrite({ row, partnership, slug, before, lang }: Omit<Rewriting, "rows"> & { row: Draft }) {
  const rewrite = useCommand(rewriteNote);
  const [text, setText] = useState(row.text);
  const [proposal, setProposal] = useState(row.proposal);
  const [placeName, setPlaceName] = useState(row.placeName);
  const [spotManager, setSpotManager] = useState<SpotManager>(row.spotManager);
  const [told, setTold] = useState<{ done?: true; refusal?: string }>({});
  const send = async () => {
    const wording = { text, proposal, placeName, spotManager };
    const result = await rewrite.run({ partnership, slug, id: row.observationId, ...wording });
    setTold(result.ok ? { done: true } : { refusal: result.refusal.sentence });
  };
  return (
    <form
      className="stack measure"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PersonText
        about="public"
        lang={lang}
        label={say(words.asPublic, lang)}
        guide={say(words.asPublicGuide, lang)}
        value={text}
        onChange={setText}
        rows={2}
      />
      <PersonLine
        about="proposal"
        lang={lang}
        label={say(words.proposal, lang)}
        value={proposal}
        onChange={setProposal}
      />
      <PersonLine about="place" lang={lang} label={say(words.place, lang)} value={placeName} onChange={setPlaceName} />
      <Select
        label={say(words.manager, lang)}
        guide={sayManagersBefore(before[row.stopId ?? ""] ?? [], lang)}
        value={spotManager}
        onChange={(value) => setSpotManager(value as SpotManager)}
        options={SPOT_MANAGERS.map((value) => ({ value, word: say(managers[value], lang) }))}
      />
      <Button type="submit" busy={rewrite.busy}>
        {say(words.saveWording, lang)}
      </Button>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.done === true && <Notice kind="done" heading={say(words.wordingSaved, lang)} live />}
    </form>
  );
}
