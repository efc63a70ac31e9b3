import type { OutputOf } from "../../ground/endpoint.ts";
import { say, type Lang } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import { formatNumber } from "../../ui/format.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { pictureNews } from "../api.ts";
import { SHARING_WORDS, type SharingAsked } from "../question.ts";
import { explorerWords } from "../words.ts";

/** "Vad är nytt?": at most three sentences, each beside what was to be expected, and how many were tested to find them. Of everything, whatever is chosen. */
export function News({ lang, partnership, sharing }: { lang: Lang; partnership: string; sharing: SharingAsked }) {
  const word = SHARING_WORDS[sharing];
  const asked = useAnswer(pictureNews, { partnership, ...(word === "" ? {} : { delning: word }) });
  if (asked.state !== "answered") return null;
  const news: OutputOf<typeof pictureNews> = asked.value;
  if (news.sentences.length === 0) return null;
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(explorerWords.news, lang)} />
      {news.sentences.map((sentence) => (
        <p key={sentence.sv}>{say(sentence, lang)}</p>
      ))}
      {news.tested > 0 && (
        <p className="small quiet">
          {say(explorerWords.newsTested, lang, {
            tested: formatNumber(news.tested, lang),
            outside: formatNumber(news.outside, lang),
          })}
        </p>
      )}
    </section>
  );
}
