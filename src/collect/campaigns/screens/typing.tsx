import { useRef, useState } from "react";
import type { InputOf, OutputOf } from "../../../ground/endpoint.ts";
import { say, type Lang } from "../../../ground/words.ts";
import { useAnswer, useCommand } from "../../../platform/browser/ask.ts";
import { newDeviceId } from "../../../platform/browser/device.ts";
import { Asked } from "../../../ui/asked.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { formatList, formatNumber } from "../../../ui/format.ts";
import { NotThere } from "../../../ui/not-there.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../../ui/page-heading.tsx";
import type { ScreenProps } from "../../../ui/screen.ts";
import { SectionHeading } from "../../../ui/section-heading.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { coveredKinds } from "../../open-form-words.ts";
import { PersonLine } from "../../privacy/screens/person-text.tsx";
import { refusals } from "../../words.ts";
import { AGE_BANDS, SEXES } from "../answer.ts";
import { followCampaign, typeAnswer, undoTyped } from "../api.ts";
import { ABOUT_FIELDS, askedOnPaper, readTyped, type TypedForm, wordsField } from "../typed.ts";
import { ageBands, form as formWords, sexes } from "../words.ts";
import { words } from "./words.ts";

type Campaign = OutputOf<typeof followCampaign>["campaign"];

/** /lyssna/<p>/pappersvar-<slug>: one paper after the other beside the keyboard, Tab and Enter only. */
export function TypingScreen({ partnership, item, lang }: ScreenProps) {
  const slug = (item ?? "").replace(/^pappersvar-/, "");
  const asked = useAnswer(followCampaign, { partnership, slug });
  if (asked.state === "refused" && asked.refusal.status === 404)
    return <NotThere stage="collect" href={`/lyssna/${partnership}`} lang={lang} />;
  return (
    <Asked answer={asked} lang={lang} page>
      {({ campaign, typedToday }) => (
        <div className="stack-loose">
          <PageHeading
            heading={say(words.typeIn, lang)}
            over={<a href={`/lyssna/${partnership}/kampanj-${slug}`}>{campaign.title}</a>}
            lead={say(words.typeInLead, lang)}
          />
          {campaign.mine && campaign.state === "open" ? (
            <Paper campaign={campaign} typedToday={typedToday} partnership={partnership} lang={lang} />
          ) : (
            <Notice kind="advice" heading={say(words.notOpenToType, lang)} />
          )}
        </div>
      )}
    </Asked>
  );
}

type Sent = InputOf<typeof typeAnswer>;

function Paper(props: { campaign: Campaign; typedToday: number; partnership: string; lang: Lang }) {
  const { campaign, partnership, lang } = props;
  const { slug } = campaign;
  const save = useCommand(typeAnswer);
  const undo = useCommand(undoTyped);
  const form = useRef<HTMLFormElement>(null);
  /** Made once for the paper, so that Enter pressed twice is one answer. */
  const [formId, setFormId] = useState(newDeviceId);
  const [typed, setTyped] = useState<TypedForm>({});
  const [receipt, setReceipt] = useState(false);
  const [wrong, setWrong] = useState<{ field: string; sentence: string }>();
  const [told, setTold] = useState("");
  const [code, setCode] = useState<string>();
  /** What the latest was, to be undone; the server sees that it is. */
  const [latest, setLatest] = useState<Pick<Sent, "form" | "about">>();

  const first = () => form.current?.querySelector("input")?.focus();
  const refuse = (field: string, sentence: string) => {
    setTold("");
    setWrong({ field, sentence });
    (
      form.current?.querySelector<HTMLInputElement>(`[name="${CSS.escape(field)}"]`) ??
      form.current?.querySelector("input")
    )?.focus();
  };
  const enter = async () => {
    const asked = askedOnPaper(campaign, typed);
    const read = readTyped({ ...campaign, items: asked }, typed);
    if (!read.ok) {
      const { why, detail, field = "" } = read.refusal;
      return refuse(field, why === "not-yours" ? "" : say(refusals[why], lang, detail));
    }
    const { answers, about } = read.value;
    const result = await save.run({
      partnership,
      slug,
      form: formId,
      answers: answers.map(({ key, values }) => ({ key, values: [...values] })),
      about,
      receipt,
    });
    if (!result.ok) return refuse(result.refusal.field ?? "", result.refusal.sentence);
    const { covered } = result.value;
    const kinds = covered.map((kind) => coveredKinds[kind]?.[lang] ?? kind);
    setTold(
      [
        say(words.typedSaved, lang),
        covered.length === 0 ? "" : say(words.typedCovered, lang, { kinds: formatList(kinds, lang) }),
      ]
        .filter(Boolean)
        .join(" "),
    );
    setCode(result.value.code);
    setLatest({ form: formId, about });
    setTyped({});
    setReceipt(false);
    setWrong(undefined);
    setFormId(newDeviceId());
    first();
  };
  const takeBack = async () => {
    if (latest === undefined) return;
    const result = await undo.run({ partnership, slug, ...latest });
    if (!result.ok) return refuse("", result.refusal.sentence);
    setLatest(undefined);
    setCode(undefined);
    setWrong(undefined);
    setTold(say(words.typedUndone, lang));
    first();
  };

  const field = (name: string) => ({
    name,
    value: typed[name] ?? "",
    onChange: (text: string) => setTyped({ ...typed, [name]: text }),
    error: wrong?.field === name ? wrong.sentence : undefined,
    autoComplete: "off" as const,
  });
  const numbersOf = (list: readonly string[]) => list.map((word, place) => `${place + 1}\u00A0${word}`).join(" · ");
  const asked = askedOnPaper(campaign, typed);
  const names: readonly string[] = [...campaign.items.flatMap(({ key }) => [key, wordsField(key)]), ...ABOUT_FIELDS];
  const about = [
    { label: formWords.age[lang], guide: numbersOf(AGE_BANDS.map((one) => ageBands[one][lang])) },
    { label: formWords.sex[lang], guide: numbersOf(SEXES.map((one) => sexes[one][lang])) },
    { label: formWords.village[lang], guide: numbersOf(campaign.villages) },
  ];
  return (
    <form
      ref={form}
      className="sheet stack measure"
      aria-label={say(words.typeIn, lang)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.busy) void enter();
      }}
    >
      <p role="status">
        {told} {say(words.typedToday, lang, { count: formatNumber(props.typedToday, lang) })}
        {code !== undefined && <strong> {say(words.typedCode, lang, { code })}</strong>}
      </p>
      {campaign.items.some(({ version }) => version > 1) && <p>{say(words.typeInVersion, lang)}</p>}
      {campaign.items.map((item, place) => {
        if (!asked.includes(item)) return null;
        const { question } = item;
        const version = item.version > 1 ? ` (${say(words.version, lang, { version: item.version })})` : "";
        const label = say(words.numbered, lang, { number: place + 1, question: item.words.sv }) + version;
        if (question.kind === "text")
          return (
            <PersonLine
              key={item.id}
              about="public"
              lang={lang}
              label={label}
              guide={say(words.typeInWords, lang)}
              {...field(item.key)}
            />
          );
        const guide = numbersOf(question.options.map((option) => option.words.sv));
        return (
          <div key={item.id} className="stack-tight">
            <TextField
              label={label}
              guide={question.kind === "several" ? `${guide}. ${say(words.typeInSeveral, lang)}` : guide}
              short
              {...field(item.key)}
            />
            {question.kind === "place" && (
              <PersonLine
                about="public"
                lang={lang}
                label={formWords.placeWords[lang]}
                guide={say(words.typeInWords, lang)}
                {...field(wordsField(item.key))}
              />
            )}
          </div>
        );
      })}
      <SectionHeading heading={formWords.aboutYou[lang]} level={2} />
      <p className="small quiet">{formWords.voluntary[lang]}</p>
      {ABOUT_FIELDS.map((name, place) =>
        about[place]!.guide === "" ? null : <TextField key={name} {...about[place]!} short {...field(name)} />,
      )}
      <Checkbox label={say(words.wantsCode, lang)} checked={receipt} onChange={setReceipt} />
      {wrong !== undefined && !names.includes(wrong.field) && <Notice kind="error" heading={wrong.sentence} live />}
      <div className="row">
        <Button type="submit" kind="main" busy={save.busy}>
          {say(words.saveTyped, lang)}
        </Button>
        {latest !== undefined && (
          <Button busy={undo.busy} onPress={() => void takeBack()}>
            {say(words.undoLatest, lang)}
          </Button>
        )}
      </div>
    </form>
  );
}
