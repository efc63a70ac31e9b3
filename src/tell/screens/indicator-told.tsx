import { columns, effectWords, words as follow } from "../../follow/indicators/words.ts";
import { verdicts } from "../../follow/words.ts";
import type { PublicCount } from "../../ground/fewest.ts";
import { say, type Lang } from "../../ground/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { Tag } from "../../ui/tag.tsx";
import { sayCount } from "./frame.tsx";
import type { ToldIndicator } from "../site.ts";
import { words } from "../words.ts";

/** One indicator: the verdict as large whatever it says, every figure with how sure it is, and what the answer takes for granted. */
export function IndicatorTold({ indicator, lang }: { indicator: ToldIndicator<PublicCount>; lang: Lang }) {
  const { effect = null, target = null, verdict, column } = indicator;
  const hasSure = indicator.readings.some(({ figure }) => typeof figure?.low === "number");
  const hasBasis = indicator.readings.some(({ n }) => n !== null);
  const perceived = column === "experience" ? follow.besidePerceived : follow.besideRecorded;
  return (
    <article className="stack-tight measure">
      <h3 lang="sv">{indicator.name}</h3>
      <p className="row">
        <Tag>{say(columns[column], lang)}</Tag>
        {indicator.controlDependent === true && <Tag>{say(follow.control, lang)}</Tag>}
      </p>
      {verdict !== null && (
        <p className="effect-verdict">{effect === null ? say(verdicts[verdict], lang) : effect.sentence[lang]}</p>
      )}
      {column === "output" && <p>{say(follow.outputSays, lang)}</p>}
      {indicator.controlDependent === true && <p>{say(follow.controlText, lang)}</p>}
      {indicator.caveat !== "" && <p lang="sv">{indicator.caveat}</p>}
      <DataTable
        caption={
          <span lang="sv">
            {indicator.name}, {indicator.unit}
          </span>
        }
        captionHidden
        rows={indicator.readings}
        rowKey={(row) => row.on}
        columns={[
          {
            head: say(words.day, lang),
            names: true,
            cell: (row) =>
              `${formatDay(row.on, lang)}${row.baseline ? ` (${say(follow.baseline, lang).toLowerCase()})` : ""}`,
          },
          {
            head: indicator.unit,
            cell: ({ figure }) => (figure === null ? say(words.cannotSay, lang) : formatNumber(figure.value, lang)),
            number: true,
          },
          ...(hasSure
            ? [
                {
                  head: say(words.likely, lang),
                  cell: ({ figure }: Row) =>
                    figure === null || figure.low === null || figure.high === null
                      ? "–"
                      : `${formatNumber(figure.low, lang)}–${formatNumber(figure.high, lang)}`,
                  number: true,
                },
              ]
            : []),
          ...(hasBasis
            ? [
                {
                  head: say(words.restsOnHead, lang),
                  cell: ({ n }: Row) => (n === null ? "–" : sayCount(n, lang)),
                  number: true,
                },
              ]
            : []),
        ]}
      />
      {(indicator.breaks ?? []).map(({ on, why }) => (
        <p key={on}>
          {formatDay(on, lang)}: <span lang="sv">{say(follow.lineBroken, "sv", { why })}</span>
        </p>
      ))}
      {target !== null && (
        <p>
          {say(follow.target, lang)}:{" "}
          {target.by === null
            ? say(follow.targetOnly, lang, { value: formatNumber(target.value, lang), unit: indicator.unit })
            : say(follow.targetBy, lang, {
                value: formatNumber(target.value, lang),
                unit: indicator.unit,
                day: formatDay(target.by, lang),
              })}
        </p>
      )}
      {column !== "output" && indicator.beside !== undefined && (
        <p>
          {say(perceived, lang)}:{" "}
          {indicator.beside === null ? say(follow.notMeasured, lang) : <span lang="sv">{indicator.beside}</span>}
        </p>
      )}
      {effect !== null && (
        <details>
          <summary>{say(follow.assumes, lang)}</summary>
          <ul className="bullets">
            {effect.assumptions.map((one) => (
              <li key={one}>{say(effectWords.assumptions[one], lang)}</li>
            ))}
          </ul>
          <h4>{say(follow.wouldChange, lang)}</h4>
          <ul className="bullets">
            {effect.wouldChange.map((one) => (
              <li key={one}>{say(effectWords.turns[one], lang)}</li>
            ))}
          </ul>
          <p>
            {say(effectWords.designs[effect.design], lang)}. {formatDay(effect.on, lang)}.{" "}
            {say(effect.inPromise ? follow.preRegistered : follow.notPreRegistered, lang)}
          </p>
        </details>
      )}
      <p className="small quiet" lang="sv">
        {indicator.source}
      </p>
    </article>
  );
}
type Row = ToldIndicator<PublicCount>["readings"][number];
