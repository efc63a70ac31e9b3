import type { Words } from "../../ground/words.ts";
import type { OwnerWhy } from "./asking.ts";

export const refusals = {
  "owner-not-in-draft": {
    sv: "Frågan ställs och besvaras medan löftet är ett utkast. Nu är texten låst.",
    en: "The question is asked and answered while the promise is a draft. The text is locked by now.",
  },
  "owner-unit-missing": {
    sv: "Skriv vems enhet det är och vilken, och spara utkastet, innan ni frågar.",
    en: "Write whose unit it is and which, and save the draft, before you ask.",
  },
  "owner-is-asked": {
    sv: "Enheten har redan frågan om just den här texten.",
    en: "The unit already has the question about this very text.",
  },
  "owner-has-accepted": {
    sv: "Enheten har redan tackat ja till just den här texten.",
    en: "The unit has already accepted this very text.",
  },
  "owner-has-answered": {
    sv: "Frågan är redan besvarad. Svaret står kvar; ny text ger en ny fråga.",
    en: "The question has been answered already. The answer stands; a new text gives a new question.",
  },
  "owner-text-changed": {
    sv: "Texten har ändrats sedan frågan ställdes. Inget svar är sparat. Ni får frågan igen om den nya texten.",
    en: "The text has changed since the question was asked. No answer is saved. You will be asked again about the new text.",
  },
  "owner-says-why": {
    sv: "Skriv vad som ska ändras, eller varför enheten tackar nej.",
    en: "Write what should be changed, or why the unit declines.",
  },
  "owner-asker-vouches": {
    sv: "Du svarar åt någon annan. Skriv hur och när enheten svarade, till exempel «på mötet 3 mars»; du går i god för det.",
    en: "You answer for somebody else. Write how and when the unit answered, such as “at the meeting on 3 March”; you vouch for it.",
  },
} satisfies Words<Exclude<OwnerWhy, "not-yours" | "names-a-person">>;

export const words = {
  propose: { sv: "Föreslå ägare: {unit}", en: "Propose owner: {unit}" },
  askAgain: { sv: "Fråga {unit} igen", en: "Ask {unit} again" },
  noUnit: { sv: "Ingen enhet att fråga än", en: "No unit to ask yet" },
  held: { sv: "{unit} har tackat ja i det löfte som ändras", en: "{unit} has accepted in the promise that is changed" },
  notAsked: { sv: "{unit} är inte tillfrågad", en: "{unit} has not been asked" },
  asked: { sv: "{unit} fick frågan {day} och har inte svarat", en: "{unit} was asked on {day} and has not answered" },
  accepted: { sv: "{unit} tackade ja {day}", en: "{unit} accepted on {day}" },
  changedAfterYes: {
    sv: "Texten har ändrats sedan {unit} tackade ja",
    en: "The text has changed since {unit} accepted",
  },
  changedAfterAsking: {
    sv: "Texten har ändrats sedan {unit} fick frågan",
    en: "The text has changed since {unit} was asked",
  },
  wantsChange: { sv: "{unit} vill ha andra ord", en: "{unit} wants other words" },
  declined: { sv: "{unit} tackade nej {day}", en: "{unit} declined on {day}" },
  byOffice: { sv: "Svarat av {office}", en: "Answered by {office}" },
  vouchedBy: {
    sv: "Inskrivet av {office}, som går i god för svaret: {how}",
    en: "Put down by {office}, who vouches for the answer: {how}",
  },
  saveFirst: {
    sv: "Spara utkastet först, så att enheten läser det ni skrivit.",
    en: "Save the draft first, so that the unit reads what you have written.",
  },
  putDown: { sv: "Skriv in enhetens svar", en: "Put down the unit’s answer" },
  putDownFor: { sv: "Skriv in svaret från {unit}", en: "Put down the answer of {unit}" },
  waitingHeading: { sv: "Tackar ni ja?", en: "Do you accept?" },
  waitingLead: {
    sv: "Det här föreslås som ert i ett löfte som ännu är ett utkast. Inget är ert förrän ni har tackat ja.",
    en: "This is proposed as yours in a promise that is still a draft. Nothing is yours before you have accepted.",
  },
  fromDraft: { sv: "{unit} · ur utkastet «{title}»", en: "{unit} · from the draft “{title}”" },
  yes: { sv: "Tacka ja", en: "Accept" },
  change: { sv: "Ändra", en: "Change" },
  no: { sv: "Tacka nej", en: "Decline" },
  yesLabel: { sv: "Tacka ja för {unit}", en: "Accept for {unit}" },
  changeLabel: { sv: "Föreslå andra ord för {unit}", en: "Propose other words for {unit}" },
  noLabel: { sv: "Tacka nej för {unit}", en: "Decline for {unit}" },
  otherWords: { sv: "Så kan ni lova det", en: "What you can promise" },
  otherWordsGuide: {
    sv: "Skriv orden, antalet, platsen eller dagen som ni kan tacka ja till.",
    en: "Write the words, the number, the place or the day that you can accept.",
  },
  whyNot: { sv: "Varför enheten tackar nej", en: "Why the unit declines" },
  whyNotGuide: {
    sv: "Läses av dem som skriver löftet, i båda organisationerna.",
    en: "Read by those who write the promise, in both organisations.",
  },
  how: { sv: "Hur och när enheten svarade", en: "How and when the unit answered" },
  howGuide: {
    sv: "Till exempel «på arbetsmötet 3 mars». Skriv ingens namn. Det står att du går i god för svaret.",
    en: "Such as “at the work meeting on 3 March”. No names. It is told that you vouch for the answer.",
  },
  send: { sv: "Spara svaret", en: "Save the answer" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  thanks: { sv: "Svaret är sparat och står i utkastet.", en: "The answer is saved and stands in the draft." },
  lastDay: { sv: "senast {day}", en: "by {day}" },
} satisfies Words<string>;
