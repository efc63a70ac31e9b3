import type { Instant } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { formatInstant } from "../../../ui/format.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Status } from "../../../ui/status.tsx";
import { readRenderings } from "../api.ts";
import { places, words } from "../words.ts";

/** Beside a signed promise: the way to its texts, and what was last seen of it elsewhere. */
export function RenderingsOf({ partnership, slug, lang }: { partnership: string; slug: string; lang: Lang }) {
  const read = useAnswer(readRenderings, { partnership, slug, language: "sv" });
  const [last] = read.value?.checks ?? [];
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.drift, lang)} />
      {last === undefined ? (
        <p className="small quiet">{say(words.notChecked, lang)}</p>
      ) : (
        <>
          <p className="small quiet">
            {`${say(words.checked, lang)}: ${say(words.checkedAt, lang, {
              place: say(places[last.place], lang),
              when: formatInstant(last.at as Instant, lang),
            })}`}
          </p>
          <p>
            <Status
              kind={last.changed + last.missing === 0 ? "met" : "partly"}
              word={
                last.changed + last.missing === 0
                  ? say(words.allSame, lang, { same: last.same, all: last.items.length })
                  : say(words.differs, lang, {
                      same: last.same,
                      all: last.items.length,
                      changed: last.changed,
                      missing: last.missing,
                    })
              }
              as="text"
            />
          </p>
        </>
      )}
      <p>
        <a href={`/lova/${partnership}/texter-${slug}`}>{say(words.toRenderings, lang)}</a>
      </p>
    </section>
  );
}
