// How a file's letters are written: by its mark, by whether it is UTF-8, and else by the likeliest of the old encodings.
import { isUtf8 } from "node:buffer";
import { detect } from "chardet";
import iconv from "iconv-lite";

const UTF_8 = "UTF-8";
/** What Western tools write where they don't write UTF-8, under whichever of its names. */
const WINDOWS_1252 = "windows-1252";

export function encodingOf(beginning: Buffer): string {
  if (beginning.subarray(0, 2).equals(Buffer.of(0xff, 0xfe))) return "UTF-16LE";
  if (beginning.subarray(0, 2).equals(Buffer.of(0xfe, 0xff))) return "UTF-16BE";
  const wide = wideEncodingOf(beginning);
  if (wide) return wide;
  if (isMostlyUtf8(beginning)) return UTF_8;
  const likely = detect(beginning);
  if (!likely || /^iso-8859-1$|^windows-1252$/i.test(likely)) return WINDOWS_1252;
  return iconv.encodingExists(likely) ? likely : WINDOWS_1252;
}

/** UTF-16 without a mark: Latin letters have a zero byte each, all on one side. */
function wideEncodingOf(beginning: Buffer): string | null {
  const zeros: [number, number] = [0, 0];
  const looked = beginning.subarray(0, 2_000);
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 ? 1 : 0] += 1;
  });
  const enough = looked.length / 4;
  if (zeros[1] > enough && zeros[0] === 0) return "UTF-16LE";
  return zeros[0] > enough && zeros[1] === 0 ? "UTF-16BE" : null;
}

/** A few broken lines make no other encoding of it: whoever writes UTF-8 writes it in more lines than not. */
function isMostlyUtf8(beginning: Buffer): boolean {
  if (isUtf8(beginning)) return true;
  let good = 0;
  let broken = 0;
  const lastBreak = beginning.lastIndexOf(0x0a); // the last letter may be cut
  for (const line of splitLines(beginning.subarray(0, Math.max(lastBreak, 0)))) {
    if (!line.some((byte) => byte > 0x7f)) continue;
    if (isUtf8(line)) good += 1;
    else broken += 1;
  }
  return good > broken || good + broken === 0;
}

function* splitLines(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

/** The same text in UTF-8. Bytes that are no letters come as the replacement character. */
export async function* inUtf8(
  source: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Buffer> {
  if (encoding === UTF_8) {
    yield* source;
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.write(chunk));
  yield Buffer.from(decoder.end() ?? "");
}
