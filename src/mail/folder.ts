// Mail without a mail server: each mail is a file that any mail program opens. It gets its name when it is whole.
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Transport } from "./delivery";

export const folder =
  (path: string): Transport =>
  async ({ messageId, raw }) => {
    const name = `${new Date().toISOString().replaceAll(":", "-")}-${messageId.slice(1, -1)}.eml`;
    const draft = join(path, `.${name}.draft`);
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const file = await open(draft, "wx", 0o600);
      try {
        await file.writeFile(raw);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, join(path, name));
      return { outcome: "ACCEPTED" };
    } catch (error) {
      return { outcome: "DEFERRED", reason: (error as NodeJS.ErrnoException).code ?? "UNKNOWN" };
    }
  };
