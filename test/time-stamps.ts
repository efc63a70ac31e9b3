// A time-stamp authority of our own, by openssl: keys that are worth nothing, on this machine only.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordSkip } from "./shared-data.ts";

/** Whether there is an authority to be had: without openssl its tests are skipped, and told at the end. */
export function hasTimeStampAuthority(): boolean {
  if (spawnSync("openssl", ["version"]).status === 0) return true;
  recordSkip(
    "time stamps by a service that answers now: there is no openssl on this machine (those of time-stamp-fixture.ts were tried)",
  );
  return false;
}

type Wish = {
  readonly key?: "rsa" | "ec";
  /** What its certificate is for; made for nothing but time stamps when nothing is said. */
  readonly usage?: string;
  readonly days?: number;
};

/** Answers queries as a service does. */
export function timeStampAuthority({ key = "rsa", usage = "critical,timeStamping", days = 3650 }: Wish = {}) {
  const folder = mkdtempSync(join(tmpdir(), "samsyn-tsa-"));
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(
    join(folder, "tsa.cnf"),
    `[req]
distinguished_name = dn
prompt = no
x509_extensions = ext
[dn]
CN = Provtjänsten
O = Prov AB
[ext]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = ${usage}
subjectKeyIdentifier = hash
[tsa]
default_tsa = own
[own]
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.crt
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
ess_cert_id_alg = sha256
`,
  );
  writeFileSync(join(folder, "serial"), "01\n");
  const kind = key === "rsa" ? ["rsa:2048"] : ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"];
  const made = ["-keyout", "tsa.key", "-out", "tsa.crt", "-days", String(days), "-config", "tsa.cnf"];
  openssl("req", "-x509", "-utf8", "-newkey", ...kind, "-nodes", ...made);
  return {
    answer(query: Uint8Array): Uint8Array {
      writeFileSync(join(folder, "query.tsq"), query);
      openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "answer.tsr");
      return new Uint8Array(readFileSync(join(folder, "answer.tsr")));
    },
    /** What openssl itself says of an answer to a query. */
    agrees(query: Uint8Array, answer: Uint8Array): string {
      writeFileSync(join(folder, "query.tsq"), query);
      writeFileSync(join(folder, "answer.tsr"), answer);
      return openssl("ts", "-verify", "-queryfile", "query.tsq", "-in", "answer.tsr", "-CAfile", "tsa.crt").toString();
    },
  };
}
