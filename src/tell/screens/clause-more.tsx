// What a promise says beside its words: whose it is, how it is now, its parts, its conditions, from what it begins. Read from the text that was signed, which is told.
import type { ReactNode } from "react";
import { nameOfPlace } from "../../ground/place.ts";
import { say, type Lang } from "../../ground/words.ts";
import type { Activity, Pledge } from "../../pledge/document.ts";
import { draft, howSure, owners } from "../../pledge/draft-words.ts";
import { pers, words as pledgeWords } from "../../pledge/words.ts";
import { type Fact, Facts } from "../../ui/facts.tsx";
import { formatDay, formatNumber } from "../../ui/format.ts";
import { contentTold } from "../promise-file.ts";
import type { ToldDocument } from "../site.ts";

/** A löfte as it was signed; undefined in what was told before the signed text was. */
export function signedPledge(document: ToldDocument, order: number): Pledge | undefined {
  return contentTold(document)?.pledges.find((pledge) => pledge.order === order);
}

/** An activity as it was signed; undefined in what was told before the signed text was. */
export function signedActivity(document: ToldDocument, number: string): Activity | undefined {
  return contentTold(document)
    ?.pledges.flatMap(({ activities }) => activities)
    .find((activity) => activity.number === number);
}

const inSwedish = (text: string): ReactNode => <span lang="sv">{text}</span>;

/** Those of several that are said; the words stand as they were signed. */
function told(named: readonly (readonly [name: string, value: string | undefined])[]): readonly Fact[] {
  return named.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [{ name, value: inSwedish(value) }],
  );
}

/** Who promises beside the two that sign, where it applies, and how often residents are told. */
export function factsOfWhole(document: ToldDocument, lang: Lang): readonly Fact[] {
  const content = contentTold(document);
  if (content === undefined) return [];
  const third = content.parties.filter(({ standing }) => standing === "third").map(({ name }) => name);
  const area = content.area.map(nameOfPlace).filter((name) => name !== "");
  return [
    ...(third.length === 0
      ? []
      : [
          {
            name: say(draft.thirdParties, lang),
            value: (
              <>
                {inSwedish(`${third.join(", ")}.`)} {say(draft.thirdNotSigning, lang)}
              </>
            ),
          },
        ]),
    ...told([[say(draft.area, lang), area.join(", ")]]),
    ...(content.feedbackEvery === undefined
      ? []
      : [{ name: say(draft.feedbackEvery, lang), value: say(pers[content.feedbackEvery], lang) }]),
  ];
}

/** Under a löfte: whose it is where it is not both parties', for whom, how it is now, and its parts. */
export function MoreOfPledgeTold({ pledge, lang }: { pledge: Pledge | undefined; lang: Lang }) {
  if (pledge === undefined) return null;
  const { owner, ownerSaid, targetGroup, situation, subPledges = [], openSlot } = pledge;
  return (
    <>
      {subPledges.length > 0 && (
        <ul className="bullets word" lang="sv">
          {subPledges.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      {openSlot === true && <p>{`${say(draft.openSlot, lang)}. ${say(draft.openSlotGuide, lang)}`}</p>}
      <Facts
        facts={[
          ...(owner === "joint" || (owner === "other" && ownerSaid !== undefined)
            ? []
            : [{ name: say(draft.pledgeOwner, lang), value: say(owners[owner], lang) }]),
          ...told([
            [say(owner === "other" ? draft.pledgeOwner : draft.ownerSaid, lang), ownerSaid],
            [say(pledgeWords.targetGroup, lang), targetGroup],
            [say(draft.situation, lang), situation],
          ]),
        ]}
      />
    </>
  );
}

/** Under an activity: when in the week, on what condition, with whose help, from what, and what is new. */
export function MoreOfActivityTold({ activity, lang }: { activity: Activity | undefined; lang: Lang }) {
  if (activity === undefined) return null;
  const { condition, supporting = [], target, baseline, beyondOrdinary } = activity;
  return (
    <Facts
      facts={told([
        [say(draft.time, lang), target?.time],
        [say(pledgeWords.condition, lang), condition],
        [say(pledgeWords.supporting, lang), supporting.join(", ")],
        [say(draft.baselineShort, lang), baseline && sayBaseline(baseline, lang)],
        [say(pledgeWords.beyondOrdinary, lang), beyondOrdinary],
      ])}
    />
  );
}

/** "ca 43 kontroller, 31 december 2021, polisens verksamhetsstatistik". */
function sayBaseline({ value, unit, on, source }: NonNullable<Activity["baseline"]>, lang: Lang): string {
  const sure = value.qualifier === "exact" ? "" : `${say(howSure[value.qualifier], lang).toLowerCase()} `;
  return [`${sure}${formatNumber(value.value, lang)} ${unit}`, on && formatDay(on, lang), source]
    .filter(Boolean)
    .join(", ");
}
