import { expect, test } from "vitest";
import type { Draft, HalfSigned, Published, Signed } from "./lifecycle.ts";
import type { Mandate, Signature } from "./signature.ts";

// What must not compile. Each line below is an error that the build expects; if it stops being one, the build fails.
test("the wrong thing cannot be written", () => {
  const police = undefined as unknown as Signature<"police">;
  const mandate = undefined as unknown as Mandate<"municipality">;
  const draft = undefined as unknown as Draft;
  const signed = undefined as unknown as Signed;

  // @ts-expect-error the police's signature cannot stand in the municipality's place
  const inTheWrongPlace: Signed["signatures"]["municipality"] = police;
  // @ts-expect-error a signature's mandate is its own party's
  const withAnothersMandate: Signature<"police">["mandate"] = mandate;
  // @ts-expect-error a draft cannot be taken for something that is published
  const published: Published = draft;
  // @ts-expect-error what is signed has no missing signature to ask for
  const half: HalfSigned = signed;
  // @ts-expect-error half-signed holds at least one signature
  const none: HalfSigned["signatures"] = [];
  // @ts-expect-error a draft has no day it was signed
  const when = draft?.signedAt;

  expect(
    [inTheWrongPlace, withAnothersMandate, published, half, none, when].filter((value) => value === undefined).length,
  ).toBeGreaterThan(0);
});
