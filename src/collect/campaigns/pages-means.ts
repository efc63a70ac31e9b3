import type { DoorMeans, OpenDoor } from "../../platform/server/pages.ts";
import type { Spoken } from "../open-form.ts";
import { refusals as ofEveryForm } from "../open-form-words.ts";
import { toldInTwo } from "../screens/public-page.tsx";
import type { CollectDatabase } from "../tables.ts";
import type { BecameStep } from "./coding.ts";
import { type FormWhy, refusals } from "./words.ts";

export type AnswerMeans = DoorMeans & {
  /** What later stages have made of these themes, by theme. */
  readonly became: (themeIds: readonly string[]) => Promise<ReadonlyMap<string, readonly BecameStep[]>>;
};
export type Served = Awaited<ReturnType<OpenDoor["serve"]>>;

export const inSystem = <T>(
  { database }: DoorMeans,
  work: Parameters<typeof database.transaction<CollectDatabase, T>>[1],
) => database.transaction<CollectDatabase, T>({ as: "system" }, work);

/** Forms say no in Swedish to those who read easy Swedish. */
export const sentence = (why: FormWhy, lang: Spoken, detail?: Parameters<typeof toldInTwo>[2]) =>
  toldInTwo({ ...ofEveryForm, ...refusals }[why], lang, detail);
