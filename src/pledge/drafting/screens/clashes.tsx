import { useId, useState } from "react";
import type { Json } from "../../../ground/canonical.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import type { Clash, Side } from "../merge.ts";
import { words } from "../words.ts";
import { sayField, sayPlace, sayValue } from "./said.ts";

type Choosing = {
  readonly lang: Lang;
  readonly onChoose: (clash: Clash, take: Side) => void;
  readonly onWrite: (clash: Clash, value: Json) => void;
};

/** Where both changed the same: both wordings, and three ways on. Nothing is saved before each is chosen, and nothing of either is gone. */
export function Clashes({
  clashes,
  unsaved,
  ...choosing
}: Choosing & { readonly clashes: readonly Clash[]; readonly unsaved: boolean }) {
  const { lang } = choosing;
  const status = useId();
  const [chosen, setChosen] = useState(false);
  if (chosen && !unsaved) setChosen(false);
  if (clashes.length === 0 && !(chosen && unsaved)) return null;
  /** Where one lands when the choice that was made has left the list. */
  const land = () => {
    setChosen(true);
    document.getElementById(status)?.focus();
  };
  return (
    <section className="sheet-acting stack" aria-labelledby={`${status}-heading`}>
      <h2 id={`${status}-heading`}>{say(words.clash, lang)}</h2>
      <p>{say(words.clashText, lang)}</p>
      <p id={status} tabIndex={-1} role="status">
        {clashes.length === 0 ? say(words.clashDone, lang) : say(words.clashLeft, lang, { count: clashes.length })}
      </p>
      <ul className="list">
        {clashes.map((clash) => (
          <li key={`${clash.at} ${clash.field}`}>
            <div className="stack">
              <One
                {...choosing}
                clash={clash}
                onChoose={(one, take) => {
                  choosing.onChoose(one, take);
                  land();
                }}
                onWrite={(one, value) => {
                  choosing.onWrite(one, value);
                  land();
                }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ clash, lang, onChoose, onWrite }: Choosing & { readonly clash: Clash }) {
  const [together, setTogether] = useState<string>();
  const name = `${sayPlace(clash, lang)}: ${sayField(clash, lang)}`;
  const about = <span className="visually-hidden">{` ${name}`}</span>;
  const isText = clash.kind === "both-changed" && typeof clash.mine === "string" && typeof clash.theirs === "string";
  if (clash.kind !== "both-changed") return <Gone clash={clash} lang={lang} onChoose={onChoose} about={about} />;
  return (
    <>
      <h3>{name}</h3>
      <div className="split-even">
        {(["theirs", "mine"] as const).map((side) => (
          <div key={side} className="stack-tight">
            <h4 className="small">{say(side === "theirs" ? words.saved : words.yours, lang)}</h4>
            <p className="word" lang="sv">
              {sayValue(clash.field, clash[side], lang) || say(words.nothing, lang)}
            </p>
          </div>
        ))}
      </div>
      {together === undefined ? (
        <div className="row">
          <Button small onPress={() => onChoose(clash, "theirs")}>
            {say(words.takeSaved, lang)}
            {about}
          </Button>
          <Button small onPress={() => onChoose(clash, "mine")}>
            {say(words.keepYours, lang)}
            {about}
          </Button>
          {isText && (
            <Button kind="bare" small onPress={() => setTogether(sayValue(clash.field, clash.mine, lang))}>
              {say(words.writeTogether, lang)}
              {about}
            </Button>
          )}
        </div>
      ) : (
        <>
          <TextArea label={say(words.together, lang)} value={together} onChange={setTogether} word rows={3} />
          <div className="row">
            <Button small onPress={() => together.trim() !== "" && onWrite(clash, together.trim())}>
              {say(words.takeTogether, lang)}
              {about}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** One took it away, the other changed it; or both moved it. */
function Gone({
  clash,
  lang,
  onChoose,
  about,
}: Pick<Choosing, "lang" | "onChoose"> & { readonly clash: Clash; readonly about: React.ReactNode }) {
  const isOrder = clash.kind === "order";
  const remover: Side = clash.kind === "removed-by-them" ? "theirs" : "mine";
  const keeper: Side = remover === "theirs" ? "mine" : "theirs";
  const sentence = isOrder
    ? words.orderClash
    : clash.kind === "removed-by-them"
      ? words.removedByThem
      : words.removedByYou;
  return (
    <>
      <h3>{sayPlace(clash, lang)}</h3>
      <p>{say(sentence, lang)}</p>
      {!isOrder && (
        <p className="word" lang="sv">
          {sayValue(clash.field, clash[keeper], lang)}
        </p>
      )}
      <div className="row">
        <Button small onPress={() => onChoose(clash, isOrder ? "theirs" : keeper)}>
          {say(isOrder ? words.takeSaved : words.keepIt, lang)}
          {about}
        </Button>
        <Button small onPress={() => onChoose(clash, isOrder ? "mine" : remover)}>
          {say(isOrder ? words.keepYours : words.letGo, lang)}
          {about}
        </Button>
      </div>
    </>
  );
}

/** «Polisen ändrade 1.2 medan du skrev; det är med.» */
export function Brought({ who, where, lang }: { readonly who: string; readonly where: string; readonly lang: Lang }) {
  return <Notice kind="done" heading={say(words.brought, lang, { who, where })} level={3} live />;
}
