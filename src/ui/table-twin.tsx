import { useId, type ReactNode } from "react";
import { say, type Lang } from "../ground/words.ts";
import { Icon } from "./icon.tsx";
import { words } from "./words.ts";

/**
 * A picture and its table: the same selection twice. The switch is two radio buttons and style sheet only, so it needs no
 * script; without style sheet, and with `both`, picture and table follow each other. On paper the table comes first.
 */
export function TableTwin(props: {
  lang: Lang;
  what: "map" | "chart" | "list";
  picture: ReactNode;
  table: ReactNode;
  both?: boolean | undefined;
  tableFirst?: boolean | undefined;
}) {
  const name = useId();
  const { lang } = props;
  if (props.both === true)
    return (
      <div className="twin-both">
        {props.picture}
        {props.table}
      </div>
    );
  return (
    <div className="twin">
      <fieldset className="twin-switch">
        <legend className="visually-hidden">{say(words.whichView, lang)}</legend>
        <label>
          <input type="radio" className="twin-picture-chosen" name={name} defaultChecked={props.tableFirst !== true} />
          <Icon name={props.what} />
          {say(words[props.what], lang)}
        </label>
        <label>
          <input type="radio" className="twin-table-chosen" name={name} defaultChecked={props.tableFirst === true} />
          <Icon name="table" />
          {say(words.table, lang)}
        </label>
      </fieldset>
      <div className="twin-picture">{props.picture}</div>
      <div className="twin-table">{props.table}</div>
    </div>
  );
}
