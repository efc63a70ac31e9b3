import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { dayField } from "../../ground/time.ts";

/** In one line, without signs that a terminal would obey: it stands in a command that somebody pastes. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{C}*$/u);

export const askFirst = endpoint({
  name: "partnership.ask-first",
  kind: "command",
  path: "/api/partnership/{partnership}/first",
  summary:
    "Be om en inbjudan åt den andra organisationens första person; den lämnas ut av den som driver installationen",
  input: z.object({
    partnership: z.string(),
    organisationId: idOf("organisation"),
    title: text(120),
    name: text(120),
  }),
  output: z.object({}),
});

export const listAsked = endpoint({
  name: "partnership.list-asked",
  kind: "question",
  path: "/api/partnership/{partnership}/first",
  summary: "Vem det är bett om en inbjudan åt i den andra organisationen, och om den är utlämnad",
  input: z.object({ partnership: z.string() }),
  output: z.object({
    asked: z.array(
      z.object({
        id: z.string(),
        organisationId: z.string(),
        name: z.string(),
        title: z.string(),
        asker: z.string(),
        handedOutOn: dayField.nullable(),
        until: dayField,
      }),
    ),
  }),
});

export const listToHandOut = endpoint({
  name: "partnership.list-to-hand-out",
  kind: "question",
  path: "/api/partnership/operations/to-hand-out",
  summary: "Inbjudningar som väntar på att lämnas ut (för den som driver installationen)",
  input: z.object({}),
  output: z.object({
    asked: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        organisation: z.string(),
        partnership: z.string(),
        asker: z.string(),
        askedOn: dayField,
        /** Why the one who asks cannot hand it out; null when they can. */
        cannot: z
          .enum(["only-own-organisation", "party-answers-itself", "hands-out-own", "asked-no-longer"])
          .nullable(),
        /** What somebody who keeps the server writes there. */
        command: z.string(),
      }),
    ),
  }),
});

export const handOut = endpoint({
  name: "partnership.hand-out",
  kind: "command",
  path: "/api/partnership/operations/to-hand-out/{id}",
  summary: "Lämna ut en inbjudan, med hur du kontrollerade vem den är till",
  input: z.object({ id: idOf("invitation"), how: text(200) }),
  output: z.object({ link: z.string(), expiresOn: dayField }),
});

export const firstApi = [askFirst, listAsked, listToHandOut, handOut] as const;
