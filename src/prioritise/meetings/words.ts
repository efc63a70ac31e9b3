import type { Words } from "../../ground/words.ts";
import type { DecisionKind, ItemKind, Meeting, MeetingWhy, Outcome } from "./meeting.ts";

/** The rest are said by the platform and by collect. */
type OwnWhy = Exclude<MeetingWhy, "not-yours" | "names-a-person">;

export const refusals = {
  "meeting-day-taken": {
    sv: "Det finns redan ett arbetsmöte den dagen. Öppna det, eller välj en annan dag.",
    en: "There is a work meeting on that day already. Open it, or choose another day.",
  },
  "meeting-is-approved": {
    sv: "Protokollet är godkänt av båda och ändras inte mer. Det som är nytt tas upp nästa gång.",
    en: "Both have approved the minutes, and they change no more. What is new is brought up next time.",
  },
  "meeting-is-called-off": {
    sv: "Mötet är inställt, så inget skrivs i det och det har inget protokoll. Planera ett nytt; det som stod på dagordningen följer med.",
    en: "The meeting has been called off, so nothing is written in it and it has no minutes. Plan a new one; what was on the agenda comes along.",
  },
  "meeting-call-off-needs-reason": {
    sv: "Skriv varför mötet ställs in. Båda parter läser det.",
    en: "Write why the meeting is called off. Both parties read it.",
  },
  "meeting-too-many-items": {
    sv: "Dagordningen har redan 100 punkter. Ta bort någon med «Ta inte upp», eller planera ett möte till.",
    en: "The agenda has 100 items already. Leave some out, or plan another meeting.",
  },
  "meeting-too-many-pictures": {
    sv: "Det sitter redan 30 bilder på mötet. Ta ner någon innan du fäster en till.",
    en: "There are 30 pictures pinned to this meeting already. Take one down before you pin another.",
  },
  "meeting-nothing-new": {
    sv: "Inget nytt har kommit sedan dagordningen hämtades.",
    en: "Nothing new has come since the agenda was gathered.",
  },
  "meeting-item-has-notes": {
    sv: "Det står redan något under punkten. Stryk det först, så går den att lämna.",
    en: "Something is noted under this item already. Strike that first, and it can be left out.",
  },
  "meeting-item-left-out": {
    sv: "Punkten tas inte upp, så det som skrivs under den kommer inte med i protokollet. Välj «Ta upp ändå» först.",
    en: "This item is left out, so what is written under it is not in the minutes. Choose “Bring up after all” first.",
  },
  "meeting-nothing-to-follow-up": {
    sv: "Punkten är inget tidigare beslut, så det finns inget att följa upp i den.",
    en: "This item is no earlier decision, so there is nothing in it to follow up.",
  },
  "meeting-owner-needed": {
    sv: "Välj vem som gör det. Ett beslut utan någon som gör det blir inte av.",
    en: "Choose who does it. A decision that is nobody's is not carried out.",
  },
  "meeting-day-needed": {
    sv: "Skriv till vilken dag. Utan dag går det inte att följa upp.",
    en: "Say by what day. Without one it cannot be followed up.",
  },
  "meeting-day-before": {
    sv: "Dagen ligger före mötet. Välj mötets dag eller en senare.",
    en: "That day is before the meeting. Choose the day of the meeting or a later one.",
  },
  "meeting-changed-meanwhile": {
    sv: "Någon ändrade här medan du läste. Det nya står på skärmen, och det du skrev står kvar i fältet.",
    en: "Somebody changed this while you read. What is new is on the screen, and what you wrote is still in the field.",
  },
  "meeting-not-come": {
    sv: "Mötets dag har inte varit än. Dagordningen ligger kvar.",
    en: "The day of the meeting has not come yet. The agenda is kept.",
  },
  "meeting-nobody-there": {
    sv: "Skriv vilka roller som var med, och hur många. Namn behövs inte.",
    en: "Say which offices were there, and how many. No names are needed.",
  },
  "meeting-held-already": {
    sv: "Mötet är redan avslutat. Protokollet väntar på att båda godkänner det.",
    en: "The meeting has been closed already. The minutes wait for both to approve them.",
  },
  "meeting-not-held": {
    sv: "Mötet är inte avslutat än. Först då går protokollet att godkänna.",
    en: "The meeting has not been closed yet. Only then can the minutes be approved.",
  },
  "meeting-approved-already": {
    sv: "Ni har redan godkänt protokollet så som det står nu.",
    en: "You have approved the minutes as they read now already.",
  },
  "meeting-picture-unread": {
    sv: "Det här går inte att fråga lägesbilden om. Öppna bilden från punkten och välj det ni vill se.",
    en: "The picture cannot be asked this. Open the picture from the item and choose what you want to see.",
  },
} satisfies Words<OwnWhy>;

export const meetingStates = {
  open: { sv: "planerat", en: "planned" },
  held: { sv: "protokollet väntar på godkännande", en: "the minutes wait for approval" },
  approved: { sv: "protokollet är godkänt", en: "the minutes are approved" },
  "called-off": { sv: "inställt", en: "called off" },
} satisfies Words<Meeting["state"]>;

export const itemKinds = {
  "follow-up": { sv: "Förra mötets beslut", en: "Decided last time" },
  news: { sv: "Vad är nytt?", en: "What is new?" },
  deviation: { sv: "Blev inte av", en: "Did not happen" },
  behind: { sv: "Efter plan", en: "Behind" },
  problem: { sv: "Öppet problem", en: "Open problem" },
  theme: { sv: "Tema utan svar", en: "Theme without an answer" },
  own: { sv: "Tas upp", en: "Brought up" },
} satisfies Words<ItemKind>;

export const decisionKinds = {
  decision: { sv: "Beslut", en: "Decision" },
  question: { sv: "Fråga att ta reda på", en: "Question to find out" },
  closing: { sv: "Avslut", en: "The matter ends here" },
} satisfies Words<DecisionKind>;

export const outcomes = {
  done: { sv: "Klart", en: "Done" },
  "goes-on": { sv: "Kvarstår", en: "Goes on" },
  dropped: { sv: "Utgår", en: "Dropped" },
} satisfies Words<Outcome>;

export const words = {
  heading: { sv: "Arbetsmöten", en: "Work meetings" },
  lead: {
    sv: "Dagordningen görs av det som redan finns. Besluten skrivs medan de fattas, och följs upp nästa gång.",
    en: "The agenda is made from what is there already. Decisions are written as they are made, and followed up next time.",
  },
  all: { sv: "Möten", en: "Meetings" },
  none: { sv: "Inget möte än", en: "No meeting yet" },
  noneText: {
    sv: "Välj en dag, så står det som väntar på dagordningen.",
    en: "Choose a day, and what waits is on the agenda.",
  },
  meeting: { sv: "Arbetsmöte {day}", en: "Work meeting {day}" },
  counted: {
    sv: "{items} {itemCount|punkt|punkter}, {decisions} noterat",
    en: "{items} {itemCount|item|items}, {decisions} noted",
  },
  waiting: { sv: "Beslut som väntar", en: "Decisions that wait" },
  fromMeetings: { sv: "Beslutat på arbetsmöten", en: "Decided at work meetings" },
  waitingText: {
    sv: "Det som beslutats på möten och inte är klart. Hur det gick sägs på nästa möte.",
    en: "What was decided at meetings and is not done. How it went is said at the next meeting.",
  },
  late: { sv: "skulle ha varit klart", en: "should have been done" },
  notApproved: { sv: "inte justerat av båda", en: "not approved by both" },
  fromMeeting: { sv: "Från mötet", en: "From the meeting" },
  planHeading: { sv: "Planera ett möte", en: "Plan a meeting" },
  on: { sv: "Dag", en: "Day" },
  dayMissing: { sv: "Välj en dag.", en: "Choose a day." },
  plan: { sv: "Gör dagordningen", en: "Make the agenda" },
  toMeetings: { sv: "Alla möten", en: "All meetings" },
  toPicture: { sv: "Till lägesbilden", en: "To the picture" },
  meetingMode: { sv: "Mötesläge", en: "Meeting mode" },
  paper: { sv: "Protokollet som PDF", en: "The minutes as PDF" },
  onlyReads: {
    sv: "Du läser här. De som arbetar med löftet skriver.",
    en: "You read here. Those who work with the promise write.",
  },
  state: { sv: "Läge", en: "State" },
  approvedOn: { sv: "Godkänt", en: "Approved" },
  hash: { sv: "Kontrollsumma", en: "Checksum" },
  working: {
    sv: "Arbetsmaterial tills båda har godkänt. Visas inte utanför samarbetet.",
    en: "Working material until both have approved. Not shown outside the partnership.",
  },
  agenda: { sv: "Dagordning", en: "Agenda" },
  agendaNone: { sv: "Inget väntar", en: "Nothing waits" },
  agendaNoneText: {
    sv: "Inget är öppet, sent eller nytt. Skriv det ni själva vill ta upp.",
    en: "Nothing is open, late or new. Write what you want to bring up yourselves.",
  },
  gather: { sv: "Hämta det som är nytt", en: "Gather what is new" },
  gathered: { sv: "Dagordningen har fått det som är nytt.", en: "What is new is on the agenda." },
  bringUp: { sv: "Ta upp något mer", en: "Bring something up" },
  bringUpGuide: { sv: "Skriv vad det gäller, inte vem.", en: "Write what it is about, not who." },
  add: { sv: "Lägg till på dagordningen", en: "Put on the agenda" },
  leaveOut: { sv: "Ta inte upp", en: "Leave out" },
  leaveOutOf: { sv: "Ta inte upp: {item}", en: "Leave out: {item}" },
  takeIn: { sv: "Ta upp ändå", en: "Bring up after all" },
  takeInOf: { sv: "Ta upp ändå: {item}", en: "Bring up after all: {item}" },
  leftOut: { sv: "Tas inte upp", en: "Left out" },
  present: { sv: "Med på mötet", en: "At the meeting" },
  presentGuide: {
    sv: "Roller och hur många, aldrig namn. Noll tar bort raden.",
    en: "Offices and how many, never names. Zero takes the line away.",
  },
  office: { sv: "Roll", en: "Office" },
  officeGuide: {
    sv: "Till exempel säkerhetssamordnare, kommunpolis, rektor.",
    en: "For example safety coordinator, community police officer, head teacher.",
  },
  number: { sv: "Antal", en: "How many" },
  saveOffice: { sv: "Spara rollen", en: "Save the office" },
  presentNone: { sv: "Ingen har skrivits upp än.", en: "Nobody has been written down yet." },
  minutes: { sv: "Protokoll", en: "Minutes" },
  noted: { sv: "Noterat", en: "Noted" },
  nothingNoted: { sv: "Inget noterat.", en: "Nothing noted." },
  who: { sv: "Vem gör det", en: "Who does it" },
  chooseWho: { sv: "Välj part", en: "Choose a party" },
  unit: { sv: "Enhet", en: "Unit" },
  by: { sv: "Till dag", en: "By" },
  ownerBy: { sv: "{owner}, till {day}", en: "{owner}, by {day}" },
  what: { sv: "Vad noteras", en: "What is noted" },
  kind: { sv: "Det är", en: "It is" },
  note: { sv: "Notera", en: "Note" },
  change: { sv: "Ändra", en: "Change" },
  changeOf: { sv: "Ändra: {text}", en: "Change: {text}" },
  save: { sv: "Spara", en: "Save" },
  strike: { sv: "Stryk", en: "Strike" },
  strikeOf: { sv: "Stryk: {text}", en: "Strike: {text}" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  saved: { sv: "Noterat klockan {clock}.", en: "Noted at {clock}." },
  optional: { sv: "frivilligt", en: "optional" },
  howDidItGo: { sv: "Hur gick det?", en: "How did it go?" },
  onlyShared: {
    sv: "Bara det som båda parter har delat visas på skärmen.",
    en: "Only what both parties have shared is shown on the screen.",
  },
  itemOf: { sv: "Punkt {place} av {count}", en: "Item {place} of {count}" },
  next: { sv: "Nästa punkt", en: "Next item" },
  previous: { sv: "Föregående punkt", en: "Previous item" },
  toMinutes: { sv: "Läs protokollet", en: "Read the minutes" },
  keys: {
    sv: "Page Down och Page Up bläddrar. 1, 2 och 3 väljer vad som noteras.",
    en: "Page Down and Page Up turn. 1, 2 and 3 choose what is noted.",
  },
  away: {
    sv: "Nätet är borta. Visar mötet som det var {clock}.",
    en: "The network is away. Showing the meeting as it was at {clock}.",
  },
  picture: { sv: "Bilden", en: "The picture" },
  showPicture: { sv: "Visa lägesbilden", en: "Show the picture" },
  toItem: { sv: "Till punkten", en: "To the item" },
  pin: { sv: "Fäst bilden", en: "Pin the picture" },
  takeDown: { sv: "Ta ner bilden", en: "Take the picture down" },
  pictureSays: {
    sv: "{count} {countOf|händelse|händelser}, {period}",
    en: "{count} {countOf|event|events}, {period}",
  },
  allTime: { sv: "hela tiden", en: "all of the time" },
  month: { sv: "Månad", en: "Month" },
  happenings: { sv: "Händelser", en: "Events" },
  few: {
    sv: "Så få händelser räcker inte för att säga något om platsen.",
    en: "So few events are not enough to say anything of the place.",
  },
  pinnedOn: { sv: "Så som den såg ut {day}. Kontrollsumma {hash}.", en: "As it was {day}. Checksum {hash}." },
  onMap: { sv: "Öppna på kartan", en: "Open on the map" },
  hold: { sv: "Klart, skicka", en: "Done, send" },
  holdHeading: { sv: "Avsluta mötet", en: "Close the meeting" },
  holdText: {
    sv: "Protokollet väntar sedan på att kommunen och polisen godkänner det. Det går att rätta tills båda har gjort det.",
    en: "The minutes then wait for the municipality and the police to approve them. They can be corrected until both have.",
  },
  callOff: { sv: "Ställ in mötet", en: "Call the meeting off" },
  callOffText: {
    sv: "Mötet hålls inte och får inget protokoll. Det som står på dagordningen följer med till nästa möte.",
    en: "The meeting is not held and has no minutes. What is on the agenda comes along to the next meeting.",
  },
  callOffReason: { sv: "Varför", en: "Why" },
  callOffReasonGuide: {
    sv: "Båda parter läser skälet. Inga namn på privatpersoner.",
    en: "Both parties read the reason. No names of private persons.",
  },
  wasCalledOff: {
    sv: "Inställt av {by} {day}. Skäl: {reason}",
    en: "Called off by {by} on {day}. Reason: {reason}",
  },
  approveHeading: { sv: "Godkänn protokollet", en: "Approve the minutes" },
  approveText: {
    sv: "Ni godkänner protokollet så som det står här. Ändras något därefter behöver ni godkänna det igen.",
    en: "You approve the minutes as they read here. If something is changed after that, you approve them anew.",
  },
  approve: { sv: "Godkänn för {name}", en: "Approve for {name}" },
  hasApproved: { sv: "{name} har godkänt.", en: "{name} has approved." },
  hasNotApproved: { sv: "{name} har inte godkänt än.", en: "{name} has not approved yet." },
  example: { sv: "Exempel", en: "Example" },
  printedOn: { sv: "Utskrivet {day}. {class}", en: "Printed {day}. {class}" },
  classShared: { sv: "Delat mellan parterna.", en: "Shared between the parties." },
} as const;
