import type { OutputOf } from "../../ground/endpoint.ts";
import type { Day } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { Clock } from "../../ui/clock.tsx";
import { formatDay } from "../../ui/format.ts";
import type { listReports } from "../api.ts";
import { clocks, words } from "../words.ts";

type Shown = OutputOf<typeof listReports>["clocks"][number];

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
            left={say(late ? words.daysOver : words.daysLeft, lang, { days: Math.abs(clock.daysLeft) })}
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
