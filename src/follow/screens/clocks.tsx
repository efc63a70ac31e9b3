import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Clock } from "../../ui/clock.tsx";
import { formatDay } from "../../ui/format.ts";
import type { listReports } from "../api.ts";
import { clocks, words } from "../words.ts";

type Shown = OutputOf<typeof listReports>["clocks"][number];

/** "67 dagar kvar", "9 dagar över". */
export function leftOf({ daysLeft }: Pick<Shown, "daysLeft">, lang: Lang): string {
  if (daysLeft === null) return say(words.unset, lang);
  return say(daysLeft < 0 ? words.daysOver : words.daysLeft, lang, { days: Math.abs(daysLeft) });
}

export function Clocks({ rows, lang }: { rows: readonly Shown[]; lang: Lang }) {
  return (
    <div className="stack">
      {rows.map((clock, place) => {
        const name = say(clocks[clock.name], lang);
        if (clock.from === null || clock.due === null || clock.daysLeft === null)
          return (
            <p key={clock.name}>
              <b>{name}</b>: {say(words.unset, lang)}
            </p>
          );
        const late = clock.daysLeft < 0;
        return (
          <Clock
            key={`${clock.name}-${place}`}
            name={name}
            left={leftOf(clock, lang)}
            gone={clock.gone ?? 0}
            late={late}
            from={formatDay(clock.from as Day, lang)}
            to={formatDay(clock.due as Day, lang)}
          />
        );
      })}
    </div>
  );
}
