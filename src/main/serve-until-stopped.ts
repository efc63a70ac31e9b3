import type { Settings } from "../platform/server/settings.ts";
import { serve, version } from "./serve.ts";

/** Serves, tells where and who, and comes back when somebody has asked it to stop and everything is closed. */
export async function serveUntilStopped(settings: Settings, say: (sentence: string) => void): Promise<void> {
  const started = performance.now();
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
  say("  Stoppa med Ctrl-C / stop with Ctrl-C");
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  say("Stänger … / Closing …");
  await running.stop();
  say("Stängt. / Closed.");
}
