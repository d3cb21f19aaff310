// A file on its way in: who may send one, of what type and size. Its bytes are never held in memory.
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { recordDenialOf } from "../audit/denials";
import type { Audience } from "../viewer/audience";
import type { Viewer } from "../viewer/viewer";
import { refusal } from "./refusal";

export const FILE_BYTES_MAXIMUM = 1024 * 1024 * 1024;
const LIMIT = "1 GiB";

/** Who brings in what stands in files. */
const UPLOADERS: readonly Audience[] = ["MARKETING"];
const FILE_TYPES =
  /^(?:text\/csv|text\/plain|text\/tab-separated-values|application\/csv|application\/octet-stream|application\/vnd\.ms-excel)\s*(?:;|$)/i;

export function refuseDeclaredFileSize(headers: IncomingHttpHeaders): void {
  if (Number(headers["content-length"] ?? 0) > FILE_BYTES_MAXIMUM)
    throw refusal("PAYLOAD_TOO_LARGE", { limit: LIMIT });
}

export function refuseFileType(headers: IncomingHttpHeaders): void {
  const isPlain = (headers["content-encoding"] ?? "identity").toLowerCase() === "identity";
  if (isPlain && FILE_TYPES.test(headers["content-type"] ?? "")) return;
  throw refusal("UNSUPPORTED_MEDIA_TYPE", { type: "the file itself as text/csv, unencoded" });
}

/** Whoever may not is refused like from an operation of others, and it is entered. */
export async function refuseUploadBy(viewer: Viewer): Promise<void> {
  if (UPLOADERS.includes(viewer.audience)) return;
  await recordDenialOf(viewer, "upload");
  throw refusal("UPLOAD_NOT_ALLOWED");
}

/** The bytes, up to a file's size. What breaks off is an error, and not the end of a file. */
export async function* fileOf(stream: Readable): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > FILE_BYTES_MAXIMUM) throw refusal("PAYLOAD_TOO_LARGE", { limit: LIMIT });
      yield chunk;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error;
    throw refusal("BAD_REQUEST", { fault: "The file ended too early." });
  }
}
