// Shows «Visa på karta» to those who have script; the map itself comes when they press it. Works with every field of point-field.tsx in the page.
import type { PointTold } from "./point-field.tsx";

for (const field of document.querySelectorAll<HTMLElement>("[data-point-out]")) begin(field);

function begin(field: HTMLElement): void {
  const input = field.parentElement?.querySelector<HTMLInputElement>("input[data-points]");
  const button = field.querySelector<HTMLButtonElement>("[data-open] button");
  const parts = ["[data-map]", "[data-list]", "[data-after]"].map((part) => field.querySelector<HTMLElement>(part));
  const [map, places, after] = parts;
  const list = places?.querySelector("select");
  if (!input || !button || !map || !places || !list || !after) return;
  const told = JSON.parse(field.dataset["pointOut"] ?? "") as PointTold;
  const { words } = told;
  const show = (isOpen: boolean) => {
    map.hidden = after.hidden = !isOpen;
    // Of a map that did not come there is nothing to move on.
    places.hidden = !isOpen || list.length === 0;
    button.textContent = isOpen ? words.close : words.open;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  const open = async () => {
    show(map.hidden !== false);
    if (map.hidden !== false || map.childElementCount > 0) return;
    try {
      const { openMap } = await import("./point-map.ts");
      await openMap({ map, list, after, input }, told);
      places.hidden = map.hidden;
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
