// Where the demo's facts were read. Office holders are kept by role, never by name.
import type { PublicSource } from "./shape.ts";

export const PRESS_RELEASE: PublicSource = {
  title: "Ockelbo kommun: Medborgarlöfte 2022-2024 skrevs under av Ockelbo kommun och polisen (2022-04-21)",
  url: "https://ockelbo.se/Invanare/Nyheter/Medborgarlofte-2022-2024-skrevs-under-av-Ockelbo-kommun-och-polisen/",
  read: "2026-11",
};
export const POLICE_2018: PublicSource = {
  title: "Polisen: Ockelbo – medborgarlöften (2018-2019)",
  url: "https://polisen.se/om-polisen/medborgarloften/ockelbo/",
  read: "2026-11",
};
export const POLICE_2022: PublicSource = {
  title: "Polisen: Ockelbo – medborgarlöften (2022-2024)",
  url: "https://polisen.se/om-polisen/medborgarloften-och-lokal-samverkan/medborgarloften/gavleborgs-lan/ockelbo/",
  read: "2026-11",
};
export const WALK_INVITATION: PublicSource = {
  title: "Ockelbo kommun: Välkomna på trygghetsvandring!",
  url: "https://ockelbo.se/Invanare/Kommun-och-politik/Folkhalsa--BRA/Valkomna-pa-trygghetsvandring/",
  read: "2026-11",
};
export const DIALOGUE_FORM: PublicSource = {
  title: "Ockelbo kommun: Medborgardialog - Trygghet & trivsel",
  url: "https://www.ockelbo.se/Invanare/Krisberedskap--sakerhet/Medborgardialog---Trygghet--trivsel/",
  read: "2026-11",
};
export const MEETING_2014: PublicSource = {
  title: "Ockelbo kommun: Polisen vill komma närmare Ockelboborna (december 2014)",
  url: "https://ockelbo.se/Invanare/Nyheter/Nyhetsarkiv/Nyheter-2014/2014-december/Polisen-vill-komma-narmare-Ockelboborna/",
  read: "2026-11",
};
export const SCB_LOCALITIES: PublicSource = {
  title: "SCB, tätorter 2020 (öppna data, CC0)",
  url: "https://www.scb.se/",
  read: "2026-11",
};
export const SCB_POPULATION: PublicSource = {
  title: "SCB, befolkning efter kommun (öppna data, CC0)",
  url: "https://www.scb.se/",
  read: "2026-11",
};
export const MUNICIPAL_BOUNDARIES: PublicSource = {
  title: "Valmyndighetens kommungränser, förenklade (okfse/sweden-geojson, fri användning)",
  url: "https://github.com/okfse/sweden-geojson",
  read: "2026-11",
};
export const BUS_STOPS: PublicSource = {
  title: "X-trafik, hållplatser 2013 (thuma/XtrafikAPI)",
  url: "https://github.com/thuma/XtrafikAPI",
  read: "2026-11",
};
export const GEONAMES: PublicSource = {
  title: "GeoNames, postorter (CC BY 4.0)",
  url: "https://www.geonames.org/",
  read: "2026-11",
};
