// Asks Kolada (api.kolada.se, version 3) for key figures of a municipality, its county and the country, within its limits (domain.md 8.2): at most 25 years
// and 25 key figures a question, at most five questions a second, page after page. What comes is one file that is read in as any other. The network and
// the waiting are handed in.
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import type { Instant } from "../../ground/time.ts";
import type { KoladaAnswers } from "./kolada.ts";

export const KOLADA_ADDRESS = "https://api.kolada.se/v3";
const AT_ONCE = 25;
/** A little more than a fifth of a second. */
const PAUSE_MS = 250;
/** More pages than this is not what was asked for. */
const MOST_PAGES = 50;

export type KoladaWhy = "kolada-did-not-answer" | "years-needed" | "key-figures-needed";
export type KoladaWish = {
  readonly kpis: readonly string[];
  readonly municipalityCode: string;
  readonly countyCode: string;
  readonly from: number;
  readonly to: number;
  readonly at: Instant;
  readonly get: (address: string) => Promise<Pick<Response, "ok" | "status" | "json">>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly address?: string;
};

export async function askKolada(wish: KoladaWish): Promise<Result<KoladaAnswers, Refusal<KoladaWhy>>> {
  const { kpis, from, to, address = KOLADA_ADDRESS } = wish;
  if (!(from >= 1970 && to >= from && to - from < 100)) return no("years-needed");
  if (kpis.length === 0 || kpis.some((kpi) => !/^[A-Z]\d{5}$/.test(kpi))) return no("key-figures-needed");
  let isFirst = true;
  const ask = async (url: string): Promise<Result<Json, Refusal<KoladaWhy>>> => {
    if (!isFirst) await wish.wait(PAUSE_MS);
    isFirst = false;
    try {
      const answer = await wish.get(url);
      const value: unknown = answer.ok ? await answer.json() : undefined;
      return isObject(value)
        ? yes(value)
        : no("kolada-did-not-answer", { detail: { status: answer.status, address: url } });
    } catch {
      return no("kolada-did-not-answer", { detail: { status: 0, address: url } });
    }
  };
  const described: unknown[] = [];
  for (const kpi of kpis) {
    const told = await ask(`${address}/kpi/${kpi}`);
    if (!told.ok) return told;
    described.push(...(Array.isArray(told.value["values"]) ? told.value["values"] : [told.value]));
  }
  const places = [wish.municipalityCode, `00${wish.countyCode}`, "0000"].join(",");
  const years = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const values: unknown[] = [];
  for (const some of inParts(kpis))
    for (const of of inParts(years)) {
      let url: string | undefined = `${address}/data/kpi/${some.join(",")}/municipality/${places}/year/${of.join(",")}`;
      for (let page = 0; url !== undefined && page < MOST_PAGES; page++) {
        const told: Result<Json, Refusal<KoladaWhy>> = await ask(url);
        if (!told.ok) return told;
        if (Array.isArray(told.value["values"])) values.push(...(told.value["values"] as readonly unknown[]));
        url = nextOf(told.value, address);
      }
    }
  return yes({ kolada: { fetchedAt: wish.at, kpis: described, municipalities: [] }, values });
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The next page, only where it lies with whom was asked. */
function nextOf(answer: Json, address: string): string | undefined {
  const next = answer["next_url"] ?? answer["next_page"];
  return typeof next === "string" && next.startsWith(`${address}/`) ? next : undefined;
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}
