// What a figure is a figure of: a municipality, a county, the country, or an area that the source has drawn itself (DeSO, a group of municipalities).
// Sources number the same places differently, so it is read by code where the code is Statistics Sweden's and by name otherwise.
import { allMunicipalities, countyNamed, countyOf, municipalityNamed } from "../../ground/municipalities.ts";

export const AREA_KINDS = ["municipality", "county", "country", "area"] as const;
export type AreaKind = (typeof AREA_KINDS)[number];
export type SeriesArea = { readonly kind: AreaKind; readonly code: string; readonly name: string };

const COUNTRY: SeriesArea = { kind: "country", code: "00", name: "Riket" };
const COUNTRY_NAMES = /^(riket|hela landet|hela riket|sverige|sweden|whole country)$/i;
const byCode = new Map<string, SeriesArea>();
for (const municipality of allMunicipalities()) {
  byCode.set(municipality.code, municipality);
  const county = countyOf(municipality);
  if (county !== undefined) byCode.set(county.code, county);
}

/** The area of a code and a name, either of which may be missing. "0021" is how Kolada writes a region, "2101 Ockelbo" how the statistical database labels. */
export function readArea({ code = "", name = "" }: { readonly code?: string; readonly name?: string }): SeriesArea {
  const label = name.trim().replace(/^\d{2,4}\s+(?=\p{L})/u, "");
  const given = code.trim();
  if (given === "00" || given === "0000" || COUNTRY_NAMES.test(label)) return COUNTRY;
  const known = byCode.get(/^00\d\d$/.test(given) ? given.slice(2) : given);
  if (known !== undefined) return known;
  if (given === "") {
    const named = municipalityNamed(label.replace(/ kommun$/i, "")) ?? countyNamed(label);
    if (named !== undefined) return named;
  }
  return { kind: "area", code: given, name: label === "" ? given : label };
}

/** Whether an area is one a partnership reads for: its municipality and what lies within it, its county, the country. */
export function isNear(
  { kind, code }: SeriesArea,
  own: { readonly municipalityCode: string; readonly countyCode: string },
) {
  switch (kind) {
    case "municipality":
      return code === own.municipalityCode;
    case "county":
      return code === own.countyCode;
    case "country":
      return true;
    case "area":
      return code.startsWith(own.municipalityCode);
  }
}
