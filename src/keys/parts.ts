// Several texts as one: each stands behind its length, so that ("ab", "c") is not ("a", "bc").

export type Part = string | Buffer;

export const joined = (parts: readonly Part[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      return [uint32(bytes.length), bytes];
    }),
  );

export function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
