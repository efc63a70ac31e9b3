import { useMemo, useState } from "react";
import type { OutputOf } from "../../ground/endpoint.ts";
import { fromSwedishClock, type Day, type Instant } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { formatList } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { listWalks, openWalk, planWalk } from "../api.ts";
import { WALK_THEMES, type WalkTheme } from "../walk.ts";
import { askLight } from "../walks/api.ts";
import { CHECKLISTS, WALKERS_ADVISED } from "../walks/checklist.ts";
import { LeftFromLast } from "../walks/screens/left.tsx";
import { tellLight } from "../walks/screens/paper.ts";
import { RouteFields } from "../walks/screens/route-fields.tsx";
import { draftOfStops, withStops } from "../walks/draft-stops.ts";
import { routeKept } from "../walks/route.ts";
import { lastOfEach } from "../walks/series.ts";
import { categories, walkThemes } from "../words.ts";
import { readWalkForm } from "../xlsform/api.ts";
import { ReadForm } from "../xlsform/screens/read-form.tsx";
import { screenWords as formWords } from "../xlsform/words.ts";
import { Asked } from "../../ui/asked.tsx";
import { words } from "./words.ts";
import { PersonLine, PersonText } from "../privacy/screens/person-text.tsx";

type Earlier = OutputOf<typeof listWalks>["walks"][number];

/** /lyssna/<p>/ny-vandring: ten minutes at a desk; what an earlier walk knew is not typed again. */
export function PlanWalkScreen({ partnership, partnershipName, lang, go }: ScreenProps) {
  const walks = useAnswer(listWalks, { partnership });
  const plan = useCommand(planWalk);
  const [draft, setDraft] = useState({
    title: "",
    village: "",
    meetingPoint: "",
    from: "18:00",
    to: "20:30",
    functions: "",
    theme: "general" as WalkTheme,
  });
  const [route, setRoute] = useState(withStops([]));
  const [day, setDay] = useState<Day>();
  const [earlier, setEarlier] = useState<Earlier>();
  const [refusal, setRefusal] = useState<string>();
  const set = (field: keyof typeof draft) => (text: string) => setDraft({ ...draft, [field]: text });
  const known = walks.state === "answered" ? walks.value.walks : [];
  const last = useAnswer(openWalk, { partnership, slug: earlier?.slug ?? "" }, { enabled: earlier !== undefined });
  const startsAt = clockOn(day, draft.from);
  const light = useAnswer(askLight, { partnership, at: startsAt ?? "" }, { enabled: startsAt !== undefined });

  const latest = lastOfEach(known);
  const heard = last.value;
  const before = useMemo(() => heard && asBefore(heard), [heard]);

  const startFrom = (walk: Earlier) => {
    setEarlier(walk);
    setDraft({
      ...draft,
      title: walk.title,
      village: walk.village,
      meetingPoint: walk.meetingPoint,
      theme: walk.theme,
      functions: walk.functions.join("\n"),
    });
    setRoute(draftOfStops(walk.stops, { isOwn: false }));
  };
  const takeForm = ({ title, theme, stops }: OutputOf<typeof readWalkForm>) => {
    setDraft({ ...draft, title: title === "" ? draft.title : title, theme: theme ?? draft.theme });
    if (stops.length > 0) setRoute(draftOfStops(stops, { isOwn: false }));
  };
  const send = async () => {
    const endsAt = clockOn(day, draft.to);
    const stops = route.stops.map(({ name, question, position }) => ({
      name,
      question,
      ...(position === undefined ? {} : { position }),
    }));
    if (startsAt === undefined || endsAt === undefined || stops.length === 0 || draft.village.trim() === "")
      return setRefusal(say(words.planIncomplete, lang));
    const result = await plan.run({
      partnership,
      title: draft.title,
      village: draft.village,
      meetingPoint: draft.meetingPoint,
      theme: draft.theme,
      startsAt,
      endsAt,
      stops,
      route: [...routeKept(stops, earlier)],
      ...(earlier === undefined ? {} : { after: earlier.slug }),
      functions: linesOf(draft.functions),
    });
    if (result.ok) go(`/lyssna/${partnership}/vandring-${result.value.slug}`);
    else setRefusal(result.refusal.sentence);
  };

  return (
    <>
      <PageHeading heading={say(words.planHeading, lang)} over={partnershipName} lead={say(words.planLead, lang)} />
      <ReadForm
        door={readWalkForm}
        partnership={partnership}
        lang={lang}
        onRead={takeForm}
        told={(form) => say(formWords.readStops, lang, { count: form.stops.length })}
      />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {latest.length > 0 && (
          <div className="row">
            {latest.map((walk) => (
              <Button key={walk.id} onPress={() => startFrom(walk)}>
                {say(words.basedOnLast, lang, { village: walk.village })}
              </Button>
            ))}
          </div>
        )}
        {earlier !== undefined && (
          <>
            <Notice heading={say(words.basedOn, lang, { title: earlier.title })} live />
            <Asked answer={last} lang={lang}>
              {(value) => <LeftFromLast rows={value.rows} lang={lang} />}
            </Asked>
          </>
        )}
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.title, lang)}
          guide={say(words.titleGuide, lang)}
          value={draft.title}
          onChange={set("title")}
          required
        />
        <PersonLine
          about="place"
          lang={lang}
          label={say(words.village, lang)}
          value={draft.village}
          onChange={set("village")}
          required
        />
        <DateField label={say(words.day, lang)} value={day ?? ""} onChange={setDay} required />
        <div className="row">
          <TextField label={say(words.from, lang)} type="time" value={draft.from} onChange={set("from")} short />
          <TextField label={say(words.to, lang)} type="time" value={draft.to} onChange={set("to")} short />
        </div>
        {startsAt !== undefined && light.state === "answered" && (
          <p role="status">
            <b>{tellLight(light.value, light.value.sunset as Instant | undefined, lang)}</b>
          </p>
        )}
        <p className="quiet">{say(words.walkersAdvice, lang, { most: WALKERS_ADVISED })}</p>
        <PersonLine
          about="place"
          lang={lang}
          label={say(words.meetingPoint, lang)}
          value={draft.meetingPoint}
          onChange={set("meetingPoint")}
          required
        />
        <Select
          label={say(words.theme, lang)}
          value={draft.theme}
          onChange={set("theme")}
          options={WALK_THEMES.map((value) => ({ value, word: say(walkThemes[value], lang) }))}
          guide={say(words.lookFor, lang, {
            list: formatList(
              CHECKLISTS[draft.theme].map((category) => say(categories[category], lang)),
              lang,
            ),
          })}
        />
        <RouteFields
          key={earlier?.id ?? ""}
          value={route}
          onChange={setRoute}
          kept={earlier}
          before={before}
          partnership={partnership}
          village={draft.village}
          lang={lang}
        />
        <PersonText
          about="public"
          lang={lang}
          label={say(words.functionsField, lang)}
          guide={say(words.functionsGuide, lang)}
          value={draft.functions}
          onChange={set("functions")}
          optional={say(words.optional, lang)}
        />
        <Button type="submit" kind="main" busy={plan.busy}>
          {say(words.plan, lang)}
        </Button>
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
      </form>
    </>
  );
}

/** The earlier walk as the one before the next: each point at the stop where it was said. */
function asBefore({ walk, rows, notes }: OutputOf<typeof openWalk>) {
  const stopOf = (noteId: string) => notes.find(({ id }) => id === noteId)?.stopId;
  return { ...walk, rows: rows.map((row) => ({ ...row, stopId: stopOf(row.observationId) })) };
}

function clockOn(day: Day | undefined, time: string): Instant | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  return day === undefined || match === null ? undefined : fromSwedishClock(day, Number(match[1]), Number(match[2]));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
