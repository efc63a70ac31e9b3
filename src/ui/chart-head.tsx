/** What stands over a chart: its name, how to read it, and the finding in a sentence that can be said again. */
export function ChartHead(props: { heading?: string | undefined; note: string; sentence: string }) {
  return (
    <>
      <span className="chart-head">
        {props.heading !== undefined && <span className="chart-heading">{props.heading}</span>}
        <span className="chart-note">{props.note}</span>
      </span>
      <span className="chart-sentence">{props.sentence}</span>
    </>
  );
}
