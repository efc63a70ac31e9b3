// Lets the field app start where there is no network: the app's own files are kept, nothing that belongs to a person is.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
/** Filled in by the build: every file of the app, and a name that changes with them. */
declare const __PRECACHE__: readonly string[];
declare const __VERSION__: string;

const CACHE = `samsyn-${__VERSION__}`;
/** The page that every staff address starts from. It holds no data. */
const SHELL = "/falt";

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([SHELL, ...__PRECACHE__]))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("samsyn-") && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || url.pathname.startsWith("/api/")) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate" && url.pathname.startsWith(SHELL)) event.respondWith(networkFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(SHELL);
    if (kept === undefined) throw error;
    return kept;
  }
}
