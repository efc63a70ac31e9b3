// Which measurements a question asks for. A measurement is a figure of a road or a survey over some days: no observation of a category or a kind, at an hour or in a part of the map.
import type { Day } from "../ground/time.ts";
import { daysAsked, isBackwards, isChosen, type Question } from "./question.ts";

export type Measured = { readonly from: Day; readonly to: Day; readonly area: string; readonly sourceSlug: string };

/** What was measured over some days is there when the days asked for touch them, and nothing is asked that it cannot answer. */
export function isMeasuredIn(measured: Measured, question: Question): boolean {
  const { from, to } = daysAsked(question);
  return (
    !isBackwards(question) &&
    (from === undefined || measured.to >= from) &&
    (to === undefined || measured.from <= to) &&
    (question.area === undefined || question.area === measured.area) &&
    isChosen(question.sources, measured.sourceSlug) &&
    isChosen(question.knowledge, "measured") &&
    question.categories.length === 0 &&
    question.kinds.length === 0 &&
    question.hours.length === 0 &&
    question.box === undefined
  );
}
