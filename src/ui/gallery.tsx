// Every part in its states, to be looked at and tested. Figures are made up to show the form.
import type { ReactNode } from "react";
import type { Day } from "../ground/time.ts";
import { BarChart, type Bar } from "./bar-chart.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Button, LinkButton } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { Clock, SilenceClock } from "./clock.tsx";
import { DataTable } from "./data-table.tsx";
import { DateField } from "./date-field.tsx";
import { DemoBanner } from "./demo-banner.tsx";
import { Diff } from "./diff.tsx";
import { Empty } from "./empty.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { EvidenceChip } from "./evidence-chip.tsx";
import { ExampleMark } from "./example-mark.tsx";
import { Facts } from "./facts.tsx";
import { FileField } from "./file-field.tsx";
import { formatHash, softHyphens } from "./format.ts";
import { Icon } from "./icon.tsx";
import { KindChip, KindShape } from "./kind.tsx";
import { Lineage } from "./lineage.tsx";
import { Loading } from "./loading.tsx";
import { LegendSign, MapFrame } from "./map-frame.tsx";
import { Mark } from "./mark.tsx";
import { Notice } from "./notice.tsx";
import { NumberStepper } from "./number-stepper.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PartyName } from "./party-name.tsx";
import { Prose } from "./prose.tsx";
import { Receipt } from "./receipt.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { Select } from "./select.tsx";
import { SerifQuote } from "./serif-quote.tsx";
import { SignatureBlock } from "./signature-block.tsx";
import { SkipLink } from "./skip-link.tsx";
import { SmallNumberNotice } from "./small-number-notice.tsx";
import { StaffHeader } from "./staff-header.tsx";
import { StageLine, StageMini, type StageLinks } from "./stage-line.tsx";
import { Status, type StatusKind } from "./status.tsx";
import { Checks, Steps } from "./steps.tsx";
import { TableTwin } from "./table-twin.tsx";
import { Tag } from "./tag.tsx";
import { TargetMeter } from "./target-meter.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";
import { TourCard } from "./tour-card.tsx";

export const exampleStages: StageLinks = {
  collect: { href: "#lyssna", count: "3 nya sedan i går" },
  picture: { href: "#lagesbild", count: "version 3 gäller till mars" },
  prioritise: { href: "#prioritera", count: "7 problem, 3 valda" },
  pledge: { href: "#lova", count: "löfte 2025–2027 gäller" },
  act: { href: "#gora", count: "9 aktiviteter, 2 efter" },
  follow: { href: "#folj-upp", count: "rapport ska skrivas" },
  tell: { href: "#beratta", count: "4 svar väntar" },
};

const statuses: readonly (readonly [StatusKind, string])[] = [
  ["met", "Uppfylld"],
  ["exceeded", "Överträffad"],
  ["partly", "Delvis"],
  ["running", "Pågår"],
  ["behind", "Efter plan"],
  ["waiting", "Ej påbörjad"],
  ["missed", "Ej uppfylld"],
  ["ended", "Utgår"],
  ["unmeasurable", "Ej mätbar"],
];

const year: readonly Bar[] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"].map(
  (short, place) => ({
    label: `${short} 2025`,
    short,
    count: [6, 8, undefined, 9, 12, 7, undefined, 5, 8, 14, 9, 0][place],
  }),
);
const threeYears: readonly Bar[] = Array.from({ length: 36 }, (_, place) => ({
  label: `${String((place % 12) + 1).padStart(2, "0")}/${2023 + Math.floor(place / 12)}`,
  count: (place * 7) % 23 > 4 ? (place * 7) % 23 : undefined,
}));

/** One page with everything. */
export function Gallery() {
  return (
    <>
      <SkipLink lang="sv" />
      <DemoBanner lang="sv">Ockelbos löften är på riktigt. Iakttagelser och mätningar är påhittade.</DemoBanner>
      <StaffHeader
        lang="sv"
        home="#"
        partnershipName="Ockelbo kommun och Polisen Gästrikland"
        links={[
          { word: "Sök", href: "#sok" },
          { word: "Öppna data", href: "#data" },
        ]}
        person={{ party: "municipality", role: "Säkerhetschef, Ockelbo kommun" }}
        otherLanguage="?lang=en"
      />
      <StageLine lang="sv" stages={exampleStages} current="follow" />
      <main id="content" className="wrap page">
        <Breadcrumb
          lang="sv"
          parts={[{ word: "Ockelbo", href: "#" }, { word: "Medborgarlöfte", href: "#m" }, { word: "2022–2024" }]}
        />
        <PageHeading over={<span>Alla delar</span>} heading="Samsyns delar" lead="Varje del i sina tillstånd." />
        <Shelf name="Märket är en mätare">
          <div className="row">
            <Mark state="none" large name="Ingen har skrivit under" />
            <Mark state="municipality" large name="Kommunen har, polisen saknas" />
            <Mark state="whole" large name="Båda har" />
          </div>
        </Shelf>
        <Shelf name="Status, knappar, kunskapsslag">
          <div className="split-even">
            {(["light", "dark", "night", "sun"] as const).map((theme) => (
              <div key={theme} className="sheet stack" data-theme={theme}>
                <div className="row">
                  {statuses.map(([kind, word]) => (
                    <Status key={kind} kind={kind} word={word} />
                  ))}
                </div>
                <div className="row">
                  <Button kind="main" small>
                    Spara
                  </Button>
                  <Button kind="turn" small>
                    Din tur
                  </Button>
                  <Button small>Avbryt</Button>
                  <Button kind="bare" small>
                    Hoppa över
                  </Button>
                </div>
                <div className="row">
                  <KindChip kind="felt" lang="sv" />
                  <KindChip kind="recorded" lang="sv" />
                  <KindChip kind="measured" lang="sv" />
                  <a href="#lank">en länk</a>
                  <ExampleMark lang="sv" />
                  <Mark />
                </div>
              </div>
            ))}
          </div>
        </Shelf>
        <Shelf name="Part">
          <div className="row">
            <PartyName party="municipality">kommunen</PartyName>
            <PartyName party="municipality" done={false}>
              kommunen, inte klar
            </PartyName>
            <PartyName party="police">polisen</PartyName>
            <PartyName party="police" done={false}>
              polisen, inte klar
            </PartyName>
            <PartyName party="both">gemensamt</PartyName>
          </div>
        </Shelf>
        <Shelf name="Knappar">
          <div className="row">
            <Button kind="turn">
              <Icon name="lock" /> Skriv under med passkey
            </Button>
            <Button kind="main">Skicka till polisen</Button>
            <Button>Fråga invånarna</Button>
            <LinkButton href="#rapport">
              Öppna rapporten <Icon name="arrow" />
            </LinkButton>
            <Button blocked="Två anmärkningar är kvar. Lös dem först.">Publicera</Button>
          </div>
        </Shelf>
        <Fields density="desk" />
        <Shelf name="Besked">
          <ErrorSummary
            heading="Två saker återstår"
            errors={[{ fieldId: "klart-desk", text: "Välj en dag som finns" }]}
          />
          <Notice
            kind="error"
            heading="Underskriften blev inte av"
            safe="Texten är oförändrad."
            text="Försök igen, eller byt enhet."
            code="Felkod 401-2"
          />
          <Notice kind="advice" heading="”Verka för” är inte en handling" text="Skriv vad ni gör." />
          <Notice kind="done" heading="Löftet är publicerat" text="Invånarna kan läsa det nu." />
          <Notice heading="Pågår det nu? Ring 112" text="Det här läses på vardagar." />
          <SmallNumberNotice
            heading="Lingbo och Åmot visas inte för sig"
            text="Där finns färre än 5 poster. Så få kan peka ut någon, och säger inget säkert om platsen."
          >
            <a href="#landsbygd" className="small">
              Visa dem tillsammans som landsbygd
            </a>
          </SmallNumberNotice>
          <div className="split-even">
            <Empty
              heading="Inga iakttagelser från Lingbo än"
              text="Det betyder inte att allt är bra där. Ingen har gått eller frågat."
              action={<LinkButton href="#ny">Planera en vandring</LinkButton>}
            />
            <div className="sheet">
              <Loading text="Räknar om 9 204 fordon" note="Brukar ta 4 sekunder" />
            </div>
          </div>
        </Shelf>
        <Shelf name="Utan täckning">
          <div data-theme="night" data-density="field">
            <OfflineBar lang="sv" outbox={{ state: "waiting", waiting: 3, sent: 14, offline: true }} />
            <OfflineBar lang="sv" outbox={{ state: "sent", sent: 17, at: "19.40" }} />
            <OfflineBar lang="sv" outbox={{ state: "refused", refused: 1, href: "#varfor" }} />
          </div>
        </Shelf>
        <Shelf name="Skeden">
          <StageLine lang="sv" stages={exampleStages} current="pledge" as="compact" of="Redigering" />
          <StageMini lang="sv" stages={exampleStages} current="follow" of="Telefon" />
        </Shelf>
        <Shelf name="Härkomst och väg">
          <Lineage
            lang="sv"
            steps={[
              { text: "21 röster", note: "ur lägesbild 4", href: "#1" },
              { text: "Mörk gångväg", note: "problem 2 av 7", href: "#2" },
              { text: "Löfte 1", note: "du är här", here: true },
              { text: "2 aktiviteter", note: "en saknar ägare", href: "#3" },
              { text: "Inget utfall valt", note: "välj hur det mäts", missing: true },
            ]}
          />
          <Steps
            steps={[
              { heading: "Vi har läst den", text: "27 oktober. Ingenting om dig sparas." },
              {
                heading: "Den blev en del av löfte 3",
                state: "here",
                text: (
                  <>
                    Sex av åtta lampor är bytta. <Status kind="partly" word="Delvis" />
                  </>
                ),
              },
              { heading: "Trafikverket byter de två sista", state: "future", text: "Lovat till december." },
              { heading: "Vi går vägen igen", state: "future", text: "24 november kl 18 från biblioteket." },
            ]}
          />
          <Checks
            checks={[
              { met: true, text: "Alla nio aktiviteter har en ägare som sagt ja" },
              { met: false, text: "Datum saknas för aktivitet 1.1" },
            ]}
          />
        </Shelf>
        <Shelf name="Mål och klockor">
          <div className="split-even">
            {(["exact", "at-least", "approximately"] as const).map((qualifier) => (
              <TargetMeter
                key={qualifier}
                qualifier={qualifier}
                done={8}
                total={12}
                due={9.6}
                sentence="8 av 12 gjorda, 10 vid det här laget"
                dueWords="10 vid det här laget"
                totalWords="12"
              />
            ))}
            <TargetMeter
              done={31}
              total={72}
              due={44}
              sentence="31 av 72"
              dueWords="44 vid det här laget"
              totalWords="72"
            />
          </div>
          <div className="split-even">
            <SilenceClock
              heading="Senaste ordet från oss"
              figure="23"
              words="dagar sedan"
              gone={0.256}
              from="20 okt 2026, halvårsrapport"
              to="lovat 18 jan 2027"
            />
            <div className="stack">
              <Clock
                name="Svar till den som frågat"
                left="9 dagar över"
                late
                gone={1}
                from="lovat: 14 dagar"
                to="3 väntar"
              />
              <Clock name="Lägesbild, lag 2023:196" left="4 månader kvar" gone={0.83} from="mars 2025" to="mars 2027" />
            </div>
          </div>
        </Shelf>
        <Shelf name="Underlag">
          <div className="evidence-chips">
            <EvidenceChip kind="felt" href="#e1">
              12 iakttagelser, vandring okt 2027
            </EvidenceChip>
            <EvidenceChip kind="recorded" href="#e2">
              under 5 anmälningar
            </EvidenceChip>
            <EvidenceChip kind="measured" old href="#e3">
              ljus i 12 punkter, 2024, äldre än två år
            </EvidenceChip>
          </div>
          <div className="row">
            <Tag>belysning</Tag>
            <Tag>trafik</Tag>
          </div>
          <SerifQuote
            text="Det är kolsvart mellan stationen och skolan från fyra på eftermiddagen."
            from="12 iakttagelser om samma plats · svarat 4 nov 2026"
          />
          <Diff
            lang="sv"
            parts={[
              { text: "Kommunen " },
              { text: "ska verka för att gångvägen är upplyst", change: "removed" },
              { text: " " },
              { text: "byter åtta lampor på gångvägen före 1 november 2028", change: "added" },
              { text: " och klipper häckar." },
            ]}
          />
          <Receipt codeWords="Din kod" code="TALL 4827 RÄV" note="Lämnad 26 oktober 2026, utan namn">
            <SerifQuote text="Jag går en omväg med barnen." />
          </Receipt>
        </Shelf>
        <Shelf name="Tabell och diagram">
          <DataTable
            caption="Nytt in"
            rows={[
              ["Bilar kör om vid övergångsstället", "Åmotsvägen, sträcka", "felt", "i går 17.40"],
              ["Hastighet, 14 dygn, 9 204 fordon", "Bruksvägen, punkt", "measured", "i går 08.00"],
              ["Polisens händelser, vecka 45: 4 st", "hela kommunen", "recorded", "9 nov"],
            ]}
            rowKey={(row) => row[0] ?? ""}
            columns={[
              { head: "Vad", names: true, cell: (row) => row[0] },
              { head: "Plats", cell: (row) => row[1] },
              { head: "Slag", cell: (row) => <KindChip lang="sv" kind={row[2] as "felt"} /> },
              { head: "När", number: true, cell: (row) => row[3] },
            ]}
          />
          <BarChart
            lang="sv"
            sentence="Flest händelser i oktober: 14 av årets 78."
            bars={year}
            heads={["Månad", "Händelser"]}
            withheldWord="färre än 5"
          />
          <BarChart
            lang="sv"
            both
            sentence="Händelserna har varit ungefär lika många i tre år."
            bars={threeYears}
            heads={["Månad", "Händelser"]}
            withheldWord="färre än 5"
          />
        </Shelf>
        <Shelf name="Karta">
          <TableTwin
            lang="sv"
            what="map"
            table={<p>Tabellen med samma urval.</p>}
            picture={
              <MapFrame
                lang="sv"
                sentence="Flest poster vid torget, 17 av 172."
                credit="Schematisk karta"
                unplaced={{
                  heading: "14 händelser utan plats",
                  text: "Polisen anger bara kommun. Därför ritas de inte.",
                }}
                legend={{
                  rows: [
                    { sign: <LegendSign sign="hatch" />, sentence: "randigt: 1–4 poster, talet visas inte" },
                    { sign: <LegendSign sign="class-4" />, sentence: "mörkare: fler poster per ruta" },
                    { sign: <LegendSign sign="stretch" />, sentence: "sträcka som känns otrygg" },
                    { sign: <KindShape kind="measured" />, sentence: "fart, 85 av 100 kör högst så" },
                  ],
                }}
                controls={
                  <>
                    <button type="button" aria-label="Zooma in">
                      <Icon name="plus" />
                    </button>
                    <button type="button" aria-label="Zooma ut">
                      <Icon name="minus" />
                    </button>
                  </>
                }
              >
                <span />
              </MapFrame>
            }
          />
        </Shelf>
        <Shelf name="Underskrifter">
          <div className="split-even">
            <SignatureBlock
              municipality={{
                signed: true,
                heading: "Kommunen har skrivit under",
                lines: ["Kommunstyrelsens ordförande", "15 maj kl 10.42"],
              }}
              police={{
                signed: false,
                own: true,
                heading: "Polisen saknas",
                lines: [softHyphens("Lokalpolisområdeschef"), "det är du"],
              }}
            />
            <SignatureBlock
              municipality={{
                signed: true,
                heading: "Kommunen",
                lines: ["Kommunstyrelsens ordförande", "15 maj kl 10.42"],
              }}
              police={{
                signed: true,
                heading: "Polisen",
                lines: [softHyphens("Lokalpolisområdeschef"), "15 maj kl 10.51"],
              }}
              others={[{ signed: true, heading: "Räddningstjänsten", lines: ["Förbundschef", "16 maj kl 8.00"] }]}
              whole="Alla har skrivit under"
            />
          </div>
          <p className="code small">{formatHash("7f3a09c2e41b88d05a6e")}</p>
        </Shelf>
        <Shelf name="Text">
          <Prose>
            <p>
              Tre löften om det ni sagt är viktigast: farten på två vägar, ungas kontakt med droger och en mörk gångväg.
            </p>
            <h2>Så läser du</h2>
            <ul>
              <li>Serif är exakta ord.</li>
              <li>
                Allt annat är våra ord, och de kan <a href="#kolla">kontrolleras</a>.
              </li>
            </ul>
          </Prose>
          <Facts
            facts={[
              { name: "Diarienummer", value: "KS 2025/118" },
              { name: "Gäller", value: "1 januari 2025–31 december 2027" },
            ]}
          />
        </Shelf>
        <TourCard lang="sv" step={3} of={7} heading="Problemet väljs" back="#2" next="#4" leave="#">
          <p>Båda parter har vägt det. Här står varför det valdes, och vad som inte valdes.</p>
        </TourCard>
      </main>
    </>
  );
}

/** The fields, at the desk's size or in the field's. */
export function Fields({ density }: { density: "desk" | "field" }) {
  return (
    <Shelf name="Fält">
      <div className="split-even">
        <TextField label="Hur ofta?" guide="Skriv ett tal och en period." defaultValue="minst 2 per månad" />
        <TextField
          id={`klart-${density}`}
          label="När ska det vara klart?"
          guide="Invånarna får samma datum."
          defaultValue="31 februari 2027"
          error="Februari 2027 har 28 dagar. Välj en dag som finns."
        />
        <TextArea label="Vad ser du, och vad gör det med platsen?" guide="Skriv om platsen, inte om personer." />
        <TextArea
          label="Löftets ord"
          word
          defaultValue="Vi lovar att gångvägen ska vara upplyst."
          optional="frivilligt"
        />
        <NumberStepper lang="sv" label="Hur många håller med?" value={4} onChange={() => undefined} />
        <NumberStepper lang="sv" label="Antal deltagare" defaultValue={12} />
        <Select
          label="Vem"
          empty="Välj enhet"
          options={[
            { value: "tek", word: "Tekniska enheten" },
            { value: "fri", word: "Fritidsgården" },
          ]}
        />
        <DateField label="Datum" defaultValue={"2026-11-24" as Day} />
        <FileField label="Foto" guide="Ansikten döljs. Platsen i bilden tas bort." accept="image/*" />
        <ChoiceGroup
          label="Vad är det?"
          defaultValue="problem"
          columns={2}
          options={[
            { value: "problem", word: "Problem" },
            { value: "good", word: "Bra plats" },
            { value: "idea", word: "Idé" },
            { value: "question", word: "Fråga" },
          ]}
        />
        <ChoiceGroup
          label="Vilka teman?"
          many
          defaultValue={["light"]}
          error="Välj högst två."
          options={[
            { value: "light", word: "Belysning", guide: "lampor, mörka stråk" },
            { value: "traffic", word: "Trafik" },
          ]}
        />
        <Checkbox label="Dela med polisen" guide="De ser texten, inte vem som skrev." defaultChecked />
      </div>
    </Shelf>
  );
}

function Shelf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="stack gallery-shelf">
      <SectionHeading heading={name} />
      {children}
    </section>
  );
}
