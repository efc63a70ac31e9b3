import { say } from "../../ground/words.ts";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { statuses, words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { sayQualified } from "./said.ts";

/** /rundtur: seven stages in two minutes, each with what really lies in the database and the way to where it is worked on. */
export function TourPage(props: PageProps) {
  const { site, lang } = props;
  const home = `/${site.slug}`;
  // One and the same thing all the way: a promise whose problem somebody saw on a walk.
  const pledge = site.current.find(({ problems }) => (problems[0]?.seen ?? null) !== null) ?? site.current[0];
  const problem = pledge?.problems[0];
  const seen = problem?.seen ?? null;
  const activity = pledge?.activities.find(({ occasions }) => occasions.length > 0);
  const occasion = activity?.occasions[0];
  const report = site.reports.at(-1);
  const judged = report?.rows.find(({ number }) => number === activity?.number) ?? report?.rows[0];
  const steps = [
    {
      heading: words.tour1,
      body: seen === null ? "" : `${seen.place}: ${seen.text}`,
      see: seen === null ? home : `${home}/vandring/${seen.walk}`,
      work: `/lyssna${home}`,
    },
    { heading: words.tour2, body: say(words.tour2Text, lang), see: home, work: `/lagesbild${home}` },
    {
      heading: words.tour3,
      body: problem === undefined ? "" : `${problem.title}. ${problem.reasons.map(({ reason }) => reason).join(" ")}`,
      see: `${home}/du-sa`,
      work: `/prioritera${home}`,
    },
    { heading: words.tour4, body: pledge?.text ?? "", see: `${home}/medborgarlofte`, work: `/lova${home}` },
    {
      heading: words.tour5,
      body:
        occasion === undefined
          ? ""
          : `${formatDay(occasion.on, lang)}, ${occasion.place}. ${occasion.counted}: ${sayQualified(occasion.count, lang)}`,
      see: pledge === undefined ? home : `${home}/lofte/${pledge.slug}`,
      work: `/gora${home}`,
    },
    {
      heading: words.tour6,
      body:
        judged === undefined ? "" : `${judged.number}: ${say(statuses[judged.status], lang)}. ${judged.explanation}`,
      see: report === undefined ? `${home}/rapport` : `${home}/rapport/${report.slug}`,
      work: `/folj-upp${home}`,
    },
    { heading: words.tour7, body: say(words.tour7Text, lang), see: home, work: `/oversikt` },
  ];
  return (
    <Frame {...props} address="/rundtur" site={undefined}>
      <PageHeading heading={say(words.tour, lang)} lead={say(words.tourLead, lang)} document />
      <ol className="list stack-loose">
        {steps.map((step, place) => (
          <li key={step.heading.sv}>
            <p className="quiet">{say(words.step, lang, { number: place + 1 })}</p>
            <SectionHeading heading={say(step.heading, lang)} />
            {step.body !== "" && (
              <p
                className={place === 1 || place === 6 ? undefined : "word"}
                lang={place === 1 || place === 6 ? lang : "sv"}
              >
                {step.body}
              </p>
            )}
            <p>
              <a href={inLang(step.see, lang)}>{say(words.tourSee, lang)}</a> ·{" "}
              <a href={step.work}>{say(words.tourWork, lang)}</a>
            </p>
          </li>
        ))}
      </ol>
    </Frame>
  );
}
