/** What the commands say while they prepare: Swedish first, English after it on the same line, beside what they answer. */
export function say(swedish, english) {
  process.stderr.write(`${swedish} / ${english}\n`);
}

/** Says what went wrong and what to do, and leaves the exit code that tells it failed. */
export function complain(swedish, english) {
  process.stderr.write(`${swedish} / ${english}\n`);
  process.exitCode = 1;
}

/** Seconds with one decimal, the way a person writes them in English. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
