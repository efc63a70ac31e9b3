// How a kernel gets to run: the few loops where it matters are compiled from assembly/ (scripts/kernels.mjs) and work on a memory they are handed. Each has a twin in TypeScript beside its caller,
// which is the definition, the test's reference, and what runs where a machine has no SIMD.

/** One kernel, compiled for a memory of its own and for one that several threads share; base64. */
export type Wasm = { readonly plain: string; readonly shared: string };

/** Whether this machine runs SIMD: an empty function that makes a vector and throws it away. */
export const hasSimd: boolean = WebAssembly.validate(
  Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11),
);

const modules = new Map<string, WebAssembly.Module | undefined>();

/**
 * The kernel's functions over this memory, as its source names them; undefined where the machine cannot run them, or the page may not (a content policy without wasm-unsafe-eval). The caller
 * says of what type they are.
 */
export function kernelOn(wasm: Wasm, memory: WebAssembly.Memory): WebAssembly.Exports | undefined {
  const shared = typeof SharedArrayBuffer !== "undefined" && memory.buffer instanceof SharedArrayBuffer;
  const text = shared ? wasm.shared : wasm.plain;
  if (!modules.has(text)) modules.set(text, hasSimd ? compiled(text) : undefined);
  const module = modules.get(text);
  return module && new WebAssembly.Instance(module, { env: { memory } }).exports;
}

function compiled(base64: string): WebAssembly.Module | undefined {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** A memory of at least so many bytes; `shared` where other threads are to see it. */
export function memoryOf(bytes: number, shared = false): WebAssembly.Memory {
  const pages = Math.max(Math.ceil(bytes / 65_536), 1);
  return shared
    ? new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true })
    : new WebAssembly.Memory({ initial: pages });
}
