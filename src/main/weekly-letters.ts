// «Din vecka i Samsyn»: one letter a person, made of what the same person would see on the overview, read under their own role. Nothing where nothing waits.
import { listActivities } from "../act/api.ts";
import { waitingKinds } from "../collect/waiting-words.ts";
import { listRed } from "../follow/clocks/api.ts";
import { sayTodo, sayWhat, sayWhen } from "../follow/clocks/said.ts";
import { waiting } from "../follow/api.ts";
import { TURN_WORDS } from "../follow/turn-words.ts";
import type { Endpoint, OutputOf } from "../ground/endpoint.ts";
import { grantsIn, type Person } from "../ground/party.ts";
import { addDays, dayOf, type Day, monthOf, weekdayOf } from "../ground/time.ts";
import { type Lang, say } from "../ground/words.ts";
import { partnershipsOf, personWithGrants } from "../partnership/store.ts";
import { parties } from "../pledge/words.ts";
import type { AnyTransaction, House } from "../platform/server/house.ts";
import { wishOf } from "../platform/server/mail/outbox.ts";
import { type Part, redFor, weeklyLetter } from "../tell/letters/letter.ts";
import { leave } from "../tell/letters/reactions.ts";
import { peopleThere } from "../tell/letters/store.ts";
import { words } from "../tell/letters/words.ts";
import { formatDay, formatList } from "../ui/format.ts";
import { routes } from "./assemble.ts";

type Place = Awaited<ReturnType<typeof partnershipsOf>>[number];

/** Monday's letters to all who want them; made again the same week there is none. */
export async function writeWeeklyLetters(house: House): Promise<void> {
  const inSystem = <T>(work: (tx: AnyTransaction) => Promise<T>) =>
    house.database.transaction<Record<string, never>, T>({ as: "system" }, (tx) => work(tx));
  for (const personId of await inSystem(peopleThere)) {
    const found = await inSystem(async (tx) => {
      const person = await personWithGrants(tx, personId);
      const ids = [...new Set(person?.grants.map(({ partnershipId }) => partnershipId))];
      return { person, wish: await wishOf(tx, personId), places: await partnershipsOf(tx, ids) };
    });
    const { person, wish, places } = found;
    const [first] = places;
    const organisationId = person?.grants.find(({ partnershipId }) => partnershipId === first?.id)?.organisationId;
    if (!wish.weekly || person === undefined || first === undefined || organisationId === undefined) continue;
    const parts: Part[] = [];
    for (const place of places) parts.push(...(await partsOf(house, person, place, places.length > 1, wish.lang)));
    const letter = weeklyLetter(parts, first.slug, wish.lang);
    if (letter === undefined) continue;
    const today = dayOf(house.now());
    const monday = addDays(today, 1 - weekdayOf(today));
    await inSystem((tx) =>
      leave(
        { tx, at: house.now(), newId: house.newId, origin: house.settings.origin },
        { personId, organisationId, partnership: first },
        { kind: "weekly", cause: `weekly ${monday}`, letter: () => letter },
      ),
    );
  }
}

/** What the person would be answered at a door of their own. */
async function asked<E extends Endpoint>(
  house: House,
  endpoint: E,
  { person, place, lang }: { readonly person: Person; readonly place: Place; readonly lang: Lang },
): Promise<OutputOf<E> | undefined> {
  const route = routes.find((one) => one.endpoint.name === endpoint.name);
  const answer = await route?.serve(house, {
    input: { partnership: place.slug },
    bytes: new Uint8Array(),
    contentType: "",
    person,
    sessionToken: undefined,
    lang,
  });
  return answer?.kind === "json" ? (answer.value as OutputOf<E>) : undefined;
}

async function partsOf(house: House, person: Person, place: Place, isOneOfMany: boolean, lang: Lang): Promise<Part[]> {
  const who = { person, place, lang };
  const waits = await asked(house, waiting, who);
  const red = await asked(house, listRed, who);
  const promised = await asked(house, listActivities, who);
  const roles = grantsIn(person, place.id).map(({ role }) => role);
  const isAtWork = roles.some((role) => role === "activity-owner" || role === "coordinator" || role === "liaison");
  const today = dayOf(house.now());
  const headed = (heading: string) => (isOneOfMany ? say(words.of, lang, { place: place.name, heading }) : heading);
  const turns = (waits?.turns ?? []).map(({ kind, title, count = 0, day, missing = [], href }) => ({
    text: say(TURN_WORDS[kind][0], lang, {
      title,
      count: missing.length > 0 ? missing.length : count,
      day: day === undefined ? "" : formatDay(day as Day, lang),
      parties: formatList(
        missing.map((party) => say(parties[party], lang)),
        lang,
      ),
    }),
    href,
  }));
  const heard = (waits?.heard ?? []).map(({ kind, title, count, href }) => ({
    text: say(waitingKinds[kind], lang, { count, title }),
    href,
  }));
  const month = (promised?.activities ?? []).filter(
    ({ mine, left, period, late }) =>
      isAtWork &&
      mine &&
      left > 0 &&
      late === null &&
      monthOf(period.to as Day) === monthOf(today) &&
      period.to >= today,
  );
  return [
    { heading: headed(say(words.turns, lang)), rows: [...turns, ...heard] },
    {
      heading: headed(say(words.red, lang)),
      rows: redFor(red?.rows ?? [], roles).map((row) => ({
        text: `${sayWhat(row, lang)}, ${sayWhen(row, lang)}`,
        note: sayTodo(row, lang),
        href: row.href,
      })),
    },
    {
      heading: headed(say(words.month, lang)),
      rows: month.map(({ number, text, left, period }) => ({
        text: `${number} ${text}`,
        note: say(words.left, lang, { count: left, day: formatDay(period.to as Day, lang) }),
        href: "/min-manad",
      })),
    },
  ];
}
