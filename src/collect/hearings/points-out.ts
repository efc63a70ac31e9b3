// What only one shop, one café or one association could have said tells who was heard. Words are asked about, never forbidden: whoever writes knows how many
// there are, and may let it stand. In the definite form one business stands for itself («macken stänger»); «butikerna» are many, and are not asked about.

/** Businesses as the definite form ends: «matbutiken», «ICA-butiken», «nattkiosken». */
const ENDINGS = [
  "butiken",
  "affären",
  "kiosken",
  "bensinmacken",
  "frisören",
  "salongen",
  "barberaren",
  "pizzerian",
  "restaurangen",
  "gatuköket",
  "korvgrillen",
  "kaf[ée]et",
  "caf[ée]et",
  "konditoriet",
  "bageriet",
  "värdshuset",
  "hotellet",
  "vandrarhemmet",
  "apoteket",
  "vårdcentralen",
  "hälsocentralen",
  "sjukstugan",
  "folktandvården",
  "tandläkaren",
  "kliniken",
  "veterinären",
  "optikern",
  "förskolan",
  "körskolan",
  "dagiset",
  "verkstaden",
  "varuhuset",
  "stormarknaden",
  "bensinstationen",
  "tankstationen",
  "guldsmeden",
  "urmakaren",
  "skomakaren",
  "skräddaren",
  "mäklaren",
  "begravningsbyrån",
  "bilfirman",
  "åkeriet",
  "sågverket",
  "loppisen",
  "bowlinghallen",
  "spelombudet",
  "postombudet",
  "äldreboendet",
  "gruppboendet",
  "stödboendet",
  "asylboendet",
  "HVB-hemmet",
  "moskén",
  "solariet",
  "tvätteriet",
  "ridskolan",
  "ridhuset",
  "församlingsgården",
  "församlingshemmet",
  "växthuset",
  "plantskolan",
  "köpcentret",
];
/** Short ones, which end many other words: «vägbanken», «underbaren». */
const WHOLE = [
  "macken",
  "sparbanken",
  "banken",
  "baren",
  "puben",
  "krogen",
  "grillen",
  "fiket",
  "gymmet",
  "bion",
  "biografen",
  "campingen",
  "firman",
  "fabriken",
  "(?:lant|järn|färg|bok|bygg|blomster|cykel|radio|tobaks|frukt|fisk|speceri|vapen)handeln",
];
const THE_ONE = `(?:(?:\\p{L}|-)*(?:${ENDINGS.join("|")})|${WHOLE.join("|")})s?`;

const SHOP =
  "(?:\\p{L}|-)*(?:butik|affär|kiosk|mack|bensinstation|frisör|salong|pizzeria|restaurang|krog|pub|grill|gatukök|kafé|café|konditori|bageri|hotell|apotek|bank|värdshus|vandrarhem|solarium|loppis|vårdcentral|tandläkare|klinik|förskola|verkstad|varuhus|gym|firma|lanthandel|handlare)";
const PUBLIC =
  "(?:\\p{L}|-)*(?:skolan|kyrkan|kapellet|gården|stuga|stugan|lokalen|hallen|boendet|byalaget|föreningen|klubben|vägföreningen|hyresvärden|fastighetsägaren|bostadsbolaget|brandstationen)";
const AT = "(?:i|vid|på|intill|bredvid|bakom|mitt ?emot)";
/** Places that many have in common say nothing of which one. */
const ANY_PLACE =
  "(?!(?:kommunen|tätorten|orten|staden|länet|landet|regionen|området|världen|kvällen|natten|helgen|dagen|morgonen|närheten|kassan|entrén|början|stunden|fredagen|lördagen)(?!\\p{L}))";
/** «en frisör vid torget», «den enda macken». */
const ONE_OF_FEW = [
  `(?:en|ett|den|det)\\s+(?:\\p{L}+\\s+)?${SHOP}\\s+${AT}\\s+${ANY_PLACE}\\p{L}+(?:en|et|an)`,
  `(?:finns|ligger)\\s+(?:bara\\s+)?(?:en|ett)\\s+(?:\\p{L}+\\s+)?${SHOP}`,
  `(?:enda|sista)\\s+(?:\\p{L}+\\s+)?${SHOP}(?:en|et|n|t)?`,
];
/** «kiosk i Lingbo», «kyrkan i Åmot»: where the place has a name. */
const IN_A_PLACE = `(?:${SHOP}(?:en|et|n|t)?|${PUBLIC})\\s+${AT}\\s+(?<place>\\p{L}+)`;

/** Names that are never anything else. */
const CHAIN =
  "(?:ICA|Coop|Hemköp|Willys|City ?Gross|Konsum|Lidl|Handlar['’]n|Närlivs|Nära Dej|Matöppet|Dollarstore|Biltema|Jula|Rusta|ÖoB|Clas ?Ohlson|Elgiganten|Systembolaget|OK ?Q8|Circle ?K|Preem|St1|Qstar|Apoteket|Apotek Hjärtat|Kronans|Pressbyrån|7-Eleven|McDonald['’]?s|Burger King|Sibylla|Frasses|Swedbank|Handelsbanken|Nordea|Länsförsäkringar|Lindex|KappAhl|Dressmann|Byggmax|XL-Bygg|Bauhaus|Granngården|Mekonomen|Vianor|Euromaster|Folktandvården|Friskis(?: ?(?:&|och) ?Svettis)?|Attendo|Humana)(?::?s)?";
/** Names that are words as well: only where one is at them. */
const CHAIN_WORD = "(?:Tempo|Shell|Ingo|Tanka|Gulf|Max|Normal|Direkten|Woody|Actic|Scandic|SEB)";
const NEARBY = "(?:på|vid|hos|utanför|innanför|bakom|framför|intill|bredvid|mitt ?emot|från|till|runt|kring)";
/** «Åmots Bageri», «Ockelbo IF», «Perslundaskolan». */
const NAMED = [
  "\\p{Lu}\\p{L}+(?:\\s+\\p{Lu}\\p{L}+)?\\s+(?:Livs|Lanthandel|Handel|Bageri|Konditori|Pizzeria|Kiosk|Grill|Gatukök|Salong|Frisör|Café|Kafé|Krog|Restaurang|Värdshus|Wärdshus|Hotell|Camping|Järn|Bygg|Bil|Motor|Åkeri|Friskola|Förskola|AB|HB|KB|IF|IK|BK|SK|FF|GoIF|OK|FK|RK)",
  "(?!(?:Grund|Hög|Gymnasie|Sär|Låg|Mellan|Musik|Kultur|Folkhög|Fri|Kvälls|Sommar|Söndags)skolan)\\p{Lu}\\p{L}{2,}skolan",
  "(?:Missions|Pingst|Elim|Betel|Filadelfia|Frälsnings)\\p{L}*(?:kyrkan|kapellet|armén)",
];

const OURS =
  "(?:vår|vårt|våra|min|mitt|mina)\\s+(?:\\p{L}+\\s+)?(?:butik|affär|kiosk|restaurang|pizzeria|salong|lokal|skyltfönster|dörr|entré|kassa|personal|kunder|lager|bensinmack|mack|kafé|café|frisör|verkstad|bageri|hotell|gym|klinik|förening|klubb|kyrka|moské|skola|förskola|hyresgäst|tvätt|byrå|gård|stuga|anläggning|camping|apotek|bank|mottagning|företag|firma|fabrik|ridskola|trapphus|bensinstation|solarium)\\p{L}*";
/** «vi på fritidsgården», «oss i klubbstugan». */
const US_THERE =
  "(?:vi|oss|jag)\\s+(?:här\\s+)?(?:på|i|vid)\\s+\\p{L}*(?:gården|skolan|kyrkan|stugan|föreningen|klubben|boendet|stationen|bolaget)";
const ADDRESS = "(?<!\\p{L})\\p{L}{1,40}(?:väg|vägen|gata|gatan|gränd|stig|stigen|torget)\\s{1,5}\\d{1,3}(?!\\d)";

const whole = (words: string, flags: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);
const POINTING: readonly RegExp[] = [
  whole(`${OURS}|${US_THERE}|${ADDRESS}`, "iu"),
  whole(IN_A_PLACE, "giu"),
  whole(ONE_OF_FEW.join("|"), "iu"),
  whole(`${THE_ONE}(?:\\s+vid\\s+\\p{L}+)?`, "iu"),
  whole(CHAIN, "iu"),
  whole(`${NEARBY}\\s+${CHAIN_WORD}|${NAMED.join("|")}`, "u"),
];
const NAME = /^\p{Lu}/u;

/** The words by which others would understand who was heard; undefined when there are none. */
export function pointsOut(text: string): string | undefined {
  for (const pattern of POINTING)
    for (const found of pattern.global ? text.matchAll(pattern) : [pattern.exec(text)]) {
      const place = found?.groups?.["place"];
      if (found !== null && (place === undefined || NAME.test(place))) return found[0].trim();
    }
  return undefined;
}
