import { say, type Lang } from "../../../ground/words.ts";
import type { ReportCard, ReportIndicator } from "../../../pledge/report-text.ts";
import { type EvidenceColumn, ThreeColumns } from "../../../ui/three-columns.tsx";
import { words } from "../words.ts";
import { sayDone, sayReading, sayVerdict } from "./said.ts";

/** Prestation, resultat, upplevelse: side by side and never one sum. */
export function ReportColumns({
  pledge,
  lang,
}: {
  pledge: {
    readonly activities: readonly (Pick<ReportCard, "activityId" | "number"> & Parameters<typeof sayDone>[0])[];
    readonly indicators: readonly ReportIndicator[];
  };
  lang: Lang;
}) {
  const measured = (column: ReportIndicator["column"], heading: string): EvidenceColumn => {
    const own = pledge.indicators.filter((one) => one.column === column);
    return {
      heading,
      kind: column === "experience" ? "felt" : undefined,
      body:
        own.length === 0 ? (
          <p className="quiet">{say(words.noIndicator, lang)}</p>
        ) : (
          own.map((one) => <Measured key={one.name} indicator={one} lang={lang} />)
        ),
    };
  };
  return (
    <ThreeColumns
      lang={lang}
      level={3}
      done={{
        heading: say(words.performance, lang),
        body: (
          <ul className="list">
            {pledge.activities.map((card) => (
              <li key={card.activityId}>{`${card.number}: ${sayDone(card, lang)}`}</li>
            ))}
          </ul>
        ),
      }}
      result={measured("outcome", say(words.result, lang))}
      felt={measured("experience", say(words.felt, lang))}
    />
  );
}

function Measured({ indicator, lang }: { indicator: ReportIndicator; lang: Lang }) {
  return (
    <div className="stack-tight">
      <p lang="sv">
        <b>{indicator.name}</b>
      </p>
      <p>{sayVerdict(indicator, lang)}</p>
      <ul className="list small">
        {indicator.readings.map((reading) => (
          <li key={reading.on}>{sayReading(reading, indicator, lang)}</li>
        ))}
      </ul>
      {indicator.caveat !== "" && (
        <p className="small quiet" lang="sv">
          {indicator.caveat}
        </p>
      )}
    </div>
  );
}
