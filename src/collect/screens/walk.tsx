import { useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Instant } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { addressOf } from "../../platform/browser/client.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatList } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SegmentedSwitch } from "../../ui/segmented-switch.tsx";
import { Select } from "../../ui/select.tsx";
import { Status } from "../../ui/status.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { answerRow, establishProtocol, openWalk } from "../api.ts";
import { ANSWER_KINDS, type AnswerKind, SPOT_MANAGERS } from "../observation.ts";
import { COLLECTORS } from "../source.ts";
import { leadsFor, needsReason, wasWalked } from "../walk.ts";
import { ReviewLink } from "../privacy/screens/review-link.tsx";
import {
  complementProtocol,
  downloadProtocol,
  mergeNote,
  openWalkDesk,
  printWalk,
  registerProtocol,
} from "../walks/api.ts";
import { CHECKLISTS, groupsAdvised, WALKERS_ADVISED } from "../walks/checklist.ts";
import { inSections } from "../walks/protocol.ts";
import { Counts, tellHeads } from "../walks/screens/counts.tsx";
import { managersBefore } from "../walks/series.ts";
import { Doubles, type Draft, PersonReview, RewriteAny } from "../walks/screens/draft.tsx";
import { LeftFromLast, ThenAndNow } from "../walks/screens/left.tsx";
import { InPhones, waitingIn } from "../walks/screens/in-phones.tsx";
import { Meetings } from "../walks/screens/meetings.tsx";
import { tellLight } from "../walks/screens/paper.ts";
import { replySaid } from "../walks/screens/reply-said.ts";
import { PlanDesk } from "../walks/screens/plan-desk.tsx";
import { Publishing } from "../walks/screens/publish.tsx";
import { SendOn } from "../walks/screens/send-on.tsx";
import { WalkMap } from "../walks/screens/walk-map.tsx";
import { words as deskWords } from "../walks/screens/words.ts";
import { RouteDesk } from "../walks/screens/route-desk.tsx";
import { Premeeting } from "../walks/screens/premeeting.tsx";
import { answers, categories, kinds, managers, seasons, walkStates, walkThemes } from "../words.ts";
import { Asked } from "../../ui/asked.tsx";
import { tellClock, tellDay, tellPlace, type Shown } from "./told.ts";
import { downloadWalkForm } from "../xlsform/api.ts";
import { screenWords as formWords } from "../xlsform/words.ts";
import { SendingRights } from "./sending-rights.tsx";
import { words } from "./words.ts";
import { PersonLine } from "../privacy/screens/person-text.tsx";

type Opened = OutputOf<typeof openWalk>;
type Desk = OutputOf<typeof openWalkDesk>;
type Row = Opened["rows"][number];
type Replies = Desk["replies"];

/** /lyssna/<p>/vandring-<slug>: who walked where, what they saw, and what came of each point. */
export function WalkScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const slug = (props.item ?? "").replace(/^vandring-/, "");
  const opened = useAnswer(openWalk, { partnership, slug });
  const desk = useAnswer(openWalkDesk, { partnership, slug });
  return (
    <Asked answer={opened} lang={lang} page>
      {(value) => (
        <Asked answer={desk} lang={lang} page>
          {(beside) => <Walk {...props} {...value} desk={beside} />}
        </Asked>
      )}
    </Asked>
  );
}

function Walk({
  walk,
  notes,
  rows,
  desk,
  partnership,
  partnershipName,
  person,
  lang,
}: ScreenProps & Opened & { desk: Desk }) {
  const mine = person.grants.filter(({ organisationId }) => organisationId === desk.ownerOrganisationId);
  const leads = leadsFor(person.grants, desk.ownerOrganisationId);
  const collects = person.grants.some(({ role }) => COLLECTORS.includes(role));
  const slug = walk.slug;
  const paper = (what: "sheets" | "invitation") => addressOf(printWalk, { partnership, slug, paper: what }, true);
  const walkers = walk.heads?.all ?? 0;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={walk.title}
        over={
          <>
            {say(walkStates[walk.state], lang)} {walk.example && <ExampleMark lang={lang} />}
          </>
        }
        lead={`${tellDay(walk.startsAt, lang)}, ${tellClock(walk.startsAt, lang)}–${tellClock(walk.endsAt, lang)}`}
        actions={
          <>
            {collects && (
              <LinkButton href={`/lyssna/${partnership}/blad-${slug}`}>{say(words.typeSheet, lang)}</LinkButton>
            )}
            <LinkButton href={paper("sheets")} download>
              {say(words.printSheets, lang)}
            </LinkButton>
            {walk.state === "protocol" && leads && (
              <LinkButton href={`/lyssna/${partnership}/mote-${slug}`}>{say(deskWords.meetingMode, lang)}</LinkButton>
            )}
            {walk.state === "planned" && (
              <LinkButton href={paper("invitation")} download>
                {say(words.printInvitation, lang)}
              </LinkButton>
            )}
          </>
        }
      />
      <PlanDesk walk={walk} partnership={partnership} leads={leads} lang={lang} />
      <div className="split">
        <Facts facts={factsOf(walk, desk, lang)} />
        <section className="prose">
          <SectionHeading heading={say(words.stops, lang)}>{walk.stops.length}</SectionHeading>
          <ol>
            {walk.stops.map((stop) => (
              <li key={stop.id}>
                <b>{stop.name}</b> {stop.question !== "" && <span className="quiet">{stop.question}</span>}
              </li>
            ))}
          </ol>
          <p className="quiet">
            {say(words.lookFor, lang, {
              list: formatList(
                CHECKLISTS[walk.theme].map((category) => say(categories[category], lang)),
                lang,
              ),
            })}
          </p>
          <p>
            <a href={addressOf(downloadWalkForm, { partnership, slug }, true)} download>
              {say(formWords.download, lang)}
            </a>
          </p>
        </section>
      </div>
      {walkers > WALKERS_ADVISED && (
        <Notice
          kind="advice"
          heading={say(words.manyWalked, lang, { count: walkers, groups: groupsAdvised(walkers) })}
        />
      )}
      {walk.state !== "protocol" && walk.state !== "cancelled" && leads ? (
        <RouteDesk walk={walk} before={desk.before} partnership={partnership} lang={lang} />
      ) : (
        <WalkMap walk={walk} before={desk.before} partnership={partnership} lang={lang} />
      )}
      {walk.state !== "cancelled" && (
        <Meetings arranged={desk.arranged} partnership={partnership} slug={slug} leads={leads} lang={lang} />
      )}
      {walk.state === "planned" && desk.before !== undefined && <LeftFromLast rows={desk.before.rows} lang={lang} />}
      {walk.state === "planned" && leads && <Premeeting walk={walk} partnership={partnership} lang={lang} />}
      <Counts
        walk={walk}
        counts={desk.counts}
        partnership={partnership}
        finishes={mine.some(({ role }) => COLLECTORS.includes(role))}
        leads={leads}
        lang={lang}
      />
      {rows.length > 0 && (
        <Protocol walk={walk} rows={rows} replies={desk.replies} leads={leads} partnership={partnership} lang={lang} />
      )}
      {rows.length > 0 && (
        <SendOn
          walk={walk}
          rows={rows}
          letters={desk.letters}
          replies={desk.replies}
          partnership={partnership}
          partnershipName={partnershipName}
          leads={leads}
          lang={lang}
        />
      )}
      {(rows.length === 0 || desk.toCome.length > 0) && (
        <Coming walk={walk} notes={notes} desk={desk} leads={leads} partnership={partnership} lang={lang} />
      )}
      {desk.before !== undefined && wasWalked(walk) && (
        <ThenAndNow before={desk.before} now={{ stops: walk.stops, notes }} partnership={partnership} lang={lang} />
      )}
    </div>
  );
}

function factsOf(walk: Opened["walk"], desk: Desk, lang: Lang) {
  const heads = tellHeads(walk.heads, lang);
  return [
    { name: say(words.village, lang), value: walk.village },
    { name: say(words.meetingPoint, lang), value: walk.meetingPoint },
    {
      name: say(words.light, lang),
      value: `${tellLight(walk, desk.sunset as Instant | undefined, lang)}, ${say(seasons[walk.season], lang).toLowerCase()}`,
    },
    { name: say(words.theme, lang), value: say(walkThemes[walk.theme], lang) },
    ...(walk.weather === "" ? [] : [{ name: say(words.weather, lang), value: walk.weather }]),
    ...(walk.functions.length === 0
      ? []
      : [
          {
            name: say(wasWalked(walk) ? words.walkedWith : words.walksWith, lang),
            value: formatList(walk.functions, lang),
          },
        ]),
    ...(heads === "" ? [] : [{ name: say(words.heads, lang), value: heads }]),
    ...(walk.registryNumber === undefined
      ? []
      : [{ name: say(words.registryNumber, lang), value: walk.registryNumber }]),
  ];
}

type Mine = { walk: Opened["walk"]; leads: boolean; partnership: string; lang: Lang };

/** The protocol: good places first in a list of their own, then the points by number or by who looks after the spot. */
function Protocol({
  walk,
  rows,
  replies,
  leads,
  partnership,
  lang,
}: Mine & { rows: readonly Row[]; replies: Replies }) {
  const [order, setOrder] = useState<"number" | "manager">("number");
  const { good, rest } = inSections(rows, order, SPOT_MANAGERS);
  const file = (format: "pdf" | "csv") => addressOf(downloadProtocol, { partnership, slug: walk.slug, format }, true);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.protocol, lang)}>{rows.length}</SectionHeading>
      <Publishing walk={walk} rows={rows} partnership={partnership} leads={leads} lang={lang} />
      <div className="row between">
        <SegmentedSwitch
          label={say(words.order, lang)}
          value={order}
          onChange={setOrder}
          segments={[
            { value: "number", word: say(words.byNumber, lang) },
            { value: "manager", word: say(words.byManager, lang) },
          ]}
        />
        <span className="row">
          <LinkButton href={file("pdf")} download>
            {say(words.asPdf, lang)}
          </LinkButton>
          <LinkButton href={file("csv")} download>
            {say(words.asCsv, lang)}
          </LinkButton>
        </span>
      </div>
      {good.length > 0 && (
        <>
          <SectionHeading heading={say(words.goodPlaces, lang)} level={3}>
            {good.length}
          </SectionHeading>
          <ProtocolTable rows={good} caption={say(words.goodPlaces, lang)} good lang={lang} />
        </>
      )}
      {rest.length > 0 && (
        <>
          <SectionHeading heading={say(words.points, lang)} level={3}>
            {rest.length}
          </SectionHeading>
          <ProtocolTable rows={rest} replies={replies} caption={say(words.points, lang)} lang={lang} />
        </>
      )}
      {leads && walk.registryNumber === undefined && (
        <RegisterForm partnership={partnership} slug={walk.slug} lang={lang} />
      )}
      {leads && rest.length > 0 && <AnswerForm partnership={partnership} slug={walk.slug} rows={rest} lang={lang} />}
    </section>
  );
}

/** The table people know from paper: Nr · Plats · Iakttagelse · Åtgärdsförslag · Ansvarig · Tidplan · Status. */
function ProtocolTable(props: {
  rows: readonly Row[];
  replies?: Replies;
  caption: string;
  good?: boolean;
  lang: Lang;
}) {
  const { rows, caption, lang } = props;
  const work = [
    { head: say(words.proposal, lang), cell: (row: Row) => row.proposal },
    { head: say(words.manager, lang), cell: (row: Row) => managerOf(row, lang) },
    { head: say(words.timetable, lang), cell: (row: Row) => row.answer?.when ?? "" },
    {
      head: say(words.status, lang),
      cell: (row: Row) => <Answer row={row} reply={props.replies?.find(({ rowId }) => rowId === row.id)} lang={lang} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { head: say(words.number, lang), cell: (row) => row.number, number: true },
        { head: say(words.place, lang), cell: (row) => row.placeName, names: true },
        { head: say(words.observation, lang), cell: (row) => <Said row={row} lang={lang} /> },
        // There is nothing to do about what is good.
        ...(props.good === true ? [] : work),
      ]}
    />
  );
}

function Said({ row, lang }: { row: Pick<Row, "kind" | "text">; lang: Lang }) {
  return (
    <>
      {row.kind !== "problem" && row.kind !== "positive" && <b>{say(kinds[row.kind], lang)}. </b>}
      {row.text}
    </>
  );
}

function managerOf({ spotManager }: Pick<Row, "spotManager">, lang: Lang): string {
  return spotManager === "unknown" ? say(words.nobodyYet, lang) : say(managers[spotManager], lang);
}

function Answer({ row, reply, lang }: { row: Row; reply: Replies[number] | undefined; lang: Lang }) {
  if (row.answer === undefined)
    return (
      <>
        <Status kind="waiting" word={say(words.waitingForAnswer, lang)} as="text" />
        {reply !== undefined && (
          <>
            <br />
            {replySaid(reply, lang)}
          </>
        )}
      </>
    );
  const { kind, reason } = row.answer;
  const sign = kind === "done" ? "met" : kind === "declined" ? "ended" : "running";
  return (
    <>
      <Status kind={sign} word={say(answers[kind], lang)} as="text" /> {reason}
    </>
  );
}

/** What has been noted and is not numbered yet, as it would stand in the protocol; and the work that makes it one. */
function Coming({ walk, notes, desk, leads, ...where }: Mine & { notes: readonly Shown[]; desk: Desk }) {
  const { partnership, lang } = where;
  const late = walk.state === "protocol";
  const unread = desk.toCome.filter(({ hints }) => hints.length > 0).length;
  const apart = notes.filter(({ sharing }) => sharing === "own");
  const unreadable = desk.sheetRows.filter(({ observationId }) => observationId === undefined);
  const slug = walk.slug;
  const before = managersBefore(walk.stops, desk.before);
  return (
    <section className="stack">
      <SectionHeading heading={say(words.notes, lang)}>{desk.toCome.length}</SectionHeading>
      <InPhones phones={desk.phones} village={walk.village} lang={lang} />
      <SendingRights count={desk.sending} leads={leads} {...where} slug={slug} />
      {desk.toCome.length === 0 && apart.length === 0 ? (
        <Empty heading={say(words.noNotes, lang)} text={say(words.noNotesText, lang)} />
      ) : (
        <p className="quiet">
          {late ? say(words.cameLate, lang, { count: desk.toCome.length }) : say(words.notesAreWork, lang)}
        </p>
      )}
      <div>
        <ReviewLink partnership={partnership} walk={slug} lang={lang} />
      </div>
      {desk.toCome.length > 0 && (
        <DraftTable rows={desk.toCome} partnership={partnership} slug={slug} leads={leads} lang={lang} />
      )}
      {unreadable.length > 0 && (
        <Notice
          kind="advice"
          heading={say(words.unreadableRows, lang, {
            count: unreadable.length,
            list: formatList(
              unreadable.map(({ sheet, number }) => say(words.sheetAndRow, lang, { sheet, number })),
              lang,
            ),
          })}
        />
      )}
      {apart.length > 0 && (
        <>
          <SectionHeading heading={say(words.keptApart, lang)} level={3}>
            {apart.length}
          </SectionHeading>
          <NotesTable notes={apart} walk={walk} partnership={partnership} lang={lang} />
        </>
      )}
      {leads && desk.toCome.length > 0 && (
        <>
          <Doubles rows={desk.toCome} slug={slug} {...where} />
          <PersonReview rows={desk.toCome} slug={slug} before={before} {...where} />
          <RewriteAny rows={desk.toCome} slug={slug} before={before} {...where} />
          {walk.state === "walked" && (
            <EstablishForm slug={slug} unread={unread} waiting={waitingIn(desk.phones)} {...where} />
          )}
          {late && <ComplementForm slug={slug} unread={unread} {...where} />}
        </>
      )}
    </section>
  );
}

type Drafts = { rows: readonly Draft[]; partnership: string; slug: string; leads: boolean; lang: Lang };
function DraftTable({ rows, partnership, slug, leads, lang }: Drafts) {
  const merge = useCommand(mergeNote);
  return (
    <DataTable
      caption={say(words.notes, lang)}
      captionHidden
      rows={rows}
      onDropOn={
        leads
          ? (row, onto) => void merge.run({ partnership, slug, id: row.observationId, into: onto.observationId })
          : undefined
      }
      rowKey={(row) => row.observationId}
      columns={[
        { head: say(words.number, lang), cell: (row) => row.number, number: true },
        { head: say(words.place, lang), cell: (row) => row.placeName },
        {
          head: say(words.observation, lang),
          names: true,
          cell: (row) => (
            <>
              <a href={`/lyssna/${partnership}/iakttagelse-${row.observationId}`}>{row.text}</a>
              <br />
              <span className="small quiet">
                {say(kinds[row.kind], lang)} · {say(categories[row.category], lang)}
              </span>
            </>
          ),
        },
        { head: say(words.proposal, lang), cell: (row) => row.proposal },
        { head: say(words.manager, lang), cell: (row) => managerOf(row, lang) },
      ]}
    />
  );
}

function NotesTable(props: { notes: readonly Shown[]; walk: Opened["walk"]; partnership: string; lang: Lang }) {
  const { lang, walk } = props;
  const stopOf = (note: Shown) => walk.stops.find(({ id }) => id === note.stopId);
  return (
    <DataTable
      caption={say(words.notes, lang)}
      captionHidden
      rows={props.notes}
      rowKey={(note) => note.id}
      columns={[
        { head: say(words.place, lang), cell: (note) => stopOf(note)?.name ?? tellPlace(note, lang) },
        {
          head: say(words.observation, lang),
          names: true,
          cell: (note) => (
            <>
              <a href={`/lyssna/${props.partnership}/iakttagelse-${note.id}`}>{note.text}</a>
              <br />
              <span className="small quiet">
                {say(kinds[note.kind], lang)} · {say(categories[note.category], lang)}
                {note.agreed !== undefined && ` · ${say(words.agreedCount, lang, { count: note.agreed })}`}
                {note.sharing === "own" && ` · ${say(words.onlyOurs, lang)}`}
              </span>
            </>
          ),
        },
        { head: say(words.proposal, lang), cell: (note) => note.proposal },
        { head: say(words.manager, lang), cell: (note) => say(managers[note.spotManager], lang) },
      ]}
    />
  );
}

type Concluding = { partnership: string; slug: string; unread: number; lang: Lang };

function EstablishForm({ partnership, slug, unread, waiting, lang }: Concluding & { waiting: number }) {
  const establish = useCommand(establishProtocol);
  const [registryNumber, setRegistryNumber] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const given = registryNumber.trim() === "" ? {} : { registryNumber };
    const result = await establish.run({ partnership, slug, ...given });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="sheet-acting stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (unread === 0) void send();
      }}
    >
      <p>{say(words.establishWarning, lang)}</p>
      {waiting > 0 && (
        <Notice kind="advice" level={3} heading={say(deskWords.inPhoneEstablish, lang, { count: waiting })} />
      )}
      <TextField
        label={say(words.registryNumber, lang)}
        optional={say(words.registryLater, lang)}
        value={registryNumber}
        onChange={setRegistryNumber}
        short
      />
      <Button
        type="submit"
        kind="main"
        busy={establish.busy}
        blocked={unread > 0 ? say(words.reviewFirst, lang, { count: unread }) : undefined}
      >
        {say(words.establish, lang)}
      </Button>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </form>
  );
}

/** What came in after the protocol is put last in it: a number once given never means anything else. */
function ComplementForm({ partnership, slug, unread, lang }: Concluding) {
  const complement = useCommand(complementProtocol);
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await complement.run({ partnership, slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <div className="sheet-acting stack">
      <Button
        kind="main"
        onPress={() => void send()}
        busy={complement.busy}
        blocked={unread > 0 ? say(words.reviewFirst, lang, { count: unread }) : undefined}
      >
        {say(words.complement, lang)}
      </Button>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </div>
  );
}

/** The registrar's number may come days after. */
function RegisterForm({ partnership, slug, lang }: Omit<Concluding, "unread">) {
  const register = useCommand(registerProtocol);
  const [registryNumber, setRegistryNumber] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await register.run({ partnership, slug, registryNumber });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (registryNumber.trim() !== "") void send();
      }}
    >
      <TextField
        label={say(words.registryNumber, lang)}
        value={registryNumber}
        onChange={setRegistryNumber}
        error={refusal}
        short
      />
      <Button type="submit" busy={register.busy}>
        {say(words.giveNumber, lang)}
      </Button>
    </form>
  );
}

const isUnanswered = ({ answer }: Row) => answer === undefined;

/** The points of a protocol, the next without an answer first; of a good place nothing is asked. */
function AnswerForm(props: { partnership: string; slug: string; rows: readonly Row[]; lang: Lang }) {
  const { partnership, slug, rows, lang } = props;
  const answer = useCommand(answerRow);
  const [number, setNumber] = useState(String((rows.find(isUnanswered) ?? rows[0])?.number));
  const [kind, setKind] = useState<AnswerKind>("will-be-done");
  const [reason, setReason] = useState("");
  const [when, setWhen] = useState("");
  const [told, setTold] = useState<{ saved?: string; refusal?: string }>({});
  const send = async () => {
    const result = await answer.run({ partnership, slug, number: Number(number), kind, reason, when });
    setTold(result.ok ? { saved: number } : { refusal: result.refusal.sentence });
    if (result.ok) {
      setReason("");
      setWhen("");
      const next = rows.find((row) => isUnanswered(row) && String(row.number) !== number);
      if (next !== undefined) setNumber(String(next.number));
    }
  };
  return (
    <form
      className="sheet-acting stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SectionHeading heading={say(words.answerRow, lang)} level={3} />
      <Select
        label={say(words.point, lang)}
        value={number}
        onChange={setNumber}
        options={rows.map((row) => ({
          value: String(row.number),
          word: `${row.number}. ${row.placeName}: ${row.text}`,
        }))}
      />
      <Select
        label={say(words.answer, lang)}
        value={kind}
        onChange={(value) => setKind(value as AnswerKind)}
        options={ANSWER_KINDS.map((value) => ({ value, word: say(answers[value], lang) }))}
      />
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.answerWhen, lang)}
        guide={say(words.answerWhenGuide, lang)}
        value={when}
        onChange={setWhen}
      />
      <PersonLine
        about="public"
        lang={lang}
        label={say(words.reason, lang)}
        guide={say(words.reasonGuide, lang)}
        value={reason}
        onChange={setReason}
        required={needsReason(kind)}
      />
      <Button type="submit" kind="main" busy={answer.busy}>
        {say(words.saveAnswer, lang)}
      </Button>
      {told.refusal !== undefined && <Notice kind="error" heading={told.refusal} live />}
      {told.saved !== undefined && (
        <Notice kind="done" heading={say(words.savedAnswer, lang, { number: told.saved })} live />
      )}
    </form>
  );
}
