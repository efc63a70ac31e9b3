// Every Swedish sentence that a resident may meet at one campaign, from the first page through the receipt: what a file in another language translates.
import { coveredKinds, openForm, refusals as ofEveryForm } from "../open-form-words.ts";
import { grainWords, pointWords } from "../point-words.ts";
import { refusals as ofCollect } from "../words.ts";
import { type Campaign, isPointedOut } from "../campaigns/campaign.ts";
import * as words from "../campaigns/words.ts";

type Saying = { readonly sv: string };
type Sayings = Readonly<Record<string, Saying>>;

/** Said where it is not yet known which campaign it is about, to those at the desk, or of what has a name only. */
const NOT_HERE: readonly Saying[] = [
  openForm.siteName,
  words.form.lookUpLead,
  words.form.codeField,
  words.form.codeFieldGuide,
  words.form.show,
  words.form.slowDown,
  words.form.notThere,
  words.form.notThereText,
  words.form.errorTitle,
  pointWords.stretchGuide,
  pointWords.stretchBecomes,
  pointWords.from,
  pointWords.to,
];

/** In the order they are met, each once. What has no letters (a span of years) is the same in every language. */
export function sentencesOf(campaign: Pick<Campaign, "words" | "ladderLevel" | "items">): readonly string[] {
  const asked = campaign.items.flatMap(({ words: said, question }): readonly Saying[] => [
    said,
    ...(question.help === undefined ? [] : [question.help]),
    ...(question.kind === "text" ? [] : question.options.map((option) => option.words)),
  ]);
  const isPointed = campaign.items.some(({ question }) => isPointedOut(question));
  const all: readonly Saying[] = [
    campaign.words.title,
    words.ladder[campaign.ladderLevel],
    campaign.words.canInfluence,
    campaign.words.cannotInfluence,
    ...asked,
    ...of(words.form),
    ...of(words.ageBands),
    ...of(words.sexes),
    ...of(openForm),
    ...of(coveredKinds),
    ...(isPointed ? [...of(pointWords), ...of(grainWords)] : []),
    ...of(words.receiptWords),
    ...of(words.doneWords),
    ...of(words.disputeWords),
    ...of(words.verdictWords),
    ...of(words.replyWords),
    ...of(words.setAsideReasons),
    ...of(ofEveryForm),
    words.refusals["nothing-answered"],
    words.refusals["left-needed"],
    ofCollect["not-a-photo"],
    ofCollect["photo-too-large"],
    ofCollect["photo-too-many-pixels"],
  ];
  const here = all.filter((one) => !NOT_HERE.includes(one)).map(({ sv }) => sv);
  return [...new Set(here)].filter((sentence) => /\p{L}/u.test(sentence));
}

const of = (sayings: Sayings): readonly Saying[] => Object.values(sayings);
