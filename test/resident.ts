// A resident with a phone that knows HTML and nothing more: asks for a form, fills in what it asks for, and sends it on step by step.
import { CAMPAIGN_AMOT } from "../src/main/demo/campaigns.ts";

/** «Hur har du det i Åmot?», with a question of every kind. */
export const DEMO_CAMPAIGN = CAMPAIGN_AMOT;

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;
export type Step = { readonly status: number; readonly html: string; readonly fields: URLSearchParams };

const text = (escaped: string) =>
  escaped
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

async function stepOf(response: Response): Promise<Step> {
  const html = await response.text();
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = /name="([^"]*)"/.exec(tag) ?? [];
    const [, value = ""] = /value="([^"]*)"/.exec(tag) ?? [];
    fields.append(text(name), text(value));
  }
  return { status: response.status, html, fields };
}

export async function begin(fetch: Fetch, address: string): Promise<Step> {
  return stepOf(await fetch(address));
}

/** Fills in this step and presses a button. */
export async function press(
  fetch: Fetch,
  address: string,
  { fields }: Pick<Step, "fields">,
  filled: readonly (readonly [string, string])[],
  go: "next" | "back" | "send" = "next",
): Promise<Step> {
  const body = new URLSearchParams(fields);
  for (const [name] of filled) body.delete(name);
  for (const [name, value] of filled) body.append(name, value);
  body.set("go", go);
  return stepOf(
    await fetch(address.split("?")[0] ?? address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: body.toString(),
    }),
  );
}

/** Presses «Skicka» with a photo in the form. */
export async function pressWithPhoto(
  fetch: Fetch,
  address: string,
  { fields }: Pick<Step, "fields">,
  filled: readonly (readonly [string, string])[],
  photo: Uint8Array,
): Promise<Step> {
  const body = new FormData();
  for (const [name, value] of fields) if (!filled.some(([other]) => other === name)) body.append(name, value);
  for (const [name, value] of filled) body.append(name, value);
  body.append("go", "send");
  body.append("photo", new Blob([photo as Uint8Array<ArrayBuffer>]), "IMG_0001.jpg");
  return stepOf(await fetch(address.split("?")[0] ?? address, { method: "POST", body }));
}

/** Answers everything that is asked until only «Skicka» is left: by the name of the field. */
export async function fillIn(
  fetch: Fetch,
  address: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
): Promise<Step> {
  let step = await begin(fetch, address);
  for (let turn = 0; turn < 20 && step.fields.get("at") !== "about"; turn++) {
    const at = step.fields.get("at") ?? "";
    const key = at === "said" ? "agree" : at.slice(2);
    const filled = Object.entries(answers).flatMap(([name, value]) =>
      name === key || name.startsWith(`${key}.`)
        ? (typeof value === "string" ? [value] : value).map((one) => [name, one] as const)
        : [],
    );
    step = await press(fetch, address, step, filled);
  }
  return step;
}

/** The code on the page that says thank you; undefined on any other page. */
export function codeOn({ html }: Pick<Step, "html">): string | undefined {
  return /class="receipt-code">([0-9A-Z]{5}-[0-9A-Z]{5})</.exec(html)?.[1];
}
