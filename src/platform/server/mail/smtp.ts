// Letters out of the house by SMTP. Sealed on the way (TLS) unless the mailbox is on this very machine; nothing else is sent in the clear.
import { createTransport } from "nodemailer";

export type Message = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe: string | undefined;
  /** Whether that address takes a press in the mail program for an answer (RFC 8058), or has to be read first. */
  readonly oneClick?: boolean;
};

/** Why a letter did not go: `again` later, `never` by trying, or `unknown`, where the line broke after the letter and before the receipt. */
export type MailFault = { readonly kind: "again" | "never" | "unknown"; readonly said: string };
export type Mailer = {
  /** Undefined when the server has taken it. */
  readonly send: (message: Message) => Promise<MailFault | undefined>;
  /** Asks the server whether it would take a letter; throws what it answers. */
  readonly verify: () => Promise<void>;
  /** On this very machine: a mailbox for trying. */
  readonly isLocal: boolean;
};

export type MailSettings = { readonly smtpUrl: string; readonly from: string };

const HERE = new Set(["localhost", "127.0.0.1", "[::1]"]);
const PATIENCE_MS = 20_000;

/** The mailer that the settings say. `host`: the domain of the ids, so that the same letter is known again wherever it comes. */
export function smtpMailer({ smtpUrl, from }: MailSettings, host: string): Mailer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const isLocal = HERE.has(url.hostname);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    ...(url.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isLocal,
    verify: async () => {
      await transport.verify();
    },
    send: async ({ id, to, subject, text, html, unsubscribe, oneClick }) => {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: {
            "Auto-Submitted": "auto-generated",
            ...(unsubscribe === undefined ? {} : { "List-Unsubscribe": `<${unsubscribe}>` }),
            ...(unsubscribe !== undefined && oneClick === true
              ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
              : {}),
          },
        });
        return undefined;
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function faultOf(error: unknown): MailFault {
  const { code, command, responseCode, message } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
    message?: string;
  };
  // The address is in what servers answer, and is not kept twice.
  const said = (message ?? String(error)).replace(/\S+@\S+/g, "…").slice(0, 300);
  if (code === "EENVELOPE" || code === "EMESSAGE")
    return { kind: responseCode !== undefined && responseCode < 500 ? "again" : "never", said };
  if (command === "DATA" && responseCode === undefined) return { kind: "unknown", said };
  return { kind: "again", said };
}
