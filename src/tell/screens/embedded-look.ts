// The look of what stands on other people's sites: its own few rules and nothing fetched, so that it is small and looks the same in any frame. The colours are the house's
// (ui/styles/tokens.css), by day and by night.

/** By their names there. */
export const COLOURS = {
  "--color-paper": ["#ffffff", "#17211f"],
  "--color-sunk": ["#e6ebe8", "#0a110f"],
  "--color-line": ["#cbd3cf", "#34423e"],
  "--color-ink": ["#12201d", "#e8efec"],
  "--color-ink-2": ["#3f4d49", "#b9c6c1"],
  "--color-link": ["#0a5652", "#7fd0c4"],
  "--status-met": ["#0b5b41", "#6cc9a1"],
  "--status-partly": ["#7f5200", "#e2b25a"],
  "--status-running": ["#215c86", "#86bce6"],
  "--status-waiting": ["#586560", "#98a7a1"],
  "--status-missed": ["#b02a21", "#f08f86"],
  "--status-unmeasurable": ["#6a4a86", "#c3a5e0"],
} as const;

const themed = (place: 0 | 1) =>
  Object.entries(COLOURS)
    .map(([name, colours]) => `${name}:${colours[place]}`)
    .join(";");

const statuses = Object.entries({
  met: ["met", "exceeded"],
  partly: ["partly", "behind"],
  running: ["running"],
  waiting: ["waiting", "ended"],
  missed: ["missed"],
  unmeasurable: ["unmeasurable"],
})
  .map(([colour, kinds]) => `${kinds.map((kind) => `.status-${kind}`).join()}{color:var(--status-${colour})}`)
  .join("\n");

export const BOX_STYLE = `:root{color-scheme:light dark;${themed(0)}}
@media (prefers-color-scheme:dark){:root{${themed(1)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--color-paper);color:var(--color-ink);font:16px/1.45 "Hanken Grotesk","Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:600px;padding:16px;border:1px solid var(--color-line)}
h1{display:flex;gap:10px;align-items:flex-start;margin:0;font-size:20px;line-height:1.25;letter-spacing:-.018em}
h2,p,ul{margin:0}
h2{font-size:16px}
a{color:var(--color-link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--color-ink);outline-offset:2px}
h1 a{color:inherit}
ul{padding:0;list-style:none}
.small{font-size:14px;color:var(--color-ink-2)}
.word{font:18px/1.5 "Literata",Georgia,"Times New Roman",serif}
.word a{color:var(--color-ink);text-decoration-thickness:1px}
.mark{flex:none;width:28px;height:28px}
.mark-diamond{fill:none;stroke:currentColor}
.mark-lit{fill:#e4f03c;stroke:#12201d}
.track{display:block;width:100%;height:10px;margin:12px 0 4px}
.track-bed{fill:var(--color-sunk)}
.track-done{fill:var(--color-ink)}
.part{margin-top:12px;padding-top:12px;border-top:1px solid var(--color-line)}
.status{display:inline-flex;gap:.4em;align-items:center;font-weight:640}
.status-diamond{flex:none;width:1.05em;height:1.05em}
.status-tick{stroke:var(--color-paper)}
.example{display:inline-block;padding:0 .4rem;border:1.5px dashed var(--color-ink-2);font-size:13px;font-weight:640}
${statuses}
@media (forced-colors:active){.track-bed{stroke:CanvasText}.track-done{fill:CanvasText}}`;

/** By night; by day the picture has its colours on its parts, for what reads no rules. */
export const PICTURE_STYLE = `@media (prefers-color-scheme:dark){${[
  ["paper", "fill", "--color-paper"],
  ["edge", "stroke", "--color-line"],
  ["bed", "fill", "--color-sunk"],
  ["ink", "fill", "--color-ink"],
  ["quiet", "fill", "--color-ink-2"],
  ["link", "fill", "--color-link"],
]
  .map(([name, what, colour]) => `.${name}{${what}:${COLOURS[colour as keyof typeof COLOURS][1]}}`)
  .join("")}}`;
