import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { formatDay, formatList } from "../../../ui/format.ts";
import { parties } from "../../words.ts";
import type { listSchedules } from "../api.ts";
import { phaseNames, words } from "../words.ts";

type Listed = OutputOf<typeof listSchedules>["documents"][number];

/** «Skriva till 3 mars 2027», or whose signature is late: a line in the list of promises. Nothing where no day is set. */
export function NowIn({ days, lang }: { readonly days: Listed | undefined; readonly lang: Lang }) {
  if (days === undefined) return null;
  if (days.late.length > 0 && days.signedBy !== null)
    return (
      <p className="small">
        <b>
          {say(words.late, lang, {
            parties: formatList(
              days.late.map((party) => say(parties[party], lang)),
              lang,
            ),
            count: days.late.length,
            day: formatDay(days.signedBy, lang),
          })}
        </b>
      </p>
    );
  if (days.to === null) return null;
  const until = say(days.phase === "sign" ? words.by : words.until, lang, { day: formatDay(days.to, lang) });
  return <p className="small quiet">{`${say(phaseNames[days.phase], lang)} ${until}`}</p>;
}
