import * as publication from "../src/pledge/publication/api.ts";
import type { Database } from "../src/platform/server/database/database.ts";
import { type Answering, type Authenticator, giveKey } from "./authenticator.ts";
import type { Caller, Reply, TestHouse } from "./house.ts";

type Where = { readonly partnership: string; readonly slug: string };
type Pressed = Reply<{ readonly state: "signed" | "published" }>;

/** One person's key to publish: asked, answered and handed in; the refusal where it was not even asked. */
export async function pressKey(person: Caller, key: Authenticator, where: Where, how?: Answering): Promise<Pressed> {
  const asked = await person.call(publication.askToPublish, where);
  if (asked.status !== 200) return asked as unknown as Pressed;
  const answer = key.answer(asked.value.options["challenge"] as string, how);
  return person.call(publication.publish, { ...where, signingId: asked.value.signingId, answer });
}

/** Karin and Johan publish, each with a key of their own; what the second key came to. */
export async function publishBoth(house: TestHouse, database: Database, where: Where): Promise<Pressed> {
  for (const name of ["Karin", "Johan"]) {
    const pressed = await pressKey(await house.as(name), await giveKey(database, name), where);
    if (name === "Johan" || pressed.status !== 200) return pressed;
  }
  throw new Error("Nobody published");
}
