// Lets the field app start where there is no network: the app's own files are kept, nothing that belongs to a person is.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
/** Filled in by the build: every file of the app, and a name that changes with them. */
declare const __PRECACHE__: readonly string[];
declare const __VERSION__: string;

const CACHES = "samsyn-";
const CACHE = `${CACHES}${__VERSION__}`;
/** The page that every staff address starts from. It holds no data. */
const SHELL = "/falt";
/** What starts without network: what is written outdoors, and what a unit logs in the van. */
const OUTDOORS = [SHELL, "/min-manad"];
/** So long is a weak network waited for before the app starts from what is kept. */
const PATIENCE = 4000;
/** A trial start without network ends by itself. */
const TRIAL = 30_000;

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
      .then((names) => {
        const former = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
        // A page that was open when the app was updated goes on with the files it knows: the latest former ones stay.
        return Promise.all(former.slice(0, -1).map((name) => caches.delete(name)));
      })
      .then(() => worker.clients.claim()),
  );
});

/** Until when this worker behaves as if there were no network: «Provstarta utan nät». */
let cutUntil = 0;

/** The field app asks: "cut" and "mend" for the trial start; every message is answered with whether all files of the app are kept. */
worker.addEventListener("message", (event) => {
  if (event.data === "cut") cutUntil = Date.now() + TRIAL;
  if (event.data === "mend") cutUntil = 0;
  const answer = async () => {
    const kept = await (await caches.open(CACHE)).keys();
    const paths = new Set(kept.map(({ url }) => new URL(url).pathname));
    event.ports[0]?.postMessage([SHELL, ...__PRECACHE__].every((path) => paths.has(path)));
  };
  event.waitUntil(answer());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  const isCut = Date.now() < cutUntil;
  const isPage = request.mode === "navigate" && OUTDOORS.some((first) => url.pathname.startsWith(first));
  const isFile = url.pathname.startsWith("/assets/");
  const isMap = url.pathname.startsWith("/basemap/");
  if (request.method === "GET" && isPage) event.respondWith(isCut ? keptShell() : pageFirst(request));
  else if (request.method === "GET" && isFile) event.respondWith(keptFirst(request, isCut));
  else if (request.method === "GET" && isMap) event.respondWith(isCut ? keptOnly(request) : networkFirst(request));
  else if (isCut) event.respondWith(Response.error());
});

async function keptOnly(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? Response.error();
}

async function keptShell(): Promise<Response> {
  return (await (await caches.open(CACHE)).match(SHELL)) ?? Response.error();
}

async function keptFirst(request: Request, isCut: boolean): Promise<Response> {
  return (await caches.match(request)) ?? (isCut ? Response.error() : fetch(request));
}

async function networkFirst(request: Request): Promise<Response> {
  return fetch(request).catch(() => keptOnly(request));
}

/** A network that neither answers nor gives up is no network. */
async function pageFirst(request: Request): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE));
  const heard = await Promise.race([fetch(request).catch(() => undefined), late]);
  return heard ?? keptShell();
}
