import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { LETTER_KINDS } from "./kind.ts";

const partnership = z.string();
const lang = z.enum(["sv", "en"]);
const wish = z.object({ address: z.string().nullable(), weekly: z.boolean(), lang });

export const listLetters = endpoint({
  name: "tell.list-letters",
  kind: "question",
  path: "/api/tell/{partnership}/letters",
  summary: "De egna breven, och för den som leder arbetet vilka som gått till andra i organisationen",
  input: z.object({ partnership }),
  output: z.object({
    wish,
    letters: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(LETTER_KINDS),
        subject: z.string(),
        state: z.enum(["waiting", "sending", "sent", "failed", "given-up"]),
        /** Why it was given up, where Samsyn itself says so; else null. */
        reason: z.enum(["too-old", "left", "interrupted"]).nullable(),
        madeAt: z.string(),
        mine: z.boolean(),
        to: z.string(),
        /** Of one's own, for thirty days. */
        text: z.string().nullable(),
      }),
    ),
  }),
});

export const wishLetters = endpoint({
  name: "tell.wish-letters",
  kind: "command",
  path: "/api/tell/{partnership}/letters/wish",
  summary: "Vart de egna breven går, och om veckobrevet kommer",
  input: z.object({ partnership, address: z.string().max(254), weekly: z.boolean(), lang }),
  output: wish,
});

export const letterApi = [listLetters, wishLetters] as const;
