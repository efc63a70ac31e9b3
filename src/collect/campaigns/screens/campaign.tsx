import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, slugOf, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { ExampleMark } from "../../../ui/example-mark.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { formatDay, formatNumber, formatOutOf, formatPeriod } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Asked } from "../../../ui/asked.tsx";
import { NotThere } from "../../../ui/not-there.tsx";
import { ladderLevels, sampleTypes } from "../../words.ts";
import { AGE_BANDS, SEXES } from "../answer.ts";
import { isPointedOut } from "../campaign.ts";
import { followCampaign, listContacts, reviseItem } from "../api.ts";
import { downloadCampaignForm } from "../../xlsform/api.ts";
import { screenWords as formWords } from "../../xlsform/words.ts";
import { ageBands, campaignMethods, sexes } from "../words.ts";
import { InOthers, MapChoice } from "./new-campaign.tsx";
import { optionsOf, wordingOf } from "./question-draft.ts";
import { ByMethod } from "./by-method.tsx";
import { Extending, formState, Turning } from "./turning.tsx";
import { Papers } from "./papers.tsx";
import { Queue } from "./queue.tsx";
import { Series } from "./series.tsx";
import { breaksWords, words } from "./words.ts";
import { Languages } from "../../tongues/screens/languages.tsx";
import { PersonLine, PersonText } from "../../privacy/screens/person-text.tsx";

type Followed = OutputOf<typeof followCampaign>;
type Item = Followed["versions"][number];

/** /lyssna/<p>/kampanj-<slug>: open it, follow it, read what came in before others do. */
export function CampaignScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^kampanj-/, "");
  const asked = useAnswer(followCampaign, { partnership, slug });
  if (asked.state === "refused" && asked.refusal.status === 404)
    return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {(followed) => <Shown followed={followed} partnership={partnership} lang={lang} />}
    </Asked>
  );
}

function Shown({ followed, partnership, lang }: { followed: Followed; partnership: string; lang: Lang }) {
  const { campaign, counts } = followed;
  // Whom the sample met, and beside them those who chose: never one sum.
  const chose = followed.methods.reduce((sum, { byChoice, count }) => sum + (byChoice ? count : 0), 0);
  const inAll = followed.methods.reduce((sum, { count }) => sum + count, 0) - chose;
  return (
    <div className="stack-loose">
      <PageHeading
        heading={campaign.title}
        over={campaign.example ? <ExampleMark lang={lang} /> : undefined}
        lead={`${formState(campaign, lang)} · ${formatPeriod(campaign.from as Day, campaign.to as Day, lang)}`}
        actions={
          <>
            {campaign.mine && <Turning campaign={campaign} partnership={partnership} lang={lang} />}
            <LinkButton href={`/lyssna/${partnership}/koda`}>{say(words.code, lang)}</LinkButton>
          </>
        }
      />
      <Facts
        facts={[
          {
            name: say(words.come, lang),
            value:
              campaign.invited === undefined ? formatNumber(inAll, lang) : formatOutOf(inAll, campaign.invited, lang),
          },
          ...(chose === 0 ? [] : [{ name: say(words.byChoice, lang), value: formatNumber(chose, lang) }]),
          ...(followed.methods.length < 2
            ? []
            : [
                {
                  name: say(words.methods, lang),
                  value: followed.methods
                    .map(({ method, count }) => `${say(campaignMethods[method], lang)} ${formatNumber(count, lang)}`)
                    .join(" · "),
                },
              ]),
          { name: say(words.toRead, lang), value: formatNumber(counts.waiting, lang) },
        ]}
      />
      {(campaign.form === "past" || (campaign.mine && campaign.state === "open")) && (
        <Extending campaign={campaign} partnership={partnership} lang={lang} />
      )}
      {campaign.mine && <Queue followed={followed} partnership={partnership} lang={lang} />}
      <Results followed={followed} partnership={partnership} lang={lang} />
      <Series followed={followed} partnership={partnership} lang={lang} />
      {(followed.told !== undefined || (campaign.mine && campaign.state === "closed")) && (
        <section className="stack">
          <SectionHeading heading={say(followed.told === undefined ? words.tellAsk : words.told, lang)} />
          <p className="measure">
            {followed.told === undefined
              ? say(words.tellAskText, lang)
              : say(words.toldBy, lang, { day: formatDay(followed.told.on as Day, lang), who: followed.told.by })}
          </p>
          <div className="row">
            <LinkButton
              href={`/beratta/${partnership}/svar-${campaign.slug}`}
              kind={followed.told === undefined ? "turn" : "plain"}
            >
              {say(followed.told === undefined ? words.tellLook : words.toldLook, lang)}
            </LinkButton>
          </div>
        </section>
      )}
      <Groups followed={followed} lang={lang} />
      <section className="stack">
        <SectionHeading heading={say(words.howAsked, lang)} />
        <Facts
          facts={[
            { name: say(words.target, lang), value: campaign.targetGroup },
            { name: say(words.sample, lang), value: say(sampleTypes[campaign.sampleType], lang) },
            { name: say(words.ladder, lang), value: say(ladderLevels[campaign.ladderLevel], lang) },
            { name: say(words.canInfluence, lang), value: campaign.words.canInfluence.sv },
            { name: say(words.cannotInfluence, lang), value: campaign.words.cannotInfluence.sv },
          ]}
        />
      </section>
      <section className="stack">
        <SectionHeading heading={say(words.formAddress, lang)} />
        <Facts
          facts={[{ method: "form" as const, address: followed.address }, ...followed.links].map(
            ({ method, address }) => ({
              name: say(campaignMethods[method], lang),
              value: <a href={address}>{address}</a>,
            }),
          )}
        />
        {campaign.villages.length > 0 && (
          <>
            <p className="quiet">{say(words.villageLinks, lang)}</p>
            <Facts
              facts={campaign.villages.map((village) => {
                const address = `${followed.address}?ort=${slugOf(village)}`;
                return { name: village, value: <a href={address}>{address}</a> };
              })}
            />
          </>
        )}
        <figure className="stack-tight">
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(followed.qr)}`}
            alt={say(words.qr, lang)}
            width="148"
            height="148"
          />
          <figcaption className="small quiet">{say(words.printQr, lang)}</figcaption>
        </figure>
        <div>
          <LinkButton href={addressOf(downloadCampaignForm, { partnership, slug: campaign.slug }, true)} download>
            {say(formWords.download, lang)}
          </LinkButton>
          <p className="small quiet measure">{say(formWords.downloadGuide, lang)}</p>
        </div>
      </section>
      <Papers campaign={campaign} partnership={partnership} lang={lang} />
      {campaign.mine && <Languages partnership={partnership} slug={campaign.slug} lang={lang} />}
      {campaign.mine && <Contacts partnership={partnership} slug={campaign.slug} lang={lang} />}
    </div>
  );
}

/** Question by question and version by version: what was asked in other words is never added up. */
function Results({ followed, partnership, lang }: { followed: Followed; partnership: string; lang: Lang }) {
  const { versions, tallies, campaign } = followed;
  return (
    <section className="stack">
      <SectionHeading heading={say(words.results, lang)} />
      {campaign.sampleType === "self-selected" && <Notice heading={say(sampleTypes[campaign.sampleType], lang)} />}
      {versions.map((version) => {
        const counted = tallies.filter(({ key, version: of }) => key === version.key && of === version.version);
        const isNow = campaign.items.some(({ id }) => id === version.id);
        const name =
          version.version > 1 || !isNow
            ? `${version.words.sv} (${say(words.version, lang, { version: version.version })})`
            : version.words.sv;
        return (
          <div key={version.id} className="stack measure">
            <h3>{name}</h3>
            {version.breaks !== undefined && (
              <Notice kind="advice" level={3} heading={say(breaksWords[version.breaks], lang)} />
            )}
            {version.question.kind === "place" && !isPointedOut(version.question) && (
              <p className="quiet">{say(words.withoutMap, lang)}</p>
            )}
            {version.question.kind === "text" ? (
              <p className="quiet">{say(words.textsAreCoded, lang)}</p>
            ) : (
              <ByMethod
                name={name}
                options={version.question.options}
                tallies={counted}
                sample={campaign.sampleType}
                lang={lang}
              />
            )}
            {isNow && campaign.mine && campaign.state !== "closed" && (
              <Revising
                item={version}
                open={campaign.state === "open"}
                slug={campaign.slug}
                partnership={partnership}
                lang={lang}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

function Revising({
  item,
  open,
  slug,
  partnership,
  lang,
}: {
  item: Item;
  open: boolean;
  slug: string;
  partnership: string;
  lang: Lang;
}) {
  const revise = useCommand(reviseItem);
  const empty = { sv: "", en: "", latt: "" };
  const column = (key: "sv" | "en" | "latt") =>
    item.question.kind === "text"
      ? ""
      : item.question.options.map((option) => option.words[key] ?? option.words.sv).join("\n");
  const [asked, setAsked] = useState({ ...empty, ...item.words });
  const [options, setOptions] = useState({ sv: column("sv"), en: column("en"), latt: column("latt") });
  const [map, setMap] = useState(isPointedOut(item.question));
  const [refusal, setRefusal] = useState<string>();
  const send = async () => {
    const result = await revise.run({
      partnership,
      slug,
      key: item.key,
      words: wordingOf(asked),
      kind: item.question.kind,
      options: item.question.kind === "text" ? [] : optionsOf(options),
      ...(item.question.kind === "place" ? { map: map ? "on" : "off" } : {}),
    });
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  };
  const optionsTyped = { what: say(words.options, lang), typed: options, set: setOptions, lines: true };
  return (
    <details>
      <summary>{say(words.revise, lang)}</summary>
      <div className="stack measure">
        {open && <p>{say(words.reviseText, lang)}</p>}
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.question, lang)}
          value={asked.sv}
          onChange={(sv) => setAsked({ ...asked, sv })}
        />
        {item.question.kind !== "text" && (
          <PersonText
            about="public"
            lang={lang}
            label={say(words.options, lang)}
            guide={say(words.optionsGuide, lang)}
            value={options.sv}
            onChange={(sv) => setOptions({ ...options, sv })}
            rows={5}
          />
        )}
        {item.question.kind === "place" && <MapChoice lang={lang} map={map} onChange={setMap} />}
        <InOthers
          lang={lang}
          texts={[
            { what: say(words.question, lang), typed: asked, set: setAsked },
            ...(item.question.kind === "text" ? [] : [optionsTyped]),
          ]}
        />
        {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
        <div>
          <Button busy={revise.busy} onPress={() => void send()}>
            {say(words.saveRevision, lang)}
          </Button>
        </div>
      </div>
    </details>
  );
}

function Groups({ followed, lang }: { followed: Followed; lang: Lang }) {
  const rows = Object.entries(followed.groups).map(([name, count]) => ({
    name: groupWord(name, followed, lang),
    count,
  }));
  return (
    <section className="stack">
      <SectionHeading heading={say(words.groups, lang)} />
      <p className="quiet">{say(words.groupsText, lang)}</p>
      {rows.length > 0 && (
        <DataTable
          caption={say(words.groups, lang)}
          captionHidden
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { head: say(words.group, lang), names: true, cell: ({ name }) => name },
            { head: say(words.count, lang), number: true, cell: ({ count }) => formatNumber(count, lang) },
          ]}
        />
      )}
    </section>
  );
}

function groupWord(name: string, { campaign }: Followed, lang: Lang): string {
  const [kind = "", value = ""] = name.split(".");
  const age = AGE_BANDS.find((one) => one === value);
  const sex = SEXES.find((one) => one === value);
  if (kind === "age" && age !== undefined) return ageBands[age][lang];
  if (kind === "sex" && sex !== undefined) return sexes[sex][lang];
  return campaign.villages.find((village) => slugOf(village) === value) ?? value;
}

function Contacts({ partnership, slug, lang }: { partnership: string; slug: string; lang: Lang }) {
  const asked = useAnswer(listContacts, { partnership, slug });
  return (
    <section className="stack">
      <SectionHeading heading={say(words.contacts, lang)} />
      <p className="quiet">{say(words.contactsText, lang)}</p>
      <Asked answer={asked} lang={lang}>
        {({ contacts }) =>
          contacts.length === 0 ? (
            <p>{say(words.contactsNone, lang)}</p>
          ) : (
            <ul className="list">
              {contacts.map((contact, place) => (
                <li key={place}>{contact}</li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}
