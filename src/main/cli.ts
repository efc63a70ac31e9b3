// The `samsyn` command line. Each command says what it does, answers --json, and leaves 0 for done, 1 for not done, 2 for asked wrongly.
import { access, constants, statfs } from "node:fs/promises";
import { Command, CommanderError, Option } from "commander";
import { sql } from "kysely";
import { sayProblem } from "../collect/imports/words.ts";
import { ROLES, type Role } from "../ground/party.ts";
import { addDays, dayOf, type Instant } from "../ground/time.ts";
import { addInvitation, countPeople, partiesOf, partnershipBySlug } from "../partnership/store.ts";
import { INVITATION_DAYS } from "../partnership/people.ts";
import { endAsked } from "../partnership/first/store.ts";
import type { PartnershipDatabase, Within } from "../partnership/tables.ts";
import { backup, restore } from "../platform/server/database/backup.ts";
import type { Database } from "../platform/server/database/database.ts";
import type { AnyTransaction } from "../platform/server/house.ts";
import { makeLog } from "../platform/server/log.ts";
import { noteEvent } from "../platform/server/runner.ts";
import { hashToken, newToken } from "../platform/server/secrets.ts";
import { readSettings, type Settings } from "../platform/server/settings.ts";
import { makeHouse } from "./assemble.ts";
import { seedDemo } from "./demo/seed.ts";
import { doctor } from "./doctor.ts";
import { EVENT_KINDS, importFile } from "./import-file.ts";
import { Refused, sentenceOf } from "./sentences.ts";
import { addPicture } from "./picture/command.ts";
import { wholePledgeLog } from "./pledge-log.ts";
import { addPledge } from "./pledge-command.ts";
import { addSeries } from "./series-command.ts";
import { MIGRATIONS, openPrepared, openUnprepared, version } from "./serve.ts";
import { serveUntilStopped } from "./serve-until-stopped.ts";
import { addVerify } from "./verify-command.ts";
import { whileWorking } from "./working.ts";

type Shared = { json?: boolean };

const sendTheLink = (link: string) => [
  "Skicka länken. Den fungerar en gång, i sju dagar. / Send the link. It works once, for seven days.",
  link,
];

const toPerson = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** The answer of a command: one JSON value with --json, else sentences. */
function answer(shared: Shared, value: Record<string, unknown>, sentences: readonly string[]): void {
  process.stdout.write(shared.json === true ? `${JSON.stringify(value)}\n` : `${sentences.join("\n")}\n`);
}

async function withDatabase<T>(
  work: (database: Database, settings: Settings) => Promise<T>,
  open = (settings: Settings) => openPrepared(settings, toPerson, { asGuest: true }),
): Promise<T> {
  const settings = readSettings(process.env);
  const database = await open(settings);
  try {
    return await work(database, settings);
  } finally {
    await database.close();
  }
}

/** A copy in which the promises' log has been cut or changed is not taken in. One made before there was a log gets it from the migrations. */
async function sameLog(tx: AnyTransaction): Promise<void> {
  const { rows } = await sql`select 1 from pg_attribute
    where attrelid = to_regclass('period_report') and attname = 'content_hash'`.execute(tx);
  if (rows.length > 0) await wholePledgeLog(tx);
}

const houseOf = (database: Database, settings: Settings) => makeHouse({ database, settings, log: makeLog("silent") });

const program = new Command("samsyn")
  .description("Samsyn: medborgarlöften, från iakttagelse till svar / citizen promises, from observation to answer")
  .version(version)
  .exitOverride()
  .showHelpAfterError();
const json = () => new Option("--json", "svara som JSON / answer as JSON");

program
  .command("serve")
  .description("starta Samsyn / serve")
  .addOption(json())
  .action(async (options: Shared) => {
    const settings = readSettings(process.env);
    if (options.json !== true) return serveUntilStopped(settings, (sentence) => process.stdout.write(`${sentence}\n`));
    return serveUntilStopped(settings, toPerson, ({ address, firstLink }) =>
      answer(options, { serving: true, version, address, firstLink }, []),
    );
  });

program
  .command("migrate")
  .description("förbered databasen / prepare the database")
  .addOption(json())
  .action(async (options: Shared) =>
    withDatabase(async (database) =>
      answer(options, { engine: database.engine, ready: true }, ["Databasen är förberedd. / Database prepared."]),
    ),
  );

program
  .command("seed")
  .description("fyll en tom databas med Ockelbos exempel / seed an empty database with the Ockelbo example")
  .addOption(json())
  .action(async (options: Shared) =>
    withDatabase(async (database, settings) => {
      const people = await database.transaction<PartnershipDatabase, number>({ as: "system" }, (tx) => countPeople(tx));
      if (people > 0)
        throw new Refused(
          "Databasen är inte tom. Exemplet läggs bara i en tom databas, så att inget blandas. / The database is not empty. The example only goes into an empty one.",
        );
      await whileWorking(toPerson, () => seedDemo(houseOf(database, settings)));
      answer(options, { seeded: true }, ["Ockelbos exempel är på plats. / The Ockelbo example is in place."]);
    }),
  );

program
  .command("import")
  .description("läs in händelser / import events")
  .argument("<files...>", "filer, i ordning; .gz går bra / files, in order; .gz is fine")
  .requiredOption("--partnership <slug>", "samarbetets adress, t.ex. ockelbo / the partnership's address")
  .addOption(new Option("--kind <kind>", "slags fil / kind of file").choices(EVENT_KINDS).default("polisen"))
  .option("--source <slug>", "källans adress (för csv) / the source's address (for csv)")
  .addOption(
    new Option("--area <area>", "vilka av polisens händelser som tas in / which police events are taken in")
      .choices(["county", "country"])
      .default("county"),
  )
  .option(
    "--mapping <file>",
    "JSON-fil som säger vilken kolumn som är vad (för csv); behövs inte när kolumnerna känns igen / JSON file telling which column is what (for csv); not needed when the columns are known",
  )
  .option("--dry-run", "läs inget in, säg vad som skulle bli / read nothing in, tell what there would be")
  .addOption(json())
  .action(
    async (
      files: string[],
      options: Shared & {
        partnership: string;
        kind: (typeof EVENT_KINDS)[number];
        source?: string;
        area?: "county" | "country";
        mapping?: string;
        dryRun?: boolean;
      },
    ) =>
      withDatabase(async (database, settings) => {
        const house = houseOf(database, settings);
        const reports = [];
        // One that is missing is told before anything is read in.
        for (const file of files) await access(file, constants.R_OK);
        for (const file of files) {
          const report = await importFile(house, { ...options, file }, (done) => toPerson(`  … ${done} rader / lines`));
          reports.push({ file, ...report });
          if (options.json !== true)
            toPerson(
              `${file}: ${options.dryRun === true ? "skulle ge / would give: " : ""}${report.read} lästa, ${report.added} nya, ${report.changed} ändrade, ${report.same} oförändrade, ${report.unreadable} oläsliga, ${report.outside} utanför / ${report.added} new, ${report.changed} changed, ${report.same} same, ${report.unreadable} unreadable, ${report.outside} outside`,
            );
        }
        const problems = reports.flatMap((report) =>
          report.problems.map(
            (problem) => `${report.file}: ${sayProblem(problem, "sv")} / ${sayProblem(problem, "en")}`,
          ),
        );
        answer(options, { reports }, [
          ...problems.slice(0, 50),
          options.dryRun === true
            ? `${reports.length} filer prövade, inget är inläst. / ${reports.length} files tried, nothing is read in.`
            : `${reports.length} filer inlästa. / ${reports.length} files imported.`,
        ]);
        // Nothing in it could be read: whoever runs this by the clock must be told.
        if (reports.some(({ read, unreadable }) => read > 0 && unreadable === read)) process.exitCode = 1;
      }),
  );

program
  .command("backup")
  .description("gör en säkerhetskopia i en fil, medan Samsyn är igång eller inte / back up to one file")
  .argument("<file>")
  .addOption(json())
  .action(async (file: string, options: Shared) =>
    withDatabase(async (database) => {
      let copied = 0;
      const made = await whileWorking(
        toPerson,
        () => backup(database, file, (rows) => (copied = rows)),
        () => `, ${copied} rader / rows`,
      );
      const [sv, en] = [`${made.tables} tabeller, ${made.rows} rader`, `${made.tables} tables, ${made.rows} rows`];
      answer(options, { file, ...made }, [
        `Säkerhetskopian ${file} är gjord: ${sv}. Kopiera också mappen files i datamappen. / Backup made: ${en}. Copy the folder files in the data directory too.`,
      ]);
    }),
  );

program
  .command("restore")
  .description("återställ en säkerhetskopia till en tom databas / restore into an empty database")
  .argument("<file>")
  .option("--into <directory>", "en annan datamapp än SAMSYN_DATA / another data directory")
  .addOption(json())
  .action(async (file: string, options: Shared & { into?: string }) => {
    if (options.into !== undefined && readSettings(process.env).databaseUrl !== undefined)
      throw new Refused(
        "--into är en datamapp för den inbyggda databasen, men DATABASE_URL är satt. Ta bort den ena. Inget är ändrat. / --into is a data directory for the embedded database, but DATABASE_URL is set. Leave out one of them. Nothing is changed.",
      );
    if (options.into !== undefined) process.env["SAMSYN_DATA"] = options.into;
    const fillFrom = async (database: Database) => {
      let filled = 0;
      const restored = await whileWorking(
        toPerson,
        () => restore(file, database, MIGRATIONS, (rows) => (filled = rows), sameLog),
        () => `, ${filled} rader / rows`,
      );
      const { tables, rows } = restored;
      answer(options, { file, ...restored }, [
        `Återställt och jämfört: allt lika, ${tables} tabeller, ${rows} rader, samma topp i loggen. / Restored and compared: all the same, ${tables} tables, ${rows} rows, the same head of the log.`,
      ]);
    };
    await withDatabase(fillFrom, (settings) => openUnprepared(settings, { asGuest: true }));
  });

program
  .command("user")
  .description(
    "bjud in en person, även när ingen i organisationen kan / invite a person, also when nobody in the organisation can",
  )
  .requiredOption("--name <name>")
  .requiredOption("--partnership <slug>")
  .addOption(
    new Option("--party <party>", "kommunen eller polisen").choices(["municipality", "police"]).makeOptionMandatory(),
  )
  .addOption(new Option("--role <role>").choices(ROLES).default("administrator"))
  .requiredOption("--title <title>", "befattning, t.ex. säkerhetschef / office")
  .requiredOption("--reason <reason>", "vem som beslutat, t.ex. «beslut KS § 12» / who decided")
  .addOption(json())
  .action(
    async (
      options: Shared & {
        name: string;
        partnership: string;
        party: "municipality" | "police";
        role: Role;
        title: string;
        reason: string;
      },
    ) =>
      withDatabase(async (database, settings) => {
        const link = await inviteFromOutside(database, settings, options);
        answer(options, { link }, sendTheLink(link));
      }),
  );

program
  .command("operator")
  .description(
    "bjud in en till som driver installationen, så att två kan kontrollera varandra / invite another to run the installation, so that two can check each other",
  )
  .requiredOption("--name <name>")
  .requiredOption("--reason <reason>", "vem som beslutat / who decided")
  .addOption(json())
  .action(async (options: Shared & { name: string; reason: string }) =>
    withDatabase(async (database, settings) => {
      const link = await inviteFromOutside(database, settings, options);
      answer(options, { link }, sendTheLink(link));
    }),
  );

program
  .command("doctor")
  .description(
    "vad som är bra, vad som inte är det, och vad man gör åt det / what is well, what is not, and the remedy",
  )
  .addOption(json())
  .action(async (options: Shared) => {
    const settings = readSettings(process.env);
    const findings = await doctor(settings, statfs);
    answer(
      options,
      { findings },
      findings.map(({ well, sentence }) => `${well ? "OK " : "!! "} ${sentence}`),
    );
    if (findings.some(({ well }) => !well)) process.exitCode = 1;
  });

addPicture(program);
addVerify(program, answer);
addPledge(program, {
  withHouse: (work) => withDatabase((database, settings) => work(houseOf(database, settings))),
  answer,
});
addSeries(program, {
  withHouse: (work) => withDatabase((database, settings) => work(houseOf(database, settings))),
  answer,
});

type Wish = { readonly name: string; readonly reason: string };
type PlaceWish = {
  readonly partnership: string;
  readonly party: string;
  readonly role: Role;
  readonly title: string;
};

/** A link from outside: to a place in a partnership, or to run the installation. */
async function inviteFromOutside(
  database: Database,
  settings: Settings,
  wish: Wish | (Wish & PlaceWish),
): Promise<string> {
  const house = houseOf(database, settings);
  const at = house.now();
  return database.transaction<PartnershipDatabase, string>({ as: "system" }, async (tx) => {
    const place = "partnership" in wish ? await placeOf(tx, wish) : undefined;
    const token = newToken();
    const id = house.newId();
    // Who had been asked for in that place has come by another way.
    if (place !== undefined) await endAsked(tx, place.partnershipId, place.organisationId, at);
    await addInvitation(tx, {
      id,
      tokenHash: hashToken(token),
      partnershipId: place?.partnershipId,
      organisationId: place?.organisationId,
      role: place?.role,
      title: place?.title,
      name: wish.name,
      createdBy: undefined,
      at,
      expiresAt: `${addDays(dayOf(at), INVITATION_DAYS)}T00:00:00.000Z` as Instant,
    });
    const to = place === undefined ? { operator: true } : { role: place.role, organisationId: place.organisationId };
    // Nobody inside asked for it, so the log says on whose decision it was done.
    await noteEvent(
      house,
      { tx, person: undefined, at, newId: house.newId },
      {
        name: "person.invited",
        partnershipId: place?.partnershipId,
        subjectId: id,
        body: { ...to, by: "command-line", reason: wish.reason },
      },
    );
    return `${settings.origin}/start/${token}`;
  });
}

async function placeOf(tx: Within<PartnershipDatabase>, { partnership: slug, party: kind, role, title }: PlaceWish) {
  const partnership = await partnershipBySlug(tx, slug);
  if (partnership === undefined)
    throw new Refused(`Samarbetet «${slug}» finns inte. / There is no partnership "${slug}".`);
  const party = (await partiesOf(tx, partnership.id)).find((one) => one.kind === kind);
  if (party === undefined) throw new Refused(`Samarbetet har ingen sådan part. / The partnership has no such party.`);
  return { partnershipId: partnership.id, organisationId: party.organisationId, role, title };
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const sentence = sentenceOf(error);
    toPerson(sentence);
    if (process.argv.includes("--json")) answer({ json: true }, { error: sentence }, []);
    process.exitCode = 1;
  }
}
