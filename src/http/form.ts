// The body of a form: small, in UTF-8, each name once.
import type { Readable } from "node:stream";
import { readBytes } from "./body";
import { refusal } from "./refusal";

const FORM_BYTES = 8 * 1024;

export type Form = ReadonlyMap<string, string>;

/** A field without a value was left out (RFC 6749 §3.2). */
export const withoutEmpty = (form: Form): Form =>
  new Map([...form].filter(([, value]) => value !== ""));

/** Throws a refusal: 413 past the size, 400 for a name given twice or text that is no UTF-8. */
export async function readForm(stream: Readable): Promise<Form> {
  const text = (await readBytes(stream, FORM_BYTES)).toString("latin1");
  const pairs = [...new URLSearchParams(text)];
  const form = new Map(pairs);
  if (form.size !== pairs.length || pairs.flat().some((each) => each.includes("\ufffd"))) {
    throw refusal("BAD_REQUEST", { fault: "Give each field of the form once, in UTF-8." });
  }
  return form;
}
