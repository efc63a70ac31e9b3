import { say, type Lang } from "../../ground/words.ts";
import { formatDay, softHyphens } from "../../ui/format.ts";
import { SignatureBlock, type SignatureHalf } from "../../ui/signature-block.tsx";
import type { ToldDocument } from "../site.ts";
import { words } from "../words.ts";

/** Who signed for which party, when and how. On paper the day is only there when it was published. */
export function DocumentSignatures({ document, lang }: { document: ToldDocument; lang: Lang }) {
  const half = (party: "municipality" | "police"): SignatureHalf => {
    const signature = document.signatures.find((one) => one.party === party);
    const name = say(party === "municipality" ? words.theMunicipality : words.thePolice, lang);
    if (signature === undefined)
      return { signed: false, heading: `${name} ${say(words.missingSignature, lang)}`, lines: [] };
    const how = say(signature.how === "paper" ? words.onPaper : words.byKey, lang);
    const day = signature.on === null ? say(words.dayNotPublished, lang) : formatDay(signature.on, lang);
    return {
      signed: true,
      heading: <span lang="sv">{softHyphens(signature.office)}</span>,
      lines: [
        name,
        `${day}, ${how}`,
        ...(signature.vouchedAs === undefined ? [] : [say(words.vouchedBy, lang, { as: signature.vouchedAs })]),
      ],
    };
  };
  return (
    <SignatureBlock
      municipality={half("municipality")}
      police={half("police")}
      {...(document.signatures.length === 2 ? { whole: say(words.bothSigned, lang) } : {})}
    />
  );
}
