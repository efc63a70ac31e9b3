// While a resident writes: what looks like a person is pointed out under the field. The text stays on the phone until the form is sent; what it is looked
// for by is fetched when somebody begins to write.
import type { OpenTextWords } from "./open-text.tsx";

/** As long as somebody still writes, nothing is said. */
const PAUSE_MS = 500;

for (const around of document.querySelectorAll<HTMLElement>("[data-open-text]")) {
  const field = around.querySelector<HTMLInputElement | HTMLTextAreaElement>("textarea, input");
  const line = around.querySelector<HTMLElement>("[role=status]");
  const words = JSON.parse(around.dataset["openText"] ?? "{}") as OpenTextWords;
  if (field !== null && line !== null) lookThrough(field, line, words);
}

function lookThrough(field: HTMLInputElement | HTMLTextAreaElement, line: HTMLElement, words: OpenTextWords): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const { personsIn } = await import("../person-in-text.ts");
    const seen = new Set(personsIn(field.value).flatMap(({ kind, sure }) => (sure ? [kind] : [])));
    const said = [...seen].flatMap((kind) => words.kinds[kind] ?? []);
    const listed = new Intl.ListFormat(words.lang).format(said);
    // The same said again would be read aloud again.
    const sentence = said.length === 0 ? "" : words.sentence.replace("{kind}", listed);
    if (line.textContent !== sentence) line.textContent = sentence;
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), PAUSE_MS);
  });
}
