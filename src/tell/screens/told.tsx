import { say } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { readPublication } from "../api.ts";
import { words as letterWords } from "../letters/words.ts";
import { words as webhookWords } from "../webhooks/words.ts";
import { words } from "../words.ts";

/** /beratta/<p>: what strangers read just now, page by page, so that those who tell can see it as it is seen. */
export function ToldScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const told = useAnswer(readPublication, { slug: partnership });
  if (told.state === "waiting") return <Loading text={say(words.toldHeading, lang)} />;
  const home = `/${partnership}`;
  const pages = [
    [home, words.toldFirst],
    [`${home}/medborgarlofte`, words.lineage],
    [`${home}/du-sa`, words.youSaid],
    [`${home}/rapport`, words.howItGoes],
    [`${home}/om`, words.aboutHeading],
  ] as const;
  return (
    <>
      <PageHeading
        heading={say(words.toldHeading, lang)}
        over={partnershipName}
        lead={say(words.toldLead, lang)}
        actions={
          <>
            <a href={`/beratta/${partnership}/brev`}>{say(letterWords.toLetters, lang)}</a>
            <a href={`/beratta/${partnership}/webhookar`}>{say(webhookWords.toWebhooks, lang)}</a>
          </>
        }
      />
      {told.state !== "answered" ? (
        <Empty heading={say(words.noPartnerships, lang)} text={say(words.toldNothing, lang)} level={2} />
      ) : (
        <ul className="list">
          {pages.map(([address, word]) => (
            <li key={address} className="list-row-acting">
              <div>
                <b>{say(word, lang)}</b>
                <p className="small quiet">{address}</p>
              </div>
              <LinkButton href={address} label={`${say(words.tourSee, lang)}: ${say(word, lang)}`}>
                {say(words.tourSee, lang)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
