// The sentences the engine's answers are told by: they come from the numbers, and say what the numbers cannot carry.
import type { Said, Words } from "../../ground/words.ts";
import type { NotReleased } from "../engine/shown/differential-privacy.ts";
import type { RowProblem } from "./event-table.ts";
import type { SatScanProblem } from "./satscan-parameters.ts";

type Sentence =
  | "asked"
  | "askedFew"
  | "askedNothing"
  | "selfSelected"
  | "pressSelection"
  | "controlDependent"
  | "newsAbove"
  | "newsBelow"
  | "newsWithin"
  | "newsTooFew"
  | "newsOnlyPress"
  | "newsPress"
  | "count"
  | "rate"
  | "tooFewEvents"
  | "tooManyCells"
  | "noHotspot"
  | "hotspots"
  | "density"
  | "densityInArea"
  | "noDensity"
  | "cluster"
  | "clusterNone"
  | "clusterAnyDensity"
  | "clusterNoneAnyDensity"
  | "persistence"
  | "persistenceTooFew"
  | "scan"
  | "scanPast"
  | "scanPlaces"
  | "scanFewCases"
  | "scanWithinChance"
  | "noScan"
  | "knox"
  | "knoxWithinChance"
  | "knoxTooFew"
  | "outbreak"
  | "asExpected"
  | "noHistory"
  | "helped"
  | "worse"
  | "cannotTell"
  | "cannotTellFew"
  | "cannotTellComparison"
  | "cannotTellSmall"
  | "cannotTellShort"
  | "cannotTellPoints"
  | "noVisibleChange"
  | "noVisibleMeanChange"
  | "chanceOfFall"
  | "priorUnknown"
  | "priorMunicipalities"
  | "seriesHelped"
  | "seriesWorse"
  | "meanFell"
  | "meanRose"
  | "visibleShare"
  | "nothingVisibleShare"
  | "seasonUneven"
  | "seasonEven"
  | "seasonShort"
  | "visibleFall"
  | "nothingVisible"
  | "tableWhole"
  | "tableHidden"
  | "tableHiddenOpen"
  | "tableLeaks"
  | "placesShown"
  | "placesHidden"
  | "noisedByKey"
  | "noisedForAll";

export type TableProblem =
  | "no-rows"
  | "no-such-column"
  | "not-a-count"
  | "counts-above"
  | "code-under-itself"
  | "too-many-cells"
  | "unknown-code"
  | "contradicts-earlier"
  | NotReleased["wrong"];

export const sentences = {
  asked: {
    sv: "{count} iakttagelser och händelser från {sources} {sources|källa|källor}, {from} till {to}. Utan plats på kartan: {unplaced}. Utan tid: {undated}.",
    en: "{count} observations and events from {sources} {sources|source|sources}, {from} to {to}. Without a place on the map: {unplaced}. Without a time: {undated}.",
  },
  askedFew: {
    sv: "Det är {count}: för få för att dra slutsatser av. Utan plats på kartan: {unplaced}. Utan tid: {undated}.",
    en: "There are {count}: too few to conclude anything from. Without a place on the map: {unplaced}. Without a time: {undated}.",
  },
  askedNothing: {
    sv: "Inget av det ni kan se svarar mot frågan. Det betyder inte att inget har hänt.",
    en: "Nothing that you can see answers the question. It does not mean that nothing has happened.",
  },
  selfSelected: {
    sv: "{count} kommer från dem som själva valt att svara. De säger inget om andra.",
    en: "{count} come from those who chose to answer themselves. They say nothing of others.",
  },
  pressSelection: {
    sv: "{count} är polisens urval för pressen. Det är ingen statistik.",
    en: "{count} are what the police chose to tell the press. That is no statistics.",
  },
  controlDependent: {
    sv: "{count} är sådant som mest syns när någon kontrollerar. Fler kontroller ger fler händelser.",
    en: "{count} are of kinds that are mostly seen when somebody checks. More checks give more events.",
  },
  newsAbove: {
    sv: "{name}: {count} mot väntade {low}–{high}. Fler än väntat. Något så ovanligt kommer av en slump högst en gång på {years} år.",
    en: "{name}: {count} where {low}–{high} were expected. More than expected. Something this unusual comes by chance at most once in {years} {years|year|years}.",
  },
  newsBelow: {
    sv: "{name}: {count} mot väntade {low}–{high}. Färre än väntat. Det kan också bero på att färre har rapporterats.",
    en: "{name}: {count} where {low}–{high} were expected. Fewer than expected. Fewer may also have been reported.",
  },
  newsWithin: {
    sv: "{name}: {count} mot väntade {low}–{high}. Inom det vanliga.",
    en: "{name}: {count} where {low}–{high} were expected. Within the usual.",
  },
  newsTooFew: {
    sv: "{count} {count|registrerad händelse|registrerade händelser} under {weeks} {weeks|vecka|veckor} är för få för att säga vad som är vanligt.",
    en: "{count} recorded {count|event|events} in {weeks} {weeks|week|weeks} are too few to say what is usual.",
  },
  newsOnlyPress: {
    sv: "{count} publicerade händelser är för få för att säga vad som är vanligt. De är polisens urval för pressen, ingen statistik.",
    en: "{count} published events are too few to say what is usual. They are what the police chose to tell the press, no statistics.",
  },
  newsPress: {
    sv: "{count} publicerade händelser är inte med: de är polisens urval för pressen, ingen statistik.",
    en: "{count} published events are left out: they are what the police chose to tell the press, no statistics.",
  },
  count: {
    sv: "{count} {count|händelse|händelser}. Med slumpen inräknad kan det vara allt mellan {low} och {high}.",
    en: "{count} {count|event|events}. Allowing for chance, anything between {low} and {high}.",
  },
  rate: {
    sv: "{rate} per 1 000 invånare i de {areas} områdena tillsammans. Små områden visas både som de är och vägda mot de andra; de rangordnas inte.",
    en: "{rate} per 1,000 residents in the {areas} areas together. Small areas are shown both as they are and weighed with the others; they are not ranked.",
  },
  tooFewEvents: {
    sv: "{count} {count|händelse|händelser} räcker inte för att kalla en plats en hot spot. Det behövs minst {fewest}.",
    en: "{count} {count|event|events} are not enough to call a place a hot spot. At least {fewest} are needed.",
  },
  tooManyCells: {
    sv: "Det blir {cells} rutor, och högst {most} går att pröva. Ligger någon händelse långt bort? Ta bort den, eller gör rutorna större.",
    en: "That makes {cells} cells, and at most {most} can be tested. Does an event lie far away? Leave it out, or make the cells larger.",
  },
  noHotspot: {
    sv: "Ingen av {tested} {tested|ruta|rutor} sticker ut mer än slumpen gör.",
    en: "None of {tested} {tested|cell|cells} stands out more than chance makes them.",
  },
  hotspots: {
    sv: "{found} av {tested} {tested|ruta|rutor} har fler händelser än slumpen ger, prövat mot alla rutor samtidigt.",
    en: "{found} of {tested} {tested|cell|cells} hold more events than chance gives, tested against all cells together.",
  },
  density: {
    sv: "{count} {count|händelse|händelser} utjämnade över {bandwidth} meter. Ytan är ett sätt att se, inget test.",
    en: "{count} {count|event|events} smoothed with a bandwidth of {bandwidth} metres. The surface is a way to see, not a test.",
  },
  densityInArea: {
    sv: "{count} {count|händelse|händelser} i området, utjämnade över {bandwidth} meter och rättade för områdets kant. Ytan är ett sätt att se, inget test.",
    en: "{count} {count|event|events} in the area, smoothed with a bandwidth of {bandwidth} metres and corrected at its edge. The surface is a way to see, not a test.",
  },
  noDensity: {
    sv: "Det finns för få olika platser för att jämna ut.",
    en: "There are too few different places to smooth.",
  },
  cluster: {
    sv: "{groups} {groups|grupp|grupper} med tillsammans {grouped} av {count} {count|händelse|händelser}: minst {fewest} inom {reach} meter.",
    en: "{groups} {groups|group|groups} holding {grouped} of {count} {count|event|events}: at least {fewest} within {reach} metres.",
  },
  clusterNone: {
    sv: "Ingenstans ligger {fewest} av de {count} händelserna inom {reach} meter från varandra.",
    en: "Nowhere do {fewest} of the {count} {count|event|events} lie within {reach} metres of each other.",
  },
  clusterAnyDensity: {
    sv: "{groups} {groups|grupp|grupper} som ligger tätare än omgivningen, med tillsammans {grouped} av {count} {count|händelse|händelser}. Ingen grupp har färre än {fewest}.",
    en: "{groups} {groups|group|groups} closer together than what is around, holding {grouped} of {count} {count|event|events}. No group has fewer than {fewest}.",
  },
  clusterNoneAnyDensity: {
    sv: "Bland de {count} händelserna skiljer sig inga grupper på minst {fewest} från omgivningen.",
    en: "Among the {count} {count|event|events} no groups of at least {fewest} stand apart from what is around.",
  },
  persistence: {
    sv: "{chosen} rutor hade flest händelser under första halvan av tiden. {still} av dem ({low}–{high} med slumpen inräknad) hade det också under andra halvan; utan samband blir det {expected}. Deras händelser gick från {first} till {second}. Platser som väljs för att de har många får oftast färre sedan, av sig självt.",
    en: "{chosen} cells held most events in the first half of the time. {still} of them ({low}–{high} allowing for chance) did in the second half too; with no connection it would be {expected}. Their events went from {first} to {second}. Places chosen for having many usually have fewer later, all by themselves.",
  },
  persistenceTooFew: {
    sv: "{count} {count|händelse|händelser} med plats och tid räcker inte för att säga om samma platser återkommer.",
    en: "{count} {count|event|events} with a place and a time are not enough to say whether the same places come back.",
  },
  scan: {
    sv: "{cases} {cases|händelse|händelser} mellan {from} och {to} där {expected} var att vänta. Något så ovanligt kommer av en slump ungefär en gång på {recurrence} {recurrence|dag|dagar} (sannolikheten är {p}: {windows} {windows|plats och tid prövad|platser och tider prövade} mot {replicates} slumpade kartor).",
    en: "{cases} {cases|event|events} between {from} and {to} where {expected} were to be expected. Something this unusual comes by chance about once in {recurrence} days (the probability is {p}: {windows} {windows|place and time|places and times} tested against {replicates} random maps).",
  },
  scanPast: {
    sv: "{cases} {cases|händelse|händelser} mellan {from} och {to} där {expected} var att vänta, på {places} {places|plats|platser}. Så mycket ger slumpen sällan (sannolikheten är {p}: {windows} {windows|plats och tid prövad|platser och tider prövade} mot {replicates} slumpade kartor).",
    en: "{cases} {cases|event|events} between {from} and {to} where {expected} were to be expected, in {places} {places|place|places}. Chance seldom gives that many (the probability is {p}: {windows} {windows|place and time|places and times} tested against {replicates} random maps).",
  },
  scanPlaces: {
    sv: "{cases} {cases|händelse|händelser} på {places} {places|plats|platser} där {expected} var att vänta. Så mycket ger slumpen sällan (sannolikheten är {p}: {windows} {windows|cirkel prövad|cirklar prövade} mot {replicates} slumpade kartor).",
    en: "{cases} {cases|event|events} in {places} {places|place|places} where {expected} were to be expected. Chance seldom gives that many (the probability is {p}: {windows} {windows|circle|circles} tested against {replicates} random maps).",
  },
  scanFewCases: {
    sv: "{cases} {cases|händelse|händelser} där {expected} var att vänta. Det är ovanligt (sannolikheten är {p}, mot {replicates} slumpade kartor), men färre än {fewest} händelser är för få för att kalla det en anhopning.",
    en: "{cases} {cases|event|events} where {expected} were to be expected. That is unusual (the probability is {p}, against {replicates} random maps), but fewer than {fewest} events are too few to call it a cluster.",
  },
  scanWithinChance: {
    sv: "Det tätaste är {cases} {cases|händelse|händelser} där {expected} var att vänta. Det är inom det vanliga (sannolikheten är {p}: {windows} {windows|plats och tid prövad|platser och tider prövade} mot {replicates} slumpade kartor).",
    en: "The densest is {cases} {cases|event|events} where {expected} were to be expected. That is within the usual (the probability is {p}: {windows} {windows|place and time|places and times} tested against {replicates} random maps).",
  },
  noScan: {
    sv: "Inget i filen ligger tätare i tid och rum än väntat, eller så är händelserna för få.",
    en: "Nothing in the file lies closer in time and space than expected, or the events are too few.",
  },
  knox: {
    sv: "{pairs} par nära varandra i tid och rum, {ratio} gånger så många som om tid och plats inte hängde ihop (av en slump är sannolikheten {p}).",
    en: "{pairs} {pairs|pair|pairs} close in time and space, {ratio} times as many as if time and place had nothing to do with each other (by chance the probability is {p}).",
  },
  knoxWithinChance: {
    sv: "{pairs} par nära varandra i tid och rum. Det är inom det vanliga (sannolikheten är {p}).",
    en: "{pairs} {pairs|pair|pairs} close in time and space. That is within the usual (the probability is {p}).",
  },
  knoxTooFew: {
    sv: "{pairs} par är för få för att säga om händelser följer på varandra.",
    en: "{pairs} {pairs|pair|pairs} are too few to say whether events follow each other.",
  },
  outbreak: {
    sv: "{alarms} av {asked} kategorier ligger över det väntade senaste veckan. Så många prövades samtidigt. Hela listan larmar av en slump ungefär en gång på {recurrence} veckor.",
    en: "{alarms} of {asked} categories are above what was expected last week. That many were tested at once. The whole list calls by chance about once in {recurrence} weeks.",
  },
  asExpected: {
    sv: "Alla {asked} kategorier ligger inom det väntade senaste veckan.",
    en: "All {asked} categories are within what was expected last week.",
  },
  noHistory: {
    sv: "{weeks} {weeks|vecka|veckor} räcker inte för att säga vad som är väntat.",
    en: "{weeks} {weeks|week|weeks} are not enough to say what is to be expected.",
  },
  helped: {
    sv: "Färre än väntat: kvoten mot jämförelseområdet är {ratio} ({low}–{high}).",
    en: "Fewer than expected: the ratio to the comparison area is {ratio} ({low}–{high}).",
  },
  worse: {
    sv: "Fler än väntat: kvoten mot jämförelseområdet är {ratio} ({low}–{high}).",
    en: "More than expected: the ratio to the comparison area is {ratio} ({low}–{high}).",
  },
  cannotTell: {
    sv: "Det går inte att avgöra med de här siffrorna.",
    en: "It cannot be known with these numbers.",
  },
  cannotTellFew: {
    sv: "Det går inte att avgöra: färre än {fewest} händelser före eller efter. Antalen visas, men ingen procent.",
    en: "It cannot be known: fewer than {fewest} events before or after. The counts are shown, but no percentage.",
  },
  cannotTellComparison: {
    sv: "Det går inte att avgöra: det finns inget att jämföra med.",
    en: "It cannot be known: there is nothing to compare with.",
  },
  cannotTellSmall: {
    sv: "Det går inte att avgöra. Så få händelser visar bara mycket stora förändringar.",
    en: "It cannot be known. So few events show only very large changes.",
  },
  cannotTellShort: {
    sv: "Det går inte att avgöra: serien är för kort eller har för få händelser. Det behövs minst {before} tidpunkter före, {after} efter och {events} händelser i vardera.",
    en: "It cannot be known: the series is too short or holds too few events. At least {before} points before, {after} after and {events} events in each are needed.",
  },
  cannotTellPoints: {
    sv: "Det går inte att avgöra: två mätningar visar ingen riktning.",
    en: "It cannot be known: two measurements show no direction.",
  },
  noVisibleChange: {
    sv: "Ingen synlig förändring. En minskning med {percent} procent eller mer skulle ha synts i åtta fall av tio.",
    en: "No visible change. A fall of {percent} per cent or more would have been seen eight times out of ten.",
  },
  noVisibleMeanChange: {
    sv: "Ingen synlig förändring. En förändring på {visible} eller mer skulle ha synts i åtta fall av tio.",
    en: "No visible change. A change of {visible} or more would have been seen eight times out of ten.",
  },
  chanceOfFall: {
    sv: "Sannolikheten att det har minskat är ungefär {fell}, och att det har minskat med mer än en femtedel ungefär {fellMuch}.",
    en: "The chance that it has fallen is about {fell}, and that it has fallen by more than a fifth about {fellMuch}.",
  },
  priorUnknown: {
    sv: "Då antas inget vara känt i förväg.",
    en: "Nothing is then taken as known beforehand.",
  },
  priorMunicipalities: {
    sv: "Då räknas det med hur mycket det brukar skilja mellan kommuner, så att några få händelser inte avgör.",
    en: "How much municipalities usually differ is then counted in, so that a few events do not decide.",
  },
  seriesHelped: {
    sv: "Färre än väntat sedan dess: nivån är {ratio} gånger vad den hade varit ({low}–{high}), med årstid och riktning inräknade.",
    en: "Fewer than expected since then: the level is {ratio} times what it would have been ({low}–{high}), season and direction counted in.",
  },
  seriesWorse: {
    sv: "Fler än väntat sedan dess: nivån är {ratio} gånger vad den hade varit ({low}–{high}), med årstid och riktning inräknade.",
    en: "More than expected since then: the level is {ratio} times what it would have been ({low}–{high}), season and direction counted in.",
  },
  meanFell: {
    sv: "Lägre än där man inte hade börjat: {difference} ({low} till {high}).",
    en: "Lower than where nothing had begun: {difference} ({low} to {high}).",
  },
  meanRose: {
    sv: "Högre än där man inte hade börjat: {difference} ({low} till {high}).",
    en: "Higher than where nothing had begun: {difference} ({low} to {high}).",
  },
  visibleShare: {
    sv: "Om {share} procent svarar ja första gången behöver det bli {visible} procent eller lägre för att synas i åtta fall av tio.",
    en: "If {share} per cent say yes the first time, it must become {visible} per cent or less to be seen eight times out of ten.",
  },
  nothingVisibleShare: {
    sv: "Med så få svar syns ingen minskning, hur stor den än är.",
    en: "With so few answers no fall would be seen, however large.",
  },
  seasonUneven: {
    sv: "Det kommer ojämnt över året: mest i {most}, minst i {least}.",
    en: "It comes unevenly over the year: most in {most}, least in {least}.",
  },
  seasonEven: {
    sv: "Det går inte att skilja från jämnt över året.",
    en: "It cannot be told from even over the year.",
  },
  seasonShort: {
    sv: "{months} hela månader räcker inte för att tala om årstid. Det behövs minst {fewest}, och fler händelser än månader.",
    en: "{months} whole months are not enough to speak of a season. At least {fewest} are needed, and more events than months.",
  },
  visibleFall: {
    sv: "Först en minskning med {percent} procent skulle synas i åtta fall av tio.",
    en: "Only a fall of {percent} per cent would be seen eight times out of ten.",
  },
  nothingVisible: {
    sv: "Med så få händelser syns ingen minskning, hur stor den än är.",
    en: "With so few events no fall would be seen, however large.",
  },
  tableWhole: {
    sv: "Alla {cells} tal kan visas.",
    en: "All {cells} figures can be shown.",
  },
  tableHidden: {
    sv: "{hidden} av {cells} tal visas inte: {primary} för att de gäller för få eller säger något om alla i en grupp, och {complementary} till för att de första inte ska gå att räkna ut. Det närmaste någon kan komma ett av de första är mellan {low} och {high}.",
    en: "{hidden} of {cells} figures are not shown: {primary} because they are of too few or tell something of everybody in a group, and {complementary} more so that the first cannot be worked out. The nearest anybody can come to one of the first is between {low} and {high}.",
  },
  tableHiddenOpen: {
    sv: "{hidden} av {cells} tal visas inte: {primary} för att de gäller för få eller säger något om alla i en grupp, och {complementary} till för att de första inte ska gå att räkna ut. Det som visas säger inte hur stort något av de första kan vara.",
    en: "{hidden} of {cells} figures are not shown: {primary} because they are of too few or tell something of everybody in a group, and {complementary} more so that the first cannot be worked out. What is shown does not tell how large any of the first can be.",
  },
  tableLeaks: {
    sv: "Visa inte tabellen: {count} av talen går att räkna ut ur det som redan är publicerat, hur mycket som än döljs nu.",
    en: "Do not show the table: {count} of its figures can be worked out from what is published already, however much is hidden now.",
  },
  placesShown: {
    sv: "{places} {places|plats|platser} visas, var och en med minst {fewest} händelser på minst {addresses} adresser.",
    en: "{places} {places|place|places} are shown, each with at least {fewest} events at no fewer than {addresses} addresses.",
  },
  placesHidden: {
    sv: "{places} {places|plats|platser} visas, var och en med minst {fewest} händelser på minst {addresses} adresser. Några händelser till är för få för att visas någonstans; hur många sägs inte.",
    en: "{places} {places|place|places} are shown, each with at least {fewest} events at no fewer than {addresses} addresses. Some more events are too few to be shown anywhere; how many is not told.",
  },
  noisedByKey: {
    sv: "Varje tal är ändrat på måfå, högst {most} upp eller ner, så att ingen enskild går att räkna ut. Noll är noll. Delar och summor är ändrade var för sig och går därför inte alltid ihop.",
    en: "Every figure is changed at random, by {most} up or down at the most, so that nobody can be worked out. None is none. Parts and totals are changed each by itself and do not always add up.",
  },
  noisedForAll: {
    sv: "Varje tal är ändrat på måfå så att det inte märks om en enskild person är med eller inte. Det riktiga talet ligger nitton gånger av tjugo inom {reach} från det som visas. Vad som skulle ha blivit mindre än noll visas som noll, och talen går inte att summera till något exakt.",
    en: "Every figure is changed at random so that it cannot be noticed whether any one person is in it. Nineteen times out of twenty the true figure is within {reach} of the one shown. What would have come out below none is shown as none, and the figures do not add up to anything exact.",
  },
} as const satisfies Words<Sentence>;

/** Why a table of counts has no answer. */
export const tableProblems = {
  "no-rows": { sv: "Det finns inga rader att räkna.", en: "There are no rows to count." },
  "no-such-column": {
    sv: "Kolumnen «{column}» finns inte.",
    en: 'There is no column "{column}".',
  },
  "not-a-count": {
    sv: "Rad {line}, {column}: «{read}» är inget antal. Skriv ett helt tal från 0.",
    en: 'Line {line}, {column}: "{read}" is not a count. Write a whole number from 0.',
  },
  "counts-above": {
    sv: "{column}: «{code}» har både egna tal och koder under sig. Lägg talen på de understa koderna.",
    en: '{column}: "{code}" has both figures of its own and codes under it. Put the figures on the lowest codes.',
  },
  "code-under-itself": {
    sv: "{column}: «{code}» ligger under sig själv.",
    en: '{column}: "{code}" lies under itself.',
  },
  "too-many-cells": {
    sv: "Tabellen får {cells} rutor med sina summor, och högst {most} går att pröva. Ta bort en indelning.",
    en: "The table has {cells} cells with its totals, and at most {most} can be tried. Leave a division out.",
  },
  "unknown-code": {
    sv: "{column}: «{code}» finns inte bland koderna.",
    en: '{column}: "{code}" is not among the codes.',
  },
  "contradicts-earlier": {
    sv: "Det som redan är publicerat säger {lower}–{upper} där tabellen har {value}. Rätta det som är fel först.",
    en: "What is published already says {lower}–{upper} where the table has {value}. Put right what is wrong first.",
  },
  "budget-is-spent": {
    sv: "Det som är kvar räcker inte: {asked} tusendelar begärs och {left} finns. Publicera inte mer ur samma uppgifter.",
    en: "What is left is not enough: {asked} thousandths are asked for and {left} are left. Publish no more of the same data.",
  },
  "exact-beside-noise": {
    sv: "Exakta tal får inte stå bredvid ändrade: då går de ändrade att räkna ut. {exact} är exakta.",
    en: "Exact figures may not stand beside changed ones: the changed ones could be worked out. {exact} are exact.",
  },
  "not-a-spending": {
    sv: "Det som begärs går inte att räkna med: hela tusendelar från 1, och i hur många rutor en person kan räknas.",
    en: "What is asked for cannot be reckoned with: whole thousandths from 1, and in how many cells a person can be counted.",
  },
} as const satisfies Words<TableProblem>;

/** What figures of a kind cannot carry. */
export const caveatSentences = {
  "control-dependent": {
    sv: "Sådant här syns mest när någon kontrollerar. Fler kontroller ger fler händelser, utan att något har blivit värre.",
    en: "Events like these are mostly seen when somebody checks. More checks give more events, without anything having got worse.",
  },
  "self-selected": {
    sv: "Svaren kommer från dem som själva har valt att svara. De säger inget om andra.",
    en: "The answers come from those who chose to answer. They say nothing of others.",
  },
  "break-in-series": {
    sv: "Det har inte räknats på samma sätt hela tiden. Före och efter brytningen går inte att jämföra.",
    en: "It has not been counted in the same way throughout. Before and after the break cannot be compared.",
  },
  "selection-not-statistics": {
    sv: "Händelserna är utvalda av någon för ett annat syfte. De är ingen statistik.",
    en: "The events were chosen by somebody for another purpose. They are no statistics.",
  },
  few: {
    sv: "Det är få. Slumpen kan göra stor skillnad.",
    en: "There are few. Chance can make a great difference.",
  },
} as const satisfies Words<
  "control-dependent" | "self-selected" | "break-in-series" | "selection-not-statistics" | "few"
>;

/** Months in the middle of a sentence. */
export const monthNames = [
  { sv: "januari", en: "January" },
  { sv: "februari", en: "February" },
  { sv: "mars", en: "March" },
  { sv: "april", en: "April" },
  { sv: "maj", en: "May" },
  { sv: "juni", en: "June" },
  { sv: "juli", en: "July" },
  { sv: "augusti", en: "August" },
  { sv: "september", en: "September" },
  { sv: "oktober", en: "October" },
  { sv: "november", en: "November" },
  { sv: "december", en: "December" },
] as const satisfies readonly Said[];

/** What could not be read in a file of events. */
export const rowProblems = {
  "not-a-number": {
    sv: "{file}, rad {line}, {column}: «{read}» är inget tal. Raden räknas, men placeras inte.",
    en: '{file}, line {line}, {column}: "{read}" is not a number. The row is counted, but not placed.',
  },
  "not-on-earth": {
    sv: "{file}, rad {line}, {column}: {read} är ingen plats på jorden i grader. Är det meter? Använd då --x och --y.",
    en: "{file}, line {line}, {column}: {read} is no place on earth in degrees. Are these metres? Then use --x and --y.",
  },
  "maybe-swapped": {
    sv: "{file}, rad {line}, {column}: {read} ser ut som en latitud i Sverige. Har --lon och --lat bytt plats?",
    en: "{file}, line {line}, {column}: {read} looks like a latitude in Sweden. Have --lon and --lat changed places?",
  },
  "not-a-day": {
    sv: "{file}, rad {line}, {column}: «{read}» är ingen dag. Skriv 2024-03-01, med eller utan klockslag.",
    en: '{file}, line {line}, {column}: "{read}" is not a day. Write 2024-03-01, with or without a time.',
  },
  "not-an-hour": {
    sv: "{file}, rad {line}, {column}: «{read}» är ingen timme. Skriv 0–23. Raden räknas på sin dag, utan timme.",
    en: '{file}, line {line}, {column}: "{read}" is not an hour. Write 0–23. The row is counted on its day, without an hour.',
  },
  "missing-hour": {
    sv: "{file}, rad {line}, {column}: {read} finns inte: klockan ställdes fram då. Timmen efter gäller.",
    en: "{file}, line {line}, {column}: {read} does not exist: the clock was put forward then. The hour after is taken.",
  },
  "twice-hour": {
    sv: "{file}, rad {line}, {column}: {read} kom två gånger: klockan ställdes tillbaka då. Den första gäller. Skriv +02:00 eller +01:00 efter för att säga vilken.",
    en: "{file}, line {line}, {column}: {read} came twice: the clock was put back then. The first is taken. Write +02:00 or +01:00 after it to say which.",
  },
  "too-few-cells": {
    sv: "{file}, rad {line}: raden slutar före kolumnen {column}. Den räknas med det som står.",
    en: "{file}, line {line}: the line ends before the column {column}. It is counted with what is there.",
  },
  "never-ending-quote": {
    sv: "{file}, rad {line}, {column}: ett citattecken öppnas men stängs aldrig: {read}. Det läses som ett vanligt tecken.",
    en: "{file}, line {line}, {column}: a quotation mark is opened and never closed: {read}. It is read as any other character.",
  },
} as const satisfies Words<RowProblem["wrong"]>;

/** The same when they are many and only counted. */
export const rowProblemsCounted = {
  "not-a-number": { sv: "{count} som inte är tal", en: "{count} that are not numbers" },
  "not-on-earth": { sv: "{count} utanför jorden", en: "{count} that are not on earth" },
  "maybe-swapped": {
    sv: "{count} där longitud och latitud ser ut att ha bytt plats",
    en: "{count} where longitude and latitude look swapped",
  },
  "not-a-day": { sv: "{count} som inte är en dag", en: "{count} that are not a day" },
  "not-an-hour": { sv: "{count} som inte är en timme", en: "{count} that are not an hour" },
  "missing-hour": { sv: "{count} i en timme som inte finns", en: "{count} in an hour that does not exist" },
  "twice-hour": { sv: "{count} i en timme som kom två gånger", en: "{count} in an hour that came twice" },
  "too-few-cells": { sv: "{count} rader som slutar för tidigt", en: "{count} lines that end too early" },
  "never-ending-quote": { sv: "{count} citattecken som aldrig stängs", en: "{count} quotation marks never closed" },
} as const satisfies Words<RowProblem["wrong"]>;

/** What of SaTScan's files could not be read, or is not done here. */
export const satScanProblems = {
  "unsupported-parameter": {
    sv: "Parametern {name}={value} stöds inte här, och svaret tar inte hänsyn till den.",
    en: "The parameter {name}={value} is not supported here, and the answer takes no account of it.",
  },
  "unknown-parameter": {
    sv: "Parametern {name}={value} är okänd här, och svaret tar inte hänsyn till den.",
    en: "The parameter {name}={value} is not known here, and the answer takes no account of it.",
  },
  "impossible-parameter": {
    sv: "Det går inte att göra analysen: {name}={value} stöds inte här eller är fel skrivet.",
    en: "The analysis cannot be made: {name}={value} is not supported here or is wrongly written.",
  },
  "file-missing": {
    sv: "Det går inte att göra analysen: filen för {name} saknas.",
    en: "The analysis cannot be made: the file for {name} is missing.",
  },
  "row-unread": {
    sv: "{file}, rad {line}: «{read}» går inte att läsa. Raden är inte med.",
    en: '{file}, line {line}: "{read}" cannot be read. The row is left out.',
  },
  "place-unknown": {
    sv: "{file}, rad {line}: platsen «{place}» har inga koordinater. Raden är inte med.",
    en: '{file}, line {line}: the place "{place}" has no coordinates. The row is left out.',
  },
  "outside-period": {
    sv: "{file}, rad {line}: {read} ligger utanför perioden. Raden är inte med.",
    en: "{file}, line {line}: {read} is outside the period. The row is left out.",
  },
  "no-population": {
    sv: "Det finns fall i gruppen {stratum} men ingen befolkning. De räknas, men inget väntas av gruppen.",
    en: "There are cases in the group {stratum} but no population. They are counted, but nothing is expected of the group.",
  },
  "covariates-ignored": {
    sv: "{file} har fler kolumner än plats, antal och tid. Permutationsmodellen här tar inte hänsyn till dem.",
    en: "{file} has more columns than place, count and time. The permutation model here takes no account of them.",
  },
} as const satisfies Words<SatScanProblem["wrong"]>;
