import type { Words } from "../../ground/words.ts";
import type { PublishingWhy } from "./publishing.ts";

export const refusals = {
  "not-fully-signed": {
    sv: "Alla har inte skrivit under än. En från varje organisation behövs.",
    en: "Not everybody has signed yet. One from each organisation is needed.",
  },
  "already-published": { sv: "Löftet är redan publicerat.", en: "The promise is already published." },
  "same-person-twice": {
    sv: "Den som begärde publicering kan inte godkänna den.",
    en: "The person who asked for publication cannot approve it.",
  },
  "same-organisation-twice": {
    sv: "Publicering kräver en nyckel från varje organisation. Din organisation har redan sagt ja.",
    en: "Publication takes one key from each organisation. Yours has already said yes.",
  },
  "first-key-fell": {
    sv: "Den första nyckeln gäller inte längre: den är återkallad, eller så har den som gav den inte kvar sin roll. Den andra organisationen ger sin nyckel på nytt först.",
    en: "The first key no longer holds: it is revoked, or whoever gave it has no longer the role. The other organisation gives its key anew first.",
  },
  "vouched-does-not-publish": {
    sv: "Du har intygat ett papper på det här löftet. En kollega ger nyckeln till publicering.",
    en: "You have vouched for a paper of this promise. A colleague gives the key to publish it.",
  },
  "publishes-for-no-party": {
    sv: "Kommunen och polisen publicerar löftet, med en nyckel var. Andra som lovar med läser det sedan.",
    en: "The municipality and the police publish the promise, with one key each. Others who promise along read it then.",
  },
  "holds-what-is-withheld": {
    sv: "«{said}» (punkt {where}) visas aldrig för allmänheten, så löftet kan inte publiceras. Stryk det i ett utkast och skriv under den nya texten.",
    en: "“{said}” (point {where}) is never shown to the public, so the promise cannot be published. Strike it in a draft and sign the new text.",
  },
  "publishing-key-not-accepted": {
    sv: "Nyckeln godtogs inte. Inget är publicerat. Försök igen, eller byt enhet.",
    en: "The key was not accepted. Nothing is published. Try again, or use another device.",
  },
} satisfies Words<Exclude<PublishingWhy, "not-yours" | "amended-is-closed" | "question-expired" | "other-text">>;
