import type { Words } from "../../ground/words.ts";

export const words = {
  heading: { sv: "Bjud in {party}", en: "Invite {party}" },
  why: {
    sv: "Skriv vem som ska komma in först. Den som driver installationen kontrollerar med organisationens växel vem det är och lämnar ut länken. Du får den aldrig, så att ingen kan bli båda organisationerna.",
    en: "Write who is to come in first. Whoever runs the installation checks with the organisation’s switchboard who it is and hands out the link. You never get it, so that nobody can become both organisations.",
  },
  elsewhere: {
    sv: "{party} finns redan i Samsyn. Inbjudan står på deras översikt, och de svarar själva.",
    en: "{party} is in Samsyn already. The invitation is on their overview, and they answer for themselves.",
  },
  name: { sv: "Namn", en: "Name" },
  office: { sv: "Befattning, som den får visas utåt", en: "Office, as it may be shown publicly" },
  ask: { sv: "Be om inbjudan", en: "Ask for the invitation" },
  asked: { sv: "Väntar på att lämnas ut: {name}, {title}", en: "Waits to be handed out: {name}, {title}" },
  askedBy: {
    sv: "{asker} bad om inbjudan. Den väntar till och med {day}. Blev något fel, be om en ny: då gäller inte den här.",
    en: "{asker} asked for the invitation. It waits until {day}. If something is wrong, ask for a new one: then this one no longer holds.",
  },
  handedOut: { sv: "Utlämnad {day}: {name}, {title}", en: "Handed out on {day}: {name}, {title}" },
  handedOutText: {
    sv: "Länken har lämnats till personen själv och fungerar till och med {day}. Är den borta, be om en ny.",
    en: "The link has been handed to the person and works until {day}. If it is lost, ask for a new one.",
  },
  waiting: {
    sv: "{count} {count|inbjudan|inbjudningar} att lämna ut",
    en: "{count} {count|invitation|invitations} to hand out",
  },
  toOperations: { sv: "Öppna Drift", en: "Open Operations" },
  toHandOut: { sv: "Inbjudningar att lämna ut", en: "Invitations to hand out" },
  toHandOutWhy: {
    sv: "Den första i en organisation svarar för den. Ring växeln på ett nummer som du själv har slagit upp, inte ett som du får av den som bad, och lämna länken till personen själv.",
    en: "The first of an organisation answers for it. Ring the switchboard on a number that you have looked up yourself, not one given by whoever asked, and hand the link to the person.",
  },
  waits: { sv: "{name}, {title} för {organisation}", en: "{name}, {title} for {organisation}" },
  askedIn: {
    sv: "Begärd av {asker} i {partnership} {day}.",
    en: "Asked for by {asker} in {partnership} on {day}.",
  },
  how: { sv: "Hur du kontrollerade vem det är", en: "How you checked who it is" },
  howGuide: {
    sv: "T.ex. «ringde växeln». Står som skäl för rollen, för alla som arbetar i samarbetet. Skriv inget telefonnummer.",
    en: "For example “rang the switchboard”. It is the reason of the role, for all who work in the partnership. Write no telephone number.",
  },
  handOut: { sv: "Lämna ut inbjudan", en: "Hand out the invitation" },
  link: {
    sv: "Lämna länken till {name} själv. Den fungerar en gång och i sju dagar:",
    en: "Hand the link to {name} in person. It works once and for seven days:",
  },
  alone: {
    sv: "Är du ensam om att driva installationen? Den som har servern lämnar ut den där, eller bjuder in en till som driver den. Skälet står i loggen.",
    en: "Are you alone in running the installation? Whoever keeps the server hands it out there, or invites another to run it. The reason is in the log.",
  },
} satisfies Words<string>;
