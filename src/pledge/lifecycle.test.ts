import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { by as byAt, ingrid, johan, karin, must, PARTNERSHIP, sofia, someone, why } from "../../test/people.ts";
import type { Person } from "../ground/party.ts";
import type { Result } from "../ground/result.ts";
import type { Day, Instant } from "../ground/time.ts";
import { withReasons } from "../../test/with-reasons.ts";
import type { Content } from "./document.ts";
import {
  addSignature,
  edit,
  missingSignatures,
  propose,
  sign,
  start,
  type Draft,
  type HalfSigned,
  type InPartnership,
  type PledgeDocument,
  type Published,
  type Signed,
  type SigningState,
} from "./lifecycle.ts";
import {
  askToPublish,
  publish,
  publishesFor,
  type PublishingKey,
  type PublishingState,
} from "./publication/publishing.ts";
import type { AnySignature, Signature, SigningParty } from "./signature.ts";

const at = "2025-05-15T08:42:00.000Z" as Instant;
const today = "2025-05-15" as Day;
const goran = someone("goran", "municipality", "signatory");
const by = (person: Person) => byAt(person, at);

const bare: Content = {
  title: "Medborgarlöfte Ockelbo 2025–2027",
  parties: [
    { standing: "municipality", name: "Ockelbo kommun" },
    { standing: "police", name: "Polisen Gästrikland" },
  ],
  area: [{ kind: "municipality", code: "2101", name: "Ockelbo" }],
  period: {
    from: { said: "2025-05-15", on: "2025-05-15" as Day },
    to: { said: "2027-12-31", on: "2027-12-31" as Day },
  },
  basis: ["trygghetsvandringar"],
  pledges: [
    {
      id: "018f0000-0000-7000-8000-000000000001" as Content["pledges"][number]["id"],
      order: 1,
      text: "Farten ska sjunka",
      theme: "trafik",
      owner: "joint",
      problemIds: [],
      activities: [
        {
          id: "018f0000-0000-7000-8000-000000000002" as Content["pledges"][number]["activities"][number]["id"],
          number: "1.1",
          text: "Kontroller",
          owner: "police",
          modality: "do-count",
        },
      ],
    },
  ],
  sources: [],
};
const content: Content = withReasons(bare);
const draft: Draft = {
  id: "d",
  slug: "2025-2027",
  revision: 3,
  content,
  contentHash: "h",
  predecessorId: undefined,
  example: true,
  state: "draft",
};

function signatureOf(party: SigningParty, contentHash = "h"): AnySignature {
  const mandate = {
    party,
    office: party,
    acting: false,
    decidedBy: "KS § 12",
    from: "2025-01-01" as Day,
    to: undefined,
  };
  return {
    id: party,
    party,
    organisationId: party,
    mandate,
    contentHash,
    signedAt: at,
    means: { kind: "paper", vouched: "arkivet", on: undefined },
  } as AnySignature;
}
/** On paper, with whoever vouches for it. */
const vouchedBy = <P extends SigningParty>(party: P, personId: string) =>
  ({
    ...signatureOf(party),
    means: { kind: "paper", vouched: "kommunpolis", on: today, voucher: { key: { personId } } },
  }) as unknown as Signature<P> & AnySignature;
const signing = (document: PledgeDocument, party: SigningParty, more: Partial<SigningState> = {}): SigningState => ({
  partnershipId: PARTNERSHIP,
  document,
  today,
  verified: signatureOf(party),
  expired: false,
  mandate: { party, from: "2025-01-01" as Day, to: undefined },
  ...more,
});
const proposed = must(propose.decide({}, { partnershipId: PARTNERSHIP, document: draft }, by(karin)));
const half = must(sign.decide({}, signing(proposed, "police"), by(sofia)));
const signed = must(sign.decide({}, signing(half, "municipality"), by(goran)));
/** As the person's key has answered. */
const pressing = (document: PledgeDocument, person: Person, more: Partial<PublishingState> = {}): PublishingState => ({
  partnershipId: PARTNERSHIP,
  document,
  expired: false,
  firstFell: false,
  key: {
    id: person.id,
    ...publishesFor(person, PARTNERSHIP)!,
    contentHash: "h",
    pressedAt: at,
    means: { kind: "passkey", personId: person.id } as PublishingKey["means"],
  },
  ...more,
});
const press = (document: PledgeDocument, person: Person, more: Partial<PublishingState> = {}) =>
  publish.decide({}, pressing(document, person, more), by(person));
const both = { municipality: signatureOf("municipality"), police: signatureOf("police") };
const asked = must(press(signed, karin)).document;
const out = must(press(asked, johan)).document as Published;

const onlyDocument = (result: ReturnType<typeof press>): Result<PledgeDocument> =>
  result.ok ? { ok: true, value: result.value.document } : { ok: false, refusal: result.refusal };

describe("a pledge document", () => {
  test("goes from draft to published by two signatures and two keys", () => {
    expect([proposed.state, half.state, signed.state, asked.state]).toEqual([
      "proposed",
      "half-signed",
      "signed",
      "signed",
    ]);
    expect(must(press(asked, johan)).document.state).toBe("published");
  });

  test.each<[string, string | undefined, string]>([
    ["the same party cannot sign twice", why(sign.decide({}, signing(half, "police"), by(sofia))), "party-has-signed"],
    ["a draft cannot be signed", why(sign.decide({}, signing(draft, "police"), by(sofia))), "not-proposed"],
    [
      "a signature over another text is refused",
      why(sign.decide({}, signing(proposed, "police", { verified: signatureOf("police", "other") }), by(sofia))),
      "other-text",
    ],
    [
      "an answer that is not genuine is refused",
      why(sign.decide({}, signing(proposed, "police", { verified: undefined }), by(sofia))),
      "key-not-accepted",
    ],
    [
      "an answer used before is refused",
      why(sign.decide({}, signing(proposed, "police", { expired: true }), by(sofia))),
      "question-expired",
    ],
    [
      "a signature in the other party's name is refused",
      why(sign.decide({}, signing(proposed, "police", { verified: signatureOf("municipality") }), by(sofia))),
      "no-mandate",
    ],
    [
      "without a mandate nobody signs",
      why(sign.decide({}, signing(proposed, "police", { mandate: undefined }), by(sofia))),
      "no-mandate",
    ],
    [
      "a mandate that has run out does not count",
      why(
        sign.decide(
          {},
          signing(proposed, "police", {
            mandate: { party: "police", from: "2024-01-01" as Day, to: "2024-12-31" as Day },
          }),
          by(sofia),
        ),
      ),
      "mandate-over",
    ],
    [
      "what is proposed is not edited",
      why(edit.decide({ content, revision: 3 }, { partnershipId: PARTNERSHIP, document: proposed }, by(karin))),
      "already-signed-cannot-change",
    ],
    [
      "who edits an older revision is told",
      why(edit.decide({ content, revision: 2 }, { partnershipId: PARTNERSHIP, document: draft }, by(johan))),
      "changed-meanwhile",
    ],
    [
      "an empty promise is not proposed",
      why(
        propose.decide(
          {},
          { partnershipId: PARTNERSHIP, document: { ...draft, content: { ...content, pledges: [] } } },
          by(karin),
        ),
      ),
      "nothing-promised",
    ],
    [
      "a promise with remarks that are neither solved nor have a reason is not proposed",
      why(propose.decide({}, { partnershipId: PARTNERSHIP, document: { ...draft, content: bare } }, by(karin))),
      "unmet-without-reason",
    ],
    [
      "a promise without days is not proposed",
      why(
        propose.decide(
          {},
          {
            partnershipId: PARTNERSHIP,
            document: { ...draft, content: { ...content, period: { from: { said: "hösten" } } } },
          },
          by(karin),
        ),
      ),
      "period-missing",
    ],
    ["half-signed is not published", why(press(half, karin)), "not-fully-signed"],
    ["who asked for publication cannot approve it", why(press(asked, karin)), "same-person-twice"],
    [
      "nor can another from the same organisation",
      why(press(asked, someone("other", "municipality", "coordinator"))),
      "same-organisation-twice",
    ],
    [
      "a key that did not answer publishes nothing",
      why(press(signed, karin, { key: undefined })),
      "publishing-key-not-accepted",
    ],
    [
      "nor one that answered for the other party",
      why(press(signed, karin, { key: pressing(signed, johan).key })),
      "publishing-key-not-accepted",
    ],
    ["nor an answer used before", why(press(asked, johan, { expired: true })), "question-expired"],
    [
      "nor one to another text",
      why(press(signed, karin, { key: { ...pressing(signed, karin).key!, contentHash: "x" } })),
      "other-text",
    ],
    [
      "others who promise along do not publish",
      why(
        askToPublish.decide(
          {},
          { partnershipId: PARTNERSHIP, document: signed, firstFell: false },
          by(someone("x", "other", "coordinator")),
        ),
      ),
      "publishes-for-no-party",
    ],
    [
      "what holds somebody's number is not published, whatever reason was signed",
      why(press({ ...signed, content: { ...content, note: "Ring 070-123 45 67" } }, karin)),
      "holds-what-is-withheld",
    ],
    [
      "nor put forward to be signed",
      why(
        propose.decide(
          {},
          {
            partnershipId: PARTNERSHIP,
            document: { ...draft, content: { ...content, situationReport: "Ring 070-123 45 67" } },
          },
          by(karin),
        ),
      ),
      "holds-what-is-withheld",
    ],
    [
      "what is proposed is not proposed again",
      why(propose.decide({}, { partnershipId: PARTNERSHIP, document: proposed }, by(karin))),
      "already-proposed",
    ],
    ["a first key that has fallen publishes nothing", why(press(asked, johan, { firstFell: true })), "first-key-fell"],
    ["its own organisation gives it anew", why(press(asked, karin, { firstFell: true })), "yes"],
    [
      "whoever vouched for a paper does not publish",
      why(press({ ...signed, signatures: { ...both, police: vouchedBy("police", "johan") } } as Signed, johan)),
      "vouched-does-not-publish",
    ],
    [
      "nor signs for the other party",
      why(
        addSignature(
          { ...half, signatures: [vouchedBy("police", "goran")] } as HalfSigned,
          vouchedBy("municipality", "goran"),
          at,
        ),
      ),
      "one-person-both-parties",
    ],
    ["what is published is not asked about again", why(press(out, karin)), "already-published"],
    ["nor published twice", why(press(out, johan)), "already-published"],
    [
      "nor when it has run its time",
      why(press({ ...out, state: "closed", closedAt: out.publishedAt, closing: "expired" }, johan)),
      "already-published",
    ],
    [
      "only the two parties sign, on paper too",
      why(addSignature(half, { ...signatureOf("municipality"), party: "region" } as never, at)),
      "not-a-party",
    ],
    [
      "an address that is taken is not taken again",
      why(start.decide({ slug: "2025-2027", content }, { partnershipId: PARTNERSHIP, taken: true }, by(karin))),
      "slug-taken",
    ],
  ])("%s", (_sentence, answer, expected) => expect(answer).toBe(expected));

  test("only those with the role may", () => {
    expect(edit.may(ingrid, { content, revision: 3 }, { partnershipId: PARTNERSHIP, document: draft })?.why).toBe(
      "not-yours",
    );
    expect(sign.may(karin, {}, signing(proposed, "municipality"))?.why).toBe("not-yours");
    expect(publish.may(goran, {}, pressing(asked, karin))?.why).toBe("not-yours");
    expect(edit.may(karin, { content, revision: 3 }, { partnershipId: "another", document: draft })?.why).toBe(
      "not-yours",
    );
  });

  test("says who is missing", () => {
    expect(missingSignatures(half)).toEqual(["municipality"]);
    expect(missingSignatures(signed)).toEqual([]);
  });

  test("is never published without both signatures and two organisations, whatever people try", () => {
    const step = fc.constantFrom(
      "propose",
      "sign-police",
      "sign-municipality",
      "publish-karin",
      "publish-johan",
      "edit",
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let document: PledgeDocument = draft;
        let askedBy = "";
        let changed = false;
        const published: { document: Published; by: string; askedBy: string }[] = [];
        for (const one of steps) {
          const here: InPartnership = { partnershipId: PARTNERSHIP, document };
          const person = one.endsWith("johan") ? johan : karin;
          const result: Result<PledgeDocument> =
            one === "propose"
              ? propose.decide({}, here, by(karin))
              : one === "sign-police" || one === "sign-municipality"
                ? addSignature(document, signatureOf(one === "sign-police" ? "police" : "municipality"), at)
                : one === "edit"
                  ? edit.decide({ content, revision: document.revision }, here, by(karin))
                  : onlyDocument(press(document, person));
          if (!result.ok) continue;
          if (askedBy === "" && result.value.state === "signed" && result.value.publication !== undefined)
            askedBy = person.id;
          if (result.value.state === "published") published.push({ document: result.value, by: person.id, askedBy });
          changed ||= document.state !== "draft" && result.value.content !== document.content;
          document = result.value;
        }
        expect(changed).toBe(false);
        expect(published.length).toBeLessThanOrEqual(1);
        const { municipality, police } = {
          municipality: undefined,
          police: undefined,
          ...published[0]?.document.signatures,
        };
        expect([municipality?.party ?? "municipality", police?.party ?? "police"]).toEqual(["municipality", "police"]);
        expect(published.some((one) => one.by === one.askedBy)).toBe(false);
      }),
    );
  });
});
