// The one way out for mail. Called by jobs alone, after what they tell of is committed.
import { join } from "node:path";
import type { Config } from "../config";
import type { Delivery, Transport } from "./delivery";
import { folder } from "./folder";
import { messageOf, type Mail } from "./message";
import type { Mailbox } from "./settings";
import { smtp } from "./smtp";

type MailConfig = Pick<Config, "smtpServer" | "mailFrom" | "dataDir">;

let opened: { transport: Transport; from: Mailbox } | undefined;

/** To the server of SMTP_URL; without one, into files. */
export function openMail({ smtpServer, mailFrom, dataDir }: MailConfig): void {
  const transport = smtpServer ? smtp(smtpServer) : folder(join(dataDir, "mail"));
  opened = { transport, from: mailFrom };
}

/** Tries once. What became of it is the answer; only a mail that is out of form throws. */
export async function deliver(mail: Mail): Promise<Delivery> {
  if (!opened) throw new Error("Mail was not opened.");
  return opened.transport(await messageOf(mail, opened.from));
}
