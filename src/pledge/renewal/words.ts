import type { Words } from "../../ground/words.ts";
import type { Expiry } from "./expiry.ts";

/** How far the next promise has come, as it is told while the former one runs out. */
export const nextTold = {
  none: { sv: "Inget nytt löfte är påbörjat.", en: "No new promise has been started." },
  begun: { sv: "Nytt löfte förbereds.", en: "A new promise is being prepared." },
} satisfies Words<Expiry["next"]>;

export const words = {
  standsTo: { sv: "Gäller till {day}.", en: "In force until {day}." },
  ranOutOn: { sv: "Löftet gick ut {day}.", en: "The promise ran out on {day}." },
  ranOutUntold: {
    sv: "Löftet gick ut {day} utan uppföljning.",
    en: "The promise ran out on {day} without follow-up.",
  },
  noPromiseSince: { sv: "Sedan {day} gäller inget löfte.", en: "Since {day} no promise has been in force." },
  runsOutHeading: { sv: "{title} går ut {day}", en: "{title} runs out on {day}" },
  hasRunOutHeading: { sv: "{title} gick ut {day}", en: "{title} ran out on {day}" },
  hasRunOutUntoldHeading: {
    sv: "{title} gick ut {day} utan uppföljning",
    en: "{title} ran out on {day} without follow-up",
  },
  daysLeft: { sv: "{days} {days|dag|dagar} kvar.", en: "{days} {days|day|days} left." },
  lastDay: { sv: "Det är sista dagen.", en: "This is the last day." },
  toNext: { sv: "Se löftet", en: "See the promise" },
};
