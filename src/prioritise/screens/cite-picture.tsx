// What has been seen or asked as evidence: an observation out of the picture, a question that is asked again each time it is read.
import { useState } from "react";
import { say } from "../../ground/words.ts";
import { useAnswer } from "../../platform/browser/ask.ts";
import type { ScreenProps } from "../../ui/screen.ts";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { listProblems } from "../api.ts";
import { questionIn } from "../cited-question.ts";
import { words } from "../words.ts";
import { CiteForm } from "./cite-form.tsx";

type Of = Pick<ScreenProps, "partnership" | "lang"> & { problemId: string };

/** What was seen is laid to a problem that is there already, instead of becoming one more. */
export function CiteEntry({ partnership, lang, go, entryId }: ScreenProps & { entryId: string }) {
  const list = useAnswer(listProblems, { partnership });
  const [problemId, setProblem] = useState("");
  const open = (list.value?.problems ?? []).filter(({ state }) => state === "open" || state === "chosen");
  if (open.length === 0) return null;
  const slug = open.find(({ id }) => id === problemId)?.slug;
  return (
    <CiteForm
      {...{ partnership, lang, problemId }}
      summary={say(words.citeEntry, lang)}
      missing={slug === undefined ? say(words.problemNeeded, lang) : undefined}
      evidence={(said) => ({ kind: "observation", refId: entryId, ...said })}
      onCited={() => go(`/prioritera/${partnership}/${slug}`)}
    >
      <Select
        label={say(words.problem, lang)}
        empty={say(words.chooseProblem, lang)}
        value={problemId}
        onChange={setProblem}
        options={open.map(({ id, what }) => ({ value: id, word: what }))}
      />
    </CiteForm>
  );
}

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
