// Why each question is asked of a promise, and how a better one reads (domain.md 1.6 and 1.7). The examples are nobody's own promise.
import type { Said } from "../ground/words.ts";
import type { Rule } from "./rules.ts";

/** Both are whole sentences: why it matters to whoever lives there, and words that would answer it. */
export const advice: Readonly<Record<Rule, { readonly why: Said; readonly better: Said }>> = {
  "no-problem": {
    why: {
      sv: "Den som undrar varför just detta lovas ska kunna följa det tillbaka till vad ni hört och sett.",
      en: "Whoever wonders why this is promised can follow it back to what you heard and saw.",
    },
    better: {
      sv: "Börja från problemet i Prioritera: «Mörkt och folktomt vid stationen efter klockan 19».",
      en: "Start from the problem under Prioritise: “Dark and empty at the station after 7 pm”.",
    },
  },
  "no-cause": {
    why: {
      sv: "En åtgärd som inte träffar någon orsak ändrar sällan något.",
      en: "A measure that hits no cause seldom changes anything.",
    },
    better: {
      sv: "«Belysningen är släckt på tre stolpar. Ingen vuxen är på platsen efter 19.»",
      en: "“Three lamps are out. No adult is there after 7 pm.”",
    },
  },
  "no-owner": {
    why: {
      sv: "Det som alla ansvarar för gör ingen. En enhet måste veta att det är den.",
      en: "What everybody answers for nobody does. One unit must know that it is the one.",
    },
    better: { sv: "«Gatuenheten, Ockelbo kommun».", en: "“The street unit, the municipality of Ockelbo”." },
  },
  "cannot-fail": {
    why: {
      sv: "Det går alltid att säga att man har arbetat för något. Ingen kan då kontrollera om ni höll ord.",
      en: "One can always say that one has worked for something. Then nobody can check whether you kept your word.",
    },
    better: {
      sv: "«Två fältare är vid stationen varannan fredag 18–22, hela skolåret.»",
      en: "“Two youth workers are at the station every other Friday, the whole school year.”",
    },
  },
  "no-activity": {
    why: {
      sv: "Ett löfte utan aktivitet är en önskan: ingen vet vad som ska hända härnäst.",
      en: "A promise without an activity is a wish: nobody knows what happens next.",
    },
    better: {
      sv: "«Gatuenheten byter de åtta trasiga lamporna före 1 oktober.»",
      en: "“The street unit replaces the eight broken lamps before 1 October.”",
    },
  },
  "no-number": {
    why: {
      sv: "Med ett antal ser var och en om det blev gjort, och ni slipper tvista om det efteråt.",
      en: "With a number everybody sees whether it was done, and you need not argue about it afterwards.",
    },
    better: {
      sv: "«Minst 12 hastighetskontroller per år», eller skälet: «går inte att räkna, därför att samtalen är fortlöpande».",
      en: "“At least 12 speed checks a year”, or the reason: “cannot be counted, since the talks go on all the time”.",
    },
  },
  "no-place": {
    why: {
      sv: "Den som bor på platsen vill veta om löftet gäller där.",
      en: "Whoever lives there wants to know whether the promise is about that place.",
    },
    better: {
      sv: "«Gångvägen mellan stationen och Perslundaskolan», eller «hela kommunen».",
      en: "“The footpath between the station and Perslundaskolan”, or “the whole municipality”.",
    },
  },
  "no-date": {
    why: {
      sv: "Utan dag eller takt är löftet hållet eller brutet först när perioden är slut.",
      en: "Without a day or a pace the promise is neither kept nor broken before the period is over.",
    },
    better: {
      sv: "«Före 1 oktober 2028» eller «en gång i månaden».",
      en: "“Before 1 October 2028” or “once a month”.",
    },
  },
  "no-baseline": {
    why: {
      sv: "Utan läget före går det inte att säga att något blev bättre.",
      en: "Without how it was before one cannot say that anything became better.",
    },
    better: {
      sv: "«6 kontroller 2026, polisens egen räkning» eller «2 av 8 lampor lyser, vandring oktober 2026».",
      en: "“6 checks in 2026, the police's own count” or “2 of 8 lamps are lit, walk in October 2026”.",
    },
  },
  "no-effect": {
    why: {
      sv: "Många kontroller är inget mål i sig. Skriv vad den som bor här ska märka.",
      en: "Many checks are no goal in themselves. Write what those who live here are to notice.",
    },
    better: {
      sv: "«Färre kör över 40 förbi skolan: V85 under 45 km/h.»",
      en: "“Fewer drive faster than 40 past the school: V85 below 45 km/h.”",
    },
  },
  "no-horizon": {
    why: {
      sv: "Det som tar tre år ser misslyckat ut efter ett, om ingen har sagt det.",
      en: "What takes three years looks like a failure after one, if nobody has said so.",
    },
    better: {
      sv: "«På kort sikt» för lampor, «på lång sikt» för trygghet.",
      en: "“Soon” for lamps, “in the long run” for feeling safe.",
    },
  },
  "change-out-of-sight": {
    why: {
      sv: "Når ni målet men siffrorna inte kan visa det, ser löftet misslyckat ut fast ni höll det.",
      en: "If you reach the goal and no figure can show it, the promise looks broken although you kept it.",
    },
    better: {
      sv: "Mät något det finns mer av: hastigheten på vägen i stället för olyckorna där, eller räkna två år i stället för ett.",
      en: "Measure what there is more of: the speed on the road instead of the accidents there, or count two years instead of one.",
    },
  },
  "no-follow-up": {
    why: {
      sv: "De som ni har lyssnat på väntar på svar. Säg när det kommer och var.",
      en: "Those you have listened to wait for an answer. Say when it comes and where.",
    },
    better: {
      sv: "«Varje kvartal på kommunens webbplats och i biblioteket; slutrapport mars 2031.»",
      en: "“Every quarter on the municipality's site and in the library; final report in March 2031.”",
    },
  },
  "long-sentence": {
    why: {
      sv: "En lång mening läses två gånger, eller inte alls.",
      en: "A long sentence is read twice, or not at all.",
    },
    better: {
      sv: "Sätt punkt efter vem som gör vad. Börja nästa mening med hur ofta.",
      en: "Put a full stop after who does what. Begin the next sentence with how often.",
    },
  },
  officialese: {
    why: {
      sv: "Löftet är till dem som bor här, också den som läser långsamt eller är ny i svenskan.",
      en: "The promise is for those who live here, also those who read slowly or are new to the language.",
    },
    better: {
      sv: "«om» i stället för «avseende», «för att» i stället för «i syfte att».",
      en: "“about” instead of “concerning”, “to” instead of “with a view to”.",
    },
  },
  "plain-old": {
    why: {
      sv: "Den som bara läser den här texten får annars veta något annat än det ni lovar.",
      en: "Whoever reads this text only is otherwise told something else than what you promise.",
    },
    better: {
      sv: "Jämför antal, platser och dagar. Stämmer texten: tryck «Texten stämmer fortfarande».",
      en: "Compare numbers, places and days. Where the text is right: press “The text is still right”.",
    },
  },
  "plain-long": {
    why: {
      sv: "Texten är till för den som läser långsamt. En kort mening behöver läsas en gång.",
      en: "The text is for whoever reads slowly. A short sentence needs to be read once.",
    },
    better: {
      sv: "«Polisen mäter farten. De gör det minst åtta gånger om året.»",
      en: "“The police measure the speed. They do so at least eight times a year.”",
    },
  },
  "easy-old": {
    why: {
      sv: "Den som bara läser den här texten får annars veta något annat än det ni lovar.",
      en: "Whoever reads this text only is otherwise told something else than what you promise.",
    },
    better: {
      sv: "Jämför antal, platser och dagar. Stämmer texten: tryck «Texten stämmer fortfarande».",
      en: "Compare numbers, places and days. Where the text is right: press “The text is still right”.",
    },
  },
  "easy-long": {
    why: {
      sv: "Texten är till för den som läser långsamt. En kort mening behöver läsas en gång.",
      en: "The text is for whoever reads slowly. A short sentence needs to be read once.",
    },
    better: {
      sv: "«Polisen mäter farten. De gör det minst åtta gånger om året.»",
      en: "“The police measure the speed. They do so at least eight times a year.”",
    },
  },
  "no-equality": {
    why: {
      sv: "Samma gata är inte lika trygg för alla. Säg vem ni har tänkt på.",
      en: "The same street is not equally safe for everybody. Say whom you have thought of.",
    },
    better: {
      sv: "«Fler kvinnor än män undviker gångvägen (enkät 2026). Därför belyses den först.»",
      en: "“More women than men avoid the footpath (survey in 2026). It is lit first for that reason.”",
    },
  },
  "owner-not-accepted": {
    why: {
      sv: "Den som inte har tackat ja har inte lagt tid på det heller.",
      en: "Whoever has not accepted has not set time aside either.",
    },
    better: {
      sv: "Fråga enheten först. Säger den nej: ändra antalet, eller välj en annan.",
      en: "Ask the unit first. If it says no: change the number, or choose another.",
    },
  },
  "a-duty-already": {
    why: {
      sv: "Det ni ändå måste göra är inget löfte. Den som märker det litar mindre på resten.",
      en: "What you must do anyway is no promise. Whoever notices trusts the rest less.",
    },
    better: {
      sv: "«Lägesbilden visas för de boende två gånger om året, lagen kräver vartannat år.»",
      en: "“The picture is shown to those who live here twice a year; the law asks for every other year.”",
    },
  },
  "gives-control-away": {
    why: {
      sv: "Den som vet när kontrollen kommer kör långsamt just då.",
      en: "Whoever knows when the check comes drives slowly just then.",
    },
    better: {
      sv: "«På genomfarten, minst en gång i månaden.»",
      en: "“On the through road, at least once a month.”",
    },
  },
  "names-a-person": {
    why: {
      sv: "Löftet läses av alla och ligger kvar länge. Den som namnges kan inte ta tillbaka det.",
      en: "Everybody reads the promise, and it stays. Whoever is named cannot take it back.",
    },
    better: {
      sv: "Skriv rollen eller enheten: «kommunpolisen», «gatuenheten».",
      en: "Write the role or the unit: “the municipal police officer”, “the street unit”.",
    },
  },
  "few-people": {
    why: {
      sv: "I en liten ort vet grannarna vilka de är när de är så få.",
      en: "In a small place the neighbours know who they are when they are so few.",
    },
    better: {
      sv: "«Några unga i kommunen», utan ort, kön och ålder.",
      en: "“Some young people in the municipality”, without village, sex or age.",
    },
  },
};
