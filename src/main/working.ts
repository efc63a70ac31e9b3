const EVERY_MS = 5000;

/** Says every five seconds that a long step still goes on, so that nobody takes it for dead. `done` adds how far it has come, where that is known. */
export async function whileWorking<T>(
  say: (sentence: string) => void,
  work: () => Promise<T>,
  done: () => string = () => "",
): Promise<T> {
  const started = performance.now();
  const ticking = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    say(`  … ${seconds} s, arbetar${done()} / working`);
  }, EVERY_MS);
  ticking.unref();
  try {
    return await work();
  } finally {
    clearInterval(ticking);
  }
}
