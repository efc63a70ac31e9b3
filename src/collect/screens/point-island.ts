// Shows «Visa på karta» to those who have script; the map itself comes when they press it. Works with every field of point-field.tsx in the page.
import type { PointTold } from "./point-field.tsx";

for (const field of document.querySelectorAll<HTMLElement>("[data-point-out]")) begin(field);

function begin(field: HTMLElement): void {
  const input = field.parentElement?.querySelector<HTMLInputElement>("input[data-points]");
  const button = field.querySelector<HTMLButtonElement>("[data-open] button");
  const [map, after] = ["[data-map]", "[data-after]"].map((part) => field.querySelector<HTMLElement>(part));
  if (!input || !button || !map || !after) return;
  const told = JSON.parse(field.dataset["pointOut"] ?? "") as PointTold;
  const { words } = told;
  const show = (isOpen: boolean) => {
    map.hidden = after.hidden = !isOpen;
    button.textContent = isOpen ? words.close : words.open;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const open = async () => {
    show(map.hidden !== false);
    if (map.hidden !== false || map.childElementCount > 0) return;
    try {
      const { openMap } = await import("./point-map.ts");
      await openMap({ map, after, input }, told);
    } catch {
      const failed = document.createElement("p");
      failed.setAttribute("role", "status");
      failed.textContent = words.failed;
      map.replaceChildren(failed);
    }
  };
  button.addEventListener("click", () => void open());
  show(false);
  field.hidden = false;
}
