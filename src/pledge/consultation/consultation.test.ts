import { describe, expect, test } from "vitest";
import { by, johan, karin, petra, PARTNERSHIP, someone, why } from "../../../test/people.ts";
import type { Person } from "../../ground/party.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import type { Content } from "../document.ts";
import type { PledgeDocument } from "../lifecycle.ts";
import {
  agreeConsultation,
  askConsultation,
  closeConsultation,
  type Consultation,
  mayConsult,
  phaseOf,
} from "./consultation.ts";

const partnershipId = PARTNERSHIP;
const of = (person: Person) => person.grants[0]!.organisationId;
const here = { partnershipId, parties: [of(karin), of(johan)] };
const third = someone("bodil", "other", "coordinator");
const content = {
  title: "Medborgarlöfte 2028–2030",
  parties: [],
  area: [],
  period: { from: { said: "2028" } },
  basis: [],
  sources: [],
  pledges: [
    { id: "p1", order: 1, text: "Det ska bli ljusare.", theme: "Ljus", owner: "joint", problemIds: [], activities: [] },
  ],
} as unknown as Content;
const draft = {
  id: "d",
  slug: "2028-2030",
  revision: 1,
  content,
  contentHash: "a".repeat(64),
  predecessorId: undefined,
  example: false,
  state: "draft",
} satisfies PledgeDocument;
const asked = (more: Partial<Consultation> = {}): Consultation => ({
  id: "c",
  documentId: "d",
  state: "asked",
  from: "2026-12-01" as Day,
  to: "2026-12-20" as Day,
  canInfluence: "Vad vi gör",
  cannotInfluence: "Hur många poliser det finns",
  content,
  contentHash: draft.contentHash,
  askedBy: of(karin),
  askedAt: "2026-11-24T09:00:00.000Z" as Instant,
  closedAt: undefined,
  became: undefined,
  example: false,
  ...more,
});
const agreed = asked({ state: "agreed" });
const proposal = {
  from: "2026-12-01" as Day,
  to: "2026-12-20" as Day,
  canInfluence: " Vad vi gör ",
  cannotInfluence: "Hur många poliser det finns",
};
const asking = { ...here, document: draft, consultation: undefined };

describe("where it stands", () => {
  // Midnight is Swedish: in summer and in winter another moment.
  test.each([
    ["2026-11-30T22:59:59.000Z", "planned"],
    ["2026-11-30T23:00:00.000Z", "open"],
    ["2026-12-20T22:59:59.000Z", "open"],
    ["2026-12-20T23:00:00.000Z", "answering"],
  ])("turns by itself at Swedish midnight: %s is %s", (at, phase) => {
    expect(phaseOf(agreed, dayOf(at as Instant))).toBe(phase);
  });

  test("is what people have said, whatever the day, until they have agreed and when they have closed", () => {
    for (const day of ["2026-11-01", "2026-12-10", "2027-02-01"] as Day[]) {
      expect(phaseOf(asked(), day)).toBe("asked");
      expect(phaseOf({ ...agreed, state: "closed" }, day)).toBe("closed");
    }
  });
});

describe("asking to open a draft for comments", () => {
  test("is of the draft as it stands, by whoever speaks for one of the two", () => {
    const result = askConsultation.decide(proposal, asking, by(karin));
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: "asked",
        askedBy: of(karin),
        content,
        contentHash: draft.contentHash,
        canInfluence: "Vad vi gör",
      },
    });
    expect(mayConsult(petra, {}, here)?.why).toBe("not-yours");
    // Others who promise read; they do not open.
    expect(mayConsult(third, {}, here)?.why).toBe("not-yours");
  });

  test.each([
    [{ to: "2026-11-30" as Day }, "ends-before-it-starts"],
    [{ from: "2026-11-23" as Day }, "opens-in-the-past"],
    [{ to: "2027-06-01" as Day }, "open-too-long"],
    [{ canInfluence: " " }, "influence-needed"],
    [{ cannotInfluence: "" }, "influence-needed"],
    [{ canInfluence: "Ring Anna Svensson på 070-123 45 67" }, "names-a-person"],
    [{ cannotInfluence: "Ring Anna Svensson på 070-123 45 67" }, "names-a-person"],
  ])("with %o is refused: %s", (more, refused) => {
    expect(why(askConsultation.decide({ ...proposal, ...more }, asking, by(karin)))).toBe(refused);
  });

  test("is refused of what is no draft, of nothing, and of what points somebody out", () => {
    const ask = (document: PledgeDocument) => why(askConsultation.decide(proposal, { ...asking, document }, by(karin)));
    expect(ask({ ...draft, state: "proposed", proposedAt: "2026-11-24T09:00:00.000Z" as Instant })).toBe(
      "draft-is-locked",
    );
    expect(ask({ ...draft, content: { ...content, pledges: [] } })).toBe("nothing-to-comment-on");
    const activity = { number: "1.1", text: "Nykterhetskontroll på Skolgatan fredagar kl. 18–20." };
    const control = [{ ...content.pledges[0]!, activities: [activity] }] as unknown as Content["pledges"];
    expect(ask({ ...draft, content: { ...content, pledges: control } })).toBe("draft-gives-control-away");
    const few = [{ ...content.pledges[0]!, text: "Två flickor i Åmot ska få följe hem." }];
    expect(ask({ ...draft, content: { ...content, pledges: few } })).toBe("draft-points-somebody-out");
    const pledges = [{ ...content.pledges[0]!, text: "Anna Svensson på 070-123 45 67 ska ringas upp varje vecka." }];
    expect(ask({ ...draft, content: { ...content, pledges } })).toBe("draft-points-somebody-out");
  });

  test("again is another proposal until it has opened, and not after", () => {
    const again = (consultation: Consultation, at?: string) =>
      askConsultation.decide(
        { ...proposal, to: "2027-01-10" as Day, from: "2027-01-02" as Day },
        { ...asking, consultation },
        by(johan, at),
      );
    expect(again(asked())).toMatchObject({ ok: true, value: { id: "c", askedBy: of(johan), state: "asked" } });
    expect(again(agreed)).toMatchObject({ ok: true, value: { state: "asked" } });
    expect(why(again(agreed, "2026-12-05T09:00:00.000Z"))).toBe("consultation-stands");
    expect(why(again({ ...agreed, state: "closed" }))).toBe("consultation-is-closed");
  });
});

describe("the other party's yes", () => {
  const agree = (who: Person, consultation: Consultation | undefined = asked(), at?: string, askedAt?: string) =>
    agreeConsultation.decide({ askedAt: askedAt ?? asked().askedAt }, { ...here, consultation }, by(who, at));

  test("opens it, to the very text that was read", () => {
    expect(agree(johan)).toMatchObject({ ok: true, value: { state: "agreed", contentHash: draft.contentHash } });
    expect(why(agree(johan, asked(), undefined, "2026-11-20T09:00:00.000Z"))).toBe("proposal-changed");
  });

  test("is nobody's own, nor of one who speaks for both", () => {
    expect(why(agree(karin))).toBe("other-party-agrees");
    const both: Person = { ...johan, grants: [...johan.grants, ...karin.grants] };
    expect(why(agree(both))).toBe("other-party-agrees");
  });

  test("is to what is asked, and not after its days", () => {
    const none = agreeConsultation.decide(
      { askedAt: asked().askedAt },
      { ...here, consultation: undefined },
      by(johan),
    );
    expect(why(none)).toBe("consultation-not-asked");
    expect(why(agree(johan, agreed))).toBe("consultation-stands");
    expect(why(agree(johan, asked(), "2026-12-21T09:00:00.000Z"))).toBe("days-have-passed");
    expect(agree(johan, asked(), "2026-12-20T09:00:00.000Z").ok).toBe(true);
  });
});

describe("closing", () => {
  const AFTER = "2026-12-21T09:00:00.000Z";
  const close = (left = { waiting: 0, unanswered: 0 }, consultation: Consultation | undefined = agreed, at = AFTER) =>
    closeConsultation.decide({}, { ...here, document: draft, consultation, left }, by(karin, at));

  test("keeps the draft as it has become", () => {
    expect(close()).toMatchObject({ ok: true, value: { state: "closed", became: content, closedAt: AFTER } });
  });

  test("is refused of a draft that has come to point somebody out, as opening it is", () => {
    const became = (pledge: object) => ({
      ...draft,
      content: { ...content, pledges: [{ ...content.pledges[0]!, ...pledge }] },
    });
    const closes = (document: typeof draft) =>
      why(
        closeConsultation.decide(
          {},
          { ...here, document, consultation: agreed, left: { waiting: 0, unanswered: 0 } },
          by(karin, AFTER),
        ),
      );
    expect(closes(became({ text: "Anna Svensson på 070-123 45 67 ska ringas upp." }))).toBe(
      "draft-points-somebody-out",
    );
    const activities = [{ number: "1.1", text: "Nykterhetskontroll på Skolgatan fredagar kl. 18–20." }];
    expect(closes(became({ activities }))).toBe("draft-gives-control-away");
  });

  test.each([
    [{ waiting: 1, unanswered: 0 }, "comments-unread"],
    [{ waiting: 1, unanswered: 2 }, "comments-unread"],
    [{ waiting: 0, unanswered: 2 }, "comments-unanswered"],
  ])("is refused while %o is left: %s", (left, refused) => {
    expect(why(close(left))).toBe(refused);
  });

  test("waits for the day that was told, and is done once", () => {
    expect(why(close(undefined, agreed, "2026-12-20T22:59:00.000Z"))).toBe("still-open");
    expect(why(close(undefined, asked()))).toBe("consultation-not-asked");
    expect(why(close(undefined, { ...agreed, state: "closed" }))).toBe("consultation-is-closed");
  });
});
