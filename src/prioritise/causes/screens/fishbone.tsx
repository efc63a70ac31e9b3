import { type Lang, say, type Words } from "../../../ground/words.ts";
import { Button } from "../../../ui/button.tsx";
import { type Influencer, PERSPECTIVES } from "../../problem.ts";
import { influencers, perspectives, strengths } from "../../words.ts";
import { degrees, horizons, words } from "../words.ts";
import type { Analysed, Analysis, Card } from "./read-analysis.ts";

export function howSure({ strength }: Card, lang: Lang): string {
  return strength === undefined ? say(words.strengthUnknown, lang) : say(strengths[strength], lang);
}

/** «kommunen kan påverka, delvis, kort sikt». */
export function whoCan(card: Card, who: Words<Influencer>, lang: Lang): string {
  return [
    say(who[card.influenceableBy], lang),
    card.degree && say(degrees[card.degree], lang),
    card.horizon && say(horizons[card.horizon], lang),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Orsakerna som fiskben: three ribs into one spine, the problem at its head. It is lists with lines beside them, so it reads without the drawing and stands upright on a phone. */
export function Fishbone(props: {
  lang: Lang;
  problem: Analysed;
  causes: readonly Card[];
  measures: Analysis["measures"];
  onChange: ((card: Card) => void) | undefined;
}) {
  const { lang, problem, causes, measures, onChange } = props;
  return (
    <figure className="fishbone" aria-label={say(words.fishbone, lang)}>
      {PERSPECTIVES.map((perspective) => {
        const rib = causes.filter((cause) => cause.perspective === perspective);
        return (
          <section key={perspective} className="fishbone-rib">
            <h3>{say(perspectives[perspective], lang)}</h3>
            {rib.length === 0 && <p className="quiet">{say(words.perspectiveNone, lang)}</p>}
            <ul>
              {rib.map((card) => (
                <Bone
                  key={card.id}
                  lang={lang}
                  card={card}
                  hits={measures.filter(({ causeIds, setAside }) => setAside === null && causeIds.includes(card.id))}
                  onChange={onChange}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <figcaption className="fishbone-head" lang="sv">
        {problem.what}
      </figcaption>
    </figure>
  );
}

function Bone(props: {
  lang: Lang;
  card: Card;
  hits: Analysis["measures"];
  onChange: ((card: Card) => void) | undefined;
}) {
  const { lang, card, hits, onChange } = props;
  return (
    <li className={`fishbone-cause fishbone-${card.strength ?? "unjudged"}`}>
      <p className="strong" lang="sv">
        {card.text}
      </p>
      <p className="quiet">
        {`${say(words.support, lang)}: ${howSure(card, lang)}, ${
          card.evidenceIds.length === 0
            ? say(words.restsOnNothing, lang)
            : say(words.restsOnCount, lang, { count: card.evidenceIds.length })
        }`}
      </p>
      <p className="quiet">{`${say(words.whoInfluences, lang)}: ${whoCan(card, influencers, lang)}`}</p>
      {card.unknown !== "" && <p className="quiet">{say(words.notKnown, lang, { unknown: card.unknown })}</p>}
      {hits.length > 0 && (
        <p className="quiet">{`${say(words.hitBy, lang)}: ${hits.map(({ text }) => text).join("; ")}`}</p>
      )}
      {onChange !== undefined && (
        <Button
          kind="bare"
          small
          label={say(words.changeNamed, lang, { text: card.text })}
          onPress={() => onChange(card)}
        >
          {say(words.change, lang)}
        </Button>
      )}
    </li>
  );
}
