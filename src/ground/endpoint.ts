import type { z } from "zod";

/**
 * A door of the house as data: the server serves it, openapi.json describes it, the browser's client calls it, all from this one value.
 * `{names}` in the path are fields of the input; the rest travels as query (question, download, upload) or JSON body (command).
 */
export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  /** `stage.verb-noun`, unique; becomes the operationId. */
  readonly name: string;
  /** question: GET, JSON out. command: POST, JSON in and out. upload: POST, bytes in, JSON out. download: GET, bytes out. */
  readonly kind: "question" | "command" | "upload" | "download";
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** True where a person who is not logged in may call it. Only `tell` and the hand-in doors that `collect` names. */
  readonly open?: boolean;
};

/** Keeps the schemas' types; adds nothing. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  door: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return door;
}

export type InputOf<E> = E extends Endpoint<infer Input, z.ZodType> ? z.input<Input> : never;
export type OutputOf<E> = E extends Endpoint<z.ZodType, infer Output> ? z.output<Output> : never;
