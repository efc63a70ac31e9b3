import type { Words } from "../../ground/words.ts";
import type { Expiry } from "./expiry.ts";
import type { FateWhy } from "./fate.ts";
import type { Fate } from "./formerly.ts";

export const refusals = {
  "nothing-to-renew": {
    sv: "Bara ett löfte som är publicerat har något att ta vidare.",
    en: "Only a published promise has something to carry on.",
  },
  "item-not-there": { sv: "Det står inte i löftet.", en: "That is not in the promise." },
  "read-it-first": {
    sv: "Läs först vad det ledde till. Sedan kan ni ge besked.",
    en: "First read what it led to. Then you can decide.",
  },
  "fate-changed-meanwhile": {
    sv: "Någon annan har gett ett besked medan du skrev. Det du skrivit ligger kvar här. Läs det nya och välj.",
    en: "Somebody else decided this while you wrote. What you wrote is still here. Read the new decision and choose.",
  },
  "fate-needs-reason": {
    sv: "Skriv varför. Skälet publiceras med nästa löfte, så att de som väntar på det här vet.",
    en: "Write why. The reason is published with the next promise, so that those who wait for this know.",
  },
  "keep-needs-reason": {
    sv: "Löfte {number} har stått med sedan {year} utan mätbart resultat. Behåll kräver ett skäl.",
    en: "Pledge {number} has stood since {year} without a measurable result. Keeping it needs a reason.",
  },
  "handed-over-to-whom": { sv: "Skriv vem som tar över.", en: "Write who takes over." },
  "pledge-goes": {
    sv: "Löftet det hör till ska inte gå vidare. Behåll eller ändra löftet först, eller avsluta aktiviteten också.",
    en: "The pledge it belongs to does not go on. Keep or change the pledge first, or end the activity too.",
  },
  "activities-stay": {
    sv: "Aktivitet {number} hör till löftet och ska gå vidare. Ge den ett annat besked först.",
    en: "Activity {number} belongs to the pledge and is to go on. Decide otherwise about it first.",
  },
  "next-is-proposed": {
    sv: "Nästa löfte är redan låst för underskrift. Beskeden står i det och ändras inte.",
    en: "The next promise is already locked for signing. The decisions stand in it and are not changed.",
  },
  "next-is-begun": {
    sv: "Nästa löfte är redan påbörjat: {slug}. Ändra där, eller ge ett nytt besked här så följer utkastet med.",
    en: "The next promise has been started already: {slug}. Change it there, or decide anew here and the draft follows.",
  },
  "items-without-fate": {
    sv: "{count} av {all} saknar besked.",
    en: "{count} of {all} {count|lacks|lack} a decision.",
  },
} satisfies Words<Exclude<FateWhy, "not-yours" | "names-a-person" | "slug-taken" | "writing-is-over">>;

export const fates = {
  keep: { sv: "Behåll", en: "Keep" },
  change: { sv: "Ändra", en: "Change" },
  end: { sv: "Avsluta", en: "End" },
  "hand-over": { sv: "Lämna över", en: "Hand over" },
} satisfies Words<Fate>;

/** As it is told afterwards. */
export const fatesTold = {
  keep: { sv: "Behölls", en: "Kept" },
  change: { sv: "Ändrades", en: "Changed" },
  end: { sv: "Avslutades", en: "Ended" },
  "hand-over": { sv: "Lämnades över till {to}", en: "Handed over to {to}" },
} satisfies Words<Fate>;

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
  toPrepare: { sv: "Förbered nästa löfte", en: "Prepare the next promise" },
  prepareLead: {
    sv: "Läs vad varje löfte och aktivitet ledde till och ge besked. Inget som är öppet tappas bort: det som avslutas eller lämnas över står i nästa löfte med sitt skäl.",
    en: "Read what each pledge and activity led to, and decide. Nothing open is lost: what is ended or handed over stands in the next promise with its reason.",
  },
  decided: { sv: "{count} av {all} har fått besked", en: "{count} of {all} decided" },
  progress: { sv: "Besked", en: "Decisions" },
  pledge: { sv: "Löfte {number}", en: "Pledge {number}" },
  activity: { sv: "Aktivitet {number}", en: "Activity {number}" },
  read: { sv: "Läs vad det ledde till", en: "Read what it led to" },
  ledTo: { sv: "Vad ledde det till?", en: "What did it lead to?" },
  nothingTold: { sv: "Inget är loggat, mätt eller berättat.", en: "Nothing has been logged, measured or told." },
  stood: {
    sv: "Har stått med sedan {year} utan mätbart resultat. Behåll kräver ett skäl.",
    en: "Has stood since {year} without a measurable result. Keeping it needs a reason.",
  },
  fate: { sv: "Besked om {what}", en: "Decision on {what}" },
  none: { sv: "Saknar besked", en: "No decision" },
  reason: { sv: "Skäl", en: "Reason" },
  reasonGuide: { sv: "Publiceras med nästa löfte.", en: "Published with the next promise." },
  voluntary: { sv: "frivilligt", en: "optional" },
  handedTo: { sv: "Vem tar över?", en: "Who takes over?" },
  save: { sv: "Spara besked", en: "Save the decision" },
  changeFate: { sv: "Ge nytt besked", en: "Decide anew" },
  fateBy: { sv: "Besked av {name}", en: "Decided by {name}" },
  beginHeading: { sv: "Börja nästa löfte", en: "Start the next promise" },
  period: { sv: "Period i adressen, t.ex. 2028-2030", en: "Period in the address, e.g. 2028-2030" },
  begin: { sv: "Börja nästa löfte", en: "Start the next promise" },
  nextBegun: { sv: "Nästa löfte är påbörjat", en: "The next promise has been started" },
  nextBegunText: {
    sv: "Ger ni ett nytt besked här följer utkastet med.",
    en: "If you decide anew here, the draft follows.",
  },
  toDraft: { sv: "Öppna {slug}", en: "Open {slug}" },
  onlyWriters: {
    sv: "Samordnaren och polisens kontaktperson ger besked. Du kan läsa.",
    en: "The coordinator and the police’s liaison decide. You can read.",
  },
  formerHeading: { sv: "Vad som hände med det förra löftet", en: "What became of the former promise" },
  toNext: { sv: "Förbered nästa", en: "Prepare the next" },
};

/** The second time and on. */
export const ordinals = [
  { sv: "andra", en: "second" },
  { sv: "tredje", en: "third" },
  { sv: "fjärde", en: "fourth" },
  { sv: "femte", en: "fifth" },
  { sv: "sjätte", en: "sixth" },
  { sv: "sjunde", en: "seventh" },
  { sv: "åttonde", en: "eighth" },
] as const;

/** How a löfte hangs together with those before and after it. */
export const kin = {
  heading: { sv: "Löftet genom åren", en: "The pledge over the years" },
  at: { sv: "Löfte {order} i {period}", en: "Pledge {order} of {period}" },
  same: { sv: "Samma löfte {time} gången", en: "The same pledge for the {time} time" },
  goesOn: {
    sv: "Samma löfte {time} gången, med nya ord",
    en: "The same pledge for the {time} time, in new words",
  },
  noneNew: { sv: "inga nya aktiviteter", en: "no new activities" },
  someNew: {
    sv: "{count} {count|ny aktivitet|nya aktiviteter}",
    en: "{count} new {count|activity|activities}",
  },
  ledTo: { sv: "Vad ledde det till?", en: "What did it lead to?" },
  notFollowedUp: { sv: "Ingen uppföljning är publicerad.", en: "No follow-up has been published." },
  toldElsewhere: {
    sv: "Resultat är publicerade för {periods}, innan löftet lades in här.",
    en: "Results were published for {periods}, before the promise was entered here.",
  },
  followedUp: { sv: "Uppföljning {report}: {told}.", en: "Follow-up {report}: {told}." },
  since: { sv: "Löftet avslutades. Det här hände sedan:", en: "The pledge ended. This is what happened then:" },
  next: { sv: "Nästa löfte är publicerat:", en: "The next promise is published:" },
};
