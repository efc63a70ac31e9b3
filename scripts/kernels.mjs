// Compiles the hot kernels (src/picture/kernels/assembly/*.ts, AssemblyScript) into src/picture/kernels/<name>.wasm.ts, which is checked in: nobody needs a compiler to run Samsyn.
// Each is made twice, for a memory of its own and for one that several threads share.
//   --check   compiles and compares byte by byte with what is checked in, and writes nothing
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const kernels = fileURLToPath(new URL("../src/picture/kernels/", import.meta.url));
const check = process.argv.includes("--check");
const differ = [];

for (const file of readdirSync(join(kernels, "assembly")).filter((name) => name.endsWith(".ts"))) {
  const name = basename(file, ".ts");
  const plain = await compiled(name, []);
  const shared = await compiled(name, ["--enable", "threads", "--sharedMemory", "--maximumMemory", "65536"]);
  const text = `// Made by scripts/kernels.mjs of assembly/${file}. Not for editing: change the source and run it again.
export const ${name}Wasm = {
  plain:
    "${plain}",
  shared:
    "${shared}",
} as const;
`;
  const path = join(kernels, `${name}.wasm.ts`);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  if (check) differ.push(`${name}.wasm.ts`);
  else {
    writeFileSync(path, text);
    process.stdout.write(`${name}.wasm.ts: ${Buffer.from(plain, "base64").length} bytes\n`);
  }
}
if (differ.length > 0) {
  process.stderr.write(`Not what its source compiles to: ${differ.join(", ")}. Run node scripts/kernels.mjs.\n`);
  process.exitCode = 1;
}

/** @returns {Promise<string>} the compiled module in base64. No runtime, no imports but the memory: kernels work on what lies in it. */
async function compiled(name, more) {
  const { error, stderr, binary } = await compile([
    `${name}.ts`,
    "--outFile",
    "out.wasm",
    "--runtime",
    "stub",
    "-O3",
    "--noAssert",
    "--importMemory",
    "--initialMemory",
    "1",
    "--enable",
    "simd",
    ...more,
  ]);
  if (error !== null) throw new Error(`${name}: ${stderr}`);
  return Buffer.from(binary).toString("base64");
}

async function compile(args) {
  let binary;
  const { error, stderr } = await asc.main(args, {
    readFile: (path) => {
      const file = join(kernels, "assembly", path);
      return existsSync(file) ? readFileSync(file, "utf8") : null;
    },
    writeFile: (path, contents) => {
      if (path === "out.wasm") binary = contents;
    },
    listFiles: () => [],
  });
  // Its own kind of stream, whose text is what was written to it.
  // oxlint-disable-next-line typescript/no-base-to-string
  return { error, stderr: stderr.toString(), binary };
}
