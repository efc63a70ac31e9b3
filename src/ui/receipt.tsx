import { useId, type ReactNode } from "react";

/** Paper with a torn edge: the code that can be said on the phone, when it was handed in, and the words as they were written. */
export function Receipt(props: { codeWords: string; code: string; note: string; children?: ReactNode }) {
  const pattern = useId();
  return (
    <div className="receipt">
      <div className="receipt-paper">
        <p className="small quiet">{props.codeWords}</p>
        <p className="receipt-code">{props.code}</p>
        <p className="small quiet">{props.note}</p>
        {props.children}
      </div>
      <svg className="receipt-edge" height="10" aria-hidden="true">
        <defs>
          <pattern id={pattern} width="15" height="10" patternUnits="userSpaceOnUse">
            <path d="M0 0 7.500 9 15 0Z" />
          </pattern>
        </defs>
        <rect width="100%" height="10" fill={`url(#${pattern})`} />
      </svg>
    </div>
  );
}
