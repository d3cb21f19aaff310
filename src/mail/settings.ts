// What the operator says about mail, read from text: the server that takes it, whom it comes from, where people write to.
import { addressAsGiven, canonicalAddress } from "./address";

export type SmtpServer = {
  host: string;
  port: number;
  /** TLS from the start; without, the connection is upgraded where the server offers it. */
  isSecure: boolean;
  credentials: { user: string; pass: string } | null;
};

export type Mailbox = { name: string; address: string };

export function smtpServer(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSecure = url?.protocol === "smtps:";
  if (!url || !(isSecure || url.protocol === "smtp:") || url.hostname === "") {
    throw new Error("it must look like smtp://USER:PASSWORD@HOST:PORT or smtps://….");
  }
  if (url.search !== "" || !["", "/"].includes(url.pathname)) {
    throw new Error("it may hold user, password, host and port only.");
  }
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    credentials: user === "" ? null : { user, pass },
  };
}

/** «Name <address>», or an address alone. */
export function mailbox(text: string): Mailbox {
  const [, quoted, inBrackets] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? [];
  const name = (quoted ?? "").trim().replace(/^"(.*)"$/, "$1");
  const address = (inBrackets ?? text).trim();
  if (canonicalAddress(address) === null || /\p{Cc}/u.test(text)) {
    throw new Error("it must look like Name <address@example.com>.");
  }
  return { name, address };
}

/** An address alone. */
export function emailAddress(text: string): string {
  if (canonicalAddress(text) === null || /\p{Cc}/u.test(text)) {
    throw new Error("it must be an address like marketing@example.com.");
  }
  return addressAsGiven(text);
}
