// What can go wrong with a database that a person can mend. Each says what happened, what is safe, what to do.

/** Another process holds the data directory. */
export class DataDirectoryInUse extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(
      `En annan Samsyn använder redan den här mappen (process ${pid}). Den här startar inte. / Another Samsyn already uses this directory (process ${pid}). This one does not start.`,
    );
    this.pid = pid;
  }
}

export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    super(
      "Databasen svarar inte. Inget är sparat, det som fanns är helt. Kontrollera DATABASE_URL och att PostgreSQL är igång. / The database does not answer. Check DATABASE_URL and that PostgreSQL is running.",
      { cause },
    );
  }
}

export class DatabaseTooOld extends Error {
  constructor(version: string) {
    super(
      `PostgreSQL ${version} är för gammal. Samsyn behöver 15 eller nyare. / PostgreSQL ${version} is too old. Samsyn needs 15 or newer.`,
    );
  }
}

export class DiskFull extends Error {
  constructor(cause: unknown) {
    super(
      "Disken är full. Inget nytt tas emot, det som fanns är helt. Frigör 500 MB och försök igen. / The disk is full. What was there is whole. Free 500 MB and try again.",
      { cause },
    );
  }
}

export class StatementTimeout extends Error {
  constructor() {
    super(
      "Frågan tog för lång tid och avbröts. Inget är ändrat. / The query took too long and was stopped. Nothing is changed.",
    );
  }
}

/** The database has migrations this program does not know. */
export class NewerDatabase extends Error {
  constructor(name: string) {
    super(
      `Databasen är gjord med en nyare version av Samsyn (${name}). Installera den först. / The database was made by a newer Samsyn (${name}). Install that first.`,
    );
  }
}

/** A migration that has run was changed afterwards. */
export class ChangedMigration extends Error {
  constructor(name: string) {
    super(
      `Migreringen ${name} har ändrats efter att den körts. Återställ filen; ändringar görs i en ny. / Migration ${name} was changed after it ran. Restore the file; changes go into a new one.`,
    );
  }
}

/** The copy is not what it was when it was made, or cannot be put here. */
export class DamagedBackup extends Error {}

/** PostgreSQL's own code of an error ("23505"), where it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

/** The typed error for what the engine threw, or the error itself. */
export function understood(error: unknown): unknown {
  // These the driver says in words only.
  if (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  )
    return new DatabaseUnreachable(error);
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
    default:
      return error;
  }
}
