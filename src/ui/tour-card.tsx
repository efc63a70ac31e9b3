import type { ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { LinkButton } from "./button.tsx";
import { words } from "./words.ts";

/** One step of the guided tour: what one sees here, and the way on. Plain links, so it needs no script. */
export function TourCard(props: {
  lang: Lang;
  step: number;
  of: number;
  heading: string;
  children: ReactNode;
  back?: string | undefined;
  next?: string | undefined;
  /** "Till lägesbilden"; "Nästa" when left out. */
  nextWords?: string | undefined;
  leave: string;
}) {
  const { lang } = props;
  return (
    <aside className="tour-card" aria-label={say(words.tourStep, lang, { number: props.step, of: props.of })}>
      <div className="tour-way" aria-hidden="true">
        {Array.from({ length: props.of }, (_, place) => (
          <span
            key={place}
            className={place + 1 === props.step ? "tour-here" : place + 1 < props.step ? "tour-passed" : undefined}
          />
        ))}
      </div>
      <p className="small quiet">{say(words.tourStep, lang, { number: props.step, of: props.of })}</p>
      <h2>{props.heading}</h2>
      <div className="tour-text">{props.children}</div>
      <div className="row">
        {props.back !== undefined && <LinkButton href={props.back}>{say(words.back, lang)}</LinkButton>}
        {props.next !== undefined && (
          <LinkButton href={props.next} kind="main">
            {props.nextWords ?? say(words.next, lang)}
          </LinkButton>
        )}
        <LinkButton href={props.leave} kind="bare">
          {say(words.leaveTour, lang)}
        </LinkButton>
      </div>
    </aside>
  );
}
