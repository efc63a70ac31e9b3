import { useState } from "react";
import { say, type Lang } from "../../ground/words.ts";
import { today } from "../../platform/browser/device.ts";
import type { Phone } from "../../platform/browser/use-outbox.ts";
import { Button } from "../../ui/button.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { ScreenProps } from "../../ui/screen.ts";
import { SectionHeading } from "../../ui/section-heading.tsx";
import { fieldWords } from "./field-words.ts";
import { codesOf, MOST_CODES } from "./hand-over-codes.ts";
import { readHandOver, writeHandOver, type Writer } from "./hand-over-file.ts";
import { ReadCodes, ShowCodes } from "./hand-over-qr.tsx";
import { words } from "./words.ts";

type Props = { readonly phone: Phone; readonly person: ScreenProps["person"]; readonly lang: Lang };

/** «Lämna över»: what waits as a file or as QR codes for another phone or the desk, and such a file or such codes taken in, once. */
export function HandOver({ phone, person, lang }: Props) {
  const { outbox } = phone;
  const [made, setMade] = useState<string>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [told, setTold] = useState<{ readonly kind: "done" | "error"; readonly sentence: string }>();
  const waiting = phone.entries.filter(({ state }) => state !== "sent" && state !== "draft").length;
  const writer: Writer = {
    id: person.id,
    name: person.name,
    organisationIds: [...new Set(person.grants.map(({ organisationId }) => organisationId))],
  };
  const make = async () => {
    const text = await writeHandOver(writer, await outbox.handOver());
    const name = `samsyn-${person.name.split(" ")[0]?.toLowerCase()}-${today()}.txt`;
    download(new File([text], name, { type: "text/plain" }));
    setMade(name);
  };
  const showCodes = async () => {
    // A photo is too much for codes: it stays here, and goes from here.
    const words = (await outbox.handOver()).filter(({ bytes }) => bytes === undefined);
    const made = await codesOf(await writeHandOver(writer, words));
    if (made.length > MOST_CODES) return setTold({ kind: "error", sentence: say(fieldWords.tooManyCodes, lang) });
    setCodes(made);
  };
  const takeIn = async (text: string) => {
    const read = await readHandOver(text, writer.organisationIds);
    if (!read.ok) {
      const said = read.refusal.why === "file-broken" ? fieldWords.fileBroken : fieldWords.fileElsewhere;
      return setTold({ kind: "error", sentence: say(said, lang) });
    }
    const { from, entries } = read.value;
    const taken = await outbox.takeIn(entries, from.id);
    if (!taken.ok) return setTold({ kind: "error", sentence: say(words.phoneFull, lang) });
    const count = taken.value;
    const said =
      count === 0 ? say(fieldWords.takenInBefore, lang) : say(fieldWords.takenIn, lang, { count, name: from.name });
    setTold({ kind: "done", sentence: said });
    void outbox.send();
  };
  return (
    <section className="wrap page stack">
      <SectionHeading heading={say(fieldWords.handOver, lang)} />
      <p className="quiet">{say(fieldWords.handOverText, lang)}</p>
      {waiting === 0 ? (
        <p className="quiet">{say(fieldWords.nothingToHandOver, lang)}</p>
      ) : (
        <>
          <Button wide onPress={() => void make()}>
            {say(fieldWords.makeFile, lang, { count: waiting })}
          </Button>
          {codes === undefined && (
            <Button wide onPress={() => void showCodes()}>
              {say(fieldWords.makeCodes, lang)}
            </Button>
          )}
        </>
      )}
      {codes !== undefined && <ShowCodes codes={codes} lang={lang} onClose={() => setCodes(undefined)} />}
      {made !== undefined && <Notice kind="done" heading={say(fieldWords.fileMade, lang, { name: made })} live />}
      <ReadCodes lang={lang} onText={(text) => void takeIn(text)} />
      <FileField
        label={say(fieldWords.takeIn, lang)}
        guide={say(fieldWords.takeInGuide, lang)}
        accept=".txt"
        onChange={(files) => void files[0]?.text().then(takeIn)}
      />
      {told !== undefined && <Notice kind={told.kind} heading={told.sentence} live />}
    </section>
  );
}

/** Among the phone's downloads, from where it is given away as any file. */
function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
