import { describe, expect, test } from "vitest";
import { by, ingrid, johan, karin, must, PARTNERSHIP, someone, sofia, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import type { Instant } from "../../ground/time.ts";
import type { Party, Spoken } from "../people.ts";
import { type AskedFirst, askFirst, type HandingOut, handingOutRefused, handOut } from "./first.ts";

const party = (kind: "municipality" | "police", spoken: Spoken): Party => ({
  organisationId: kind,
  kind,
  name: kind,
  shortName: kind,
  spoken,
  empty: spoken !== "here",
  accepted: spoken === "here",
});
const where = (police: Spoken, municipality: Spoken = "here") => ({
  partnershipId: PARTNERSHIP,
  parties: [party("municipality", municipality), party("police", police)],
});
const johanTo = { organisationId: "police", title: "kommunpolis", name: "Johan" };

describe("the first of the other organisation", () => {
  test("is asked for, in the role that speaks for it, and nothing more is known of them than name and office", () => {
    expect(must(askFirst.decide(johanTo, where("nowhere"), by(karin)))).toEqual({
      id: "new-1",
      role: "liaison",
      ...johanTo,
    });
    const back = { ...johanTo, organisationId: "municipality" };
    expect(must(askFirst.decide(back, where("here", "nowhere"), by(johan))).role).toBe("coordinator");
  });

  test.each<[string, string | undefined, string | undefined]>([
    ["the coordinator asks", askFirst.may(karin, johanTo, where("nowhere"))?.why, undefined],
    [
      "and the administrator",
      askFirst.may(someone("tomas", "municipality", "administrator"), johanTo, where("nowhere"))?.why,
      undefined,
    ],
    ["but not a reader", askFirst.may(ingrid, johanTo, where("nowhere"))?.why, "only-own-organisation"],
    ["nor who only signs", askFirst.may(sofia, johanTo, where("nowhere"))?.why, "only-own-organisation"],
    [
      "nor somebody of another partnership",
      askFirst.may(karin, johanTo, { ...where("nowhere"), partnershipId: "hofors" })?.why,
      "only-own-organisation",
    ],
    [
      "not where somebody speaks for it here",
      why(askFirst.decide(johanTo, where("here"), by(karin))),
      "party-answers-itself",
    ],
    [
      "nor where somebody does in another partnership",
      why(askFirst.decide(johanTo, where("elsewhere"), by(karin))),
      "party-answers-itself",
    ],
    [
      "nor to one's own, who invite as they do",
      why(askFirst.decide({ ...johanTo, organisationId: "municipality" }, where("nowhere"), by(karin))),
      "party-answers-itself",
    ],
    [
      "nor to one that is no party",
      why(askFirst.decide({ ...johanTo, organisationId: "fire" }, where("nowhere"), by(karin))),
      "only-own-organisation",
    ],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));
});

describe("an invitation that was asked for", () => {
  const asked: AskedFirst = {
    id: "i",
    partnershipId: PARTNERSHIP,
    organisationId: "police",
    askedBy: "karin",
    expiresAt: "2026-12-24T09:00:00.000Z" as Instant,
    handedOutAt: undefined,
  };
  const free: HandingOut = { asked, spoken: false, worked: false };
  const olga: Person = { id: "olga", name: "Olga", operator: true, grants: [] };
  const given = { id: "i", how: "ringde växeln" };
  const at = (moment: string) => handingOutRefused(olga, free, moment as Instant)?.why;

  test("is handed out by who runs the installation, saying how it was checked", () => {
    expect(handOut.may(olga, given, free)).toBeUndefined();
    expect(must(handOut.decide(given, free, by(olga)))).toEqual({ ...given, asked });
  });

  test.each<[string, string | undefined, string | undefined]>([
    ["not by who asked", handOut.may(karin, given, free)?.why, "not-yours"],
    ["nor by the police themselves", handOut.may(johan, given, free)?.why, "not-yours"],
    [
      "not by who runs it and asked",
      why(handOut.decide(given, free, by({ ...karin, operator: true }))),
      "hands-out-own",
    ],
    [
      "nor by who runs it and works, or has worked, beside them",
      why(handOut.decide(given, { ...free, worked: true }, by(olga))),
      "hands-out-own",
    ],
    [
      "not when somebody speaks for them by now",
      why(handOut.decide(given, { ...free, spoken: true }, by(olga))),
      "party-answers-itself",
    ],
    [
      "not twice",
      why(handOut.decide(given, { ...free, asked: { ...asked, handedOutAt: asked.expiresAt } }, by(olga))),
      "asked-no-longer",
    ],
    ["to the last moment", at("2026-12-24T08:59:59.999Z"), undefined],
    ["and not after", at("2026-12-24T09:00:00.000Z"), "asked-no-longer"],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));
});
