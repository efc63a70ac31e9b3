import { addDays } from "../../ground/time.ts";
import { say, type Lang } from "../../ground/words.ts";
import { nextTold, words } from "../../pledge/renewal/words.ts";
import { formatDay } from "../../ui/format.ts";
import { Notice } from "../../ui/notice.tsx";
import type { Site, ToldDocument } from "../site.ts";

/** «Gäller till 31 dec. Nytt löfte förbereds.»: on the promise's own pages from ninety days before, and for as long as nothing has come in its place. */
export function ExpiryNotice({ document, lang }: { document: ToldDocument; lang: Lang }) {
  const { expiry, state, closing } = document;
  if (expiry === undefined || expiry === null) return null;
  const day = formatDay(expiry.to, lang);
  const next = say(nextTold[expiry.next], lang);
  if (state === "published") return <Notice kind="advice" heading={say(words.standsTo, lang, { day })} text={next} />;
  return (
    <Notice
      kind="error"
      heading={say(closing === "expired" ? words.ranOutOn : words.ranOutUntold, lang, { day })}
      text={`${say(words.noPromiseSince, lang, { day: formatDay(addDays(expiry.to, 1), lang) })} ${next}`}
    />
  );
}

/** The promise a partnership's first page has this to say of: the last one, and only while no other is in force. */
export function runsOut({ documents, current }: Site): ToldDocument | undefined {
  const told = documents.findLast(({ expiry }) => expiry !== undefined && expiry !== null);
  if (told === undefined) return undefined;
  return told.state === "published" || current.length === 0 ? told : undefined;
}
