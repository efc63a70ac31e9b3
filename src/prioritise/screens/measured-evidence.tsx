// What evidence carries, under the problem: a measurement with its margin, a question's number today, and how each source came about; and the form that cites a measurement.
import { useState } from "react";
import { listMeasurements } from "../../collect/api.ts";
import { sampleTypes, sourceKinds } from "../../collect/words.ts";
import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { formatNumber, formatPeriod } from "../../ui/format.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import type { weighEvidence } from "../api.ts";
import { warnings, words } from "../words.ts";
import { CiteForm } from "./cite-form.tsx";
import { sayRests } from "./rests.ts";

type Weight = OutputOf<typeof weighEvidence>["evidence"][number];
type Measured = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
};

const asSentence = (text: string) => (text.endsWith(".") ? text : `${text}.`);

/** «V85 Bruksvägen: 51 km/h, 9–15 september 2024». */
export function sayMeasured({ name, value, unit, from, to }: Measured, lang: Lang): string {
  return `${name}: ${formatNumber(value, lang)} ${unit}, ${formatPeriod(from as Day, to as Day, lang)}`;
}

/** Of whom, how it came in, of how many; nothing where that stands with the evidence itself. */
export function EvidenceWeight({ weight, lang }: { weight: Weight | undefined; lang: Lang }) {
  if (weight === undefined) return null;
  const { sources, voices, counted, measured } = weight;
  return (
    <div className="stack-tight measure">
      {measured !== null && <MeasuredFigure measured={measured} lang={lang} />}
      {counted !== null && (
        <p>
          {say(words.countedToday, lang, {
            count: formatNumber(counted.total, lang),
            n: formatNumber(counted.n, lang),
          })}
        </p>
      )}
      {voices !== null && <p>{say(words.voices, lang, { count: formatNumber(voices, lang) })}</p>}
      <ul className="small quiet">
        {sources.map(({ name, kind, sampleType, caveat }) => (
          <li key={name}>
            <span lang="sv">{name}</span> ({say(sourceKinds[kind], lang)}).{" "}
            {asSentence(say(sampleTypes[sampleType], lang))}
            {caveat !== "" && caveat !== sampleTypes[sampleType].sv && (
              <>
                {" "}
                <span lang="sv">{caveat}</span>
              </>
            )}
          </li>
        ))}
        {counted?.cautions.map((caution) => (
          <li key={caution.sv}>{caution[lang]}</li>
        ))}
      </ul>
    </div>
  );
}

function MeasuredFigure({
  measured: { frozen, warnings: why },
  lang,
}: {
  measured: NonNullable<Weight["measured"]>;
  lang: Lang;
}) {
  const rests = sayRests(frozen, lang);
  return (
    <>
      <p>
        <span lang="sv">{sayMeasured(frozen, lang)}</span>
        {rests !== "" && ` (${rests})`}
      </p>
      <ul className="small quiet">
        {why.map((warning) => (
          <li key={warning}>{say(warnings[warning], lang)}</li>
        ))}
        {frozen.caveats.map((caveat) => (
          <li key={caveat} lang="sv">
            {caveat}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A measurement that stands, chosen among those that whoever cites may read. */
export function CiteMeasurement({
  partnership,
  lang,
  problemId,
}: Pick<ScreenProps, "partnership" | "lang"> & { problemId: string }) {
  const [id, setId] = useState("");
  const standing = useStanding(partnership);
  if (standing.length === 0) return null;
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.citeMeasurement, lang)}
      missing={id === "" ? say(words.measurementNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "measurement", refId: id, ...said })}
      onCited={() => setId("")}
    >
      <MeasurementPick {...{ standing, id, setId, lang }} />
    </CiteForm>
  );
}

type Standing = OutputOf<typeof listMeasurements>["measurements"];

/** The measurements that have not been taken back, of those that whoever asks may read. */
export function useStanding(partnership: string): Standing {
  const list = useAnswer(listMeasurements, { partnership });
  return (list.value?.measurements ?? []).filter(({ withdrawnReason }) => withdrawnReason === undefined);
}

/** One of them. */
export function MeasurementPick(props: { standing: Standing; id: string; setId: (id: string) => void; lang: Lang }) {
  const { standing, id, setId, lang } = props;
  return (
    <Select
      label={say(words.chooseMeasurement, lang)}
      empty="–"
      value={id}
      onChange={setId}
      options={standing.map((one) => ({ value: one.id, word: sayMeasured(one, lang) }))}
    />
  );
}
