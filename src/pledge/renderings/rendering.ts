// A promise as it is put up elsewhere: on the municipality's page, on the police's, in a press text and on a poster. All of them are made from the text that
// was signed, so that the words are the same wherever they are read (domain.md, 1.1 and pain Q: published promises drift from the signed one).
import { command } from "../../ground/command.ts";
import { grantFor, type Person } from "../../ground/party.ts";
import { no, type Refusal, type Result, yes } from "../../ground/result.ts";
import { dayOf, type Day, type Instant } from "../../ground/time.ts";
import type { Lang } from "../../ground/words.ts";
import type { Content } from "../document.ts";
import { activityInFull, ended, pledgeInFull } from "../in-full.ts";
import { type PledgeDocument, WRITERS } from "../lifecycle.ts";

export const CHANNELS = ["municipality-page", "police-page", "press", "poster"] as const;
export type Channel = (typeof CHANNELS)[number];
/** A poster is paper; the others are text, bare or with its markup. */
export const FORMS = ["text", "html", "pdf"] as const;
export type Form = (typeof FORMS)[number];

export type RenderingWhy =
  | "not-yours"
  | "not-signed-yet"
  | "not-published-yet"
  | "text-is-changed"
  | "form-not-of-channel";

/** A document whose text is locked: the only kind a text is made from. */
export type Locked = Extract<PledgeDocument, { state: "signed" | "published" | "closed" }>;

export function isLocked(document: PledgeDocument): document is Locked {
  return document.state === "signed" || document.state === "published" || document.state === "closed";
}

/** One piece of a text. What the promise says is Swedish whatever the words around it are. */
export type Piece =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string; readonly own?: true }
  | { readonly kind: "paragraph"; readonly text: string; readonly own?: true }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly own: true }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Rendering = { readonly lang: Lang; readonly pieces: readonly Piece[] };

/** What a text is made of. */
export type Made = {
  readonly content: Content;
  readonly contentHash: string;
  readonly signedOn: Day;
  /** The promise's public page. */
  readonly page: string;
  /** Invented, to be looked at: says so wherever it goes. */
  readonly example: boolean;
};

/** The words around the promise's own, in one language. `channels` and `said` are filled in by words.ts. */
export type Frame = {
  readonly lang: Lang;
  readonly pressHeading: string;
  readonly pressLead: string;
  readonly parties: string;
  readonly period: string;
  readonly pledge: (number: number) => string;
  readonly municipalityLead: string;
  readonly policeLead: string;
  readonly followUp: string;
  readonly link: string;
  readonly mark: string;
  readonly example: string;
};

/** The text of a channel, piece by piece. The promise's words are whole and in order in every one but the press text and the poster, which have no activities. */
export function renderingOf(channel: Channel, { content, page, example }: Made, frame: Frame): Rendering {
  const { title, preamble, pledges, feedback } = content;
  const own = (text: string): Piece => ({ kind: "paragraph", text, own: true });
  const paragraph = (text: string): Piece => ({ kind: "paragraph", text });
  const end: Piece[] = [
    ...(feedback === undefined ? [] : [paragraph(`${frame.followUp} ${feedback}`)]),
    { kind: "link", text: frame.link, href: page },
    paragraph(frame.mark),
  ];
  const marked = example ? [paragraph(frame.example)] : [];
  const facts = [paragraph(frame.parties), paragraph(frame.period)];
  if (channel === "press" || channel === "poster")
    return {
      lang: frame.lang,
      pieces: [
        { kind: "heading", level: 1, text: channel === "press" ? frame.pressHeading : title, own: true },
        ...marked,
        ...(channel === "press" ? [paragraph(frame.pressLead)] : []),
        { kind: "list", items: pledges.map(({ text }) => text), own: true },
        ...facts,
        ...end,
      ],
    };
  return {
    lang: frame.lang,
    pieces: [
      { kind: "heading", level: 1, text: title, own: true },
      ...marked,
      paragraph(channel === "police-page" ? frame.policeLead : frame.municipalityLead),
      ...facts,
      ...(preamble === undefined ? [] : [own(preamble)]),
      ...pledges.flatMap((pledge): Piece[] => [
        { kind: "heading", level: 2, text: frame.pledge(pledge.order) },
        own(pledge.text),
        ...pledgeInFull(pledge).map(own),
        ...(pledge.activities.length === 0
          ? []
          : [
              {
                kind: "list" as const,
                own: true as const,
                items: pledge.activities.map((activity) =>
                  [`${activity.number} ${ended(activity.text)}`, ...activityInFull(activity)].join(" "),
                ),
              },
            ]),
      ]),
      ...end,
    ],
  };
}

/** Bare text, for an e-mail or a field that takes nothing else. */
export function textOf({ pieces }: Rendering): string {
  const lines = pieces.map((piece) => {
    if (piece.kind === "list") return piece.items.map((item) => `– ${item}`).join("\n");
    return piece.kind === "link" ? `${piece.text}: ${piece.href}` : piece.text;
  });
  return `${lines.join("\n\n")}\n`;
}

/** The same as markup to paste into a page: headings, paragraphs, lists and one link, without classes, styles or scripts. */
export function htmlOf({ lang, pieces }: Rendering): string {
  const own = (piece: Piece) => ("own" in piece && lang !== "sv" ? ' lang="sv"' : "");
  const lines = pieces.map((piece) => {
    switch (piece.kind) {
      case "heading":
        return `<h${piece.level}${own(piece)}>${escaped(piece.text)}</h${piece.level}>`;
      case "paragraph":
        return `<p${own(piece)}>${escaped(piece.text).replaceAll("\n", "<br>")}</p>`;
      case "list":
        return `<ul${own(piece)}>\n${piece.items.map((item) => `  <li>${escaped(item)}</li>`).join("\n")}\n</ul>`;
      case "link":
        return `<p><a href="${escaped(piece.href)}">${escaped(piece.text)}</a></p>`;
    }
  });
  return `${lines.join("\n")}\n`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

/** What was handed out, byte for byte, so that it can be shown later. */
export type HandedOut = {
  readonly id: string;
  readonly channel: Channel;
  readonly form: Form;
  readonly lang: Lang;
  readonly documentId: string;
  readonly contentHash: string;
  readonly at: Instant;
  readonly by: string;
  readonly organisationId: string;
};

export type HandingOut = {
  readonly partnershipId: string;
  readonly document: PledgeDocument;
  /** The promise's latest published change, where it has been changed: those are the words that hold. */
  readonly changedBy: string | undefined;
};

/** Why there is no text to hand out; the same greys the buttons. */
export function mayHandOut({
  document,
  changedBy,
}: Omit<HandingOut, "partnershipId">): Refusal<RenderingWhy> | undefined {
  if (!isLocked(document)) return { why: "not-signed-yet" };
  // What it leads to is not there before.
  if (document.state === "signed") return { why: "not-published-yet" };
  return changedBy === undefined ? undefined : { why: "text-is-changed", detail: { slug: changedBy } };
}

export const handOut = command({
  event: "rendering.handed-out",
  may: (person: Person, _input: unknown, { partnershipId }: HandingOut): Refusal<RenderingWhy> | undefined =>
    grantFor(person, partnershipId, WRITERS) === undefined ? { why: "not-yours" } : undefined,
  decide: (
    input: { readonly channel: Channel; readonly form: Form; readonly language: Lang },
    state: HandingOut,
    moment,
  ): Result<HandedOut, Refusal<RenderingWhy>> => {
    const refused = mayHandOut(state);
    if (refused !== undefined) return { ok: false, refusal: refused };
    if ((input.channel === "poster") !== (input.form === "pdf")) return no("form-not-of-channel", { field: "form" });
    const grant = grantFor(moment.by, state.partnershipId, WRITERS);
    if (grant === undefined) return no("not-yours");
    const { channel, form, language } = input;
    const { id: documentId, contentHash } = state.document;
    return yes({
      id: moment.newId(),
      channel,
      form,
      lang: language,
      documentId,
      contentHash,
      at: moment.at,
      by: moment.by.id,
      organisationId: grant.organisationId,
    });
  },
});

/** The day a locked text was signed by the last of the two. */
export function signedOn({ signedAt, signatures }: Locked): Day {
  const { municipality, police } = signatures;
  const days = [municipality, police].map(({ means, signedAt: at }) =>
    means.kind === "paper" ? (means.on ?? dayOf(at)) : dayOf(at),
  );
  return days.toSorted().at(-1) ?? dayOf(signedAt);
}
