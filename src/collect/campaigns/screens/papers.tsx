import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import { say, slugOf, type Lang } from "../../../ground/words.ts";
import { addressOf } from "../../../platform/browser/client.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { Select } from "../../../ui/select.tsx";
import { FORM_LANGS } from "../../open-form.ts";
import { formLangs } from "../../open-form-words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";
import { type followCampaign, printCampaign } from "../api.ts";
import { words } from "./words.ts";

type Props = {
  readonly campaign: OutputOf<typeof followCampaign>["campaign"];
  readonly partnership: string;
  readonly lang: Lang;
};

/** «På papper»: the form, the leaflets, and the way to where papers are typed in. */
export function Papers({ campaign, partnership, lang }: Props) {
  const [language, setLanguage] = useState<string>("sv");
  const [handIn, setHandIn] = useState("");
  const [village, setVillage] = useState("");
  const chosen = FORM_LANGS.find((one) => one === language) ?? "sv";
  const of = { partnership, slug: campaign.slug, language: chosen };
  return (
    <section className="stack">
      <SectionHeading heading={say(words.onPaper, lang)} />
      {campaign.mine && campaign.state === "open" && (
        <div className="row">
          <LinkButton href={`/lyssna/${partnership}/pappersvar-${campaign.slug}`} kind="main">
            {say(words.typeIn, lang)}
          </LinkButton>
        </div>
      )}
      <div className="stack measure">
        <Select
          label={say(words.printLanguage, lang)}
          value={language}
          onChange={setLanguage}
          options={FORM_LANGS.map((value) => ({ value, word: formLangs[value] }))}
        />
        <PersonLine
          about="public"
          lang={lang}
          label={say(words.handIn, lang)}
          guide={say(words.handInGuide, lang)}
          value={handIn}
          onChange={(text) => setHandIn(text.slice(0, 120))}
        />
        <div className="row">
          <LinkButton href={addressOf(printCampaign, { ...of, paper: "form", handIn }, true)} download>
            {say(words.printForm, lang)}
          </LinkButton>
        </div>
        {campaign.villages.length > 0 && (
          <Select
            label={say(words.leafletVillage, lang)}
            value={village}
            onChange={setVillage}
            empty={say(words.leafletAll, lang)}
            options={campaign.villages.map((name) => ({ value: slugOf(name), word: name }))}
          />
        )}
        <div className="row">
          <LinkButton href={addressOf(printCampaign, { ...of, paper: "leaflets", village }, true)} download>
            {say(words.printLeaflets, lang)}
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
