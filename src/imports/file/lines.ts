// A file as numbered lines of bytes, never more of it in memory than a piece; a byte order mark is let pass. What
// is inside a line is nobody's business here.

export type Line = { number: number; bytes: Buffer; isTooLong: boolean };

/** The longest line that is read, in bytes; of a longer one only its beginning is kept. */
export const LINE_BYTES_MAXIMUM = 64 * 1024;

const NEW_LINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines that each piece of the file completes, without their line breaks. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Line[]> {
  let number = 0;
  let begun: Buffer[] = [];
  let kept = 0;

  const keep = (bytes: Buffer) => {
    if (kept <= LINE_BYTES_MAXIMUM) begun.push(bytes);
    kept += bytes.length;
  };
  const complete = (): Line => {
    const whole = begun.length === 1 ? begun[0]! : Buffer.concat(begun);
    const isTooLong = kept > LINE_BYTES_MAXIMUM;
    number += 1;
    begun = [];
    kept = 0;
    return { number, bytes: number === 1 ? withoutMark(whole) : whole, isTooLong };
  };

  for await (const piece of pieces) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(NEW_LINE); end >= 0; end = piece.indexOf(NEW_LINE, start)) {
      keep(piece.subarray(start, end));
      lines.push(complete());
      start = end + 1;
    }
    if (start < piece.length) keep(piece.subarray(start));
    yield lines;
  }
  if (kept > 0) yield [complete()];
}

const withoutMark = (bytes: Buffer) =>
  bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
