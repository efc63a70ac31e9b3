const MOST_LETTERS = 500;

/** The address of somebody else's system, as it is called: https where https is, and nothing in it that is sent to nobody or lies open as a password. */
export function readHttpsAddress(said: string): string | undefined {
  const text = said.trim();
  if (text.length > MOST_LETTERS || !URL.canParse(text)) return undefined;
  const { protocol, port, username, password, hash, href } = new URL(text);
  return protocol === "https:" &&
    port === "" &&
    username === "" &&
    password === "" &&
    hash === "" &&
    href.length <= MOST_LETTERS
    ? href
    : undefined;
}
