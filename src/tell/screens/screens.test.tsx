// What a stranger reads, as words: from what the stages know, through the gate, to the page.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Day } from "../../ground/time.ts";
import { disclose } from "../disclosure.ts";
import type { RawSite } from "../site.ts";
import { DocumentPage, LineagePage } from "./documents.tsx";
import type { PageProps } from "./frame.tsx";
import { DialoguePage, WalkPage } from "./heard.tsx";
import { PartnershipPage } from "./partnership.tsx";
import { HomePage } from "./plain.tsx";
import { PledgePage } from "./pledge.tsx";
import { TourPage } from "./tour.tsx";

const day = (text: string) => text as Day;
const target = { comparator: "at-least" as const, value: 2, unit: "kontroller", per: "year" as const };

const RAW: RawSite = {
  slug: "ockelbo",
  name: "Ockelbo",
  example: false,
  parties: [
    { kind: "municipality", name: "Ockelbo kommun" },
    { kind: "police", name: "Polisen" },
  ],
  feedbackDays: 90,
  lastWord: { on: day("2026-03-05"), what: "report" },
  documents: [
    {
      slug: "2022-2024",
      title: "Medborgarlöfte 2022–2024",
      state: "published",
      closing: null,
      from: day("2022-01-01"),
      to: day("2024-12-31"),
      fromSaid: "2022",
      toSaid: "2024",
      preamble: "",
      basis: [],
      pledges: [
        {
          order: 1,
          text: "Vi ska arbeta för trygghet.",
          activities: [
            { number: "1.1", text: "Vi samverkar.", unit: "", target: null, uncounted: "", places: [], deadline: null },
            {
              number: "1.2",
              text: "Vi kontrollerar farten.",
              unit: "Gatuenheten",
              target,
              uncounted: "",
              places: ["Bruksvägen"],
              deadline: { said: "2024-06-30", on: day("2024-06-30") },
            },
          ],
        },
      ],
      signatures: [{ party: "police", office: "lokalpolisområdeschef", on: null, how: "paper" }],
      contentHash: "a771a9f9f85e",
      lacks: [
        { rule: "no-follow-up", where: "" },
        { rule: "cannot-fail", where: "1", said: "arbeta för" },
      ],
      left: [
        { rule: "no-baseline", where: "1.2", reason: "Mäts i mars." },
        { rule: "no-owner", where: "1.1", reason: "Utses i januari." },
      ],
      sources: [],
      note: "",
      agreement: "",
      situationReport: "",
      followUp: "",
      equality: "",
      renderings: [],
      example: false,
      gap: { from: day("2020-01-01"), to: day("2021-12-31") },
    },
  ],
  current: [
    {
      slug: "1-trygghet",
      order: 1,
      text: "Vi ska arbeta för trygghet.",
      documentSlug: "2022-2024",
      continues: false,
      causes: [],
      effect: "",
      seen: null,
      problems: [
        {
          title: "Gångvägen är mörk",
          reasons: [
            { party: "Ockelbo kommun", reason: "Det är vår mark." },
            { party: "Polisen", reason: "Folk väljer bort vägen." },
          ],
          points: [{ walk: "ockelbo-2021", number: 9 }],
          evidence: [
            { kind: "observation", pieces: 3, voices: null },
            { kind: "measurement", pieces: 1, voices: null },
          ],
        },
      ],
      activities: [
        {
          id: "01890000-0000-7000-8000-000000000001" as RawSite["current"][number]["activities"][number]["id"],
          number: "1.2",
          text: "Vi kontrollerar farten.",
          unit: "Gatuenheten",
          owner: "municipality",
          target,
          done: { value: 1, qualifier: "exact" },
          due: 2,
          inAll: 6,
          occasions: [
            {
              on: day("2022-05-01"),
              count: { value: 1, qualifier: "exact" },
              counted: "kontroll",
              place: "Bruksvägen",
              party: "Ockelbo kommun",
              outputs: [],
            },
          ],
          deviations: [],
          status: null,
        },
      ],
      indicators: [],
      example: false,
    },
  ],
  walks: [
    {
      slug: "ockelbo-2021",
      title: "Trygghetsvandring i Ockelbo",
      village: "Ockelbo",
      on: day("2021-10-26"),
      from: "18.00",
      to: "20.00",
      meetingPoint: "Utanför biblioteket",
      reference: null,
      functions: [],
      walkers: 14,
      rows: [
        {
          number: 1,
          kind: "positive",
          place: "Torget",
          text: "Det lyser till sju.",
          proposal: "",
          manager: "municipality",
          answer: "",
          reason: "",
          when: "",
          example: true,
        },
        {
          number: 9,
          kind: "problem",
          place: "Gångvägen",
          text: "Hela sträckan är svart.",
          proposal: "Stolpar",
          manager: "municipality",
          answer: "",
          reason: "",
          when: "",
          example: true,
        },
      ],
      example: false,
    },
  ],
  dialogues: [
    {
      slug: "formular-2021",
      title: "Trygghet & trivsel",
      from: day("2021-05-31"),
      to: day("2021-05-31"),
      method: "E-tjänst",
      sampleType: "self-selected",
      canInfluence: "Vad vi gör",
      cannotInfluence: "Lagen",
      answered: null,
      themes: [],
      caveat: "",
      reference: null,
      example: false,
    },
  ],
  answers: [
    {
      said: "Gångvägen är mörk",
      voices: 3,
      notes: 2,
      answer: "chosen",
      reasons: [
        { party: "Ockelbo kommun", reason: "Det är vår mark." },
        { party: "Polisen", reason: "Folk väljer bort vägen." },
      ],
      on: day("2021-12-05"),
      pledge: { order: 1, documentSlug: "2022-2024" },
      example: false,
    },
  ],
  reports: [],
};

const site = disclose(RAW);
const props: PageProps = { site, lang: "sv", today: day("2026-03-06"), demo: false };
const document = site.documents[0]!;
/** The text of a page as it is read, one space between the parts. */
const read = (page: React.ReactElement) =>
  renderToStaticMarkup(page)
    .replaceAll("\u00AD", "")
    .replaceAll("&amp;", "&")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("the page of a document", () => {
  const text = read(<DocumentPage {...props} document={document} />);
  test("says at each activity who, how much, where and when, or that it is missing", () => {
    expect(text).toContain("Vi samverkar. Vem saknas Hur mycket saknas Var saknas När saknas");
    expect(text).toContain("Vem Gatuenheten Hur mycket minst 2 kontroller Var Bruksvägen När senast 30 juni 2024");
  });
  test("gathers what is missing in one sentence", () =>
    expect(text).toContain(
      "Aktiviteterna saknar ansvarig enhet, antal, plats och tid. Det står inte när löftet ska följas upp.",
    ));
  test("says what was left on purpose, and why, at its place", () => {
    expect(text).toContain("Ingen ansvarig enhet. Parternas skäl: Utses i januari.");
    expect(text).toContain("Det står inte hur det var innan. Parternas skäl: Mäts i mars.");
  });
  test("says what cannot fail at the words it is about", () =>
    expect(text).toContain("Vi ska arbeta för trygghet. «arbeta för» kan inte misslyckas."));
  test("gives no day to a signature whose day was never published", () =>
    expect(text).toContain("dagen är inte publicerad, på papper"));
  test("shows the checksum in groups of four", () => expect(text).toContain("a771 a9f9 f85e"));
});

test("years without a promise stand in the chain", () =>
  expect(read(<LineagePage {...props} />)).toContain("2020–2021 inget löfte"));

describe("the page of a partnership", () => {
  const text = read(<PartnershipPage {...props} />);
  test("counts in the form the number asks for", () => {
    expect(text).toContain("1 dag sedan");
    expect(text).toContain("1 vandring, 1 dialog");
    expect(text).toContain("Läs svaret");
  });
  test("tells a walk as a day, a village and how many walked", () =>
    expect(text).toContain("26 oktober 2021 · Ockelbo · 14 gick · 2 punkter i protokollet"));
  test("never says that nobody answered a form whose answers were not published", () => {
    expect(text).toContain("31 maj 2021 · Svaren är inte publicerade");
    expect(text).not.toContain("0 svarade");
  });
  test("says each party's reason under its own name", () =>
    expect(text).toContain("Ockelbo kommun Det är vår mark. Polisen Folk väljer bort vägen."));
});

describe("the page of a promise", () => {
  const text = read(<PledgePage {...props} pledge={site.current[0]!} />);
  test("leads to the published points it rests on and hides how few the others are", () => {
    expect(text).toContain("Punkt 9, vandringen 26 oktober 2021 färre än 5 iakttagelser 1 mätning");
    expect(text).not.toMatch(/\b3 iakttagelser/);
  });
  test("says what was done out of what was due", () => expect(text).toContain("1 av minst 2 kontroller hittills"));
  test("says how large the change must be to be seen, and what is aimed at, in both languages", () => {
    const found = {
      kind: "events",
      of: "kategori=trafik",
      name: "Trafik, Åmot",
      unit: "händelser",
      from: day("2027-01-01"),
      to: day("2027-12-31"),
      wanted: "down",
      months: 12,
      before: 26,
      seenAt: 13,
      level: 9,
    } as const;
    const seen = disclose({ ...RAW, current: [{ ...RAW.current[0]!, seen: { found, goal: 8 } }] }).current[0]!;
    expect(read(<PledgePage {...props} pledge={seen} />)).toContain(
      "Trafik, Åmot : Ni har 26 händelser på ett år. De måste bli 13 eller färre på ett år för att skillnaden ska synas. Sikta på 9 eller färre: då syns det i åtta fall av tio. Målet är 8 händelser.",
    );
    const english = read(<PledgePage {...props} lang="en" pledge={seen} />);
    expect(english).toContain("Aim for 9 or fewer");
    expect(english).toContain("8 events");
    expect(english).not.toContain("händelser");
    expect(text).not.toContain("måste ändras för att synas");
  });
  test("has words, not silence, where the chain is broken", () =>
    expect(text).toContain("Ingen uppföljning är publicerad än"));
});

describe("the page of a walk", () => {
  const text = read(<WalkPage {...props} walk={site.walks[0]!} />);
  test("lets a good place wait for no answer", () => {
    expect(text).toContain("Väntar på svar: 1");
    expect(text.indexOf("Bra platser")).toBeLessThan(text.indexOf("Det vi såg"));
  });
  test("tells what has become of a point with its days, and counts it as that", () => {
    const became = {
      state: "underway" as const,
      restsOn: null,
      plan: null,
      done: null,
      look: null,
      notDone: { on: day("2026-11-03"), sentence: "Stolparna står, men lyser inte.", onWalk: true },
      reason: "",
      toldOn: null,
    };
    const rows = RAW.walks[0]!.rows.map((row) => (row.number === 9 ? { ...row, became } : row));
    const moved = disclose({ ...RAW, walks: [{ ...RAW.walks[0]!, rows }] });
    const said = (lang: "sv" | "en") => read(<WalkPage {...props} lang={lang} walk={moved.walks[0]!} />);
    expect(said("sv")).toContain("Pågår: 1");
    expect(said("sv")).toContain(
      "Kontrollerat på vandringen 3 november 2026: det är inte gjort. Stolparna står, men lyser inte.",
    );
    expect(said("en")).toContain("Checked on the walk of 3 November 2026: it is not done.");
  });
  test("marks invented points of a real walk", () => expect(text).toContain("Exempel"));
});

test("a dialogue without answers says what it is instead", () =>
  expect(read(<DialoguePage {...props} dialogue={site.dialogues[0]!} />)).toContain(
    "Hur många som svarade och vad de sade går inte att läsa.",
  ));

test.each(["sv", "en"] as const)(
  "the tour walks seven stages with the observation that became the promise (%s)",
  (lang) => {
    const html = renderToStaticMarkup(<TourPage {...props} lang={lang} />);
    expect(html.match(/class="way-stage"/g)).toHaveLength(7);
    expect(html).toContain("Hela sträckan är svart.");
    expect(html).toContain(lang === "sv" ? "/vandring/ockelbo-2021#punkt-9" : "/vandring/ockelbo-2021?lang=en#punkt-9");
  },
);

test("the front page has the promises, the clock and what is new", () => {
  const text = read(<HomePage sites={[site]} lang="sv" today={props.today} demo={false} sought="" />);
  expect(text).toContain("89 dagar kvar");
  expect(text).toContain("Gjort: kontroll: 1 Bruksvägen 1 maj 2022");
});

test("what nobody wrote anything under has no line on a dialogue's page", () => {
  const { dialogues, ...rest } = RAW;
  const empty = disclose({ ...rest, dialogues: dialogues.map((one) => ({ ...one, cannotInfluence: "" })) });
  const page = (told: typeof empty) => read(<DialoguePage {...props} dialogue={told.dialogues[0]!} />);
  expect(page(disclose(RAW))).toContain("Det här kan vi inte ändra");
  expect(page(empty)).not.toContain("Det här kan vi inte ändra");
  expect(page(empty)).toContain("Det här kan du påverka");
});
