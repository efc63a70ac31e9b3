// What can be moved on a map: each a button of its own that is dragged, or moved with the arrow keys, and says what it is.
import type { Map as Drawing, Marker } from "maplibre-gl";
import { type RefObject, useEffect, useRef } from "react";
import type { Position } from "../../../ground/place.ts";

export type Handle = {
  readonly id: string;
  /** Read out: what it is, and how it is moved. */
  readonly name: string;
  /** What stands on it. */
  readonly label: string;
  readonly position: Position;
  readonly isChosen: boolean;
};
export type Handles = {
  readonly handles: readonly Handle[];
  readonly onMove: (id: string, position: Position) => void;
  readonly onChoose: (id: string) => void;
};

/** It hangs under its tip, so that what lies on the place itself is seen. */
const TIP = 10;
/** Pixels at a press of an arrow key; with Shift five times as far. */
const STEP = 8;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** A press on one of them is not a press on the ground. */
export const HANDLE = "map-handle";

export function useHandles(drawing: RefObject<Drawing | null>, isThere: boolean, moved: Handles | undefined): void {
  const markers = useRef(new Map<string, Marker>());
  const latest = useRef(moved);
  useEffect(() => {
    latest.current = moved;
  });
  const handles = moved?.handles;
  useEffect(() => {
    let left = false;
    const lay = async () => {
      const { Marker: Made } = await import("maplibre-gl");
      const map = drawing.current;
      if (left || map === null) return;
      const laid = markers.current;
      for (const [id, marker] of laid)
        if (handles?.some((handle) => handle.id === id) !== true) {
          marker.remove();
          laid.delete(id);
        }
      for (const handle of handles ?? []) {
        const at = pair(handle.position);
        const marker = laid.get(handle.id) ?? made(Made, map, handle.id, latest);
        marker.setLngLat(at);
        if (!laid.has(handle.id)) laid.set(handle.id, marker.addTo(map));
        const button = marker.getElement();
        button.textContent = handle.label;
        button.setAttribute("aria-label", handle.name);
        button.setAttribute("aria-pressed", String(handle.isChosen));
      }
    };
    if (isThere) void lay();
    return () => {
      left = true;
    };
  }, [drawing, isThere, handles]);
}

function made(Made: typeof Marker, map: Drawing, id: string, latest: RefObject<Handles | undefined>): Marker {
  const element = Object.assign(document.createElement("button"), { type: "button", className: HANDLE });
  const marker = new Made({ element, draggable: true, anchor: "top", offset: [0, TIP] });
  marker.on("dragend", () => {
    const { lng, lat } = marker.getLngLat();
    latest.current?.onMove(id, [lng, lat]);
  });
  element.addEventListener("click", () => latest.current?.onChoose(id));
  element.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // The map itself stays where it is.
    event.stopPropagation();
    const far = event.shiftKey ? 5 * STEP : STEP;
    const { x, y } = map.project(marker.getLngLat());
    const { lng, lat } = map.unproject([x + step[0] * far, y + step[1] * far]);
    latest.current?.onMove(id, [lng, lat]);
  });
  return marker;
}

const pair = ([lon, lat]: Position): [number, number] => [lon, lat];
