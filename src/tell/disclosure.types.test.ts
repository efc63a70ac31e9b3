import { expect, test } from "vitest";
import type { PublicCount } from "../ground/fewest.ts";
import type { Disclosed } from "./disclosure.ts";
import type { RawSite, Site } from "./site.ts";

// What must not compile: a raw number where strangers read, and content that has not passed the gate.
test("raw numbers cannot be told", () => {
  const raw = undefined as unknown as RawSite;
  const site = undefined as unknown as Site;
  // @ts-expect-error a raw count is no public count
  const count: PublicCount = 3;
  // @ts-expect-error what the stages know is not what strangers read
  const told: Site = raw;
  // @ts-expect-error content that looks public is not public until it has passed the gate
  const page: Disclosed<Site> = site;
  expect([count, told, page]).toHaveLength(3);
});
