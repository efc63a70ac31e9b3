// Ockelbo's situation report before the promise of 2025–2027, adopted and told, and the next one, begun from it. The words are of what the example itself has: its walks,
// its dialogue, its measurements and its problems. The figures are what the picture and its statistics answer, frozen: the statistic is told to strangers, what was said on
// the walks is for both parties and no number outside.
import { canonicalText } from "../../ground/canonical.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Within } from "../../partnership/tables.ts";
import { sha256Hex } from "../../platform/server/secrets.ts";
import type { Chapter } from "../../prioritise/situation/chapters.ts";
import type { Asked, Figure } from "../../prioritise/situation/figure.ts";
import { contentOf, type Draft, type Piece } from "../../prioritise/situation/report.ts";
import * as store from "../../prioritise/situation/store.ts";
import { hashOfFrozen } from "../../prioritise/store-picture.ts";
import { askerOf } from "../../prioritise/situation/store-figures.ts";
import type { TellDatabase } from "../../tell/tables.ts";
import { demoId } from "./ids.ts";
import { OCKELBO, OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";

const WRITTEN = "2024-11-04T09:00:00.000Z" as Instant;
const ADOPTED = "2024-11-28T14:00:00.000Z" as Instant;
const BEGUN = "2026-10-26T08:30:00.000Z" as Instant;
const WRITTEN_AGAIN = "2026-11-09T13:10:00.000Z" as Instant;

type Words = Partial<Readonly<Record<Chapter, string>>>;
const WORDS_2024: Words = {
  summary:
    "Farten vid skolvägarna är det som flest nämner. Mörkret mellan stationen och skolan gör att människor väljer bort vägen. Droger finns nära unga, och vuxna vet inte vad de ska göra med det de hör.",
  purpose:
    "Lägesbilden är kommunens enligt lag (2023:196) 4 § och skrivs tillsammans med polisen. Den gäller Ockelbo kommun.",
  method:
    "Underlaget är fyra trygghetsvandringar hösten 2021, medborgardialogen 2024, samtal med lokala aktörer, egna hastighetsmätningar och officiell statistik. De som gick och svarade valde själva att göra det: antalen säger vad som nämns, inte hur vanligt det är.",
  crime:
    "Få brott är anmälda på gångvägen mellan stationen och skolan. Registrerade narkotikabrott säger mest hur mycket polisen letar.",
  consequences:
    "Många går på bilvägen för att gångvägen är mörk. Cyklister på Bruksvägen väljer diket. Föräldrar är rädda för att peka ut fel.",
  traffic: "Farten förbi skolan nämns mest i dialogen och syns i kommunens egna mätningar.",
  voices:
    "I dialogen 2024 svarade 124. 61 nämnde farten, 47 den mörka gångvägen och 38 droger bland unga. Fyra av sju lokala aktörer nämnde fredagskvällarna.",
  analysis:
    "Vägarna är raka och breda, och Åmotsvägen är statlig: kommunen får inte bygga där själv. Gångvägen har stolpar bara i ändarna, och ingen enhet har haft den som sin. Fritidsgården stänger innan kvällen är slut.",
  priorities:
    "Tre problem föreslås: trafiken vid skolvägarna, unga och droger, mörkret mellan stationen och skolan. De nämns av flera slags källor.",
  gaps: "Hur många barn som cyklar till skolan vet ingen. Forumen från förra löftet hölls men räknades aldrig.",
};
const COMMENTS_2024: readonly (readonly [Chapter, string, string])[] = [
  ["traffic", OCKELBO_MUNICIPALITY.id, "Vi råder över Bruksvägen och kan börja där."],
  ["traffic", POLICE_GASTRIKLAND.id, "Mätningarna pekar ut platser och tider där kontroller gör nytta."],
];
const DAMAGE: Asked = { kind: "series", slug: "skadegorelse-per-100000-ockelbo", from: "2023-01-01" };
const WALKED: Asked = { kind: "question", question: "fran=2021-10&till=2021-11&kategori=trafik" };

function piece(report: string, chapter: Chapter, text: string, more: Partial<Piece> = {}): Piece {
  const { voice = "text", organisationId, version = 1 } = more;
  return {
    id: demoId(`situation ${report} ${chapter} ${voice} ${organisationId ?? ""} ${version}`),
    chapter,
    voice,
    organisationId,
    text,
    version,
    carried: false,
    writtenAt: WRITTEN,
    writtenBy: organisationId ?? OCKELBO_MUNICIPALITY.id,
    ...more,
  };
}

const texts = (report: string, words: Words, more: Partial<Piece> = {}) =>
  Object.entries(words).map(([chapter, text]) => piece(report, chapter as Chapter, text, more));

const FIRST: Draft = {
  id: demoId("situation 2024"),
  slug: "2024",
  from: "2024-01-01" as Day,
  to: "2024-12-31" as Day,
  formerId: undefined,
  begunAt: WRITTEN,
  pieces: [
    ...texts("2024", WORDS_2024),
    ...COMMENTS_2024.map(([chapter, organisationId, text]) =>
      piece("2024", chapter, text, { voice: "party", organisationId }),
    ),
  ],
  figures: [],
  example: true,
  state: "draft",
};

const NEXT: Draft = {
  ...FIRST,
  id: demoId("situation 2025-2026"),
  slug: "2025-2026",
  from: "2025-01-01" as Day,
  to: "2026-12-31" as Day,
  formerId: FIRST.id,
  begunAt: BEGUN,
  pieces: [
    ...texts("2025-2026", WORDS_2024, { carried: true, writtenAt: BEGUN }),
    piece(
      "2025-2026",
      "traffic",
      "Farten förbi skolan nämns mest i dialogen och syns i kommunens och polisens mätningar. Sedan 2025 räknas kontrollerna.",
      { version: 2, writtenAt: WRITTEN_AGAIN },
    ),
  ],
};

export async function seedSituations(tx: Within<TellDatabase>): Promise<void> {
  const partnershipId = OCKELBO.id;
  const ask = askerOf(tx, { partnershipId, at: WRITTEN });
  const figure = async (name: string, asked: Asked, of: Pick<Figure, "chapter" | "caption">): Promise<Figure> => {
    const found = await ask(asked);
    if (found === undefined) throw new Error(`The demo has no figure for its situation report: ${of.caption}`);
    const { sharing: _sharing, ...frozen } = found;
    return {
      ...frozen,
      ...of,
      id: demoId(`situation 2024 ${name}`),
      hash: hashOfFrozen(frozen.frozen),
      takenAt: WRITTEN,
      takenBy: OCKELBO_MUNICIPALITY.id,
    };
  };
  const figures = [
    await figure("figure damage", DAMAGE, { chapter: "crime", caption: "Anmäld skadegörelse i Ockelbo 2023" }),
    await figure("figure", WALKED, { chapter: "traffic", caption: "Trafik på de fyra vandringarna hösten 2021" }),
  ];
  const first = { ...FIRST, figures };
  await store.addReport(tx, partnershipId, first);
  await store.saveAdopted(tx, {
    ...first,
    state: "adopted",
    adoptedOn: "2024-11-28" as Day,
    adoptedBy: "Kommunstyrelsen",
    registryNumber: "KS 2024/00318",
    contentHash: sha256Hex(canonicalText(contentOf(first))),
    adoptedAt: ADOPTED,
  });
  for (const { id: organisationId } of [OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND])
    await store.addAgreed(tx, { partnershipId, report: first }, { organisationId, at: ADOPTED });
  await store.addReport(tx, partnershipId, NEXT);
}
