import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, someone, why } from "../../test/people.ts";
import { type Person, ROLES } from "../ground/party.ts";
import type { Instant } from "../ground/time.ts";
import {
  endRole,
  centreOf,
  found,
  invite,
  join,
  openable,
  worksIn,
  type Invitation,
  type NewInvitation,
  type Party,
} from "./people.ts";

const parties: readonly Party[] = [
  {
    organisationId: "municipality",
    kind: "municipality",
    name: "Ockelbo kommun",
    shortName: "Ockelbo",
    empty: false,
    accepted: true,
    spoken: "here",
  },
  {
    organisationId: "police",
    kind: "police",
    name: "Polisen",
    shortName: "Polisen",
    empty: false,
    accepted: true,
    spoken: "here",
  },
];
const inviting = { partnershipId: PARTNERSHIP, parties };
const wanted: NewInvitation = { organisationId: "municipality", role: "reader", title: "handläggare", name: "Maja" };
const tomas = someone("tomas", "municipality", "administrator");

describe("an invitation", () => {
  const invites = (more: Partial<NewInvitation>) => why(invite.decide({ ...wanted, ...more }, inviting, by(karin)));

  test("is to a role, for one organisation", () =>
    expect(must(invite.decide(wanted, inviting, by(karin)))).toEqual({ id: "new-1", ...wanted }));

  test.each<[string, string | undefined, string]>([
    [
      "makes no police officer a coordinator",
      invites({ organisationId: "police", role: "coordinator" }),
      "role-of-other-party",
    ],
    ["nor anybody at the municipality kommunpolis", invites({ role: "liaison" }), "role-of-other-party"],
    ["is to an organisation of the partnership", invites({ organisationId: "brandkåren" }), "only-own-organisation"],
    ["may be to sign", invites({ role: "signatory" }), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test.each<[string, Person, string, string | undefined]>([
    ["the coordinator invites to the municipality", karin, "municipality", undefined],
    ["so does the administrator", tomas, "municipality", undefined],
    ["neither invites to the police", karin, "police", "only-own-organisation"],
    ["the kommunpolis invites to the police", johan, "police", undefined],
    ["and nobody to the municipality", johan, "municipality", "only-own-organisation"],
    ["nor does a reader", ingrid, "municipality", "only-own-organisation"],
  ])("%s", (_sentence, person, organisationId, refusal) =>
    expect(invite.may(person, { ...wanted, organisationId }, inviting)?.why).toBe(refusal),
  );

  test("is never to the other party, also where nobody is there: its first is asked for (first/first.test.ts)", () => {
    const beforeAnybody = {
      ...inviting,
      parties: [parties[0]!, { ...parties[1]!, empty: true, accepted: false, spoken: "nowhere" as const }],
    };
    const refused = ROLES.map((role) =>
      invite.may(karin, { ...wanted, organisationId: "police", role }, beforeAnybody),
    );
    expect(new Set(refused.map((refusal) => refusal?.why))).toEqual(new Set(["only-own-organisation"]));
  });

  const link = { id: "i", expiresAt: "2026-12-01T00:00:00.000Z", usedAt: undefined } as Invitation;
  const opened = (invitation: Invitation | undefined, at = "2026-11-24T09:00:00.000Z") =>
    why(openable(invitation, at as Instant));
  test.each<[string, string | undefined, string]>([
    ["opens while it lasts", opened(link), "yes"],
    ["opens once", opened({ ...link, usedAt: "2026-11-23T09:00:00.000Z" as Instant }), "link-used"],
    ["is not open for ever", opened(link, "2026-12-01T00:00:00.000Z"), "link-expired"],
    ["is open to the last moment", opened(link, "2026-11-30T23:59:59.999Z"), "yes"],
    ["is one that was made", opened(undefined), "link-unknown"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));
});

describe("a role", () => {
  const ends = (role: "administrator" | "reader", administratorsLeft: number) =>
    why(
      endRole.decide(
        { grantId: "g", reason: "slutat" },
        {
          partnershipId: PARTNERSHIP,
          grant: { organisationId: "municipality", personId: "p", role },
          administratorsLeft,
        },
        by(tomas),
      ),
    );

  test.each<[string, string | undefined, string]>([
    ["of the last administrator stays", ends("administrator", 0), "last-administrator"],
    ["of the last but one may end", ends("administrator", 1), "yes"],
    ["of anybody else may end", ends("reader", 0), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("is ended by those who invite to the same organisation", () => {
    const state = {
      partnershipId: PARTNERSHIP,
      grant: { organisationId: "municipality", personId: "p", role: "reader" as const },
      administratorsLeft: 1,
    };
    const refusal = (person: Person) => endRole.may(person, { grantId: "g", reason: "" }, state)?.why;
    expect([refusal(karin), refusal(tomas)]).toEqual([undefined, undefined]);
    expect([refusal(johan), refusal(ingrid)]).toEqual(["only-own-organisation", "only-own-organisation"]);
  });
});

describe("a yes to work together", () => {
  const asked = { partnershipId: "hofors", organisationId: "police", handedOut: false };
  test("is said by those who speak for the organisation, and makes them its first", () => {
    expect(join.may(johan, {}, asked)).toBeUndefined();
    expect(must(join.decide({}, asked, by(johan)))).toEqual({
      id: "new-1",
      partnershipId: "hofors",
      organisationId: "police",
      role: "liaison",
      title: expect.any(String),
    });
  });
  test("is not said by who handed out the other's invitation", () =>
    expect(why(join.decide({}, { ...asked, handedOut: true }, by(johan)))).toBe("handed-out-here"));
  test("is not said by the other party or by a reader", () => {
    expect([join.may(karin, {}, asked)?.why, join.may(ingrid, {}, asked)?.why]).toEqual(["not-yours", "not-yours"]);
    expect(why(join.decide({}, asked, by(karin)))).toBe("not-yours");
  });
});

describe("a partnership", () => {
  const founding = {
    slug: "ockelbo",
    municipality: { code: "2101", name: "Ockelbo" },
    county: { code: "21", name: "Gävleborg" },
    policeName: "Polisen",
    centre: [16.718, 60.8985],
    coordinatorTitle: "samordnare",
  } as const;
  const founds = (slug: string, taken = false, handedOut = false) =>
    why(found.decide({ ...founding, slug }, { taken, handedOut }, by(karin)));

  test.each<[string, string | undefined, string]>([
    ["has an address of its own", founds("ockelbo", true), "address-taken"],
    ["not one of Samsyn's rooms", founds("lova"), "address-reserved"],
    ["nor a file of its", founds("openapi.json"), "address-reserved"],
    ["is not founded by who let its police in", founds("ockelbo", false, true), "handed-out-here"],
    [
      "in a county there is",
      why(
        found.decide(
          { ...founding, centre: undefined, county: { code: "99", name: "" } },
          { taken: false, handedOut: false },
          by(karin),
        ),
      ),
      "no-such-county",
    ],
    ["and then stands", founds("ockelbo"), "yes"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("begins its map where it says, else in the county's town", () => {
    expect(centreOf(founding)).toEqual([16.718, 60.8985]);
    expect(centreOf({ ...founding, centre: undefined })).toEqual([17.14, 60.67]);
  });

  const free = { taken: false, handedOut: false };
  test("is founded by the operator, and read by those who work in it", () => {
    expect(found.may(karin, founding, free)?.why).toBe("not-yours");
    expect(found.may({ ...karin, operator: true }, founding, free)).toBeUndefined();
    expect([worksIn(ingrid, PARTNERSHIP), worksIn(ingrid, "hofors")]).toEqual([true, false]);
  });
});
