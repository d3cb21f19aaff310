// A file taken away over HTTP: how many bytes it has, or who stands in it.
import { createHash } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";

export type Content = { lines: number; people: number; digest: string };

/** A file that is cut short throws. */
export async function bytesOf(address: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of await opened(address)) bytes += (chunk as Buffer).length;
  return bytes;
}

/** The lines without the head, and the people in them, whatever their order: each line begins with an id. */
export async function contentOf(address: string): Promise<Content> {
  let lines = -1;
  const people = new Set<string>();
  for await (const line of createInterface({ input: await opened(address) })) {
    lines += 1;
    if (lines > 0) people.add(line.slice(0, line.indexOf(",")));
  }
  const digest = createHash("sha256")
    .update([...people].sort().join())
    .digest("hex");
  return { lines, people: people.size, digest };
}

const opened = (address: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const asked = get(address, (response) => {
      if (response.statusCode === 200) return resolve(response);
      reject(new Error(`${address} answered ${response.statusCode}.`));
      response.destroy();
    });
    asked.on("error", reject);
  });
