// What a person at the terminal is told when it does not work: what happened, what is safe, what to do. No stack traces for what can be mended.
import { Mendable } from "../platform/server/database/errors.ts";
import { SettingsError } from "../platform/server/settings.ts";

/** Told to the person as it stands: the command line's own no. */
export class Refused extends Error {}

export function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError) return error.sentences.join("\n");
  if (error instanceof Mendable || error instanceof Refused) return error.message;
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const where = path === undefined ? ["där", "there"] : [`i ${path}`, `in ${path}`];
  switch (code) {
    case "EADDRINUSE":
      return "Porten används redan av något annat. Välj en annan med PORT=3001. / The port is already in use. Choose another with PORT=3001.";
    case "EADDRNOTAVAIL":
      return "Adressen i HOST finns inte på den här maskinen. / The address in HOST is not one of this machine's.";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `Samsyn får inte läsa eller skriva ${where[0]}. Kontrollera rättigheterna (datamappen är SAMSYN_DATA) och att porten är över 1023. / Samsyn may not read or write ${where[1]}. Check the rights (the data directory is SAMSYN_DATA) and that the port is above 1023.`;
    case "ENOENT":
      return `${path ?? "Filen"} finns inte. Inget är ändrat. / ${path ?? "The file"} does not exist. Nothing is changed.`;
    case "ENOTDIR":
    case "EEXIST":
      return `${path ?? "Sökvägen"} är en fil där det ska vara en mapp. Välj en annan mapp. / ${path ?? "The path"} is a file where a directory must be. Choose another directory.`;
    case "EISDIR":
      return `${path ?? "Sökvägen"} är en mapp och ska vara en fil. Inget är ändrat. / ${path ?? "The path"} is a directory and must be a file. Nothing is changed.`;
    case "ENOSPC":
      return "Disken är full. Det som fanns är helt. Frigör 500 MB och försök igen. / The disk is full. What was there is whole. Free 500 MB and try again.";
    case "42501":
      return "Databasens användare får inte det som behövs. Den ska äga databasen och få skapa roller (alter role … createrole). / The database's user may not do what is needed. It must own the database and may create roles (alter role … createrole).";
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
