import type { Instant } from "../../ground/time.ts";
import type { JsonColumn, Preset } from "../../partnership/tables.ts";
import type { Content } from "../document.ts";
import type { CommentState } from "./comments.ts";

/** A wording a draft has had, or one that was put aside. What stands in the document itself is its newest. */
export interface PledgeVersionRow {
  id: string;
  partnership_id: string;
  document_id: string;
  revision: number;
  aside: Preset<boolean>;
  content: JsonColumn<Content>;
  organisation_id: string | null;
  saved_at: Instant;
  example: Preset<boolean>;
}

export interface PledgeReadRow {
  document_id: string;
  person_id: string;
  partnership_id: string;
  revision: number;
}

/** A comment or a proposal of other words, on a passage or on the whole. */
export interface PledgeCommentRow {
  id: string;
  partnership_id: string;
  document_id: string;
  part_id: string | null;
  field: string;
  quote: string;
  body: string;
  suggestion: string | null;
  organisation_id: string;
  office: string;
  written_at: Instant;
  state: CommentState;
  answer: Preset<string>;
  settled_by_organisation_id: string | null;
  settled_at: Instant | null;
  example: Preset<boolean>;
}

export interface PledgeCommentReplyRow {
  id: string;
  comment_id: string;
  partnership_id: string;
  body: string;
  organisation_id: string;
  office: string;
  written_at: Instant;
  example: Preset<boolean>;
}

export interface DraftingTables {
  pledge_version: PledgeVersionRow;
  pledge_read: PledgeReadRow;
  pledge_comment: PledgeCommentRow;
  pledge_comment_reply: PledgeCommentReplyRow;
}
