import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Id } from "../../../ground/id.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { formatList } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { personsIn } from "../../person-in-text.ts";
import { Asked } from "../../../ui/asked.tsx";
import { words as collectWords } from "../../screens/words.ts";
import { sharings } from "../../words.ts";
import { listPersonReviews, reviewPersons } from "../api.ts";
import type { ReviewVerdict } from "../review.ts";
import { personKinds, words } from "../words.ts";

type Review = OutputOf<typeof listPersonReviews>["reviews"][number];

/** /lyssna/<p>/granska-personuppgifter: warnings that were set aside, for somebody else in the organisation to look at. */
export function PersonReviewScreen({ partnership, partnershipName, lang }: ScreenProps) {
  const answer = useAnswer(listPersonReviews, { partnership });
  const [done, setDone] = useState<ReviewVerdict>();
  return (
    <Asked answer={answer} lang={lang} page>
      {({ reviews }) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.reviewCount, lang, { count: reviews.length })}
            over={partnershipName}
            lead={say(words.reviewLead, lang)}
          />
          {done !== undefined && (
            <Notice kind="done" heading={say(done === "released" ? words.released : words.coveredDone, lang)} live />
          )}
          {reviews.length === 0 ? (
            <Empty heading={say(words.nothingWaits, lang)} text={say(words.nothingWaitsText, lang)} level={2} />
          ) : (
            <ol className="list stack-loose">
              {reviews.map((review) => (
                <li key={review.observationId}>
                  <Reviewing review={review} partnership={partnership} lang={lang} onDone={setDone} />
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </Asked>
  );
}

function Reviewing(props: {
  review: Review;
  partnership: string;
  lang: Lang;
  onDone: (verdict: ReviewVerdict) => void;
}) {
  const { review, partnership, lang } = props;
  const look = useCommand(reviewPersons);
  const [refusal, setRefusal] = useState<string>();
  const give = async (verdict: ReviewVerdict) => {
    const id = review.observationId as Id<"observation">;
    const result = await look.run({ partnership, id, verdict });
    if (result.ok) props.onDone(verdict);
    else setRefusal(result.refusal.sentence);
  };
  const texts = [
    { name: say(collectWords.observation, lang), text: review.text },
    { name: say(collectWords.consequence, lang), text: review.consequence },
    { name: say(collectWords.proposal, lang), text: review.proposal },
    { name: say(collectWords.place, lang), text: review.placeName },
  ].filter(({ text }) => text !== "");
  return (
    <article className="stack">
      <Facts
        facts={[
          ...texts.map(({ name, text }) => ({ name, value: <Pointed text={text} /> })),
          {
            name: say(words.found, lang),
            value: formatList(
              review.kinds.map((kind) => say(personKinds[kind], lang)),
              lang,
            ),
          },
          { name: say(words.wroteBecause, lang), value: review.reason },
          { name: say(words.willBe, lang), value: say(sharings[review.wished], lang) },
        ]}
      />
      {review.mine ? (
        <p className="quiet">{say(words.own, lang)}</p>
      ) : (
        <div className="row">
          <Button kind="main" busy={look.busy} onPress={() => void give("covered")}>
            {say(words.coverIt, lang)}
          </Button>
          <Button busy={look.busy} onPress={() => void give("released")}>
            {say(words.letStand, lang)}
          </Button>
        </div>
      )}
      {refusal !== undefined && <FormError text={refusal} />}
    </article>
  );
}

/** The text with what was pointed out marked in it. */
function Pointed({ text }: { text: string }) {
  const marks = personsIn(text).filter(({ sure }) => sure);
  const from = (index: number) => (index < 0 ? 0 : marks[index]!.at + marks[index]!.found.length);
  return (
    <>
      {marks.map(({ at, found }, index) => (
        <span key={at}>
          {text.slice(from(index - 1), at)}
          <mark>{found}</mark>
        </span>
      ))}
      {text.slice(from(marks.length - 1))}
    </>
  );
}
