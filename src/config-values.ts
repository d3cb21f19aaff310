// What an environment variable may hold. Each function throws what is expected, as the end of «PORT is "x": …».
import { isIP } from "node:net";

export type DatabaseAddress = { host: string; port: number; database: string };

export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error("it must be a port number, 0 to 65535.");
  }
  return port;
}

/** The worker's is the next one. */
export function metricsPort(text: string): number {
  const port = portNumber(text);
  if (port === 65_535) throw new Error("it must leave the next port to the worker, 0 to 65534.");
  return port;
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error("it must be a whole number, 0 or more.");
  return Number(text);
}

export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error("it must be a whole number from 1.");
  return number;
}

export function drainTime(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 15)
    throw new Error("it must be a whole number of seconds, 0 to 15.");
  return seconds;
}

export function someText(text: string): string {
  return text;
}

export function oneOf(values: readonly string[]) {
  return (text: string): string => {
    if (!values.includes(text)) throw new Error(`it must be one of ${values.join(", ")}.`);
    return text;
  };
}

export function networks(text: string): string[] {
  const given = text.split(",").map((each) => each.trim());
  const isNetwork = (each: string) => {
    const [address = "", bits = "0", ...more] = each.split("/");
    return isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && more.length === 0;
  };
  if (!given.every(isNetwork)) {
    throw new Error("it must be addresses or networks like 10.0.0.0/8, separated by commas.");
  }
  return given;
}

export function publicUrl(text: string): string {
  return webAddress(text).replace(/\/+$/, "");
}

export function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new Error("it must be an address that starts with http:// or https://.");
  }
  return text;
}

export function databaseAddress(text: string): DatabaseAddress {
  const url = postgresUrl(text);
  if (url.username !== "" || url.password !== "") {
    throw new Error(
      "it must hold no user and no password, since each login has its own in LOGIN_PASSWORDS_FILE.",
    );
  }
  if (url.search !== "") throw new Error("it may hold host, port and database only.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const database = decodeURIComponent(url.pathname.slice(1));
  return { host, port: url.port === "" ? 5432 : Number(url.port), database };
}

export function ownerUrl(text: string): string {
  if (postgresUrl(text).username === "")
    throw new Error("it must name the login that owns the database.");
  return text;
}

function postgresUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPostgres = url?.protocol === "postgresql:" || url?.protocol === "postgres:";
  if (!url || !isPostgres || url.hostname === "" || !/^\/[^/]+$/.test(url.pathname)) {
    throw new Error("it must look like postgresql://HOST:PORT/DATABASE.");
  }
  return url;
}
