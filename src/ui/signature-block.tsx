import { Fragment, type ReactNode } from "react";
import { classes } from "./classes.ts";
import { LegGlyph } from "./leg-glyph.tsx";
import { Mark } from "./mark.tsx";

export type SignatureHalf = {
  readonly signed: boolean;
  /** "Kommunen har skrivit under" or "Polisen saknas". */
  readonly heading: ReactNode;
  /** The office, then when; never a person's name unless the office is public by law. */
  readonly lines: readonly ReactNode[];
  /** The reader's own half, waiting for the reader. */
  readonly own?: boolean | undefined;
};

/** Two hands, side by side, the same size. Fully signed, the mark is whole and says so in words. */
export function SignatureBlock(props: {
  municipality: SignatureHalf;
  police: SignatureHalf;
  others?: readonly SignatureHalf[] | undefined;
  /** Shown with the whole mark when both have signed: "Båda har skrivit under". */
  whole?: ReactNode;
  level?: 3 | 4 | undefined;
}) {
  const Heading = props.level === 4 ? "h4" : "h3";
  const others = props.others ?? [];
  const whole = [props.municipality, props.police, ...others].every((half) => half.signed);
  const half = (side: SignatureHalf, party: "municipality" | "police") => (
    <div className={classes("signature-half", side.own && "signature-own")}>
      <LegGlyph party={party} done={side.signed} />
      <Heading>{side.heading}</Heading>
      <Lines lines={side.lines} />
    </div>
  );
  return (
    <div className="signature-block">
      <div className="signature-halves">
        {half(props.municipality, "municipality")}
        {half(props.police, "police")}
      </div>
      {others.length > 0 && (
        <ul className="signature-others">
          {others.map((other, place) => (
            <li key={place} className={classes(other.own && "signature-own")}>
              <LegGlyph party="other" done={other.signed} />
              <div>
                <Heading>{other.heading}</Heading>
                <Lines lines={other.lines} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {whole && props.whole !== undefined && (
        <p className="signature-whole">
          <Mark />
          <span>{props.whole}</span>
        </p>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly ReactNode[] }) {
  return (
    <p>
      {lines.map((line, place) => (
        <Fragment key={place}>
          {place > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}
