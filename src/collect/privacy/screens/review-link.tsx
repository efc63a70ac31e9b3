import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer } from "../../../platform/browser/ask.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { listPersonReviews } from "../api.ts";
import { words } from "../words.ts";

/** «Granska personuppgifter (2)»: stands where something waits, of one walk where one is named. */
export function ReviewLink({ partnership, walk, lang }: { partnership: string; walk?: string; lang: Lang }) {
  const answer = useAnswer(listPersonReviews, { partnership });
  if (answer.state !== "answered") return null;
  const waiting = answer.value.reviews.filter((review) => walk === undefined || review.walk?.slug === walk);
  if (waiting.length === 0) return null;
  return (
    <LinkButton href={`/lyssna/${partnership}/granska-personuppgifter`}>
      {say(words.reviewCount, lang, { count: waiting.length })}
    </LinkButton>
  );
}
