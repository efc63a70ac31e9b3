import { say, type Lang } from "../../../ground/words.ts";
import { formatDay, formatNumber } from "../../../ui/format.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { Disclosed } from "../../disclosure.ts";
import { Frame, inLang } from "../../screens/frame.tsx";
import type { Site } from "../../site.ts";
import { lastChanged } from "../dataset.ts";
import type { Filled } from "../datasets.ts";
import { LICENCE } from "../files.ts";
import { changes, words } from "../words.ts";
import { Files, FormatChanges, mostTold } from "./parts.tsx";

/** /oppna-data: what there is, how it is fetched and on what terms. */
export function CataloguePage(props: {
  filled: readonly Filled[];
  sites: readonly Disclosed<Site>[];
  origin: string;
  lang: Lang;
  demo: boolean;
}) {
  const { filled, sites, origin, lang, demo } = props;
  const slug = mostTold(sites)?.slug;
  return (
    <Frame lang={lang} demo={demo} address="/oppna-data">
      <PageHeading heading={say(words.heading, lang)} lead={say(words.lead, lang)} />
      <section className="stack">
        <SectionHeading heading={say(words.datasets, lang)} />
        <ul className="answers answers-wide">
          {filled.map((one) => (
            <Row key={one.dataset.name} {...one} lang={lang} />
          ))}
        </ul>
      </section>
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(words.allAtOnce, lang)} />
          <p>{say(words.allAtOnceText, lang)}</p>
          <p>
            <a className="strong" href="/oppna-data/allt.zip">
              allt.zip
            </a>
          </p>
          {slug !== undefined && (
            <p>
              {say(words.ownPartnershipText, lang, { example: "" }).replace(/\s*[.]$/, "")}{" "}
              <a href={`/oppna-data/loften/${slug}.csv`}>/oppna-data/loften/{slug}.csv</a>
            </p>
          )}
        </section>
        <section className="stack">
          <SectionHeading heading={say(words.rules, lang)} />
          <p>
            {say(words.licence, lang)} <a href={LICENCE}>Creative Commons CC0 1.0</a>
          </p>
          <p>{say(words.pace, lang)}</p>
          <p>{say(words.noTrace, lang)}</p>
        </section>
      </div>
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(words.api, lang)} />
          <p>{say(words.apiText, lang)}</p>
          <p>
            <a href="/oppna-data/api">{`${origin}/oppna-data/api`}</a>
          </p>
          <p>
            <a href="/oppna-data/api/api">{say(words.apiDescription, lang)}</a>
          </p>
        </section>
        <section className="stack">
          <SectionHeading heading={say(words.catalogue, lang)} />
          <p>{say(words.catalogueText, lang)}</p>
          <p className="row">
            <a href="/oppna-data/dcat.rdf">dcat.rdf</a>
            <a href="/oppna-data/dcat.ttl">dcat.ttl</a>
            <a href="/oppna-data/dcat.jsonld">dcat.jsonld</a>
          </p>
        </section>
      </div>
      <div className="split">
        <section className="stack">
          <SectionHeading heading={say(words.promiseFormat, lang)} />
          <p>{say(words.promiseFormatText, lang)}</p>
        </section>
        <section className="stack">
          <SectionHeading heading={say(words.formatChanges, lang)} />
          <p>{say(words.stable, lang)}</p>
          <FormatChanges changes={changes} lang={lang} />
        </section>
      </div>
    </Frame>
  );
}

function Row({ dataset, rows, lang }: Filled & { lang: Lang }) {
  const changed = lastChanged(rows);
  return (
    <li>
      <div className="stack-tight">
        <h3>
          <a href={inLang(`/oppna-data/${dataset.name}`, lang)}>{say(dataset.title, lang)}</a>
        </h3>
        <p className="row small quiet">
          <span>{say(words.rows, lang, { count: formatNumber(rows.length, lang) })}</span>
          {changed !== null && <span>{say(words.changedOn, lang, { day: formatDay(changed, lang) })}</span>}
        </p>
      </div>
      <div className="stack-tight measure">
        <p>{say(dataset.what, lang)}</p>
        <Files dataset={dataset} />
      </div>
    </li>
  );
}
