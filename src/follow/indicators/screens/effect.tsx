import { type FormEvent, useState } from "react";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { today } from "../../../platform/browser/device.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceGroup } from "../../../ui/choice-group.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { formatDay, formatHash } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { askEffect } from "../api.ts";
import type { Design } from "../effect.ts";
import { effectWords, words } from "../words.ts";
import type { Opened } from "./shown.ts";

type Props = {
  readonly opened: Opened;
  readonly partnership: string;
  readonly lang: Lang;
  readonly onBegan: (day: Day) => void;
  readonly onDone: () => void;
};

/** «Vad ledde det till?»: what was answered last and what it rests on, which ways the figures can carry, and why not the others. */
export function Effect(props: Props) {
  const { opened, lang } = props;
  const [last, ...earlier] = opened.effects;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.effect, lang)} />
      {last !== undefined && <Answer effect={last} lang={lang} />}
      {earlier.length > 0 && (
        <details>
          <summary>{say(words.earlierAnswers, lang)}</summary>
          <ul className="list">
            {earlier.map((one) => (
              <li key={one.number}>
                <p>
                  {formatDay(one.on, lang)}: {one.sentence[lang]}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {opened.may.keep && <AskForm {...props} />}
    </section>
  );
}

function Answer({ effect, lang }: { effect: Opened["effects"][number]; lang: Lang }) {
  const design = say(effectWords.designs[effect.design], lang);
  const { method, version } = effect;
  return (
    <div className="stack measure">
      <p>{say(effect.inPromise ? words.preRegistered : words.notPreRegistered, lang)}</p>
      <h3>{say(words.assumes, lang)}</h3>
      <ul className="bullets">
        {effect.assumptions.map((one) => (
          <li key={one}>{say(effectWords.assumptions[one], lang)}</li>
        ))}
      </ul>
      <h3>{say(words.wouldChange, lang)}</h3>
      <ul className="bullets">
        {effect.wouldChange.map((one) => (
          <li key={one}>{say(effectWords.turns[one], lang)}</li>
        ))}
      </ul>
      <p className="small quiet">
        {effect.design === "none"
          ? say(words.noneOn, lang, { design, day: formatDay(effect.on, lang) })
          : say(words.answeredOn, lang, { design, day: formatDay(effect.on, lang), method, version })}{" "}
        {say(words.hash, lang)}: {formatHash(effect.inputsHash)}
      </p>
    </div>
  );
}

function AskForm({ opened, partnership, lang, onBegan, onDone }: Props) {
  const ask = useCommand(askEffect);
  const { slug, offers, best, began } = opened;
  const [design, setDesign] = useState<Design>();
  const [refusal, setRefusal] = useState<string>();
  const able = offers.filter(({ lacks }) => lacks === null);
  const unable = offers.filter(({ lacks }) => lacks !== null);
  const chosen = able.some((offer) => offer.design === design) ? design : (best ?? undefined);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const result = await ask.run({ partnership, slug, began, ...(chosen === undefined ? {} : { design: chosen }) });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
    if (result.ok) onDone();
  };
  const why = ({ lacks, before, after }: (typeof offers)[number]) => {
    if (lacks === null) return "";
    const counts = before === null || after === null ? "" : `${say(words.cannotCounts, lang, { before, after })} `;
    return `${counts}${say(effectWords.lacks[lacks], lang)}`;
  };
  return (
    <form className="stack measure sheet" onSubmit={(event) => void send(event)}>
      {refusal !== undefined && <Notice kind="error" level={3} heading={refusal} live />}
      <DateField
        label={say(words.began, lang)}
        value={began}
        onChange={(day) => day !== undefined && onBegan(day)}
        max={today()}
      />
      {able.length === 0 ? (
        <p className="effect-verdict">{say(words.cannot, lang)}</p>
      ) : (
        <ChoiceGroup
          label={say(words.designs, lang)}
          guide={say(words.designsText, lang)}
          columns={1}
          value={chosen ?? ""}
          onChange={(value) => setDesign(value as Design)}
          options={able.map((offer) => ({ value: offer.design, word: say(effectWords.designs[offer.design], lang) }))}
        />
      )}
      {unable.length > 0 && (
        <div className="stack-tight">
          <h3>{say(words.cannotBe, lang)}</h3>
          <ul className="list">
            {unable.map((offer) => (
              <li key={offer.design}>
                <b>{say(effectWords.designs[offer.design], lang)}.</b> {why(offer)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        <Button type="submit" kind="main" busy={ask.busy}>
          {say(words.ask, lang)}
        </Button>
      </div>
    </form>
  );
}
