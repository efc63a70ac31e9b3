// A class with its phones. Pages in a browser are heavy, so most of the class answers as the page's own script does, over a wifi that loses one answer in ten on its way back.

/** The pages take turns on one link of a megabit a second. */
const BYTES_A_SECOND = 125_000;
const LOST = 0.1;

type Class = { readonly tries: number; readonly lost: number; readonly bytes: number; readonly seconds: number };

/** So many phones at once open the page and send until they have heard that it was taken in; each answer by its place among four. */
export async function answerAll(address: string, choices: readonly number[], chance: () => number): Promise<Class> {
  const counted = { tries: 0, lost: 0, bytes: 0 };
  const started = performance.now();
  let linkFreeAt = started;
  const overLink = async (bytes: number) => {
    counted.bytes += bytes;
    linkFreeAt = Math.max(linkFreeAt, performance.now()) + (bytes / BYTES_A_SECOND) * 1000;
    await pause(linkFreeAt - performance.now());
  };
  /** What was heard of it: nothing, where it got lost after it had come. */
  const heard = async (init?: RequestInit): Promise<string> => {
    for (;;) {
      counted.tries++;
      const answer = await fetch(address, init);
      const html = await answer.text();
      await overLink(html.length + 1500);
      if (answer.ok && chance() >= LOST) return html;
      if (!answer.ok) throw new Error(`Not taken in: ${html.slice(0, 400)}`);
      counted.lost++;
      await pause(500 + 500 * chance());
    }
  };
  await Promise.all(
    choices.map(async (choice) => {
      const page = await heard();
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
      const questions = [...new Set([...page.matchAll(/type="radio" name="([^"]+)"/g)].map(([, name = ""]) => name))];
      const body = new URLSearchParams([
        ["round", field("round")],
        ["token", field("token")],
        ...questions.map((question) => [question, String(choice)] as [string, string]),
      ]);
      const told = await heard({ method: "POST", body });
      if (!told.includes("Skickat. Lägg undan telefonen.")) throw new Error(`Not sent: ${told.slice(0, 400)}`);
    }),
  );
  return { ...counted, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
