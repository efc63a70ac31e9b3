// The one script on the form, for those who have it: while somebody writes, what others have said already comes forward, and one press agrees with it.
// Everything it compares with stands in the page, since somebody has said that it may be shown; what is being written leaves the phone with «Nästa» only.
import { CATEGORIES } from "../../category.ts";
import { themesLike } from "../similar.ts";

/** As long as somebody still writes, nothing moves. */
const PAUSE_MS = 500;

const said = document.querySelector<HTMLElement>("[data-said]");
const text = document.querySelector<HTMLTextAreaElement>("textarea");
const agreed = document.querySelector<HTMLInputElement>("input[data-agreed]");
if (said !== null && text !== null && agreed !== null) comeForward(said, text, agreed);

function comeForward(list: HTMLElement, writing: HTMLTextAreaElement, chosen: HTMLInputElement): void {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-theme]")];
  const themes = rows.map((row) => ({
    row,
    id: row.dataset["theme"] ?? "",
    name: row.dataset["name"] ?? "",
    category: CATEGORIES.find((one) => one === row.dataset["category"]) ?? ("other.other" as const),
    texts: (row.dataset["words"] ?? "").split("\n").filter((words) => words !== ""),
  }));
  const show = () => {
    const like = themesLike(writing.value, themes);
    for (const theme of themes) {
      const isChosen = theme.id === chosen.value;
      theme.row.hidden = !isChosen && !like.includes(theme);
      theme.row.querySelector("button")?.setAttribute("aria-pressed", String(isChosen));
    }
    list.hidden = rows.every((row) => row.hidden);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  writing.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE_MS);
  });
  for (const { id, row } of themes)
    row.querySelector("button")?.addEventListener("click", () => {
      chosen.value = chosen.value === id ? "" : id;
      show();
    });
  show();
}
