/** What the desk reads beside a photo that a resident has sent. */
export const sentPhotoWords = {
  photo: { sv: "Bild som en invånare skickade", en: "Photo that a resident sent" },
  unseen: {
    "with-answer": {
      sv: "Ingen annan ser bilden förrän du har tittat: täck ansikten och nummerplåtar, eller ta bort den.",
      en: "Nobody else sees the photo until you have looked: cover faces and number plates, or remove it.",
    },
    sent: {
      sv: "Bara din organisation ser bilden. Täck ansikten och nummerplåtar, eller ta bort den, innan du går vidare.",
      en: "Only your organisation sees the photo. Cover faces and number plates, or remove it, before you go on.",
    },
  },
  covered: { sv: "Tittad på. Det som skickades finns inte kvar.", en: "Looked at. What was sent is gone." },
  cover: { sv: "Titta och täck över", en: "Look and cover" },
  remove: { sv: "Ta bort bilden", en: "Remove the photo" },
  notThere: {
    sv: "Bilden kunde inte hämtas. Försök igen, eller ta bort den.",
    en: "The photo could not be fetched. Try again, or remove it.",
  },
} as const;
