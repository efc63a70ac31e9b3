import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** The staff app; the one style sheet that pages rendered on the server link to, and the scripts of those that residents write and point in. */
const entries = {
  app: "src/main/app.html",
  public: "src/ui/styles/public.css",
  point: "src/collect/screens/point-island.ts",
  person: "src/collect/screens/person-island.ts",
  answer: "src/collect/campaigns/screens/answer-island.ts",
  forum: "src/act/forums/screens/forum-island.ts",
  pupil: "src/ui/styles/pupil.css",
};

export default defineConfig({
  root: join(root, "src/main"),
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: join(root, "dist/browser"),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    sourcemap: true,
    // Everything is a file of its own: the content policy allows neither inline script nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map library is big and loaded only where there is a map.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
    },
  },
});
