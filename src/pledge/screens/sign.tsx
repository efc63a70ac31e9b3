import { useState } from "react";
import type { Day, Instant } from "../../ground/time.ts";
import { say } from "../../ground/words.ts";
import { Keys } from "../../partnership/screens/settings.tsx";
import { useAnswer, useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { formatClock, formatDay, formatList } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { WhatIsChanged } from "../amendments/screens/changes.tsx";
import { askToSign, openDocument, sign } from "../api.ts";
import { EveryField } from "../drafting/screens/every-field.tsx";
import { Since } from "../drafting/screens/since.tsx";
import { words as paperWords } from "../paper/words.ts";
import { parties, refusals, words } from "../words.ts";
import { answerWithKey } from "./answer-with-key.ts";
import { Signatures, Text } from "./document.tsx";
import { Left } from "./remarks.tsx";
import { Stopped } from "./ways-on.tsx";

/** /signera/<p>/<period>: the whole text, whose hand, one button (journey 12). */
export function SignScreen(props: ScreenProps) {
  const { partnership, lang, item = "" } = props;
  const opened = useAnswer(openDocument, { partnership, slug: item });
  const ask = useCommand(askToSign);
  const send = useCommand(sign);
  const [read, setRead] = useState(false);
  const [told, setTold] = useState<{ stopped?: { why: string; sentence: string }; done?: string }>({});
  // What was read stays while the network is away.
  const document = opened.value;
  if (opened.state === "waiting") return <Loading text={say(words.document, lang)} />;
  if (document === undefined)
    return (
      <Notice
        kind="error"
        level={1}
        heading={opened.state === "refused" ? opened.refusal.sentence : say(words.noAnswer, lang)}
      />
    );
  const { mandate } = document;
  const isSigned = document.signatures.length > 0 && document.missing.length === 0;
  const party =
    mandate === null ? undefined : document.content.parties.find(({ standing }) => standing === mandate.party);

  const signNow = async () => {
    setTold({});
    const { slug } = document;
    const signed = await answerWithKey(
      () => ask.run({ partnership, slug }),
      (given) => send.run({ partnership, slug, ...given }),
      { shown: document.contentHash, lang },
    );
    if (!signed.ok) return setTold({ stopped: signed });
    const clock = say(words.signedAt, lang, { clock: formatClock(signed.value.signedAt as Instant, lang) });
    const left = signed.value.missing.map((one) => say(parties[one], lang));
    setTold({
      done: `${clock} ${left.length === 0 ? say(words.bothSigned, lang) : say(words.remains, lang, { party: formatList(left, lang) })}`,
    });
  };

  return (
    <>
      <PageHeading
        heading={say(
          isSigned ? words.isSigned : document.cannotSign === null ? words.signHeading : words.toBeSigned,
          lang,
        )}
        over={document.title}
        lead={party === undefined || isSigned ? undefined : say(words.signExactly, lang, { party: party.name })}
      />
      {mandate !== null && !isSigned && (
        <p>{say(words.signMandate, lang, { office: mandate.office, decision: mandate.decidedBy })}</p>
      )}
      <WhatIsChanged {...props} document={document} content={document.content} />
      <Since partnership={partnership} document={document} lang={lang} key={document.id} />
      <Left content={document.content} lang={lang} />
      <Text {...props} document={document} />
      <EveryField content={document.content} lang={lang} />
      <Signatures document={document} lang={lang} own={mandate?.party} />
      {told.done !== undefined && (
        <Notice kind="done" heading={told.done} live>
          <p>
            <a href={`/lova/${partnership}/${document.slug}`}>{say(words.toDocument, lang)}</a>
          </p>
        </Notice>
      )}
      {told.stopped !== undefined && (
        <Stopped partnership={partnership} lang={lang} slug={document.slug} stopped={told.stopped} />
      )}
      {told.done === undefined && party !== undefined && (
        <div className="stack measure">
          <Checkbox label={say(words.readAndMay, lang, { party: party.name })} checked={read} onChange={setRead} />
          <Button
            kind="turn"
            wide
            busy={ask.busy || send.busy}
            onPress={() => void signNow()}
            {...blockedBy(document, read, lang)}
          >
            {say(words.signButton, lang)}
          </Button>
        </div>
      )}
      {mandate === null && !isSigned && <Notice heading={say(refusals["no-mandate"], lang)} />}
      {!isSigned && (
        <p>
          <a href={`/signera/${partnership}/papper-${document.slug}`}>{say(paperWords.onPaper, lang)}</a>
        </p>
      )}
      <Keys lang={lang} />
    </>
  );
}

/** The same word that the server would refuse with, said before the finger is on the key. */
function blockedBy(
  { cannotSign, mandateDay }: { cannotSign: string | null; mandateDay: string | null },
  read: boolean,
  lang: ScreenProps["lang"],
): { blocked?: string } {
  const day = mandateDay === null ? "" : formatDay(mandateDay as Day, lang);
  if (cannotSign !== null && cannotSign in refusals)
    return { blocked: say(refusals[cannotSign as keyof typeof refusals], lang, { day }) };
  return read ? {} : { blocked: say(words.mustTick, lang) };
}
