// On bad wifi the answer is sent again by itself until the house has said that it has it; the word in the form makes it one answer however often it comes.
// Nothing is kept on the phone: the page is all there is.

/** One try: on a choked wifi nothing comes of waiting longer, and a new try often gets through. */
const TRY_MS = 6000;
const LONGEST_PAUSE_MS = 8000;

const form = document.querySelector("form");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  const line = form.querySelector("[role=status]");
  if (button === null || line === null || button.disabled) return;
  const body = new URLSearchParams(new FormData(form) as never);
  for (const field of form.querySelectorAll("fieldset")) field.disabled = true;
  button.disabled = true;
  void send(body, (waits) => (line.textContent = waits));
});

async function send(body: URLSearchParams, say: (waits: string) => void): Promise<void> {
  for (let tried = 0; ; tried++) {
    // A status that is read aloud again at every try would be all that is heard.
    if (tried === 1) say(form?.dataset["waits"] ?? "");
    const told = await once(body);
    if (told !== undefined) return show(told);
    const pause = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** tried);
    // Thirty phones that were refused together do not come back together.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + chance())));
  }
}

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** What the house said; undefined where nothing was heard, or it could not just then. */
async function once(body: URLSearchParams): Promise<string | undefined> {
  try {
    const answer = await fetch(location.href, { method: "POST", body, signal: AbortSignal.timeout(TRY_MS) });
    return answer.status === 429 || answer.status >= 500 ? undefined : await answer.text();
  } catch {
    return undefined;
  }
}

function show(html: string): void {
  const told = new DOMParser().parseFromString(html, "text/html");
  const main = told.querySelector("main");
  if (main === null) return location.reload();
  // What is asked anew sends itself as this page did: without script, and to the same address.
  document.querySelector("main")?.replaceWith(main);
  document.title = told.title;
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  scrollTo(0, 0);
}
