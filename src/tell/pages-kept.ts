// Pages as they were made, for the next who asks: what a stranger reads changes a few times a day, and is read by many at once the hour it does.
import type { PageAnswer, PageWish, ServedPage } from "../platform/server/pages.ts";

/** Letters of pages that are kept, in all. */
const MOST_LETTERS = 32_000_000;
/** How long a page is handed out on the last word that nothing has changed; after that the next word is asked for, while the page is handed out. */
const SURE_MS = 1000;
/** Older word than this is waited for, as long as there is anybody to give it. */
const UNSURE_MS = 10_000;

export type KeptPages = {
  readonly serve: ServedPage;
  /** Something may be told anew: nothing kept is handed out before it has been asked whether it is. */
  readonly doubt: () => void;
};

/**
 * Keeps the pages that last as long as what is published does (`PageAnswer.lasts`) under their address and language. `version` names everything that such a page
 * is made of; a new one lets all of them go. What another process publishes is seen within ten seconds, what this one does at once. When there is no answer to
 * what is so, since the database has gone, whoever asks for a page that is kept gets that.
 */
export function keepPages(make: ServedPage, version: () => Promise<string>, milliseconds: () => number): KeptPages {
  const kept = new Map<string, PageAnswer>();
  let letters = 0;
  let known: string | undefined;
  let sureAt = Number.NEGATIVE_INFINITY;
  let doubts = 0;
  let asking: Promise<void> | undefined;

  // One question for all who wait for the answer.
  const ask = (): Promise<void> => {
    if (asking !== undefined) return asking;
    const [before, asked] = [doubts, milliseconds()];
    const mine: Promise<void> = version()
      .then((found) => {
        // Asked before the doubt, it may be the word from before it.
        if (doubts !== before) return;
        if (found !== known) {
          kept.clear();
          letters = 0;
        }
        [known, sureAt] = [found, asked];
      })
      .finally(() => {
        if (asking === mine) asking = undefined;
      });
    asking = mine;
    return mine;
  };
  const keep = (key: string, answer: PageAnswer) => {
    letters += answer.html.length - (kept.get(key)?.html.length ?? 0);
    kept.delete(key);
    kept.set(key, answer);
    for (const [oldest, { html }] of kept) {
      if (letters <= MOST_LETTERS) return;
      kept.delete(oldest);
      letters -= html.length;
    }
  };

  return {
    doubt: () => {
      doubts += 1;
      sureAt = Number.NEGATIVE_INFINITY;
      asking = undefined;
    },
    async serve(wish) {
      const key = keyOf(wish);
      if (key === undefined) return make(wish);
      const age = milliseconds() - sureAt;
      // That there is no word is no trouble for a page that is kept.
      const word = age > SURE_MS ? ask().catch(() => {}) : undefined;
      if (age > UNSURE_MS) await word;
      const found = kept.get(key);
      if (found !== undefined) {
        // What is read stays longest.
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const [of, before] = [known, doubts];
      const answer = await make(wish);
      if (answer.lasts === true && known === of && doubts === before) keep(key, answer);
      return answer;
    },
  };
}

/** An address by itself: what is searched for or chosen in one is another page each time. */
function keyOf({ path, query, lang }: PageWish): string | undefined {
  return [...query.keys()].every((name) => name === "lang") ? `${lang} ${path}` : undefined;
}
