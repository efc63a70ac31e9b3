import { useState } from "react";
import { allMunicipalities, countyOf } from "../../ground/municipalities.ts";
import { inSwedishOrder, say, slugOf } from "../../ground/words.ts";
import { useCommand } from "../../platform/browser/ask.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { foundPartnership } from "../api.ts";
import { words } from "../words.ts";

const MUNICIPALITIES = allMunicipalities().toSorted((a, b) => inSwedishOrder(a.name, b.name));

/** /nytt-samarbete: the municipality is chosen, and what follows from it is never typed (journey 1). */
export function FoundScreen({ lang, person, go }: ScreenProps) {
  const found = useCommand(foundPartnership);
  const [code, setCode] = useState("");
  const [police, setPolice] = useState("");
  const [title, setTitle] = useState("");
  const [refusal, setRefusal] = useState<string>();
  if (!person.operator) return <Notice level={1} heading={say(words.operationsOnly, lang)} />;
  const municipality = MUNICIPALITIES.find((one) => one.code === code);
  const county = municipality === undefined ? undefined : countyOf(municipality);
  const slug = municipality === undefined ? "" : slugOf(municipality.name);
  const create = async () => {
    if (municipality === undefined || county === undefined) return setRefusal(say(words.chooseMunicipality, lang));
    const result = await found.run({
      slug,
      municipality: { code, name: municipality.name },
      county: { code: county.code, name: county.name },
      policeName: police,
      coordinatorTitle: title,
    });
    if (!result.ok) return setRefusal(result.refusal.sentence);
    // The rights that came with it are known from the next answer on; a fresh start asks for them.
    return go(`/installning/${slug}`);
  };
  return (
    <>
      <PageHeading heading={say(words.foundHeading, lang)} lead={say(words.foundLead, lang)} />
      <form
        className="stack measure"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Select
          label={say(words.municipality, lang)}
          empty={say(words.chooseMunicipality, lang)}
          value={code}
          onChange={setCode}
          options={MUNICIPALITIES.map((one) => ({ value: one.code, word: one.name }))}
          guide={county === undefined ? undefined : say(words.foundFollows, lang, { county: county.name, slug })}
          required
        />
        <TextField
          label={say(words.policeArea, lang)}
          guide={say(words.policeAreaGuide, lang)}
          value={police}
          onChange={setPolice}
          required
        />
        <TextField label={say(words.yourTitle, lang)} value={title} onChange={setTitle} required />
        <Button type="submit" kind="main" busy={found.busy}>
          {say(words.foundButton, lang)}
        </Button>
      </form>
      {refusal !== undefined && <Notice kind="error" heading={refusal} live />}
    </>
  );
}
