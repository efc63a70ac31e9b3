// What can go wrong with a database that a person can mend. Each says what happened, what is safe, what to do.

/** Told to the person as it stands, without a stack. */
export class Mendable extends Error {}

/** Another process holds the data directory. */
export class DataDirectoryInUse extends Mendable {
  readonly pid: number;
  constructor(pid: number) {
    super(
      `En annan Samsyn använder redan den här mappen (process ${pid}). Den här startar inte. / Another Samsyn already uses this directory (process ${pid}). This one does not start.`,
    );
    this.pid = pid;
  }
}

/** The process that had the embedded database open, and let us in, has closed. */
export class HostClosed extends Mendable {
  constructor(cause: unknown) {
    super(
      "Den Samsyn som har databasen öppen stängdes medan det här pågick. Det som inte var klart är inte sparat; det som fanns är helt. Försök igen. / The Samsyn that has the database open closed meanwhile. What was not finished is not saved; what was there is whole. Try again.",
      { cause },
    );
  }
}

export class DatabaseUnreachable extends Mendable {
  constructor(cause: unknown) {
    super(
      "Databasen svarar inte. Inget är sparat, det som fanns är helt. Kontrollera DATABASE_URL och att PostgreSQL är igång. / The database does not answer. Check DATABASE_URL and that PostgreSQL is running.",
      { cause },
    );
  }
}

/** PostgreSQL answers, but not to us, or not for that. */
export class DatabaseRefuses extends Mendable {
  constructor(swedish: string, english: string, cause: unknown) {
    super(`${swedish} / ${english}`, { cause });
  }
}

export class DatabaseTooOld extends Mendable {
  constructor(version: string) {
    super(
      `PostgreSQL ${version} är för gammal. Samsyn behöver 15 eller nyare. / PostgreSQL ${version} is too old. Samsyn needs 15 or newer.`,
    );
  }
}

export class DiskFull extends Mendable {
  constructor(cause: unknown) {
    super(
      "Disken är full. Inget nytt tas emot, det som fanns är helt. Frigör 500 MB och försök igen. / The disk is full. What was there is whole. Free 500 MB and try again.",
      { cause },
    );
  }
}

export class StatementTimeout extends Mendable {
  constructor() {
    super(
      "Frågan tog för lång tid och avbröts. Inget är ändrat. / The query took too long and was stopped. Nothing is changed.",
    );
  }
}

/** The database has migrations this program does not know. */
export class NewerDatabase extends Mendable {
  constructor(name: string) {
    super(
      `Databasen är gjord med en nyare version av Samsyn (${name}). Installera den först. / The database was made by a newer Samsyn (${name}). Install that first.`,
    );
  }
}

/** A Samsyn of another version has the database open, so it cannot be brought up to ours. */
export class OlderHost extends Mendable {
  constructor(name: string) {
    super(
      `Den Samsyn som är igång är äldre än den här (${name} är inte körd). Inget är ändrat. Stoppa den först, gör om detta och starta sedan. / The running Samsyn is older than this one (${name} has not run). Nothing is changed. Stop it first, do this again and then start.`,
    );
  }
}

/** A migration that has run was changed afterwards. */
export class ChangedMigration extends Mendable {
  constructor(name: string) {
    super(
      `Migreringen ${name} har ändrats efter att den körts. Återställ filen; ändringar görs i en ny. / Migration ${name} was changed after it ran. Restore the file; changes go into a new one.`,
    );
  }
}

/** The copy is not what it was when it was made, or cannot be put here. */
export class DamagedBackup extends Mendable {}

/** PostgreSQL's own code of an error ("23505"), where it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Whether something else already has what may be had once (PostgreSQL's unique_violation). */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/** The typed error for what the engine threw, or the error itself. */
export function understood(error: unknown): unknown {
  // These the driver says in words only.
  if (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|The server does not support SSL)/.test(
      error.message,
    )
  )
    return new DatabaseUnreachable(error);
  if (error instanceof Error && error.message.startsWith("SASL:"))
    return new DatabaseRefuses(
      "Databasen vill ha ett lösenord. Skriv det i DATABASE_URL: postgres://användare:lösenord@värd/databas.",
      "The database wants a password. Write it in DATABASE_URL: postgres://user:password@host/database.",
      error,
    );
  switch (codeOf(error)) {
    case "57014":
      return new StatementTimeout();
    case "53100":
    case "ENOSPC":
      return new DiskFull(error);
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ECONNRESET":
    case "ETIMEDOUT":
    case "EPIPE":
    case "57P01":
    case "57P02":
    case "57P03":
    case "08006":
    case "08001":
      return new DatabaseUnreachable(error);
    case "28P01":
    case "28000":
      return new DatabaseRefuses(
        "Databasen släpper inte in Samsyn. Kontrollera användare och lösenord i DATABASE_URL.",
        "The database does not let Samsyn in. Check user and password in DATABASE_URL.",
        error,
      );
    case "3D000":
      return new DatabaseRefuses(
        "Databasen som DATABASE_URL nämner finns inte. Skapa den först (createdb), ägd av samma användare.",
        "The database that DATABASE_URL names does not exist. Create it first (createdb), owned by the same user.",
        error,
      );
    case "53300":
      return new DatabaseRefuses(
        "Databasen har inga anslutningar kvar. Höj max_connections eller stäng något annat.",
        "The database has no connections left. Raise max_connections or close something else.",
        error,
      );
    default:
      return error;
  }
}
