import { renderSVG } from "uqr";

/** The text as a QR code that a phone's camera reads: an SVG that stands alone, black on white whatever the page's colours. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 2 });
}
