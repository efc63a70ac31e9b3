// What a person at the terminal is told when it does not work: what happened, what is safe, what to do. No stack traces for what can be mended.
import {
  DamagedBackup,
  DataDirectoryInUse,
  DatabaseUnreachable,
  DiskFull,
  NewerDatabase,
} from "../platform/server/database/errors.ts";
import { SettingsError } from "../platform/server/settings.ts";

export function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError) return error.sentences.join("\n");
  if (
    error instanceof DataDirectoryInUse ||
    error instanceof DatabaseUnreachable ||
    error instanceof DiskFull ||
    error instanceof NewerDatabase ||
    error instanceof DamagedBackup
  )
    return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "EADDRINUSE")
    return "Porten används redan av något annat. Välj en annan med PORT=3001. / The port is already in use. Choose another with PORT=3001.";
  if (code === "EACCES" || code === "EPERM")
    return "Samsyn får inte läsa eller skriva där. Kontrollera rättigheterna till datamappen och porten. / Samsyn may not read or write there. Check the rights to the data directory and the port.";
  if (code === "ENOSPC")
    return "Disken är full. Det som fanns är helt. Frigör 500 MB och starta igen. / The disk is full. What was there is whole. Free 500 MB and start again.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
