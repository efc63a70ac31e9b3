import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { formatNumber, formatPeriod } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { listCampaigns } from "../api.ts";
import { formState } from "./turning.tsx";
import { words } from "./words.ts";

/** On /lyssna/<p>: the campaigns, how many have answered and how much waits to be read. */
export function CampaignList({ partnership, here, lang }: { partnership: string; here: string; lang: Lang }) {
  const asked = useAnswer(listCampaigns, { partnership });
  return (
    <section className="stack">
      <SectionHeading heading={say(words.campaigns, lang)} />
      <div className="row">
        <LinkButton small href={`${here}/ny-kampanj`}>
          {say(words.newCampaign, lang)}
        </LinkButton>
        <LinkButton small href={`${here}/koda`}>
          {say(words.code, lang)}
        </LinkButton>
        <LinkButton small href={`${here}/teman`}>
          {say(words.themes, lang)}
        </LinkButton>
      </div>
      <Asked answer={asked} lang={lang}>
        {({ campaigns }) =>
          campaigns.length === 0 ? (
            <Empty heading={say(words.noCampaigns, lang)} text={say(words.noCampaignsText, lang)} />
          ) : (
            <DataTable
              caption={say(words.campaigns, lang)}
              captionHidden
              rows={campaigns}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: say(words.campaign, lang),
                  names: true,
                  cell: (campaign) => (
                    <>
                      <a href={`${here}/kampanj-${campaign.slug}`}>{campaign.title}</a>{" "}
                      {campaign.example && <ExampleMark lang={lang} />}
                    </>
                  ),
                },
                { head: say(words.state, lang), cell: (campaign) => formState(campaign, lang) },
                { head: say(words.when, lang), cell: ({ from, to }) => formatPeriod(from as Day, to as Day, lang) },
                {
                  head: say(words.answers, lang),
                  number: true,
                  cell: ({ counts }) => formatNumber(counts.kept + counts.waiting, lang),
                },
                {
                  head: say(words.toRead, lang),
                  number: true,
                  cell: ({ counts }) => formatNumber(counts.waiting, lang),
                },
              ]}
            />
          )
        }
      </Asked>
    </section>
  );
}
