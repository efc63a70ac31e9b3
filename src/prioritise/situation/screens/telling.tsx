import { useRef, useState } from "react";
import { say } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PartyName } from "../../../ui/party-name.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { agreeToTellSituation, takeBackSituation } from "../api.ts";
import { words } from "../words.ts";
import { leads, type ReportProps } from "./read-report.ts";

/** Who has said that strangers may read it, and one's own word on it. */
export function Telling(props: ReportProps) {
  const { partnership, lang, report } = props;
  const agree = useCommand(agreeToTellSituation);
  const takeBack = useCommand(takeBackSituation);
  const [refusal, setRefusal] = useState<string>();
  const heading = useRef<HTMLDivElement>(null);
  const parties = report.parties.filter(({ party }) => party !== "other");
  const mine = report.mine !== null && report.agreed.includes(report.mine);
  const decide = async (command: typeof agree) => {
    const result = await command.run({ partnership, slug: report.slug });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) heading.current?.focus();
  };
  return (
    <section className="stack">
      <div ref={heading} tabIndex={-1}>
        <SectionHeading heading={say(words.tellHeading, lang)} />
      </div>
      <p className="measure">{say(report.isTold ? words.tellTold : words.tellLead, lang)}</p>
      <ul className="list">
        {parties.map(({ organisationId, name, party }) => (
          <li key={organisationId}>
            <PartyName party={party}>{name}</PartyName>:{" "}
            {say(report.agreed.includes(organisationId) ? words.tellYes : words.tellNotYet, lang)}
          </li>
        ))}
      </ul>
      {report.isTold && report.adoption !== null && (
        <p>
          <a href={`/${partnership}/lagesbild/${report.adoption.adoptedOn}`}>{say(words.tellPage, lang)}</a>
        </p>
      )}
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      {leads(props) && report.mine !== null && (
        <div>
          {mine ? (
            <Button busy={takeBack.busy} onPress={() => void decide(takeBack)}>
              {say(words.tellTakeBack, lang)}
            </Button>
          ) : (
            <Button kind="main" busy={agree.busy} onPress={() => void decide(agree)}>
              {say(words.tellAgree, lang)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
