// What each criterion asks, and what one to five means by it: both parties read the same words before they score apart.
import type { Said, Words } from "../../ground/words.ts";
import type { Criterion } from "./weigh.ts";

export const criteria = {
  frequency: { sv: "Hur ofta", en: "How often" },
  severity: { sv: "Hur allvarligt", en: "How serious" },
  spread: { sv: "Hur många berörs", en: "How many are affected" },
  fear: { sv: "Oro", en: "Fear" },
  trend: { sv: "Utveckling", en: "Trend" },
  influence: { sv: "Går att påverka", en: "Can be influenced" },
  support: { sv: "Invånarnas stöd", en: "Residents’ support" },
  duty: { sv: "Lag och uppdrag", en: "Law and duty" },
} satisfies Words<Criterion>;

export const asks = {
  frequency: { sv: "Hur ofta händer det?", en: "How often does it happen?" },
  severity: { sv: "Hur allvarligt är det för den som drabbas?", en: "How serious is it for those it happens to?" },
  spread: { sv: "Hur många berörs?", en: "How many are affected?" },
  fear: { sv: "Hur mycket oroar det?", en: "How much fear does it cause?" },
  trend: { sv: "Åt vilket håll går det?", en: "Which way is it going?" },
  influence: { sv: "Kan vi två göra något åt det?", en: "Can the two of us do anything about it?" },
  support: {
    sv: "Hur många invånare har bett om det i dialog eller enkät?",
    en: "How many residents have asked for it in dialogues or surveys?",
  },
  duty: { sv: "Är det vår uppgift enligt lag?", en: "Is it our duty by law?" },
} satisfies Words<Criterion>;

const said = (...pairs: readonly (readonly [sv: string, en: string])[]): readonly Said[] =>
  pairs.map(([sv, en]) => ({ sv, en }));

/** From one to five. */
export const anchors: Readonly<Record<Criterion, readonly Said[]>> = {
  frequency: said(
    ["någon gång om året", "once a year or so"],
    ["några gånger om året", "a few times a year"],
    ["varje månad", "every month"],
    ["varje vecka", "every week"],
    ["i stort sett varje dag", "nearly every day"],
  ),
  severity: said(
    ["stör men skadar inte", "disturbs but harms nobody"],
    ["obehag eller mindre skador på saker", "unease or minor damage to things"],
    ["kostar, skadar saker eller begränsar", "costs, damages things or restricts"],
    ["risk för skada på människor", "a risk of people being hurt"],
    ["människor skadas allvarligt", "people are seriously hurt"],
  ),
  spread: said(
    ["enstaka personer", "single persons"],
    ["en gata eller ett kvarter", "a street or a block"],
    ["en grupp eller en by", "a group or a village"],
    ["flera grupper eller byar", "several groups or villages"],
    ["i stort sett hela kommunen", "nearly the whole municipality"],
  ),
  fear: said(
    ["ingen har talat om oro", "nobody has spoken of fear"],
    ["några få är oroliga", "a few are afraid"],
    ["många är oroliga", "many are afraid"],
    ["många väljer andra vägar eller tider", "many choose other ways or hours"],
    ["många stannar hemma", "many stay at home"],
  ),
  trend: said(
    ["minskar tydligt", "clearly falling"],
    ["minskar något", "falling somewhat"],
    ["oförändrat eller okänt", "unchanged or not known"],
    ["ökar något", "rising somewhat"],
    ["ökar tydligt", "clearly rising"],
  ),
  influence: said(
    ["ingen av oss råder över det", "neither of us has any say in it"],
    ["vi kan föra det vidare", "we can pass it on"],
    ["vi kan göra en del", "we can do some of it"],
    ["vi kan göra det mesta", "we can do most of it"],
    ["vi råder helt över det", "it is entirely ours to do"],
  ),
  support: said(
    ["ingen har bett om det", "nobody has asked for it"],
    ["några få har bett om det", "a few have asked for it"],
    ["flera har bett om det", "several have asked for it"],
    ["många har bett om det", "many have asked for it"],
    ["det vanligaste som invånarna ber om", "what residents ask for most"],
  ),
  duty: said(
    ["någon annans uppgift", "somebody else’s duty"],
    ["ingens uttalade uppgift", "nobody’s stated duty"],
    ["ligger nära vårt uppdrag", "close to our duty"],
    ["en del av vårt uppdrag", "part of our duty"],
    ["lagen kräver att vi gör det", "the law requires it of us"],
  ),
};
