// «Peka på kartan» beside a field that says where in words or in a list, which is there for everybody. It stays hidden until point-island.ts shows it: whoever
// has no script, or whose script does not come, has a whole form.
import type { Position } from "../../ground/place.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { Select } from "../../ui/select.tsx";
import type { Spoken } from "../open-form.ts";
import { type Grain, GRAINS, type GroundToPointAt, type NamedPlace, pointsAsText } from "../pointed.ts";
import { grainWords, pointWords } from "../point-words.ts";
import { htmlLang, told } from "./public-page.tsx";

/** What the island is handed in the page itself. */
export type PointTold = {
  readonly most: 1 | 2;
  readonly lang: string;
  readonly place: string;
  readonly basemap: string;
  readonly outline: readonly (readonly Position[])[];
  readonly places: readonly NamedPlace[];
  /** The name of the place to look at first. */
  readonly start: string;
  /** The side of the square that is kept, by what is chosen under `grainName`; else the smaller. */
  readonly grainName: string;
  readonly words: Readonly<Record<keyof typeof pointWords, string>>;
};

type Props = {
  readonly name: string;
  readonly most: 1 | 2;
  readonly points: readonly Position[];
  /** Asked for how closely it may be kept; left out where that is given. */
  readonly grain?: { readonly name: string; readonly value: Grain } | undefined;
  readonly ground: GroundToPointAt;
  readonly place: string;
  readonly start: string;
  readonly lang: Spoken;
};

export function PointField({ name, most, points, grain, ground, place, start, lang }: Props) {
  if (ground.outline.length === 0) return null;
  const words = Object.fromEntries(Object.entries(pointWords).map(([key, said]) => [key, told(said, lang)]));
  const { code, outline, places } = ground;
  const handed: PointTold = {
    most,
    lang: htmlLang(lang),
    place,
    basemap: `/basemap/${code}.json`,
    outline,
    places,
    start,
    grainName: grain?.name ?? "",
    words: words as PointTold["words"],
  };
  return (
    <>
      <input type="hidden" name={name} defaultValue={pointsAsText(points)} data-points="" />
      <div data-point-out={JSON.stringify(handed)} hidden>
        <div className="stack">
          <div data-open="">
            <Button>{told(pointWords.open, lang)}</Button>
          </div>
          <div data-map="" className="stack" hidden />
          <div data-list="" hidden>
            <Select label={told(pointWords.places, lang)} options={[]} />
          </div>
          <div data-after="" className="stack" hidden>
            <p className="small">{told(most === 2 ? pointWords.stretchBecomes : pointWords.becomes, lang)}</p>
            {grain !== undefined && (
              <ChoiceGroup
                label={told(pointWords.howClose, lang)}
                guide={told(pointWords.howCloseGuide, lang)}
                name={grain.name}
                options={GRAINS.map((value) => ({ value, word: told(grainWords[value], lang) }))}
                defaultValue={grain.value}
              />
            )}
          </div>
        </div>
      </div>
    </>
  );
}
