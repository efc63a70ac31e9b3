import { describe, expect, test } from "vitest";
import { convert, readBack, readTranscribed, type Transcribed } from "../../test/real-documents.ts";
import { sharedData } from "../../test/shared-data.ts";
import { contentField, signedText } from "./document.ts";

const path = sharedData("texts/medborgarloften-dev.jsonl");
const documents = path === undefined ? [] : readTranscribed(path);

/**
 * The transcription says some things in two ways: null or nothing, one place or a list of one, one date or a list of one.
 * Both sides are written one way before they are compared; nothing else is changed.
 */
function inOneWay(given: Transcribed): unknown {
  const listed = {
    ...given,
    promises: given.promises.map(({ measure, ...promise }) => {
      if (measure === null) return promise;
      const { place, places, ...rest } = measure;
      return {
        ...promise,
        measure: { ...rest, places: places ?? (place === null || place === undefined ? undefined : [place]) },
      };
    }),
    followup: given.followup.map((told) => ({
      ...told,
      results: told.results.map(({ date, dates, ...result }) => ({
        ...result,
        dates: date === undefined ? dates : [date],
      })),
    })),
  };
  return JSON.parse(JSON.stringify(listed, (_key, value: unknown) => value ?? undefined));
}

describe.skipIf(path === undefined)("the real documents", () => {
  test("are 41", () => expect(documents).toHaveLength(41));

  test.each(documents.map((document) => [`${document.municipality} ${document.from ?? ""}`, document] as const))(
    "%s is held without loss",
    (_name, document) => {
      const { content } = convert(document);
      // Through the exact text that would be signed, and out of it again.
      const again = contentField.parse(JSON.parse(signedText(content)));
      expect(signedText(again)).toBe(signedText(content));
      expect(inOneWay(readBack(again))).toEqual(inOneWay(document));
    },
  );

  test("what had to go into free text is known", () => {
    const told = documents.flatMap((document) =>
      convert(document).freeText.map((text) => `${document.municipality}: ${text}`),
    );
    console.log(`${told.length} facts of ${documents.length} documents stand as free text:\n${told.join("\n")}`);
    expect(told.length).toBeLessThan(30);
  });
});

test.each(["javascript:alert(1)", "data:text/html,<script>1</script>", "file:///etc/passwd", "ftp://a.se"])(
  "a source's link does not lead to %s",
  (url) => {
    const { sources } = contentField.shape;
    expect(sources.safeParse([{ title: "t", url }]).success).toBe(false);
    expect(sources.safeParse([{ title: "t", url: "https://ockelbo.se/lofte" }]).success).toBe(true);
  },
);
