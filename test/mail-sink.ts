import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Received = { readonly to: readonly string[]; readonly mail: Email };
export type MailSink = {
  readonly url: string;
  readonly received: readonly Received[];
  /** What the server says to the next letters instead of taking them; undefined when it takes them again. */
  refuse: ((to: string) => Error & { responseCode: number }) | undefined;
  readonly close: () => Promise<void>;
};

/** A no as a mail server says it. */
export const mailNo = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A real mail server on a port of its own, that takes what it is given and keeps it. */
export async function openMailSink(): Promise<MailSink> {
  const received: Received[] = [];
  const sink = { refuse: undefined as MailSink["refuse"] };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, done) => done(sink.refuse?.(address)),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          received.push({ to, mail });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
