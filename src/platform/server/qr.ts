import { renderSVG } from "uqr";

/** The text as a QR code that a phone's camera reads: an SVG that stands alone, black on white whatever the page's colours. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 2 });
}

/** The same for a page that may not carry anything but itself: an address with the drawing in it. */
export function qrImage(text: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(text)).toString("base64")}`;
}
