import { hexOf } from "../../ground/bytes.ts";
import { say, type Lang } from "../../ground/words.ts";
import { keyText, type NoteKey } from "../../pledge/checkpoint.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatHash, formatNumber } from "../../ui/format.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { Prose } from "../../ui/prose.tsx";
import { words } from "../words.ts";
import { Frame } from "./frame.tsx";

/** /logg: what the promises' log is, how large it is now, and how anybody can hold it to what it said before. */
export function LogPage({
  head,
  logKey,
  lang,
  demo,
}: {
  head: { readonly size: number; readonly root: Uint8Array };
  logKey: NoteKey;
  lang: Lang;
  demo: boolean;
}) {
  const doors = [
    [words.logDoorEntry, "/api/tell/log/entry?index=0"],
    [words.logDoorGrowth, "/api/tell/log/growth?before=0"],
    [words.logDoorHashes, "/api/tell/log/hashes?from=0"],
  ] as const;
  return (
    <Frame lang={lang} demo={demo} address="/logg">
      <PageHeading
        heading={say(words.logHeading, lang)}
        lead={say(words.logLead, lang)}
        actions={<LinkButton href="/logg/checkpoint">{say(words.logGet, lang)}</LinkButton>}
      />
      <Facts
        facts={[
          { name: say(words.logSize, lang), value: formatNumber(head.size, lang) },
          { name: say(words.logRoot, lang), value: <code>{formatHash(hexOf(head.root))}</code> },
          { name: say(words.logKey, lang), value: <code>{keyText(logKey)}</code> },
        ]}
      />
      <Prose>
        <h2>{say(words.logHow, lang)}</h2>
        <ol>
          <li>{say(words.logKeep, lang)}</li>
          <li>{say(words.logAgain, lang)}</li>
          <li>{say(words.logMirror, lang)}</li>
        </ol>
        <h2>{say(words.logNot, lang)}</h2>
        <p>{say(words.logNotText, lang)}</p>
        <p>{say(words.logBefore, lang)}</p>
        <h2>{say(words.logPrograms, lang)}</h2>
        <p>{say(words.logProgramsText, lang)}</p>
        <ul>
          {doors.map(([what, address]) => (
            <li key={address}>
              {say(what, lang)}: <a href={address}>{address}</a>
            </li>
          ))}
        </ul>
      </Prose>
    </Frame>
  );
}
