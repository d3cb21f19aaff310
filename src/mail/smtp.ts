// Hands a mail to an SMTP server. One connection for each mail, so that a lost one leaves one mail in doubt.
import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { isLoopback } from "../database/development-mode";
import type { Delivery, Transport } from "./delivery";
import type { SmtpServer } from "./settings";

type Patience = { connectMs: number; answerMs: number };
type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  permanent?: boolean;
};

const PATIENCE: Patience = { connectMs: 10_000, answerMs: 60_000 };

export const smtp =
  (server: SmtpServer, patience = PATIENCE): Transport =>
  ({ envelope, raw }) =>
    new Promise((done) => {
      const connection = connectionTo(server, patience);
      let isHandedOver = false;
      const fail = (error: SmtpError) => {
        connection.close();
        done(verdictOn(error, isHandedOver));
      };
      const message = Readable.from(
        (function* () {
          isHandedOver = true; // read only after the server asked for it
          yield raw;
        })(),
      );
      const hand = () =>
        connection.send(envelope, message, (error) => {
          if (error) return fail(error);
          connection.quit();
          done({ outcome: "ACCEPTED" });
        });

      connection.on("error", fail);
      connection.connect((error) => {
        if (error) return fail(error);
        if (!server.credentials) return hand();
        connection.login(server.credentials, (refused) => (refused ? fail(refused) : hand()));
      });
    });

function connectionTo(server: SmtpServer, { connectMs, answerMs }: Patience): SMTPConnection {
  const { host, port, isSecure, credentials } = server;
  return new SMTPConnection({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && credentials !== null && !isLoopback(host),
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
  });
}

/** A refusal of ourselves (sign-in, sender) is not the recipient's: it is deferred until somebody mends it. */
function verdictOn(error: SmtpError, isHandedOver: boolean): Delivery {
  const { command, code, responseCode } = error;
  if (responseCode === undefined && isHandedOver)
    return { outcome: "IN_DOUBT", reason: reasonOf(error) };
  const isOurs = responseCode === undefined && (code === "EENVELOPE" || code === "EMESSAGE");
  const isTheirs = error.permanent === true && (command === "RCPT TO" || command === "DATA");
  return { outcome: isOurs || isTheirs ? "REFUSED" : "DEFERRED", reason: reasonOf(error) };
}

/** The codes of the answer (RFC 5321 §4.2, RFC 3463), or of the fault. */
function reasonOf({ response, code, originalCode }: SmtpError): string {
  const [answer] = /^\d{3}([ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response ?? "") ?? [];
  return answer?.replace("-", " ") ?? originalCode ?? code ?? "UNKNOWN";
}
