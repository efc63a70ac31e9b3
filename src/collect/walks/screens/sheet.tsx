import { useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { deviceNow, newDeviceId } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { FileField } from "../../../ui/file-field.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { noteObservation, openWalk } from "../../api.ts";
import type { Sharing, SpotManager } from "../../observation.ts";
import { sayManagersBefore } from "../../screens/managers-before.ts";
import { SharingChoice } from "../../screens/sharing-choice.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { categories, managers, refusals } from "../../words.ts";
import { mergeNote, openWalkDesk, typeSheetRow } from "../api.ts";
import { lettersOf, MANAGER_LETTERS, THEME_LETTERS } from "../checklist.ts";
import { managersBefore } from "../series.ts";
import { EMPTY_ROW, likeAbove, noteOfRow, type ReadRow, readRow, seemsSame, stopOf, type TypedRow } from "../sheet.ts";
import { words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Opened = OutputOf<typeof openWalk>;
type Desk = OutputOf<typeof openWalkDesk>;
type Draft = Desk["toCome"][number];

/** /lyssna/<p>/blad-<slug>?blad=2: a paper sheet beside the keyboard, one row after the other, Tab and Enter only. */
export function SheetScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^blad-/, "");
  const opened = useAnswer(openWalk, { partnership, slug });
  const desk = useAnswer(openWalkDesk, { partnership, slug });
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => (
        <Asked answer={desk} lang={lang} page>
          {(beside) => <Sheet {...props} {...value} desk={beside} />}
        </Asked>
      )}
    </Asked>
  );
}

function Sheet({ walk, notes, desk, partnership, person, query, lang }: ScreenProps & Opened & { desk: Desk }) {
  const [sheet, setSheet] = useState(Number(query.get("blad") ?? "1") || 1);
  /** Of the whole sheet: those who walked were asked once. */
  const [sharing, setSharing] = useState<Sharing>("shared");
  const typed = desk.sheetRows.filter((row) => row.sheet === sheet);
  const next = 1 + Math.max(0, ...typed.map(({ number }) => number));
  const listOf = (letters: Readonly<Record<string, string>>, wordOf: (value: never) => string) =>
    Object.entries(letters)
      .map(([short, value]) => `${short} ${wordOf(value as never)}`)
      .join(" · ");
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.typeSheet, lang)}
        over={<a href={`/lyssna/${partnership}/vandring-${walk.slug}`}>{walk.title}</a>}
        lead={say(words.typeSheetLead, lang)}
      />
      <div className="split">
        <div className="stack">
          <NumberStepper
            lang={lang}
            label={say(words.sheet, lang)}
            value={sheet}
            onChange={(value) => setSheet(Math.min(99, Math.max(1, value ?? 1)))}
            min={1}
            max={99}
          />
          <SharingChoice value={sharing} grants={person.grants} lang={lang} onChange={setSharing} />
          <RowForm
            key={sheet}
            walk={walk}
            desk={desk}
            partnership={partnership}
            at={{ sheet, number: next }}
            firstStop={query.get("stopp") ?? ""}
            sharing={sharing}
            lang={lang}
          />
        </div>
        <aside className="stack prose">
          <Beside lang={lang} />
          <SectionHeading heading={say(words.route, lang)} level={2} />
          <ol>
            {walk.stops.map((stop) => (
              <li key={stop.id}>{stop.name}</li>
            ))}
          </ol>
          <p className="small">
            <b>{say(words.themeShort, lang)}:</b>{" "}
            {listOf(THEME_LETTERS, (category: keyof typeof categories) => say(categories[category], lang))}
          </p>
          <p className="small">
            <b>{say(words.managerShort, lang)}:</b>{" "}
            {listOf(MANAGER_LETTERS, (manager: keyof typeof managers) => say(managers[manager], lang))}
          </p>
        </aside>
      </div>
      <section className="stack">
        <SectionHeading heading={say(words.typedRows, lang, { sheet })}>{typed.length}</SectionHeading>
        {typed.length > 0 && (
          <DataTable
            caption={say(words.typedRows, lang, { sheet })}
            captionHidden
            rows={typed}
            rowKey={(row) => String(row.number)}
            columns={[
              { head: say(words.row, lang), cell: (row) => row.number, number: true },
              {
                head: say(words.observation, lang),
                names: true,
                cell: (row) => {
                  const note = notes.find(({ id }) => id === row.observationId);
                  if (row.observationId === undefined) return <b>{say(words.unreadable, lang)}</b>;
                  return <a href={`/lyssna/${partnership}/iakttagelse-${row.observationId}`}>{note?.text ?? "…"}</a>;
                },
              },
            ]}
          />
        )}
      </section>
    </div>
  );
}

/** A picture of the sheet beside the rows. It is shown here and sent nowhere. */
function Beside({ lang }: { lang: Lang }) {
  const [shown, setShown] = useState<string>();
  return (
    <div className="stack-tight">
      <FileField
        label={say(words.pictureBeside, lang)}
        guide={say(words.pictureGuide, lang)}
        accept="image/*"
        onChange={([file]) => setShown(file && URL.createObjectURL(file))}
      />
      {shown !== undefined && <img className="sheet-picture" src={shown} alt={say(words.pictureAlt, lang)} />}
    </div>
  );
}

type Place = { readonly sheet: number; readonly number: number };
function RowForm(props: {
  walk: Opened["walk"];
  desk: Desk;
  partnership: string;
  at: Place;
  firstStop: string;
  sharing: Sharing;
  lang: Lang;
}) {
  const { walk, desk, partnership, at, lang } = props;
  const slug = walk.slug;
  const note = useCommand(noteObservation);
  const place = useCommand(typeSheetRow);
  const merge = useCommand(mergeNote);
  const form = useRef<HTMLFormElement>(null);
  const [row, setRow] = useState<TypedRow>({ ...EMPTY_ROW, stop: props.firstStop });
  const [above, setAbove] = useState<TypedRow>();
  /** Made once for the row, so that a row sent twice is one note. */
  const [noteId, setNoteId] = useState(() => newDeviceId());
  const [asked, setAsked] = useState<{ read: ReadRow; like: Draft }>();
  const [wrong, setWrong] = useState<{ field: string; sentence: string }>();
  const [told, setTold] = useState<string>();
  const set = (field: keyof TypedRow) => (text: string) => setRow({ ...row, [field]: text });
  const first = () => form.current?.querySelector("input")?.focus();

  const begin = (done: TypedRow | undefined, sentence: string) => {
    if (done !== undefined) setAbove(done);
    setRow({ ...EMPTY_ROW, stop: done?.stop ?? row.stop });
    setNoteId(newDeviceId());
    setAsked(undefined);
    setWrong(undefined);
    setTold(sentence);
    first();
  };
  const refuse = (refusal: { field?: string; sentence: string }) => {
    setTold(undefined);
    setWrong({ field: refusal.field ?? "", sentence: refusal.sentence });
    const field = form.current?.querySelector<HTMLInputElement>(`[name="${refusal.field ?? "text"}"]`);
    field?.focus();
  };
  const save = async (read: ReadRow, into: Draft | undefined) => {
    const walked = { ...walk, startsAt: walk.startsAt as Instant, endsAt: walk.endsAt as Instant };
    const noted = await note.run(
      noteOfRow(read, { partnership, id: noteId, walk: walked, at: deviceNow(), sharing: props.sharing }),
    );
    if (!noted.ok) return refuse(noted.refusal);
    const placed = await place.run({ partnership, slug, ...at, observationId: noteId });
    if (!placed.ok) return refuse(placed.refusal);
    if (into !== undefined) {
      const merged = await merge.run({ partnership, slug, id: noteId, into: into.observationId });
      if (!merged.ok) return refuse(merged.refusal);
    }
    begin(read.typed, say(words.rowSaved, lang, { number: at.number }));
  };
  const enter = () => {
    const read = readRow(row, above, walk.stops);
    if (!read.ok) {
      const { why, detail, field = "" } = read.refusal;
      return refuse({ field, sentence: say(refusals[why], lang, detail) });
    }
    const { category, text, stop } = read.value;
    const like = desk.toCome.find(
      (one) => one.observationId !== noteId && seemsSame(one, { stopId: stop?.id, category, text }),
    );
    if (like === undefined) return void save(read.value, undefined);
    setWrong(undefined);
    setTold(undefined);
    setAsked({ read: read.value, like });
  };
  const skip = async () => {
    const placed = await place.run({ partnership, slug, ...at });
    if (!placed.ok) return refuse(placed.refusal);
    begin(undefined, say(words.rowSkipped, lang, { number: at.number }));
  };
  const before = managersBefore(walk.stops, desk.before);
  const stop = stopOf(row, above, walk.stops);
  const errorAt = (field: string) => (wrong?.field === field ? wrong.sentence : undefined);
  const known = ["stop", "theme", "text", "proposal", "manager", "agreed"];
  const busy = note.busy || place.busy || merge.busy;
  return (
    <form
      ref={form}
      className="sheet stack"
      aria-label={say(words.rowOfSheet, lang, at)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && asked === undefined) enter();
      }}
    >
      <SectionHeading heading={say(words.rowOfSheet, lang, at)} level={2} />
      <div className="row">
        <TextField
          label={say(words.stop, lang)}
          name="stop"
          value={row.stop}
          onChange={set("stop")}
          error={errorAt("stop")}
          short
          autoComplete="off"
        />
        <TextField
          label={say(words.themeShort, lang)}
          name="theme"
          value={row.theme}
          onChange={set("theme")}
          error={errorAt("theme")}
          short
          autoComplete="off"
        />
      </div>
      <PersonLine
        about="note"
        lang={lang}
        label={say(words.observation, lang)}
        name="text"
        value={row.text}
        onChange={set("text")}
        error={errorAt("text") ?? (wrong !== undefined && !known.includes(wrong.field) ? wrong.sentence : undefined)}
        autoComplete="off"
      />
      <PersonLine
        about="proposal"
        lang={lang}
        label={say(words.proposal, lang)}
        name="proposal"
        value={row.proposal}
        onChange={set("proposal")}
        error={errorAt("proposal")}
        autoComplete="off"
      />
      <div className="row row-end">
        <TextField
          label={say(words.managerShort, lang)}
          guide={sayManagersBefore(before[stop?.id ?? ""] ?? [], lang, withLetters(lang))}
          name="manager"
          value={row.manager}
          onChange={set("manager")}
          error={errorAt("manager")}
          short
          autoComplete="off"
        />
        <TextField
          label={say(words.agreedShort, lang)}
          name="agreed"
          value={row.agreed}
          onChange={set("agreed")}
          error={errorAt("agreed")}
          short
          autoComplete="off"
        />
      </div>
      {asked === undefined ? (
        <div className="row">
          <Button type="submit" kind="main" busy={busy}>
            {say(words.saveRow, lang)}
          </Button>
          <Button
            onPress={() => {
              if (above === undefined) return setTold(say(words.nothingAbove, lang));
              setRow(likeAbove(row, above));
              form.current?.querySelector<HTMLInputElement>('[name="text"]')?.focus();
            }}
          >
            {say(words.sameAsAbove, lang)}
          </Button>
          <Button onPress={() => void skip()} busy={busy}>
            {say(words.skipUnreadable, lang)}
          </Button>
        </div>
      ) : (
        <div className="sheet-acting stack-tight" role="group" aria-label={say(words.doubles, lang)}>
          <p role="alert">
            <b>{say(words.sameAs, lang, { number: asked.like.number })}</b> {asked.like.placeName}: {asked.like.text}
          </p>
          <div className="row">
            <Choice onPress={() => void save(asked.read, asked.like)} busy={busy} focused>
              {say(words.merge, lang)}
            </Choice>
            <Choice onPress={() => void save(asked.read, undefined)} busy={busy}>
              {say(words.keepBoth, lang)}
            </Choice>
            <Choice onPress={() => setAsked(undefined)} busy={busy}>
              {say(words.changeRow, lang)}
            </Choice>
          </div>
        </div>
      )}
      <p role="status" className="quiet">
        {told ?? ""}
      </p>
    </form>
  );
}

/** «Trafikverket (tr)»: what is typed stands beside its meaning. */
const withLetters = (lang: Lang) => (manager: SpotManager) => {
  const letters = lettersOf(manager);
  return letters === undefined ? say(managers[manager], lang) : `${say(managers[manager], lang)} (${letters})`;
};

/** One of the answers to a question; the first of them has the focus, so that Enter is enough. */
function Choice(props: { children: string; onPress: () => void; busy: boolean; focused?: boolean }) {
  const holder = (span: HTMLSpanElement | null) => {
    if (props.focused === true) span?.querySelector("button")?.focus();
  };
  return (
    <span ref={holder}>
      <Button onPress={props.onPress} busy={props.busy}>
        {props.children}
      </Button>
    </span>
  );
}
