import { inSwedishOrder, type Lang, say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { Status } from "../../../ui/status.tsx";
import { words as faultWords } from "../../faults/words.ts";
import { listItems } from "../api.ts";
import type { ItemState } from "../item.ts";
import { sayFigures, sayManager } from "../said.ts";
import { words } from "../words.ts";
import { kindOf, type Listed, stateSaid, whenSaid } from "./shown.ts";

const FILTERS = {
  alla: { word: words.all, shows: () => true },
  vara: { word: words.mine, shows: ({ mine }: Listed) => mine },
  sena: { word: words.late, shows: ({ late }: Listed) => late },
  "utan-ansvarig": { word: words.unowned, shows: ({ waitsForOwner }: Listed) => waitsForOwner },
} as const;
type Filter = keyof typeof FILTERS;
const isFilter = (text: string | null): text is Filter => text !== null && text in FILTERS;

/** /gora/<p>/punkter: every action item by whose it is, and how it goes. `?visa=sena` is what is late. */
export function ItemListScreen(props: ScreenProps) {
  const { partnership, partnershipName, lang, query, go } = props;
  const list = useAnswer(listItems, { partnership });
  const asked = query.get("visa");
  const filter: Filter = isFilter(asked) ? asked : "alla";
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.heading, lang)}
        over={partnershipName}
        lead={say(words.lead, lang)}
        actions={
          <>
            <LinkButton href={`/gora/${partnership}`}>{say(words.toActivities, lang)}</LinkButton>
            <LinkButton href={`/gora/${partnership}/felanmalan`}>{say(faultWords.toSettings, lang)}</LinkButton>
          </>
        }
      />
      <Asked answer={list} lang={lang}>
        {({ items, figures, duplicates }) =>
          items.length === 0 ? (
            <Empty heading={say(words.none, lang)} text={say(words.noneText, lang)} level={2} />
          ) : (
            <>
              <section className="stack">
                <SectionHeading heading={say(words.figures, lang)} />
                <p className="small quiet measure">
                  {say(words.figuresText, lang, { items: figures.items })}
                  {duplicates > 0 && ` ${say(words.duplicatesLeft, lang, { count: duplicates })}`}
                </p>
                <Facts facts={sayFigures(figures, lang)} />
                <ul className="row">
                  {(["punkter", "siffror"] as const).map((what) => (
                    <li key={what}>
                      <a href={`/api/act/${partnership}/items-file/${what}?lang=${lang}`} download>
                        {say(what === "punkter" ? words.download : words.downloadFigures, lang)}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
              <div className="measure">
                <Select
                  label={say(words.show, lang)}
                  value={filter}
                  onChange={(value) => go(`/gora/${partnership}/punkter${value === "alla" ? "" : `?visa=${value}`}`)}
                  options={Object.entries(FILTERS).map(([value, { word, shows }]) => ({
                    value,
                    word: `${say(word, lang)} (${items.filter(shows).length})`,
                  }))}
                />
              </div>
              <ByManager items={items.filter(FILTERS[filter].shows)} partnership={partnership} lang={lang} />
            </>
          )
        }
      </Asked>
    </div>
  );
}

function ByManager({ items, partnership, lang }: { items: readonly Listed[]; partnership: string; lang: Lang }) {
  if (items.length === 0) return <p className="quiet">{say(words.noneShown, lang)}</p>;
  const managers = [...new Set(items.map(({ manager }) => manager))].toSorted((a, b) =>
    inSwedishOrder(sayManager(a, lang), sayManager(b, lang)),
  );
  return managers.map((manager) => {
    const own = items.filter((item) => item.manager === manager);
    return (
      <section key={manager} className="stack-tight">
        <SectionHeading heading={manager === "unknown" ? say(words.nobody, lang) : sayManager(manager, lang)}>
          {own.length} {own.some(({ example }) => example) && <ExampleMark lang={lang} />}
        </SectionHeading>
        <ItemRows items={own} partnership={partnership} lang={lang} />
      </section>
    );
  });
}

/** An item a row: where and what, from where, how far it is and when. */
export function ItemRows({ items, partnership, lang }: { items: readonly Listed[]; partnership: string; lang: Lang }) {
  return (
    <ul className="list">
      {items.map((item) => (
        <li key={item.id} className="list-row-acting">
          <div>
            <a href={`/gora/${partnership}/punkt-${item.id}`} className="strong" lang="sv">
              {item.place === item.text ? item.place : `${item.place}: ${item.text}`}
            </a>
            <p className="small quiet">
              <span lang="sv">{item.of.title}</span>
              {item.from === "walk" && ` · ${say(words.item, lang, { number: item.number }).toLowerCase()}`}
            </p>
          </div>
          <div className="list-figures">
            <Status kind={kindOf(item)} word={stateSaid(item, lang)} />
            <span className="small quiet">{whenSaid(item, lang)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** In what order one's own wait: what is begun before what is only decided. */
const TURN: readonly ItemState[] = ["underway", "planned", "decided", "investigated", "done"];
const SHOWN = 5;

/** What one's own unit has to do, in its month: late first, and no more than a month holds. Nothing where there is nothing. */
export function ItemsOwned({ partnership, lang }: { partnership: string; lang: Lang }) {
  const list = useAnswer(listItems, { partnership });
  const own = (list.value?.items ?? []).filter(({ mine, state }) => mine && TURN.includes(state));
  if (own.length === 0) return null;
  const inTurn = own.toSorted(
    (a, b) => Number(b.late) - Number(a.late) || TURN.indexOf(a.state) - TURN.indexOf(b.state),
  );
  return (
    <section className="stack">
      <SectionHeading heading={say(words.waitingHere, lang)}>
        {own.length} {own.some(({ example }) => example) && <ExampleMark lang={lang} />}
      </SectionHeading>
      <ItemRows items={inTurn.slice(0, SHOWN)} partnership={partnership} lang={lang} />
      {own.length > SHOWN && (
        <p>
          <a href={`/gora/${partnership}/punkter?visa=vara`}>{say(words.allMine, lang, { count: own.length })}</a>
        </p>
      )}
    </section>
  );
}
