// What a request says of itself before anything of it is believed: its size, its method, its content type,
// where it comes from. Refused here, it has cost a few comparisons.
import type { IncomingHttpHeaders } from "node:http";
import { MAX_BODY_BYTES } from "./body";
import { Refusal } from "./refusal";

const METHODS = ["GET", "POST"];
const JSON_TYPE = /^application\/json\s*((?:;\s*[\w-]+\s*=\s*(?:[\w.-]+|"[^"]*")\s*)*)$/i;
const CHARSET = /^\s*charset\s*=/i;
const UTF_8 = /^\s*charset\s*=\s*(?:utf-8|"utf-8")\s*$/i;

export function refuseDeclaredSize(headers: IncomingHttpHeaders): void {
  if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) {
    throw new Refusal(413, "PAYLOAD_TOO_LARGE", "The request is larger than any may be.");
  }
}

export function refuseMethod(method: string): void {
  if (METHODS.includes(method)) return;
  const allow = METHODS.join(", ");
  throw new Refusal(405, "METHOD_NOT_ALLOWED", `Use one of: ${allow}.`, { allow });
}

export function refuseContentType(method: string, headers: IncomingHttpHeaders): void {
  if (method !== "POST") return;
  const [whole, parameters = ""] = JSON_TYPE.exec(headers["content-type"] ?? "") ?? [];
  const charsets = parameters.split(";").filter((parameter) => CHARSET.test(parameter));
  const isPlain = (headers["content-encoding"] ?? "identity").toLowerCase() === "identity";
  if (whole === undefined || !isPlain || !charsets.every((charset) => UTF_8.test(charset))) {
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json in UTF-8, unencoded.");
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
    throw new Refusal(403, "ORIGIN_NOT_ALLOWED", "Requests from pages of other sites are refused.");
  }
  const isPreflighted = [
    headers.authorization,
    headers["apollo-require-preflight"],
    headers["x-apollo-operation-name"],
  ].some((value) => value !== undefined && value !== "");
  if (method === "GET" && !isPreflighted) {
    const hint = "Send the header apollo-require-preflight with any value, or use POST.";
    throw new Refusal(400, "PREFLIGHT_REQUIRED", hint);
  }
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset=utf-8)?$/i;

export function refuseFormType(headers: IncomingHttpHeaders): void {
  if (FORM_TYPE.test(headers["content-type"] ?? "")) return;
  throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/x-www-form-urlencoded.");
}

/** A form is sent by a page of ours: its browser says so, in one header or the other. */
export function refuseForeignForm(headers: IncomingHttpHeaders, publicUrl: string): void {
  const isOurs =
    headers.origin === new URL(publicUrl).origin ||
    (headers.origin === "null" && headers["sec-fetch-site"] === "same-origin");
  if (!isOurs) {
    throw new Refusal(403, "ORIGIN_NOT_ALLOWED", "Requests from pages of other sites are refused.");
  }
}
