// The catalogue that data portals harvest: DCAT-AP-SE, one graph of statements. The addresses of vocabularies are names; nothing is fetched from them.
import type { Day } from "../../ground/time.ts";
import { say, type Said } from "../../ground/words.ts";
import { lastChanged } from "./dataset.ts";
import type { Filled } from "./datasets.ts";
import { API, CONFORMS } from "./features.ts";
import { formsOf, LICENCE, MEDIA } from "./files.ts";
import { full, type Statement, type Term } from "./rdf.ts";
import { changes, FORMAT_VERSION, words } from "./words.ts";

const AUTHORITY = "http://publications.europa.eu/resource/authority";
const IANA = "http://www.iana.org/assignments/media-types";
const MUNICIPALITY = "http://purl.org/adms/publishertype/LocalAuthority";

export type CatalogueOf = {
  readonly origin: string;
  /** One partnership's own, or everybody's. */
  readonly partnership?: { readonly slug: string; readonly name: string; readonly publisher: string };
  readonly mail: string | undefined;
};

/** Every statement of the catalogue, in an order of its own. */
export function catalogueOf(filled: readonly Filled[], of: CatalogueOf): readonly Statement[] {
  const { origin, partnership, mail } = of;
  const home = `${origin}/oppna-data`;
  const own = partnership === undefined ? "" : `/${partnership.slug}`;
  const catalogue = `${home}/dcat${own}`;
  const [publisher, contact, service] = ["publisher", "contact", "api"].map((part) => `${catalogue}#${part}`) as [
    string,
    string,
    string,
  ];
  const title =
    partnership === undefined
      ? words.catalogueTitle
      : inBoth((lang) => say(words.catalogueTitleOf, lang, { name: partnership.name }));
  const changed = filled
    .map(({ rows }) => lastChanged(rows))
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  const graph: Statement[] = [
    [catalogue, "rdf:type", iri(full("dcat:Catalog"))],
    ...both(catalogue, "dcterms:title", title),
    ...both(catalogue, "dcterms:description", words.lead),
    [catalogue, "dcterms:publisher", iri(publisher)],
    [catalogue, "dcterms:license", iri(LICENCE)],
    ...languages(catalogue),
    [catalogue, "foaf:homepage", iri(home)],
    [catalogue, "dcat:themeTaxonomy", iri(`${AUTHORITY}/data-theme`)],
    [catalogue, "dcterms:spatial", iri(`${AUTHORITY}/country/SWE`)],
    [catalogue, "dcterms:issued", day(changes.at(-1)?.on)],
    ...(changed === undefined ? [] : [[catalogue, "dcterms:modified", day(changed)] as const]),
    ...filled.map(({ dataset }) => [catalogue, "dcat:dataset", iri(datasetAt(catalogue, dataset.name))] as const),
    [catalogue, "dcat:service", iri(service)],

    [publisher, "rdf:type", iri(full("foaf:Agent"))],
    [publisher, "foaf:name", { text: partnership?.publisher ?? say(words.publisher, "sv", { host: hostOf(origin) }) }],
    [publisher, "dcterms:type", iri(MUNICIPALITY)],
    [publisher, "foaf:homepage", iri(partnership === undefined ? origin : `${origin}/${partnership.slug}`)],

    [contact, "rdf:type", iri(full("vcard:Organization"))],
    [contact, "vcard:fn", { text: say(words.contact, "sv") }],
    [contact, "vcard:hasURL", iri(home)],
    ...(mail === undefined ? [] : [[contact, "vcard:hasEmail", iri(`mailto:${mail}`)] as const]),

    [service, "rdf:type", iri(full("dcat:DataService"))],
    ...both(service, "dcterms:title", words.api),
    [service, "dcat:endpointURL", iri(`${origin}${API}`)],
    [service, "dcat:endpointDescription", iri(`${origin}${API}/api`)],
    [service, "dcterms:publisher", iri(publisher)],
    [service, "dcat:contactPoint", iri(contact)],
    [service, "dcterms:license", iri(LICENCE)],
    [service, "dcterms:accessRights", iri(`${AUTHORITY}/access-right/PUBLIC`)],
    ...CONFORMS.map((one) => [service, "dcterms:conformsTo", iri(one)] as const),
    ...filled.map(({ dataset }) => [service, "dcat:servesDataset", iri(datasetAt(catalogue, dataset.name))] as const),
  ];
  return [
    ...graph,
    ...filled.flatMap((one) => datasetStatements(one, { home, own, catalogue, publisher, contact, service })),
  ];
}

const datasetAt = (catalogue: string, name: string) => `${catalogue}#${name}`;

function datasetStatements(
  { dataset, rows }: Filled,
  at: Readonly<Record<"home" | "own" | "catalogue" | "publisher" | "contact" | "service", string>>,
): readonly Statement[] {
  const self = datasetAt(at.catalogue, dataset.name);
  const page = `${at.home}/${dataset.name}`;
  const changed = lastChanged(rows);
  const days = rows
    .flatMap(({ from, to }) => [from, to])
    .filter((one) => one !== null)
    .toSorted();
  const [begin, end] = [days[0], days.at(-1)];
  const time = `${self}-time`;
  const distributions = formsOf(dataset).map((form) => ({
    form,
    iri: `${self}-${form}`,
    file: `${page}${at.own}.${form}`,
    media: MEDIA[form].split(";")[0] ?? "",
    type: FILE_TYPES[form],
  }));
  const access = `${self}-api`;
  return [
    [self, "rdf:type", iri(full("dcat:Dataset"))],
    ...both(self, "dcterms:title", dataset.title),
    ...both(
      self,
      "dcterms:description",
      inBoth((lang) => [dataset.what, ...dataset.silent].map((said) => say(said, lang)).join(" ")),
    ),
    [self, "dcterms:identifier", { text: self }],
    [self, "dcterms:publisher", iri(at.publisher)],
    [self, "dcat:contactPoint", iri(at.contact)],
    [self, "dcat:landingPage", iri(page)],
    [self, "dcterms:accessRights", iri(`${AUTHORITY}/access-right/PUBLIC`)],
    [self, "dcterms:accrualPeriodicity", iri(`${AUTHORITY}/frequency/IRREG`)],
    [self, "dcat:version", { text: FORMAT_VERSION }],
    ...languages(self),
    ...dataset.themes.map((theme) => [self, "dcat:theme", iri(`${AUTHORITY}/data-theme/${theme}`)] as const),
    ...dataset.keywords.flatMap((word) => both(self, "dcat:keyword", word)),
    [self, "dcterms:spatial", iri(`${AUTHORITY}/country/SWE`)],
    ...(changed === null ? [] : [[self, "dcterms:modified", day(changed)] as const]),
    ...(begin === undefined || end === undefined
      ? []
      : ([
          [self, "dcterms:temporal", iri(time)],
          [time, "rdf:type", iri(full("dcterms:PeriodOfTime"))],
          [time, "dcat:startDate", day(begin)],
          [time, "dcat:endDate", day(end)],
        ] as const)),
    ...distributions.map((one) => [self, "dcat:distribution", iri(one.iri)] as const),
    [self, "dcat:distribution", iri(access)],
    ...distributions.flatMap((one): readonly Statement[] => [
      [one.iri, "rdf:type", iri(full("dcat:Distribution"))],
      ...both(
        one.iri,
        "dcterms:title",
        inBoth((lang) => `${say(dataset.title, lang)} (${one.form})`),
      ),
      [one.iri, "dcat:accessURL", iri(page)],
      [one.iri, "dcat:downloadURL", iri(one.file)],
      [one.iri, "dcat:mediaType", iri(`${IANA}/${one.media}`)],
      [one.iri, "dcterms:format", iri(`${AUTHORITY}/file-type/${one.type}`)],
      [one.iri, "dcterms:license", iri(LICENCE)],
      [
        one.iri,
        "dcatap:availability",
        iri("http://publications.europa.eu/resource/authority/planned-availability/STABLE"),
      ],
    ]),
    [access, "rdf:type", iri(full("dcat:Distribution"))],
    ...both(
      access,
      "dcterms:title",
      inBoth((lang) => `${say(dataset.title, lang)} (OGC API Features)`),
    ),
    [access, "dcat:accessURL", iri(`${at.home}/api/collections/${dataset.name}`)],
    [access, "dcat:accessService", iri(at.service)],
    [access, "dcat:mediaType", iri(`${IANA}/application/geo+json`)],
    [access, "dcterms:license", iri(LICENCE)],
  ];
}

const FILE_TYPES = { csv: "CSV", json: "JSON", geojson: "GEOJSON" } as const;

const iri = (address: string): Term => ({ iri: address });
const day = (on: Day | undefined): Term => ({ text: on ?? "", datatype: "xsd:date" });
const inBoth = (make: (lang: "sv" | "en") => string): Said => ({ sv: make("sv"), en: make("en") });
const both = (subject: string, predicate: string, said: Said): readonly Statement[] => [
  [subject, predicate, { text: said.sv, lang: "sv" }],
  [subject, predicate, { text: said.en, lang: "en" }],
];
const languages = (subject: string): readonly Statement[] =>
  ["SWE", "ENG"].map((code) => [subject, "dcterms:language", iri(`${AUTHORITY}/language/${code}`)]);
const hostOf = (origin: string) => origin.replace(/^https?:\/\//, "");
