import { z } from "zod";
import { endpoint } from "../../ground/endpoint.ts";
import { idOf } from "../../ground/id.ts";
import { SHARINGS } from "../observation.ts";
import { PERSON_KINDS } from "../person-in-text.ts";
import { REVIEW_VERDICTS } from "./review.ts";

const partnership = z.string();

export const listPersonReviews = endpoint({
  name: "collect.list-person-reviews",
  kind: "question",
  path: "/api/collect/{partnership}/person-reviews",
  summary: "Den egna organisationens anteckningar som väntar på att någon annan granskar dem",
  input: z.object({ partnership }),
  output: z.object({
    reviews: z.array(
      z.object({
        observationId: z.string(),
        walk: z.object({ slug: z.string(), title: z.string() }).optional(),
        text: z.string(),
        consequence: z.string(),
        proposal: z.string(),
        placeName: z.string(),
        wished: z.enum(SHARINGS),
        kinds: z.array(z.enum(PERSON_KINDS)).readonly(),
        reason: z.string(),
        overriddenAt: z.string(),
        /** Set aside by the one who asks: somebody else has to look. */
        mine: z.boolean(),
      }),
    ),
  }),
});

export const reviewPersons = endpoint({
  name: "collect.review-persons",
  kind: "command",
  path: "/api/collect/{partnership}/observations/{id}/person-review",
  summary: "Låt en anteckning stå eller täck över det som pekar ut någon; en annan än den som skrev den",
  input: z.object({ partnership, id: idOf("observation"), verdict: z.enum(REVIEW_VERDICTS) }),
  output: z.object({ id: z.string(), sharing: z.enum(SHARINGS) }),
});

export const privacyApi = [listPersonReviews, reviewPersons] as const;
