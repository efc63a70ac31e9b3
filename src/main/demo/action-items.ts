// What has become of some points of the walks of 2021: planned, late, done and not, seen on this autumn's walk, told of. Invented, as the points are.
import type { NewStep, Step } from "../../act/items/item.ts";
import type { AnswerKind } from "../../collect/observation.ts";
import type { ProtocolRow } from "../../collect/walk.ts";
import { type Day, dayOf, fromSwedishClock } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { NOTES_OCKELBO } from "./notes-ockelbo.ts";
import { NOTES_LINGBO } from "./notes-villages.ts";
import { protocol } from "./observe.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { JOHAN, KARIN, PETRA } from "./people.ts";
import { WALK_LINGBO, WALK_LINGBO_2026, WALK_OCKELBO } from "./walks.ts";

const day = (text: string) => text as Day;
const ON_WALK = { on: dayOf(WALK_LINGBO_2026.startsAt), walkId: WALK_LINGBO_2026.id } as const;

type Said = readonly [by: typeof KARIN, notedOn: string, step: NewStep];
const ROWS: readonly ProtocolRow[] = [...protocol(WALK_LINGBO, NOTES_LINGBO), ...protocol(WALK_OCKELBO, NOTES_OCKELBO)];

/** By the beginning of what was noted. */
const BECAME: Readonly<Record<string, readonly Said[]>> = {
  "Baksidan av gården": [
    [
      KARIN,
      "2026-11-04",
      { kind: "verified", ...ON_WALK, sentence: "Lampan lyser. Häcken framför den är en ny punkt." },
    ],
  ],
  "Samma klotter": [[PETRA, "2026-09-14", { kind: "planned", by: day("2027-05-31"), inSeason: true }]],
  "Mopeder på gångvägen": [
    [PETRA, "2022-03-02", { kind: "planned", by: day("2022-05-31"), inSeason: false }],
    [PETRA, "2022-05-20", { kind: "done", on: day("2022-05-19"), sentence: "En bom är uppsatt vid idrottsplatsen." }],
    [JOHAN, "2026-11-04", { kind: "not-done", ...ON_WALK, sentence: "Bommen stod öppen, och mopederna kör igenom." }],
  ],
  "Två av tre lampor": [
    [PETRA, "2021-12-16", { kind: "done", on: day("2021-12-15"), sentence: "Alla tre lamporna är bytta." }],
    [KARIN, "2022-01-20", { kind: "verified", on: day("2022-01-19"), sentence: "De lyser hela vägen." }],
    [KARIN, "2022-02-03", { kind: "fed-back", on: day("2022-02-02"), sentence: "Berättat på mötet på biblioteket." }],
  ],
  "Asfalten har en spricka": [[PETRA, "2026-04-08", { kind: "planned", by: day("2026-08-31"), inSeason: true }]],
  "Hämtning och lämning": [
    [PETRA, "2026-10-12", { kind: "planned", by: day("2027-08-31"), inSeason: true }],
    [PETRA, "2026-11-09", { kind: "underway" }],
  ],
};

export const ITEM_STEPS: readonly { readonly rowId: string; readonly by: string; readonly step: Step }[] =
  Object.entries(BECAME).flatMap(([beginning, said]) => {
    const row = ROWS.find(({ text }) => text.startsWith(beginning));
    if (row === undefined) throw new Error(`No point of the example begins: ${beginning}`);
    return said.map(([by, notedOn, step], place) => ({
      rowId: row.id,
      by: by.id,
      step: {
        ...step,
        id: demoId(`action step ${row.id} ${place + 1}`),
        number: place + 1,
        standsOn: row.answer?.kind satisfies AnswerKind | undefined,
        organisationId: by === JOHAN ? POLICE_GASTRIKLAND.id : OCKELBO_MUNICIPALITY.id,
        office: by.grants[0]!.title,
        notedAt: fromSwedishClock(day(notedOn), 9, 30),
        example: true,
      },
    }));
  });
