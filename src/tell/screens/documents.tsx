import { say, type Lang } from "../../ground/words.ts";
import type { Remark } from "../../pledge/lint.ts";
import { closings, rules } from "../../pledge/words.ts";
import { ExampleMark } from "../../ui/example-mark.tsx";
import { Facts } from "../../ui/facts.tsx";
import { formatDay, formatHash, formatList } from "../../ui/format.ts";
import { Lineage } from "../../ui/lineage.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { SignatureBlock, type SignatureHalf } from "../../ui/signature-block.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { ToldDocument } from "../site.ts";
import { words } from "../words.ts";
import { Frame, inLang, type PageProps } from "./frame.tsx";

/** /ockelbo/medborgarlofte: the chain, with its gaps said plainly. */
export function LineagePage(props: PageProps) {
  const { site, lang } = props;
  const word = say(words.lineage, lang);
  return (
    <Frame {...props} address={`/${site.slug}/medborgarlofte`} crumbs={[{ word: say(words.menuPledges, lang) }]}>
      <PageHeading heading={word} lead={say(words.lineageLead, lang)} />
      <Lineage
        lang={lang}
        steps={site.documents.map((document) => ({
          text: `${document.fromSaid.slice(0, 4)}–${document.toSaid.slice(0, 4)}`,
          href: inLang(`/${site.slug}/medborgarlofte/${document.slug}`, lang),
          note: stateOf(document, lang),
          here: document.slug === site.current[0]?.documentSlug,
        }))}
      />
      <ol className="list">
        {site.documents.toReversed().map((document) => (
          <li key={document.slug}>
            <div>
              <h2>
                <a href={inLang(`/${site.slug}/medborgarlofte/${document.slug}`, lang)}>{document.title}</a>
              </h2>
              <p>
                <Tag>{stateOf(document, lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
              </p>
              <ol className="word" lang="sv">
                {document.pledges.map((pledge) => (
                  <li key={pledge.order}>{pledge.text}</li>
                ))}
              </ol>
              {document.gap !== null && (
                <p>
                  {say(words.gap, lang, {
                    from: formatDay(document.gap.from, lang),
                    to: formatDay(document.gap.to, lang),
                  })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Frame>
  );
}

function stateOf(document: ToldDocument, lang: Lang): string {
  if (document.state === "published") return say(words.inForce, lang);
  return document.closing === null ? say(words.closed, lang) : say(closings[document.closing], lang);
}

/** /ockelbo/medborgarlofte/2022-2024: the exact words, who signed, and what is lacking. */
export function DocumentPage(props: PageProps & { document: ToldDocument }) {
  const { site, lang, document } = props;
  return (
    <Frame
      {...props}
      address={`/${site.slug}/medborgarlofte/${document.slug}`}
      crumbs={[{ word: say(words.menuPledges, lang), href: `/${site.slug}/medborgarlofte` }, { word: document.slug }]}
    >
      <PageHeading
        document
        heading={document.title}
        over={
          <>
            <Tag>{stateOf(document, lang)}</Tag> {document.example && <ExampleMark lang={lang} />}
          </>
        }
      />
      <div className="with-side">
        <article className="sheet stack" lang="sv">
          {document.preamble !== "" && <p className="word">{document.preamble}</p>}
          {document.pledges.map((pledge) => (
            <section key={pledge.order} className="stack-tight">
              <h2>{say(words.pledgeNumber, lang, { number: pledge.order })}</h2>
              <p className="word">{pledge.text}</p>
              <ul className="list">
                {pledge.activities.map((activity) => (
                  <li key={activity.number}>
                    <p className="word">{activity.text}</p>
                    {activity.unit !== "" && (
                      <p className="quiet">{say(words.accountable, lang, { unit: activity.unit })}</p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </article>
        <aside>
          <SectionHeading heading={say(words.signedBy, lang)} />
          <Signatures document={document} lang={lang} />
          <Lacks document={document} lang={lang} />
        </aside>
      </div>
      <Facts
        facts={[
          {
            name: say(words.basis, lang),
            value: document.basis.length === 0 ? "–" : <span lang="sv">{formatList(document.basis, "sv")}</span>,
          },
          ...(["agreement", "situationReport", "followUp", "equality", "note"] as const)
            .filter((part) => document[part] !== "")
            .map((part) => ({ name: say(words[part], lang), value: <span lang="sv">{document[part]}</span> })),
          ...document.renderings.map(({ channel, differs }) => ({
            name: `${say(words.renderings, lang)}: ${channel}`,
            value: <span lang="sv">{differs}</span>,
          })),
          {
            name: say(words.checksum, lang),
            value: (
              <>
                <code>{formatHash(document.contentHash)}</code> {say(words.checksumWhy, lang)}
              </>
            ),
          },
          ...(document.sources.length === 0
            ? []
            : [{ name: say(words.sources, lang), value: <SourceList document={document} /> }]),
        ]}
      />
    </Frame>
  );
}

function SourceList({ document }: { document: ToldDocument }) {
  return (
    <ul>
      {document.sources.map((source) => (
        <li key={source.title} lang="sv">
          {source.url === undefined ? source.title : <a href={source.url}>{source.title}</a>}
        </li>
      ))}
    </ul>
  );
}

function Signatures({ document, lang }: { document: ToldDocument; lang: Lang }) {
  const half = (party: "municipality" | "police"): SignatureHalf => {
    const signature = document.signatures.find((one) => one.party === party);
    const name = say(party === "municipality" ? words.theMunicipality : words.thePolice, lang);
    if (signature === undefined)
      return { signed: false, heading: `${name} ${say(words.missingSignature, lang)}`, lines: [] };
    return {
      signed: true,
      heading: <span lang="sv">{signature.office}</span>,
      lines: [
        name,
        `${signature.on === null ? say(words.dayUnknown, lang) : formatDay(signature.on, lang)}, ${say(signature.how === "paper" ? words.onPaper : words.byKey, lang)}`,
      ],
    };
  };
  return (
    <SignatureBlock
      municipality={half("municipality")}
      police={half("police")}
      {...(document.signatures.length === 2 ? { whole: say(words.bothSigned, lang) } : {})}
    />
  );
}

/** The same lack in several places is one line with the places after it. */
function together(
  lacks: readonly Remark[],
): readonly (Pick<Remark, "rule" | "said"> & { readonly where: readonly string[] })[] {
  const lines = new Map<string, Pick<Remark, "rule" | "said"> & { where: string[] }>();
  for (const { rule, said, where } of lacks) {
    const key = `${rule} ${said ?? ""}`;
    const line = lines.get(key) ?? { rule, ...(said === undefined ? {} : { said }), where: [] };
    if (where !== "") line.where.push(where);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function Lacks({ document, lang }: { document: ToldDocument; lang: Lang }) {
  if (document.lacks.length === 0) return null;
  return (
    <section>
      <SectionHeading heading={say(words.lacks, lang)}>{together(document.lacks).length}</SectionHeading>
      <p>{say(words.lacksLead, lang)}</p>
      <ul className="list">
        {together(document.lacks).map(({ rule, said, where }) => (
          <li key={`${rule}-${said ?? ""}`}>
            {say(rules[rule], lang, said === undefined ? {} : { said })}
            {where.length > 0 && ` (${where.join(", ")})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
