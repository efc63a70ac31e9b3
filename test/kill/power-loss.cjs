// Keeps a shadow of a directory that holds only the bytes a power loss would leave: each file as it was when it was last synced.
const fs = require("node:fs");
const path = require("node:path");
const { syncBuiltinESMExports } = require("node:module");

const [from, shadow] = process.env.POWER_LOSS.split("|");
const keep = (descriptor) => {
  const file = fs.readlinkSync(`/proc/self/fd/${descriptor}`);
  if (!file.startsWith(from) || !fs.statSync(file).isFile()) return;
  const kept = path.join(shadow, path.relative(from, file));
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  // The process is killed at any moment, also in this one: what has been synced is kept whole or not at all, as a disk would.
  const copying = path.join(shadow, "half-copied");
  fs.copyFileSync(file, copying);
  fs.renameSync(copying, kept);
};
for (const name of ["fdatasyncSync", "fsyncSync"]) {
  const original = fs[name];
  fs[name] = (descriptor) => {
    original(descriptor);
    keep(descriptor);
  };
}
syncBuiltinESMExports();
