import { useMemo, useState } from "react";
import { isWhole, type Resolution, type StripBar } from "../../ui/time-bars.ts";
import type { Usual } from "../../ui/time-strip.tsx";
import type { EventQuestion } from "../columns/question.ts";
import { numberOfDay } from "./period.ts";
import type { Explorer } from "./use-explorer.ts";
import { useWeighed } from "./use-weighed.ts";

/**
 * What is usual for a bar of the time strip: of the question without its days, since the strip shows them all. Undefined until it is worked out, and where the years are too few. It stays while days are moved;
 * of anything else that is moved it is worked out when the hand rests.
 */
export function useUsual(
  take: Explorer["take"],
  question: EventQuestion | undefined,
  isMoving: boolean,
): ((bar: StripBar, resolution: Resolution) => Usual | undefined) | undefined {
  const asked = useMemo(
    () => (question === undefined ? undefined : { ...question, from: undefined, to: undefined }),
    [question],
  );
  const key = JSON.stringify(asked);
  const [rested, setRested] = useState(key);
  if (!isMoving && rested !== key) setRested(key);
  const weighed = useWeighed<"usual">(take, isMoving && rested !== key ? undefined : asked, ASKED);
  return useMemo(() => {
    if (weighed === undefined || weighed === "failed") return undefined;
    return (bar, resolution) =>
      resolution === "day" || !isWhole(bar, resolution) ? undefined : weighed[resolution].get(numberOfDay(bar.from));
  }, [weighed]);
}

const ASKED = { weigh: "usual" } as const;
