import * as amendments from "../src/pledge/amendments/api.ts";
import type { Amends, Content } from "../src/pledge/document.ts";
import * as pledge from "../src/pledge/api.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import type { Day } from "../src/ground/time.ts";
import { type Authenticator, giveKey } from "./authenticator.ts";
import type { Caller, TestHouse } from "./house.ts";
import { publishBoth } from "./publishing.ts";
import { withReasons } from "./with-reasons.ts";

const partnership = "ockelbo";
const original = { partnership, slug: "2025-2027" };
export const REASON = "Skolan har flyttat, så kontrollerna görs vid den nya.";

/** The demo's promise in force, and those who may change it. */
export async function whoAmend(house: TestHouse, database: Database) {
  const [karin, johan, sofia, goran] = [
    await house.as("Karin"),
    await house.as("Johan"),
    await house.as("Sofia"),
    await house.as("Göran"),
  ];
  const keys = [
    [sofia, await giveKey(database, "Sofia")],
    [goran, await giveKey(database, "Göran")],
  ] as const;

  const begin = (kind: Amends["kind"], to?: Day) =>
    karin.call(amendments.startAmendment, {
      ...original,
      kind,
      reason: REASON,
      ...(to === undefined ? {} : { to }),
    });
  const open = async (slug: string) => (await karin.call(pledge.openDocument, { partnership, slug })).value;
  const save = async (slug: string, change: (content: Content) => Content, by: Caller = karin) => {
    const { content, revision } = await open(slug);
    return by.call(pledge.saveDraft, { partnership, slug, revision, content: change(content) });
  };
  /** Proposed, signed by both keys and published by one from each side. */
  const carryThrough = async (slug: string) => {
    const where = { partnership, slug };
    const saved = await save(slug, (content) => withReasons(content));
    if (saved.status !== 200) return saved;
    const proposed = await karin.call(pledge.propose, where);
    if (proposed.status !== 200) return proposed;
    for (const [person, key] of keys) await sign(person, key, slug);
    return publishBoth(house, database, where);
  };
  return { karin, johan, sofia, goran, begin, open, save, carryThrough };
}

async function sign(person: Caller, key: Authenticator, slug: string) {
  const asked = (await person.call(pledge.askToSign, { partnership, slug })).value;
  const answer = key.answer(asked.options["challenge"] as string);
  await person.call(pledge.sign, { partnership, slug, signingId: asked.signingId, answer });
}

/** The last activity taken out, the first said in other words, and one more. */
export function otherwise(content: Content, id: string): Content {
  const [first, ...rest] = content.pledges;
  const gone = content.pledges.at(-1)!.activities.at(-1)!;
  const pledges = [
    {
      ...first!,
      activities: [
        { ...first!.activities[0]!, text: `${first!.activities[0]!.text} Vid den nya skolan.` },
        ...first!.activities.slice(1),
        { ...first!.activities[0]!, id: id as typeof gone.id, number: "1.9", text: "En ny sak en gång om året." },
      ],
    },
    ...rest,
  ].map((one) => ({ ...one, activities: one.activities.filter((activity) => activity.id !== gone.id) }));
  const withdrawn = [{ activity: gone.id, number: gone.number, reason: "Det gör en annan nu." }];
  return { ...content, pledges, amends: { ...content.amends!, withdrawn } };
}
