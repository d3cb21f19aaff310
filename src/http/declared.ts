// What a request says of itself before anything of it is believed: its size, its method, its content type,
// where it comes from. Refused here, it has cost a few comparisons.
import type { IncomingHttpHeaders } from "node:http";
import { MAX_BODY_BYTES } from "./body";
import { refusal } from "./refusal";

const METHODS = ["GET", "POST"];
const JSON_TYPE = /^application\/json\s*((?:;\s*[\w-]+\s*=\s*(?:[\w.-]+|"[^"]*")\s*)*)$/i;
const CHARSET = /^\s*charset\s*=/i;
const UTF_8 = /^\s*charset\s*=\s*(?:utf-8|"utf-8")\s*$/i;

export function refuseDeclaredSize(headers: IncomingHttpHeaders): void {
  if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) {
    throw refusal("PAYLOAD_TOO_LARGE", { limit: "any may be" });
  }
}

export function refuseMethod(method: string): void {
  if (METHODS.includes(method)) return;
  throw refusal("METHOD_NOT_ALLOWED", { allow: METHODS.join(", ") });
}

export function refuseContentType(method: string, headers: IncomingHttpHeaders): void {
  if (method !== "POST") return;
  const [whole, parameters = ""] = JSON_TYPE.exec(headers["content-type"] ?? "") ?? [];
  const charsets = parameters.split(";").filter((parameter) => CHARSET.test(parameter));
  const isPlain = (headers["content-encoding"] ?? "identity").toLowerCase() === "identity";
  if (whole === undefined || !isPlain || !charsets.every((charset) => UTF_8.test(charset))) {
    throw refusal("UNSUPPORTED_MEDIA_TYPE", { type: "application/json in UTF-8, unencoded" });
  }
}

/**
 * Another site's page may not ask with its visitor's browser. A POST of JSON is never «simple», nor is a request
 * with an Authorization header; any other must show a header that a browser asks us about first.
 */
export function refuseForgery(
  method: string,
  headers: IncomingHttpHeaders,
  publicUrl: string,
): void {
  if (headers.origin !== undefined && headers.origin !== new URL(publicUrl).origin) {
    throw refusal("ORIGIN_NOT_ALLOWED");
  }
  const isPreflighted = [
    headers.authorization,
    headers["apollo-require-preflight"],
    headers["x-apollo-operation-name"],
  ].some((value) => value !== undefined && value !== "");
  if (method === "GET" && !isPreflighted) {
    throw refusal("PREFLIGHT_REQUIRED");
  }
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset=utf-8)?$/i;

export function refuseFormType(headers: IncomingHttpHeaders): void {
  if (FORM_TYPE.test(headers["content-type"] ?? "")) return;
  throw refusal("UNSUPPORTED_MEDIA_TYPE", { type: "application/x-www-form-urlencoded" });
}

/** A form is sent by a page of ours: its browser says so, in one header or the other. */
export function refuseForeignForm(headers: IncomingHttpHeaders, publicUrl: string): void {
  const isOurs =
    headers.origin === new URL(publicUrl).origin ||
    (headers.origin === "null" && headers["sec-fetch-site"] === "same-origin");
  if (!isOurs) {
    throw refusal("ORIGIN_NOT_ALLOWED");
  }
}
