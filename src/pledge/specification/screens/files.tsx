import { say, type Lang } from "../../../ground/words.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import type { Content } from "../../document.ts";
import { notHeldOf } from "../held.ts";
import { sayNotHeld, words } from "../words.ts";

/** The document as a file in the open format, as it was last saved. */
export function FilesOf({
  partnership,
  slug,
  content,
  lang,
}: {
  partnership: string;
  slug: string;
  content: Content;
  lang: Lang;
}) {
  const notHeld = sayNotHeld(notHeldOf([content]), lang);
  return (
    <section className="stack-tight">
      <SectionHeading heading={say(words.asFile, lang)} />
      <p className="small quiet">{say(words.asFileLead, lang)}</p>
      <ul className="list">
        {(["json", "csv"] as const).map((form) => (
          <li key={form}>
            <a href={`/api/pledge/${partnership}/documents/${slug}/file?form=${form}`} download>
              {say(words[form], lang)}
            </a>
          </li>
        ))}
      </ul>
      {notHeld !== undefined && <p className="small quiet">{notHeld}</p>}
    </section>
  );
}
