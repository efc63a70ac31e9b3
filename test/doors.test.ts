// The doors of the house: what is declared is served and described, and a stranger finds only those that are meant for strangers.
import { expect, test } from "vitest";
import { actApi } from "../src/act/api.ts";
import { collectApi } from "../src/collect/api.ts";
import { followApi } from "../src/follow/api.ts";
import type { Endpoint } from "../src/ground/endpoint.ts";
import { openDoors, reactions, routes, SHARED_WORDS } from "../src/main/assemble.ts";
import { partnershipApi } from "../src/partnership/api.ts";
import { pictureApi } from "../src/picture/api.ts";
import { openApiOf } from "../src/platform/server/openapi.ts";
import { pledgeApi } from "../src/pledge/api.ts";
import { prioritiseApi } from "../src/prioritise/api.ts";
import { tellApi } from "../src/tell/api.ts";

const declared: readonly Endpoint[] = [
  ...partnershipApi,
  ...collectApi,
  ...pictureApi,
  ...prioritiseApi,
  ...pledgeApi,
  ...actApi,
  ...followApi,
  ...tellApi,
];
const names = (endpoints: readonly Endpoint[]) => endpoints.map(({ name }) => name).toSorted();

test("every door that is declared is served, once, and nothing else is", () => {
  expect(names(routes.map(({ endpoint }) => endpoint))).toEqual(names(declared));
  expect(new Set(names(declared)).size).toBe(declared.length);
});

test("openapi.json describes every door, with its refusals and a summary in Swedish", () => {
  const { paths } = openApiOf(declared, { version: "0", origin: "http://localhost" }) as {
    paths: Record<string, Record<string, { operationId: string; summary: string; responses: object }>>;
  };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(names(declared));
  expect(operations.filter(({ summary }) => summary.length < 5)).toEqual([]);
  expect(operations.every(({ responses }) => "200" in responses && "default" in responses)).toBe(true);
});

test("only telling, letting people in and a calendar at an address nobody can guess are open to strangers", () => {
  const open = declared.filter(({ open: isOpen }) => isOpen === true);
  expect(open.filter(({ name }) => !name.startsWith("tell."))).toHaveLength(8);
  expect(names(open.filter(({ name }) => !name.startsWith("tell.")))).toEqual([
    "act.read-calendar",
    "partnership.accept-invitation",
    "partnership.ask-to-log-in",
    "partnership.list-demo-people",
    "partnership.log-in",
    "partnership.log-in-as-demo-person",
    "partnership.open-invitation",
    "partnership.who-am-i",
  ]);
});

test("residents hand something in at doors that are declared by name, and at no other", () => {
  const doors = openDoors({ settings: { origin: "http://localhost" } } as never, {});
  expect(doors.map(({ name, word }) => `${name} /${word}`)).toEqual([
    "collect.answer-campaign /svara",
    "collect.follow-receipt /kvitto",
    "collect.hand-in-traffic /:partnership/synpunkt/trafik",
    "pledge.comment-on-draft /:partnership/synpunkt/utkast",
    "act.answer-forum /forum",
    "tell.ask-for-letters /:partnership/folj/brev",
    "tell.own-letters /brev",
  ]);
});

test("other sites' pages may read open data, and nothing else", () =>
  expect([...SHARED_WORDS]).toEqual(["oppna-data"]));

test("doors of a stage stand under its own address, and every partnership's door names the partnership", () => {
  for (const { name, path } of declared) expect(path, name).toMatch(new RegExp(`^/api/${name.split(".")[0]}(/|$)`));
  const own = declared.filter(({ open, path }) => open !== true && !path.includes("{partnership}"));
  expect(names(own)).toEqual([
    "partnership.add-key",
    "partnership.ask-for-key",
    "partnership.found",
    "partnership.hand-out",
    "partnership.join",
    "partnership.list-dead-jobs",
    "partnership.list-keys",
    "partnership.list-to-hand-out",
    "partnership.log-out",
    "partnership.revive-job",
    "partnership.revoke-key",
    "partnership.send-letters-again",
  ]);
});

test("reactions are named once", () => expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length));
