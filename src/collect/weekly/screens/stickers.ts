// Stickers for a reporter's places: in the tool room, by the bicycles. The code opens this week's report with the place chosen. Markup is Typst's and holds no
// words: those come as data.
import type { Json } from "../../../ground/canonical.ts";
import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { placeInAddress, type Reporter } from "../reporter.ts";
import { words } from "./words.ts";

type Wish = {
  readonly partnershipName: string;
  readonly lang: Lang;
  readonly at: Instant;
  /** Of the week. */
  readonly address: string;
  readonly qr: (text: string) => string;
};

const STICKERS = String.raw`
#set document(title: data.title)
#set text(lang: data.lang, size: 10pt)
#set page(paper: "a4", margin: 12mm, footer: text(size: 8pt, data.footer))
= #data.title
#v(4mm)
#grid(columns: (1fr, 1fr), gutter: 6mm, ..data.stickers.map(one => rect(width: 100%, height: 62mm, stroke: 0.6pt, inset: 5mm, grid(
  columns: (34mm, 1fr), gutter: 5mm,
  image(bytes(one.svg), format: "svg", width: 34mm, alt: one.alt),
  [#text(size: 15pt, weight: "bold", one.place) #parbreak() #data.title #linebreak() #data.area #parbreak() #one.how],
))))
`;

export function stickersPaper(
  { area, role, places }: Pick<Reporter, "area" | "role" | "places">,
  { partnershipName, lang, at, address, qr }: Wish,
): { readonly markup: string; readonly data: Json; readonly at: Instant } {
  const sticker = (place: string, to: string, how = words.stickersText) => ({
    place,
    how: say(how, lang),
    svg: qr(to),
    alt: say(words.stickerQr, lang, { place }),
  });
  return {
    markup: STICKERS,
    at,
    data: {
      lang,
      title: say(words.stickersTitle, lang),
      area: `${area}, ${role}`,
      footer: `${partnershipName} · ${area}`,
      stickers: [
        sticker(area, address, words.stickersArea),
        ...places.map(({ name }) => sticker(name, `${address}?plats=${placeInAddress(name)}`)),
      ],
    },
  };
}
