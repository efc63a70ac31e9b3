import { type Lang, say, type Words } from "../../ground/words.ts";

/** What the field app says of itself: where the notes are, what the phone can and cannot do, what to do now. */
export const fieldWords = {
  managersBefore: { sv: "Förra gången här: {managers}.", en: "The last time here: {managers}." },
  nothingLost: { sv: "Inget är borta.", en: "Nothing is lost." },
  calledOff: { sv: "Vandringen är inställd: {title}, {day}", en: "The walk is called off: {title}, {day}" },
  calledOffKept: {
    sv: "Det du har skrivit ligger kvar och skickas som vanligt.",
    en: "What you have written is kept and is sent as usual.",
  },
  logIn: { sv: "Logga in", en: "Log in" },
  serverTrouble: {
    sv: "Servern kan inte ta emot just nu. Allt ligger kvar. Vi försöker igen {clock}.",
    en: "The server cannot take anything in just now. Everything is kept. We try again at {clock}.",
  },
  tryNow: { sv: "Försök nu", en: "Try now" },
  clockHours: {
    sv: "Telefonens klocka går {count} {count|timme|timmar} fel. Vi sparar båda tiderna.",
    en: "The phone's clock is {count} {count|hour|hours} wrong. We keep both times.",
  },
  clockMinutes: {
    sv: "Telefonens klocka går {count} minuter fel. Vi sparar båda tiderna.",
    en: "The phone's clock is {count} minutes wrong. We keep both times.",
  },
  phoneClock: { sv: "Telefonens klocka", en: "The phone's clock" },
  clockShowed: { sv: "Visade {showed}, rätt tid var {was}.", en: "Showed {showed}, the right time was {was}." },
  mayBeCleared: {
    sv: "Telefonen kan städa bort det som väntar om den får ont om plats.",
    en: "The phone may clear away what waits if it runs short of room.",
  },
  mayBeClearedText: {
    sv: "Lägg till Samsyn på hemskärmen, så får det ligga kvar. Eller lämna över till en annan telefon.",
    en: "Add Samsyn to the home screen, and it stays. Or hand over to another phone.",
  },
  nearlyFull: {
    sv: "Telefonen är nästan full. Texten får plats men inte fler foton. Lämna över till en annan telefon eller fortsätt utan bild.",
    en: "The phone is nearly full. Text fits but no more photos. Hand over to another phone or go on without a picture.",
  },
  retry: { sv: "Försök igen", en: "Try again" },
  undone: { sv: "Ångrad", en: "Undone" },
  photoCount: { sv: "{count} {count|foto|foton}", en: "{count} {count|photo|photos}" },
  handedOverNote: { sv: "Överlämnad från en annan telefon", en: "Handed over from another phone" },
  removeHere: { sv: "Ta bort ur den här telefonen", en: "Remove from this phone" },
  formChanged: {
    sv: "Formuläret har ändrats sedan du skrev. Anteckningen ligger kvar. Tryck på Ändra, se över den och spara igen.",
    en: "The form has changed since you wrote. The note is kept. Press Change, look it over and save again.",
  },
  changing: { sv: "Ändra iakttagelsen", en: "Change the observation" },
  stopChanging: { sv: "Ändra inte", en: "Leave as it was" },
  photoOf: { sv: "Foto {number}", en: "Photo {number}" },
  removePhoto: { sv: "Ta bort foto {number}", en: "Remove photo {number}" },
  cannotShow: {
    sv: "Telefonen kan inte visa bilden, och då går det inte att täcka över ansikten. Ta ett nytt foto eller fortsätt utan bild.",
    en: "The phone cannot show the picture, so faces cannot be covered. Take a new photo or go on without one.",
  },
  photoLimit: { sv: "Högst {limit} foton per iakttagelse.", en: "At most {limit} photos per observation." },
  wifiOnly: { sv: "Skicka foton bara på wifi", en: "Send photos on wifi only" },
  cover: { sv: "Täck över ansikten och nummerplåtar", en: "Cover faces and number plates" },
  coverGuide: {
    sv: "Dra med fingret över det som ska döljas. Med tangentbord: lägg till en ruta, flytta den med pilarna, ändra storlek med skift och pil, ta bort med Delete.",
    en: "Drag your finger over what is to be hidden. By keyboard: add a box, move it with the arrows, resize with shift and arrow, remove with Delete.",
  },
  coverPicture: {
    sv: "Bilden med {count} {count|svart ruta|svarta rutor}",
    en: "The picture with {count} black {count|box|boxes}",
  },
  addBox: { sv: "Lägg till en svart ruta", en: "Add a black box" },
  removeBox: { sv: "Ta bort senaste rutan", en: "Remove the latest box" },
  nobodyInIt: {
    sv: "Det finns inga ansikten eller nummerplåtar i bilden",
    en: "There are no faces or number plates in the picture",
  },
  savePhoto: { sv: "Spara fotot", en: "Save the photo" },
  coverFirst: {
    sv: "Täck över ansikten och nummerplåtar, eller kryssa i att det inte finns några.",
    en: "Cover faces and number plates, or tick that there are none.",
  },
  without: { sv: "Fortsätt utan bild", en: "Go on without a picture" },
  handOver: { sv: "Lämna över", en: "Hand over" },
  handOverText: {
    sv: "Gör en fil av det som inte är framme, så att en annan telefon eller datorn kan skicka det. Allt ligger också kvar här, och det som kommer två gånger räknas en gång.",
    en: "Makes a file of what has not arrived, so that another phone or the desk can send it. Everything stays here as well, and what comes twice counts once.",
  },
  makeFile: { sv: "Lämna över {count} som väntar", en: "Hand over {count} waiting" },
  nothingToHandOver: {
    sv: "Allt är framme. Det finns inget att lämna över.",
    en: "Everything has arrived. There is nothing to hand over.",
  },
  fileMade: {
    sv: "Filen {name} är sparad. Ge den till någon i din egen organisation, och ta bort den sedan.",
    en: "The file {name} is saved. Give it to somebody in your own organisation, and delete it afterwards.",
  },
  takeIn: { sv: "Ta emot en fil", en: "Take in a file" },
  takeInGuide: {
    sv: "En fil från en annan telefon. Anteckningarna skickas härifrån men går inte att läsa här.",
    en: "A file from another phone. The notes are sent from here but cannot be read here.",
  },
  takenIn: {
    sv: "{count} togs emot från {name} och skickas härifrån.",
    en: "{count} were taken in from {name} and are sent from here.",
  },
  takenInBefore: { sv: "Allt i filen fanns redan här.", en: "Everything in the file was here already." },
  fileBroken: {
    sv: "Filen är inte hel. Inget togs emot. Be om en ny, den andra telefonen har allt kvar.",
    en: "The file is not whole. Nothing was taken in. Ask for a new one, the other phone has everything still.",
  },
  fileElsewhere: {
    sv: "Filen är från en annan organisation. Bara någon i samma organisation kan ta emot den. Inget togs emot.",
    en: "The file is from another organisation. Only somebody in the same organisation can take it in. Nothing was taken in.",
  },
  along: {
    sv: "Karta, rutt, {count} stopp och frågor ligger i telefonen ({size} MB).",
    en: "Map, route, {count} {count|stop|stops} and questions are on the phone ({size} MB).",
  },
  notAlong: {
    sv: "Kartan och appen ligger inte i telefonen än. Stå kvar där det finns nät.",
    en: "The map and the app are not on the phone yet. Stay where there is network.",
  },
  tryWithoutNetwork: { sv: "Provstarta utan nät", en: "Try starting without network" },
  trying: { sv: "Startar utan nät …", en: "Starting without network …" },
  ready: { sv: "Klart. Du kan gå ut.", en: "Done. You can go out." },
  notReady: {
    sv: "Det gick inte att starta utan nät: {missing}. Stå kvar där det finns nät och tryck på Ta med vandringen igen.",
    en: "It could not start without network: {missing}. Stay where there is network and press Take the walk along again.",
  },
  missingApp: { sv: "appens filer saknas", en: "the app's files are missing" },
  missingWalk: { sv: "vandringen saknas", en: "the walk is missing" },
  missingMap: { sv: "kartan saknas", en: "the map is missing" },
  missingRoom: { sv: "telefonen kan inte spara", en: "the phone cannot save" },
  notCut: { sv: "nätet gick inte att stänga av", en: "the network could not be cut" },
  makeCodes: { sv: "Visa som QR-koder", en: "Show as QR codes" },
  codeGuide: {
    sv: "Håll den andra telefonens kamera över koden tills den säger att allt är med. Foton följer inte med, de skickas härifrån.",
    en: "Hold the other phone's camera over the code until it says that all is there. Photos do not come along, they are sent from here.",
  },
  codeOf: { sv: "Kod {number} av {count}", en: "Code {number} of {count}" },
  codeBefore: { sv: "Föregående kod", en: "Previous code" },
  codeNext: { sv: "Nästa kod", en: "Next code" },
  codeHold: { sv: "Stanna", en: "Hold" },
  codePlay: { sv: "Bläddra", en: "Play" },
  codeClose: { sv: "Stäng", en: "Close" },
  tooManyCodes: {
    sv: "Det är för mycket för QR-koder. Lämna över som fil i stället. Inget är borta.",
    en: "It is too much for QR codes. Hand over as a file instead. Nothing is lost.",
  },
  readCodes: { sv: "Läs av med kameran", en: "Read with the camera" },
  camera: { sv: "Kamerans bild", en: "The camera's picture" },
  aimCamera: { sv: "Rikta kameran mot den andra telefonens kod.", en: "Aim the camera at the other phone's code." },
  codesRead: { sv: "{count} av {all} lästa", en: "{count} of {all} read" },
  noCamera: {
    sv: "Kameran gick inte att öppna. Ta emot en fil i stället.",
    en: "The camera could not be opened. Take in a file instead.",
  },
  pointOut: { sv: "Peka på kartan", en: "Point on the map" },
  pointGuide: {
    sv: "Tryck där det är. Med tangentbord: flytta kartan med pilarna och välj mitten.",
    en: "Tap where it is. By keyboard: move the map with the arrows and choose the middle.",
  },
  pointMiddle: { sv: "Välj kartans mitt", en: "Choose the middle of the map" },
  pointed: { sv: "Platsen är utpekad på kartan.", en: "The place is pointed out on the map." },
  pointAway: { sv: "Ta bort punkten", en: "Remove the point" },
  positionUnsure: {
    sv: "Positionen är osäker (±{metres} m). Iakttagelsen knyts till stopp {number} tills du pekar på kartan.",
    en: "The position is unsure (±{metres} m). The observation is tied to stop {number} until you point on the map.",
  },
  positionUnsureBetween: {
    sv: "Positionen är osäker (±{metres} m). Iakttagelsen får ingen punkt förrän du pekar på kartan.",
    en: "The position is unsure (±{metres} m). The observation gets no point until you point on the map.",
  },
  mapLabel: { sv: "Karta över {name}", en: "Map of {name}" },
  zoomIn: { sv: "Zooma in", en: "Zoom in" },
  zoomOut: { sv: "Zooma ut", en: "Zoom out" },
  whole: { sv: "Visa allt", en: "Show all" },
  scrollHint: { sv: "Håll ner Ctrl och rulla för att zooma", en: "Hold Ctrl and scroll to zoom" },
  touchHint: { sv: "Flytta kartan med två fingrar", en: "Move the map with two fingers" },
  noMap: {
    sv: "Kartan går inte att visa här. Välj stopp eller skriv platsens namn.",
    en: "The map cannot be shown here. Choose a stop or write the spot's name.",
  },
} satisfies Words<string>;

/** What a map says of itself and of its buttons. */
export function mapWords(label: string, lang: Lang) {
  return {
    label,
    zoomIn: say(fieldWords.zoomIn, lang),
    zoomOut: say(fieldWords.zoomOut, lang),
    whole: say(fieldWords.whole, lang),
    scrollHint: say(fieldWords.scrollHint, lang),
    touchHint: say(fieldWords.touchHint, lang),
  };
}
