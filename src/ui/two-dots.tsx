/** Two who have scored the same thing, on one line: the first a full dot above it, the second an open one below. A frame where they stand apart. */
export function TwoDots(props: {
  rows: readonly {
    readonly name: string;
    /** What each gave, in words: "5 och 2". */
    readonly words: string;
    readonly first: number;
    readonly second: number;
    readonly apart: boolean;
  }[];
  from: number;
  to: number;
}) {
  const steps = Array.from({ length: props.to - props.from + 1 }, (_, step) => props.from + step);
  const at = (value: number) => `${8 + (84 * (value - props.from)) / (props.to - props.from)}%`;
  return (
    <ul className="two-dots">
      {props.rows.map((row) => (
        <li key={row.name} className={row.apart ? "two-dots-apart" : undefined}>
          <span className="two-dots-name">{row.name}</span>
          <svg className="two-dots-drawing" aria-hidden="true">
            <line className="two-dots-axis" x1={at(props.from)} x2={at(props.to)} y1="50%" y2="50%" />
            {steps.map((step) => (
              <line key={step} className="two-dots-axis" x1={at(step)} x2={at(step)} y1="40%" y2="60%" />
            ))}
            <circle className="two-dots-first" cx={at(row.first)} cy="24%" r="6" />
            <circle className="two-dots-second" cx={at(row.second)} cy="76%" r="5" />
          </svg>
          <span className="small quiet">{row.words}</span>
        </li>
      ))}
    </ul>
  );
}
