import { say } from "../../ground/words.ts";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatList } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { planThemes, planWords } from "../plan-words.ts";
import type { ToldPlan } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";

const LIGHTS = { light: planWords.daylight, dusk: planWords.dusk, dark: planWords.dark } as const;

/** /ockelbo/vandring/… before it is held: when, where, for whom, how it goes and what becomes of what is said; or that it is called off, and why. */
export function PlannedWalkPage(props: PageProps & { walk: ToldPlan }) {
  const { site, lang, walk, today } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/vandring/${walk.slug}`}
      crumbs={[{ word: say(words.walks, lang), href: `/${site.slug}#lyssnat` }, { word: walk.village }]}
    >
      <PageHeading
        heading={<span lang="sv">{walk.title}</span>}
        over={walk.example ? <ExampleMark lang={lang} /> : undefined}
        lead={`${formatDay(walk.on, lang)}, ${say(words.clock, lang, { from: walk.from, to: walk.to })}`}
      />
      {walk.cancelled !== null && (
        <Notice
          kind="advice"
          heading={say(planWords.calledOffSince, lang, { day: formatDay(walk.cancelled.on, lang) })}
        >
          <p lang="sv">{walk.cancelled.reason}</p>
        </Notice>
      )}
      {walk.cancelled === null && walk.on < today && <Notice heading={say(planWords.dayPassed, lang)} />}
      <Facts
        facts={[
          { name: say(planWords.meet, lang), value: <span lang="sv">{walk.meetingPoint}</span> },
          { name: say(planWords.invites, lang), value: <span lang="sv">{walk.by}</span> },
          ...(walk.functions.length === 0
            ? []
            : [
                {
                  name: say(planWords.walkAlong, lang),
                  value: <span lang="sv">{formatList(walk.functions, "sv")}</span>,
                },
              ]),
          { name: say(planWords.forWhom, lang), value: say(planWords.forAll, lang) },
          { name: say(planWords.light, lang), value: say(LIGHTS[walk.light], lang) },
        ]}
      />
      <section className="prose">
        <SectionHeading heading={say(planWords.how, lang)} />
        <ol>
          {[planWords.howMeet, planWords.howStop, planWords.howNote, planWords.howLeave].map((step) => (
            <li key={step.sv}>{say(step, lang)}</li>
          ))}
        </ol>
        <p>{say(planThemes[walk.theme], lang)}</p>
      </section>
      <section className="prose">
        <SectionHeading heading={say(planWords.used, lang)} />
        <p>{say(planWords.usedText, lang)}</p>
        <p>{say(planWords.usedWeighed, lang)}</p>
        <p>{say(planWords.emergency, lang)}</p>
      </section>
    </Frame>
  );
}

/** Those that are still to come, the next first; a called-off one until its day. Nothing where nothing is planned openly. */
export function ComingWalks({ site, lang, today }: Pick<PageProps, "site" | "lang" | "today">) {
  const coming = comingWalks(site, today);
  if (coming.length === 0) return null;
  return (
    <div>
      <h3>{say(planWords.coming, lang)}</h3>
      <ul className="list">
        {coming.map((walk) => (
          <li key={walk.slug}>
            <p>
              <a className="strong" href={inLang(`/${site.slug}/vandring/${walk.slug}`, lang)}>
                <span lang="sv">{walk.title}</span>
              </a>{" "}
              · {formatDay(walk.on, lang)}, {say(words.clock, lang, { from: walk.from, to: walk.to })} ·{" "}
              <span lang="sv">{walk.meetingPoint}</span>
              {walk.cancelled !== null && <b> · {say(planWords.calledOff, lang)}</b>}{" "}
              {walk.example && <ExampleMark lang={lang} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function comingWalks({ upcoming = [] }: PageProps["site"], today: PageProps["today"]): readonly ToldPlan[] {
  return upcoming.filter(({ on }) => on >= today);
}
