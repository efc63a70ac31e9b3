import type { Words } from "../ground/words.ts";

export const words = {
  loading: { sv: "Hämtar", en: "Fetching" },
  offline: { sv: "Inget nät", en: "No network" },
  offlineSafe: {
    sv: "Samsyn kunde inte nås. Det som är sparat är kvar. Sidan försöker igen när nätet kommer tillbaka.",
    en: "Samsyn could not be reached. What is saved is still there. The page tries again when the network is back.",
  },
  noPage: { sv: "Sidan finns inte.", en: "There is no such page." },
  noPageText: {
    sv: "Adressen kan vara felskriven, eller så hör sidan till ett samarbete där du inte är med.",
    en: "The address may be misspelt, or the page belongs to a partnership you are not in.",
  },
  toOverview: { sv: "Till översikten", en: "To the overview" },
  noPartnership: { sv: "Du är inte med i något samarbete än", en: "You are not in any partnership yet" },
  noPartnershipText: { sv: "Be samordnaren om en inbjudan.", en: "Ask the coordinator for an invitation." },
  overview: { sv: "Översikt", en: "Overview" },
  month: { sv: "Min månad", en: "My month" },
  field: { sv: "Fält", en: "Field" },
  settings: { sv: "Inställning", en: "Settings" },
  operations: { sv: "Drift", en: "Operations" },
  publicSite: { sv: "Öppna sidan", en: "Public site" },
  logOut: { sv: "Logga ut", en: "Log out" },
  demo: {
    sv: "Demo. Personer och det som är märkt Exempel är påhittade.",
    en: "Demo. People and everything marked Example are invented.",
  },
  broken: { sv: "Sidan gick sönder", en: "The page broke" },
  brokenText: {
    sv: "Det du sparat är kvar. Ladda om sidan; händer det igen, säg till den som driver Samsyn.",
    en: "What you saved is still there. Reload the page; if it happens again, tell the operator.",
  },
} satisfies Words<string>;
