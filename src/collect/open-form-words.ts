// What every open form says, and the receipt that ends it. A language more for every form is a column more here and in FORM_LANGS; one more for a single campaign is a file (campaigns/tongue.ts).
import type { Words } from "../ground/words.ts";
import type { FormLang, FormSaid } from "./open-form.ts";
import type { PointWhy } from "./pointed.ts";

export type OpenFormWhy = "form-unknown" | "form-too-fast" | "too-many-answers" | "photos-wait" | PointWhy;

export const refusals = {
  "form-unknown": {
    sv: "Formuläret är för gammalt för att skickas. Texten står kvar här. Tryck Skicka igen.",
    en: "The form is too old to be sent. Your text is still here. Press Send again.",
  },
  "form-too-fast": {
    sv: "Det gick väldigt fort. Svaret är inte skickat än. Tryck Skicka igen.",
    en: "That was very quick. The answer is not sent yet. Press Send again.",
  },
  "too-many-answers": {
    sv: "Det är många just nu. Svaret är inte skickat än. Texten står kvar här, tryck Skicka igen om en minut.",
    en: "There are many just now. The answer is not sent yet. Your text is still here, press Send again in a minute.",
  },
  "photos-wait": {
    sv: "Så många foton väntar på att ses att inga fler tas emot just nu. Inget är skickat än: ta bort fotot och tryck Skicka igen.",
    en: "So many photos wait to be looked at that no more are taken in just now. Nothing is sent yet: remove the photo and press Send again.",
  },
  "point-unread": {
    sv: "Punkten på kartan gick inte att läsa. Sätt den igen, eller skriv var.",
    en: "The point on the map could not be read. Set it again, or write where.",
  },
  "point-outside": {
    sv: "Punkten ligger utanför {place}. Sätt den innanför gränsen, eller skriv var.",
    en: "The point lies outside {place}. Set it within the border, or write where.",
  },
} satisfies Words<OpenFormWhy>;

export const formLangs: Readonly<Record<FormLang, string>> = { sv: "Svenska", en: "English", latt: "Lättläst" };

export const openForm = {
  receipt: { sv: "kvitto", en: "receipt", latt: "kvitto" },
  urgent: {
    sv: "Pågår det nu? Ring 112. Vill du tipsa polisen? Ring 114 14. Det här är ingen polisanmälan.",
    en: "Happening now? Call 112. Tip the police: 114 14. This is not a police report.",
    latt: "Händer det nu? Ring 112. Vill du berätta något för polisen? Ring 114 14. Det här är inte en anmälan.",
  },
  thanks: { sv: "Tack. Ditt kvitto:", en: "Thank you. Your receipt:", latt: "Tack! Ditt kvitto:" },
  code: { sv: "Din kod", en: "Your code", latt: "Din kod" },
  codeSays: {
    sv: "Med den här koden ser du vad som händer. Vi vet inte vem du är.",
    en: "With this code you see what happens. We do not know who you are.",
    latt: "Med koden ser du vad som händer. Vi vet inte vem du är.",
  },
  keepCode: {
    sv: "Skriv ut sidan, ta en bild eller skriv av koden. Skicka inte till någon.",
    en: "Print the page, take a picture or write the code down. Send it to nobody.",
    latt: "Skriv av koden eller ta en bild. Visa den inte för andra.",
  },
  codeLost: {
    sv: "Vi kan inte ta fram koden åt dig, för vi vet inte vem du är.",
    en: "We cannot find the code for you, since we do not know who you are.",
    latt: "Om du tappar koden kan vi inte hjälpa dig. Vi vet inte vem du är.",
  },
  sentOnce: {
    sv: "Skickat en gång, även om du tryckte flera.",
    en: "Sent once, even if you pressed more than once.",
    latt: "Skickat en gång.",
  },
  toReceipt: { sv: "Se vad som händer", en: "See what happens", latt: "Se vad som händer" },
  qr: { sv: "QR-kod till kvittot {code}", en: "QR code to the receipt {code}", latt: "QR-kod till kvittot {code}" },
  handedIn: { sv: "Lämnat {day}, utan namn", en: "Handed in {day}, without a name", latt: "Lämnat {day}, utan namn" },
  happened: { sv: "Det här har hänt", en: "This has happened", latt: "Det här har hänt" },
  lookUp: { sv: "Vad hände med det jag sa?", en: "What became of what I said?", latt: "Vad hände sedan?" },
  photo: {
    sv: "Vill du lägga till en bild?",
    en: "Would you like to add a photo?",
    latt: "Vill du lägga till en bild?",
  },
  photoGuide: {
    sv: "Av platsen, helst utan människor. Position och kamera tas bort. Den som frågar tittar innan någon annan ser den.",
    en: "Of the place, preferably without people. Position and camera are removed. Whoever asks looks before anybody else sees it.",
    latt: "Ta en bild på platsen. Ta inte bild på människor. De som frågar tittar först.",
  },
  photoGuideReaders: {
    sv: "Av platsen, helst utan människor. Position och kamera tas bort. Bara de som läser det du skriver ser bilden.",
    en: "Of the place, preferably without people. Position and camera are removed. Only those who read what you write see it.",
    latt: "Ta en bild på platsen. Ta inte bild på människor. Bara de som läser din text ser bilden.",
  },
  photoAgain: {
    sv: "Välj bilden en gång till.",
    en: "Choose the photo once more.",
    latt: "Välj bilden en gång till.",
  },
  skip: { sv: "Hoppa till innehållet", en: "Skip to the content", latt: "Hoppa till innehållet" },
  siteName: { sv: "Samsyn", en: "Samsyn", latt: "Samsyn" },
  seen: {
    sv: "Det ser ut som {kind}. Vi täcker det innan någon läser.",
    en: "It looks like {kind}. We cover it before anybody reads.",
    latt: "Det ser ut som {kind}. Vi tar bort det.",
  },
  waiting: {
    sv: "Nästa steg: någon läser ditt svar.",
    en: "Next: somebody reads your answer.",
    latt: "Nu ska någon läsa ditt svar.",
  },
} satisfies Readonly<Record<string, FormSaid>>;

export const coveredKinds: Readonly<Record<string, FormSaid>> = {
  phone: { sv: "ett telefonnummer", en: "a telephone number", latt: "ett telefonnummer" },
  "personal-number": { sv: "ett personnummer", en: "a personal number", latt: "ett personnummer" },
  "e-mail": { sv: "en e-postadress", en: "an e-mail address", latt: "en e-postadress" },
  plate: { sv: "ett registreringsnummer", en: "a registration number", latt: "ett bilnummer" },
  address: { sv: "någons bostad", en: "somebody's home", latt: "någons hem" },
  name: { sv: "ett namn", en: "a name", latt: "ett namn" },
  account: { sv: "ett konto i sociala medier", en: "an account in social media", latt: "ett konto på nätet" },
};
