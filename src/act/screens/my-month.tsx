import type { ScreenProps } from "../../ui/screen.ts";
import { ActPhone } from "./act-phone.tsx";
import { MonthScreen } from "./month.tsx";

/** /min-manad on the phone: starts and takes in what was done also where there is no network. */
export function MyMonthScreen(props: ScreenProps) {
  return (
    <ActPhone personId={props.person.id} lang={props.lang}>
      <MonthScreen {...props} />
    </ActPhone>
  );
}
