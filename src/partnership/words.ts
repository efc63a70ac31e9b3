import type { Role } from "../ground/party.ts";
import type { Words } from "../ground/words.ts";

export const refusals = {
  "only-own-organisation": {
    sv: "Du kan bara bestämma över roller i din egen organisation.",
    en: "You can only decide on roles in your own organisation.",
  },
  "party-answers-itself": {
    sv: "Organisationen finns redan i Samsyn och svarar själv. Inbjudan står på deras översikt.",
    en: "The organisation is in Samsyn already and answers for itself. The invitation is on their overview.",
  },
  "hands-out-own": {
    sv: "Du har själv arbetat i ett samarbete med den organisationen. Någon annan som driver installationen lämnar ut inbjudan, så att ingen kan bli båda.",
    en: "You have worked in a partnership with that organisation yourself. Somebody else who runs the installation hands out the invitation, so that nobody can become both.",
  },
  "asked-no-longer": {
    sv: "Inbjudan är redan utlämnad eller har väntat för länge. Be den som bad om den att göra det igen.",
    en: "The invitation has been handed out already or has waited too long. Tell whoever asked for it to ask again.",
  },
  "handed-out-here": {
    sv: "Du har lämnat ut inbjudan till en av organisationerna. Någon annan som driver installationen gör det här, så att ingen kan bli båda.",
    en: "You have handed out the invitation of one of the organisations. Somebody else who runs the installation does this, so that nobody can become both.",
  },
  "role-of-other-party": {
    sv: "Den rollen hör till den andra parten: samordnare är kommunens, kommunpolis är polisens.",
    en: "That role belongs to the other party: coordinators are the municipality's, liaisons the police's.",
  },
  "link-unknown": {
    sv: "Länken finns inte. Kontrollera att hela adressen kom med, eller be om en ny.",
    en: "There is no such link. Check that the whole address came along, or ask for a new one.",
  },
  "link-used": {
    sv: "Länken är redan använd. Logga in som vanligt, eller be om en ny om det inte var du.",
    en: "The link has been used. Log in as usual, or ask for a new one if it was not you.",
  },
  "link-expired": {
    sv: "Länken har gått ut. Be den som bjöd in dig om en ny. Det du redan gjort finns kvar.",
    en: "The link has expired. Ask the person who invited you for a new one. What you have done is still there.",
  },
  "key-not-recognised": {
    sv: "Det gick inte: nyckeln kändes inte igen. Försök igen, eller använd en annan nyckel.",
    en: "That did not work: the key was not recognised. Try again, or use another key.",
  },
  "question-too-old": {
    sv: "Det gick för lång tid. Börja om, inget är ändrat.",
    en: "It took too long. Start again, nothing is changed.",
  },
  "last-key": {
    sv: "Det är din enda nyckel. Lägg till en ny innan du återkallar den här.",
    en: "It is your only passkey. Add a new one before you revoke this.",
  },
  "witness-of-own": {
    sv: "Två ur personens egen organisation intygar. Den här personen hör till en annan.",
    en: "Two of the person’s own organisation say so. This person belongs to another.",
  },
  "witness-not-oneself": {
    sv: "Två andra i din organisation intygar vem du är. Du gör det inte själv.",
    en: "Two others of your organisation say who you are. You do not do it yourself.",
  },
  "witness-twice": {
    sv: "Du har redan intygat. En till i organisationen behövs.",
    en: "You have said so already. One more of the organisation is needed.",
  },
  "witness-needs-key": {
    sv: "Du intygar med din egen nyckel och har ingen än. Lägg till en under Dina nycklar.",
    en: "You say so with your own passkey and have none yet. Add one under Your passkeys.",
  },
  "witness-too-new": {
    sv: "Den som intygar ska ha arbetat här i minst {days} dagar. Be en kollega som har det.",
    en: "Whoever says so has worked here for at least {days} days. Ask a colleague who has.",
  },
  "key-of-operator": {
    sv: "Personen driver installationen och får ny inloggning från servern, inte här.",
    en: "The person runs this installation and gets a new log-in from the server, not here.",
  },
  "new-key-too-old": {
    sv: "Frågan gällde en kvart och är över. Inget är ändrat. Be om en ny nyckel igen.",
    en: "The question stood for a quarter of an hour and is over. Nothing is changed. Ask for a new passkey again.",
  },
  "demo-only": { sv: "Det går bara i demon.", en: "That only works in the demo." },
  "last-administrator": {
    sv: "Du är den enda administratören i organisationen. Utse en till innan rollen avslutas.",
    en: "You are the only administrator of the organisation. Appoint another before the role ends.",
  },
  "no-such-county": {
    sv: "Länet finns inte. Välj kommunen i listan.",
    en: "There is no such county. Choose the municipality in the list.",
  },
  "address-reserved": {
    sv: "Den adressen används av Samsyn självt. Välj en annan.",
    en: "That address is used by Samsyn itself. Choose another.",
  },
  "address-taken": {
    sv: "Den adressen finns redan. Välj en annan.",
    en: "That address exists already. Choose another.",
  },
} satisfies Words<string>;

export const roles = {
  coordinator: { sv: "samordnare", en: "coordinator" },
  liaison: { sv: "kommunpolis", en: "police liaison" },
  signatory: { sv: "undertecknare", en: "signatory" },
  "note-taker": { sv: "antecknare", en: "note-taker" },
  "activity-owner": { sv: "aktivitetsansvarig", en: "activity owner" },
  reader: { sv: "läsare", en: "reader" },
  administrator: { sv: "administratör", en: "administrator" },
} satisfies Words<Role>;

export const words = {
  logIn: { sv: "Logga in", en: "Log in" },
  logInWithKey: { sv: "Logga in med nyckel", en: "Log in with a passkey" },
  logInWhy: {
    sv: "Nyckeln (passkey) finns i din telefon eller dator. Inget lösenord.",
    en: "The passkey is in your phone or computer. No password.",
  },
  demoHeading: { sv: "Demo: välj vem du är", en: "Demo: choose who you are" },
  demoWhy: {
    sv: "Det här är en demo med Ockelbo som exempel. Alla personer är påhittade. Ett klick loggar in, utan nyckel.",
    en: "This is a demo with Ockelbo as the example. All people are invented. One click logs in, without a key.",
  },
  demoMark: { sv: "Demo", en: "Demo" },
  logInAs: { sv: "Logga in som {name}", en: "Log in as {name}" },
  welcome: { sv: "Välkommen, {name}", en: "Welcome, {name}" },
  invitedAs: {
    sv: "Du är inbjuden som {title} för {organisation}.",
    en: "You are invited as {title} for {organisation}.",
  },
  invitedOperator: {
    sv: "Du är inbjuden att driva den här installationen.",
    en: "You are invited to run this installation.",
  },
  createKey: { sv: "Skapa inloggning på den här datorn", en: "Create a log-in on this computer" },
  addKey: { sv: "Lägg till en nyckel", en: "Add a passkey" },
  keyLabel: { sv: "Nyckel {number}", en: "Passkey {number}" },
  someKeys: {
    sv: "Du har {keys} {keys|nyckel|nycklar}. Två är bra: en i reserv.",
    en: "You have {keys} {keys|passkey|passkeys}. Two is good: one in reserve.",
  },
  noKeyHere: {
    sv: "Inloggningen blev inte av. Inget är ändrat. Försök igen, eller använd en enhet där din nyckel eller din reservnyckel finns. Är nyckeln borta ger två i din organisation dig en ny, under Inställning. Det du skrivit under tidigare gäller ändå.",
    en: "The log-in did not happen. Nothing is changed. Try again, or use a device that holds your passkey or your reserve. If the passkey is lost, two of your organisation give you a new one, in the settings. What you have signed before stands.",
  },
  openingLink: { sv: "Öppnar länken", en: "Opening the link" },
  noAnswer: {
    sv: "Inget svar just nu. Inget är borta. Försök igen om en stund.",
    en: "No answer just now. Nothing is lost. Try again in a while.",
  },
  since: { sv: "Sedan", en: "Since" },
  deadJobs: { sv: "Jobb som gett upp", en: "Jobs that gave up" },
  deadJobsWhy: {
    sv: "Arbete som Samsyn försökt med flera gånger utan att lyckas. Inget är borta; tryck Försök igen när felet är åtgärdat.",
    en: "Work that Samsyn tried several times without success. Nothing is lost; press Try again when the fault is mended.",
  },
  noDeadJobs: { sv: "Inget jobb har gett upp", en: "No job has given up" },
  noDeadJobsText: { sv: "Allt som skulle göras är gjort.", en: "All that was to be done is done." },
  letters: { sv: "Brev som inte har gått", en: "Letters that have not gone" },
  allLettersSent: {
    sv: "Alla brev till dem som angett en adress har gått, eller så finns inget att skicka.",
    en: "All letters to those who have given an address have gone, or there are none to send.",
  },
  lettersLeft: {
    sv: "{waiting} väntar, {failed} försöks igen av sig själva, {givenUp} är uppgivna. Det som är äldre än en vecka skickas inte. Ställ in e-posten med SAMSYN_SMTP_URL och kontrollera med samsyn doctor.",
    en: "{waiting} waiting, {failed} tried again by themselves, {givenUp} given up. What is older than a week is not sent. Set the mail server with SAMSYN_SMTP_URL and check it with samsyn doctor.",
  },
  tryAgain: { sv: "Försök igen", en: "Try again" },
  operations: { sv: "Drift", en: "Operations" },
  operationsOnly: {
    sv: "Bara den som driver installationen ser den här sidan.",
    en: "Only the operator of this installation sees this page.",
  },
  what: { sv: "Vad", en: "What" },
  attempts: { sv: "Försök", en: "Attempts" },
  lastError: { sv: "Senaste felet", en: "Last error" },
  logOut: { sv: "Logga ut", en: "Log out" },
  logOutEverywhere: { sv: "Logga ut överallt", en: "Log out everywhere" },
  people: { sv: "Personer och roller", en: "People and roles" },
  person: { sv: "Person", en: "Person" },
  role: { sv: "Roll", en: "Role" },
  organisation: { sv: "Organisation", en: "Organisation" },
  officeTitle: { sv: "Befattning, som den får visas utåt", en: "Office, as it may be shown publicly" },
  reason: { sv: "Skäl", en: "Reason" },
  foundHeading: { sv: "Nytt samarbete", en: "New partnership" },
  foundLead: {
    sv: "Välj kommunen. Kod, län och adress följer med av sig själva.",
    en: "Choose the municipality. Code, county and address follow by themselves.",
  },
  municipality: { sv: "Kommun", en: "Municipality" },
  chooseMunicipality: { sv: "Välj kommun", en: "Choose a municipality" },
  foundFollows: { sv: "{county}. Invånarnas sida blir /{slug}.", en: "{county}. The residents’ page will be /{slug}." },
  policeArea: { sv: "Polisens lokalpolisområde", en: "The local police area" },
  policeAreaGuide: {
    sv: "Som det heter, t.ex. «Polismyndigheten, lokalpolisområde Gästrikland». Finns det redan i Samsyn är det samma.",
    en: "As it is called. If it is in Samsyn already, it is the same one.",
  },
  yourTitle: { sv: "Din befattning", en: "Your office" },
  foundButton: { sv: "Skapa samarbete", en: "Create partnership" },
  notAccepted: { sv: "{party} har inte tackat ja än", en: "{party} has not accepted yet" },
  notAcceptedText: {
    sv: "Du kan samla in och förbereda, men inte skriva under eller publicera.",
    en: "You can collect and prepare, but not sign or publish.",
  },
  askedHeading: { sv: "{name} bjuder in", en: "{name} invites you" },
  askedText: {
    sv: "Tacka ja för {organisation}. Inget av det ni har i andra samarbeten delas.",
    en: "Accept for {organisation}. Nothing you have in other partnerships is shared.",
  },
  acceptButton: { sv: "Tacka ja", en: "Accept" },
  nothingFounded: { sv: "Inget samarbete än", en: "No partnership yet" },
  nothingFoundedText: {
    sv: "Ett samarbete är en kommun och ett lokalpolisområde. Det tar någon minut att skapa.",
    en: "A partnership is a municipality and a local police area. It takes a minute to create.",
  },
  inviteHeading: { sv: "Bjud in", en: "Invite" },
  inviteName: { sv: "Namn", en: "Name" },
  inviteButton: { sv: "Skapa inbjudan", en: "Make invitation" },
  inviteLink: {
    sv: "Skicka den här länken. Den fungerar en gång och i sju dagar:",
    en: "Send this link. It works once and for seven days:",
  },
  toFloors: { sv: "Regler för vad som visas", en: "Rules for what is shown" },
  toMandates: { sv: "Uppdrag att skriva under", en: "Mandates to sign" },
  toHandOver: { sv: "Lämna över", en: "Hand over" },
  key: { sv: "Nyckel", en: "Passkey" },
  addedOn: { sv: "Tillagd", en: "Added" },
  lastUsed: { sv: "Senast använd", en: "Last used" },
  neverUsed: { sv: "aldrig", en: "never" },
  keyHolds: { sv: "gäller", en: "holds" },
  keyRevoked: { sv: "återkallad {day}", en: "revoked on {day}" },
  keyState: { sv: "Läge", en: "Standing" },
  revoke: { sv: "Återkalla", en: "Revoke" },
  revokeKey: { sv: "Återkalla {label}", en: "Revoke {label}" },
  reserve: {
    sv: "Lägg till en reserv på en annan telefon, dator eller säkerhetsnyckel. Då är ingenting förlorat om den här försvinner.",
    en: "Add a reserve on another phone, computer or security key. Then nothing is lost if this one is.",
  },
  lostHeading: { sv: "Någon har förlorat sin nyckel", en: "Somebody has lost their passkey" },
  lostLead: {
    sv: "Nyckeln finns inte på den nya telefonen. Två i organisationen som ser personen framför sig intygar det, var och en med sin egen nyckel, inom en kvart. Då slutar den gamla nyckeln gälla. Det personen skrivit under tidigare gäller ändå.",
    en: "The passkey is not on the new phone. Two of the organisation who see the person before them say so, each with their own passkey, within a quarter of an hour. Then the old passkey no longer holds. What the person has signed before stands.",
  },
  lostWho: { sv: "Vem behöver en ny nyckel?", en: "Who needs a new passkey?" },
  lostAsk: { sv: "Skapa ny nyckel", en: "Make a new passkey" },
  lostPick: { sv: "Välj en person.", en: "Choose a person." },
  lostStands: {
    sv: "{name}: {count} av 2 har intygat. Frågan gäller till {clock}.",
    en: "{name}: {count} of 2 have said so. The question stands until {clock}.",
  },
  iSee: { sv: "Jag ser {name} framför mig", en: "I see {name} before me" },
  linkFor: {
    sv: "Låt {name} öppna länken på sin nya telefon, inom en kvart",
    en: "Let {name} open the link on the new phone, within a quarter of an hour",
  },
  renewsLead: {
    sv: "Två i din organisation har intygat att det är du. Den gamla nyckeln slutar gälla när du skapar en ny här. Det du skrivit under tidigare gäller ändå.",
    en: "Two of your organisation have said that it is you. The old passkey no longer holds when you make a new one here. What you have signed before stands.",
  },
  createNewKey: { sv: "Skapa ny nyckel", en: "Make a new passkey" },
  yourKeys: { sv: "Dina nycklar", en: "Your passkeys" },
  noKeys: {
    sv: "Du har ingen nyckel än. Du behöver en för att skriva under.",
    en: "You have no passkey yet. You need one to sign.",
  },
  keyFailed: {
    sv: "Nyckeln skapades inte. Inget är ändrat. Försök igen.",
    en: "The passkey was not made. Nothing is changed. Try again.",
  },
  settings: { sv: "Inställning", en: "Settings" },
} satisfies Words<string>;
