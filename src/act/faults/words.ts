import type { PersonWhy } from "../../collect/person-in-text.ts";
import type { Words } from "../../ground/words.ts";
import type { ReportFault, ReportState, ReportWhy } from "./fault-report.ts";
import type { SystemWhy } from "./fault-system.ts";

export const refusals = {
  "fault-system-needs-https": {
    sv: "Skriv hela adressen till felanmälans Open311. Den ska börja med https:// och ha ett namn.",
    en: "Write the whole address of the fault-reporting system’s Open311. It begins with https:// and has a name.",
  },
  "fault-system-without-question": {
    sv: "Skriv adressen utan frågetecken och det som följer. Det är den som /services.json läggs till efter.",
    en: "Write the address without its question mark and what follows. It is the one that /services.json is put after.",
  },
  "fault-type-gone": {
    sv: "Den ärendetypen finns inte hos dem, eller kan inte tas emot härifrån. Välj en annan.",
    en: "They have no such type, or cannot take it from here. Choose another.",
  },
  "no-fault-system": {
    sv: "Kommunens felanmälan är inte inställd, eller har inte svarat än. Kommunens administratör ställer in den.",
    en: "The municipality’s fault reporting is not set up, or has not answered yet. The municipality’s administrator sets it up.",
  },
  "fault-item-not-now": {
    sv: "Punkten är någon annans, eller är redan gjord, avslagen eller lämnad vidare. Den skickas inte till felanmälan.",
    en: "The item is somebody else’s, or is done, declined or handed on. It is not sent to the fault reporting.",
  },
  "fault-sent-already": {
    sv: "Punkten är redan skickad till felanmälan. Den skickas inte två gånger.",
    en: "The item has been sent to the fault reporting already. It is not sent twice.",
  },
  "fault-text-needed": {
    sv: "Skriv vad som är fel, så att den som ska laga det förstår.",
    en: "Write what is wrong, so that whoever mends it understands.",
  },
  "fault-case-number-wrong": {
    sv: "Skriv ärendets nummer som det står hos dem, utan mellanslag och komman.",
    en: "Write the case number as it stands with them, without spaces and commas.",
  },
  "fault-not-unsure": {
    sv: "Det är redan klart hur det gick. Läs in sidan igen.",
    en: "It is settled already how it went. Load the page again.",
  },
} satisfies Words<Exclude<ReportWhy | SystemWhy, "not-yours" | PersonWhy>>;

export const reportStates = {
  waiting: { sv: "Väntar på att skickas", en: "Waiting to be sent" },
  sending: { sv: "Skickas", en: "Being sent" },
  ticket: { sv: "Mottagen, väntar på nummer", en: "Received, waiting for a number" },
  filed: { sv: "Öppen hos dem", en: "Open with them" },
  closed: { sv: "Avslutad hos dem", en: "Closed with them" },
  unsure: { sv: "Svaret gick förlorat", en: "The answer was lost" },
  refused: { sv: "Togs inte emot", en: "Not taken" },
} satisfies Words<ReportState>;

export const faults = {
  "not-public": { sv: "adressen går inte till en allmän adress", en: "the address leads to no public address" },
  "not-reached": { sv: "ingen svarade på adressen", en: "nobody was reached at the address" },
  lost: { sv: "inget svar kom tillbaka", en: "no answer came back" },
  moved: { sv: "adressen skickar vidare någon annanstans", en: "the address leads on elsewhere" },
  status: { sv: "de svarade med ett fel", en: "they answered with an error" },
  unreadable: { sv: "svaret gick inte att läsa", en: "the answer could not be read" },
  removed: {
    sv: "felanmälan togs bort eller fick en annan adress eller jurisdiktion innan den skickades",
    en: "the fault reporting was taken away or given another address or jurisdiction before it was sent",
  },
} satisfies Words<ReportFault>;

export const words = {
  heading: { sv: "Kommunens felanmälan", en: "The municipality’s fault reporting" },
  lead: {
    sv: "Åtgärdspunkter som är kommunens kan skickas till kommunens eget system för felanmälan, och följas där. Systemet ska tala Open311 GeoReport v2.",
    en: "Action items that are the municipality’s can be sent to its own fault-reporting system and followed there. The system has to speak Open311 GeoReport v2.",
  },
  toSettings: { sv: "Kommunens felanmälan", en: "The municipality’s fault reporting" },
  none: { sv: "Ingen felanmälan är inställd", en: "No fault reporting is set up" },
  noneText: {
    sv: "Kommunens administratör ställer in den här.",
    en: "The municipality’s administrator sets it up here.",
  },
  address: { sv: "Adress", en: "Address" },
  addressGuide: {
    sv: "Den som /services.json läggs till efter, till exempel https://fel.kommunen.se/open311/v2",
    en: "The one that /services.json is put after, such as https://faults.municipality.example/open311/v2",
  },
  jurisdiction: { sv: "Jurisdiktion (jurisdiction_id)", en: "Jurisdiction (jurisdiction_id)" },
  jurisdictionGuide: { sv: "Tomt om systemet bara har en.", en: "Empty if the system has only one." },
  key: { sv: "API-nyckel", en: "API key" },
  keyGuide: {
    sv: "Visas aldrig igen. Lämna tomt för att behålla den som finns.",
    en: "Never shown again. Leave empty to keep the one there is.",
  },
  keyNone: { sv: "Tomt om systemet inte kräver någon.", en: "Empty if the system demands none." },
  hasKey: { sv: "Nyckel finns", en: "There is a key" },
  hasNoKey: { sv: "Ingen nyckel", en: "No key" },
  save: { sv: "Spara och hämta ärendetyper", en: "Save and fetch the types" },
  fetching: { sv: "Ärendetyperna hämtas inom en minut", en: "The types are fetched within a minute" },
  readAgain: { sv: "Läs in igen", en: "Load again" },
  notFetched: { sv: "Ärendetyperna gick inte att hämta: {why}", en: "The types could not be fetched: {why}" },
  fetchedAt: {
    sv: "{count} {count|ärendetyp hämtad|ärendetyper hämtade} {at}",
    en: "{count} {count|type|types} fetched {at}",
  },
  remove: { sv: "Ta bort felanmälan", en: "Take the fault reporting away" },
  removeSure: { sv: "Ta bort: det som väntar skickas inte", en: "Take away: what waits is not sent" },
  types: { sv: "Vilken ärendetyp blir det?", en: "Which type does it become?" },
  typesText: {
    sv: "Den som skickar en punkt får den ärendetyp du väljer här som förslag, och kan välja en annan.",
    en: "Whoever sends an item is offered the type you choose here, and can choose another.",
  },
  category: { sv: "Kategori hos oss", en: "Category with us" },
  type: { sv: "Ärendetyp hos dem", en: "Type with them" },
  chooseType: { sv: "Välj ärendetyp", en: "Choose a type" },
  chooseCategory: { sv: "Välj kategori", en: "Choose a category" },
  addChosen: { sv: "Lägg till", en: "Add" },
  noneChosen: { sv: "Inget förslag är valt än.", en: "No suggestion is chosen yet." },
  drop: { sv: "Ta bort", en: "Take away" },
  takeAway: { sv: "Ta bort förslaget för {category}", en: "Take the suggestion for {category} away" },
  notUsable: {
    sv: "Kan inte användas härifrån: {names}. De kräver fler uppgifter än vi skickar, eller svarar aldrig.",
    en: "Cannot be used from here: {names}. They demand more than we send, or never answer.",
  },
  readOnly: {
    sv: "Kommunens administratörer sköter inställningen.",
    en: "The municipality’s administrators look after the setting.",
  },

  section: { sv: "Felanmälan", en: "Fault report" },
  send: { sv: "Skicka till felanmälan", en: "Send to the fault reporting" },
  sendAgain: { sv: "Skicka en ny till felanmälan", en: "Send a new one to the fault reporting" },
  what: { sv: "Vad är fel?", en: "What is wrong?" },
  whatGuide: {
    sv: "Det du skriver här är det som skickas. Om platsen och saken, inget om någon person.",
    en: "What you write here is what is sent. About the place and the thing, nothing about a person.",
  },
  ownWords: { sv: "Använd punktens ord", en: "Use the item’s words" },
  withPosition: { sv: "Skicka med punkten på kartan", en: "Send the point on the map along" },
  sentPlace: { sv: "Platsen som skickas: {place}", en: "The place that is sent: {place}" },
  nothingElse: {
    sv: "Inget annat skickas: ingen bild, inget namn och inget om den som sade det.",
    en: "Nothing else is sent: no picture, no name and nothing of whoever said it.",
  },
  cancel: { sv: "Avbryt", en: "Cancel" },
  doSend: { sv: "Skicka", en: "Send" },
  state: { sv: "Läge", en: "State" },
  sentBy: { sv: "Skickad", en: "Sent" },
  byOffice: { sv: "{day}, {office}", en: "{day}, {office}" },
  caseNumber: { sv: "Ärendenummer hos dem", en: "Case number with them" },
  text: { sv: "Det som skickades", en: "What was sent" },
  theySay: { sv: "De skriver", en: "They write" },
  lookedAt: { sv: "Hämtat", en: "Fetched" },
  notFollowed: { sv: "Följs inte längre", en: "No longer followed" },
  nextTry: { sv: "försöker igen {at}", en: "tries again {at}" },
  answered: { sv: "de svarade {status}", en: "they answered {status}" },
  closedHeading: { sv: "De säger att det är åtgärdat", en: "They say it is mended" },
  closedText: {
    sv: "Ärendet är avslutat hos dem. Det flyttar inte punkten: se efter på platsen, och skriv vad som är gjort under Nästa steg.",
    en: "The case is closed with them. That does not move the item: look at the place, and write what was done under The next step.",
  },
  unsureHeading: { sv: "Vi vet inte om den kom fram", en: "We do not know whether it arrived" },
  unsureText: {
    sv: "Den skickades, men svaret gick förlorat ({why}). Titta efter i felanmälan: texten slutar med Samsyn {reference}. Vi skickar den inte igen av oss själva.",
    en: "It was sent, but the answer was lost ({why}). Look for it in the fault reporting: its text ends with Samsyn {reference}. We do not send it again by ourselves.",
  },
  itIsThere: { sv: "Den finns där", en: "It is there" },
  notThere: { sv: "Den finns inte där: skicka igen", en: "It is not there: send again" },
} satisfies Words<string>;
