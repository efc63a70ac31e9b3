// The parts put together as the mock-ups have them: a promise, a desk, a walk. Figures are made up to show the form.
import { Button, LinkButton } from "./button.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { Clock, SilenceClock } from "./clock.tsx";
import { DataTable } from "./data-table.tsx";
import { exampleStages } from "./gallery.tsx";
import { Icon } from "./icon.tsx";
import { KindChip, type KnowledgeKind } from "./kind.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { PageHeading } from "./page-heading.tsx";
import { PartyName } from "./party-name.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { PublicFooter } from "./public-footer.tsx";
import { PublicHeader } from "./public-header.tsx";
import { SectionHeading } from "./section-heading.tsx";
import { SerifQuote } from "./serif-quote.tsx";
import { SignatureBlock } from "./signature-block.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StaffHeader } from "./staff-header.tsx";
import { StageLine } from "./stage-line.tsx";
import { Status, StatusDiamond, type StatusKind } from "./status.tsx";
import { TargetMeter } from "./target-meter.tsx";
import { TextArea } from "./text-area.tsx";

/** What a resident meets. */
export function PromisePage() {
  return (
    <>
      <SkipLink lang="sv" />
      <PublicHeader
        lang="sv"
        place="Ockelbo"
        home="#"
        what="medborgarlöfte"
        otherLanguage="?lang=en"
        menu={[
          { word: "Löften", href: "#loften", current: true },
          { word: "Du sa", href: "#du-sa" },
          { word: "Så går det", href: "#sa-gar-det" },
          { word: "Lämna synpunkt", href: "#synpunkt" },
          { word: "Om", href: "#om" },
        ]}
      />
      <main id="content">
        <div className="hero">
          <div className="wrap split">
            <PageHeading
              document
              over={
                <>
                  <PartyName party="municipality">Ockelbo kommun</PartyName>
                  <PartyName party="police">Polisen, lokalpolisområde Gästrikland</PartyName>
                </>
              }
              heading="Medborgarlöfte för Ockelbo 2025–2027"
              lead="Tre löften om det ni sagt är viktigast: farten på två vägar, ungas kontakt med droger och en mörk gångväg. Här ser du vad vi lovat, vad som blivit gjort och vad vi inte vet."
            />
            <SilenceClock
              heading="Senaste ordet från oss"
              figure="23"
              words="dagar sedan"
              gone={0.256}
              from={
                <>
                  20 okt 2026
                  <br />
                  halvårsrapport
                </>
              }
              to={
                <>
                  Vi har lovat ett ord
                  <br />
                  senast 18 jan 2027
                </>
              }
            />
          </div>
        </div>
        <StageLine lang="sv" stages={exampleStages} current="follow" as="folded" />
        <div className="wrap">
          <PromiseCard
            lang="sv"
            first
            number="Löfte 1"
            status={{ kind: "partly", word: "Delvis" }}
            text="Vi lovar att farten ska sjunka på Åmotsvägen och Bruksvägen, så att den som går eller cyklar till skolan kan känna sig trygg."
            source="Ordagrant ur det undertecknade löftet, sidan 1"
            columns={{
              done: {
                figure: "31",
                of: "av minst 44 kontroller hittills",
                body: (
                  <>
                    <TargetMeter
                      done={31}
                      total={72}
                      due={44}
                      sentence="31 kontroller gjorda av 72, 44 skulle ha varit gjorda vid det här laget"
                      dueWords="44 vid det här laget"
                      totalWords="72"
                    />
                    <p>
                      Polisen ligger efter. Två poliser har varit utlånade sedan mars.{" "}
                      <a href="#avvikelse">Avvikelsen</a>
                    </p>
                  </>
                ),
              },
              result: {
                figure: "47",
                of: "km/h på Åmotsvägen",
                kind: "measured",
                body: <p>Så fort kör 85 av 100 som mest. Gränsen är 40. Farten har sjunkit, målet är inte nått.</p>,
              },
              felt: {
                figure: "Går inte att säga",
                kind: "felt",
                body: <p>22 svarade, färre än de 30 som behövs. Svaren är självvalda. Nästa fråga ställs i april.</p>,
              },
            }}
            lineage={[
              { text: "48 iakttagelser", href: "#1" },
              { text: "Problemet: fart vid skolvägen", href: "#2" },
              { text: "Löfte 1", href: "#3", here: true },
              { text: "4 aktiviteter", href: "#4" },
              { text: "Fart 52 till 47 km/h", href: "#5" },
              { text: "23 svar till er", href: "#6" },
            ]}
          />
          <PromiseCard
            lang="sv"
            number="Löfte 2"
            example
            status={{ kind: "running", word: "Pågår" }}
            text="Vi lovar att varje termin möta alla elever i årskurs 7, 8 och 9 på planerade forum om alkohol, narkotika, doping och tobak."
            columns={{
              done: { figure: "9", of: "av 12 forum hittills", body: <p>Två hölls senare än planerat.</p> },
              result: {
                status: { kind: "unmeasurable", word: "Ej mätbar" },
                kind: "recorded",
                body: <p>Användning går inte att följa med så små tal. Fler kontroller ger fler anmälningar.</p>,
              },
              felt: {
                figure: "7 av 10",
                of: "vet vart de vänder sig",
                kind: "felt",
                body: <p>Före: 5 av 10. 96 svar, intervall 60–78 %. Så stor skillnad ger slumpen sällan.</p>,
              },
            }}
          />
          <section className="split">
            <div className="stack">
              <SectionHeading heading="Du sa, vi gjorde">
                <a href="#alla">Alla 61 svar</a>
              </SectionHeading>
              <ul className="list">
                <li>
                  <SerifQuote text="Det är kolsvart mellan stationen och skolan från fyra på eftermiddagen." />
                  <p>
                    <Status kind="met" word="Gjort" /> <b>Sex av åtta lampor är bytta.</b> De två sista sitter på
                    järnvägens mark. Trafikverket byter dem i december.
                  </p>
                  <p className="small quietest">12 iakttagelser om samma plats · svarat 4 nov 2026</p>
                </li>
                <li>
                  <SerifQuote text="Sätt upp en kamera vid torget." />
                  <p>
                    <Status kind="missed" word="Gör vi inte" />{" "}
                    <b>Platsen har för få händelser för att få kameratillstånd.</b> Vi lyser upp torget och öppnar
                    fritidsgården på fredagar i stället.
                  </p>
                  <p className="small quietest">5 iakttagelser · svarat 28 okt 2026</p>
                </li>
              </ul>
            </div>
            <div className="stack">
              <SectionHeading heading="Undertecknat" />
              <SignatureBlock
                municipality={{
                  signed: true,
                  heading: "Kommunen",
                  lines: ["Kommunstyrelsens ordförande", "15 maj 2025 kl 10.42"],
                }}
                police={{
                  signed: true,
                  heading: "Polisen",
                  lines: ["Lokalpolis\u00ADområdes\u00ADchef", "15 maj 2025 kl 10.51"],
                }}
                whole="Båda har skrivit under"
              />
              <p className="small">
                <a href="/granska">Kontrollera själv att texten är oförändrad</a>
              </p>
              <SectionHeading heading="Följ löftet" />
              <div className="row">
                <LinkButton href="#epost">E-post</LinkButton>
                <LinkButton href="#kalender">Kalender</LinkButton>
                <LinkButton href="#flode">Flöde</LinkButton>
              </div>
            </div>
          </section>
        </div>
      </main>
      <PublicFooter
        links={[
          { word: "Öppna data", href: "/oppna-data" },
          { word: "Tillgänglighet", href: "#tillganglighet" },
          { word: "Diarienummer KS 2025/118", href: "#diarium" },
        ]}
      >
        <p>Exempelsida. Siffrorna är påhittade för att visa formen.</p>
      </PublicFooter>
    </>
  );
}

const waits = [
  ["Svara tre boende om lamporna vid stationen", "De frågade för 23 dagar sedan. Utkast finns.", "Läs utkastet"],
  ["Välj vem som går med den 24 november", "Trygghetsvandring i Ockelbo, 14 anmälda. Sekreterare saknas.", "Välj"],
] as const;
const red: readonly (readonly [StatusKind, string, string, string])[] = [
  ["missed", "Fartkontroller, Bruksvägen", "Polisen. Sex kontroller efter plan, orsak: personal utlånad.", "6 efter"],
  ["unmeasurable", "Löfte 2 saknar mått på användning", "Båda. Går inte att mäta i Ockelbo.", "välj"],
];
const news: readonly (readonly [string, string, KnowledgeKind, string])[] = [
  ["Bilar kör om vid övergångsstället", "Åmotsvägen, sträcka", "felt", "i går 17.40"],
  ["Hastighet, 14 dygn, 9 204 fordon", "Bruksvägen, punkt", "measured", "i går 08.00"],
];

/** What the coordinator meets in the morning. */
export function DeskPage() {
  return (
    <>
      <SkipLink lang="sv" />
      <StaffHeader
        lang="sv"
        home="#"
        partnershipName="Ockelbo kommun och Polisen Gästrikland"
        links={[
          { word: "Sök", href: "#sok" },
          { word: "Öppna data", href: "#data" },
          { word: "Logg", href: "#logg" },
        ]}
        person={{ party: "municipality", role: "Säkerhetschef, Ockelbo kommun" }}
      />
      <StageLine lang="sv" stages={exampleStages} current="follow" />
      <main id="content" className="wrap page">
        <PageHeading
          over={<span>Torsdag 12 november 2026, månad 23 av 36</span>}
          heading="Rapporten är nästa steg"
          lead="Två saker är dina i dag. Båda går att göra klart på tio minuter."
        />
        <div className="split">
          <div className="stack-loose">
            <section>
              <SectionHeading heading="Din tur">2 i dag, 3 den här veckan</SectionHeading>
              <ul className="list">
                <li className="list-row-acting list-turn">
                  <div>
                    <b>Godkänn årsrapportens siffror för kommunen</b>
                    <p className="small quiet">Rapporten kan publiceras när ni båda har sagt ja.</p>
                  </div>
                  <LinkButton href="#rapport" small>
                    Öppna rapporten <Icon name="arrow" />
                  </LinkButton>
                </li>
                {waits.map(([what, why, act]) => (
                  <li key={what} className="list-row-acting">
                    <div>
                      <b>{what}</b>
                      <p className="small quietest">{why}</p>
                    </div>
                    <LinkButton href="#gor" small>
                      {act}
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <SectionHeading heading="Röda listan">
                <a href="#sa">Så väljs den</a>
              </SectionHeading>
              <ul className="list">
                {red.map(([kind, what, why, how]) => (
                  <li key={what} className={`list-row-status status-${kind}`}>
                    <StatusDiamond kind={kind} />
                    <div>
                      <b>{what}</b>
                      <p className="small quiet">{why}</p>
                    </div>
                    <span className="list-end">{how}</span>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <SectionHeading heading="Nytt in">
                <a href="#alla">Alla 214</a>
              </SectionHeading>
              <DataTable
                caption="Nytt in"
                captionHidden
                rows={news}
                rowKey={(row) => row[0]}
                columns={[
                  { head: "Vad", cell: (row) => row[0] },
                  { head: "Plats", cell: (row) => row[1] },
                  { head: "Slag", cell: (row) => <KindChip kind={row[2]} lang="sv" /> },
                  { head: "När", cell: (row) => <span className="no-wrap">{row[3]}</span> },
                ]}
              />
            </section>
          </div>
          <section>
            <SectionHeading heading="Klockor" />
            <ul className="list">
              <li>
                <Clock
                  name="Ord till invånarna"
                  left="67 dagar kvar"
                  gone={0.256}
                  from="20 okt rapport"
                  to="lovat 18 jan"
                />
              </li>
              <li>
                <Clock
                  name="Svar till den som frågat"
                  left="9 dagar över"
                  late
                  gone={1}
                  from="lovat: 14 dagar"
                  to="3 väntar"
                />
              </li>
              <li>
                <Clock
                  name="Lägesbild, lag 2023:196"
                  left="4 månader kvar"
                  gone={0.83}
                  from="version 3, mars 2025"
                  to="mars 2027"
                />
              </li>
            </ul>
          </section>
        </div>
      </main>
    </>
  );
}

/** What a note-taker meets in the dark. */
export function WalkPage() {
  return (
    <div data-density="field">
      <OfflineBar lang="sv" outbox={{ state: "waiting", waiting: 3, sent: 14, offline: true }} />
      <main id="content" className="wrap page stack">
        <PageHeading heading="Stopp 4: tunneln" over={<span>Vandring Ockelbo, 18.52, mörkt, grupp B</span>} />
        <ChoiceGroup
          label="Vad är det?"
          defaultValue="problem"
          options={[
            { value: "problem", word: "Problem" },
            { value: "good", word: "Bra plats" },
            { value: "idea", word: "Idé" },
            { value: "question", word: "Fråga" },
          ]}
        />
        <TextArea
          label="Vad ser du, och vad gör det med platsen?"
          guide="Skriv om platsen, inte om personer. Inga namn, inga bilnummer."
          defaultValue="Två av fyra lampor i tunneln är släckta. Häcken på östra sidan skymmer utgången."
        />
        <div className="dock">
          <Button kind="turn" wide>
            Spara på telefonen
          </Button>
        </div>
      </main>
    </div>
  );
}
