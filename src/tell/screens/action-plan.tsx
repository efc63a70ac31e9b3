import { planBlocks, planHeading } from "../../follow/actionplans/screens/written.ts";
import { words as planWords } from "../../follow/actionplans/words.ts";
import { say } from "../../ground/words.ts";
import { Blocks } from "../../ui/blocks.tsx";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { formatDay } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ToldActionPlan } from "../site.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";
import { officialLine } from "./situation-said.ts";

/** /ockelbo/atgardsplan/<year>: what the municipality has decided to do, and how it goes. */
export function ActionPlanPage(props: PageProps & { plan: ToldActionPlan }) {
  const { site, lang, plan } = props;
  const address = `/${site.slug}/atgardsplan/${plan.slug}`;
  return (
    <Frame
      {...props}
      address={address}
      crumbs={[
        { word: say(planWords.heading, lang), href: `/${site.slug}#atgardsplaner` },
        { word: planHeading(plan, lang) },
      ]}
    >
      <PageHeading heading={planHeading(plan, lang)} over={plan.example ? <ExampleMark lang={lang} /> : undefined} />
      <p>
        <a href={inLang(`${address}.pdf`, lang)} download>
          {say(planWords.pdf, lang)}
        </a>
        {" · "}
        <a href={inLang(`${address}.docx`, lang)} download>
          {say(planWords.docx, lang)}
        </a>
      </p>
      <div className="stack written">
        <Blocks blocks={planBlocks(plan, lang)} />
      </div>
    </Frame>
  );
}

/** The municipality's own, apart from what both have promised. */
export function ActionPlanList({
  site,
  plans,
  lang,
}: Pick<PageProps, "site" | "lang"> & { plans: readonly ToldActionPlan[] }) {
  if (plans.length === 0) return null;
  return (
    <div id="atgardsplaner">
      <h3>{say(planWords.heading, lang)}</h3>
      <ul className="list">
        {plans.map((plan) => (
          <li key={plan.slug}>
            <p>
              <a className="strong" href={inLang(`/${site.slug}/atgardsplan/${plan.slug}`, lang)}>
                {planHeading(plan, lang)}
              </a>{" "}
              ·{" "}
              {plan.decision !== null &&
                say(planWords.decidedBy, lang, {
                  day: formatDay(plan.decision.decidedOn, lang),
                  body: officialLine(plan.decision.body, lang),
                })}{" "}
              {plan.example && <ExampleMark lang={lang} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
