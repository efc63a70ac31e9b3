import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang, type Said } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import { KindChip } from "../../ui/kind.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { PartyName } from "../../ui/party-name.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { listDialogues, listObservations, listSources, listWalks } from "../api.ts";
import { listImportRuns } from "../imports/api.ts";
import { CampaignList } from "../campaigns/screens/campaign-list.tsx";
import type { DialogueCounts } from "../dialogue.ts";
import { words as heardWords } from "../heard/words.ts";
import { knowledgeOf } from "../source.ts";
import { sourceKinds, walkStates } from "../words.ts";
import type { Day } from "../../ground/time.ts";
import { words as hearings } from "../hearings/screens/words.ts";
import { words as walkDesk } from "../walks/screens/words.ts";
import { words as weekly } from "../weekly/screens/words.ts";
import { retentionWords } from "../privacy/words.ts";
import { Asked } from "../../ui/asked.tsx";
import { ObservationTable } from "./observation-table.tsx";
import { tellDay } from "./told.ts";
import { words as seriesWords } from "../series/screens/words.ts";
import { words as trafficWords } from "../traffic/screens/words.ts";
import { WaitsHere } from "./waits.tsx";
import { words } from "./words.ts";

const LATEST = 10;

/** /lyssna/<p>: the doors of collect. Walks, dialogues, sources, what came in last, and what was read in. */
export function CollectScreen(props: ScreenProps) {
  const { partnership, lang } = props;
  const walks = useAnswer(listWalks, { partnership });
  const dialogues = useAnswer(listDialogues, { partnership });
  const sources = useAnswer(listSources, { partnership });
  const latest = useAnswer(listObservations, { partnership, limit: LATEST });
  const runs = useAnswer(listImportRuns, { partnership });
  const here = `/lyssna/${partnership}`;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.listen, lang)}
        over={props.partnershipName}
        lead={say(words.listenLead, lang)}
        actions={
          <>
            <LinkButton kind="main" href="/falt">
              {say(words.toField, lang)}
            </LinkButton>
          </>
        }
      />
      <WaitsHere partnership={partnership} lang={lang} />
      <Doors partnership={partnership} lang={lang} />
      <section className="stack">
        <SectionHeading heading={say(words.walks, lang)} />
        <Asked answer={walks} lang={lang}>
          {(value) => <Walks walks={value.walks} here={here} lang={lang} />}
        </Asked>
      </section>
      <CampaignList partnership={partnership} here={here} lang={lang} />
      <section className="stack">
        <SectionHeading heading={say(words.dialogues, lang)} />
        <Asked answer={dialogues} lang={lang}>
          {(value) => <Dialogues dialogues={value.dialogues} here={here} lang={lang} />}
        </Asked>
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.latestIn, lang)}>
          {latest.state === "answered" &&
            say(words.allOf, lang, {
              shown: latest.value.observations.length,
              total: formatNumber(latest.value.total, lang),
            })}
        </SectionHeading>
        <Asked answer={latest} lang={lang}>
          {({ observations }) =>
            observations.length === 0 ? (
              <Empty heading={say(words.nothingIn, lang)} text={say(words.nothingInText, lang)} />
            ) : (
              <ObservationTable
                caption={say(words.latestIn, lang)}
                rows={observations}
                partnership={partnership}
                lang={lang}
              />
            )
          }
        </Asked>
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.sources, lang)} />
        <Asked answer={sources} lang={lang}>
          {(value) => <Sources sources={value.sources} here={here} lang={lang} />}
        </Asked>
      </section>
      <Asked answer={runs} lang={lang}>
        {(value) => value.runs.length > 0 && <Runs runs={value.runs} lang={lang} />}
      </Asked>
    </div>
  );
}

type Door = { readonly href: string; readonly word: string; readonly text: string };

/** What comes in, by how it comes; and what is read and cared for afterwards. */
function Doors({ partnership, lang }: { partnership: string; lang: Lang }) {
  const here = `/lyssna/${partnership}`;
  const door = (href: string, word: Said, text: Said): Door => ({ href, word: say(word, lang), text: say(text, lang) });
  return (
    <div className="split-even">
      <DoorList
        heading={say(words.doorsIn, lang)}
        doors={[
          door(`${here}/ny-vandring`, words.newWalk, words.doorWalk),
          door(`${here}/ny-dialog`, words.newDialogue, words.doorDialogue),
          door(`${here}/samtal`, hearings.heading, words.doorHearing),
          door(`${here}/veckorapporter`, weekly.deskHeading, words.doorWeekly),
          door(`${here}/trafik`, trafficWords.traffic, words.doorTraffic),
          door(`${here}/statistik`, seriesWords.heading, seriesWords.door),
          door(`${here}/las-in`, words.importFile, words.doorFile),
        ]}
      />
      <DoorList
        heading={say(words.doorsAfter, lang)}
        doors={[
          door(`${here}/att-ta-emot`, walkDesk.toTakeIn, walkDesk.doorTakeIn),
          door(`${here}/vem-har-inte-horts`, heardWords.heading, words.doorHeard),
          door(`/granskning/${partnership}`, retentionWords.disposal, words.doorDisposal),
        ]}
      />
    </div>
  );
}

function DoorList({ heading, doors }: { heading: string; doors: readonly Door[] }) {
  return (
    <nav className="stack-tight" aria-label={heading}>
      <SectionHeading heading={heading} />
      <ul className="list">
        {doors.map(({ href, word, text }) => (
          <li key={href}>
            <a className="strong" href={href}>
              {word}
            </a>
            <span className="small quiet">{text}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Walks({ walks, here, lang }: { walks: OutputOf<typeof listWalks>["walks"]; here: string; lang: Lang }) {
  if (walks.length === 0) return <Empty heading={say(words.noWalks, lang)} text={say(words.noWalksText, lang)} />;
  return (
    <DataTable
      caption={say(words.walks, lang)}
      captionHidden
      rows={walks}
      rowKey={(walk) => walk.id}
      columns={[
        {
          head: say(words.walk, lang),
          names: true,
          cell: (walk) => (
            <>
              <a href={`${here}/vandring-${walk.slug}`}>{walk.title}</a> {walk.example && <ExampleMark lang={lang} />}
            </>
          ),
        },
        { head: say(words.date, lang), cell: (walk) => tellDay(walk.startsAt, lang) },
        { head: say(words.state, lang), cell: (walk) => say(walkStates[walk.state], lang) },
        { head: say(words.stops, lang), cell: (walk) => walk.stops.length, number: true },
      ]}
    />
  );
}

type Dialogue = OutputOf<typeof listDialogues>["dialogues"][number];

function Dialogues({ dialogues, here, lang }: { dialogues: Dialogue[]; here: string; lang: Lang }) {
  if (dialogues.length === 0)
    return <Empty heading={say(words.noDialogues, lang)} text={say(words.noDialoguesText, lang)} />;
  const all = ({ answered }: { answered: DialogueCounts }) => answered.all;
  return (
    <DataTable
      caption={say(words.dialogues, lang)}
      captionHidden
      rows={dialogues}
      rowKey={(dialogue) => dialogue.id}
      columns={[
        {
          head: say(words.dialogue, lang),
          names: true,
          cell: (dialogue) => (
            <>
              <a href={`${here}/dialog-${dialogue.slug}`}>{dialogue.title}</a>{" "}
              {dialogue.example && <ExampleMark lang={lang} />}
            </>
          ),
        },
        {
          head: say(words.heldWhen, lang),
          cell: ({ heldFrom, heldTo }) => formatPeriod(heldFrom as Day, heldTo as Day, lang),
        },
        {
          head: say(words.answered, lang),
          number: true,
          cell: (dialogue) => {
            const answered = all(dialogue);
            return answered === undefined ? "–" : formatNumber(answered, lang);
          },
        },
      ]}
    />
  );
}

function Sources({
  sources,
  here,
  lang,
}: {
  sources: OutputOf<typeof listSources>["sources"];
  here: string;
  lang: Lang;
}) {
  return (
    <DataTable
      caption={say(words.sources, lang)}
      captionHidden
      rows={sources}
      rowKey={(source) => source.id}
      columns={[
        {
          head: say(words.source, lang),
          names: true,
          cell: (source) => (
            <>
              <a href={`${here}/kalla-${source.slug}`}>{source.name}</a> {source.example && <ExampleMark lang={lang} />}
            </>
          ),
        },
        {
          head: say(words.kindOfKnowledge, lang),
          cell: ({ kind }) => <KindChip kind={knowledgeOf(kind)} lang={lang} word={say(sourceKinds[kind], lang)} />,
        },
        { head: say(words.owner, lang), cell: ({ party, owner }) => <PartyName party={party}>{owner}</PartyName> },
        {
          head: say(words.observations, lang),
          number: true,
          cell: ({ observations }) => (observations === 0 ? "–" : formatNumber(observations, lang)),
        },
        { head: say(words.latest, lang), cell: ({ latest }) => (latest === null ? "–" : tellDay(latest, lang)) },
      ]}
    />
  );
}

function Runs({ runs, lang }: { runs: OutputOf<typeof listImportRuns>["runs"]; lang: Lang }) {
  return (
    <section className="stack">
      <SectionHeading heading={say(words.imports, lang)} />
      <DataTable
        caption={say(words.imports, lang)}
        captionHidden
        rows={runs.slice(0, LATEST)}
        rowKey={(run) => run.id}
        columns={[
          { head: say(words.file, lang), cell: (run) => run.fileName, names: true },
          { head: say(words.date, lang), cell: (run) => tellDay(run.finishedAt, lang) },
          { head: say(words.read, lang), cell: (run) => formatNumber(run.read, lang), number: true },
          { head: say(words.added, lang), cell: (run) => formatNumber(run.added, lang), number: true },
          { head: say(words.unreadable, lang), cell: (run) => formatNumber(run.unreadable, lang), number: true },
        ]}
      />
    </section>
  );
}
