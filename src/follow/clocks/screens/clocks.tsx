import { say } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { listReports } from "../../api.ts";
import { Clocks } from "../../screens/clocks.tsx";
import { words as followWords } from "../../words.ts";
import { listRed } from "../api.ts";
import { words } from "../words.ts";
import { Decisions } from "./decisions.tsx";
import { RedRows } from "./red-list.tsx";

/** /folj-upp/<p>/klockor: everything that is late or soon will be, every clock, and the decisions that the law counts from. */
export function ClocksScreen(props: ScreenProps) {
  const { partnership, partnershipName, lang } = props;
  const red = useAnswer(listRed, { partnership });
  const clocks = useAnswer(listReports, { partnership });
  const again = () => {
    red.again();
    clocks.again();
  };
  return (
    <div className="stack-loose">
      <PageHeading heading={say(words.heading, lang)} over={partnershipName} lead={say(words.lead, lang)} />
      <div className="split">
        <section className="stack">
          <Asked answer={red} lang={lang}>
            {({ rows }) => (
              <>
                <SectionHeading heading={say(words.redList, lang)}>{rows.length}</SectionHeading>
                {rows.length === 0 ? (
                  <Empty heading={say(words.nothing, lang)} text={say(words.nothingText, lang)} level={3} />
                ) : (
                  <RedRows rows={rows} lang={lang} />
                )}
              </>
            )}
          </Asked>
        </section>
        <section className="stack">
          <SectionHeading heading={say(followWords.clocksHeading, lang)} />
          <Asked answer={clocks} lang={lang}>
            {({ clocks: rows }) => <Clocks rows={rows} lang={lang} />}
          </Asked>
        </section>
      </div>
      <Decisions {...props} changed={again} />
    </div>
  );
}
