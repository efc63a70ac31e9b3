import { say } from "../../ground/words.ts";
import { Field } from "../../ui/field.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { embeddedWords as words } from "../embedded-words.ts";
import { followWords } from "../follow-words.ts";
import { likelyHeight, PICTURE } from "./embedded.tsx";
import { Frame, inLang, type PageProps } from "./frame.tsx";

const BOX_WIDTH = 400;
/** It opens links beside itself, and need do nothing else. */
const ALLOWED = "allow-popups allow-popups-to-escape-sandbox";

/** /ockelbo/ruta/om: the box and the picture as they look, the code of each, and what is sent when somebody reads them. */
export function EmbedPage(props: PageProps & { origin: string }) {
  const { site, lang, origin } = props;
  const heading = say(words.heading, lang);
  const [box, picture] = [inLang(`/${site.slug}/ruta`, lang), inLang(`/${site.slug}/ruta.svg`, lang)];
  const title = say(words.boxTitle, lang, { name: site.name });
  const alt = say(words.pictureAlt, lang, { name: site.name });
  const height = likelyHeight(props);
  const boxCode = [
    `<iframe src="${inHtml(origin + box)}" title="${inHtml(title)}" width="100%" height="${height}"`,
    ` loading="lazy" referrerpolicy="no-referrer" sandbox="${ALLOWED}"></iframe>`,
  ].join("");
  const pictureCode = [
    `<a href="${inHtml(origin + inLang(`/${site.slug}`, lang))}">`,
    `<img src="${inHtml(origin + picture)}" alt="${inHtml(alt)}" width="${PICTURE.width}" height="${PICTURE.height}"`,
    ` loading="lazy" referrerpolicy="no-referrer"></a>`,
  ].join("");
  return (
    <Frame
      {...props}
      address={`/${site.slug}/ruta/om`}
      crumbs={[{ word: say(followWords.follow, lang), href: `/${site.slug}/folj` }, { word: heading }]}
    >
      <PageHeading heading={heading} lead={say(words.lead, lang)} />
      <section className="stack">
        <SectionHeading heading={say(words.box, lang)} />
        <p className="measure">{say(words.boxText, lang)}</p>
        <Code label={say(words.boxCode, lang)} text={boxCode} />
        <h3>{say(words.looks, lang)}</h3>
        <iframe className="embedded" src={box} title={title} width={BOX_WIDTH} height={height} sandbox={ALLOWED} />
        <p>
          <a href={box}>{say(words.alone, lang)}</a>
        </p>
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.picture, lang)} />
        <p className="measure">{say(words.pictureText, lang)}</p>
        <Code label={say(words.pictureCode, lang)} text={pictureCode} />
        <h3>{say(words.looks, lang)}</h3>
        <img className="embedded" src={picture} alt={alt} width={PICTURE.width} height={PICTURE.height} />
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.sends, lang)} />
        <p className="measure">{say(words.sendsText, lang)}</p>
        <p className="measure">{say(words.counts, lang)}</p>
      </section>
    </Frame>
  );
}

function Code({ label, text }: { label: string; text: string }) {
  return (
    <Field label={label}>
      {(control) => (
        <textarea {...control} className="input" rows={4} readOnly spellCheck={false} translate="no" value={text} />
      )}
    </Field>
  );
}

function inHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
