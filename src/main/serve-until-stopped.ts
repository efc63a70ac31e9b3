import type { Settings } from "../platform/server/settings.ts";
import { serve, version, type Running } from "./serve.ts";

/** Serves, tells where and who, and comes back when somebody has asked it to stop and everything is closed. */
export async function serveUntilStopped(
  settings: Settings,
  say: (sentence: string) => void,
  onServing: (running: Running) => void = () => {},
): Promise<void> {
  const started = performance.now();
  const stopping = listenForStop(say);
  const running = await serve(settings, say);
  const took = ((performance.now() - started) / 1000).toFixed(1);
  say("");
  say(`Samsyn ${version} svarar på ${running.address} (${took} s) / is serving`);
  if (settings.demo)
    say(
      `  Logga in: ${running.address}/logga-in – en av demons personer, ett klick / log in as a demo person, one click`,
    );
  if (running.firstLink !== undefined)
    say(
      `  Första inloggningen (gäller en gång, i två dagar) / first log-in (once, for two days):\n  ${running.firstLink}`,
    );
  say(`  Data: ${settings.databaseUrl === undefined ? settings.dataDirectory : "PostgreSQL"}`);
  for (const sentence of await running.wrong()) say(`  ${sentence}`);
  say("  Stoppa med Ctrl-C / stop with Ctrl-C");
  onServing(running);
  await stopping.untilAsked();
  say("Stänger … / Closing …");
  await running.stop();
  say("Stängt. / Closed.");
}

/** A person's second Ctrl-C comes later than the echo of the first. */
const ECHO_MS = 1000;

/**
 * Listens for Ctrl-C and SIGTERM from now on. One Ctrl-C reaches us twice under npm, from the terminal and from npm: the echo must not cut the closing short. Who presses
 * again after that means it, and loses nothing that was answered.
 */
function listenForStop(say: (sentence: string) => void) {
  let asked: number | undefined;
  let started = false;
  let stop = () => {};
  const onSignal = () => {
    if (asked === undefined) {
      asked = performance.now();
      if (started) stop();
      else
        say(
          "Startar färdigt och stänger sedan. Ctrl-C igen avbryter genast. / Finishes starting, then closes. Ctrl-C again stops at once.",
        );
    } else if (performance.now() - asked > ECHO_MS) {
      say("Avbryter genast. / Stopping at once.");
      process.exit(130);
    }
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    untilAsked: () => {
      started = true;
      return asked === undefined ? new Promise<void>((resolve) => (stop = resolve)) : Promise.resolve();
    },
  };
}
