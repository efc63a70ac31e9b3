// What `npm start` runs: reads the environment, serves, prints where and who, stops on Ctrl-C and SIGTERM.
import { readSettings } from "../platform/server/settings.ts";
import { serveUntilStopped } from "./serve-until-stopped.ts";
import { sentenceOf } from "./sentences.ts";

try {
  await serveUntilStopped(readSettings(process.env), (sentence) => process.stdout.write(`${sentence}\n`));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
