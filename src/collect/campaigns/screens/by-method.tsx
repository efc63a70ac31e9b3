// A question's answers, method by method side by side. A drawn sample's own answers are one drawing; those who chose to answer the open form are another.
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { TallyFigure, TallyList } from "../../../ui/tally-list.tsx";
import type { followCampaign } from "../api.ts";
import { CAMPAIGN_METHODS, type CampaignSample, isByChoice, type Option } from "../campaign.ts";
import { campaignMethods } from "../words.ts";
import { words } from "./words.ts";

type Tallies = OutputOf<typeof followCampaign>["tallies"];

export function ByMethod(props: {
  readonly name: string;
  readonly options: readonly Option[];
  readonly tallies: Tallies;
  readonly sample: CampaignSample;
  readonly lang: Lang;
}) {
  const { name, options, tallies, sample, lang } = props;
  const used = CAMPAIGN_METHODS.filter((one) => tallies.some(({ method }) => method === one));
  const chose = used.filter((method) => isByChoice(sample, method));
  const own = used.filter((method) => !chose.includes(method));
  const counted = (key: string, among: readonly string[]) =>
    tallies
      .filter(({ option, method }) => option === key && among.includes(method))
      .reduce((sum, { count }) => sum + count, 0);
  const drawing = (caption: string, among: readonly string[]) => (
    <TallyList
      lang={lang}
      caption={caption}
      captionHidden={among === own && chose.length === 0}
      heads={[say(words.answer, lang), say(words.count, lang)]}
      tallies={options.map(({ key, words: option }) => ({
        key,
        word: option[lang] ?? option.sv,
        count: counted(key, among),
      }))}
    />
  );
  const headOf = (method: (typeof used)[number]) =>
    chose.includes(method) ? say(words.byChoice, lang) : say(campaignMethods[method], lang);
  return (
    <div className="stack">
      {drawing(chose.length === 0 ? name : say(words.sampleAll, lang), own)}
      {chose.length > 0 && (
        <>
          {drawing(say(words.byChoice, lang), chose)}
          <Notice kind="advice" level={3} heading={say(words.byChoiceText, lang)} />
        </>
      )}
      {used.length > 1 && (
        <>
          <h4>{say(words.byMethodHead, lang)}</h4>
          <DataTable
            caption={say(words.byMethod, lang, { question: name })}
            captionHidden
            rows={options}
            rowKey={({ key }) => key}
            columns={[
              { head: say(words.answer, lang), names: true, cell: ({ words: option }) => option[lang] ?? option.sv },
              ...[...own, ...chose].map((method) => ({
                head: headOf(method),
                number: true,
                cell: ({ key }: Option) => <TallyFigure lang={lang} count={counted(key, [method])} />,
              })),
            ]}
          />
        </>
      )}
    </div>
  );
}
