// A graph of statements written as Turtle, RDF/XML and JSON-LD. Every subject has an address of its own, so that nothing needs a name nobody else can use, and the
// same graph is the same bytes.

/** `lang` or `datatype` belong to text; an address is neither. */
export type Term =
  | { readonly iri: string }
  | { readonly text: string; readonly lang?: string; readonly datatype?: string };
export type Statement = readonly [subject: string, predicate: string, object: Term];

export const PREFIXES: Readonly<Record<string, string>> = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcat: "http://www.w3.org/ns/dcat#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  adms: "http://www.w3.org/ns/adms#",
  dcatap: "http://data.europa.eu/r5r/",
};

/** "dcat:Dataset" as the address it is short for. */
export function full(short: string): string {
  const [prefix = "", name = ""] = short.split(/:(.*)/s);
  const home = PREFIXES[prefix];
  if (home === undefined) throw new Error(`No such prefix: ${short}`);
  return `${home}${name}`;
}

function bySubject(graph: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const subjects = new Map<string, Statement[]>();
  for (const statement of graph) {
    const own = subjects.get(statement[0]) ?? [];
    own.push(statement);
    subjects.set(statement[0], own);
  }
  return subjects;
}

export function turtleOf(graph: readonly Statement[]): string {
  const heads = Object.entries(PREFIXES).map(([prefix, home]) => `@prefix ${prefix}: <${home}> .`);
  const blocks = [...bySubject(graph)].map(([subject, own]) => {
    const lines = own.map(([, predicate, object]) => `  ${predicate} ${turtleTerm(object)}`);
    return `${address(subject)}\n${lines.join(" ;\n")} .`;
  });
  return `${[...heads, "", ...blocks].join("\n")}\n`;
}

const address = (iri: string) => `<${iri}>`;

function turtleTerm(term: Term): string {
  if ("iri" in term) return address(term.iri);
  const text = `"${term.text
    .replace(/[\\"]/g, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\r", String.raw`\r`)}"`;
  if (term.lang !== undefined) return `${text}@${term.lang}`;
  return term.datatype === undefined ? text : `${text}^^${term.datatype}`;
}

export function rdfXmlOf(graph: readonly Statement[]): string {
  const spaces = Object.entries(PREFIXES).map(([prefix, home]) => `  xmlns:${prefix}="${home}"`);
  const blocks = [...bySubject(graph)].map(([subject, own]) => {
    const lines = own.map(([, predicate, object]) => `    ${xmlTerm(predicate, object)}`);
    return `  <rdf:Description rdf:about="${escaped(subject)}">\n${lines.join("\n")}\n  </rdf:Description>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n${spaces.join("\n")}>\n${blocks.join("\n")}\n</rdf:RDF>\n`;
}

function xmlTerm(predicate: string, term: Term): string {
  if ("iri" in term) return `<${predicate} rdf:resource="${escaped(term.iri)}"/>`;
  const lang = term.lang === undefined ? "" : ` xml:lang="${term.lang}"`;
  const type = term.datatype === undefined ? "" : ` rdf:datatype="${full(term.datatype)}"`;
  return `<${predicate}${lang}${type}>${escaped(term.text)}</${predicate}>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export function jsonLdOf(graph: readonly Statement[]): string {
  const nodes = [...bySubject(graph)].map(([subject, own]) => {
    const node: Record<string, unknown[]> = {};
    for (const [, predicate, object] of own) {
      const values = (node[predicate] ??= []);
      values.push(jsonTerm(object));
    }
    const { "rdf:type": kinds = [], ...rest } = node;
    return {
      "@id": subject,
      "@type": kinds.map((kind) => (kind as { "@id": string })["@id"]),
      ...rest,
    };
  });
  return `${JSON.stringify({ "@context": PREFIXES, "@graph": nodes }, null, 1)}\n`;
}

function jsonTerm(term: Term): Readonly<Record<string, string>> {
  if ("iri" in term) return { "@id": term.iri };
  return {
    "@value": term.text,
    ...(term.lang === undefined ? {} : { "@language": term.lang }),
    ...(term.datatype === undefined ? {} : { "@type": term.datatype }),
  };
}
