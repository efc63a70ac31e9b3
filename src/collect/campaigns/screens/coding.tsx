import { type KeyboardEvent, useRef, useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { Select } from "../../../ui/select.tsx";
import { CATEGORIES, type Category } from "../../category.ts";
import { Asked } from "../../../ui/asked.tsx";
import { ShownPhoto } from "../../screens/photo-to-read.tsx";
import { placeSuggested, PointedOut } from "../../screens/pointed-out.tsx";
import { usePlaces } from "../../screens/use-places.ts";
import { categories } from "../../words.ts";
import { code, listUncoded, undoCoding } from "../api.ts";
import { CODED_GROUPS, CODED_TIMES, type CodedGroup, type CodedTime } from "../coding.ts";
import { codedGroups, codedTimes, words } from "./words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";

type Row = OutputOf<typeof listUncoded>["rows"][number];
const AT_ONCE = 60;

/** /lyssna/<p>/koda: what nobody has coded yet, one keystroke a piece where the suggestion is right. */
export function CodingScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const asked = useAnswer(listUncoded, { partnership, limit: AT_ONCE });
  return (
    <div className="stack-loose">
      <PageHeading
        heading={say(words.code, lang)}
        over={partnershipName}
        lead={say(words.codeLead, lang)}
        actions={<LinkButton href={`/lyssna/${partnership}/teman`}>{say(words.themes, lang)}</LinkButton>}
      />
      <Asked answer={asked} lang={lang}>
        {({ rows }) => <Coding rows={rows} partnership={partnership} lang={lang} />}
      </Asked>
    </div>
  );
}

function Coding({ rows, partnership, lang }: { rows: readonly Row[]; partnership: string; lang: Lang }) {
  const coding = useCommand(code);
  const undoing = useCommand(undoCoding);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [theme, setTheme] = useState("");
  const [category, setCategory] = useState<Category>();
  const [facets, setFacets] = useState<{ place: string; time: CodedTime; concerns: CodedGroup }>({
    place: "",
    time: "any",
    concerns: "everybody",
  });
  const [last, setLast] = useState<readonly string[]>([]);
  const [told, setTold] = useState<{ kind: "done" | "error"; text: string }>();
  const list = useRef<HTMLUListElement>(null);
  const { places } = usePlaces(partnership, { enabled: rows.some(({ points }) => points.length > 0) });
  const placeOf = (row: Row) => row.place || placeSuggested(row.points, places);
  const chosen = rows.filter(({ id }) => marked.includes(id));

  const send = async (subjects: readonly Row[], name: string, of: Category) => {
    const result = await coding.run({
      partnership,
      subjects: subjects.map(({ kind, id }) => ({ kind, id })),
      theme: name,
      category: of,
      ...facets,
      place: facets.place || (subjects.length === 1 ? placeOf(subjects[0]!) : ""),
    });
    if (!result.ok) return setTold({ kind: "error", text: result.refusal.sentence });
    setMarked([]);
    setLast(result.value.codings);
    setTold({
      kind: "done",
      text: say(words.codedTo, lang, { count: result.value.coded, theme: result.value.theme }),
    });
  };
  const undo = async () => {
    for (const id of last) await undoing.run({ partnership, id });
    setLast([]);
    setTold({ kind: "done", text: say(words.undone, lang) });
  };
  const onKey = (event: KeyboardEvent) => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
    const here = boxes.findIndex((box) => box === event.target);
    const row = rows[here];
    if (row === undefined) return;
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const suggested = row.suggested[Number(event.key) - 1];
    const undoes = event.key.toLowerCase() === (lang === "sv" ? "å" : "z");
    if (move === 0 && suggested === undefined && !undoes) return;
    event.preventDefault();
    if (move !== 0) boxes[here + move]?.focus();
    else if (suggested !== undefined) {
      boxes[here + 1]?.focus();
      void send(chosen.length > 0 ? chosen : [row], suggested.name, suggested.category);
    } else void undo();
  };

  if (rows.length === 0) return <Empty heading={say(words.codeEmpty, lang)} text={say(words.codeEmptyText, lang)} />;
  return (
    <div className="with-side">
      <div className="stack">
        <p className="small quiet">{say(words.codeKeys, lang)}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the boxes within */}
        <ul className="list" ref={list} onKeyDown={onKey}>
          {rows.map((row) => (
            <li key={row.id} className="stack-tight">
              <label className="checkbox">
                <input
                  type="checkbox"
                  checked={marked.includes(row.id)}
                  onChange={() =>
                    setMarked(marked.includes(row.id) ? marked.filter((id) => id !== row.id) : [...marked, row.id])
                  }
                />
                <span>
                  {row.text || say(words.pointedOnly, lang)}
                  <span className="field-guide">
                    {[row.from, placeOf(row), say(categories[row.category], lang)].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </label>
              <PointedOut points={row.points} partnership={partnership} lang={lang} />
              {row.hasPhoto && <ShownPhoto came="with-answer" partnership={partnership} id={row.id} lang={lang} />}
              {row.suggested.length > 0 && (
                <div className="row">
                  {row.suggested.map(({ name, category: of }, place) => (
                    <Button key={name} small onPress={() => void send([row], name, of)}>
                      {place + 1} · {name}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <p className="row between dock narrow-only">
            <span className="strong">{say(words.marked, lang, { count: chosen.length })}</span>
            <LinkButton href="#tema" kind="main">
              {say(words.toTheme, lang)}
            </LinkButton>
          </p>
        )}
      </div>
      <form
        id="tema"
        className="stack stays"
        onSubmit={(event) => {
          event.preventDefault();
          void send(chosen, theme, category ?? chosen[0]?.category ?? "other.other");
        }}
      >
        <p className="strong" role="status">
          {say(words.marked, lang, { count: chosen.length })}
        </p>
        <PersonLine
          about="theme"
          lang={lang}
          label={say(words.theme, lang)}
          guide={say(words.themeGuide, lang)}
          value={theme}
          onChange={setTheme}
        />
        <Select
          label={say(words.category, lang)}
          value={category ?? chosen[0]?.category ?? "other.other"}
          options={CATEGORIES.map((value) => ({ value, word: say(categories[value], lang) }))}
          onChange={(value) => setCategory(value as Category)}
        />
        <PersonLine
          about="place"
          lang={lang}
          label={say(words.place, lang)}
          value={facets.place}
          onChange={(place) => setFacets({ ...facets, place })}
        />
        <Select
          label={say(words.time, lang)}
          value={facets.time}
          options={CODED_TIMES.map((value) => ({ value, word: say(codedTimes[value], lang) }))}
          onChange={(time) => setFacets({ ...facets, time: time as CodedTime })}
        />
        <Select
          label={say(words.concerns, lang)}
          value={facets.concerns}
          options={CODED_GROUPS.map((value) => ({ value, word: say(codedGroups[value], lang) }))}
          onChange={(concerns) => setFacets({ ...facets, concerns: concerns as CodedGroup })}
        />
        <Button type="submit" kind="main" busy={coding.busy}>
          {say(words.codeMarked, lang)}
        </Button>
        {told !== undefined && <Notice kind={told.kind} heading={told.text} live />}
        {last.length > 0 && (
          <Button busy={undoing.busy} onPress={() => void undo()}>
            {say(words.undo, lang)}
          </Button>
        )}
      </form>
    </div>
  );
}
