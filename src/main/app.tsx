// The staff app: who is logged in, which address, which screen. Decides nothing.
import "../ui/styles/app.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Component, StrictMode, Suspense, useEffect, useMemo, useRef, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { useLocation, useSearch } from "wouter";
import { SENT_LATER } from "../act/api.ts";
import { cycle } from "../follow/api.ts";
import { type Grant, grantsIn } from "../ground/party.ts";
import type { OutputOf } from "../ground/endpoint.ts";
import { readLang, say, type Lang } from "../ground/words.ts";
import { logOut, whoAmI } from "../partnership/api.ts";
import { InvitationScreen } from "../partnership/screens/invitation.tsx";
import { LogInScreen } from "../partnership/screens/log-in.tsx";
import { useAnswer, useCommand } from "../platform/browser/ask.ts";
import { fieldLight } from "../platform/browser/device.ts";
import { AlsoSent } from "../platform/browser/use-outbox.ts";
import { Button } from "../ui/button.tsx";
import { DemoBanner } from "../ui/demo-banner.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { SkipLink } from "../ui/skip-link.tsx";
import { StaffHeader } from "../ui/staff-header.tsx";
import { StageLine, type StageLinks } from "../ui/stage-line.tsx";
import { STAGES, screenAt, type Found } from "./addresses.ts";
import { words } from "./words.ts";

type Me = OutputOf<typeof whoAmI>;
type Somebody = NonNullable<Me["person"]>;

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 0, refetchOnWindowFocus: true } } });

/** Last known self, so that the field app starts where there is no network. No rights hang on it: the server asks the session. */
const KNOWN = "samsyn.me";
/** The partnership last in the address. */
const LAST = "samsyn.partnership";

function App() {
  const [path, go] = useLocation();
  const query = new URLSearchParams(useSearch());
  const lang = languageOf(query);
  const me = useAnswer(whoAmI, {});
  // Whoever is in stays in while the network is away: nothing of what they have open goes.
  const answered = me.value;
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    if (answered !== undefined && answered.person !== null) localStorage.setItem(KNOWN, JSON.stringify(answered));
  }, [answered]);

  if (path.startsWith("/start/")) return <InvitationScreen token={path.slice("/start/".length)} lang={lang} go={go} />;
  // Outdoors nobody waits for an answer or is stopped by a login that has run out: one writes on, and what is written waits on the phone.
  const isOutdoors = path.startsWith("/falt") || path === "/min-manad";
  const outdoors = isOutdoors && me.state !== "refused" ? lastKnown() : undefined;
  if (me.state === "waiting" && outdoors === undefined) return <Loading text={say(words.loading, lang)} />;
  const known = answered === undefined || answered.person === null ? (outdoors ?? answered) : answered;
  if (known === undefined)
    return <Notice kind="error" heading={say(words.offline, lang)} text={say(words.offlineSafe, lang)} />;
  const enter = (address: string) => {
    // What the one before heard is not for the next.
    void queries.resetQueries();
    go(address);
  };
  if (path === "/logga-in") return <LogInScreen lang={lang} next={query.get("till") ?? "/oversikt"} go={enter} />;
  if (known.person === null) return <LogInScreen lang={lang} next={path} go={enter} />;
  return <Workroom me={known} person={known.person} path={path} query={query} lang={lang} go={go} />;
}

function lastKnown(): Me | undefined {
  const kept = localStorage.getItem(KNOWN);
  return kept === null ? undefined : (JSON.parse(kept) as Me);
}

function languageOf(query: URLSearchParams): Lang {
  const asked = query.get("lang");
  if (asked !== null) localStorage.setItem("lang", readLang(asked));
  return readLang(asked ?? localStorage.getItem("lang"));
}

type Room = {
  me: Me;
  person: Somebody;
  path: string;
  query: URLSearchParams;
  lang: Lang;
  go: (address: string) => void;
};

function Workroom({ me, person, path, query, lang, go }: Room) {
  const found = screenAt(path);
  // A page that names no partnership still stands somewhere: the one last in the address, or the first of one's own.
  const named = me.partnerships.find(({ slug }) => slug === found?.partnership);
  useEffect(() => {
    if (named !== undefined) localStorage.setItem(LAST, named.slug);
  }, [named]);
  const last = me.partnerships.find(({ slug }) => slug === localStorage.getItem(LAST)) ?? me.partnerships[0];
  const here = named ?? (found?.needsPartnership === false ? last : undefined);
  const grant = person.grants.find(({ partnershipId }) => partnershipId === here?.id);
  const field = path.startsWith("/falt");
  useEffect(() => {
    document.documentElement.dataset["density"] = field ? "field" : "desk";
    if (field) document.documentElement.dataset["theme"] = fieldLight();
    else delete document.documentElement.dataset["theme"];
  }, [field]);
  useArrival(path);
  useEffect(() => {
    const follow = (event: MouseEvent) => followHere(event, go);
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [go]);
  return (
    <>
      <SkipLink lang={lang} />
      {me.demo && !field && <DemoBanner lang={lang}>{say(words.demo, lang)}</DemoBanner>}
      {!field && (
        <Top me={me} person={person} here={here} grant={grant} path={path} lang={lang} go={go} found={found} />
      )}
      <main className={field ? undefined : "wrap page stack-loose"} id="content" tabIndex={-1}>
        <Boundary lang={lang} key={path}>
          <Suspense fallback={<Loading text={say(words.loading, lang)} />}>
            <Shown found={found} here={here} person={person} query={query} lang={lang} go={go} />
          </Suspense>
        </Boundary>
      </main>
    </>
  );
}

/**
 * A new page is a new page to those who hear it too: its heading becomes the title and takes the focus, as soon as it is
 * there. The first page is told by the browser itself.
 */
function useArrival(path: string): void {
  const arrivedAt = useRef(path);
  useEffect(() => {
    const main = document.getElementById("content");
    if (main === null) return;
    let waits = arrivedAt.current !== path;
    arrivedAt.current = path;
    const look = () => {
      const heading = main.querySelector("h1");
      if (heading === null) return;
      const title = `${heading.textContent} – Samsyn`;
      if (document.title !== title) document.title = title;
      if (!waits) return;
      waits = false;
      heading.tabIndex = -1;
      heading.focus();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(main, { childList: true, subtree: true, characterData: true });
    look();
    return () => watcher.disconnect();
  }, [path]);
}

/** Links are plain links; one that leads to another screen of this app is followed without loading it all again. */
function followHere(event: MouseEvent, go: (address: string) => void): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.target !== "" || link.hash !== "")
    return;
  if (screenAt(link.pathname) === undefined) return;
  event.preventDefault();
  go(link.pathname + link.search);
  scrollTo(0, 0);
}

type Here = Me["partnerships"][number] | undefined;

function Shown({
  found,
  here,
  person,
  query,
  lang,
  go,
}: {
  found: ReturnType<typeof screenAt>;
  here: Here;
  person: Somebody;
  query: URLSearchParams;
  lang: Lang;
  go: (address: string) => void;
}) {
  // What one is in another municipality says nothing of what one may here.
  const id = here?.id;
  const asHere = useMemo(
    () => (id === undefined ? person : { ...person, grants: [...grantsIn(person, id)] }),
    [person, id],
  );
  if (found === undefined || (found.needsPartnership && here === undefined))
    return (
      <Notice heading={say(words.noPage, lang)} text={say(words.noPageText, lang)} level={1}>
        <p>
          <a href="/oversikt">{say(words.toOverview, lang)}</a>
        </p>
      </Notice>
    );
  if (here === undefined && !person.operator)
    return <Notice heading={say(words.noPartnership, lang)} text={say(words.noPartnershipText, lang)} level={1} />;
  const { screen: Screen } = found;
  return (
    <Screen
      partnership={here?.slug ?? ""}
      partnershipName={here?.name ?? ""}
      item={found.item}
      lang={lang}
      person={asHere}
      query={query}
      go={go}
    />
  );
}

type TopProps = {
  me: Me;
  person: Somebody;
  here: Here;
  grant: Grant | undefined;
  path: string;
  lang: Lang;
  go: (address: string) => void;
  found: Found | undefined;
};

function Top({ me, person, here, grant, path, lang, go, found }: TopProps) {
  const leave = useCommand(logOut);
  const links = [
    { href: "/oversikt", word: say(words.overview, lang), current: path === "/oversikt" },
    { href: "/min-manad", word: say(words.month, lang), current: path === "/min-manad" },
    { href: "/falt", word: say(words.field, lang) },
    ...(here === undefined
      ? []
      : [
          {
            href: `/installning/${here.slug}`,
            word: say(words.settings, lang),
            current: path.startsWith("/installning"),
          },
          { href: `/${here.slug}`, word: say(words.publicSite, lang) },
        ]),
    ...(person.operator ? [{ href: "/drift", word: say(words.operations, lang), current: path === "/drift" }] : []),
  ];
  return (
    <>
      <StaffHeader
        lang={lang}
        home="/oversikt"
        partnershipName={here?.name}
        links={links}
        person={grant === undefined ? undefined : { party: grant.party, role: `${person.name}, ${grant.title}` }}
        otherLanguage={`${path}?lang=${lang === "sv" ? "en" : "sv"}`}
      >
        <Button
          kind="bare"
          onPress={() =>
            void leave.run({ everywhere: false }).then(() => {
              localStorage.removeItem(KNOWN);
              void queries.resetQueries();
              go(me.demo ? "/logga-in" : "/");
            })
          }
        >
          {say(words.logOut, lang)}
        </Button>
      </StaffHeader>
      {here !== undefined && found?.onWall !== true && <Stages slug={here.slug} current={found?.stage} lang={lang} />}
    </>
  );
}

function Stages({ slug, current, lang }: { slug: string; current: Found["stage"]; lang: Lang }) {
  const counts = useAnswer(cycle, { partnership: slug });
  const said = counts.state === "answered" ? counts.value.counts : undefined;
  const stages = Object.fromEntries(
    STAGES.map(({ stage, word }) => [stage, { href: `/${word}/${slug}`, count: said?.[stage]?.[lang] }]),
  ) as StageLinks;
  return <StageLine lang={lang} stages={stages} current={current} as="folded" />;
}

/** One broken screen does not take the others with it. */
class Boundary extends Component<{ children: ReactNode; lang: Lang }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Notice
        kind="error"
        heading={say(words.broken, this.props.lang)}
        text={say(words.brokenText, this.props.lang)}
        level={1}
      />
    );
  }
}

if ("serviceWorker" in navigator)
  void navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" }).catch(() => {});
const root = document.getElementById("app");
if (root === null) throw new Error("app.html has no #app");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AlsoSent value={SENT_LATER}>
        <App />
      </AlsoSent>
    </QueryClientProvider>
  </StrictMode>,
);
