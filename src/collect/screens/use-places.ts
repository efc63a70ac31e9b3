import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAnswer } from "../../platform/browser/ask.ts";
import { listWalks, showGround } from "../api.ts";
import { type NamedPlace, placesIn } from "../pointed.ts";

/** What has a name and a position in this municipality: the stops of its walks, and what its map names. */
export function usePlaces(partnership: string, { enabled }: { enabled: boolean }) {
  const ground = useAnswer(showGround, { partnership }, { enabled });
  const walks = useAnswer(listWalks, { partnership }, { enabled });
  const basemap = ground.value === undefined ? undefined : `/basemap/${ground.value.code}.json`;
  const map = useQuery({
    queryKey: ["places", basemap],
    // Without a map of one's own there are the stops.
    queryFn: async (): Promise<unknown> => {
      const answer = await fetch(basemap ?? "");
      return answer.ok ? answer.json() : null;
    },
    enabled: basemap !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const stops = walks.value?.walks;
  const outline = ground.value?.outline;
  const places = useMemo(
    (): readonly NamedPlace[] => [
      ...(stops ?? []).flatMap((walk) =>
        walk.stops.flatMap(({ name, position }) => (position === undefined ? [] : [{ name, position }])),
      ),
      ...placesIn(map.data, outline ?? []),
    ],
    [stops, map.data, outline],
  );
  return { places, basemap, outline };
}
