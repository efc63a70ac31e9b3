// The two promises that were really given, word for word as published, signed on paper by named offices. What they lack is left lacking.
import type { Id } from "../../ground/id.ts";
import type { Day, Instant } from "../../ground/time.ts";
import type { Content } from "../../pledge/document.ts";
import { demoId } from "./ids.ts";
import { OCKELBO_MUNICIPALITY, POLICE_GASTRIKLAND } from "./partnerships.ts";
import { POLICE_2018, POLICE_2022, PRESS_RELEASE } from "./public-sources.ts";
import type { DemoDocument } from "./shape.ts";

const pledgeId = (name: string) => demoId<Id<"pledge">>(`pledge ${name}`);
const activityId = (name: string) => demoId<Id<"activity">>(`activity ${name}`);
const organisationId = (id: string) => id as Id<"organisation">;

export const PARTIES: Content["parties"] = [
  { standing: "municipality", name: "Ockelbo kommun", organisationId: organisationId(OCKELBO_MUNICIPALITY.id) },
  {
    standing: "police",
    name: "Polismyndigheten, lokalpolisområde Gästrikland",
    organisationId: organisationId(POLICE_GASTRIKLAND.id),
  },
];
export const WHOLE_MUNICIPALITY: Content["area"] = [{ kind: "municipality", code: "2101", name: "Ockelbo" }];

export const PLEDGE_2018 = { safer: pledgeId("2018 1"), drugs: pledgeId("2018 2") };
export const PLEDGE_2022 = { safer: pledgeId("2022 1"), drugs: pledgeId("2022 2") };

const content2018: Content = {
  title: "Medborgarlöfte 2018–2019",
  parties: PARTIES,
  area: WHOLE_MUNICIPALITY,
  period: { from: { said: "2018", on: "2018-01-01" as Day }, to: { said: "2019", on: "2019-12-31" as Day } },
  preamble:
    "Polis och kommunen lovar att tillsammans under 2018-2019 arbeta för att höja trafiksäkerheten och att minska droganvändningen i kommunen.",
  basis: [],
  pledges: [
    {
      id: PLEDGE_2018.safer,
      order: 1,
      text: "Polisen och kommunen lovar att tillsammans arbeta för att Ockelbo ska bli en tryggare plats att vistas på.",
      theme: "Trafiksäkerhet",
      owner: "joint",
      problemIds: [],
      activities: [
        {
          id: activityId("2018 1.1"),
          number: "1.1",
          text: "Polisen och kommunen ska tillsammans arbeta för en gemensam förbättrad lägesbild avseende trafiksäkerheten och där hitta konkreta åtgärder för att förbättra den.",
          owner: "joint",
          modality: "intent",
        },
      ],
    },
    {
      id: PLEDGE_2018.drugs,
      order: 2,
      text: "Polisen och kommunen lovar att tillsammans arbeta för att minska droganvändningen i kommunen med särskilt fokus på unga.",
      theme: "Droger och unga",
      owner: "joint",
      targetGroup: "unga",
      problemIds: [],
      activities: [
        {
          id: activityId("2018 2.1"),
          number: "2.1",
          text: "Polisen och socialtjänstens samverkan kring unga och deras droganvändning ska öka genom samordnade insatser.",
          owner: "joint",
          modality: "intent",
        },
      ],
    },
  ],
  note: "Dagen för undertecknandet och vilka ämbeten som skrev under är inte publicerade. Ingen uppföljning är publicerad.",
  sources: [POLICE_2018],
};

const content2022: Content = {
  title: "Medborgarlöfte 2022–2024",
  parties: PARTIES,
  area: WHOLE_MUNICIPALITY,
  period: { from: { said: "2022", on: "2022-01-01" as Day }, to: { said: "2024", on: "2024-12-31" as Day } },
  signedOn: { said: "2022-04-21", on: "2022-04-21" as Day },
  signatories: [
    {
      standing: "municipality",
      office: "kommunstyrelsens ordförande",
      on: { said: "2022-04-21", on: "2022-04-21" as Day },
    },
    {
      standing: "police",
      office: "lokalpolisområdeschef",
      acting: true,
      on: { said: "2022-04-21", on: "2022-04-21" as Day },
    },
  ],
  preamble:
    "Polisen och Ockelbo kommun fortsätter att samverka kring det brottsförebyggande arbetet. Medborgarlöftet för 2022 - 2024 är en satsning på att öka tryggheten i kommunen.",
  basis: ["trygghetsvandringar", "medborgardialoger", "dialoger med lokala aktörer", "den gemensamma lägesbilden"],
  pledges: [
    {
      id: PLEDGE_2022.safer,
      order: 1,
      text: "Polisen och kommunen lovar att tillsammans arbeta för att Ockelbo ska bli en tryggare plats att vistas på.",
      theme: "Gemensam lägesbild",
      owner: "joint",
      problemIds: [],
      continues: PLEDGE_2018.safer,
      activities: [
        {
          id: activityId("2022 1.1"),
          number: "1.1",
          text: "Polisen och kommunen ska tillsammans arbeta för att en bättre gemensam lägesbild som utgör en grund för vilka insatser som kommunen och polisen kan komma att behöva göra, t.ex. gällande trafiksäkerhetsfrågor.",
          owner: "joint",
          modality: "intent",
        },
      ],
    },
    {
      id: PLEDGE_2022.drugs,
      order: 2,
      text: "Polisen och kommunen lovar att tillsammans arbeta för att minska droganvändningen i kommunen, med ett särskilt fokus på unga.",
      theme: "Droger och unga",
      owner: "joint",
      targetGroup: "unga",
      problemIds: [],
      continues: PLEDGE_2018.drugs,
      activities: [
        {
          id: activityId("2022 2.1"),
          number: "2.1",
          text: "Polisen och kommunen ska tillsammans på i förväg planerade forum möta unga för samtal kring attityder och värderingar gällande bl.a. ANDT (Alkohol, Narkotika, Doping och Tobak).",
          owner: "joint",
          modality: "do-recurring",
        },
      ],
    },
  ],
  note: "Texten är kommunens, ordagrant ur pressmeddelandet. Aktiviteterna har inget antal, ingen ansvarig enhet, inget datum och ingen plats. Vid undertecknandet deltog även säkerhetschefen och kommunpolisen. Invånarna lyfte trafiksituationen och droganvändningen bland unga som det som skapar otrygghet.",
  sources: [PRESS_RELEASE, POLICE_2022],
  renderings: [
    {
      channel: "polisen.se",
      differs:
        "Polisens ingress nämner trafiksäkerhet: ”lovar att tillsammans arbeta för att öka trafiksäkerheten och minska droganvändningen bland unga så att Ockelbo blir en tryggare plats att vistas på”. Löfte 2 lyder ”med särskilt fokus på unga”. Aktivitet 2.1 lyder ”Vi ska möta unga i planerade forum för samtal kring attityder och värderingar inom ANDT-området”.",
    },
  ],
  agreement: "Samverkansöverenskommelse mellan polis och kommun",
};

const document2018 = demoId("document 2018-2019");
export const DOCUMENT_2018: DemoDocument = {
  id: document2018,
  slug: "2018-2019",
  content: content2018,
  predecessorId: undefined,
  signatures: [
    {
      id: demoId("signature 2018 municipality"),
      party: "municipality",
      organisationId: OCKELBO_MUNICIPALITY.id,
      office: "Ockelbo kommun (ämbetet är inte publicerat)",
      acting: false,
      decidedBy: "framgår inte",
      how: {
        kind: "paper",
        vouched: "Publicerat av polisen som gemensamt löfte. Papperet är inte sett.",
        on: undefined,
      },
    },
    {
      id: demoId("signature 2018 police"),
      party: "police",
      organisationId: POLICE_GASTRIKLAND.id,
      office: "lokalpolisområde Gästrikland (ämbetet är inte publicerat)",
      acting: false,
      decidedBy: "framgår inte",
      how: {
        kind: "paper",
        vouched: "Publicerat av polisen som gemensamt löfte. Papperet är inte sett.",
        on: undefined,
      },
    },
  ],
  // The published text gives the years only: the first moment of the period stands for the unknown day.
  proposedAt: "2017-12-31T23:00:00.000Z" as Instant,
  signedAt: "2017-12-31T23:00:00.000Z" as Instant,
  publishedAt: "2017-12-31T23:00:00.000Z" as Instant,
  closed: { at: "2022-04-21T10:00:00.000Z" as Instant, closing: "expired-without-follow-up" },
  example: false,
};

export const DOCUMENT_2022: DemoDocument = {
  id: demoId("document 2022-2024"),
  slug: "2022-2024",
  content: content2022,
  predecessorId: document2018,
  signatures: [
    {
      id: demoId("signature 2022 municipality"),
      party: "municipality",
      organisationId: OCKELBO_MUNICIPALITY.id,
      office: "kommunstyrelsens ordförande",
      acting: false,
      decidedBy: "framgår inte av pressmeddelandet",
      how: {
        kind: "paper",
        vouched: "Ockelbo kommuns pressmeddelande med bild av undertecknandet, 2022-04-21",
        on: "2022-04-21" as Day,
      },
    },
    {
      id: demoId("signature 2022 police"),
      party: "police",
      organisationId: POLICE_GASTRIKLAND.id,
      office: "lokalpolisområdeschef",
      acting: true,
      decidedBy: "framgår inte av pressmeddelandet",
      how: {
        kind: "paper",
        vouched: "Ockelbo kommuns pressmeddelande med bild av undertecknandet, 2022-04-21",
        on: "2022-04-21" as Day,
      },
    },
  ],
  proposedAt: "2022-04-21T10:00:00.000Z" as Instant,
  signedAt: "2022-04-21T10:00:00.000Z" as Instant,
  publishedAt: "2022-04-21T10:00:00.000Z" as Instant,
  closed: { at: "2024-12-31T23:00:00.000Z" as Instant, closing: "succeeded" },
  example: false,
};
