import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { contentField } from "../document.ts";
import { COMMENT_STATES } from "./comments.ts";

const onDocument = z.object({ partnership: z.string(), slug: z.string().max(60) });
const version = z.object({
  key: z.string(),
  revision: z.number(),
  /** Written at the same time as another's, and not in the draft. */
  aside: z.boolean(),
  at: z.string(),
  organisation: z.string().nullable(),
  party: z.enum(["municipality", "police", "other"]).nullable(),
});

export const listVersions = endpoint({
  name: "pledge.list-versions",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/versions",
  summary: "Utkastets versioner, den nyaste först: när, och vilken organisation",
  input: onDocument,
  output: z.object({ versions: z.array(version) }),
});

export const readVersion = endpoint({
  name: "pledge.read-version",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/versions/{key}",
  summary: "Löftet som det löd i en version",
  input: onDocument.extend({ key: z.string().regex(/^(\d{1,9}|[0-9a-f-]{36})$/) }),
  output: z.object({ content: contentField }),
});

export const readSince = endpoint({
  name: "pledge.read-since",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/last-read",
  summary: "Löftet som det löd när den som frågar läste det senast",
  input: onDocument,
  output: z.object({
    /** Null for who has not read it before. */
    last: z.object({ revision: z.number(), content: contentField }).nullable(),
  }),
});

export const markRead = endpoint({
  name: "pledge.mark-read",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/last-read",
  summary: "Kom ihåg vilken version den som frågar har läst; ingen annan ser det",
  input: onDocument.extend({ revision: z.int().min(1) }),
  output: z.object({}),
});

const by = {
  organisation: z.string(),
  party: z.enum(["municipality", "police", "other"]),
  office: z.string(),
  at: z.string(),
};

export const listComments = endpoint({
  name: "pledge.list-comments",
  kind: "question",
  path: "/api/pledge/{partnership}/documents/{slug}/comments",
  summary: "Kommentarer och ändringsförslag på utkastet, äldst först; aldrig offentliga",
  input: onDocument,
  output: z.object({
    comments: z.array(
      z.object({
        id: z.string(),
        /** A löfte's or an activity's id; "" for the whole. */
        at: z.string(),
        field: z.string(),
        quote: z.string(),
        body: z.string(),
        suggestion: z.string().nullable(),
        state: z.enum(COMMENT_STATES),
        answer: z.string(),
        by: z.object(by),
        replies: z.array(z.object({ id: z.string(), body: z.string(), by: z.object(by) })),
      }),
    ),
  }),
});

export const writeComment = endpoint({
  name: "pledge.write-comment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments",
  summary: "Kommentera ett stycke, eller föreslå andra ord för det",
  input: onDocument.extend({
    at: z.union([z.literal(""), z.uuid()]),
    field: z.string().max(40),
    quote: z.string().max(4000),
    body: z.string().max(1000),
    suggestion: z.string().max(4000).exactOptional(),
  }),
  output: z.object({ id: z.string() }),
});

const onComment = onDocument.extend({ id: z.uuid() });

export const answerComment = endpoint({
  name: "pledge.answer-comment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments/{id}/replies",
  summary: "Svara på en kommentar",
  input: onComment.extend({ body: z.string().max(1000) }),
  output: z.object({ id: z.string() }),
});

export const resolveComment = endpoint({
  name: "pledge.resolve-comment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments/{id}/resolve",
  summary: "Markera en kommentar som klar",
  input: onComment,
  output: z.object({}),
});

export const reopenComment = endpoint({
  name: "pledge.reopen-comment",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments/{id}/reopen",
  summary: "Öppna en kommentar igen",
  input: onComment,
  output: z.object({}),
});

export const acceptSuggestion = endpoint({
  name: "pledge.accept-suggestion",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments/{id}/accept",
  summary: "Godta ett ändringsförslag: orden står i en ny version",
  input: onComment,
  output: z.object({ revision: z.number() }),
});

export const declineSuggestion = endpoint({
  name: "pledge.decline-suggestion",
  kind: "command",
  path: "/api/pledge/{partnership}/documents/{slug}/comments/{id}/decline",
  summary: "Avböj ett ändringsförslag, med några ord om varför",
  input: onComment.extend({ words: z.string().max(500) }),
  output: z.object({}),
});

export const draftingApi = [
  listVersions,
  readVersion,
  readSince,
  markRead,
  listComments,
  writeComment,
  answerComment,
  resolveComment,
  reopenComment,
  acceptSuggestion,
  declineSuggestion,
] as const;
