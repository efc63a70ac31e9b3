import type { Content } from "../src/pledge/document.ts";
import { withException } from "../src/pledge/exceptions.ts";
import { stopping } from "../src/pledge/lint.ts";

/** The same promise with a reason wherever a remark would stop it from being signed. */
export function withReasons(content: Content, reason = "Bestäms när perioden har börjat."): Content {
  return stopping(content).reduce(
    (so, { rule, where, said }) => withException(so, { rule, where, said }, reason),
    content,
  );
}
