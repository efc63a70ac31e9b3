import { useState } from "react";
import type { OutputOf } from "../../../ground/endpoint.ts";
import type { Day } from "../../../ground/time.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useCommand } from "../../../platform/browser/ask.ts";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form-error.tsx";
import { NumberStepper } from "../../../ui/number-stepper.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import {
  decideRetention,
  holdKind,
  holdSource,
  letGoKind,
  letGoSource,
  type listRetention,
  markSource,
} from "../api.ts";
import { ruleKinds } from "../../words.ts";
import { HELD_KINDS, RULE_KINDS, type RuleKind } from "../retention.ts";
import { retentionWords as words } from "../words.ts";
import { PersonLine } from "./person-text.tsx";

type Source = OutputOf<typeof listRetention>["sources"][number];
type Rule = OutputOf<typeof listRetention>["rules"][number];

/** «Nytt gallringsbeslut»: kind, months, who decided, when, under which paragraph. */
export function RuleForm({ partnership, lang }: { partnership: string; lang: Lang }) {
  const decide = useCommand(decideRetention);
  const [rule, setRule] = useState({
    sourceKind: "weekly-report" as RuleKind,
    months: 24,
    body: "",
    decidedOn: "" as Day | "",
    paragraph: "",
  });
  const [told, setTold] = useState<{ refusal?: string; done?: boolean }>({});
  const set =
    <Field extends keyof typeof rule>(field: Field) =>
    (value: (typeof rule)[Field]) =>
      setRule({ ...rule, [field]: value });
  const save = async () => {
    const result = await decide.run({ partnership, ...rule, decidedOn: rule.decidedOn });
    setTold(result.ok ? { done: true } : { refusal: result.refusal.sentence });
  };
  return (
    <form
      className="stack measure"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{say(words.newRule, lang)}</h3>
      <Select
        label={say(words.kind, lang)}
        value={rule.sourceKind}
        onChange={(value) => set("sourceKind")(value as RuleKind)}
        options={RULE_KINDS.map((value) => ({ value, word: say(ruleKinds[value], lang) }))}
      />
      <NumberStepper
        lang={lang}
        label={say(words.months, lang)}
        value={rule.months}
        onChange={(value) => set("months")(value ?? 24)}
        min={1}
        max={240}
      />
      <PersonLine
        about="matter"
        lang={lang}
        label={say(words.body, lang)}
        guide={say(words.bodyGuide, lang)}
        value={rule.body}
        onChange={set("body")}
        required
      />
      <DateField
        label={say(words.decidedOn, lang)}
        value={rule.decidedOn}
        onChange={(day) => set("decidedOn")(day ?? "")}
        required
      />
      <TextField label={say(words.paragraph, lang)} value={rule.paragraph} onChange={set("paragraph")} short required />
      {told.refusal !== undefined && <FormError text={told.refusal} />}
      {told.done === true && <p role="status">{say(words.done, lang)}</p>}
      <div>
        <Button type="submit" busy={decide.busy}>
          {say(words.saveRule, lang)}
        </Button>
      </div>
    </form>
  );
}

/** «Utlämnandespärr» on what stands in no source: all hearings, all staff dialogues, or all that residents have said of the traffic. */
export function KindHold({ rule, partnership, lang }: { rule: Rule; partnership: string; lang: Lang }) {
  const [hold, letGo] = [useCommand(holdKind), useCommand(letGoKind)];
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const kind = HELD_KINDS.find((one) => one === rule.sourceKind);
  if (kind === undefined) return null;
  const tell = (result: { ok: true } | { ok: false; refusal: { sentence: string } }) =>
    setRefusal(result.ok ? undefined : result.refusal.sentence);
  return (
    <details>
      <summary>
        {rule.hold === undefined ? say(words.hold, lang) : say(words.onHold, lang, { reason: rule.hold.reason })}
      </summary>
      <div className="stack measure">
        {rule.hold === undefined ? (
          <>
            <PersonLine
              label={say(words.holdReason, lang)}
              about="reason"
              value={reason}
              onChange={setReason}
              lang={lang}
            />
            <div>
              <Button busy={hold.busy} onPress={() => void hold.run({ partnership, kind, reason }).then(tell)}>
                {say(words.hold, lang)}
              </Button>
            </div>
          </>
        ) : (
          <div>
            <Button busy={letGo.busy} onPress={() => void letGo.run({ partnership, kind }).then(tell)}>
              {say(words.letGo, lang)}
            </Button>
          </div>
        )}
        {refusal !== undefined && <FormError text={refusal} />}
      </div>
    </details>
  );
}

/** «Utlämnandespärr», registry number and secrecy mark of one source. */
export function SourceForm({
  partnership,
  sources,
  lang,
}: {
  partnership: string;
  sources: readonly Source[];
  lang: Lang;
}) {
  const [slug, setSlug] = useState(sources[0]?.slug ?? "");
  const source = sources.find((one) => one.slug === slug);
  return (
    <div className="stack measure">
      <Select
        label={say(words.source, lang)}
        value={slug}
        onChange={setSlug}
        options={sources.map((one) => ({ value: one.slug, word: one.name }))}
      />
      {source !== undefined && <OfSource key={slug} source={source} partnership={partnership} lang={lang} />}
    </div>
  );
}

function OfSource({ source, partnership, lang }: { source: Source; partnership: string; lang: Lang }) {
  const [hold, letGo, mark] = [useCommand(holdSource), useCommand(letGoSource), useCommand(markSource)];
  const [said, setSaid] = useState({
    reason: "",
    registryNumber: source.registryNumber ?? "",
    secrecyMark: source.secrecyMark ?? "",
  });
  const [told, setTold] = useState<{ refusal?: string; done?: boolean }>({});
  const set = (field: keyof typeof said) => (value: string) => setSaid({ ...said, [field]: value });
  const { slug } = source;
  const tell = (result: { ok: true } | { ok: false; refusal: { sentence: string } }) =>
    setTold(result.ok ? { done: true } : { refusal: result.refusal.sentence });
  const { reason, ...numbers } = said;
  return (
    <>
      <TextField
        label={say(words.registryNumber, lang)}
        value={said.registryNumber}
        onChange={set("registryNumber")}
        short
      />
      <TextField
        label={say(words.secrecyMark, lang)}
        guide={say(words.secrecyGuide, lang)}
        value={said.secrecyMark}
        onChange={set("secrecyMark")}
      />
      <div>
        <Button busy={mark.busy} onPress={() => void mark.run({ partnership, slug, ...numbers }).then(tell)}>
          {say(words.saveMark, lang)}
        </Button>
      </div>
      {source.hold === undefined ? (
        <>
          <PersonLine
            label={say(words.holdReason, lang)}
            about="reason"
            value={reason}
            onChange={set("reason")}
            lang={lang}
          />
          <div>
            <Button busy={hold.busy} onPress={() => void hold.run({ partnership, slug, reason }).then(tell)}>
              {say(words.hold, lang)}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <p>{say(words.onHold, lang, { reason: source.hold.reason })}</p>
          <Button busy={letGo.busy} onPress={() => void letGo.run({ partnership, slug }).then(tell)}>
            {say(words.letGo, lang)}
          </Button>
        </div>
      )}
      {told.refusal !== undefined && <FormError text={told.refusal} />}
      {told.done === true && <p role="status">{say(words.done, lang)}</p>}
    </>
  );
}
