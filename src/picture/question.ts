// A question to the picture as a value: the same in an address, in the API and in a citation of evidence. The engine that answers it can grow; the question stays.
import { z } from "zod";
import { CATEGORY_GROUPS } from "../collect/category.ts";
import type { Month } from "../ground/time.ts";

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => text as Month);

/** Every field narrows; nothing asked is everything the reader may see. */
export const questionField = z.object({
  from: month.optional(),
  to: month.optional(),
  group: z.enum(CATEGORY_GROUPS).optional(),
  source: z.string().max(80).optional(),
  village: z.string().max(80).optional(),
});
export type Question = z.output<typeof questionField>;

/** Words of the address, Swedish as the rest of it. */
const NAMES = { from: "fran", to: "till", group: "kategori", source: "kalla", village: "ort" } as const;

/** The question an address asks; what cannot be read is left out, so that an old link still opens. */
export function fromAddress(query: URLSearchParams): Question {
  const asked: Record<string, string> = {};
  for (const [field, name] of Object.entries(NAMES)) {
    const value = query.get(name);
    if (value !== null && value !== "" && questionField.shape[field as keyof Question].safeParse(value).success)
      asked[field] = value;
  }
  return questionField.parse(asked);
}

/** The address part of a question, always in the same order: one question is one address. */
export function toAddress(question: Question): string {
  const query = new URLSearchParams();
  for (const [field, name] of Object.entries(NAMES)) {
    const value = question[field as keyof Question];
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}
