import { useState } from "react";
import { say } from "../../ground/words.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { TextField } from "../../ui/text-field.tsx";
import { questionIn } from "../cited-question.ts";
import { words } from "../words.ts";
import { CiteForm } from "./cite-form.tsx";

type Of = Pick<ScreenProps, "partnership" | "lang"> & { problemId: string };

/** A question to the picture: kept as what is asked, so that whoever reads sees the answer of that day. */
export function CiteQuestion({ partnership, lang, problemId }: Of) {
  const [address, setAddress] = useState("");
  const question = questionIn(address);
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.citeQuestion, lang)}
      missing={question === undefined ? say(words.questionNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "question", question: question ?? "", ...said })}
      onCited={() => setAddress("")}
    >
      <TextField
        label={say(words.questionAddress, lang)}
        guide={say(words.questionAddressGuide, lang)}
        value={address}
        onChange={setAddress}
        required
      />
    </CiteForm>
  );
}
