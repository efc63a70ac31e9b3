// A question to a file of the reader's own, as an address: the words are the picture's, what they stand for is the file's. Categories and sources may hold any letters, so each is a word of its own.
import { readDay } from "../../ground/time.ts";
import { boxWritten, EVERYTHING, type EventQuestion, hoursWritten, readBox, readHours } from "../columns/question.ts";
import { type MapMode, MAP_MODES, MODE_WORDS } from "./explorer-map.tsx";

export type LookedAtFile = { readonly question: EventQuestion; readonly mode: MapMode };

export function readFileQuestion(said: string): LookedAtFile {
  const query = new URLSearchParams(said);
  const box = readBox(query.get("ruta") ?? "");
  return {
    question: {
      ...EVERYTHING,
      from: readDay(query.get("fran") ?? ""),
      to: readDay(query.get("till") ?? ""),
      hours: readHours(query.get("tid") ?? "").hours,
      categories: query.getAll("kategori"),
      sources: query.getAll("kalla"),
      where: box === undefined ? undefined : { box },
    },
    mode: MAP_MODES.find((one) => MODE_WORDS[one] === (query.get("karta") ?? "")) ?? "cells",
  };
}

export function fileAddress(partnership: string, { question, mode }: LookedAtFile): string {
  const query = new URLSearchParams();
  const { from, to, hours, where } = question;
  if (from !== undefined) query.set("fran", from);
  if (to !== undefined) query.set("till", to);
  if (hours.length > 0) query.set("tid", hoursWritten(hours));
  for (const category of question.categories) query.append("kategori", category);
  for (const source of question.sources) query.append("kalla", source);
  if (where !== undefined && "box" in where) query.set("ruta", boxWritten(where.box));
  if (MODE_WORDS[mode] !== "") query.set("karta", MODE_WORDS[mode]);
  const text = query.toString();
  return `/lagesbild/${partnership}/fil${text === "" ? "" : `?${text}`}`;
}
