// How the demo's observations are written down: one line each, with the defaults of a note made at a stop.
import type { Category } from "../../collect/category.ts";
import type { AnswerKind, ObservationKind, SpotManager } from "../../collect/observation.ts";
import { inProtocolOrder, type ProtocolRow, type Walk } from "../../collect/walk.ts";
import { nameOfPlace, type Place, type Position } from "../../ground/place.ts";
import { addDays, dayOf, fromSwedishClock, instantOf, millisecondsOf } from "../../ground/time.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY } from "./partnerships.ts";
import type { DemoObservation } from "./shape.ts";

export type Answer = readonly [kind: AnswerKind, when: string, reason: string];

export type Line = {
  readonly stop: number;
  readonly kind?: ObservationKind;
  readonly about: Category;
  readonly text: string;
  readonly leadsTo?: string;
  readonly wish?: string;
  readonly manager?: SpotManager;
  readonly agreed?: number;
  readonly severity?: 1 | 2 | 3;
  /** Where, when it is not the stop itself. */
  readonly place?: Place;
  readonly answer?: Answer;
};

export function segment(name: string, ...line: readonly Position[]): Place {
  return { kind: "segment", line, name };
}

/** The notes of a walk, in the order they were made, a few minutes apart. */
export function observations(walk: Walk, lines: readonly Line[]): readonly DemoObservation[] {
  const minutes = 130 / lines.length;
  return lines.map((line, index) => {
    const at = instantOf(millisecondsOf(walk.startsAt) + Math.round((8 + index * minutes) * 60_000));
    const stop = walk.stops.find(({ number }) => number === line.stop);
    const here: Place =
      stop?.position === undefined
        ? { kind: "unknown" }
        : { kind: "point", position: stop.position, accuracyMetres: 20, name: stop.name };
    return {
      id: demoId(`observation ${walk.slug} ${index + 1}`),
      sourceId: walk.sourceId,
      ownerOrganisationId: OCKELBO_MUNICIPALITY.id,
      walkId: walk.id,
      stopId: stop?.id,
      kind: line.kind ?? "problem",
      category: line.about,
      text: line.text,
      consequence: line.leadsTo ?? "",
      proposal: line.wish ?? "",
      spotManager: line.manager ?? "unknown",
      agreed: line.agreed,
      severity: line.severity,
      place: line.place ?? here,
      when: { kind: "instant", at },
      precision: "minute",
      sharing: "shared",
      revision: 1,
      notedAt: at,
      receivedAt: walk.endsAt,
      notedBy: undefined,
      withdrawnAt: undefined,
      withdrawnReason: undefined,
      example: true,
    };
  });
}

/** The protocol of a walk: its notes in the order of the stops, with what became of them. */
export function protocol(walk: Walk, lines: readonly Line[]): readonly ProtocolRow[] {
  const notes = observations(walk, lines);
  const answers = new Map(notes.map(({ id }, index) => [id, lines[index]?.answer]));
  const told = addDays(dayOf(walk.startsAt), 30);
  return inProtocolOrder(notes, walk.stops).map((note, index) => {
    const answer = answers.get(note.id);
    return {
      id: demoId(`protocol row ${walk.slug} ${index + 1}`),
      number: index + 1,
      observationId: note.id,
      kind: note.kind,
      category: note.category,
      placeName: nameOfPlace(note.place),
      text: note.text,
      proposal: note.proposal,
      spotManager: note.spotManager,
      answer:
        answer === undefined
          ? undefined
          : { kind: answer[0], when: answer[1], reason: answer[2], answeredAt: fromSwedishClock(told, 9) },
    };
  });
}
