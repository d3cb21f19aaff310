// A mail as it goes over the wire. Nothing that people typed can add a header: names and subjects become one line,
// and what only the program writes is refused where it is out of form.
import MimeNode from "nodemailer/lib/mime-node";
import { canonicalAddress } from "./address";
import { flowed } from "./flowed";
import type { Mailbox } from "./settings";

export type Mail = {
  to: string | Mailbox;
  subject: string;
  text: string;
  /** `<id@domain>`, the same whenever this mail is tried. */
  messageId: string;
  /** Further headers, such as List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>;
};

export type Message = { messageId: string; envelope: { from: string; to: string }; raw: Buffer };

/** Characters of a subject or a name; what is longer is cut. */
const LINE_MAXIMUM = 250;
const MESSAGE_ID = /^<[\w.+=-]{1,120}@[\w.-]{1,120}>$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const OWN_HEADER =
  /^(from|to|cc|bcc|sender|subject|date|message-id|auto-submitted|mime-.*|content-.*)$/i;

/** Throws for what no person can have typed: a wrong message id, address or further header. */
export async function messageOf(mail: Mail, from: Mailbox): Promise<Message> {
  const { messageId, subject, text, headers = {} } = mail;
  const to = typeof mail.to === "string" ? { name: "", address: mail.to } : mail.to;
  if (!MESSAGE_ID.test(messageId)) throw new Error("A message id has the form <id@domain>.");
  if (canonicalAddress(to.address) === null || /\s/.test(to.address))
    throw new Error("The mail's recipient has no e-mail address.");
  for (const [name, value] of Object.entries(headers)) refuseUnfitHeader(name, value);

  const node = new MimeNode("text/plain; charset=utf-8; format=flowed");
  node.setHeader({
    From: { ...from, name: oneLine(from.name) },
    To: { ...to, name: oneLine(to.name) },
    Subject: oneLine(subject),
    "Message-ID": messageId,
    "Auto-Submitted": "auto-generated", // RFC 3834 §5: nobody's vacation notice answers it
    ...headers,
  });
  node.setContent(flowed(text));
  return { messageId, envelope: { from: from.address, to: to.address }, raw: await node.build() };
}

const oneLine = (text: string) =>
  [...text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").trim()].slice(0, LINE_MAXIMUM).join("");

function refuseUnfitHeader(name: string, value: string): void {
  if (!HEADER_NAME.test(name) || OWN_HEADER.test(name) || /[^ -~]/.test(value))
    throw new Error(`The mail's header ${JSON.stringify(name)} is out of form.`);
}
