import type { Grant } from "../../ground/party.ts";
import { say, type Lang } from "../../ground/words.ts";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import { type Sharing, SHARINGS } from "../observation.ts";
import { COLLECTORS } from "../source.ts";
import { onlyOwn, sharings } from "../words.ts";
import { words } from "./words.ts";

/** «Bara kommunen», «Samarbetet» or «Får publiceras som antal»: who may see it, decided by whoever writes it. */
export function SharingChoice({
  value,
  grants,
  lang,
  onChange,
}: {
  value: Sharing;
  grants: readonly Grant[];
  lang: Lang;
  onChange: (sharing: Sharing) => void;
}) {
  const party = grants.find(({ role }) => COLLECTORS.includes(role))?.party ?? "other";
  return (
    <ChoiceGroup
      label={say(words.sharing, lang)}
      value={value}
      onChange={(chosen) => onChange(SHARINGS.find((one) => one === chosen) ?? value)}
      columns={1}
      options={SHARINGS.map((one) => ({
        value: one,
        word: say(one === "own" ? onlyOwn[party] : sharings[one], lang),
        ...(one === "public" ? { guide: say(words.publicGuide, lang) } : {}),
      }))}
    />
  );
}
